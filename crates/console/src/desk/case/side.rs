//! Beside a case: its days, who looks after it, the finder as far as it may be known, notes, and who read it.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::post;
use casework::{CaseOrder, LaterFinder};
use rulebook::case::CaseCommand;
use rulebook::case::state::DaySet;
use rulebook::report::form::MAX_TEXT;
use rulebook::report::state::Dated;
use ui::list::Facts;
use ui::markup::Markup;
use ui::{Form, Frame};

use super::{Desk, Place, act, answer, render};
use crate::desk::sent::{Open, Sent};
use crate::desk::side::{self, Note, ReaderLine};
use crate::desk::words;
use crate::forms::Fields;
use crate::state::Console;
use crate::who::Staff;

pub(super) fn routes() -> Router<Console> {
    Router::new()
        .route("/{lang}/desk/cases/{number}/owner", post(own))
        .route("/{lang}/desk/cases/{number}/note", post(note))
}

#[derive(Template)]
#[template(path = "desk/case/side.html")]
struct Side<'a> {
    frame: &'a Frame,
    days: Facts,
    changes: Vec<Change<'a>>,
    owner: side::Owner,
}

#[derive(Template)]
#[template(path = "desk/case/beside.html")]
struct Beside<'a> {
    frame: &'a Frame,
    report: Option<(String, &'a str)>,
    overseas: Option<Facts>,
    finder: Option<Facts>,
    consents: Option<Facts>,
    notes: Vec<Note<'a>>,
    note_open: Open,
    note: Form,
    readers: Vec<ReaderLine>,
}

/// A publication day that was set.
struct Change<'a> {
    at: jiff::Timestamp,
    day: jiff::civil::Date,
    reason: &'a str,
    weighed: Vec<(String, &'a str)>,
    early: bool,
}

/// The days, and who looks after it.
pub(super) fn days_and_owner(desk: &Desk<'_>) -> Markup {
    let (frame, page) = (&desk.frame, &desk.page);
    let view = &page.view;
    let owner = side::Owner {
        open: desk.open("owner", "owner"),
        take: desk.open("take", "owner"),
        name: desk.owner().cloned(),
        own: view.owner == Some(desk.staff.account),
        login: side::own_login(&desk.colleagues, desk.staff.account),
        choices: side::colleagues(frame, &desk.colleagues, view.owner),
        form: desk.form("owner", |_| {}),
    };
    Markup::of(&Side {
        frame,
        days: days(desk),
        changes: view.days.iter().map(|set| change(frame, set)).collect(),
        owner,
    })
}

fn change<'a>(frame: &Frame, set: &'a Dated<DaySet>) -> Change<'a> {
    let weighed = &set.item.weighed;
    let all = [
        ("desk-weighed-countermeasures", weighed.countermeasures.as_str()),
        ("desk-weighed-overseas", weighed.overseas.as_str()),
        ("desk-weighed-leak-risk", weighed.leak_risk.as_str()),
        ("desk-weighed-similar", weighed.similar_cases.as_str()),
    ];
    let said = all.into_iter().filter(|(_, text)| !text.trim().is_empty());
    Change {
        at: set.at,
        day: set.item.day,
        reason: set.item.reason.as_str(),
        weighed: said.map(|(key, text)| (frame.t(key).into_owned(), text)).collect(),
        early: weighed.early,
    }
}

/// The finder, notes of the own side, and who read it.
pub(super) fn finder_and_notes(desk: &Desk<'_>) -> Markup {
    let (frame, page) = (&desk.frame, &desk.page);
    let view = &page.view;
    let consents = view.reports.first().map(|report| {
        let all = words::consents(frame.lang, report.consents);
        all.into_iter().fold(ui::facts(frame), |facts, (name, answer)| facts.add(name, answer))
    });
    let report = view.reports.first();
    let report = report.map(|report| (frame.href(format!("/desk/reports/{}", report.number)), report.number.as_str()));
    let note = |note: &Dated<_>| side::note(note, page.names.get(&note.item.0), page.text(note.item.1));
    Markup::of(&Beside {
        frame,
        report,
        overseas: overseas(desk),
        finder: view.overseas.is_none().then(|| finder(desk)).flatten(),
        consents,
        notes: view.notes.iter().map(note).collect(),
        note_open: desk.open("note", "note"),
        note: desk.form("note", |_| {}),
        readers: side::readers(frame, &desk.readers, &view.developers),
    })
}

fn days(desk: &Desk<'_>) -> Facts {
    let (frame, view) = (&desk.frame, &desk.page.view);
    let day = |facts: Facts, key: &str, day: Option<jiff::civil::Date>| match day {
        Some(day) => facts.add_markup(frame.t(key), frame.day(day)),
        None => facts.add(frame.t(key), frame.t("desk-not-yet")),
    };
    let edition = desk.rules().edition;
    let facts = day(ui::facts(frame), "desk-accepted-on", view.accepted_on);
    let facts = day(facts, "desk-handed-over-on", view.handed_over.as_ref().map(|copy| copy.on));
    let facts = day(facts, "desk-day-zero", view.day_zero);
    let facts = day(facts, "desk-details-sent-on", view.details_sent_on);
    let facts = day(facts, "desk-target-day", view.target_day);
    let facts = day(facts, "desk-day", view.day);
    facts.add(frame.t("desk-edition"), frame.lang.pick(&edition.name.ja, &edition.name.en))
}

/// The coordinator overseas that it came from.
fn overseas(desk: &Desk<'_>) -> Option<Facts> {
    let (frame, from) = (&desk.frame, desk.page.view.overseas.as_ref()?);
    let facts = ui::facts(frame)
        .add(frame.t("desk-overseas-coordinator"), &from.coordinator)
        .add(frame.t("desk-overseas-number"), &from.number);
    let facts = match from.day {
        Some(day) => facts.add_markup(frame.t("desk-overseas-day"), frame.day(day)),
        None => facts.add(frame.t("desk-overseas-day"), frame.t("desk-not-yet")),
    };
    let facts = match from.contact.as_str() {
        "" => facts,
        contact => facts.add(frame.t("desk-overseas-contact"), contact),
    };
    Some(facts.add_markup(frame.t("desk-overseas-on"), frame.day(from.on)))
}

/// The finder, where this side may know it; for the coordinator only whether it wishes to be named.
fn finder(desk: &Desk<'_>) -> Option<Facts> {
    let (frame, page) = (&desk.frame, &desk.page);
    let credit =
        page.view.finder_wants_credit.map(|wants| frame.t(if wants { "desk-credit-yes" } else { "desk-credit-no" }));
    let facts = match &page.finder {
        Some(card) => ui::facts(frame)
            .add(frame.t("desk-finder-name"), &card.name)
            .add(frame.t("desk-finder-affiliation"), &card.affiliation)
            .add(frame.t("desk-finder-mail"), &card.email)
            .add(frame.t("desk-finder-phone"), &card.phone),
        None => ui::facts(frame).add(frame.t("desk-finder-name"), frame.t("desk-finder-kept")),
    };
    let facts = match credit {
        Some(words) => facts.add(frame.t("desk-credit"), words),
        None => facts,
    };
    Some(page.later_finders.iter().fold(facts, |facts, one| facts.add(frame.t("desk-later-finder"), later(frame, one))))
}

/// Somebody who reported the same later: the name, where this side may know it, and the wish.
fn later(frame: &Frame, one: &LaterFinder) -> String {
    let name = one.card.as_ref().map_or_else(|| frame.t("desk-finder-kept").into_owned(), |card| card.name.clone());
    let wish = frame.t(if one.wants_credit { "desk-credit-yes" } else { "desk-credit-no" });
    format!("{name}{}{wish}", frame.lang.pick("／", " / "))
}

async fn own(staff: Staff, Path((_, number)): Path<(String, String)>, fields: Fields) -> Response {
    let outcome = match side::chosen(&staff, &fields).await {
        Ok(owner) => act(&staff, &number, &fields, CaseCommand::SetOwner(owner)).await,
        Err(error) => Err(error),
    };
    answer(&staff, &number, Place::Case, "owner", &fields, outcome, "owned").await
}

async fn note(staff: Staff, Path((_, number)): Path<(String, String)>, fields: Fields) -> Response {
    let lang = staff.visitor.lang;
    let text = fields.get("text");
    if text.is_empty() || text.chars().count() > MAX_TEXT {
        let key = if text.is_empty() { "desk-write-something" } else { "refusal-text-too-long" };
        let sent = Sent::wrong(lang, "note", &fields, "text", lang.t(key));
        return render(&staff, &number, Place::Case, Some(sent)).await;
    }
    let outcome = act(&staff, &number, &fields, CaseOrder::AddNote(text.to_owned())).await;
    answer(&staff, &number, Place::Case, "note", &fields, outcome, "noted").await
}
