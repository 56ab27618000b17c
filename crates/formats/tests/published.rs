//! The published tree of the three samples: paths, hashes, feeds and lists as CSAF 2.0, section 7.1, demands them.

mod samples;

use formats::provider::{
    FEED_PATH, METADATA_PATH, ProviderConfig, Provision, PublishedFile, SECURITY_TXT_PATH, SUMMARIES_PATH, files,
    hash_files, lists,
};
use formats::{AdvisorySummary, Localized, PublicDocument};
use serde_json::Value;

const BASE: &str = "https://noroshi.example";

fn summaries() -> Vec<AdvisorySummary> {
    samples::all().iter().map(AdvisorySummary::from).collect()
}

fn text(files: &[PublishedFile], path: &str) -> String {
    let file = files.iter().find(|file| file.path == path).unwrap_or_else(|| panic!("{path} is missing"));
    String::from_utf8(file.bytes.clone()).unwrap()
}

fn paths(files: &[PublishedFile]) -> Vec<&str> {
    files.iter().map(|file| file.path.as_str()).collect()
}

#[test]
fn files_of_one_advisory() {
    let files = files(&samples::one_vendor(), &samples::provider(BASE)).unwrap();
    assert_eq!(
        paths(&files),
        [
            "advisories/JVN10293847/2/document.json",
            "csaf/white/2026/jvn_10293847.json",
            "csaf/white/2026/jvn_10293847.json.sha256",
            "csaf/white/2026/jvn_10293847.json.sha512",
            "csaf/white/2026/jvn_10293847-en.json",
            "csaf/white/2026/jvn_10293847-en.json.sha256",
            "csaf/white/2026/jvn_10293847-en.json.sha512",
        ]
    );
    let signed: Vec<&str> = files.iter().filter(|file| file.sign).map(|file| file.path.as_str()).collect();
    assert_eq!(signed, ["csaf/white/2026/jvn_10293847.json", "csaf/white/2026/jvn_10293847-en.json"]);
}

/// Published at 00:30 on New Year's Day in Japan, which is still the old year in the document's UTC date.
#[test]
fn the_year_is_that_of_the_documents_date() {
    let files = files(&samples::many_vendors(), &samples::provider(BASE)).unwrap();
    let csaf: Value = serde_json::from_str(&text(&files, "csaf/white/2025/jvnvu_91827364.json")).unwrap();
    assert_eq!(csaf["document"]["tracking"]["initial_release_date"], "2025-12-31T15:30:00Z");
}

/// The digests of the empty string, FIPS 180-4.
#[test]
fn hash_files_begin_with_the_digest() {
    let [sha256, sha512] = hash_files("a/b/x.json", b"");
    assert_eq!(sha256.path, "a/b/x.json.sha256");
    assert_eq!(sha256.bytes, b"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  x.json\n");
    assert!(sha512.bytes.starts_with(b"cf83e1357eefb8bdf1542850d66d8007"));
}

#[test]
fn plain_lists() {
    let lists = lists(&summaries(), &samples::provider(BASE));
    assert_eq!(
        text(&lists, "csaf/white/index.txt"),
        "2025/jvnvu_91827364-en.json\n2025/jvnvu_91827364.json\n2026/jvn_10293847-en.json\n\
         2026/jvn_10293847.json\n2026/jvn_56473829-en.json\n2026/jvn_56473829.json\n"
    );
    let changes = text(&lists, "csaf/white/changes.csv");
    assert_eq!(changes.lines().next(), Some("\"2026/jvn_10293847.json\",\"2026-06-01T03:00:00Z\""));
    assert_eq!(changes.lines().count(), 6);
    assert!(text(&lists, "csaf/white/2026/index.html").contains("<a href=\"jvn_10293847.json.asc\">"));
    let read: Vec<AdvisorySummary> =
        text(&lists, SUMMARIES_PATH).lines().map(|line| AdvisorySummary::from_line(line).unwrap()).collect();
    assert_eq!(read.len(), 3);
    assert_eq!(read[0], AdvisorySummary::from(&samples::one_vendor()));
}

#[test]
fn lists_do_not_depend_on_the_order_of_summaries() {
    let config = samples::provider(BASE);
    let mut reversed = summaries();
    reversed.reverse();
    assert_eq!(lists(&summaries(), &config), lists(&reversed, &config));
}

#[test]
fn feed_and_metadata_of_a_trusted_provider() {
    let config = samples::provider("https://noroshi.example/");
    assert_eq!(config.provision(), Provision::TrustedProvider);
    let lists = lists(&summaries(), &config);
    let metadata: Value = serde_json::from_str(&text(&lists, METADATA_PATH)).unwrap();
    assert_eq!(metadata["role"], "csaf_trusted_provider");
    assert_eq!(metadata["canonical_url"], "https://noroshi.example/.well-known/csaf/provider-metadata.json");
    assert_eq!(metadata["distributions"][1]["rolie"]["feeds"][0]["url"], format!("{BASE}/{FEED_PATH}"));
    let feed: Value = serde_json::from_str(&text(&lists, FEED_PATH)).unwrap();
    assert_eq!(feed["feed"]["updated"], "2026-06-01T03:00:00Z");
    let entry = &feed["feed"]["entry"][0];
    assert_eq!(entry["id"], "JVN#10293847");
    let rels: Vec<&str> = entry["link"].as_array().unwrap().iter().map(|link| link["rel"].as_str().unwrap()).collect();
    assert_eq!(rels, ["self", "hash", "hash", "signature"]);
    assert!(text(&lists, SECURITY_TXT_PATH).contains("CSAF: https://noroshi.example/.well-known/csaf/"));
}

#[test]
fn without_a_key_nothing_is_said_to_be_signed() {
    let config = ProviderConfig { keys: Vec::new(), ..samples::provider(BASE) };
    assert_eq!(config.provision(), Provision::Provider);
    let lists = lists(&summaries(), &config);
    assert!(text(&lists, METADATA_PATH).contains("\"csaf_provider\""));
    assert!(lists.iter().all(|file| !String::from_utf8_lossy(&file.bytes).contains(".json.asc")));
}

#[test]
fn on_http_there_is_no_provider() {
    let config = samples::provider("http://127.0.0.1:8787");
    assert_eq!(config.provision(), Provision::NotHttps);
    let lists = lists(&summaries(), &config);
    assert!(paths(&lists).iter().all(|path| *path != METADATA_PATH && *path != FEED_PATH));
    assert!(!text(&lists, SECURITY_TXT_PATH).contains("CSAF:"));
    assert!(paths(&lists).contains(&"csaf/white/index.txt"));
}

#[test]
fn before_the_first_advisory_there_is_no_feed() {
    let lists = lists(&[], &samples::provider(BASE));
    assert!(!paths(&lists).contains(&FEED_PATH));
    assert_eq!(text(&lists, "csaf/white/changes.csv"), "");
}

#[test]
fn a_faulty_document_makes_no_files() {
    let mut document = samples::one_vendor();
    document.title = Localized::default();
    let findings = files(&document, &samples::provider(BASE)).unwrap_err();
    assert_eq!(findings[0].at, "/title");
}

#[test]
fn documents_stay_the_same_through_json() {
    for document in samples::all() {
        let json = document.to_json();
        let read = PublicDocument::from_json(json.as_bytes()).unwrap();
        assert_eq!(read, document);
        assert_eq!(read.to_json(), json);
    }
}
