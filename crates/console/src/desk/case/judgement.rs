//! A judgement on publication at the desks (Ⅳ.3.(2)): its state, and what the reader's body may do about it now.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get, post};
use casework::Error;
use rulebook::action::Action;
use rulebook::case::CaseCommand;
use ui::list::Tabs;
use ui::markup::Markup;
use ui::notice::{Heading, Notice};
use ui::{Button, Frame, Page};

use super::{Desk, Place, answer, find, judgement_papers, page, render, ways};
use crate::desk::sent::Sent;
use crate::desk::words;
use crate::forms::Fields;
use crate::judgement::{self, Bench};
use crate::notices;
use crate::parts::{Part, Wrong};
use crate::state::Console;
use crate::who::{CoordinatorDesk, ReceivingDesk, Staff};

type Number = Path<(String, String)>;

/// A form of the receiving body.
fn body(action: Action) -> MethodRouter<Console> {
    post(move |ReceivingDesk(staff): ReceivingDesk, number: Number, fields: Fields| async move {
        send(&staff, number, &fields, action).await
    })
}

/// A form of the coordinator.
fn coordinator(action: Action) -> MethodRouter<Console> {
    post(move |CoordinatorDesk(staff): CoordinatorDesk, number: Number, fields: Fields| async move {
        send(&staff, number, &fields, action).await
    })
}

pub(super) fn routes() -> Router<Console> {
    Router::new()
        .route("/{lang}/desk/cases/{number}/judgement", get(show))
        .route("/{lang}/desk/cases/{number}/judgement/notify-impossible", coordinator(Action::NotifyImpossible))
        .route("/{lang}/desk/cases/{number}/judgement/judge-impossible", body(Action::JudgeImpossible))
        .route("/{lang}/desk/cases/{number}/judgement/ask-material", body(Action::AskMaterial))
        .route("/{lang}/desk/cases/{number}/judgement/give-material", coordinator(Action::GiveMaterial))
        .route("/{lang}/desk/cases/{number}/judgement/convene-committee", body(Action::ConveneCommittee))
        .route("/{lang}/desk/cases/{number}/judgement/declare-conflict", body(Action::DeclareConflict))
        .route("/{lang}/desk/cases/{number}/judgement/assess-condition", body(Action::AssessCondition))
        .route("/{lang}/desk/cases/{number}/judgement/draft-judgement", body(Action::DraftJudgement))
        .route("/{lang}/desk/cases/{number}/judgement/announce-judgement", body(Action::AnnounceJudgement))
        .route("/{lang}/desk/cases/{number}/judgement/invite-opinion", body(Action::InviteOpinion))
        .route("/{lang}/desk/cases/{number}/judgement/give-opinion", body(Action::GiveOpinion))
        .route("/{lang}/desk/cases/{number}/judgement/hold-hearing", body(Action::HoldHearing))
        .route("/{lang}/desk/cases/{number}/judgement/return-case", body(Action::ReturnCase))
        .route("/{lang}/desk/cases/{number}/judgement/pass-judgement", body(Action::PassJudgement))
        .route("/{lang}/desk/cases/{number}/judgement/ask-confirmation", body(Action::AskConfirmation))
        .route("/{lang}/desk/cases/{number}/judgement/record-confirmation", body(Action::RecordConfirmation))
        .route("/{lang}/desk/cases/{number}/judgement/ask-view", body(Action::AskView))
        .route("/{lang}/desk/cases/{number}/judgement/set-judged-day", body(Action::SetJudgedDay))
        .route("/{lang}/desk/cases/{number}/judgement/resume-coordination", coordinator(Action::ResumeCoordination))
}

/// Whether a case has anything to do with a judgement: there was a notice, or this side may do something.
pub(super) fn concerns(desk: &Desk<'_>) -> bool {
    let view = &desk.page.view;
    let mut sides = view.developers.iter();
    !view.judgement.rounds.is_empty() || sides.any(|side| desk.may_about(side.id, Action::NotifyImpossible))
}

#[derive(Template)]
#[template(path = "desk/case/judgement.html")]
struct JudgementPage<'a> {
    frame: &'a Frame,
    title: String,
    head: Heading,
    ways: Tabs,
    done: Option<Notice>,
    rounds: Option<Markup>,
    parts: Vec<Part>,
    denied: Vec<Button>,
    papers: Option<Markup>,
}

async fn show(staff: Staff, Path((_, number)): Number) -> Response {
    render(&staff, &number, Place::Judgement, None).await
}

pub(super) async fn respond(desk: &Desk<'_>) -> Result<Response, Error> {
    let frame = &desk.frame;
    let candidates = judgement::candidates(&desk.staff.visitor.console.office, &desk.page).await?;
    let bench = Bench { frame, page: &desk.page, party: desk.party(), candidates: &candidates };
    let page = JudgementPage {
        frame,
        title: frame.t1("judgement-title", "number", &desk.page.view.number),
        head: page::head(desk),
        ways: ways::tabs(desk),
        done: notices::done(frame),
        rounds: judgement::rounds(frame, &desk.page),
        parts: bench.parts(&format!("{}/judgement", desk.base), desk.sent.as_ref()),
        denied: words::denied(frame, bench.denied()),
        papers: judgement_papers::markup(desk),
    };
    let status = desk.sent.as_ref().map_or(StatusCode::OK, |sent| sent.status);
    Ok(Page::secret(page).status(status).into_response())
}

async fn send(staff: &Staff, Path((_, number)): Number, fields: &Fields, action: Action) -> Response {
    let (lang, name) = (staff.visitor.lang, action.word());
    let outcome = match give(staff, &number, fields, action).await {
        Ok(Ok(())) => Ok(()),
        Ok(Err((field, key))) => {
            let sent = Sent::wrong(lang, name, fields, field, lang.t(key));
            return render(staff, &number, Place::Judgement, Some(sent)).await;
        }
        Err(error) => Err(error),
    };
    answer(staff, &number, Place::Judgement, name, fields, outcome, "judgement").await
}

async fn give(staff: &Staff, number: &str, fields: &Fields, action: Action) -> Result<Result<(), Wrong>, Error> {
    let office = &staff.visitor.console.office;
    let case = find(staff, number).await?;
    let page = office.case_page(case, staff.actor).await?;
    let candidates = judgement::candidates(office, &page).await?;
    let frame = staff.visitor.frame();
    let bench = Bench { frame: &frame, page: &page, party: staff.actor.party, candidates: &candidates };
    let command = match bench.read(action, fields) {
        Ok(command) => command,
        Err(wrong) => return Ok(Err(wrong)),
    };
    office.act(case, staff.actor, fields.seen().as_ref(), CaseCommand::Judgement(command).into()).await.map(Ok)
}
