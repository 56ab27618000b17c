//! About the end of the case.

use proptest::prelude::*;
use proptest::sample::select;
use rulebook::action::Action;
use rulebook::case::decide::CaseCommand;
use rulebook::case::ending::{Dropped, Stopped};
use rulebook::case::{
    CaseEvent, CaseFile, DropGround, DutyKind, EndOfSupport, EndingCommand, EndingEvent, EndingGround, FixPlan,
    Refused, StopUsing,
};
use rulebook::party::Party;

use crate::common::histories::{developer, some_day, words};
use crate::common::{COORDINATOR, DESK, ELSEWHERE, MIHARASHI, day};

pub fn golden() -> Vec<CaseEvent> {
    let dropped = EndingEvent::PublicationDropped {
        ground: DropGround::AllUsersTold,
        said_by: Some(MIHARASHI),
        reason: "全件の送付記録を確認".into(),
        on: day("2026-12-08"),
    };
    let stopped = EndingEvent::HandlingStopped {
        ground: EndingGround::IllegallyAcquired,
        reason: "入手の方法が違法であることが明白".into(),
        on: day("2026-11-17"),
    };
    let resumed =
        EndingEvent::HandlingResumed {
            by: DESK, reason: "新しい攻撃方法が届いた".into(), on: day("2027-02-01")
        };
    let refused = EndingEvent::RefusalRecorded {
        developer: MIHARASHI,
        what: Refused::Publication,
        statement: "公表に同意しない".into(),
        by_developer: true,
        on: day("2026-12-09"),
    };
    let support = EndOfSupport {
        product: "みはらしポータル 2".into(),
        ended_on: day("2024-03-31"),
        fix: FixPlan::None,
        agrees: StopUsing::NoAnswer,
    };
    let ended =
        EndingEvent::EndOfSupportStated { developer: MIHARASHI, support, by_developer: false, on: day("2026-12-10") };
    [dropped, stopped, resumed, refused, ended].map(CaseEvent::Ending).into()
}

pub fn tries() -> impl Strategy<Value = (Party, CaseCommand)> {
    let ends = prop_oneof![
        (select(DropGround::ALL.to_vec()), proptest::option::of(developer()), words())
            .prop_map(|(ground, said_by, reason)| (COORDINATOR, EndingCommand::Drop { ground, said_by, reason })),
        (select(EndingGround::ALL.to_vec()), words())
            .prop_map(|(ground, reason)| (DESK, EndingCommand::Stop { ground, reason })),
    ];
    let resumed = (select(vec![DESK, COORDINATOR]), words())
        .prop_map(|(party, reason)| (party, EndingCommand::Resume { reason }));
    let speaker = || (developer(), any::<bool>());
    let by = |(id, own)| if own { Party::Developer(id) } else { COORDINATOR };
    let refused = (speaker(), select(Refused::ALL.to_vec()), words()).prop_map(move |(who, what, statement)| {
        (by(who), EndingCommand::RecordRefusal { developer: who.0, what, statement })
    });
    let support = (speaker(), words(), some_day(), select(FixPlan::ALL.to_vec()), select(StopUsing::ALL.to_vec()))
        .prop_map(move |(who, product, ended_on, fix, agrees)| {
            (by(who), EndingCommand::StateEndOfSupport { developer: who.0, product, ended_on, fix, agrees })
        });
    // An end stops nearly everything: it is tried seldom, and taking up again often.
    prop_oneof![1 => ends, 4 => resumed, 3 => refused, 3 => support]
        .prop_map(|(party, command)| (party, CaseCommand::Ending(command)))
}

/// An end, and the case taken up again.
pub fn stories() -> impl Strategy<Value = Vec<(Party, CaseCommand)>> {
    select(EndingGround::ALL.to_vec()).prop_map(|ground| {
        let stop = EndingCommand::Stop { ground, reason: "終わる".into() };
        let resume = EndingCommand::Resume { reason: "新しい攻撃方法が届いた".into() };
        [stop, resume].map(|command| (DESK, CaseCommand::Ending(command))).into()
    })
}

fn contacted(before: &CaseFile, viewer: Party) -> bool {
    matches!(viewer, Party::Developer(id) if before.case.developer(id).is_some_and(|side| !side.attempts.is_empty()))
}

/// Both bodies of everything; contacted developers of how it ends and goes on, and of their own words; the finder of
/// the handling that is stopped and taken up again, and of the day that falls (it is the one date).
pub fn may_learn(viewer: Party, before: &CaseFile, event: &EndingEvent) -> bool {
    match (viewer, event) {
        (Party::ReceivingBody, _) => true,
        (Party::Coordinator, _) => before.case.handed_over.is_some(),
        (
            Party::Developer(id),
            EndingEvent::RefusalRecorded { developer, .. } | EndingEvent::EndOfSupportStated { developer, .. },
        ) => *developer == id,
        (Party::Developer(_), _) => contacted(before, viewer),
        (Party::Member(member), _) => before.case.judgement.is_seen_by(member),
        (Party::Finder(report), EndingEvent::HandlingStopped { .. }) => before.case.reports.contains(&report),
        (Party::Finder(report), EndingEvent::HandlingResumed { .. }) => {
            before.case.reports.contains(&report) && before.case.ending.stopped.is_some()
        }
        (Party::Finder(report), EndingEvent::PublicationDropped { .. }) => {
            before.case.reports.contains(&report) && before.case.day().is_some()
        }
        _ => false,
    }
}

/// Grounds and reasons that the viewer is not told are others; so is everything that others said.
pub fn change(there: &mut CaseFile, viewer: Party) {
    let ending = &mut there.case.ending;
    let (refusals, support) = (ending.refusals.clone(), ending.support.clone());
    match viewer {
        Party::Developer(id) => {
            if let Some(Dropped { said_by, reason, .. }) = &mut ending.dropped {
                (*said_by, *reason) = (Some(ELSEWHERE), "別の理由".into());
            }
            if let Some(Stopped { ground, reason, .. }) = &mut ending.stopped {
                (*ground, *reason) = (Some(EndingGround::IllegallyAcquired), "別の理由".into());
            }
            ending.refusals = refusals.into_iter().filter(|one| one.developer == id).collect();
            ending.support = support.into_iter().filter(|(developer, _)| *developer == id).collect();
        }
        Party::Finder(_) => {
            ending.refusals.clear();
            ending.support.clear();
            if let Some(Dropped { ground, reason, .. }) = &mut ending.dropped {
                (*ground, *reason) = (Some(DropGround::KnownAndPublished), "別の理由".into());
            }
        }
        _ => {}
    }
}

pub fn action(what: DutyKind) -> Option<Action> {
    (what == DutyKind::StopHandling).then_some(Action::StopHandling)
}
