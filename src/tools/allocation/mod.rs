//! Allocation of work where people wait for a worker.

pub mod files;
