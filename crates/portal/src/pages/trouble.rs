//! What is shown where there is nothing.

use axum::response::Response;
use formats::AdvisoryNumber;

use crate::answer::lead_by_language;
use crate::visit::Visit;

/// The number of an advisory leads to its page; anything else is not there.
pub(crate) async fn fallback(visit: Visit) -> Response {
    let number = visit.uri.path().trim_matches('/').replace("%23", "#").parse::<AdvisoryNumber>();
    match number {
        Ok(id) if visit.portal.tree().snapshot().index.get(&id).is_some() => {
            lead_by_language(&visit.portal.advisory_path(visit.lang, &id))
        }
        _ => visit.not_found(),
    }
}
