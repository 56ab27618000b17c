//! Archives within bounds: whatever is in them, the walk comes back.

mod common;

use std::ops::ControlFlow;

use common::{Folder, csaf, found, gzip, tar, zip};
use gather::Limits;
use gather::unpack::{Trouble, walk};
use proptest::prelude::*;

/// `{"a":1}` in a tar archive in xz, as the tools of that name write it.
const XZ: &[u8] = include_bytes!("sample.tar.xz");

fn limits() -> Limits {
    Limits { document: 1_000, members: 5, unpacked: 20_000, depth: 3 }
}

#[test]
fn the_same_document_in_every_packing() {
    let document = csaf("HW-1", 1, "Clock");
    let files: [(&str, &[u8]); 3] =
        [("README", b"hello"), ("d/a.json", &document), ("d/a.json.sha256", b"abc  a.json")];
    let all = Limits::default();
    for packed in [tar(&files), gzip(&tar(&files)), zip(&files)] {
        assert_eq!(found(&packed, &all), [("a: d/a.json".to_owned(), Ok(document.clone()))]);
    }
    for alone in [document.clone(), gzip(&document)] {
        assert_eq!(found(&alone, &all), [("a".to_owned(), Ok(document.clone()))]);
    }
    assert_eq!(found(XZ, &all), [("a: d/a.json".to_owned(), Ok(b"{\"a\":1}\n".to_vec()))]);
}

#[test]
fn names_are_labels_and_nothing_is_written() {
    let document = csaf("HW-1", 1, "Clock");
    let files: [(&str, &[u8]); 2] = [("../../../tmp/a.json", &document), ("/etc/\u{1b}[31m.json", &document)];
    for packed in [tar(&files), zip(&files)] {
        let names: Vec<String> = found(&packed, &Limits::default()).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["a: ../../../tmp/a.json", "a: /etc/\u{fffd}[31m.json"]);
    }
}

#[test]
fn bounds_are_told() {
    let small: &[u8] = b"{}";
    let large = vec![b'{'; 2_000];
    let troubles = |bytes: &[u8]| -> Vec<Trouble> {
        found(bytes, &limits()).into_iter().filter_map(|(_, bytes)| bytes.err()).collect()
    };
    let large_one: [(&str, &[u8]); 2] = [("a", &large), ("b", small)];
    let many: Vec<(&str, &[u8])> = ["a", "b", "c", "d", "e", "f"].into_iter().map(|name| (name, small)).collect();
    assert_eq!(troubles(&large), [Trouble::TooLarge(1_000)]);
    for packed in [tar(&large_one), zip(&large_one)] {
        assert_eq!(troubles(&packed), [Trouble::TooLarge(1_000)]);
        assert_eq!(found(&packed, &limits()).len(), 2, "the walk goes on behind it");
    }
    assert_eq!(troubles(&tar(&many)), [Trouble::TooMany(5)]);
    assert_eq!(troubles(&zip(&many)), [Trouble::TooMany(5)]);
    // A bomb: a thousand times its size.
    let bomb = vec![b' '; 50_000];
    let packed = gzip(&tar(&[("a", &bomb)]));
    assert!(packed.len() < 1_000);
    assert_eq!(troubles(&packed), [Trouble::Unpacks(20_000)]);
    assert_eq!(troubles(&gzip(&gzip(small))), [Trouble::Nested]);
    assert_eq!(troubles(&tar(&[("a.gz", &gzip(small))])), [Trouble::Nested]);
    assert_eq!(troubles(b"hello"), [Trouble::Nothing]);
    assert_eq!(troubles(b"PK\x03\x04rest"), [Trouble::Io("not a zip archive".into())]);
}

#[test]
fn folders_are_walked_in_order_without_links() {
    let folder = Folder::new("walk");
    folder.write("b/2.json", b"{\"b\":2}");
    folder.write("a/1.json", b"{\"a\":1}");
    folder.write(".git/x.json", b"{}");
    folder.write("a/notes.txt", b"hello");
    std::os::unix::fs::symlink("/etc", folder.0.join("link")).expect("a link can be made");
    let mut names = Vec::new();
    let _ = walk(&folder.0, &Limits::default(), &mut |item| {
        names.push((item.name.rsplit('/').next().unwrap_or_default().to_owned(), item.done));
        ControlFlow::Continue(())
    });
    assert_eq!(names, [("1.json".to_owned(), (1, 3)), ("2.json".to_owned(), (3, 3))]);
    let mut missing = Vec::new();
    let _ = walk(&folder.0.join("nowhere"), &Limits::default(), &mut |item| {
        missing.push(item.bytes.is_err());
        ControlFlow::Continue(())
    });
    assert_eq!(missing, [true]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// Bytes that were changed somewhere still come to an end, within the bounds.
    #[test]
    fn broken_archives_come_to_an_end(which in 0..4_usize, at in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<prop::sample::Index>()) {
        let document = csaf("HW-1", 1, "Clock");
        let files: [(&str, &[u8]); 2] = [("a.json", &document), ("b.json", b"{}")];
        let mut bytes = [tar(&files), gzip(&tar(&files)), zip(&files), XZ.to_vec()][which].clone();
        let place = at.index(bytes.len());
        bytes[place] = byte;
        bytes.truncate(cut.index(bytes.len()) + 1);
        let found = found(&bytes, &limits());
        prop_assert!(found.len() <= 8);
        let within = found.iter().all(|(_, bytes)| bytes.as_ref().map_or(true, |bytes| bytes.len() <= 1_000));
        prop_assert!(within);
    }
}

/// What the fuzzer collected comes to an end within its bounds, too.
#[test]
fn the_corpus_of_the_fuzzer() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus/gather_unpack");
    let files = std::fs::read_dir(folder).expect("the corpus is there");
    let archives: Vec<Vec<u8>> =
        files.map(|file| std::fs::read(file.expect("a file").path()).expect("it can be read")).collect();
    assert!(archives.len() >= 4);
    for bytes in archives {
        let items = found(&bytes, &limits());
        assert!(items.iter().all(|(_, bytes)| bytes.as_ref().map_or(true, |bytes| bytes.len() <= 1_000)));
    }
}
