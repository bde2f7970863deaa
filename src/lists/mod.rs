//! The waiting list, matching and the plan: what a manager works with.
//!
//! A module of its own in the browser, so that a page with a form alone never fetches it. The state is one
//! value, [`Model`], that holds no view; the views read it and send [`Msg`]s. Everything that takes long runs
//! in slices with a progress bar and a stop button.

pub mod app;
pub mod decided;
pub mod export;
pub mod filters;
pub mod grid;
pub mod intake;
pub mod keep;
pub mod layout;
pub mod matching;
pub mod model;
pub mod msg;
pub mod notices;
pub mod pair;
pub mod person;
pub mod picture;
pub mod plan;
pub mod say;
pub mod seen;

pub use app::{Lists, Mail, Props};
pub use model::Model;
pub use msg::Msg;
