//! Draft → edit → show → approve → an edit takes the signatures off → approve → co-sign → the day → update.

use rulebook::case::CaseCommand;
use rulebook::case::state::Stage;
use rulebook::case::view::AdvisoryView;

use crate::common::Place;
use crate::common::scene::{Matter, Scene};
use crate::page::{WHOLE, press, save, scene, way};

async fn draft(scene: &Scene, matter: &Matter) -> AdvisoryView {
    let page = scene.world.office.case_page(matter.case, scene.coordinator).await.expect("the case");
    page.view.advisory.expect("a draft")
}

#[tokio::test]
async fn a_draft_becomes_a_publication_and_its_update() {
    let place = Place::sqlite("advisory-road");
    let scene = scene(&place).await;
    let matter = &scene.other;
    let mut coordinator = scene.browser(scene.coordinator).await;
    let mut desk = scene.browser(scene.desk).await;

    let none = coordinator.get(&way(matter, "")).await;
    assert!(none.status == 200 && none.text().contains("公表文案を作り始める"));
    let begun = press(&mut coordinator, matter, "/begin", &[]).await;
    assert_eq!(begun.status, 303);
    let page = coordinator.follow(begun).await;
    assert!(page.text().contains("公表文案を作り始めました。"), "the notice of what was done");

    let saved = save(&mut coordinator, matter, &WHOLE).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    let content = draft(&scene, matter).await.content.expect("a text");
    assert_eq!(content.title.en, "Miharashi Mail vulnerable to cross-site scripting");
    assert!(content.lacks().is_empty());
    assert_eq!(content.affected.len(), 1);

    let early = press(&mut coordinator, matter, "/approve", &[]).await;
    assert_eq!(early.status, 422, "a developer has the details and was shown nothing");
    assert!(early.text().contains("まだ製品開発者に案を見せていません"));
    assert_eq!(press(&mut coordinator, matter, "/show", &[]).await.status, 303);
    assert_eq!(press(&mut coordinator, matter, "/approve", &[]).await.status, 303);
    assert!(draft(&scene, matter).await.approved.is_some());

    let changed = save(&mut coordinator, matter, &[("details_ja", "入力の検証に不備があります。")]).await;
    assert_eq!(changed.status, 303);
    assert!(draft(&scene, matter).await.approved.is_none(), "a change takes the signature off");
    assert_eq!(press(&mut coordinator, matter, "/approve", &[]).await.status, 303);
    assert_eq!(press(&mut desk, matter, "/co-sign", &[]).await.status, 303);

    let page = coordinator.get(&way(matter, "")).await.text();
    assert!(page.contains("受付 花子") && page.contains("調整 太郎"), "who signed");
    let day = scene.world.office.now().today.tomorrow().expect("a day");
    let set = CaseCommand::SetDay { day, reason: String::new(), weighed: rulebook::case::Weighing::default() };
    scene.world.office.act(matter.case, scene.coordinator, None, set.into()).await.expect("the day is set");
    let early = press(&mut coordinator, matter, "/publish", &[]).await;
    assert_eq!(early.status, 422);
    assert!(early.text().contains("公表日になっていません"));

    scene.world.days(1);
    // Sessions end while nobody works.
    let (mut coordinator, mut desk) = (scene.browser(scene.coordinator).await, scene.browser(scene.desk).await);
    let published = press(&mut coordinator, matter, "/publish", &[]).await;
    assert_eq!(published.status, 303, "{}", published.text());
    let page = scene.world.office.case_page(matter.case, scene.desk).await.expect("the case");
    assert_eq!(page.view.stage, Stage::Published);

    update(&scene, &mut coordinator, &mut desk).await;
}

async fn update(scene: &Scene, coordinator: &mut crate::common::Browser, desk: &mut crate::common::Browser) {
    let matter = &scene.other;
    let saved = save(coordinator, matter, &[("solution_ja", "3.4.2 にアップデートしてください。")]).await;
    assert_eq!(saved.status, 303);
    let page = coordinator.get(&way(matter, "")).await.text();
    assert!(page.contains("次の更新で変わるところ") && page.contains("アップデートしてください。"));
    assert_eq!(press(coordinator, matter, "/approve", &[]).await.status, 303);
    assert_eq!(press(desk, matter, "/co-sign", &[]).await.status, 303);
    let half = [("summary_ja", "対策方法を更新しました。"), ("summary_en", "")];
    let refused = press(coordinator, matter, "/publish", &half).await;
    assert_eq!(refused.status, 422, "the summary is written in both languages");
    assert!(refused.text().contains("対策方法を更新しました。"), "what was typed is kept");
    let both = [("summary_ja", "対策方法を更新しました。"), ("summary_en", "The solution was updated.")];
    assert_eq!(press(coordinator, matter, "/publish", &both).await.status, 303);
    let revisions = draft(scene, matter).await.revisions;
    assert_eq!(revisions.iter().map(|revision| revision.number).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(revisions[1].summary.en, "The solution was updated.");
    let page = coordinator.get(&way(matter, "")).await.text();
    assert!(page.contains("前の版との違い（1項目）") && page.contains("対策方法を更新しました。"));
}

#[tokio::test]
async fn the_receiving_body_reads_and_others_find_nothing() {
    let place = Place::sqlite("advisory-who");
    let scene = scene(&place).await;
    let matter = &scene.main;
    let mut desk = scene.browser(scene.desk).await;
    let page = desk.get(&way(matter, "")).await;
    assert_eq!(page.status, 200);
    assert!(!page.text().contains("<textarea"), "nothing to write in");
    let seen = page.seen();
    for step in ["", "/begin", "/show", "/approve", "/publish"] {
        let reply = desk.post(&way(matter, step), &[("seen", &seen), ("title_ja", "書き換え")]).await;
        assert_eq!(reply.status, 404, "{step}");
    }
    assert_eq!(press_co_sign(&scene).await, 422, "not before the coordinator approved");
    let mut coordinator = scene.browser(scene.coordinator).await;
    assert_eq!(press(&mut coordinator, matter, "/co-sign", &[]).await.status, 404);

    let mut outside = scene.world.browser();
    assert_eq!(outside.get(&way(matter, "")).await.status, 303, "to the sign-in");
    let others = [
        scene.browser(scene.administrator).await,
        scene.browser(scene.first.member).await,
        scene.link(scene.first, matter).await,
        scene.finder().await,
    ];
    for mut browser in others {
        for step in ["", "/preview"] {
            let status = browser.get(&way(matter, step)).await.status;
            // Finders and links have no account: they are asked to sign in, whatever there is.
            assert!(status == 404 || status == 303, "{step}: {status}");
        }
        let status = browser.post(&way(matter, "/approve"), &[]).await.status;
        assert!(status == 404 || status == 303, "{status}");
    }
}

async fn press_co_sign(scene: &Scene) -> u16 {
    let mut desk = scene.browser(scene.desk).await;
    press(&mut desk, &scene.main, "/co-sign", &[]).await.status.as_u16()
}

#[tokio::test]
async fn a_wrong_field_is_named_and_nothing_typed_is_lost() {
    let place = Place::sqlite("advisory-wrong");
    let scene = scene(&place).await;
    let matter = &scene.main;
    let before = draft(&scene, matter).await.content;
    let mut coordinator = scene.browser(scene.coordinator).await;
    let new = [
        ("overview_en", "A text that took an hour."),
        ("cvss-0", "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"),
        ("score-0", "7.5"),
        ("cwe", "XSS"),
        ("refurl-0", "ftp://files.example/"),
    ];
    let reply = save(&mut coordinator, matter, &new).await;
    assert_eq!(reply.status, 422);
    let html = reply.text();
    for (_, typed) in new {
        assert!(html.contains(typed), "{typed} is kept");
    }
    assert!(html.contains("9.8"), "the score that the vector has (FIRST's example)");
    assert!(html.contains("data-dirty=\"yes\""), "leaving this page asks first");
    assert_eq!(draft(&scene, matter).await.content, before, "nothing was saved");

    let more = save(&mut coordinator, matter, &[("then", "rows"), ("overview_en", "Kept.")]).await;
    assert_eq!(more.status, 200);
    assert!(more.text().contains("Kept.") && more.text().contains("name=\"product-5\""), "more rows");
    assert_eq!(draft(&scene, matter).await.content, before, "nothing was saved");
}

#[tokio::test]
async fn newer_statements_are_told_and_taken() {
    use rulebook::case::{Affectedness, ProductStatus, StatusStatement};
    let place = Place::sqlite("advisory-newer");
    let scene = scene(&place).await;
    let mut coordinator = scene.browser(scene.coordinator).await;
    assert!(!coordinator.get(&way(&scene.main, "")).await.text().contains("新しい報告あり"));
    let product = ProductStatus {
        product: "みはらしポータル 廉価版".into(),
        to: "1.9".into(),
        until_fixed: true,
        affected: Affectedness::Affected,
        ..ProductStatus::default()
    };
    let status =
        StatusStatement { affected: Affectedness::Affected, products: vec![product], ..StatusStatement::default() };
    scene.world.clock.advance(60);
    scene.act(scene.second.member, CaseCommand::StateStatus(status)).await;
    assert!(coordinator.get(&way(&scene.main, "")).await.text().contains("新しい報告あり"));
    let taken = save(&mut coordinator, &scene.main, &[("then", "refresh"), ("details_ja", "同時に書いた詳細。")]).await;
    assert_eq!(taken.status, 303);
    let content = draft(&scene, &scene.main).await.content.expect("a text");
    assert!(content.affected.iter().any(|row| row.product == "みはらしポータル 廉価版"));
    assert_eq!(content.details.ja, "同時に書いた詳細。", "what was typed was saved first");
    assert!(!coordinator.get(&way(&scene.main, "")).await.text().contains("新しい報告あり"));
}
