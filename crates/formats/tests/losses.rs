//! What a format cannot carry is told by its writer and stands in `docs/losses.md`: of everything that the samples, and the
//! documents that tests make up, lose anywhere.

mod generated;
mod samples;

use formats::csaf::{Edition, Links, Profile, csaf};
use formats::cve5::{Assigner, cve5};
use formats::document::{Fact, PublicDocument};
use formats::jvndb::{Entry, JvndbId};
use formats::jvnrss::Item;
use formats::vuldef::Vulinfo;
use formats::{Language, Localized, Loss};
use proptest::prelude::*;
use std::collections::BTreeSet;

const PAGE: &str = "https://noroshi.example/en/advisories/x";
/// The page, whose heads of sections are the names of formats below.
const DOCUMENTED: &str = include_str!("../../../docs/losses.md");

/// What every writer loses of a document: its name in the page, and the losses.
fn lost(document: &PublicDocument) -> Vec<(&'static str, Vec<Loss>)> {
    let links = Links { this: PAGE.to_owned(), other: None, page: PAGE.to_owned() };
    let csaf_of = |edition| {
        csaf(document, Language::Ja, &links, edition, Profile::of(document, edition))
            .map_or(Vec::new(), |made| made.losses)
    };
    let assigner = Assigner { org_id: "b7a0bd25-0e4f-4a30-8f2c-3a2a5e6c0f11".into(), short_name: "example".into() };
    let records = document.vulnerabilities.iter();
    let records = records.filter_map(|one| Some(cve5(document, one, &assigner, PAGE).ok()?.losses)).flatten().collect();
    let mut jvn = Vec::new();
    let entry = Entry::of(document, &JvndbId::made(document), Language::Ja, PAGE, &mut jvn);
    let (mut rss, mut vuldef, mut stix) = (jvn.clone(), jvn.clone(), Vec::new());
    let _ = Item::of(&entry, &mut rss);
    let _ = Vulinfo::of(document, &entry, Language::Ja, &mut vuldef);
    let _ = formats::stix::bundle(document, Language::Ja, PAGE, &mut stix);
    vec![
        ("CSAF 2.0", csaf_of(Edition::V2_0)),
        ("CSAF 2.1", csaf_of(Edition::V2_1)),
        ("CVE", records),
        ("OSV", formats::osv::osv(document, PAGE).losses),
        ("JVNRSS", rss),
        ("VULDEF", vuldef),
        ("STIX", stix),
    ]
}

/// `/vendors/*/products/*/cpe`.
fn place(at: &str) -> String {
    let step =
        |step: &str| if step.bytes().all(|byte| byte.is_ascii_digit()) { "*".to_owned() } else { step.to_owned() };
    let steps: Vec<String> = at.split('/').skip(1).map(step).collect();
    format!("/{}", steps.join("/"))
}

/// Losses that the page does not name under their format.
fn undocumented(document: &PublicDocument) -> BTreeSet<String> {
    let section =
        |name: &str| DOCUMENTED.split("\n## ").find(|section| section.lines().next() == Some(name)).unwrap_or("");
    let mut missing = BTreeSet::new();
    for (format, losses) in lost(document) {
        for loss in losses {
            let line = format!("| `{}` | {} |", place(&loss.at), loss.kind.text(Language::En));
            if !section(format).contains(&line) {
                missing.insert(format!("## {format}\n{line}"));
            }
        }
    }
    missing
}

fn samples() -> Vec<PublicDocument> {
    let mut documents = samples::all();
    let view = Localized::new("見解", "View");
    documents[1].vendors[0].view = view;
    let on = jiff::civil::date(2026, 5, 1);
    documents[0].vulnerabilities[0].facts = vec![
        Fact::Kev { on, due: None, ransomware: None },
        Fact::Epss { on, probability: "0.1".into(), percentile: "0.9".into(), model: None },
    ];
    documents[1].critical = true;
    documents
}

#[test]
fn what_the_samples_lose_is_documented() {
    let missing: BTreeSet<String> = samples().iter().flat_map(undocumented).collect();
    assert!(missing.is_empty(), "{}", missing.into_iter().collect::<Vec<_>>().join("\n"));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn what_any_document_loses_is_documented(document in generated::document()) {
        let missing = undocumented(&document);
        prop_assert!(missing.is_empty(), "{}", missing.into_iter().collect::<Vec<_>>().join("\n"));
    }
}
