//! Who else a website case touches, Ⅴ章: direct talk, bodies outside, the product track, a leak.

mod common;

use common::sites::*;
use common::*;
use rulebook::case::{AttemptOutcome, CaseEvent, CaseFile, CaseState, ContactMeans, DutyKind, NoticeKind};
use rulebook::party::Party;
use rulebook::refusal::Why;
use rulebook::report::form::Answer;
use rulebook::site::{
    HandToProduct, LeakItem, OperatorAnswer, OperatorCategory, OperatorConsent, SiteCause, SiteCommand,
    SiteDisclosureGround, SiteEnding, SiteField, SiteThread, duties, hand_to_product,
};

/// What a party owes, with the day.
fn owes(road: &SiteRoad, who: Party) -> Vec<(DutyKind, Option<jiff::civil::Date>)> {
    let all = duties(road.file(), rules());
    all.into_iter().filter(|duty| duty.who == who && !duty.waits).map(|duty| (duty.what, duty.due)).collect()
}

/// Ⅴ.2.5, Ⅴ.4.3: after the desk was consulted, with the other side's consent.
#[test]
fn finder_and_operator_talk_directly_only_with_both_consents() {
    let direct = SiteThread::Direct(REPORT);
    let write = |n| SiteCommand::Write { thread: direct, body: body(n), question: false, attachments: vec![] };
    let mut road = site_informed();
    assert_eq!(road.refused(FINDER, write(70), "2026-11-25").why, Why::NotAgreed);
    road.go(FINDER, SiteCommand::WishTalk, "2026-11-25");
    assert_eq!((road.told(DESK), road.told(KOMACHI)), (vec![NoticeKind::TalkWished], vec![]), "the desk is consulted");
    let by_desk = SiteCommand::AnswerTalk { wisher: FINDER, agrees: true };
    assert_eq!(road.refused(DESK, by_desk, "2026-11-25").why, Why::NotYours, "the desk cannot agree for anybody");
    road.go(DESK, SiteCommand::PassTalk { wisher: FINDER, report: REPORT }, "2026-11-26");
    assert!(owes(&road, KOMACHI).contains(&(DutyKind::AnswerSiteTalk, None)));
    road.go(KOMACHI, SiteCommand::AnswerTalk { wisher: FINDER, agrees: true }, "2026-11-27");
    assert_eq!(road.told(FINDER), [NoticeKind::TalkAnswered]);
    road.go(FINDER, write(70), "2026-11-28");
    road.go(KOMACHI, write(71), "2026-11-29");
    assert_eq!(road.told(FINDER), [NoticeKind::Message]);
    assert_eq!(road.seen_by(DESK, "2026-11-29").expect("reads along").messages.len(), 2);
}

/// Ⅴ.2.4.エ: a finder that lets operators get in touch has consented; any other one is asked.
#[test]
fn an_operators_wish_meets_the_consent_of_the_report() {
    for (answer, agreed) in [(Answer::Yes, Some(true)), (Answer::No, None)] {
        let wishes = rulebook::report::form::Consents {
            share_identity: Answer::No,
            direct_contact: answer,
            publish_name: Answer::Unanswered,
        };
        let mut road = site_accepted(wishes);
        road.go(DESK, contacted(ContactMeans::Phone, day("2026-11-17"), AttemptOutcome::Answered), "2026-11-17");
        road.go(DESK, confirmed(), "2026-11-17");
        assert_eq!(road.refused(KOMACHI, SiteCommand::WishTalk, "2026-11-17").why, Why::DetailsNotSent);
        road.go(DESK, sent(), "2026-11-18");
        road.go(KOMACHI, SiteCommand::WishTalk, "2026-11-19");
        road.go(DESK, SiteCommand::PassTalk { wisher: KOMACHI, report: REPORT }, "2026-11-20");
        assert_eq!(road.site().talks[0].agreed, agreed, "{answer:?}");
        assert_eq!(!road.told(KOMACHI).is_empty(), agreed.is_some(), "the operator hears of the answer");
    }
}

fn nda(with: &str) -> SiteCommand {
    SiteCommand::RecordNda {
        with: with.into(),
        on: day("2026-04-01"),
        until: Some(day("2027-03-31")),
        reference: "文書 2026-14".into(),
    }
}

fn tells(ground: SiteDisclosureGround, to: &str, fields: &[SiteField]) -> SiteCommand {
    let (fields, purpose) = (fields.to_vec(), "措置の依頼".into());
    SiteCommand::Disclose { ground, to: to.into(), fields, attachments: vec![], purpose }
}

/// Ⅴ.3.7.エ: personal data may be leaking, and the operator does nothing; under an NDA that holds.
#[test]
fn a_feared_leak_is_referred_when_the_operator_does_nothing() {
    let to = "個人情報保護委員会";
    let refer = tells(SiteDisclosureGround::PersonalDataLeak, to, &[SiteField::Url, SiteField::Steps]);
    let mut road = site_notified();
    assert_eq!(road.refused(DESK, refer.clone(), "2026-12-01").why, Why::NdaMissing);
    road.go(DESK, nda(to), "2026-12-01");
    assert_eq!(road.refused(DESK, refer.clone(), "2026-12-01").why, Why::StepMissing, "no leak is feared");
    let feared = SiteCommand::SuspectLeak { suspected: true, note: "氏名が表示される".into() };
    road.go(DESK, feared.clone(), "2026-12-01");
    road.go(DESK, refer.clone(), "2026-12-02");
    assert!(owes(&road, DESK).contains(&(DutyKind::RecordSiteResult, None)));
    let result = SiteCommand::RecordResult { disclosure: 1, result: "措置がとられた".into() };
    road.go(DESK, result, "2026-12-20");
    assert!(!owes(&road, DESK).iter().any(|(what, _)| *what == DutyKind::RecordSiteResult));

    let mut road = site_informed();
    road.go(DESK, nda(to), "2026-12-01");
    road.go(DESK, feared, "2026-12-01");
    let plan = SiteCommand::Answer {
        answer: OperatorAnswer::WillFix,
        words: String::new(),
        ready_on: Some(day("2026-12-10")),
    };
    road.go(KOMACHI, plan, "2026-12-02");
    assert_eq!(road.refused(DESK, refer.clone(), "2026-12-10").why, Why::OperatorActs, "its day has not gone by");
    assert_eq!(road.refused(DESK, refer.clone(), "2027-05-01").why, Why::NdaMissing, "it held until 31 March");
    road.go(DESK, refer, "2026-12-11");
    assert_eq!(edition().leak_law_article.value, 42, "the 12th edition's article");
}

/// Ⅴ.3.7.イ, ウ: an office hears a part, and only of a site of its own.
#[test]
fn an_office_is_asked_for_help_with_its_own_sites_only() {
    let cases = [
        (OperatorCategory::Government, SiteDisclosureGround::GovernmentSite, "cyber_office"),
        (OperatorCategory::LocalGovernment, SiteDisclosureGround::LocalGovernmentSite, "local_government_ministry"),
    ];
    for (category, ground, agency) in cases {
        assert_eq!(category.special_way(), Some((ground, agency)));
        let to = &edition().agency(agency).expect("the edition names it").ja;
        let mut road = site_accepted(hidden());
        road.go(DESK, nda(to), ACCEPTED);
        let part = tells(ground, to, &[SiteField::Url, SiteField::Kind]);
        assert_eq!(road.refused(DESK, part.clone(), ACCEPTED).why, Why::OtherOperator, "not known yet");
        road.go(DESK, identified(category), ACCEPTED);
        let whole = tells(ground, to, &SiteField::ALL);
        assert_eq!(road.refused(DESK, whole, ACCEPTED).why, Why::BeyondApproved, "a part only");
        road.go(DESK, part, ACCEPTED);
    }
}

/// Ⅴ.3.5, Ⅴ.3.7.ア: what nobody can reproduce is analysed with the operator's consent.
#[test]
fn an_analysis_needs_the_operators_consent() {
    let mut road = site_informed();
    road.go(DESK, nda("産総研"), "2026-12-01");
    let analysis = tells(SiteDisclosureGround::OutsideAnalysis, "産総研", &SENT);
    assert_eq!(road.refused(DESK, analysis.clone(), "2026-12-01").why, Why::ConsentMissing);
    let what = OperatorConsent::Analysis;
    road.go(DESK, SiteCommand::AskConsent(what), "2026-12-01");
    assert_eq!(road.told(KOMACHI), [NoticeKind::ConsentAsked]);
    assert_eq!(road.refused(DESK, SiteCommand::AskConsent(what), "2026-12-01").why, Why::AlreadyAsked);
    assert!(owes(&road, KOMACHI).contains(&(DutyKind::GiveSiteConsent, None)));
    road.go(KOMACHI, SiteCommand::GiveConsent { what, agrees: true }, "2026-12-02");
    road.go(DESK, analysis, "2026-12-03");
}

fn as_product(name_site: bool, steps: &str) -> HandToProduct {
    let content =
        rulebook::case::CaseContent { product: "こまちカート".into(), steps: steps.into(), ..Default::default() };
    let (case_number, edition) = ("VC#20000009".to_owned(), "2019".to_owned());
    HandToProduct { case: CASE, case_number, content, edition, name_site }
}

/// Ⅴ.3.8: a product's flaw goes to the product track, and the site stays unknown there unless its operator agrees.
#[test]
fn a_products_flaw_goes_on_without_telling_which_site_it_was() {
    let mut road = site_informed();
    road.go(DESK, classified(SiteCause::Product), "2026-12-01");
    assert!(owes(&road, DESK).contains(&(DutyKind::HandToProduct, None)));
    let now = morning("2026-12-01");
    let hand = |road: &SiteRoad, command| hand_to_product(road.file(), DESK, command, rules(), now);
    for telling in ["https://www.Komachi.example/search で再現", "こまち書店のサイトで再現"] {
        let refusal = hand(&road, as_product(false, telling)).expect_err("it tells of the site");
        assert_eq!(refusal.why, Why::TellsOfSite);
    }
    let refusal = hand(&road, as_product(true, "手順")).expect_err("the operator has not agreed");
    assert_eq!((refusal.why, refusal.clause.map(|it| it.id())), (Why::ConsentMissing, Some("Ⅴ.3.8.但書")));
    let (events, opened) =
        hand(&road, as_product(false, "カートの画面に細工した文字列を入れる")).expect("it is hidden");
    let [CaseEvent::CaseOpened { consents, attachments, report, .. }] = &opened[..] else { panic!("{opened:?}") };
    assert_eq!((*report, attachments.len()), (Some(REPORT), 0), "pictures show the site");
    assert!(
        !consents.share_identity.is_yes() && !consents.direct_contact.is_yes(),
        "said of the operator, not of a maker"
    );
    road.take(&events, now);
    assert_eq!(road.told(FINDER), [NoticeKind::Split]);
    road.go(DESK, closes(SiteEnding::HandedToProduct), "2026-12-02");
}

/// Ⅴ.3.9: whoever allowed its name for the operator has not allowed it for a product's developer.
#[test]
fn the_name_for_an_operator_is_not_a_name_for_a_developer() {
    let mut road = site_accepted(consents(Answer::Yes, Answer::Unanswered));
    let now = morning(ACCEPTED);
    let (_, opened) = hand_to_product(road.file(), DESK, as_product(false, ""), rules(), now).expect("it is hidden");
    let case = CaseState::replay(CASE, opened.iter().map(|event| (now.at, event))).expect("an opening");
    road.told.clear();
    let file = CaseFile { case, advisory: None, reports: vec![road.report.clone()] };
    assert!(!rulebook::case::decide::shares_identity(&file));
}

/// Ⅴ.4.5: six items; what is missing is shown.
#[test]
fn a_leak_is_made_public_with_six_items() {
    let mut road = site_informed();
    let feared = SiteCommand::SuspectLeak { suspected: true, note: "閲覧の記録から".into() };
    road.go(DESK, feared, "2026-12-01");
    assert!(owes(&road, KOMACHI).contains(&(DutyKind::PublishLeak, None)));
    let page = "https://www.komachi.example/news/1";
    let some = SiteCommand::PublishLeak { url: page.into(), items: vec![LeakItem::Contact, LeakItem::Outline] };
    road.go(KOMACHI, some, "2026-12-03");
    let lacks = road.seen_by(KOMACHI, "2026-12-03").expect("its case").leak_lacks;
    assert_eq!(lacks, [LeakItem::Period, LeakItem::Count, LeakItem::Kinds, LeakItem::Cause]);
    assert!(!owes(&road, KOMACHI).iter().any(|(what, _)| *what == DutyKind::PublishLeak));
}
