//! Two accepted cases that prove to be the same (Ⅳ.3.(1).2).

mod common;

use common::histories::any_history;
use common::stops::{accepted, shy, stops};
use common::*;
use proptest::prelude::*;
use rulebook::action::Action;
use rulebook::case::file::FileEvent;
use rulebook::case::outreach::OutreachEvent;
use rulebook::case::schedule::{ScheduleEvent, SignalKind};
use rulebook::case::{
    AttemptOutcome, CaseEvent, CaseFile, Duty, DutyKind, EndingCommand, Merged, Stage, Thread, VerificationResult,
    Viewer, duties, may, merge, view,
};
use rulebook::ids::{BodyId, ReportId};
use rulebook::moment::Moment;
use rulebook::party::Party;
use rulebook::refusal::{Refusal, Why};
use rulebook::report::form::Answer;
use rulebook::report::{ReportEvent, ReportStage};

/// The same file as another case, of another finder who is named to everybody.
fn as_other(mut file: CaseFile) -> CaseFile {
    file.case.id = OTHER_CASE;
    file.case.number = "C-20000002".into();
    file.case.reports = vec![OTHER_REPORT];
    for report in &mut file.reports {
        report.id = OTHER_REPORT;
        if let ReportStage::Accepted { case, .. } = &mut report.stage {
            *case = OTHER_CASE;
        }
    }
    file
}

/// A case in which Tomoshibi was told everything and answered.
fn told_to_tomoshibi() -> CaseFile {
    let mut road = accepted(consents(Answer::Yes, Answer::Yes));
    road.go(DESK, rate(), morning("2026-11-16"));
    road.go(DESK, hand_over(), morning("2026-11-17"));
    road.go(COORDINATOR, add(TOMOSHIBI), morning("2026-11-18"));
    road.go(COORDINATOR, attempt(TOMOSHIBI, day("2026-11-18"), AttemptOutcome::Answered), morning("2026-11-18"));
    road.go(COORDINATOR, confirm(TOMOSHIBI), morning("2026-11-18"));
    road.go(COORDINATOR, release(TOMOSHIBI), morning("2026-11-18"));
    road.go(BUILDER, verified(VerificationResult::Affected), morning("2026-11-20"));
    road.go(COORDINATOR, set_day("2026-12-20", ""), morning("2026-11-20"));
    as_other(road.file().clone())
}

/// The canonical case up to a day.
fn until(last: &str) -> Road {
    let mut road = accepted(shy());
    for stop in stops() {
        if let (Some((party, command)), true) = (stop.doing, stop.now.today <= day(last)) {
            road.go(party, command, stop.now);
        }
    }
    road
}

fn merging(from: &CaseFile, into: &CaseFile, now: Moment) -> Result<Merged, Refusal> {
    merge(from, into, DESK, "同じ処理の同じ欠陥".into(), rules(), now)
}

/// Both files as they are afterwards.
fn merged(from: &CaseFile, into: &CaseFile, now: Moment) -> (CaseFile, CaseFile, Merged) {
    let done = merging(from, into, now).expect("the same, and neither is published");
    let (mut from, mut into) = (from.clone(), into.clone());
    let of_report = |(id, event): &(ReportId, ReportEvent)| FileEvent::Report(*id, event.clone());
    done.from.iter().for_each(|event| from.evolve(now.at, &FileEvent::Case(event.clone())));
    done.reports.iter().map(of_report).for_each(|event| from.evolve(now.at, &event));
    done.into.iter().for_each(|event| into.evolve(now.at, &FileEvent::Case(event.clone())));
    let known: Vec<ReportId> = into.reports.iter().map(|report| report.id).collect();
    into.reports.extend(from.reports.iter().filter(|report| !known.contains(&report.id)).cloned());
    (from, into, done)
}

/// The later finder keeps its thread and its day; its report goes on in the other case.
#[test]
fn the_finders_keep_their_reports_and_are_told() {
    let (from, into, done) = merged(&told_to_tomoshibi(), until("2026-12-02").file(), morning("2026-12-03"));
    assert_eq!(into.case.reports, [REPORT, OTHER_REPORT]);
    assert_eq!(from.reports[0].case(), Some(CASE));
    let page = view(&into, Viewer::Party(OTHER_FINDER), rules()).expect("it goes on here");
    assert_eq!(page.accepted_on, Some(day("2026-11-16")));
    assert!(matches!(done.reports.as_slice(), [(OTHER_REPORT, ReportEvent::ReportMoved { .. })]));
    assert_eq!(from.case.stage(), Stage::Ended);
    assert!(duties(&from, rules()).is_empty(), "nothing is owed where it ended");
}

/// What a developer was told and said goes along, without the finder of either case.
#[test]
fn developers_go_on_with_what_they_were_told_and_said() {
    let (_, into, done) = merged(&told_to_tomoshibi(), until("2026-12-02").file(), morning("2026-12-03"));
    let side = into.case.developer(TOMOSHIBI).expect("it came along");
    assert!(side.contact.is_some() && side.verification.is_some());
    assert!(side.details.as_ref().is_some_and(|copy| !copy.finder_named), "Ⅳ.3.(1).6");
    let page = view(&into, Viewer::Party(BUILDER), rules()).expect("its case");
    assert_eq!(page.finder, None);
    let told: Vec<_> = done.told.iter().map(|notice| (notice.to, notice.kind.word())).collect();
    assert!(told.contains(&(BUILDER, "cases-merged")) && told.contains(&(COORDINATOR, "cases-merged")), "{told:?}");
    assert!(!told.contains(&(MAKER, "cases-merged")), "who was on it all the time has nothing to learn: {told:?}");
}

/// Day zero is the first attempt in either; the earlier of the two days holds, and those on the case hear of it.
#[test]
fn the_earlier_days_hold() {
    let (_, into, done) = merged(&told_to_tomoshibi(), until("2026-12-09").file(), morning("2026-12-09"));
    assert_eq!(into.case.day_zero(), Some(day("2026-11-18")), "the canonical case began on the 21st");
    assert_eq!(into.case.day(), Some(day("2026-12-20")), "the canonical case had 2027-01-05");
    let told: Vec<_> = done.told.iter().map(|notice| (notice.to, notice.kind.word())).collect();
    assert!(told.contains(&(MAKER, "day-changed")), "Ⅳ.4.4: {told:?}");
}

/// Ⅳ.3.(1).2.オ: what is published is known; the case that is farther is the one that goes on.
#[test]
fn what_is_published_is_not_merged_and_the_farther_case_goes_on() {
    let now = morning("2027-02-01");
    let why = |from: &CaseFile, into: &CaseFile| merging(from, into, now).expect_err("not so").why;
    let (published, young) = (until("2027-01-31"), accepted(shy()));
    assert_eq!(why(&as_other(young.file().clone()), published.file()), Why::AlreadyPublished);
    assert_eq!(why(&as_other(published.file().clone()), young.file()), Why::AlreadyPublished);
    assert_eq!(why(&told_to_tomoshibi(), young.file()), Why::MergeOtherWay);
    assert_eq!(why(young.file(), young.file()), Why::SameCase);
    let by_coordinator = merge(&told_to_tomoshibi(), published.file(), COORDINATOR, "同じ".into(), rules(), now);
    assert_eq!(by_coordinator.expect_err("the desk's part").why, Why::NotYours);
}

/// A case that was merged is not taken up again: it goes on in the other one.
#[test]
fn a_merged_case_is_not_taken_up_again() {
    let now = morning("2026-12-03");
    let (from, _, _) = merged(&told_to_tomoshibi(), until("2026-12-02").file(), now);
    let action = EndingCommand::Resume { reason: String::new() }.action();
    assert_eq!(may(&from, DESK, action, None, rules(), now).expect_err("it moved").why, Why::CaseMoved);
}

/// A body's question is not put into a thread in which it owes an answer itself, and a developer's newest word is the
/// one that it said where the case goes on.
fn known_there(into: &CaseFile, duty: &Duty) -> bool {
    match duty.what {
        DutyKind::AnswerCoordinator | DutyKind::AnswerDeveloper => {
            duty.about.is_some_and(|id| into.case.developer(id).is_some())
        }
        _ => false,
    }
}

/// What waited for an answer in the case that ends waits for it in the other one; everybody who sees the ended one
/// sees where it goes on, and does nothing in it any more.
#[test]
fn what_is_open_goes_on_in_the_other_case() {
    let mut from = told_to_tomoshibi();
    let (now, at) = (morning("2026-12-03"), morning("2026-12-02").at);
    let thread = Thread::Developer(TOMOSHIBI);
    let said = |thread, from, body| {
        let body = BodyId(body);
        CaseEvent::MessagePosted { thread, from, body, attachments: vec![], written_at: None }
    };
    let nda = OutreachEvent::NdaRecorded {
        nda: 1,
        by: Party::Coordinator,
        with: "海外調整機関".into(),
        on: day("2026-11-20"),
        until: None,
        reference: "契約 12".into(),
    };
    let events = [
        said(thread, COORDINATOR, uuid::Uuid::from_u128(1)),
        said(thread, BUILDER, uuid::Uuid::from_u128(2)),
        said(thread, BUILDER, uuid::Uuid::from_u128(3)),
        said(Thread::Bodies, COORDINATOR, uuid::Uuid::from_u128(4)),
        CaseEvent::Schedule(ScheduleEvent::SignalReported {
            signal: 1,
            kind: SignalKind::Leaked,
            seen_on: day("2026-12-01"),
            by: BUILDER,
            note: "掲示板".into(),
        }),
        CaseEvent::Outreach(nda),
        CaseEvent::Outreach(OutreachEvent::WavePlanned { wave: 3, day: day("2026-12-20") }),
    ];
    events.iter().for_each(|event| from.case.evolve(at, event));
    let (from, into, _) = merged(&from, until("2026-12-02").file(), now);

    let asked: Vec<u128> = into.case.messages.iter().map(|message| message.item.body.0.as_u128()).collect();
    assert!(asked.ends_with(&[4, 2, 3]), "the developer's two questions and the coordinator's: {asked:?}");
    let carried = into.case.messages.iter().rev().take(3);
    assert!(carried.map(|message| message.at).all(|written| written == at), "the day on which each was written");
    let page = view(&into, Viewer::Party(COORDINATOR), rules()).expect("its case");
    assert!(page.messages.is_sorted_by_key(|message| message.at), "the thread is read in the order of the days");
    let owed: Vec<_> = duties(&into, rules()).into_iter().map(|duty| (duty.who, duty.what)).collect();
    for open in
        [(COORDINATOR, DutyKind::AnswerDeveloper), (DESK, DutyKind::AnswerBody), (COORDINATOR, DutyKind::JudgeSignal)]
    {
        assert!(owed.contains(&open), "{open:?} in {owed:?}");
    }
    assert!(into.case.outreach.ndas.iter().any(|nda| nda.with == "海外調整機関"));
    assert!(into.case.outreach.waves.iter().any(|wave| wave.day == Some(day("2026-12-20"))));

    let page = view(&from, Viewer::Party(BUILDER), rules()).expect("it saw the case");
    let moved = page.arrivals.moved.expect("and sees where it goes on");
    assert_eq!((moved.into, moved.reason.as_str()), (CASE, ""));
    for action in [Action::WriteToDeveloper, Action::ReportSignal] {
        let refused = may(&from, BUILDER, action, Some(TOMOSHIBI), rules(), now).expect_err("nothing is done there");
        assert_eq!(refused.why, Why::CaseMoved);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever happened to two cases before: the one that goes on is still somebody's turn, whoever saw one sees it,
    /// nobody is named to a developer who was not, and nothing is owed in the other: its open questions came along.
    #[test]
    fn random_cases_become_one(one in any_history(), two in any_history()) {
        let ((one, then), (two, later)) = (one.live(|_, _, _, _, _| {}), two.live(|_, _, _, _, _| {}));
        let (Some(from), Some(into)) = (one.file, two.file) else { return Ok(()) };
        let from = as_other(from);
        let now = if then.at > later.at { then } else { later };
        if merging(&from, &into, now).is_err() {
            return Ok(());
        }
        let (before, ended) = (into.clone(), from.clone());
        let (from, into, _) = merged(&from, &into, now);
        let owed = duties(&into, rules());
        prop_assert!(owed.iter().any(|duty| !duty.waits), "nobody's turn: {:?}", owed);
        for party in [MAKER, BUILDER] {
            if ended.is_seen_by(party) {
                prop_assert!(into.is_seen_by(party));
            }
            let named = |file: &CaseFile| view(file, Viewer::Party(party), rules()).and_then(|page| page.finder);
            prop_assert!(named(&into).is_none() || named(&before).is_some(), "Ⅳ.3.(1).6");
        }
        prop_assert!(into.is_seen_by(OTHER_FINDER));
        prop_assert!(duties(&from, rules()).is_empty(), "what is open goes on in the other one");
        let talk = ["answer-body", "answer-developer", "answer-coordinator", "judge-signal", "pass-talk", "answer-talk"];
        let owed: Vec<_> = owed.iter().map(|duty| duty.what).collect();
        for duty in duties(&ended, rules()).iter().filter(|duty| talk.contains(&duty.what.word())) {
            // What was said of a day that does not hold there stands with the developer until one is set.
            let side = duty.about.and_then(|id| into.case.developer(id));
            let said = into.case.day().is_none() && side.is_some_and(|side| !side.proposals.is_empty());
            let asked_about_a_day = duty.what == DutyKind::AnswerDeveloper && (said || owed.contains(&DutyKind::SetDay));
            // With a developer it is one side's turn at a time: where it spoke of the day that holds, the coordinator's.
            let turns = [DutyKind::AnswerDeveloper, DutyKind::AnswerCoordinator];
            let there = duties(&into, rules());
            let turn = turns.contains(&duty.what)
                && there.iter().any(|other| turns.contains(&other.what) && other.about == duty.about);
            let goes_on = owed.contains(&duty.what) || turn || asked_about_a_day || known_there(&before, duty);
            prop_assert!(goes_on, "{duty:?} is lost");
        }
    }
}
