//! An advisory as JVN iPedia lists one: what JVNRSS, VULDEF and the MyJVN formats say is first gathered here, once.
//!
//! Facts of that family: dates are in Japan Standard Time; CVSS is v3.0 with its eight base metrics (a client of the field
//! refuses any other length); a product has a name of the Common Platform Enumeration, made under the vendor `misc`
//! when nobody has given one; an identifier is `JVNDB-YYYY-…`.

use crate::cvss::{Cvss, CvssVersion};
use crate::cwe;
use crate::document::{Affectedness, CountermeasureKind, PublicDocument, Vendor};
use crate::loss::{Loss, LossKind};
use crate::text::{Language, Localized};
use crate::version::{VersionRange, VersionStatus, Versions};
use jiff::Timestamp;
use jiff::civil::Date;

pub mod jst;
mod pattern;
mod platform;
mod range;

pub use pattern::Pattern;
pub use platform::{Part, Platform, encode, number};
pub use range::{from_words, in_words};

/// Identifier of an entry: `JVNDB-2026-000051`.
///
/// An advisory that names its entry in 関連文書 has that one. Any other gets the year of its publication and the eight
/// digits of its own number, which cannot meet the six digits that IPA gives.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct JvndbId(String);

impl JvndbId {
    /// Reads an identifier: year of four digits, number of six to eight.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (year, number) = text.strip_prefix("JVNDB-")?.split_once('-')?;
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        (year.len() == 4 && (6..=8).contains(&number.len()) && digits(year) && digits(number))
            .then(|| JvndbId(text.to_owned()))
    }

    /// The identifier of the n-th entry of a year, from 1; nothing when the year has no more.
    #[must_use]
    pub fn in_sequence(year: i16, n: i64) -> Option<Self> {
        (1..1_000_000).contains(&n).then(|| JvndbId(format!("JVNDB-{year:04}-{n:06}")))
    }

    /// The identifier that the advisory names as its own, if it names one.
    #[must_use]
    pub fn named(document: &PublicDocument) -> Option<Self> {
        document.related.iter().find_map(|related| JvndbId::parse(related.id.trim()))
    }

    /// The identifier made from the advisory's number.
    #[must_use]
    pub fn made(document: &PublicDocument) -> Self {
        JvndbId(format!("JVNDB-{:04}-{:08}", jst::day(document.published_at).year(), document.id.digits()))
    }

    /// The identifier as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// An entry in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its identifier.
    pub id: String,
    /// Its page.
    pub link: String,
    /// Title.
    pub title: String,
    /// 概要.
    pub overview: String,
    /// Who publishes it.
    pub publisher: String,
    /// The publisher's address.
    pub namespace: String,
    /// Other places that speak of it.
    pub references: Vec<Reference>,
    /// Affected products.
    pub products: Vec<Affected>,
    /// CVSS v3.0 with base metrics alone, the highest first.
    pub analyses: Vec<Cvss>,
    /// Weaknesses, each once.
    pub weaknesses: Vec<Weakness>,
    /// First publication.
    pub issued: Timestamp,
    /// Newest revision.
    pub modified: Timestamp,
    /// The day on which the matter became public: DatePublic, by which feeds are sorted into years.
    pub public: Date,
}

/// Another place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Whose it is.
    pub source: Source,
    /// What it is called there.
    pub id: String,
    /// Its title.
    pub title: Option<String>,
    /// Its address.
    pub url: String,
}

/// Whose a reference is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A CVE record.
    Cve,
    /// The advisory itself.
    Jvn,
    /// The vendor of this name.
    Vendor(String),
    /// Another system of this name.
    System(String),
    /// Anything else: 関連文書.
    Document,
}

impl Source {
    /// The short name, as JVNRSS has it.
    #[must_use]
    pub fn short(&self) -> &str {
        match self {
            Source::Cve => "CVE",
            Source::Jvn => "JVN",
            Source::System(name) => name,
            Source::Vendor(_) | Source::Document => "関連文書",
        }
    }

    /// The long name, as VULDEF has it.
    #[must_use]
    pub fn long(&self) -> &str {
        match self {
            Source::Cve => "Common Vulnerabilities and Exposures (CVE)",
            Source::Vendor(name) => name,
            other => other.short(),
        }
    }
}

/// An affected product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Affected {
    /// The vendor's name.
    pub vendor: String,
    /// The product's name.
    pub product: String,
    /// Stable numbers of vendor and product, see [`number`].
    pub ids: (u64, u64),
    /// Its name among platforms.
    pub platform: Platform,
    /// Package URL.
    pub purl: Option<String>,
    /// Affected versions in words that the field's parsers know.
    pub versions: Vec<String>,
    /// The same as ranges, where they are known.
    pub ranges: Vec<VersionRange>,
}

/// A weakness.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weakness {
    /// `CWE-79`.
    pub id: String,
    /// Its name, or the identifier again when no name is known.
    pub name: String,
    /// Where it is described.
    pub url: String,
}

impl Entry {
    /// The entry of an advisory; `link` is its page in this language.
    #[must_use]
    pub fn of(document: &PublicDocument, id: &JvndbId, language: Language, link: &str, losses: &mut Vec<Loss>) -> Self {
        Entry {
            id: id.as_str().to_owned(),
            link: link.to_owned(),
            title: document.title.get(language).to_owned(),
            overview: document.overview.get(language).to_owned(),
            publisher: document.publisher.name.get(language).to_owned(),
            namespace: document.publisher.namespace.clone(),
            references: references(document, id, language, link),
            products: products(document, language, losses),
            analyses: analyses(document, losses),
            weaknesses: weaknesses(document, language),
            issued: document.published_at,
            modified: document.updated_at,
            public: jst::day(document.published_at),
        }
    }

    /// The highest analysis: the one that the XML formats carry.
    #[must_use]
    pub fn highest(&self) -> Option<&Cvss> {
        self.analyses.first()
    }
}

fn references(document: &PublicDocument, id: &JvndbId, language: Language, link: &str) -> Vec<Reference> {
    let mut references =
        vec![Reference { source: Source::Jvn, id: document.id.shown(), title: None, url: link.to_owned() }];
    references.extend(document.cves().map(|cve| Reference {
        source: Source::Cve,
        id: cve.to_owned(),
        title: None,
        url: format!("https://www.cve.org/CVERecord?id={cve}"),
    }));
    for vendor in &document.vendors {
        let name = vendor.name.get(language);
        references.extend(vendor.link.iter().map(|url| Reference {
            source: Source::Vendor(name.to_owned()),
            id: name.to_owned(),
            title: None,
            url: url.clone(),
        }));
    }
    references.extend(document.references.iter().map(|reference| Reference {
        source: Source::Document,
        id: reference.title.get(language).to_owned(),
        title: None,
        url: reference.url.clone(),
    }));
    let others = document.related.iter().filter(|related| related.id.trim() != id.as_str());
    references.extend(others.filter_map(|related| {
        let url = related.url.clone()?;
        let title = related.title.get(language).to_owned();
        Some(Reference {
            source: system(&related.system, &url),
            id: related.id.clone(),
            title: (!title.is_empty()).then_some(title),
            url,
        })
    }));
    references
}

/// `JPCERT-AT` is for JPCERT/CC's own alerts alone: clients fetch the pages under that name and stop when there is none.
fn system(name: &str, url: &str) -> Source {
    match name.trim() {
        "JPCERT-AT" if !url.starts_with("https://www.jpcert.or.jp/at/") => Source::Document,
        "CVE" | "NVD" | "JVN" | "" => Source::Document,
        other => Source::System(other.to_owned()),
    }
}

fn products(document: &PublicDocument, language: Language, losses: &mut Vec<Loss>) -> Vec<Affected> {
    let mut products = Vec::new();
    for (at, vendor) in document.vendors.iter().enumerate() {
        if vendor.products.is_empty() && vendor.status == Affectedness::Affected {
            products.push(whole_vendor(vendor, language));
        }
        if vendor.status != Affectedness::Affected {
            losses.push(Loss::new(format!("/vendors/{at}/status"), LossKind::NotCarried));
        }
        for (number, product) in vendor.products.iter().enumerate() {
            let at = format!("/vendors/{at}/products/{number}");
            let affected = |versions: &&Versions| versions.status == VersionStatus::Affected;
            let rows: Vec<&Versions> = product.versions.iter().filter(affected).collect();
            if rows.len() < product.versions.len() {
                losses.push(Loss::new(format!("{at}/versions"), LossKind::NotCarried));
            }
            let whole = product.versions.is_empty() && vendor.status == Affectedness::Affected;
            if rows.is_empty() && !whole {
                continue;
            }
            let (platform, made) = Platform::of(&vendor.name, &product.name, product.cpe.as_deref());
            if made {
                losses.push(Loss::new(format!("{at}/cpe"), LossKind::CpeUnderMisc));
            }
            products.push(Affected {
                vendor: vendor.name.get(language).to_owned(),
                product: product.name.get(language).to_owned(),
                ids: (number_of_vendor(&vendor.name), number_of_product(&vendor.name, &product.name)),
                platform,
                purl: product.purl.clone(),
                versions: rows.iter().map(|row| in_words(row, language)).filter(|text| !text.is_empty()).collect(),
                ranges: rows.iter().filter_map(|row| row.range.clone()).collect(),
            });
        }
    }
    products
}

/// JVN iPedia's way of saying that the products of a vendor are not listed one by one.
fn whole_vendor(vendor: &Vendor, language: Language) -> Affected {
    let name = Localized::new("(複数の製品)", "(Multiple products)");
    let (platform, _) = Platform::of(&vendor.name, &name, None);
    Affected {
        vendor: vendor.name.get(language).to_owned(),
        product: name.get(language).to_owned(),
        ids: (number_of_vendor(&vendor.name), number_of_product(&vendor.name, &name)),
        platform,
        purl: None,
        versions: Vec::new(),
        ranges: Vec::new(),
    }
}

/// The number of a vendor (`vid`): stable as long as its name is.
#[must_use]
pub fn number_of_vendor(vendor: &Localized) -> u64 {
    number(&[vendor.get(Language::Ja)])
}

/// The number of a product (`pid`): stable as long as the names of vendor and product are.
#[must_use]
pub fn number_of_product(vendor: &Localized, product: &Localized) -> u64 {
    number(&[vendor.get(Language::Ja), product.get(Language::Ja)])
}

fn analyses(document: &PublicDocument, losses: &mut Vec<Loss>) -> Vec<Cvss> {
    let mut analyses: Vec<Cvss> = Vec::new();
    for (at, vulnerability) in document.vulnerabilities.iter().enumerate() {
        for (number, cvss) in vulnerability.cvss.iter().enumerate() {
            let at = format!("/vulnerabilities/{at}/cvss/{number}");
            match as_v3_0(cvss) {
                Some(restated) => {
                    if restated.vector != cvss.vector {
                        losses.push(Loss::new(at, LossKind::CvssAs30));
                    }
                    analyses.push(restated);
                }
                None => losses.push(Loss::new(at, LossKind::NotCarried)),
            }
        }
    }
    analyses.sort_by(|a, b| b.base_score.cmp(&a.base_score).then_with(|| a.vector.cmp(&b.vector)));
    analyses.dedup();
    analyses
}

/// The base metrics under v3.0: they mean the same in v3.1; the score is that of v3.0.
#[must_use]
pub fn as_v3_0(cvss: &Cvss) -> Option<Cvss> {
    if cvss.version == CvssVersion::V4_0 {
        return None;
    }
    let metric = |name: &str| cvss.vector.split('/').find(|metric| metric.split(':').next() == Some(name));
    let base: Option<Vec<&str>> = ["AV", "AC", "PR", "UI", "S", "C", "I", "A"].into_iter().map(metric).collect();
    Cvss::parse(&format!("CVSS:3.0/{}", base?.join("/"))).ok()
}

fn weaknesses(document: &PublicDocument, language: Language) -> Vec<Weakness> {
    let mut weaknesses: Vec<Weakness> = Vec::new();
    for id in document.vulnerabilities.iter().flat_map(|vulnerability| &vulnerability.cwes) {
        let Some(number) = cwe::parse(id) else { continue };
        if weaknesses.iter().all(|known| known.id != *id) {
            weaknesses.push(Weakness {
                id: id.clone(),
                name: cwe::shown(number, language).map_or_else(|| id.clone(), str::to_owned),
                url: format!("https://cwe.mitre.org/data/definitions/{number}.html"),
            });
        }
    }
    weaknesses
}

/// 対策方法 as one text, as these formats have it: the section, then every countermeasure under its kind.
#[must_use]
pub fn solution(document: &PublicDocument, language: Language) -> String {
    let mut parts = vec![document.solution.text.get(language).trim().to_owned()];
    let own = document.vendors.iter().flat_map(|vendor| &vendor.countermeasures);
    for countermeasure in document.solution.countermeasures.iter().chain(own) {
        let kind: CountermeasureKind = countermeasure.kind;
        parts.push(format!("[{}] {}", kind.word(language), countermeasure.text.get(language).trim()));
    }
    parts.retain(|part| !part.is_empty());
    parts.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers() {
        for good in ["JVNDB-2026-000051", "JVNDB-2026-12345678"] {
            assert_eq!(JvndbId::parse(good).expect("an identifier").as_str(), good);
        }
        for bad in ["JVNDB-26-000051", "JVNDB-2026-51", "JVNDB-2026", "jvndb-2026-000051", "JVNDB-2026-00005x"] {
            assert_eq!(JvndbId::parse(bad), None, "{bad}");
        }
    }

    /// koizumistr/ruby_MyJVN raises "illegal vector" unless a v3 vector begins with `CVSS:3.0/` and has 44 characters.
    #[test]
    fn every_analysis_is_v3_0_with_eight_metrics() {
        let cvss = Cvss::parse("CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N/E:P/RL:O").expect("a vector");
        let restated = as_v3_0(&cvss).expect("v3");
        assert_eq!(restated.vector, "CVSS:3.0/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N");
        assert_eq!((restated.vector.len(), restated.base_score.to_string().as_str()), (44, "6.1"));
        let v4 = Cvss::parse("CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H").expect("a vector");
        assert_eq!(as_v3_0(&v4), None);
    }

    /// MaineK00n/vuls-data-update fetches every `/at/` page called JPCERT-AT and ends when it has no title.
    #[test]
    fn only_real_alerts_are_called_jpcert_at() {
        assert_eq!(system("JPCERT-AT", "https://example.jp/at/2026/x.html"), Source::Document);
        let alert = system("JPCERT-AT", "https://www.jpcert.or.jp/at/2026/at260001.html");
        assert_eq!(alert.short(), "JPCERT-AT");
    }
}
