//! The publication day (Ⅳ.4.3, Ⅳ.4.4): day zero and the edition's days, what the developers say to it, one date.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::post;
use jiff::civil::Date;
use rulebook::case::{CaseCommand, Weighing};
use ui::markup::Markup;
use ui::notice::Notice;
use ui::{Form, Frame, Tone};

use super::{Desk, Place, act, answer, render};
use crate::desk::sent::{Open, Sent};
use crate::forms::Fields;
use crate::state::Console;
use crate::who::CoordinatorDesk;

/// Name of the form.
pub(super) const NAME: &str = "day";

pub(super) fn routes() -> Router<Console> {
    Router::new().route("/{lang}/desk/cases/{number}/day", post(send))
}

/// What a developer says about the day.
struct Said {
    who: String,
    at: jiff::Timestamp,
    day: Option<Date>,
    comment: String,
}

#[derive(Template)]
#[template(path = "desk/case/day.html")]
struct Day<'a> {
    frame: &'a Frame,
    open: Open,
    form: Form,
    day_zero: Option<Date>,
    target: Option<Date>,
    target_days: i32,
    own: bool,
    current: Option<Date>,
    said: Vec<Said>,
    silent: usize,
    considered: Vec<String>,
}

pub(super) fn form(desk: &Desk<'_>) -> Markup {
    let (frame, view) = (&desk.frame, &desk.page.view);
    let edition = desk.rules().edition;
    let form = desk.form(NAME, |form| {
        let proposed = view.day.or(view.target_day).filter(|day| *day >= frame.today);
        if let Some(day) = proposed {
            form.set("day", day);
        }
    });
    let said: Vec<Said> = view
        .developers
        .iter()
        .filter_map(|developer| {
            let last = developer.proposals.last()?;
            let comment = last.item.comment.clone();
            Some(Said { who: developer.name.clone(), at: last.at, day: last.item.day, comment })
        })
        .collect();
    let informed = view.developers.iter().filter(|developer| developer.details.is_some()).count();
    let considered = edition.lists.date_considerations.value.iter();
    Markup::of(&Day {
        frame,
        open: desk.open(NAME, "day"),
        form,
        day_zero: view.day_zero,
        target: view.target_day,
        target_days: edition.target_days.value,
        own: view.origin == rulebook::case::event::Origin::OwnProduct,
        current: view.day,
        silent: informed.saturating_sub(said.len()),
        said,
        considered: considered.map(|item| frame.lang.pick(&item.ja, &item.en).to_owned()).collect(),
    })
}

/// A day set before the day aimed at has no clause: said as long as it is not published.
pub(super) fn early(desk: &Desk<'_>) -> Option<Notice> {
    let (frame, view) = (&desk.frame, &desk.page.view);
    let (day, target) = (view.day?, view.target_day?);
    let early = day < target && view.publications.is_empty();
    early.then(|| {
        ui::notice(frame, Tone::Warning, frame.t("desk-day-early")).body(frame.t2(
            "desk-day-early-body",
            "day",
            frame.day_text(day),
            "target",
            frame.day_text(target),
        ))
    })
}

/// A day with what is left of it.
pub(super) fn with_left(frame: &Frame, day: Date) -> Markup {
    #[derive(Template)]
    #[template(source = "{{ day }} {{ left }}", ext = "html")]
    struct WithLeft {
        day: Markup,
        left: Markup,
    }
    Markup::of(&WithLeft { day: frame.day(day), left: ui::due_chip(frame, day) })
}

async fn send(
    CoordinatorDesk(staff): CoordinatorDesk,
    Path((_, number)): Path<(String, String)>,
    fields: Fields,
) -> Response {
    let lang = staff.visitor.lang;
    let Ok(Some(day)) = fields.day("day") else {
        let sent = Sent::wrong(lang, NAME, &fields, "day", lang.t("desk-day-unreadable"));
        return render(&staff, &number, Place::Case, Some(sent)).await;
    };
    let command = CaseCommand::SetDay { day, reason: fields.get("reason").to_owned(), weighed: Weighing::default() };
    let outcome = act(&staff, &number, &fields, command).await;
    answer(&staff, &number, Place::Case, NAME, &fields, outcome, "day-set").await
}
