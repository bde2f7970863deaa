//! Supervision: records opened together, talked about, challenged and countersigned.
//!
//! A module of its own in the browser. The state is one value, [`Model`], that holds no view; the views in `draw` read
//! it and send [`Msg`]s. Nothing here measures a worker: there is no worker field, no score and no colour.

pub mod agenda;
pub mod alike;
pub mod app;
pub mod audit;
pub mod compare;
pub mod draw;
pub mod entry;
pub mod export;
pub mod held;
pub mod keep;
pub mod library;
pub mod model;
pub mod msg;
pub mod reflect;
pub mod reopen;
pub mod several;
pub mod what_if;

pub use app::{Mail, Props, Supervision};
pub use library::Library;
pub use model::Model;
pub use msg::Msg;
