//! The day: what is seen outside, and what is weighed. By hand, from the guideline and the issue's own rule.

mod common;

use common::stops::{accepted, shy};
use common::*;
use rulebook::case::{CaseCommand, DutyKind, NoticeKind, ScheduleCommand, SignalKind, Viewer, Weighing, duties, view};
use rulebook::refusal::Why;

/// Both developers have the details, and the day is set.
fn on_the_way() -> Road {
    let mut road = accepted(shy());
    let until = day("2026-12-07");
    for stop in common::stops::stops() {
        if let (Some((party, command)), true) = (stop.doing, stop.now.today <= until) {
            road.go(party, command, stop.now);
        }
    }
    road
}

fn leak(note: &str) -> CaseCommand {
    let (kind, seen_on) = (SignalKind::Leaked, day("2026-12-11"));
    CaseCommand::Schedule(ScheduleCommand::ReportSignal { kind, seen_on, note: note.into() })
}

fn judged(adopted: bool, reason: &str) -> CaseCommand {
    CaseCommand::Schedule(ScheduleCommand::JudgeSignal { signal: 1, adopted, reason: reason.into() })
}

fn early(to: &str) -> CaseCommand {
    let weighed = Weighing { leak_risk: "詳細が広まっている".into(), early: true, ..Weighing::default() };
    CaseCommand::SetDay { day: day(to), reason: "漏えいを確認".into(), weighed }
}

/// 2026-12-11 is a Friday: told in the evening, judged and brought forward at once, everybody with the details hears.
#[test]
fn a_leak_on_a_friday_evening_brings_the_day_forward() {
    let mut road = on_the_way();
    let friday = morning("2026-12-11");
    let refused = road.case(COORDINATOR, early("2026-12-12"), friday).expect_err("nothing was seen");
    assert_eq!((refused.why, refused.clause), (Why::NoSignal, None), "no clause asks for it: a rule of our own");
    road.go(MAKER, leak("掲示板に手順が貼られている"), friday);
    let told: Vec<_> = road.told.iter().map(|notice| (notice.to, notice.kind)).collect();
    assert_eq!(told, [(COORDINATOR, NoticeKind::SignalSeen), (DESK, NoticeKind::SignalSeen)]);
    let owed = duties(road.file(), rules());
    assert!(owed.iter().any(|duty| duty.who == COORDINATOR && duty.what == DutyKind::JudgeSignal && !duty.waits));
    road.go(COORDINATOR, judged(true, ""), friday);
    for party in [MAKER, BUILDER, DESK] {
        assert!(road.told.iter().any(|notice| notice.to == party && notice.kind == NoticeKind::SignalSeen));
    }
    road.go(COORDINATOR, early("2026-12-12"), friday);
    assert_eq!(road.file().case.day(), Some(day("2026-12-12")));
    for party in [MAKER, BUILDER, DESK] {
        assert!(road.told.iter().any(|notice| notice.to == party && notice.kind == NoticeKind::DayChanged));
    }
}

/// What somebody says is a claim: other developers do not hear of it, and nothing can be brought forward by it.
#[test]
fn a_claim_is_no_fact_until_the_coordinator_says_so() {
    let mut road = on_the_way();
    let now = morning("2026-12-11");
    road.go(MAKER, leak("うわさを聞いた"), now);
    let page = |road: &Road, party| view(road.file(), Viewer::Party(party), rules()).expect("on the case").schedule;
    assert_eq!((page(&road, MAKER).signals.len(), page(&road, BUILDER).signals.len()), (1, 0));
    assert_eq!(road.case(COORDINATOR, judged(false, " "), now).expect_err("why not").why, Why::ReasonMissing);
    road.go(COORDINATOR, judged(false, "確認できない"), now);
    assert_eq!(page(&road, BUILDER).signals.len(), 0);
    assert_eq!(page(&road, MAKER).signals[0].reason, "", "the reason stays between the bodies");
    assert_eq!(road.case(COORDINATOR, early("2026-12-12"), now).expect_err("no fact").why, Why::NoSignal);
}

/// Before it has the case the coordinator does not hear that there is one (Ⅳ.3.(1).4); with the case it owes the judgement.
#[test]
fn what_is_seen_before_the_hand_over_waits_for_it() {
    let mut road = accepted(shy());
    let now = morning("2026-12-11");
    let is_to_judge = |road: &Road| duties(road.file(), rules()).iter().any(|duty| duty.what == DutyKind::JudgeSignal);
    road.go(DESK, leak("掲示板に手順が貼られている"), now);
    assert_eq!((road.told.len(), is_to_judge(&road)), (0, false));
    road.go(DESK, hand_over(), now);
    assert!(is_to_judge(&road));
}

/// A fact is shown to the other developers without who said it, or where it was seen.
#[test]
fn a_fact_is_shown_without_its_source() {
    let mut road = on_the_way();
    let now = morning("2026-12-11");
    road.go(MAKER, leak("https://paste.example/1"), now);
    road.go(COORDINATOR, judged(true, "動いた"), now);
    let page = view(road.file(), Viewer::Party(BUILDER), rules()).expect("on the case");
    let [signal] = page.schedule.signals.as_slice() else { panic!("one fact") };
    assert_eq!((signal.kind, signal.seen_on, signal.by), (SignalKind::Leaked, day("2026-12-11"), None));
    assert!(signal.note.is_empty() && signal.reason.is_empty());
}
