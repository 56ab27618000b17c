//! The one document from which every format is made: `document.json` of a published revision.
//!
//! It holds the sections of an advisory in the order in which a page shows them, in plain text and structured data.
//! Whatever a format says is said here first; a format that cannot carry something documents the loss.

use crate::cvss::{Cvss, Severity};
use crate::number::AdvisoryNumber;
pub use crate::source::{Source, SourceFormat};
use crate::text::{Language, Localized};
use crate::version::{VersionStatus, Versions};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Version of the shape of `document.json`. Old documents stay readable for ever: fields are added, never changed.
pub const FORMAT: u32 = 1;

/// A published advisory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicDocument {
    /// Version of this shape: [`FORMAT`].
    pub format: u32,
    /// The advisory's number; in JSON as in addresses, `JVN12345678`.
    pub id: AdvisoryNumber,
    /// Revision, from 1, one higher with every publication.
    pub revision: u32,
    /// The languages it is written in, the original first.
    pub languages: Vec<Language>,
    /// Who publishes it.
    pub publisher: Publisher,
    /// Instant of the first publication.
    pub published_at: Timestamp,
    /// Instant of this revision.
    pub updated_at: Timestamp,
    /// The mark 緊急 / Critical.
    #[serde(default)]
    pub critical: bool,
    /// Users are asked to stop using a product whose support has ended.
    #[serde(default)]
    pub stop_using: bool,
    /// Title: product and kind of vulnerability.
    pub title: Localized,
    /// 概要: what it is, in a few sentences.
    pub overview: Localized,
    /// ベンダ情報 with the products of each vendor; 影響を受けるシステム is read from here.
    pub vendors: Vec<Vendor>,
    /// 詳細情報.
    #[serde(default)]
    pub details: Localized,
    /// 想定される影響.
    pub impact: Localized,
    /// 対策方法, for everybody; each vendor's own countermeasures stand with the vendor.
    pub solution: Solution,
    /// JPCERT/CC からの補足情報.
    #[serde(default)]
    pub supplementary: Localized,
    /// The single vulnerabilities: their identifiers and 分析結果.
    pub vulnerabilities: Vec<Vulnerability>,
    /// 参考情報.
    #[serde(default)]
    pub references: Vec<Reference>,
    /// 謝辞: how the report came, in a sentence.
    #[serde(default)]
    pub acknowledgement: Localized,
    /// 謝辞: the people who agreed to be named.
    #[serde(default)]
    pub acknowledgements: Vec<Acknowledgement>,
    /// 関連文書 beyond the identifiers of the vulnerabilities.
    #[serde(default)]
    pub related: Vec<RelatedDocument>,
    /// 更新履歴, oldest first; the last one is this revision.
    pub history: Vec<Revision>,
    /// Since when and why it is withdrawn: then it says nothing else any more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<Withdrawn>,
    /// Whose document this was before it was taken over; nothing for our own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// That an advisory is withdrawn. Its number and its address stay, and say so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withdrawn {
    /// Since when.
    pub at: Timestamp,
    /// On which ground: `wrong-advisory` or `legal-order`.
    pub ground: String,
    /// Why, in the words of the two bodies.
    pub reason: Localized,
}

/// Who publishes an advisory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Publisher {
    /// Name of the partnership or organisation.
    pub name: Localized,
    /// An address under the publisher's control that stays the same for ever (CSAF: namespace).
    pub namespace: String,
    /// How to reach it.
    #[serde(default)]
    pub contact: Localized,
    /// Its part in the matter: in whose name the advisory speaks.
    #[serde(default)]
    pub authority: Localized,
}

/// A vendor's entry in ベンダ情報.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vendor {
    /// The vendor's name.
    pub name: Localized,
    /// How the name is read, in kana, where that is known: a name in kanji is looked for by it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reading: String,
    /// What it says, or that nothing is known.
    pub status: Affectedness,
    /// The day on which it said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<Date>,
    /// Its statement, in its own words.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub statement: Localized,
    /// 製品開発者の見解: its view of a publication by judgement, shown beside it as the vendor wrote it.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub view: Localized,
    /// Its own page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// Its products, each with versions and what holds for them.
    #[serde(default)]
    pub products: Vec<Product>,
    /// What it offers against the vulnerability; holds for all its affected products.
    #[serde(default)]
    pub countermeasures: Vec<Countermeasure>,
}

impl Vendor {
    /// A vendor of which nothing but its status is known.
    #[must_use]
    pub fn new(name: Localized, status: Affectedness) -> Self {
        Vendor {
            name,
            reading: String::new(),
            status,
            on: None,
            statement: Localized::default(),
            view: Localized::default(),
            link: None,
            products: Vec::new(),
            countermeasures: Vec::new(),
        }
    }
}

/// The five statuses of a vendor's entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Affectedness {
    /// 該当製品あり
    Affected,
    /// 該当製品あり（調査中）
    AffectedInvestigating,
    /// 該当製品なし
    NotAffected,
    /// 該当製品なし（調査中）
    NotAffectedInvestigating,
    /// 不明
    Unknown,
}

impl Affectedness {
    /// All five, in the order of the legend.
    pub const ALL: [Affectedness; 5] = [
        Affectedness::Affected,
        Affectedness::AffectedInvestigating,
        Affectedness::NotAffected,
        Affectedness::NotAffectedInvestigating,
        Affectedness::Unknown,
    ];

    /// The words of ベンダ情報.
    #[must_use]
    pub const fn word(self, language: Language) -> &'static str {
        match self {
            Affectedness::Affected => language.pick("該当製品あり", "Affected"),
            Affectedness::AffectedInvestigating => language.pick("該当製品あり（調査中）", "Affected (investigating)"),
            Affectedness::NotAffected => language.pick("該当製品なし", "Not affected"),
            Affectedness::NotAffectedInvestigating => {
                language.pick("該当製品なし（調査中）", "Not affected (investigating)")
            }
            Affectedness::Unknown => language.pick("不明", "Unknown"),
        }
    }

    /// What this means for versions that a vendor does not speak of one by one.
    #[must_use]
    pub const fn of_versions(self) -> VersionStatus {
        match self {
            Affectedness::Affected => VersionStatus::Affected,
            Affectedness::NotAffected => VersionStatus::NotAffected,
            Affectedness::AffectedInvestigating | Affectedness::NotAffectedInvestigating => {
                VersionStatus::UnderInvestigation
            }
            Affectedness::Unknown => VersionStatus::Unknown,
        }
    }
}

/// A product of a vendor.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Product {
    /// The product's name, without vendor and version.
    pub name: Localized,
    /// CPE 2.3 formatted string or 2.2 URI.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cpe: Option<String>,
    /// Package URL, without version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purl: Option<String>,
    /// Remarks: how to find the version, which configuration is meant.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub notes: Localized,
    /// Versions and what holds for them.
    #[serde(default)]
    pub versions: Vec<Versions>,
}

/// 対策方法 for everybody.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Solution {
    /// The section's text.
    pub text: Localized,
    /// Countermeasures that hold for all affected products.
    #[serde(default)]
    pub countermeasures: Vec<Countermeasure>,
}

/// A countermeasure: a fix, a workaround, or the plain word that there is none.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Countermeasure {
    /// Its kind.
    pub kind: CountermeasureKind,
    /// What to do.
    pub text: Localized,
    /// Where to get it or read more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// Kind of a countermeasure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CountermeasureKind {
    /// 修正方法: an update or a patch.
    Fix,
    /// 回避方法: avoids the vulnerability without curing it.
    Workaround,
    /// 利用中止: support has ended, stop using it.
    StopUsing,
    /// No fix is planned.
    NonePlanned,
    /// Nothing is available at this time.
    NoneAvailable,
}

impl CountermeasureKind {
    /// The word for people.
    #[must_use]
    pub const fn word(self, language: Language) -> &'static str {
        match self {
            CountermeasureKind::Fix => language.pick("修正方法", "Fix"),
            CountermeasureKind::Workaround => language.pick("回避方法", "Workaround"),
            CountermeasureKind::StopUsing => language.pick("利用中止", "Stop using it"),
            CountermeasureKind::NonePlanned => language.pick("修正の予定なし", "No fix planned"),
            CountermeasureKind::NoneAvailable => language.pick("対策方法なし", "None available"),
        }
    }
}

/// One vulnerability of the advisory.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vulnerability {
    /// Its name, when the advisory has more than one.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub title: Localized,
    /// What it is, when the advisory's own sections do not say it.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub description: Localized,
    /// CVE number: `CVE-2026-12345`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cve: Option<String>,
    /// Weaknesses: `CWE-79`, the main one first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cwes: Vec<String>,
    /// 分析結果, at most one of each version of CVSS.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cvss: Vec<Cvss>,
    /// What others say of it, each with its day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<Fact>,
}

/// What somebody else says of a vulnerability on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Fact {
    /// The Exploit Prediction Scoring System of FIRST.
    Epss {
        /// Day of the score.
        on: Date,
        /// Probability of exploitation within 30 days: a decimal from 0 to 1, in the digits that FIRST gave.
        probability: String,
        /// Share of vulnerabilities with the same or a lower probability: a decimal from 0 to 1.
        percentile: String,
        /// Version of the model; a new model makes jumps.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        model: Option<String>,
    },
    /// The catalogue of known exploited vulnerabilities of CISA.
    Kev {
        /// Day on which it was added.
        on: Date,
        /// Day by which United States agencies must act.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        due: Option<Date>,
        /// Whether its use in ransomware campaigns is known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        ransomware: Option<bool>,
    },
    /// A decision after SSVC.
    Ssvc {
        /// Day of the decision.
        on: Date,
        /// In whose role: `CISA Coordinator`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        role: Option<String>,
        /// Version of SSVC.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        version: Option<String>,
        /// Decision points and their values: `Exploitation`, `active`.
        options: Vec<(String, String)>,
    },
}

/// An entry of 参考情報.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reference {
    /// What lies there.
    pub title: Localized,
    /// Its address.
    pub url: String,
}

/// A person or group who agreed to be named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acknowledgement {
    /// Name as the person wrote it.
    pub name: Localized,
    /// Organisation.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub organisation: Localized,
}

/// An entry of 関連文書: another document on the same matter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RelatedDocument {
    /// Who numbers it: `JVN iPedia`, `CERT/CC`.
    pub system: String,
    /// Its number there.
    pub id: String,
    /// Its title.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub title: Localized,
    /// Its address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// An entry of 更新履歴.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Revision {
    /// Number, from 1.
    pub number: u32,
    /// Instant of publication.
    pub at: Timestamp,
    /// What changed.
    pub summary: Localized,
}

impl PublicDocument {
    /// An advisory of revision 1 in both languages with nothing but its title; the caller fills in the rest.
    #[must_use]
    pub fn new(id: AdvisoryNumber, publisher: Publisher, title: Localized, published_at: Timestamp) -> Self {
        PublicDocument {
            format: FORMAT,
            id,
            revision: 1,
            languages: Language::ALL.to_vec(),
            publisher,
            published_at,
            updated_at: published_at,
            critical: false,
            stop_using: false,
            title,
            overview: Localized::default(),
            vendors: Vec::new(),
            details: Localized::default(),
            impact: Localized::default(),
            solution: Solution::default(),
            supplementary: Localized::default(),
            vulnerabilities: Vec::new(),
            references: Vec::new(),
            acknowledgement: Localized::default(),
            acknowledgements: Vec::new(),
            related: Vec::new(),
            history: vec![Revision {
                number: 1,
                at: published_at,
                summary: Localized::new("公表しました。", "Published."),
            }],
            withdrawn: None,
            source: None,
        }
    }

    /// Reads `document.json`.
    ///
    /// # Errors
    /// When the bytes are not such a document.
    pub fn from_json(bytes: &[u8]) -> serde_json::Result<Self> {
        serde_json::from_slice(bytes)
    }

    /// Writes `document.json`: always the same bytes for the same document, on one line with a final newline. Indented, a
    /// third of it would be spaces, and a page is written from it whenever it is not kept.
    #[must_use]
    pub fn to_json(&self) -> String {
        let text = serde_json::to_string(self).expect("the document holds no map with keys that are not strings");
        text + "\n"
    }

    /// The rows of 影響を受けるシステム: affected versions, or an affected product whose versions are not given.
    pub fn affected(&self) -> impl Iterator<Item = AffectedRow<'_>> {
        self.vendors.iter().flat_map(|vendor| {
            vendor.products.iter().flat_map(move |product| {
                let whole = (product.versions.is_empty() && vendor.status == Affectedness::Affected)
                    .then_some(AffectedRow { vendor, product, versions: None });
                let parts = product
                    .versions
                    .iter()
                    .filter(|versions| versions.status == VersionStatus::Affected)
                    .map(move |versions| AffectedRow { vendor, product, versions: Some(versions) });
                whole.into_iter().chain(parts)
            })
        })
    }

    /// The highest severity of all analyses.
    #[must_use]
    pub fn max_severity(&self) -> Option<Severity> {
        self.vulnerabilities.iter().flat_map(|v| &v.cvss).map(|cvss| cvss.severity).max()
    }

    /// Every CVE number, in the order of the vulnerabilities.
    pub fn cves(&self) -> impl Iterator<Item = &str> {
        self.vulnerabilities.iter().filter_map(|v| v.cve.as_deref())
    }
}

/// A row of 影響を受けるシステム.
#[derive(Clone, Copy, Debug)]
pub struct AffectedRow<'a> {
    /// Whose product.
    pub vendor: &'a Vendor,
    /// The product.
    pub product: &'a Product,
    /// The affected versions; nothing when the vendor gave none.
    pub versions: Option<&'a Versions>,
}

impl AffectedRow<'_> {
    /// The row in words: product and versions.
    #[must_use]
    pub fn shown(&self, language: Language) -> String {
        let name = self.product.name.get(language);
        match self.versions.map(|versions| versions.shown(language)).filter(|text| !text.is_empty()) {
            Some(versions) => format!("{name} {versions}"),
            None => name.to_owned(),
        }
    }
}
