//! The page of an advisory: am I affected, how bad is it, what do I do today; then everything else.
//!
//! A page depends on its [`PageKey`] and on documents that never change, so it is written once and kept. When a newer
//! revision comes, the key changes with it.

mod answers;
pub(crate) mod changes;
pub(in crate::pages) mod imported;
mod machine;
pub(crate) mod preview;
mod scores;
mod vendors;
mod withdrawn;

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use formats::document::{Acknowledgement, Fact, RelatedDocument};
use formats::{AdvisoryNumber, PublicDocument};
use jiff::Timestamp;
use ui::{Frame, Lang, Query};

use self::answers::Answers;
use self::machine::Machine;
pub(in crate::pages) use self::machine::keys;
use self::scores::Vulnerability;
use self::vendors::{VendorTable, VendorView};
use self::withdrawn::WithdrawnPage;
use super::words::{Line, Passage, web};
use crate::PortalState;
use crate::answer::{Rendered, lead_for_good};
use crate::state::Part;
use crate::visit::Visit;

/// Rows of 影響を受けるシステム that are shown before the rest is folded.
const AFFECTED: usize = 20;

/// All that a written page depends on.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct PageKey {
    id: AdvisoryNumber,
    /// The revision shown.
    revision: u32,
    /// The newest one there is.
    newest: u32,
    /// Whether the address names the revision.
    named: bool,
    lang: Lang,
    vendors: VendorView,
}

impl PageKey {
    /// The path and query under which this page is found.
    fn address(&self) -> Query {
        let revision = if self.named { format!("/{}", self.revision) } else { String::new() };
        let path = format!("/{}/advisories/{}{revision}", self.lang.tag(), self.id.slug());
        self.vendors.apply(Query::new(path))
    }
}

#[derive(Template)]
#[template(path = "portal/advisory.html")]
struct AdvisoryPage<'a> {
    frame: Frame,
    style: &'static str,
    document: &'a PublicDocument,
    newest: u32,
    canonical: String,
    title: Line<'a>,
    summary: Line<'a>,
    answers: Answers<'a>,
    affected: Vec<AffectedLine<'a>>,
    vulnerabilities: Vec<Vulnerability<'a>>,
    vendors: VendorTable<'a>,
    machine: Machine,
    cves: Vec<&'a str>,
}

/// A row of 影響を受けるシステム.
struct AffectedLine<'a> {
    vendor: Line<'a>,
    product: Line<'a>,
    versions: String,
}

impl<'a> AdvisoryPage<'a> {
    fn new(portal: &PortalState, key: &PageKey, document: &'a PublicDocument) -> Self {
        let (lang, own) = (key.lang, key.address());
        let affected = document.affected().map(|row| AffectedLine {
            vendor: Line::of(lang, &row.vendor.name),
            product: Line::of(lang, &row.product.name),
            versions: row.versions.map_or_else(String::new, |versions| versions.shown(super::words::language(lang))),
        });
        AdvisoryPage {
            frame: portal.frame(lang, Part::Advisories, own.to_string()),
            style: super::style_url(),
            document,
            newest: key.newest,
            canonical: portal.url(&portal.advisory_path(lang, &key.id)),
            title: Line::of(lang, &document.title),
            summary: Line::beginning(lang, &document.overview, 200),
            answers: Answers::of(document, &own, lang),
            affected: affected.collect(),
            vulnerabilities: scores::all(document, lang),
            vendors: VendorTable::of(document, key.vendors, &own, lang),
            machine: Machine::of(portal, document),
            cves: document.cves().collect(),
        }
    }

    fn is_old(&self) -> bool {
        self.document.revision < self.newest
    }

    fn number(&self) -> String {
        self.document.id.shown()
    }

    fn newest_href(&self) -> String {
        self.frame.href(format!("/advisories/{}", self.document.id.slug()))
    }

    fn revision_href(&self, number: &u32) -> String {
        format!("{}/{number}", self.newest_href())
    }

    fn changes_href(&self, number: &u32) -> String {
        format!("{}/changes", self.revision_href(number))
    }

    fn passage<'b>(&self, text: &'b formats::Localized) -> Passage<'b> {
        Passage::of(self.frame.lang, text)
    }

    fn line<'b>(&self, text: &'b formats::Localized) -> Line<'b> {
        Line::of(self.frame.lang, text)
    }

    fn day(&self, at: &Timestamp) -> ui::Markup {
        self.frame.day(self.frame.site.zone.day_of(*at))
    }

    fn first_affected(&self) -> &[AffectedLine<'a>] {
        &self.affected[..self.affected.len().min(AFFECTED)]
    }

    fn more_affected(&self) -> &[AffectedLine<'a>] {
        &self.affected[self.affected.len().min(AFFECTED)..]
    }

    fn solutions(&self) -> Vec<vendors::Measure<'a>> {
        vendors::measures(&self.document.solution.countermeasures, self.frame.lang)
    }

    fn listed(&self, parts: &[String]) -> String {
        parts.join(&self.frame.t("portal-comma"))
    }

    fn has_credits(&self) -> bool {
        !self.document.acknowledgement.is_empty() || !self.document.acknowledgements.is_empty()
    }

    fn said(&self, fact: &Fact) -> String {
        scores::said(&self.frame, fact)
    }

    fn person(&self, person: &Acknowledgement) -> String {
        let (name, organisation) = (self.line(&person.name), self.line(&person.organisation));
        match organisation.is_empty() {
            true => name.text().to_owned(),
            false => self.frame.t2("portal-person", "name", name.text(), "organisation", organisation.text()),
        }
    }

    fn address<'b>(&self, url: &'b str) -> Option<&'b str> {
        web(Some(url))
    }

    fn related_address<'b>(&self, related: &'b RelatedDocument) -> Option<&'b str> {
        web(related.url.as_deref())
    }
}

/// `/ja/advisories/JVN12345678`: the newest revision.
pub(crate) async fn newest(visit: Visit, Path(id): Path<String>) -> Response {
    show(&visit, &id, None).await
}

/// `/ja/advisories/JVN12345678/2`: one revision, as it was published.
pub(crate) async fn revision(visit: Visit, Path((id, revision)): Path<(String, String)>) -> Response {
    show(&visit, &id, Some(&revision)).await
}

async fn show(visit: &Visit, id: &str, revision: Option<&str>) -> Response {
    let (portal, lang) = (&visit.portal, visit.lang);
    let missing = || visit.not_found();
    let Ok(number) = id.parse::<AdvisoryNumber>() else { return missing() };
    let place = portal.tree().snapshot().index.get(&number).map(|place| (place.revision, place.withdrawn));
    let Some((newest, withdrawn)) = place else { return missing() };
    if id != number.slug() {
        return lead_for_good(&portal.advisory_path(lang, &number));
    }
    let shown = match revision {
        None => newest,
        // Whatever it said before: it is withdrawn.
        Some(_) if withdrawn => newest,
        Some(revision) => match revision.parse::<u32>() {
            Ok(wanted) if (1..=newest).contains(&wanted) && wanted.to_string() == revision => wanted,
            _ => return missing(),
        },
    };
    let vendors = VendorView::parse(&visit.query);
    let key = PageKey { id: number, revision: shown, newest, named: revision.is_some(), lang, vendors };
    match written(portal, key).await {
        Some(page) => page.respond(&visit.headers),
        None if revision.is_some() => missing(),
        None => visit.broken(format!("{id}/{shown}")),
    }
}

/// The page of the newest revision under its one true address, if it was written before.
pub(crate) fn kept(portal: &PortalState, lang: Lang, id: &str) -> Option<Rendered> {
    let number = AdvisoryNumber::of_slug(id)?;
    let newest = portal.tree().snapshot().index.get(&number)?.revision;
    let vendors = VendorView::default();
    portal.pages().get(&PageKey { id: number, revision: newest, newest, named: false, lang, vendors })
}

/// Bytes that a page has, about: its vendors' rows are most of a long one.
const fn expected(document: &PublicDocument) -> usize {
    const REST: usize = 16 * 1024;
    const VENDOR: usize = 1152;
    REST + document.vendors.len() * VENDOR
}

/// The page as it was written before, or written now.
async fn written(portal: &PortalState, key: PageKey) -> Option<Rendered> {
    if let Some(page) = portal.pages().get(&key) {
        return Some(page);
    }
    let (portal, asked_for) = (portal.clone(), key);
    let writing = tokio::task::spawn_blocking(move || {
        let document = portal.tree().document(&asked_for.id, asked_for.revision)?;
        let page = match &document.withdrawn {
            Some(gone) => Rendered::of(&WithdrawnPage::new(&portal, &asked_for, &document, gone), 0),
            None => Rendered::of(&AdvisoryPage::new(&portal, &asked_for, &document), expected(&document)),
        };
        let page = page.inspect_err(|error| tracing::error!(%error, "an advisory's page could not be written")).ok()?;
        portal.pages().insert(asked_for, page.clone(), page.weight());
        Some(page)
    });
    writing.await.ok().flatten()
}
