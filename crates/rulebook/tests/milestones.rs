//! Single rules of the product track, each with the clause that it comes from.

mod common;

use common::said::{owed, refused, stage, told};
use common::*;
use rulebook::advisory::AdvisoryContent;
use rulebook::case::decide::CaseCommand;
use rulebook::case::state::target_day;
use rulebook::case::{AttemptOutcome, CaseContent, Origin, Stage, Thread, VerificationResult, duties};
use rulebook::clause::Clause;
use rulebook::influence::RangeFactors;
use rulebook::refusal::{Refusal, Why};
use rulebook::report::form::{Answer, ReportKind};
use rulebook::report::{Condition, ReportCommand, ReportEvent, ReportStage};
use rulebook::text::Localized;

/// A case with the coordinator, on 2026-11-20.
fn handed_over() -> Road {
    let now = morning("2026-11-20");
    let mut road = Road::begin(received(consents(Answer::Yes, Answer::Yes), now), now);
    road.accept(DESK, accepting(), now).expect("all five conditions hold");
    road.go(DESK, rate(), now);
    road.go(DESK, hand_over(), now);
    road
}

#[test]
fn forty_five_days_are_calendar_days_and_the_start_day_is_not_counted() {
    let days = [
        ("2026-11-21", "2027-01-05"),
        ("2026-01-01", "2026-02-15"),
        ("2027-01-31", "2027-03-17"),
        ("2028-01-31", "2028-03-16"),
    ];
    for (zero, target) in days {
        assert_eq!(target_day(day(zero), edition()), Some(day(target)), "day zero {zero}");
    }
}

#[test]
fn day_zero_is_the_first_attempt_to_reach_any_developer() {
    let mut road = handed_over();
    road.go(COORDINATOR, add(MIHARASHI), morning("2026-11-20"));
    road.go(COORDINATOR, add(TOMOSHIBI), morning("2026-11-20"));
    road.go(COORDINATOR, attempt(MIHARASHI, day("2026-11-24"), AttemptOutcome::Waiting), morning("2026-11-24"));
    road.go(COORDINATOR, attempt(TOMOSHIBI, day("2026-11-27"), AttemptOutcome::Waiting), morning("2026-11-27"));
    told(&road, &[]);
    assert_eq!(road.file().case.day_zero(), Some(day("2026-11-24")));
    let own = road.file().case.developer(TOMOSHIBI).and_then(|side| side.first_attempt_on());
    assert_eq!(own, Some(day("2026-11-27")), "decision 6: kept for each developer");

    // A telephone call that was logged late moves it, and is told again.
    road.go(COORDINATOR, attempt(TOMOSHIBI, day("2026-11-21"), AttemptOutcome::Waiting), morning("2026-11-28"));
    told(&road, &["receiving_body: day-zero [Ⅳ.4.2]", "finder: day-zero [Ⅳ.4.2]"]);
    assert_eq!(road.file().case.target_day(edition()), Some(day("2027-01-05")));
}

#[test]
fn a_one_time_link_is_an_attempt_and_sets_day_zero() {
    let mut road = handed_over();
    road.go(COORDINATOR, add(MIHARASHI), morning("2026-11-20"));
    let link = |to: &str| CaseCommand::SendAnswerLink { developer: MIHARASHI, to: to.into() };
    refused(&mut road, COORDINATOR, link("nowhere"), morning("2026-11-21"), "Ⅳ.4.2", Why::Unusable);
    road.go(COORDINATOR, link("psirt@miharashi.example"), morning("2026-11-21"));
    assert_eq!(road.file().case.day_zero(), Some(day("2026-11-21")));
}

#[test]
fn an_attempt_lies_neither_before_the_case_nor_in_the_future() {
    let mut road = handed_over();
    let now = morning("2026-11-21");
    road.go(COORDINATOR, add(MIHARASHI), now);
    let early = attempt(MIHARASHI, day("2026-11-19"), AttemptOutcome::Waiting);
    refused(&mut road, COORDINATOR, early, now, "Ⅳ.4.2", Why::TooEarly);
    let late = attempt(MIHARASHI, day("2026-11-22"), AttemptOutcome::Waiting);
    refused(&mut road, COORDINATOR, late, now, "Ⅳ.4.2", Why::InTheFuture);
}

#[test]
fn an_attempt_that_came_to_nothing_leaves_the_turn_with_the_coordinator() {
    let again = "coordinator: contact-developer (miharashi) [Ⅳ.4.2]";
    // Nobody was reached yet: the checklist is worked through.
    let search = "coordinator: search-contact (miharashi) [Ⅳ.4.2.第6段.1]";
    let outcomes: [(AttemptOutcome, &[&str]); 3] = [
        (AttemptOutcome::Undeliverable, &[again, search]),
        (AttemptOutcome::Refused, &[again]),
        (AttemptOutcome::Answered, &["coordinator: confirm-contact (miharashi) [Ⅳ.5.1]"]),
    ];
    for (outcome, duties) in outcomes {
        let mut road = handed_over();
        road.go(COORDINATOR, add(MIHARASHI), morning("2026-11-21"));
        road.go(COORDINATOR, attempt(MIHARASHI, day("2026-11-21"), outcome), morning("2026-11-21"));
        owed(&road, duties);
    }
}

#[test]
fn a_message_between_the_bodies_is_answered_once() {
    let mut road = handed_over();
    let write = |n| CaseCommand::Write { thread: Thread::Bodies, body: body(n), attachments: vec![] };
    let find = "coordinator: find-developer [Ⅳ.4.2]";
    road.go(DESK, write(30), morning("2026-11-21"));
    told(&road, &["coordinator: message [Ⅳ.3.(1).10]"]);
    owed(&road, &["coordinator: answer-body [Ⅳ.3.(1).10]", find]);
    road.go(COORDINATOR, write(31), morning("2026-11-22"));
    told(&road, &["receiving_body: message [Ⅳ.3.(1).10]"]);
    owed(&road, &[find]);
    road.go(COORDINATOR, write(32), morning("2026-11-23"));
    owed(&road, &["receiving_body: answer-body [Ⅳ.3.(1).10]", find]);
}

#[test]
fn every_open_condition_keeps_a_report_from_being_accepted() {
    for open in Condition::ALL {
        let now = morning("2026-11-20");
        let mut road = Road::begin(received(consents(Answer::Yes, Answer::Yes), now), now);
        let confirmed = Condition::ALL.into_iter().filter(|condition| *condition != open).collect();
        let command = rulebook::report::AcceptReport { confirmed, ..accepting() };
        let refusal = road.accept(DESK, command, now).expect_err("a condition is open");
        assert_eq!(refusal, Refusal::under(Clause::new("Ⅳ.3.(1).2"), Why::ConditionsOpen), "{open:?}");
        assert!(road.file.is_none());
    }
}

#[test]
fn a_report_that_is_not_accepted_says_which_condition_fails() {
    let now = morning("2026-11-20");
    let mut road = Road::begin(received(consents(Answer::Yes, Answer::Yes), now), now);

    let refusal = road.report(DESK, reject(vec![]), now).expect_err("no condition fails");
    assert_eq!(refusal.why, Why::NoConditionFails);
    road.report(DESK, reject(vec![Condition::InScope]), now).expect("it is out of scope");
    told(&road, &["finder: rejected [Ⅳ.3.(1).2.第2段]"]);
    assert!(matches!(road.report.stage, ReportStage::Rejected { .. }));
    owed(&road, &[]);
    let refusal = road.accept(DESK, accepting(), now).expect_err("it is decided");
    assert_eq!(refusal.why, Why::AlreadyDecided);
}

#[test]
fn a_second_word_of_the_desk_does_not_take_its_question_back() {
    let now = morning("2026-11-20");
    let mut road = Road::begin(received(consents(Answer::Yes, Answer::Yes), now), now);
    for (n, question) in [(1, true), (2, false)] {
        let write = ReportCommand::Write { body: body(n), question, attachments: vec![] };
        road.report(DESK, write, now).expect("the desk may write");
    }
    assert!(road.report.waits_for_finder());
}

#[test]
fn an_own_product_report_knows_neither_five_conditions_nor_45_days() {
    let now = morning("2026-11-20");
    let mut event = received(consents(Answer::No, Answer::No), now);
    if let ReportEvent::ReportReceived { kind, .. } = &mut event {
        *kind = Some(ReportKind::OwnProduct);
    }
    let mut road = Road::begin(event, now);
    let wished = Some(day("2026-12-01"));
    let command = rulebook::report::AcceptReport { confirmed: vec![], wished_day: wished, ..accepting() };
    road.accept(DESK, command, now).expect("Ⅳ.6 has no conditions");
    assert_eq!(road.file().case.origin, Origin::OwnProduct);
    assert_eq!(road.file().case.target_day(edition()), wished);
    road.go(DESK, hand_over(), now);
    road.go(COORDINATOR, set_day("2026-12-01", ""), now);
    assert_eq!(stage(&road), Stage::DateAgreed);
}

#[test]
fn details_never_go_beyond_what_the_desk_approved() {
    let mut road = handed_over();
    let now = morning("2026-11-21");
    road.go(COORDINATOR, add(MIHARASHI), now);
    road.go(COORDINATOR, attempt(MIHARASHI, now.today, AttemptOutcome::Answered), now);
    road.go(COORDINATOR, confirm(MIHARASHI), now);
    told(&road, &[]);
    let beyond =
        CaseCommand::ReleaseDetails { developer: MIHARASHI, fields: RELEASED.to_vec(), attachments: vec![LETTER] };
    refused(&mut road, COORDINATOR, beyond, now, "Ⅳ.3.(1).5", Why::BeyondApproved);
    road.go(COORDINATOR, release(MIHARASHI), now);
    let given = road.file().case.developer(MIHARASHI).and_then(|side| side.details.clone()).expect("released");
    assert_eq!(given.content, CaseContent { proof: String::new(), ..copy() });
}

#[test]
fn a_consent_withdrawn_before_the_release_keeps_the_name_back() {
    let mut road = handed_over();
    let now = morning("2026-11-21");
    assert!(road.file().case.handed_over.as_ref().is_some_and(|copy| copy.finder_named));
    road.go(COORDINATOR, add(MIHARASHI), now);
    road.go(COORDINATOR, attempt(MIHARASHI, now.today, AttemptOutcome::Answered), now);
    road.go(COORDINATOR, confirm(MIHARASHI), now);
    let withdraw = ReportCommand::ChangeConsents(consents(Answer::No, Answer::Yes));
    road.report(FINDER, withdraw, now).expect("a finder may change its mind");
    road.go(COORDINATOR, release(MIHARASHI), now);
    let given = road.file().case.developer(MIHARASHI).and_then(|side| side.details.clone()).expect("released");
    assert!(!given.finder_named, "Ⅳ.3.(1).6");
}

#[test]
fn saying_the_same_twice_says_it_once() {
    let mut road = handed_over();
    let now = morning("2026-11-21");
    road.go(COORDINATOR, add(MIHARASHI), now);
    road.go(COORDINATOR, attempt(MIHARASHI, now.today, AttemptOutcome::Answered), now);
    road.go(COORDINATOR, confirm(MIHARASHI), now);
    road.go(COORDINATOR, release(MIHARASHI), now);
    let twice = [
        (MAKER, verified(VerificationResult::Affected)),
        (MAKER, countermeasure("更新する")),
        (MAKER, CaseCommand::StateStatus(status("声明"))),
        (COORDINATOR, CaseCommand::SetOwner(Some(COORDINATOR_ACCOUNT))),
    ];
    for (party, command) in twice {
        assert_eq!(road.case(party, command.clone(), now).map(|events| events.len()), Ok(1));
        assert_eq!(road.case(party, command, now).map(|events| events.len()), Ok(0));
    }
}

#[test]
fn a_changed_text_falls_back_to_unsigned() {
    let mut road = handed_over();
    let now = morning("2026-11-21");
    road.go(COORDINATOR, start_advisory(text("概要")), now);
    road.go(COORDINATOR, CaseCommand::ApproveAdvisory(COORDINATOR_ACCOUNT), now);
    road.go(DESK, CaseCommand::CoSignAdvisory(DESK_ACCOUNT), now);
    assert!(road.file().advisory.as_ref().is_some_and(|draft| draft.is_signed()));
    road.go(COORDINATOR, CaseCommand::EditAdvisory(Box::new(text("別の概要"))), now);
    let draft = road.file().advisory.clone().expect("begun");
    assert_eq!((draft.approved, draft.co_signed), (None, None));
}

#[test]
fn what_a_developer_says_after_the_text_was_written_is_not_forgotten() {
    let mut road = handed_over();
    let now = morning("2026-11-21");
    road.go(COORDINATOR, add(MIHARASHI), now);
    road.go(COORDINATOR, attempt(MIHARASHI, now.today, AttemptOutcome::Answered), now);
    road.go(COORDINATOR, confirm(MIHARASHI), now);
    road.go(COORDINATOR, release(MIHARASHI), now);
    road.go(COORDINATOR, start_advisory(text("概要")), morning("2026-11-22"));
    road.go(MAKER, CaseCommand::StateStatus(status("声明")), morning("2026-11-23"));
    let update = |road: &Road| duties(road.file(), rules()).iter().any(|duty| duty.what.word() == "update-advisory");
    assert!(update(&road));
    road.go(COORDINATOR, CaseCommand::EditAdvisory(Box::new(text("声明を入れた概要"))), morning("2026-11-24"));
    assert!(!update(&road));
}

#[test]
fn the_copy_for_the_coordinator_says_something_and_holds_only_files_of_the_report() {
    let now = morning("2026-11-20");
    let mut road = Road::begin(received(consents(Answer::Yes, Answer::Yes), now), now);
    road.accept(DESK, accepting(), now).expect("all five conditions hold");
    let empty = CaseCommand::HandOver { content: CaseContent::default(), attachments: vec![] };
    refused(&mut road, DESK, empty, now, "Ⅳ.3.(1).4", Why::CopyEmpty);
    let foreign = CaseCommand::HandOver { content: copy(), attachments: vec![rulebook::ids::AttachmentId(CASE.0)] };
    refused(&mut road, DESK, foreign, now, "Ⅳ.3.(1).5", Why::BeyondApproved);
    road.go(DESK, hand_over(), now);
    refused(&mut road, DESK, hand_over(), now, "Ⅳ.3.(1).4", Why::AlreadyHandedOver);
}

#[test]
fn a_score_above_ten_is_no_score() {
    let mut road = handed_over();
    let command = CaseCommand::RateInfluence {
        vector: String::new(),
        score_tenths: 101,
        v4: None,
        factors: RangeFactors::default(),
    };
    refused(&mut road, COORDINATOR, command, morning("2026-11-21"), "付録4", Why::Unusable);
}

#[test]
fn a_finder_that_no_longer_wishes_it_is_not_named_in_public() {
    let mut road = handed_over();
    let now = morning("2026-11-21");
    let sign = |road: &mut Road, now| {
        road.go(COORDINATOR, CaseCommand::ApproveAdvisory(COORDINATOR_ACCOUNT), now);
        road.go(DESK, CaseCommand::CoSignAdvisory(DESK_ACCOUNT), now);
    };
    road.go(COORDINATOR, add(MIHARASHI), now);
    road.go(COORDINATOR, attempt(MIHARASHI, now.today, AttemptOutcome::Answered), now);
    road.go(COORDINATOR, confirm(MIHARASHI), now);
    road.go(COORDINATOR, set_day("2026-11-22", ""), now);
    road.go(COORDINATOR, start_advisory(text("概要")), now);
    sign(&mut road, now);
    let withdraw = ReportCommand::ChangeConsents(consents(Answer::Yes, Answer::No));
    road.report(FINDER, withdraw, now).expect("a finder may change its mind");
    let now = morning("2026-11-22");
    refused(&mut road, COORDINATOR, publish(""), now, "Ⅳ.2.5.オ", Why::NoConsent);
    let update = "coordinator: update-advisory by 2026-11-22 [Ⅳ.4.9]";
    let release = "coordinator: release-details (miharashi) [Ⅳ.4.2]";
    owed(&road, &[release, update, "coordinator: publish by 2026-11-22 [Ⅳ.4.9]"]);
    let nameless = AdvisoryContent { credit: Localized::default(), ..text("概要") };
    road.go(COORDINATOR, CaseCommand::EditAdvisory(Box::new(nameless)), now);
    sign(&mut road, now);
    road.go(COORDINATOR, publish(""), now);
    assert_eq!(stage(&road), Stage::Published);
}
