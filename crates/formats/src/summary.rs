//! An advisory in a line: what lists, search results and `advisories.jsonl` of the published tree need.

use crate::csaf::Profile;
use crate::cvss::{Score, Severity};
use crate::document::PublicDocument;
use crate::number::AdvisoryNumber;
use crate::text::{Language, Localized};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use std::hash::Hash;

/// What a list shows of an advisory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdvisorySummary {
    /// The advisory's number.
    pub id: AdvisoryNumber,
    /// Its newest revision.
    pub revision: u32,
    /// The languages it is written in.
    pub languages: Vec<Language>,
    /// Title.
    pub title: Localized,
    /// First publication.
    pub published_at: Timestamp,
    /// Newest revision.
    pub updated_at: Timestamp,
    /// Vendors, in the advisory's order.
    pub vendors: Vec<Localized>,
    /// Affected products, in the advisory's order, each once.
    pub products: Vec<Localized>,
    /// CVE numbers.
    pub cves: Vec<String>,
    /// Weaknesses, each once.
    pub cwes: Vec<String>,
    /// Highest base score of all analyses, whatever the version of CVSS.
    pub score: Option<Score>,
    /// Highest severity of all analyses.
    pub severity: Option<Severity>,
    /// The mark 緊急 / Critical.
    pub critical: bool,
    /// Users are asked to stop using a product.
    pub stop_using: bool,
    /// It is withdrawn.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub withdrawn: bool,
    /// Whether it is there as VEX too.
    #[serde(default)]
    pub vex: bool,
}

impl From<&PublicDocument> for AdvisorySummary {
    fn from(document: &PublicDocument) -> Self {
        AdvisorySummary {
            id: document.id.clone(),
            revision: document.revision,
            languages: document.languages.clone(),
            title: document.title.clone(),
            published_at: document.published_at,
            updated_at: document.updated_at,
            vendors: document.vendors.iter().map(|vendor| vendor.name.clone()).collect(),
            products: once(document.affected().map(|row| &row.product.name)),
            cves: document.cves().map(str::to_owned).collect(),
            cwes: once(document.vulnerabilities.iter().flat_map(|v| &v.cwes)),
            score: document.vulnerabilities.iter().flat_map(|v| &v.cvss).map(|cvss| cvss.base_score).max(),
            severity: document.max_severity(),
            critical: document.critical,
            stop_using: document.stop_using,
            withdrawn: document.withdrawn.is_some(),
            vex: Profile::Vex.fits(document),
        }
    }
}

impl AdvisorySummary {
    /// The summary as one line of JSON, with its newline.
    #[must_use]
    pub fn to_line(&self) -> String {
        serde_json::to_string(self).expect("a summary holds nothing that JSON cannot say") + "\n"
    }

    /// Reads one line.
    ///
    /// # Errors
    /// When the line is no summary.
    pub fn from_line(line: &str) -> serde_json::Result<Self> {
        serde_json::from_str(line)
    }
}

/// The summaries as JSON lines, newest update first, equal ones by number.
#[must_use]
pub fn to_lines(summaries: &[AdvisorySummary]) -> String {
    let mut sorted: Vec<&AdvisorySummary> = summaries.iter().collect();
    sorted.sort_by(|a, b| b.updated_at.cmp(&a.updated_at).then_with(|| a.id.cmp(&b.id)));
    sorted.into_iter().map(AdvisorySummary::to_line).collect()
}

/// Each value once, in the order of its first appearance.
fn once<'a, T: Clone + Eq + Hash + 'a>(values: impl Iterator<Item = &'a T>) -> Vec<T> {
    let mut seen = HashSet::new();
    values.filter(|value| seen.insert(*value)).cloned().collect()
}
