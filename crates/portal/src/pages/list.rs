//! The list of all advisories: does anything concern what I run?

use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::http::header::LOCATION;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use formats::{AdvisoryNumber, AdvisorySummary, Localized, Severity};
use jiff::civil::Date;
use ui::numbers::grouped;
use ui::{Choice, Form, Frame, Lang, Query};

use super::Asked;
use super::words::{Line, language};
use crate::PortalState;
use crate::answer::page;
use crate::index::{Entry, Filter, Found, Sort, fold};
use crate::state::Part;

/// Advisories on a page.
const PER_PAGE: usize = 25;
/// Characters of a search that are read.
const WORDS_MAX: usize = 200;
/// Names of products shown in a line.
const NAMES: usize = 3;

/// An advisory in a list.
pub(crate) struct Row<'a> {
    pub(crate) href: String,
    pub(crate) number: String,
    pub(crate) title: Line<'a>,
    pub(crate) names: Vec<Line<'a>>,
    pub(crate) more_names: usize,
    pub(crate) tenths: Option<u8>,
    pub(crate) critical: bool,
    pub(crate) stop_using: bool,
    pub(crate) published_on: Date,
    pub(crate) updated_on: Date,
    pub(crate) revision: u32,
}

impl<'a> Row<'a> {
    pub(crate) fn of(lang: Lang, entry: &'a Entry) -> Self {
        let summary = &entry.summary;
        let names = names(summary);
        Row {
            href: format!("/{}/advisories/{}", lang.tag(), summary.id.slug()),
            number: summary.id.shown(),
            title: Line::of(lang, &summary.title),
            names: names.iter().take(NAMES).map(|name| Line::of(lang, name)).collect(),
            more_names: names.len().saturating_sub(NAMES),
            tenths: summary.score.map(|score| score.tenths()),
            critical: summary.critical,
            stop_using: summary.stop_using,
            published_on: entry.published_on,
            updated_on: entry.updated_on,
            revision: summary.revision,
        }
    }
}

/// What a line names: the affected products, or the vendors while no product is named.
fn names(summary: &AdvisorySummary) -> &[Localized] {
    if summary.products.is_empty() { &summary.vendors } else { &summary.products }
}

#[derive(Template)]
#[template(path = "portal/list.html")]
struct ListPage<'a> {
    frame: Frame,
    style: &'static str,
    query: Query,
    heads: Query,
    form: Form,
    severities: Vec<Choice>,
    years: Vec<Choice>,
    sort: &'static str,
    tags: Vec<(String, String)>,
    rows: Vec<Row<'a>>,
    page: usize,
    found: usize,
    total: usize,
}

impl ListPage<'_> {
    fn per_page(&self) -> usize {
        PER_PAGE
    }
}

/// The list. A number that is searched for leads to its page.
pub(crate) async fn show(
    State(portal): State<PortalState>,
    Extension(lang): Extension<Lang>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let asked = Asked::new(lang, &uri, headers);
    let snapshot = portal.tree().snapshot();
    let words = asked.query.get("q").unwrap_or_default().trim();
    if let Ok(id) = words.parse::<AdvisoryNumber>()
        && snapshot.index.get(&id).is_some()
    {
        return (StatusCode::SEE_OTHER, [(LOCATION, portal.advisory_path(lang, &id))]).into_response();
    }
    let filter = filter(&asked.query);
    let found = snapshot.index.find(&filter);
    let last = found.len().div_ceil(PER_PAGE).max(1);
    let number = asked.query.get("page").and_then(|page| page.parse().ok()).unwrap_or(1).clamp(1, last);
    let rows = snapshot.index.page(&found, number, PER_PAGE).map(|entry| Row::of(lang, entry));
    let list = ListPage {
        frame: portal.frame(lang, Part::Advisories, asked.path()),
        style: super::style_url(),
        heads: sorted(&asked.query, filter.sort),
        query: asked.query.clone(),
        form: form(&asked.query, &filter, lang),
        severities: severities(&found, lang),
        years: years(&found, &filter, lang),
        sort: if filter.sort == Sort::default() { "" } else { filter.sort.name() },
        tags: tags(&asked.query, &filter, lang),
        rows: rows.collect(),
        page: number,
        found: found.len(),
        total: snapshot.index.entries().len(),
    };
    page(&list, &asked.headers)
}

/// What the query asks for. What it does not make sense of is left out.
fn filter(query: &Query) -> Filter {
    let text: String = query.get("q").unwrap_or_default().chars().take(WORDS_MAX).collect();
    let severity = query.get("severity");
    Filter {
        words: fold(&text).split_whitespace().map(str::to_owned).collect(),
        severity: Severity::ALL.into_iter().find(|one| Some(severity_name(*one)) == severity),
        year: query.get("year").and_then(|year| year.parse().ok()),
        sort: query.get("sort").and_then(Sort::parse).unwrap_or_default(),
    }
}

/// The query with its order said, so that the head of the column shows it.
fn sorted(query: &Query, sort: Sort) -> Query {
    Query::parse(&query.with("sort", sort.name()))
}

fn form(query: &Query, filter: &Filter, lang: Lang) -> Form {
    let text: String = query.get("q").unwrap_or_default().chars().take(WORDS_MAX).collect();
    let severity = filter.severity.map_or("", severity_name);
    let year = filter.year.map_or_else(String::new, |year| year.to_string());
    Form::new(lang).filled([("q", text.as_str()), ("severity", severity), ("year", year.as_str())])
}

fn severities(found: &Found, lang: Lang) -> Vec<Choice> {
    let any = Choice::new("", lang.t("portal-list-any"));
    let worst_first = Severity::ALL.into_iter().rev();
    let counted = worst_first.map(|severity| {
        let count = found.severities.get(&severity).copied().unwrap_or_default();
        Choice::new(severity_name(severity), counted(severity.word(language(lang)), count, lang))
    });
    std::iter::once(any).chain(counted).collect()
}

fn years(found: &Found, filter: &Filter, lang: Lang) -> Vec<Choice> {
    let any = Choice::new("", lang.t("portal-list-any"));
    let mut years: Vec<(i16, usize)> = found.years.iter().map(|(year, count)| (year.0, *count)).collect();
    if let Some(year) = filter.year.filter(|year| !years.iter().any(|(found, _)| found == year)) {
        years.push((year, 0));
    }
    let counted =
        years.into_iter().map(|(year, count)| Choice::new(year, counted(&year_word(year, lang), count, lang)));
    std::iter::once(any).chain(counted).collect()
}

fn counted(word: &str, count: usize, lang: Lang) -> String {
    let count = grouped(i64::try_from(count).unwrap_or(i64::MAX));
    match lang {
        Lang::Ja => format!("{word}（{count}）"),
        Lang::En => format!("{word} ({count})"),
    }
}

fn year_word(year: i16, lang: Lang) -> String {
    match lang {
        Lang::Ja => format!("{year}年"),
        Lang::En => year.to_string(),
    }
}

/// The filters in force: their words, and the address without each.
fn tags(query: &Query, filter: &Filter, lang: Lang) -> Vec<(String, String)> {
    let first_page = Query::parse(&query.without("page"));
    let mut tags = Vec::new();
    if !filter.words.is_empty() {
        tags.push((query.get("q").unwrap_or_default().chars().take(WORDS_MAX).collect(), first_page.without("q")));
    }
    if let Some(severity) = filter.severity {
        tags.push((severity.word(language(lang)).to_owned(), first_page.without("severity")));
    }
    if let Some(year) = filter.year {
        tags.push((year_word(year, lang), first_page.without("year")));
    }
    tags
}

/// The name as in the query `severity=…`.
const fn severity_name(severity: Severity) -> &'static str {
    match severity {
        Severity::None => "none",
        Severity::Low => "low",
        Severity::Medium => "medium",
        Severity::High => "high",
        Severity::Critical => "critical",
    }
}
