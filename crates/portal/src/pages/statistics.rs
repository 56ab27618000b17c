//! Figures of what is published: how many, when, how severe, of what kind. Every figure is a table with its source, and the
//! same numbers as a file. They are counted from the list of advisories, so anybody can count them again.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::Path;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, HeaderValue};
use axum::response::{IntoResponse, Response};
use formats::{Severity, cwe};
use jiff::ToSpan;
use jiff::civil::Date;
use ui::{Frame, Query};

use super::style_url;
use super::words::language;
use crate::answer::KEEP;
use crate::files::open_to_all;
use crate::index::Place;
use crate::searching::asked::severity_name;
use crate::state::Part;
use crate::tree::Snapshot;
use crate::visit::Visit;

/// Months that are shown.
const MONTHS: i32 = 24;
/// Weaknesses that are shown, those of most advisories.
const WEAKNESSES: usize = 20;
/// The columns of severity, the worst first; what is not rated, or rated as none, stands behind them.
const SEVERITIES: [Severity; 4] = [Severity::Critical, Severity::High, Severity::Medium, Severity::Low];
/// The severities with a column for the rest.
const COLUMNS: usize = SEVERITIES.len() + 1;

/// A figure: a table of numbers.
struct Figure {
    /// Its name in addresses and keys.
    name: &'static str,
    /// What the rows are, then what is counted.
    head: Vec<String>,
    rows: Vec<Row>,
}

/// A line of a figure.
struct Row {
    label: String,
    /// Where the advisories that were counted are.
    href: Option<String>,
    counts: Vec<usize>,
}

impl Figure {
    fn new<const N: usize>(frame: &Frame, name: &'static str, head: [&'static str; N], rows: Vec<Row>) -> Self {
        Figure { name, head: head.iter().map(|key| frame.t(*key).into_owned()).collect(), rows }
    }

    fn title(&self, frame: &Frame) -> String {
        frame.t(format!("figures-{}", self.name)).into_owned()
    }

    fn what(&self, frame: &Frame) -> String {
        frame.t(format!("figures-{}-what", self.name)).into_owned()
    }

    fn file(&self, frame: &Frame) -> String {
        frame.href(format!("/statistics/{}.csv", self.name))
    }

    /// Whether its columns do not stand beside each other on a telephone.
    fn is_wide(&self) -> bool {
        self.head.len() > 4
    }

    /// How long the bar of a row is, of 100.
    fn share(&self, row: &Row) -> usize {
        let first = |row: &Row| row.counts.first().copied().unwrap_or_default();
        let most = self.rows.iter().map(first).max().unwrap_or_default();
        (first(row) * 100).checked_div(most).unwrap_or_default()
    }

    /// The same numbers as a file that spreadsheets read: UTF-8 with the mark that some of them need.
    fn csv(&self) -> String {
        let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
        let line = |cells: Vec<String>| cells.join(",") + "\r\n";
        let head = line(self.head.iter().map(|text| quoted(text)).collect());
        let rows = self
            .rows
            .iter()
            .map(|row| line([quoted(&row.label)].into_iter().chain(row.counts.iter().map(usize::to_string)).collect()));
        format!("\u{feff}{head}{}", rows.collect::<String>())
    }
}

impl Row {
    /// The head of a row and its counts with what they are, for narrow screens.
    fn cells<'a>(&'a self, head: &'a [String]) -> Vec<(&'a str, String)> {
        let counts = self.counts.iter().map(|count| ui::numbers::grouped(i64::try_from(*count).unwrap_or(i64::MAX)));
        head.iter().skip(1).map(String::as_str).zip(counts).collect()
    }
}

#[derive(Template)]
#[template(path = "portal/statistics.html")]
struct StatisticsPage {
    frame: Frame,
    style: &'static str,
    figures: Vec<Figure>,
    total: usize,
    /// Whether there are figures of websites too.
    websites: bool,
}

/// The page.
pub(crate) async fn show(visit: Visit) -> Response {
    visit
        .beside(|visit| {
            let frame = visit.frame(Part::Elsewhere);
            let snapshot = visit.portal.tree().snapshot();
            let (figures, total) = (figures(&snapshot, &frame), snapshot.index.places().len());
            let websites = !snapshot.websites.quarters.is_empty();
            visit.page(&StatisticsPage { figures, total, websites, style: style_url(), frame })
        })
        .await
}

/// A figure as a file: `years.csv`.
pub(crate) async fn csv(visit: Visit, Path(name): Path<String>) -> Response {
    visit
        .beside(move |visit| {
            let frame = visit.frame(Part::Elsewhere);
            let wanted = name.strip_suffix(".csv").unwrap_or_default();
            let mut figures = figures(&visit.portal.tree().snapshot(), &frame).into_iter();
            let Some(figure) = figures.find(|figure| figure.name == wanted) else {
                return visit.not_found();
            };
            let file = format!("attachment; filename=\"{}-{}.csv\"", figure.name, visit.lang.tag());
            let file = HeaderValue::try_from(file).unwrap_or(HeaderValue::from_static("attachment"));
            let kind = HeaderValue::from_static("text/csv; charset=utf-8");
            let head = [(CONTENT_TYPE, kind), (CACHE_CONTROL, KEEP), (CONTENT_DISPOSITION, file)];
            open_to_all((head, figure.csv()).into_response())
        })
        .await
}

/// All figures. What is withdrawn is counted as such and nowhere else.
fn figures(snapshot: &Snapshot, frame: &Frame) -> Vec<Figure> {
    let (gone, places): (Vec<&Place>, Vec<&Place>) = snapshot.index.places().iter().partition(|place| place.withdrawn);
    let developers = [snapshot.unreachable.rows.len(), snapshot.unreachable.published.len()];
    vec![
        years(frame, &places),
        months(frame, &places),
        weaknesses(frame, &places),
        marks(frame, &places, gone.len(), developers),
    ]
}

fn years(frame: &Frame, places: &[&Place]) -> Figure {
    let mut years: BTreeMap<i16, [usize; COLUMNS]> = BTreeMap::new();
    for place in places {
        let counts = years.entry(place.published_on.year()).or_default();
        counts[column(place)] += 1;
    }
    let row = |(year, counts): (i16, [usize; COLUMNS])| Row {
        label: year.to_string(),
        href: Some(list(frame, "year", &year.to_string())),
        counts: [counts.iter().sum()].into_iter().chain(counts).collect(),
    };
    let mut figure =
        Figure::new(frame, "years", ["figures-year", "figures-count"], years.into_iter().rev().map(row).collect());
    figure.head.extend(SEVERITIES.map(|severity| severity.word(language(frame.lang)).to_owned()));
    figure.head.push(frame.t("portal-unrated").into_owned());
    figure
}

fn column(place: &Place) -> usize {
    SEVERITIES.iter().position(|severity| place.severity == Some(*severity)).unwrap_or(SEVERITIES.len())
}

/// The last months from the first publication on, those without any too.
fn months(frame: &Frame, places: &[&Place]) -> Figure {
    let this = frame.today.first_of_month();
    let mut months: BTreeMap<Date, [usize; 2]> =
        (0..MONTHS).filter_map(|back| Some((this.checked_sub(back.months()).ok()?, [0; 2]))).collect();
    let mut put = |day: Date, place: usize| {
        if let Some(counts) = months.get_mut(&day.first_of_month()) {
            counts[place] += 1;
        }
    };
    for place in places {
        put(place.published_on, 0);
        if place.revision > 1 {
            put(place.updated_on, 1);
        }
    }
    let row = |(month, counts): (Date, [usize; 2])| {
        let name = month.strftime("%Y-%m").to_string();
        let href = Query::new(frame.href("/advisories/calendar")).and("month", &name).to_string();
        Row { label: name, href: counts.iter().any(|count| *count > 0).then_some(href), counts: counts.to_vec() }
    };
    let begun = months.into_iter().skip_while(|(_, counts)| counts.iter().all(|count| *count == 0));
    let mut rows: Vec<Row> = begun.map(row).collect();
    rows.reverse();
    Figure::new(frame, "months", ["figures-month", "figures-published", "figures-updated"], rows)
}

fn weaknesses(frame: &Frame, places: &[&Place]) -> Figure {
    let mut known: BTreeMap<&str, usize> = BTreeMap::new();
    for id in places.iter().flat_map(|place| place.cwes()) {
        *known.entry(id).or_default() += 1;
    }
    let mut known: Vec<(&str, usize)> = known.into_iter().collect();
    known.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let row = |(id, count): (&str, usize)| {
        let name = cwe::parse(id).and_then(|number| cwe::shown(number, language(frame.lang)));
        Row {
            label: name.map_or_else(|| id.to_owned(), |name| format!("{id} {name}")),
            href: Some(list(frame, "cwe", id)),
            counts: vec![count],
        }
    };
    let rows = known.into_iter().take(WEAKNESSES).map(row).collect();
    Figure::new(frame, "weaknesses", ["figures-weakness", "figures-count"], rows)
}

/// What stands out: marks of advisories, what is withdrawn, and developers that cannot be reached.
fn marks(frame: &Frame, places: &[&Place], withdrawn: usize, [looked_for, unreachable]: [usize; 2]) -> Figure {
    let count = |of: fn(&Place) -> bool| places.iter().filter(|place| of(place)).count();
    let row = |key: &'static str, href: Option<String>, count: usize| Row {
        label: frame.t(key).into_owned(),
        href,
        counts: vec![count],
    };
    let worst = list(frame, "severity", severity_name(Severity::Critical));
    let list_of_developers = || Some(frame.href("/unreachable"));
    let rows = vec![
        row("figures-critical", Some(worst), count(|one| one.severity == Some(Severity::Critical))),
        row("portal-critical", None, count(|one| one.critical)),
        row("portal-stop-using", None, count(|one| one.stop_using)),
        row("figures-withdrawn", None, withdrawn),
        row("figures-looked-for", list_of_developers(), looked_for),
        row("figures-unreachable", list_of_developers(), unreachable),
    ];
    Figure::new(frame, "marks", ["figures-mark", "figures-count"], rows)
}

/// The list with one filter.
fn list(frame: &Frame, name: &str, value: &str) -> String {
    Query::new(frame.href("/advisories")).and(name, value).to_string()
}
