//! See `care_tools_fuzz::office::document`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| care_tools_fuzz::office::document(bytes));
