//! The common part of CSAF 2.0 and 2.1: one document a language, in one of three profiles; [`read`] goes the other way.
//!
//! The Japanese document is the original, `JVN#12345678`; the English one is `JVN#12345678-en`. Both are written by the
//! publisher from the same facts, so neither is a translation of the other in the standard's sense and neither carries
//! `source_lang`; each references the other. What the format cannot carry is returned as [`Loss`]es.

use crate::check::{Finding, Level};
use crate::document::{Affectedness, PublicDocument};
use crate::loss::{Loss, LossKind};
use crate::number::{AdvisoryNumber, csaf_file_name};
use crate::text::Language;
use crate::version::VersionStatus;
use jiff::Timestamp;

pub mod carry;
mod model;
mod notes;
mod products;
pub mod read;
mod vulnerabilities;

pub(crate) use model::Publisher as PublisherObject;

/// Version of the standard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Edition {
    /// CSAF 2.0, OASIS Standard with Errata 01.
    V2_0,
    /// CSAF 2.1, as of committee specification draft 03.
    V2_1,
}

impl Edition {
    /// Both.
    pub const ALL: [Edition; 2] = [Edition::V2_0, Edition::V2_1];

    /// `2.0` or `2.1`.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Edition::V2_0 => "2.0",
            Edition::V2_1 => "2.1",
        }
    }

    /// The label of what everybody may read: TLP v1 and v2 name it differently.
    #[must_use]
    pub const fn public_label(self) -> &'static str {
        match self {
            Edition::V2_0 => "WHITE",
            Edition::V2_1 => "CLEAR",
        }
    }
}

/// The address that a document of CSAF 2.1 names as its schema.
pub const SCHEMA_2_1: &str = "https://docs.oasis-open.org/csaf/csaf/v2.1/schema/csaf.json";

/// Profile of the standard (section 4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Profile {
    /// Security Advisory: in 2.0 every document of ours fits; 2.1 demands an affected product.
    SecurityAdvisory,
    /// The generic profile, which demands nothing beyond the schema: every document of ours fits.
    Base,
    /// VEX: what holds for each product, with the reason where it is not affected.
    Vex,
    /// Informational Advisory: words and references, no products.
    Informational,
}

impl Profile {
    /// The document's category.
    #[must_use]
    pub const fn category(self) -> &'static str {
        match self {
            Profile::SecurityAdvisory => "csaf_security_advisory",
            Profile::Base => "csaf_base",
            Profile::Vex => "csaf_vex",
            Profile::Informational => "csaf_informational_advisory",
        }
    }

    /// The profile in which an advisory is best said: Security Advisory where it fits; words alone where it speaks of no
    /// product and no vulnerability by name; else the generic one, which loses nothing.
    #[must_use]
    pub fn of(document: &PublicDocument, edition: Edition) -> Profile {
        let bare = |one: &crate::document::Vulnerability| {
            one.cve.is_none() && one.cwes.is_empty() && one.cvss.is_empty() && one.description.is_empty()
        };
        let informs = document.vendors.is_empty() && document.vulnerabilities.iter().all(bare);
        if informs && Profile::Informational.lacks(document, edition).is_empty() {
            return Profile::Informational;
        }
        if Profile::SecurityAdvisory.lacks(document, edition).is_empty() {
            Profile::SecurityAdvisory
        } else {
            Profile::Base
        }
    }

    /// Whether a document has what the profile demands in both editions.
    #[must_use]
    pub fn fits(self, document: &PublicDocument) -> bool {
        Edition::ALL.into_iter().all(|edition| self.lacks(document, edition).is_empty())
    }

    /// The tracking id of an advisory's document in this profile.
    #[must_use]
    pub fn tracking_id(self, id: &AdvisoryNumber, language: Language) -> String {
        id.csaf_id(language) + self.suffix()
    }

    /// What the tracking id ends in: an advisory is said in one of three profiles, and in VEX beside it.
    const fn suffix(self) -> &'static str {
        match self {
            Profile::SecurityAdvisory | Profile::Base | Profile::Informational => "",
            Profile::Vex => "-vex",
        }
    }

    /// Where the document lacks what the profile demands: JSON pointers. Empty when it fits.
    #[must_use]
    pub fn lacks(self, document: &PublicDocument, edition: Edition) -> Vec<String> {
        match self {
            Profile::SecurityAdvisory if edition == Edition::V2_1 => lacks_affected(document),
            Profile::SecurityAdvisory | Profile::Base => Vec::new(),
            Profile::Informational if document.references.is_empty() => vec!["/references".to_owned()],
            Profile::Informational => Vec::new(),
            Profile::Vex => lacks_for_vex(document),
        }
    }
}

/// 2.1 wants an affected product, and to each product with a fixed version an affected one (6.1.27.12, 6.1.27.13).
fn lacks_affected(document: &PublicDocument) -> Vec<String> {
    if document.affected().next().is_none() {
        return vec!["/vendors".to_owned()];
    }
    let lacks = |product: &crate::document::Product| {
        let has = |wanted| product.versions.iter().any(|versions| versions.status == wanted);
        has(VersionStatus::Fixed) && !has(VersionStatus::Affected)
    };
    let of_vendor = |(v, vendor): (usize, &crate::document::Vendor)| {
        let products = vendor.products.iter().enumerate().filter(|(_, product)| lacks(product));
        products.map(|(p, _)| format!("/vendors/{v}/products/{p}/versions")).collect::<Vec<_>>()
    };
    document.vendors.iter().enumerate().flat_map(of_vendor).collect()
}

/// There is a vulnerability and somebody who says something of it; each vulnerability needs an identifier, and each product that is not affected a reason.
fn lacks_for_vex(document: &PublicDocument) -> Vec<String> {
    let several = document.vulnerabilities.len() > 1;
    let unnamed = document.vulnerabilities.iter().enumerate().filter(|(_, v)| several && v.cve.is_none());
    let unnamed = unnamed.map(|(index, _)| format!("/vulnerabilities/{index}/cve"));
    let safe = |vendor: &crate::document::Vendor| {
        let whole = vendor.products.is_empty() || vendor.products.iter().any(|product| product.versions.is_empty());
        let versions = || vendor.products.iter().flat_map(|product| &product.versions);
        (whole && vendor.status == Affectedness::NotAffected)
            || versions().any(|v| v.status == VersionStatus::NotAffected)
    };
    let silent = document.vendors.iter().enumerate().filter(|(_, v)| safe(v) && v.statement.is_empty());
    let missing =
        [("/vulnerabilities", document.vulnerabilities.is_empty()), ("/vendors", document.vendors.is_empty())];
    let missing = missing.into_iter().filter(|(_, is_missing)| *is_missing).map(|(at, _)| at.to_owned());
    missing.chain(unnamed).chain(silent.map(|(index, _)| format!("/vendors/{index}/statement"))).collect()
}

/// Why a CSAF document was not made.
#[derive(Clone, Debug)]
pub enum Refusal {
    /// What must be put right before the advisory may be published.
    Faults(Vec<Finding>),
    /// What the profile demands and the document lacks: JSON pointers.
    Profile(Vec<String>),
}

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
pub struct Csaf {
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
/// When the advisory is faulty, or lacks what the profile demands.
pub fn csaf(
    document: &PublicDocument,
    language: Language,
    links: &Links,
    edition: Edition,
    profile: Profile,
) -> Result<Csaf, Refusal> {
    let faults: Vec<Finding> = document.check().into_iter().filter(|finding| finding.level() == Level::Must).collect();
    if !faults.is_empty() {
        return Err(Refusal::Faults(faults));
    }
    let gone = document.withdrawn.is_some();
    // A withdrawn advisory says so in each of its documents, whatever they said before.
    let lacking = if gone { Vec::new() } else { profile.lacks(document, edition) };
    if !lacking.is_empty() {
        return Err(Refusal::Profile(lacking));
    }
    let mut losses = Vec::new();
    let products = products::Products::of(document, language, edition, &mut losses);
    let id = profile.tracking_id(&document.id, language);
    let head = head(document, language, links, &products, (edition, profile));
    let schema = (edition == Edition::V2_1).then_some(SCHEMA_2_1);
    let made = if gone || profile == Profile::Informational {
        losses = ["/vendors", "/vulnerabilities"].map(|at| Loss::new(at, LossKind::NotCarried)).into();
        losses.retain(|_| !gone);
        model::Csaf { schema, document: head, product_tree: None, vulnerabilities: Vec::new() }
    } else {
        let kind = (edition, profile);
        let vulnerabilities = vulnerabilities::vulnerabilities(document, kind, language, &products, &mut losses);
        let product_tree = Some(model::ProductTree { branches: products.branches });
        model::Csaf { schema, document: head, product_tree, vulnerabilities }
    };
    let json = serde_json::to_string_pretty(&made).expect("the model holds only strings, numbers and lists") + "\n";
    Ok(Csaf { file_name: csaf_file_name(&id), id, json, losses })
}

fn head(
    document: &PublicDocument,
    language: Language,
    links: &Links,
    products: &products::Products,
    (edition, profile): (Edition, Profile),
) -> model::Document {
    model::Document {
        acknowledgments: acknowledgments(document, language),
        aggregate_severity: document
            .max_severity()
            .map(|severity| model::AggregateSeverity { text: severity.word(language).to_owned() }),
        category: category(document, edition, profile),
        csaf_version: edition.text(),
        distribution: model::Distribution {
            tlp: model::Tlp { label: edition.public_label(), url: "https://www.first.org/tlp/" },
        },
        lang: language.tag(),
        notes: notes::notes(document, language, products),
        publisher: publisher(document, language),
        references: references(document, language, links),
        title: document.title.get(language).to_owned(),
        tracking: tracking(document, language, profile),
    }
}

/// 2.1 has a category for what is withdrawn; 2.0 has none, and its generic profile demands nothing.
fn category(document: &PublicDocument, edition: Edition, profile: Profile) -> &'static str {
    match (&document.withdrawn, edition) {
        (None, _) => profile.category(),
        (Some(_), Edition::V2_0) => Profile::Base.category(),
        (Some(_), Edition::V2_1) => "csaf_withdrawn",
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

fn tracking(document: &PublicDocument, language: Language, profile: Profile) -> model::Tracking {
    let revision = |revision: &crate::document::Revision| model::Revision {
        date: revision.at,
        number: revision.number.to_string(),
        summary: revision.summary.get(language).to_owned(),
    };
    let newest = document.history.last().map_or(document.updated_at, |last| last.at);
    model::Tracking {
        current_release_date: Timestamp::max(document.updated_at, newest),
        generator: model::Generator { engine: model::Engine { name: "Noroshi", version: env!("CARGO_PKG_VERSION") } },
        id: profile.tracking_id(&document.id, language),
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
