//! The website track, Ⅴ章, as readable milestones. Days and outcomes are from the guideline, reckoned by hand.

mod common;

use common::sites::*;
use common::*;
use rulebook::case::{AttemptOutcome, ContactMeans, DutyKind, NoticeKind};
use rulebook::influence::RangeFactors;
use rulebook::party::Party;
use rulebook::refusal::Why;
use rulebook::report::form::Answer;
use rulebook::report::state::{Condition, NonDisclosure};
use rulebook::report::{ReportStage, ReportState};
use rulebook::site::figures::{SiteStatus, fact};
use rulebook::site::{
    AcceptSite, Alike, FixCheck, JoinSite, LeakItem, OperatorAnswer, OperatorCategory, OperatorSource, SiteCause,
    SiteCommand, SiteDisclosureGround, SiteEffect, SiteEnding, SiteFileEvent, SiteKind, SiteStage, SiteThread, accept,
    duties, join, view,
};

/// What a party owes, with the day.
fn owes(road: &SiteRoad, who: Party) -> Vec<(DutyKind, Option<jiff::civil::Date>)> {
    let all = duties(road.file(), rules());
    all.into_iter().filter(|duty| duty.who == who && !duty.waits).map(|duty| (duty.what, duty.due)).collect()
}

/// Ⅴ.3.2, Ⅴ.3.5, Ⅴ.4.1, Ⅴ.3.10: the whole way of a site that is fixed.
#[test]
fn a_site_is_fixed_and_everybody_hears_of_it() {
    let mut road = SiteRoad::begin(hidden(), morning(CAME));
    assert_eq!(road.told(FINDER), [NoticeKind::Receipt]);
    road.accept(DESK, accepting_site(), morning(ACCEPTED)).expect("all conditions hold");
    assert_eq!(road.told(FINDER), [NoticeKind::Accepted], "Ⅴ.3.2.第2段");
    assert!(matches!(road.report.stage, ReportStage::SiteAccepted { on, site: SITE, .. } if on == day(ACCEPTED)));
    assert!(owes(&road, DESK).contains(&(DutyKind::FindOperator, None)), "Ⅴ.3.5: promptly");

    let mut road = site_notified();
    assert_eq!(road.told(KOMACHI), [NoticeKind::SiteNotice]);
    assert_eq!(road.told(FINDER), [NoticeKind::SiteBegun], "付録2.図4: with the word to the operator");
    let first = road.seen_by(KOMACHI, "2026-11-17").expect("it was contacted");
    assert_eq!((first.content, first.site.as_deref()), (None, Some(HOST)), "a first word without details");
    road.go(KOMACHI, confirmed(), "2026-11-19");
    assert_eq!(road.told(DESK), [NoticeKind::OperatorConfirmed]);
    road.go(DESK, sent(), "2026-11-20");
    assert_eq!(road.told(KOMACHI), [NoticeKind::SiteDetailsThere]);
    assert!(owes(&road, KOMACHI).contains(&(DutyKind::ReceiveSiteDetails, None)));
    road.go(KOMACHI, SiteCommand::ReceiveDetails, "2026-11-24");
    let due = Some(day("2027-02-24"));
    assert!(owes(&road, KOMACHI).contains(&(DutyKind::AnswerSite, due)), "Ⅴ.4.1: three calendar months from receipt");

    road.go(KOMACHI, says(OperatorAnswer::Fixed), "2026-12-04");
    assert_eq!((road.told(DESK), road.told(FINDER)), (vec![NoticeKind::OperatorAnswered], vec![NoticeKind::SiteFixed]));
    assert_eq!(road.site().stage(), SiteStage::FixReported);
    assert!(owes(&road, DESK).contains(&(DutyKind::JudgeOperatorAnswer, None)));
    road.go(DESK, SiteCommand::CheckFix { result: FixCheck::Gone, note: String::new() }, "2026-12-07");
    road.go(DESK, closes(SiteEnding::ApplicationFixed), "2026-12-07");
    assert_eq!((road.told(FINDER), road.told(KOMACHI)), (vec![NoticeKind::SiteClosed], vec![NoticeKind::SiteClosed]));
    let lapsed = NonDisclosure::Released { on: day("2026-12-07") };
    assert_eq!(road.report.non_disclosure, lapsed, "Ⅴ.3.4: the request lapses when handling ends");
    assert_eq!(duties(road.file(), rules()), [], "nothing is owed any more");
    let counted = fact(road.site(), edition(), day("2026-12-31"));
    assert_eq!((counted.status, counted.days_to_fix), (SiteStatus::ApplicationFixed, Some(14)), "from the details on");
}

/// Ⅴ.3.2.ア–オ: all five must hold, and the clause of the one that does not is named.
#[test]
fn each_condition_of_acceptance_must_hold() {
    let road = SiteRoad::begin(hidden(), morning(CAME));
    let clauses = ["Ⅴ.3.2.ア", "Ⅴ.3.2.イ", "Ⅴ.3.2.ウ", "Ⅴ.3.2.エ", "Ⅴ.3.2.オ"];
    for (missing, clause) in Condition::ALL.into_iter().zip(clauses) {
        let confirmed = Condition::ALL.into_iter().filter(|one| *one != missing).collect();
        let command = AcceptSite { confirmed, ..accepting_site() };
        let refusal = accept(&road.report, DESK, command, morning(ACCEPTED)).expect_err("one is missing");
        assert_eq!((refusal.why, refusal.clause.map(|it| it.id())), (Why::ConditionsOpen, Some(clause)));
    }
    let by_coordinator = accept(&road.report, COORDINATOR, accepting_site(), morning(ACCEPTED));
    assert_eq!(by_coordinator.expect_err("the receiving body works alone here").why, Why::NotYours);
}

/// Ⅴ.3.4.カ, Ⅴ.3.5.第2段: mail, telephone, FAX, and a certain period.
#[test]
fn an_operator_that_never_answers_ends_the_case_after_all_means_and_three_months() {
    let mut road = site_notified();
    let silent = closes(SiteEnding::NoProperAnswer);
    assert_eq!(road.refused(DESK, silent.clone(), "2027-03-01").why, Why::MeansLeft);
    road.go(DESK, contacted(ContactMeans::Mail, day("2026-12-02"), AttemptOutcome::Waiting), "2026-12-02");
    road.go(DESK, contacted(ContactMeans::Mail, day("2026-12-16"), AttemptOutcome::Waiting), "2026-12-16");
    assert_eq!(road.refused(DESK, silent.clone(), "2027-03-01").why, Why::MeansLeft, "one means only");
    road.go(DESK, contacted(ContactMeans::Phone, day("2026-12-21"), AttemptOutcome::Waiting), "2026-12-21");
    assert!(owes(&road, DESK).contains(&(DutyKind::JudgeSilence, Some(day("2027-02-17")))), "from the first attempt");
    assert_eq!(road.refused(DESK, silent.clone(), "2027-02-16").why, Why::TooSoon);
    road.go(DESK, silent, "2027-02-17");
    assert_eq!(fact(road.site(), edition(), day("2027-02-17")).status, SiteStatus::CannotHandle);
    let seen = road.seen_by(KOMACHI, "2027-02-17").expect("it was contacted");
    assert_eq!(seen.closing.map(|end| end.reason), Some(Some(body(31))), "Ⅴ.3.4: the operator is told, too");
}

/// Ⅴ.3.4.エ, キ: these rest on the operator's word.
#[test]
fn what_the_operator_did_not_say_ends_nothing() {
    for (answer, ending) in [
        (OperatorAnswer::KnownAndFixed, SiteEnding::KnownAndFixed),
        (OperatorAnswer::WillNotAct, SiteEnding::OperatorDeclines),
        (OperatorAnswer::AvoidedByOperation, SiteEnding::AvoidedByOperation),
        (OperatorAnswer::PageRemoved, SiteEnding::PageRemoved),
        (OperatorAnswer::Fixed, SiteEnding::ApplicationFixed),
    ] {
        let mut road = site_informed();
        assert_eq!(road.refused(DESK, closes(ending), "2026-12-01").why, Why::OperatorDidNotSaySo, "{ending:?}");
        road.go(KOMACHI, says(answer), "2026-12-01");
        let untold = SiteCommand::Close { ending, to_finder: body(30), to_operator: None };
        assert_eq!(road.refused(DESK, untold, "2026-12-02").why, Why::OperatorReasonMissing);
        road.go(DESK, closes(ending), "2026-12-02");
        assert_eq!(road.site().stage(), SiteStage::Ended);
    }
}

/// Ⅴ.3.4.ウ with 付録4: small influence, once the operator was told; a passive attack in the middle of the table suffices.
#[test]
fn small_influence_ends_a_case_once_the_operator_was_told() {
    use rulebook::edition::Range;
    let medium = RangeFactors { users: Some(Range::Medium), social: None, attack_seen: Some(false) };
    let small = closes(SiteEnding::SmallImpact);
    let mut road = site_notified();
    road.go(DESK, rated(61, medium), "2026-11-18");
    assert_eq!(road.refused(DESK, small.clone(), "2026-11-18").why, Why::DetailsNotSent);
    let mut road = site_informed();
    assert_eq!(road.refused(DESK, small.clone(), "2026-11-25").why, Why::NotSimple, "6.1 and wide: priority");
    road.go(DESK, rated(61, medium), "2026-11-25");
    road.go(DESK, small, "2026-11-25");
    assert_eq!(road.site().stage(), SiteStage::Ended);
}

/// Ⅴ.3.4.オ: the cause, the alert, and then a decision for this one case.
#[test]
fn improper_operation_ends_a_case_only_after_an_alert() {
    let alert = SiteCommand::LinkAlert {
        title: "設定の見直しのお願い".into(),
        url: "https://portal.example/alert".into(),
        on: day("2026-12-01"),
    };
    let mut road = site_notified();
    let improper = closes(SiteEnding::ImproperOperation);
    assert_eq!(road.refused(DESK, improper.clone(), "2026-12-01").why, Why::CauseOpen, "the application's own");
    road.go(DESK, classified(SiteCause::PatchMissing), "2026-12-01");
    assert_eq!(road.refused(DESK, improper.clone(), "2026-12-01").why, Why::AlertMissing);
    road.go(DESK, alert, "2026-12-01");
    assert_eq!(road.site().stage(), SiteStage::Notified, "the alert alone ends nothing");
    road.go(DESK, improper, "2026-12-02");
    assert_eq!(fact(road.site(), edition(), day("2026-12-02")).status, SiteStatus::PublicAlert);
}

/// A fix that the desk does not find is the operator's turn again.
#[test]
fn a_flaw_that_is_still_there_is_the_operators_turn_again() {
    let mut road = site_informed();
    road.go(KOMACHI, says(OperatorAnswer::Fixed), "2026-12-01");
    let still = SiteCommand::CheckFix { result: FixCheck::StillThere, note: "検索欄で再現します".into() };
    road.go(DESK, still, "2026-12-02");
    assert_eq!(road.told(KOMACHI), [NoticeKind::SiteStillOpen]);
    assert_eq!(road.site().stage(), SiteStage::DetailsSent);
    assert_eq!(road.refused(DESK, closes(SiteEnding::ApplicationFixed), "2026-12-02").why, Why::OperatorDidNotSaySo);
    assert!(owes(&road, KOMACHI).iter().any(|(what, _)| *what == DutyKind::FixSite));
}

/// Ⅴ.3.6: a finder that asks is answered after the operator was consulted.
#[test]
fn the_operator_is_consulted_before_a_finder_is_answered() {
    let mut road = site_informed();
    finder_asks(&mut road, 50, "2026-12-01");
    assert!(owes(&road, DESK).contains(&(DutyKind::ConsultOperator, None)));
    road.go(DESK, SiteCommand::Consult { report: REPORT, body: body(51) }, "2026-12-02");
    assert_eq!(road.told(KOMACHI), [NoticeKind::OperatorConsulted]);
    assert!(!owes(&road, DESK).iter().any(|(what, _)| *what == DutyKind::ConsultOperator));
    assert!(owes(&road, KOMACHI).contains(&(DutyKind::AnswerSiteDesk, None)));
    let seen = road.seen_by(KOMACHI, "2026-12-02").expect("its case");
    assert!(seen.messages.iter().all(|message| message.item.about.is_none()), "on whose question is not told");
}

/// Ⅴ.3.9, Ⅴ.2.4.ウ: the finder is named to the operator only where it wishes that, and as long as it does.
#[test]
fn the_finder_is_named_to_the_operator_only_if_it_wishes() {
    for (answer, named) in [(Answer::Yes, Some(PERSON)), (Answer::No, None), (Answer::Both, None)] {
        let mut road = site_accepted(consents(answer, Answer::Unanswered));
        road.go(DESK, contacted(ContactMeans::Phone, day("2026-11-17"), AttemptOutcome::Answered), "2026-11-17");
        road.go(DESK, confirmed(), "2026-11-17");
        road.go(DESK, sent(), "2026-11-18");
        let seen = road.seen_by(KOMACHI, "2026-11-18").expect("its case");
        assert_eq!(seen.finder, named, "{answer:?}");
        let withdrawn = rulebook::report::ReportCommand::ChangeConsents(rulebook::report::form::Consents {
            share_identity: Answer::No,
            direct_contact: Answer::No,
            publish_name: Answer::Unanswered,
        });
        road.report(FINDER, withdrawn, morning("2026-11-19")).expect("at any time");
        assert_eq!(road.seen_by(KOMACHI, "2026-11-19").expect("its case").finder, None);
    }
}

/// Ⅴ.3.7: for everybody else there is no such case.
#[test]
fn nobody_else_sees_the_case() {
    let road = site_informed();
    for party in [COORDINATOR, MAKER, MEMBER, OTHER_FINDER, OTHER_OPERATOR, Party::Program] {
        assert_eq!(road.seen_by(party, "2026-12-01"), None, "{party:?}");
    }
    let accepted = site_accepted(hidden());
    assert_eq!(accepted.seen_by(KOMACHI, ACCEPTED), None, "before it was contacted");
    let finder = serde_json::to_string(&road.seen_by(FINDER, "2026-12-01")).expect("plain data");
    for secret in ["こまち書店", "小町", HOST, "info@"] {
        assert!(!finder.contains(secret), "the finder reads {secret}");
    }
}

#[test]
fn the_contractor_is_told_by_the_operator_itself() {
    let forward = |to: &str| SiteCommand::Forward { to: to.into() };
    let mut road = site_accepted(hidden());
    road.go(DESK, contacted(ContactMeans::Mail, day(ACCEPTED), AttemptOutcome::Waiting), ACCEPTED);
    road.go(KOMACHI, confirmed(), ACCEPTED);
    assert_eq!(road.refused(KOMACHI, forward("まちの制作社"), ACCEPTED).why, Why::DetailsNotSent);
    let mut road = site_informed();
    assert_eq!(road.refused(DESK, forward("まちの制作社"), "2026-11-25").why, Why::NotYours);
    assert_eq!(road.refused(KOMACHI, forward(" "), "2026-11-25").why, Why::TextMissing);
    road.go(KOMACHI, forward("まちの制作社"), "2026-11-25");
    for viewer in [DESK, KOMACHI] {
        let seen = view(road.file(), viewer, rules(), morning("2026-11-25")).expect("seen");
        assert_eq!(seen.forwards, [(day("2026-11-25"), "まちの制作社".to_owned())]);
    }
    let finder = view(road.file(), FINDER, rules(), morning("2026-11-25")).expect("seen");
    assert!(finder.forwards.is_empty(), "it is nothing of the finder's");
}

#[test]
fn what_the_operator_handed_on_it_can_take_back() {
    let mut road = site_informed();
    let seen =
        |road: &SiteRoad| view(road.file(), KOMACHI, rules(), morning("2026-11-28")).expect("seen").taken_back_on;
    assert_eq!(road.refused(KOMACHI, SiteCommand::TakeBack, "2026-11-25").why, Why::NothingAsked);
    road.go(KOMACHI, SiteCommand::Forward { to: "まちの制作社".into() }, "2026-11-25");
    assert_eq!(road.refused(DESK, SiteCommand::TakeBack, "2026-11-28").why, Why::NotYours);
    road.go(KOMACHI, SiteCommand::TakeBack, "2026-11-28");
    assert_eq!(seen(&road), Some(day("2026-11-28")));
    assert_eq!(road.refused(KOMACHI, SiteCommand::TakeBack, "2026-11-28").why, Why::NothingAsked, "once is enough");
    road.go(KOMACHI, SiteCommand::Forward { to: "べつの制作社".into() }, "2026-11-28");
    assert_eq!(seen(&road), None, "the new one sees it");
}

/// The operator's page names the kind that the desk decided, whatever words the report has for it.
#[test]
fn the_operator_reads_of_what_kind_it_is_once_it_has_the_details() {
    let mut road = site_accepted(hidden());
    let kind = |road: &SiteRoad| view(road.file(), KOMACHI, rules(), morning("2026-12-01")).and_then(|seen| seen.kind);
    road.go(DESK, classified(SiteCause::Application), ACCEPTED);
    let decided = road.site().classification.as_ref().map(|decided| decided.kind);
    road.go(DESK, contacted(ContactMeans::Mail, day(ACCEPTED), AttemptOutcome::Waiting), ACCEPTED);
    road.go(KOMACHI, confirmed(), ACCEPTED);
    assert_eq!(kind(&road), None, "nothing of the flaw before the details");
    let mut road = site_informed();
    road.go(DESK, classified(SiteCause::Application), "2026-12-01");
    assert!(decided.is_some());
    assert_eq!(kind(&road), decided);
    let finder = view(road.file(), FINDER, rules(), morning("2026-12-01")).expect("seen");
    assert_eq!(finder.kind, None, "what the desk decided is no finder's");
}

/// Ⅴ.4.2: questions go both ways, and are owed an answer.
#[test]
fn questions_go_both_ways() {
    let write =
        |n, question| SiteCommand::Write { thread: SiteThread::Operator, body: body(n), question, attachments: vec![] };
    let mut road = site_informed();
    road.go(KOMACHI, write(60, false), "2026-11-25");
    assert_eq!(road.told(DESK), [NoticeKind::Message]);
    assert!(owes(&road, DESK).contains(&(DutyKind::AnswerOperator, None)));
    let silent = closes(SiteEnding::NoProperAnswer);
    assert_eq!(road.refused(DESK, silent, "2027-06-01").why, Why::OperatorWaits, "who waits is not silent");
    road.go(DESK, write(61, true), "2026-11-26");
    assert!(owes(&road, KOMACHI).contains(&(DutyKind::AnswerSiteDesk, None)));
    road.go(KOMACHI, write(62, false), "2026-11-27");
    assert!(!owes(&road, KOMACHI).iter().any(|(what, _)| *what == DutyKind::AnswerSiteDesk));
}

/// A case that was ended is taken up again, and the finder is asked not to disclose again.
#[test]
fn an_ended_case_can_be_taken_up_again() {
    let mut road = site_informed();
    road.go(KOMACHI, says(OperatorAnswer::Fixed), "2026-12-01");
    road.go(DESK, closes(SiteEnding::ApplicationFixed), "2026-12-02");
    assert_eq!(road.refused(DESK, sent(), "2026-12-03").why, Why::HandlingEnded);
    road.go(DESK, SiteCommand::Reopen { reason: "再び見つかった".into() }, "2027-01-12");
    assert_eq!(
        (road.told(FINDER), road.told(KOMACHI)),
        (vec![NoticeKind::SiteReopened], vec![NoticeKind::SiteReopened])
    );
    assert_eq!(road.report.non_disclosure, NonDisclosure::InForce);
    assert!(
        road.seen_by(KOMACHI, "2027-01-12").expect("its case").reopened[0].1.is_empty(),
        "the reason is the desk's"
    );
}

/// 長期化: 90 days from the details without a word of a fix; it counts, and the desk asks how it stands.
#[test]
fn a_site_that_is_not_fixed_after_90_days_counts_as_long() {
    let mut road = site_informed();
    assert_eq!(fact(road.site(), edition(), day("2027-02-17")).prolonged_days, None, "89 days from 20 November");
    assert_eq!(fact(road.site(), edition(), day("2027-02-18")).prolonged_days, Some(90));
    assert!(owes(&road, DESK).contains(&(DutyKind::FollowUpSite, Some(day("2027-02-18")))));
    road.go(KOMACHI, says(OperatorAnswer::Fixed), "2027-03-01");
    assert_eq!(fact(road.site(), edition(), day("2027-03-02")).prolonged_days, None);
}

/// Ⅴ.4.1: the operator says what it plans, and asks for help.
#[test]
fn an_operator_that_needs_help_waits_for_the_desk() {
    let mut road = site_informed();
    let plan = SiteCommand::Answer {
        answer: OperatorAnswer::WillFix,
        words: String::new(),
        ready_on: Some(day("2027-01-15")),
    };
    road.go(KOMACHI, plan, "2026-11-25");
    assert!(owes(&road, KOMACHI).contains(&(DutyKind::FixSite, Some(day("2027-01-15")))));
    road.go(KOMACHI, says(OperatorAnswer::CannotReproduce), "2026-11-30");
    assert!(owes(&road, DESK).contains(&(DutyKind::HelpOperator, None)));
    assert!(!owes(&road, KOMACHI).iter().any(|(what, _)| *what == DutyKind::FixSite), "it waits");
    let write =
        SiteCommand::Write { thread: SiteThread::Operator, body: body(61), question: false, attachments: vec![] };
    road.go(DESK, write, "2026-12-01");
    assert!(owes(&road, KOMACHI).iter().any(|(what, _)| *what == DutyKind::FixSite));
}

#[test]
fn an_unknown_operator_is_looked_for_and_a_known_one_is_contacted() {
    let mut road = site_accepted(hidden());
    road.go(DESK, identified(OperatorCategory::Individual), ACCEPTED);
    assert!(owes(&road, DESK).contains(&(DutyKind::ContactOperator, None)));
    road.go(DESK, contacted(ContactMeans::Post, day("2026-11-17"), AttemptOutcome::Undeliverable), "2026-11-20");
    assert_eq!(road.told(KOMACHI), [], "a letter is on its way by post, no mail");
    assert!(owes(&road, DESK).contains(&(DutyKind::ContactOperator, Some(day("2026-11-17")))), "at once");
}

/// Ⅴ.3.2: a report of the same is suggested; it joins, and neither finder learns of the other.
#[test]
fn a_second_report_of_the_same_flaw_joins_the_case() {
    let road = site_informed();
    let here = Alike::of_case(road.file());
    assert!(here.may_be_same(&Alike::of("http://komachi.example/top", "XSS")), "the same site and kind");
    assert!(here.may_be_same(&Alike::of("http://komachi.example/", "分からない")), "a person decides");
    assert!(!here.may_be_same(&Alike::of("http://komachi.example/", "SQL インジェクション")));
    assert!(!here.may_be_same(&Alike::of("http://another.example/", "XSS")));
    let event = site_report(hidden(), morning("2026-12-01"));
    let second = ReportState::replay(OTHER_REPORT, [(morning("2026-12-01").at, &event)]).expect("a receipt");
    let command = JoinSite { confirmed: Condition::ALL.to_vec(), reason: body(40) };
    let now = morning("2026-12-02");
    let (of_report, of_site) = join(&second, road.file(), DESK, command, rules(), now).expect("it is open");
    let mut both = road.file().clone();
    let mut second = second;
    of_report.iter().for_each(|event| second.evolve(now.at, event));
    both.reports.push(second);
    of_site.iter().for_each(|event| both.evolve(now.at, &SiteFileEvent::Site(event.clone())));
    let seen = view(&both, OTHER_FINDER, rules(), now).expect("it is its case now");
    assert_eq!(seen.accepted_on, Some(day("2026-12-02")), "its own day");
    assert!(seen.timeline.is_empty(), "what happened before is not its own: {:?}", seen.timeline);
    let page = serde_json::to_string(&seen).expect("plain data");
    assert!(!page.contains(&REPORT.to_string()), "of the other report nothing");
}

/// One finder, hundreds of sites: each is a case of its own, accepted, rated and notified like any other.
#[test]
fn three_hundred_alike_reports_are_three_hundred_cases() {
    let now = morning(ACCEPTED);
    let mut numbers = std::collections::BTreeSet::new();
    for n in 0..300_u32 {
        let mut road = SiteRoad::begin(hidden(), morning(CAME));
        let content = rulebook::site::SiteContent { url: format!("https://site{n}.example/"), ..site_content() };
        let command = AcceptSite { number: format!("VW#{n:08}"), content, ..accepting_site() };
        road.accept(DESK, command, now).expect("each by its own conditions");
        road.go(DESK, rated(61, RangeFactors::default()), ACCEPTED);
        road.go(DESK, contacted(ContactMeans::Mail, day(ACCEPTED), AttemptOutcome::Waiting), ACCEPTED);
        assert_eq!(road.told(KOMACHI), [NoticeKind::SiteNotice]);
        numbers.insert((road.site().number.clone(), road.site().site()));
    }
    assert_eq!(numbers.len(), 300);
}

/// Ⅴ.3.3, Ⅴ.2: evidently illegal means, and reports that every finder took back.
#[test]
fn what_was_obtained_illegally_or_taken_back_is_ended() {
    let mut road = site_accepted(hidden());
    let untold = |ending| SiteCommand::Close { ending, to_finder: body(30), to_operator: None };
    assert_eq!(road.refused(DESK, untold(SiteEnding::Withdrawn), ACCEPTED).why, Why::NotWithdrawn);
    let back = rulebook::report::ReportCommand::Withdraw { reason: None };
    road.report(FINDER, back, morning(ACCEPTED)).expect("at any time");
    assert!(owes(&road, DESK).contains(&(DutyKind::CloseSite, None)));
    road.go(DESK, untold(SiteEnding::Withdrawn), ACCEPTED);
    let mut road = site_accepted(hidden());
    road.go(DESK, untold(SiteEnding::IllegallyAcquired), ACCEPTED);
    assert_eq!(road.told(FINDER), [NoticeKind::SiteClosed], "nobody was contacted, so nobody else is told");
}

/// An auditor sees the shape: what happened when, and neither site nor words.
#[test]
fn an_auditor_sees_the_shape_alone() {
    let road = site_informed();
    let shape = rulebook::site::view::shape(road.file());
    let seen = serde_json::to_string(&shape).expect("plain data");
    assert!(seen.contains("SiteDetailsSent"));
    for secret in [HOST, "こまち", "小町", "細工", "info@"] {
        assert!(!seen.contains(secret), "{secret}");
    }
}

/// Ⅴ.3.11: nothing that tells of a site is in what the figures count.
#[test]
fn the_figures_hold_codes_and_days_alone() {
    let road = site_informed();
    let counted = serde_json::to_string(&fact(road.site(), edition(), day("2026-12-31"))).expect("plain data");
    for secret in [HOST, "こまち", "VW#", "細工"] {
        assert!(!counted.contains(secret), "{secret}");
    }
    assert!(counted.contains("cross_site_scripting") && counted.contains("false_information"));
}

/// The codes are the keys of the edition's lists, so that its texts name them.
#[test]
fn the_codes_are_the_editions_own() {
    let lists = &edition().lists;
    let keys = |list: &rulebook::edition::Sourced<Vec<rulebook::edition::Item>>| -> Vec<String> {
        list.value.iter().map(|item| item.key.clone()).collect()
    };
    assert_eq!(keys(&lists.website_kinds), SiteKind::ALL.map(SiteKind::word));
    assert_eq!(keys(&lists.website_effects), SiteEffect::ALL.map(SiteEffect::word));
    assert_eq!(keys(&lists.website_disclosures), SiteDisclosureGround::ALL.map(SiteDisclosureGround::word));
    assert_eq!(keys(&lists.leak_notice), LeakItem::ALL.map(LeakItem::word));
    assert_eq!(keys(&lists.operator_sources), OperatorSource::ALL.map(OperatorSource::word));
    let endings: Vec<&str> = SiteEnding::ALL.map(SiteEnding::word).to_vec();
    assert_eq!([keys(&lists.website_fixes), keys(&lists.website_endings)].concat(), endings[..10]);
    for item in &lists.website_endings.value {
        let ending = SiteEnding::of_word(&item.key).expect("one of ours");
        assert_eq!(ending.clause().id(), item.clause);
    }
}

/// Ⅴ.2.4.ア–ク: each item is asked for, and what is missing is said under its clause. The name is never asked to be
/// published.
#[test]
fn each_item_of_a_website_report_is_asked() {
    use rulebook::report::form::{ReportForm, ReportKind};
    use rulebook::report::problems::{Fault, FormItem, problems};
    let blank = ReportForm { kind: ReportKind::Website, ..ReportForm::default() };
    let missing: Vec<(FormItem, Option<&str>)> = problems(&blank)
        .into_iter()
        .filter(|problem| problem.fault == Fault::Missing)
        .map(|problem| (problem.item, problem.item.clause(ReportKind::Website).map(|clause| clause.id())))
        .collect();
    let expected = [
        (FormItem::FinderName, "Ⅴ.2.4.ア"),
        (FormItem::Email, "Ⅴ.2.4.イ"),
        (FormItem::ShareIdentity, "Ⅴ.2.4.ウ"),
        (FormItem::DirectContact, "Ⅴ.2.4.エ"),
        (FormItem::WebsiteUrl, "Ⅴ.2.4.オ"),
        (FormItem::VulnerabilityKind, "Ⅴ.2.4.カ"),
        (FormItem::WhyVulnerability, "Ⅴ.2.4.カ"),
        (FormItem::Threat, "Ⅴ.2.4.カ"),
        (FormItem::ReportedElsewhere, "Ⅴ.2.4.ク"),
    ];
    assert_eq!(missing, expected.map(|(item, clause)| (item, Some(clause))));
    let unusable = ReportForm { website_url: "komachi".into(), ..blank };
    assert!(problems(&unusable).iter().any(|it| it.item == FormItem::WebsiteUrl && it.fault == Fault::Unusable));
}

/// Ⅴ.2.3: a finder with a good reason to disclose asks first, and an answer is owed.
#[test]
fn a_finder_of_a_website_asks_before_it_discloses() {
    let mut road = site_informed();
    let ask = rulebook::report::ReportCommand::ConsultDisclosure { body: body(80) };
    road.report(FINDER, ask, morning("2026-12-01")).expect("at any time before the end");
    let seen = road.seen_by(DESK, "2026-12-01").expect("the desk");
    assert!(seen.duties.iter().any(|duty| duty.what == DutyKind::AnswerDisclosure));
}

/// 付録4, Ⅴ.3.5: high influence first, whatever the order of arrival.
#[test]
fn high_influence_comes_first() {
    use rulebook::edition::Range;
    use rulebook::site::duties::weight;
    let narrow = RangeFactors { users: Some(Range::Narrow), social: Some(Range::Narrow), attack_seen: Some(false) };
    let unrated = site_accepted(hidden());
    let (mut high, mut low) = (site_accepted(hidden()), site_accepted(hidden()));
    high.go(DESK, rated(90, RangeFactors::default()), ACCEPTED);
    low.go(DESK, rated(30, narrow), ACCEPTED);
    assert!(weight(high.site()) > weight(unrated.site()) && weight(unrated.site()) > weight(low.site()));
}
