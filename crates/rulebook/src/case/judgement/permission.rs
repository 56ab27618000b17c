//! Who may do what about a judgement, and what a judgement keeps from being done.

use super::event::Verdict;
use super::state::Round;
use crate::action::Action;
use crate::case::file::CaseFile;
use crate::case::reach::last_heard;
use crate::case::state::CaseState;
use crate::clause::Clause;
use crate::edition::Rules;
use crate::ids::DeveloperId;
use crate::moment::Moment;
use crate::party::Party;
use crate::refusal::{Refusal, Why, require};

pub(super) const IMPOSSIBLE: Clause = Clause::new("Ⅳ.3.(2).1");
pub(super) const JUDGEMENT: Clause = Clause::new("Ⅳ.3.(2).5");
const NOTICE: Clause = Clause::new("Ⅳ.4.10");
const TOLD: Clause = Clause::new("Ⅳ.3.(2).3");
const RESULT: Clause = Clause::new("Ⅳ.3.(2).7");

/// Whether a party may do something about a judgement now.
///
/// # Errors
/// The refusal; to a developer it is made of what it was told alone.
pub fn may(
    file: &CaseFile,
    party: Party,
    action: Action,
    about: Option<DeveloperId>,
    rules: Rules<'_>,
    now: Moment,
) -> Result<(), Refusal> {
    let case = &file.case;
    require(!party.is_staff() || !case.ending.is_over(), Refusal::under(IMPOSSIBLE, Why::HandlingEnded))?;
    match (party, action) {
        (Party::Developer(id), _) => developer_may(case, id, action),
        (Party::Member(member), _) => {
            let seated = case.judgement.open().is_some_and(|round| round.is_seated(member));
            require(seated, Refusal::under(JUDGEMENT, Why::NoRound))
        }
        (_, Action::NotifyImpossible) => may_notify(case, about),
        (_, Action::JudgeImpossible) => {
            let waits = case.judgement.open().is_some_and(|round| round.judged.is_none());
            require(waits, Refusal::under(NOTICE, Why::NoRound))
        }
        (_, Action::ResumeCoordination) => {
            let back = case.judgement.round().is_some_and(|round| round.is_back() && round.resumed_on.is_none());
            require(back, Refusal::under(Clause::new("Ⅳ.4.10.第3段"), Why::NoRound))
        }
        (_, Action::AskConfirmation | Action::RecordConfirmation | Action::AskView | Action::SetJudgedDay) => {
            after_decision(case, action)
        }
        _ => before_decision(file, action, rules, now),
    }
}

fn may_notify(case: &CaseState, about: Option<DeveloperId>) -> Result<(), Refusal> {
    let side = about.and_then(|id| case.developer(id)).ok_or(Refusal::plain(Why::NoSuchDeveloper))?;
    require(!side.attempts.is_empty(), Refusal::under(NOTICE, Why::NotContacted))?;
    require(case.publications.is_empty(), Refusal::under(NOTICE, Why::AlreadyPublished))?;
    let free = case.judgement.open().is_none() && case.judgement.to_publish().is_none();
    require(free, Refusal::under(NOTICE, Why::AtCommittee))
}

/// The round that is being worked on: the receiving body has judged for itself, and nothing is decided.
fn working(case: &CaseState) -> Result<&Round, Refusal> {
    let round = case.judgement.open().filter(|round| round.is_accepted());
    round.ok_or(Refusal::under(IMPOSSIBLE, Why::NoRound))
}

fn before_decision(file: &CaseFile, action: Action, rules: Rules<'_>, now: Moment) -> Result<(), Refusal> {
    let round = working(&file.case)?;
    let material = Clause::new("Ⅳ.3.(2).2");
    match action {
        Action::AskMaterial => require(round.material_asked_on.is_none(), Refusal::under(material, Why::AlreadyAsked)),
        Action::GiveMaterial => {
            require(round.material_asked_on.is_some(), Refusal::under(material, Why::NotAsked))?;
            require(round.material.is_none(), Refusal::under(material, Why::AlreadyDone))
        }
        Action::DeclareConflict => {
            require(round.seats().next().is_some(), Refusal::under(IMPOSSIBLE, Why::StepMissing))
        }
        Action::AnnounceJudgement => {
            require(!is_deemed_told(&file.case, round), Refusal::under(DEEMED, Why::NotForUnreachable))?;
            require(round.draft.is_some(), Refusal::under(TOLD, Why::StepMissing))?;
            require(round.announcement.is_none(), Refusal::under(TOLD, Why::AlreadyDone))
        }
        Action::ReturnCase => {
            let side = round.developer.and_then(|id| file.case.developer(id));
            let heard = side.and_then(|side| last_heard(side, rules));
            let new = heard.zip(round.notified_on).is_some_and(|(heard, notified)| heard >= notified);
            require(new, Refusal::under(Clause::new("Ⅳ.3.(2).3.第2段"), Why::NothingNew))
        }
        Action::PassJudgement => may_pass(&file.case, round, now),
        _ => Ok(()),
    }
}

const DEEMED: Clause = Clause::new("Ⅳ.3.(2).3.イ.第2段");

/// Whether the developer counts as told because appendix 5 was carried out.
pub(super) fn is_deemed_told(case: &CaseState, round: &Round) -> bool {
    let side = round.developer.and_then(|id| case.developer(id));
    round.is_unreachable() && side.is_some_and(|side| side.reach.listing.is_some())
}

/// Whether everything is there that a decision needs; what is left is to wait for the meeting and the opinions.
pub(super) fn is_prepared(case: &CaseState, round: &Round) -> bool {
    round.material.is_some()
        && round.meeting.is_some()
        && round.unassessed().is_empty()
        && round.draft.is_some()
        && !round.invitations.is_empty()
        && (round.announcement.is_some() || is_deemed_told(case, round))
}

fn may_pass(case: &CaseState, round: &Round, now: Moment) -> Result<(), Refusal> {
    require(is_prepared(case, round), Refusal::under(JUDGEMENT, Why::StepMissing))?;
    let met = round.meeting.as_ref().is_some_and(|meeting| meeting.meets_on <= now.today);
    require(met, Refusal::under(JUDGEMENT, Why::TooSoon))?;
    let heard = round.opinions_until().is_none_or(|until| until < now.today);
    require(heard, Refusal::under(Clause::new("Ⅳ.3.(2).4"), Why::TooSoon))
}

fn after_decision(case: &CaseState, action: Action) -> Result<(), Refusal> {
    let round = case.judgement.to_publish().ok_or(Refusal::under(RESULT, Why::NoRound))?;
    require(case.publications.is_empty(), Refusal::under(RESULT, Why::AlreadyPublished))?;
    if action == Action::SetJudgedDay {
        let confirmed = round.is_unreachable() || round.confirmed.is_some();
        return require(confirmed, Refusal::under(Clause::new("Ⅳ.3.(2).7.ア.1"), Why::StepMissing));
    }
    require(!round.is_unreachable(), Refusal::under(RESULT, Why::NotForUnreachable))?;
    let done = |done: bool| require(!done, Refusal::under(RESULT, Why::AlreadyDone));
    match action {
        Action::AskConfirmation => done(round.confirmation_asked.is_some()),
        Action::RecordConfirmation => {
            require(round.confirmation_asked.is_some(), Refusal::under(RESULT, Why::StepMissing))?;
            done(round.confirmed.is_some())
        }
        _ => done(round.view_asked.is_some()),
    }
}

/// A developer speaks once it was told; of one that could not be reached nobody says how it ended.
fn developer_may(case: &CaseState, id: DeveloperId, action: Action) -> Result<(), Refusal> {
    let mut told = case.judgement.rounds.iter().rev();
    let round = told.find(|round| round.developer == Some(id) && round.announcement.is_some());
    let round = round.ok_or(Refusal::plain(Why::NotAsked))?;
    if action == Action::GiveView {
        require(round.view_asked.is_some(), Refusal::plain(Why::NotAsked))?;
        return require(case.publications.is_empty(), Refusal::under(RESULT, Why::AlreadyPublished));
    }
    let over = round.returned.is_some() || round.ruling.is_some() && !round.is_unreachable();
    require(!over, Refusal::under(Clause::new("Ⅳ.3.(2).4"), Why::AlreadyDecided))
}

/// What a judgement keeps from being done: while nothing is decided neither day nor publication is; afterwards both
/// follow the decision.
///
/// # Errors
/// The refusal; these actions are the two bodies' alone.
pub(in crate::case) fn gate(case: &CaseState, action: Action) -> Result<(), Refusal> {
    use Action::{ApproveAdvisory, CoSignAdvisory, Publish, SetDay};
    let gated = matches!(action, SetDay | ApproveAdvisory | CoSignAdvisory | Publish);
    if !gated || !case.publications.is_empty() {
        return Ok(());
    }
    require(case.judgement.open().is_none(), Refusal::under(JUDGEMENT, Why::AtCommittee))?;
    let Some(round) = case.judgement.to_publish() else { return Ok(()) };
    let day = Clause::new("Ⅳ.3.(2).7.ア.2");
    require(action != SetDay, Refusal::under(day, Why::AtCommittee))?;
    require(action != Publish || round.day.is_some(), Refusal::under(day, Why::NoDay))
}

/// Whether a decision fits what the committee found: publication needs all four conditions, and what does not have
/// all of them is not published; it goes back where coordination is possible (Ⅳ.3.(2).5, Ⅳ.3.(2).7).
pub(super) fn fits(verdict: Verdict, met: &[super::event::FourCondition]) -> bool {
    use super::event::FourCondition;
    let all = FourCondition::ALL.iter().all(|condition| met.contains(condition));
    match verdict {
        Verdict::Publish => all,
        Verdict::NotPublish => !all,
        Verdict::SentBack => !met.contains(&FourCondition::CannotCoordinate),
    }
}
