//! A record with its CNA container.

use super::{NAME_MAX, TEXT_MAX, TITLE_MAX, VERSION, affected, cut};
use crate::cvss::{Cvss, CvssVersion};
use crate::cwe;
use crate::document::{CountermeasureKind, PublicDocument, Vulnerability};
use crate::loss::{Loss, LossKind};
use crate::text::{Language, Localized};
use serde_json::{Map, Value, json};

/// Who assigned the number.
#[derive(Clone, Debug)]
pub struct Assigner {
    /// The organisation's UUID at the CVE program.
    pub org_id: String,
    /// Its short name there.
    pub short_name: String,
}

/// A finished record.
#[derive(Clone, Debug)]
pub struct Cve5 {
    /// The CVE number.
    pub id: String,
    /// The record.
    pub record: Value,
    /// What it could not carry.
    pub losses: Vec<Loss>,
}

impl Cve5 {
    /// The record as indented JSON with a final newline.
    #[must_use]
    pub fn json(&self) -> String {
        serde_json::to_string_pretty(&self.record).expect("a value is always written") + "\n"
    }
}

/// Why no record was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotWritten {
    /// The vulnerability has no CVE number.
    NoNumber,
    /// There is no English description, and the program wants one.
    NoEnglish,
    /// No product is named.
    NoProduct,
}

/// Writes the record of one vulnerability of an advisory. `page` is the advisory's address for people: every record needs
/// a reference.
///
/// # Errors
/// When the vulnerability lacks what every record has.
pub fn cve5(
    document: &PublicDocument,
    vulnerability: &Vulnerability,
    assigner: &Assigner,
    page: &str,
) -> Result<Cve5, NotWritten> {
    let id = vulnerability.cve.clone().ok_or(NotWritten::NoNumber)?;
    let at = document.vulnerabilities.iter().position(|one| one == vulnerability).unwrap_or_default();
    let mut writer = Writer { document, vulnerability, at: format!("/vulnerabilities/{at}"), losses: Vec::new() };
    let cna = writer.container(assigner, page)?;
    let record = json!({
        "dataType": "CVE_RECORD",
        "dataVersion": VERSION,
        "cveMetadata": {
            "cveId": id,
            "assignerOrgId": assigner.org_id,
            "assignerShortName": assigner.short_name,
            "state": "PUBLISHED",
            "datePublished": document.published_at,
            "dateUpdated": document.updated_at,
        },
        "containers": { "cna": cna },
    });
    Ok(Cve5 { id, record, losses: writer.losses })
}

struct Writer<'a> {
    document: &'a PublicDocument,
    vulnerability: &'a Vulnerability,
    at: String,
    losses: Vec<Loss>,
}

impl Writer<'_> {
    fn container(&mut self, assigner: &Assigner, page: &str) -> Result<Value, NotWritten> {
        let document = self.document;
        let single = document.vulnerabilities.len() == 1;
        let own = &self.vulnerability.description;
        let title = if single { &document.title } else { &self.vulnerability.title };
        let description = match (own.is_empty(), single) {
            (false, _) => own,
            (true, true) => &document.overview,
            (true, false) => title,
        };
        let at = if own.is_empty() { "/overview".to_owned() } else { format!("{}/description", self.at) };
        let descriptions = self.texts(description, &at);
        if description.en.trim().is_empty() {
            return Err(NotWritten::NoEnglish);
        }
        let affected = affected::write(document, &mut self.losses);
        if affected.is_empty() {
            return Err(NotWritten::NoProduct);
        }
        let mut cna = Map::new();
        let mut put = |key: &str, value: Value| {
            if !value.as_array().is_some_and(Vec::is_empty) {
                cna.insert(key.to_owned(), value);
            }
        };
        put(
            "providerMetadata",
            json!({
                "orgId": assigner.org_id,
                "shortName": assigner.short_name,
                "dateUpdated": document.updated_at,
            }),
        );
        put("title", json!(cut(title.get(Language::En), TITLE_MAX)));
        put("descriptions", json!(descriptions));
        put("affected", json!(affected));
        put("problemTypes", json!(self.problem_types()));
        put("metrics", json!(self.vulnerability.cvss.iter().map(metric).collect::<Vec<_>>()));
        put("references", json!(self.references(page)));
        put("solutions", json!(self.texts(&document.solution.text, "/solution/text")));
        put("workarounds", json!(self.workarounds()));
        put("credits", json!(self.credits()));
        put("source", json!({ "advisory": document.id.shown(), "discovery": "UNKNOWN" }));
        put("x_generator", json!({ "engine": format!("Noroshi {}", env!("CARGO_PKG_VERSION")) }));
        for (place, section) in [
            ("/details", &document.details),
            ("/impact", &document.impact),
            ("/supplementary", &document.supplementary),
        ] {
            if !section.is_empty() {
                self.losses.push(Loss::new(place, LossKind::NotCarried));
            }
        }
        let facts = 0..self.vulnerability.facts.len();
        self.losses.extend(facts.map(|index| Loss::new(format!("{}/facts/{index}", self.at), LossKind::NotCarried)));
        Ok(Value::Object(cna))
    }

    /// A text in the languages in which it is written, each within the format's limit.
    fn texts(&mut self, text: &Localized, at: &str) -> Vec<Value> {
        let mut texts = Vec::new();
        for language in [Language::En, Language::Ja] {
            let side = text.exact(language).trim();
            if side.chars().count() > TEXT_MAX {
                self.losses.push(Loss::new(at, LossKind::NotCarried));
            }
            if !side.is_empty() {
                texts.push(json!({ "lang": language.tag(), "value": cut(side, TEXT_MAX) }));
            }
        }
        texts
    }

    fn problem_types(&self) -> Vec<Value> {
        let one = |id: &String| {
            let name = cwe::parse(id).and_then(cwe::name).unwrap_or_default();
            let words = format!("{id} {name}");
            json!({ "descriptions": [
                { "lang": "en", "cweId": id, "description": words.trim_end(), "type": "CWE" },
            ] })
        };
        self.vulnerability.cwes.iter().filter(|id| cwe::parse(id).is_some()).map(one).collect()
    }

    /// The advisory, the vendors' pages, the references; each address once.
    fn references(&self, page: &str) -> Vec<Value> {
        let mut references: Vec<(&str, &str, Option<&str>)> = vec![(page, "", Some("third-party-advisory"))];
        let vendors = self.document.vendors.iter().filter_map(|vendor| {
            Some((vendor.link.as_deref()?, vendor.name.get(Language::En), Some("vendor-advisory")))
        });
        references.extend(vendors);
        let others = &self.document.references;
        references.extend(others.iter().map(|one| (one.url.as_str(), one.title.get(Language::En), None)));
        let mut seen = Vec::new();
        let mut written = Vec::new();
        for (url, name, tag) in references {
            if seen.contains(&url) {
                continue;
            }
            seen.push(url);
            let mut reference = json!({ "url": url });
            if !name.trim().is_empty() {
                reference["name"] = json!(cut(name, NAME_MAX));
            }
            if let Some(tag) = tag {
                reference["tags"] = json!([tag]);
            }
            written.push(reference);
        }
        written
    }

    fn workarounds(&mut self) -> Vec<Value> {
        let common = self.document.solution.countermeasures.iter();
        let own = self.document.vendors.iter().flat_map(|vendor| &vendor.countermeasures);
        let all: Vec<_> = common.chain(own).filter(|one| one.kind == CountermeasureKind::Workaround).collect();
        all.into_iter().flat_map(|one| self.texts(&one.text, "/solution/countermeasures")).collect()
    }

    fn credits(&self) -> Vec<Value> {
        let person = |person: &crate::document::Acknowledgement| {
            let (name, organisation) = (person.name.get(Language::En), person.organisation.get(Language::En));
            let value = match (name.trim().is_empty(), organisation.trim().is_empty()) {
                (false, false) => format!("{name} ({organisation})"),
                (false, true) => name.to_owned(),
                (true, _) => organisation.to_owned(),
            };
            json!({ "lang": "en", "value": cut(&value, TEXT_MAX), "type": "finder" })
        };
        self.document.acknowledgements.iter().map(person).collect()
    }
}

fn metric(cvss: &Cvss) -> Value {
    let key = match cvss.version {
        CvssVersion::V3_0 => "cvssV3_0",
        CvssVersion::V3_1 => "cvssV3_1",
        CvssVersion::V4_0 => "cvssV4_0",
    };
    json!({
        "format": "CVSS",
        "scenarios": [{ "lang": "en", "value": "GENERAL" }],
        key: {
            "version": cvss.version.text(),
            "vectorString": cvss.vector,
            "baseScore": cvss.base_score,
            "baseSeverity": cvss.severity.upper(),
        },
    })
}
