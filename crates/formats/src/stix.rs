//! STIX 2.1: a bundle with one `vulnerability` object for each vulnerability of an advisory and `note` objects for its
//! sections, made by the publisher's `identity` and marked TLP:CLEAR.
//!
//! Identifiers are made from what they name, so the same object has the same identifier in every revision and on every
//! machine; `created` and `modified` are UTC with milliseconds. CVSS and weaknesses have no field in STIX 2.1: analyses stand
//! in a note, weaknesses are external references. Products and versions stand in a note, too.

use crate::document::PublicDocument;
use crate::jvndb;
use crate::loss::{Loss, LossKind};
use crate::text::Language;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};

/// The marking TLP:CLEAR of TLP 2.0, whose identifier the TLP 2.0 extension of STIX fixes.
pub const TLP_CLEAR: &str = "marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487";
/// The extension that defines TLP 2.0.
const TLP_2: &str = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d";

/// A bundle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bundle {
    /// `bundle`.
    #[serde(rename = "type")]
    pub kind: String,
    /// `bundle--…`.
    pub id: String,
    /// Its objects.
    pub objects: Vec<Object>,
}

/// An object; those of other types are kept as they are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Object {
    /// `vulnerability`.
    Vulnerability(Vulnerability),
    /// `note`.
    Note(Note),
    /// Any other.
    Other(Value),
}

/// The word `vulnerability` in the member `type`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VulnerabilityType {
    /// The only value.
    Vulnerability,
}

/// The word `note` in the member `type`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoteType {
    /// The only value.
    Note,
}

/// What all our objects have in common.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Common {
    /// `2.1`.
    pub spec_version: String,
    /// `type--UUID`.
    pub id: String,
    /// Who made it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created_by_ref: Option<String>,
    /// First publication.
    pub created: String,
    /// Newest revision.
    pub modified: String,
    /// Its language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    /// Other places.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub external_references: Vec<ExternalReference>,
    /// Markings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub object_marking_refs: Vec<String>,
}

/// A vulnerability.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vulnerability {
    /// `vulnerability`.
    #[serde(rename = "type")]
    pub kind: VulnerabilityType,
    /// What all objects have.
    #[serde(flatten)]
    pub common: Common,
    /// CVE number, or the advisory's number.
    pub name: String,
    /// What it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
}

/// A note on objects.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// `note`.
    #[serde(rename = "type")]
    pub kind: NoteType,
    /// What all objects have.
    #[serde(flatten)]
    pub common: Common,
    /// Title of the section.
    #[serde(rename = "abstract", default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The section.
    pub content: String,
    /// On which objects.
    pub object_refs: Vec<String>,
}

/// Another place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExternalReference {
    /// Whose it is: `cve` for CVE records.
    pub source_name: String,
    /// What it is called there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external_id: Option<String>,
    /// Its address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// What it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
}

/// A UUID made of names: the first bits of their SHA-256, in the shape of version 4.
#[must_use]
pub fn uuid(names: &[&str]) -> String {
    let mut hasher = Sha256::new();
    for name in names {
        hasher.update(name.as_bytes());
        hasher.update([0]);
    }
    let hex: String = hasher.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    format!("{}-{}-4{}-8{}-{}", &hex[..8], &hex[8..12], &hex[13..16], &hex[17..20], &hex[20..])
}

/// `2026-05-28T03:00:00.000Z`
fn instant(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%S.%3fZ").to_string()
}

/// The bundle of an advisory in one language; `page` is its page.
#[must_use]
pub fn bundle(document: &PublicDocument, language: Language, page: &str, losses: &mut Vec<Loss>) -> Bundle {
    let maker = Maker::of(document, language, page);
    let mut objects = vec![Object::Other(maker.identity()), Object::Other(tlp_clear())];
    let vulnerabilities: Vec<Vulnerability> =
        document.vulnerabilities.iter().enumerate().map(|(at, one)| maker.vulnerability(at, one)).collect();
    let refs: Vec<String> = vulnerabilities.iter().map(|one| one.common.id.clone()).collect();
    objects.extend(vulnerabilities.into_iter().map(Object::Vulnerability));
    if !refs.is_empty() {
        objects.extend(maker.sections().into_iter().map(|section| Object::Note(maker.note(section, &refs))));
    }
    losses.push(Loss::new("/vendors", LossKind::InWords));
    for (at, vulnerability) in document.vulnerabilities.iter().enumerate() {
        if !vulnerability.cvss.is_empty() {
            losses.push(Loss::new(format!("/vulnerabilities/{at}/cvss"), LossKind::InWords));
        }
    }
    losses.extend((!document.history.is_empty()).then(|| Loss::new("/history", LossKind::NotCarried)));
    let id = uuid(&["bundle", &document.id.slug(), &document.revision.to_string(), language.tag()]);
    Bundle { kind: "bundle".to_owned(), id: format!("bundle--{id}"), objects }
}

/// What the objects of a bundle are made from.
struct Maker<'a> {
    document: &'a PublicDocument,
    language: Language,
    page: &'a str,
    identity: String,
}

/// A section that becomes a note: its key, its title, its text.
type Section = (&'static str, &'static str, String);

impl<'a> Maker<'a> {
    fn of(document: &'a PublicDocument, language: Language, page: &'a str) -> Self {
        let identity = format!("identity--{}", uuid(&["identity", &document.publisher.namespace]));
        Maker { document, language, page, identity }
    }

    /// The publisher, who has no dates of its own: the first moment of the identifier scheme stands for them.
    fn identity(&self) -> Value {
        serde_json::json!({
            "type": "identity",
            "spec_version": "2.1",
            "id": self.identity,
            "created": "2026-01-01T00:00:00.000Z",
            "modified": "2026-01-01T00:00:00.000Z",
            "name": self.document.publisher.name.get(self.language),
            "identity_class": "organization",
            "object_marking_refs": [TLP_CLEAR],
        })
    }

    fn common(&self, kind: &str, names: &[&str], external_references: Vec<ExternalReference>) -> Common {
        let slug = self.document.id.slug();
        let names: Vec<&str> = [kind, slug.as_str()].into_iter().chain(names.iter().copied()).collect();
        Common {
            spec_version: "2.1".to_owned(),
            id: format!("{kind}--{}", uuid(&names)),
            created_by_ref: Some(self.identity.clone()),
            created: instant(self.document.published_at),
            modified: instant(self.document.updated_at),
            lang: Some(self.language.tag().to_owned()),
            external_references,
            object_marking_refs: vec![TLP_CLEAR.to_owned()],
        }
    }

    fn vulnerability(&self, at: usize, vulnerability: &crate::document::Vulnerability) -> Vulnerability {
        let number = self.document.id.shown();
        let title = if vulnerability.title.is_empty() { &self.document.title } else { &vulnerability.title };
        let reference = |name: &str, id: &str, url: Option<String>| ExternalReference {
            source_name: name.to_owned(),
            external_id: Some(id.to_owned()),
            url,
            description: None,
        };
        let cve = vulnerability.cve.as_deref();
        let mut places: Vec<ExternalReference> = cve
            .map(|cve| reference("cve", cve, Some(format!("https://www.cve.org/CVERecord?id={cve}"))))
            .into_iter()
            .collect();
        places.push(reference(self.document.publisher.name.get(self.language), &number, Some(self.page.to_owned())));
        places.extend(vulnerability.cwes.iter().map(|cwe| reference("cwe", cwe, None)));
        let name =
            cve.map_or_else(|| if at == 0 { number.clone() } else { format!("{number} ({})", at + 1) }, str::to_owned);
        Vulnerability {
            kind: VulnerabilityType::Vulnerability,
            common: self.common("vulnerability", &[&at.to_string(), self.language.tag()], places),
            name,
            description: Some(title.get(self.language).to_owned()),
        }
    }

    fn sections(&self) -> Vec<Section> {
        let (document, language) = (self.document, self.language);
        let affected: Vec<String> = document
            .affected()
            .map(|row| format!("{}: {}", row.vendor.name.get(language), row.shown(language)))
            .collect();
        let analyses = document.vulnerabilities.iter().flat_map(|one| {
            let name = one.cve.clone();
            one.cvss.iter().map(move |cvss| {
                let line = format!("{} {} ({})", cvss.vector, cvss.base_score, cvss.severity.word(language));
                name.as_ref().map_or_else(|| line.clone(), |name| format!("{name}: {line}"))
            })
        });
        let sections = [
            ("overview", language.pick("概要", "Overview"), document.overview.get(language).to_owned()),
            ("affected", language.pick("影響を受けるシステム", "Products Affected"), affected.join("\n")),
            ("details", language.pick("詳細情報", "Details"), document.details.get(language).to_owned()),
            ("impact", language.pick("想定される影響", "Impact"), document.impact.get(language).to_owned()),
            ("solution", language.pick("対策方法", "Solution"), jvndb::solution(document, language)),
            ("analysis", language.pick("分析結果", "Analysis"), analyses.collect::<Vec<_>>().join("\n")),
        ];
        sections.into_iter().filter(|(_, _, text)| !text.trim().is_empty()).collect()
    }

    fn note(&self, (key, title, content): Section, refs: &[String]) -> Note {
        Note {
            kind: NoteType::Note,
            common: self.common("note", &[key, self.language.tag()], Vec::new()),
            title: Some(title.to_owned()),
            content,
            object_refs: refs.to_vec(),
        }
    }
}

fn tlp_clear() -> Value {
    serde_json::json!({
        "type": "marking-definition",
        "spec_version": "2.1",
        "id": TLP_CLEAR,
        "created": "2022-10-01T00:00:00.000Z",
        "name": "TLP:CLEAR",
        "extensions": { TLP_2: { "extension_type": "property-extension", "tlp_2_0": "clear" } },
    })
}

impl Bundle {
    /// Writes the bundle: indented JSON with a final newline.
    #[must_use]
    pub fn write(&self) -> String {
        serde_json::to_string_pretty(self).expect("a bundle holds only strings and lists") + "\n"
    }

    /// The vulnerabilities in it.
    pub fn vulnerabilities(&self) -> impl Iterator<Item = &Vulnerability> {
        self.objects.iter().filter_map(|object| match object {
            Object::Vulnerability(vulnerability) => Some(vulnerability),
            Object::Note(_) | Object::Other(_) => None,
        })
    }
}

/// Reads a bundle.
///
/// # Errors
/// When the bytes are no STIX 2.1 bundle.
pub fn read(bytes: &[u8]) -> serde_json::Result<Bundle> {
    serde_json::from_slice(bytes)
}
