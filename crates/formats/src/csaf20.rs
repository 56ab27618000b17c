//! CSAF 2.0 (OASIS Standard with Errata 01): the profile Security Advisory, one document a language.
//!
//! The Japanese document is the original, `JVN#12345678`; the English one is `JVN#12345678-en`. Both are written by the
//! publisher from the same facts, so neither is a translation of the other in the standard's sense and neither carries
//! `source_lang`; each references the other. What the format cannot carry is returned as [`Loss`]es.

use crate::check::{Finding, Level};
use crate::document::PublicDocument;
use crate::loss::Loss;
use crate::text::Language;
use jiff::Timestamp;

mod model;
mod notes;
mod products;
mod vulnerabilities;

pub(crate) use model::Publisher as PublisherObject;

/// Where the document will lie.
#[derive(Clone, Debug)]
pub struct Links {
    /// The CSAF document itself.
    pub this: String,
    /// The CSAF document in the other language, when there is one.
    pub other: Option<String>,
    /// The page for people, in the document's language.
    pub page: String,
}

/// A finished CSAF document.
#[derive(Clone, Debug)]
pub struct Csaf20 {
    /// Tracking id: `JVN#12345678` or `JVN#12345678-en`.
    pub id: String,
    /// File name after the rule of section 5.1.
    pub file_name: String,
    /// The document: indented JSON with sorted keys and a final newline.
    pub json: String,
    /// What it could not carry.
    pub losses: Vec<Loss>,
}

/// Makes the CSAF document of an advisory in one language; the same bytes for the same document, for ever.
///
/// # Errors
/// What must be put right before the advisory may be published: a faulty document makes no CSAF.
pub fn csaf20(document: &PublicDocument, language: Language, links: &Links) -> Result<Csaf20, Vec<Finding>> {
    let faults: Vec<Finding> = document.check().into_iter().filter(|finding| finding.level() == Level::Must).collect();
    if !faults.is_empty() {
        return Err(faults);
    }
    let mut losses = Vec::new();
    let products = products::Products::of(document, language, &mut losses);
    let vulnerabilities = vulnerabilities::vulnerabilities(document, language, &products, &mut losses);
    let csaf = model::Csaf {
        document: head(document, language, links, &products),
        product_tree: model::ProductTree { branches: products.branches },
        vulnerabilities,
    };
    let json = serde_json::to_string_pretty(&csaf).expect("the model holds only strings, numbers and lists") + "\n";
    Ok(Csaf20 { id: document.id.csaf_id(language), file_name: document.id.csaf_file_name(language), json, losses })
}

fn head(
    document: &PublicDocument,
    language: Language,
    links: &Links,
    products: &products::Products,
) -> model::Document {
    model::Document {
        acknowledgments: acknowledgments(document, language),
        aggregate_severity: document
            .max_severity()
            .map(|severity| model::AggregateSeverity { text: severity.word(language).to_owned() }),
        category: "csaf_security_advisory",
        csaf_version: "2.0",
        distribution: model::Distribution { tlp: model::Tlp { label: "WHITE", url: "https://www.first.org/tlp/" } },
        lang: language.tag(),
        notes: notes::notes(document, language, products),
        publisher: publisher(document, language),
        references: references(document, language, links),
        title: document.title.get(language).to_owned(),
        tracking: tracking(document, language),
    }
}

fn acknowledgments(document: &PublicDocument, language: Language) -> Vec<model::Acknowledgment> {
    let sentence = filled(document.acknowledgement.get(language))
        .map(|summary| model::Acknowledgment { summary: Some(summary), ..model::Acknowledgment::default() });
    let people = document.acknowledgements.iter().map(|person| model::Acknowledgment {
        names: filled(person.name.get(language)).into_iter().collect(),
        organization: filled(person.organisation.get(language)),
        summary: None,
    });
    sentence.into_iter().chain(people).collect()
}

fn publisher(document: &PublicDocument, language: Language) -> model::Publisher {
    publisher_of(&document.publisher, language)
}

/// The publisher as CSAF and its provider metadata name it.
pub(crate) fn publisher_of(publisher: &crate::document::Publisher, language: Language) -> model::Publisher {
    model::Publisher {
        category: "coordinator",
        contact_details: filled(publisher.contact.get(language)),
        issuing_authority: filled(publisher.authority.get(language)),
        name: publisher.name.get(language).to_owned(),
        namespace: publisher.namespace.clone(),
    }
}

fn references(document: &PublicDocument, language: Language, links: &Links) -> Vec<model::Reference> {
    let mut references = Vec::new();
    let mut add = |category, summary: &str, url: &str| {
        references.push(model::Reference { category, summary: summary.to_owned(), url: url.to_owned() });
    };
    let number = document.id.shown();
    add("self", language.pick("この文書（CSAF）", "This document (CSAF)"), &links.this);
    add("self", &format!("{number} {}", document.title.get(language)), &links.page);
    if let Some(other) = &links.other {
        let name = match language {
            Language::Ja => format!("英語版（CSAF）{}", document.id.csaf_id(Language::En)),
            Language::En => format!("Japanese version (CSAF) {}", document.id.csaf_id(Language::Ja)),
        };
        add("external", &name, other);
    }
    for vendor in &document.vendors {
        if let Some(link) = &vendor.link {
            add("external", vendor.name.get(language), link);
        }
    }
    for reference in &document.references {
        add("external", reference.title.get(language), &reference.url);
    }
    for related in &document.related {
        if let Some(url) = &related.url {
            let summary = format!("{} {} {}", related.system, related.id, related.title.get(language));
            add("external", summary.trim_end(), url);
        }
    }
    references
}

fn tracking(document: &PublicDocument, language: Language) -> model::Tracking {
    let revision = |revision: &crate::document::Revision| model::Revision {
        date: revision.at,
        number: revision.number.to_string(),
        summary: revision.summary.get(language).to_owned(),
    };
    let newest = document.history.last().map_or(document.updated_at, |last| last.at);
    model::Tracking {
        current_release_date: Timestamp::max(document.updated_at, newest),
        generator: model::Generator { engine: model::Engine { name: "Noroshi", version: env!("CARGO_PKG_VERSION") } },
        id: document.id.csaf_id(language),
        initial_release_date: document.published_at,
        revision_history: document.history.iter().map(revision).collect(),
        status: "final",
        version: document.revision.to_string(),
    }
}

/// A text, when it says something.
fn filled(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}
