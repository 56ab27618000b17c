//! The page of an advisory that is not published yet, as its editors look at it before the public does: the same page,
//! in their frame, with the word that it is a preview.

use std::ops::Deref;

use askama::Template;
use formats::PublicDocument;
use ui::{Frame, Lang, NavItem, Query};

use super::answers::Answers;
use super::vendors::{VendorTable, VendorView};
use super::{AdvisoryPage, PageKey};
use crate::PortalState;

#[derive(Template)]
#[template(path = "portal/preview.html")]
struct PreviewPage<'a>(AdvisoryPage<'a>);

/// The template is the public one with a few lines above it: whatever that asks for is the page's.
impl<'a> Deref for PreviewPage<'a> {
    type Target = AdvisoryPage<'a>;

    fn deref(&self) -> &AdvisoryPage<'a> {
        &self.0
    }
}

impl PreviewPage<'_> {
    /// Where the text is written: the page above this one.
    fn back(&self) -> &str {
        let path = self.frame.path.split('?').next().unwrap_or_default();
        path.rsplit_once('/').map_or("/", |(above, _)| above)
    }

    /// The two languages of the text, each by its own name.
    fn languages(&self) -> Vec<NavItem> {
        let here = self.frame.lang;
        let item = |lang: Lang| {
            let way = if lang == here { self.frame.path.clone() } else { self.frame.switched() };
            NavItem::new(way, lang.own_name()).current(lang == here)
        };
        Lang::ALL.into_iter().map(item).collect()
    }
}

/// The page of a `document.json` in somebody's frame, whose language and path it takes; `None` when the document cannot
/// be read. Nothing is looked up in the tree but what has been published of the same advisory.
#[must_use]
pub fn preview(portal: &PortalState, document: &[u8], frame: Frame) -> Option<String> {
    let document = PublicDocument::from_json(document).ok()?;
    let (lang, own) = (frame.lang, Query::parse(&frame.path));
    let vendors = VendorView::parse(&own);
    let (id, revision) = (document.id.clone(), document.revision);
    let key = PageKey { id, revision, newest: revision, named: false, lang, vendors };
    let page = AdvisoryPage {
        answers: Answers::of(&document, &own, lang),
        vendors: VendorTable::of(&document, vendors, &own, lang),
        frame,
        ..AdvisoryPage::new(portal, &key, &document)
    };
    PreviewPage(page).render().ok()
}
