//! Telling others, and what developers and finders ask of the bodies: on the pages of all sides.

use casework::CaseOrder;
use rulebook::case::Thread;

use crate::common::scene::Scene;
use crate::common::{Browser, Place, Reply, World};
use crate::paper::{Paper, form, has_form, words};

async fn scene(place: &Place) -> Scene {
    Scene::play(World::open(place).await).await
}

fn way(scene: &Scene, part: &str) -> String {
    format!("/ja/desk/cases/{}/outreach{part}", scene.main.number)
}

fn own(scene: &Scene, part: &str) -> String {
    format!("/ja/developer/cases/{}{part}", scene.main.number)
}

fn filled(page: &Reply, id: &str, fields: &[(&str, &str)]) -> Paper {
    fields.iter().fold(form(page, id), |paper, (name, value)| paper.with(name, value))
}

/// A developer sends one of its forms, on the page as it is.
async fn said(scene: &Scene, browser: &mut Browser, part: &str, fields: &[(&str, &str)]) -> Reply {
    let seen = browser.get(&own(scene, "")).await.seen();
    let mut all = fields.to_vec();
    all.push(("seen", &seen));
    browser.post(&own(scene, part), &all).await
}

#[tokio::test]
async fn others_are_told_under_an_agreement_and_get_a_package() {
    let place = Place::sqlite("outreach-told");
    let scene = scene(&place).await;
    let mut coordinator = scene.browser(scene.coordinator).await;
    let page = coordinator.get(&way(&scene, "")).await;
    let told = [
        ("ground", "large-influence-overseas"),
        ("kind", "overseas-coordinator"),
        ("name", "CERT/EX"),
        ("contact", "cert@cert.example"),
        ("purpose", "Reach the developers in Europe"),
    ];
    let refused = filled(&page, "disclose-form", &told).send(&mut coordinator).await;
    assert_eq!(refused.status, 422);
    let text = words(&refused);
    assert!(text.contains("今日有効な秘密保持契約が記録されていません") && text.contains("Ⅳ.4.5.イ"), "{text}");
    assert!(refused.text().contains("Reach the developers in Europe"), "nothing typed is lost");
    let missing = form(&page, "disclose-form").send(&mut coordinator).await;
    assert!(missing.status == 422 && words(&missing).contains("理由を選んでください。"));

    let nda = [("with", "CERT/EX"), ("on", "2026-11-01"), ("reference", "契約書 2026-7")];
    let page = filled(&page, "nda-form", &nda).done(&mut coordinator).await;
    let paper = filled(&page, "disclose-form", &told).with("nda", "1").without("tick_threat");
    let page = paper.done(&mut coordinator).await;
    assert!(words(&page).contains("CERT/EX") && words(&page).contains("TLP:AMBER+STRICT"));

    // The package: in English, of what was ticked, without the finder; as a page and as data.
    let package = coordinator.get(&way(&scene, "/packages/1").replace("/ja/", "/en/")).await;
    let text = words(&package);
    assert!(text.contains("TLP:AMBER+STRICT") && text.contains("Reach the developers in Europe"), "{text}");
    assert!(
        text.contains("検索欄に細工した文字列") && !text.contains("任意のスクリプト"),
        "what was not ticked is not in it"
    );
    assert!(!text.contains("発見 一郎"));
    let data = coordinator.get(&way(&scene, "/packages/1/json")).await;
    assert!(data.header("content-disposition").starts_with("attachment;"));
    let data: serde_json::Value = serde_json::from_slice(&data.bytes).expect("JSON");
    assert_eq!((&data["tlp"], &data["to"]["name"]), (&"TLP:AMBER+STRICT".into(), &"CERT/EX".into()));
    assert!(data["content"]["steps"].is_string() && data["content"].get("threat").is_none());

    // The other body sees that and why it was told, and opens no package of it.
    let mut desk = scene.browser(scene.desk).await;
    let page = desk.get(&way(&scene, "")).await;
    assert!(words(&page).contains("CERT/EX") && !page.text().contains("/packages/1"));
    assert_eq!(desk.get(&way(&scene, "/packages/1")).await.status, 404);
    // Its own list needs no agreement for those who use the product.
    let told =
        [("ground", "product-in-use"), ("kind", "using-site"), ("name", "甲市役所"), ("purpose", "利用者への注意")];
    filled(&page, "disclose-form", &told).done(&mut desk).await;
}

#[tokio::test]
async fn an_agreement_is_printed_to_be_signed() {
    let place = Place::sqlite("outreach-nda");
    let scene = scene(&place).await;
    let mut coordinator = scene.browser(scene.coordinator).await;
    let page = coordinator.get(&way(&scene, "")).await;
    let paper = filled(&page, "agreement-form", &[("with", "Foreign CERT"), ("address", "1 Main Street, Sampletown")]);
    let years = paper.clone().with("years", "百").send(&mut coordinator).await;
    assert!(years.status == 422 && words(&years).contains("1から20まで") && years.text().contains("Foreign CERT"));
    let pdf = paper.send(&mut coordinator).await;
    assert_eq!((pdf.status.as_u16(), pdf.header("content-type")), (200, "application/pdf"), "{}", words(&pdf));
    assert!(pdf.bytes.starts_with(b"%PDF-"));
}

#[tokio::test]
async fn a_developer_asks_and_the_bodies_answer() {
    let place = Place::sqlite("outreach-asked");
    let scene = scene(&place).await;
    let mut developer = scene.browser(scene.first.member).await;
    let mut coordinator = scene.browser(scene.coordinator).await;
    let mut desk = scene.browser(scene.desk).await;

    // About a site: the receiving body answers with the operator's consent.
    assert_eq!(said(&scene, &mut developer, "/site", &[("why", "")]).await.status, 422);
    assert_eq!(said(&scene, &mut developer, "/site", &[("why", "版 3.2 で再現できません。")]).await.status, 303);
    let again = said(&scene, &mut developer, "/site", &[("why", "もう一度")]).await;
    assert!(again.status == 422 && again.text().contains("もう一度"), "one question at a time, and nothing is lost");
    assert!(!has_form(&coordinator.get(&way(&scene, "")).await, "site-1-form"));
    let page = desk.get(&way(&scene, "")).await;
    let answer = form(&page, "site-1-form").with("do", "give").with("information", "設定 A で再現します。");
    let refused = answer.send(&mut desk).await;
    assert!(refused.status == 422 && words(&refused).contains("承諾"), "{}", words(&refused));
    answer.with("consent", "運営者が11月20日に電話で承諾").done(&mut desk).await;
    let page = words(&developer.get(&own(&scene, "")).await);
    assert!(page.contains("設定 A で再現します。") && !page.contains("電話で承諾"), "{page}");

    // Users early: the coordinator allows it with the request that goes along.
    let ask = [("whom", "保守契約のある顧客"), ("day", "2026-12-10"), ("how", "個別に連絡")];
    assert_eq!(said(&scene, &mut developer, "/users", &ask).await.status, 303);
    let page = coordinator.get(&way(&scene, "")).await;
    let paper = form(&page, "users-1-form");
    assert!(paper.value("text").contains("第三者に開示しないでください"), "the request is drafted");
    paper.with("do", "allow").done(&mut coordinator).await;
    let page = developer.get(&own(&scene, "")).await;
    assert!(words(&page).contains("次の要請を、通知に必ず添えてください"));
    assert_eq!(
        said(&scene, &mut developer, "/told", &[("all", "yes")]).await.status,
        422,
        "all of them needs evidence"
    );
    let told = [("all", "yes"), ("evidence", "全1,204社の受領記録")];
    assert_eq!(said(&scene, &mut developer, "/told", &told).await.status, 303);
    let page = coordinator.get(&way(&scene, "")).await;
    assert!(
        page.text().contains("/ending?drop=all-users-told&#38;by=1#drop")
            || page.text().contains("drop=all-users-told")
    );

    // What it means for others goes to the developers that have the details.
    let affects = form(&page, "affects-form").with("summary", "組み込み製品にも影響します。");
    affects.done(&mut coordinator).await;
    assert!(words(&developer.get(&own(&scene, "")).await).contains("組み込み製品にも影響します。"));
}

#[tokio::test]
async fn finder_and_developer_talk_when_both_agree() {
    let place = Place::sqlite("outreach-talk");
    let scene = scene(&place).await;
    let (mut finder, mut developer) = (scene.finder().await, scene.browser(scene.first.member).await);
    let mut coordinator = scene.browser(scene.coordinator).await;
    assert!(words(&finder.get("/ja/progress/report").await).contains("直接やり取りしたいときは"));
    let page = finder.get("/ja/progress/talk").await;
    form(&page, "wish-form").done(&mut finder).await;
    assert!(!words(&developer.get(&own(&scene, "")).await).contains("発見者から、直接のやり取りの希望"));

    // The coordinator chooses to whom it goes; the other developer hears nothing.
    let page = coordinator.get(&way(&scene, "")).await;
    form(&page, "talk-1-form").with("to", "1").with("do", "pass").done(&mut coordinator).await;
    let mut other = scene.browser(scene.second.member).await;
    assert!(!words(&other.get(&own(&scene, "")).await).contains("直接のやり取り"));
    assert_eq!(said(&scene, &mut other, "/talk", &[("agrees", "yes")]).await.status, 422);
    assert_eq!(said(&scene, &mut developer, "/talk", &[("agrees", "")]).await.status, 422);
    assert_eq!(said(&scene, &mut developer, "/talk", &[("agrees", "yes")]).await.status, 303);

    let page = finder.get("/ja/progress/talk").await;
    assert!(words(&page).contains("株式会社みはらしソフト"), "it learns with whom it talks");
    let empty = form(&page, "write-form").send(&mut finder).await;
    assert_eq!(empty.status, 422);
    let page = form(&page, "write-form").with("text", "再現の手順を補います。").done(&mut finder).await;
    let stale = form(&page, "write-form").with("text", "続きです。");
    assert_eq!(said(&scene, &mut developer, "/direct", &[("text", "ありがとうございます。")]).await.status, 303);
    let stale = stale.send(&mut finder).await;
    assert!(
        stale.status == 409 && stale.text().contains("続きです。") && stale.text().contains("ありがとうございます。")
    );

    // It stays apart from what the coordinator writes, and both bodies read it.
    scene
        .act(
            scene.coordinator,
            CaseOrder::Write { thread: Thread::Developer(scene.first.id), text: "調整の連絡".into() },
        )
        .await;
    assert!(!finder.get("/ja/progress/talk").await.text().contains("調整の連絡"));
    let page = developer.get(&own(&scene, "")).await.text();
    assert_eq!(page.matches("再現の手順を補います。").count(), 1);
    let mut desk = scene.browser(scene.desk).await;
    assert!(desk.get(&way(&scene, "")).await.text().contains("再現の手順を補います。"));
    assert!(!other.get(&own(&scene, "")).await.text().contains("再現の手順を補います。"));
}

#[tokio::test]
async fn a_wish_that_is_not_passed_on_says_nothing_of_why() {
    let place = Place::sqlite("outreach-declined");
    let scene = scene(&place).await;
    let mut developer = scene.browser(scene.second.member).await;
    assert_eq!(said(&scene, &mut developer, "/wish", &[]).await.status, 303);
    let mut desk = scene.browser(scene.desk).await;
    let page = desk.get(&way(&scene, "")).await;
    form(&page, "talk-1-form").with("do", "decline").done(&mut desk).await;
    let page = words(&developer.get(&own(&scene, "")).await);
    assert!(page.contains("今回は、直接のやり取りには至りませんでした"), "{page}");
    assert!(!words(&scene.finder().await.get("/ja/progress/report").await).contains("至りませんでした"));
}
