//! Statistics by the day on which matters became public, of both versions.

use std::collections::{BTreeMap, BTreeSet};

use formats::jvndb::jst;
use formats::myjvn::{Count, CountedBy, Counts, ResultDocument, Totals};
use formats::oka::lists::Year;
use formats::{Language, Localized, Severity, cwe};
use jiff::Timestamp;
use jiff::civil::Date;

use super::choose::{self, Named, partial};
use super::hnd::status;
use super::request::{Failure, Part, Request};
use crate::catalogue::{Catalogue, Listed, Record};

/// What the API calls the largest answer of statistics.
const MOST: usize = 10_000;

/// How long a period is.
#[derive(Clone, Copy)]
enum Period {
    Year,
    Quarter,
    Month,
}

impl Period {
    /// The period of a day: `2008`, `2008-1Q`, `2008-01`.
    fn name(self, day: Date) -> String {
        match self {
            Period::Year => format!("{:04}", day.year()),
            Period::Quarter => format!("{:04}-{}Q", day.year(), (day.month() + 2) / 3),
            Period::Month => format!("{:04}-{:02}", day.year(), day.month()),
        }
    }
}

/// The answer of version 3.3.
pub(super) fn hnd(catalogue: &Catalogue, request: &Request, now: Timestamp) -> Result<String, Failure> {
    let theme = request.need("theme")?;
    let period = match request.get("type") {
        None | Some("y") => Period::Year,
        Some("q") => Period::Quarter,
        Some("m") => Period::Month,
        Some(_) => return Err(Failure("type")),
    };
    let weakness = request.get("cweId").map(weakness).transpose()?;
    let names = choose::names(request, "cpeName", "vendorId", "pid")?;
    let counted: Vec<&Record> = of(catalogue, &names).collect();
    let start = partial(request, &["datePublicStartY", "datePublicStartM"], true)?;
    let end = partial(request, &["datePublicEndY", "datePublicEndM"], false)?;
    let periods = periods(period, &counted, start, end, jst::day(now))?;
    let counts = |by, title: Localized, keep: &dyn Fn(&&Record) -> bool| {
        let kept: Vec<&Record> = counted.iter().copied().filter(keep).collect();
        Counts {
            counts: count(&periods, period, &kept, by == CountedBy::Severity),
            by,
            title,
            totals: totals(catalogue),
        }
    };
    let entries =
        || counts(CountedBy::Entries, Localized::new("脆弱性統計情報", "Statistics Vulnerability Count"), &|_| true);
    let severities = || counts(CountedBy::Severity, Localized::new("CVSSスコア", "CVSS Score"), &|_| true);
    let by_weakness = |id: &str| {
        let name = |language| cwe::parse(id).and_then(|id| cwe::shown(id, language)).unwrap_or(id).to_owned();
        let title = Localized::new(name(Language::Ja), name(Language::En));
        counts(CountedBy::Weakness(id.to_owned()), title, &|record| record.cwes.iter().any(|own| own == id))
    };
    let counts = match theme {
        "sumJvnDb" => vec![entries()],
        "sumCvss" => vec![severities()],
        "sumCwe" => vec![by_weakness(weakness.as_deref().ok_or(Failure("cweId"))?)],
        "sumAll" => [entries(), severities()].into_iter().chain(weakness.as_deref().map(by_weakness)).collect(),
        _ => return Err(Failure("theme")),
    };
    let highest = counts.iter().flat_map(|counts| &counts.counts).map(|count| count.all).max().unwrap_or_default();
    let part = Part { first: 1, count: MOST, most: MOST };
    let mut status = status(request, part, periods.len(), periods.len());
    status.first = None;
    status.echo.insert(0, ("retMaxCnt".to_owned(), highest.to_string()));
    Ok(ResultDocument { vendors: None, counts, status }.write())
}

/// `CWE-79`, whatever its case.
pub(super) fn weakness(id: &str) -> Result<String, Failure> {
    let id = id.to_ascii_uppercase();
    cwe::parse(&id).map(|_| id).ok_or(Failure("cweId"))
}

/// The advisories of these products; all of them when no name is given.
fn of<'a>(catalogue: &'a Catalogue, names: &'a [Named]) -> impl Iterator<Item = &'a Record> {
    let means = |record: &Record| record.products.iter().any(|one| names.iter().any(|name| name.is(&one.known)));
    let all = catalogue.listed().iter().map(|listed: &Listed| listed.record.as_ref());
    all.filter(move |record| names.is_empty() || means(record))
}

fn totals(catalogue: &Catalogue) -> Totals {
    let vendors: BTreeSet<u64> = catalogue.products().iter().map(|known| known.vid).collect();
    let number = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
    Totals {
        entries: number(catalogue.listed().len()),
        vendors: number(vendors.len()),
        products: number(catalogue.products().len()),
    }
}

/// Every period from the first to the last, those without entries too. Without a first one it is the earliest entry's.
fn periods(
    period: Period,
    counted: &[&Record],
    start: Option<Date>,
    end: Option<Date>,
    today: Date,
) -> Result<Vec<String>, Failure> {
    let earliest = counted.iter().map(|record| record.public).min();
    let start = start.or(earliest).unwrap_or(today).first_of_month();
    let end = end.unwrap_or(today);
    let months = i32::from(end.year() - start.year()) * 12 + i32::from(end.month() - start.month());
    if start.year() < 1 || months > 12 * 400 {
        return Err(Failure("datePublicStartY"));
    }
    let mut names: Vec<String> = Vec::new();
    let mut month = start;
    // An end before the start still has one period: the schema wants at least one.
    loop {
        let name = period.name(month);
        if names.last() != Some(&name) {
            names.push(name);
        }
        month = month.saturating_add(jiff::Span::new().months(1));
        if month > end {
            return Ok(names);
        }
    }
}

fn count(periods: &[String], period: Period, records: &[&Record], by_severity: bool) -> Vec<Count> {
    let mut found: BTreeMap<&str, (u64, [u64; 5])> = periods.iter().map(|name| (name.as_str(), (0, [0; 5]))).collect();
    for record in records {
        if let Some((all, severities)) = found.get_mut(period.name(record.public).as_str()) {
            *all += 1;
            if let Some(place) = record.severity().and_then(|severity| severities.get_mut(place(severity))) {
                *place += 1;
            }
        }
    }
    let line = |name: &String| {
        let (all, severities) = found.get(name.as_str()).copied().unwrap_or_default();
        Count { period: name.clone(), all, severities: by_severity.then_some(severities) }
    };
    periods.iter().map(line).collect()
}

/// Critical first.
const fn place(severity: Severity) -> usize {
    match severity {
        Severity::Critical => 0,
        Severity::High => 1,
        Severity::Medium => 2,
        Severity::Low => 3,
        Severity::None => 4,
    }
}

/// The counts of version 4.0, year by year; `v4` counts by CVSS v4.0, nothing by v2.
pub(super) fn years(
    catalogue: &Catalogue,
    names: &[Named],
    weakness: Option<&str>,
    metric: Metric,
    span: (i16, i16),
) -> Vec<Year> {
    let mut years: Vec<Year> = (span.0..=span.1).map(|year| Year { year, ..Year::default() }).collect();
    for record in
        of(catalogue, names).filter(|record| weakness.is_none_or(|id| record.cwes.iter().any(|own| own == id)))
    {
        let Some(year) = years.iter_mut().find(|year| year.year == record.public.year()) else { continue };
        let month = record.public.month().unsigned_abs();
        year.total_vulninfo += 1;
        *year.vulninfo.entry(month).or_default() += 1;
        let severity = match metric {
            Metric::V2 => None,
            Metric::V3 => record.severity(),
            Metric::V4 => record.v4.iter().map(|cvss| cvss.severity).max(),
        };
        let Some(severity) = severity else { continue };
        let (total, by_month) = match severity {
            Severity::Critical => (&mut year.total_severity_critical, &mut year.severity_critical),
            Severity::High => (&mut year.total_severity_high, &mut year.severity_high),
            Severity::Medium => (&mut year.total_severity_medium, &mut year.severity_medium),
            Severity::Low => (&mut year.total_severity_low, &mut year.severity_low),
            Severity::None => (&mut year.total_severity_none, &mut year.severity_none),
        };
        *total += 1;
        *by_month.entry(month).or_default() += 1;
    }
    years
}

/// By which version of CVSS severities are counted.
#[derive(Clone, Copy)]
pub(super) enum Metric {
    V2,
    V3,
    V4,
}

/// Of how many, for version 4.0.
pub(super) fn totals_oka(catalogue: &Catalogue) -> formats::oka::lists::Totals {
    let totals = totals(catalogue);
    formats::oka::lists::Totals { vulninfo: totals.entries, vendor: totals.vendors, product: totals.products }
}
