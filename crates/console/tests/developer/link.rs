//! The one-time link: looking spends nothing, the button does; a fresh one goes to the confirmed address alone.

use crate::common::Place;
use crate::common::scene::mails;
use crate::{scene, way};

#[tokio::test]
async fn looking_at_a_link_spends_nothing_and_the_button_does() {
    let place = Place::sqlite("developer-link");
    let scene = scene(&place).await;
    let path = format!("/ja/answer/{}", scene.fresh_link(scene.second).await);
    let mut scanner = scene.world.browser();
    for _ in 0..3 {
        let page = scanner.get(&path).await;
        assert_eq!(page.status, 200);
        assert!(page.header("set-cookie").is_empty(), "looking opens no session");
        let html = page.text();
        assert!(html.contains(&scene.main.number) && html.contains("のろし電機株式会社"));
        assert!(!html.contains("みはらしポータル"), "not even the product before somebody pressed");
    }
    let mut person = scene.world.browser();
    let page = person.post_bare(&path, &[]).await;
    assert_eq!(page.status, 303);
    let page = person.follow(page).await;
    assert_eq!(page.status, 200);
    assert!(page.text().contains(&scene.main.number));

    let mut other = scene.world.browser();
    for reply in [other.get(&path).await, other.post_bare(&path, &[]).await] {
        assert_eq!(reply.status, 410);
        assert!(reply.text().contains("このリンクは使用済みです。") && reply.text().contains("新しいリンクを送る"));
        assert!(!reply.text().contains(&scene.main.number));
    }
    assert!(person.get(&path).await.text().contains("案件の画面へ戻る"), "whoever has the session can go on");
    let unknown = other.get("/ja/answer/nothing-at-all").await;
    assert_eq!(unknown.status, 410);
    assert!(unknown.text().contains("このリンクは使えません。"));
}

#[tokio::test]
async fn a_fresh_link_goes_to_the_confirmed_address_alone() {
    let place = Place::sqlite("developer-fresh-link");
    let scene = scene(&place).await;
    scene.world.settle().await;
    let confirmed = format!("psirt-{}@maker.example", scene.first.id);
    let count = |to: &str| mails(&scene.world).iter().filter(|mail| mail.to == to).count();
    let before = (count(&confirmed), mails(&scene.world).len());
    let number = scene.main.number.as_str();
    let mut answers = Vec::new();
    for (number, mail) in [(number, "somebody@elsewhere.example"), ("VC00000000", confirmed.as_str())] {
        let reply = scene.world.browser().post_bare("/ja/answer", &[("number", number), ("mail", mail)]).await;
        assert_eq!(reply.status, 200);
        answers.push(reply.text());
    }
    scene.world.settle().await;
    assert_eq!(mails(&scene.world).len(), before.1, "nobody else is written to");
    let reply = scene.world.browser().post_bare("/ja/answer", &[("number", number), ("mail", &confirmed)]).await;
    answers.push(reply.text());
    scene.world.settle().await;
    assert_eq!(count(&confirmed), before.0 + 1);
    assert!(answers.iter().all(|html| html == &answers[0]), "the answer tells nothing");

    let wrong = [("number", ""), ("mail", "まちがい")];
    let reply = scene.world.browser().post_bare("/ja/answer", &wrong).await;
    assert_eq!(reply.status, 422);
    assert!(reply.text().contains("value=\"まちがい\""));
}

#[tokio::test]
async fn the_session_of_a_link_has_one_case() {
    let place = Place::sqlite("developer-link-session");
    let scene = scene(&place).await;
    let mut browser = scene.link(scene.first, &scene.main).await;
    assert_eq!(browser.get(&way(&scene.main, "")).await.status, 200);
    for path in [way(&scene.other, ""), way(&scene.other, &format!("/files/{}", scene.other.file))] {
        assert_eq!(browser.get(&path).await.status, 404, "{path}");
    }
    let reply = browser.post_files(&way(&scene.other, "/message"), &[("text", "こちらの件ですが")], &[]).await;
    assert_eq!(reply.status, 404);
    assert_eq!(browser.get("/ja/developer/entry").await.status, 404, "the register is for accounts");
    let led = browser.get("/ja/developer/cases").await;
    assert!(browser.follow(led).await.text().contains(&scene.main.number));
}
