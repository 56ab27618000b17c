//! Who hears of a judgement (Ⅳ.3.(2), Ⅳ.4.10).

use jiff::civil::Date;

use super::event::{JudgementEvent, Ruling, Verdict};
use super::state::Round;
use crate::case::file::CaseFile;
use crate::case::notices::{Notice, NoticeKind, notice};
use crate::ids::DeveloperId;
use crate::party::Party;

/// Who is told. What the minister and others outside are sent goes on paper, and is recorded by its event.
pub(in crate::case) fn notices(before: &CaseFile, event: &JudgementEvent) -> Vec<Notice> {
    use JudgementEvent as E;
    let desk = |kind, clause| vec![notice(Party::ReceivingBody, kind, clause)];
    let coordinator = |kind, clause| vec![notice(Party::Coordinator, kind, clause)];
    let round = before.case.judgement.round();
    let developer = round.and_then(|round| round.developer);
    let to_developer = |kind, clause| developer.map(|id| notice(Party::Developer(id), kind, clause)).into_iter();
    match event {
        E::ImpossibleNotified { .. } => desk(NoticeKind::CannotCoordinate, "Ⅳ.4.10"),
        E::ImpossibleJudged { .. } => coordinator(NoticeKind::ImpossibleJudged, "Ⅳ.3.(2).1"),
        E::MaterialAsked { .. } => coordinator(NoticeKind::MaterialAsked, "Ⅳ.3.(2).2"),
        E::MaterialGiven { .. } => desk(NoticeKind::MaterialGiven, "Ⅳ.3.(2).2"),
        E::CommitteeConvened { members, .. } => {
            let called = members.iter().map(|seat| Party::Member(seat.account));
            called.map(|member| notice(member, NoticeKind::CommitteeCalled, "Ⅳ.3.(2).1")).collect()
        }
        E::ConflictDeclared { .. } => desk(NoticeKind::ConflictDeclared, "Ⅳ.3.(2).1.第4段"),
        E::SecretariatDrafted { .. } => members(round, NoticeKind::PapersReady, "Ⅳ.3.(2).2"),
        E::JudgementAnnounced(_) => to_developer(NoticeKind::JudgementAnnounced, "Ⅳ.3.(2).3").collect(),
        E::OpinionGiven { developer: Some(_), .. } => desk(NoticeKind::OpinionCame, "Ⅳ.3.(2).4"),
        E::ReturnedToCoordination { .. } => coordinator(NoticeKind::CaseReturned, "Ⅳ.3.(2).3.第2段"),
        E::JudgementPassed(ruling) => passed(round, ruling),
        E::ViewAsked { .. } => to_developer(NoticeKind::ViewAsked, "Ⅳ.3.(2).7.ア.3").collect(),
        E::ViewGiven { .. } => {
            let mut told = desk(NoticeKind::ViewGiven, "Ⅳ.3.(2).7.ア.3");
            told.extend(coordinator(NoticeKind::ViewGiven, "Ⅳ.3.(2).7.ア.4"));
            told
        }
        E::JudgedDaySet { .. } => coordinator(NoticeKind::JudgedDay, "Ⅳ.3.(2).7.ア.4"),
        E::CoordinationResumed { .. } => {
            let side = developer.and_then(|id| before.case.developer(id)).filter(|side| side.contact.is_some());
            let told = side.map(|side| Party::Developer(side.id)).into_iter();
            told.map(|party| notice(party, NoticeKind::CoordinationResumed, "Ⅳ.4.10.第3段")).collect()
        }
        _ => vec![],
    }
}

fn members(round: Option<&Round>, kind: NoticeKind, clause: &'static str) -> Vec<Notice> {
    let seats = round.into_iter().flat_map(Round::seats);
    seats.map(|seat| notice(Party::Member(seat.account), kind, clause)).collect()
}

/// The coordinator in every case, the developer unless it could not be reached (Ⅳ.3.(2).6, Ⅳ.3.(2).7.ウ). The finder
/// hears that nothing will be published by the end of the handling, which comes with it (Ⅳ.3.(2).7.イ).
fn passed(round: Option<&Round>, ruling: &Ruling) -> Vec<Notice> {
    let mut told = vec![notice(Party::Coordinator, NoticeKind::JudgementPassed, "Ⅳ.3.(2).6")];
    let reached = round.filter(|round| !round.is_unreachable()).and_then(|round| round.developer);
    told.extend(reached.map(|id| notice(Party::Developer(id), NoticeKind::JudgementPassed, "Ⅳ.3.(2).6")));
    if ruling.verdict == Verdict::SentBack {
        told.push(notice(Party::Coordinator, NoticeKind::CoordinateAgain, "Ⅳ.3.(2).7.ウ"));
    }
    told
}

/// The developer and the day that an event carries, for the timeline of staff.
pub(in crate::case) fn facts(event: &JudgementEvent) -> (Option<DeveloperId>, Option<Date>) {
    use JudgementEvent as E;
    match event {
        E::ImpossibleNotified { developer, on, .. } | E::ViewGiven { developer, on, .. } => {
            (Some(*developer), Some(*on))
        }
        E::OpinionGiven { developer, on, .. } => (*developer, Some(*on)),
        E::CommitteeConvened { meets_on, .. } => (None, Some(*meets_on)),
        E::JudgedDaySet { day, .. } => (None, Some(*day)),
        E::JudgementAnnounced(told) => (None, Some(told.deadline)),
        E::JudgementPassed(ruling) => (None, Some(ruling.on)),
        E::ViewAsked { deadline, .. } => (None, Some(*deadline)),
        _ => (None, None),
    }
}

/// Whether an event is a developer's own word.
pub(in crate::case) const fn is_for_developer(event: &JudgementEvent) -> bool {
    matches!(event, JudgementEvent::OpinionGiven { .. } | JudgementEvent::ViewGiven { .. })
}
