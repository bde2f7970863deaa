//! See `care_tools_fuzz::office::workbook`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| care_tools_fuzz::office::workbook(bytes));
