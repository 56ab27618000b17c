//! Documents into packs: by content, each once, the newest counts, the bytes as they came.

mod common;

use common::{Folder, csaf, cve, lines, osv, take, vuldef};
use gather::{Library, LibraryError, Outcome};

#[test]
fn four_formats_are_known_by_their_content() {
    let tree = Folder::new("formats");
    let files = [
        ("x", csaf("HW-1", 1, "Clock")),
        ("y", cve("CVE-2026-10001", "PUBLISHED", "2026-01-02T00:00:00Z")),
        ("z", osv("GHSA-aaaa")),
        ("w", vuldef(&["JVNDB-2026-000001"])),
    ];
    let (became, report) = take(&tree.0, &files);
    assert_eq!(became, [Outcome::New, Outcome::New, Outcome::New, Outcome::New]);
    let lines = lines(&tree.0);
    let said: Vec<_> = lines
        .iter()
        .map(|line| (line["origin"]["key"].as_str(), line["id"].as_str(), line["format"].as_str()))
        .collect();
    assert_eq!(
        said,
        [
            (Some("hinode.example"), Some("HW-1"), Some("csaf-2.0")),
            (Some("cve.org"), Some("CVE-2026-10001"), Some("cve-5")),
            (Some("osv.dev"), Some("GHSA-aaaa"), Some("osv")),
            (Some("jvndb.jvn.jp"), Some("JVNDB-2026-000001"), Some("vuldef")),
        ]
    );
    assert!(report.kinds.keys().any(|(_, at, _)| at == "/vulnerabilities/*/strange"), "{:?}", report.kinds);
    assert!(report.kinds.keys().any(|(_, at, _)| at.ends_with("/Exploit[*]")), "{:?}", report.kinds);
    // The original bytes, whole.
    let pack = std::fs::read(tree.0.join("imported/packs/000001.pack")).expect("it is there");
    for ((_, bytes), line) in files.iter().zip(&lines) {
        let at = usize::try_from(line["at"].as_u64().expect("a number")).expect("small");
        assert_eq!(&pack[at..at + bytes.len()], bytes.as_slice());
        assert_eq!(line["length"].as_u64(), Some(bytes.len() as u64));
    }
}

#[test]
fn what_is_there_already_is_not_taken_again() {
    let tree = Folder::new("again");
    let files = [("a", csaf("HW-1", 1, "Clock")), ("b", osv("GHSA-aaaa"))];
    take(&tree.0, &files);
    let (became, report) = take(&tree.0, &files);
    assert_eq!(became, [Outcome::Unchanged, Outcome::Unchanged]);
    assert_eq!((report.taken(), lines(&tree.0).len()), (0, 2));
}

#[test]
fn a_newer_one_replaces_and_an_older_one_does_not() {
    let tree = Folder::new("newer");
    let (became, _) =
        take(&tree.0, &[("a", csaf("HW-1", 9, "Nine")), ("b", csaf("HW-1", 10, "Ten")), ("c", csaf("HW-1", 2, "Two"))]);
    assert_eq!(became, [Outcome::New, Outcome::Replaced, Outcome::Older]);
    let (became, _) = take(&tree.0, &[("d", csaf("HW-1", 10, "Ten, put right")), ("e", csaf("HW-1", 9, "Nine"))]);
    assert_eq!(became, [Outcome::Replaced, Outcome::Older]);
    let lines = lines(&tree.0);
    let numbers: Vec<_> =
        lines.iter().map(|line| (line["summary"]["id"].as_str(), line["summary"]["revision"].as_u64())).collect();
    let same = Some("IMPORTED00000001");
    assert_eq!(numbers, [(same, Some(1)), (same, Some(2)), (same, Some(3))]);
}

#[test]
fn the_same_id_of_two_sources_is_two_advisories() {
    let tree = Folder::new("sources");
    let id = "CVE-2026-10001";
    let (became, _) =
        take(&tree.0, &[("a", csaf(id, 1, "Clock")), ("b", cve(id, "PUBLISHED", "2026-01-02T00:00:00Z"))]);
    assert_eq!(became, [Outcome::New, Outcome::New]);
}

#[test]
fn entries_of_one_vuldef_document_are_documents() {
    let tree = Folder::new("entries");
    let ids = ["JVNDB-2026-000001", "JVNDB-2026-000002", "JVNDB-2026-000003"];
    let (became, _) = take(&tree.0, &[("feed", vuldef(&ids))]);
    assert_eq!(became.len(), 3);
    let kept: Vec<_> = lines(&tree.0).iter().map(|line| line["id"].as_str().expect("an id").to_owned()).collect();
    assert_eq!(kept, ids);
    let pieces = formats::imported::documents(&vuldef(&ids)).expect("it is well-formed").len();
    assert_eq!(pieces, 3);
    // One of them alone is known again.
    assert_eq!(take(&tree.0, &[("feed", vuldef(&ids))]).0, vec![Outcome::Unchanged; 3]);
}

#[test]
fn what_is_refused_is_told_and_ends_nothing() {
    let tree = Folder::new("refused");
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("text");
    let amber = text(&csaf("HW-2", 1, "x")).replace("WHITE", "AMBER").into_bytes();
    let own = text(&csaf("HW-3", 1, "x")).replace("www.hinode.example", "own.example").into_bytes();
    let (became, report) = take(
        &tree.0,
        &[
            ("a", b"{".to_vec()),
            ("b", b"{\"a\":1}".to_vec()),
            ("c", amber),
            ("d", own),
            ("e", cve("CVE-2026-10001", "RESERVED", "2026-01-02T00:00:00Z")),
            ("f", b"<html/>".to_vec()),
            ("g", b"<!DOCTYPE x [<!ENTITY a \"b\">]><VULDEF-Document/>".to_vec()),
            ("h", csaf("..", 1, "x")),
            ("i", csaf("HW-4", 1, "x")),
        ],
    );
    let (last, before) = became.split_last().expect("there are some");
    assert_eq!(last, &Outcome::New);
    assert!(before.iter().all(|one| matches!(one, Outcome::Refused(_))), "{before:?}");
    assert_eq!((report.refused, report.new), (8, 1));
}

#[test]
fn an_import_that_broke_off_is_taken_up_again() {
    let tree = Folder::new("broken-off");
    take(&tree.0, &[("a", csaf("HW-1", 1, "Clock"))]);
    // A pack without lines, and lines that head does not name yet.
    tree.write("imported/packs/000002.pack", b"{\"half");
    tree.write("imported/packs/000002.jsonl", b"{\"half");
    let (became, _) = take(&tree.0, &[("a", csaf("HW-1", 1, "Clock")), ("b", csaf("HW-2", 1, "Watch"))]);
    assert_eq!(became, [Outcome::Unchanged, Outcome::New]);
    assert_eq!(lines(&tree.0).len(), 2);
}

#[test]
fn two_imports_at_once_are_refused() {
    let tree = Folder::new("busy");
    let _first = Library::open(&tree.0).expect("nobody else imports");
    assert!(matches!(Library::open(&tree.0), Err(LibraryError::Busy)));
}
