//! What a revision changed: every part of the advisory that differs from the revision before, with what is gone and what is
//! new marked in the text.

mod difference;

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use formats::document::{Countermeasure, Product, Vendor};
use formats::{AdvisoryNumber, Localized, PublicDocument};
use jiff::Timestamp;
use ui::Frame;

use self::difference::{Piece, difference};
use super::super::words::{Line, Passage, language};
use crate::PortalState;
use crate::answer::lead_for_good;
use crate::pages::style_url;
use crate::state::Part as Place;
use crate::visit::Visit;

/// A part of an advisory as plain text, with what it is called.
struct Part {
    name: String,
    text: String,
}

/// A part that is not what it was.
struct Change {
    name: String,
    pieces: Vec<Piece>,
}

#[derive(Template)]
#[template(path = "portal/changes.html")]
struct ChangesPage<'a> {
    frame: Frame,
    style: &'static str,
    canonical: String,
    document: &'a PublicDocument,
    title: Line<'a>,
    summary: Option<Passage<'a>>,
    at: Timestamp,
    changes: Vec<Change>,
}

impl<'a> ChangesPage<'a> {
    fn new(visit: &Visit, before: &PublicDocument, after: &'a PublicDocument) -> Self {
        let (portal, lang) = (&visit.portal, visit.lang);
        let frame = visit.frame(Place::Advisories);
        let own = after.history.iter().find(|one| one.number == after.revision);
        ChangesPage {
            style: style_url(),
            canonical: portal.url(&format!("{}/{}/changes", portal.advisory_path(lang, &after.id), after.revision)),
            document: after,
            title: Line::of(lang, &after.title),
            summary: own.map(|one| Passage::of(lang, &one.summary)),
            at: after.updated_at,
            changes: changes(parts(&frame, before), parts(&frame, after)),
            frame,
        }
    }

    fn number(&self) -> String {
        self.document.id.shown()
    }

    fn href(&self) -> String {
        self.frame.href(format!("/advisories/{}", self.document.id.slug()))
    }

    /// The revision before and this one: what each is called, and where it is.
    fn both(&self) -> [(String, String); 2] {
        [self.document.revision - 1, self.document.revision]
            .map(|number| (self.frame.t1("portal-revision", "revision", number), format!("{}/{number}", self.href())))
    }
}

/// `/ja/advisories/JVN12345678/2/changes`.
pub(crate) async fn show(visit: Visit, Path((id, revision)): Path<(String, String)>) -> Response {
    visit
        .beside(move |visit| {
            let (portal, lang) = (&visit.portal, visit.lang);
            let missing = || visit.not_found();
            let Ok(number) = id.parse::<AdvisoryNumber>() else { return missing() };
            let Some((before, after)) = revisions(portal, &number, &revision) else { return missing() };
            if id != number.slug() {
                return lead_for_good(&format!("{}/{revision}/changes", portal.advisory_path(lang, &number)));
            }
            visit.page(&ChangesPage::new(visit, &before, &after))
        })
        .await
}

/// A revision and the one before it. A withdrawn advisory says nothing of what it said before.
fn revisions(portal: &PortalState, id: &AdvisoryNumber, revision: &str) -> Option<(PublicDocument, PublicDocument)> {
    let snapshot = portal.tree().snapshot();
    let place = snapshot.index.get(id)?;
    let wanted = revision.parse::<u32>().ok().filter(|wanted| wanted.to_string() == revision)?;
    if place.withdrawn || !(2..=place.revision).contains(&wanted) {
        return None;
    }
    Some((portal.tree().document(id, wanted - 1)?, portal.tree().document(id, wanted)?))
}

/// The parts that differ, in the order of the newer text; what it no longer has comes last.
fn changes(before: Vec<Part>, after: Vec<Part>) -> Vec<Change> {
    let text_of = |parts: &[Part], name: &str| {
        parts.iter().find(|part| part.name == name).map_or_else(String::new, |part| part.text.clone())
    };
    let gone = before.iter().filter(|part| !after.iter().any(|kept| kept.name == part.name));
    let names = after.iter().chain(gone).map(|part| part.name.clone());
    let change = |name: String| {
        let (old, new) = (text_of(&before, &name), text_of(&after, &name));
        (old != new).then(|| Change { pieces: difference(&old, &new), name })
    };
    names.filter_map(change).collect()
}

/// Everything that the page of an advisory says, in its order and in the language of the page.
fn parts(frame: &Frame, document: &PublicDocument) -> Vec<Part> {
    let said = |text: &Localized| text.get(language(frame.lang)).trim().to_owned();
    let part = |key: &'static str, text: String| Part { name: frame.t(key).into_owned(), text };
    let mut parts = vec![
        part("changes-title-part", said(&document.title)),
        part("changes-marks", marks(frame, document)),
        part("portal-overview", said(&document.overview)),
        part("portal-affected", affected(frame, document)),
        part("portal-details", said(&document.details)),
        part("portal-impact", said(&document.impact)),
        part(
            "portal-solution",
            lines([said(&document.solution.text), measures(frame, &document.solution.countermeasures)]),
        ),
    ];
    parts.extend(
        document
            .vendors
            .iter()
            .map(|one| Part { name: frame.t1("changes-vendor", "name", said(&one.name)), text: vendor(frame, one) }),
    );
    parts.extend([
        part("portal-supplementary", said(&document.supplementary)),
        part("portal-analysis", analysis(document)),
        part("portal-references", lines(document.references.iter().map(|one| line([&said(&one.title), &one.url])))),
        part("portal-related", lines(document.related.iter().map(|one| line([&one.id, &said(&one.title)])))),
        part("portal-credits", credits(frame, document)),
    ]);
    parts
}

/// 緊急 and 使用中止.
fn marks(frame: &Frame, document: &PublicDocument) -> String {
    let marks = [(document.critical, "portal-critical"), (document.stop_using, "portal-stop-using")];
    lines(marks.into_iter().filter(|(is_set, _)| *is_set).map(|(_, key)| frame.t(key).into_owned()))
}

fn affected(frame: &Frame, document: &PublicDocument) -> String {
    let language = language(frame.lang);
    lines(document.affected().map(|row| line([row.vendor.name.get(language), &row.shown(language)])))
}

fn measures(frame: &Frame, measures: &[Countermeasure]) -> String {
    let language = language(frame.lang);
    lines(
        measures
            .iter()
            .map(|one| line([one.kind.word(language), one.text.get(language), one.url.as_deref().unwrap_or_default()])),
    )
}

/// The status comes first, then products, what it offers, its own words and its page.
fn vendor(frame: &Frame, vendor: &Vendor) -> String {
    let language = language(frame.lang);
    let day = vendor.on.map_or_else(String::new, |day| frame.day_text(day));
    lines([
        line([vendor.status.word(language), &day]),
        lines(vendor.products.iter().map(|one| product(frame, one))),
        measures(frame, &vendor.countermeasures),
        vendor.statement.get(language).trim().to_owned(),
        vendor.view.get(language).trim().to_owned(),
        vendor.link.clone().unwrap_or_default(),
    ])
}

fn product(frame: &Frame, product: &Product) -> String {
    let language = language(frame.lang);
    let name = product.name.get(language);
    let versions = product.versions.iter().map(|one| line([name, &one.shown(language), one.status.word(language)]));
    let names = [&product.cpe, &product.purl].into_iter().flatten().cloned();
    let said: Vec<String> = versions.chain(names).chain([product.notes.get(language).trim().to_owned()]).collect();
    if product.versions.is_empty() { lines([name.to_owned()].into_iter().chain(said)) } else { lines(said) }
}

fn analysis(document: &PublicDocument) -> String {
    lines(document.vulnerabilities.iter().map(|one| {
        let names = one.cve.iter().chain(&one.cwes).cloned();
        let scores = one.cvss.iter().map(|cvss| format!("{} {}", cvss.base_score, cvss.vector));
        lines(names.chain(scores))
    }))
}

fn credits(frame: &Frame, document: &PublicDocument) -> String {
    let language = language(frame.lang);
    let people = document.acknowledgements.iter();
    let people = people.map(|one| line([one.name.get(language), one.organisation.get(language)]));
    lines([document.acknowledgement.get(language).trim().to_owned()].into_iter().chain(people))
}

/// What there is, each on a line.
fn lines(texts: impl IntoIterator<Item = String>) -> String {
    let said: Vec<String> = texts.into_iter().filter(|text| !text.is_empty()).collect();
    said.join("\n")
}

/// What there is, in a line.
fn line<const N: usize>(texts: [&str; N]) -> String {
    let said: Vec<&str> = texts.into_iter().filter(|text| !text.is_empty()).collect();
    said.join(" ")
}
