//! About what else came in.

use proptest::prelude::*;
use rulebook::action::Action;
use rulebook::case::arrival::{Moved, TakenIn};
use rulebook::case::decide::CaseCommand;
use rulebook::case::{ArrivalEvent, CaseEvent, CaseFile, DutyKind, Overseas, OverseasCommand, OverseasDay, overseas};
use rulebook::party::Party;

use crate::common::histories::{some_day, words};
use crate::common::{CASE, COORDINATOR, MIHARASHI, OTHER_CASE, OTHER_REPORT, day};

pub fn golden() -> Vec<CaseEvent> {
    let on = day("2026-11-20");
    let joined = ArrivalEvent::ReportJoined { report: OTHER_REPORT, on, attachments: vec![] };
    let overseas = ArrivalEvent::OverseasReceived(Overseas {
        coordinator: "CERT/CC".into(),
        number: "VU#100001".into(),
        day: Some(day("2026-12-10")),
        contact: "cert@example.org".into(),
        on,
    });
    let brought = ArrivalEvent::OverseasDayBrought(OverseasDay {
        coordinator: "CERT/CC".into(),
        day: Some(day("2026-12-08")),
        reason: "A vendor asked for it".into(),
        on: day("2026-11-27"),
    });
    let kept = ArrivalEvent::DayKept { reason: "修正版が間に合わない".into(), on: day("2026-11-30") };
    let reason = "同じ処理の同じ欠陥".to_owned();
    let taken = ArrivalEvent::CaseTakenIn(TakenIn {
        case: OTHER_CASE,
        number: "C-20000002".into(),
        reports: vec![OTHER_REPORT],
        attachments: vec![],
        developers: vec![MIHARASHI],
        reason: reason.clone(),
        on,
    });
    let moved = ArrivalEvent::CaseMoved(Moved { into: CASE, number: "C-20000001".into(), reason, on });
    [joined, overseas, brought, kept, taken, moved].map(CaseEvent::Arrival).into()
}

pub fn tries() -> impl Strategy<Value = (Party, CaseCommand)> {
    let brought = (words(), proptest::option::of(some_day()), words(), some_day())
        .prop_map(|(coordinator, day, reason, on)| OverseasCommand::BringDay { coordinator, day, reason, on });
    let kept = words().prop_map(|reason| OverseasCommand::KeepDay { reason });
    prop_oneof![brought, kept].prop_map(|command| (COORDINATOR, CaseCommand::Overseas(command)))
}

/// A day from overseas, and the day that is set holds.
pub fn stories() -> impl Strategy<Value = Vec<(Party, CaseCommand)>> {
    some_day().prop_map(|brought| {
        let day = Some(brought);
        let on = day_of_receipt();
        let bring = OverseasCommand::BringDay { coordinator: "CERT/CC".into(), day, reason: "x".into(), on };
        let keep = OverseasCommand::KeepDay { reason: "間に合わない".into() };
        [bring, keep].map(|command| (COORDINATOR, CaseCommand::Overseas(command))).into()
    })
}

fn day_of_receipt() -> jiff::civil::Date {
    day("2026-11-16")
}

/// Both bodies; everybody that a case moved; developers with details of a day from overseas against the one that is set, and of what came of it.
pub fn may_learn(viewer: Party, before: &CaseFile, event: &ArrivalEvent) -> bool {
    match (viewer, event) {
        (Party::ReceivingBody, _) => true,
        (Party::Coordinator, _) => before.case.handed_over.is_some(),
        (Party::Developer(id), ArrivalEvent::OverseasDayBrought(_) | ArrivalEvent::DayKept { .. }) => {
            before.case.developer(id).is_some_and(|side| side.details.is_some())
        }
        // Whoever sees a case that moved sees where it goes on; why is between the two bodies.
        (viewer, ArrivalEvent::CaseMoved(_)) => before.is_seen_by(viewer),
        _ => false,
    }
}

/// A party that has nothing to weigh knows of no day from overseas; why it was said is between the two bodies.
pub fn change(there: &mut CaseFile, viewer: Party) {
    if viewer.is_staff() || viewer == Party::Program {
        return;
    }
    let informed =
        matches!(viewer, Party::Developer(id) if there.case.developer(id).is_some_and(|side| side.details.is_some()));
    let weighed = informed && overseas::is_open(&there.case);
    let arrivals = &mut there.case.arrivals;
    arrivals.taken_in.clear();
    if !weighed {
        (arrivals.days, arrivals.day_open) = (vec![], false);
    }
    arrivals.days.iter_mut().for_each(|day| day.reason = "別の理由".into());
    arrivals.moved.iter_mut().for_each(|moved| moved.reason = "別の理由".into());
}

pub fn action(what: DutyKind) -> Option<Action> {
    match what {
        DutyKind::WeighOverseasDay => Some(Action::KeepDay),
        DutyKind::CommentOverseasDay => Some(Action::ProposeDay),
        _ => None,
    }
}
