//! An entry of VULDEF as an advisory.

use super::{AffectedItem, AffectedStatus, Related, Vulinfo};
use crate::check::is_cve;
use crate::cvss::Cvss;
use crate::document::{
    Acknowledgement, Affectedness, Product, PublicDocument, Publisher, Reference, RelatedDocument, Revision, Vendor,
    Vulnerability,
};
use crate::jvndb::from_words;
use crate::number::AdvisoryNumber;
use crate::text::{Language, Localized};
use crate::version::Versions;
use jiff::Timestamp;

impl Vulinfo {
    /// The number of the advisory that the entry belongs to, when it names one.
    #[must_use]
    pub fn number(&self) -> Option<AdvisoryNumber> {
        let ours = self.related.iter().filter(|related| related.name.as_deref() == Some("JVN"));
        ours.filter_map(|related| related.id.as_deref()?.parse().ok()).next()
    }

    /// The advisory that the entry says, in one language. Its number and publisher come from outside, because VULDEF names
    /// neither. CVSS v2 and vectors that cannot be read are left out; versions in words that are no known form stay words.
    #[must_use]
    pub fn document(&self, id: AdvisoryNumber, publisher: Publisher, language: Language) -> PublicDocument {
        let said = |text: &str| one_side(text, language);
        let texts = |texts: &[String]| said(&texts.join("\n\n"));
        let published = self.first_published.or(self.public).unwrap_or(Timestamp::UNIX_EPOCH);
        let title = said(self.title.as_deref().unwrap_or(&self.id));
        let mut document = PublicDocument::new(id, publisher, title, published);
        document.languages = vec![language];
        document.updated_at = self.last_updated.unwrap_or(published).max(published);
        document.overview = said(self.overview.as_deref().unwrap_or_default());
        document.details = texts(&self.details);
        document.impact = texts(&self.impacts);
        let solutions: Vec<String> = self.solutions.iter().flat_map(|one| one.descriptions.clone()).collect();
        document.solution.text = texts(&solutions);
        document.vendors = vendors(&self.affected, language);
        document.vulnerabilities = self.vulnerabilities(language);
        self.places(&mut document, language);
        for credit in &self.credits {
            match &credit.name {
                Some(name) => document
                    .acknowledgements
                    .push(Acknowledgement { name: said(name), organisation: texts(&credit.descriptions) }),
                None => document.acknowledgement = texts(&credit.descriptions),
            }
        }
        self.revisions(&mut document, language);
        document
    }

    /// One vulnerability a CVE number. With several numbers nobody says to which of them analysis and weaknesses belong, so
    /// they stand in one of their own.
    fn vulnerabilities(&self, language: Language) -> Vec<Vulnerability> {
        let mut cves: Vec<String> = Vec::new();
        for id in self.related.iter().filter_map(|related| related.id.as_deref()) {
            if is_cve(id.trim()) && !cves.iter().any(|known| known == id.trim()) {
                cves.push(id.trim().to_owned());
            }
        }
        let weaknesses = self.related.iter().filter(|related| related.kind == "cwe");
        let cvss = self.analyses.iter().filter_map(|analysis| Cvss::parse(analysis.vector.as_deref()?).ok());
        let common = Vulnerability {
            cwes: weaknesses.filter_map(|related| related.id.clone()).filter(|id| id.starts_with("CWE-")).collect(),
            cvss: cvss.collect(),
            ..Vulnerability::default()
        };
        match cves.as_slice() {
            [] => vec![common],
            [cve] => vec![Vulnerability { cve: Some(cve.clone()), ..common }],
            _ => {
                let title = one_side(self.title.as_deref().unwrap_or_default(), language);
                let single = |cve| Vulnerability { cve: Some(cve), ..Vulnerability::default() };
                std::iter::once(Vulnerability { title, ..common }).chain(cves.into_iter().map(single)).collect()
            }
        }
    }

    /// Places that are neither CVE records nor weaknesses.
    fn places(&self, document: &mut PublicDocument, language: Language) {
        let others =
            |related: &&Related| related.kind != "cwe" && !related.id.as_deref().is_some_and(|id| is_cve(id.trim()));
        for related in self.related.iter().filter(others) {
            let id = related.id.clone().unwrap_or_default();
            let name = related.name.clone().unwrap_or_default();
            match (related.kind.as_str(), &related.url) {
                ("vendor", Some(url)) => {
                    document
                        .references
                        .push(Reference { title: one_side(&format!("{name} {id}"), language), url: url.clone() });
                }
                (_, url) if name != "関連文書" => document.related.push(RelatedDocument {
                    system: name,
                    id,
                    title: one_side(related.title.as_deref().unwrap_or_default(), language),
                    url: url.clone(),
                }),
                (_, Some(url)) => {
                    document.references.push(Reference { title: one_side(&id, language), url: url.clone() });
                }
                (_, None) => {}
            }
        }
    }

    fn revisions(&self, document: &mut PublicDocument, language: Language) {
        if self.history.is_empty() {
            return;
        }
        let revision = |(number, item): (u32, &super::HistoryItem)| Revision {
            number,
            at: item.at.unwrap_or(document.published_at).clamp(document.published_at, document.updated_at),
            summary: one_side(&item.descriptions.join("\n"), language),
        };
        let history: Vec<Revision> = (1..).zip(&self.history).map(revision).collect();
        document.revision = history.last().map_or(1, |last| last.number);
        document.history = history;
    }
}

/// The vendors in the order of their first item, each with its products.
fn vendors(items: &[AffectedItem], language: Language) -> Vec<Vendor> {
    let mut vendors: Vec<Vendor> = Vec::new();
    for item in items {
        let name = one_side(item.vendor.as_deref().unwrap_or("不明"), language);
        let status = affectedness(item.status);
        let at = vendors.iter().position(|vendor| vendor.name == name).unwrap_or_else(|| {
            vendors.push(Vendor::new(name, status));
            vendors.len() - 1
        });
        vendors[at].products.extend(item.product.as_ref().map(|name| Product {
            name: one_side(name, language),
            cpe: item.cpes.first().map(|(_, cpe)| cpe.clone()),
            purl: None,
            notes: one_side(&item.descriptions.join("\n"), language),
            versions: item.versions.iter().map(|text| versions(text, status, language)).collect(),
        }));
    }
    vendors
}

fn versions(text: &str, status: Affectedness, language: Language) -> Versions {
    Versions { status: status.of_versions(), text: one_side(text, language), range: from_words(text) }
}

/// What does not say is vulnerable.
const fn affectedness(status: Option<AffectedStatus>) -> Affectedness {
    match status {
        None | Some(AffectedStatus::Vulnerable) => Affectedness::Affected,
        Some(AffectedStatus::NotVulnerable) => Affectedness::NotAffected,
        Some(AffectedStatus::Unknown) => Affectedness::Unknown,
        Some(AffectedStatus::VulnerableInvestigating) => Affectedness::AffectedInvestigating,
        Some(AffectedStatus::NotVulnerableInvestigating) => Affectedness::NotAffectedInvestigating,
    }
}

fn one_side(text: &str, language: Language) -> Localized {
    match language {
        Language::Ja => Localized::new(text, ""),
        Language::En => Localized::new("", text),
    }
}
