//! An advisory as an entry of VULDEF.

use super::{AffectedItem, Analysis, Credit, HistoryItem, Related, Solution, Vulinfo};
use crate::cvss::Cvss;
use crate::document::PublicDocument;
use crate::jvndb::{self, Affected, Entry, Reference, Source, jst};
use crate::jvnrss::severity_word;
use crate::loss::{Loss, LossKind};
use crate::text::Language;
use jiff::Timestamp;

impl Vulinfo {
    /// The entry of an advisory. Readers of the field take the first text of 対策方法 and 想定される影響 alone, or the last, so
    /// each is one text with everything in it.
    #[must_use]
    pub fn of(document: &PublicDocument, entry: &Entry, language: Language, losses: &mut Vec<Loss>) -> Self {
        losses.extend(losses_of(document, entry));
        let text = |text: &str| (!text.trim().is_empty()).then(|| text.to_owned());
        Vulinfo {
            id: entry.id.clone(),
            title: Some(entry.title.clone()),
            overview: Some(entry.overview.clone()),
            details: text(document.details.get(language)).into_iter().collect(),
            affected: entry.products.iter().map(affected).collect(),
            analyses: entry.highest().map(Analysis::from).into_iter().collect(),
            impacts: vec![document.impact.get(language).to_owned()],
            solutions: vec![solution(document, language)],
            related: related(entry, document, language),
            credits: credits(document, language),
            history: history(document, language),
            first_published: Some(entry.issued),
            last_updated: Some(entry.modified),
            public: Some(jst::midnight(entry.public)),
        }
    }
}

impl From<&Cvss> for Analysis {
    fn from(cvss: &Cvss) -> Self {
        Analysis {
            version: cvss.version.text().to_owned(),
            severity: Some(severity_word(cvss.severity).to_owned()),
            base: Some(cvss.base_score.to_string()),
            vector: Some(cvss.vector.clone()),
        }
    }
}

fn losses_of(document: &PublicDocument, entry: &Entry) -> Vec<Loss> {
    let mut losses = Vec::new();
    let mut lost = |there: bool, at: &str, kind| {
        if there {
            losses.push(Loss::new(at, kind));
        }
    };
    lost(entry.analyses.len() > 1, "/vulnerabilities", LossKind::HighestOnly);
    lost(!document.solution.countermeasures.is_empty(), "/solution/countermeasures", LossKind::InWords);
    lost(!document.supplementary.is_empty(), "/supplementary", LossKind::NotCarried);
    lost(document.critical, "/critical", LossKind::NotCarried);
    lost(document.stop_using, "/stop_using", LossKind::NotCarried);
    for (at, vendor) in document.vendors.iter().enumerate() {
        lost(!vendor.countermeasures.is_empty(), &format!("/vendors/{at}/countermeasures"), LossKind::InWords);
        lost(!vendor.statement.is_empty(), &format!("/vendors/{at}/statement"), LossKind::NotCarried);
        lost(!vendor.view.is_empty(), &format!("/vendors/{at}/view"), LossKind::NotCarried);
        for (number, product) in vendor.products.iter().enumerate() {
            lost(product.purl.is_some(), &format!("/vendors/{at}/products/{number}/purl"), LossKind::NotCarried);
            lost(!product.notes.is_empty(), &format!("/vendors/{at}/products/{number}/notes"), LossKind::NotCarried);
        }
    }
    for (at, vulnerability) in document.vulnerabilities.iter().enumerate() {
        lost(!vulnerability.title.is_empty(), &format!("/vulnerabilities/{at}/title"), LossKind::NotCarried);
    }
    losses
}

/// A reader that meets no status takes the product for affected, as all of JVN iPedia's entries are read.
fn affected(product: &Affected) -> AffectedItem {
    AffectedItem {
        status: None,
        vendor: Some(product.vendor.clone()),
        product: Some(product.product.clone()),
        cpes: vec![("2.2".to_owned(), product.platform.uri())],
        versions: product.versions.clone(),
        descriptions: Vec::new(),
    }
}

fn solution(document: &PublicDocument, language: Language) -> Solution {
    let own = document.vendors.iter().flat_map(|vendor| &vendor.countermeasures);
    let urls = document.solution.countermeasures.iter().chain(own).filter_map(|one| one.url.clone());
    Solution { kind: None, descriptions: vec![jvndb::solution(document, language)], urls: urls.collect() }
}

fn related(entry: &Entry, document: &PublicDocument, language: Language) -> Vec<Related> {
    let kind = |source: &Source| if matches!(source, Source::Vendor(_)) { "vendor" } else { "advisory" };
    let place = |reference: &Reference| Related {
        kind: kind(&reference.source).to_owned(),
        name: Some(reference.source.long().to_owned()),
        id: Some(match &reference.source {
            Source::Vendor(name) => match language {
                Language::Ja => format!("{name} の告知ページ"),
                Language::En => format!("Notice by {name}"),
            },
            _ => reference.id.clone(),
        }),
        title: reference.title.clone(),
        url: Some(reference.url.clone()),
        description: None,
    };
    let weaknesses = entry.weaknesses.iter().map(|weakness| Related {
        kind: "cwe".to_owned(),
        name: Some("JVNDB".to_owned()),
        id: Some(weakness.id.clone()),
        title: Some(weakness.name.clone()),
        url: Some(weakness.url.clone()),
        description: None,
    });
    let others = document.related.iter().filter(|related| related.url.is_none() && related.id != entry.id);
    let unaddressed = others.map(|related| Related {
        kind: "advisory".to_owned(),
        name: Some(related.system.clone()),
        id: Some(related.id.clone()),
        title: Some(related.title.get(language).to_owned()).filter(|title| !title.is_empty()),
        url: None,
        description: None,
    });
    entry.references.iter().map(place).chain(unaddressed).chain(weaknesses).collect()
}

fn credits(document: &PublicDocument, language: Language) -> Vec<Credit> {
    let sentence = document.acknowledgement.get(language);
    let sentence =
        (!sentence.trim().is_empty()).then(|| Credit { name: None, descriptions: vec![sentence.to_owned()] });
    let people = document.acknowledgements.iter().map(|person| Credit {
        name: Some(person.name.get(language).to_owned()).filter(|name| !name.is_empty()),
        descriptions: vec![person.organisation.get(language).to_owned()],
    });
    sentence.into_iter().chain(people).collect()
}

fn history(document: &PublicDocument, language: Language) -> Vec<HistoryItem> {
    let item = |revision: &crate::document::Revision| HistoryItem {
        number: Some(revision.number),
        at: Some(revision.at),
        descriptions: vec![format!("{}\n  {}", day(revision.at, language), revision.summary.get(language))],
    };
    document.history.iter().map(item).collect()
}

/// `[2023年10月16日]`, `[October 16, 2023]`.
fn day(at: Timestamp, language: Language) -> String {
    let day = jst::day(at);
    let format = language.pick("[%Y年%m月%d日]", "[%B %d, %Y]");
    day.strftime(format).to_string()
}
