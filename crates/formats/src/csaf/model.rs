//! The parts of a CSAF document that we write: 2.0 (OASIS Standard, section 3), and what 2.1 changed.
//!
//! Fields stand in alphabetical order because the standard recommends sorted keys (test 6.2.13) and serde writes them
//! in the order of declaration.

use crate::cvss::Score;
use jiff::Timestamp;
use serde::Serialize;

/// A CSAF document; the address of the schema stands in 2.1 only.
#[derive(Clone, Debug, Serialize)]
pub struct Csaf {
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    pub schema: Option<&'static str>,
    pub document: Document,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product_tree: Option<ProductTree>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub vulnerabilities: Vec<Vulnerability>,
}

/// 3.2.1
#[derive(Clone, Debug, Serialize)]
pub struct Document {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub acknowledgments: Vec<Acknowledgment>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub aggregate_severity: Option<AggregateSeverity>,
    pub category: &'static str,
    pub csaf_version: &'static str,
    pub distribution: Distribution,
    pub lang: &'static str,
    pub notes: Vec<Note>,
    pub publisher: Publisher,
    pub references: Vec<Reference>,
    pub title: String,
    pub tracking: Tracking,
}

/// 3.1.1
#[derive(Clone, Debug, Default, Serialize)]
pub struct Acknowledgment {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organization: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
}

/// 3.2.1.2
#[derive(Clone, Debug, Serialize)]
pub struct AggregateSeverity {
    pub text: String,
}

/// 3.2.1.5
#[derive(Clone, Debug, Serialize)]
pub struct Distribution {
    pub tlp: Tlp,
}

/// 3.2.1.5.2
#[derive(Clone, Debug, Serialize)]
pub struct Tlp {
    pub label: &'static str,
    pub url: &'static str,
}

/// 3.1.5
#[derive(Clone, Debug, Serialize)]
pub struct Note {
    pub category: &'static str,
    pub text: String,
    pub title: String,
}

/// 3.2.1.8
#[derive(Clone, Debug, Serialize)]
pub struct Publisher {
    pub category: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact_details: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issuing_authority: Option<String>,
    pub name: String,
    pub namespace: String,
}

/// 3.1.10
#[derive(Clone, Debug, Serialize)]
pub struct Reference {
    pub category: &'static str,
    pub summary: String,
    pub url: String,
}

/// 3.2.1.12
#[derive(Clone, Debug, Serialize)]
pub struct Tracking {
    pub current_release_date: Timestamp,
    pub generator: Generator,
    pub id: String,
    pub initial_release_date: Timestamp,
    pub revision_history: Vec<Revision>,
    pub status: &'static str,
    pub version: String,
}

/// 3.2.1.12.3
#[derive(Clone, Debug, Serialize)]
pub struct Generator {
    pub engine: Engine,
}

/// 3.2.1.12.3.2
#[derive(Clone, Debug, Serialize)]
pub struct Engine {
    pub name: &'static str,
    pub version: &'static str,
}

/// 3.2.1.12.6
#[derive(Clone, Debug, Serialize)]
pub struct Revision {
    pub date: Timestamp,
    pub number: String,
    pub summary: String,
}

/// 3.2.2
#[derive(Clone, Debug, Serialize)]
pub struct ProductTree {
    pub branches: Vec<Branch>,
}

/// 3.1.2: either further branches or a product.
#[derive(Clone, Debug, Serialize)]
pub struct Branch {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub branches: Vec<Branch>,
    pub category: &'static str,
    pub name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product: Option<FullProductName>,
}

/// 3.1.3
#[derive(Clone, Debug, Serialize)]
pub struct FullProductName {
    pub name: String,
    pub product_id: String,
    #[serde(skip_serializing_if = "Helper::is_empty")]
    pub product_identification_helper: Helper,
}

/// 3.1.3.3
#[derive(Clone, Debug, Default, Serialize)]
pub struct Helper {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cpe: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub purl: Option<String>,
    /// Since 2.1.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub purls: Vec<String>,
}

impl Helper {
    fn is_empty(&self) -> bool {
        self.cpe.is_none() && self.purl.is_none() && self.purls.is_empty()
    }
}

/// 3.2.3
#[derive(Clone, Debug, Serialize)]
pub struct Vulnerability {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cve: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cwe: Option<Cwe>,
    /// Since 2.1.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cwes: Vec<Cwe>,
    /// Since 2.1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub disclosure_date: Option<Timestamp>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ids: Vec<Id>,
    /// Since 2.1.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub metrics: Vec<Metric>,
    pub notes: Vec<Note>,
    pub product_status: ProductStatus,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub remediations: Vec<Remediation>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub scores: Vec<Scores>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub threats: Vec<Threat>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
}

/// 3.2.3.3
#[derive(Clone, Debug, Serialize)]
pub struct Cwe {
    pub id: String,
    pub name: &'static str,
    /// Version of the enumeration, since 2.1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<&'static str>,
}

/// 3.2.3.6
#[derive(Clone, Debug, Serialize)]
pub struct Id {
    pub system_name: String,
    pub text: String,
}

/// 3.2.3.9
#[derive(Clone, Debug, Default, Serialize)]
pub struct ProductStatus {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fixed: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub known_affected: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub known_not_affected: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub under_investigation: Vec<String>,
    /// Since 2.1.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unknown: Vec<String>,
}

/// 3.2.3.12
#[derive(Clone, Debug, Serialize)]
pub struct Remediation {
    pub category: &'static str,
    pub details: String,
    pub product_ids: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// 3.2.3.13
#[derive(Clone, Debug, Serialize)]
pub struct Scores {
    pub cvss_v3: CvssObject,
    pub products: Vec<String>,
}

/// 2.1: 3.2.4.12, what took the place of the scores.
#[derive(Clone, Debug, Serialize)]
pub struct Metric {
    pub content: Content,
    pub products: Vec<String>,
}

/// 2.1: 3.2.4.12.1
#[derive(Clone, Debug, Default, Serialize)]
pub struct Content {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cvss_v3: Option<CvssObject>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cvss_v4: Option<CvssObject>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub epss: Option<Epss>,
}

/// 2.1: 3.2.4.12.1.4
#[derive(Clone, Debug, Serialize)]
pub struct Epss {
    pub percentile: String,
    pub probability: String,
    pub timestamp: Timestamp,
}

/// The required properties of FIRST's JSON schemas for CVSS v3 and v4.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CvssObject {
    pub base_score: Score,
    pub base_severity: &'static str,
    pub vector_string: String,
    pub version: &'static str,
}

/// 3.2.3.14
#[derive(Clone, Debug, Serialize)]
pub struct Threat {
    pub category: &'static str,
    pub details: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub product_ids: Vec<String>,
}
