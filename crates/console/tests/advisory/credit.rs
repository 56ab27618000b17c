//! Everybody who reported the same and wishes to be named is: each finder has wishes of its own.

use casework::joining::Joining;
use rulebook::report::Condition;
use rulebook::report::form::{Answer, Consents};

use crate::common::scene::{Scene, form, receive};
use crate::common::{Place, World};
use crate::page::{post, typed, way};

/// Another report of what the main case is about.
async fn joined(scene: &Scene, name: &str, share_identity: Answer, publish_name: Answer) {
    let consents = Consents { share_identity, direct_contact: Answer::No, publish_name };
    let form = rulebook::report::form::ReportForm {
        consents,
        ..form("みはらしポータル", name, "later@finder.example")
    };
    let receipt = receive(&scene.world, form).await;
    let (confirmed, reason) = (Condition::ALL.to_vec(), "すでに取扱い中の届出と同じです。".to_owned());
    let joining = Joining { case: scene.main.case, confirmed, reason };
    scene.world.office.join_report(receipt.report, scene.desk, None, joining).await.expect("joined");
}

#[tokio::test]
async fn later_finders_are_credited_as_each_of_them_wishes() {
    let place = Place::sqlite("advisory-credit");
    let scene = Scene::play(World::open(&place).await).await;
    let (way, case) = (way(&scene.main, ""), format!("/ja/desk/cases/{}", scene.main.number));
    let mut coordinator = scene.browser(scene.coordinator).await;
    let alone = coordinator.get(&way).await.text();
    assert!(alone.contains("発見者は名前の公表を望んでいません。謝辞に書かないでください。"), "the first finder");

    joined(&scene, "後藤 灯", Answer::Yes, Answer::Yes).await;
    joined(&scene, "影山 忍", Answer::No, Answer::Yes).await;
    let page = coordinator.get(&way).await;
    let text = page.text();
    assert!(text.contains("発見者は謝辞への記載を望んでいます：後藤 灯"), "{text}");
    assert!(
        text.contains("ほかにも謝辞への記載を望む発見者がいます")
            && text.contains("名前の公表を望まない発見者もいます")
    );
    assert!(!text.contains("影山"), "without consent ウ the coordinator does not learn who it is");
    let mut fields = typed(&page);
    fields.insert("then".into(), "credit".into());
    let page = post(&mut coordinator, &way, &fields).await;
    let written = typed(&page);
    assert!(written["credit_ja"].contains("後藤 灯 氏") && written["credit_en"].contains("後藤 灯 reported"));
    let side = coordinator.get(&case).await.text();
    assert!(side.contains("後から届け出た発見者") && side.contains("後藤 灯") && !side.contains("影山"), "{side}");

    let mut fields = written;
    fields.insert("then".into(), String::new());
    fields.insert("credit_ja".into(), "報告者：別の方 氏".into());
    fields.insert("credit_en".into(), "Somebody else reported this.".into());
    post(&mut coordinator, &way, &fields).await;
    let text = coordinator.get(&way).await.text();
    assert!(text.contains("謝辞への記載を望んでいる発見者の名前がありません：後藤 灯"), "{text}");
    let desk = scene.browser(scene.desk).await.get(&case).await.text();
    assert!(desk.contains("影山 忍／氏名の公表を希望"), "the receiving body knows everybody");
}
