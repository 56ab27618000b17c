//! The vulnerabilities: identifiers, status of products, scores, remediations.

use super::model::{Content, CvssObject, Cwe, Epss, Id, Metric, Note, Remediation, Scores, Threat, Vulnerability};
use super::notes::in_words;
use super::products::Products;
use super::{Edition, Profile};
use crate::cvss::{Cvss, CvssVersion};
use crate::cwe;
use crate::document::{self, Countermeasure, CountermeasureKind, Fact, PublicDocument};
use crate::loss::{Loss, LossKind};
use crate::text::Language;
use jiff::tz::TimeZone;
use std::collections::BTreeSet;

/// Version of the enumeration of weaknesses whose names we write.
pub(super) const CWE_VERSION: &str = "4.17";

/// All vulnerabilities of an advisory; every one shares the products' status and the remediations.
pub(super) fn vulnerabilities(
    document: &PublicDocument,
    kind: (Edition, Profile),
    language: Language,
    products: &Products,
    losses: &mut Vec<Loss>,
) -> Vec<Vulnerability> {
    let (edition, profile) = kind;
    let mut remediations = remediations(document, language, products, losses);
    if edition == Edition::V2_1 {
        without_contradiction(&mut remediations);
    }
    let build = |(index, vulnerability)| {
        let at = format!("/vulnerabilities/{index}");
        let mut part = Part { vulnerability, at, document, edition, profile, language, products, losses };
        part.vulnerability(&remediations)
    };
    document.vulnerabilities.iter().enumerate().map(build).collect()
}

/// One vulnerability on its way into CSAF.
struct Part<'a> {
    vulnerability: &'a document::Vulnerability,
    at: String,
    document: &'a PublicDocument,
    edition: Edition,
    profile: Profile,
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
        let own = self.vulnerability.description.get(language);
        let description = match (own.trim().is_empty(), single) {
            (false, _) => own,
            (true, true) => self.document.overview.get(language),
            (true, false) => title,
        };
        let mut notes = vec![Note {
            category: "description",
            text: description.trim().to_owned(),
            title: language.pick("脆弱性の概要", "Vulnerability description").to_owned(),
        }];
        let mut cwes = self.weaknesses(&mut notes);
        let (scores, mut metrics) = self.scores(&mut notes);
        metrics.extend(self.facts());
        let since_2_1 = self.edition == Edition::V2_1;
        let cwe = if since_2_1 { None } else { cwes.pop() };
        Vulnerability {
            cve: self.vulnerability.cve.clone(),
            cwe,
            cwes,
            disclosure_date: since_2_1.then_some(self.document.published_at),
            ids: self.ids(single),
            metrics,
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

    /// Weaknesses with a known name: in 2.0 the first one, in 2.1 all; every other one goes to a note.
    fn weaknesses(&mut self, notes: &mut Vec<Note>) -> Vec<Cwe> {
        let mut kept: Vec<Cwe> = Vec::new();
        let version = (self.edition == Edition::V2_1).then_some(CWE_VERSION);
        for (index, id) in self.vulnerability.cwes.iter().enumerate() {
            let name = cwe::parse(id).and_then(cwe::name);
            match name {
                Some(name) if kept.is_empty() || version.is_some() => {
                    kept.push(Cwe { id: id.clone(), name, version });
                }
                _ => {
                    self.losses.push(Loss::new(format!("{}/cwes/{index}", self.at), LossKind::Weakness));
                    let text = name.map_or_else(|| id.clone(), |name| format!("{id} {name}"));
                    notes.push(Note { category: "other", text, title: "CWE".to_owned() });
                }
            }
        }
        kept
    }

    /// Analyses of the products that bear them: CVSS v3 as scores of 2.0, v3 and v4 as metrics of 2.1; everything else
    /// goes to a note.
    fn scores(&mut self, notes: &mut Vec<Note>) -> (Vec<Scores>, Vec<Metric>) {
        let bearers = self.products.scored();
        let (mut scores, mut metrics) = (Vec::new(), Vec::new());
        for (index, cvss) in self.vulnerability.cvss.iter().enumerate() {
            let products = bearers.to_vec();
            let loss = match (self.edition, cvss.version) {
                (Edition::V2_0, CvssVersion::V4_0) => LossKind::CvssV4,
                _ if bearers.is_empty() => LossKind::CvssWithoutProduct,
                (Edition::V2_0, _) => {
                    scores.push(Scores { cvss_v3: object(cvss), products });
                    continue;
                }
                (Edition::V2_1, version) => {
                    let content = match version {
                        CvssVersion::V4_0 => Content { cvss_v4: Some(object(cvss)), ..Content::default() },
                        _ => Content { cvss_v3: Some(object(cvss)), ..Content::default() },
                    };
                    metrics.push(Metric { content, products });
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
        (scores, metrics)
    }

    /// The newest EPSS has a field in 2.1; no other fact has one.
    fn facts(&mut self) -> Option<Metric> {
        let bearers = self.products.scored();
        let mut newest = None;
        for (index, fact) in self.vulnerability.facts.iter().enumerate() {
            match fact {
                Fact::Epss { on, probability, percentile, .. }
                    if self.edition == Edition::V2_1 && !bearers.is_empty() && newest.is_none() =>
                {
                    newest = on.to_zoned(TimeZone::UTC).ok().map(|day| Epss {
                        percentile: percentile.clone(),
                        probability: probability.clone(),
                        timestamp: day.timestamp(),
                    });
                }
                _ => self.losses.push(Loss::new(format!("{}/facts/{index}", self.at), LossKind::NotCarried)),
            }
        }
        let content = Content { epss: Some(newest?), ..Content::default() };
        Some(Metric { content, products: bearers.to_vec() })
    }

    /// The impact is the threat of a single vulnerability; of several it stands in the document's notes alone.
    fn threats(&self, single: bool) -> Vec<Threat> {
        if self.profile == Profile::Vex {
            return self.reasons().collect();
        }
        let details = self.document.impact.get(self.language).trim();
        if !single || details.is_empty() {
            return Vec::new();
        }
        vec![Threat { category: "impact", details: details.to_owned(), product_ids: Vec::new() }]
    }

    /// Why products are not affected, in their vendors' words: the profile VEX demands it.
    fn reasons(&self) -> impl Iterator<Item = Threat> {
        let vendors = self.document.vendors.iter().zip(&self.products.safe_by_vendor);
        vendors.filter(|(_, ids)| !ids.is_empty()).map(|(vendor, ids)| Threat {
            category: "impact",
            details: vendor.statement.get(self.language).trim().to_owned(),
            product_ids: ids.clone(),
        })
    }
}

fn object(cvss: &Cvss) -> CvssObject {
    CvssObject {
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

/// 2.1 wants no product under countermeasures that exclude each other (6.1.35): the one that helps more stays.
fn without_contradiction(remediations: &mut Vec<Remediation>) {
    const STRONGEST_FIRST: [&str; 4] = ["vendor_fix", "workaround", "no_fix_planned", "none_available"];
    let excludes = |strong: &str, weak: &str| match strong {
        "vendor_fix" => matches!(weak, "no_fix_planned" | "none_available"),
        _ => weak == "none_available" && strong != weak,
    };
    for strong in STRONGEST_FIRST {
        let of_category = remediations.iter().filter(|remediation| remediation.category == strong);
        let taken: BTreeSet<String> = of_category.flat_map(|remediation| remediation.product_ids.clone()).collect();
        for weak in remediations.iter_mut().filter(|weak| excludes(strong, weak.category)) {
            weak.product_ids.retain(|id| !taken.contains(id));
        }
    }
    remediations.retain(|remediation| !remediation.product_ids.is_empty());
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
