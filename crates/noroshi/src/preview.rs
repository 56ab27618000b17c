//! The preview of an advisory: the console shows it, the portal has its page, and neither knows the other.

use console::advisory::AdvisoryPreview;
use portal::PortalState;
use ui::{Frame, Lang};

/// The portal's page for the console.
pub struct PortalPreview(pub PortalState);

impl AdvisoryPreview for PortalPreview {
    fn render(&self, document_json: &str, lang: Lang, mut frame: Frame) -> Option<String> {
        frame.lang = lang;
        portal::preview(&self.0, document_json.as_bytes(), frame)
    }
}
