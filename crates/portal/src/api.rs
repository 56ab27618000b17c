//! The search for machines: as JSON, as an Atom feed, and the description of all of it (OpenAPI).

mod imported;

use std::sync::LazyLock;

use axum::Router;
use axum::extract::State;
use axum::http::header::CACHE_CONTROL;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use formats::{AdvisoryNumber, AdvisorySummary, Language, Localized, Severity, atom};
use search::{Found, Question, Searched, Sort};
use serde::Serialize;
use serde_json::{Value, json};
use ui::{Lang, Query};

use crate::PortalState;
use crate::answer::{self, KEEP, tagged};
use crate::files::open_to_all;
use crate::pages::words::language;
use crate::searching::Ready;
use crate::searching::asked::{self, severity_name, status_name};
use crate::visit::Visit;

/// Advisories on a page when nothing is said.
const PER_PAGE: usize = 25;
/// Most advisories on a page.
const PER_PAGE_MAX: usize = 100;
/// Entries of a feed.
const ENTRIES: usize = 50;

/// The routes.
pub(crate) fn routes() -> Router<PortalState> {
    let mut router = Router::new()
        .route("/api/search", get(search))
        .route("/api/imported", get(imported::search))
        .route("/api/openapi.json", get(openapi));
    for lang in Lang::ALL {
        router = router.route(&format!("/{}/advisories.atom", lang.tag()), get(feed));
    }
    router
}

/// What a search found.
#[derive(Serialize)]
struct Answer<H> {
    total: usize,
    page: usize,
    pages: usize,
    per_page: usize,
    sort: &'static str,
    /// Whether names count that are only nearly like a word, because nothing has the word itself.
    nearly: bool,
    /// Whether everything that there is has been read already.
    complete: bool,
    results: Vec<H>,
    counts: Counted,
    next: Option<String>,
    html: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    atom: Option<String>,
    /// What the same question finds among the advisories of others, where there are any.
    #[serde(skip_serializing_if = "Option::is_none")]
    imported: Option<Elsewhere>,
}

/// How many there are elsewhere, and where they can be asked for.
#[derive(Serialize)]
struct Elsewhere {
    total: usize,
    url: String,
}

/// An advisory as the list of summaries has it, with its addresses.
#[derive(Serialize)]
struct Hit {
    #[serde(flatten)]
    summary: AdvisorySummary,
    url: String,
    document: String,
}

/// How many there would be with other values of the filters.
#[derive(Serialize)]
struct Counted {
    severity: Vec<Value>,
    vendor: Vec<Value>,
    year: Vec<Value>,
    cwe: Vec<Value>,
    status: Vec<Value>,
    /// Whose they are, of the advisories of others.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    source: Vec<Value>,
}

/// Where a search is asked, and where people see the same.
struct Place {
    api: &'static str,
    list: &'static str,
}

async fn search(visit: Visit) -> Response {
    visit
        .beside(|visit| {
            let question = asked::question(&visit.query);
            if question.source.is_some() {
                return imported::lead(&visit.query);
            }
            json_of(&answer(&visit.portal, &visit.query, &question))
        })
        .await
}

fn json_of(answer: &impl Serialize) -> Response {
    open_to_all(([(CACHE_CONTROL, KEEP)], axum::Json(answer)).into_response())
}

fn answer(portal: &PortalState, query: &Query, question: &Question) -> Answer<Hit> {
    let language = asked_language(query);
    let (snapshot, ready) = (portal.tree().snapshot(), portal.search());
    let hit = |id: &AdvisoryNumber| {
        let summary = snapshot.index.find(id)?.summary.clone();
        Some(Hit {
            url: portal.page(language, &summary.id),
            document: portal.url(&format!("advisories/{}/{}/document.json", summary.id.slug(), summary.revision)),
            summary,
        })
    };
    let mut answer = found(portal, query, question, &ready, &Place { api: "/api/search", list: "advisories" }, hit);
    let feed = format!("/{}/advisories.atom", language.tag());
    answer.atom = Some(portal.url(&asked::at(&feed, query).to_string()));
    answer.imported = imported::elsewhere(portal, query, question);
    answer
}

fn asked_language(query: &Query) -> Language {
    language(query.get("lang").and_then(Lang::parse).unwrap_or(Lang::Ja))
}

/// What a question finds, a page of it.
fn found<H>(
    portal: &PortalState,
    query: &Query,
    question: &Question,
    ready: &Ready,
    place: &Place,
    hit: impl Fn(&AdvisoryNumber) -> Option<H>,
) -> Answer<H> {
    let language = asked_language(query);
    let found = ready.find(question);
    let per_page = query.get("per_page").and_then(|count| count.parse().ok()).unwrap_or(PER_PAGE);
    let per_page = per_page.clamp(1, PER_PAGE_MAX);
    let pages = found.len().div_ceil(per_page).max(1);
    let page = query.get("page").and_then(|page| page.parse().ok()).unwrap_or(1_usize).max(1);
    let next = asked::at(place.api, query).and("lang", language.tag()).and("per_page", per_page);
    let list = format!("/{}/{}", language.tag(), place.list);
    Answer {
        total: found.len(),
        page,
        pages,
        per_page,
        sort: question.sort.name(),
        nearly: found.nearly && !found.is_empty(),
        complete: ready.complete,
        results: ready.searched.page(&found, page, per_page).filter_map(hit).collect(),
        counts: counted(&ready.searched, &found, language),
        next: (page < pages).then(|| portal.url(&next.with("page", page + 1))),
        html: portal.url(&asked::at(&list, query).to_string()),
        atom: None,
        imported: None,
    }
}

fn counted(searched: &Searched, found: &Found, language: Language) -> Counted {
    let counts = &found.counts;
    let severity = |(severity, count): (&Severity, &usize)| json!({"value": severity_name(*severity), "count": count});
    let vendor = |(place, count): &(u32, usize)| {
        let vendor = searched.names().get(*place)?;
        Some(json!({"value": vendor.slug, "name": vendor.shown(language), "count": count}))
    };
    Counted {
        severity: counts.severities.iter().rev().map(severity).collect(),
        vendor: counts.vendors.iter().filter_map(vendor).collect(),
        year: counts.years.iter().map(|(year, count)| json!({"value": year.0, "count": count})).collect(),
        cwe: counts.cwes.iter().map(|(cwe, count)| json!({"value": cwe, "count": count})).collect(),
        status: counts
            .statuses
            .iter()
            .map(|(status, count)| json!({"value": status_name(*status), "count": count}))
            .collect(),
        source: Vec::new(),
    }
}

/// The newest changes that a search finds, as Atom.
async fn feed(visit: Visit) -> Response {
    visit
        .beside(|visit| {
            let text = atom(&visit.portal, &visit.query, visit.lang);
            let tag = answer::tag(&text);
            open_to_all(tagged(&visit.headers, tag, "application/atom+xml; charset=utf-8", text.into()))
        })
        .await
}

fn atom(portal: &PortalState, query: &Query, lang: Lang) -> String {
    let language = language(lang);
    let (snapshot, ready) = (portal.tree().snapshot(), portal.search());
    // A feed is read for what is new, whatever order the page has.
    let question = Question { sort: Sort::Updated, ..asked::question(query) };
    let found = ready.find(&question);
    let entries: Vec<_> = ready.searched.page(&found, 1, ENTRIES).filter_map(|id| snapshot.index.find(id)).collect();
    let own = portal.url(&asked::at(&format!("{}/advisories.atom", lang.tag()), query).to_string());
    let said = (!question.words.is_empty()).then(|| question.words.join(" "));
    let feed = atom::Feed {
        id: own.clone(),
        title: match said {
            Some(words) => format!("{} - {words}", portal.name(language)),
            None => portal.name(language).to_owned(),
        },
        language,
        updated: entries.iter().map(|entry| entry.summary.updated_at).max().unwrap_or_default(),
        own: Some(own),
        page: portal.url(&asked::at(&format!("{}/advisories", lang.tag()), query).to_string()),
        author: (portal.operator(language).to_owned(), portal.url("")),
        entries: entries.iter().map(|listed| entry(portal, &listed.summary, language)).collect(),
        ..atom::Feed::default()
    };
    feed.write()
}

fn entry(portal: &PortalState, summary: &AdvisorySummary, language: Language) -> atom::Entry {
    let link = portal.page(language, &summary.id);
    let texts = portal.tree().texts(&summary.id, summary.revision).unwrap_or_default();
    let word = |severity: Severity| (severity.word(Language::En).to_owned(), severity.word(Language::Ja).to_owned());
    let said = |text: &Localized| text.get(language).to_owned();
    atom::Entry {
        id: link.clone(),
        title: said(&summary.title),
        summary: said(&texts.overview),
        link: Some(link),
        published: Some(summary.published_at),
        updated: summary.updated_at,
        category: summary.severity.map(word),
        items: Vec::new(),
    }
}

/// The description of everything that machines can ask, in English, with `x-ja-…` beside each sentence for people.
pub(crate) fn description() -> &'static Value {
    static DESCRIPTION: LazyLock<Value> =
        LazyLock::new(|| serde_json::from_str(include_str!("../assets/openapi.json")).unwrap_or_default());
    &DESCRIPTION
}

async fn openapi(State(portal): State<PortalState>) -> Response {
    let mut description = description().clone();
    description["info"]["title"] = portal.name(Language::En).into();
    description["servers"] = json!([{"url": portal.url("").trim_end_matches('/')}]);
    open_to_all(([(CACHE_CONTROL, KEEP)], axum::Json(description)).into_response())
}
