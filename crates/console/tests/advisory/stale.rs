//! Two people at one text: nothing typed is lost, and who comes second sees what the first one wrote.

use casework::CaseOrder;
use rulebook::case::Thread;

use crate::common::Place;
use crate::page::{post, save, scene, typed, way};

#[tokio::test]
async fn a_page_that_is_too_old_keeps_what_was_typed_and_shows_the_other_text() {
    let place = Place::sqlite("advisory-stale");
    let scene = scene(&place).await;
    let (mut one, mut other) = (scene.browser(scene.coordinator).await, scene.browser(scene.coordinator).await);
    let mut fields = typed(&one.get(&way(&scene.main, "")).await);
    let saved = save(&mut other, &scene.main, &[("overview_ja", "先に保存された概要。")]).await;
    assert_eq!(saved.status, 303);

    fields.insert("overview_ja".into(), "一時間かけて書いた概要。".into());
    let reply = post(&mut one, &way(&scene.main, ""), &fields).await;
    assert_eq!(reply.status, 409);
    let html = reply.text();
    assert!(html.contains("一時間かけて書いた概要。") && html.contains("先に保存された概要。"));
    assert!(html.contains("先にほかの人が保存しています"));

    // The page is fresh now: saving once more keeps what its writer decided on.
    let again = typed(&reply);
    assert_eq!(again["overview_ja"], "一時間かけて書いた概要。");
    assert_eq!(post(&mut one, &way(&scene.main, ""), &again).await.status, 303);
    let page = scene.world.office.case_page(scene.main.case, scene.coordinator).await.expect("the case");
    let content = page.view.advisory.and_then(|draft| draft.content).expect("a text");
    assert_eq!(content.overview.ja, "一時間かけて書いた概要。");
}

#[tokio::test]
async fn it_says_when_only_the_case_around_the_text_has_changed() {
    let place = Place::sqlite("advisory-around");
    let scene = scene(&place).await;
    let mut coordinator = scene.browser(scene.coordinator).await;
    let mut fields = typed(&coordinator.get(&way(&scene.main, "")).await);
    scene.act(scene.desk, CaseOrder::Write { thread: Thread::Bodies, text: "進み具合はいかがですか。".into() }).await;
    fields.insert("details_en".into(), "Typed meanwhile.".into());
    let reply = post(&mut coordinator, &way(&scene.main, ""), &fields).await;
    assert_eq!(reply.status, 409);
    assert!(reply.text().contains("文案は変わっていません") && reply.text().contains("Typed meanwhile."));
    assert!(!reply.text().contains("先にほかの人が保存しています"));
    assert_eq!(post(&mut coordinator, &way(&scene.main, ""), &typed(&reply)).await.status, 303);
}
