//! The list of all advisories: does anything concern what I run?

use askama::Template;
use axum::http::StatusCode;
use axum::http::header::LOCATION;
use axum::response::{IntoResponse, Response};
use formats::{AdvisoryNumber, AdvisorySummary, Localized};
use jiff::civil::Date;
use search::text::fold;
use search::{Question, Searched, Sort};
use ui::{Choice, Form, Frame, Lang, Query};

use super::facets::{self, Facet};
use super::imported;
use super::marked::Marked;
use super::words::{Line, language};
use crate::PortalState;
use crate::index::Entry;
use crate::searching::asked;
use crate::state::Part;
use crate::visit::Visit;

/// Advisories on a page.
const PER_PAGE: usize = 25;
/// Names of products shown in a line.
const NAMES: usize = 3;

/// An advisory in a list.
pub(crate) struct Row {
    pub(crate) href: String,
    pub(crate) number: String,
    pub(crate) title: Marked,
    pub(crate) names: Vec<Line<'static>>,
    pub(crate) more_names: usize,
    pub(crate) snippet: Option<Marked>,
    pub(crate) tenths: Option<u8>,
    pub(crate) critical: bool,
    pub(crate) stop_using: bool,
    pub(crate) withdrawn: bool,
    pub(crate) published_on: Date,
    pub(crate) updated_on: Date,
    pub(crate) revision: u32,
}

impl Row {
    pub(crate) fn of(lang: Lang, entry: &Entry) -> Self {
        let summary = &entry.summary;
        let names = names(summary);
        Row {
            href: format!("/{}/advisories/{}", lang.tag(), summary.id.slug()),
            number: summary.id.shown(),
            title: Marked::of(lang, &summary.title, &[]),
            names: names.iter().take(NAMES).map(|name| Line::of(lang, name).owned()).collect(),
            more_names: names.len().saturating_sub(NAMES),
            snippet: None,
            tenths: summary.score.map(|score| score.tenths()),
            critical: summary.critical,
            stop_using: summary.stop_using,
            withdrawn: summary.withdrawn,
            published_on: entry.published_on,
            updated_on: entry.updated_on,
            revision: summary.revision,
        }
    }

    /// The same with what was found in it. Reads its document where the row itself does not show it.
    fn found(portal: &PortalState, lang: Lang, entry: &Entry, words: &[String]) -> Self {
        let mut row = Row::of(lang, entry);
        if words.is_empty() {
            return row;
        }
        row.title = Marked::of(lang, &entry.summary.title, words);
        if !row.shows(lang, entry, words) {
            let texts = portal.tree().texts(&entry.summary.id, entry.summary.revision);
            row.snippet = texts.and_then(|texts| Marked::snippet(lang, &texts, words));
        }
        row
    }

    /// Whether number, title and names have all of the words.
    fn shows(&self, lang: Lang, entry: &Entry, words: &[String]) -> bool {
        let names = self.names.iter().map(Line::text);
        let shown = [self.number.as_str(), entry.summary.title.get(language(lang))].into_iter().chain(names);
        let shown = fold(&shown.collect::<Vec<_>>().join("\n"));
        words.iter().all(|word| shown.contains(word.as_str()))
    }
}

/// What a line names: the affected products, or the vendors while no product is named.
fn names(summary: &AdvisorySummary) -> &[Localized] {
    if summary.products.is_empty() { &summary.vendors } else { &summary.products }
}

#[derive(Template)]
#[template(path = "portal/list.html")]
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
    /// How many advisories of others the same question finds, and where.
    imported: Option<(usize, String)>,
    atom: String,
    json: String,
    /// The same search, with its vendor by name: it is read in a mail.
    called: Query,
}

impl ListPage {
    fn pages(&self) -> ui::list::Pages {
        ui::pages(&self.frame, &self.query, self.page, PER_PAGE, self.found)
    }

    fn asks(&self) -> bool {
        !self.tags.is_empty()
    }

    /// Where somebody has what this search finds mailed.
    fn subscribe(&self) -> String {
        asked::at(&self.frame.href("/subscribe"), &self.called).to_string()
    }
}

/// The list. A number that is searched for leads to its page.
pub(crate) async fn show(visit: Visit) -> Response {
    let words = visit.query.get("q").unwrap_or_default().trim();
    if let Ok(id) = words.parse::<AdvisoryNumber>()
        && visit.portal.tree().snapshot().index.get(&id).is_some()
    {
        return (StatusCode::SEE_OTHER, [(LOCATION, visit.portal.advisory_path(visit.lang, &id))]).into_response();
    }
    visit.beside(written).await
}

/// The page. Blocks while documents are read.
fn written(visit: &Visit) -> Response {
    let (portal, lang) = (&visit.portal, visit.lang);
    // What every link on the page repeats is what was understood, however long the address was.
    let query = &asked::at(&format!("/{}/advisories", lang.tag()), &visit.query);
    let (snapshot, ready) = (portal.tree().snapshot(), portal.search());
    let question = asked::question(query);
    if question.source.is_some() {
        return imported::lead(query, lang);
    }
    let found = ready.find(&question);
    let elsewhere = imported::beside(portal, query, &question, lang);
    let number = asked::page(&visit.query, found.len().div_ceil(PER_PAGE));
    let ids = ready.searched.page(&found, number, PER_PAGE);
    let rows = ids.filter_map(|id| snapshot.index.find(id));
    let json = asked::at("/api/search", query).and("lang", lang.tag());
    let list = ListPage {
        frame: visit.frame(Part::Advisories),
        style: super::style_url(),
        heads: Query::parse(&query.with("sort", question.sort.name())),
        query: query.clone(),
        form: form(query, &question, lang),
        sorts: sorts(&question, lang),
        kept: kept(&question),
        more: question.from.is_some() || question.to.is_some(),
        tags: facets::tags(&ready.searched, query, &question, lang),
        imported: elsewhere
            .as_ref()
            .filter(|(count, _)| *count > 0)
            .map(|(count, _)| (*count, imported::address(query, lang))),
        facets: {
            let ours = facets::facets(&ready.searched, &found, query, &question, lang);
            elsewhere.into_iter().map(|(_, facet)| facet).filter(|facet| !facet.values.is_empty()).chain(ours).collect()
        },
        rows: rows.map(|entry| Row::found(portal, lang, &entry, &question.words)).collect(),
        page: number,
        found: found.len(),
        total: ready.searched.total(),
        nearly: found.nearly && !found.is_empty(),
        complete: ready.complete,
        atom: asked::at(&format!("/{}/advisories.atom", lang.tag()), query).to_string(),
        json: json.to_string(),
        called: called(&ready.searched, query, lang),
    };
    visit.page(&list)
}

/// A search with the name of its vendor instead of the word for addresses.
pub(super) fn called(searched: &Searched, query: &Query, lang: Lang) -> Query {
    let names = searched.names();
    let vendor = query.get("vendor").and_then(|slug| names.get(names.vendor(slug)?));
    vendor.map_or_else(|| query.clone(), |vendor| Query::parse(&query.with("vendor", vendor.shown(language(lang)))))
}

/// What the form shows as said. What was not understood is not said.
pub(super) fn form(query: &Query, question: &Question, lang: Lang) -> Form {
    let text: String = query.get("q").unwrap_or_default().chars().take(search::question::TEXT_MAX).collect();
    let day = |day: Option<Date>| day.map_or_else(String::new, |day| day.to_string());
    let (from, to, sort) = (day(question.from), day(question.to), question.sort.name());
    Form::new(lang).filled([("q", text.as_str()), ("from", &from), ("to", &to), ("sort", sort)])
}

/// The orders to choose from.
pub(super) fn sorts(question: &Question, lang: Lang) -> Vec<Choice> {
    let best = (Sort::Relevance, "portal-sort-relevance");
    let usual = [
        (Sort::Updated, "portal-sort-updated"),
        (Sort::Published, "portal-sort-published"),
        (Sort::Score, "portal-sort-severity"),
    ];
    let others = [
        (Sort::UpdatedUp, "portal-sort-updated-up"),
        (Sort::PublishedUp, "portal-sort-published-up"),
        (Sort::ScoreUp, "portal-sort-severity-up"),
    ];
    let best = Some(best).filter(|_| !question.words.is_empty() || question.sort == Sort::Relevance);
    let other = others.into_iter().find(|(sort, _)| *sort == question.sort);
    let all = best.into_iter().chain(usual).chain(other);
    all.map(|(sort, key)| Choice::new(sort.name(), lang.t(key))).collect()
}

/// Filters that the form keeps without showing them: they stand as tags below it.
pub(super) fn kept(question: &Question) -> Vec<(&'static str, String)> {
    let kept = [
        ("vendor", question.vendor.clone()),
        ("product", question.product.clone()),
        ("year", question.year.map(|year| year.to_string())),
        ("cwe", question.cwe.clone()),
        ("status", question.status.map(|status| asked::status_name(status).to_owned())),
        ("severity", question.severity.map(|severity| asked::severity_name(severity).to_owned())),
        ("source", question.source.clone()),
    ];
    kept.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
}
