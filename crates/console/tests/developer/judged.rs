//! A judgement on publication on its developer's page: what it is told, its opinion, the result, its view.

use rulebook::case::judgement::Verdict;

use crate::common::judged::{announced, passed, view_asked};
use crate::common::{Browser, Place, Reply};
use crate::{scene, way};

/// Sends a form of the main case's page.
async fn send(browser: &mut Browser, page: &str, form: &str, fields: &[(&str, &str)]) -> Reply {
    let seen = browser.get(page).await.seen();
    browser.post(&format!("{page}/{form}"), &[fields, &[("seen", seen.as_str())]].concat()).await
}

#[tokio::test]
async fn it_is_told_of_the_judgement_and_gives_its_opinion() {
    let place = Place::sqlite("judged-opinion");
    let scene = scene(&place).await;
    let page = way(&scene.main, "");
    let mut first = scene.browser(scene.first.member).await;
    assert!(!first.get(&page).await.text().contains("公表判定"), "nothing before it is told");
    assert_eq!(send(&mut first, &page, "opinion", &[("text", "早すぎる意見")]).await.status, 422);

    announced(&scene).await;
    let told = first.get(&page).await.text();
    for item in [
        "検索欄のクロスサイト・スクリプティング",
        "受付機関でも再現した記録",
        "最初のご連絡",
        "公表予定の文案です。",
        "公表判定委員会事務局",
        "2026年12月5日",
    ] {
        assert!(told.contains(item), "Ⅳ.3.(2).3.ア: {item}");
    }
    // What is the committee's own, and the coordinator's.
    for secret in ["三度の協議", "四条件を満たす", "律野", "案件の記録", "psirt@miharashi.example\""]
    {
        assert!(!told.contains(secret), "{secret}");
    }
    let mut second = scene.browser(scene.second.member).await;
    assert!(!second.get(&page).await.text().contains("公表判定"), "another developer hears nothing of it");
    assert_eq!(send(&mut second, &page, "opinion", &[("text", "横からの意見")]).await.status, 422);

    let empty = send(&mut first, &page, "opinion", &[("text", "")]).await;
    assert_eq!(empty.status, 422);
    let taken = send(&mut first, &page, "opinion", &[("text", "更新の<b>準備</b>が済むまで待ってほしい")]).await;
    assert_eq!(taken.location(), format!("{page}?done=opinion"));
    let after = first.follow(taken).await.text();
    assert!(after.contains("notice-success") && after.contains("更新の"));
    assert!(!after.contains("<b>準備</b>"), "what people write is never markup");
    // The holder of a one-time link has the same page, and may add to it.
    let mut link = scene.link(scene.first, &scene.main).await;
    assert_eq!(send(&mut link, &page, "opinion", &[("text", "補足します")]).await.status, 303);
    let desk = scene.browser(scene.desk).await.get(&format!("/ja/desk/cases/{}/judgement", scene.main.number)).await;
    assert!(desk.text().contains("補足します") && desk.text().contains("株式会社みはらしソフト"));
}

#[tokio::test]
async fn it_reads_the_result_and_gives_its_view() {
    let place = Place::sqlite("judged-view");
    let scene = scene(&place).await;
    let page = way(&scene.main, "");
    view_asked(&scene).await;
    let mut first = scene.browser(scene.first.member).await;
    let told = first.get(&page).await.text();
    assert!(told.contains("公表する") && told.contains("判定の理由です。"), "Ⅳ.3.(2).6");
    assert!(!told.contains("四条件を順に審議した"), "the minutes are the committee's");
    assert_eq!(send(&mut first, &page, "opinion", &[("text", "遅い意見")]).await.status, 422, "it is decided");

    let nothing = send(&mut first, &page, "view", &[("text_ja", "書きかけの見解")]).await;
    assert_eq!(nothing.status, 422);
    assert!(nothing.text().contains("書きかけの見解"), "what was typed stays");
    assert_eq!(send(&mut first, &page, "view", &[("shown", "yes"), ("text_ja", " ")]).await.status, 422);
    let view = [("shown", "yes"), ("text_ja", "当社は更新を勧めます。"), ("text_en", "We advise to update.")];
    let taken = send(&mut first, &page, "view", &view).await;
    assert_eq!(taken.location(), format!("{page}?done=view"));
    let shown = first.follow(taken).await.text();
    assert!(shown.contains("併記を希望する") && shown.contains("We advise to update."));
    // It may change its mind until the publication.
    assert_eq!(send(&mut first, &page, "view", &[("shown", "no")]).await.status, 303);
    assert!(first.get(&page).await.text().contains("併記を希望しない"));
    let english = first.get(&page.replacen("/ja/", "/en/", 1)).await;
    assert_eq!(english.status, 200);
}

#[tokio::test]
async fn it_is_told_why_nothing_is_published_and_what_is_sent_back() {
    for (verdict, words) in [(Verdict::NotPublish, "公表しない"), (Verdict::SentBack, "調整を続けられる")]
    {
        let place = Place::sqlite(&format!("judged-{}", verdict.word()));
        let scene = scene(&place).await;
        let members = announced(&scene).await;
        passed(&scene, members, verdict).await;
        let page = scene.browser(scene.first.member).await.get(&way(&scene.main, "")).await.text();
        assert!(page.contains(words) && page.contains("判定の理由です。"), "{words}");
        assert!(!page.contains("/opinion\""), "there is nothing to be said any more");
    }
}
