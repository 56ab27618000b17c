//! The demo's one-click sign-in exists in a demo and nowhere else.

use axum::http::StatusCode;
use casework::Settings;
use console::DemoPerson;
use rulebook::party::Role;

use crate::common::{Place, World};

#[tokio::test]
async fn one_click_signs_in_only_in_a_demo_and_only_its_people() {
    let place = Place::sqlite("demo");
    let people = vec![DemoPerson { login: "desk".into(), part: ("受付".into(), "Desk".into()) }];
    let world = World::with(&place, Some(people), Settings::default()).await;
    world.account("desk", "受付 花子", Role::ReceivingDesk).await;
    world.account("secret", "別人", Role::Coordinator).await;
    let mut visitor = world.browser();
    assert_eq!(visitor.get("/ja/demo").await.status, StatusCode::OK);
    assert_eq!(visitor.post("/ja/demo", &[("login", "secret")]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(visitor.post("/ja/demo", &[("login", "desk")]).await.status, StatusCode::SEE_OTHER);
    assert!(visitor.get("/ja/desk").await.text().contains("/ja/demo"), "every page says that this is a demo");
}

#[tokio::test]
async fn elsewhere_there_is_no_demo() {
    let place = Place::sqlite("no-demo");
    let world = World::open(&place).await;
    world.account("desk", "受付 花子", Role::ReceivingDesk).await;
    let mut visitor = world.browser();
    let entered = visitor.post("/ja/demo", &[("login", "desk")]).await;
    let passed = visitor.post("/ja/demo/days", &[("days", "30")]).await;
    for reply in [visitor.get("/ja/demo").await, entered, passed] {
        assert_eq!(reply.status, StatusCode::NOT_FOUND);
        assert!(reply.headers.get("set-cookie").is_none());
    }
    assert!(!visitor.get("/ja/sign-in").await.text().contains("/demo"));
}
