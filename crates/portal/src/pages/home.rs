//! The front page: what is new and serious, the search, and how to report.

use askama::Template;
use axum::response::Response;
use jiff::civil::Date;
use ui::dates::days_between;
use ui::{Form, Frame};

use super::list::Row;
use crate::answer::lead_by_language;
use crate::index::Place;
use crate::state::Part;
use crate::visit::Visit;

/// How many of the newest advisories are shown.
const NEWEST: usize = 10;
/// How many serious ones are set before them.
const URGENT: usize = 4;
/// How many of the developers that are looked for are named.
const LOOKED_FOR: usize = 5;
/// For how many days a serious one counts as new.
const URGENT_DAYS: i32 = 60;

#[derive(Template)]
#[template(path = "portal/home.html")]
struct HomePage<'a> {
    frame: Frame,
    style: &'static str,
    form: Form,
    urgent: Vec<Row>,
    newest: Vec<Row>,
    total: usize,
    this_year: usize,
    year: i16,
    changed_on: Option<Date>,
    looked_for: Vec<&'a crate::unreachable::Row>,
    looked_for_total: usize,
}

impl HomePage<'_> {
    fn list(&self) -> String {
        self.frame.href("/advisories")
    }
}

/// Leads to the front page in the language asked for.
pub(crate) async fn by_language(visit: Visit) -> Response {
    lead_by_language(&format!("/{}/", visit.lang.tag()))
}

/// The front page.
pub(crate) async fn show(visit: Visit) -> Response {
    visit.beside(written).await
}

/// The page. Blocks while the lines of its lists are read.
fn written(visit: &Visit) -> Response {
    let lang = visit.lang;
    let snapshot = visit.portal.tree().snapshot();
    let frame = visit.frame(Part::Home);
    let today = frame.today;
    let all = snapshot.index.places();
    let recent = |place: &&Place| days_between(place.updated_on, today) <= URGENT_DAYS;
    let urgent = all.iter().take_while(recent).filter(|place| place.is_urgent()).take(URGENT);
    let row = |place: &Place| snapshot.index.entry(place).map(|entry| Row::of(lang, &entry));
    let this_year = all.iter().filter(|place| place.published_on.year() == today.year());
    let home = HomePage {
        style: super::style_url(),
        form: Form::new(lang),
        urgent: urgent.filter_map(row).collect(),
        newest: all.iter().take(NEWEST).filter_map(row).collect(),
        total: all.len(),
        this_year: this_year.count(),
        year: today.year(),
        changed_on: all.first().map(|entry| entry.updated_on),
        looked_for: snapshot.unreachable.rows.iter().filter(|row| row.name.is_some()).take(LOOKED_FOR).collect(),
        looked_for_total: snapshot.unreachable.rows.len(),
        frame,
    };
    visit.page(&home)
}
