//! Denial coverage: every kind of visitor at every route. Who may is let in; who may not gets exactly what anybody gets
//! who asks for a thing that does not exist.

use axum::http::{Method, StatusCode};

use crate::common::browser::Upload;
use crate::common::scene::{self, Maker, Matter, Scene};
use crate::common::sites;
use crate::common::{Browser, Place, Reply, World};
use crate::routes::{Line, Stranger, TABLE};
use crate::visitors::{ALL, Kind};

/// What an answer amounts to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Allowed,
    SignIn,
    Receipt,
    Link,
    NotFound,
    Forbidden,
    Other(u16),
}

fn outcome(line: &Line, reply: &Reply) -> Outcome {
    let to = reply.location();
    match reply.status {
        StatusCode::SEE_OTHER if to.contains("/sign-in?to=") => Outcome::SignIn,
        StatusCode::SEE_OTHER if to == "/ja/progress" && !line.path.ends_with("/progress") => Outcome::Receipt,
        StatusCode::SEE_OTHER if to == "/ja/operator/again" => Outcome::Link,
        StatusCode::OK | StatusCode::NO_CONTENT | StatusCode::SEE_OTHER => Outcome::Allowed,
        StatusCode::CONFLICT | StatusCode::GONE | StatusCode::UNPROCESSABLE_ENTITY => Outcome::Allowed,
        StatusCode::NOT_FOUND => Outcome::NotFound,
        StatusCode::FORBIDDEN => Outcome::Forbidden,
        other => Outcome::Other(other.as_u16()),
    }
}

fn expected(line: &Line, kind: Kind) -> Outcome {
    if line.who.contains(&kind) {
        return Outcome::Allowed;
    }
    if kind.is_bearer() && line.wants_account() {
        return Outcome::SignIn;
    }
    match (kind.is_stranger(), line.stranger) {
        (false, _) | (true, Stranger::Nothing) => Outcome::NotFound,
        (true, Stranger::SignIn) => Outcome::SignIn,
        (true, Stranger::Receipt) => Outcome::Receipt,
        (true, Stranger::Link) => Outcome::Link,
        (true, Stranger::Refused) => Outcome::Forbidden,
    }
}

/// The parts of an address that name a thing: of one that exists, and of one that does not.
async fn parts(scene: &Scene, line: &Line) -> Vec<(&'static str, String, String)> {
    let mut parts = Vec::new();
    if line.path.contains("/desk/sites/{number}") {
        return site_parts(scene).await;
    }
    if line.path.contains("{number}") {
        let there = match line.path {
            path if path.contains("/reports/") => &scene.main.receipt.number,
            _ => &scene.main.number,
        };
        parts.push(("{number}", there.clone(), format!("{}00000000", &there[..2])));
    }
    if line.path.contains("{file}") {
        let own = line.path.contains("/operator/");
        let file = if own { scene.site().await.1.to_string() } else { scene.main.file.to_string() };
        parts.push(("{file}", file, "01939c1a-0000-7000-8000-000000000000".into()));
    }
    if line.path.contains("{proof}") {
        let proof = scene.proven().await.to_string();
        parts.push(("{proof}", proof, "01939c1a-0000-7000-8000-000000000001".into()));
    }
    if line.path.contains("/committee/{number}") {
        scene.convened().await;
    }
    if line.path.contains("/packages/") {
        scene.told_outside().await;
    }
    if line.path.contains("{place}") {
        parts.push(("{place}", "1".into(), "9".into()));
    }
    if line.path.contains("/mails/{handle}") {
        parts.push(("{handle}", scene.stuck_mail().await, "no-such-mail".into()));
    } else if line.path.contains("{handle}") {
        parts.push(("{handle}", handle(scene.first), "000000000000".into()));
    }
    if line.path.contains("{kind}") {
        parts.push(("{kind}", "product".into(), "nothing".into()));
    }
    if line.path.contains("{login}") {
        let login = if line.path.ends_with("/term") { "mamorita" } else { "spare" };
        parts.push(("{login}", login.into(), "nobody".into()));
    }
    if line.path.contains("{token}") {
        let token = match line.path {
            path if path.contains("/progress/") => scene.fresh_receipt_link().await,
            path if path.contains("/operator/") => scene.operator_link().await,
            path if path.contains("/calendar/") => scene.calendar().await,
            path if path.contains("/subscribe/") => scene.subscription_question().await,
            path if path.contains("/subscriptions/") => scene.subscription().await,
            _ => scene.fresh_link(scene.first).await,
        };
        let other = "A".repeat(token.len());
        parts.push(("{token}", token, other));
    }
    parts
}

/// The same for the page of a website case.
async fn site_parts(scene: &Scene) -> Vec<(&'static str, String, String)> {
    let matter = sites::site_told(&scene.world, scene.desk).await;
    let file = matter.file.to_string();
    vec![
        ("{number}", matter.number, "VW00000000".into()),
        ("{action}", "note".into(), "nothing".into()),
        ("{file}", file, "01939c1a-0000-7000-8000-000000000000".into()),
        ("{place}", "1".into(), "9".into()),
    ]
}

fn address(line: &Line, parts: &[(&str, String, String)], exists: bool) -> String {
    let mut path = line.path.replace("{lang}", "ja");
    for (name, there, not_there) in parts {
        path = path.replace(name, if exists { there } else { not_there });
    }
    assert!(!path.contains('{'), "{}: the test has to know what to put here", line.path);
    path
}

/// The handle of a developer's entry: the random half of its id.
fn handle(maker: Maker) -> String {
    let id = maker.id.0.simple().to_string();
    id[id.len() - 12..].to_owned()
}

const FILES: &[Upload<'_>] = &[Upload { field: "attachments", name: "poc.txt", bytes: b"proof" }];

async fn ask(scene: &Scene, browser: &mut Browser, line: &Line, path: &str) -> Reply {
    let token = browser.csrf.clone();
    send(scene, browser, line, path, &[("csrf", &token)]).await
}

async fn send(scene: &Scene, browser: &mut Browser, line: &Line, path: &str, more: &[(&str, &str)]) -> Reply {
    let third = handle(scene.third);
    let mut fields = more.to_vec();
    fields.extend(line.fields.iter().map(|(name, value)| (*name, if *value == "{third}" { &third } else { *value })));
    match line.method {
        "GET" => browser.get(path).await,
        _ if line.files => browser.post_files_bare(path, &fields, FILES).await,
        _ => browser.post_bare(path, &fields).await,
    }
}

/// An answer with what names the thing taken out, to be compared byte for byte.
fn bare(reply: &Reply, parts: &[(&str, String, String)]) -> (StatusCode, Vec<(String, String)>, String) {
    let plain = |text: &str| {
        parts.iter().fold(text.to_owned(), |text, (name, there, not_there)| {
            text.replace(there.as_str(), name).replace(not_there.as_str(), name)
        })
    };
    let headers = reply.headers.iter().map(|(name, value)| (name.to_string(), plain(value.to_str().unwrap_or("?"))));
    let headers = headers.filter(|(name, _)| name != "content-length").collect();
    (reply.status, headers, plain(&reply.text()))
}

async fn events(world: &World) -> u64 {
    let verified = world.office.store().verify().await.expect("the journal is read");
    assert!(verified.broken.is_empty(), "{:?}", verified.broken);
    verified.events
}

#[tokio::test]
async fn who_may_not_finds_what_anybody_finds_where_there_is_nothing() {
    let place = Place::sqlite("denial");
    let scene = Scene::play(World::open(&place).await).await;
    scene.site().await;
    let mut wrong = Vec::new();
    let mut asked = 0;
    for line in TABLE {
        let parts = parts(&scene, line).await;
        let before = events(&scene.world).await;
        for kind in ALL.iter().copied().filter(|kind| !line.who.contains(kind)) {
            let mut browser = kind.browser(&scene).await;
            let there = ask(&scene, &mut browser, line, &address(line, &parts, true)).await;
            let mut same = browser.clone();
            let nothing = ask(&scene, &mut same, line, &address(line, &parts, false)).await;
            let (got, due) = (outcome(line, &there), expected(line, kind));
            if got != due {
                wrong.push(format!("{} {} for {kind:?}: {got:?}, not {due:?}", line.method, line.path));
            }
            if bare(&there, &parts) != bare(&nothing, &parts) {
                wrong.push(format!("{} {} tells {kind:?} that the thing exists", line.method, line.path));
            }
            asked += 1;
        }
        if events(&scene.world).await != before {
            wrong.push(format!("{} {} changed something for somebody who may not", line.method, line.path));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(asked > TABLE.len(), "somebody was denied");
}

/// Asks for everything of a case as somebody who does not know of it yet: all of it is as if there were no such case.
async fn is_nothing_to(scene: &Scene, kind: Kind, way: &str, matter: &Matter) {
    let (number, file) = (&matter.number, matter.file.to_string());
    let before = events(&scene.world).await;
    for line in TABLE.iter().filter(|line| line.path.contains(way)) {
        let parts = [
            ("{number}", number.clone(), "VC00000000".into()),
            ("{place}", "1".into(), "1".into()),
            ("{file}", file.clone(), file.clone()),
            ("{proof}", file.clone(), file.clone()),
        ];
        let mut browser = kind.browser(scene).await;
        let there = ask(scene, &mut browser, line, &address(line, &parts, true)).await;
        let nothing = ask(scene, &mut browser, line, &address(line, &parts, false)).await;
        assert_eq!(there.status, StatusCode::NOT_FOUND, "{} {} for {kind:?}", line.method, line.path);
        assert_eq!(bare(&there, &parts[..1]), bare(&nothing, &parts[..1]), "{} {}", line.method, line.path);
    }
    assert_eq!(events(&scene.world).await, before, "nothing was changed");
}

#[tokio::test]
async fn a_case_that_nobody_was_given_yet_is_nothing_to_them() {
    let place = Place::sqlite("not-given");
    let scene = Scene::play(World::open(&place).await).await;
    scene.site().await;
    let kept = scene::accepted(&scene.world, scene.desk, "秘密の製品").await;
    is_nothing_to(&scene, Kind::Coordinator, "/desk/cases/{number}", &kept).await;
    let lists = ["/ja/desk", "/ja/desk/cases", "/ja/desk/cases?q=秘密", "/ja/desk/mails"];
    let mut coordinator = scene.browser(scene.coordinator).await;
    for way in lists.map(|way| way.replace("秘密", "%E7%A7%98%E5%AF%86")) {
        let page = coordinator.get(&way).await;
        assert_eq!(page.status, StatusCode::OK, "{way}");
        assert!(!page.text().contains(&kept.number) && !page.text().contains("秘密の製品"), "{way}");
    }
    // The third developer stands on the case, and nobody tried to reach it.
    let office = &scene.world.office;
    office.add_developer(scene.main.case, scene.coordinator, None, scene.third.id).await.expect("added");
    is_nothing_to(&scene, Kind::Third, "/developer/cases/{number}", &scene.main).await;
}

#[tokio::test]
async fn who_may_is_let_in_and_finds_nothing_only_where_there_is_nothing() {
    let place = Place::sqlite("allowed");
    let scene = Scene::play(World::open(&place).await).await;
    scene.site().await;
    let mut wrong = Vec::new();
    for line in TABLE {
        for kind in line.who.iter().copied() {
            // Tries at signing in are counted for a quarter of an hour.
            scene.world.clock.advance(120);
            let parts = parts(&scene, line).await;
            let mut browser = kind.browser(&scene).await;
            if !parts.is_empty() && !line.path.contains("{token}") {
                let nothing = ask(&scene, &mut browser.clone(), line, &address(line, &parts, false)).await;
                if nothing.status != StatusCode::NOT_FOUND {
                    wrong.push(format!("{} {} of nothing for {kind:?}: {}", line.method, line.path, nothing.status));
                }
            }
            let there = ask(&scene, &mut browser, line, &address(line, &parts, true)).await;
            if outcome(line, &there) != Outcome::Allowed {
                wrong.push(format!("{} {} for {kind:?}: {}", line.method, line.path, there.status));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[tokio::test]
async fn a_form_without_its_token_or_from_another_site_is_refused() {
    let place = Place::sqlite("forged");
    let scene = Scene::play(World::open(&place).await).await;
    scene.site().await;
    let mut wrong = Vec::new();
    for line in TABLE.iter().filter(|line| line.method == "POST" && !line.path.contains("{token}")) {
        let path = address(line, &parts(&scene, line).await, true);
        let before = events(&scene.world).await;
        let kind = line.who.first().copied().unwrap_or(Kind::Desk);
        let browser = kind.browser(&scene).await;
        let strange = [
            ("sec-fetch-site", "cross-site"),
            ("sec-fetch-site", "same-site"),
            ("origin", "https://evil.example"),
            ("origin", "null"),
        ];
        for (name, value) in strange {
            let mut browser = browser.clone();
            browser.extra.push((name, value.to_owned()));
            let reply = ask(&scene, &mut browser, line, &path).await;
            if reply.status != StatusCode::FORBIDDEN {
                wrong.push(format!("{path} with {name}: {value}: {}", reply.status));
            }
        }
        let stolen = scene.browser(scene.coordinator).await.csrf;
        for token in [None, Some(""), Some("AAAA"), Some(stolen.as_str())].into_iter().filter(|_| line.token) {
            let token_field: Vec<_> = token.map(|token| ("csrf", token)).into_iter().collect();
            let reply = send(&scene, &mut browser.clone(), line, &path, &token_field).await;
            if reply.status != StatusCode::FORBIDDEN {
                wrong.push(format!("{path} with token {token:?}: {}", reply.status));
            }
        }
        if events(&scene.world).await != before {
            wrong.push(format!("{path} changed something"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[tokio::test]
async fn a_method_that_a_route_does_not_know_is_refused_alike_for_what_exists_and_what_does_not() {
    let place = Place::sqlite("method");
    let scene = Scene::play(World::open(&place).await).await;
    scene.site().await;
    for line in TABLE.iter().filter(|line| !line.path.contains("{token}")) {
        let known = TABLE.iter().filter(|other| other.path == line.path).map(|other| other.method);
        let known: Vec<_> = known.collect();
        for method in [Method::GET, Method::POST, Method::PUT, Method::DELETE, Method::PATCH] {
            if known.contains(&method.as_str()) {
                continue;
            }
            for kind in [Kind::Nobody, Kind::Desk, Kind::Third] {
                let parts = parts(&scene, line).await;
                let mut browser = kind.browser(&scene).await;
                let there = browser.send(method.clone(), &address(line, &parts, true), None, Vec::new()).await;
                let nothing = browser.send(method.clone(), &address(line, &parts, false), None, Vec::new()).await;
                assert_eq!(there.status, StatusCode::METHOD_NOT_ALLOWED, "{method} {} for {kind:?}", line.path);
                assert_eq!(bare(&there, &parts), bare(&nothing, &parts), "{method} {} for {kind:?}", line.path);
            }
        }
    }
}
