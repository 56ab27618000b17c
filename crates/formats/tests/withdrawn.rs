//! A withdrawn advisory: every format of it is there, valid, and says so and nothing else.

mod samples;

use formats::check::csaf::{Level, Options, check};
use formats::csaf::{Edition, Links, Profile, csaf};
use formats::document::{PublicDocument, Revision, Withdrawn};
use formats::{AdvisorySummary, Language, Localized};
use serde_json::Value;

const REASON: &str = "It named the wrong product.";

/// A sample, and what stands in its place afterwards.
fn withdrawn() -> PublicDocument {
    let was = samples::one_vendor();
    let at = was.updated_at;
    let reason = Localized::new("対象の製品が誤っていました。", REASON);
    let mut history = was.history;
    let number = was.revision + 1;
    history.push(Revision { number, at, summary: reason.clone() });
    let title = Localized::new(format!("【取り下げ】{}", was.title.ja), format!("Withdrawn: {}", was.title.en));
    let gone = Withdrawn { at, ground: "wrong-advisory".into(), reason: reason.clone() };
    PublicDocument {
        revision: number,
        updated_at: at,
        overview: reason,
        history,
        withdrawn: Some(gone),
        ..PublicDocument::new(was.id, was.publisher, title, was.published_at)
    }
}

fn links() -> Links {
    let (this, page) = ("https://noroshi.example/csaf/x.json".to_owned(), "https://noroshi.example/en/x".to_owned());
    Links { this, other: None, page }
}

/// CSAF 2.0 has no category for it and 2.1 has one; each document that was there before is written again.
#[test]
fn every_csaf_document_of_it_is_valid_and_says_why() {
    let document = withdrawn();
    assert!(document.is_publishable(), "{:?}", document.check());
    for edition in [Edition::V2_0, Edition::V2_1] {
        for profile in [Profile::SecurityAdvisory, Profile::Base, Profile::Vex, Profile::Informational] {
            for language in Language::ALL {
                let made = csaf(&document, language, &links(), edition, profile).expect("there was one before");
                let report = check(made.json.as_bytes(), Options { level: Level::Mandatory, now: None });
                assert!(report.is_valid(), "{edition:?} {profile:?}: {:?}\n{}", report.findings, made.json);
                let csaf: Value = serde_json::from_str(&made.json).expect("JSON");
                let category = if edition == Edition::V2_0 { "csaf_base" } else { "csaf_withdrawn" };
                assert_eq!(csaf["document"]["category"], category);
                assert_eq!(csaf["document"]["notes"][0]["text"], document.overview.get(language));
                assert!(csaf.get("product_tree").is_none() && csaf.get("vulnerabilities").is_none());
            }
        }
    }
}

#[test]
fn its_line_and_its_osv_entry_are_marked() {
    let document = withdrawn();
    let line = AdvisorySummary::from(&document).to_line();
    let read = AdvisorySummary::from_line(&line).expect("a line");
    assert!(read.withdrawn && read.products.is_empty());
    let whole = AdvisorySummary::from(&samples::one_vendor()).to_line();
    assert!(!whole.contains("withdrawn"), "a line of before reads the same");
    let osv: Value =
        serde_json::from_str(&formats::osv::osv(&document, "https://noroshi.example/en/x").json()).expect("JSON");
    assert!(osv["withdrawn"].is_string());
    assert_eq!(PublicDocument::from_json(document.to_json().as_bytes()).expect("a document"), document);
}
