//! SSVC on the page of a case, and the stages on everybody's page.

use axum::http::StatusCode;

use crate::common::scene::{self, Scene};
use crate::common::{Place, World};

#[tokio::test]
async fn ssvc_is_filled_from_the_case_and_decides_nothing() {
    let place = Place::sqlite("ssvc");
    let scene = Scene::play(World::open(&place).await).await;
    let kept = scene::accepted(&scene.world, scene.desk, "のろしビューア").await;
    let mut desk = scene.browser(scene.desk).await;
    let way = format!("/ja/desk/cases/{}", kept.number);
    let page = desk.get(&way).await;
    assert!(page.text().contains("DT_COORD_TRIAGE 1.0.0"), "no text yet: triage");
    let seen = page.seen();
    // CERT/CC's table: not public, no developer told: decline, whatever else.
    let inputs = [("seen", seen.as_str()), ("ssvc-rp", "N"), ("ssvc-scon", "N"), ("ssvc-rc", "C"), ("ssvc-sc", "O")];
    let known = [("ssvc-se", "A"), ("ssvc-u", "L"), ("ssvc-psi", "M")];
    let all: Vec<_> = inputs.into_iter().chain(known).collect();
    let tried = desk.post(&format!("{way}/ssvc"), &[all.as_slice(), &[("do", "try")]].concat()).await;
    assert_eq!(tried.status, StatusCode::OK);
    let before = scene.world.office.store().verify().await.expect("read").events;
    let open = desk.post(&format!("{way}/ssvc"), &[("seen", seen.as_str()), ("ssvc-rp", "x"), ("do", "try")]).await;
    assert!(open.text().contains("のいずれか"), "what is open leaves several outcomes");
    assert_eq!(scene.world.office.store().verify().await.expect("read").events, before, "looking keeps nothing");
    let noted = desk.post(&format!("{way}/ssvc"), &[all.as_slice(), &[("do", "note")]].concat()).await;
    let page = desk.follow(noted).await.text();
    assert!(page.contains("RP=N SCON=N RC=C SC=O SE=A U=L PSI=M"), "the note is the desk's own");
    // With a text the other table is asked.
    let mut coordinator = scene.browser(scene.coordinator).await;
    let page = coordinator.get(&format!("/ja/desk/cases/{}", scene.main.number)).await.text();
    assert!(page.contains("DT_COORD_PUBLISH 1.0.0"));
}

#[tokio::test]
async fn everybody_sees_the_stages_of_its_own_view() {
    let place = Place::sqlite("stages");
    let scene = Scene::play(World::open(&place).await).await;
    scene.world.days(2);
    let (main, other) = (&scene.main.number, &scene.other.number);
    // The main case waits for its day; the scene was played on 2026-11-21, two days ago.
    let waiting = "公表日を待っています（3日目）";
    let mut desk = scene.browser(scene.desk).await;
    let mut coordinator = scene.browser(scene.coordinator).await;
    let mut finder = scene.finder().await;
    let pages = [
        desk.get(&format!("/ja/desk/cases/{main}")).await,
        coordinator.get(&format!("/ja/desk/cases/{main}")).await,
        finder.get("/ja/progress/report").await,
    ];
    for page in pages {
        assert!(page.text().contains(waiting) && page.text().contains("起算日から45日"), "{}", page.text());
    }
    // A developer that owes an answer is told so.
    let mut maker = scene.browser(scene.first.member).await;
    let page = maker.get(&format!("/ja/developer/cases/{other}")).await.text();
    assert!(page.contains("あなたの回答を待っています"));
}
