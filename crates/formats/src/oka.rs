//! The JSON of the MyJVN API 4.0 ("OKA"): overviews and alerts, lists of vendors and products, statistics, details.
//!
//! Shapes are those of IPA's schemas `myjvn_feed_1.0`, `jvnpid_1.0`, `myjvn_statistics_1.0` and `myjvn_vuldef_1.0`. Names of
//! platforms are escaped by percent signs in CPE 2.3 too, because the schemas allow nothing else. CVSS v3.1 and v4.0 are
//! carried as they are.

use crate::cvss::{Cvss, CvssVersion, Score, Severity};
use crate::document::PublicDocument;
use crate::jvndb::{Affected, Entry as JvndbEntry, jst};
use crate::text::Language;
use crate::version::VersionRange;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

pub mod detail;
pub mod lists;

/// Where IPA's schemas are; every answer names its own.
pub const SCHEMAS: &str = "https://jvndb.jvn.jp/schema/";

/// What every answer begins with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// What made it.
    pub generator: Generator,
    /// Title.
    pub title: String,
    /// The page of the API.
    pub link: String,
    /// Newest change of anything in it, with seconds and zone.
    pub updated: String,
    /// Its language.
    pub lang: Language,
    /// Who makes it.
    pub author: Author,
    /// Who may read it.
    pub distribution: Distribution,
}

/// What made an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Generator {
    /// When.
    pub date: String,
    /// With what: the schemas allow this name and version alone.
    pub engine: Engine,
}

/// Name and version of the interface.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Engine {
    /// `4.0.0`.
    pub version: String,
    /// `MyJVN API`.
    pub name: String,
}

/// Who makes an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Author {
    /// Name.
    pub name: String,
    /// Address.
    pub uri: String,
}

/// Who may read an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Distribution {
    /// The Traffic Light Protocol's label.
    pub tlp: Tlp,
}

/// A label of TLP 2.0.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tlp {
    /// `CLEAR`.
    pub label: String,
    /// Where it is explained.
    pub url: String,
}

impl Generator {
    /// This interface, at an instant.
    #[must_use]
    pub fn at(now: Timestamp) -> Self {
        let engine = Engine { version: "4.0.0".to_owned(), name: "MyJVN API".to_owned() };
        Generator { date: jst::seconds(now), engine }
    }
}

impl Distribution {
    /// Everybody.
    #[must_use]
    pub fn clear() -> Self {
        Distribution { tlp: Tlp { label: "CLEAR".to_owned(), url: "https://www.first.org/tlp/".to_owned() } }
    }
}

/// How a request fared. Of an error the numbers are missing: the schema allows no empty ones.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Status {
    /// `4.0.0`.
    pub version: String,
    /// The method asked for.
    pub method: String,
    /// `oka`.
    pub feed: String,
    /// The language answered in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<Language>,
    /// 0, or 1 after an error.
    #[serde(rename = "retCd")]
    pub code: u8,
    /// Most entries at once.
    #[serde(rename = "retMax", default, skip_serializing_if = "Option::is_none")]
    pub most: Option<u64>,
    /// Code of the error.
    #[serde(rename = "errCd", default)]
    pub error: String,
    /// The error in words.
    #[serde(rename = "errMsg", default)]
    pub message: String,
    /// Entries that there are.
    #[serde(rename = "totalRes", default, skip_serializing_if = "Option::is_none")]
    pub total: Option<u64>,
    /// Entries in this answer.
    #[serde(rename = "totalResRet", default, skip_serializing_if = "Option::is_none")]
    pub returned: Option<u64>,
    /// Number of the first entry in this answer, from 1.
    #[serde(rename = "firstRes", default, skip_serializing_if = "Option::is_none")]
    pub first: Option<u64>,
    /// The parameters of the request, as they came.
    #[serde(flatten)]
    pub echo: BTreeMap<String, String>,
}

/// Overviews or alerts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FeedDocument {
    /// Its schema.
    #[serde(rename = "$schema")]
    pub schema: String,
    /// What was asked for; nothing after an error.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub feed: Option<Feed>,
    /// How the request fared; feeds of data have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
}

/// A feed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Feed {
    /// Its head.
    #[serde(flatten)]
    pub head: Head,
    /// Its entries.
    pub entry: Vec<Entry>,
}

/// An overview, or an alert with its items.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Title.
    pub title: String,
    /// `JVNDB-YYYY-NNNNNN`.
    pub id: String,
    /// 概要.
    pub summary: String,
    /// Its page.
    pub link: String,
    /// Newest change.
    pub modified: String,
    /// First publication.
    pub created: String,
    /// When the matter became public.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub public: Option<String>,
    /// Other places.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub references: Vec<Reference>,
    /// Affected products.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub products: Vec<Product>,
    /// Analyses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub metrics: Vec<Metric>,
    /// Weaknesses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cwes: Vec<Weakness>,
    /// Category of an alert.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<Category>,
    /// What an alert is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<Item>,
}

/// Another place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reference {
    /// Its address.
    pub url: String,
    /// What it is called there.
    pub summary: String,
    /// Whose it is.
    pub source: String,
}

/// A product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Product {
    /// The vendor's name.
    pub vname: String,
    /// `jvnpid:1.0::vendor:product[:version]`.
    pub product_id: String,
    /// The product's name.
    pub pname: String,
    /// The one version that is meant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// Its names elsewhere.
    pub product_ids: ProductIds,
}

/// Names of a product.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductIds {
    /// CPE 2.3.
    pub cpe: String,
    /// Others.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub id_refs: Vec<IdRef>,
}

/// A name of a kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct IdRef {
    /// `purl`.
    pub name_type: String,
    /// The name.
    pub value: String,
}

/// The analyses of one vulnerability.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Metric {
    /// By version of CVSS.
    pub content: Content,
}

/// Analyses by version of CVSS.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// v3.0 or v3.1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cvss_v3: Option<Analysis>,
    /// v4.0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cvss_v4: Option<Analysis>,
}

/// An analysis.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Analysis {
    /// Version of CVSS.
    pub version: CvssVersion,
    /// The vector.
    pub vector_string: String,
    /// Base score.
    pub base_score: Score,
    /// `CRITICAL`.
    pub base_severity: String,
}

/// A weakness.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Weakness {
    /// `CWE-79`.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Where it is described.
    pub url: String,
}

/// Category of an alert.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Category {
    /// `Info`, `Low` or `Critical`.
    pub term: String,
    /// `お知らせ`, `注意` or `緊急`.
    pub label: String,
}

/// What an alert is about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Title.
    pub title: String,
    /// Its number.
    pub id: String,
    /// Where to read on.
    pub link: String,
    /// Newest change.
    pub modified: String,
    /// First publication.
    pub created: String,
    /// Who says it.
    pub author: String,
    /// The products.
    pub products: Vec<Product>,
}

impl From<&Cvss> for Analysis {
    fn from(cvss: &Cvss) -> Self {
        Analysis {
            version: cvss.version,
            vector_string: cvss.vector.clone(),
            base_score: cvss.base_score,
            base_severity: Severity::upper(cvss.severity).to_owned(),
        }
    }
}

impl Entry {
    /// The overview of an advisory.
    #[must_use]
    pub fn of(document: &PublicDocument, entry: &JvndbEntry) -> Self {
        Entry {
            title: entry.title.clone(),
            id: entry.id.clone(),
            summary: entry.overview.clone(),
            link: entry.link.clone(),
            modified: jst::seconds(entry.modified),
            created: jst::seconds(entry.issued),
            public: Some(jst::seconds(jst::midnight(entry.public))),
            references: references(entry),
            products: entry.products.iter().flat_map(products).collect(),
            metrics: metrics(document),
            cwes: weaknesses(entry),
            category: None,
            items: Vec::new(),
        }
    }
}

/// The other places of an entry.
pub(crate) fn references(entry: &JvndbEntry) -> Vec<Reference> {
    let place = |reference: &crate::jvndb::Reference| Reference {
        url: reference.url.clone(),
        summary: reference.title.clone().unwrap_or_else(|| reference.id.clone()),
        source: reference.source.short().to_owned(),
    };
    entry.references.iter().map(place).collect()
}

fn weaknesses(entry: &JvndbEntry) -> Vec<Weakness> {
    let named = |weakness: &crate::jvndb::Weakness| Weakness {
        id: weakness.id.clone(),
        name: format!("{}({})", weakness.name, weakness.id),
        url: weakness.url.clone(),
    };
    entry.weaknesses.iter().map(named).collect()
}

/// A product, and again for each single version that is named.
#[must_use]
pub fn products(affected: &Affected) -> Vec<Product> {
    let purl = |version: Option<&str>| {
        let purl = affected.purl.as_ref()?;
        let value = version.map_or_else(|| purl.clone(), |version| with_version(purl, version));
        Some(IdRef { name_type: "purl".to_owned(), value })
    };
    let product = |version: Option<&str>| Product {
        vname: affected.vendor.clone(),
        product_id: affected.platform.jvnpid_of(version),
        pname: affected.product.clone(),
        version: version.map(str::to_owned),
        product_ids: ProductIds {
            cpe: affected.platform.formatted_of(version),
            id_refs: purl(version).into_iter().collect(),
        },
    };
    let single = affected.ranges.iter().filter_map(|range| match range {
        VersionRange::Exact { version } => Some(product(Some(version))),
        _ => None,
    });
    std::iter::once(product(None)).chain(single).collect()
}

/// A package URL with a version, which stands before qualifiers and subpath.
fn with_version(purl: &str, version: &str) -> String {
    let end = purl.find(['?', '#']).unwrap_or(purl.len());
    format!("{}@{}{}", &purl[..end], crate::jvndb::encode(version), &purl[end..])
}

/// One metric a vulnerability.
pub(crate) fn metrics(document: &PublicDocument) -> Vec<Metric> {
    let metric = |vulnerability: &crate::document::Vulnerability| Metric { content: content(&vulnerability.cvss) };
    document.vulnerabilities.iter().filter(|vulnerability| !vulnerability.cvss.is_empty()).map(metric).collect()
}

/// The analyses by version; of v3.0 and v3.1 the newer one.
pub(crate) fn content(analyses: &[Cvss]) -> Content {
    let newest = |v4: bool| {
        let of = analyses.iter().filter(|cvss| (cvss.version == CvssVersion::V4_0) == v4);
        of.max_by_key(|cvss| cvss.version.text()).map(Analysis::from)
    };
    Content { cvss_v3: newest(false), cvss_v4: newest(true) }
}

/// Any of these documents as text, with a final newline.
#[must_use]
pub fn write<T: Serialize>(document: &T) -> String {
    serde_json::to_string_pretty(document).expect("the shapes hold only strings, numbers and lists") + "\n"
}

/// Reads any of these documents.
///
/// # Errors
/// When the bytes are no such document.
pub fn read<'a, T: Deserialize<'a>>(bytes: &'a [u8]) -> serde_json::Result<T> {
    serde_json::from_slice(bytes)
}
