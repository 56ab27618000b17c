//! What was seen outside that bears on the day (Ⅳ.4.3.③): attacks, leaks. Said by anybody who has the case, judged by the
//! coordinator, known to everybody with the details once it is a fact.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::post;
use casework::Error;
use jiff::civil::Date;
use rulebook::action::Action;
use rulebook::case::schedule::Signal;
use rulebook::case::{CaseCommand, ScheduleCommand, SignalKind};
use rulebook::party::Party;
use rulebook::refusal::Why;
use rulebook::report::form::MAX_TEXT;
use ui::field::Field;
use ui::markup::Markup;
use ui::{Choice, Form, Frame, Mark};

use super::{Desk, Place, act, answer, day, render};
use crate::desk::sent::{Open, Sent};
use crate::forms::Fields;
use crate::names;
use crate::state::Console;
use crate::who::{CoordinatorDesk, Staff};

/// Name of the form that says what was seen.
pub(super) const NAME: &str = "signal";

pub(super) fn routes() -> Router<Console> {
    Router::new()
        .route("/{lang}/desk/cases/{number}/signals", post(report))
        .route("/{lang}/desk/cases/{number}/signals/{place}", post(judge))
}

/// Something seen outside, as the page shows it.
struct Line<'a> {
    what: String,
    mark: Mark,
    state: String,
    seen_on: Date,
    at: jiff::Timestamp,
    who: String,
    note: &'a str,
    reason: &'a str,
    judge: Option<(Form, Open)>,
}

#[derive(Template)]
#[template(path = "desk/case/signals.html")]
struct Signals<'a> {
    frame: &'a Frame,
    lines: Vec<Line<'a>>,
    fast: Option<Markup>,
}

/// All of it, the newest first; with the fast lane once something is a fact.
pub(super) fn section(desk: &Desk<'_>) -> Option<Markup> {
    let signals = &desk.page.view.schedule.signals;
    if signals.is_empty() {
        return None;
    }
    let lines = signals.iter().rev().map(|signal| line(desk, signal)).collect();
    Some(Markup::of(&Signals { frame: &desk.frame, lines, fast: day::fast(desk) }))
}

fn line<'a>(desk: &'a Desk<'_>, signal: &'a Signal) -> Line<'a> {
    let frame = &desk.frame;
    let (mark, key) = match signal.adopted {
        None => (Mark::Soon, "desk-signal-open"),
        Some(true) => (Mark::Urgent, "desk-signal-adopted"),
        Some(false) => (Mark::Stopped, "desk-signal-not-adopted"),
    };
    let who = match signal.by {
        Some(Party::Developer(id)) => desk.developer(id).map(|developer| developer.name.clone()),
        Some(party) => Some(names::party(frame.lang, party)),
        None => None,
    };
    let may_judge = signal.adopted.is_none() && desk.may(Action::AdoptSignal);
    let name = judging(signal.number);
    Line {
        what: names::signal(frame.lang, signal.kind),
        mark,
        state: frame.t(key).into_owned(),
        seen_on: signal.seen_on,
        at: signal.at,
        who: who.unwrap_or_default(),
        note: &signal.note,
        reason: &signal.reason,
        judge: may_judge.then(|| (desk.form(&name, |_| {}), desk.open(&name, &format!("signals/{}", signal.number)))),
    }
}

/// Name of the form that judges one.
fn judging(signal: u32) -> String {
    format!("judge-{signal}")
}

#[derive(Template)]
#[template(path = "desk/case/signal.html")]
struct Report<'a> {
    frame: &'a Frame,
    open: Open,
    form: Form,
    kinds: Field,
}

/// The form that says what was seen.
pub(super) fn form(desk: &Desk<'_>) -> Markup {
    let frame = &desk.frame;
    let form = desk.form(NAME, |form| form.set("seen_on", frame.today));
    let choices = SignalKind::ALL.map(|kind| Choice::new(kind.word(), names::signal(frame.lang, kind)));
    let kinds = form.radios("kind", frame.t("desk-signal-kind"), &choices).required();
    Markup::of(&Report { frame, open: desk.open(NAME, "signals"), kinds, form })
}

async fn report(staff: Staff, Path((_, number)): Path<(String, String)>, fields: Fields) -> Response {
    let lang = staff.visitor.lang;
    let command = match crate::developer::read_signal(lang, &fields) {
        Ok(command) => command,
        Err((field, words)) => {
            let sent = Sent::wrong(lang, NAME, &fields, &field, words);
            return render(&staff, &number, Place::Case, Some(sent)).await;
        }
    };
    let outcome = act(&staff, &number, &fields, command).await;
    // A day in the future is told in the words of this form.
    if let Err(Error::Refused(refusal)) = &outcome
        && refusal.why == Why::InTheFuture
    {
        let sent = Sent::wrong(lang, NAME, &fields, "seen_on", lang.t("desk-signal-future"));
        return render(&staff, &number, Place::Case, Some(sent)).await;
    }
    answer(&staff, &number, Place::Case, NAME, &fields, outcome, "signal-reported").await
}

async fn judge(
    CoordinatorDesk(staff): CoordinatorDesk,
    Path((_, number, signal)): Path<(String, String, u32)>,
    fields: Fields,
) -> Response {
    let lang = staff.visitor.lang;
    let name = judging(signal);
    let reason = fields.get("reason").to_owned();
    if reason.chars().count() > MAX_TEXT {
        let sent = Sent::wrong(lang, &name, &fields, "reason", lang.t("refusal-text-too-long"));
        return render(&staff, &number, Place::Case, Some(sent)).await;
    }
    let adopted = fields.get("adopted") == "yes";
    let command = CaseCommand::Schedule(ScheduleCommand::JudgeSignal { signal, adopted, reason });
    let outcome = act(&staff, &number, &fields, command).await;
    if let Err(Error::Refused(refusal)) = &outcome
        && refusal.why == Why::ReasonMissing
    {
        let sent = Sent::wrong(lang, &name, &fields, "reason", lang.t("desk-signal-reason-missing"));
        return render(&staff, &number, Place::Case, Some(sent)).await;
    }
    let done = if adopted { "signal-adopted" } else { "signal-not-adopted" };
    answer(&staff, &number, Place::Case, &name, &fields, outcome, done).await
}
