//! An advisory as an OSV entry.

use super::{VERSION, package};
use crate::cvss::CvssVersion;
use crate::document::{Acknowledgement, Product, PublicDocument};
use crate::loss::{Loss, LossKind};
use crate::purl::Purl;
use crate::text::Language;
use crate::vers::{Comparator, Constraint, Vers};
use crate::version::{VersionRange, VersionStatus};
use serde_json::{Map, Value, json};
use std::cmp::Reverse;

/// A finished entry.
#[derive(Clone, Debug)]
pub struct Osv {
    /// Its number: `x_JVN-12345678`.
    pub id: String,
    /// The entry.
    pub entry: Value,
    /// What it could not carry.
    pub losses: Vec<Loss>,
}

impl Osv {
    /// The entry as indented JSON with a final newline.
    #[must_use]
    pub fn json(&self) -> String {
        serde_json::to_string_pretty(&self.entry).expect("a value is always written") + "\n"
    }
}

/// Writes the entry of an advisory, in English where it is written. `page` is the advisory's address for people.
#[must_use]
pub fn osv(document: &PublicDocument, page: &str) -> Osv {
    let mut losses = Vec::new();
    if document.title.missing_side().is_none() && document.languages.len() > 1 {
        losses.push(Loss::new("/title/ja", LossKind::NotCarried));
    }
    let id = format!("x_{}-{:08}", document.id.prefix(), document.id.digits());
    let mut entry = Map::new();
    let mut put = |key: &str, value: Value| {
        if !value.as_array().is_some_and(Vec::is_empty) {
            entry.insert(key.to_owned(), value);
        }
    };
    put("schema_version", json!(VERSION));
    put("id", json!(id));
    put("modified", json!(document.updated_at));
    put("published", json!(document.published_at));
    if document.withdrawn.is_some() || document.source.as_ref().is_some_and(|source| source.withdrawn) {
        put("withdrawn", json!(document.updated_at));
    }
    // Two numbers of one matter are aliases; an advisory on several matters is none of them.
    let cves: Vec<&str> = document.cves().collect();
    put(if cves.len() == 1 { "aliases" } else { "related" }, json!(cves));
    put("summary", json!(document.title.get(Language::En)));
    put("details", json!(details(document)));
    put("severity", json!(severity(document, &mut losses)));
    put("affected", json!(affected(document, &mut losses)));
    put("references", json!(references(document, page)));
    put("credits", json!(credits(document)));
    let cwes: Vec<&String> = document.vulnerabilities.iter().flat_map(|one| &one.cwes).collect();
    if !cwes.is_empty() {
        put("database_specific", json!({ "cwe_ids": cwes }));
    }
    for (index, one) in document.vulnerabilities.iter().enumerate() {
        let facts = 0..one.facts.len();
        losses.extend(facts.map(|n| Loss::new(format!("/vulnerabilities/{index}/facts/{n}"), LossKind::NotCarried)));
    }
    Osv { id, entry: Value::Object(entry), losses }
}

/// The sections one after the other under headings of Markdown.
fn details(document: &PublicDocument) -> String {
    let sections = [
        ("", &document.overview),
        ("## Details\n", &document.details),
        ("## Impact\n", &document.impact),
        ("## Solution\n", &document.solution.text),
        ("## Supplementary information\n", &document.supplementary),
    ];
    let filled = sections.into_iter().filter(|(_, text)| !text.is_empty());
    filled.map(|(head, text)| format!("{head}{}", text.get(Language::En).trim())).collect::<Vec<_>>().join("\n\n")
}

/// One vector of each kind for the whole: of several the highest.
fn severity(document: &PublicDocument, losses: &mut Vec<Loss>) -> Vec<Value> {
    const KINDS: [(&str, &[CvssVersion]); 2] =
        [("CVSS_V3", &[CvssVersion::V3_0, CvssVersion::V3_1]), ("CVSS_V4", &[CvssVersion::V4_0])];
    let mut written = Vec::new();
    for (kind, versions) in KINDS {
        let mut of_kind = Vec::new();
        for (v, one) in document.vulnerabilities.iter().enumerate() {
            let fitting = one.cvss.iter().enumerate().filter(|(_, cvss)| versions.contains(&cvss.version));
            of_kind.extend(fitting.map(|(n, cvss)| (format!("/vulnerabilities/{v}/cvss/{n}"), cvss)));
        }
        of_kind.sort_by_key(|(_, cvss)| (Reverse(cvss.base_score), Reverse(cvss.version)));
        let mut of_kind = of_kind.into_iter();
        if let Some((_, highest)) = of_kind.next() {
            written.push(json!({ "type": kind, "score": highest.vector }));
        }
        losses.extend(of_kind.map(|(at, _)| Loss::new(at, LossKind::HighestOnly)));
    }
    written
}

fn affected(document: &PublicDocument, losses: &mut Vec<Loss>) -> Vec<Value> {
    let mut all = Vec::new();
    for (v, vendor) in document.vendors.iter().enumerate() {
        if vendor.products.is_empty() {
            losses.push(Loss::new(format!("/vendors/{v}"), LossKind::NotCarried));
        }
        for (p, product) in vendor.products.iter().enumerate() {
            let at = format!("/vendors/{v}/products/{p}");
            match product.purl.as_deref().and_then(|text| Purl::parse(text).ok()) {
                Some(purl) => all.extend(entry(product, &purl, vendor.status.of_versions(), &at, losses)),
                None => losses.push(Loss::new(at, LossKind::NotCarried)),
            }
        }
    }
    all
}

fn entry(product: &Product, purl: &Purl, whole: VersionStatus, at: &str, losses: &mut Vec<Loss>) -> Option<Value> {
    let Some((ecosystem, name)) = package(purl) else {
        losses.push(Loss::new(at, LossKind::NotCarried));
        return None;
    };
    let (mut ranges, mut versions) = (Vec::new(), Vec::new());
    if product.versions.is_empty() && whole == VersionStatus::Affected {
        ranges.push(range_of(vec![json!({ "introduced": "0" })]));
    }
    for (row, one) in product.versions.iter().enumerate() {
        let written = one.range.as_ref().filter(|_| one.status == VersionStatus::Affected);
        match written.and_then(|range| events(range, &purl.kind)) {
            Some((events, single)) => {
                ranges.extend((!events.is_empty()).then(|| range_of(events)));
                versions.extend(single);
            }
            None => losses.push(Loss::new(format!("{at}/versions/{row}"), LossKind::NotCarried)),
        }
    }
    let package = json!({ "ecosystem": ecosystem, "name": name, "purl": purl.without_version().to_string() });
    let mut entry = json!({ "package": package });
    let said = !(ranges.is_empty() && versions.is_empty());
    if !ranges.is_empty() {
        entry["ranges"] = json!(ranges);
    }
    if !versions.is_empty() {
        entry["versions"] = json!(versions);
    }
    said.then_some(entry)
}

/// Versions of every ecosystem are ordered by its own rules; that is what `ECOSYSTEM` says.
fn range_of(events: Vec<Value>) -> Value {
    json!({ "type": "ECOSYSTEM", "events": events })
}

/// The range as events and single versions; nothing where no event says it.
fn events(range: &VersionRange, scheme: &str) -> Option<(Vec<Value>, Vec<String>)> {
    let vers = Vers::of(range, scheme)?;
    if vers.constraints.is_empty() {
        return (vers.scheme != "none").then(|| (vec![json!({ "introduced": "0" })], Vec::new()));
    }
    let (mut events, mut single) = (Vec::new(), Vec::new());
    let mut open = false;
    for Constraint { comparator, version } in &vers.constraints {
        let end = match comparator {
            Comparator::Equal => {
                single.push(version.clone());
                continue;
            }
            Comparator::GreaterOrEqual => {
                events.push(json!({ "introduced": version }));
                open = true;
                continue;
            }
            Comparator::Less => "fixed",
            Comparator::LessOrEqual => "last_affected",
            Comparator::Greater | Comparator::NotEqual => return None,
        };
        if !open {
            events.push(json!({ "introduced": "0" }));
        }
        open = false;
        events.push(json!({ end: version }));
    }
    // A range must not know both kinds of end.
    let has = |key| events.iter().any(|event| event.get(key).is_some());
    (!(has("fixed") && has("last_affected"))).then_some((events, single))
}

fn references(document: &PublicDocument, page: &str) -> Vec<Value> {
    let vendors = document.vendors.iter().filter_map(|vendor| vendor.link.as_deref());
    let others = document.references.iter().map(|reference| reference.url.as_str());
    let all = std::iter::once(("ADVISORY", page)).chain(vendors.chain(others).map(|url| ("WEB", url)));
    let mut seen: Vec<&str> = Vec::new();
    let mut written = Vec::new();
    for (kind, url) in all {
        if !seen.contains(&url) {
            seen.push(url);
            written.push(json!({ "type": kind, "url": url }));
        }
    }
    written
}

fn credits(document: &PublicDocument) -> Vec<Value> {
    let name = |person: &Acknowledgement| {
        let name = person.name.get(Language::En).trim().to_owned();
        if name.is_empty() { person.organisation.get(Language::En).trim().to_owned() } else { name }
    };
    let names = document.acknowledgements.iter().map(name).filter(|name| !name.is_empty());
    names.map(|name| json!({ "name": name, "type": "FINDER" })).collect()
}
