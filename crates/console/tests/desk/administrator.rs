//! The administrator: accounts made, closed and given new codes; no report and no case.

use crate::common::scene::Scene;
use crate::common::{Place, TOTP, World};
use crate::paper::{form, words};

#[tokio::test]
async fn an_account_is_made_and_its_secrets_are_shown_once() {
    let place = Place::sqlite("admin-make");
    let scene = Scene::play(World::open(&place).await).await;
    let mut admin = scene.browser(scene.administrator).await;
    let blank = form(&admin.get("/ja/admin/accounts/new").await, "account-form");
    let nobody = blank.clone().with("name", "新田 三郎").with("login", "nitta").with("mail", "nitta@noroshi.example");
    let roleless = crate::paper::Paper { action: "/ja/admin/accounts/new".into(), ..nobody };
    let refused = roleless.send(&mut admin).await;
    assert_eq!(refused.status, 422);
    assert_eq!(form(&refused, "account-form").value("name"), "新田 三郎");
    let whose = roleless.clone().with("role", "developer").send(&mut admin).await;
    assert!(words(&whose).contains("製品開発者を選んでください。"));
    let taken = roleless.clone().with("role", "coordinator").with("login", "desk").send(&mut admin).await;
    assert_eq!(taken.status, 409);
    let made = roleless.with("role", "receiving-desk").send(&mut admin).await;
    assert_eq!(made.status, 200);
    assert_eq!(made.header("cache-control"), "no-store");
    let text = made.text();
    assert!(text.contains("<svg class=\"qr\"") && text.contains("id=\"password\""), "{}", words(&made));
    let secret =
        text.split("id=\"totp\"").nth(1).and_then(|rest| rest.split(['>', '<']).nth(1)).expect("a secret").to_owned();
    let listed = admin.get("/ja/admin/accounts").await;
    assert!(words(&listed).contains("新田 三郎") && !listed.text().contains(&secret));
}

#[tokio::test]
async fn new_codes_replace_the_old_ones_and_a_closed_account_is_out() {
    let place = Place::sqlite("admin-close");
    let scene = Scene::play(World::open(&place).await).await;
    let mut admin = scene.browser(scene.administrator).await;
    let mut desk = scene.browser(scene.desk).await;
    let shown = admin.post("/ja/admin/accounts/desk/totp", &[]).await;
    assert_eq!(shown.status, 200);
    assert!(!shown.text().contains(TOTP) && !shown.text().contains("id=\"password\""));
    assert_eq!(desk.get("/ja/desk/reports").await.status, 303, "the session ended");

    let closed = admin.post("/ja/admin/accounts/desk/close", &[]).await;
    let page = admin.follow(closed).await;
    assert!(words(&page).contains("アカウントを閉鎖しました。"));
    assert_eq!(admin.post("/ja/admin/accounts/desk/close", &[]).await.status, 404);
    assert_eq!(admin.post("/ja/admin/accounts/administrator/close", &[]).await.status, 404, "not the own one");
    assert!(words(&admin.get("/ja/admin/accounts?state=closed").await).contains("受付 花子"));
}

#[tokio::test]
async fn an_administrator_sees_no_case() {
    let place = Place::sqlite("admin-none");
    let scene = Scene::play(World::open(&place).await).await;
    let mut admin = scene.browser(scene.administrator).await;
    let paths = [
        "/ja/desk/reports".to_owned(),
        "/ja/desk/cases".to_owned(),
        format!("/ja/desk/cases/{}", scene.main.number),
        "/ja/desk/developers".to_owned(),
        "/ja/desk/mails".to_owned(),
    ];
    for path in paths {
        assert_eq!(admin.get(&path).await.status, 404, "{path}");
    }
    assert_eq!(admin.get("/ja/desk").await.location(), "/ja/admin/accounts");
}
