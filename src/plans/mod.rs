//! The action plan: written section by section, completed, and followed week by week.
//!
//! A module of its own in the browser, so that a page with another tool never fetches it. The state is one value,
//! [`Model`], that holds no view; the views in `draw` read it and send [`Msg`]s. The rules, the questions and what
//! may be said are the tool's; see `tools::action_planning`.

pub mod app;
pub mod draw;
pub mod edit;
pub mod export;
pub mod fields;
pub mod items;
pub mod keep;
pub mod model;
pub mod msg;
pub mod place;
pub mod problems;
pub mod say;

pub use app::{Mail, Plans, Props};
pub use model::Model;
pub use msg::Msg;
