//! What was seen outside: a developer says so, and reads at once what is a fact of the case (Ⅳ.4.3.③).

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use jiff::civil::Date;
use rulebook::case::{CaseCommand, ScheduleCommand, SignalKind};
use rulebook::report::form::MAX_TEXT;
use ui::field::{Choice, Field};
use ui::markup::Markup;
use ui::notice::Notice;
use ui::{Form, Frame, Lang};

use super::Matter;
use super::forms::Kind;
use super::posts::carry_out;
use crate::developer::statements::Wrong;
use crate::forms::Fields;
use crate::names;
use crate::who::DeveloperSide;

#[derive(Template)]
#[template(path = "developer/case/signal.html")]
struct Signal<'a> {
    frame: &'a Frame,
    open: Markup,
    form: Form,
    kinds: Field,
    own: Vec<(String, Date)>,
}

/// The form, with what the developer said before and nobody has judged yet.
pub(super) fn markup(matter: &Matter, open: Markup, form: Form) -> Markup {
    let frame = &matter.frame;
    let choices = SignalKind::ALL.map(|kind| Choice::new(kind.word(), names::signal(frame.lang, kind)));
    let kinds = form.radios("kind", frame.t("developer-signal-kind"), &choices).required();
    let own = matter.page.view.schedule.signals.iter().filter(|one| one.by.is_some() && one.adopted.is_none());
    let own = own.map(|one| (names::signal(frame.lang, one.kind), one.seen_on)).collect();
    Markup::of(&Signal { frame, open, form, kinds, own })
}

/// What is a fact of the case, plainly and at the top.
#[derive(Template)]
#[template(path = "developer/case/alarm.html")]
struct Alarm<'a> {
    frame: &'a Frame,
    facts: Vec<(String, Date)>,
    day: Option<Date>,
}

/// The facts that press, while it is not published.
pub(super) fn alarm(matter: &Matter) -> Option<Markup> {
    let view = &matter.page.view;
    let facts = view.schedule.signals.iter().filter(|one| one.adopted == Some(true));
    let facts: Vec<_> = facts.map(|one| (names::signal(matter.frame.lang, one.kind), one.seen_on)).collect();
    let pressing = !facts.is_empty() && !matter.is_published();
    pressing.then(|| Markup::of(&Alarm { frame: &matter.frame, facts, day: view.day }))
}

/// A day of a coordinator overseas that is being weighed against the one that is set.
pub(super) fn from_overseas(matter: &Matter) -> Option<Notice> {
    let (frame, arrivals) = (&matter.frame, &matter.page.view.arrivals);
    let brought = arrivals.days.last().filter(|_| arrivals.day_open)?;
    let said = match brought.day {
        Some(day) => frame.t2("developer-overseas-day", "who", &brought.coordinator, "day", frame.day_text(day)),
        None => frame.t1("developer-overseas-no-day", "who", &brought.coordinator),
    };
    Some(ui::notice(frame, ui::Tone::Warning, said).body(frame.t("developer-overseas-ask")))
}

/// Reads the form, whoever fills it in.
///
/// # Errors
/// Which field is wrong, and why.
pub(crate) fn read(lang: Lang, fields: &Fields) -> Result<CaseCommand, Wrong> {
    let wrong = |field: &str, key: &'static str| (field.to_owned(), lang.t(key).into_owned());
    let kind = SignalKind::of_word(fields.get("kind")).ok_or_else(|| wrong("kind", "signal-choose"))?;
    let Ok(Some(seen_on)) = fields.day("seen_on") else { return Err(wrong("seen_on", "desk-day-unreadable")) };
    let note = fields.get("note").to_owned();
    match note.chars().count() {
        0 => Err(wrong("note", "signal-note-missing")),
        long if long > MAX_TEXT => Err(wrong("note", "refusal-text-too-long")),
        _ => Ok(CaseCommand::Schedule(ScheduleCommand::ReportSignal { kind, seen_on, note })),
    }
}

/// Takes the form.
pub(super) async fn send(side: DeveloperSide, Path((_, number)): Path<(String, String)>, fields: Fields) -> Response {
    let order = read(side.visitor.lang, &fields);
    carry_out(&side, &number, Kind::Signal, &fields, order).await
}
