//! The same search over the advisories of others: at an address of its own, as their list has one.

use axum::http::StatusCode;
use axum::http::header::{HeaderValue, LOCATION};
use axum::response::{IntoResponse, Response};
use formats::AdvisoryNumber;
use formats::document::SourceFormat;
use formats::imported::{Line, Origin};
use search::Question;
use serde::Serialize;
use serde_json::{Map, Value, json};
use ui::{Lang, Query};

use super::{Answer, Elsewhere, Place, asked_language, found, json_of};
use crate::PortalState;
use crate::pages::imported::{file_path, is_complete, is_csaf, path};
use crate::searching::asked;
use crate::visit::Visit;

/// Where it is asked.
const PATH: &str = "/api/imported";

/// An advisory of somebody else.
#[derive(Serialize)]
struct Hit {
    source: Origin,
    id: String,
    format: SourceFormat,
    /// What lists show of it. Its number inside and how often it was taken in say nothing to anybody else.
    #[serde(flatten)]
    summary: Map<String, Value>,
    url: String,
    original: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    csaf: Option<String>,
}

/// The answer.
pub(super) async fn search(visit: Visit) -> Response {
    visit.beside(|visit| json_of(&answer(&visit.portal, &visit.query))).await
}

/// Blocks while lines are read.
fn answer(portal: &PortalState, query: &Query) -> Answer<Hit> {
    let question = asked::question(query);
    let (held, ready) = (portal.imported().held(), portal.imported_search());
    let lang = query.get("lang").and_then(Lang::parse).unwrap_or(Lang::Ja);
    let hit = |id: &AdvisoryNumber| Some(Hit::of(portal, lang, portal.imported().line(held.get(id)?)?));
    let mut answer = found(portal, query, &question, &ready, &Place { api: PATH, list: "imported" }, hit);
    answer.complete = is_complete(&ready, &held);
    let source = |(key, count): &(String, usize)| {
        let name = held.origin(key).map_or(key.as_str(), |origin| origin.name.as_str());
        json!({"value": key, "name": name, "count": count})
    };
    answer.counts.source = ready.find(&question).counts.sources.iter().map(source).collect();
    answer
}

impl Hit {
    fn of(portal: &PortalState, lang: Lang, line: Line) -> Self {
        let summary = serde_json::to_value(&line.summary).ok().and_then(|value| value.as_object().cloned());
        let mut summary = summary.unwrap_or_default();
        summary.remove("id");
        summary.remove("revision");
        Hit {
            url: portal.url(&path(lang, &line)),
            original: portal.url(&file_path(&line, "original")),
            csaf: is_csaf(line.format).then(|| portal.url(&file_path(&line, "csaf"))),
            source: line.origin,
            id: line.id,
            format: line.format,
            summary,
        }
    }
}

/// How many advisories of others a question finds; nothing where there are none at all.
pub(super) fn elsewhere(portal: &PortalState, query: &Query, question: &Question) -> Option<Elsewhere> {
    let held = portal.imported().held();
    (held.total() > 0)
        .then(|| Elsewhere { total: portal.imported_search().find(question).len(), url: portal.url(&address(query)) })
}

/// Leads a question for a source from our own search to this one.
pub(super) fn lead(query: &Query) -> Response {
    match HeaderValue::try_from(address(query)) {
        Ok(to) => (StatusCode::SEE_OTHER, [(LOCATION, to)]).into_response(),
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}

fn address(query: &Query) -> String {
    asked::at(PATH, query).and("lang", asked_language(query).tag()).to_string()
}
