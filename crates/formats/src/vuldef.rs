//! VULDEF 3.2: the detailed entry of JVN iPedia, many in one document.
//!
//! Elements stand in the order of the schema; inside `Cvss` that is Severity, Base, Vector. Texts are plain; line breaks in
//! 更新履歴 are written as a backslash and an `n`, as JVN iPedia writes them. What is lost against the document is said by
//! [`Vulinfo::of`]; [`Vulinfo::document`] gives an advisory back as far as VULDEF says one.

use crate::myjvn::Status;
use crate::text::Language;
use jiff::Timestamp;

mod from_document;
mod read;
mod to_document;
mod write;

pub use read::{Vulinfos, read};

pub(crate) const VULDEF: &str = "http://jvn.jp/vuldef/";

/// A document of entries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Vuldef {
    /// Its language.
    pub language: Language,
    /// Its entries.
    pub entries: Vec<Vulinfo>,
    /// Whether it carries the marking TLP:WHITE.
    pub white: bool,
    /// How the request fared.
    pub status: Option<Status>,
}

/// An entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Vulinfo {
    /// `JVNDB-YYYY-NNNNNN`.
    pub id: String,
    /// Title.
    pub title: Option<String>,
    /// 概要.
    pub overview: Option<String>,
    /// 詳細情報, paragraph by paragraph.
    pub details: Vec<String>,
    /// Affected products.
    pub affected: Vec<AffectedItem>,
    /// Analyses.
    pub analyses: Vec<Analysis>,
    /// 想定される影響.
    pub impacts: Vec<String>,
    /// 対策方法.
    pub solutions: Vec<Solution>,
    /// ベンダ情報, 参考情報, weaknesses.
    pub related: Vec<Related>,
    /// 謝辞.
    pub credits: Vec<Credit>,
    /// 更新履歴, oldest first.
    pub history: Vec<HistoryItem>,
    /// First publication of the entry.
    pub first_published: Option<Timestamp>,
    /// Newest change of the entry.
    pub last_updated: Option<Timestamp>,
    /// When the matter became public.
    pub public: Option<Timestamp>,
}

/// A product.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AffectedItem {
    /// What holds for it; what does not say is vulnerable.
    pub status: Option<AffectedStatus>,
    /// The vendor's name.
    pub vendor: Option<String>,
    /// The product's name.
    pub product: Option<String>,
    /// CPE names with the version of CPE.
    pub cpes: Vec<(String, String)>,
    /// Versions in words.
    pub versions: Vec<String>,
    /// Remarks.
    pub descriptions: Vec<String>,
}

/// The five statuses, which are those of ベンダ情報.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AffectedStatus {
    /// 該当製品あり
    Vulnerable,
    /// 該当製品なし
    NotVulnerable,
    /// 不明
    Unknown,
    /// 該当製品あり（調査中）
    VulnerableInvestigating,
    /// 該当製品なし（調査中）
    NotVulnerableInvestigating,
}

impl AffectedStatus {
    /// All five.
    pub const ALL: [AffectedStatus; 5] = [
        AffectedStatus::Vulnerable,
        AffectedStatus::NotVulnerable,
        AffectedStatus::Unknown,
        AffectedStatus::VulnerableInvestigating,
        AffectedStatus::NotVulnerableInvestigating,
    ];

    /// The word of the schema.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            AffectedStatus::Vulnerable => "vulnerable",
            AffectedStatus::NotVulnerable => "notvulnerable",
            AffectedStatus::Unknown => "unknown",
            AffectedStatus::VulnerableInvestigating => "vulnerable_investigating",
            AffectedStatus::NotVulnerableInvestigating => "notvulnerable_investigating",
        }
    }
}

/// A base analysis.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Analysis {
    /// `2.0` or `3.0`.
    pub version: String,
    /// `None`, `Low`, `Medium`, `High` or `Critical`.
    pub severity: Option<String>,
    /// `9.8`.
    pub base: Option<String>,
    /// The vector.
    pub vector: Option<String>,
}

/// An entry of 対策方法.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Solution {
    /// `fixed`, `workaround`, `migration`, `none` or `unknown`.
    pub kind: Option<String>,
    /// What to do.
    pub descriptions: Vec<String>,
    /// Where to read more.
    pub urls: Vec<String>,
}

/// Another place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Related {
    /// `vendor`, `advisory` or `cwe`.
    pub kind: String,
    /// Whose it is.
    pub name: Option<String>,
    /// What it is called there.
    pub id: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// Remarks.
    pub description: Option<String>,
}

/// Thanks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Credit {
    /// To whom.
    pub name: Option<String>,
    /// For what, or of which organisation.
    pub descriptions: Vec<String>,
}

/// An entry of 更新履歴.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HistoryItem {
    /// Its number; go-myjvn reads an integer.
    pub number: Option<u32>,
    /// When.
    pub at: Option<Timestamp>,
    /// What changed.
    pub descriptions: Vec<String>,
}
