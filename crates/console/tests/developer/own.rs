//! A developer's own side and nothing else; what people wrote is text and never more.

use rulebook::case::{
    Affectedness, CaseCommand, Countermeasure, ProductStatus, StatusStatement, Thread, Verification, VerificationResult,
};
use rulebook::text::Localized;

use crate::common::Place;
use crate::{scene, way};

const MARKUP: &str = "\"'><script>alert(4711)</script><img src=x onerror=alert(4712)>";

#[tokio::test]
async fn what_other_developers_say_is_never_in_the_page() {
    let place = Place::sqlite("developer-own");
    let scene = scene(&place).await;
    let secret = "のろし電機だけの話";
    let status = StatusStatement {
        affected: Affectedness::Affected,
        products: vec![ProductStatus { product: secret.into(), ..ProductStatus::default() }],
        statement: Localized::new(secret, secret),
        link: String::new(),
    };
    let comment = CaseCommand::CommentPreview { agrees: false, comment: secret.into() };
    let day = CaseCommand::ProposeDay { day: None, comment: secret.into() };
    for command in [CaseCommand::StateStatus(status), comment, day] {
        scene.act(scene.second.member, command).await;
    }
    let thread = Thread::Developer(scene.second.id);
    scene.act(scene.second.member, casework::CaseOrder::Write { thread, text: secret.into() }).await;
    let page = scene.world.office.case_page(scene.main.case, scene.coordinator).await.expect("the case");
    let mut content = page.view.advisory.and_then(|draft| draft.content).expect("a draft");
    content.overview = Localized::new("新しい概要です。", "A new overview.");
    scene.act(scene.coordinator, CaseCommand::EditAdvisory(Box::new(content))).await;
    scene.act(scene.coordinator, CaseCommand::SendPreview).await;

    let mut browser = scene.browser(scene.first.member).await;
    let html = browser.get(&way(&scene.main, "")).await.text();
    assert!(html.contains("新しい概要です。"), "the text is shown");
    assert!(html.contains("ベンダ情報（株式会社みはらしソフト）"), "with its own part");
    assert!(!html.contains("のろし電機"), "and nobody else's");
    let html = scene.browser(scene.second.member).await.get(&way(&scene.main, "")).await.text();
    assert!(html.contains(secret) && !html.contains("みはらしソフト"));
    assert_eq!(scene.browser(scene.third.member).await.get(&way(&scene.main, "")).await.status, 404);
}

#[tokio::test]
async fn markup_in_every_field_stays_text() {
    let place = Place::sqlite("developer-hostile");
    let scene = scene(&place).await;
    let text = || MARKUP.to_owned();
    let status = StatusStatement {
        affected: Affectedness::Affected,
        products: vec![ProductStatus { product: text(), from: text(), to: text(), ..ProductStatus::default() }],
        statement: Localized::new(text(), text()),
        link: String::new(),
    };
    let verification = Verification { result: VerificationResult::Affected, explanation: text() };
    let countermeasure = Countermeasure { fix: text(), workaround: text(), ready_on: None };
    let commands = [
        CaseCommand::StateVerification(verification),
        CaseCommand::StateCountermeasure(countermeasure),
        CaseCommand::StateStatus(status),
        CaseCommand::ProposeDay { day: None, comment: text() },
        CaseCommand::CommentPreview { agrees: false, comment: text() },
    ];
    for command in commands {
        scene.act(scene.first.member, command).await;
    }
    let thread = Thread::Developer(scene.first.id);
    for who in [scene.coordinator, scene.first.member] {
        scene.act(who, casework::CaseOrder::Write { thread, text: text() }).await;
    }
    let mut browser = scene.browser(scene.first.member).await;
    let names = ["person", "mail", "explanation", "fix", "workaround", "ready_on", "product-0", "from-0", "to-0"];
    let names = names.into_iter().chain(["statement_ja", "statement_en", "link", "day", "comment", "agrees", "text"]);
    let fields: Vec<(&str, &str)> = names.map(|name| (name, MARKUP)).collect();
    let mut pages = vec![browser.get(&way(&scene.main, "")).await, browser.get("/en/developer/cases").await];
    for form in ["confirm", "verification", "countermeasure", "status", "day", "comment"] {
        pages.push(browser.post(&way(&scene.main, &format!("/{form}")), &fields).await);
    }
    let wrong = [("number", MARKUP), ("mail", MARKUP)];
    pages.push(scene.world.browser().post_bare("/ja/answer", &wrong).await);
    for page in pages {
        let html = page.text();
        assert!(!html.contains("<script>alert") && !html.contains("<img src=x"), "live markup");
        assert!(!html.contains("value=\"\"'>"), "text gets out of an attribute");
    }
}

#[tokio::test]
async fn files_are_handed_out_to_be_kept_and_never_shown() {
    let place = Place::sqlite("developer-files");
    let scene = scene(&place).await;
    let mut browser = scene.link(scene.first, &scene.main).await;
    let reply = browser.get(&way(&scene.main, &format!("/files/{}", scene.main.file))).await;
    assert_eq!(reply.status, 200);
    assert_eq!(reply.bytes, b"proof of concept");
    assert!(reply.header("content-disposition").starts_with("attachment"));
    assert_eq!(reply.header("content-type"), "application/octet-stream");
    assert_eq!(reply.header("x-content-type-options"), "nosniff");
    assert_eq!(reply.header("cache-control"), "no-store");
    for file in [scene.other.file.to_string(), "nothing".to_owned()] {
        assert_eq!(browser.get(&way(&scene.main, &format!("/files/{file}"))).await.status, 404);
    }
}
