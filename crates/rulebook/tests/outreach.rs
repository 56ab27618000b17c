//! Who else is told before the publication, and who talks with whom: milestone by milestone, from the guideline.

mod common;

use common::said::{owed, refused, told};
use common::*;
use rulebook::case::decide::CaseCommand;
use rulebook::case::ending::proposed;
use rulebook::case::outreach::{
    DisclosureGround, Involvement, OutreachCommand, Recipient, RecipientKind, TalkState, Tlp, package,
};
use rulebook::case::{
    AttemptOutcome, CaseView, ContentField, DropGround, DutyKind, Thread, VerificationResult, Viewer, Weighing, duties,
    view,
};
use rulebook::ids::DeveloperId;
use rulebook::moment::Moment;
use rulebook::party::Party;
use rulebook::refusal::Why;
use rulebook::report::form::{Answer, Consents};

/// A case with the coordinator since 2026-11-20.
fn handed_over(consents: Consents) -> Road {
    let now = morning("2026-11-20");
    let mut road = Road::begin(received(consents, now), now);
    road.accept(DESK, accepting(), now).expect("all five conditions hold");
    road.go(DESK, rate(), now);
    road.go(DESK, hand_over(), now);
    road
}

fn tell(road: &mut Road, developer: DeveloperId, now: Moment) {
    road.go(COORDINATOR, add(developer), now);
    road.go(COORDINATOR, attempt(developer, now.today, AttemptOutcome::Answered), now);
    road.go(COORDINATOR, confirm(developer), now);
    road.go(COORDINATOR, release(developer), now);
}

/// Miharashi has the details since 2026-11-25.
fn told_one(consents: Consents) -> Road {
    let mut road = handed_over(consents);
    tell(&mut road, MIHARASHI, morning("2026-11-25"));
    road
}

fn shy() -> Consents {
    consents(Answer::No, Answer::Yes)
}

fn today() -> Moment {
    morning("2026-12-01")
}

fn does(command: OutreachCommand) -> CaseCommand {
    CaseCommand::Outreach(command)
}

fn seen(road: &Road, party: Party) -> CaseView {
    view(road.file(), Viewer::Party(party), rules()).expect("it sees the case")
}

fn owes(road: &Road, party: Party) -> Vec<&'static str> {
    let all = duties(road.file(), rules());
    all.iter().filter(|duty| duty.who == party).map(|duty| duty.what.word()).collect()
}

fn nda(with: &str, until: &str) -> CaseCommand {
    does(OutreachCommand::RecordNda {
        with: with.into(),
        on: day("2026-04-01"),
        until: Some(day(until)),
        reference: "文書 2026-14".into(),
    })
}

fn disclose(ground: DisclosureGround, kind: RecipientKind, nda: Option<u32>) -> OutreachCommand {
    OutreachCommand::Disclose {
        recipient: Recipient { kind, name: "CERT/EX".into(), contact: "cert@cert.example".into(), developer: None },
        ground,
        fields: vec![ContentField::Product, ContentField::Versions, ContentField::Notes],
        attachments: vec![SCREENSHOT],
        nda,
        consent: String::new(),
        purpose: "海外の開発者への連絡".into(),
        tlp: Tlp::AmberStrict,
    }
}

/// The reasons are those of the two clauses, each of its own body.
#[test]
fn the_reasons_are_those_of_the_two_clauses() {
    let lists = &edition().lists;
    let receiving: Vec<_> = lists.product_disclosures.value.iter().map(|item| item.clause.as_str()).collect();
    let coordinator: Vec<_> = lists.coordinator_disclosures.value.iter().map(|item| item.clause.as_str()).collect();
    for (body, clauses) in [(DESK, receiving), (COORDINATOR, coordinator)] {
        let own = DisclosureGround::ALL.into_iter().filter(|ground| ground.belongs_to(body));
        assert_eq!(own.map(|ground| ground.clause().id()).collect::<Vec<_>>(), clauses);
    }
}

/// Ⅳ.4.5.第2段: overseas coordinators and outside bodies are told under an NDA that is on record and holds.
#[test]
fn nobody_overseas_is_told_without_an_nda_that_holds() {
    let mut road = told_one(shy());
    let ground = DisclosureGround::LargeInfluenceOverseas;
    let overseas = |nda| does(disclose(ground, RecipientKind::OverseasCoordinator, nda));
    refused(&mut road, COORDINATOR, overseas(None), today(), "Ⅳ.4.5.イ", Why::NdaMissing);
    road.go(COORDINATOR, nda("CERT/EX", "2026-11-30"), today());
    refused(&mut road, COORDINATOR, overseas(Some(1)), today(), "Ⅳ.4.5.イ", Why::NdaMissing);
    road.go(COORDINATOR, nda("CERT/OTHER", "2027-03-31"), today());
    refused(&mut road, COORDINATOR, overseas(Some(2)), today(), "Ⅳ.4.5.イ", Why::NdaMissing);
    road.go(COORDINATOR, nda("CERT/EX", "2027-03-31"), today());
    road.go(COORDINATOR, overseas(Some(3)), today());
    told(&road, &["receiving_body: disclosed-outside [Ⅳ.4.5.イ]"]);
    refused(&mut road, DESK, overseas(Some(3)), today(), "Ⅳ.4.5.イ", Why::NotYours);
}

/// Who uses the product is told without one (Ⅳ.3.(1).5.ア); nobody is told more than what was approved.
#[test]
fn a_using_site_is_told_without_an_nda_and_never_more_than_was_approved() {
    let mut road = told_one(shy());
    let using = disclose(DisclosureGround::ProductInUse, RecipientKind::UsingSite, None);
    road.go(DESK, does(using), today());
    let given = &road.file().case.outreach.disclosures[0];
    assert_eq!(given.content.versions, copy().versions);
    assert_eq!(given.content.notes, "", "the notes stayed at the desk");
    let mut beyond = disclose(DisclosureGround::ProductInUse, RecipientKind::UsingSite, None);
    if let OutreachCommand::Disclose { attachments, .. } = &mut beyond {
        *attachments = vec![LETTER];
    }
    refused(&mut road, DESK, does(beyond), today(), "Ⅳ.3.(1).5", Why::BeyondApproved);
    let wrong = disclose(DisclosureGround::ProductInUse, RecipientKind::AnalysisBody, None);
    refused(&mut road, DESK, does(wrong), today(), "Ⅳ.3.(1).5.ア", Why::Unusable);
}

#[test]
fn the_package_says_what_was_told_and_never_who_the_finder_is() {
    let mut road = told_one(consents(Answer::Yes, Answer::Yes));
    road.go(COORDINATOR, nda("CERT/EX", "2027-03-31"), today());
    let ground = DisclosureGround::NobodyInJapan;
    road.go(COORDINATOR, does(disclose(ground, RecipientKind::OverseasCoordinator, Some(1))), today());
    let package = package(road.file(), 1, rules()).expect("it was told");
    assert_eq!((package.content.product.as_str(), package.content.steps.as_str()), ("みはらしポータル", ""));
    assert_eq!(package.attachments.iter().map(|file| file.id).collect::<Vec<_>>(), [SCREENSHOT]);
    // Day zero is 2026-11-25; 45 days on, the start day not counted.
    assert_eq!((package.day, package.target_day), (None, Some(day("2027-01-09"))));
    assert_eq!(package.nda.map(|nda| nda.reference), Some("文書 2026-14".into()));
    assert!(package.from.en.contains("JPCERT"));
    let page = serde_json::to_string(&road.file().case.outreach).expect("plain data");
    assert!(!page.contains(&PERSON.to_string()));
}

#[test]
fn an_outside_analysis_is_waited_for_and_its_result_recorded() {
    let mut road = told_one(shy());
    road.go(DESK, nda("CERT/EX", "2027-03-31"), today());
    let ground = DisclosureGround::OutsideAnalysis;
    road.go(DESK, does(disclose(ground, RecipientKind::AnalysisBody, Some(1))), today());
    assert_eq!(owes(&road, DESK), ["record-analysis"]);
    let result = |text: &str| does(OutreachCommand::RecordAnalysis { disclosure: 1, result: text.into() });
    refused(&mut road, COORDINATOR, result("再現した"), today(), "Ⅳ.3.(1).9", Why::NothingAsked);
    refused(&mut road, DESK, result(" "), today(), "Ⅳ.3.(1).9", Why::TextMissing);
    road.go(DESK, result("再現した"), today());
    assert!(owes(&road, DESK).is_empty());
}

/// Ⅳ.3.(1).5.イ.第2段: with the consent of those concerned, and together with the coordinator.
#[test]
fn what_is_needed_to_reproduce_it_goes_to_a_developer_with_consent() {
    let mut road = told_one(shy());
    let data = |consent: &str, developer| {
        let mut command = disclose(DisclosureGround::ReproductionData, RecipientKind::CaseDeveloper, None);
        if let OutreachCommand::Disclose { consent: field, recipient, fields, .. } = &mut command {
            *field = consent.into();
            recipient.developer = Some(developer);
            *fields = vec![ContentField::Product, ContentField::Proof];
        }
        does(command)
    };
    let clause = "Ⅳ.3.(1).5.イ.第2段";
    refused(&mut road, DESK, data("", MIHARASHI), today(), clause, Why::ConsentMissing);
    refused(&mut road, DESK, data("発見者が承諾", TOMOSHIBI), today(), clause, Why::NoSuchDeveloper);
    road.go(DESK, data("発見者が承諾", MIHARASHI), today());
    told(
        &road,
        &["miharashi: details-there [Ⅳ.3.(1).5.イ.第2段]", "coordinator: disclosed-outside [Ⅳ.3.(1).5.イ.第2段]"],
    );
    let given = seen(&road, MAKER).outreach.disclosures;
    assert_eq!(given[0].content.proof, copy().proof);
    assert_eq!((given[0].consent.as_str(), given[0].number), ("", 0), "who consented is for the bodies");
}

/// Ⅳ.3.(1).9, Ⅳ.4.6: the receiving body's result goes to the developers through the coordinator.
#[test]
fn the_influence_on_other_systems_reaches_the_developers_through_the_coordinator() {
    let mut road = told_one(shy());
    let analyse =
        || does(OutreachCommand::AnalyseInfluence { summary: "同じ部品を使う製品にも影響".into() });
    road.go(DESK, analyse(), today());
    told(&road, &["coordinator: influence-analysed [Ⅳ.3.(1).9]"]);
    assert!(owes(&road, COORDINATOR).contains(&"pass-influence"));
    assert!(seen(&road, MAKER).outreach.analyses.is_empty());
    road.go(COORDINATOR, does(OutreachCommand::PassInfluence { analysis: 1 }), today());
    told(&road, &["miharashi: influence-analysed [Ⅳ.4.6]"]);
    assert_eq!(seen(&road, MAKER).outreach.analyses[0].summary, "同じ部品を使う製品にも影響");
    road.go(COORDINATOR, analyse(), today());
    told(&road, &["miharashi: influence-analysed [Ⅳ.4.6]", "receiving_body: influence-analysed [Ⅳ.4.6]"]);
}

/// Ⅳ.4.2.第3段: the community first; embedding developers in the second wave, on its day or before it with a reason.
#[test]
fn the_second_wave_waits_for_its_opening() {
    let mut road = handed_over(shy());
    let now = morning("2026-11-25");
    tell(&mut road, MIHARASHI, now);
    let involve = |developer, involvement, wave| does(OutreachCommand::SetInvolvement { developer, involvement, wave });
    road.go(COORDINATOR, involve(MIHARASHI, Involvement::OssCommunity, 1), now);
    road.go(COORDINATOR, add(TOMOSHIBI), now);
    road.go(COORDINATOR, involve(TOMOSHIBI, Involvement::Embeds, 2), now);
    road.go(COORDINATOR, attempt(TOMOSHIBI, now.today, AttemptOutcome::Answered), now);
    road.go(COORDINATOR, confirm(TOMOSHIBI), now);
    road.go(COORDINATOR, does(OutreachCommand::PlanWave { wave: 2, day: day("2026-12-14") }), now);
    refused(&mut road, COORDINATOR, release(TOMOSHIBI), now, "Ⅳ.4.2.第3段", Why::WaveNotOpen);
    let lines: Vec<_> = duties(road.file(), rules()).into_iter().filter(|duty| duty.who == COORDINATOR).collect();
    let open = lines.iter().find(|duty| duty.what.word() == "open-wave").expect("the wave is to be opened");
    assert_eq!((open.due, open.waits), (Some(day("2026-12-14")), false));
    let release_duty = lines.iter().find(|duty| duty.what.word() == "release-details").expect("it is to be told");
    assert!(release_duty.waits);

    let open = |reason: &str| does(OutreachCommand::OpenWave { wave: 2, reason: reason.into() });
    refused(&mut road, COORDINATOR, open(""), morning("2026-12-10"), "Ⅳ.4.2.第3段", Why::ReasonMissing);
    road.go(COORDINATOR, open("修正版が早くできた"), morning("2026-12-10"));
    road.go(COORDINATOR, release(TOMOSHIBI), morning("2026-12-10"));
    assert!(!owes(&road, COORDINATOR).contains(&"open-wave"));
}

/// Five developers around one open source software, one of which never says a word: the others are told in two waves,
/// and the day is set from those who answer (Ⅳ.4.3.第2段).
#[test]
fn five_developers_of_one_oss_and_one_of_them_silent() {
    let id = |n: u128| DeveloperId(uuid::Uuid::from_u128(n));
    let five = [MIHARASHI, TOMOSHIBI, id(1), id(2), id(3)];
    let roles = [
        (Involvement::OssCommunity, 1),
        (Involvement::Maker, 1),
        (Involvement::Embeds, 2),
        (Involvement::Distributor, 2),
        (Involvement::ServiceProvider, 2),
    ];
    let silent = id(2);
    let mut road = handed_over(shy());
    let first = morning("2026-11-25");
    for (developer, (involvement, wave)) in five.into_iter().zip(roles) {
        road.go(COORDINATOR, add(developer), first);
        road.go(COORDINATOR, does(OutreachCommand::SetInvolvement { developer, involvement, wave }), first);
        road.go(COORDINATOR, attempt(developer, first.today, AttemptOutcome::Answered), first);
        road.go(COORDINATOR, confirm(developer), first);
    }
    for developer in &five[..2] {
        road.go(COORDINATOR, release(*developer), first);
        road.go(Party::Developer(*developer), verified(VerificationResult::Affected), morning("2026-12-02"));
    }
    let second = morning("2026-12-07");
    road.go(COORDINATOR, does(OutreachCommand::OpenWave { wave: 2, reason: String::new() }), second);
    for developer in &five[2..] {
        road.go(COORDINATOR, release(*developer), second);
    }
    for developer in [id(1), id(3)] {
        road.go(Party::Developer(developer), verified(VerificationResult::NoInfluence), morning("2026-12-09"));
    }
    let of_silent: Vec<_> = duties(road.file(), rules())
        .into_iter()
        .filter(|duty| duty.who == Party::Developer(silent))
        .map(|duty| (duty.what.word(), duty.due))
        .collect();
    assert_eq!(
        of_silent,
        [("answer-verification", Some(day("2027-01-09"))), ("acknowledge-receipt", Some(day("2026-12-14")))]
    );
    // Nobody's silence blocks: with similar cases named, the day is set from those who answered.
    let now = morning("2026-12-15");
    refused(&mut road, COORDINATOR, set_day("2027-01-12", ""), now, "Ⅳ.4.3.第2段", Why::BasisMissing);
    let weighed = Weighing { similar_cases: "2025年の同種の案件".into(), ..Weighing::default() };
    road.go(COORDINATOR, CaseCommand::SetDay { day: day("2027-01-12"), reason: String::new(), weighed }, now);
    assert_eq!(road.told.len(), 6, "the receiving body and all five");
    let vendors = rulebook::advisory::content::vendors(road.file(), 9);
    assert_eq!(vendors.len(), 5, "every contacted developer has its part");
}

/// Ⅳ.5.5, Ⅴ.3.8.但書: nothing about the site without its operator's consent; a no says nothing more.
#[test]
fn a_site_is_spoken_of_only_with_its_operators_consent() {
    let mut road = told_one(shy());
    road.go(MAKER, does(OutreachCommand::AskSiteInformation { why: "設定が分からず再現しない".into() }), today());
    told(&road, &["coordinator: site-information-asked [Ⅳ.5.5]", "receiving_body: site-information-asked [Ⅳ.5.5]"]);
    assert!(owes(&road, DESK).contains(&"answer-site-information"));
    let answer = |information: Option<&str>, consent: &str| {
        let information = information.map(str::to_owned);
        does(OutreachCommand::AnswerSiteInformation { developer: MIHARASHI, information, consent: consent.into() })
    };
    refused(&mut road, DESK, answer(Some("設定ファイル"), ""), today(), "Ⅴ.3.8.但書", Why::ConsentMissing);
    let mut without = road.clone();
    without.go(DESK, answer(None, "運営者が同意しない"), today());
    let shown = seen(&without, MAKER).outreach.site_requests;
    let reply = shown[0].answer.clone().expect("answered");
    assert_eq!((reply.information, reply.consent.as_str()), (None, ""));
    road.go(DESK, answer(Some("設定ファイル"), "運営者から電子メールで承諾"), today());
    told(&road, &["miharashi: site-information-answered [Ⅳ.5.5]", "coordinator: site-information-answered [Ⅳ.5.5]"]);
    assert!(!owes(&road, DESK).contains(&"answer-site-information"));
}

/// Ⅳ.5.9.第2段, Ⅳ.4.9.第2段: asked, allowed with the confidentiality request, reported; all users told is a ground
/// for dropping the publication, which the coordinator confirms (Ⅳ.4.4.オ).
#[test]
fn users_are_told_early_after_coordination_and_all_of_them_is_a_ground() {
    let mut road = told_one(shy());
    let ask = |on: &str| {
        let (whom, how) = ("保守契約のある利用者".to_owned(), "担当者から電話で".to_owned());
        does(OutreachCommand::AskUserNotice { whom, day: day(on), how })
    };
    refused(&mut road, MAKER, ask("2026-11-30"), today(), "Ⅳ.5.9.第2段", Why::DayPast);
    road.go(MAKER, ask("2026-12-20"), today());
    told(&road, &["coordinator: user-notice-asked [Ⅳ.5.9.第2段]"]);
    let answer = |text: &str| {
        let text = text.to_owned();
        does(OutreachCommand::AnswerUserNotice { developer: MIHARASHI, allowed: true, text })
    };
    refused(&mut road, COORDINATOR, answer(" "), today(), "Ⅳ.4.9.第2段", Why::TextMissing);
    road.go(COORDINATOR, answer("公表まで第三者に知らせないでください"), today());
    told(&road, &["miharashi: user-notice-answered [Ⅳ.4.9.第2段]"]);
    assert!(owes(&road, MAKER).contains(&"report-user-notice"));
    let done = |all, evidence: &str| does(OutreachCommand::ReportUserNotice { all, evidence: evidence.into() });
    refused(&mut road, MAKER, done(true, ""), today(), "Ⅳ.5.9.第2段", Why::TextMissing);
    road.go(MAKER, done(true, "全契約者の受領の記録"), morning("2026-12-21"));
    assert!(!owes(&road, MAKER).contains(&"report-user-notice"));
    assert_eq!(proposed(&road.file().case), [(DropGround::AllUsersTold, MIHARASHI)]);
}

fn pass(wisher: Party) -> CaseCommand {
    does(OutreachCommand::PassTalk { wisher, developer: MIHARASHI, report: REPORT })
}

fn say(wisher: Party, agrees: bool) -> CaseCommand {
    does(OutreachCommand::AnswerTalk { wisher, agrees })
}

fn write() -> CaseCommand {
    CaseCommand::Write {
        thread: Thread::Direct { developer: MIHARASHI, report: REPORT },
        body: body(60),
        attachments: vec![],
    }
}

/// Ⅳ.2.6: through both bodies, and with the developer's consent; the name stays with the desk.
#[test]
fn a_finder_talks_with_a_developer_that_consents() {
    let mut road = told_one(shy());
    refused(&mut road, FINDER, write(), today(), "Ⅳ.2.6", Why::NotAgreed);
    road.go(FINDER, does(OutreachCommand::WishTalk), today());
    told(&road, &["receiving_body: talk-wished [Ⅳ.2.6]", "coordinator: talk-wished [Ⅳ.2.6]"]);
    refused(&mut road, FINDER, does(OutreachCommand::WishTalk), today(), "Ⅳ.2.6", Why::SaidAlready);
    assert!(owes(&road, COORDINATOR).contains(&"pass-talk"));
    assert!(seen(&road, MAKER).outreach.talks.is_empty(), "not before it is passed on");
    road.go(COORDINATOR, pass(FINDER), today());
    told(&road, &["miharashi: talk-wished [Ⅳ.2.6]"]);
    assert!(owes(&road, MAKER).contains(&"answer-talk"));
    assert_eq!(seen(&road, FINDER).outreach.talks[0].developer, None, "who is asked is not said yet");
    road.go(MAKER, say(FINDER, true), today());
    told(
        &road,
        &[
            "finder: talk-answered [Ⅳ.2.6]",
            "receiving_body: talk-answered [Ⅳ.2.6]",
            "coordinator: talk-answered [Ⅳ.2.6]",
        ],
    );
    let talk = &seen(&road, FINDER).outreach.talks[0];
    let name = name_of(MIHARASHI).to_owned();
    assert_eq!((talk.state, talk.developer.clone()), (TalkState::Agreed, Some((MIHARASHI, name))));
    road.go(FINDER, write(), today());
    told(&road, &["miharashi: message [Ⅳ.2.6]"]);
    road.go(MAKER, write(), today());
    told(&road, &["finder: message [Ⅳ.5.4]"]);
    for party in [FINDER, MAKER, DESK, COORDINATOR] {
        assert_eq!(seen(&road, party).messages.len(), 2, "{party:?} reads along");
    }
    assert_eq!(seen(&road, MAKER).finder, None, "Ⅳ.3.(1).6");
}

/// Who declined is not said, be it the other side or a body.
#[test]
fn a_wish_that_is_not_granted_is_told_neutrally() {
    for declines_early in [true, false] {
        let mut road = told_one(shy());
        road.go(FINDER, does(OutreachCommand::WishTalk), today());
        if declines_early {
            refused(&mut road, COORDINATOR, say(FINDER, true), today(), "Ⅳ.2.6", Why::NotYours);
            road.go(COORDINATOR, say(FINDER, false), today());
        } else {
            road.go(COORDINATOR, pass(FINDER), today());
            road.go(MAKER, say(FINDER, false), today());
        }
        let talk = &seen(&road, FINDER).outreach.talks[0];
        assert_eq!((talk.state, talk.developer.clone(), talk.report), (TalkState::Declined, None, None));
        assert!(road.told.iter().any(|notice| notice.to == FINDER));
        road.go(FINDER, does(OutreachCommand::WishTalk), morning("2026-12-10"));
    }
}

/// Ⅳ.5.4, Ⅳ.2.5.エ: a finder that lets developers get in touch has consented already; another one is asked.
#[test]
fn a_developers_wish_goes_to_the_finder_through_the_receiving_body() {
    let mut road = told_one(shy());
    road.go(MAKER, does(OutreachCommand::WishTalk), today());
    assert!(owes(&road, DESK).contains(&"pass-talk"));
    refused(&mut road, COORDINATOR, pass(MAKER), today(), "Ⅳ.2.6", Why::NothingAsked);
    road.go(DESK, pass(MAKER), today());
    told(&road, &["finder: talk-wished [Ⅳ.5.4]"]);
    assert!(seen(&road, FINDER).duties.iter().any(|duty| duty.what.word() == "answer-talk"));
    road.go(FINDER, say(MAKER, true), today());
    road.go(MAKER, write(), today());

    let open = Consents { direct_contact: Answer::Yes, ..shy() };
    let mut road = told_one(open);
    road.go(MAKER, does(OutreachCommand::WishTalk), today());
    road.go(DESK, pass(MAKER), today());
    assert_eq!(seen(&road, MAKER).outreach.talks[0].state, TalkState::Agreed);
    road.go(MAKER, write(), today());
}

/// 付録6.3: within 7 calendar days of the details; any statement says that they arrived.
#[test]
fn receipt_is_acknowledged_within_seven_days_or_by_any_statement() {
    let mut road = told_one(shy());
    let receipt = "miharashi: acknowledge-receipt (miharashi) by 2026-12-02 [付録6.3]";
    let verify = "miharashi: answer-verification (miharashi) by 2027-01-09 [Ⅳ.5.2]";
    let set = "coordinator: set-day by 2027-01-09, waits [Ⅳ.4.3]";
    owed(&road, &[verify, set, receipt]);
    assert!(DutyKind::AcknowledgeReceipt.is_advice() && !DutyKind::AnswerVerification.is_advice());
    let mut stated = road.clone();
    stated.go(MAKER, verified(VerificationResult::NeedsMore), today());
    assert!(!owes(&stated, MAKER).contains(&"acknowledge-receipt"));
    road.go(MAKER, does(OutreachCommand::AcknowledgeReceipt), today());
    told(&road, &["coordinator: developer-stated [付録6.3]"]);
    owed(&road, &[verify, set]);
    refused(&mut road, MAKER, does(OutreachCommand::AcknowledgeReceipt), today(), "付録6.3", Why::SaidAlready);
}
