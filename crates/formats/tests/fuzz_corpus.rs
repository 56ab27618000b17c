//! Plays everything that the fuzzers collected to every reader, on stable and without a fuzzer.
//!
//! The corpus lies in `fuzz/corpus/NAME OF THE TARGET`; a crash that was found becomes a file there.

mod readers;

use proptest::prelude::*;
use readers::READERS;
use std::fs;
use std::path::Path;

fn corpus() -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus");
    let mut found = vec![];
    for (name, _) in READERS {
        let files = fs::read_dir(folder.join(name)).unwrap_or_else(|_| panic!("{name} has no corpus"));
        let before = found.len();
        found.extend(files.map(|file| fs::read(file.unwrap().path()).unwrap()));
        assert!(found.len() > before, "{name} has an empty corpus");
    }
    found
}

/// Each input goes to each reader: a document of one format is foreign bytes to the others.
#[test]
fn replay() {
    for bytes in corpus() {
        for (_, reader) in READERS {
            reader(&bytes);
        }
    }
}

#[test]
fn every_reader_has_its_target() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz");
    let manifest = fs::read_to_string(folder.join("Cargo.toml")).unwrap();
    for (name, _) in READERS {
        assert!(manifest.contains(&format!("name = \"{name}\"")), "{name}");
        let target = fs::read_to_string(folder.join(format!("fuzz_targets/{name}.rs"))).unwrap();
        assert!(target.contains(&format!("\"{name}\"")), "{name}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Inputs of the corpus, cut, doubled and overwritten.
    #[test]
    fn near_the_corpus(
        from in any::<proptest::sample::Index>(),
        at in any::<proptest::sample::Index>(),
        put in proptest::collection::vec(any::<u8>(), 0..6),
        cut in any::<bool>(),
    ) {
        let all = corpus();
        let mut bytes = from.get(&all).clone();
        let at = at.index(bytes.len() + 1);
        if cut {
            bytes.truncate(at);
        }
        let end = at.min(bytes.len());
        bytes.splice(end..end, put);
        for (_, reader) in READERS {
            reader(&bytes);
        }
    }
}
