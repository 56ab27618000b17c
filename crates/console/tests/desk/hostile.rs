//! Markup in everything that people write: text on every page of the desks, in both languages.

use casework::CaseOrder;
use rulebook::case::{AttemptOutcome, CaseCommand, ContactMeans, Countermeasure, StatusStatement, Thread, Weighing};
use rulebook::case::{ProductStatus, Verification, VerificationResult};
use rulebook::developer::DeveloperEntry;
use rulebook::text::Localized;

use crate::common::scene::{Scene, form as filled, receive};
use crate::common::{Place, World};

const MARKUP: &str = "\"'><script>alert(4711)</script><img src=x onerror=alert(4712)>";

fn is_harmless(path: &str, html: &str) {
    assert!(html.contains("alert(4711)"), "{path} shows the text at all");
    assert!(!html.contains("<script>alert") && !html.contains("<img src=x"), "{path} has live markup");
    for attribute in ["value=\"\"'>", "href=\"\"'>", "aria-label=\"\"'>", "data-confirm=\"\"'>"] {
        assert!(!html.contains(attribute), "{path} lets text out of {attribute}");
    }
}

#[tokio::test]
async fn markup_in_every_field_stays_text_at_both_desks() {
    let place = Place::sqlite("desk-hostile");
    let scene = Scene::play(World::open(&place).await).await;
    let office = &scene.world.office;
    let text = || MARKUP.to_owned();
    let mut told = filled(MARKUP, MARKUP, "hakken@finder.example");
    (told.steps, told.threat, told.developer, told.affiliation) = (text(), text(), text(), text());
    let receipt = receive(&scene.world, told).await;
    let entry = DeveloperEntry {
        name: text(),
        name_en: text(),
        reading: text(),
        manager: text(),
        phone: text(),
        address: text(),
        products: vec![text()],
        notes: text(),
        ..DeveloperEntry::default()
    };
    let hostile = office.register_developer(scene.coordinator, entry).await.expect("registered");
    let second = scene.second.id;
    office.add_developer(scene.main.case, scene.coordinator, None, hostile).await.expect("added");
    let on = office.now().today;
    let (means, outcome) = (ContactMeans::Phone, AttemptOutcome::Waiting);
    let attempt = CaseCommand::RecordContactAttempt { developer: second, means, to: text(), on, outcome, note: text() };
    scene.act(scene.coordinator, attempt).await;
    let verification = Verification { result: VerificationResult::SmallInfluence, explanation: text() };
    let product = ProductStatus { product: text(), from: text(), to: text(), ..ProductStatus::default() };
    let status = StatusStatement {
        products: vec![product],
        statement: Localized::new(text(), text()),
        ..StatusStatement::default()
    };
    let countermeasure = Countermeasure { fix: text(), workaround: text(), ready_on: None };
    let orders: [CaseOrder; 6] = [
        CaseCommand::StateVerification(verification).into(),
        CaseCommand::StateCountermeasure(countermeasure).into(),
        CaseCommand::StateStatus(status).into(),
        CaseCommand::ProposeDay { day: None, comment: text() }.into(),
        CaseCommand::CommentPreview { agrees: false, comment: text() }.into(),
        CaseOrder::Write { thread: Thread::Developer(second), text: text() },
    ];
    for order in orders {
        scene.act(scene.second.member, order).await;
    }
    for actor in [scene.desk, scene.coordinator] {
        scene.act(actor, CaseOrder::AddNote(text())).await;
        scene.act(actor, CaseOrder::Write { thread: Thread::Bodies, text: text() }).await;
    }
    let day = office.now().today;
    scene.act(scene.coordinator, CaseCommand::SetDay { day, reason: text(), weighed: Weighing::default() }).await;

    let (mut desk, mut coordinator) = (scene.browser(scene.desk).await, scene.browser(scene.coordinator).await);
    let number = &scene.main.number;
    for lang in ["ja", "en"] {
        let report = format!("/{lang}/desk/reports/{}", receipt.number);
        let case = format!("/{lang}/desk/cases/{number}");
        let side = format!("{case}/developers/2");
        for path in [&report, &format!("/{lang}/desk/reports"), &case, &side] {
            is_harmless(path, &desk.get(path).await.text());
        }
        let register = format!("/{lang}/desk/developers");
        for path in [&case, &side, &register, &format!("{case}/developers/3")] {
            is_harmless(path, &coordinator.get(path).await.text());
        }
        let listed = coordinator.get(&register).await.text();
        let before = format!("{register}/");
        let entries = listed.split(&before).skip(1).filter_map(|rest| rest.split('"').next());
        let entry = entries.filter(|handle| *handle != "new").last().expect("an entry").to_owned();
        let searched = coordinator.get(&format!("{register}?q=%3Cscript%3Ealert(4711)")).await;
        assert!(!searched.text().contains("<script>alert"));
        assert_eq!(coordinator.get(&format!("{register}/{entry}")).await.status, 200);
    }
}
