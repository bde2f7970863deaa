//! See `care_tools_fuzz::checks::plan`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| care_tools_fuzz::checks::plan(bytes));
