//! Messages in a case: between the two bodies, and between the coordinator and one developer.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::post;
use casework::CaseOrder;
use rulebook::action::Action;
use rulebook::case::{DutyKind, Thread};
use rulebook::ids::{DeveloperId, ReportId};
use rulebook::party::Party;
use rulebook::report::form::MAX_TEXT;
use ui::markup::Markup;
use ui::{Form, Frame};

use super::{Desk, Place, act, answer, developer_at, files, render};
use crate::desk::sent::{Open, Sent};
use crate::forms::Fields;
use crate::names;
use crate::state::Console;
use crate::who::{CoordinatorDesk, Staff};

/// Name of the form.
const NAME: &str = "message";

pub(super) fn routes() -> Router<Console> {
    Router::new()
        .route("/{lang}/desk/cases/{number}/message", post(to_body))
        .route("/{lang}/desk/cases/{number}/developers/{place}/message", post(to_developer))
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
    form: Option<(Open, Form)>,
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
        form: may.then(|| (desk.open(NAME, "message"), desk.form(NAME, |_| {}))),
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
    let form = desk.may_about(developer, Action::WriteToDeveloper).then(|| {
        let open = desk.open(NAME, &format!("developers/{place}/message"));
        (open, desk.form(NAME, |_| {}))
    });
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

async fn to_body(staff: Staff, Path((_, number)): Path<(String, String)>, fields: Fields) -> Response {
    let text = match text(&staff, &fields) {
        Ok(text) => text,
        Err(sent) => return render(&staff, &number, Place::Case, Some(sent)).await,
    };
    let outcome = act(&staff, &number, &fields, CaseOrder::Write { thread: Thread::Bodies, text }).await;
    answer(&staff, &number, Place::Case, NAME, &fields, outcome, "written").await
}

async fn to_developer(
    CoordinatorDesk(staff): CoordinatorDesk,
    Path((_, number, place)): Path<(String, String, usize)>,
    fields: Fields,
) -> Response {
    let here = Place::Developer(place);
    let text = match text(&staff, &fields) {
        Ok(text) => text,
        Err(sent) => return render(&staff, &number, here, Some(sent)).await,
    };
    let outcome = match developer_at(&staff, &number, place).await {
        Ok(side) => {
            let order = CaseOrder::Write { thread: Thread::Developer(side.id), text };
            act(&staff, &number, &fields, order).await
        }
        Err(error) => Err(error),
    };
    answer(&staff, &number, here, NAME, &fields, outcome, "written").await
}
