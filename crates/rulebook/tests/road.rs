//! The whole road, once, with a date, a notice and a duty at every milestone. What is expected stands here by hand,
//! from the guideline (12th edition): the clause is beside each line.

mod common;

use common::said::{owed, refused, stage, told};
use common::*;
use rulebook::advisory::AdvisoryContent;
use rulebook::case::decide::CaseCommand;
use rulebook::case::{AttemptOutcome, Stage, Thread, VerificationResult};
use rulebook::moment::{Moment, instant_of};
use rulebook::party::Party;
use rulebook::refusal::Why;
use rulebook::report::ReportCommand;
use rulebook::report::form::Answer;

#[test]
fn the_whole_road_of_a_product_report() {
    // Ⅳ.2.5, Ⅳ.3.(1).1: it arrives; the receipt goes to the finder.
    let mut road =
        Road::begin(received(consents(Answer::No, Answer::Yes), morning("2026-11-12")), morning("2026-11-12"));
    told(&road, &["finder: receipt [Ⅳ.3.(1).1]", "receiving_body: report-came [Ⅳ.3.(1).1]"]);
    owed(&road, &["receiving_body: decide-acceptance [Ⅳ.3.(1).2]"]);

    // Ⅳ.3.(1).8: the desk asks; its decision waits for the finder.
    let ask = ReportCommand::Write { body: body(10), question: true, attachments: vec![] };
    road.report(DESK, ask, morning("2026-11-13")).expect("the desk may ask");
    told(&road, &["finder: message [Ⅳ.3.(1).8]"]);
    owed(&road, &["receiving_body: decide-acceptance, waits [Ⅳ.3.(1).2]", "finder: answer-desk [Ⅳ.3.(1).8]"]);
    let answer = ReportCommand::Write { body: body(11), question: false, attachments: vec![] };
    road.report(FINDER, answer, morning("2026-11-14")).expect("the finder may answer");
    told(&road, &["receiving_body: message [Ⅳ.2.7]"]);
    owed(&road, &["receiving_body: decide-acceptance [Ⅳ.3.(1).2]", "receiving_body: answer-finder [Ⅳ.3.(1).8]"]);
    let thanks = ReportCommand::Write { body: body(12), question: false, attachments: vec![] };
    road.report(DESK, thanks, morning("2026-11-14")).expect("the desk may answer");
    owed(&road, &["receiving_body: decide-acceptance [Ⅳ.3.(1).2]"]);

    // Ⅳ.3.(1).2: accepted with all five conditions, and the finder is told.
    road.accept(DESK, accepting(), morning("2026-11-16")).expect("all five conditions hold");
    told(&road, &["finder: accepted [Ⅳ.3.(1).2.第2段]"]);
    assert_eq!(stage(&road), Stage::Accepted);
    assert_eq!(road.file().case.accepted_on, day("2026-11-16"));
    owed(&road, &["receiving_body: rate-influence [付録4]", "receiving_body: hand-over [Ⅳ.3.(1).4]"]);
    road.go(DESK, rate(), morning("2026-11-16"));
    owed(&road, &["receiving_body: hand-over [Ⅳ.3.(1).4]"]);

    // Ⅳ.3.(1).4: to the coordinator, without the finder's name (ウ is no).
    road.go(DESK, hand_over(), morning("2026-11-18"));
    told(&road, &["coordinator: handed-over [Ⅳ.3.(1).4]"]);
    assert_eq!(stage(&road), Stage::HandedOver);
    assert!(!road.file().case.handed_over.as_ref().is_some_and(|copy| copy.finder_named));
    owed(&road, &["coordinator: find-developer [Ⅳ.4.2]"]);

    // Ⅳ.4.2: a developer of the register.
    let now = morning("2026-11-21");
    refused(&mut road, COORDINATOR, set_day("2027-01-05", ""), now, "Ⅳ.4.3", Why::NobodyContacted);
    road.go(COORDINATOR, add(MIHARASHI), now);
    told(&road, &[]);
    assert_eq!(stage(&road), Stage::HandedOver);
    owed(&road, &["coordinator: contact-developer (miharashi) [Ⅳ.4.2]"]);

    // Ⅳ.2.4.注4, Ⅳ.4.2: the first attempt is day zero; body and finder are told of it.
    road.go(COORDINATOR, attempt(MIHARASHI, day("2026-11-21"), AttemptOutcome::Waiting), now);
    told(&road, &["receiving_body: day-zero [Ⅳ.4.2]", "finder: day-zero [Ⅳ.4.2]"]);
    assert_eq!(stage(&road), Stage::Contacted);
    assert_eq!(road.file().case.day_zero(), Some(day("2026-11-21")));
    // Ⅳ.4.3: 9 days of November, 31 of December, 5 of January make 45; the start day is not counted.
    assert_eq!(road.file().case.target_day(edition()), Some(day("2027-01-05")));
    owed(
        &road,
        &[
            "miharashi: confirm-contact (miharashi) [Ⅳ.5.1]",
            // Ten business days on, by which the checklist is worked through.
            "coordinator: contact-developer (miharashi) by 2026-12-04 [Ⅳ.4.2]",
            "coordinator: search-contact (miharashi) by 2026-12-04 [Ⅳ.4.2.第6段.1]",
        ],
    );

    // Ⅳ.4.2: the details go to a confirmed contact only.
    let now = morning("2026-11-24");
    refused(&mut road, COORDINATOR, release(MIHARASHI), now, "Ⅳ.4.2", Why::ContactNotConfirmed);
    road.go(MAKER, confirm(MIHARASHI), now);
    told(&road, &["coordinator: contact-confirmed [Ⅳ.5.1]"]);
    owed(&road, &["coordinator: release-details (miharashi) [Ⅳ.4.2]"]);
    refused(&mut road, MAKER, verified(VerificationResult::Affected), now, "Ⅳ.4.2", Why::DetailsNotSent);

    // Ⅳ.4.2: 詳細情報連絡日, told to developer, body and finder.
    road.go(COORDINATOR, release(MIHARASHI), morning("2026-11-25"));
    told(
        &road,
        &["miharashi: details-there [Ⅳ.4.2]", "receiving_body: details-sent [Ⅳ.4.2]", "finder: details-sent [Ⅳ.4.2]"],
    );
    assert_eq!(stage(&road), Stage::DetailsSent);
    assert_eq!(road.file().case.details_sent_on(), Some(day("2026-11-25")));
    owed(
        &road,
        &[
            "miharashi: answer-verification (miharashi) by 2027-01-05 [Ⅳ.5.2]",
            "coordinator: set-day by 2027-01-05, waits [Ⅳ.4.3]",
            "miharashi: acknowledge-receipt (miharashi) by 2026-12-02 [付録6.3]",
        ],
    );

    // Ⅳ.5.5: it needs more: now it is the coordinator's turn.
    road.go(MAKER, verified(VerificationResult::NeedsMore), morning("2026-11-30"));
    owed(
        &road,
        &[
            "coordinator: answer-developer (miharashi) [Ⅳ.4.3]",
            "miharashi: answer-verification (miharashi) by 2027-01-05, waits [Ⅳ.5.2]",
            "coordinator: set-day by 2027-01-05, waits [Ⅳ.4.3]",
        ],
    );
    let write = CaseCommand::Write { thread: Thread::Developer(MIHARASHI), body: body(20), attachments: vec![] };
    road.go(COORDINATOR, write, morning("2026-12-01"));
    told(&road, &["miharashi: message [Ⅳ.5.6]"]);

    // Ⅳ.5.2: the verification result.
    road.go(MAKER, verified(VerificationResult::Affected), morning("2026-12-02"));
    told(&road, &["coordinator: developer-stated [Ⅳ.5.2]"]);
    assert_eq!(stage(&road), Stage::Verified);
    owed(
        &road,
        &[
            "miharashi: answer-coordinator (miharashi) [Ⅳ.5.6]",
            "miharashi: state-countermeasure (miharashi) by 2027-01-05 [Ⅳ.5.7]",
            "miharashi: state-status (miharashi) by 2027-01-05 [Ⅳ.5.7]",
            "coordinator: set-day by 2027-01-05 [Ⅳ.4.3]",
            "coordinator: draft-advisory by 2027-01-05 [Ⅳ.4.9]",
        ],
    );
    let reply = CaseCommand::Write { thread: Thread::Developer(MIHARASHI), body: body(21), attachments: vec![] };
    road.go(MAKER, reply, morning("2026-12-02"));
    told(&road, &["coordinator: message [Ⅳ.5.6]"]);
    let read = CaseCommand::Write { thread: Thread::Developer(MIHARASHI), body: body(22), attachments: vec![] };
    road.go(COORDINATOR, read, morning("2026-12-02"));

    // Ⅳ.5.7, Ⅳ.4.7: countermeasure and status, to the coordinator and from there to the receiving body.
    road.go(MAKER, countermeasure("3.2.1 に更新する"), morning("2026-12-05"));
    told(&road, &["coordinator: developer-stated [Ⅳ.5.7]", "receiving_body: developer-stated [Ⅳ.4.7]"]);
    road.go(MAKER, CaseCommand::StateStatus(status("修正しました")), morning("2026-12-06"));
    told(&road, &["coordinator: developer-stated [Ⅳ.5.7]", "receiving_body: developer-stated [Ⅳ.4.7]"]);
    owed(&road, &["coordinator: set-day by 2027-01-05 [Ⅳ.4.3]", "coordinator: draft-advisory by 2027-01-05 [Ⅳ.4.9]"]);

    // Ⅳ.4.3: the day, told to the receiving body and the developers concerned.
    refused(&mut road, COORDINATOR, set_day("2026-12-06", ""), morning("2026-12-07"), "Ⅳ.4.3", Why::DayPast);
    road.go(COORDINATOR, set_day("2027-01-05", ""), morning("2026-12-07"));
    told(&road, &["receiving_body: day-set [Ⅳ.4.3]", "miharashi: day-set [Ⅳ.4.3]"]);
    assert_eq!(stage(&road), Stage::DateAgreed);
    owed(&road, &["coordinator: draft-advisory by 2027-01-05 [Ⅳ.4.9]"]);

    // Ⅳ.5.3: the developer asks for more time, Ⅳ.4.4: a change gives its reason and goes to all contacted developers.
    let propose = CaseCommand::ProposeDay {
        day: Some(day("2027-01-12")), comment: "年末年始の配布を避けたい".into()
    };
    road.go(MAKER, propose, morning("2026-12-08"));
    told(&road, &["coordinator: developer-stated [Ⅳ.5.3]"]);
    owed(
        &road,
        &["coordinator: answer-developer (miharashi) [Ⅳ.4.3]", "coordinator: draft-advisory by 2027-01-05 [Ⅳ.4.9]"],
    );
    let now = morning("2026-12-09");
    refused(&mut road, COORDINATOR, set_day("2027-01-12", " "), now, "Ⅳ.4.4", Why::ChangeWithoutReason);
    road.go(COORDINATOR, set_day("2027-01-12", "開発者の求め"), now);
    told(&road, &["receiving_body: day-changed [Ⅳ.4.4]", "miharashi: day-changed [Ⅳ.4.4]"]);
    owed(&road, &["coordinator: draft-advisory by 2027-01-12 [Ⅳ.4.9]"]);

    // Ⅳ.4.9: the advisory. A text that lacks something is not approved, nor one that the developer was not shown.
    let now = morning("2026-12-10");
    road.go(COORDINATOR, start_advisory(AdvisoryContent::default()), now);
    owed(&road, &["coordinator: send-preview by 2027-01-12 [Ⅳ.4.9]"]);
    let approve = CaseCommand::ApproveAdvisory(COORDINATOR_ACCOUNT);
    refused(&mut road, COORDINATOR, approve.clone(), now, "Ⅳ.4.9", Why::AdvisoryIncomplete);
    road.go(COORDINATOR, CaseCommand::EditAdvisory(Box::new(text("概要"))), now);
    refused(&mut road, COORDINATOR, approve.clone(), now, "Ⅳ.4.9", Why::NotPreviewed);
    road.go(COORDINATOR, CaseCommand::SendPreview, morning("2026-12-11"));
    told(&road, &["miharashi: preview [Ⅳ.4.9]"]);
    owed(
        &road,
        &[
            "miharashi: comment-preview (miharashi) by 2027-01-12 [Ⅳ.5.7]",
            "coordinator: approve-advisory by 2027-01-12 [Ⅳ.4.9]",
        ],
    );
    let comment = CaseCommand::CommentPreview { agrees: true, comment: String::new() };
    road.go(MAKER, comment, morning("2026-12-14"));
    told(&road, &["coordinator: developer-stated [Ⅳ.5.7]"]);
    owed(&road, &["coordinator: approve-advisory by 2027-01-12 [Ⅳ.4.9]"]);

    // Ⅳ.3.(1).13, Ⅳ.4.9: two signatures.
    let co_sign = CaseCommand::CoSignAdvisory(DESK_ACCOUNT);
    refused(&mut road, DESK, co_sign.clone(), morning("2026-12-15"), "Ⅳ.4.9", Why::NotApproved);
    road.go(COORDINATOR, approve.clone(), morning("2026-12-15"));
    told(&road, &["receiving_body: to-sign [Ⅳ.3.(1).13]"]);
    owed(&road, &["receiving_body: co-sign-advisory by 2027-01-12 [Ⅳ.3.(1).13]"]);
    refused(&mut road, COORDINATOR, publish(""), morning("2027-01-12"), "Ⅳ.3.(1).13", Why::NotCoSigned);
    road.go(DESK, co_sign.clone(), morning("2026-12-16"));
    owed(&road, &["coordinator: publish by 2027-01-12 [Ⅳ.4.9]"]);

    // Ⅳ.4.3: not before the day; on the day the finder is told as well (Ⅳ.3.(1).13.第3段).
    refused(&mut road, Party::Program, publish(""), morning("2027-01-11"), "Ⅳ.4.3", Why::DayNotCome);
    let noon = Moment::new(instant_of(day("2027-01-12"), 12, 9).expect("a day of our time"), 9);
    road.go(Party::Program, publish(""), noon);
    told(
        &road,
        &[
            "finder: published [Ⅳ.3.(1).13.第3段]",
            "receiving_body: published [Ⅳ.3.(1).13]",
            "miharashi: published [Ⅳ.4.9]",
        ],
    );
    assert_eq!(stage(&road), Stage::Published);
    assert_eq!(road.file().case.publications[0].at, noon.at);
    owed(&road, &[]);
    refused(&mut road, COORDINATOR, set_day("2027-02-01", "x"), noon, "Ⅳ.4.4", Why::AlreadyPublished);

    // Ⅳ.3.(1).13, Ⅳ.4.9: updated each time a developer sends something new.
    road.go(MAKER, CaseCommand::StateStatus(status("3.2.2 で完全に修正しました")), morning("2027-01-20"));
    owed(&road, &["coordinator: update-advisory [Ⅳ.4.9]"]);
    let now = morning("2027-01-21");
    road.go(COORDINATOR, CaseCommand::EditAdvisory(Box::new(text("概要（更新）"))), now);
    owed(&road, &["coordinator: approve-advisory [Ⅳ.4.9]"]);
    road.go(COORDINATOR, approve, now);
    owed(&road, &["receiving_body: co-sign-advisory [Ⅳ.3.(1).13]"]);
    road.go(DESK, co_sign, now);
    owed(&road, &["coordinator: publish-update [Ⅳ.4.9]"]);
    refused(&mut road, COORDINATOR, publish(" "), now, "Ⅳ.4.9", Why::SummaryMissing);
    road.go(COORDINATOR, publish("修正版を追加"), now);
    told(
        &road,
        &["finder: updated [Ⅳ.3.(1).13.第3段]", "receiving_body: updated [Ⅳ.3.(1).13]", "miharashi: updated [Ⅳ.4.9]"],
    );
    let revisions: Vec<u32> = road.file().case.publications.iter().map(|publication| publication.revision).collect();
    assert_eq!(revisions, [1, 2]);
    owed(&road, &[]);
}
