//! How a case ends without a publication, and opens again: milestone by milestone, from the guideline.

mod common;

use common::said::{owed, refused, stage, told};
use common::*;
use rulebook::action::Action;
use rulebook::advisory::AdvisoryContent;
use rulebook::case::decide::CaseCommand;
use rulebook::case::ending::{EolCase, EolRoad, eol_case, proposed, refusals};
use rulebook::case::{
    AttemptOutcome, CaseView, DropGround, EndOfSupport, EndingCommand, EndingGround, FixPlan, Refused, Stage,
    StopUsing, Thread, VerificationResult, Viewer, may, view,
};
use rulebook::edition::{Influence, Range};
use rulebook::influence::RangeFactors;
use rulebook::moment::Moment;
use rulebook::party::Party;
use rulebook::refusal::Why;
use rulebook::report::form::Answer;

fn today() -> Moment {
    morning("2026-12-07")
}

/// A case in which Miharashi has the details since 2026-11-25; Tomoshibi was written to and has not answered.
fn told_one() -> Road {
    let now = morning("2026-11-20");
    let mut road = Road::begin(received(consents(Answer::No, Answer::Yes), now), now);
    road.accept(DESK, accepting(), now).expect("all five conditions hold");
    road.go(DESK, rate(), now);
    road.go(DESK, hand_over(), now);
    for developer in [MIHARASHI, TOMOSHIBI] {
        road.go(COORDINATOR, add(developer), now);
        road.go(COORDINATOR, attempt(developer, day("2026-11-21"), AttemptOutcome::Waiting), morning("2026-11-21"));
    }
    road.go(MAKER, confirm(MIHARASHI), morning("2026-11-24"));
    road.go(COORDINATOR, release(MIHARASHI), morning("2026-11-25"));
    road
}

fn ending(command: EndingCommand) -> CaseCommand {
    CaseCommand::Ending(command)
}

fn drop_it(ground: DropGround, said_by: Option<rulebook::ids::DeveloperId>, reason: &str) -> CaseCommand {
    ending(EndingCommand::Drop { ground, said_by, reason: reason.into() })
}

fn stop(ground: EndingGround, reason: &str) -> CaseCommand {
    ending(EndingCommand::Stop { ground, reason: reason.into() })
}

fn resume(reason: &str) -> CaseCommand {
    ending(EndingCommand::Resume { reason: reason.into() })
}

fn seen(road: &Road, party: Party) -> CaseView {
    view(road.file(), Viewer::Party(party), rules()).expect("it sees the case")
}

/// Both lists are those of the edition, clause by clause: two lists, not one.
#[test]
fn the_grounds_are_those_of_the_two_clauses() {
    let lists = &edition().lists;
    let drops: Vec<_> = lists.publication_drops.value.iter().map(|item| item.clause.as_str()).collect();
    assert_eq!(DropGround::ALL.map(|ground| ground.clause().id()).to_vec(), drops);
    let endings: Vec<_> = lists.product_endings.value.iter().map(|item| item.clause.as_str()).collect();
    assert_eq!(EndingGround::ALL.map(|ground| ground.clause().id())[..5].to_vec(), endings);
}

#[test]
fn a_developers_statement_proposes_a_ground_and_drops_nothing() {
    let mut road = told_one();
    road.go(MAKER, verified(VerificationResult::NoInfluence), today());
    assert_eq!(proposed(&road.file().case), [(DropGround::NoInfluence, MIHARASHI)]);
    assert_eq!(stage(&road), Stage::Verified);
    assert!(road.file().case.ending.dropped.is_none());
    assert_eq!(may(road.file(), COORDINATOR, Action::SetDay, None, rules(), today()), Ok(()));
}

#[test]
fn a_dropped_publication_is_told_with_its_ground_and_leaves_the_receiving_body_to_stop() {
    let mut road = told_one();
    road.go(MAKER, verified(VerificationResult::NoInfluence), today());
    road.go(COORDINATOR, set_day("2027-01-05", ""), today());
    let nobody = drop_it(DropGround::NoInfluence, None, "電話で確認");
    refused(&mut road, COORDINATOR, nobody, today(), "Ⅳ.4.4.イ", Why::NobodySaidSo);
    let untold = drop_it(DropGround::NoInfluence, Some(TOMOSHIBI), "電話で確認");
    refused(&mut road, COORDINATOR, untold, today(), "Ⅳ.4.4.イ", Why::DetailsNotSent);
    let unexplained = drop_it(DropGround::NoInfluence, Some(MIHARASHI), " ");
    refused(&mut road, COORDINATOR, unexplained, today(), "Ⅳ.4.4.第2段", Why::ReasonMissing);

    road.go(COORDINATOR, drop_it(DropGround::NoInfluence, Some(MIHARASHI), "検証環境でも再現しない"), today());
    told(
        &road,
        &[
            "receiving_body: publication-dropped [Ⅳ.4.4.第2段]",
            "miharashi: publication-dropped [Ⅳ.4.4.第2段]",
            "tomoshibi: publication-dropped [Ⅳ.4.4.第2段]",
        ],
    );
    owed(&road, &["receiving_body: stop-handling [Ⅳ.3.(1).7]"]);
    assert_eq!(road.file().case.day(), None, "the day falls with the publication");
    let of_builder = seen(&road, BUILDER).ending.dropped.expect("it is told");
    assert_eq!((of_builder.ground, of_builder.reason.as_str()), (Some(DropGround::NoInfluence), ""));
    assert_eq!(of_builder.said_by, None, "who said so is for the two bodies");
    assert_eq!(seen(&road, FINDER).ending.dropped, None);
    refused(&mut road, COORDINATOR, set_day("2027-01-05", ""), today(), "Ⅳ.4.4.第2段", Why::PublicationDropped);
}

#[test]
fn a_stopped_case_has_ended_and_only_its_talks_go_on() {
    let mut road = told_one();
    road.go(DESK, stop(EndingGround::OutOfScope, "試作品で、利用者がいません"), today());
    told(
        &road,
        &[
            "finder: handling-stopped [Ⅳ.3.(1).7.イ]",
            "coordinator: handling-stopped [Ⅳ.3.(1).7]",
            "miharashi: handling-stopped [Ⅳ.3.(1).7]",
            "tomoshibi: handling-stopped [Ⅳ.3.(1).7]",
        ],
    );
    assert_eq!(stage(&road), Stage::Ended);
    owed(&road, &[]);
    let of_finder = seen(&road, FINDER).ending.stopped.expect("it is told");
    assert_eq!(of_finder.ground, Some(EndingGround::OutOfScope));
    assert_eq!(of_finder.reason, "試作品で、利用者がいません");
    let of_maker = seen(&road, MAKER).ending.stopped.expect("it is told");
    assert_eq!((of_maker.ground, of_maker.reason.as_str()), (None, ""));
    refused(&mut road, MAKER, verified(VerificationResult::Affected), today(), "Ⅳ.3.(1).7", Why::HandlingEnded);

    road.go(
        MAKER,
        CaseCommand::Write { thread: Thread::Developer(MIHARASHI), body: body(40), attachments: vec![] },
        today(),
    );
    owed(&road, &["coordinator: answer-developer (miharashi) [Ⅳ.4.3]"]);
}

#[test]
fn handling_is_stopped_after_the_hand_over_only_but_for_what_was_obtained_illegally() {
    let now = morning("2026-11-20");
    let mut road = Road::begin(received(consents(Answer::No, Answer::Yes), now), now);
    road.accept(DESK, accepting(), now).expect("all five conditions hold");
    let grounds =
        [EndingGround::NotVulnerabilityInformation, EndingGround::SmallInfluence, EndingGround::HandledIndividually];
    for ground in grounds {
        refused(&mut road, DESK, stop(ground, "理由"), now, "Ⅳ.3.(1).4", Why::NotHandedOver);
    }
    refused(&mut road, DESK, stop(EndingGround::IllegallyAcquired, ""), now, "Ⅳ.3.(1).7", Why::ReasonMissing);
    road.go(DESK, stop(EndingGround::IllegallyAcquired, "不正に侵入して得たと書かれています"), now);
    told(&road, &["finder: handling-stopped [Ⅳ.3.(1).3]"]);
    owed(&road, &[]);
    refused(&mut road, DESK, hand_over(), now, "Ⅳ.3.(1).7", Why::HandlingEnded);
}

#[test]
fn simple_handling_ends_once_the_developer_was_told() {
    let simple = || CaseCommand::RateInfluence {
        vector: "CVSS:3.1/AV:L/AC:H/PR:H/UI:R/S:U/C:L/I:N/A:N".into(),
        score_tenths: 18,
        v4: None,
        factors: RangeFactors { users: Some(Range::Narrow), social: Some(Range::Narrow), attack_seen: Some(false) },
    };
    let end = || stop(EndingGround::SimpleHandling, "影響が小さく、製品開発者に連絡しました");
    let mut road = told_one();
    refused(&mut road, DESK, end(), today(), "付録2.図3", Why::NotSimple);
    road.go(DESK, simple(), today());
    assert_eq!(road.file().case.rating().map(|rating| rating.influence), Some(Influence::Simple));
    road.go(DESK, end(), today());
    assert_eq!(stage(&road), Stage::Ended);

    let now = morning("2026-11-20");
    let mut untold = Road::begin(received(consents(Answer::No, Answer::Yes), now), now);
    untold.accept(DESK, accepting(), now).expect("all five conditions hold");
    untold.go(DESK, simple(), now);
    untold.go(DESK, hand_over(), now);
    refused(&mut untold, DESK, end(), now, "付録2.図3", Why::DetailsNotSent);
}

/// Ⅳ.図1注: that every user is told counts like a publication, once the coordinator has confirmed it.
#[test]
fn every_user_told_ends_the_case_once_it_is_confirmed() {
    let mut road = told_one();
    let end = || stop(EndingGround::AllUsersTold, "製品開発者がすべての利用者に通知しました");
    refused(&mut road, DESK, end(), today(), "Ⅳ.3.(1).7.オ", Why::NotConfirmed);
    road.go(MAKER, verified(VerificationResult::TellsAllUsers), today());
    refused(&mut road, DESK, end(), today(), "Ⅳ.3.(1).7.オ", Why::NotConfirmed);
    let confirmed = drop_it(DropGround::AllUsersTold, Some(MIHARASHI), "契約者全員への送付記録を確認");
    road.go(COORDINATOR, confirmed, today());
    road.go(DESK, end(), today());
    assert_eq!(stage(&road), Stage::Ended);
}

#[test]
fn that_it_was_judged_not_to_be_published_is_never_said_by_hand() {
    let mut road = told_one();
    let judged = stop(EndingGround::JudgedNotToPublish, "判定の結果");
    refused(&mut road, DESK, judged, today(), "Ⅳ.3.(2).7.イ", Why::NotJudged);
}

#[test]
fn a_case_taken_up_again_owes_what_it_owed() {
    let mut road = told_one();
    let refusal = road.case(DESK, resume("新しい事実"), today()).expect_err("nothing has ended");
    assert_eq!(refusal.why, Why::NotEnded);
    let before = rulebook::case::duties(road.file(), rules());
    road.go(DESK, stop(EndingGround::SmallInfluence, "影響が小さい"), today());
    let refusal = road.case(COORDINATOR, resume(" "), today()).expect_err("it needs its reason");
    assert_eq!(refusal.why, Why::ReasonMissing);
    road.go(COORDINATOR, resume("より大きな影響が見つかった"), today());
    told(
        &road,
        &[
            "finder: handling-resumed []",
            "receiving_body: handling-resumed []",
            "miharashi: handling-resumed []",
            "tomoshibi: handling-resumed []",
        ],
    );
    assert_eq!(stage(&road), Stage::DetailsSent);
    assert_eq!(rulebook::case::duties(road.file(), rules()), before);
}

/// A finder that was not told of the dropped publication is not told that it is taken up again either.
#[test]
fn a_dropped_publication_that_is_taken_up_again_gets_a_new_day() {
    let mut road = told_one();
    road.go(MAKER, verified(VerificationResult::SmallInfluence), today());
    road.go(COORDINATOR, set_day("2027-01-05", ""), today());
    road.go(COORDINATOR, drop_it(DropGround::SmallInfluence, Some(MIHARASHI), "影響は小さいと連絡があった"), today());
    road.go(DESK, resume("影響は小さくないと考える"), today());
    told(
        &road,
        &["coordinator: handling-resumed []", "miharashi: handling-resumed []", "tomoshibi: handling-resumed []"],
    );
    let owed = rulebook::case::duties(road.file(), rules());
    assert!(owed.iter().any(|duty| duty.who == COORDINATOR && duty.what.word() == "set-day"));
    road.go(COORDINATOR, set_day("2027-01-12", ""), today());
    assert_eq!(road.file().case.day(), Some(day("2027-01-12")));
}

#[test]
fn what_is_published_is_neither_dropped_nor_stopped() {
    let mut road = common::stops::accepted(common::stops::shy());
    for stop in common::stops::stops() {
        if let Some((party, command)) = stop.doing {
            road.go(party, command, stop.now);
        }
    }
    let now = morning("2027-02-01");
    let known = drop_it(DropGround::KnownAndPublished, None, "公表済み");
    refused(&mut road, COORDINATOR, known, now, "Ⅳ.4.9", Why::AlreadyPublished);
    refused(&mut road, DESK, stop(EndingGround::KnownAndPublished, "公表済み"), now, "Ⅳ.4.9", Why::AlreadyPublished);
}

/// Ⅳ.3.(2).1.イ: the facts on which it is judged whether an agreement can still be reached, with their days.
#[test]
fn refusals_stay_on_record_with_their_history() {
    let mut road = told_one();
    let refuse = |what, statement: &str| {
        ending(EndingCommand::RecordRefusal { developer: MIHARASHI, what, statement: statement.into() })
    };
    road.go(COORDINATOR, attempt(TOMOSHIBI, day("2026-12-01"), AttemptOutcome::Refused), morning("2026-12-02"));
    refused(&mut road, MAKER, refuse(Refused::Fix, " "), today(), "Ⅳ.3.(2).1.イ", Why::TextMissing);
    road.go(MAKER, refuse(Refused::Fix, "後継の製品に移ってほしい"), today());
    told(&road, &["coordinator: developer-stated [Ⅳ.3.(2).1.イ]", "receiving_body: developer-stated [Ⅳ.3.(2).1.イ]"]);
    road.go(COORDINATOR, refuse(Refused::Publication, "電話で：公表には応じない"), morning("2026-12-09"));
    told(&road, &["receiving_body: developer-stated [Ⅳ.3.(2).1.イ]"]);
    let all = refusals(&road.file().case);
    let lines: Vec<_> = all.iter().map(|one| (who(Party::Developer(one.developer)), one.what, one.on)).collect();
    assert_eq!(
        lines,
        [
            ("tomoshibi", Refused::Contact, day("2026-12-01")),
            ("miharashi", Refused::Fix, day("2026-12-07")),
            ("miharashi", Refused::Publication, day("2026-12-09")),
        ]
    );
    assert!(seen(&road, BUILDER).ending.refusals.is_empty(), "one developer's words are not another's");
}

fn support(fix: FixPlan, agrees: StopUsing) -> EndOfSupport {
    EndOfSupport { product: "みはらしポータル 2".into(), ended_on: day("2024-03-31"), fix, agrees }
}

fn state_end(on: &str, agrees: StopUsing) -> CaseCommand {
    ending(EndingCommand::StateEndOfSupport {
        developer: MIHARASHI,
        product: "みはらしポータル 2".into(),
        ended_on: day(on),
        fix: FixPlan::None,
        agrees,
    })
}

/// 2019年度報告書 §4.2.1, the table of ended support, row by row.
#[test]
fn the_five_cases_of_ended_support() {
    use EolRoad::{Committee, Publication, StopUsingPublication, UnreachableThenCommittee};
    let road = told_one();
    let case = &road.file().case;
    let rows = [
        (FixPlan::Planned, StopUsing::NoAnswer, EolCase::B, Publication),
        (FixPlan::None, StopUsing::Yes, EolCase::C, StopUsingPublication),
        (FixPlan::None, StopUsing::No, EolCase::D, Committee),
        (FixPlan::None, StopUsing::NoAnswer, EolCase::E, UnreachableThenCommittee),
    ];
    for (fix, agrees, expected, leads_to) in rows {
        let found = eol_case(case, MIHARASHI, &support(fix, agrees));
        assert_eq!((found, found.road()), (expected, leads_to), "{fix:?}, {agrees:?}");
        let untold = eol_case(case, TOMOSHIBI, &support(fix, agrees));
        assert_eq!(untold, EolCase::E, "whoever could not be told is E");
    }
    let mut small = road.clone();
    let factors = RangeFactors { users: Some(Range::Narrow), social: Some(Range::Narrow), attack_seen: Some(false) };
    small.go(
        DESK,
        CaseCommand::RateInfluence { vector: "CVSS:3.1/…".into(), score_tenths: 18, v4: None, factors },
        today(),
    );
    let found = eol_case(&small.file().case, MIHARASHI, &support(FixPlan::None, StopUsing::No));
    assert_eq!((found, found.road()), (EolCase::A, EolRoad::EndPossible));
}

#[test]
fn a_developer_that_fixes_but_refuses_the_publication_goes_to_the_committee() {
    let mut road = told_one();
    let statement = "公表しないでほしい".to_owned();
    let refusal = EndingCommand::RecordRefusal { developer: MIHARASHI, what: Refused::Publication, statement };
    road.go(MAKER, ending(refusal), today());
    let found = eol_case(&road.file().case, MIHARASHI, &support(FixPlan::Planned, StopUsing::NoAnswer));
    assert_eq!(found.road(), EolRoad::Committee);
}

/// "Stop using it" is for ended support only.
#[test]
fn users_are_asked_to_stop_using_only_what_is_no_longer_supported() {
    let mut road = told_one();
    let stopping = AdvisoryContent { stop_using: vec!["みはらしポータル 2".into()], ..text("概要") };
    let begin = || start_advisory(stopping.clone());
    refused(&mut road, COORDINATOR, begin(), today(), "Ⅳ.4.9", Why::SupportNotEnded);
    refused(&mut road, MAKER, state_end("2027-03-31", StopUsing::Yes), today(), "Ⅳ.5.7", Why::InTheFuture);
    road.go(MAKER, state_end("2024-03-31", StopUsing::Yes), today());
    told(&road, &["coordinator: developer-stated [Ⅳ.5.7]", "receiving_body: developer-stated [Ⅳ.5.7]"]);
    let of_desk = seen(&road, DESK).ending.support;
    assert_eq!(of_desk.first().and_then(|one| one.case), Some(EolCase::C));
    road.go(COORDINATOR, begin(), today());
    let other = AdvisoryContent { stop_using: vec!["みはらしポータル 3".into()], ..text("概要") };
    let edit = CaseCommand::EditAdvisory(Box::new(other));
    refused(&mut road, COORDINATOR, edit, today(), "Ⅳ.4.9", Why::SupportNotEnded);
}
