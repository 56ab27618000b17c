//! What stands in the place of a withdrawn advisory: that it is withdrawn, why, and its history. Its number and its address
//! stay for ever.

use askama::Template;
use formats::PublicDocument;
use formats::document::Withdrawn;
use ui::Frame;

use super::PageKey;
use crate::PortalState;
use crate::pages::words::{Line, Passage};
use crate::state::Part;

#[derive(Template)]
#[template(path = "portal/withdrawn.html")]
pub(super) struct WithdrawnPage<'a> {
    frame: Frame,
    style: &'static str,
    document: &'a PublicDocument,
    number: String,
    canonical: String,
    title: Line<'a>,
    ground: &'static str,
    reason: Passage<'a>,
}

impl<'a> WithdrawnPage<'a> {
    pub fn new(portal: &PortalState, key: &PageKey, document: &'a PublicDocument, withdrawn: &'a Withdrawn) -> Self {
        let frame = portal.frame(key.lang, Part::Advisories, key.address().to_string());
        // A ground that a newer program knows is left to the reason.
        let ground = format!("portal-withdrawn-ground-{}", withdrawn.ground);
        WithdrawnPage {
            style: crate::pages::style_url(),
            document,
            number: document.id.shown(),
            canonical: portal.url(&portal.advisory_path(key.lang, &key.id)),
            title: Line::of(key.lang, &document.title),
            ground: key.lang.find(&ground).unwrap_or_default(),
            reason: Passage::of(key.lang, &withdrawn.reason),
            frame,
        }
    }

    fn passage<'b>(&self, text: &'b formats::Localized) -> Passage<'b> {
        Passage::of(self.frame.lang, text)
    }

    fn line<'b>(&self, text: &'b formats::Localized) -> Line<'b> {
        Line::of(self.frame.lang, text)
    }
}
