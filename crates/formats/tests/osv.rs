//! OSV entries: ours and anybody's.

mod generated;
mod samples;

use formats::osv::{osv, read};
use formats::version::{VersionRange, VersionStatus, Versions};
use formats::{AdvisoryNumber, Import, LossKind, ReadError, Why};
use proptest::prelude::*;
use serde_json::json;

const SAMPLE: &[u8] = include_bytes!("foreign/osv.json");
const PAGE: &str = "https://noroshi.example/en/advisories/JVN10293847";

fn number() -> AdvisoryNumber {
    "JVNVU#90000001".parse().unwrap()
}

#[test]
fn an_entry_of_ours() {
    let mut document = samples::one_vendor();
    let product = &mut document.vendors[0].products[0];
    product.purl = Some("pkg:maven/jp.example/report".to_owned());
    product.versions.push(Versions::ranged(
        VersionStatus::Affected,
        VersionRange::Vers { vers: "vers:maven/2.9|>=3.0|<3.1".to_owned() },
    ));
    let made = osv(&document, PAGE);
    assert_eq!(made.id, "x_JVN-10293847");
    assert_eq!(made.entry["aliases"], json!(["CVE-2026-10293"]));
    assert_eq!(
        made.entry["affected"][0]["package"],
        json!({ "ecosystem": "Maven", "name": "jp.example:report", "purl": "pkg:maven/jp.example/report" })
    );
    assert_eq!(
        made.entry["affected"][0]["ranges"],
        json!([
            { "type": "ECOSYSTEM", "events": [{ "introduced": "0" }, { "fixed": "2.4.1" }] },
            { "type": "ECOSYSTEM", "events": [{ "introduced": "3.0" }, { "fixed": "3.1" }] },
        ])
    );
    assert_eq!(made.entry["affected"][0]["versions"], json!(["2.9"]));
    assert_eq!(made.entry["severity"][1]["type"], "CVSS_V4");
    let lost: Vec<_> = made.losses.iter().map(|loss| (loss.at.as_str(), loss.kind)).collect();
    assert_eq!(lost, [("/title/ja", LossKind::NotCarried), ("/vendors/0/products/0/versions/1", LossKind::NotCarried)]);
}

#[test]
fn an_entry_of_others() {
    let Import { document, not_understood } = read(SAMPLE, number()).unwrap();
    assert_eq!(document.title.en, "Script of others runs");
    assert_eq!(document.source.as_ref().unwrap().id, "GHSA-aaaa-bbbb-cccc");
    let single = &document.vulnerabilities[0];
    assert_eq!(single.cve.as_deref(), Some("CVE-2024-11111"));
    assert_eq!(single.cwes, ["CWE-79"]);
    assert_eq!(single.cvss[0].base_score.to_string(), "6.1");
    let related: Vec<_> = document.related.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(related, ["PYSEC-2024-1", "GHSA-xxxx-yyyy-zzzz"]);
    let npm = &document.vendors[0].products[0];
    assert_eq!(
        (npm.name.en.as_str(), npm.purl.as_deref()),
        ("@hinode/controller", Some("pkg:npm/%40hinode/controller"))
    );
    let ranges: Vec<_> = npm.versions.iter().map(|versions| versions.range.clone().unwrap()).collect();
    let several = VersionRange::Vers { vers: "vers:npm/<1.9.0|>=2.0.0|<2.5.0".to_owned() };
    assert_eq!(ranges, [several, VersionRange::exact("3.0.0")]);
    assert_eq!(document.vendors[1].products[0].versions[0].range, Some(VersionRange::up_to("1:2.0-1")));
    let found: Vec<_> = not_understood.iter().map(|one| (one.at.as_str(), one.why)).collect();
    assert_eq!(
        found,
        [
            ("/severity/1", Why::NoPlace),
            ("/database_specific/severity", Why::NoPlace),
            ("/affected/0/ranges/1/repo", Why::NoPlace),
            ("/affected/0/ranges/1", Why::NoPlace),
            ("/affected/1/ecosystem_specific", Why::NoPlace),
        ]
    );
}

#[test]
fn other_documents_are_refused() {
    assert_eq!(read(b"{}", number()).unwrap_err(), ReadError::OtherFormat);
    assert!(read(br#"{"id":"X-1","modified":"soon"}"#, number()).is_ok());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read(document in generated::document()) {
        let made = osv(&document, PAGE);
        let import = read(made.json().as_bytes(), number()).unwrap();
        prop_assert!(import.not_understood.iter().all(|one| one.why != Why::UnknownMember), "{:?}", import.not_understood);
        let again = osv(&import.document, PAGE);
        let packages = |entry: &serde_json::Value| -> Vec<String> {
            let list = entry["affected"].as_array().cloned().unwrap_or_default();
            list.iter().map(|one| one["package"].to_string()).collect()
        };
        let (mut wanted, mut found) = (packages(&made.entry), packages(&again.entry));
        wanted.sort();
        wanted.dedup();
        found.sort();
        prop_assert_eq!(wanted, found);
        prop_assert_eq!(&made.entry["severity"], &again.entry["severity"]);
    }
}
