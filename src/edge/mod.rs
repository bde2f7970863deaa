//! Where the screens meet the browser. `element.js` is the other half of this room.
//!
//! The crate is compiled three times: with the guided form; with the feature `lists`, with the waiting list, matching
//! and the plan for it; and with the feature `plans`, with the action plan. A page fetches only the modules whose
//! elements it has.

mod bridge;
#[cfg(not(feature = "lists"))]
mod council;
#[cfg(not(any(feature = "lists", feature = "plans")))]
mod form;
#[cfg(feature = "lists")]
mod lists;
#[cfg(feature = "plans")]
mod plans;
