//! The portal follows the tree: what is published appears, what is updated changes, nothing of the old page stays.

mod help;
mod sample;

use axum::http::StatusCode;
use formats::{Localized, PublicDocument};
use help::site;

const HTTPS: &str = "https://noroshi.example";

fn updated(document: &PublicDocument) -> PublicDocument {
    let mut newer = document.clone();
    newer.revision += 1;
    newer.updated_at = sample::at("2026-06-09T03:00:00Z");
    newer.overview = Localized::new("内容を改めました。", "This text is new.");
    newer.history.push(formats::document::Revision {
        number: newer.revision,
        at: newer.updated_at,
        summary: Localized::new("更新しました。", "Updated."),
    });
    newer
}

#[tokio::test]
async fn what_is_published_appears() {
    let mut documents = vec![sample::unreached()];
    let site = site("appears", &documents, HTTPS);
    assert_eq!(site.get("/en/advisories/JVN10293847").await.status, StatusCode::NOT_FOUND);
    assert!(!site.portal.refresh(), "nothing has changed");

    documents.push(sample::one_vendor());
    sample::write_tree(&site.folder.0, &documents, HTTPS);
    assert!(site.portal.refresh());
    assert!(site.page("/en/advisories").await.contains("Midori Report"));
    assert!(site.page("/en/advisories/JVN10293847").await.contains("Midori Report"));
}

#[tokio::test]
async fn an_update_replaces_the_page() {
    let first = sample::unreached();
    let site = site("update", std::slice::from_ref(&first), HTTPS);
    let path = "/en/advisories/JVN56473829";
    let before = site.get(path).await;
    assert!(!before.body.contains("This text is new."));
    assert!(site.ask_at_door(path, &[]).await.is_some_and(|kept| kept.body == before.body));

    sample::write_tree(&site.folder.0, &[first.clone(), updated(&first)], HTTPS);
    assert!(site.portal.refresh());
    assert!(site.ask_at_door(path, &[]).await.is_none(), "what is kept is no longer the newest");
    let after = site.ask(path, &[("if-none-match", before.header("etag"))]).await;
    assert_eq!(after.status, StatusCode::OK, "the old tag no longer holds");
    assert!(after.body.contains("This text is new.") && after.body.contains("(revision 2)"));
    assert!(site.page(&format!("{path}/1")).await.contains("This is revision 1"));
    assert!(!site.page(&format!("{path}/1")).await.contains("This text is new."));
}

#[tokio::test]
async fn a_document_without_its_line_is_not_shown_yet() {
    let site = site("half", &[sample::unreached()], HTTPS);
    // The publishing program writes the document first and the lists after.
    let newer = updated(&sample::unreached());
    sample::write(&site.folder.0, "advisories/JVN56473829/2/document.json", newer.to_json().as_bytes());
    site.portal.refresh();
    assert!(!site.page("/en/advisories/JVN56473829").await.contains("This text is new."));
    assert_eq!(site.get("/en/advisories/JVN56473829/2").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_follower_looks_when_it_is_told_to() {
    let site = site("told", &[sample::unreached()], HTTPS);
    let follower = tokio::spawn(portal::follow(site.portal.clone()));
    sample::write_tree(&site.folder.0, &[sample::unreached(), sample::one_vendor()], HTTPS);
    site.portal.notify();
    while site.get("/en/advisories/JVN10293847").await.status != StatusCode::OK {
        tokio::task::yield_now().await;
    }
    follower.abort();
}

#[tokio::test]
async fn changed_rules_are_seen() {
    let site = site("rules-change", &[], HTTPS);
    assert!(site.page("/en/process").await.contains("45 days"));
    let text = std::fs::read_to_string(site.folder.0.join("pages/rules.json")).expect("the sample's rules");
    sample::write(&site.folder.0, "pages/rules.json", text.replace("45 days", "50 whole days").as_bytes());
    assert!(site.portal.refresh());
    assert!(site.page("/en/process").await.contains("50 whole days"));
}
