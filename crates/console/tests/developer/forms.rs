//! Every form: what is right is carried out, what is wrong comes back open with everything typed.

use rulebook::case::{CaseCommand, Thread};

use crate::common::browser::Browser;
use crate::common::scene::{Maker, Matter, Scene};
use crate::common::{Place, Reply};
use crate::{scene, way};

const TYPED: &str = "半日かけて書いた文章";

type Fields<'a> = &'a [(&'a str, &'a str)];

/// Whether everything that folds around a form is open.
fn stands_open(page: &Reply, form: &str) -> bool {
    let html = page.text();
    let before = html.split_once(form).expect("the form is there").0;
    let mut around: Vec<bool> = Vec::new();
    for tag in before.split('<').filter_map(|part| part.split('>').next()) {
        match tag {
            "/details" => _ = around.pop(),
            tag if tag.starts_with("details") => around.push(tag.ends_with(" open")),
            _ => {}
        }
    }
    around.into_iter().all(|open| open)
}

/// Sends something wrong, then something right.
async fn try_form(browser: &mut Browser, matter: &Matter, form: &str, wrong: Fields<'_>, right: Fields<'_>) {
    let seen = browser.get(&way(matter, "")).await.seen();
    let path = way(matter, &format!("/{form}"));
    for (fields, is_right) in [(wrong, false), (right, true)] {
        let fields = [fields, &[("seen", seen.as_str())]].concat();
        let reply = match form {
            "message" => browser.post_files(&path, &fields, &[]).await,
            _ => browser.post(&path, &fields).await,
        };
        if !is_right {
            assert_eq!(reply.status, 422, "{form}");
            let html = reply.text();
            assert!(html.contains(TYPED), "{form} keeps what was typed");
            assert!(stands_open(&reply, &format!("/{form}\" class=\"command\"")), "{form} stands open");
            assert!(html.contains("error-summary"), "{form} says what is wrong");
            continue;
        }
        assert_eq!(reply.status, 303, "{form}: {}", reply.text());
        let page = browser.follow(reply).await;
        assert_eq!(page.status, 200);
        assert!(page.text().contains("notice-success"), "{form} says that it was taken");
    }
}

/// A developer in the other case that was written to and has not answered.
async fn contacted(scene: &Scene) -> Maker {
    let (office, case) = (&scene.world.office, scene.other.case);
    let third = scene.third;
    office.add_developer(case, scene.coordinator, None, third.id).await.expect("added");
    let link = CaseCommand::SendAnswerLink { developer: third.id, to: "psirt@kagari.example".into() };
    office.act(case, scene.coordinator, None, link.into()).await.expect("a link is sent");
    third
}

#[tokio::test]
async fn each_form_is_carried_out_or_comes_back_with_everything_typed() {
    let place = Place::sqlite("developer-forms");
    let scene = scene(&place).await;
    let third = contacted(&scene).await;
    let (main, other) = (&scene.main, &scene.other);

    let mut browser = scene.browser(third.member).await;
    let wrong = [("person", TYPED), ("mail", "どこか")];
    try_form(&mut browser, other, "confirm", &wrong, &[("person", "篝"), ("mail", "psirt@kagari.example")]).await;

    let mut browser = scene.browser(scene.first.member).await;
    let wrong = [("result", ""), ("explanation", TYPED)];
    try_form(&mut browser, other, "verification", &wrong, &[("result", "affected"), ("explanation", "")]).await;
    let wrong = [("fix", TYPED), ("workaround", ""), ("ready_on", "来週")];
    try_form(&mut browser, other, "countermeasure", &wrong, &[("fix", "3.4.2 で直します。")]).await;
    let wrong = [("affected", "affected"), ("statement_ja", TYPED), ("link", "こちら")];
    try_form(&mut browser, other, "status", &wrong, &[("affected", "affected"), ("product-0", "みはらし")]).await;
    let wrong = [("day", "十二月"), ("comment", TYPED)];
    try_form(&mut browser, other, "day", &wrong, &[("day", ""), ("comment", "連休を避けてください。")]).await;
    let long = TYPED.repeat(3_000);
    try_form(&mut browser, other, "message", &[("text", &long)], &[("text", "質問があります。")]).await;
    let wrong = [("agrees", ""), ("comment", TYPED)];
    try_form(&mut browser, main, "comment", &wrong, &[("agrees", "no"), ("comment", "版を直してください。")]).await;
    let page = browser.get(&way(main, "")).await.text();
    assert!(page.contains("版を直してください。"), "its own comment");
}

#[tokio::test]
async fn nothing_is_sent_where_nothing_is_said() {
    let place = Place::sqlite("developer-empty");
    let scene = scene(&place).await;
    let mut browser = scene.browser(scene.first.member).await;
    assert_eq!(browser.post_files(&way(&scene.other, "/message"), &[], &[]).await.status, 422);
    for form in ["verification", "countermeasure", "status", "day"] {
        assert_eq!(browser.post(&way(&scene.other, &format!("/{form}")), &[]).await.status, 422, "{form}");
    }
    let disagrees = [("agrees", "no"), ("comment", " ")];
    assert_eq!(browser.post(&way(&scene.main, "/comment"), &disagrees).await.status, 422);
}

#[tokio::test]
async fn a_form_on_an_old_page_comes_back_with_its_text() {
    let place = Place::sqlite("developer-stale");
    let scene = scene(&place).await;
    let mut browser = scene.browser(scene.first.member).await;
    let seen = browser.get(&way(&scene.main, "")).await.seen();
    let thread = Thread::Developer(scene.first.id);
    scene.act(scene.coordinator, casework::CaseOrder::Write { thread, text: "ご確認ください。".into() }).await;
    let fields = [("fix", TYPED), ("seen", &seen)];
    let reply = browser.post(&way(&scene.main, "/countermeasure"), &fields).await;
    assert_eq!(reply.status, 409);
    assert!(reply.text().contains(TYPED) && reply.text().contains("ご確認ください。"), "both are there");
    let fields = [("fix", TYPED), ("seen", &reply.seen())];
    assert_eq!(browser.post(&way(&scene.main, "/countermeasure"), &fields).await.status, 303);
}

#[tokio::test]
async fn a_form_that_has_no_place_any_more_still_shows_what_was_typed() {
    let place = Place::sqlite("developer-late");
    let scene = scene(&place).await;
    let mut browser = scene.browser(scene.first.member).await;
    let fields = [("person", TYPED), ("mail", "psirt@miharashi.example")];
    let reply = browser.post(&way(&scene.main, "/confirm"), &fields).await;
    assert_eq!(reply.status, 422, "its contact was confirmed before");
    assert!(reply.text().contains(TYPED) && reply.text().contains("送れなかった内容"));
}

#[tokio::test]
async fn rows_for_products_grow_with_what_is_in_them() {
    let place = Place::sqlite("developer-rows");
    let scene = scene(&place).await;
    let mut browser = scene.browser(scene.first.member).await;
    let rows = |html: &str| html.matches("class=\"product-row\"").count();
    assert_eq!(rows(&browser.get(&way(&scene.other, "")).await.text()), 2);
    let names: Vec<String> = (0..5).map(|row| format!("product-{row}")).collect();
    let mut fields: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "みはらしメール")).collect();
    fields.extend([("affected", "affected"), ("from-4", "9.1"), ("to-4", "9.8"), ("statement_ja", TYPED)]);
    let more = [fields.clone(), vec![("more", "yes")]].concat();
    let reply = browser.post(&way(&scene.other, "/status"), &more).await;
    assert_eq!((reply.status.as_u16(), rows(&reply.text())), (200, 6), "one more than there were");
    assert!(reply.text().contains(TYPED) && reply.text().contains("value=\"9.8\""));

    let nameless = [fields.clone(), vec![("from-5", "1.0")]].concat();
    let reply = browser.post(&way(&scene.other, "/status"), &nameless).await;
    assert_eq!(reply.status, 422, "a version of no product is not left out silently");
    assert!(reply.text().contains("製品名を記入してください。"));

    assert_eq!(browser.post(&way(&scene.other, "/status"), &fields).await.status, 303);
    let page = browser.get(&way(&scene.other, "")).await.text();
    assert_eq!(rows(&page), 6);
    assert!(page.contains("ほか1件"), "the summary names a few");
}
