//! Direct talk of finder and developer: asked through the bodies, with the other side's consent (Ⅳ.2.6, Ⅳ.5.4).

use jiff::civil::Date;

use super::event::OutreachEvent;
use super::record::Talk;
use crate::action::Action;
use crate::case::event::Thread;
use crate::case::file::CaseFile;
use crate::case::{Duty, DutyKind};
use crate::clause::Clause;
use crate::ids::{DeveloperId, ReportId};
use crate::party::Party;
use crate::refusal::{Refusal, Why, require};

pub(super) const BY_FINDER: Clause = Clause::new("Ⅳ.2.6");
pub(super) const BY_DEVELOPER: Clause = Clause::new("Ⅳ.5.4");

/// The clause of a wish.
pub(super) fn clause(wisher: Party) -> Clause {
    if matches!(wisher, Party::Finder(_)) { BY_FINDER } else { BY_DEVELOPER }
}

/// The body that passes a wish on: the coordinator to a developer, the receiving body to the finder.
pub(super) fn carrier(wisher: Party) -> Party {
    if matches!(wisher, Party::Finder(_)) { Party::Coordinator } else { Party::ReceivingBody }
}

/// The other side of a wish that was passed on.
pub(super) fn asked(talk: &Talk) -> Option<Party> {
    let (developer, report) = talk.between?;
    Some(if matches!(talk.wisher, Party::Finder(_)) { Party::Developer(developer) } else { Party::Finder(report) })
}

/// Who may answer a wish now: the other side, and before it was passed on the body that would.
fn answerer(talk: &Talk) -> Option<Party> {
    if talk.agreed.is_some() { None } else { Some(asked(talk).unwrap_or(carrier(talk.wisher))) }
}

pub(super) fn may(file: &CaseFile, party: Party, action: Action) -> Result<(), Refusal> {
    let talks = &file.case.outreach.talks;
    let unpassed = |talk: &Talk| talk.agreed.is_none() && talk.between.is_none() && carrier(talk.wisher) == party;
    match action {
        Action::WishTalk => {
            let open = file.case.outreach.open_talk(party).is_some();
            require(!open, Refusal::under(clause(party), Why::SaidAlready))
        }
        Action::PassTalk => require(talks.iter().any(unpassed), Refusal::under(BY_FINDER, Why::NothingAsked)),
        _ => {
            let waits = talks.iter().any(|talk| answerer(talk) == Some(party));
            require(waits, Refusal::under(BY_FINDER, Why::NothingAsked))
        }
    }
}

/// Passes a wish on. A finder that lets developers get in touch (エ) has consented already.
pub(super) fn pass(
    file: &CaseFile,
    party: Party,
    wisher: Party,
    developer: DeveloperId,
    report: ReportId,
    on: Date,
) -> Result<Vec<OutreachEvent>, Refusal> {
    let clause = clause(wisher);
    let open = file.case.outreach.open_talk(wisher).filter(|talk| talk.between.is_none() && carrier(wisher) == party);
    require(open.is_some(), Refusal::under(clause, Why::NothingAsked))?;
    let theirs = wisher == Party::Finder(report) || wisher == Party::Developer(developer);
    let known = file.case.reports.contains(&report);
    require(theirs && known, Refusal::under(clause, Why::Unusable))?;
    let informed = file.case.developer(developer).is_some_and(|side| side.details.is_some());
    require(informed, Refusal::under(clause, Why::DetailsNotSent))?;
    let passed = OutreachEvent::TalkPassed { wisher, developer, report, on };
    let consents = file.reports.iter().find(|one| one.id == report).map(|one| one.consents_to_developers());
    let consented = wisher == Party::Developer(developer) && consents.is_some_and(|it| it.direct_contact.is_yes());
    let by = Party::Finder(report);
    let agreed = consented.then_some(OutreachEvent::TalkAnswered { wisher, by, agrees: true, on });
    Ok([passed].into_iter().chain(agreed).collect())
}

/// The other side consents or not; a body only declines.
pub(super) fn answer(
    file: &CaseFile,
    party: Party,
    wisher: Party,
    agrees: bool,
    on: Date,
) -> Result<OutreachEvent, Refusal> {
    let talk = file.case.outreach.open_talk(wisher).filter(|talk| answerer(talk) == Some(party));
    require(talk.is_some(), Refusal::under(BY_FINDER, Why::NothingAsked))?;
    require(!agrees || !party.is_staff(), Refusal::under(clause(wisher), Why::NotYours))?;
    Ok(OutreachEvent::TalkAnswered { wisher, by: party, agrees, on })
}

/// Whether a party may write directly: in this thread, or in any where none is named.
pub(in crate::case) fn may_write(file: &CaseFile, party: Party, thread: Option<Thread>) -> Result<(), Refusal> {
    let agreed = file.case.outreach.talks.iter().filter(|talk| talk.agreed == Some(true));
    let mut own = agreed.filter_map(|talk| talk.between).filter(|(developer, report)| {
        let there = thread.is_none_or(|it| it == Thread::Direct { developer: *developer, report: *report });
        there && (party == Party::Developer(*developer) || party == Party::Finder(*report))
    });
    require(own.next().is_some(), Refusal::under(clause(party), Why::NotAgreed))
}

/// A wish waits for the body that passes it on, and then for the other side.
pub(super) fn duties(file: &CaseFile) -> Vec<Duty> {
    let open = file.case.outreach.talks.iter().filter(|talk| talk.agreed.is_none());
    open.map(|talk| match asked(talk) {
        Some(Party::Developer(id)) => Duty::new(Party::Developer(id), DutyKind::AnswerTalk).about(id),
        Some(finder) => Duty::new(finder, DutyKind::AnswerTalk),
        None => Duty::new(carrier(talk.wisher), DutyKind::PassTalk),
    })
    .collect()
}
