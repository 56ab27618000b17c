//! The preview: the text as it would be published now, on the public page itself.

use axum::extract::Path;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use casework::Error;
use ui::{Frame, Lang};

use super::editor;
use crate::who::Staff;

/// Puts a `document.json` on the page of the public site. The program gives the console one; without it there is no
/// preview.
pub trait AdvisoryPreview: Send + Sync {
    /// The whole page in the frame of whoever looks, in one language of the text; `None` when the document cannot be
    /// read.
    fn render(&self, document_json: &str, lang: Lang, frame: Frame) -> Option<String>;
}

pub(super) async fn show(staff: Staff, Path((_, number)): Path<(String, String)>) -> Response {
    let visitor = &staff.visitor;
    let Some(preview) = visitor.console.preview.clone() else { return visitor.not_found() };
    let office = &visitor.console.office;
    let written = async {
        let case = office.case_id(&number).await?;
        office.advisory_document(case, staff.actor).await
    };
    match written.await {
        Ok(document) => match preview.render(&document, visitor.lang, visitor.frame()) {
            Some(html) => {
                ([(CONTENT_TYPE, "text/html; charset=utf-8"), (CACHE_CONTROL, "no-store")], html).into_response()
            }
            None => visitor.fault(Error::Unreadable("an advisory's document")),
        },
        // What keeps the text from being written as a document stands in the editor's margin.
        Err(error @ Error::Findings(_)) => editor::refused(&staff, &number, ui::Form::new(visitor.lang), error).await,
        Err(error) => visitor.fault(error),
    }
}
