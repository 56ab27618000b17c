//! CVE records: ours, anybody's, and ours over anybody's.

mod data;
mod generated;
mod samples;

use std::collections::BTreeSet;

use formats::cve5::{Assigner, NotWritten, cve5, read, update};
use formats::document::{Affectedness, Fact, PublicDocument, Vendor};
use formats::version::{Bound, VersionRange, VersionStatus};
use formats::{AdvisoryNumber, Import, LossKind, ReadError, Why};
use proptest::prelude::*;
use serde_json::Value;

const SAMPLE: &[u8] = include_bytes!("foreign/cve-5.json");
const PAGE: &str = "https://noroshi.example/en/advisories/JVN10293847";

fn number() -> AdvisoryNumber {
    "JVNVU#90000001".parse().unwrap()
}

fn assigner() -> Assigner {
    Assigner { org_id: "ede6fdc4-6654-4307-a26d-3331c018e2ce".to_owned(), short_name: "noroshi".to_owned() }
}

#[test]
fn a_record_of_ours() {
    let document = samples::one_vendor();
    let made = cve5(&document, &document.vulnerabilities[0], &assigner(), PAGE).unwrap();
    let cna = &made.record["containers"]["cna"];
    assert_eq!(made.record["cveMetadata"]["cveId"], "CVE-2026-10293");
    assert_eq!(made.record["cveMetadata"]["state"], "PUBLISHED");
    assert_eq!(cna["descriptions"][0]["lang"], "en");
    assert_eq!(cna["descriptions"][1]["lang"], "ja");
    let affected = &cna["affected"][0];
    assert_eq!(affected["vendor"], "Midori Soft Inc.");
    assert_eq!(affected["packageURL"], "pkg:generic/midori-report");
    assert_eq!(
        affected["versions"][0],
        serde_json::json!({ "version": "0", "lessThan": "2.4.1", "status": "affected", "versionType": "custom" })
    );
    assert_eq!(affected["versions"][1], serde_json::json!({ "version": "2.4.1", "status": "unaffected" }));
    assert_eq!(cna["problemTypes"][0]["descriptions"][0]["cweId"], "CWE-79");
    assert_eq!(cna["metrics"][1]["cvssV4_0"]["version"], "4.0");
    assert_eq!(cna["references"][0]["url"], PAGE);
    assert!(made.losses.iter().any(|loss| (loss.at.as_str(), loss.kind) == ("/impact", LossKind::NotCarried)));
}

#[test]
fn what_a_record_must_have() {
    let document = samples::unreached();
    assert_eq!(cve5(&document, &document.vulnerabilities[0], &assigner(), PAGE).unwrap_err(), NotWritten::NoNumber);
    let mut document = samples::one_vendor();
    document.overview.en.clear();
    assert_eq!(cve5(&document, &document.vulnerabilities[0], &assigner(), PAGE).unwrap_err(), NotWritten::NoEnglish);
}

#[test]
fn containers_of_others_stay() {
    let document = samples::one_vendor();
    let made = cve5(&document, &document.vulnerabilities[0], &assigner(), PAGE).unwrap();
    let earlier: Value = serde_json::from_slice(SAMPLE).unwrap();
    let updated = update(&earlier, &made.record);
    assert_eq!(updated["containers"]["adp"], earlier["containers"]["adp"]);
    assert_eq!(updated["containers"]["cna"]["x_own"], earlier["containers"]["cna"]["x_own"]);
    assert_eq!(updated["cveMetadata"], earlier["cveMetadata"]);
    assert_eq!(updated["containers"]["cna"]["title"], made.record["containers"]["cna"]["title"]);
}

#[test]
fn a_record_of_others() {
    let Import { document, not_understood } = read(SAMPLE, number()).unwrap();
    assert_eq!(document.title.en, "A script of others runs in Controller");
    assert_eq!(document.overview.ja, "他人のスクリプトが動きます。");
    assert_eq!(document.published_at.to_string(), "2024-03-01T10:00:00Z");
    assert_eq!(document.source.as_ref().unwrap().id, "CVE-2024-11111");
    let [vendor] = document.vendors.as_slice() else { panic!("one vendor") };
    assert_eq!(vendor.status, Affectedness::Affected);
    let versions: Vec<_> = vendor.products[0].versions.iter().map(|v| (v.status, v.range.clone())).collect();
    let half_open = VersionRange::Between { from: Some(Bound::including("2.0")), to: Some(Bound::excluding("2.5")) };
    assert_eq!(
        versions,
        [
            (VersionStatus::Affected, Some(half_open)),
            (VersionStatus::Affected, Some(VersionRange::up_to("1.9"))),
            (VersionStatus::NotAffected, Some(VersionRange::exact("3.0"))),
            (VersionStatus::Unknown, None),
            (VersionStatus::Unknown, Some(VersionRange::since("4.0"))),
        ]
    );
    assert_eq!(vendor.products[1].versions[0].range, Some(VersionRange::All));
    let single = &document.vulnerabilities[0];
    assert_eq!(single.cwes, ["CWE-79"]);
    assert_eq!(single.cvss.len(), 1);
    let options = vec![("Exploitation".into(), "active".into()), ("Automatable".into(), "no".into())];
    assert_eq!(
        single.facts,
        [
            Fact::Ssvc {
                on: "2024-05-01".parse().unwrap(),
                role: Some("CISA Coordinator".into()),
                version: Some("2.0.3".into()),
                options,
            },
            Fact::Kev { on: "2024-05-02".parse().unwrap(), due: None, ransomware: None },
        ]
    );
    let found: Vec<_> = not_understood.iter().map(|one| (one.at.as_str(), one.why)).collect();
    assert_eq!(
        found,
        [
            ("/containers/cna/x_own", Why::NoPlace),
            ("/containers/cna/affected/0/platforms", Why::NoPlace),
            ("/containers/cna/affected/0/versions/4/status", Why::BadValue),
            ("/containers/cna/metrics/1/cvssV2_0/baseScore", Why::WrongScore),
            ("/containers/cna/metrics/1/cvssV2_0", Why::NoPlace),
            ("/containers/cna/references/1/url", Why::BadValue),
        ]
    );
}

#[test]
fn other_documents_are_refused() {
    assert_eq!(read(b"{}", number()).unwrap_err(), ReadError::OtherFormat);
    assert!(matches!(read(b"\xff", number()), Err(ReadError::NotJson { .. })));
    assert!(read(br#"{"dataType":"CVE_RECORD"}"#, number()).is_ok());
}

/// What a record carries of a document, to be found again when it is read.
fn carried(document: &PublicDocument) -> Vec<String> {
    let single = &document.vulnerabilities[0];
    let vectors = single.cvss.iter().map(|cvss| cvss.vector.clone());
    let en = |text: &formats::Localized| text.get(formats::Language::En).trim().to_owned();
    let products = document.vendors.iter().flat_map(|vendor| {
        vendor.products.iter().map(move |product| format!("{} {}", en(&vendor.name), en(&product.name)))
    });
    let texts = [document.overview.en.clone(), document.overview.ja.clone(), document.solution.text.en.clone()];
    let trimmed = texts.map(|text| text.trim().to_owned());
    vectors.chain(single.cwes.clone()).chain(single.cve.clone()).chain(trimmed).chain(products).collect()
}

/// Whether no vendor and no product of a vendor stands there twice: those are joined when they are read.
fn each_once(document: &PublicDocument) -> bool {
    let once = |names: Vec<&formats::Localized>| {
        let names: Vec<&str> = names.into_iter().map(|name| name.get(formats::Language::En).trim()).collect();
        names.iter().collect::<BTreeSet<_>>().len() == names.len()
    };
    let products = |vendor: &Vendor| once(vendor.products.iter().map(|product| &product.name).collect());
    once(document.vendors.iter().map(|vendor| &vendor.name).collect()) && document.vendors.iter().all(products)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read(document in generated::document()) {
        let mut document = document;
        document.vulnerabilities.truncate(1);
        document.vulnerabilities[0].cve = Some("CVE-2026-1234".to_owned());
        let Ok(made) = cve5(&document, &document.vulnerabilities[0], &assigner(), PAGE) else { return Ok(()) };
        let import = read(made.json().as_bytes(), number()).unwrap();
        let (mut wanted, mut found) = (carried(&document), carried(&import.document));
        wanted.sort();
        wanted.dedup();
        found.sort();
        found.dedup();
        let lacking: Vec<_> = wanted.iter().filter(|one| !found.contains(one)).collect();
        prop_assert!(lacking.is_empty(), "{lacking:?} of {found:?}");
        prop_assume!(each_once(&document));
        let again = import.document;
        let twice = cve5(&again, &again.vulnerabilities[0], &assigner(), PAGE).unwrap();
        prop_assert_eq!(&twice.record["containers"]["cna"]["affected"], &made.record["containers"]["cna"]["affected"]);
    }
}

#[test]
fn every_record_at_hand() {
    let Some(files) = data::records("cve-records.tar.xz") else { return };
    let mut places = std::collections::BTreeMap::<String, usize>::new();
    let total = files.len();
    for (name, bytes) in files {
        let Import { document, not_understood } =
            read(&bytes, number()).unwrap_or_else(|error| panic!("{name}: {error}"));
        let value: Value = serde_json::from_slice(&bytes).unwrap();
        assert_eq!(value["cveMetadata"]["cveId"], document.vulnerabilities[0].cve.as_deref().unwrap());
        assert!(!document.title.is_empty() && !document.overview.is_empty(), "{name}");
        for one in not_understood {
            let place: Vec<_> = one.at.split('/').filter(|part| part.parse::<u32>().is_err()).collect();
            *places.entry(format!("{:?} {}", one.why, place.join("/"))).or_default() += 1;
        }
        if let Ok(made) = cve5(&document, &document.vulnerabilities[0], &assigner(), PAGE) {
            let again = read(made.json().as_bytes(), number()).unwrap().document;
            assert_eq!(again.vulnerabilities[0].cvss, document.vulnerabilities[0].cvss, "{name}");
            assert_eq!(again.vulnerabilities[0].cwes, document.vulnerabilities[0].cwes, "{name}");
        }
    }
    println!("{places:#?}");
    assert!(total >= 5_000);
}
