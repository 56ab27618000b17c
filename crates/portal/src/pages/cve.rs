//! Addresses as JVN iPedia has them: `/cvesearch?cveId=CVE-…` leads to the one advisory of a CVE number, or to what there
//! is; `/ja/contents/2026/JVNDB-2026-000051.html` to the advisory of a number in the catalogue.

use axum::Extension;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use ui::{Lang, Query};

use super::{own_path, trouble};
use crate::PortalState;
use crate::answer::{asked_language, lead_by_language, lead_for_good};

/// Characters of a number that are read.
const NUMBER_MAX: usize = 30;

/// The advisory of a CVE number; the list of them when there are several, and the list that says so when there is none.
pub(crate) async fn search(State(portal): State<PortalState>, uri: Uri, headers: HeaderMap) -> Response {
    let query = Query::parse(&own_path(&uri));
    let cve: String = query.get("cveId").unwrap_or_default().trim().chars().take(NUMBER_MAX).collect();
    let lang = asked_language(&headers);
    let snapshot = portal.tree().snapshot();
    let mut found = snapshot.index.places().iter().filter(|place| place.is_about(&cve));
    let to = match (found.next(), found.next()) {
        (Some(only), None) => portal.advisory_path(lang, &only.id),
        _ => Query::new(format!("/{}/advisories", lang.tag())).and("q", cve).to_string(),
    };
    lead_by_language(&to)
}

/// The advisory of a number in the catalogue.
pub(crate) async fn contents(
    State(portal): State<PortalState>,
    Extension(lang): Extension<Lang>,
    Path((_, name)): Path<(String, String)>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let worker = portal.clone();
    let entry = name.trim_end_matches(".html").to_owned();
    let found = move || worker.catalogue().get(&entry).map(|listed| listed.record.number.clone());
    match tokio::task::spawn_blocking(found).await.ok().flatten() {
        Some(number) => lead_for_good(&portal.advisory_path(lang, &number)),
        None => trouble::not_found(&portal, &uri, &headers),
    }
}
