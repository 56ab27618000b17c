//! The advisories of others: their list, and the files of each. Their pages are [`super::advisory::imported`].

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderValue, LOCATION,
};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use formats::csaf::carry::carry;
use formats::document::SourceFormat;
use formats::imported::{Line, Origin};
use formats::number::csaf_file_name;
use search::{Found, Question};
use ui::{Choice, Form, Frame, Lang, Query};

use super::facets::{self, Facet, Value};
use super::list::{self, Row};
use super::marked::Marked;
use super::segment;
use crate::PortalState;
use crate::answer::KEEP;
use crate::files::open_to_all;
use crate::imported::Held;
use crate::index::Entry;
use crate::searching::{Ready, asked};
use crate::state::Part;
use crate::tree::Texts;
use crate::visit::Visit;

/// Advisories on a page.
const PER_PAGE: usize = 25;

/// The list in one language.
pub(crate) fn routes(lang: Lang) -> Router<PortalState> {
    let at = |path: &str| format!("/{}/imported{path}", lang.tag());
    Router::new().route(&at(""), get(show)).route(&at("/{source}/{id}"), get(super::advisory::imported::show))
}

/// The files, which are the same in every language.
pub(crate) fn files() -> Router<PortalState> {
    Router::new()
        .route("/imported/{source}/{id}/original", get(original))
        .route("/imported/{source}/{id}/csaf", get(csaf))
}

/// The path of an imported advisory's page.
pub(crate) fn path(lang: Lang, line: &Line) -> String {
    format!("/{}/imported/{}/{}", lang.tag(), segment(&line.origin.key), escaped(&line.id))
}

/// The path of a file of it.
pub(crate) fn file_path(line: &Line, name: &str) -> String {
    format!("/imported/{}/{}/{name}", segment(&line.origin.key), escaped(&line.id))
}

/// A part of a path as it stands in an address: here a blank is no plus.
fn escaped(text: &str) -> String {
    segment(text).replace('+', "%20")
}

#[derive(Template)]
#[template(path = "portal/imported-list.html")]
struct ListPage {
    frame: Frame,
    style: &'static str,
    query: Query,
    heads: Query,
    form: Form,
    sorts: Vec<Choice>,
    kept: Vec<(&'static str, String)>,
    more: bool,
    tags: Vec<(String, String)>,
    facets: Vec<Facet>,
    rows: Vec<Row>,
    page: usize,
    found: usize,
    total: usize,
    nearly: bool,
    complete: bool,
    own: String,
    json: String,
}

impl ListPage {
    fn pages(&self) -> ui::list::Pages {
        ui::pages(&self.frame, &self.query, self.page, PER_PAGE, self.found)
    }
}

/// How many imported advisories a question finds, and the filter of their sources for another list.
pub(crate) fn beside(portal: &PortalState, query: &Query, question: &Question, lang: Lang) -> Option<(usize, Facet)> {
    let held = portal.imported().held();
    if held.total() == 0 {
        return None;
    }
    let found = portal.imported_search().find(question);
    let list = Query::parse(&asked::at(&format!("/{}/imported", lang.tag()), query).without("source"));
    Some((found.len(), sources(&held, &found, &list, None, lang)))
}

/// Whether all of them have been read. Before the first of them has been, finding none says nothing.
pub(crate) fn is_complete(ready: &Ready, held: &Held) -> bool {
    ready.complete && (ready.searched.total() > 0 || held.total() == 0)
}

/// The same question to this list.
pub(crate) fn address(query: &Query, lang: Lang) -> String {
    asked::at(&format!("/{}/imported", lang.tag()), query).to_string()
}

/// The filter of sources.
fn sources(held: &Held, found: &Found, query: &Query, chosen: Option<&str>, lang: Lang) -> Facet {
    let first_page = Query::parse(&query.without("page"));
    let value = |(key, count): &(String, usize)| {
        let is_chosen = chosen == Some(key.as_str());
        Value {
            label: held.origin(key).map_or_else(|| key.clone(), |origin| origin.name.clone()),
            href: if is_chosen { first_page.without("source") } else { first_page.with("source", key) },
            count: ui::numbers::grouped(i64::try_from(*count).unwrap_or(i64::MAX)),
            chosen: is_chosen,
        }
    };
    Facet {
        name: "source",
        label: lang.t("portal-facet-source").into_owned(),
        values: found.counts.sources.iter().map(value).collect(),
    }
}

/// The list.
async fn show(visit: Visit) -> Response {
    visit.beside(written).await
}

fn written(visit: &Visit) -> Response {
    let (portal, lang) = (&visit.portal, visit.lang);
    let query = &asked::at(&format!("/{}/imported", lang.tag()), &visit.query);
    let question = asked::question(query);
    let (held, ready) = (portal.imported().held(), portal.imported_search());
    let found = ready.find(&question);
    let number = asked::page(&visit.query, found.len().div_ceil(PER_PAGE));
    let items = ready.searched.page(&found, number, PER_PAGE).filter_map(|id| held.get(id));
    let lines: Vec<(Line, Entry, Option<Texts>)> = items
        .filter_map(|item| {
            let line = portal.imported().line(item)?;
            let texts = (!question.words.is_empty()).then(|| portal.imported().read(item, &line)).flatten();
            let entry = portal.entry(line.summary.clone());
            Some((line, entry, texts.map(|import| texts_of(import.document))))
        })
        .collect();
    let mut filters = facets::facets(&ready.searched, &found, query, &question, lang);
    filters.insert(0, sources(&held, &found, query, question.source.as_deref(), lang));
    let mut tags = facets::tags(&ready.searched, query, &question, lang);
    tags.extend(question.source.as_ref().map(|key| {
        let name = held.origin(key).map_or_else(|| key.clone(), |origin: &Origin| origin.name.clone());
        (name, Query::parse(&query.without("page")).without("source"))
    }));
    let list = ListPage {
        frame: visit.frame(Part::Advisories),
        style: super::style_url(),
        heads: Query::parse(&query.with("sort", question.sort.name())),
        query: query.clone(),
        form: list::form(query, &question, lang),
        sorts: list::sorts(&question, lang),
        kept: list::kept(&question),
        more: question.from.is_some() || question.to.is_some(),
        tags,
        facets: filters,
        rows: lines.iter().map(|(line, entry, texts)| row(lang, line, entry, texts.as_ref(), &question)).collect(),
        page: number,
        found: found.len(),
        total: held.total(),
        nearly: found.nearly && !found.is_empty(),
        complete: is_complete(&ready, &held),
        json: asked::at("/api/imported", query).and("lang", lang.tag()).to_string(),
        own: Query::parse(&asked::at(&format!("/{}/advisories", lang.tag()), query).to_string()).without("source"),
    };
    visit.page(&list)
}

fn row(lang: Lang, line: &Line, entry: &Entry, texts: Option<&Texts>, question: &Question) -> Row {
    let changed = entry.updated_on != entry.published_on;
    Row {
        href: path(lang, line),
        number: format!("{}  {}", line.origin.name, line.id),
        title: Marked::of(lang, &entry.summary.title, &question.words),
        snippet: texts.and_then(|texts| Marked::snippet(lang, texts, &question.words)),
        revision: if changed { 2 } else { 1 },
        ..Row::of(lang, entry)
    }
}

fn texts_of(document: formats::PublicDocument) -> Texts {
    Texts {
        overview: document.overview,
        impact: document.impact,
        details: document.details,
        solution: crate::tree::SolutionText { text: document.solution.text },
        supplementary: document.supplementary,
        vendors: Vec::new(),
    }
}

/// The bytes as they were taken in.
async fn original(visit: Visit, Path(named): Path<(String, String)>) -> Response {
    visit.beside(move |visit| made_of_original(visit, &named, |bytes, _| Some(bytes))).await
}

/// A CSAF document written again, as `docs/csaf-differences.md` says.
async fn csaf(visit: Visit, Path(named): Path<(String, String)>) -> Response {
    visit
        .beside(move |visit| {
            made_of_original(visit, &named, |bytes, line| {
                let value = is_csaf(line.format).then(|| serde_json::from_slice(&bytes).ok())??;
                Some(carry(&value)?.json.into_bytes())
            })
        })
        .await
}

/// A file that is made of the original of an advisory; `named` is its source and its id there.
fn made_of_original(
    visit: &Visit,
    (source, id): &(String, String),
    make: impl FnOnce(Vec<u8>, &Line) -> Option<Vec<u8>>,
) -> Response {
    let imported = visit.portal.imported();
    let found = imported.held().find(source, id).and_then(|item| {
        let line = imported.line(item)?;
        Some((make(imported.original(item, &line)?, &line)?, line))
    });
    match found {
        Some((bytes, line)) => file(bytes, &line),
        None => visit.not_found(),
    }
}

/// Whether a format is CSAF.
pub(crate) const fn is_csaf(format: SourceFormat) -> bool {
    matches!(format, SourceFormat::Csaf20 | SourceFormat::Csaf21)
}

/// Somebody else's bytes go into a file, never onto a page of ours: what they hold may be made to run.
fn file(bytes: Vec<u8>, line: &Line) -> Response {
    let (media_type, ending) = match line.format {
        SourceFormat::Vuldef => ("application/xml", ".xml"),
        _ => ("application/json", ".json"),
    };
    let name = csaf_file_name(&line.id);
    let name = format!("attachment; filename=\"{}{ending}\"", name.trim_end_matches(".json"));
    let name = HeaderValue::try_from(name).unwrap_or(HeaderValue::from_static("attachment"));
    let sandbox = HeaderValue::from_static("default-src 'none'; sandbox");
    let content = [(CONTENT_TYPE, HeaderValue::from_static(media_type)), (CACHE_CONTROL, KEEP)];
    open_to_all((content, [(CONTENT_DISPOSITION, name), (CONTENT_SECURITY_POLICY, sandbox)], bytes).into_response())
}

/// Leads a question for a source from the list of our own to this one.
pub(crate) fn lead(asked_for: &Query, lang: Lang) -> Response {
    match HeaderValue::try_from(address(asked_for, lang)) {
        Ok(to) => (StatusCode::SEE_OTHER, [(LOCATION, to)]).into_response(),
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}
