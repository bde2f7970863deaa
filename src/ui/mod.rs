//! The screen: one guided form for every tool, drawn from plain data.
//!
//! A view holds no rule, no date arithmetic and no English. What the screen
//! may ask of the page is [`host::Host`].

pub mod act;
pub mod action;
pub mod cover;
pub mod form;
pub mod host;
#[cfg(feature = "faults")]
pub mod on_purpose;
pub mod page;
pub mod parts;
pub mod state;

pub use form::{GuidedForm, Props, Ready};
