//! How often a developer was tried, what comes next and why, and what proves it.

use askama::Template;
use axum::Router;
use axum::extract::{DefaultBodyLimit, Path};
use axum::response::Response;
use axum::routing::{get, post};
use casework::reach::{AttemptNoteOrder, AttemptOrder};
use casework::{Error, ReceivedFile};
use jiff::civil::Date;
use rulebook::action::Action;
use rulebook::case::reach::{AttemptNote, Proposal};
use rulebook::case::state::Attempt;
use rulebook::case::{AttemptOutcome, ContactMeans, DutyKind};
use rulebook::ids::{AttachmentId, DeveloperId};
use rulebook::report::Attachment;
use rulebook::report::form::MAX_ATTACHMENT_BYTES;
use ui::field::{Choice, Field};
use ui::list::Facts;
use ui::markup::Markup;
use ui::notice::Notice;
use ui::{Form, Frame, Tone, Trouble};

use super::{At, Here, Task};
use crate::brought::{self, Brought, Takes};
use crate::desk::case::read::{Wrong, day, may_be_empty, text};
use crate::desk::case::{Place, answer, developer_at, find, render};
use crate::desk::sent::Sent;
use crate::download::download;
use crate::forms::Fields;
use crate::front::upload::Parts;
use crate::names;
use crate::state::Console;
use crate::who::{CoordinatorDesk, Staff};

/// Form of an attempt.
const ATTEMPT: &str = "reach-attempt";
/// Form of what became of one.
const NOTE: &str = "reach-note";
/// Longest address, in characters.
const MAX_ADDRESS: usize = 300;
/// Longest note, in characters.
const MAX_NOTE: usize = 2_000;

/// Files that prove an attempt.
const EVIDENCE: Takes = Takes { field: "evidence", most: 5, too_many: "desk-reach-file-many" };

pub(super) fn routes() -> Router<Console> {
    let limit = || DefaultBodyLimit::max(EVIDENCE.request());
    Router::new()
        .route("/{lang}/desk/cases/{number}/developers/{place}/reach/attempt", post(attempt).layer(limit()))
        .route("/{lang}/desk/cases/{number}/developers/{place}/reach/note", post(note).layer(limit()))
        .route("/{lang}/desk/cases/{number}/developers/{place}/reach/files/{proof}", get(fetch))
}

/// The top line: how many contacts, and from when on which step may follow.
pub(super) fn facts(here: &Here<'_>) -> Facts {
    let frame = &here.desk.frame;
    let facts = ui::facts(frame).in_line();
    let facts = match &here.way.campaign {
        Some(campaign) => facts.add(
            frame.t("desk-reach-contacts"),
            frame.t2("desk-reach-of", "count", campaign.contacts.len(), "required", campaign.required),
        ),
        None => facts,
    };
    let left = here.way.open_sources.len();
    let facts = match left {
        0 => facts,
        _ => facts.add(frame.t("desk-reach-left"), frame.t1("desk-reach-left-count", "count", left)),
    };
    let day = |facts: Facts, key: &str, day: Option<Date>| match day {
        Some(day) => facts.add_markup(frame.t(key), frame.day(day)),
        None => facts,
    };
    let waiting = here.way.listing.is_none();
    let facts = day(facts, "desk-reach-name-from", here.way.name_from.filter(|_| waiting));
    day(facts, "desk-reach-unreachable-from", here.way.unreachable_from)
}

/// What to try next, and why so.
pub(super) fn next(here: &Here<'_>) -> Option<Notice> {
    let frame = &here.desk.frame;
    let Proposal { means, to, due, reason } = here.way.next.as_ref()?;
    let means = names::means(frame.lang, *means);
    let title = match due {
        Some(due) => frame.t2("desk-reach-next-by", "means", means, "day", frame.day_text(*due)),
        None => frame.t1("desk-reach-next", "means", means),
    };
    let why = frame.t(format!("desk-reach-why-{}", reason.word()));
    let body = match to {
        Some(to) => frame.t2("desk-reach-next-to", "why", why, "to", to),
        None => why.into_owned(),
    };
    Some(ui::notice(frame, Tone::Info, title).body(body))
}

/// A file that proves an attempt.
struct File {
    href: String,
    name: String,
    size: String,
}

/// What became of an attempt.
struct Note<'a> {
    on: Date,
    outcome: String,
    letter: &'a str,
    text: &'a str,
    files: Vec<File>,
}

struct Line<'a> {
    number: usize,
    on: Date,
    means: String,
    to: &'a str,
    outcome: String,
    note: &'a str,
    notes: Vec<Note<'a>>,
}

#[derive(Template)]
#[template(path = "desk/case/reach/attempts.html")]
struct Attempts<'a> {
    frame: &'a Frame,
    lines: Vec<Line<'a>>,
}

#[derive(Template)]
#[template(path = "desk/case/reach/attempt.html")]
struct AttemptForm<'a> {
    frame: &'a Frame,
    action: String,
    seen: &'a str,
    form: Form,
    means: Field,
    outcomes: Field,
    files: Field,
    zero: bool,
}

#[derive(Template)]
#[template(path = "desk/case/reach/note.html")]
struct NoteForm<'a> {
    frame: &'a Frame,
    action: String,
    seen: &'a str,
    form: Form,
    attempts: Field,
    outcomes: Field,
    files: Field,
}

/// Every attempt with what proves it.
pub(super) fn section(here: &Here<'_>) -> Markup {
    let frame = &here.desk.frame;
    let href = |id: AttachmentId| format!("{}/{}", here.desk.base, here.action(&format!("files/{id}")));
    let mut lines = Vec::new();
    for (at, attempt) in here.side.attempts.iter().enumerate() {
        let notes = here.way.notes.iter().filter(|note| note.attempt as usize == at + 1);
        lines.push(Line {
            number: at + 1,
            on: attempt.on,
            means: names::means(frame.lang, attempt.means),
            to: &attempt.to,
            outcome: names::outcome(frame.lang, attempt.outcome),
            note: &attempt.note,
            notes: notes.map(|note| shown(frame, note, &href)).collect(),
        });
    }
    Markup::of(&Attempts { frame, lines })
}

fn shown<'a>(frame: &Frame, note: &'a AttemptNote, href: &dyn Fn(AttachmentId) -> String) -> Note<'a> {
    let file =
        |file: &Attachment| File { href: href(file.id), name: file.name.clone(), size: ui::numbers::bytes(file.size) };
    Note {
        on: note.on,
        outcome: note.outcome.map_or_else(String::new, |outcome| names::outcome(frame.lang, outcome)),
        letter: note.letter.as_deref().unwrap_or_default(),
        text: &note.note,
        files: note.files.iter().map(file).collect(),
    }
}

/// Logging an attempt, and what became of one.
pub(super) fn tasks(here: &Here<'_>) -> Vec<Task> {
    let mut tasks = Vec::new();
    if here.may(Action::RecordContactAttempt) {
        let by_post = here.way.next.as_ref().is_some_and(|next| next.means == ContactMeans::Post);
        let open = here.owes(DutyKind::ContactDeveloper) && !by_post;
        tasks.push(here.task(ATTEMPT, Action::RecordContactAttempt, open, attempt_form(here)));
    }
    if here.may(Action::NoteAttempt) {
        tasks.push(here.task(NOTE, Action::NoteAttempt, false, note_form(here)));
    }
    tasks
}

fn files(form: &Form, frame: &Frame) -> Field {
    let files = form.file(EVIDENCE.field, frame.t("desk-reach-evidence")).hint(frame.t("desk-reach-evidence-hint"));
    files.several().max_bytes(MAX_ATTACHMENT_BYTES).optional()
}

fn outcomes(frame: &Frame) -> Vec<Choice> {
    AttemptOutcome::ALL.map(|outcome| Choice::new(outcome.word(), names::outcome(frame.lang, outcome))).to_vec()
}

fn attempt_form(here: &Here<'_>) -> Markup {
    let frame = &here.desk.frame;
    let next = here.way.next.as_ref();
    let form = here.desk.form(ATTEMPT, |form| {
        form.set("on", frame.today);
        form.set("means", next.map_or(ContactMeans::Mail, |next| next.means).word());
        form.set("to", next.and_then(|next| next.to.clone()).unwrap_or_default());
        form.set("outcome", AttemptOutcome::Waiting.word());
    });
    let means = ContactMeans::ALL.map(|means| Choice::new(means.word(), names::means(frame.lang, means)));
    Markup::of(&AttemptForm {
        frame,
        action: format!("{}/{}", here.desk.base, here.action("attempt")),
        seen: here.desk.page.digest.as_str(),
        means: form.radios("means", frame.t("desk-attempt-means"), &means).in_line().required(),
        outcomes: form.radios("outcome", frame.t("desk-attempt-outcome"), &outcomes(frame)).in_line().required(),
        files: files(&form, frame),
        zero: here.desk.page.view.day_zero.is_none(),
        form,
    })
}

fn note_form(here: &Here<'_>) -> Markup {
    let frame = &here.desk.frame;
    let form = here.desk.form(NOTE, |form| {
        form.set("attempt", here.side.attempts.len());
        form.set("on", frame.today);
        form.set("outcome", "");
    });
    let choice = |(at, attempt): (usize, &Attempt)| {
        let means = names::means(frame.lang, attempt.means);
        let label = format!("{} {means} {}", frame.day_text(attempt.on), attempt.to);
        Choice::new(at + 1, label)
    };
    let attempts: Vec<Choice> = here.side.attempts.iter().enumerate().map(choice).rev().collect();
    let mut new = vec![Choice::new("", frame.t("desk-reach-outcome-same"))];
    new.extend(outcomes(frame));
    Markup::of(&NoteForm {
        frame,
        action: format!("{}/{}", here.desk.base, here.action("note")),
        seen: here.desk.page.digest.as_str(),
        attempts: form.select("attempt", frame.t("desk-reach-which"), &attempts).required(),
        outcomes: form.radios("outcome", frame.t("desk-attempt-outcome"), &new).in_line(),
        files: files(&form, frame),
        form,
    })
}

/// What came, or the answer to what cannot be taken.
async fn brought(staff: &Staff, number: &str, place: usize, name: &str, parts: Parts) -> Result<Brought, Response> {
    let visitor = &staff.visitor;
    match brought::read(parts, visitor, EVIDENCE).await {
        Ok(brought) => Ok(brought),
        Err(brought::Held::Foreign) => Err(Trouble::Forbidden.respond(visitor.frame())),
        Err(brought::Held::Error(error)) => Err(visitor.fault(error)),
        Err(brought::Held::Unfit(fields, key)) => {
            let sent = Sent::wrong(visitor.lang, name, &fields, EVIDENCE.field, visitor.lang.t(key));
            Err(render(staff, number, Place::Reach(place), Some(sent)).await)
        }
    }
}

async fn wrong(staff: &Staff, number: &str, place: usize, name: &str, fields: &Fields, wrong: Wrong) -> Response {
    let lang = staff.visitor.lang;
    let sent = Sent::wrong(lang, name, fields, wrong.0, lang.t(wrong.1));
    render(staff, number, Place::Reach(place), Some(sent)).await
}

/// An attempt as a form says it; whose it is and its files are known elsewhere.
fn read_attempt(fields: &Fields, developer: DeveloperId, files: Vec<ReceivedFile>) -> Result<AttemptOrder, Wrong> {
    if fields.get("to").is_empty() {
        return Err(("to", "desk-attempt-to-missing"));
    }
    Ok(AttemptOrder {
        developer,
        means: ContactMeans::of_word(fields.get("means")).ok_or(("means", "desk-attempt-means-missing"))?,
        to: text(fields, "to", MAX_ADDRESS)?,
        on: day(fields, "on")?,
        outcome: AttemptOutcome::of_word(fields.get("outcome")).ok_or(("outcome", "desk-attempt-outcome-missing"))?,
        note: may_be_empty(fields, "note", MAX_NOTE)?,
        files,
    })
}

async fn attempt(CoordinatorDesk(staff): CoordinatorDesk, Path((_, number, place)): At, parts: Parts) -> Response {
    let Brought { fields, files } = match brought(&staff, &number, place, ATTEMPT, parts).await {
        Ok(brought) => brought,
        Err(response) => return response,
    };
    let developer = match developer_at(&staff, &number, place).await {
        Ok(side) => side.id,
        Err(error) => return staff.visitor.fault(error),
    };
    let order = match read_attempt(&fields, developer, files) {
        Ok(order) => order,
        Err(found) => return wrong(&staff, &number, place, ATTEMPT, &fields, found).await,
    };
    let done = async {
        let case = find(&staff, &number).await?;
        staff.visitor.console.office.log_attempt(case, staff.actor, fields.seen().as_ref(), order).await
    };
    let done = done.await;
    answer(&staff, &number, Place::Reach(place), ATTEMPT, &fields, done, "attempt-recorded").await
}

async fn note(CoordinatorDesk(staff): CoordinatorDesk, Path((_, number, place)): At, parts: Parts) -> Response {
    let Brought { fields, files } = match brought(&staff, &number, place, NOTE, parts).await {
        Ok(brought) => brought,
        Err(response) => return response,
    };
    let read = || {
        let attempt: u32 = fields.get("attempt").parse().map_err(|_| ("attempt", "desk-reach-which-missing"))?;
        Ok((attempt, day(&fields, "on")?, may_be_empty(&fields, "note", MAX_NOTE)?))
    };
    let (attempt, on, text) = match read() {
        Ok(read) => read,
        Err(found) => return wrong(&staff, &number, place, NOTE, &fields, found).await,
    };
    let outcome = AttemptOutcome::of_word(fields.get("outcome"));
    let done = async {
        let developer = developer_at(&staff, &number, place).await?.id;
        let case = find(&staff, &number).await?;
        let order = AttemptNoteOrder { developer, attempt, on, outcome, note: text, files };
        staff.visitor.console.office.note_attempt(case, staff.actor, fields.seen().as_ref(), order).await
    };
    let done = done.await;
    answer(&staff, &number, Place::Reach(place), NOTE, &fields, done, "attempt-noted").await
}

async fn fetch(staff: Staff, Path((_, number, place, proof)): Path<(String, String, usize, String)>) -> Response {
    let opened = async {
        let wanted: AttachmentId = proof.parse().map_err(|_| Error::NotFound)?;
        let case = find(&staff, &number).await?;
        developer_at(&staff, &number, place).await?;
        staff.visitor.console.office.attempt_file(case, staff.actor, wanted).await
    };
    match opened.await {
        Ok((file, reader)) => download(&file, reader),
        Err(error) => staff.visitor.fault(error),
    }
}
