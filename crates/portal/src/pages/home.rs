//! The front page: what is new and serious, the search, and how to report.

use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use jiff::civil::Date;
use ui::dates::days_between;
use ui::{Form, Frame, Lang};

use super::list::Row;
use super::own_path;
use crate::PortalState;
use crate::answer::{asked_language, lead_by_language, page};
use crate::index::Place;
use crate::state::Part;

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
pub(crate) async fn by_language(asked: HeaderMap) -> Response {
    lead_by_language(&format!("/{}/", asked_language(&asked).tag()))
}

/// The front page.
pub(crate) async fn show(
    State(portal): State<PortalState>,
    Extension(lang): Extension<Lang>,
    uri: Uri,
    asked: HeaderMap,
) -> Response {
    let snapshot = portal.tree().snapshot();
    let frame = portal.frame(lang, Part::Home, own_path(&uri));
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
    page(&home, &asked)
}
