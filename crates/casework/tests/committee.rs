//! Members of the publication committee, on both databases (`NOROSHI_TEST_POSTGRES`): each lists the cases on which it
//! sits and no others; an interest, or another meeting without it, takes a case off its list; projections made again
//! say the same.

mod common;

use casework::accounts::NewAccount;
use casework::committee::Candidate;
use casework::{Actor, Error};
use common::matters::{act, handed_over, shy, with_developer};
use common::{Bureau, places};
use jiff::ToSpan;
use rulebook::case::ending::{EndingCommand, Refused};
use rulebook::case::judgement::{Field, Ground, JudgementCommand as C};
use rulebook::case::{AttemptOutcome, CaseCommand, CaseContent, ContactMeans};
use rulebook::developer::DeveloperEntry;
use rulebook::ids::CaseId;
use rulebook::member::Appointment;
use rulebook::party::{Party, Role};
use rulebook::text::Language;

/// A member, appointed for some days from today on.
async fn member(bureau: &Bureau, login: &str, days: i64) -> Actor {
    let today = bureau.office.now().today;
    let appointment = Appointment {
        field: Field::Law,
        affiliation: "かなた大学".into(),
        from: today,
        until: Some(today.saturating_add(days.days())),
    };
    let new = NewAccount {
        login: login.into(),
        name: format!("{login} さん"),
        mail: format!("{login}@kanata.example"),
        role: Role::CommitteeMember,
        language: Language::Ja,
    };
    let id = bureau.office.add_member(new, appointment).await.expect("a member").id;
    Actor::account(id, Party::Member(id))
}

/// A case whose developer refuses: the receiving body may convene the committee.
async fn refused(bureau: &Bureau) -> CaseId {
    let content = CaseContent {
        product: "みはらしポータル".into(),
        kind: "クロスサイト・スクリプティング".into(),
        steps: "1. 開く".into(),
        threat: "画面が書き換わる".into(),
        ..CaseContent::default()
    };
    let (_, case) = handed_over(bureau, shy("みはらしポータル"), content).await;
    let entry = DeveloperEntry { name: "株式会社みはらしソフト".into(), ..DeveloperEntry::default() };
    let developer = with_developer(bureau, case, entry).await;
    let attempt = CaseCommand::RecordContactAttempt {
        developer,
        means: ContactMeans::Phone,
        to: "03-0000-0000".into(),
        on: bureau.office.now().today,
        outcome: AttemptOutcome::Answered,
        note: String::new(),
    };
    act(bureau, case, bureau.coordinator, attempt).await;
    let (what, statement) = (Refused::Publication, "応じません。".to_owned());
    let refusal = EndingCommand::RecordRefusal { developer, what, statement };
    act(bureau, case, bureau.coordinator, CaseCommand::Ending(refusal)).await;
    let reason = "合意に至りません。".to_owned();
    let notice = C::NotifyImpossible { developer, ground: Ground::NoAgreement, reason: reason.clone() };
    act(bureau, case, bureau.coordinator, CaseCommand::Judgement(notice)).await;
    act(bureau, case, bureau.desk, CaseCommand::Judgement(C::JudgeImpossible { accepted: true, reason })).await;
    case
}

async fn convene(bureau: &Bureau, case: CaseId, members: &[Actor]) {
    let called = |one: &Candidate| members.iter().any(|member| member.account == Some(one.id));
    let today = bureau.office.now().today;
    let candidates = bureau.office.candidates(today).await.expect("candidates");
    let members = candidates.iter().filter(|one| called(one)).map(Candidate::appointed).collect();
    let meets_on = today.saturating_add(14.days());
    let convene = C::Convene { meeting: "第31回".into(), meets_on, members, urgent: false };
    act(bureau, case, bureau.desk, CaseCommand::Judgement(convene)).await;
}

/// The cases on a member's list, in its order.
async fn listed(bureau: &Bureau, member: Actor) -> Vec<CaseId> {
    let sittings = bureau.office.sittings(member, 20, 0).await.expect("a list");
    assert_eq!(sittings.total, sittings.views.len());
    sittings.views.iter().map(|view| view.id).collect()
}

#[tokio::test]
async fn a_member_lists_the_cases_on_which_it_sits() {
    for place in places("committee") {
        let bureau = Bureau::open(&place).await;
        let (law, security, other) = (
            member(&bureau, "law", 700).await,
            member(&bureau, "security", 700).await,
            member(&bureau, "other", 1).await,
        );
        let (first, second) = (refused(&bureau).await, refused(&bureau).await);
        assert!(listed(&bureau, law).await.is_empty(), "{}: nobody is called yet", place.name);
        convene(&bureau, first, &[law, security]).await;
        convene(&bureau, second, &[law, security]).await;
        assert_eq!(listed(&bureau, law).await, [first, second], "both wait for its votes");
        assert!(listed(&bureau, other).await.is_empty());
        assert!(matches!(bureau.office.case_page(first, other).await, Err(Error::NotFound)));
        for outsider in [bureau.desk, bureau.coordinator] {
            assert!(matches!(bureau.office.sittings(outsider, 20, 0).await, Err(Error::NotFound)));
        }

        // An interest in one case; another meeting without the member about the other.
        let reason = "社外取締役を務めています。".to_owned();
        let conflict = C::DeclareConflict { member: law.account.expect("its own"), reason };
        act(&bureau, first, law, CaseCommand::Judgement(conflict)).await;
        assert_eq!(listed(&bureau, law).await, [second]);
        assert!(matches!(bureau.office.case_page(first, law).await, Err(Error::NotFound)));
        convene(&bureau, second, &[law]).await;
        assert_eq!(listed(&bureau, security).await, [first]);
        bureau.office.rebuild_projections().await.expect("made again");
        assert_eq!(listed(&bureau, law).await, [second], "{}", place.name);
        assert_eq!(listed(&bureau, security).await, [first], "{}", place.name);
        assert!(listed(&bureau, other).await.is_empty());
    }
}

#[tokio::test]
async fn whose_term_is_over_is_no_candidate() {
    for place in places("committee-term") {
        let bureau = Bureau::open(&place).await;
        let (long, short) = (member(&bureau, "long", 700).await, member(&bureau, "short", 1).await);
        let logins = async || -> Vec<String> {
            let all = bureau.office.candidates(bureau.office.now().today).await.expect("the candidates");
            all.into_iter().map(|one| one.login).collect()
        };
        assert_eq!(logins().await, ["long", "short"]);
        bureau.days(2);
        assert_eq!(logins().await, ["long"]);
        let today = bureau.office.now().today;
        let again = Appointment { field: Field::Security, affiliation: "研究所".into(), from: today, until: None };
        let short = short.account.expect("its own");
        bureau.office.appoint(short, again.clone()).await.expect("appointed again");
        assert_eq!(logins().await, ["long", "short"]);
        let turned = Appointment { until: Some(today.saturating_sub(1.days())), ..again.clone() };
        assert!(matches!(bureau.office.appoint(short, turned).await, Err(Error::Unusable(_))));
        let desk = bureau.desk.account.expect("its own");
        assert!(matches!(bureau.office.appoint(desk, again).await, Err(Error::NotFound)), "it is no member");
        bureau.office.close_account(long.account.expect("its own")).await.expect("closed");
        assert_eq!(logins().await, ["short"]);
        bureau.office.rebuild_projections().await.expect("made again");
        assert_eq!(logins().await, ["short"], "{}", place.name);
    }
}
