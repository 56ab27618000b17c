//! Addresses as JVN iPedia has them: `/cvesearch?cveId=CVE-…` leads to the one advisory of a CVE number, or to what there
//! is; `/ja/contents/2026/JVNDB-2026-000051.html` to the advisory of a number in the catalogue.

use axum::extract::Path;
use axum::response::Response;
use ui::Query;

use crate::answer::{lead_by_language, lead_for_good};
use crate::visit::Visit;

/// Characters of a number that are read.
const NUMBER_MAX: usize = 30;

/// The advisory of a CVE number; the list of them when there are several, and the list that says so when there is none.
pub(crate) async fn search(visit: Visit) -> Response {
    let (portal, lang) = (&visit.portal, visit.lang);
    let cve: String = visit.query.get("cveId").unwrap_or_default().trim().chars().take(NUMBER_MAX).collect();
    let snapshot = portal.tree().snapshot();
    let mut found = snapshot.index.places().iter().filter(|place| place.is_about(&cve));
    let to = match (found.next(), found.next()) {
        (Some(only), None) => portal.advisory_path(lang, &only.id),
        _ => Query::new(format!("/{}/advisories", lang.tag())).and("q", cve).to_string(),
    };
    lead_by_language(&to)
}

/// The advisory of a number in the catalogue.
pub(crate) async fn contents(visit: Visit, Path((_, name)): Path<(String, String)>) -> Response {
    visit
        .beside(move |visit| {
            let portal = &visit.portal;
            match portal.catalogue().get(name.trim_end_matches(".html")) {
                Some(listed) => lead_for_good(&portal.advisory_path(visit.lang, &listed.record.number)),
                None => visit.not_found(),
            }
        })
        .await
}
