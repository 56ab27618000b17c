//! A month of publications, day by day: what came out when?

use std::collections::BTreeMap;
use std::sync::Arc;

use askama::Template;
use axum::response::Response;
use jiff::ToSpan;
use jiff::civil::Date;
use ui::{Frame, Lang, Query};

use super::list::Row;
use super::style_url;
use crate::index::Entry;
use crate::state::Part;
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "portal/calendar.html")]
struct CalendarPage {
    frame: Frame,
    style: &'static str,
    month: Date,
    total: usize,
    days: Vec<Day>,
    earlier: Option<Date>,
    later: Option<Date>,
}

/// A day on which something was published or changed.
struct Day {
    day: Date,
    /// What was published first, then what was changed: the message that says it, and the advisories.
    kinds: [(&'static str, Vec<Row>); 2],
}

impl Day {
    fn of(day: Date) -> Self {
        Day { day, kinds: [("calendar-public-published", Vec::new()), ("calendar-public-updated", Vec::new())] }
    }
}

impl CalendarPage {
    fn name(&self, month: &Date) -> String {
        let (year, number) = (month.year().to_string(), i64::from(month.month()));
        self.frame.t2("calendar-public-month", "year", year, "month", number)
    }

    fn href(&self, month: &Date) -> String {
        Query::new(self.frame.href("/advisories/calendar")).and("month", month.strftime("%Y-%m")).to_string()
    }
}

/// The month that is asked for, else the one of the newest change.
pub(crate) async fn show(visit: Visit) -> Response {
    visit.beside(written).await
}

fn written(visit: &Visit) -> Response {
    let snapshot = visit.portal.tree().snapshot();
    let places = snapshot.index.places();
    let frame = visit.frame(Part::Advisories);
    let newest = places.first().map_or(frame.today, |newest| newest.updated_on);
    let month = visit.query.get("month").and_then(|text| format!("{text}-01").parse::<Date>().ok()).unwrap_or(newest);
    let month = month.first_of_month();
    let is_near = |day: &Date| (day.year(), day.month()) == (month.year(), month.month());
    let near = places.iter().filter(|place| is_near(&place.published_on) || is_near(&place.updated_on));
    let days = days(visit.lang, near.filter_map(|place| snapshot.index.entry(place)), is_near);
    let oldest = places.iter().map(|place| place.published_on).min().unwrap_or(newest);
    let calendar = CalendarPage {
        style: style_url(),
        month,
        total: days.iter().flat_map(|day| &day.kinds).map(|(_, rows)| rows.len()).sum(),
        days,
        earlier: month.checked_sub(1.month()).ok().filter(|_| oldest < month),
        later: month.checked_add(1.month()).ok().filter(|next| newest >= *next),
        frame,
    };
    visit.page(&calendar)
}

/// The days of a month, the newest first. A first publication is no update.
fn days(lang: Lang, entries: impl Iterator<Item = Arc<Entry>>, is_near: impl Fn(&Date) -> bool) -> Vec<Day> {
    let mut days: BTreeMap<Date, Day> = BTreeMap::new();
    let mut put = |day: Date, is_update: bool, entry: &Entry| {
        days.entry(day).or_insert_with(|| Day::of(day)).kinds[usize::from(is_update)].1.push(Row::of(lang, entry));
    };
    for entry in entries {
        if is_near(&entry.published_on) {
            put(entry.published_on, false, &entry);
        }
        if entry.summary.revision > 1 && is_near(&entry.updated_on) && entry.updated_on != entry.published_on {
            put(entry.updated_on, true, &entry);
        }
    }
    days.into_values().rev().collect()
}
