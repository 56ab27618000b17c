//! The cases on which a member sits: where its votes are waited for stands first.

use askama::Template;
use axum::Router;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use casework::Error;
use jiff::civil::Date;
use rulebook::case::judgement::{FourCondition, Round};
use rulebook::case::{CaseContent, CaseView};
use rulebook::ids::AccountId;
use ui::notice::Notice;
use ui::{Frame, Mark, Page, Query};

use crate::judgement::word;
use crate::notices;
use crate::state::Console;
use crate::who::Member;

const PER_PAGE: usize = 20;

pub(super) fn routes() -> Router<Console> {
    Router::new().route("/{lang}/committee", get(list))
}

struct Line {
    number: String,
    title: String,
    mark: Mark,
    state: String,
    meeting: String,
    meets_on: Option<Date>,
    open: bool,
}

#[derive(Template)]
#[template(path = "committee/list.html")]
struct ListPage {
    frame: Frame,
    done: Option<Notice>,
    lines: Vec<Line>,
    query: Query,
    page: usize,
    total: usize,
}

async fn list(member: Member) -> Response {
    match build(&member).await {
        Ok(page) => Page::secret(page).into_response(),
        Err(error) => member.visitor.fault(error),
    }
}

async fn build(member: &Member) -> Result<ListPage, Error> {
    let visitor = &member.visitor;
    let query = Query::parse(&visitor.path);
    let page = query.get("page").and_then(|page| page.parse().ok()).filter(|page| *page > 0).unwrap_or(1_usize);
    let offset = (page - 1).saturating_mul(PER_PAGE);
    let sittings = visitor.console.office.sittings(member.actor, PER_PAGE, offset).await?;
    let frame = visitor.frame();
    let lines = sittings.views.iter().map(|view| line(&frame, member.account, view)).collect();
    Ok(ListPage { done: notices::done(&frame), lines, query, page, total: sittings.total, frame })
}

fn line(frame: &Frame, member: AccountId, view: &CaseView) -> Line {
    let round = view.judgement.round();
    let meeting = round.and_then(|round| round.meeting.as_ref());
    let (mark, state) = round.map_or((Mark::Stopped, String::new()), |round| state(frame, member, round));
    Line {
        number: view.number.clone(),
        title: title(frame, view),
        mark,
        state,
        meeting: meeting.map(|meeting| meeting.meeting.clone()).unwrap_or_default(),
        meets_on: meeting.map(|meeting| meeting.meets_on),
        open: round.is_some_and(Round::is_open),
    }
}

/// What a case is about: product and kind, as they were handed over.
pub(super) fn title(frame: &Frame, view: &CaseView) -> String {
    let title = view.content.as_ref().map(CaseContent::title).unwrap_or_default();
    if title.is_empty() { frame.t("desk-untitled").into_owned() } else { title }
}

/// On how many of the four conditions a member has voted.
pub(super) fn voted(member: AccountId, round: &Round) -> usize {
    round.votes.iter().filter(|ballot| ballot.member == member).count()
}

/// How far it is for a member: its votes are waited for, it has voted, or it is over.
pub(super) fn state(frame: &Frame, member: AccountId, round: &Round) -> (Mark, String) {
    if let Some(verdict) = round.verdict() {
        let said = frame.t1("committee-decided", "verdict", word(frame.lang, verdict.word()));
        return (Mark::Done, said);
    }
    if !round.is_open() {
        return (Mark::Stopped, frame.t("committee-returned").into_owned());
    }
    match FourCondition::ALL.len() - voted(member, round) {
        0 => (Mark::Waiting, frame.t("committee-voted").into_owned()),
        left => (Mark::Active, frame.t1("committee-left", "count", left)),
    }
}
