//! What every answer carries, and that no page runs code of its own: asked of every page by everybody who may see it,
//! and of every page that they can get to from there.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use casework::Principal;

use crate::common::scene::Scene;
use crate::common::{BASE, Browser, PASSWORD, Place, Reply, World};
use crate::visitors::{ALL, Kind};

/// Most pages that one visitor looks at.
const MOST: usize = 400;

fn is_page(reply: &Reply) -> bool {
    reply.header("content-type").starts_with("text/html")
}

/// What is wrong with an answer's headers and markup.
fn faults(path: &str, reply: &Reply) -> Vec<String> {
    let mut faults = Vec::new();
    let mut wants = |name: &str, value: &str| {
        if reply.header(name) != value {
            faults.push(format!("{path}: {name} is {:?}", reply.header(name)));
        }
    };
    wants("x-content-type-options", "nosniff");
    if path.starts_with("/assets/") {
        return faults;
    }
    wants("referrer-policy", "no-referrer");
    wants("x-frame-options", "DENY");
    wants("content-security-policy", ui::respond::CONTENT_SECURITY_POLICY);
    if is_page(reply) {
        faults.extend(live_code(&reply.text()).into_iter().map(|found| format!("{path}: {found}")));
    }
    faults
}

/// Code or style inside a page: the policy would stop it, and it would be a mistake all the same.
fn live_code(html: &str) -> Vec<String> {
    let mut found = Vec::new();
    for tag in html.split('<').skip(1).filter_map(|rest| rest.split('>').next()) {
        let outside = without_values(tag);
        let inline_script = outside.starts_with("script") && !outside.contains(" src=");
        // Data for our own scripts or machines is no code.
        let is_data = tag.contains("type=\"application/json\"") || tag.contains("type=\"application/ld+json\"");
        let handler = outside.split_whitespace().skip(1).any(|name| name.starts_with("on") && name.contains('='));
        let script_link = tag.to_ascii_lowercase().contains("javascript:");
        let styled = outside.contains(" style=") || outside.starts_with("style");
        if (inline_script && !is_data) || handler || script_link || styled {
            found.push(format!("<{tag}>"));
        }
    }
    found
}

/// A tag with everything between quotation marks left out.
fn without_values(tag: &str) -> String {
    tag.split('"').step_by(2).collect::<Vec<_>>().join("")
}

/// Ways inside the site that a page offers, without those that only a form may go.
fn ways(html: &str) -> BTreeSet<String> {
    let hrefs = html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let plain = hrefs.map(|way| way.split('#').next().unwrap_or_default().replace("&#38;", "&").replace("&amp;", "&"));
    plain.filter(|way| way.starts_with('/') && !way.starts_with("//")).collect()
}

async fn look_around(world: &World, browser: &mut Browser, start: &[&str]) -> Vec<String> {
    let mut faults = Vec::new();
    let mut seen = BTreeSet::new();
    let mut todo: Vec<String> = start.iter().map(|way| (*way).to_owned()).collect();
    while let Some(way) = todo.pop() {
        if !seen.insert(way.clone()) || seen.len() > MOST {
            continue;
        }
        let reply = browser.get(&way).await;
        if !matches!(reply.status, StatusCode::OK | StatusCode::SEE_OTHER | StatusCode::NOT_MODIFIED) {
            // What a test asks for may not be this visitor's, in either language.
            let asked_for = start.contains(&way.as_str());
            if !asked_for {
                faults.push(format!("{way} is offered and answers {}", reply.status));
            }
        }
        faults.extend(self::faults(&way, &reply));
        if reply.status.is_redirection() {
            todo.push(reply.location().split('#').next().unwrap_or_default().replace(BASE, ""));
        }
        let own = ["/ja/desk", "/ja/developer/", "/ja/progress/", "/ja/committee"];
        let own = own.iter().any(|part| way.starts_with(part));
        if own && is_page(&reply) && reply.header("cache-control") != "no-store" {
            faults.push(format!("{way} may be kept: {}", reply.header("cache-control")));
        }
        // The preview is the public page as it will be: what it leads to is not there yet.
        if is_page(&reply) && !way.contains("/advisory/preview") {
            todo.extend(ways(&reply.text()));
        }
        world.clock.advance(1);
    }
    faults
}

#[tokio::test]
async fn every_page_that_anybody_can_get_to_is_guarded_and_whole() {
    let place = Place::sqlite("headers");
    let scene = Scene::play(World::open(&place).await).await;
    scene.convened().await;
    let mut all = Vec::new();
    for kind in ALL {
        let mut browser = kind.browser(&scene).await;
        let starts = [
            "",
            "desk",
            "committee",
            "developer",
            "progress",
            "progress/report",
            "report",
            "admin/accounts",
            "answer",
            "operator",
        ];
        let starts: Vec<_> = starts.iter().flat_map(|way| [format!("/ja/{way}"), format!("/en/{way}")]).collect();
        let starts: Vec<_> = starts.iter().map(String::as_str).collect();
        let faults = look_around(&scene.world, &mut browser, &starts).await;
        all.extend(faults.into_iter().map(|fault| format!("{kind:?}: {fault}")));
    }
    assert!(all.is_empty(), "{} faults: {all:#?}", all.len());
}

#[tokio::test]
async fn refusals_and_redirects_are_guarded_too() {
    let place = Place::sqlite("refusals");
    let scene = Scene::play(World::open(&place).await).await;
    let mut desk = Kind::Desk.browser(&scene).await;
    let mut evil = desk.clone();
    evil.extra.push(("origin", "https://evil.example".into()));
    let number = &scene.main.number;
    let replies = [
        ("redirect", Kind::Nobody.browser(&scene).await.get("/ja/desk").await),
        ("404", desk.get("/ja/desk/cases/VC00000000").await),
        ("other 404", desk.get("/ja/nothing/here").await),
        ("403 token", desk.post_bare(&format!("/ja/desk/cases/{number}/note"), &[("text", "x")]).await),
        ("403 site", evil.post(&format!("/ja/desk/cases/{number}/note"), &[("text", "x")]).await),
        ("422", desk.post(&format!("/ja/desk/cases/{number}/note"), &[("text", "")]).await),
        ("405", desk.post("/ja/desk/cases", &[]).await),
        ("file", desk.get(&format!("/ja/desk/cases/{number}/files/1")).await),
        ("no number", desk.get(&format!("/ja/desk/cases/{number}/files/nought")).await),
    ];
    let faults: Vec<_> = replies.iter().flat_map(|(name, reply)| faults(name, reply)).collect();
    assert!(faults.is_empty(), "{faults:#?}");
}

#[tokio::test]
async fn a_file_is_never_shown_and_never_kept() {
    let place = Place::sqlite("files");
    let scene = Scene::play(World::open(&place).await).await;
    let (number, file) = (&scene.main.number, scene.main.file);
    let ways = [
        (Kind::Desk, format!("/ja/desk/cases/{number}/files/1")),
        (Kind::Coordinator, format!("/ja/desk/cases/{number}/files/1")),
        (Kind::First, format!("/ja/developer/cases/{number}/files/{file}")),
        (Kind::FirstLink, format!("/ja/developer/cases/{number}/files/{file}")),
        (Kind::Finder, format!("/ja/progress/files/{file}")),
    ];
    for (kind, way) in ways {
        let reply = kind.browser(&scene).await.get(&way).await;
        assert_eq!(reply.status, StatusCode::OK, "{way}");
        assert_eq!(reply.bytes, b"proof of concept");
        assert_eq!(reply.header("content-type"), "application/octet-stream");
        assert_eq!(reply.header("cache-control"), "no-store");
        assert_eq!(reply.header("x-content-type-options"), "nosniff");
        assert!(reply.header("content-disposition").starts_with("attachment; filename="), "{way}");
    }
}

/// The flags of a cookie that an answer puts, in small letters.
fn flags(reply: &Reply) -> Vec<BTreeSet<String>> {
    let set = reply.headers.get_all("set-cookie").iter().filter_map(|value| value.to_str().ok());
    set.map(|cookie| cookie.split(';').skip(1).map(|flag| flag.trim().to_ascii_lowercase()).collect()).collect()
}

#[tokio::test]
async fn cookies_go_nowhere_but_here() {
    let place = Place::sqlite("cookies");
    let scene = Scene::play(World::open(&place).await).await;
    let world = &scene.world;
    let secret = scene.main.receipt.secret.as_ref().expect("a secret");
    let code = world.code();
    let sign_in = [("login", "desk"), ("password", PASSWORD), ("code", code.as_str())];
    let receipt = [("number", scene.main.receipt.number.as_str()), ("secret", secret.as_str())];
    let link = scene.fresh_link(scene.first).await;
    let draft = [("product_name", "のろし")];
    let replies = [
        world.browser().post("/ja/sign-in", &sign_in).await,
        world.browser().post("/ja/progress", &receipt).await,
        world.browser().post(&format!("/ja/answer/{link}"), &[]).await,
        world.browser().post_files("/ja/report/product", &draft, &[]).await,
        scene.browser(scene.desk).await.post("/ja/sign-out", &[]).await,
    ];
    for reply in &replies {
        let cookies = flags(reply);
        assert!(!cookies.is_empty(), "a cookie is put: {}", reply.status);
        for flags in cookies {
            for flag in ["httponly", "secure", "path=/"] {
                assert!(flags.contains(flag), "{flag} in {flags:?}");
            }
            assert!(flags.contains("samesite=lax") || flags.contains("samesite=strict"), "{flags:?}");
            assert!(!flags.iter().any(|flag| flag.starts_with("domain=")), "{flags:?}");
        }
    }
}

#[tokio::test]
async fn nobody_is_led_to_another_site() {
    let place = Place::sqlite("led-away");
    let scene = Scene::play(World::open(&place).await).await;
    let ways = [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example/",
        "\\\\evil.example",
        "/ja//evil.example",
        "/ja/..//evil.example",
        "/ja/\\evil.example",
        "/jax",
        "javascript:alert(1)",
        "data:text/html,x",
        "/ja/\r\nSet-Cookie: a=b",
        "/ja/\t/evil.example",
        " /ja/desk",
        "/ja/desk@evil.example",
    ];
    for way in ways {
        // The same login may try ten times in a quarter of an hour, and a code works once.
        scene.world.clock.advance(16 * 60);
        let code = scene.world.code();
        let mut browser = scene.world.browser();
        let query = form_urlencoded::Serializer::new(String::new()).append_pair("to", way).finish();
        let shown = browser.get(&format!("/ja/sign-in?{query}")).await;
        let kept = shown.input("to").unwrap_or_default();
        assert!(kept.is_empty() || kept.starts_with("/ja/"), "{way:?} is kept as {kept:?}");
        let fields = [("login", "desk"), ("password", PASSWORD), ("code", code.as_str()), ("to", way)];
        let reply = browser.post("/ja/sign-in", &fields).await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{way:?}");
        let to = reply.location();
        assert!(to.starts_with("/ja/") && !to.contains("//") && !to.contains('\\'), "{way:?} leads to {to:?}");
        assert_eq!(reply.headers.get_all("set-cookie").iter().count(), 1, "{way:?}");
    }
}

#[tokio::test]
async fn a_false_host_changes_nothing() {
    let place = Place::sqlite("host");
    let scene = Scene::play(World::open(&place).await).await;
    let mut honest = scene.browser(scene.coordinator).await;
    let mut false_host = honest.clone();
    for name in ["host", "x-forwarded-host", "forwarded", "x-original-url", "x-rewrite-url"] {
        false_host.extra.push((name, "evil.example".into()));
    }
    for way in ["/ja/sign-in", "/ja/desk", "/ja/desk/cases", "/ja/", "/ja/desk/cases/VC00000000"] {
        let (one, other) = (honest.get(way).await, false_host.get(way).await);
        assert_eq!(one.status, other.status, "{way}");
        assert!(one.bytes == other.bytes && one.location() == other.location(), "{way} tells the host");
        assert!(!other.text().contains("evil.example"));
    }
    // A mail's link names the partnership's own address, whatever host was asked.
    let fields = [("number", scene.main.receipt.number.as_str()), ("mail", "hakken@finder.example")];
    let mut stranger = scene.world.browser();
    stranger.extra.push(("host", "evil.example".into()));
    stranger.post("/ja/progress/lost", &fields).await;
    scene.world.settle().await;
    let mails = crate::common::scene::mails(&scene.world);
    assert!(mails.iter().any(|mail| mail.text.contains(&format!("{BASE}/ja/progress/link/"))));
    assert!(mails.iter().all(|mail| !mail.text.contains("evil.example")));
}

#[tokio::test]
async fn a_session_ends_after_hours_of_silence_and_after_a_day() {
    let place = Place::sqlite("hours");
    let scene = Scene::play(World::open(&place).await).await;
    let principal = Principal::Account(scene.desk.account.expect("an account"));
    let mut idle = scene.world.as_principal(principal).await;
    assert_eq!(idle.get("/ja/desk").await.status, StatusCode::OK);
    scene.world.clock.advance(8 * 60 * 60 + 1);
    assert_eq!(idle.get("/ja/desk").await.status, StatusCode::SEE_OTHER);
    let mut busy = scene.world.as_principal(principal).await;
    for _ in 0..23 {
        scene.world.clock.advance(60 * 60);
        assert_eq!(busy.get("/ja/desk").await.status, StatusCode::OK);
    }
    scene.world.clock.advance(2 * 60 * 60);
    assert_eq!(busy.get("/ja/desk").await.status, StatusCode::SEE_OTHER, "a day at most");
}

#[test]
fn live_code_is_found() {
    for html in ["<p style=\"a\">", "<script>x</script>", "<a onclick=\"x\">", "<a href=\"javascript:x\">", "<style>"] {
        assert!(!live_code(html).is_empty(), "{html}");
    }
    for html in ["<p class=\"style=\">", "<script src=\"/a.js\" defer>", "<p title=\"on x=1\">", "<option value=\"a\">"]
    {
        assert!(live_code(html).is_empty(), "{html}");
    }
}
