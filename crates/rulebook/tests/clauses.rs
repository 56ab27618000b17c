//! Clauses that no milestone of the road shows: each test says in a sentence what the clause asks, with values from the
//! guideline (12th edition) and its list of who tells whom.

mod common;

use common::said::{owed, refused, told};
use common::*;
use rulebook::advisory::AdvisoryContent;
use rulebook::advisory::content::{may_draft_credit, vendors};
use rulebook::case::decide::CaseCommand;
use rulebook::case::duties::{report_weight, weight};
use rulebook::case::{
    AttemptOutcome, CaseEvent, Countermeasure, DutyKind, Origin, Verification, VerificationResult, Viewer, Weighing,
    duties, view,
};
use rulebook::edition::Range;
use rulebook::influence::RangeFactors;
use rulebook::refusal::Why;
use rulebook::report::decide::proposed;
use rulebook::report::form::{Answer, Consents, InformationSource, ReportForm, ReportKind};
use rulebook::report::problems::{Fault, FormItem, Problem, problems};
use rulebook::report::{AcceptReport, Condition, ReportCommand, ReportStage};
use rulebook::text::Localized;

/// A case with the coordinator, on 2026-11-20.
fn handed_over(consents: Consents) -> Road {
    let now = morning("2026-11-20");
    let mut road = Road::begin(received(consents, now), now);
    road.accept(DESK, accepting(), now).expect("all five conditions hold");
    road.go(DESK, rate(), now);
    road.go(DESK, hand_over(), now);
    road
}

fn shy() -> Consents {
    consents(Answer::No, Answer::No)
}

/// A case with the coordinator, and developers that have the details.
fn informed(developers: &[rulebook::ids::DeveloperId]) -> Road {
    let mut road = handed_over(shy());
    let now = morning("2026-11-21");
    for developer in developers {
        road.go(COORDINATOR, add(*developer), now);
        road.go(COORDINATOR, attempt(*developer, now.today, AttemptOutcome::Answered), now);
        road.go(COORDINATOR, confirm(*developer), now);
        road.go(COORDINATOR, release(*developer), now);
    }
    road
}

fn product_form() -> ReportForm {
    ReportForm {
        kind: ReportKind::Product,
        finder_name: "篝 火ノ子".into(),
        email: "kagari@finder.example".into(),
        consents: Consents { share_identity: Answer::No, direct_contact: Answer::No, publish_name: Answer::No },
        product_name: "みはらしポータル".into(),
        vulnerability_kind: "クロスサイト・スクリプティング".into(),
        steps: "(1) 検索欄に入力する (2) 実行される".into(),
        threat: "セッションを奪われる".into(),
        reported_elsewhere: Answer::No,
        ..ReportForm::default()
    }
}

/// Ⅱ.3: wherever a countermeasure is asked for, a fix (Ⅱ.3.2) or a workaround (Ⅱ.3.1) will do.
#[test]
fn a_fix_or_a_workaround_is_a_countermeasure() {
    let state = |fix: &str, workaround: &str| {
        CaseCommand::StateCountermeasure(Countermeasure {
            fix: fix.into(),
            workaround: workaround.into(),
            ready_on: None,
        })
    };
    let now = morning("2026-11-22");
    for (fix, workaround) in [("3.2.1 に更新する", ""), ("", "検索を止める"), ("3.2.1 に更新する", "検索を止める")]
    {
        let mut road = informed(&[MIHARASHI]);
        road.go(MAKER, state(fix, workaround), now);
        let side = road.file().case.developer(MIHARASHI).expect("on the case");
        let kept = &side.countermeasure.as_ref().expect("stated").item;
        assert_eq!((kept.fix.as_str(), kept.workaround.as_str()), (fix, workaround), "each in its own place");
    }
    let refusal = informed(&[MIHARASHI]).case(MAKER, state(" ", "　"), now).expect_err("neither of the two");
    assert_eq!(refusal.why, Why::TextMissing);
}

/// Ⅱ.8: who obtained the information elsewhere is a finder as well as who discovered it.
#[test]
fn who_obtained_it_elsewhere_is_a_finder_too() {
    use InformationSource::{FoundMyself, FromPerson, FromWebsite};
    for source in [Some(FoundMyself), Some(FromPerson), Some(FromWebsite), None] {
        assert_eq!(problems(&ReportForm { source, ..product_form() }), [], "{source:?}");
    }
}

/// Ⅳ.2.1: a developer that reports a flaw of somebody else's product is its finder, with conditions and days as any.
#[test]
fn a_developer_that_reports_anothers_product_is_a_finder() {
    let form = ReportForm { finder_name: "ともしび合同会社".into(), ..product_form() };
    assert_eq!(problems(&form), [], "the form asks nobody what it is");
    let now = morning("2026-11-20");
    let mut road = Road::begin(received(shy(), now), now);
    let unconfirmed = AcceptReport { confirmed: vec![], ..accepting() };
    assert_eq!(road.accept(DESK, unconfirmed, now).map_err(|refusal| refusal.why), Err(Why::ConditionsOpen));
    let mut road = handed_over(shy());
    assert_eq!(road.file().case.origin, Origin::Finder);
    road.go(COORDINATOR, add(MIHARASHI), morning("2026-11-21"));
    road.go(COORDINATOR, attempt(MIHARASHI, day("2026-11-21"), AttemptOutcome::Waiting), morning("2026-11-21"));
    assert_eq!(road.file().case.target_day(edition()), Some(day("2027-01-05")));
}

/// Ⅳ.2.7: a finder may ask at any time, also after its report was not accepted; the receiving body owes an answer.
#[test]
fn a_finder_may_always_ask_how_its_report_stands() {
    let now = morning("2026-11-20");
    let mut road = Road::begin(received(shy(), now), now);
    let reject = reject(vec![Condition::NotKnown]);
    road.report(DESK, reject, now).expect("it is published already");
    assert!(matches!(road.report.stage, ReportStage::Rejected { .. }));
    let ask = ReportCommand::Write { body: body(4), question: false, attachments: vec![] };
    road.report(FINDER, ask, morning("2026-11-25")).expect("a finder may ask");
    told(&road, &["receiving_body: message [Ⅳ.2.7]"]);
    owed(&road, &["receiving_body: answer-finder [Ⅳ.3.(1).8]"]);
    let answer = ReportCommand::Write { body: body(5), question: false, attachments: vec![] };
    road.report(DESK, answer, morning("2026-11-25")).expect("the desk answers");
    told(&road, &["finder: message [Ⅳ.3.(1).8]"]);
    owed(&road, &[]);
}

/// Ⅳ.3.(1).2.ア–オ: five conditions; the first two follow from the form, three are for people to judge.
#[test]
fn the_five_conditions_are_those_of_the_clause() {
    let clauses = Condition::ALL.map(|condition| condition.clause().id());
    let expected = ["Ⅳ.3.(1).2.ア", "Ⅳ.3.(1).2.イ", "Ⅳ.3.(1).2.ウ", "Ⅳ.3.(1).2.エ", "Ⅳ.3.(1).2.オ"];
    assert_eq!(clauses, expected);
    let missing = [Problem { item: FormItem::Email, fault: Fault::Missing }];
    let contradiction = [Problem { item: FormItem::PublishName, fault: Fault::Contradiction }];
    let first_two = |found: &[Problem]| [Condition::Complete, Condition::Consistent].map(|one| proposed(found, one));
    assert_eq!(first_two(&[]), [Some(true), Some(true)]);
    assert_eq!(first_two(&missing), [Some(false), Some(true)]);
    assert_eq!(first_two(&contradiction), [Some(true), Some(false)]);
    for judged in [Condition::InScope, Condition::IsVulnerability, Condition::NotKnown] {
        assert_eq!(proposed(&[], judged), None, "{judged:?}");
    }
}

/// Ⅳ.2.5.ウ and オ are asked apart: passing the name on and publishing it are two wishes.
#[test]
fn consent_to_be_told_and_consent_to_be_published_are_apart() {
    let yes_no = [Answer::Yes, Answer::No];
    for (share, publish) in yes_no.into_iter().flat_map(|share| yes_no.map(|publish| (share, publish))) {
        let mut road = handed_over(consents(share, publish));
        let copy = road.file().case.handed_over.as_ref().expect("handed over");
        assert_eq!(copy.finder_named, share.is_yes(), "ウ {share:?}, オ {publish:?}");
        assert_eq!(may_draft_credit(road.file()), share.is_yes() && publish.is_yes());
        let now = morning("2026-11-21");
        road.go(COORDINATOR, start_advisory(text("概要")), now);
        let approved = road.case(COORDINATOR, CaseCommand::ApproveAdvisory(COORDINATOR_ACCOUNT), now);
        assert_eq!(approved.is_ok(), publish.is_yes(), "ウ {share:?}, オ {publish:?}");
    }
}

/// Ⅳ.2.5.ク: a finder may change its wishes, the receiving body hears of it; neither yes nor no is no wish.
#[test]
fn changed_wishes_are_told_to_the_receiving_body() {
    let now = morning("2026-11-20");
    let mut road = Road::begin(received(shy(), now), now);
    road.report(FINDER, ReportCommand::ChangeConsents(consents(Answer::Yes, Answer::No)), now).expect("it may");
    told(&road, &["receiving_body: consents-changed [Ⅳ.2.5.ク]"]);
    assert!(road.report.consents.share_identity.is_yes());
    let both = ReportCommand::ChangeConsents(consents(Answer::Both, Answer::No));
    let refusal = road.report(FINDER, both, now).expect_err("yes and no");
    assert_eq!((refusal.why, refusal.clause.map(|clause| clause.id())), (Why::AnswerUnclear, Some("Ⅳ.2.5.ク")));
}

/// Ⅳ.3.(1).4, Ⅳ.4.2.第5段, 付録4: large influence goes first, whatever the order of arrival; then normal, then simple.
#[test]
fn large_influence_goes_first() {
    let now = morning("2026-11-20");
    let plain = Road::begin(received(shy(), now), now);
    let mut marked = plain.clone();
    marked.report(DESK, ReportCommand::MarkHighImpact(true), now).expect("the desk may mark it");
    assert!(report_weight(&marked.report) > report_weight(&plain.report));
    let weigh = |road: &Road| {
        let mut road = road.clone();
        road.accept(DESK, accepting(), now).expect("all five conditions hold");
        weight(&road.file().case)
    };
    assert!(weigh(&marked) > weigh(&plain), "the mark goes on with the case");
    let rated = |score_tenths, users| {
        let mut road = handed_over(shy());
        let factors = RangeFactors { users: Some(users), ..RangeFactors::default() };
        let command = CaseCommand::RateInfluence { vector: String::new(), score_tenths, v4: None, factors };
        road.go(COORDINATOR, command, now);
        weight(&road.file().case)
    };
    // 7.0–10.0 wide is priority, 4.0–6.9 medium is normal, 0.0–3.9 narrow is simple.
    let (priority, normal, simple) = (rated(98, Range::Wide), rated(50, Range::Medium), rated(20, Range::Narrow));
    assert!(priority > normal && normal > simple);
}

/// Ⅳ.4.2.第2段: another developer may be brought in whenever its product turns out to be concerned.
#[test]
fn another_developer_may_join_at_any_time() {
    let mut road = informed(&[MIHARASHI]);
    let now = morning("2026-12-01");
    road.go(MAKER, verified(VerificationResult::Affected), now);
    road.go(COORDINATOR, set_day("2027-01-05", ""), now);
    road.go(COORDINATOR, add(TOMOSHIBI), now);
    road.go(COORDINATOR, attempt(TOMOSHIBI, now.today, AttemptOutcome::Waiting), now);
    let contact = DutyKind::ContactDeveloper;
    let owed = duties(road.file(), rules());
    assert!(owed.iter().any(|duty| duty.what == contact && duty.about == Some(TOMOSHIBI)));
    refused(&mut road, COORDINATOR, add(TOMOSHIBI), now, "Ⅳ.4.2", Why::DeveloperThere);
    assert_eq!(road.file().case.day_zero(), Some(day("2026-11-21")), "day zero stays the first attempt of the case");
}

/// Ⅳ.4.2, 付録2.図3: the finder hears of the first details of its case, not of every developer's.
#[test]
fn the_finder_is_not_told_how_many_developers_there_are() {
    let mut road = informed(&[MIHARASHI]);
    let now = morning("2026-11-25");
    road.go(COORDINATOR, add(TOMOSHIBI), now);
    road.go(COORDINATOR, attempt(TOMOSHIBI, now.today, AttemptOutcome::Answered), now);
    told(&road, &[]);
    road.go(COORDINATOR, confirm(TOMOSHIBI), now);
    road.go(COORDINATOR, release(TOMOSHIBI), now);
    told(&road, &["tomoshibi: details-there [Ⅳ.4.2]", "receiving_body: details-sent [Ⅳ.4.2]"]);
}

/// Ⅳ.4.3.①: what decides the day lies before the coordinator: when the countermeasure is ready, what was proposed.
#[test]
fn the_coordinator_sees_how_long_the_countermeasure_takes() {
    let mut road = informed(&[MIHARASHI]);
    let now = morning("2026-11-25");
    let ready_on = Some(day("2027-01-20"));
    let countermeasure = Countermeasure { fix: "4.0 に更新する".into(), workaround: String::new(), ready_on };
    road.go(MAKER, CaseCommand::StateCountermeasure(countermeasure), now);
    let comment = "検証に時間が要ります".to_owned();
    road.go(MAKER, CaseCommand::ProposeDay { day: Some(day("2027-01-25")), comment: comment.clone() }, now);
    let seen = view(road.file(), Viewer::Party(COORDINATOR), rules()).expect("its case");
    let side = &seen.developers[0];
    assert_eq!(side.countermeasure.as_ref().expect("stated").item.ready_on, ready_on);
    let proposal = &side.proposals[0].item;
    assert_eq!((proposal.day, &proposal.comment), (Some(day("2027-01-25")), &comment));
}

/// Ⅳ.4.3.第2段: if only some developers report, the day is set from what there is, and told to all concerned.
#[test]
fn one_developers_silence_does_not_keep_the_day_from_being_set() {
    let mut road = informed(&[MIHARASHI, TOMOSHIBI]);
    let now = morning("2026-12-10");
    let waits = |road: &Road| {
        let owed = duties(road.file(), rules());
        owed.into_iter().find(|duty| duty.what == DutyKind::SetDay).expect("the day is not set").waits
    };
    assert!(waits(&road), "Ⅳ.4.3: after a verification result");
    road.go(MAKER, verified(VerificationResult::Affected), now);
    assert!(!waits(&road), "Tomoshibi has said nothing yet");
    let bare = road.case(COORDINATOR, set_day("2027-01-05", ""), now);
    assert_eq!(bare.map_err(|refusal| refusal.why), Err(Why::BasisMissing), "it says what it rests on");
    let weighed = Weighing { similar_cases: "同種の3件は40日ほど".into(), ..Weighing::default() };
    road.go(COORDINATOR, CaseCommand::SetDay { day: day("2027-01-05"), reason: String::new(), weighed }, now);
    told(&road, &["receiving_body: day-set [Ⅳ.4.3]", "miharashi: day-set [Ⅳ.4.3]", "tomoshibi: day-set [Ⅳ.4.3]"]);
}

/// Ⅳ.4.4: a changed day goes to every contacted developer, also to one that has no details yet, and to no other.
#[test]
fn a_changed_day_goes_to_every_contacted_developer() {
    let mut road = informed(&[MIHARASHI]);
    let now = morning("2026-12-01");
    road.go(COORDINATOR, set_day("2027-01-05", ""), now);
    for developer in [TOMOSHIBI, ELSEWHERE] {
        road.go(COORDINATOR, add(developer), now);
    }
    road.go(COORDINATOR, attempt(TOMOSHIBI, now.today, AttemptOutcome::Waiting), now);
    road.go(COORDINATOR, set_day("2027-01-12", "開発者の求め"), now);
    let expected =
        ["receiving_body: day-changed [Ⅳ.4.4]", "miharashi: day-changed [Ⅳ.4.4]", "tomoshibi: day-changed [Ⅳ.4.4]"];
    told(&road, &expected);
}

/// Ⅳ.3.(1).13, Ⅳ.4.9: the publication has every contacted developer's part, also that of one that said nothing.
#[test]
fn every_contacted_developer_has_its_part_in_the_publication() {
    let mut road = informed(&[MIHARASHI]);
    let now = morning("2026-12-01");
    for developer in [TOMOSHIBI, ELSEWHERE] {
        road.go(COORDINATOR, add(developer), now);
    }
    road.go(COORDINATOR, attempt(TOMOSHIBI, now.today, AttemptOutcome::Waiting), now);
    road.go(MAKER, CaseCommand::StateStatus(status("みはらしの声明")), now);
    let parts = vendors(road.file(), 9);
    let said = parts.iter().map(|part| (part.developer, part.status.statement.ja.as_str(), part.on));
    let expected = [(MIHARASHI, "みはらしの声明", Some(day("2026-12-01"))), (TOMOSHIBI, "", None)];
    assert_eq!(said.collect::<Vec<_>>(), expected, "the third developer was not contacted");
}

/// Ⅳ.4.9: what the bodies publish says what it is, whom it concerns, how bad it is and what to do.
#[test]
fn a_text_without_its_parts_is_not_approved() {
    type Empty = fn(&mut AdvisoryContent);
    let parts: [Empty; 4] = [
        |text| text.title = Localized::default(),
        |text| text.impact.en.clear(),
        |text| text.solution.ja.clear(),
        |text| (text.affected, text.vendors) = (vec![], vec![]),
    ];
    let now = morning("2026-11-21");
    for empty in parts {
        let mut road = handed_over(consents(Answer::No, Answer::Yes));
        let mut content = text("概要");
        empty(&mut content);
        road.go(COORDINATOR, start_advisory(content), now);
        let approve = CaseCommand::ApproveAdvisory(COORDINATOR_ACCOUNT);
        refused(&mut road, COORDINATOR, approve, now, "Ⅳ.4.9", Why::AdvisoryIncomplete);
    }
}

/// Ⅳ.5.2, Ⅱ.10: a developer may say any result, and gives its reason for all but "affected"; that the flaw seems to lie
/// in somebody else's product is one of them.
#[test]
fn a_result_that_ends_or_delays_gives_its_reason() {
    let now = morning("2026-11-22");
    for result in VerificationResult::ALL {
        let mut road = informed(&[MIHARASHI]);
        let bare = CaseCommand::StateVerification(Verification { result, explanation: " ".into() });
        let answer = road.case(MAKER, bare, now).map(|_| ()).map_err(|refusal| refusal.why);
        let expected = if result == VerificationResult::Affected { Ok(()) } else { Err(Why::TextMissing) };
        assert_eq!(answer, expected, "{result:?}");
        if answer.is_err() {
            road.go(MAKER, verified(result), now);
        }
        told(&road, &["coordinator: developer-stated [Ⅳ.5.2]"]);
        let stated = road.file().case.developer(MIHARASHI).and_then(|side| side.verification.clone());
        assert_eq!(stated.map(|stated| stated.item.result), Some(result));
    }
}

/// Ⅳ.4.4: one developer's statement drops nothing by itself: the case stays and goes on.
#[test]
fn one_developers_statement_ends_nothing() {
    use VerificationResult as R;
    let now = morning("2026-11-22");
    for result in [R::NotVulnerability, R::NoInfluence, R::SmallInfluence, R::KnownAndPublished, R::TellsAllUsers] {
        let mut road = informed(&[MIHARASHI]);
        road.go(MAKER, verified(result), now);
        let owed = duties(road.file(), rules());
        assert!(owed.iter().any(|duty| duty.what == DutyKind::SetDay && !duty.waits), "{result:?}");
        let events = road.events.iter().filter(|(at, _)| *at == now.at);
        let stated = |event: &rulebook::case::file::FileEvent| {
            matches!(event, rulebook::case::file::FileEvent::Case(CaseEvent::VerificationStated { .. }))
        };
        assert!(events.map(|(_, event)| event).all(stated), "{result:?} brings nothing but itself");
    }
}

/// Ⅳ.6.1: the form for an own product asks for the countermeasure, and for no consents of a finder.
#[test]
fn an_own_product_report_brings_its_countermeasure() {
    let whole = ReportForm {
        kind: ReportKind::OwnProduct,
        finder_name: "株式会社みはらし".into(),
        email: "psirt@miharashi.example".into(),
        product_name: "みはらしポータル".into(),
        product_version: "3.2.0 まで".into(),
        vulnerability_kind: "クロスサイト・スクリプティング".into(),
        steps: "検索欄に不備があります".into(),
        fix: "3.2.1 に更新する".into(),
        ..ReportForm::default()
    };
    assert_eq!(problems(&whole), []);
    let without = ReportForm { fix: String::new(), ..whole };
    assert_eq!(problems(&without), [Problem { item: FormItem::Fix, fault: Fault::Missing }]);
}
