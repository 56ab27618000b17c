//! Two tabs, two people: whoever comes second is told, sees the new page, and has lost nothing.

use rulebook::case::CaseCommand;

use crate::common::scene::Scene;
use crate::common::{Place, World};
use crate::paper::{form, words};

#[tokio::test]
async fn the_second_tab_is_told_and_keeps_what_was_typed() {
    let place = Place::sqlite("desk-stale");
    let scene = Scene::play(World::open(&place).await).await;
    let mut one = scene.browser(scene.coordinator).await;
    let mut two = one.clone();
    let way = format!("/ja/desk/cases/{}", scene.main.number);
    let (first, second) = (one.get(&way).await, two.get(&way).await);
    form(&first, "message-form").with("text", "先に書いた。").done(&mut one).await;

    let late = form(&second, "note-form").with("text", "三十分かけて書いたメモ").send(&mut two).await;
    assert_eq!(late.status, 409);
    let told = words(&late);
    assert!(told.contains("ご覧になっていた間に内容が変わりました") && told.contains("先に書いた。"), "{told}");
    let again = form(&late, "note-form");
    assert_eq!(again.value("text"), "三十分かけて書いたメモ");
    let page = again.done(&mut two).await;
    assert!(words(&page).contains("三十分かけて書いたメモ"));
}

#[tokio::test]
async fn a_developers_message_makes_no_page_of_the_receiving_body_old() {
    let place = Place::sqlite("desk-fresh");
    let scene = Scene::play(World::open(&place).await).await;
    let mut desk = scene.browser(scene.desk).await;
    let way = format!("/ja/desk/cases/{}", scene.main.number);
    let page = desk.get(&way).await;
    let thread = rulebook::case::Thread::Developer(scene.first.id);
    scene.act(scene.first.member, casework::CaseOrder::Write { thread, text: "受付機関には見えません。".into() }).await;
    form(&page, "note-form").with("text", "変わっていない").done(&mut desk).await;
}

#[tokio::test]
async fn pressing_twice_does_it_once() {
    let place = Place::sqlite("desk-twice");
    let scene = Scene::play(World::open(&place).await).await;
    let mut desk = scene.browser(scene.desk).await;
    let way = format!("/ja/desk/cases/{}", scene.main.number);
    let take = form(&desk.get(&way).await, "take-form");
    take.done(&mut desk).await;
    let twice = take.send(&mut desk).await;
    assert_eq!(twice.status, 409, "the page had changed by the first press");
    let page = scene.world.office.case_page(scene.main.case, scene.desk).await.expect("the case");
    assert_eq!(page.view.owner, scene.desk.account);
    scene.act(scene.desk, CaseCommand::SetOwner(None)).await;
}

#[tokio::test]
async fn a_report_that_a_colleague_decided_keeps_the_reason() {
    let place = Place::sqlite("desk-decided");
    let scene = Scene::play(World::open(&place).await).await;
    let mut one = scene.browser(scene.desk).await;
    let mut two = one.clone();
    let way = format!("/en/desk/reports/{}", scene.waiting.number);
    let (first, second) = (one.get(&way).await, two.get(&way).await);
    form(&first, "message-form").with("text", "One question.").tick("question", "yes").done(&mut one).await;
    let reject = form(&second, "reject-form").with("reason", "A long reason.").tick("failed", "in_scope");
    let late = reject.send(&mut two).await;
    assert_eq!(late.status, 409);
    assert_eq!(form(&late, "reject-form").value("reason"), "A long reason.");
    assert!(words(&late).contains("One question."));
}
