//! See `care_tools_fuzz::checks::waiting_list`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| care_tools_fuzz::checks::waiting_list(bytes));
