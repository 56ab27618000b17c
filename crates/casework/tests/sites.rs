//! Website cases: from the report over the operator to the fix, in bulk, and with nothing of the site in any mail. On
//! both databases (`NOROSHI_TEST_POSTGRES`).

mod common;

use std::collections::HashMap;

use casework::incoming::Taken;
use casework::sites::{SiteAcceptance, SiteBulk, SiteCard, SiteJoining, SiteOrder};
use casework::{Actor, Error};
use common::matters::{self, shy};
use common::{Bureau, places};
use rulebook::case::{AttemptOutcome, ContactMeans};
use rulebook::ids::{ReportId, SiteCaseId};
use rulebook::party::Party;
use rulebook::report::Condition;
use rulebook::report::form::{ReportForm, ReportKind};
use rulebook::site::{
    Classification, OperatorAddress, OperatorAnswer, OperatorCategory, SiteCause, SiteCommand, SiteContent, SiteEffect,
    SiteEnding, SiteField, SiteKind, SiteStage,
};
use store::{CardOrder, Mail};

const REASON: &str = "五つの条件を満たしていることを確認しました。";
/// Words that tell which site it is, or who runs it.
const SECRETS: [&str; 3] = ["komachi", "こまち書店", "小町"];

async fn received(bureau: &Bureau, page: &str) -> ReportId {
    let form = ReportForm {
        kind: ReportKind::Website,
        website_url: format!("https://www.komachi.example/{page}"),
        vulnerability_kind: "XSS".into(),
        threat: "偽の画面を出せる".into(),
        ..shy("")
    };
    matters::received(bureau, form).await.report
}

async fn accepted(bureau: &Bureau, report: ReportId) -> SiteCaseId {
    let content = SiteContent {
        url: "https://www.komachi.example/search".into(),
        kind: "クロスサイト・スクリプティング".into(),
        steps: "(1) 検索欄に入力する".into(),
        ..SiteContent::default()
    };
    let acceptance =
        SiteAcceptance { confirmed: Condition::ALL.to_vec(), reason: REASON.into(), content, first: vec![] };
    bureau.office.accept_site_report(report, bureau.desk, None, acceptance).await.expect("it is accepted")
}

async fn does(bureau: &Bureau, site: SiteCaseId, actor: Actor, order: impl Into<SiteOrder>) {
    let page = bureau.office.site_page(site, actor).await.expect("the case");
    bureau.office.act_on_site(site, actor, Some(&page.digest), order).await.expect("it can be done");
}

fn contact(bureau: &Bureau) -> SiteCommand {
    let on = bureau.office.now().today;
    let (means, outcome) = (ContactMeans::Mail, AttemptOutcome::Waiting);
    let to = "info@komachi.example".to_owned();
    SiteCommand::ContactOperator { means, to, on, outcome, link: true, note: String::new() }
}

/// The mails that wait.
async fn mails(bureau: &Bureau) -> Vec<Mail> {
    let lease = jiff::SignedDuration::from_mins(1);
    bureau.clock.advance(120);
    bureau.office.store().claim_mails(bureau.office.wall(), 100, lease).await.expect("mails")
}

#[tokio::test]
async fn a_site_is_fixed_and_nobody_else_hears_which_one() {
    for place in places("sites") {
        let bureau = Bureau::open(&place).await;
        let report = received(&bureau, "search").await;
        let site = accepted(&bureau, report).await;
        let operator = Actor::bearer(Party::SiteOperator(site));
        let finder = Actor::bearer(Party::Finder(report));
        for stranger in [bureau.coordinator, operator] {
            let hidden = bureau.office.site_page(site, stranger).await;
            assert!(matches!(hidden, Err(Error::NotFound)), "{:?}", stranger.party);
        }
        let kind = SiteKind::CrossSiteScripting;
        let effects = vec![SiteEffect::Cookies];
        let decided = Classification { kind, effects, cause: SiteCause::Application, passive: true };
        does(&bureau, site, bureau.desk, SiteCommand::Classify(decided)).await;
        let addresses = vec![OperatorAddress { means: ContactMeans::Mail, to: "info@komachi.example".into() }];
        let (name, category) = ("こまち書店".to_owned(), OperatorCategory::Company);
        does(&bureau, site, bureau.desk, SiteCommand::IdentifyOperator { name, category, addresses }).await;
        does(&bureau, site, bureau.desk, contact(&bureau)).await;
        let before = bureau.office.site_page(site, operator).await.expect("its own case");
        assert!(before.view.content.is_none(), "no details before it confirmed itself (Ⅴ.3.5)");
        let person = "小町 晴".to_owned();
        let confirm = SiteCommand::ConfirmOperator { person, mail: "info@komachi.example".into() };
        does(&bureau, site, operator, confirm).await;
        let fields = vec![SiteField::Url, SiteField::Kind, SiteField::Steps];
        let send = SiteCommand::SendDetails { fields, advice: String::new(), attachments: vec![] };
        does(&bureau, site, bureau.desk, send).await;
        does(&bureau, site, operator, SiteCommand::ReceiveDetails).await;
        let text = "制作会社に見せてもよいですか。".to_owned();
        let thread = rulebook::site::SiteThread::Operator;
        does(&bureau, site, operator, SiteOrder::Write { thread, text, question: false, files: vec![] }).await;
        let (answer, words) = (OperatorAnswer::Fixed, "直しました".to_owned());
        does(&bureau, site, operator, SiteCommand::Answer { answer, words, ready_on: None }).await;
        let seen = bureau.office.site_page(site, finder).await.expect("its own case");
        assert_eq!(seen.view.stage, SiteStage::FixReported);
        let end = SiteOrder::Close {
            ending: SiteEnding::ApplicationFixed,
            to_finder: "修正されました。".into(),
            to_operator: "ご対応ありがとうございました。".into(),
        };
        does(&bureau, site, bureau.desk, end).await;
        let seen = bureau.office.site_page(site, finder).await.expect("its own case");
        let reason = seen.view.closing.and_then(|end| end.reason).expect("the finder is told why");
        assert_eq!(seen.texts[&reason], "修正されました。");
        let mails = mails(&bureau).await;
        assert!(mails.iter().any(|mail| mail.mail.to == "info@komachi.example"), "the operator is written to");
        for mail in mails {
            let words = format!("{}\n{}", mail.mail.subject, mail.mail.body_text).to_lowercase();
            assert!(SECRETS.iter().all(|secret| !words.contains(secret)), "{words}");
        }
        let list = bureau
            .office
            .list_at_desk::<SiteCard>(bureau.desk, &[], None, CardOrder::Weight, 10, 0)
            .await
            .expect("a list");
        let before: Vec<_> = list.lines.into_iter().map(|line| line.card).collect();
        bureau.office.rebuild_projections().await.expect("it can be made again");
        let list = bureau
            .office
            .list_at_desk::<SiteCard>(bureau.desk, &[], None, CardOrder::Weight, 10, 0)
            .await
            .expect("a list");
        assert_eq!(list.lines.into_iter().map(|line| line.card).collect::<Vec<_>>(), before);
        let nobody =
            bureau.office.list_at_desk::<SiteCard>(bureau.coordinator, &[], None, CardOrder::Weight, 10, 0).await;
        assert!(matches!(nobody, Err(Error::NotFound)));
    }
}

#[tokio::test]
async fn many_reports_become_many_cases_at_once() {
    for place in places("site-bulk") {
        let bureau = Bureau::open(&place).await;
        let mut reports = Vec::new();
        for number in 0..30 {
            reports.push(received(&bureau, &format!("page-{number}")).await);
        }
        let contacts = HashMap::from([(reports[0], "info@komachi.example".to_owned())]);
        let bulk = SiteBulk {
            confirmed: Condition::ALL.to_vec(),
            reason: REASON.into(),
            first: vec![],
            contacts,
            seen: HashMap::new(),
        };
        let foreign = bureau.office.accept_site_reports(&reports, bureau.coordinator, bulk.clone()).await;
        assert!(foreign.is_err());
        let sites = bureau.office.accept_site_reports(&reports, bureau.desk, bulk.clone()).await.expect("all of them");
        assert_eq!(sites.len(), reports.len());
        let again = bureau.office.accept_site_reports(&reports, bureau.desk, bulk).await;
        assert!(matches!(again, Err(Error::Refused(_))), "each only once");
        let list = bureau
            .office
            .list_at_desk::<SiteCard>(bureau.desk, &[], None, CardOrder::Weight, 100, 0)
            .await
            .expect("a list");
        assert_eq!(list.total, 30);
    }
}

#[tokio::test]
async fn the_same_site_is_found_again_and_joined() {
    for place in places("site-join") {
        let bureau = Bureau::open(&place).await;
        let first = received(&bureau, "search").await;
        let site = accepted(&bureau, first).await;
        let second = received(&bureau, "other").await;
        let alike = bureau.office.alike_sites(second, bureau.desk).await.expect("the desk may ask");
        assert_eq!(alike.len(), 1);
        let joining = SiteJoining { confirmed: Condition::ALL.to_vec(), reason: REASON.into(), site };
        bureau.office.join_site_report(second, bureau.desk, None, joining).await.expect("it joins");
        let page = bureau.office.site_page(site, bureau.desk).await.expect("the case");
        assert_eq!(page.reports.len(), 2);
        let own = bureau.office.site_page(site, Actor::bearer(Party::Finder(second))).await;
        assert!(own.is_ok(), "each finder sees how far it is");
    }
}

#[tokio::test]
async fn three_hundred_reports_are_accepted_and_told_in_one_transaction() {
    for place in places("site-flood") {
        let bureau = Bureau::open(&place).await;
        let mut reports = Vec::new();
        for number in 0..300 {
            reports.push(received(&bureau, &format!("page-{number}")).await);
        }
        let contacts = reports.iter().map(|id| (*id, format!("webmaster@site-{}.example", id.0.simple()))).collect();
        let decided = Classification {
            kind: SiteKind::CrossSiteScripting,
            effects: vec![SiteEffect::FalseInformation],
            cause: SiteCause::Application,
            passive: true,
        };
        let first = vec![SiteCommand::Classify(decided).into()];
        let bulk = SiteBulk {
            confirmed: Condition::ALL.to_vec(),
            reason: REASON.into(),
            first,
            contacts,
            seen: HashMap::new(),
        };
        let begun = std::time::Instant::now();
        let sites = bureau.office.accept_site_reports(&reports, bureau.desk, bulk).await.expect("all of them");
        println!("300 reports accepted and told on {}: {:?}", place.name, begun.elapsed());
        assert_eq!(sites.len(), 300);
        let waiting = bureau.office.waiting_site_reports(bureau.desk).await.expect("a list");
        assert!(waiting.is_empty());
        let now = bureau.office.wall();
        let lease = jiff::SignedDuration::from_mins(1);
        let told = bureau.office.store().claim_mails(now, 2_000, lease).await.expect("mails");
        let to_sites = told.iter().filter(|mail| mail.mail.to.starts_with("webmaster@")).count();
        assert_eq!(to_sites, 300, "one first message for each operator");
    }
}

#[tokio::test]
async fn a_reply_by_mail_is_joined_for_the_confirmed_address_alone() {
    for place in places("sites-reply") {
        let bureau = Bureau::open(&place).await;
        let report = received(&bureau, "search").await;
        let site = accepted(&bureau, report).await;
        does(&bureau, site, bureau.desk, contact(&bureau)).await;
        let operator = Actor::bearer(Party::SiteOperator(site));
        let confirm =
            SiteCommand::ConfirmOperator { person: "小町 晴".into(), mail: "owner@komachi.example".into() };
        does(&bureau, site, operator, confirm).await;
        let number = bureau.office.site_page(site, bureau.desk).await.expect("the case").view.number;
        let reply = |from: &str, id: &str| {
            format!(
                "From: {from}\r\nTo: desk@receiving.example\r\nMessage-ID: <{id}@mail.example>\r\nSubject: Re: {number}\r\n\
                 Date: Sat, 21 Nov 2026 10:00:00 +0900\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n\
                 制作会社に見せました。\r\nhttps://noroshi.example/ja/operator/SECRETSECRET\r\n"
            )
        };
        let taken = bureau.office.take_mail(reply("owner@komachi.example", "a").as_bytes()).await.expect("taken");
        assert_eq!(taken, Taken::Joined { number: number.clone(), files_left: false });
        let page = bureau.office.site_page(site, bureau.desk).await.expect("the case");
        let message = &page.view.messages.last().expect("a message").item;
        assert_eq!(message.from, Party::SiteOperator(site));
        let words = page.text(message.body);
        assert!(words.starts_with("制作会社に見せました。") && !words.contains("SECRETSECRET"), "{words}");
        let taken = bureau.office.take_mail(reply("info@komachi.example", "b").as_bytes()).await.expect("taken");
        assert!(matches!(taken, Taken::Report { needs_reading: true, .. }), "another address waits to be read");
    }
}

/// Of what is due in a website case the desk is reminded like of anything else; the coordinator has no part in it, however late
/// it is (Ⅴ.3.7).
#[tokio::test]
async fn the_desk_is_reminded_of_a_site_and_nobody_else() {
    for place in places("sites-reminders") {
        let bureau = Bureau::open(&place).await;
        let report = received(&bureau, "search").await;
        let site = accepted(&bureau, report).await;
        let addresses = vec![OperatorAddress { means: ContactMeans::Mail, to: "info@komachi.example".into() }];
        let (name, category) = ("こまち書店".to_owned(), OperatorCategory::Company);
        does(&bureau, site, bureau.desk, SiteCommand::IdentifyOperator { name, category, addresses }).await;
        does(&bureau, site, bureau.desk, contact(&bureau)).await;
        mails(&bureau).await;
        // From Saturday, 21 November to Wednesday, 20 January: the next attempt is long overdue.
        bureau.days(60);
        assert!(bureau.office.remind().await.expect("a round") > 0);
        // Those of before were never handed over, and come again.
        let mut told = mails(&bureau).await;
        told.retain(|mail| mail.mail.purpose == "escalated");
        let to: Vec<&str> = told.iter().map(|mail| mail.mail.to.as_str()).collect();
        assert_eq!(to, ["desk@receiving.example"]);
        assert!(told.iter().all(|mail| SECRETS.iter().all(|secret| !mail.mail.body_text.contains(secret))));
        let _ = std::fs::remove_dir_all(&place.dir);
    }
}
