//! The page: whether it has ended and how, what may end it, and what is on record.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use casework::Error;
use rulebook::action::Action;
use rulebook::refusal::Refusal;
use ui::action::Button;
use ui::list::Tabs;
use ui::notice::{Heading, Notice};
use ui::{Form, Frame, Page};

use super::grounds::{self, Ending, GroundLine, Proposed};
use super::record::{self, KnownEnd, Record, RefusalLine, SupportLine};
use super::{Desk, RESUME, banner};
use crate::desk::case::{page, ways};
use crate::desk::sent::Open;
use crate::desk::words;
use crate::notices;

#[derive(Template)]
#[template(path = "desk/case/ending/page.html")]
struct EndingPage<'a> {
    frame: &'a Frame,
    title: String,
    head: Heading,
    ways: Tabs,
    done: Option<Notice>,
    state: Option<Notice>,
    proposed: Vec<Proposed>,
    drop: Option<Ending>,
    stop: Option<Ending>,
    resume: Option<(Open, Form)>,
    denied: Vec<Button>,
    drop_list: Vec<GroundLine>,
    stop_list: Vec<GroundLine>,
    refusals: Vec<RefusalLine<'a>>,
    refuse: Option<Record>,
    support: Vec<SupportLine<'a>>,
    known: Vec<KnownEnd>,
    state_support: Option<Record>,
}

pub(in crate::desk::case) async fn respond(desk: &Desk<'_>) -> Result<Response, Error> {
    let office = &desk.staff.visitor.console.office;
    let ids: Vec<_> = desk.page.view.developers.iter().map(|side| side.id).collect();
    let ends = office.support_ends(desk.staff.actor, &ids).await?;
    let status = desk.sent.as_ref().map_or(StatusCode::OK, |sent| sent.status);
    let resume = desk.may(Action::ResumeHandling);
    let shown = EndingPage {
        frame: &desk.frame,
        title: desk.frame.t1("ending-title", "number", &desk.page.view.number),
        head: page::head(desk),
        ways: ways::tabs(desk),
        done: notices::done(&desk.frame),
        state: banner(desk),
        proposed: grounds::proposed(desk),
        drop: grounds::drop_form(desk),
        stop: grounds::stop_form(desk),
        resume: resume.then(|| (desk.open(RESUME, "ending/resume"), desk.form(RESUME, |_| {}))),
        denied: words::denied(&desk.frame, denied(desk)),
        drop_list: grounds::drop_list(desk),
        stop_list: grounds::stop_list(desk),
        refusals: record::refusals(desk),
        refuse: record::refusal_form(desk),
        support: record::support(desk),
        known: record::known(desk, ends),
        state_support: record::support_form(desk),
    };
    Ok(Page::secret(shown).status(status).into_response())
}

/// What this side cannot do now, and why.
fn denied(desk: &Desk<'_>) -> Vec<(Action, Refusal)> {
    let ends = [Action::DropPublication, Action::StopHandling];
    let mine = ends.into_iter().filter(|action| action.belongs_to(desk.party()));
    mine.filter_map(|action| desk.page.refusal(action).map(|refusal| (action, refusal))).collect()
}
