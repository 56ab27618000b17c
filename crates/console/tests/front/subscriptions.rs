//! Advisories by mail, as somebody meets it on the pages: asking, saying yes, changing, leaving.

use axum::http::Method;

use crate::common::scene::{links, mails};
use crate::*;

const ASK: &str = "/ja/subscribe";
const READER: &str = "yomite@mail.example";
/// Text that would be markup.
const MARKUP: &str = "<script>alert(1)</script>";

/// Asks and says yes: the address of the reader's own page.
async fn subscribed(world: &World, browser: &mut Browser, fields: &[(&str, &str)]) -> String {
    let sent = browser.post_bare(ASK, &[&[("mail", READER)], fields].concat()).await;
    assert_eq!(sent.status, 200, "{}", sent.text());
    world.settle().await;
    let question = links(world, "/subscribe/confirm/").pop().expect("a mail that asks");
    let way = format!("{ASK}/confirm/{question}");
    let looked = browser.get(&way).await;
    assert_eq!(looked.status, 200);
    let yes = browser.post_bare(&way, &[]).await;
    assert_eq!(yes.status, 303, "{}", yes.text());
    yes.location().split('?').next().expect("a way").to_owned()
}

#[tokio::test]
async fn whoever_asks_sees_the_same_whether_an_address_is_known_or_not() {
    let (_place, world) = world("subscribe-same").await;
    let mut browser = world.browser();
    subscribed(&world, &mut browser, &[("q", "ルーター")]).await;
    let known = world.browser().post_bare(ASK, &[("mail", READER), ("q", "ルーター")]).await;
    let unknown = world.browser().post_bare(ASK, &[("mail", "other@mail.example"), ("q", "ルーター")]).await;
    assert_eq!((known.status, known.text()), (unknown.status, unknown.text()));
    for nth in 0..10 {
        let again = world.browser().post_bare(ASK, &[("mail", READER), ("q", "ルーター")]).await;
        assert_eq!(again.text(), known.text(), "also when no mail goes out any more: {nth}");
    }
    world.settle().await;
    let asked = mails(&world).iter().filter(|mail| mail.to == READER).count();
    assert!(asked <= 5, "{asked} mails to one mailbox");
    assert!(mails(&world).iter().all(|mail| !mail.text.contains("ルーター")), "nothing of whoever asked is mailed");
}

#[tokio::test]
async fn a_search_becomes_a_subscription_that_its_reader_changes_and_leaves() {
    let (_place, world) = world("subscribe").await;
    let mut browser = world.browser();
    let search = form_urlencoded::Serializer::new(String::new())
        .extend_pairs([("q", MARKUP), ("vendor", "aoba"), ("severity", "high"), ("sort", "-score"), ("evil", "1")])
        .finish();
    for lang in LANGUAGES {
        let page = browser.get(&format!("/{lang}/subscribe?{search}")).await;
        let text = page.text();
        assert_eq!(page.status, 200);
        assert!(!text.contains(MARKUP) && text.contains("aoba") && !text.contains("name=\"evil\""), "{text}");
        assert!(text.contains("value=\"high\" selected"), "the severity is the threshold");
    }
    let wrong = browser.post_bare(ASK, &[("mail", "no address"), ("q", MARKUP), ("rhythm", "daily")]).await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.text().contains("no address") && !wrong.text().contains(MARKUP));

    let fields = [("q", MARKUP), ("least", "high"), ("language", "en"), ("rhythm", "daily"), ("updates", "yes")];
    let own = subscribed(&world, &mut browser, &fields).await;
    let page = browser.get(&own).await;
    assert_eq!(page.status, 200);
    assert!(!page.text().contains(MARKUP) && !page.text().contains(READER), "{}", page.text());
    let seen = page.seen();
    let none = browser.post_bare(&own, &[("seen", &seen), ("remove-0", "yes")]).await;
    assert_eq!(none.status, 422, "one search stays");
    let changed = [("seen", seen.as_str()), ("least-0", "critical"), ("rhythm", "at-once"), ("language", "ja")];
    assert_eq!(browser.post_bare(&own, &changed).await.status, 303);
    let stale = browser.post_bare(&own, &changed).await;
    assert_eq!(stale.status, 409, "the page was older than the settings");
    assert!(browser.get(&own).await.text().contains("value=\"critical\" selected"));

    let leave = format!("{own}/leave");
    assert_eq!(browser.get(&leave).await.status, 200);
    assert_eq!(browser.get(&own).await.status, 200, "looking ends nothing");
    // A mail program's one click: no cookie, no origin, a form as RFC 8058 has it.
    let mut program = world.browser();
    let body = b"List-Unsubscribe=One-Click".to_vec();
    let click = program.send(Method::POST, &leave, Some("application/x-www-form-urlencoded"), body.clone()).await;
    assert_eq!(click.status, 200);
    let again = program.send(Method::POST, &leave, Some("application/x-www-form-urlencoded"), body).await;
    assert_eq!((again.status, again.text()), (click.status, click.text()), "the same however often");
    assert_eq!(browser.get(&own).await.status, 410);
    assert!(world.office.store().subscriber_at(READER).await.expect("the store").is_none());
}
