//! Where a document comes from that somebody else wrote.

use serde::{Deserialize, Serialize};

/// The document of somebody else from which this one was made. Its bytes are kept beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Its format.
    pub format: SourceFormat,
    /// Its number there: `ICSA-23-001-01`, `CVE-2026-12345`, `GHSA-…`.
    pub id: String,
    /// Its own address, as it names it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Its language: a tag of BCP 47.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Its version, as it counts them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// Whether it was withdrawn or rejected.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub withdrawn: bool,
}

/// Format of a document that was taken over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum SourceFormat {
    /// CSAF 2.0.
    #[serde(rename = "csaf-2.0")]
    Csaf20,
    /// CSAF 2.1.
    #[serde(rename = "csaf-2.1")]
    Csaf21,
    /// CVE Record Format 5.
    #[serde(rename = "cve-5")]
    Cve5,
    /// OSV.
    #[serde(rename = "osv")]
    Osv,
    /// VULDEF.
    #[serde(rename = "vuldef")]
    Vuldef,
}
