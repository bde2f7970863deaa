//! The parts of the screen, one file each.

pub mod check;
pub mod cover;
pub mod figures;
pub mod header;
pub mod heading;
pub mod interruption;
pub mod keep;
pub mod mark;
pub mod notice;
pub mod offer;
pub mod panel;
pub mod paper;
pub mod question;
pub mod result;
pub mod section;
pub mod signing;
pub mod teams;
