//! What has to hold of every text and file that is read, whatever is in it.
//!
//! Each target is a function over bytes that ends quietly or stops with what does not hold. The fuzzer finds bytes, and
//! the tests of the product run the same functions over the kept ones (`tests/fuzz_corpus.rs`, `office/tests/fuzz_corpus.rs`).

pub mod checks;
pub mod office;
