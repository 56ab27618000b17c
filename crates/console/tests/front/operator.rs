//! A website's operator, from the mail or the letter to the thanks: who gets in, what is seen, what is said.

use casework::{Actor, Principal};
use rulebook::case::{AttemptOutcome, ContactMeans};
use rulebook::party::{Party, Role};
use rulebook::site::{
    FixCheck, OperatorAnswer, OperatorConsent, SiteAction, SiteCommand, SiteEnding, SiteField, SiteStage,
};

use crate::common::scene::mails;
use crate::common::sites::{HOST, OPERATOR, OPERATOR_MAIL, SiteMatter, site_accepted};
use crate::*;

pub(super) const PAGE: &str = "/ja/operator";

/// A case whose operator was written to.
pub(super) async fn told(test: &str) -> (Place, World, SiteMatter) {
    let (place, world) = world(test).await;
    let desk = world.account("desk", "受付 花子", Role::ReceivingDesk).await;
    let matter = site_accepted(&world, desk).await;
    matter.identified(&world).await;
    matter.contacted(&world).await;
    (place, world, matter)
}

/// Link and code of every mail to the operator.
pub(super) async fn ways(world: &World) -> Vec<(String, String)> {
    world.settle().await;
    let own = mails(world).into_iter().filter(|mail| mail.to == OPERATOR_MAIL);
    own.filter_map(|mail| {
        let path = mail.text.split("noroshi.example").nth(1)?.split_whitespace().next()?.to_owned();
        let code = mail.text.split("確認番号：").nth(1)?.chars().take(6).collect();
        Some((path, code))
    })
    .collect()
}

/// The way that was mailed since.
async fn new_way(world: &World, before: &[(String, String)]) -> (String, String) {
    let now = ways(world).await;
    now.into_iter().find(|way| !before.contains(way)).expect("a mail with a link")
}

/// Sends the details.
async fn details(world: &World, matter: &SiteMatter) {
    let fields = vec![SiteField::Url, SiteField::Kind, SiteField::Steps, SiteField::Threat];
    let advice = "検索の部品を新しくしてください。".to_owned();
    let send = SiteCommand::SendDetails { fields, advice, attachments: vec![] };
    matter.act(world, matter.desk, send).await;
}

/// A case with its details opened, and the operator's browser.
pub(super) async fn informed(test: &str) -> (Place, World, SiteMatter, Browser) {
    let (place, world, matter) = told(test).await;
    let (path, code) = ways(&world).await.remove(0);
    let mut shop = world.browser();
    let who = [("code", code.as_str()), ("person", "小町 晴"), ("mail", OPERATOR_MAIL)];
    assert_eq!(shop.post_bare(&path, &who).await.location(), PAGE);
    details(&world, &matter).await;
    let seen = shop.get(PAGE).await.seen();
    assert_eq!(shop.post("/ja/operator/details", &[("seen", &seen)]).await.status, 303);
    (place, world, matter, shop)
}

pub(super) async fn post(browser: &mut Browser, way: &str, fields: &[(&str, &str)]) -> Reply {
    let seen = browser.get(PAGE).await.seen();
    let all: Vec<_> = fields.iter().copied().chain([("seen", seen.as_str())]).collect();
    browser.post(&format!("{PAGE}/{way}"), &all).await
}

#[tokio::test]
async fn a_shop_owner_reads_of_a_weak_spot_and_says_that_it_is_repaired() {
    let (_place, world, matter) = told("operator-mail").await;
    let first = ways(&world).await;
    let (path, code) = first[0].clone();
    for mail in mails(&world) {
        assert!(!mail.subject.contains(HOST) && !mail.text.contains(HOST) && !mail.text.contains(OPERATOR));
        assert!(!mail.subject.contains(&code), "the code stands in the mail alone");
    }
    let mut shop = world.browser();
    for _ in 0..2 {
        let page = shop.get(&path).await;
        assert_eq!(page.status, 200);
        assert!(page.header("set-cookie").is_empty(), "looking opens no session");
        assert!(page.text().contains(&matter.number) && !page.text().contains(HOST), "nothing of the site");
        assert!(page.text().contains("本物の連絡かどうかを確かめるには"));
    }
    let wrong = shop.post_bare(&path, &[("code", "x"), ("person", "小町 晴"), ("mail", "まちがい")]).await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.text().contains("value=\"小町 晴\"") && wrong.text().contains("value=\"まちがい\""));
    let who = [("code", code.as_str()), ("person", "小町 晴"), ("mail", OPERATOR_MAIL)];
    let entered = shop.post_bare(&path, &who).await;
    assert_eq!((entered.status.as_u16(), entered.location()), (303, PAGE));
    let page = shop.follow(entered).await.text();
    assert!(page.contains("くわしい内容を用意しています") && page.contains(OPERATOR_MAIL));
    assert!(!page.contains("検索欄に文字列"), "no details before the desk gives them");

    details(&world, &matter).await;
    let (path, code) = new_way(&world, &first).await;
    let mut phone = world.browser();
    let entered = phone.post_bare(&path, &[("code", &code)]).await;
    let page = phone.follow(entered).await.text();
    for words in [HOST, "クロスサイト・スクリプティング", "検索欄に文字列", "検索の部品を新しく", "直していただく目安"]
    {
        assert!(page.contains(words), "{words}");
    }
    assert_eq!(page.matches("operator-choice\"").count(), 5, "five things to do");
    let view = world.office.site_page(matter.site, matter.desk).await.expect("the desk sees it").view;
    assert_eq!(view.received_on, Some(world.office.now().today), "the months run from here (Ⅴ.4.1)");
    let told = [("form", "fixed"), ("answer", "fixed"), ("text", "検索の部品を入れ替えました")];
    let sent = post(&mut phone, "answer", &told).await;
    assert_eq!(sent.location(), "/ja/operator?done=operator-fixed");
    let page = phone.follow(sent).await.text();
    assert!(page.contains("直したとのお知らせを受け取りました"));
    let seen = world.office.site_page(matter.site, matter.finder()).await.expect("the finder sees it");
    assert_eq!(seen.view.stage, SiteStage::FixReported);
    let mut finder = world.as_principal(Principal::Finder(matter.receipt.report)).await;
    let page = finder.get("/ja/progress/report").await.text();
    assert!(page.contains("運営者から、直したという連絡がありました") && page.contains("運営者に内容を伝えた日"));
    assert!(!page.contains(OPERATOR) && !page.contains("小町 晴") && !page.contains("検索の部品を入れ替えました"));
    assert!(!page.contains("準備中"));
    world.clock.advance(60);
    let gone = SiteCommand::CheckFix { result: FixCheck::Gone, note: String::new() };
    matter.act(&world, matter.desk, gone).await;
    assert!(phone.get(PAGE).await.text().contains("直っていることを確かめました"));
}

#[tokio::test]
async fn a_code_is_tried_five_times_and_a_new_link_ends_the_one_before() {
    let (_place, world, matter) = told("operator-code").await;
    let first = ways(&world).await;
    let (path, code) = first[0].clone();
    let wrong = if code == "000000" { "000001" } else { "000000" };
    let guess = [("code", wrong), ("person", "だれか"), ("mail", "guess@elsewhere.example")];
    for _ in 0..5 {
        let reply = world.browser().post_bare(&path, &guess).await;
        assert_eq!(reply.status, 422);
        assert!(reply.text().contains("確認番号が違います") && !reply.text().contains(wrong));
    }
    let right = [("code", code.as_str()), ("person", "小町 晴"), ("mail", OPERATOR_MAIL)];
    assert_eq!(world.browser().post_bare(&path, &right).await.status, 410, "even the right one is too late");
    let view = world.office.site_page(matter.site, matter.desk).await.expect("the desk sees it").view;
    assert!(view.contact.is_none());

    matter.contacted(&world).await;
    let second = new_way(&world, &first).await;
    matter.contacted(&world).await;
    let third = new_way(&world, &[first[0].clone(), second.clone()]).await;
    assert_eq!(world.browser().get(&second.0).await.status, 410, "a newer one was sent");
    assert_eq!(world.browser().get(&third.0).await.status, 200);
    let mut shop = world.browser();
    let who = [("code", third.1.as_str()), ("person", "小町 晴"), ("mail", OPERATOR_MAIL)];
    assert_eq!(shop.post_bare(&third.0, &who).await.status, 303);
    let used = world.browser().get(&third.0).await;
    assert!(used.status == 410 && used.text().contains("使用済み"));
    assert_eq!(world.browser().get(PAGE).await.location(), "/ja/operator/again");
}

#[tokio::test]
async fn a_new_link_goes_to_the_confirmed_address_alone() {
    let (_place, world, matter, _) = informed("operator-again").await;
    let before = ways(&world).await.len();
    let mut answers = Vec::new();
    for (number, mail) in [(matter.number.as_str(), "somebody@elsewhere.example"), ("VW00000000", OPERATOR_MAIL)] {
        let reply = world.browser().post_bare("/ja/operator/again", &[("number", number), ("mail", mail)]).await;
        assert_eq!(reply.status, 200);
        answers.push(reply.text());
    }
    assert_eq!(ways(&world).await.len(), before, "nobody else is written to");
    let asks = [("number", matter.number.as_str()), ("mail", OPERATOR_MAIL)];
    answers.push(world.browser().post_bare("/ja/operator/again", &asks).await.text());
    assert_eq!(ways(&world).await.len(), before + 1);
    assert!(answers.iter().all(|html| html == &answers[0]), "the answer tells nothing");
    let wrong = world.browser().post_bare("/ja/operator/again", &[("number", ""), ("mail", "まちがい")]).await;
    assert!(wrong.status == 422 && wrong.text().contains("value=\"まちがい\""));
}

#[tokio::test]
async fn the_contractor_repairs_and_decides_nothing() {
    let (_place, world, matter, mut shop) = informed("operator-contractor").await;
    let page = post(&mut shop, "forward", &[("form", "forward"), ("to", "")]).await;
    assert_eq!(page.status, 422);
    let page = post(&mut shop, "forward", &[("form", "forward"), ("to", "まちの制作社")]).await;
    assert_eq!(page.status, 200);
    let html = page.text();
    let path = html.split("noroshi.example").nth(1).and_then(|rest| rest.split_whitespace().next()).expect("a link");
    let code = html.split("operator-code\"><strong>").nth(1).map(|rest| &rest[..6]).expect("a code");
    assert!(!html.split("<pre").nth(1).is_some_and(|letter| letter.contains(code)), "not in the same letter");
    let view = world.office.site_page(matter.site, matter.desk).await.expect("the desk sees it").view;
    assert_eq!(view.forwards.len(), 1, "to whom is on record");

    let mut maker = world.browser();
    let entry = maker.get(path).await.text();
    assert!(!entry.contains(HOST) && entry.contains("name=\"promise\""));
    assert_eq!(maker.post_bare(path, &[("code", code)]).await.status, 422, "not without the promise");
    let entered = maker.post_bare(path, &[("code", code), ("promise", "yes")]).await;
    let page = maker.follow(entered).await.text();
    assert!(
        page.contains("検索欄に文字列") && !page.contains("id=\"do-forward\"") && !page.contains("id=\"do-disagree\"")
    );
    for (way, fields) in [
        ("forward", vec![("form", "forward"), ("to", "そのまた先")]),
        ("answer", vec![("form", "disagree"), ("answer", "will_not_act"), ("text", "直さない")]),
        ("wish", vec![("form", "wish")]),
    ] {
        assert_eq!(post(&mut maker, way, &fields).await.status, 404, "{way}");
    }
    let done = post(&mut maker, "answer", &[("form", "fixed"), ("answer", "fixed")]).await;
    assert_eq!(done.status, 303);
    assert!(shop.get(PAGE).await.text().contains("直したとのお知らせを受け取りました"));
    let again = post(&mut shop, "forward", &[("form", "forward"), ("to", "別の制作社")]).await;
    assert_eq!(again.status, 200);
    assert_eq!(world.browser().get(path).await.status, 410);
}

#[tokio::test]
async fn questions_consents_and_talks_go_over_the_page() {
    let (_place, world, matter, mut shop) = informed("operator-talks").await;
    let seen = shop.get(PAGE).await.seen();
    let fields = [("form", "message"), ("text", "どの<b>部品</b>ですか"), ("seen", seen.as_str())];
    let files = [Upload { field: "attachments", name: "screen.png", bytes: b"screen" }];
    assert_eq!(shop.post_files("/ja/operator/message", &fields, &files).await.status, 303);
    let page = shop.get(PAGE).await.text();
    assert!(page.contains("部品") && !page.contains("<b>部品"), "text is text");
    let way = page.split("/operator/files/").nth(1).and_then(|rest| rest.split('"').next()).expect("the file");
    assert_eq!(shop.get(&format!("/ja/operator/files/{way}")).await.bytes, b"screen");

    matter.act(&world, matter.desk, SiteCommand::AskConsent(OperatorConsent::Analysis)).await;
    assert_eq!(post(&mut shop, "consent", &[("form", "consent"), ("what", "analysis")]).await.status, 422);
    let yes = [("form", "consent"), ("what", "analysis"), ("agrees", "yes")];
    assert_eq!(post(&mut shop, "consent", &yes).await.status, 303);
    let feared = SiteCommand::SuspectLeak { suspected: true, note: "氏名が見えた".into() };
    matter.act(&world, matter.desk, feared).await;
    let page = shop.get(PAGE).await.text();
    assert!(
        page.contains("個人情報の漏えいを公表したら") && !page.contains("氏名が見えた"),
        "the desk's reason is its own"
    );
    let public = [("form", "leak"), ("url", "https://www.komachi.example/news"), ("items", "outline")];
    assert_eq!(post(&mut shop, "leak", &public).await.status, 303);

    assert_eq!(post(&mut shop, "wish", &[("form", "wish")]).await.status, 303);
    let (wisher, report) = (Party::SiteOperator(matter.site), matter.receipt.report);
    matter.act(&world, matter.desk, SiteCommand::PassTalk { wisher, report }).await;
    let said = post(&mut shop, "direct", &[("form", "direct"), ("place", "1"), ("text", "どう試しましたか")]).await;
    assert_eq!(said.location(), "/ja/operator?done=operator-direct");
    assert!(shop.get(PAGE).await.text().contains("どう試しましたか"));
    let mut finder = world.as_principal(Principal::Finder(report)).await;
    let page = finder.get("/ja/progress/operator").await;
    assert!(page.text().contains("どう試しましたか"), "the finder's consent was on its report");
    let seen = page.seen();
    let empty = finder.post("/ja/progress/operator/message", &[("text", ""), ("seen", &seen)]).await;
    assert_eq!(empty.status, 422);
    let told = [("text", "検索欄に入れました"), ("seen", seen.as_str())];
    assert_eq!(finder.post("/ja/progress/operator/message", &told).await.status, 303);
    assert!(shop.get(PAGE).await.text().contains("検索欄に入れました"));
    let end = casework::sites::SiteOrder::Close {
        ending: SiteEnding::ApplicationFixed,
        to_finder: "直ったことを確かめました。".into(),
        to_operator: "ありがとうございました。".into(),
    };
    matter
        .act(
            &world,
            matter.operator(),
            SiteCommand::Answer { answer: OperatorAnswer::Fixed, words: String::new(), ready_on: None },
        )
        .await;
    matter.act(&world, matter.desk, end).await;
    let page = finder.get("/ja/progress/report").await.text();
    assert!(
        page.contains("直ったことを確かめました。") && page.contains("効力を失いました"),
        "the request lapsed (Ⅴ.3.4)"
    );
    assert!(shop.get(PAGE).await.text().contains("ありがとうございました。"));
}

#[tokio::test]
async fn every_form_says_what_is_wrong_and_keeps_what_was_typed() {
    let (_place, _world, _matter, mut shop) = informed("operator-wrong").await;
    for (way, fields) in [
        ("answer", vec![("form", "fixed"), ("text", "直した<i>つもり")]),
        ("answer", vec![("form", "will-fix"), ("ready_on", "あした"), ("text", "直した<i>つもり")]),
        ("answer", vec![("form", "will-fix"), ("ready_on", "2020-01-01"), ("text", "直した<i>つもり")]),
        ("answer", vec![("form", "help"), ("text", "直した<i>つもり")]),
        ("answer", vec![("form", "disagree"), ("text", "直した<i>つもり")]),
    ] {
        let reply = post(&mut shop, way, &fields).await;
        assert_eq!(reply.status, 422, "{fields:?}");
        assert!(reply.text().contains("つもり") && !reply.text().contains("<i>つもり"), "{fields:?}");
    }
    for (way, fields) in [
        ("answer", vec![("form", "help"), ("answer", "needs_help"), ("text", "")]),
        ("leak", vec![("form", "leak"), ("url", "x")]),
        ("talk", vec![("form", "talk"), ("agrees", "yes")]),
        ("consent", vec![("form", "consent"), ("what", "analysis"), ("agrees", "yes")]),
    ] {
        assert_eq!(post(&mut shop, way, &fields).await.status, 422, "{fields:?}");
    }
    let stale =
        [("form", "help"), ("answer", "needs_help"), ("text", "分かりません"), ("seen", "000000000000000000000000")];
    let reply = shop.post("/ja/operator/answer", &stale).await;
    assert!(reply.status == 409 && reply.text().contains("分かりません"));
    assert_eq!(shop.post_bare("/ja/operator/answer", &stale).await.status, 403, "a form of the session");
    assert_eq!(shop.post("/ja/operator/leave", &[]).await.location(), "/ja/operator/again?left=yes");
    assert_eq!(shop.get(PAGE).await.location(), "/ja/operator/again");
}

#[tokio::test]
async fn a_letter_opens_the_page_as_a_mail_does() {
    let (_place, world, matter) = told("operator-letter").await;
    let old = ways(&world).await.remove(0);
    let mut desk = world.as_account(matter.desk.account.expect("an account")).await;
    let base = format!("/ja/desk/sites/{}", matter.number);
    let form = desk.get(&format!("{base}/letter")).await;
    assert_eq!(form.status, 200);
    let typed = |seen: &str| {
        let fields = [
            ("seen", seen),
            ("means", "post"),
            ("organisation", OPERATOR),
            ("postal_code", "399-8205"),
            ("address", "長野県架空市豊科7-7-7"),
            ("answer_by", "2026-12-05"),
            ("language", "ja"),
        ];
        fields.map(|(name, value)| (name, value.to_owned()))
    };
    let mut fields = typed(&form.seen());
    fields[4].1 = String::new();
    let wrong: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let reply = desk.post(&format!("{base}/letter.pdf"), &wrong).await;
    assert!(reply.status == 422 && reply.text().contains("value=\"399-8205\""));
    assert_eq!(world.browser().get(&old.0).await.status, 200, "nothing was handed out");
    let fields = typed(&form.seen());
    let right: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let paper = desk.post(&format!("{base}/letter.pdf"), &right).await;
    assert_eq!((paper.status.as_u16(), paper.header("content-type")), (200, "application/pdf"));
    let name = format!("attachment; filename=\"{}.pdf\"", matter.number);
    assert_eq!(paper.header("content-disposition"), name, "nothing of the site in the name");
    assert!(paper.bytes.starts_with(b"%PDF-"));
    assert_eq!(world.browser().get(&old.0).await.status, 410, "the link before is over");
    let view = world.office.site_page(matter.site, matter.desk).await.expect("the desk sees it").view;
    let last = view.attempts.last().expect("an attempt");
    assert_eq!((last.means, last.outcome, last.link), (ContactMeans::Post, AttemptOutcome::Waiting, true));

    let seen = desk.get(&format!("{base}/letter")).await.seen();
    let words =
        [("seen", seen.as_str()), ("means", "web-form"), ("to", "https://www.komachi.example/ask"), ("language", "ja")];
    let page = desk.post(&format!("{base}/words"), &words).await;
    assert_eq!(page.status, 200);
    let html = page.text();
    assert!(
        !html.replace("https://www.komachi.example/ask", "").contains(HOST) && !html.contains(OPERATOR),
        "not even by mistake"
    );
    let path = html.split("noroshi.example").nth(1).and_then(|rest| rest.split_whitespace().next()).expect("a link");
    let code = html.split("operator-code\"><strong>").nth(1).map(|rest| &rest[..6]).expect("a code");
    let who = [("code", code), ("person", "小町 晴"), ("mail", OPERATOR_MAIL)];
    assert_eq!(world.browser().post_bare(path, &who).await.status, 303);
    let actor: Actor = matter.operator();
    let page = world.office.site_page(matter.site, actor).await.expect("its own");
    assert!(page.refusal(SiteAction::ConfirmOperator).is_some(), "it is confirmed");
}
