//! A website case on the receiving body's pages: every form on one road, what stands against each ending, two tabs.

use std::collections::BTreeSet;

use casework::{Principal, ReportOrder};
use rulebook::party::{Party, Role};
use rulebook::report::Condition;
use rulebook::report::form::ReportForm;
use rulebook::site::{OperatorAnswer, SiteAction, SiteCommand, SiteEnding, SiteStage};
use rulebook::text::Language;

use crate::common::browser::Upload;
use crate::common::scene::receive;
use crate::common::sites::{HOST, OPERATOR, OPERATOR_MAIL, SiteMatter, site_accepted, site_form};
use crate::common::{Browser, Place, World};
use crate::paper::{form, has_form, words};

/// The desk at a website case.
struct Desk {
    world: World,
    browser: Browser,
    matter: SiteMatter,
    used: BTreeSet<SiteAction>,
}

impl Desk {
    async fn open(place: &Place) -> Desk {
        let world = World::open(place).await;
        let desk = world.account("desk", "受付 花子", Role::ReceivingDesk).await;
        let matter = site_accepted(&world, desk).await;
        let browser = world.as_account(desk.account.expect("an account")).await;
        Desk { world, browser, matter, used: BTreeSet::new() }
    }

    fn way(&self, part: &str) -> String {
        format!("/ja/desk/sites/{}{part}", self.matter.number)
    }

    /// Fills the form of an action in on a page, sends it, and gives the page that it leads to.
    async fn fills(&mut self, part: &str, action: SiteAction, fields: &[(&str, &str)]) -> String {
        let page = self.browser.get(&self.way(part)).await;
        let paper = form(&page, &format!("{}-form", action.word()));
        let paper = fields.iter().fold(paper, |paper, (name, value)| paper.with(name, value));
        self.used.insert(action);
        words(&paper.done(&mut self.browser).await)
    }

    async fn stage(&self) -> SiteStage {
        let page = self.world.office.site_page(self.matter.site, self.matter.desk).await.expect("the case");
        page.view.stage
    }
}

/// From the acceptance to the details at the operator.
async fn reaches(desk: &mut Desk) {
    desk.fills("", SiteAction::Note, &[("text", "見直すこと")]).await;
    let take = form(&desk.browser.get(&desk.way("")).await, "take-form");
    assert!(take.action.ends_with("/do/own"));
    take.done(&mut desk.browser).await;
    desk.used.insert(SiteAction::Own);
    desk.fills("", SiteAction::Classify, &[]).await;
    let vector = [("vector", "CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N"), ("users", "medium")];
    desk.fills("", SiteAction::Rate, &vector).await;
    desk.fills("/operator", SiteAction::CheckSource, &[("source", "security_txt"), ("note", "置かれていない")]).await;
    let known = [("name", OPERATOR), ("category", "company"), ("means_1", "mail"), ("to_1", OPERATOR_MAIL)];
    desk.fills("", SiteAction::IdentifyOperator, &known).await;
    let page = desk.fills("/operator", SiteAction::ContactOperator, &[]).await;
    assert!(page.contains("リンクつき") && page.contains(OPERATOR_MAIL), "the form began with the address: {page}");
    desk.fills("/operator", SiteAction::NoteAttempt, &[("attempt", "1"), ("outcome", "answered")]).await;
    desk.fills("", SiteAction::ConfirmOperator, &[("person", "小町 晴")]).await;
    assert_eq!(desk.stage().await, SiteStage::Confirmed);
    let page = desk.fills("/talk", SiteAction::SendDetails, &[]).await;
    assert!(page.contains("(1) 検索欄に文字列を入れる"), "{page}");
    desk.fills("/talk", SiteAction::ReceiveDetails, &[]).await;
}

/// Answers, messages, consents, direct talk.
async fn talks(desk: &mut Desk) {
    let helpless = [("answer", "needs_help"), ("words", "どこを直せばよいですか。")];
    let page = desk.fills("/talk", SiteAction::Answer, &helpless).await;
    assert!(page.contains("どこを直せばよいですか。"), "{page}");
    desk.fills("", SiteAction::Write, &[("text", "検索欄の出力をご確認ください。")]).await;
    brings_a_file(desk).await;
    desk.fills("/talk", SiteAction::AskConsent, &[("what", "analysis")]).await;
    desk.fills("/talk", SiteAction::GiveConsent, &[("what", "analysis"), ("agrees", "yes")]).await;
    let office = desk.world.office.clone();
    let (report, finder) = (desk.matter.receipt.report, desk.matter.finder());
    let asks = ReportOrder::Write { text: "進みはいかがですか。".into(), question: false, files: vec![] };
    office.act_on_report(report, finder, None, asks).await.expect("the finder asks");
    desk.fills("", SiteAction::Consult, &[("enquirer", "1"), ("text", "対応中と答えてよいですか。")]).await;
    desk.matter.act(&desk.world, finder, SiteCommand::WishTalk).await;
    desk.fills("", SiteAction::PassTalk, &[("wish", "1")]).await;
    let declines = SiteCommand::AnswerTalk { wisher: Party::Finder(report), agrees: false };
    desk.matter.act(&desk.world, desk.matter.operator(), declines).await;
    desk.matter.act(&desk.world, finder, SiteCommand::WishTalk).await;
    let page = desk.fills("/talk", SiteAction::AnswerTalk, &[("wish", "2")]).await;
    assert!(page.contains("断る"), "{page}");
    desk.fills("/talk", SiteAction::CheckFix, &[("result", "still_there"), ("note", "まだ出ます。")]).await;
}

/// A message with a file, which the operator can open and nobody else.
async fn brings_a_file(desk: &mut Desk) {
    let paper = form(&desk.browser.get(&desk.way("/talk")).await, "write-form").with("text", "図をご覧ください。");
    assert!(paper.files, "files can be added");
    let texts: Vec<(&str, &str)> = paper.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let texts: Vec<_> = texts.into_iter().filter(|(name, _)| *name != "attachments").collect();
    let empty = [Upload { field: "attachments", name: "空.txt", bytes: b"" }];
    let refused = desk.browser.post_files_bare(&paper.action, &texts, &empty).await;
    assert!(refused.status == 422 && refused.text().contains("図をご覧ください。"), "what was typed stays");
    let files = [Upload { field: "attachments", name: "図.txt", bytes: b"a drawing" }];
    let sent = desk.browser.post_files_bare(&paper.action, &texts, &files).await;
    let page = desk.browser.follow(sent).await;
    assert!(words(&page).contains("図.txt"), "{}", words(&page));
    let view = desk.world.office.site_page(desk.matter.site, desk.matter.operator()).await.expect("its own").view;
    let file = view.messages.iter().flat_map(|message| &message.item.attachments).next().expect("a file").id;
    let office = &desk.world.office;
    assert!(office.site_file(desk.matter.site, desk.matter.operator(), file).await.is_ok());
    assert!(office.site_file(desk.matter.site, desk.matter.finder(), file).await.is_err());
}

/// A leak, others outside, the product track, and the end.
async fn leaves(desk: &mut Desk) {
    let feared = [("suspected", "yes"), ("note", "会員の名簿が見える")];
    desk.fills("/outside", SiteAction::SuspectLeak, &feared).await;
    let public = [("url", "https://www.komachi.example/owabi"), ("item", "outline")];
    let page = desk.fills("/outside", SiteAction::PublishLeak, &public).await;
    assert!(page.contains("漏えいの原因"), "what the public word lacks is said: {page}");
    let agreement = [("with", "かなた研究所"), ("reference", "文書庫 3-1")];
    desk.fills("/outside", SiteAction::RecordNda, &agreement).await;
    let told = [("ground", "outside_analysis"), ("to", "かなた研究所"), ("purpose", "仕組みの分析")];
    desk.fills("/outside", SiteAction::Disclose, &told).await;
    let paper = desk.browser.get(&desk.way("/told/1")).await;
    assert_eq!(paper.status, 200);
    let name = paper.header("content-disposition").to_owned();
    assert!(name.contains(&format!("{}-1.txt", desk.matter.number)), "its name says nothing: {name}");
    assert!(paper.text().contains("仕組みの分析") && paper.text().contains("クロスサイト・スクリプティング"));
    desk.fills("", SiteAction::RecordResult, &[("disclosure", "1"), ("result", "再現しました。")]).await;
    let alert = [("title", "設定を見直してください"), ("url", "https://alert.example/1")];
    desk.fills("/ending", SiteAction::LinkAlert, &alert).await;
    let second = receive(&desk.world, site_form("find")).await;
    joins(desk, &second.number).await;
    let product = [("product", "のろし検索"), ("kind", "クロスサイト・スクリプティング")];
    let page = desk.fills("/outside", SiteAction::HandToProduct, &product).await;
    assert!(page.contains("どのサイトかは伝えていません"), "{page}");
    let page = desk.fills("/ending", SiteAction::Close, &[("ending", "handed_to_product")]).await;
    assert!(page.contains("製品の脆弱性として引き継いだ"), "{page}");
    assert_eq!(desk.stage().await, SiteStage::Ended);
    let again = [("reason", "運営者から問い合わせがあった")];
    let page = desk.fills("/ending", SiteAction::Reopen, &again).await;
    assert!(page.contains("運営者から問い合わせがあった"), "{page}");
}

/// A second report joins the case, once somebody has ticked the conditions.
async fn joins(desk: &mut Desk, report: &str) {
    let paper = form(&desk.browser.get(&desk.way("")).await, "join-report-form").with("report", report);
    assert!(paper.values("confirmed").is_empty(), "nobody has read a report that is not known yet");
    assert_eq!(paper.send(&mut desk.browser).await.status, 422);
    let paper = Condition::ALL.iter().fold(paper, |paper, one| paper.tick("confirmed", one.word()));
    paper.done(&mut desk.browser).await;
    desk.used.insert(SiteAction::JoinReport);
}

#[tokio::test]
async fn the_finder_of_a_report_that_joins_reads_its_own_language() {
    let place = Place::sqlite("sites-join");
    let mut desk = Desk::open(&place).await;
    let japanese = "すでに取り扱っている案件と同じ内容です。";
    let english = "It tells of a matter that is being handled already.";
    let both = [(Language::Ja, "ja", japanese), (Language::En, "en", english)];
    let typed = "A word of the desk's own.";
    for ((language, theirs, expected), (_, ours, proposed)) in both.into_iter().flat_map(|a| both.map(|b| (a, b))) {
        let receipt = receive(&desk.world, ReportForm { language, ..site_form("find") }).await;
        let way = desk.way("").replacen("/ja/", &format!("/{ours}/"), 1);
        let paper = form(&desk.browser.get(&way).await, "join-report-form").with("report", &receipt.number);
        assert!(paper.value("reason").contains(proposed), "the desk reads its own: {}", paper.value("reason"));
        let paper = Condition::ALL.iter().fold(paper, |paper, one| paper.tick("confirmed", one.word()));
        paper.done(&mut desk.browser).await;
        let mut finder = desk.world.as_principal(Principal::Finder(receipt.report)).await;
        let page = words(&finder.get(&format!("/{theirs}/progress/report")).await);
        let read = [japanese, english].map(|words| page.contains(words));
        assert_eq!(read, [japanese, english].map(|words| words == expected), "{theirs} by {ours}: {page}");
    }
    let receipt = receive(&desk.world, site_form("find")).await;
    let paper = form(&desk.browser.get(&desk.way("")).await, "join-report-form").with("report", &receipt.number);
    let paper =
        Condition::ALL.iter().fold(paper.with("reason", typed), |paper, one| paper.tick("confirmed", one.word()));
    paper.done(&mut desk.browser).await;
    let mut finder = desk.world.as_principal(Principal::Finder(receipt.report)).await;
    assert!(words(&finder.get("/ja/progress/report").await).contains(typed), "what was typed stays as it is");
}

#[tokio::test]
async fn every_form_of_a_website_case_can_be_sent() {
    let places = [Some(Place::sqlite("sites-road")), Place::postgres("sites-road")];
    for place in places.into_iter().flatten() {
        let mut desk = Desk::open(&place).await;
        reaches(&mut desk).await;
        talks(&mut desk).await;
        leaves(&mut desk).await;
        let all = SiteAction::ALL.into_iter().filter(|action| action.belongs_to(Party::ReceivingBody));
        let unused: Vec<_> = all.filter(|action| !desk.used.contains(action)).collect();
        assert!(unused.is_empty(), "without a form that was sent: {unused:?}");
    }
}

#[tokio::test]
async fn every_ending_says_what_stands_against_it() {
    let place = Place::sqlite("sites-endings");
    let mut desk = Desk::open(&place).await;
    let page = desk.browser.get(&desk.way("/ending")).await;
    let said = words(&page);
    let clauses = SiteEnding::ALL.map(|ending| ending.clause().to_string());
    assert!(clauses.iter().all(|clause| said.contains(clause)), "{said}");
    assert!(said.contains("運営者からそのような連絡がなく"), "{said}");
    let early = form(&page, "close-form").with("ending", "no_proper_answer").with("to_finder", "応答がありません。");
    let refused = early.send(&mut desk.browser).await;
    assert_eq!(refused.status, 422);
    assert!(words(&refused).contains("Ⅴ.3.5.第2段"), "the clause stands beside it: {}", words(&refused));
    assert_eq!(form(&refused, "close-form").value("to_finder"), "応答がありません。", "nothing typed is lost");

    desk.matter.identified(&desk.world).await;
    desk.matter.contacted(&desk.world).await;
    desk.matter.informed(&desk.world).await;
    desk.matter.answered(&desk.world, OperatorAnswer::PageRemoved).await;
    let page = desk.browser.get(&desk.way("")).await;
    assert!(words(&page).contains("当該ページ"), "the first page says which ending fits: {}", words(&page));
    let close = form(&page, "close-form");
    assert_eq!(close.value("ending"), "page_removed");
    assert!(!close.value("to_operator").is_empty(), "words for the operator are proposed");
    let ended = close.done(&mut desk.browser).await;
    assert!(!has_form(&ended, "close-form") && !has_form(&ended, "send-details-form"));
}

#[tokio::test]
async fn the_second_tab_of_a_website_case_is_told_and_keeps_what_was_typed() {
    let place = Place::sqlite("sites-stale");
    let mut desk = Desk::open(&place).await;
    let mut other = desk.browser.clone();
    let old = other.get(&desk.way("/operator")).await;
    desk.fills("", SiteAction::Note, &[("text", "先に書いた。")]).await;
    let late = form(&old, "identify-operator-form").with("name", "三十分かけて調べた").send(&mut other).await;
    assert_eq!(late.status, 409);
    assert!(words(&late).contains("ご覧になっていた間に内容が変わりました"), "{}", words(&late));
    let again = form(&late, "identify-operator-form");
    assert_eq!(again.value("name"), "三十分かけて調べた");
    let page = again.done(&mut other).await;
    assert!(words(&page).contains("三十分かけて調べた"), "it comes back to the page on which it stood");
}

#[tokio::test]
async fn what_people_wrote_about_a_website_is_never_markup() {
    let place = Place::sqlite("sites-hostile");
    let mut desk = Desk::open(&place).await;
    let hostile = "<script>alert(1)</script>";
    let known = [("name", hostile), ("category", "company"), ("means_1", "mail"), ("to_1", hostile)];
    desk.fills("/operator", SiteAction::IdentifyOperator, &known).await;
    desk.fills("/operator", SiteAction::CheckSource, &[("source", "site"), ("note", hostile)]).await;
    desk.fills("", SiteAction::Note, &[("text", hostile)]).await;
    desk.fills("/outside", SiteAction::SuspectLeak, &[("suspected", "yes"), ("note", hostile)]).await;
    for part in ["", "/operator", "/talk", "/outside", "/ending"] {
        for language in ["ja", "en"] {
            let way = desk.way(part).replacen("/ja/", &format!("/{language}/"), 1);
            let page = desk.browser.get(&way).await;
            assert_eq!(page.status, 200, "{way}");
            assert!(!page.text().contains(hostile), "{way}");
            let title = page.text().split("</title>").next().unwrap_or_default().to_owned();
            assert!(!title.contains(HOST), "the window's title tells nothing: {title}");
        }
    }
}
