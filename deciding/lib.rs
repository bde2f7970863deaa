//! The rooms that decide, from the same files: no screen, no records, no browser.
//!
//! Nothing ships this. Changing one rule or one line of the engine builds in seconds here, which is what mutation needs.

#[path = "../src/cases.rs"]
pub mod cases;
#[path = "../src/engine/mod.rs"]
pub mod engine;
#[path = "../src/json.rs"]
pub mod json;
#[path = "../src/tools/mod.rs"]
pub mod tools;
#[path = "../src/words.rs"]
pub mod words;
