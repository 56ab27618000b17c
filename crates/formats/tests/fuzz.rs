//! Every reader of foreign bytes on the corpus and near it, on stable and without a fuzzer.
//!
//! The corpus lies in `fuzz/corpus/NAME OF THE TARGET`; a crash that was found becomes a file there.

#[path = "../../../fuzz/near.rs"]
mod near;
mod readers;

use readers::READERS;
use std::fs;
use std::path::Path;

#[test]
fn readers_come_back() {
    near::run(READERS, 3_000);
}

/// A reader without a corpus fails above; here: every corpus has a target, and every target a reader, in this crate or
/// another.
#[test]
fn every_target_has_its_reader() {
    let fuzz = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz");
    let manifest = fs::read_to_string(fuzz.join("Cargo.toml")).expect("it is there");
    for corpus in fs::read_dir(fuzz.join("corpus")).expect("it is there") {
        let name = corpus.expect("a folder").file_name().into_string().expect("a name");
        assert!(manifest.contains(&format!("name = \"{name}\"")), "{name} stands in the manifest");
        let target = fs::read_to_string(fuzz.join(format!("fuzz_targets/{name}.rs"))).expect("it has a target");
        let path = target.split('"').find(|part| part.ends_with("readers/mod.rs")).expect("it names its readers");
        let readers = fs::read_to_string(fuzz.join("fuzz_targets").join(path)).expect("they are there");
        assert!(target.contains(&format!("\"{name}\"")) && readers.contains(&format!("(\"{name}\", ")), "{name}");
    }
}
