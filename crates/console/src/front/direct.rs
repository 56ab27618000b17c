//! Talking with a developer: wished for, consented to, and written, all through the two bodies (Ⅳ.2.6).

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use casework::{CaseOrder, CasePage, Error, ReportPage};
use rulebook::action::Action;
use rulebook::case::outreach::{OutreachCommand, TalkState, TalkView};
use rulebook::case::{CaseCommand, CaseView, Thread};
use rulebook::ids::{CaseId, DeveloperId};
use rulebook::party::Party;
use rulebook::report::form::MAX_TEXT;
use ui::field::{Choice, Field};
use ui::notice::Notice;
use ui::{Form, Frame, Mark, Page};

use crate::fault::told;
use crate::forms::Fields;
use crate::notices;
use crate::state::Console;
use crate::who::Finder;

/// Names of the forms, each with the place of its case behind it.
const WISH: &str = "wish";
const ANSWER: &str = "answer";
const WRITE: &str = "write";

pub(super) fn routes() -> Router<Console> {
    Router::new()
        .route("/{lang}/progress/talk", get(show))
        .route("/{lang}/progress/talk/wish", post(wish))
        .route("/{lang}/progress/talk/answer", post(answer))
        .route("/{lang}/progress/talk/message", post(message))
}

/// A line on the progress page that leads here: how it stands, or that one can wish for it.
pub(super) fn line(frame: &Frame, page: &ReportPage) -> Option<(String, bool)> {
    let talks = || page.cases.iter().flat_map(|case| &case.view.outreach.talks);
    if let Some(talk) = talks().find(|talk| talk.state == TalkState::ToAnswer).or_else(|| talks().last()) {
        return Some((state(frame, talk), talk.state == TalkState::ToAnswer));
    }
    let may = page.cases.iter().any(|case| is_with_developers(&case.view) && case.refusal(Action::WishTalk).is_none());
    may.then(|| (frame.t("direct-may-wish").into_owned(), false))
}

/// Whether a developer can have it: before that there is nobody to talk with.
const fn is_with_developers(case: &CaseView) -> bool {
    case.details_sent_on.is_some()
}

fn state(frame: &Frame, talk: &TalkView) -> String {
    frame.t(format!("talk-state-{}", talk.state.word())).into_owned()
}

/// A message of a talk.
struct Said {
    at: jiff::Timestamp,
    who: String,
    own: bool,
    text: String,
}

/// A case with its talks.
struct Matter {
    place: usize,
    title: String,
    seen: String,
    talks: Vec<(Mark, String, String, jiff::civil::Date)>,
    wish: Option<Form>,
    answer: Option<(Form, Field)>,
    write: Option<(Form, Option<Field>)>,
    said: Vec<Said>,
}

#[derive(Template)]
#[template(path = "front/direct.html")]
struct DirectPage {
    frame: Frame,
    done: Option<Notice>,
    number: String,
    matters: Vec<Matter>,
}

/// A form that came back: its name with the place of its case, and its fields.
type Back = Option<(String, Form)>;

async fn show(finder: Finder) -> Response {
    page(&finder, None, StatusCode::OK).await
}

async fn page(finder: &Finder, back: Back, status: StatusCode) -> Response {
    match build(finder, back).await {
        Ok(page) => Page::secret(page).status(status).into_response(),
        Err(error) => finder.visitor.fault(error),
    }
}

async fn build(finder: &Finder, back: Back) -> Result<DirectPage, Error> {
    let office = &finder.visitor.console.office;
    let frame = finder.visitor.frame().width(ui::Width::Reading);
    let report = office.report_page(finder.report, finder.actor).await?;
    let mut matters = Vec::new();
    for (place, case) in report.cases.iter().enumerate() {
        let opened = office.case_page(case.view.id, finder.actor).await?;
        matters.extend(matter(&frame, place + 1, &opened, back.as_ref()));
    }
    Ok(DirectPage { done: notices::done(&frame), number: report.view.number, matters, frame })
}

/// A case in which somebody talks or may wish to.
fn matter(frame: &Frame, place: usize, page: &CasePage, back: Option<&(String, Form)>) -> Option<Matter> {
    let talks = &page.view.outreach.talks;
    let may = |action: Action| page.refusal(action).is_none();
    let wish = is_with_developers(&page.view) && may(Action::WishTalk);
    if !wish && talks.is_empty() {
        return None;
    }
    let form = |name: &str| {
        let name = format!("{name}-{place}");
        let sent = back.filter(|(found, _)| *found == name).map(|(_, form)| form.clone());
        sent.unwrap_or_else(|| Form::new(frame.lang).with_ids(name))
    };
    let asked = talks.iter().any(|talk| talk.state == TalkState::ToAnswer);
    Some(Matter {
        place,
        title: frame.t1("direct-case", "place", place),
        seen: page.digest.as_str().to_owned(),
        talks: talks.iter().map(|talk| line_of(frame, talk)).collect(),
        wish: wish.then(|| form(WISH)),
        answer: (asked && may(Action::AnswerTalk)).then(|| {
            let form = form(ANSWER);
            let choices = [Choice::new("yes", frame.t("direct-yes")), Choice::new("no", frame.t("direct-no"))];
            let field = form.radios("agrees", frame.t("direct-question"), &choices).in_line().required();
            (form, field)
        }),
        write: may(Action::WriteDirectly).then(|| write_form(frame, form(WRITE), &page.view)),
        said: said(frame, page),
    })
}

fn line_of(frame: &Frame, talk: &TalkView) -> (Mark, String, String, jiff::civil::Date) {
    let mark = match talk.state {
        TalkState::Asked => Mark::Waiting,
        TalkState::ToAnswer => Mark::Soon,
        TalkState::Agreed => Mark::Done,
        TalkState::Declined => Mark::Stopped,
    };
    let with = talk.developer.as_ref().map_or_else(String::new, |(_, name)| name.clone());
    (mark, state(frame, talk), with, talk.on)
}

/// The developers that one talks with, by their place among the talks.
fn partners(view: &CaseView) -> Vec<(usize, DeveloperId, &str)> {
    let agreed = view.outreach.talks.iter().enumerate().filter(|(_, talk)| talk.state == TalkState::Agreed);
    agreed
        .filter_map(|(place, talk)| talk.developer.as_ref().map(|(id, name)| (place + 1, *id, name.as_str())))
        .collect()
}

fn write_form(frame: &Frame, form: Form, view: &CaseView) -> (Form, Option<Field>) {
    let partners = partners(view);
    let choices: Vec<Choice> = partners.iter().map(|(place, _, name)| Choice::new(place, name)).collect();
    let to = (choices.len() > 1).then(|| form.select("to", frame.t("direct-to"), &choices).required());
    (form, to)
}

fn said(frame: &Frame, page: &CasePage) -> Vec<Said> {
    let direct = page.view.messages.iter().filter(|one| matches!(one.item.thread, Thread::Direct { .. }));
    let name = |id: DeveloperId| {
        let talk = page.view.outreach.talks.iter().filter_map(|talk| talk.developer.as_ref());
        talk.into_iter().find(|(one, _)| *one == id).map_or_else(String::new, |(_, name)| name.clone())
    };
    direct
        .map(|one| Said {
            at: one.at,
            who: match one.item.from {
                Party::Developer(id) => name(id),
                _ => frame.t("front-from-you").into_owned(),
            },
            own: matches!(one.item.from, Party::Finder(_)),
            text: page.text(one.item.body).to_owned(),
        })
        .collect()
}

/// The case that a form is about, by its place on the report.
async fn case_of(finder: &Finder, fields: &Fields) -> Result<CasePage, Error> {
    let office = &finder.visitor.console.office;
    let report = office.report_page(finder.report, finder.actor).await?;
    let place = fields.get("case").parse::<usize>().unwrap_or(1);
    let case = report.cases.get(place.wrapping_sub(1)).ok_or(Error::NotFound)?;
    office.case_page(case.view.id, finder.actor).await
}

/// What a form comes to: an order in a case, or the field that is wrong and why.
type Read = Result<(CaseId, CaseOrder), (&'static str, &'static str)>;

async fn carry_out(
    finder: Finder,
    name: &str,
    fields: Fields,
    read: impl FnOnce(&CasePage) -> Read,
    done: &str,
) -> Response {
    let visitor = &finder.visitor;
    let form = |field: &str, words: String| {
        let name = format!("{name}-{}", fields.get("case"));
        let mut form = fields.form(visitor.lang).with_ids(&name);
        form.wrong(field, words);
        Some((name, form))
    };
    let read = match case_of(&finder, &fields).await {
        Ok(page) => read(&page),
        Err(error) => return visitor.fault(error),
    };
    let (case, order) = match read {
        Ok(read) => read,
        Err((field, key)) => {
            let back = form(field, visitor.lang.t(key).into_owned());
            return page(&finder, back, StatusCode::UNPROCESSABLE_ENTITY).await;
        }
    };
    let error = match visitor.console.office.act(case, finder.actor, fields.seen().as_ref(), order).await {
        Ok(()) => return notices::after(&visitor.frame().href("/progress/talk"), done),
        Err(error) => error,
    };
    match told(visitor.lang, &error) {
        Some((words, status)) => page(&finder, form("form", words), status).await,
        None => visitor.fault(error),
    }
}

async fn wish(finder: Finder, fields: Fields) -> Response {
    let read = |page: &CasePage| Ok((page.view.id, CaseCommand::Outreach(OutreachCommand::WishTalk).into()));
    carry_out(finder, WISH, fields, read, "talk-wished").await
}

async fn answer(finder: Finder, fields: Fields) -> Response {
    let agrees = match fields.get("agrees") {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    let read = |page: &CasePage| {
        let agrees = agrees.ok_or(("agrees", "direct-choose"))?;
        let asked = page.view.outreach.talks.iter().find(|talk| talk.state == TalkState::ToAnswer);
        let wisher = asked.ok_or(("form", "direct-nothing"))?.wisher;
        Ok((page.view.id, CaseCommand::Outreach(OutreachCommand::AnswerTalk { wisher, agrees }).into()))
    };
    carry_out(finder, ANSWER, fields, read, "talk-answered").await
}

async fn message(finder: Finder, fields: Fields) -> Response {
    let (text, to) = (fields.get("text").to_owned(), fields.get("to").parse::<usize>().ok());
    let report = finder.report;
    let read = |page: &CasePage| {
        match text.chars().count() {
            0 => return Err(("text", "refusal-text-missing")),
            long if long > MAX_TEXT => return Err(("text", "refusal-text-too-long")),
            _ => {}
        }
        let partners = partners(&page.view);
        let partner = partners.iter().find(|(place, ..)| to.is_none_or(|to| to == *place));
        let developer = partner.ok_or(("form", "direct-nothing"))?.1;
        let thread = Thread::Direct { developer, report };
        Ok((page.view.id, CaseOrder::Write { thread, text: text.clone() }))
    };
    carry_out(finder, WRITE, fields, read, "talk-written").await
}
