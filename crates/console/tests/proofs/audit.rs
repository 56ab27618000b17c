//! The audit: what it proves, and that it tells nothing of what is in reports and cases.

use axum::http::StatusCode;

use crate::common::scene::Scene;
use crate::common::{Place, World};
use crate::visitors::Kind;

/// Marked words of the scene: names of people and organisations, the product, what was written.
const SECRETS: [&str; 10] = [
    "みはらし",
    "のろし電機",
    "かがり",
    "発見 一郎",
    "受付 花子",
    "調整 太郎",
    "クロスサイト",
    "finder.example",
    "よろしくお願いします",
    "検証コード",
];

#[tokio::test]
async fn an_auditor_sees_states_and_figures_and_nothing_else() {
    let place = Place::sqlite("audit");
    let scene = Scene::play(World::open(&place).await).await;
    let number = &scene.main.number;
    let mut auditor = Kind::Auditor.browser(&scene).await;
    let to_case = auditor.get(&format!("/ja/desk/audit?case={number}")).await;
    assert_eq!(to_case.location(), format!("/ja/desk/audit/cases/{number}"));
    assert!(auditor.get("/ja/desk/audit?case=VC00000000").await.text().contains("ありません"));
    for lang in ["ja", "en"] {
        let ways = [
            format!("/{lang}/desk/audit"),
            format!("/{lang}/desk/audit/cases/{number}"),
            format!("/{lang}/desk/audit/cases/{number}/vultron"),
        ];
        for way in ways {
            let page = auditor.get(&way).await;
            assert_eq!(page.status, StatusCode::OK, "{way}");
            let text = page.text();
            for secret in SECRETS {
                assert!(!text.contains(secret), "{secret} on {way}");
            }
            for maker in [scene.first, scene.second] {
                assert!(!text.contains(&maker.id.to_string()), "an id on {way}");
            }
        }
    }
    let page = auditor.get("/ja/desk/audit").await.text();
    assert!(page.contains("CaseOpened") && page.contains("ReportReceived"), "types of events are counted");
}

#[tokio::test]
async fn the_export_is_the_state_of_the_case_in_vultrons_words() {
    let place = Place::sqlite("audit-json");
    let scene = Scene::play(World::open(&place).await).await;
    let mut auditor = Kind::Auditor.browser(&scene).await;
    let way = format!("/ja/desk/audit/cases/{}/vultron", scene.main.number);
    let export = auditor.get(&way).await;
    assert_eq!(export.header("content-type"), "application/json");
    let json: serde_json::Value = serde_json::from_slice(&export.bytes).expect("JSON");
    // Both developers found it to be theirs and announced a fix: A, VFd; the day is set, the embargo active.
    assert_eq!(json["embargo"]["state"], "A");
    assert_eq!(json["pxa"], "pxa");
    let all = json["participants"].as_array().expect("a list");
    let of = |party: &str| all.iter().find(|one| one["party"] == party).expect(party);
    assert_eq!((&of("developer-1")["rm"], &of("developer-1")["vfd"]), (&"A".into(), &"VFd".into()));
    assert_eq!(of("developer-2")["rm"], "A");
    assert_eq!(of("finder-1")["pec"], "SIGNATORY");
    assert_eq!(json["violations"], serde_json::json!([]));
}

#[tokio::test]
async fn verifying_says_that_it_is_whole_and_holds_it_against_the_last_checkpoint() {
    let place = Place::sqlite("audit-verify");
    let scene = Scene::play(World::open(&place).await).await;
    let mut auditor = Kind::Auditor.browser(&scene).await;
    let before = auditor.post("/ja/desk/audit/verify", &[]).await;
    assert!(before.text().contains("すべて欠けずに残っています") && before.text().contains("確認点はまだありません"));
    scene.world.office.write_checkpoint().await.expect("a checkpoint");
    let after = auditor.post("/ja/desk/audit/verify", &[]).await.text();
    assert!(after.contains("すべて欠けずに残っています") && after.contains("件目までの確認点と一致"), "{after}");
}
