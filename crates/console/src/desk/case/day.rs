//! The publication day (Ⅳ.4.3, Ⅳ.4.4): day zero and the edition's days, what the developers say to it, one date.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::post;
use casework::Error;
use jiff::civil::Date;
use rulebook::action::Action;
use rulebook::case::{CaseCommand, DeveloperView, Weighing};
use rulebook::refusal::Why;
use rulebook::report::form::MAX_TEXT;
use ui::field::{Choice, Field};
use ui::markup::Markup;
use ui::notice::Notice;
use ui::{Form, Frame, Tone};

use super::{Desk, Place, act, answer, render};
use crate::desk::sent::{Open, Sent};
use crate::forms::Fields;
use crate::state::Console;
use crate::who::CoordinatorDesk;
use crate::{fault, names};

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
    some_answered: bool,
    pressed: bool,
}

pub(super) fn form(desk: &Desk<'_>) -> Markup {
    let (frame, view) = (&desk.frame, &desk.page.view);
    let edition = desk.rules().edition;
    let form = desk.form(NAME, |form| {
        let proposed = view.day.or(view.target_day).filter(|day| *day >= frame.today);
        if let Some(day) = proposed {
            form.set("day", day);
        }
        let weighed = view.days.last().map(|set| set.item.weighed.clone()).unwrap_or_default();
        form.set("countermeasures", weighed.countermeasures);
        form.set("overseas", weighed.overseas);
        form.set("leak_risk", weighed.leak_risk);
        form.set("similar_cases", weighed.similar_cases);
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
        some_answered: some_answered(&view.developers),
        pressed: view.schedule.is_pressed(),
    })
}

/// Whether some of those who were asked answered and some did not: then the page asks for what else the day rests on.
fn some_answered(developers: &[DeveloperView]) -> bool {
    let asked = || developers.iter().filter(|developer| developer.details.is_some());
    let answered = asked().filter(|developer| developer.verification.is_some()).count();
    answered > 0 && answered < asked().count()
}

/// Name of the form of the fast lane.
const FAST: &str = "fast";

#[derive(Template)]
#[template(path = "desk/case/fast.html")]
struct Fast<'a> {
    frame: &'a Frame,
    open: Open,
    form: Form,
    days: Field,
    advisory: String,
    lacks: Vec<String>,
}

/// Once something seen outside is a fact: publishing today or tomorrow, ready to be sent. The guideline has no clause
/// for it, and the page says so.
pub(super) fn fast(desk: &Desk<'_>) -> Option<Markup> {
    let (frame, view) = (&desk.frame, &desk.page.view);
    let tomorrow = frame.today.tomorrow().ok()?;
    let soon = view.day.is_some_and(|day| day <= frame.today);
    if !view.schedule.is_pressed() || !view.publications.is_empty() || soon || !desk.may(Action::SetDay) {
        return None;
    }
    let facts = view.schedule.signals.iter().filter(|signal| signal.adopted == Some(true));
    let facts: Vec<String> = facts
        .map(|one| {
            frame.t2("desk-fast-fact", "what", names::signal(frame.lang, one.kind), "day", frame.day_text(one.seen_on))
        })
        .collect();
    let form = desk.form(FAST, |form| {
        form.set("day", if view.day == Some(tomorrow) { frame.today } else { tomorrow });
        form.set("reason", frame.t1("desk-fast-reason", "facts", facts.join(" ")));
    });
    let choice = |day: Date, key: &str| Choice::new(day, frame.t1(key, "day", frame.day_text(day)));
    let days = [choice(frame.today, "desk-fast-today"), choice(tomorrow, "desk-fast-tomorrow")];
    let days = form.radios("day", frame.t("desk-day"), &days).in_line();
    let signed = |key: &str| frame.t(key).into_owned();
    let lacks = match &view.advisory {
        None => vec![signed("desk-fast-no-draft")],
        Some(draft) => [(draft.approved, "desk-fast-not-approved"), (draft.co_signed, "desk-fast-not-co-signed")]
            .into_iter()
            .filter(|(signature, _)| signature.is_none())
            .map(|(_, key)| signed(key))
            .collect(),
    };
    let (open, advisory) = (desk.open(FAST, "day"), format!("{}/advisory", desk.base));
    Some(Markup::of(&Fast { frame, open, form, days, advisory, lacks }))
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
pub(in crate::desk) fn with_left(frame: &Frame, day: Date) -> Markup {
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
    let name = if fields.has(FAST) { FAST } else { NAME };
    let Ok(Some(day)) = fields.day("day") else {
        let sent = Sent::wrong(lang, name, &fields, "day", lang.t("desk-day-unreadable"));
        return render(&staff, &number, Place::Case, Some(sent)).await;
    };
    let long = |field: &&&str| fields.get(field).chars().count() > MAX_TEXT;
    if let Some(field) = TEXTS.iter().find(long) {
        let sent = Sent::wrong(lang, name, &fields, field, lang.t("refusal-text-too-long"));
        return render(&staff, &number, Place::Case, Some(sent)).await;
    }
    let command = CaseCommand::SetDay { day, reason: fields.get("reason").to_owned(), weighed: weighing(&fields) };
    let outcome = act(&staff, &number, &fields, command).await;
    // What the day rests on stands at its own field.
    if let Err(Error::Refused(refusal)) = &outcome
        && refusal.why == Why::BasisMissing
    {
        let sent = Sent::wrong(lang, name, &fields, "similar_cases", fault::refused(lang, refusal));
        return render(&staff, &number, Place::Case, Some(sent)).await;
    }
    answer(&staff, &number, Place::Case, name, &fields, outcome, "day-set").await
}

/// The texts of the form.
const TEXTS: [&str; 5] = ["reason", "countermeasures", "overseas", "leak_risk", "similar_cases"];

fn weighing(fields: &Fields) -> Weighing {
    let text = |field: &str| fields.get(field).to_owned();
    Weighing {
        countermeasures: text("countermeasures"),
        overseas: text("overseas"),
        leak_risk: text("leak_risk"),
        similar_cases: text("similar_cases"),
        early: fields.has("early"),
    }
}
