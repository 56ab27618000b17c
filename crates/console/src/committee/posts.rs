//! What a member sends: a vote on a condition, a point to debate, its own interest in the case.

use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::{MethodRouter, post};
use casework::Error;
use rulebook::action::Action;
use rulebook::case::CaseCommand;
use rulebook::case::judgement::FourCondition;

use super::Matter;
use super::page::{self, form_name};
use crate::desk::sent::Sent;
use crate::forms::Fields;
use crate::judgement::Bench;
use crate::notices;
use crate::parts::Wrong;
use crate::state::Console;
use crate::who::Member;

pub(super) fn routes() -> Router<Console> {
    Router::new()
        .route("/{lang}/committee/{number}/vote", form(Action::Vote))
        .route("/{lang}/committee/{number}/debate", form(Action::MarkDebate))
        .route("/{lang}/committee/{number}/conflict", form(Action::DeclareConflict))
}

fn form(action: Action) -> MethodRouter<Console> {
    post(move |member: Member, Path((_, number)): Path<(String, String)>, fields: Fields| async move {
        send(&member, &number, &fields, action).await
    })
}

async fn send(member: &Member, number: &str, fields: &Fields, action: Action) -> Response {
    let visitor = &member.visitor;
    let condition = FourCondition::of_word(fields.get("condition"));
    let name = form_name(action, condition);
    match give(member, number, fields, action).await {
        Ok(Ok(())) => after(member, number, action, condition).await,
        Ok(Err((field, key))) => {
            let sent = Sent::wrong(visitor.lang, &name, fields, field, visitor.lang.t(key));
            page::render(member, number, Some(sent)).await
        }
        Err(error) => match Sent::refused(visitor, &name, fields, error) {
            Ok(sent) => page::render(member, number, Some(sent)).await,
            Err(response) => *response,
        },
    }
}

async fn give(member: &Member, number: &str, fields: &Fields, action: Action) -> Result<Result<(), Wrong>, Error> {
    let matter = Matter::load(member, number, None).await?;
    let bench = Bench { frame: &matter.frame, page: &matter.page, party: member.actor.party, candidates: &[] };
    let command = match bench.read(action, fields) {
        Ok(command) => CaseCommand::Judgement(command),
        Err(wrong) => return Ok(Err(wrong)),
    };
    let office = &member.visitor.console.office;
    office.act(matter.page.view.id, member.actor, fields.seen().as_ref(), command.into()).await.map(Ok)
}

/// Where it leads: from a vote to the next condition without one; from an interest to the list, which no longer has the
/// case.
async fn after(member: &Member, number: &str, action: Action, condition: Option<FourCondition>) -> Response {
    let frame = member.visitor.frame();
    let here = frame.href(format!("/committee/{number}"));
    let part = |condition: FourCondition| format!("{here}#{}", condition.word());
    match action {
        Action::DeclareConflict => notices::after(&frame.href("/committee"), "committee-conflict"),
        Action::MarkDebate => notices::after(&condition.map_or(here.clone(), part), "committee-debate"),
        _ => {
            let next = Matter::load(member, number, None).await.ok().and_then(|matter| page::next(&matter));
            let done = if next.is_some() { "committee-vote" } else { "committee-votes" };
            notices::after(&next.map_or(here.clone(), part), done)
        }
    }
}
