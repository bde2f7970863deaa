//! Decision support for adult social care in England, as custom elements.
#![cfg_attr(not(test), warn(clippy::unwrap_used))]
pub mod cases;
pub mod engine;
pub mod json;
pub mod tools;
pub mod words;
