//! Whatever a publishable document says, its CSAF documents hold what the mandatory tests of the standard demand
//! (section 6.1). The same is checked with another's validator in `e2e/csaf-check.mjs`.

mod generated;
mod samples;

use formats::csaf20::{Csaf20, Links, csaf20};
use formats::{Language, LossKind, PublicDocument};
use proptest::prelude::*;
use serde_json::Value;
use std::collections::BTreeSet;

fn links() -> Links {
    Links {
        this: "https://noroshi.example/csaf/white/2026/this.json".to_owned(),
        other: Some("https://noroshi.example/csaf/white/2026/other.json".to_owned()),
        page: "https://noroshi.example/ja/advisories/x".to_owned(),
    }
}

fn made(document: &PublicDocument, language: Language) -> (Csaf20, Value) {
    let csaf = csaf20(document, language, &links()).unwrap_or_else(|findings| panic!("{findings:?}"));
    let value = serde_json::from_str(&csaf.json).unwrap();
    (csaf, value)
}

fn strings(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().map(|item| item.as_str().unwrap().to_owned()).collect()
}

/// Ids of all leaves, and the categories and names of all branches.
fn leaves(branches: &Value, ids: &mut Vec<String>) {
    for branch in branches.as_array().into_iter().flatten() {
        let (product, inner) = (&branch["product"], &branch["branches"]);
        assert!(product.is_null() != inner.is_null(), "a branch has either a product or branches");
        assert!(!branch["name"].as_str().unwrap().is_empty());
        if branch["category"] == "product_version" {
            assert!(!branch["name"].as_str().unwrap().contains(['<', '>']), "6.1.31");
        }
        if branch["category"] == "product_version_range" {
            assert!(branch["name"].as_str().unwrap().starts_with("vers:"), "6.2.18");
        }
        if let Some(id) = product["product_id"].as_str() {
            ids.push(id.to_owned());
        }
        leaves(inner, ids);
    }
}

/// The order is read from the text, because a parsed value may have sorted the keys itself.
fn sorted_keys(json: &str) {
    let mut open: Vec<(usize, &str)> = Vec::new();
    for line in json.lines() {
        let text = line.trim_start();
        let indent = line.len() - text.len();
        open.retain(|(deeper, _)| *deeper <= indent);
        let Some((key, _)) = text.strip_prefix('"').and_then(|rest| rest.split_once("\":")) else { continue };
        if let Some((_, previous)) = open.iter().find(|(same, _)| *same == indent) {
            assert!(previous.to_lowercase() < key.to_lowercase(), "6.2.13: {previous} before {key}");
        }
        open.retain(|(same, _)| *same != indent);
        open.push((indent, key));
    }
}

fn holds(document: &PublicDocument, language: Language) {
    let (csaf, value) = made(document, language);
    sorted_keys(&csaf.json);
    let mut ids = Vec::new();
    leaves(&value["product_tree"]["branches"], &mut ids);
    let defined: BTreeSet<&String> = ids.iter().collect();
    assert_eq!(defined.len(), ids.len(), "6.1.2: an id is defined twice");
    let vulnerabilities = value["vulnerabilities"].as_array().unwrap();
    assert_eq!(vulnerabilities.len(), document.vulnerabilities.len());
    for vulnerability in vulnerabilities {
        vulnerability_holds(vulnerability, &defined);
    }
    tracking_holds(&value["document"]["tracking"], document);
    assert_eq!(value["document"]["tracking"]["id"], document.id.csaf_id(language));
    assert_eq!(value["document"]["lang"], language.tag());
    assert_eq!(csaf.file_name, document.id.csaf_file_name(language));
    assert!(csaf.json.ends_with("}\n"));
    assert_eq!(made(document, language).0.json, csaf.json, "the same bytes again");
}

fn vulnerability_holds(vulnerability: &Value, defined: &BTreeSet<&String>) {
    let groups = vulnerability["product_status"].as_object().unwrap();
    let listed: Vec<String> = groups.values().flat_map(strings).collect();
    let unique: BTreeSet<&String> = listed.iter().collect();
    assert!(!listed.is_empty(), "6.1.27.6");
    assert_eq!(unique.len(), listed.len(), "6.1.6: a product has two statuses");
    assert_eq!(&unique, defined, "6.1.1, 6.2.1: defined and used ids differ");
    for note in vulnerability["notes"].as_array().unwrap() {
        assert!(!note["text"].as_str().unwrap().is_empty());
    }
    let affected = strings(&vulnerability["product_status"]["known_affected"]);
    for remediation in vulnerability["remediations"].as_array().into_iter().flatten() {
        let products = strings(&remediation["product_ids"]);
        assert!(!products.is_empty(), "6.1.29");
        assert!(products.iter().all(|id| affected.contains(id)));
    }
    let mut versions = BTreeSet::new();
    for score in vulnerability["scores"].as_array().into_iter().flatten() {
        assert!(!strings(&score["products"]).is_empty());
        assert!(versions.insert(score["cvss_v3"]["version"].to_string()), "6.1.7");
    }
}

fn tracking_holds(tracking: &Value, document: &PublicDocument) {
    let history = tracking["revision_history"].as_array().unwrap();
    let numbers: Vec<u32> = history.iter().map(|item| item["number"].as_str().unwrap().parse().unwrap()).collect();
    assert!(numbers.iter().copied().eq(1..=document.revision), "6.1.16, 6.1.18, 6.1.21, 6.1.22");
    let dates: Vec<&str> = history.iter().map(|item| item["date"].as_str().unwrap()).collect();
    assert!(dates.is_sorted(), "6.1.14");
    assert_eq!(tracking["version"], document.revision.to_string());
    assert_eq!(tracking["status"], "final");
}

#[test]
fn samples_hold() {
    for document in samples::all() {
        Language::ALL.into_iter().for_each(|language| holds(&document, language));
    }
}

#[test]
fn one_vendor_in_detail() {
    let (csaf, value) = made(&samples::one_vendor(), Language::En);
    let vulnerability = &value["vulnerabilities"][0];
    assert_eq!(value["document"]["category"], "csaf_security_advisory");
    assert_eq!(value["document"]["title"], "Midori Report vulnerable to cross-site scripting");
    assert!(value["document"]["source_lang"].is_null(), "the English text is an original too");
    assert_eq!(value["document"]["references"][2]["url"], links().other.unwrap());
    assert_eq!(vulnerability["cwe"]["id"], "CWE-79");
    assert_eq!(vulnerability["scores"][0]["cvss_v3"]["baseScore"], 6.1);
    assert_eq!(vulnerability["remediations"][0]["category"], "vendor_fix");
    assert_eq!(strings(&vulnerability["product_status"]["fixed"]), ["V1P1R2"]);
    let losses: Vec<_> = csaf.losses.iter().map(|loss| (loss.at.as_str(), loss.kind)).collect();
    assert_eq!(losses, [("/vulnerabilities/0/cvss/1", LossKind::CvssV4)]);
}

#[test]
fn the_five_statuses() {
    let (csaf, value) = made(&samples::many_vendors(), Language::Ja);
    let status = &value["vulnerabilities"][0]["product_status"];
    assert_eq!(strings(&status["known_not_affected"]), ["V1P1R2", "V3"]);
    assert_eq!(strings(&status["under_investigation"]), ["V2P1R2", "V2P2", "V4"]);
    assert!(!csaf.json.contains("\"V5\""), "an unknown vendor is in no group");
    let lost =
        |kind| csaf.losses.iter().filter(|loss| loss.kind == kind).map(|loss| loss.at.as_str()).collect::<Vec<_>>();
    assert_eq!(lost(LossKind::UnknownStatus), ["/vendors/1/products/0/versions/2", "/vendors/4/status"]);
    assert_eq!(lost(LossKind::VersionsInWords), ["/vendors/0/products/0/versions/2"]);
    assert_eq!(lost(LossKind::CountermeasureWithoutProduct), ["/vendors/2/countermeasures/0"]);
    assert_eq!(lost(LossKind::Weakness), ["/vulnerabilities/0/cwes/1", "/vulnerabilities/1/cwes/0"]);
    assert_eq!(value["vulnerabilities"][1]["cwe"]["id"], "CWE-78", "the first weakness with a known name");
}

#[test]
fn an_unreached_developers_product() {
    let (_, value) = made(&samples::unreached(), Language::Ja);
    let vulnerability = &value["vulnerabilities"][0];
    assert_eq!(vulnerability["ids"][0]["text"], "JVN#56473829");
    assert_eq!(vulnerability["remediations"][0]["category"], "no_fix_planned");
    assert_eq!(value["product_tree"]["branches"][0]["branches"][0]["branches"][0]["name"], "vers:all/*");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_publishable_holds(document in generated::document()) {
        prop_assert!(document.is_publishable(), "{:?}", document.check());
        for language in Language::ALL {
            holds(&document, language);
        }
        prop_assert_eq!(PublicDocument::from_json(document.to_json().as_bytes()).unwrap(), document);
    }
}

/// A developer's view of a publication by judgement stands beside it, as the developer wrote it.
#[test]
fn a_developers_view_is_a_note_of_its_own() {
    let mut document = samples::one_vendor();
    document.vendors[0].view = formats::Localized::new("当社は更新を勧めます。", "");
    for (language, title) in [(Language::Ja, "製品開発者の見解: "), (Language::En, "The developer's view: ")] {
        let (_, value) = made(&document, language);
        let notes = value["document"]["notes"].as_array().expect("notes");
        let is_it = |note: &&Value| note["title"].as_str().is_some_and(|found| found.starts_with(title));
        let note = notes.iter().find(is_it).expect("the view");
        assert_eq!((&note["category"], &note["text"]), (&"other".into(), &"当社は更新を勧めます。".into()));
        holds(&document, language);
    }
}
