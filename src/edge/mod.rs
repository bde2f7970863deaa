//! Where the screens meet the browser. `element.js` is the other half of this room.
//!
//! The crate is compiled twice: once with the guided form, once, with the feature `lists`, with the waiting
//! list, matching and the plan. A page fetches only the module whose elements it has.

mod bridge;
#[cfg(not(feature = "lists"))]
mod form;
#[cfg(feature = "lists")]
mod lists;
