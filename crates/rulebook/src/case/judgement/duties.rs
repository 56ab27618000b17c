//! What is owed for a judgement, and what rests meanwhile.

use jiff::civil::Date;

use super::decide::has_refused;
use super::permission::{is_deemed_told, is_prepared};
use super::state::Round;
use crate::case::file::CaseFile;
use crate::case::reach::{Outcome, course, ladder_is_owed, unreachable_from};
use crate::case::state::{CaseState, DeveloperSide};
use crate::case::{Duty, DutyKind};
use crate::edition::Rules;
use crate::party::Party;

/// What is owed: the notice, the way to a decision, and what follows from it.
#[must_use]
pub fn duties(file: &CaseFile, rules: Rules<'_>) -> Vec<Duty> {
    let case = &file.case;
    if !case.publications.is_empty() {
        return vec![];
    }
    let Some(round) = case.judgement.round() else { return notices(case, rules) };
    if round.is_open() {
        return on_the_way(case, round);
    }
    let mut duties = after_decision(round);
    if case.judgement.to_publish().is_none() {
        duties.extend(notices(case, rules));
    }
    duties
}

/// The coordinator's notice (Ⅳ.4.10): when a developer stays silent, on the day on which it counts as unreachable;
/// when it refused the publication, promptly.
fn notices(case: &CaseState, rules: Rules<'_>) -> Vec<Duty> {
    let coordinator = |side: &DeveloperSide| Duty::new(Party::Coordinator, DutyKind::NotifyImpossible).about(side.id);
    let committee = matches!(course(case), None | Some(Outcome::Committee));
    let owed = |side: &DeveloperSide| {
        if refused_since(case, side) {
            return Some(coordinator(side));
        }
        let from = unreachable_from(side, rules).filter(|_| committee && ladder_is_owed(case))?;
        Some(coordinator(side).by(Some(after_return(case, from, rules))))
    };
    case.developers.iter().filter_map(owed).collect()
}

/// A notice that was not accepted is given again after another contact's time.
fn after_return(case: &CaseState, from: Date, rules: Rules<'_>) -> Date {
    let round = case.judgement.round();
    let declined = round.and_then(|round| round.judged.as_ref()).filter(|judged| !judged.0).map(|judged| judged.2);
    let interval = rules.edition.contact_interval_days.value;
    let again = declined.map(|on| rules.calendar.add_business_days(on, interval));
    again.map_or(from, |again| again.max(from))
}

/// Whether a developer refused, and no round has dealt with it.
fn refused_since(case: &CaseState, side: &DeveloperSide) -> bool {
    let dealt = case.judgement.round().and_then(|round| round.notified_on);
    let refusals = case.ending.refusals.iter().filter(|refusal| refusal.developer == side.id);
    let new = refusals.into_iter().any(|refusal| {
        refusal.what == crate::case::ending::Refused::Publication && dealt.is_none_or(|dealt| refusal.on > dealt)
    });
    new && has_refused(case, side) && !side.attempts.is_empty()
}

fn on_the_way(case: &CaseState, round: &Round) -> Vec<Duty> {
    let desk = |what| Duty::new(Party::ReceivingBody, what);
    if round.judged.is_none() {
        return vec![desk(DutyKind::JudgeImpossible)];
    }
    let meets_on = round.meeting.as_ref().map(|meeting| meeting.meets_on);
    let steps = [
        (round.material_asked_on.is_none(), desk(DutyKind::AskMaterial)),
        (
            round.material_asked_on.is_some() && round.material.is_none(),
            Duty::new(Party::Coordinator, DutyKind::GiveMaterial),
        ),
        (round.meeting.is_none(), desk(DutyKind::ConveneCommittee)),
        (!round.unassessed().is_empty(), desk(DutyKind::AssessConditions).by(meets_on)),
        (round.draft.is_none(), desk(DutyKind::DraftJudgement).by(meets_on)),
        (
            round.draft.is_some() && round.announcement.is_none() && !is_deemed_told(case, round),
            desk(DutyKind::AnnounceJudgement).by(meets_on),
        ),
        (round.invitations.is_empty(), desk(DutyKind::InviteOpinions).by(meets_on)),
        (is_prepared(case, round), desk(DutyKind::PassJudgement).by(decision_from(round))),
    ];
    let mut duties: Vec<Duty> = steps.into_iter().filter(|(owed, _)| *owed).map(|(_, duty)| duty).collect();
    let votes = |member| round.votes.iter().filter(|ballot| ballot.member == member).count();
    let silent = round.seats().filter(|seat| votes(seat.account) < 4);
    duties.extend(silent.map(|seat| Duty::new(Party::Member(seat.account), DutyKind::VoteOnConditions).by(meets_on)));
    duties
}

/// The day from which it can be decided: the meeting, and the day after the last one for opinions.
fn decision_from(round: &Round) -> Option<Date> {
    let meets_on = round.meeting.as_ref().map(|meeting| meeting.meets_on);
    let heard = round.opinions_until().map(|until| until.saturating_add(jiff::Span::new().days(1)));
    meets_on.into_iter().chain(heard).max()
}

fn after_decision(round: &Round) -> Vec<Duty> {
    let desk = |what| Duty::new(Party::ReceivingBody, what);
    if round.is_back() && round.resumed_on.is_none() {
        return vec![Duty::new(Party::Coordinator, DutyKind::ResumeCoordination)];
    }
    if round.verdict() != Some(super::event::Verdict::Publish) {
        return vec![];
    }
    let asks = !round.is_unreachable();
    let steps = [
        (asks && round.confirmation_asked.is_none(), DutyKind::AskConfirmation),
        (asks && round.confirmation_asked.is_some() && round.confirmed.is_none(), DutyKind::RecordConfirmation),
        (asks && round.view_asked.is_none(), DutyKind::AskView),
        (round.day.is_none() && (!asks || round.confirmed.is_some()), DutyKind::SetJudgedDay),
    ];
    steps.into_iter().filter(|(owed, _)| *owed).map(|(_, what)| desk(what)).collect()
}

/// Whether a duty of the two bodies rests: coordination while nothing is decided, and what a decision takes the place
/// of. Developers are asked on: a new report may bring the case back (Ⅳ.3.(2).3.第2段).
#[must_use]
pub fn rests(case: &CaseState, duty: &Duty) -> bool {
    use DutyKind as D;
    if !case.publications.is_empty() || !duty.who.is_staff() {
        return false;
    }
    let contact = matches!(
        duty.what,
        D::FindDeveloper | D::ContactDeveloper | D::SearchContact | D::ListName | D::ListProduct | D::AppendDeadline
    );
    let coordination = contact || matches!(duty.what, D::SetDay | D::SendPreview);
    let publication =
        matches!(duty.what, D::DraftAdvisory | D::ApproveAdvisory | D::CoSignAdvisory | D::Publish | D::UpdateAdvisory);
    if case.judgement.open().is_some() {
        return coordination || publication;
    }
    let judged = case.judgement.to_publish();
    judged.is_some_and(|round| coordination || duty.what == D::Publish && round.day.is_none())
}
