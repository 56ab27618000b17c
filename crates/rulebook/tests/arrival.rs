//! Reports that come to what is handled already, reports of two things, reports that are taken back, cases from
//! overseas, and the end of the non-disclosure request: by hand, from the guideline.

mod common;

use common::stops::{accepted, shy};
use common::*;
use rulebook::case::duties::report_duties;
use rulebook::case::{
    CaseCommand, CaseContent, CaseEvent, CaseFile, CaseState, DutyKind, NonDisclosureCommand, NoticeKind, OpenOverseas,
    Origin, Overseas, OverseasCommand, Viewer, duties, notices, open_overseas, view,
};
use rulebook::ids::BodyId;
use rulebook::moment::Moment;
use rulebook::refusal::Why;
use rulebook::report::form::{Answer, ReportKind};
use rulebook::report::{
    Condition, JoinReport, NonDisclosure, ReportCommand, ReportStage, ReportState, SplitReport, join, split,
};

const REASON: BodyId = body(30);

/// A second report of the same vulnerability, by somebody who wishes to be thanked.
fn second(now: Moment) -> ReportState {
    let event = received(consents(Answer::No, Answer::Yes), now);
    ReportState::replay(OTHER_REPORT, [(now.at, &event)]).expect("a receipt begins a report")
}

fn joining() -> JoinReport {
    JoinReport { confirmed: Condition::ALL.to_vec(), reason: REASON }
}

fn joined(mut file: CaseFile, now: Moment) -> CaseFile {
    let mut report = second(now);
    let (of_report, of_case) = join(&report, &file, DESK, joining(), now).expect("the same, and not published");
    of_report.iter().for_each(|event| report.evolve(now.at, event));
    of_case.iter().for_each(|event| file.case.evolve(now.at, event));
    file.reports.push(report);
    file
}

/// Ⅳ.3.(1).2: what is handled and not published is not known; the second finder is accepted on its own day.
#[test]
fn a_second_finder_joins_the_case_and_keeps_its_own_thread() {
    let mut road = accepted(shy());
    road.go(DESK, hand_over(), morning("2026-11-18"));
    let now = morning("2026-11-25");
    let file = joined(road.file().clone(), now);
    assert_eq!(file.case.reports, [REPORT, OTHER_REPORT]);
    let page = view(&file, Viewer::Party(OTHER_FINDER), rules()).expect("its own case");
    assert_eq!(page.accepted_on, Some(day("2026-11-25")), "its own day of acceptance");
    assert!(page.timeline.iter().all(|step| step.at >= now.at), "nothing from before it came");
    assert!(page.reports.is_empty() && page.developers.is_empty());
    let first = view(&file, Viewer::Party(FINDER), rules()).expect("its own case");
    assert_eq!(first.accepted_on, Some(day("2026-11-16")));
    assert!(first.timeline.iter().all(|step| step.what != "ReportJoined"), "neither learns of the other");
}

/// Ⅳ.3.(1).6, Ⅳ.2.5.オ: the wishes of the first finder are not those of the second; the bodies see both, and the
/// coordinator who it is only where the second one says so itself.
#[test]
fn a_second_finder_is_credited_as_it_wishes_itself() {
    let mut road = accepted(consents(Answer::No, Answer::No));
    road.go(DESK, hand_over(), morning("2026-11-18"));
    let mut file = joined(road.file().clone(), morning("2026-11-25"));
    let seen = |file: &CaseFile, party| view(file, Viewer::Party(party), rules()).expect("its case");
    for (party, known) in [(DESK, true), (COORDINATOR, false)] {
        let page = seen(&file, party);
        assert_eq!(page.finder_wants_credit, Some(false));
        let later: Vec<_> = page.later_finders.iter().map(|one| (one.person.is_some(), one.wants_credit)).collect();
        assert_eq!(later, [(known, true)], "{party:?}");
    }
    file.reports[1].consents = consents(Answer::Yes, Answer::Yes);
    assert!(seen(&file, COORDINATOR).later_finders[0].person.is_some());
    for party in [FINDER, OTHER_FINDER] {
        assert!(seen(&file, party).later_finders.is_empty(), "neither learns of the other");
    }
}

/// Ⅳ.3.(1).2.オ: what is published is known; it is not joined.
#[test]
fn a_report_does_not_join_what_is_published() {
    let now = morning("2027-01-20");
    let mut road = accepted(shy());
    for stop in common::stops::stops() {
        if let (Some((party, command)), true) = (stop.doing, stop.now.today < day("2027-01-10")) {
            road.go(party, command, stop.now);
        }
    }
    let refused = join(&second(now), road.file(), DESK, joining(), now).expect_err("it is published");
    assert_eq!((refused.why, refused.clause.map(|c| c.id())), (Why::AlreadyPublished, Some("Ⅳ.3.(1).2.オ")));
}

/// One report, two products: the second becomes a case of its own, with the same finder.
#[test]
fn a_report_of_two_things_opens_two_cases() {
    let road = accepted(shy());
    let content =
        CaseContent { product: "みはらしメール".into(), steps: "(1)".into(), ..CaseContent::default() };
    let command = SplitReport { case: CASE, case_number: "C-20000002".into(), content, edition: "2019".into() };
    let now = morning("2026-11-17");
    let (of_report, of_case) = split(&road.report, DESK, command, now).expect("it was accepted");
    let mut report = road.report.clone();
    of_report.iter().for_each(|event| report.evolve(now.at, event));
    assert_eq!(report.cases().count(), 2);
    let case = CaseState::replay(CASE, of_case.iter().map(|event| (now.at, event))).expect("it opens a case");
    assert_eq!((case.reports.as_slice(), case.accepted_on), ([REPORT].as_slice(), day("2026-11-17")));
    let told = notices::of_report(REPORT, &of_report[0]);
    assert!(told.iter().any(|notice| notice.to == FINDER && notice.kind == NoticeKind::Split));
}

/// Ⅳ.3.(1).3: nobody asks how it was obtained; where it is evident, that alone is a reason.
#[test]
fn evidently_illegal_information_needs_no_failing_condition() {
    let now = morning("2026-11-16");
    let mut road = Road::begin(received(shy(), now), now);
    assert!(road.report(DESK, reject(vec![]), now).is_err(), "some condition fails, or it is evidently illegal");
    let (reason, known_at) = (REASON, String::new());
    let illegal = ReportCommand::Reject { failed: vec![], reason, illegal: true, known_at };
    road.report(DESK, illegal, now).expect("a ground of its own");
    assert!(matches!(road.report.stage, ReportStage::Rejected { illegal: true, .. }));
}

/// A finder takes back what nobody decided yet; nothing is owed on it any more.
#[test]
fn a_report_taken_back_is_over_before_it_was_decided() {
    let now = morning("2026-11-16");
    let mut road = Road::begin(received(shy(), now), now);
    road.report(FINDER, ReportCommand::Withdraw { reason: None }, now).expect("any time");
    assert_eq!(road.report.stage, ReportStage::Withdrawn { on: day("2026-11-16") });
    assert!(report_duties(&road.report).is_empty());
    assert_eq!(road.report.non_disclosure, NonDisclosure::InForce, "Ⅳ.2.4: it does not lapse");
    // Once it is a case, its handling goes on.
    let mut road = accepted(shy());
    road.report(FINDER, ReportCommand::Withdraw { reason: Some(REASON) }, morning("2026-11-20")).expect("any time");
    assert!(matches!(road.report.stage, ReportStage::Accepted { .. }));
    assert!(!duties(road.file(), rules()).is_empty());
}

/// A report of a product that is really one of a site goes to the other track, with the reason to its finder.
#[test]
fn a_report_is_handled_as_what_it_is() {
    let now = morning("2026-11-16");
    let mut road = Road::begin(received(shy(), now), now);
    let command = ReportCommand::Reclassify { kind: ReportKind::Website, reason: REASON };
    road.report(DESK, command, now).expect("undecided");
    assert_eq!(road.report.kind, Some(ReportKind::Website));
    assert!(road.told.iter().any(|notice| notice.to == FINDER && notice.kind == NoticeKind::Reclassified));
}

/// Ⅳ.2.4: a finder that sees a good reason to disclose asks first; the desk owes an answer.
#[test]
fn a_finder_consults_before_it_discloses() {
    let mut road = accepted(shy());
    let now = morning("2026-12-01");
    road.report(FINDER, ReportCommand::ConsultDisclosure { body: body(31) }, now).expect("any time");
    let owed = report_duties(&road.report);
    assert!(owed.iter().any(|duty| duty.who == DESK && duty.what == DutyKind::AnswerDisclosure));
    road.report(DESK, ReportCommand::AnswerDisclosure { body: body(32) }, now).expect("asked");
    assert!(report_duties(&road.report).iter().all(|duty| duty.what != DutyKind::AnswerDisclosure));
}

/// Ⅳ.2.4.第2段, Ⅳ.3.(1).11: from day zero and one year on it is asked for and given; the desk has no power to refuse.
#[test]
fn after_a_year_the_request_is_withdrawn_when_the_finder_asks() {
    let ask = || CaseCommand::NonDisclosure(NonDisclosureCommand::AskRelease);
    let mut road = accepted(shy());
    road.go(DESK, hand_over(), morning("2026-11-18"));
    let early = road.case(FINDER, ask(), morning("2028-01-01")).expect_err("day zero has not begun");
    assert_eq!(early.why, Why::ReleaseTooEarly);
    road.go(COORDINATOR, add(MIHARASHI), morning("2026-11-21"));
    let command = attempt(MIHARASHI, day("2026-11-21"), rulebook::case::AttemptOutcome::Waiting);
    road.go(COORDINATOR, command, morning("2026-11-21"));
    let early = road.case(FINDER, ask(), morning("2027-11-20")).expect_err("one day is missing");
    assert_eq!((early.why, early.clause.map(|c| c.id())), (Why::ReleaseTooEarly, Some("Ⅳ.2.4.第2段")));
    road.go(FINDER, ask(), morning("2027-11-21"));
    assert!(report_duties(&road.report).iter().any(|duty| duty.what == DutyKind::ReleaseNonDisclosure));
    let now = morning("2027-11-24");
    let explain = NonDisclosureCommand::ExplainDelay { report: REPORT, body: body(33) };
    road.go(DESK, CaseCommand::NonDisclosure(explain), now);
    road.go(DESK, CaseCommand::NonDisclosure(NonDisclosureCommand::Release { report: REPORT }), now);
    assert_eq!(road.report.non_disclosure, NonDisclosure::Released { on: day("2027-11-24") });
    assert!(road.told.iter().any(|notice| notice.to == FINDER && notice.kind == NoticeKind::Released));
}

/// A case from overseas: the coordinator has it at once, no finder here, and the day of the coordinator there.
#[test]
fn a_case_from_overseas_aims_at_the_day_of_its_coordinator() {
    let now = morning("2026-11-20");
    let content = CaseContent { product: "Kite".into(), steps: "1. Send it".into(), ..CaseContent::default() };
    let overseas = Overseas {
        coordinator: "CERT/CC".into(),
        number: "VU#100001".into(),
        day: Some(day("2026-12-10")),
        contact: "cert@example.org".into(),
        on: now.today,
    };
    let command = OpenOverseas { case_number: "C-1".into(), overseas, content, edition: "2019".into() };
    assert!(open_overseas(DESK, command.clone(), now).is_err(), "the coordinator's part");
    let events = open_overseas(COORDINATOR, command, now).expect("whole");
    let case = CaseState::replay(CASE, events.iter().map(|event| (now.at, event))).expect("it opens a case");
    assert!(matches!(events[0], CaseEvent::CaseOpened { report: None, origin: Origin::Overseas, .. }));
    assert_eq!(case.target_day(rules().edition), Some(day("2026-12-10")), "Ⅳ.4.3.②");
    let file = CaseFile { case, advisory: None, reports: vec![] };
    assert!(view(&file, Viewer::Party(COORDINATOR), rules()).is_some_and(|page| page.overseas.is_some()));
    assert!(duties(&file, rules()).iter().any(|duty| duty.what == DutyKind::FindDeveloper));
}

/// Ⅳ.4.3.②: a new day from overseas re-opens the consultation; the coordinator sets another day or keeps the old one,
/// and no developer's silence keeps it from doing so.
#[test]
fn a_new_day_from_overseas_opens_the_consultation_again() {
    let mut road = accepted(shy());
    for stop in common::stops::stops() {
        if let (Some((party, command)), true) = (stop.doing, stop.now.today <= day("2026-12-07")) {
            road.go(party, command, stop.now);
        }
    }
    let weighs = |road: &Road, who| {
        let kinds = [DutyKind::WeighOverseasDay, DutyKind::CommentOverseasDay];
        duties(road.file(), rules()).iter().any(|duty| duty.who == who && kinds.contains(&duty.what) && !duty.waits)
    };
    let bring = |on: &str| {
        let (coordinator, reason) = ("CERT/CC".to_owned(), "A vendor asked for it".to_owned());
        let command = OverseasCommand::BringDay { coordinator, day: Some(day(on)), reason, on: day("2026-12-08") };
        CaseCommand::Overseas(command)
    };
    let now = morning("2026-12-08");
    road.go(COORDINATOR, bring("2026-12-24"), now);
    assert!(weighs(&road, COORDINATOR) && weighs(&road, MAKER) && weighs(&road, BUILDER));
    let told: Vec<_> = road.told.iter().map(|notice| (notice.to, notice.kind)).collect();
    assert_eq!(told, [MAKER, BUILDER, DESK].map(|party| (party, NoticeKind::OverseasDay)));
    let page = view(road.file(), Viewer::Party(MAKER), rules()).expect("its case");
    assert_eq!(page.arrivals.days.last().and_then(|brought| brought.day), Some(day("2026-12-24")));
    road.go(MAKER, CaseCommand::ProposeDay { day: None, comment: "間に合います".into() }, now);
    assert!(!weighs(&road, MAKER) && weighs(&road, BUILDER), "each for itself");
    road.go(COORDINATOR, set_day("2026-12-24", "海外の調整機関に合わせる"), now);
    assert!([COORDINATOR, MAKER, BUILDER].into_iter().all(|party| !weighs(&road, party)));
    road.go(COORDINATOR, bring("2026-12-22"), now);
    let keep = CaseCommand::Overseas(OverseasCommand::KeepDay { reason: "修正版が間に合わない".into() });
    road.go(COORDINATOR, keep.clone(), now);
    assert!(!weighs(&road, COORDINATOR));
    assert!(road.told.iter().any(|notice| notice.to == BUILDER && notice.kind == NoticeKind::DayKept));
    let again = road.case(COORDINATOR, keep, now).expect_err("nothing stands open");
    assert_eq!((again.why, again.clause.map(|c| c.id())), (Why::NoOverseasDay, Some("Ⅳ.4.3.②")));
}

/// Ⅳ.2.4: why a developer needs time is no answer to a reason to disclose.
#[test]
fn explaining_a_delay_answers_no_open_consultation() {
    let mut road = accepted(shy());
    road.go(DESK, hand_over(), morning("2026-11-18"));
    road.go(COORDINATOR, add(MIHARASHI), morning("2026-11-21"));
    let command = attempt(MIHARASHI, day("2026-11-21"), rulebook::case::AttemptOutcome::Waiting);
    road.go(COORDINATOR, command, morning("2026-11-21"));
    let now = morning("2027-11-21");
    road.go(FINDER, CaseCommand::NonDisclosure(NonDisclosureCommand::AskRelease), now);
    road.report(FINDER, ReportCommand::ConsultDisclosure { body: body(34) }, now).expect("any time");
    let explain = NonDisclosureCommand::ExplainDelay { report: REPORT, body: body(35) };
    road.go(DESK, CaseCommand::NonDisclosure(explain), now);
    let open = |road: &Road| report_duties(&road.report).iter().any(|duty| duty.what == DutyKind::AnswerDisclosure);
    assert!(open(&road), "the consultation has no answer yet");
    road.report(DESK, ReportCommand::AnswerDisclosure { body: body(36) }, now).expect("it is open");
    assert!(!open(&road));
}
