//! `/cvesearch?cveId=CVE-…`, as JVN iPedia has it: leads to the one advisory of a CVE number, or to what there is.

use axum::extract::State;
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use ui::Query;

use super::own_path;
use crate::PortalState;
use crate::answer::{asked_language, lead_by_language};

/// Characters of a number that are read.
const NUMBER_MAX: usize = 30;

/// The advisory of a CVE number; the list of them when there are several, and the list that says so when there is none.
pub(crate) async fn search(State(portal): State<PortalState>, uri: Uri, headers: HeaderMap) -> Response {
    let query = Query::parse(&own_path(&uri));
    let cve: String = query.get("cveId").unwrap_or_default().trim().chars().take(NUMBER_MAX).collect();
    let lang = asked_language(&headers);
    let snapshot = portal.tree().snapshot();
    let names = |named: &String| named.eq_ignore_ascii_case(&cve);
    let mut found = snapshot.index.entries().iter().filter(|entry| entry.summary.cves.iter().any(names));
    let to = match (found.next(), found.next()) {
        (Some(only), None) => portal.advisory_path(lang, &only.summary.id),
        _ => Query::new(format!("/{}/advisories", lang.tag())).and("q", cve).to_string(),
    };
    lead_by_language(&to)
}
