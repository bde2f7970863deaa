//! Access for everybody, beyond what a scanner finds: each tool is walked through once, and every state on the way is
//! heard as a screen reader says it, walked with the Tab key, made narrow, large and spaced, and looked at without
//! colours.
//!
//! A walk is in [`form`], [`lists`], [`plans`] or [`supervision`]; what is asked at each state is in a file for each
//! idea. What is heard is kept in `tests/golden/heard/`, a file for each walk, to be read by people. When a walk is
//! meant to say something else, `HEARD=write cargo xtask test --browser --only heard` writes the files anew; read the
//! difference before you commit it.

mod announced;
mod ask;
mod form;
mod golden;
mod hearing;
mod keys;
mod lists;
mod plans;
mod planted;
mod references;
mod supervision;
mod visit;
mod zoomed;

pub use form::{advocacy, allocation, asked, contact, drafts, joint, left_alone, offered, transfer};
pub use lists::{list, matching, plan};
pub use plans::{completed, followed, sections, written};
pub use planted::planted;
pub use supervision::{checking, hour, others};
