//! CSAF 2.1, and the profiles VEX and Informational of both editions: whatever is publishable makes a valid document
//! or says what it lacks.

mod generated;
mod samples;

use formats::check::csaf::{Level, Options, check};
use formats::csaf::{Csaf, Edition, Links, Profile, Refusal, csaf};
use formats::document::{Fact, PublicDocument};
use formats::{Language, LossKind};
use proptest::prelude::*;
use serde_json::Value;

fn links() -> Links {
    Links {
        this: "https://noroshi.example/csaf/x.json".to_owned(),
        other: None,
        page: "https://noroshi.example/en/x".to_owned(),
    }
}

const KINDS: [(Edition, Profile); 8] = [
    (Edition::V2_0, Profile::Base),
    (Edition::V2_1, Profile::Base),
    (Edition::V2_0, Profile::SecurityAdvisory),
    (Edition::V2_0, Profile::Vex),
    (Edition::V2_0, Profile::Informational),
    (Edition::V2_1, Profile::SecurityAdvisory),
    (Edition::V2_1, Profile::Vex),
    (Edition::V2_1, Profile::Informational),
];

fn holds(document: &PublicDocument, language: Language) {
    for (edition, profile) in KINDS {
        match csaf(document, language, &links(), edition, profile) {
            Err(Refusal::Faults(faults)) => panic!("{faults:?}"),
            Err(Refusal::Profile(lacking)) => {
                let always =
                    profile == Profile::Base || (edition, profile) == (Edition::V2_0, Profile::SecurityAdvisory);
                assert!(!always && !lacking.is_empty());
            }
            Ok(Csaf { json, .. }) => {
                let report = check(json.as_bytes(), Options { level: Level::Mandatory, now: None });
                assert!(report.is_valid(), "{edition:?} {profile:?}: {:?}\n{json}", report.findings);
            }
        }
    }
}

fn made(document: &PublicDocument, edition: Edition, profile: Profile) -> (Csaf, Value) {
    let made = csaf(document, Language::En, &links(), edition, profile).unwrap();
    let value = serde_json::from_str(&made.json).unwrap();
    (made, value)
}

#[test]
fn samples_hold() {
    for document in samples::all() {
        Language::ALL.into_iter().for_each(|language| holds(&document, language));
    }
}

#[test]
fn what_2_1_carries_more() {
    let mut document = samples::one_vendor();
    document.vulnerabilities[0].facts = vec![
        Fact::Epss {
            on: "2026-05-28".parse().unwrap(),
            probability: "0.00042".to_owned(),
            percentile: "0.12".to_owned(),
            model: Some("v2025.03.14".to_owned()),
        },
        Fact::Kev { on: "2026-05-29".parse().unwrap(), due: None, ransomware: None },
    ];
    let (csaf, value) = made(&document, Edition::V2_1, Profile::SecurityAdvisory);
    let vulnerability = &value["vulnerabilities"][0];
    assert_eq!(value["$schema"], "https://docs.oasis-open.org/csaf/csaf/v2.1/schema/csaf.json");
    assert_eq!(value["document"]["distribution"]["tlp"]["label"], "CLEAR");
    assert_eq!(vulnerability["metrics"][0]["content"]["cvss_v3"]["baseScore"], 6.1);
    assert_eq!(vulnerability["metrics"][1]["content"]["cvss_v4"]["version"], "4.0");
    assert_eq!(vulnerability["metrics"][2]["content"]["epss"]["probability"], "0.00042");
    assert_eq!(vulnerability["cwes"][0]["id"], "CWE-79");
    assert_eq!(vulnerability["disclosure_date"], "2026-05-28T03:00:00Z");
    assert!(vulnerability["scores"].is_null() && vulnerability["cwe"].is_null());
    let losses: Vec<_> = csaf.losses.iter().map(|loss| (loss.at.as_str(), loss.kind)).collect();
    assert_eq!(losses, [("/vulnerabilities/0/facts/1", LossKind::NotCarried)]);
}

#[test]
fn products_of_unknown_status_have_a_group_in_2_1() {
    let (csaf, value) = made(&samples::many_vendors(), Edition::V2_1, Profile::Base);
    let unknown = value["vulnerabilities"][0]["product_status"]["unknown"].as_array().unwrap();
    assert_eq!(unknown.len(), 2);
    assert!(!csaf.losses.iter().any(|loss| loss.kind == LossKind::UnknownStatus));
}

#[test]
fn vex_gives_the_reason() {
    let mut document = samples::many_vendors();
    let refused = csaf(&document, Language::Ja, &links(), Edition::V2_0, Profile::Vex);
    assert!(
        matches!(refused, Err(Refusal::Profile(lacking)) if lacking.contains(&"/vulnerabilities/1/cve".to_owned()))
    );
    document.vulnerabilities.truncate(1);
    for vendor in &mut document.vendors {
        vendor.statement = formats::Localized::new("影響を受ける部品を使っていません。", "The component is not used.");
    }
    let (csaf, value) = made(&document, Edition::V2_0, Profile::Vex);
    assert_eq!(csaf.id, "JVN#55512345-en-vex".replace("JVN#55512345", &document.id.shown()));
    assert_eq!(value["document"]["category"], "csaf_vex");
    let threats = value["vulnerabilities"][0]["threats"].as_array().unwrap();
    assert!(threats.iter().all(|threat| threat["details"] == "The component is not used."));
    assert!(!threats.is_empty());
}

#[test]
fn an_informational_advisory_names_no_products() {
    let mut document = samples::one_vendor();
    document.references.clear();
    let refused = csaf(&document, Language::Ja, &links(), Edition::V2_1, Profile::Informational);
    assert!(matches!(refused, Err(Refusal::Profile(lacking)) if lacking == ["/references"]));
    let (csaf, value) = made(&samples::many_vendors(), Edition::V2_1, Profile::Informational);
    assert!(value["product_tree"].is_null() && value["vulnerabilities"].is_null());
    assert_eq!(csaf.losses.len(), 2);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_publishable_holds(document in generated::document()) {
        Language::ALL.into_iter().for_each(|language| holds(&document, language));
    }
}
