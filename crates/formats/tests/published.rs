//! The published tree of the three samples: paths, hashes, feeds and lists as CSAF 2.0, section 7.1, demands them.

mod samples;

use formats::csaf::{Edition, Profile};
use formats::cve5::Assigner;
use formats::document::Affectedness;
use formats::provider::{
    FEED_PATH, METADATA_PATH, ProviderConfig, Provision, PublishedFile, SECURITY_TXT_PATH, SUMMARIES_PATH, csaf_paths,
    edition_metadata_path, feed_path, files, hash_files, lists, provider_paths, service_path, year_feed_path,
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
    // CSAF 2.0 under TLP:WHITE, 2.1 under TLP:CLEAR; each in two languages, as advisory and as VEX, with two hashes.
    let names = ["jvn_10293847", "jvn_10293847-en", "jvn_10293847-vex", "jvn_10293847-en-vex"];
    let documents: Vec<String> = ["csaf/white", "csaf/clear"]
        .iter()
        .flat_map(|folder| names.map(|name| format!("{folder}/2026/{name}.json")))
        .collect();
    let mut expected = vec!["advisories/JVN10293847/2/document.json".to_owned()];
    for path in &documents {
        expected.extend([path.clone(), format!("{path}.sha256"), format!("{path}.sha512")]);
    }
    expected.extend(["ja", "en"].map(|language| format!("advisories/JVN10293847/2/stix-{language}.json")));
    assert_eq!(paths(&files), expected);
    let signed: Vec<&str> = files.iter().filter(|file| file.sign).map(|file| file.path.as_str()).collect();
    assert_eq!(signed, documents);
    let possible: Vec<String> = csaf_paths(&samples::one_vendor()).collect();
    assert!(possible.len() == 8 && documents.iter().all(|path| possible.contains(path)));
}

/// The documents of an advisory name each other: in the other language, of the same edition and kind.
#[test]
fn documents_of_an_edition_stay_among_themselves() {
    let files = files(&samples::one_vendor(), &samples::provider(BASE)).unwrap();
    let document: Value = serde_json::from_str(&text(&files, "csaf/clear/2026/jvn_10293847-en-vex.json")).unwrap();
    assert_eq!(document["document"]["csaf_version"], "2.1");
    assert_eq!(document["document"]["category"], "csaf_vex");
    assert_eq!(document["document"]["tracking"]["id"], "JVN#10293847-en-vex");
    let urls: Vec<&str> =
        document["document"]["references"].as_array().unwrap().iter().map(|one| one["url"].as_str().unwrap()).collect();
    assert!(urls.contains(&"https://noroshi.example/csaf/clear/2026/jvn_10293847-en-vex.json"));
    assert!(urls.contains(&"https://noroshi.example/csaf/clear/2026/jvn_10293847-vex.json"));
    let document: Value = serde_json::from_str(&text(&files, "csaf/clear/2026/jvn_10293847.json")).unwrap();
    assert_eq!(document["document"]["category"], "csaf_security_advisory");
}

#[test]
fn other_standards_where_they_apply() {
    let assigner =
        Assigner { org_id: "ede6fdc4-6654-4307-a26d-3331c018e2ce".to_owned(), short_name: "noroshi".to_owned() };
    let config = ProviderConfig { assigner: Some(assigner), ..samples::provider(BASE) };
    let cve = "advisories/JVN10293847/2/CVE-2026-10293.json";
    let osv = "advisories/JVN10293847/2/osv.json";
    let mut document = samples::one_vendor();
    let made = files(&document, &config).unwrap();
    let record: Value = serde_json::from_str(&text(&made, cve)).unwrap();
    assert_eq!(
        record["containers"]["cna"]["references"][0]["url"],
        "https://noroshi.example/en/advisories/JVN10293847"
    );
    // A package of no ecosystem is none for OSV.
    assert!(!paths(&made).contains(&osv));
    document.vendors[0].products[0].purl = Some("pkg:npm/midori-report".to_owned());
    let entry: Value = serde_json::from_str(&text(&files(&document, &config).unwrap(), osv)).unwrap();
    assert_eq!(entry["affected"][0]["package"]["name"], "midori-report");
    document.vulnerabilities[0].cve = None;
    assert!(!paths(&files(&document, &config).unwrap()).contains(&cve));
}

/// What is no matter of products is said in words alone; what has no affected product fits no advisory of 2.1.
#[test]
fn the_profile_is_the_one_that_fits() {
    let mut document = samples::one_vendor();
    assert_eq!(Edition::ALL.map(|edition| Profile::of(&document, edition)), [Profile::SecurityAdvisory; 2]);
    document.vendors[0].status = Affectedness::NotAffected;
    document.vendors[0].products.clear();
    assert_eq!(Edition::ALL.map(|edition| Profile::of(&document, edition)), [Profile::SecurityAdvisory, Profile::Base]);
    document.vendors.clear();
    document.vulnerabilities.clear();
    document.references = samples::many_vendors().references;
    assert_eq!(Edition::ALL.map(|edition| Profile::of(&document, edition)), [Profile::Informational; 2]);
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
    let both = |name: &str| format!("{name}-en-vex.json\n{name}-en.json\n{name}-vex.json\n{name}.json\n");
    // The second of the many vendors' vulnerabilities has no number, so that advisory is no VEX.
    let expected = format!(
        "2025/jvnvu_91827364-en.json\n2025/jvnvu_91827364.json\n{}{}",
        both("2026/jvn_10293847"),
        both("2026/jvn_56473829")
    );
    assert_eq!(text(&lists, "csaf/white/index.txt"), expected);
    assert_eq!(text(&lists, "csaf/clear/index.txt"), expected);
    let changes = |folder: &str| text(&lists, &format!("csaf/{folder}/changes.csv"));
    assert_eq!(changes("white").lines().next(), Some("\"2026/jvn_10293847.json\",\"2026-06-01T03:00:00Z\""));
    assert_eq!(changes("clear").lines().next(), Some("2026/jvn_10293847.json,2026-06-01T03:00:00Z"));
    assert_eq!(changes("white").lines().count(), 10);
    assert!(text(&lists, "csaf/white/2026/index.html").contains("<a href=\"jvn_10293847.json.asc\">"));
    assert!(text(&lists, "csaf/clear/index.html").contains("<a href=\"csaf-feed-tlp-clear-2026.json\">"));
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
    assert_eq!(metadata["canonical_url"], "https://noroshi.example/.well-known/csaf/v2.0/provider-metadata.json");
    assert_eq!(text(&lists, METADATA_PATH), text(&lists, edition_metadata_path(Edition::V2_0)));
    assert_eq!(metadata["distributions"][1]["rolie"]["feeds"][0]["url"], format!("{BASE}/{FEED_PATH}"));
    let feed: Value = serde_json::from_str(&text(&lists, FEED_PATH)).unwrap();
    assert_eq!(feed["feed"]["updated"], "2026-06-01T03:00:00Z");
    let entry = &feed["feed"]["entry"][0];
    assert_eq!(entry["id"], "JVN#10293847");
    let rels: Vec<&str> = entry["link"].as_array().unwrap().iter().map(|link| link["rel"].as_str().unwrap()).collect();
    assert_eq!(rels, ["self", "hash", "hash", "signature"]);
    assert!(text(&lists, SECURITY_TXT_PATH).contains("CSAF: https://noroshi.example/.well-known/csaf/"));
}

/// CSAF 2.1, requirements 7 and 15: other names of the same things.
#[test]
fn metadata_and_feeds_of_2_1() {
    let lists = lists(&summaries(), &samples::provider(BASE));
    let metadata: Value = serde_json::from_str(&text(&lists, edition_metadata_path(Edition::V2_1))).unwrap();
    assert_eq!(metadata["$schema"], "https://docs.oasis-open.org/csaf/csaf/v2.1/schema/provider.json");
    assert_eq!(metadata["metadata_version"], "2.1");
    let [folder, rolie] = metadata["distributions"].as_array().unwrap().as_slice() else { panic!("two ways") };
    assert_eq!(folder["directory"], serde_json::json!({ "tlp_label": "CLEAR", "url": format!("{BASE}/csaf/clear/") }));
    let feed = &rolie["rolie"]["feeds"][0];
    assert_eq!((&feed["tlp_label"], &feed["last_updated"]), (&"CLEAR".into(), &"2026-06-01T03:00:00Z".into()));
    let feed: Value = serde_json::from_str(&text(&lists, feed_path(Edition::V2_1))).unwrap();
    assert_eq!(feed["feed"]["id"], "csaf-feed-tlp-clear");
    assert_eq!(feed["feed"]["entry"].as_array().unwrap().len(), 10);
    assert_eq!(feed["feed"]["entry"][0]["format"]["version"], "2.1");
    let of_2025: Value = serde_json::from_str(&text(&lists, &year_feed_path(Edition::V2_1, 2025))).unwrap();
    assert_eq!(of_2025["feed"]["entry"].as_array().unwrap().len(), 2);
    let service: Value = serde_json::from_str(&text(&lists, service_path(Edition::V2_1))).unwrap();
    let collections = service["service"]["workspace"][0]["collection"].as_array().unwrap();
    let hrefs: Vec<&str> = collections.iter().map(|one| one["href"].as_str().unwrap()).collect();
    let expected = ["", "-2026", "-2025"].map(|year| format!("{BASE}/csaf/clear/csaf-feed-tlp-clear{year}.json"));
    assert_eq!(hrefs, expected);
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
    assert!(paths(&lists).iter().all(|path| !provider_paths(&summaries()).contains(&(*path).to_owned())));
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
