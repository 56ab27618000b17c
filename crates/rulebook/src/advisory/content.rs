//! The text of an advisory (the parts of a JVN page) and what it may not lack.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::case::event::{Affectedness, Countermeasure, StatusStatement};
use crate::case::file::CaseFile;
use crate::case::state::DeveloperSide;
use crate::ids::DeveloperId;
use crate::moment::day_of;
use crate::text::Localized;

/// One affected product, as the public reads it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AffectedProduct {
    /// Who makes it.
    pub vendor: String,
    /// What it is called.
    pub product: String,
    /// First affected version; empty: from the beginning.
    pub from: String,
    /// Last affected version, or the first fixed one when `until_fixed`; empty: all later ones.
    pub to: String,
    /// Whether `to` is the first version that is no longer affected.
    pub until_fixed: bool,
    /// Its name among platforms (CPE), for machines; empty when nobody has given one.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub cpe: String,
    /// Its package URL without a version, for machines; empty for what is no package.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub purl: String,
}

/// A place to read on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reference {
    /// What is there.
    pub title: String,
    /// Where.
    pub url: String,
}

/// A developer's part (ベンダ情報).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VendorEntry {
    /// The developer.
    pub developer: DeveloperId,
    /// Its name.
    pub name: String,
    /// Its status and words.
    pub status: StatusStatement,
    /// What it offers its users.
    #[serde(default)]
    pub countermeasure: Countermeasure,
    /// 見解: what it wishes to have shown beside a publication by judgement (Ⅳ.4.10.第2段).
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub view: Localized,
    /// Day of the statement; none when it said nothing.
    pub on: Option<Date>,
}

/// Everything that an advisory says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AdvisoryContent {
    /// Product and kind.
    pub title: Localized,
    /// 概要.
    pub overview: Localized,
    /// 影響を受けるシステム.
    pub affected: Vec<AffectedProduct>,
    /// What cannot be said in the table of affected products.
    pub affected_note: Localized,
    /// 詳細情報.
    pub details: Localized,
    /// 想定される影響.
    pub impact: Localized,
    /// 対策方法.
    pub solution: Localized,
    /// Products that users are asked to stop using (利用中止): only where support has ended.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub stop_using: Vec<String>,
    /// ベンダ情報.
    pub vendors: Vec<VendorEntry>,
    /// JPCERT/CCからの補足情報.
    pub supplement: Localized,
    /// CVSS vectors.
    pub cvss: Vec<String>,
    /// CWE ids.
    pub cwe: Vec<String>,
    /// CVE ids, by hand for now.
    pub cve: Vec<String>,
    /// 謝辞; empty when nobody wishes to be named.
    pub credit: Localized,
    /// 参考情報.
    pub references: Vec<Reference>,
    /// 緊急.
    pub critical: bool,
}

/// Something that a text may not lack when it is approved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lack {
    /// The title, in one of the languages.
    Title,
    /// The overview, in one of the languages.
    Overview,
    /// The impact, in one of the languages.
    Impact,
    /// The solution, in one of the languages.
    Solution,
    /// Any affected product or vendor.
    Affected,
}

impl Lack {
    /// Stable word for message keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Lack::Title => "title",
            Lack::Overview => "overview",
            Lack::Impact => "impact",
            Lack::Solution => "solution",
            Lack::Affected => "affected",
        }
    }
}

impl AdvisoryContent {
    /// What the text still lacks: the parts without which a reader cannot tell whether it concerns it, how bad it
    /// is and what to do (Ⅳ.4.9).
    #[must_use]
    pub fn lacks(&self) -> Vec<Lack> {
        let checks = [
            (Lack::Title, self.title.is_complete()),
            (Lack::Overview, self.overview.is_complete()),
            (Lack::Affected, !self.affected.is_empty() || !self.vendors.is_empty()),
            (Lack::Impact, self.impact.is_complete()),
            (Lack::Solution, self.solution.is_complete()),
        ];
        checks.into_iter().filter_map(|(lack, there)| (!there).then_some(lack)).collect()
    }

    /// The same text with only one developer's part: what this developer previews (Ⅳ.5.9: developers do not see
    /// each other's statements before publication). A product of a name that two developers share is shown to neither.
    #[must_use]
    pub fn for_developer(&self, id: DeveloperId) -> AdvisoryContent {
        let mut own = self.clone();
        own.vendors.retain(|vendor| vendor.developer == id);
        own.affected.retain(|product| {
            let mut makers = self.vendors.iter().filter(|vendor| vendor.name == product.vendor).peekable();
            makers.peek().is_some() && makers.all(|vendor| vendor.developer == id)
        });
        own
    }
}

/// Whether a draft may name the finder before publication: only with both consents, オ for the acknowledgement and ウ
/// for the coordinator and the developers who read the draft (Ⅳ.2.5.ウ and オ are asked separately).
#[must_use]
pub fn may_draft_credit(file: &CaseFile) -> bool {
    let consents = file.reports.first().map_or(file.case.consents, |report| report.consents);
    consents.publish_name.is_yes() && consents.share_identity.is_yes()
}

/// The developers' parts as the case has them now: one for every contacted developer (Ⅳ.3.(1).13, Ⅳ.4.9).
#[must_use]
pub fn vendors(file: &CaseFile, utc_offset_hours: i8) -> Vec<VendorEntry> {
    let contacted = file.case.developers.iter().filter(|side| !side.attempts.is_empty() || side.details.is_some());
    contacted.map(|side| vendor(file, side, utc_offset_hours)).collect()
}

/// A view given for a publication by judgement stands beside the publication, if the developer wishes so (Ⅳ.4.10.注8).
fn vendor(file: &CaseFile, side: &DeveloperSide, utc_offset_hours: i8) -> VendorEntry {
    let status = side.status.as_ref().map(|status| status.item.clone()).unwrap_or_default();
    let countermeasure = side.countermeasure.as_ref().map(|stated| stated.item.clone()).unwrap_or_default();
    let view = file.case.judgement.shown_view(side.id).map(|view| view.text.clone()).unwrap_or_default();
    let on = side.status.as_ref().map(|status| day_of(status.at, utc_offset_hours));
    VendorEntry { developer: side.id, name: side.name.clone(), status, countermeasure, view, on }
}

/// The affected products that the developers named, as rows of the advisory.
#[must_use]
pub fn affected(vendors: &[VendorEntry]) -> Vec<AffectedProduct> {
    let rows = vendors.iter().flat_map(|vendor| vendor.status.products.iter().map(move |product| (vendor, product)));
    rows.filter(|(_, product)| matches!(product.affected, Affectedness::Affected | Affectedness::AffectedInvestigating))
        .map(|(vendor, product)| AffectedProduct {
            vendor: vendor.name.clone(),
            product: product.product.clone(),
            from: product.from.clone(),
            to: product.to.clone(),
            until_fixed: product.until_fixed,
            ..AffectedProduct::default()
        })
        .collect()
}
