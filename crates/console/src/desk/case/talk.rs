//! Messages in a case: between the two bodies, and between the coordinator and one developer.

use askama::Template;
use axum::Router;
use axum::extract::{DefaultBodyLimit, Path};
use axum::response::Response;
use axum::routing::post;
use casework::{Error, ReceivedFile};
use rulebook::action::Action;
use rulebook::case::{DutyKind, Thread};
use rulebook::ids::{DeveloperId, ReportId};
use rulebook::party::Party;
use rulebook::report::form::{MAX_ATTACHMENT_BYTES, MAX_TEXT};
use ui::field::Field;
use ui::markup::Markup;
use ui::{Form, Frame, Trouble};

use super::{Desk, Place, answer, developer_at, files, find, render};
use crate::brought::{self, Brought, Held, WITH_MESSAGE};
use crate::desk::sent::{Open, Sent};
use crate::forms::Fields;
use crate::front::upload::Parts;
use crate::names;
use crate::state::Console;
use crate::who::{CoordinatorDesk, Staff};

/// Name of the form.
const NAME: &str = "message";

pub(super) fn routes() -> Router<Console> {
    let limit = || DefaultBodyLimit::max(WITH_MESSAGE.request());
    Router::new()
        .route("/{lang}/desk/cases/{number}/message", post(to_body).layer(limit()))
        .route("/{lang}/desk/cases/{number}/developers/{place}/message", post(to_developer).layer(limit()))
}

struct Line<'a> {
    at: jiff::Timestamp,
    who: String,
    own: bool,
    text: &'a str,
    /// Files that came with it: where each is, and its name.
    files: Vec<(String, &'a str)>,
}

#[derive(Template)]
#[template(path = "desk/case/talk.html")]
struct Talk<'a> {
    frame: &'a Frame,
    id: String,
    title: String,
    none: String,
    seen_by: String,
    lines: Vec<Line<'a>>,
    waits: bool,
    asked: bool,
    form: Option<(Open, Form, Field)>,
}

fn lines<'a>(desk: &'a Desk<'_>, thread: Thread) -> Vec<Line<'a>> {
    let messages = desk.page.view.messages.iter().filter(|message| message.item.thread == thread);
    let line = |message: &'a rulebook::report::state::Dated<rulebook::case::state::CaseMessage>| Line {
        at: message.at,
        who: match message.item.from {
            Party::Developer(id) => desk.developer(id).map_or_else(String::new, |developer| developer.name.clone()),
            party => names::party(desk.frame.lang, party),
        },
        own: message.item.from == desk.party(),
        text: desk.page.text(message.item.body),
        files: message.item.attachments.iter().map(|file| (files::sent(desk, file.id), file.name.as_str())).collect(),
    };
    messages.map(line).collect()
}

/// The form for a message with files.
fn writing(desk: &Desk<'_>, way: &str) -> (Open, Form, Field) {
    let form = desk.form(NAME, |_| {});
    let files = form.file(WITH_MESSAGE.field, desk.frame.t("message-files"));
    let files =
        files.hint(desk.frame.t("desk-message-files-hint")).several().max_bytes(MAX_ATTACHMENT_BYTES).optional();
    (desk.open(NAME, way).with_files(), form, files)
}

/// Between receiving body and coordinator; nothing as long as there is nobody on the other side.
pub(super) fn bodies(desk: &Desk<'_>) -> Option<Markup> {
    let (frame, view) = (&desk.frame, &desk.page.view);
    let lines = lines(desk, Thread::Bodies);
    let may = desk.may(Action::WriteBetweenBodies);
    if !may && lines.is_empty() {
        return None;
    }
    let other = if desk.is_coordinator() { Party::ReceivingBody } else { Party::Coordinator };
    let other = names::party(frame.lang, other);
    let owed = |own: bool| {
        view.duties.iter().any(|duty| duty.what == DutyKind::AnswerBody && (duty.who == desk.party()) == own)
    };
    Some(Markup::of(&Talk {
        frame,
        id: "bodies".to_owned(),
        title: frame.t1("desk-talk-body", "who", &other),
        none: frame.t("desk-talk-none").into_owned(),
        seen_by: frame.t("desk-seen-by-bodies").into_owned(),
        lines,
        waits: owed(false),
        asked: owed(true),
        form: may.then(|| writing(desk, "message")),
    }))
}

/// Between the coordinator and a developer: theirs alone.
pub(super) fn developer(desk: &Desk<'_>, developer: DeveloperId, place: usize) -> Option<Markup> {
    if !desk.is_coordinator() {
        return None;
    }
    let (frame, view) = (&desk.frame, &desk.page.view);
    let name = desk.developer(developer).map_or("", |side| side.name.as_str());
    let owed = |what: DutyKind| view.duties.iter().any(|duty| duty.what == what && duty.about == Some(developer));
    let may = desk.may_about(developer, Action::WriteToDeveloper);
    let form = may.then(|| writing(desk, &format!("developers/{place}/message")));
    Some(Markup::of(&Talk {
        frame,
        id: "talk".to_owned(),
        title: frame.t1("desk-talk-developer", "who", name),
        none: frame.t("desk-talk-none").into_owned(),
        seen_by: frame.t1("desk-seen-by-developer", "who", name),
        lines: lines(desk, Thread::Developer(developer)),
        waits: owed(DutyKind::AnswerCoordinator),
        asked: owed(DutyKind::AnswerDeveloper),
        form,
    }))
}

/// Between a finder and a developer that both agreed to it: the two bodies read along.
pub(super) fn direct(desk: &Desk<'_>, developer: DeveloperId, report: ReportId, place: usize) -> Markup {
    let frame = &desk.frame;
    Markup::of(&Talk {
        frame,
        id: format!("direct-{place}"),
        title: frame.t("outreach-thread").into_owned(),
        none: frame.t("desk-talk-none").into_owned(),
        seen_by: String::new(),
        lines: lines(desk, Thread::Direct { developer, report }),
        waits: false,
        asked: false,
        form: None,
    })
}

/// What is written, or the form that says that nothing is.
fn text(staff: &Staff, fields: &Fields) -> Result<String, Sent> {
    let lang = staff.visitor.lang;
    let text = fields.get("text");
    let key = match text.chars().count() {
        0 => "desk-write-something",
        count if count > MAX_TEXT => "refusal-text-too-long",
        _ => return Ok(text.to_owned()),
    };
    Err(Sent::wrong(lang, NAME, fields, "text", lang.t(key)))
}

async fn to_body(staff: Staff, Path((_, number)): Path<(String, String)>, parts: Parts) -> Response {
    let here = Place::Case;
    let (text, Brought { fields, files }) = match brought(&staff, &number, here, parts).await {
        Ok(said) => said,
        Err(response) => return response,
    };
    let outcome = write(&staff, &number, &fields, (Thread::Bodies, &text), &files).await;
    answer(&staff, &number, here, NAME, &fields, outcome, "written").await
}

/// The text and the files that came, or the answer to what cannot be taken. Files are chosen again.
async fn brought(staff: &Staff, number: &str, here: Place, parts: Parts) -> Result<(String, Brought), Response> {
    let visitor = &staff.visitor;
    let sent = match brought::read(parts, visitor, WITH_MESSAGE).await {
        Ok(brought) => match text(staff, &brought.fields) {
            Ok(text) => return Ok((text, brought)),
            Err(sent) => sent,
        },
        Err(Held::Foreign) => return Err(Trouble::Forbidden.respond(visitor.frame())),
        Err(Held::Error(error)) => return Err(visitor.fault(error)),
        Err(Held::Unfit(fields, key)) => {
            Sent::wrong(visitor.lang, NAME, &fields, WITH_MESSAGE.field, visitor.lang.t(key))
        }
    };
    Err(render(staff, number, here, Some(sent)).await)
}

async fn write(
    staff: &Staff,
    number: &str,
    fields: &Fields,
    said: (Thread, &str),
    files: &[ReceivedFile],
) -> Result<(), Error> {
    let office = &staff.visitor.console.office;
    let case = find(staff, number).await?;
    office.write_with_files(case, staff.actor, fields.seen().as_ref(), said, files).await
}

async fn to_developer(
    CoordinatorDesk(staff): CoordinatorDesk,
    Path((_, number, place)): Path<(String, String, usize)>,
    parts: Parts,
) -> Response {
    let here = Place::Developer(place);
    let (text, Brought { fields, files }) = match brought(&staff, &number, here, parts).await {
        Ok(said) => said,
        Err(response) => return response,
    };
    let outcome = match developer_at(&staff, &number, place).await {
        Ok(side) => write(&staff, &number, &fields, (Thread::Developer(side.id), &text), &files).await,
        Err(error) => Err(error),
    };
    answer(&staff, &number, here, NAME, &fields, outcome, "written").await
}
