//! Where the screens meet the browser. `element.js` is the other half of this room.
//!
//! The crate is compiled four times: with the guided form; with the feature `lists`, with the waiting list, matching
//! and the plan for it; with the feature `plans`, with the action plan; and with the feature `supervision`, with the
//! records of all of them. A page fetches only the modules whose elements it has.

mod bridge;
#[cfg(not(feature = "lists"))]
mod council;
#[cfg(any(feature = "plans", feature = "supervision"))]
mod element_page;
#[cfg(not(any(feature = "lists", feature = "plans", feature = "supervision")))]
mod form;
#[cfg(feature = "lists")]
mod lists;
#[cfg(feature = "plans")]
mod plans;
#[cfg(feature = "supervision")]
mod supervision;
