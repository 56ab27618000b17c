//! A person's key is destroyed: its data is gone from every page, everything else stays and verifies.

use axum::http::StatusCode;

use crate::common::scene::Scene;
use crate::common::{Place, World};

#[tokio::test]
async fn pages_stand_without_a_person_that_was_erased() {
    let place = Place::sqlite("erasure");
    let scene = Scene::play(World::open(&place).await).await;
    let office = &scene.world.office;
    let (report, number) = (&scene.main.receipt, &scene.main.number);
    let mut desk = scene.browser(scene.desk).await;
    let report_page = format!("/ja/desk/reports/{}", report.number);
    let page = desk.get(&report_page).await.text();
    assert!(page.contains("発見 一郎") && page.contains("hakken@finder.example"), "the desk knows the finder");

    let person = office.report_page(report.report, scene.desk).await.expect("the report").view.person;
    let destroyed = office.store().destroy_person_key(person.0, office.now().at).await.expect("the store answers");
    assert!(destroyed);

    let case = format!("/ja/desk/cases/{number}");
    let pages = [
        (scene.desk, report_page.clone()),
        (scene.desk, case.clone()),
        (scene.desk, "/ja/desk/reports".to_owned()),
        (scene.desk, "/ja/desk".to_owned()),
        (scene.coordinator, case.clone()),
        (scene.coordinator, format!("{case}/advisory")),
        (scene.first.member, format!("/ja/developer/cases/{number}")),
    ];
    for (actor, way) in pages {
        let reply = scene.browser(actor).await.get(&way).await;
        assert_eq!(reply.status, StatusCode::OK, "{way}");
        let html = reply.text();
        assert!(!html.contains("発見 一郎") && !html.contains("hakken@finder.example"), "{way} still names the person");
    }
    let mut finder = scene.finder().await;
    assert_eq!(finder.get("/ja/progress/report").await.status, StatusCode::OK, "the receipt still opens");
    let note = desk.post(&format!("{report_page}/note"), &[("text", "消去しました。")]).await;
    assert_eq!(note.status, StatusCode::SEE_OTHER, "the report can still be worked on");
    let wrote = desk.post(&format!("{report_page}/message"), &[("text", "お知らせです。")]).await;
    assert_eq!(wrote.status, StatusCode::SEE_OTHER, "and so can the talk");

    let verified = office.store().verify().await.expect("the journal is read");
    assert!(verified.broken.is_empty(), "{:?}", verified.broken);
    office.rebuild_projections().await.expect("projections are made again without the person");
    assert_eq!(desk.get(&report_page).await.status, StatusCode::OK);
}

#[tokio::test]
async fn the_person_of_a_report_that_was_not_accepted_is_forgotten_after_a_year() {
    let place = Place::sqlite("forgotten");
    let scene = Scene::play(World::open(&place).await).await;
    let page = format!("/ja/desk/reports/{}", scene.waiting.number);
    let mut desk = scene.browser(scene.desk).await;
    let fields = [("failed", "in_scope"), ("reason", "対象の外でした。")];
    let rejected = desk.post(&format!("{page}/reject"), &fields).await;
    assert_eq!(rejected.status, StatusCode::SEE_OTHER, "{}", rejected.text());
    scene.world.days(364);
    scene.world.settle().await;
    let knows = async || scene.browser(scene.desk).await.get(&page).await.text().contains("betsujin@finder.example");
    assert!(knows().await, "for a year the desk can still answer");
    scene.world.days(1);
    scene.world.settle().await;
    assert!(!knows().await, "then the person is gone");
    let reply = scene.browser(scene.desk).await.get(&page).await;
    assert_eq!(reply.status, StatusCode::OK, "and the report is there");
    let verified = scene.world.office.store().verify().await.expect("the journal is read");
    assert!(verified.broken.is_empty(), "{:?}", verified.broken);
}
