//! What bad input gets: two tabs, a stale page, a used link, a wrong secret, too many tries, markup in every field, bytes
//! that are no text, a broken database. Nothing lost, nothing half done, nothing told.

use axum::http::{Method, StatusCode};
use casework::CaseOrder;
use rulebook::case::Thread;

use crate::common::browser::Upload;
use crate::common::scene::Scene;
use crate::common::{PASSWORD, Place, Reply, World};
use crate::visitors::Kind;

async fn scene(test: &str) -> (Place, Scene) {
    let place = Place::sqlite(test);
    let scene = Scene::play(World::open(&place).await).await;
    (place, scene)
}

async fn events(scene: &Scene) -> u64 {
    scene.world.office.store().verify().await.expect("the journal is read").events
}

#[tokio::test]
async fn a_second_tab_is_told_and_loses_nothing() {
    let (_place, scene) = scene("tabs").await;
    let mut developer = scene.browser(scene.first.member).await;
    let page = format!("/ja/developer/cases/{}", scene.main.number);
    let (one, two) = (developer.get(&page).await.seen(), developer.get(&page).await.seen());
    assert!(!one.is_empty() && one == two);
    let write = format!("{page}/message");
    let first = developer.post_files(&write, &[("seen", &one), ("text", "一つ目の窓から")], &[]).await;
    assert_eq!(first.status, StatusCode::SEE_OTHER);
    let before = events(&scene).await;
    let second = developer.post_files(&write, &[("seen", &two), ("text", "二つ目の窓から")], &[]).await;
    assert_eq!(second.status, StatusCode::CONFLICT);
    assert!(second.text().contains("二つ目の窓から"), "what was typed is there");
    assert!(second.text().contains("一つ目の窓から"), "and so is what happened");
    assert_eq!(events(&scene).await, before, "nothing was written");
    let again = developer.post_files(&write, &[("seen", &second.seen()), ("text", "二つ目の窓から")], &[]).await;
    assert_eq!(again.status, StatusCode::SEE_OTHER, "the page that tells is a fresh one");
}

#[tokio::test]
async fn what_others_do_makes_nobodys_page_stale() {
    let (_place, scene) = scene("others").await;
    let mut developer = scene.browser(scene.first.member).await;
    let page = format!("/ja/developer/cases/{}", scene.main.number);
    let seen = developer.get(&page).await.seen();
    let to_second = CaseOrder::Write { thread: Thread::Developer(scene.second.id), text: "別の開発者へ".into() };
    scene.act(scene.coordinator, to_second).await;
    scene.act(scene.coordinator, CaseOrder::AddNote("調整のメモ".into())).await;
    scene.act(scene.desk, CaseOrder::AddNote("受付のメモ".into())).await;
    let sent = developer.post_files(&format!("{page}/message"), &[("seen", &seen), ("text", "私から")], &[]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_link_is_spent_by_its_button_and_once() {
    let (_place, scene) = scene("once").await;
    for (way, token) in
        [("/ja/answer", scene.fresh_link(scene.first).await), ("/ja/progress/link", scene.fresh_receipt_link().await)]
    {
        let link = format!("{way}/{token}");
        for _ in 0..3 {
            assert_eq!(scene.world.browser().get(&link).await.status, StatusCode::OK, "looking spends nothing");
        }
        let mut person = scene.world.browser();
        let opened = person.post(&link, &[]).await;
        assert_eq!(opened.status, StatusCode::SEE_OTHER, "{way}");
        let way_in = opened.location().to_owned();
        let inside = person.get(&way_in).await;
        assert!(inside.status == StatusCode::OK || inside.status == StatusCode::SEE_OTHER);
        for again in [scene.world.browser().post(&link, &[]).await, scene.world.browser().get(&link).await] {
            assert_eq!(again.status, StatusCode::GONE, "{way} a second time");
            assert!(again.headers.get("set-cookie").is_none());
        }
    }
}

#[tokio::test]
async fn an_old_link_and_a_made_up_one_are_the_same_to_a_stranger() {
    let (_place, scene) = scene("old-link").await;
    let token = scene.fresh_link(scene.first).await;
    scene.world.days(31);
    let old = scene.world.browser().get(&format!("/ja/answer/{token}")).await;
    let made_up = "B".repeat(token.len());
    let never = scene.world.browser().get(&format!("/ja/answer/{made_up}")).await;
    assert_eq!(old.status, StatusCode::GONE);
    assert_eq!(old.text().replace(&token, "X"), never.text().replace(&made_up, "X"));
    assert_eq!(scene.world.browser().post(&format!("/ja/answer/{token}"), &[]).await.status, StatusCode::GONE);
}

#[tokio::test]
async fn a_wrong_secret_tells_nothing_and_is_counted() {
    let (_place, scene) = scene("secret").await;
    let number = scene.main.receipt.number.as_str();
    let others = scene.waiting.secret.as_ref().expect("a secret");
    let mut wrong = scene.world.browser();
    let mut bodies = Vec::new();
    for (number, secret) in [(number, "nonsense"), ("VR00000000", "nonsense"), (number, others.as_str())] {
        let reply = wrong.post("/ja/progress", &[("number", number), ("secret", secret)]).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(reply.headers.get("set-cookie").is_none());
        bodies.push(reply.text().replace(number, "N").replace(secret, "S"));
    }
    assert!(bodies.windows(2).all(|pair| pair[0] == pair[1]), "each is told the same");
    let mut last = StatusCode::OK;
    for _ in 0..20 {
        last = wrong.post("/ja/progress", &[("number", number), ("secret", "nonsense")]).await.status;
    }
    assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
    let secret = scene.main.receipt.secret.as_ref().expect("a secret");
    let right = [("number", number), ("secret", secret.as_str())];
    assert_eq!(
        scene.world.browser().post("/ja/progress", &right).await.status,
        StatusCode::SEE_OTHER,
        "from elsewhere"
    );
    scene.world.clock.advance(15 * 60);
    assert_eq!(wrong.post("/ja/progress", &right).await.status, StatusCode::SEE_OTHER, "and a while later");
}

/// Tries to sign in; a fresh code each time.
async fn sign_in(scene: &Scene, login: &str, password: &str) -> Reply {
    scene.world.clock.advance(30);
    let code = scene.world.code();
    scene.world.browser().post("/ja/sign-in", &[("login", login), ("password", password), ("code", &code)]).await
}

#[tokio::test]
async fn a_wrong_sign_in_tells_nothing_and_is_counted() {
    let (_place, scene) = scene("sign-in").await;
    let wrong = sign_in(&scene, "desk", "not the password").await;
    let nobody = sign_in(&scene, "nobody", "not the password").await;
    assert_eq!((wrong.status, nobody.status), (StatusCode::UNPROCESSABLE_ENTITY, StatusCode::UNPROCESSABLE_ENTITY));
    assert_eq!(wrong.text().replace("desk", "N"), nobody.text().replace("nobody", "N"));
    assert!(!wrong.text().contains("not the password"), "a password is never sent back");
    for _ in 0..9 {
        assert_eq!(sign_in(&scene, "desk", "not the password").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let locked = sign_in(&scene, "desk", PASSWORD).await;
    assert_eq!(locked.status, StatusCode::TOO_MANY_REQUESTS, "even with the right one");
    assert!(locked.header("retry-after").parse::<u32>().is_ok_and(|wait| wait > 0));
    assert_eq!(sign_in(&scene, "coordinator", PASSWORD).await.status, StatusCode::SEE_OTHER, "others are free");
    scene.world.clock.advance(15 * 60);
    assert_eq!(sign_in(&scene, "desk", PASSWORD).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_code_works_once_and_alone_it_is_nothing() {
    let (_place, scene) = scene("code").await;
    let code = scene.world.code();
    let with = |code: &str| {
        let fields = [("login", "desk"), ("password", PASSWORD), ("code", code)].map(|(a, b)| (a, b.to_owned()));
        let mut browser = scene.world.browser();
        async move {
            let fields: Vec<_> = fields.iter().map(|(a, b)| (*a, b.as_str())).collect();
            browser.post("/ja/sign-in", &fields).await.status
        }
    };
    assert_eq!(with("").await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(with("abcdef").await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(with(&code).await, StatusCode::SEE_OTHER);
    assert_eq!(with(&code).await, StatusCode::UNPROCESSABLE_ENTITY, "a code is spent");
}

#[tokio::test]
async fn a_new_password_ends_all_sessions() {
    let (_place, scene) = scene("password").await;
    let (mut here, mut there) = (scene.browser(scene.desk).await, scene.browser(scene.desk).await);
    let new = "atarashii-aikotoba";
    let wrong = here.post("/ja/account", &[("old", "no"), ("new", new), ("again", new)]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!wrong.text().contains(new), "a password is never sent back");
    let short = here.post("/ja/account", &[("old", PASSWORD), ("new", "short"), ("again", "short")]).await;
    assert_eq!(short.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(there.get("/ja/desk").await.status, StatusCode::OK);
    let changed = here.post("/ja/account", &[("old", PASSWORD), ("new", new), ("again", new)]).await;
    assert_eq!(changed.status, StatusCode::SEE_OTHER);
    assert_eq!(there.get("/ja/desk").await.status, StatusCode::SEE_OTHER);
    assert_eq!(sign_in(&scene, "desk", PASSWORD).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(sign_in(&scene, "desk", new).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_closed_account_is_out_at_once() {
    let (_place, scene) = scene("closed").await;
    let mut person = scene.browser(scene.second.member).await;
    let mut administrator = scene.browser(scene.administrator).await;
    assert_eq!(person.get("/ja/desk").await.status, StatusCode::OK);
    let closed = administrator.post("/ja/admin/accounts/noroshi-denki/close", &[]).await;
    assert_eq!(closed.status, StatusCode::SEE_OTHER);
    assert_eq!(person.get("/ja/desk").await.status, StatusCode::SEE_OTHER);
    assert_eq!(sign_in(&scene, "noroshi-denki", PASSWORD).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

const MARKUP: &str = "\"'><script>alert(4711)</script><img src=x onerror=alert(4712)>{{7*7}}";

#[tokio::test]
async fn markup_in_what_people_write_stays_text() {
    let (_place, scene) = scene("markup").await;
    let number = &scene.main.number;
    let mut developer = scene.browser(scene.first.member).await;
    let mut coordinator = scene.browser(scene.coordinator).await;
    let mut desk = scene.browser(scene.desk).await;
    let mut finder = scene.finder().await;
    let own = format!("/ja/developer/cases/{number}");
    let case = format!("/ja/desk/cases/{number}");
    let writes = [
        developer.post_files(&format!("{own}/message"), &[("text", MARKUP)], &[]).await,
        developer.post(&format!("{own}/verification"), &[("result", "affected"), ("explanation", MARKUP)]).await,
        developer.post(&format!("{own}/countermeasure"), &[("fix", MARKUP), ("workaround", MARKUP)]).await,
        developer.post(&format!("{own}/day"), &[("comment", MARKUP)]).await,
        developer.post(&format!("{own}/comment"), &[("agrees", "no"), ("comment", MARKUP)]).await,
        coordinator.post(&format!("{case}/note"), &[("text", MARKUP)]).await,
        coordinator.post_files(&format!("{case}/message"), &[("text", MARKUP)], &[]).await,
        desk.post(&format!("{case}/note"), &[("text", MARKUP)]).await,
        finder
            .post_files(
                "/ja/progress/message",
                &[("text", MARKUP), ("send", "yes")],
                &[Upload {
                    field: "attachments",
                    name: "../../<svg onload=alert(4713)>.html",
                    bytes: b"<script>alert(4714)</script>",
                }],
            )
            .await,
    ];
    for (place, reply) in writes.iter().enumerate() {
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "write {place}: {}", reply.text());
    }
    let pages = [
        (&mut developer, own.clone()),
        (&mut coordinator.clone(), case.clone()),
        (&mut coordinator.clone(), format!("{case}/developers/1")),
        (&mut desk.clone(), case.clone()),
        (&mut desk.clone(), format!("/ja/desk/reports/{}", scene.main.receipt.number)),
        (&mut finder, "/ja/progress/report".to_owned()),
    ];
    for (browser, way) in pages {
        let html = browser.get(&way).await.text();
        assert!(html.contains("alert(471"), "{way} shows the text");
        for live in ["<script>alert", "<img src=x", "<svg onload", "../../"] {
            assert!(!html.contains(live), "{way} has {live}");
        }
        assert!(!html.contains("49}") && !html.contains(">49<"), "{way} counts");
    }
}

#[tokio::test]
async fn bytes_that_are_no_form_are_told_so() {
    let (_place, scene) = scene("bytes").await;
    let mut desk = scene.browser(scene.desk).await;
    let way = format!("/ja/desk/cases/{}/note", scene.main.number);
    let kind = Some("application/x-www-form-urlencoded");
    let before = events(&scene).await;
    let huge = [format!("csrf={}&text=", desk.csrf).into_bytes(), vec![b'a'; 3 * 1024 * 1024]].concat();
    assert_eq!(desk.send(Method::POST, &way, kind, huge).await.status, StatusCode::PAYLOAD_TOO_LARGE);
    let raw = [format!("csrf={}&text=", desk.csrf).as_bytes(), &[0xFF, 0xFE, 0x80]].concat();
    assert_eq!(desk.send(Method::POST, &way, kind, raw).await.status, StatusCode::BAD_REQUEST);
    let none = desk.send(Method::POST, &way, None, Vec::new()).await;
    assert!(none.status.is_client_error());
    assert_eq!(events(&scene).await, before);
    let long = "あ".repeat(40_000);
    let kept = desk.post(&way, &[("text", &long)]).await;
    assert_eq!(kept.status, StatusCode::UNPROCESSABLE_ENTITY, "too long a text");
    assert!(kept.text().contains(&long[..3_000]), "and it is still there");
}

#[tokio::test]
async fn no_address_makes_the_program_fail() {
    let (_place, scene) = scene("addresses").await;
    let odd = [
        "%00",
        "%FF%FE",
        "..%2F..%2Fetc",
        "%20",
        "'--",
        "%3Cscript%3E",
        "-1",
        "99999999999999999999999",
        "null",
        "%F0%9F%94%A5",
    ];
    let long = "A".repeat(6_000);
    let paths = [
        (Kind::Desk, "/ja/desk/reports/{}"),
        (Kind::Desk, "/ja/desk/reports/{}/files/1"),
        (Kind::Coordinator, "/ja/desk/cases/{}"),
        (Kind::Coordinator, "/ja/desk/cases/{main}/files/{}"),
        (Kind::Coordinator, "/ja/desk/cases/{main}/developers/{}"),
        (Kind::Coordinator, "/ja/desk/cases?page={}&q={}"),
        (Kind::Coordinator, "/ja/desk/developers/{}"),
        (Kind::Coordinator, "/ja/desk/developers?page={}&q={}"),
        (Kind::Desk, "/ja/desk/reports?page={}&state={}&q={}"),
        (Kind::Desk, "/ja/desk?page={}"),
        (Kind::First, "/ja/developer/cases/{}"),
        (Kind::First, "/ja/developer/cases/{main}/files/{}"),
        (Kind::First, "/ja/developer/cases?page={}"),
        (Kind::Finder, "/ja/progress/files/{}"),
        (Kind::Finder, "/ja/progress/report?done={}"),
        (Kind::Nobody, "/ja/report/{}"),
        (Kind::Nobody, "/ja/answer/{}"),
        (Kind::Nobody, "/ja/progress/link/{}"),
        (Kind::Nobody, "/{}/sign-in"),
        (Kind::Administrator, "/ja/admin/accounts?page={}"),
    ];
    for (kind, path) in paths {
        for value in odd.iter().copied().chain([long.as_str()]) {
            let way = path.replace("{main}", &scene.main.number).replace("{}", value);
            let reply = kind.browser(&scene).await.get(&way).await;
            assert!(!reply.status.is_server_error(), "{way}: {}", reply.status);
            let html = reply.text();
            assert!(!html.contains("<script>") && !html.contains("panicked"), "{way}");
            let page = reply.header("content-type").starts_with("text/html");
            assert!(page || reply.bytes.is_empty() || reply.status.is_redirection(), "{way}: {html}");
        }
    }
}

#[tokio::test]
async fn a_database_that_is_gone_says_so_and_nothing_else() {
    let (_place, scene) = scene("gone").await;
    let mut desk = scene.browser(scene.desk).await;
    let mut stranger = scene.world.browser();
    scene.world.office.store().clone().close().await;
    for reply in
        [desk.get("/ja/desk").await, stranger.post("/ja/progress", &[("number", "VR1"), ("secret", "x")]).await]
    {
        assert!(reply.status.is_server_error(), "{}", reply.status);
        let html = reply.text();
        assert!(html.contains("</html>"), "a whole page");
        for leak in ["SELECT", "sqlite", "Pool", "noroshi.db", "/tmp"] {
            assert!(!html.contains(leak), "{leak} in {html}");
        }
    }
}
