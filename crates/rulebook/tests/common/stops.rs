//! The canonical case: one road with two developers, stop by stop.

use rulebook::case::decide::CaseCommand;
use rulebook::case::{AttemptOutcome, VerificationResult};
use rulebook::moment::Moment;
use rulebook::party::Party;
use rulebook::report::form::Answer;

use super::*;

/// A stop of the road: what is done there, and its name when it is one that the access matrix shows.
pub struct Stop {
    pub name: &'static str,
    pub now: Moment,
    pub doing: Option<(Party, CaseCommand)>,
}

pub fn stop(name: &'static str, on: &str, party: Party, command: CaseCommand) -> Stop {
    Stop { name, now: morning(on), doing: Some((party, command)) }
}

/// Day of receipt and acceptance.
pub const BEGINNING: &str = "2026-11-16";

/// An accepted report, as the road begins.
pub fn accepted(consents: Consents) -> Road {
    let now = morning(BEGINNING);
    let mut road = Road::begin(received(consents, now), now);
    road.accept(DESK, accepting(), now).expect("all five conditions hold");
    road
}

/// The finder of the canonical case: unknown to everybody but the desk, and thanked in public.
pub fn shy() -> Consents {
    consents(Answer::No, Answer::Yes)
}

/// The roads that random histories set out on.
pub fn roads() -> Vec<Vec<Stop>> {
    use super::judged::{published_silently, refused_until_day, sent_back};
    vec![stops(), published_silently(), refused_until_day(), sent_back()]
}

/// Everything that is done from acceptance to the first update.
pub fn stops() -> Vec<Stop> {
    let comment = || CaseCommand::CommentPreview { agrees: true, comment: "このままで".into() };
    let agree = CaseCommand::ApproveAdvisory(COORDINATOR_ACCOUNT);
    let co_sign = CaseCommand::CoSignAdvisory(DESK_ACCOUNT);
    vec![
        stop("", "2026-11-16", DESK, rate()),
        stop("handed-over", "2026-11-18", DESK, hand_over()),
        stop("developer-added", "2026-11-21", COORDINATOR, add(MIHARASHI)),
        stop("contacted", "2026-11-21", COORDINATOR, attempt(MIHARASHI, day("2026-11-21"), AttemptOutcome::Waiting)),
        stop("confirmed", "2026-11-24", MAKER, confirm(MIHARASHI)),
        stop("details-sent", "2026-11-25", COORDINATOR, release(MIHARASHI)),
        stop("verified", "2026-12-02", MAKER, verified(VerificationResult::Affected)),
        stop("", "2026-12-03", COORDINATOR, add(TOMOSHIBI)),
        stop("", "2026-12-03", COORDINATOR, attempt(TOMOSHIBI, day("2026-12-03"), AttemptOutcome::Answered)),
        stop("", "2026-12-03", COORDINATOR, confirm(TOMOSHIBI)),
        stop("", "2026-12-03", COORDINATOR, release(TOMOSHIBI)),
        stop("", "2026-12-04", BUILDER, verified(VerificationResult::SmallInfluence)),
        stop("", "2026-12-05", MAKER, countermeasure("3.2.1 に更新する")),
        stop("", "2026-12-06", MAKER, CaseCommand::StateStatus(status("みはらしの声明"))),
        stop("", "2026-12-06", BUILDER, CaseCommand::StateStatus(status("ともしびの声明"))),
        stop("date-agreed", "2026-12-07", COORDINATOR, set_day("2027-01-05", "")),
        stop("drafted", "2026-12-10", COORDINATOR, start_advisory(text("概要"))),
        stop("previewed", "2026-12-11", COORDINATOR, CaseCommand::SendPreview),
        stop("", "2026-12-14", MAKER, comment()),
        stop("", "2026-12-14", BUILDER, comment()),
        stop("approved", "2026-12-15", COORDINATOR, agree.clone()),
        stop("co-signed", "2026-12-16", DESK, co_sign.clone()),
        Stop { name: "day-come", now: morning("2027-01-05"), doing: None },
        stop("published", "2027-01-05", Party::Program, publish("")),
        stop("", "2027-01-20", MAKER, CaseCommand::StateStatus(status("みはらしの新しい声明"))),
        stop("update-drafted", "2027-01-21", COORDINATOR, CaseCommand::EditAdvisory(Box::new(text("新しい概要")))),
        stop("", "2027-01-21", COORDINATOR, agree),
        stop("update-signed", "2027-01-21", DESK, co_sign),
        stop("", "2027-01-21", COORDINATOR, publish("修正版を追加")),
    ]
}
