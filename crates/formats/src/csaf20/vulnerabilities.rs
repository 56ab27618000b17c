//! The vulnerabilities: identifiers, status of products, scores, remediations.

use super::model::{CvssV3, Cwe, Id, Note, Remediation, Scores, Threat, Vulnerability};
use super::notes::in_words;
use super::products::Products;
use crate::cvss::{Cvss, CvssVersion};
use crate::cwe;
use crate::document::{self, Countermeasure, CountermeasureKind, PublicDocument};
use crate::loss::{Loss, LossKind};
use crate::text::Language;

/// All vulnerabilities of an advisory; every one shares the products' status and the remediations.
pub(super) fn vulnerabilities(
    document: &PublicDocument,
    language: Language,
    products: &Products,
    losses: &mut Vec<Loss>,
) -> Vec<Vulnerability> {
    let remediations = remediations(document, language, products, losses);
    let build = |(index, vulnerability)| {
        let at = format!("/vulnerabilities/{index}");
        let mut part = Part { vulnerability, at, document, language, products, losses };
        part.vulnerability(&remediations)
    };
    document.vulnerabilities.iter().enumerate().map(build).collect()
}

/// One vulnerability on its way into CSAF.
struct Part<'a> {
    vulnerability: &'a document::Vulnerability,
    at: String,
    document: &'a PublicDocument,
    language: Language,
    products: &'a Products,
    losses: &'a mut Vec<Loss>,
}

impl Part<'_> {
    fn vulnerability(&mut self, remediations: &[Remediation]) -> Vulnerability {
        let single = self.document.vulnerabilities.len() == 1;
        let language = self.language;
        let title = self.vulnerability.title.get(language);
        let title = if title.is_empty() && single { self.document.title.get(language) } else { title };
        let description = if single { self.document.overview.get(language) } else { title };
        let mut notes = vec![Note {
            category: "description",
            text: description.trim().to_owned(),
            title: language.pick("脆弱性の概要", "Vulnerability description").to_owned(),
        }];
        let cwe = self.weaknesses(&mut notes);
        let scores = self.scores(&mut notes);
        Vulnerability {
            cve: self.vulnerability.cve.clone(),
            cwe,
            ids: self.ids(single),
            notes,
            product_status: self.products.status.clone(),
            remediations: remediations.to_vec(),
            scores,
            threats: self.threats(single),
            title: super::filled(title),
        }
    }

    /// Without a CVE number, the advisory's own number names its single vulnerability.
    fn ids(&self, single: bool) -> Vec<Id> {
        if self.vulnerability.cve.is_some() || !single {
            return Vec::new();
        }
        let system_name = self.document.publisher.name.get(self.language).to_owned();
        vec![Id { system_name, text: self.document.id.shown() }]
    }

    /// The first weakness with a known name; every other one goes to a note.
    fn weaknesses(&mut self, notes: &mut Vec<Note>) -> Option<Cwe> {
        let mut main = None;
        for (index, id) in self.vulnerability.cwes.iter().enumerate() {
            let name = cwe::parse(id).and_then(cwe::name);
            match name {
                Some(name) if main.is_none() => main = Some(Cwe { id: id.clone(), name }),
                _ => {
                    self.losses.push(Loss::new(format!("{}/cwes/{index}", self.at), LossKind::Weakness));
                    let text = name.map_or_else(|| id.clone(), |name| format!("{id} {name}"));
                    notes.push(Note { category: "other", text, title: "CWE".to_owned() });
                }
            }
        }
        main
    }

    /// CVSS v3 as scores of the products that bear them; everything else goes to a note.
    fn scores(&mut self, notes: &mut Vec<Note>) -> Vec<Scores> {
        let bearers = self.products.scored();
        let mut scores = Vec::new();
        for (index, cvss) in self.vulnerability.cvss.iter().enumerate() {
            let loss = match cvss.version {
                CvssVersion::V4_0 => LossKind::CvssV4,
                _ if bearers.is_empty() => LossKind::CvssWithoutProduct,
                _ => {
                    scores.push(Scores { cvss_v3: v3(cvss), products: bearers.to_vec() });
                    continue;
                }
            };
            self.losses.push(Loss::new(format!("{}/cvss/{index}", self.at), loss));
            let severity = cvss.severity.word(self.language);
            notes.push(Note {
                category: "other",
                text: format!("{} {} ({severity})", cvss.vector, cvss.base_score),
                title: format!("CVSS v{}", cvss.version.text()),
            });
        }
        scores
    }

    /// The impact is the threat of a single vulnerability; of several it stands in the document's notes alone.
    fn threats(&self, single: bool) -> Vec<Threat> {
        let details = self.document.impact.get(self.language).trim();
        if !single || details.is_empty() {
            return Vec::new();
        }
        vec![Threat { category: "impact", details: details.to_owned() }]
    }
}

fn v3(cvss: &Cvss) -> CvssV3 {
    CvssV3 {
        base_score: cvss.base_score,
        base_severity: cvss.severity.upper(),
        vector_string: cvss.vector.clone(),
        version: cvss.version.text(),
    }
}

/// Countermeasures for everybody, then each vendor's own, with the affected products that they are for.
fn remediations(
    document: &PublicDocument,
    language: Language,
    products: &Products,
    losses: &mut Vec<Loss>,
) -> Vec<Remediation> {
    let common = [("/solution".to_owned(), &document.solution.countermeasures, &products.status.known_affected)];
    let own = document.vendors.iter().zip(&products.affected_by_vendor).enumerate();
    let own = own.map(|(index, (vendor, ids))| (format!("/vendors/{index}"), &vendor.countermeasures, ids));
    let mut remediations = Vec::new();
    for (at, countermeasures, ids) in common.into_iter().chain(own) {
        for (index, countermeasure) in countermeasures.iter().enumerate() {
            if ids.is_empty() {
                let at = format!("{at}/countermeasures/{index}");
                losses.push(Loss::new(at, LossKind::CountermeasureWithoutProduct));
            } else {
                remediations.push(remediation(countermeasure, language, ids));
            }
        }
    }
    remediations
}

fn remediation(countermeasure: &Countermeasure, language: Language, ids: &[String]) -> Remediation {
    let category = match countermeasure.kind {
        CountermeasureKind::Fix => "vendor_fix",
        CountermeasureKind::Workaround => "workaround",
        CountermeasureKind::StopUsing | CountermeasureKind::NonePlanned => "no_fix_planned",
        CountermeasureKind::NoneAvailable => "none_available",
    };
    // The category says the kind, except that "stop using it" has none of its own.
    let details = match countermeasure.kind {
        CountermeasureKind::StopUsing => in_words(&Countermeasure { url: None, ..countermeasure.clone() }, language),
        _ => countermeasure.text.get(language).trim().to_owned(),
    };
    Remediation { category, details, product_ids: ids.to_vec(), url: countermeasure.url.clone() }
}
