//! About the day.

use proptest::prelude::*;
use proptest::sample::select;
use rulebook::action::Action;
use rulebook::case::decide::CaseCommand;
use rulebook::case::{CaseEvent, CaseFile, DutyKind, ScheduleCommand, ScheduleEvent, SignalKind};
use rulebook::party::Party;

use crate::common::histories::{developer, some_day, words};
use crate::common::{BUILDER, COORDINATOR, DESK, STRANGER, day};

pub fn golden() -> Vec<CaseEvent> {
    let seen = ScheduleEvent::SignalReported {
        signal: 1,
        kind: SignalKind::ExploitPublic,
        seen_on: day("2026-11-27"),
        by: BUILDER,
        note: "https://paste.example/1".into(),
    };
    let judged = ScheduleEvent::SignalJudged { signal: 1, adopted: true, reason: "動くことを確かめた".into() };
    [seen, judged].map(CaseEvent::Schedule).into()
}

pub fn tries() -> impl Strategy<Value = (Party, CaseCommand)> {
    let reporter = prop_oneof![select(vec![DESK, COORDINATOR]), developer().prop_map(Party::Developer)];
    let seen = (reporter, select(SignalKind::ALL.to_vec()), some_day(), words())
        .prop_map(|(party, kind, seen_on, note)| (party, ScheduleCommand::ReportSignal { kind, seen_on, note }));
    let judged = (1_u32..4, any::<bool>(), words())
        .prop_map(|(signal, adopted, reason)| (COORDINATOR, ScheduleCommand::JudgeSignal { signal, adopted, reason }));
    prop_oneof![seen, judged].prop_map(|(party, command)| (party, CaseCommand::Schedule(command)))
}

/// Both bodies of everything; a developer of its own claims, and of facts once it has the details.
pub fn may_learn(viewer: Party, before: &CaseFile, event: &ScheduleEvent) -> bool {
    match (viewer, event) {
        (Party::ReceivingBody, _) => true,
        (Party::Coordinator, _) => before.case.handed_over.is_some(),
        (Party::Developer(_), ScheduleEvent::SignalReported { by, .. }) => *by == viewer,
        (Party::Developer(id), ScheduleEvent::SignalJudged { signal, adopted, .. }) => {
            let own = before.case.schedule.signals.iter().any(|one| one.number == *signal && one.by == Some(viewer));
            own || *adopted && before.case.developer(id).is_some_and(|side| side.details.is_some())
        }
        _ => false,
    }
}

/// Claims of others that are no facts go; of facts all but what and when is different.
pub fn change(there: &mut CaseFile, viewer: Party) {
    if viewer.is_staff() {
        return;
    }
    let informed = matches!(viewer, Party::Developer(id)
        if there.case.developer(id).is_some_and(|side| side.details.is_some()));
    let signals = &mut there.case.schedule.signals;
    signals.retain(|signal| informed && (signal.by == Some(viewer) || signal.adopted == Some(true)));
    for signal in signals {
        signal.reason = "別の理由".into();
        if signal.by != Some(viewer) {
            (signal.by, signal.note, signal.number) = (Some(STRANGER), "別の場所".into(), 99);
        }
    }
}

pub fn action(what: DutyKind) -> Option<Action> {
    (what == DutyKind::JudgeSignal).then_some(Action::AdoptSignal)
}
