//! What is shown where there is nothing.

use axum::extract::State;
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use formats::AdvisoryNumber;
use ui::{Lang, Trouble};

use super::own_path;
use crate::PortalState;
use crate::answer::{asked_language, lead_by_language};
use crate::state::Part;

/// The number of an advisory leads to its page; anything else is not there.
pub(crate) async fn fallback(State(portal): State<PortalState>, uri: Uri, asked: HeaderMap) -> Response {
    let number = uri.path().trim_matches('/').replace("%23", "#").parse::<AdvisoryNumber>();
    match number {
        Ok(id) if portal.tree().snapshot().index.get(&id).is_some() => {
            lead_by_language(&portal.advisory_path(asked_language(&asked), &id))
        }
        _ => not_found(&portal, &uri, &asked),
    }
}

/// The page that says that a published document cannot be read; the log says why.
pub(crate) fn broken(portal: &PortalState, lang: Lang, uri: &Uri, reference: String) -> Response {
    Trouble::Internal(reference).respond(portal.frame(lang, Part::Elsewhere, own_path(uri)))
}

/// The page that says that there is no such page, in the language of its address or of the one who asks.
pub(crate) fn not_found(portal: &PortalState, uri: &Uri, asked: &HeaderMap) -> Response {
    let named = uri.path().split('/').nth(1).and_then(Lang::parse);
    let lang = named.unwrap_or_else(|| asked_language(asked));
    Trouble::NotFound.respond(portal.frame(lang, Part::Elsewhere, own_path(uri)))
}
