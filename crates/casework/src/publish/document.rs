//! The public document of an advisory, made from its text: what the two bodies signed, in the shape of `formats`.
//!
//! Pure functions. Nothing is added that the signed text does not say, but the partnership's own names.

use std::collections::BTreeMap;

use formats::check::{Finding, Problem};
use formats::document::{
    Countermeasure, CountermeasureKind, PublicDocument, Publisher, Reference, RelatedDocument, Revision, Solution,
    Vendor, Vulnerability, Withdrawn,
};
use formats::jvndb::JvndbId;
use formats::{AdvisoryNumber, Cvss, CvssVersion, Localized};
use jiff::Timestamp;
use rulebook::advisory::{AdvisoryContent, AdvisoryState};
use rulebook::case::{CaseFile, WithdrawalGround};
use rulebook::ids::DeveloperId;

use super::vendors::{affected_products, vendors};
use crate::error::{Error, Result};
use crate::settings::Settings;

/// Names of developers as the register has them: an advisory's text knows one, the register both.
pub(super) type Names = BTreeMap<DeveloperId, Known>;

/// A developer as the register has it.
pub(super) struct Known {
    /// Its name in both languages.
    pub(super) name: Localized,
    /// How the name is read.
    pub(super) reading: String,
}

/// The document of the newest published revision of a case's advisory, under its number in the catalogue.
pub(super) fn document(file: &CaseFile, settings: &Settings, names: &Names, entry: &JvndbId) -> Result<PublicDocument> {
    let advisory = file.advisory.as_ref().ok_or(Error::NotFound)?;
    let newest = advisory.revisions.last().ok_or(Error::NotFound)?;
    let document = compose(advisory, &newest.content, history(advisory), settings, names)?;
    let mut document = match newest.withdrawn {
        Some(ground) => withdrawn(document, ground, &newest.summary),
        None => document,
    };
    document.related.insert(0, catalogued(settings, entry));
    Ok(document)
}

/// What stands in the place of a withdrawn advisory: its number, its title with the mark, why, and its history.
fn withdrawn(document: PublicDocument, ground: WithdrawalGround, reason: &rulebook::text::Localized) -> PublicDocument {
    let (at, reason, title) = (document.updated_at, text(reason), &document.title);
    let title = Localized::new(format!("【取り下げ】{}", title.ja), format!("Withdrawn: {}", title.en));
    let overview = Localized::new(
        format!("この脆弱性対策情報は取り下げました。記載していた内容は参照しないでください。\n\n理由：{}", reason.ja),
        format!("This advisory is withdrawn. Do not rely on what it said.\n\nReason: {}", reason.en),
    );
    let gone = Withdrawn { at, ground: ground.word().to_owned(), reason };
    PublicDocument {
        revision: document.revision,
        updated_at: at,
        overview,
        history: document.history,
        withdrawn: Some(gone),
        ..PublicDocument::new(document.id, document.publisher, title, document.published_at)
    }
}

/// The advisory's own entry in the catalogue.
fn catalogued(settings: &Settings, entry: &JvndbId) -> RelatedDocument {
    let year = entry.as_str().split('-').nth(1).unwrap_or_default();
    RelatedDocument {
        system: "JVN iPedia".to_owned(),
        id: entry.as_str().to_owned(),
        title: Localized::default(),
        url: Some(settings.url(&format!("/ja/contents/{year}/{}.html", entry.as_str()))),
    }
}

/// The document that a text would become if it were published as the next revision at this instant.
pub(super) fn draft(
    advisory: &AdvisoryState,
    content: &AdvisoryContent,
    at: Timestamp,
    settings: &Settings,
    names: &Names,
) -> Result<PublicDocument> {
    let mut history = history(advisory);
    let summary = Localized::new("（公表前）", "(not published yet)");
    history.push(Revision { number: advisory.next_revision(), at: second(at), summary });
    compose(advisory, content, history, settings, names)
}

fn compose(
    advisory: &AdvisoryState,
    content: &AdvisoryContent,
    history: Vec<Revision>,
    settings: &Settings,
    names: &Names,
) -> Result<PublicDocument> {
    let id: AdvisoryNumber = advisory.number.parse().map_err(|_| Error::Unreadable("an advisory's number"))?;
    let (Some(first), Some(last)) = (history.first(), history.last()) else { return Err(Error::NotFound) };
    let (revision, published_at, updated_at) = (last.number, first.at, last.at);
    let mut document = PublicDocument {
        revision,
        updated_at,
        critical: content.critical,
        overview: text(&content.overview),
        vendors: vendors(content, names),
        details: text(&content.details),
        impact: text(&content.impact),
        solution: Solution { text: text(&content.solution), countermeasures: Vec::new() },
        supplementary: text(&content.supplement),
        vulnerabilities: vulnerabilities(content)?,
        references: references(content),
        acknowledgement: text(&content.credit),
        history,
        ..PublicDocument::new(id, publisher(settings), text(&content.title), published_at)
    };
    place_note(&mut document, text(&content.affected_note));
    ask_to_stop(&mut document, &content.stop_using);
    Ok(document)
}

/// Asks users to stop using products whose support has ended: with the vendor of each, before everything else that it
/// offers; with the solution for all where no vendor has it.
fn ask_to_stop(document: &mut PublicDocument, products: &[String]) {
    document.stop_using = !products.is_empty();
    for product in products.iter().rev() {
        let text = Localized::new(
            format!("{product}のサポートは終了しています。使用を中止してください。"),
            format!("Support for {product} has ended. Stop using it."),
        );
        let makes = |vendor: &&mut Vendor| vendor.products.iter().any(|one| one.name.ja == product.trim());
        let vendor = document.vendors.iter_mut().find(makes);
        let place = vendor.map_or(&mut document.solution.countermeasures, |vendor| &mut vendor.countermeasures);
        place.insert(0, Countermeasure { kind: CountermeasureKind::StopUsing, text, url: None });
    }
}

/// Who publishes: the partnership, in the name of its two bodies.
pub(super) fn publisher(settings: &Settings) -> Publisher {
    let (partnership, web) = (&settings.partnership, &settings.web);
    let (name, receiving, coordinator) = (&partnership.name, &partnership.receiving_body, &partnership.coordinator);
    let namespace = if web.namespace.trim().is_empty() { &web.base_url } else { &web.namespace };
    Publisher {
        name: text(name),
        namespace: namespace.trim().to_owned(),
        contact: text(&partnership.contact),
        authority: Localized::new(
            format!("{}の受付機関（{}）と調整機関（{}）が公表しています。", name.ja, receiving.ja, coordinator.ja),
            format!(
                "Published by the receiving body ({}) and the coordinator ({}) of {}.",
                receiving.en, coordinator.en, name.en
            ),
        ),
    }
}

fn history(advisory: &AdvisoryState) -> Vec<Revision> {
    let entry = |revision: &rulebook::advisory::Revision| Revision {
        number: revision.number,
        at: second(revision.at),
        summary: text(&revision.summary),
    };
    advisory.revisions.iter().map(entry).collect()
}

/// Instants are published to the second; a fraction tells a reader nothing.
fn second(at: Timestamp) -> Timestamp {
    Timestamp::from_second(at.as_second()).unwrap_or(at)
}

/// One vulnerability, or one for each CVE number.
///
/// Scores and weaknesses belong to the CVE numbers in their order where there are as many of them; otherwise each holds
/// for all. A vulnerability has one vector of each version of CVSS at most, so as many vectors as numbers can mean
/// nothing else.
fn vulnerabilities(content: &AdvisoryContent) -> Result<Vec<Vulnerability>> {
    let (cves, cwes, scores) = (ids(&content.cve), ids(&content.cwe), analyses(&content.cvss)?);
    if cves.len() < 2 {
        let cve = cves.into_iter().next();
        return Ok(vec![Vulnerability { cve, cwes, cvss: scores, ..Vulnerability::default() }]);
    }
    let versions = [CvssVersion::V3_0, CvssVersion::V3_1, CvssVersion::V4_0];
    let of_version = |version| scores.iter().filter(|score: &&Cvss| score.version == version).cloned().collect();
    let by_version: Vec<Vec<Cvss>> = versions.into_iter().map(of_version).collect();
    let several = cves.len();
    let one = |(index, cve): (usize, String)| Vulnerability {
        title: Localized::same(cve.as_str()),
        cve: Some(cve),
        cwes: share(&cwes, index, several),
        cvss: by_version.iter().flat_map(|scores| share(scores, index, several)).collect(),
        ..Vulnerability::default()
    };
    Ok(cves.into_iter().enumerate().map(one).collect())
}

/// The part of a list that belongs to one of several vulnerabilities.
fn share<T: Clone>(items: &[T], index: usize, several: usize) -> Vec<T> {
    if items.len() == several { vec![items[index].clone()] } else { items.to_vec() }
}

fn ids(written: &[String]) -> Vec<String> {
    written.iter().map(|id| id.trim().to_uppercase()).filter(|id| !id.is_empty()).collect()
}

/// Scores are computed from the vectors; one that cannot be read keeps the text from being published.
fn analyses(vectors: &[String]) -> Result<Vec<Cvss>> {
    let (mut scores, mut faults) = (Vec::new(), Vec::new());
    for (index, vector) in vectors.iter().filter(|vector| !vector.trim().is_empty()).enumerate() {
        match Cvss::parse(vector) {
            Ok(score) => scores.push(score),
            Err(error) => {
                let at = format!("/vulnerabilities/0/cvss/{index}/vector");
                faults.push(Finding { at, problem: Problem::BadVector(error) });
            }
        }
    }
    if faults.is_empty() { Ok(scores) } else { Err(Error::Findings(faults)) }
}

fn references(content: &AdvisoryContent) -> Vec<Reference> {
    let said =
        content.references.iter().filter(|entry| !(entry.title.trim().is_empty() && entry.url.trim().is_empty()));
    said.map(|entry| {
        let (title, url) = (entry.title.trim(), entry.url.trim());
        Reference { title: Localized::same(if title.is_empty() { url } else { title }), url: url.to_owned() }
    })
    .collect()
}

/// What is said about the affected products as a whole: with the product where there is only one, else before the
/// details, because the document has no other place for it.
fn place_note(document: &mut PublicDocument, note: Localized) {
    if note.is_empty() {
        return;
    }
    let mut products = affected_products(&mut document.vendors);
    match (products.next(), products.next()) {
        (Some(only), None) => only.notes = note,
        _ => {
            drop(products);
            let details = &document.details;
            document.details = Localized::new(paragraphs(&note.ja, &details.ja), paragraphs(&note.en, &details.en));
        }
    }
}

fn paragraphs(first: &str, second: &str) -> String {
    let said: Vec<&str> = [first, second].into_iter().filter(|part| !part.is_empty()).collect();
    said.join("\n\n")
}

/// A text as it is published: without blanks around it, and with line ends of one kind, whatever a browser sent.
pub(super) fn text(text: &rulebook::text::Localized) -> Localized {
    Localized::new(lines(&text.ja), lines(&text.en))
}

fn lines(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n").trim().to_owned()
}
