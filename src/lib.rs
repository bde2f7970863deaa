//! Decision support for adult social care in England, as custom elements.
//!
//! The rooms, in reading order; a room may use only those above it.

// What is shipped does not end where a list is shorter than somebody thought. Tests may.
#![cfg_attr(not(test), warn(clippy::indexing_slicing))]

pub mod engine;
pub mod json;
pub mod words;

pub mod tools;

pub mod cases;
pub mod locality;
#[cfg(not(target_arch = "wasm32"))]
pub mod locality_schema;

pub mod sheet;

pub mod record;

pub mod ui;

pub mod lists;

pub mod plans;

pub mod supervision;

#[cfg(any(not(target_arch = "wasm32"), feature = "council"))]
pub mod council;

#[cfg(not(target_arch = "wasm32"))]
pub mod pages;

#[cfg(target_arch = "wasm32")]
pub mod edge;
