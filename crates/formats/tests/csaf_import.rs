//! Other people's CSAF: what is understood, what is not and where; and the same document written again, valid wherever
//! the original was and equal in meaning.

mod data;

use formats::check::csaf::{Level, Options, check};
use formats::csaf::carry::{DifferenceKind, carry};
use formats::csaf::read::read;
use formats::document::{Affectedness, CountermeasureKind, SourceFormat};
use formats::version::{VersionRange, VersionStatus};
use formats::{AdvisoryNumber, Import, ReadError, Why};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

const SAMPLE: &[u8] = include_bytes!("foreign/csaf-2.0.json");

fn number() -> AdvisoryNumber {
    "JVNVU#90000001".parse().unwrap()
}

#[test]
fn what_a_document_says() {
    let Import { document, .. } = read(SAMPLE, number()).unwrap();
    let source = document.source.as_ref().unwrap();
    assert_eq!((source.format, source.id.as_str()), (SourceFormat::Csaf20, "HW-2024-1"));
    assert_eq!(source.url.as_deref(), Some("https://hinode.example/csaf/hw-2024-1.json"));
    assert_eq!(document.title.en, "Hinode Controller: two vulnerabilities");
    assert_eq!(document.title.ja, "");
    assert_eq!(document.overview.en, "Two vulnerabilities were found.\nUpdate soon.");
    assert_eq!(document.supplementary.en, "Terms\nAs is.");
    assert_eq!(document.impact.en, "Sessions may be stolen.");
    assert_eq!(document.published_at.to_string(), "2024-03-01T00:00:00Z");
    assert_eq!(document.updated_at.to_string(), "2024-04-01T00:00:00Z");
    let history: Vec<_> = document.history.iter().map(|r| (r.number, r.summary.en.as_str())).collect();
    assert_eq!(history, [(1, "Initial"), (2, "Update")]);
    assert_eq!(document.acknowledgements[0].name.en, "A. Finder");
    assert_eq!(document.related[0].id, "HB-7");
    let urls: Vec<_> = document.references.iter().map(|reference| reference.url.as_str()).collect();
    assert_eq!(urls, ["https://hinode.example/manual"]);
}

#[test]
fn products_and_vulnerabilities() {
    let Import { document, .. } = read(SAMPLE, number()).unwrap();
    let [vendor] = document.vendors.as_slice() else { panic!("one vendor") };
    assert_eq!((vendor.name.en.as_str(), vendor.status), ("Hinode Works", Affectedness::Affected));
    let [product] = vendor.products.as_slice() else { panic!("one product") };
    assert_eq!(product.name.en, "Controller");
    assert_eq!(product.cpe.as_deref(), Some("cpe:2.3:o:hinode:controller:*:*:*:*:*:*:*:*"));
    let versions: Vec<_> = product.versions.iter().map(|v| (v.status, v.range.clone(), v.text.en.as_str())).collect();
    let semver = VersionRange::Between {
        from: Some(formats::version::Bound::including("2.0")),
        to: Some(formats::version::Bound::excluding("2.5")),
    };
    assert_eq!(
        versions,
        [
            (VersionStatus::Affected, Some(VersionRange::before("3.2")), ""),
            (VersionStatus::Affected, Some(semver), ""),
            (VersionStatus::Fixed, Some(VersionRange::exact("3.2")), ""),
            (VersionStatus::Affected, None, "versions before the summer"),
        ]
    );
    let kinds: Vec<_> = vendor.countermeasures.iter().map(|c| (c.kind, c.text.en.as_str())).collect();
    assert_eq!(
        kinds,
        [(CountermeasureKind::Fix, "Update to 3.2."), (CountermeasureKind::Workaround, "Keep it behind a firewall.")]
    );
    let first = &document.vulnerabilities[0];
    assert_eq!(first.cve.as_deref(), Some("CVE-2024-11111"));
    assert_eq!(first.cwes, ["CWE-79"]);
    assert_eq!(first.cvss[0].base_score.to_string(), "6.1", "the vector's own score");
    assert_eq!(document.vulnerabilities[1].description.en, "An account is hidden.");
}

#[test]
fn what_was_not_understood_and_where() {
    let Import { not_understood, .. } = read(SAMPLE, number()).unwrap();
    let found: Vec<_> = not_understood.iter().map(|one| (one.at.as_str(), one.why)).collect();
    for expected in [
        ("/document/publisher/colour", Why::UnknownMember),
        ("/document/references/2/url", Why::BadValue),
        ("/product_tree/branches/0/branches/0/branches/0/product/product_identification_helper/skus", Why::NoPlace),
        ("/vulnerabilities/0/scores/0/cvss_v3/baseScore", Why::WrongScore),
        ("/vulnerabilities/0/remediations/0/date", Why::NoPlace),
        ("/vulnerabilities/0/threats/1", Why::NoPlace),
        ("/vulnerabilities/1/product_status/known_affected", Why::BadValue),
        ("/vulnerabilities/1/product_status/known_not_affected", Why::NoPlace),
    ] {
        assert!(found.contains(&expected), "{expected:?} in {found:#?}");
    }
    assert_eq!(found.len(), 8, "{found:#?}");
}

#[test]
fn nothing_but_bytes_that_are_no_document_fails() {
    assert_eq!(read(b"{", number()).unwrap_err(), ReadError::NotJson { line: 1, column: 1 });
    assert_eq!(read(b"[]", number()).unwrap_err(), ReadError::OtherFormat);
    assert_eq!(read(b"{\"a\":1}", number()).unwrap_err(), ReadError::OtherFormat);
    let bare = read(br#"{"document":{"csaf_version":"2.1","title":7}}"#, number()).unwrap();
    assert!(
        bare.not_understood.contains(&formats::NotUnderstood { at: "/document/title".into(), why: Why::WrongKind })
    );
}

/// Every value of the sample replaced by another kind, one after the other: nothing panics, and the place is told.
#[test]
fn any_member_may_be_of_another_kind() {
    let sample: Value = serde_json::from_slice(SAMPLE).unwrap();
    let mut pointers = Vec::new();
    collect(&sample, String::new(), &mut pointers);
    for pointer in pointers {
        for strange in [Value::Null, Value::from(7), Value::from("x"), Value::Array(vec![Value::Null])] {
            let mut changed = sample.clone();
            *changed.pointer_mut(&pointer).unwrap() = strange;
            let bytes = serde_json::to_vec(&changed).unwrap();
            if read(&bytes, number()).is_err() {
                assert!(["", "/document", "/document/csaf_version"].contains(&pointer.as_str()), "{pointer}");
            }
            let _ = carry(&changed);
        }
    }
}

fn collect(value: &Value, at: String, pointers: &mut Vec<String>) {
    match value {
        Value::Object(members) => members.iter().for_each(|(k, v)| collect(v, format!("{at}/{k}"), pointers)),
        Value::Array(items) => items.iter().enumerate().for_each(|(k, v)| collect(v, format!("{at}/{k}"), pointers)),
        _ => {}
    }
    pointers.push(at);
}

#[test]
fn written_again_it_differs_in_what_is_listed_only() {
    let original: Value = serde_json::from_slice(SAMPLE).unwrap();
    let carried = carry(&original).unwrap();
    let found: Vec<_> = carried.differences.iter().map(|one| (one.at.as_str(), one.kind)).collect();
    assert_eq!(
        found,
        [
            ("/vulnerabilities/1/references", DifferenceKind::Empty),
            ("/document/tracking/generator", DifferenceKind::Generator),
            ("/vulnerabilities/0/scores/0/cvss_v3/baseScore", DifferenceKind::Score),
            ("/vulnerabilities/0/scores/0/cvss_v3/baseSeverity", DifferenceKind::Score),
        ]
    );
    assert_same_but(&original, &carried.json, &found.iter().map(|(at, _)| (*at).to_owned()).collect());
}

/// Both documents as places and values: they must differ at the given places only.
fn assert_same_but(original: &Value, written: &str, at: &BTreeSet<String>) {
    let again: Value = serde_json::from_str(written).unwrap();
    let (mut before, mut after) = (BTreeMap::new(), BTreeMap::new());
    leaves(original, String::new(), &mut before);
    leaves(&again, String::new(), &mut after);
    let listed = |place: &str| at.iter().any(|listed| place == listed || place.starts_with(&format!("{listed}/")));
    for (place, value) in &before {
        assert!(listed(place) || after.get(place) == Some(value), "{place} was {value}");
    }
    for place in after.keys() {
        assert!(listed(place) || before.contains_key(place), "{place} is new");
    }
}

fn leaves<'a>(value: &'a Value, at: String, found: &mut BTreeMap<String, &'a Value>) {
    match value {
        Value::Object(members) => members.iter().for_each(|(k, v)| leaves(v, format!("{at}/{k}"), found)),
        Value::Array(items) => items.iter().enumerate().for_each(|(k, v)| leaves(v, format!("{at}/{k}"), found)),
        _ => drop(found.insert(at, value)),
    }
}

/// What a document says must be found in what was made of it.
fn assert_understood(original: &Value, import: &Import, name: &str) {
    let Import { document, .. } = import;
    let clean = |text: &str| {
        let visible: String = text.chars().filter(|c| !c.is_control() || c.is_whitespace()).collect();
        visible.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let value = serde_json::to_value(document).unwrap();
    let mut places = BTreeMap::new();
    leaves(&value, String::new(), &mut places);
    let said: BTreeSet<String> = places.values().filter_map(|value| value.as_str()).map(clean).collect();
    let said = said.into_iter().collect::<Vec<_>>().join("\n");
    let holds = |value: &Value| {
        let text = clean(value.as_str().unwrap_or_default());
        assert!(said.contains(&text), "{name} lost {text:?}");
    };
    let every = |pointer: &str| -> Vec<&Value> {
        original.pointer(pointer).and_then(Value::as_array).map(|list| list.iter().collect()).unwrap_or_default()
    };
    holds(&original["document"]["title"]);
    holds(&original["document"]["tracking"]["id"]);
    every("/document/notes").iter().for_each(|note| holds(&note["text"]));
    for vulnerability in every("/vulnerabilities") {
        let list = |key: &str| vulnerability[key].as_array().cloned().unwrap_or_default();
        holds(&vulnerability["cve"]);
        holds(&vulnerability["cwe"]["id"]);
        list("notes").iter().for_each(|note| holds(&note["text"]));
        list("remediations").iter().for_each(|remediation| holds(&remediation["details"]));
    }
}

#[test]
fn every_document_of_cisa() {
    let Some(files) = data::records("cisa-csaf.tar.xz") else { return };
    let (mut valid, mut total) = (0, 0);
    let mut why: BTreeMap<String, usize> = BTreeMap::new();
    for (name, bytes) in files {
        let original: Value = serde_json::from_slice(&bytes).unwrap();
        let import = read(&bytes, number()).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_understood(&original, &import, &name);
        for one in &import.not_understood {
            let place: String =
                one.at.split('/').filter(|part| part.parse::<u32>().is_err()).collect::<Vec<_>>().join("/");
            *why.entry(format!("{:?} {place}", one.why)).or_default() += 1;
        }
        let carried = carry(&original).unwrap();
        let places = carried.differences.iter().map(|one| one.at.clone()).collect();
        assert_same_but(&original, &carried.json, &places);
        let options = Options { level: Level::Mandatory, now: None };
        let before = check(&bytes, options).is_valid();
        let after = check(carried.json.as_bytes(), options);
        assert!(!before || after.is_valid(), "{name}: {:?}", after.findings);
        valid += usize::from(after.is_valid());
        total += 1;
    }
    println!("{valid} of {total} valid; {why:#?}");
    assert!(total >= 2_383);
}
