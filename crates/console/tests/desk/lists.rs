//! Lists: tabs and filters in the address, search however a number is written, each side its own owner.

use rulebook::case::CaseCommand;

use crate::common::scene::Scene;
use crate::common::{Place, World};
use crate::paper::words;

#[tokio::test]
async fn cases_are_found_by_number_title_and_developer() {
    let place = Place::sqlite("desk-search");
    let scene = Scene::play(World::open(&place).await).await;
    let mut desk = scene.browser(scene.desk).await;
    let (main, other) = (&scene.main.number, &scene.other.number);
    let digits = &main[main.len() - 5..];
    for (query, finds, not) in [
        (format!("q={main}"), main, other),
        (format!("q={digits}"), main, other),
        ("q=%E3%81%BF%E3%81%AF%E3%82%89%E3%81%97%E3%83%A1%E3%83%BC%E3%83%AB".into(), other, main),
        ("q=%E3%81%AE%E3%82%8D%E3%81%97%E9%9B%BB%E6%A9%9F".into(), main, other),
        ("state=date-agreed".into(), main, other),
    ] {
        let page = desk.get(&format!("/ja/desk/cases?{query}")).await.text();
        assert!(page.contains(finds) && !page.contains(not.as_str()), "{query}");
    }
    let none = desk.get("/ja/desk/cases?q=nowhere").await;
    assert!(words(&none).contains("ここに並ぶ案件はありません") && words(&none).contains("絞り込みを外す"));
    assert_eq!(desk.get("/ja/desk/cases?state=no-such-stage").await.status, 404);
}

#[tokio::test]
async fn each_side_has_an_owner_of_its_own() {
    let place = Place::sqlite("desk-owners");
    let scene = Scene::play(World::open(&place).await).await;
    scene.act(scene.desk, CaseCommand::SetOwner(scene.desk.account)).await;
    let (mut desk, mut coordinator) = (scene.browser(scene.desk).await, scene.browser(scene.coordinator).await);
    let mine = "/ja/desk/cases?owner=mine";
    assert!(desk.get(mine).await.text().contains(&scene.main.number));
    let theirs = coordinator.get(mine).await;
    assert!(!theirs.text().contains(&scene.main.number));
    assert!(!words(&coordinator.get("/ja/desk/cases").await).contains("受付 花子"));
    scene.act(scene.coordinator, CaseCommand::SetOwner(scene.coordinator.account)).await;
    assert!(coordinator.get(mine).await.text().contains(&scene.main.number));
}

#[tokio::test]
async fn reports_are_for_the_receiving_body_and_filtered_by_state_and_turn() {
    let place = Place::sqlite("desk-queue");
    let scene = Scene::play(World::open(&place).await).await;
    let mut desk = scene.browser(scene.desk).await;
    let open = desk.get("/ja/desk/reports").await;
    assert!(open.text().contains(&scene.waiting.number) && !open.text().contains(&scene.main.receipt.number));
    let all = desk.get("/ja/desk/reports?state=all&sort=-day").await;
    assert!(all.text().contains(&scene.main.receipt.number) && all.text().contains(&scene.waiting.number));
    assert!(desk.get("/ja/desk/reports?turn=ours").await.text().contains(&scene.waiting.number));
    assert!(!desk.get("/ja/desk/reports?kind=website").await.text().contains(&scene.waiting.number));
    let mut coordinator = scene.browser(scene.coordinator).await;
    for path in ["/ja/desk/reports".to_owned(), format!("/ja/desk/reports/{}", scene.waiting.number)] {
        assert_eq!(coordinator.get(&path).await.status, 404, "{path}");
    }
    // The coordinator's search does not find what a report says.
    assert!(!coordinator.get("/ja/desk/cases?q=betsujin").await.text().contains(&scene.waiting.number));
}

#[tokio::test]
async fn my_day_filters_by_what_is_to_be_done() {
    let place = Place::sqlite("desk-day");
    let scene = Scene::play(World::open(&place).await).await;
    let mut desk = scene.browser(scene.desk).await;
    let all = desk.get("/ja/desk").await;
    assert!(all.text().contains(&scene.waiting.number));
    let some = desk.get("/ja/desk?kind=rate-influence").await;
    assert!(!some.text().contains(&scene.waiting.number) && some.text().contains(&scene.main.number));
    let one = desk.get("/en/desk?kind=decide-acceptance").await;
    assert!(one.text().contains(&scene.waiting.number) && !one.text().contains(&scene.main.number));
}

#[tokio::test]
async fn mail_that_did_not_leave_is_tried_again() {
    let place = Place::sqlite("desk-mails");
    let scene = Scene::play(World::open(&place).await).await;
    let handle = scene.stuck_mail().await;
    let mut desk = scene.browser(scene.desk).await;
    let page = desk.get("/ja/desk/mails").await;
    let told = words(&page);
    assert!(told.contains("送信を打ち切り") && told.contains("相手のサーバーが受け取りを断った"), "{told}");
    assert!(!told.contains("nobody@maker.example"), "no addresses");
    let retried = desk.post(&format!("/ja/desk/mails/{handle}/retry"), &[]).await;
    let page = desk.follow(retried).await;
    assert!(words(&page).contains("もう一度送ります。"));
}
