//! Where the screens meet the browser. `element/` is the other half of this room.
//!
//! The crate is compiled five times: with the guided form; with the feature `lists`, with the waiting list, matching
//! and the plan for it; with the feature `plans`, with the action plan; with the feature `supervision`, with the
//! records of all of them; and with the feature `council`, for the pages of those who make the tools their own. A page
//! fetches only the modules whose elements it has.

#[cfg(not(feature = "council"))]
mod bridge;
#[cfg(not(feature = "council"))]
mod council;
#[cfg(feature = "council")]
mod council_page;
#[cfg(any(feature = "plans", feature = "supervision"))]
mod element_page;
#[cfg(not(any(feature = "lists", feature = "plans", feature = "supervision", feature = "council")))]
mod form;
#[cfg(feature = "lists")]
mod lists;
#[cfg(feature = "plans")]
mod plans;
#[cfg(feature = "supervision")]
mod supervision;
