//! Files: what comes in and what goes out.

pub mod values;
