//! The page of an advisory of somebody else: the same sections, and first of all whose it is.

use std::ops::Deref;

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use formats::document::SourceFormat;
use formats::imported::Line;
use formats::{Import, NotUnderstood};
use jiff::Timestamp;
use ui::Query;

use super::super::words::{language, web};
use super::answers::Answers;
use super::vendors::{VendorTable, VendorView};
use super::{AdvisoryPage, PageKey};
use crate::imported::shorten;
use crate::pages::imported::{file_path, is_csaf, path};
use crate::state::Part;
use crate::visit::Visit;

/// Places that are listed on the page.
const PLACES: usize = 300;

#[derive(Template)]
#[template(path = "portal/imported.html")]
struct ImportedPage<'a> {
    page: AdvisoryPage<'a>,
    line: &'a Line,
    not_understood: &'a [NotUnderstood],
    withdrawn: bool,
    address: Option<&'a str>,
    cut: bool,
}

/// Whatever the template asks for that an advisory has is the advisory's.
impl<'a> Deref for ImportedPage<'a> {
    type Target = AdvisoryPage<'a>;

    fn deref(&self) -> &AdvisoryPage<'a> {
        &self.page
    }
}

impl ImportedPage<'_> {
    fn number(&self) -> &str {
        &self.line.id
    }

    fn publisher(&self) -> &str {
        &self.line.origin.name
    }

    /// Its page where it was published, or else the original bytes.
    fn original_page(&self) -> String {
        self.address.map_or_else(|| self.original(), str::to_owned)
    }

    fn site(&self) -> Option<&str> {
        web(Some(&self.line.origin.url))
    }

    fn format(&self) -> &'static str {
        match self.line.format {
            SourceFormat::Csaf20 => "CSAF 2.0",
            SourceFormat::Csaf21 => "CSAF 2.1",
            SourceFormat::Cve5 => "CVE Record Format 5",
            SourceFormat::Osv => "OSV",
            SourceFormat::Vuldef => "VULDEF",
        }
    }

    fn original(&self) -> String {
        file_path(self.line, "original")
    }

    fn csaf(&self) -> Option<String> {
        is_csaf(self.line.format).then(|| file_path(self.line, "csaf"))
    }

    fn size(&self) -> String {
        ui::numbers::bytes(self.line.length)
    }

    /// Where it was fetched. The name of a file on somebody's disk is nobody's business.
    fn taken_from(&self) -> Option<&str> {
        web(Some(&self.line.taken_from))
    }

    fn first_places(&self) -> &[NotUnderstood] {
        &self.not_understood[..self.not_understood.len().min(PLACES)]
    }

    fn more_places(&self) -> usize {
        self.not_understood.len().saturating_sub(PLACES)
    }

    fn why(&self, one: &NotUnderstood) -> &'static str {
        one.why.text(language(self.page.frame.lang))
    }

    fn list(&self) -> String {
        Query::new(format!("/{}/imported", self.page.frame.lang.tag())).and("source", &self.line.origin.key).to_string()
    }

    fn is_updated(&self) -> bool {
        self.document.updated_at > self.document.published_at
    }

    /// Days before computers are days that nobody gave.
    fn is_dated(&self) -> bool {
        self.document.published_at > Timestamp::UNIX_EPOCH
    }
}

/// `/ja/imported/cisa.gov/ICSA-23-001-01`.
pub(crate) async fn show(visit: Visit, Path((source, id)): Path<(String, String)>) -> Response {
    visit
        .beside(move |visit| {
            let portal = &visit.portal;
            let held = portal.imported().held();
            let Some(item) = held.find(&source, &id) else { return visit.not_found() };
            let read = portal.imported().line(item).and_then(|line| Some((portal.imported().read(item, &line)?, line)));
            match read {
                Some((import, line)) => page_of(visit, import, &line),
                None => visit.broken(id),
            }
        })
        .await
}

fn page_of(visit: &Visit, import: Import, line: &Line) -> Response {
    let Import { mut document, not_understood } = import;
    let cut = shorten(&mut document);
    let (portal, lang, own) = (&visit.portal, visit.lang, &visit.query);
    let vendors = VendorView::parse(own);
    let mut frame = visit.frame(Part::Advisories);
    // Search engines are better served by whoever publishes it.
    frame.indexed = false;
    let key = PageKey { id: document.id.clone(), revision: 1, newest: 1, named: false, lang, vendors };
    let source = document.source.as_ref();
    let address = source.and_then(|source| web(source.url.as_deref()));
    let advisory = AdvisoryPage {
        frame,
        canonical: address.map_or_else(|| portal.url(&path(lang, line)), str::to_owned),
        answers: Answers::of(&document, own, lang),
        vendors: VendorTable::of(&document, vendors, own, lang),
        ..AdvisoryPage::new(portal, &key, &document)
    };
    let withdrawn = source.is_some_and(|source| source.withdrawn);
    visit.page(&ImportedPage { page: advisory, line, not_understood: &not_understood, withdrawn, address, cut })
}
