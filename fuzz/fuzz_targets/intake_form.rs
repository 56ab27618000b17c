#![no_main]

#[path = "../../crates/intake/tests/readers/mod.rs"]
mod readers;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let (_, reader) = readers::READERS.iter().find(|(name, _)| *name == "intake_form").expect("the reader has this name");
    reader(bytes);
});
