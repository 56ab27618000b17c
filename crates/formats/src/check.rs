//! What is wrong with a document, as data: the editor shows it, publication refuses on [`Level::Must`].

use crate::document::{Affectedness, Countermeasure, PublicDocument, Vendor};
use crate::text::{Language, Localized};
use crate::version::{VersionStatus, Versions};
use crate::{cpe, cwe, uri};
use serde::Serialize;
use std::collections::BTreeSet;

pub mod csaf;
mod problem;

pub use problem::{Finding, Level, Problem};

/// Most characters of a section's text, per language.
pub const TEXT_MAX: usize = 30_000;
/// Most characters of a title or name, per language.
pub const NAME_MAX: usize = 500;
/// Most entries of any list of a document.
pub const LIST_MAX: usize = 1_000;

/// Collects findings while walking through a document.
struct Walk<'a> {
    document: &'a PublicDocument,
    findings: Vec<Finding>,
}

impl PublicDocument {
    /// Everything that is wrong with the document, in the order of its sections. Without a finding of [`Level::Must`]
    /// every format made from it is valid.
    #[must_use]
    pub fn check(&self) -> Vec<Finding> {
        let mut walk = Walk { document: self, findings: Vec::new() };
        walk.frame();
        if self.withdrawn.is_some() {
            walk.gone();
            return walk.findings;
        }
        walk.sections();
        walk.vendors();
        walk.vulnerabilities();
        walk.lists();
        walk.history();
        walk.findings
    }

    /// Whether it may be published: nothing found that must be put right.
    #[must_use]
    pub fn is_publishable(&self) -> bool {
        self.check().iter().all(|finding| finding.level() != Level::Must)
    }
}

impl Walk<'_> {
    fn found(&mut self, at: impl Into<String>, problem: Problem) {
        self.findings.push(Finding { at: at.into(), problem });
    }

    fn frame(&mut self) {
        let document = self.document;
        if document.languages.is_empty() || !unique(&document.languages) {
            self.found("/languages", Problem::Languages);
        }
        self.name("/publisher/name", &document.publisher.name, true);
        self.text("/publisher/contact", &document.publisher.contact, false);
        self.text("/publisher/authority", &document.publisher.authority, false);
        self.address("/publisher/namespace", &document.publisher.namespace);
        if document.updated_at < document.published_at {
            self.found("/updated_at", Problem::UpdatedBeforePublished);
        }
    }

    /// Of a withdrawn document only its title, what stands in its place, and its history are left.
    fn gone(&mut self) {
        self.name("/title", &self.document.title, true);
        self.text("/overview", &self.document.overview, true);
        self.history();
    }

    fn sections(&mut self) {
        let document = self.document;
        self.name("/title", &document.title, true);
        self.text("/overview", &document.overview, true);
        self.text("/details", &document.details, false);
        self.text("/impact", &document.impact, true);
        self.text("/solution/text", &document.solution.text, true);
        self.text("/supplementary", &document.supplementary, false);
        self.text("/acknowledgement", &document.acknowledgement, false);
        self.countermeasures("/solution/countermeasures", &document.solution.countermeasures);
    }

    fn vendors(&mut self) {
        let document = self.document;
        self.list_length("/vendors", document.vendors.len());
        if document.vendors.is_empty() {
            self.found("/vendors", Problem::NoVendor);
        } else if !document.vendors.iter().any(says_something) {
            self.found("/vendors", Problem::NothingKnown);
        }
        let mut names = BTreeSet::new();
        for (index, vendor) in document.vendors.iter().enumerate() {
            let at = format!("/vendors/{index}");
            if !names.insert((&vendor.name.ja, &vendor.name.en)) {
                self.found(format!("{at}/name"), Problem::Twice);
            }
            self.vendor(&at, vendor);
        }
    }

    fn vendor(&mut self, at: &str, vendor: &Vendor) {
        self.name(&format!("{at}/name"), &vendor.name, true);
        self.text(&format!("{at}/statement"), &vendor.statement, false);
        self.text(&format!("{at}/view"), &vendor.view, false);
        if let Some(link) = &vendor.link {
            self.address(&format!("{at}/link"), link);
        }
        if vendor.status != Affectedness::Unknown && vendor.on.is_none() {
            self.found(format!("{at}/on"), Problem::NoStatementDay);
        }
        self.countermeasures(&format!("{at}/countermeasures"), &vendor.countermeasures);
        self.products(&format!("{at}/products"), vendor);
        self.vendor_agrees(at, vendor);
    }

    /// A vendor's status and its products must not contradict each other.
    fn vendor_agrees(&mut self, at: &str, vendor: &Vendor) {
        let statuses = || vendor.products.iter().flat_map(|p| &p.versions).map(|v| v.status);
        let affected = statuses().any(|status| status == VersionStatus::Affected);
        let silent = vendor.products.iter().any(|product| product.versions.is_empty());
        match vendor.status {
            Affectedness::NotAffected if affected => self.found(at, Problem::NotAffectedButVersionsAre),
            Affectedness::Affected if !affected && !silent => self.found(at, Problem::AffectedWithoutProduct),
            _ => {}
        }
        let helped = !vendor.countermeasures.is_empty() || !self.document.solution.countermeasures.is_empty();
        if (affected || (silent && vendor.status == Affectedness::Affected)) && !helped {
            self.found(format!("{at}/countermeasures"), Problem::NoCountermeasure);
        }
    }

    fn products(&mut self, at: &str, vendor: &Vendor) {
        self.list_length(at, vendor.products.len());
        let mut names = BTreeSet::new();
        for (index, product) in vendor.products.iter().enumerate() {
            let at = format!("{at}/{index}");
            self.name(&format!("{at}/name"), &product.name, true);
            self.text(&format!("{at}/notes"), &product.notes, false);
            if !names.insert((&product.name.ja, &product.name.en)) {
                self.found(format!("{at}/name"), Problem::Twice);
            }
            if product.cpe.as_deref().is_some_and(|cpe| !cpe::is_cpe(cpe)) {
                self.found(format!("{at}/cpe"), Problem::NotACpe);
            }
            if product.purl.as_deref().is_some_and(|purl| !uri::is_purl(purl)) {
                self.found(format!("{at}/purl"), Problem::NotAPurl);
            }
            self.versions(&format!("{at}/versions"), &product.versions);
        }
    }

    fn versions(&mut self, at: &str, versions: &[Versions]) {
        self.list_length(at, versions.len());
        if versions.is_empty() {
            self.found(at, Problem::NoVersions);
        }
        for (index, entry) in versions.iter().enumerate() {
            let at = format!("{at}/{index}");
            self.text(&format!("{at}/text"), &entry.text, false);
            match &entry.range {
                Some(range) if !range.is_valid() => self.found(format!("{at}/range"), Problem::BadRange),
                None if entry.text.is_empty() => self.found(at.as_str(), Problem::NoVersions),
                None => self.found(format!("{at}/range"), Problem::NoRange),
                Some(_) => {}
            }
            let same = |other: &Versions| other.range == entry.range && other.text == entry.text;
            if versions[..index].iter().any(same) {
                self.found(at, Problem::VersionsTwice);
            }
        }
    }

    fn countermeasures(&mut self, at: &str, countermeasures: &[Countermeasure]) {
        self.list_length(at, countermeasures.len());
        for (index, countermeasure) in countermeasures.iter().enumerate() {
            self.text(&format!("{at}/{index}/text"), &countermeasure.text, true);
            if let Some(url) = &countermeasure.url {
                self.address(&format!("{at}/{index}/url"), url);
            }
        }
    }

    fn vulnerabilities(&mut self) {
        let document = self.document;
        self.list_length("/vulnerabilities", document.vulnerabilities.len());
        if document.vulnerabilities.is_empty() {
            self.found("/vulnerabilities", Problem::NoVulnerability);
        }
        let mut cves = BTreeSet::new();
        for (index, vulnerability) in document.vulnerabilities.iter().enumerate() {
            let at = format!("/vulnerabilities/{index}");
            self.name(&format!("{at}/title"), &vulnerability.title, document.vulnerabilities.len() > 1);
            if let Some(cve) = &vulnerability.cve {
                if !is_cve(cve) {
                    self.found(format!("{at}/cve"), Problem::NotACve);
                } else if !cves.insert(cve) {
                    self.found(format!("{at}/cve"), Problem::Twice);
                }
            }
            for (n, id) in vulnerability.cwes.iter().enumerate() {
                match cwe::parse(id) {
                    None => self.found(format!("{at}/cwes/{n}"), Problem::NotACwe),
                    Some(id) if cwe::name(id).is_none() => self.found(format!("{at}/cwes/{n}"), Problem::UnknownCwe),
                    Some(_) => {}
                }
            }
            self.analysis(&format!("{at}/cvss"), &vulnerability.cvss);
        }
    }

    fn analysis(&mut self, at: &str, analyses: &[crate::Cvss]) {
        if analyses.is_empty() {
            self.found(at, Problem::NoAnalysis);
        }
        for (index, cvss) in analyses.iter().enumerate() {
            let at = format!("{at}/{index}");
            match cvss.recomputed() {
                Err(error) => self.found(format!("{at}/vector"), Problem::BadVector(error)),
                Ok(right) if right.version != cvss.version => {
                    self.found(format!("{at}/version"), Problem::VersionDisagrees)
                }
                Ok(right) if right.base_score != cvss.base_score || right.severity != cvss.severity => {
                    self.found(format!("{at}/base_score"), Problem::ScoreDisagrees { right: right.base_score });
                }
                Ok(_) => {}
            }
            if analyses[..index].iter().any(|earlier| earlier.version == cvss.version) {
                self.found(at, Problem::Twice);
            }
        }
    }

    fn lists(&mut self) {
        let document = self.document;
        self.list_length("/references", document.references.len());
        for (index, reference) in document.references.iter().enumerate() {
            self.name(&format!("/references/{index}/title"), &reference.title, true);
            self.address(&format!("/references/{index}/url"), &reference.url);
        }
        self.list_length("/acknowledgements", document.acknowledgements.len());
        for (index, person) in document.acknowledgements.iter().enumerate() {
            self.name(&format!("/acknowledgements/{index}/name"), &person.name, person.organisation.is_empty());
            self.name(&format!("/acknowledgements/{index}/organisation"), &person.organisation, false);
        }
        self.list_length("/related", document.related.len());
        for (index, related) in document.related.iter().enumerate() {
            self.name(&format!("/related/{index}/title"), &related.title, false);
            for (field, value) in [("system", &related.system), ("id", &related.id)] {
                self.name(&format!("/related/{index}/{field}"), &Localized::same(value.as_str()), true);
            }
            if let Some(url) = &related.url {
                self.address(&format!("/related/{index}/url"), url);
            }
        }
    }

    fn history(&mut self) {
        let document = self.document;
        let history = &document.history;
        self.list_length("/history", history.len());
        let counted = history.iter().zip(1..).all(|(revision, number)| revision.number == number);
        let ordered = history.is_sorted_by(|earlier, later| earlier.at <= later.at);
        let ends =
            history.last().is_some_and(|last| last.number == document.revision && last.at <= document.updated_at);
        let starts = history.first().is_some_and(|first| first.at >= document.published_at);
        if !(counted && ordered && ends && starts) {
            self.found("/history", Problem::History);
        }
        for (index, revision) in history.iter().enumerate() {
            self.text(&format!("/history/{index}/summary"), &revision.summary, true);
        }
    }

    fn name(&mut self, at: &str, name: &Localized, required: bool) {
        self.localized(at, name, required, NAME_MAX);
    }

    fn text(&mut self, at: &str, text: &Localized, required: bool) {
        self.localized(at, text, required, TEXT_MAX);
    }

    fn localized(&mut self, at: &str, text: &Localized, required: bool, max: usize) {
        if text.is_empty() {
            if required {
                self.found(at, Problem::Empty);
            }
            return;
        }
        if let Some(missing) = text.missing_side().filter(|side| self.document.languages.contains(side)) {
            self.found(at, Problem::MissingLanguage(missing));
        }
        for language in Language::ALL {
            let side = text.exact(language);
            if side.chars().count() > max {
                self.found(at, Problem::TooLong { max });
            }
            if side.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\t')) {
                self.found(at, Problem::ControlCharacter);
            }
        }
    }

    fn address(&mut self, at: &str, url: &str) {
        if !uri::is_web_address(url) {
            self.found(at, Problem::NotAnAddress);
        }
    }

    fn list_length(&mut self, at: &str, length: usize) {
        if length > LIST_MAX {
            self.found(at, Problem::TooMany { max: LIST_MAX });
        }
    }
}

/// Whether the status of at least one of the vendor's products is known; a product without versions has the vendor's.
fn says_something(vendor: &Vendor) -> bool {
    let vendor_says = vendor.status != Affectedness::Unknown;
    let silent = vendor.products.is_empty() || vendor.products.iter().any(|product| product.versions.is_empty());
    let mut statuses = vendor.products.iter().flat_map(|product| &product.versions).map(|versions| versions.status);
    (vendor_says && silent) || statuses.any(|status| status != VersionStatus::Unknown)
}

fn unique(languages: &[Language]) -> bool {
    languages.iter().enumerate().all(|(index, language)| !languages[..index].contains(language))
}

/// Whether the text is a CVE number: `CVE-`, a year, at least four digits.
#[must_use]
pub fn is_cve(text: &str) -> bool {
    let Some((year, number)) = text.strip_prefix("CVE-").and_then(|rest| rest.split_once('-')) else { return false };
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    year.len() == 4 && (4..=19).contains(&number.len()) && digits(year) && digits(number)
}
