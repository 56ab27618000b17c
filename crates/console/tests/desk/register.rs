//! The developer register: registering, changing on a page that is too old, the cases of an entry.

use crate::common::scene::Scene;
use crate::common::{Place, World};
use crate::paper::{form, words};

#[tokio::test]
async fn an_entry_is_registered_and_changed() {
    let place = Place::sqlite("desk-register");
    let scene = Scene::play(World::open(&place).await).await;
    let mut coordinator = scene.browser(scene.coordinator).await;
    let blank = form(&coordinator.get("/ja/desk/developers/new").await, "entry-form");
    let nameless = blank.clone().with("mail", "psirt@print.example").send(&mut coordinator).await;
    assert_eq!(nameless.status, 422);
    assert_eq!(form(&nameless, "entry-form").value("mail"), "psirt@print.example");
    let wrong = blank.clone().with("name", "のろし印刷").with("mail", "psirt＠print").send(&mut coordinator).await;
    assert!(words(&wrong).contains("メールアドレスとして使えません"));
    let filled = blank.with("name", "のろし印刷").with("reading", "のろしいんさつ").with("mail", "psirt@print.example");
    let page = filled.with("products", "印刷サーバ\n\n複合機\n").tick("listed", "yes").done(&mut coordinator).await;
    let entry = form(&page, "entry-form");
    assert_eq!((entry.value("products"), entry.value("listed")), ("印刷サーバ\n複合機", "yes"));

    let mut other = coordinator.clone();
    let old = entry.clone();
    entry.with("phone", "03-0000-0000").done(&mut coordinator).await;
    let late = old.with("notes", "長い備考").send(&mut other).await;
    assert_eq!(late.status, 409);
    assert_eq!(form(&late, "entry-form").value("notes"), "長い備考");

    let found = coordinator.get("/ja/desk/developers?q=%E8%A4%87%E5%90%88%E6%A9%9F").await;
    assert!(words(&found).contains("のろし印刷") && !words(&found).contains("かがり製作所"));
}

#[tokio::test]
async fn an_entry_names_its_cases() {
    let place = Place::sqlite("desk-entry-cases");
    let scene = Scene::play(World::open(&place).await).await;
    let mut coordinator = scene.browser(scene.coordinator).await;
    let listed = coordinator.get("/ja/desk/developers").await.text();
    let row = listed.split("<tr>").find(|row| row.contains("のろし電機")).expect("a row");
    let way = row.split("href=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a way");
    let page = coordinator.get(way).await.text();
    assert!(page.contains(&scene.main.number) && !page.contains(&scene.other.number));
}
