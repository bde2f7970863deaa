//! See `care_tools_fuzz::checks::sheet`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| care_tools_fuzz::checks::sheet(bytes));
