//! The exchange with the finder: questions and answers, and when what happened.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::post;
use casework::ReportOrder;
use rulebook::case::{DutyKind, Thread};
use rulebook::party::Party;
use rulebook::report::{NonDisclosure, ReportStage, Writer};
use ui::Tone;
use ui::markup::Markup;
use ui::notice::Notice;
use ui::progress::{Happening, Timeline, When};
use ui::{Form, Frame};

use super::content::{FileLine, lines};
use super::{Desk, answer, find, render, said};
use crate::desk::sent::Open;
use crate::forms::Fields;
use crate::names;
use crate::state::Console;
use crate::who::ReceivingDesk;

const NAME: &str = "message";

pub(super) fn routes() -> Router<Console> {
    Router::new().route("/{lang}/desk/reports/{number}/message", post(write))
}

/// A message as the page shows it.
struct Line<'a> {
    at: jiff::Timestamp,
    who: String,
    own: bool,
    question: bool,
    text: &'a str,
    files: Vec<FileLine>,
}

#[derive(Template)]
#[template(path = "desk/report/talk.html")]
struct Talk<'a> {
    frame: &'a Frame,
    lines: Vec<Line<'a>>,
    asked: bool,
    waits: bool,
    consult: Option<Notice>,
    open: Open,
    form: Form,
    finder: String,
}

pub(super) fn section(desk: &Desk<'_>) -> Markup {
    let view = &desk.page.view;
    let lang = desk.frame.lang;
    let mut skip = view.attachments.len();
    let mut shown = Vec::new();
    for message in &view.messages {
        let own = message.item.from == Writer::Desk;
        let count = message.item.attachments.len();
        shown.push(Line {
            at: message.at,
            who: names::party_word(lang, if own { "receiving_body" } else { "finder" }),
            own,
            question: message.item.question,
            text: desk.page.text(message.item.body),
            files: lines(desk, count, skip),
        });
        skip += count;
    }
    Markup::of(&Talk {
        frame: &desk.frame,
        lines: shown,
        asked: desk.owes(DutyKind::AnswerFinder),
        consult: consult(desk),
        waits: view.duties.iter().any(|duty| duty.what == DutyKind::AnswerDesk),
        open: desk.open(NAME, "message"),
        form: desk.form(NAME, |_| {}),
        finder: lang.t(format!("desk-language-{}", view.language.tag())).into_owned(),
    })
}

/// A finder's question is answered after consulting the coordinator, once that has the case (Ⅳ.3.(1).8): where to do it,
/// and whether it was done since.
fn consult(desk: &Desk<'_>) -> Option<Notice> {
    let frame = &desk.frame;
    let messages = desk.page.view.messages.iter();
    let asked = messages.filter(|message| message.item.from == Writer::Finder).map(|message| message.at).max();
    let asked = asked.filter(|_| desk.owes(DutyKind::AnswerFinder))?;
    let case = desk.page.cases.iter().map(|case| &case.view).find(|case| case.handed_over.is_some())?;
    let mut since = case.messages.iter().filter(|message| message.item.thread == Thread::Bodies && message.at >= asked);
    let last = since.next_back().map(|message| message.item.from);
    let (tone, key) = match last {
        None => (Tone::Warning, "desk-consult-first"),
        Some(Party::Coordinator) => (Tone::Info, "desk-consult-answered"),
        Some(_) => (Tone::Info, "desk-consult-waits"),
    };
    let href = frame.href(format!("/desk/cases/{}#bodies", case.number));
    let notice = ui::notice(frame, tone, frame.t1(key, "clause", "Ⅳ.3.(1).8"));
    Some(notice.link(href, frame.t1("desk-consult-there", "number", &case.number)))
}

/// When what happened, oldest first.
pub(super) fn timeline(desk: &Desk<'_>) -> Timeline {
    let (frame, view) = (&desk.frame, &desk.page.view);
    let lang = frame.lang;
    let day_of = |at| frame.site.zone.day_of(at);
    let received = Happening::new(When::On(view.received_on), frame.t("desk-happened-received"));
    let mut happened = vec![(view.received_on, received)];
    for message in &view.messages {
        let own = message.item.from == Writer::Desk;
        let title = match (own, message.item.question) {
            (true, true) => frame.t("desk-happened-asked"),
            (true, false) => frame.t("desk-happened-written"),
            (false, _) => frame.t("desk-happened-answered"),
        };
        happened.push((day_of(message.at), Happening::new(When::At(message.at), title)));
    }
    let decided = match &view.stage {
        ReportStage::Accepted { on, .. } | ReportStage::SiteAccepted { on, .. } => Some((*on, "accepted")),
        ReportStage::Rejected { on, .. } => Some((*on, "rejected")),
        _ => None,
    };
    if let Some((on, word)) = decided {
        happened.push((on, Happening::new(When::On(on), names::report_state(lang, word))));
    }
    if let Some(on) = view.withdrawn_on {
        happened.push((on, Happening::new(When::On(on), names::report_state(lang, "withdrawn"))));
    }
    for said in &view.disclosure_talk {
        let own = said.item.0 == Writer::Desk;
        let title = frame.t(if own { "desk-happened-disclosure-told" } else { "desk-happened-disclosure-asked" });
        happened.push((day_of(said.at), Happening::new(When::At(said.at), title)));
    }
    let ended = match view.non_disclosure {
        NonDisclosure::InForce => None,
        NonDisclosure::ReleaseAsked { on } => Some((on, frame.t("desk-happened-release-asked"))),
        NonDisclosure::Released { on } => Some((on, frame.t("desk-happened-released"))),
    };
    happened.extend(ended.map(|(on, title)| (on, Happening::new(When::On(on), title))));
    happened.sort_by_key(|(day, _)| *day);
    let happened: Vec<Happening> = happened.into_iter().map(|(_, happening)| happening).collect();
    ui::timeline(frame, &happened)
}

async fn write(
    ReceivingDesk(staff): ReceivingDesk,
    Path((_, number)): Path<(String, String)>,
    fields: Fields,
) -> Response {
    let text = match said(&staff.visitor, NAME, &fields, "text") {
        Ok(text) => text,
        Err(sent) => return render(&staff, &number, Some(sent)).await,
    };
    let question = fields.has("question");
    let order = ReportOrder::Write { text, question, files: Vec::new() };
    let outcome = match find(&staff, &number).await {
        Ok(id) => staff.visitor.console.office.act_on_report(id, staff.actor, fields.seen().as_ref(), order).await,
        Err(error) => Err(error),
    };
    answer(&staff, &number, NAME, &fields, outcome, if question { "asked" } else { "written" }).await
}
