//! Markup in every field that somebody can write: never more than text, in the editor, to read, and in the preview.

use rulebook::case::{CaseCommand, Countermeasure, ProductStatus, StatusStatement};
use rulebook::text::Localized;

use crate::common::{Browser, Place};
use crate::page::{save, scene, way};

const MARKUP: &str = "\"'><script>alert(4711)</script><img src=x onerror=alert(4712)>";

fn is_harmless(page: &str, html: &str) {
    assert!(html.contains("alert(4711)"), "{page} shows the text at all");
    assert!(!html.contains("<script>alert") && !html.contains("<img src=x"), "{page} has live markup");
    for attribute in ["value=\"\"'>", "href=\"\"'>"] {
        assert!(!html.contains(attribute), "{page} lets text out of {attribute}");
    }
}

async fn look(browser: &mut Browser, path: &str) {
    let reply = browser.get(path).await;
    assert_eq!(reply.status, 200, "{path}");
    is_harmless(path, &reply.text());
}

#[tokio::test]
async fn markup_in_every_field_stays_text() {
    let place = Place::sqlite("advisory-hostile");
    let scene = scene(&place).await;
    let matter = &scene.main;
    let text = || MARKUP.to_owned();
    let status = StatusStatement {
        products: vec![ProductStatus { product: text(), from: text(), to: text(), ..ProductStatus::default() }],
        statement: Localized::new(text(), text()),
        ..StatusStatement::default()
    };
    scene.world.clock.advance(60);
    scene.act(scene.second.member, CaseCommand::StateStatus(status)).await;
    let countermeasure = Countermeasure { fix: text(), workaround: text(), ready_on: None };
    scene.act(scene.second.member, CaseCommand::StateCountermeasure(countermeasure)).await;
    scene.act(scene.second.member, CaseCommand::CommentPreview { agrees: false, comment: text() }).await;

    let mut coordinator = scene.browser(scene.coordinator).await;
    let pairs = ["title", "overview", "note", "details", "impact", "solution", "supplement", "credit"];
    let mut names: Vec<String> = pairs.iter().flat_map(|name| [format!("{name}_ja"), format!("{name}_en")]).collect();
    names.extend(["vendor-0", "product-0", "from-0", "to-0", "reftitle-0", "then-not"].map(str::to_owned));
    let mut new: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), MARKUP)).collect();
    new.push(("refurl-0", "https://example.jp/?q=\"><script>alert(4711)</script>"));
    // The same version at both ends is one version, when the last one is affected.
    new.push(("bound-0", "last"));
    let refused = save(&mut coordinator, matter, &new).await;
    assert_eq!(refused.status, 422, "such an address is none");
    is_harmless("the refused form", &refused.text());
    new.retain(|(name, _)| *name != "refurl-0");
    new.push(("refurl-0", "https://example.jp/?q=alert(4711)"));
    let ids = [("cwe", MARKUP), ("cve", MARKUP), ("cvss-0", MARKUP), ("score-0", "<b>")];
    let refused = save(&mut coordinator, matter, &ids).await;
    assert_eq!(refused.status, 422);
    is_harmless("the refused ids", &refused.text());
    let saved = save(&mut coordinator, matter, &[new.clone(), vec![("then", "refresh")]].concat()).await;
    assert_eq!(saved.status, 303, "{}", saved.text());

    look(&mut coordinator, &way(matter, "")).await;
    look(&mut coordinator, &way(matter, "").replace("/ja/", "/en/")).await;
    look(&mut scene.browser(scene.desk).await, &way(matter, "")).await;
    look(&mut coordinator, &way(matter, "/preview")).await;
    look(&mut coordinator, &way(matter, "/preview").replace("/ja/", "/en/")).await;
}

#[tokio::test]
async fn the_preview_is_the_public_page_and_nobody_keeps_it() {
    let place = Place::sqlite("advisory-preview");
    let scene = scene(&place).await;
    let mut coordinator = scene.browser(scene.coordinator).await;
    let page = coordinator.get(&way(&scene.main, "/preview")).await;
    assert_eq!(page.status, 200);
    assert_eq!(page.header("cache-control"), "no-store");
    assert!(page.header("content-security-policy").starts_with("default-src 'none'"));
    let html = page.text();
    assert!(html.contains("これはまだ公表されていない文案です。"));
    assert!(html.contains("class=\"advisory\""), "the page of the portal");
    assert!(html.contains("任意のスクリプトが実行されます。"));
    assert!(html.contains(&format!("href=\"{}\"", way(&scene.main, ""))), "the way back");
    let english = coordinator.get(&way(&scene.main, "/preview").replace("/ja/", "/en/")).await.text();
    assert!(
        english.contains("An arbitrary script may be executed.") && english.contains("This text is not published yet.")
    );
}
