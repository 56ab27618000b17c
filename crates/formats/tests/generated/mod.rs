//! Random publishable documents: every status, kind, range and hostile but legal text.

use crate::samples::publisher;
use formats::document::{
    Affectedness, Countermeasure, CountermeasureKind, Product, PublicDocument, Revision, Vendor, Vulnerability,
};
use formats::version::{Bound, VersionRange, VersionStatus, Versions};
use formats::{AdvisoryNumber, Cvss, Localized};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

/// Text without control characters and with at least one that is visible.
fn words() -> impl Strategy<Value = String> {
    prop_oneof!["[a-zA-Z<>&\"'#/. ]{0,20}x", "[ぁ-ん一-鿿Ａ-Ｚ、。 ]{0,20}あ", "\\PC{0,20}!"]
}

fn localized() -> impl Strategy<Value = Localized> {
    (words(), words()).prop_map(|(ja, en)| Localized::new(ja, en))
}

fn version() -> impl Strategy<Value = String> {
    prop_oneof!["[0-9]{1,2}\\.[0-9]{1,2}", "[0-9] (all|before|SP[0-9])", "<[0-9]", "第[0-9]版"]
}

fn bound() -> impl Strategy<Value = Bound> {
    (version(), any::<bool>()).prop_map(|(version, inclusive)| Bound { version, inclusive })
}

fn range() -> impl Strategy<Value = VersionRange> {
    prop_oneof![
        Just(VersionRange::All),
        version().prop_map(VersionRange::exact),
        bound().prop_map(|to| VersionRange::Between { from: None, to: Some(to) }),
        (bound(), option::of(bound())).prop_map(|(from, to)| VersionRange::Between { from: Some(from), to }),
        Just(VersionRange::Vers { vers: "vers:npm/>=1.0.0|<1.2.3".to_owned() }),
    ]
}

fn version_status() -> impl Strategy<Value = VersionStatus> {
    prop_oneof![
        Just(VersionStatus::Affected),
        Just(VersionStatus::Fixed),
        Just(VersionStatus::NotAffected),
        Just(VersionStatus::UnderInvestigation),
        Just(VersionStatus::Unknown),
    ]
}

fn versions() -> impl Strategy<Value = Versions> {
    (version_status(), localized(), option::of(range())).prop_map(|(status, text, range)| Versions {
        status,
        text,
        range,
    })
}

fn product() -> impl Strategy<Value = Product> {
    let purl = prop_oneof![
        Just(None),
        Just(Some("pkg:npm/%40a/b".to_owned())),
        Just(Some("pkg:generic/x?arch=arm".to_owned()))
    ];
    let cpe = prop_oneof![Just(None), Just(Some("cpe:2.3:a:x:y:*:*:*:*:*:*:*:*".to_owned()))];
    (localized(), vec(versions(), 0..4), purl, cpe).prop_map(|(name, versions, purl, cpe)| Product {
        name,
        cpe,
        purl,
        notes: Localized::default(),
        versions: distinct(versions, |entry| (entry.text.clone(), entry.range.clone())),
    })
}

fn countermeasure() -> impl Strategy<Value = Countermeasure> {
    let kind = prop_oneof![
        Just(CountermeasureKind::Fix),
        Just(CountermeasureKind::Workaround),
        Just(CountermeasureKind::StopUsing),
        Just(CountermeasureKind::NonePlanned),
        Just(CountermeasureKind::NoneAvailable),
    ];
    (kind, localized()).prop_map(|(kind, text)| Countermeasure { kind, text, url: None })
}

fn vendor() -> impl Strategy<Value = Vendor> {
    let status = proptest::sample::select(Affectedness::ALL.to_vec());
    (localized(), status, localized(), localized(), vec(product(), 0..4), vec(countermeasure(), 0..3)).prop_map(
        |(name, status, statement, view, products, countermeasures)| {
            let mut products = distinct(products, |product| product.name.clone());
            if status == Affectedness::NotAffected {
                products.iter_mut().for_each(|p| p.versions.retain(|v| v.status != VersionStatus::Affected));
            }
            Vendor { statement, view, products, countermeasures, ..Vendor::new(name, status) }
        },
    )
}

fn vulnerability() -> impl Strategy<Value = Vulnerability> {
    let v3 = "CVSS:3\\.[01]/AV:[NALP]/AC:[LH]/PR:[NLH]/UI:[NR]/S:[UC]/C:[NLH]/I:[NLH]/A:[NLH]";
    let v4 =
        "CVSS:4\\.0/AV:[NALP]/AC:[LH]/AT:[NP]/PR:[NLH]/UI:[NPA]/VC:[NLH]/VI:[NLH]/VA:[NLH]/SC:[NLH]/SI:[NLH]/SA:[NLH]";
    (localized(), "CWE-[1-9][0-9]{0,2}", option::of(v3), option::of(v4)).prop_map(|(title, cwe, v3, v4)| {
        Vulnerability {
            title,
            cve: None,
            cwes: vec![cwe],
            cvss: [v3, v4].into_iter().flatten().map(|vector| Cvss::parse(&vector).unwrap()).collect(),
            ..Vulnerability::default()
        }
    })
}

/// A document that may be published.
pub fn document() -> impl Strategy<Value = PublicDocument> {
    let texts = (localized(), localized(), localized(), localized());
    let lists = (vec(vendor(), 0..4), vec(vulnerability(), 1..4), vec(countermeasure(), 0..3));
    (texts, lists, 1..5_u32, 0..100_000_000_u32).prop_map(|(texts, lists, revisions, digits)| {
        let id = AdvisoryNumber::new("JVN", digits).unwrap();
        let published = "2026-01-01T00:00:00Z".parse().unwrap();
        let mut document = PublicDocument::new(id, publisher(), texts.0, published);
        (document.overview, document.impact, document.solution.text) = (texts.1, texts.2, texts.3);
        (document.vendors, document.vulnerabilities, document.solution.countermeasures) = lists;
        document.vendors = distinct(document.vendors, |vendor| vendor.name.clone());
        document.vendors.push(speaking_vendor());
        document.history = (1..=revisions)
            .map(|number| Revision {
                number,
                at: published + jiff::SignedDuration::from_hours(i64::from(number - 1)),
                summary: Localized::same("x"),
            })
            .collect();
        document.revision = revisions;
        document.updated_at = published + jiff::SignedDuration::from_hours(i64::from(revisions - 1));
        document
    })
}

/// At least one status must be known.
fn speaking_vendor() -> Vendor {
    Vendor::new(Localized::same("Last Vendor"), Affectedness::NotAffected)
}

fn distinct<T, K: PartialEq>(values: Vec<T>, key: impl Fn(&T) -> K) -> Vec<T> {
    let mut unique: Vec<T> = Vec::new();
    for value in values {
        if !unique.iter().any(|other| key(other) == key(&value)) {
            unique.push(value);
        }
    }
    unique
}
