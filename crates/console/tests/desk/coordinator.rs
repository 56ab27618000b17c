//! From the hand-over to the publication day, by hand on the pages of both bodies.

use rulebook::developer::DeveloperEntry;
use rulebook::party::Role;

use crate::common::scene::{Scene, form as filled, receive};
use crate::common::{Place, World};
use crate::paper::{Paper, form, has_form, words};

const VECTOR: &str = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";

fn accepted(paper: Paper) -> Paper {
    paper.tick("confirmed", "in_scope").tick("confirmed", "is_vulnerability").tick("confirmed", "not_known")
}

#[tokio::test]
async fn a_case_goes_from_the_desk_to_its_publication_day() {
    let place = Place::sqlite("desk-road");
    let world = World::open(&place).await;
    let desk = world.account("desk", "受付 花子", Role::ReceivingDesk).await;
    let coordinator = world.account("coordinator", "調整 太郎", Role::Coordinator).await;
    let mut desk = world.as_account(desk.account.expect("an account")).await;
    let mut coordinator = world.as_account(coordinator.account.expect("an account")).await;
    let receipt = receive(&world, filled("みはらしポータル", "発見 一郎", "hakken@finder.example")).await;
    let page = desk.get(&format!("/ja/desk/reports/{}", receipt.number)).await;
    let page = accepted(form(&page, "accept-form")).done(&mut desk).await;
    let way =
        page.text().split("href=\"/ja/desk/cases/").nth(1).and_then(|rest| rest.split('"').next()).map(str::to_owned);
    let case = format!("/ja/desk/cases/{}", way.expect("a way to the case"));

    // Influence: tried first, then rated. The matrix is the edition's (付録4).
    let page = desk.get(&case).await;
    let wrong =
        form(&page, "influence-form").with("vector", "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N");
    let refused = wrong.send(&mut desk).await;
    assert_eq!(refused.status, 422);
    assert!(words(&refused).contains("CVSS v3 のベクトルが要ります"));
    let rating = form(&page, "influence-form").with("vector", VECTOR).with("users", "narrow").with("social", "narrow");
    let tried = rating.clone().with("attack", "no").with("do", "try").send(&mut desk).await;
    assert_eq!(tried.status, 200);
    assert!(words(&tried).contains("試算：通常対応（影響範囲 狭）"), "{}", words(&tried));
    let page = form(&tried, "influence-form").without("do").with("attack", "yes").done(&mut desk).await;
    assert!(words(&page).contains("優先対応"));
    assert_eq!(coordinator.get(&case).await.status, 404, "the coordinator has nothing before the hand-over");

    // Hand over: field by field, file by file; nothing is ticked that was not looked at.
    let hand = form(&page, "handover-form");
    assert!(hand.values("file").is_empty());
    let empty = hand.clone().without("tick_steps").send(&mut desk).await;
    assert_eq!(empty.status, 422);
    assert!(words(&empty).contains("製品名と再現手順は空にできません"));
    let page = hand.without("tick_threat").tick("file", "1").done(&mut desk).await;
    assert!(words(&page).contains("「発生しうる脅威」は渡していません。"), "{}", words(&page));
    assert!(!has_form(&page, "handover-form"));

    // The coordinator finds the developer in the register.
    let entry = DeveloperEntry {
        name: "株式会社みはらしソフト".into(),
        mail: "psirt@miharashi.example".into(),
        ..DeveloperEntry::default()
    };
    let actor = world.office.colleagues(casework::Actor::bearer(rulebook::party::Party::Coordinator)).await;
    assert_eq!(actor.expect("colleagues").len(), 1);
    world
        .office
        .register_developer(casework::Actor::bearer(rulebook::party::Party::Coordinator), entry)
        .await
        .expect("registered");
    let page = coordinator.get(&case).await;
    assert!(!words(&page).contains("任意のスクリプト"), "what was left out did not come along");
    assert!(!words(&page).contains("発見 一郎"), "no consent ウ, no name");
    let add = form(&page, "add-form");
    let nobody = add.send(&mut coordinator).await;
    assert_eq!(nobody.status, 422);
    let handle = page
        .text()
        .split("name=\"developer\" value=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .map(str::to_owned);
    let page = add.tick("developer", &handle.expect("a choice")).done(&mut coordinator).await;
    assert!(words(&page).contains("公表日を決める") && page.text().contains("disabled"), "no day without day zero");

    // Contact: an attempt sets day zero; details go to a confirmed contact alone.
    let side = format!("{case}/developers/1");
    let page = coordinator.get(&side).await;
    assert!(words(&page).contains("この連絡の日が起算日になります"));
    assert!(!has_form(&page, "release-form"));
    let attempt = form(&page, "attempt-form");
    let future = attempt.clone().with("on", "2026-12-24").send(&mut coordinator).await;
    assert_eq!(future.status, 422);
    assert!(words(&future).contains("連絡した日が先の日付になっています") && words(&future).contains("Ⅳ.4.2"));
    let page = attempt
        .with("means", "phone")
        .with("to", "03-0000-0000")
        .with("note", "留守番電話")
        .done(&mut coordinator)
        .await;
    assert!(words(&page).contains("留守番電話") && words(&page).contains("起算日は2026年11月21日"));
    let page = form(&page, "link-form").done(&mut coordinator).await;
    let page = form(&page, "confirm-form").with("person", "煙山").done(&mut coordinator).await;
    let release = form(&page, "release-form");
    assert_eq!(release.value("tick_product"), "yes");
    let page = release.tick("file", "1").done(&mut coordinator).await;
    assert!(words(&page).contains("連絡した詳細情報"));
    let page = form(&page, "message-form").with("text", "ご確認をお願いします。").done(&mut coordinator).await;
    assert!(words(&page).contains("ご確認をお願いします。"));
    // The receiving body sees the developer's side, but not their talk.
    let theirs = desk.get(&side).await;
    assert!(words(&theirs).contains("煙山") && !words(&theirs).contains("ご確認をお願いします。"));

    // The day: day zero and 45 days, an earlier one is marked, a change needs its reason.
    let day = form(&coordinator.get(&case).await, "day-form");
    assert_eq!(day.value("day"), "2027-01-05", "2026-11-21 and 45 days");
    let page = day.with("day", "2026-12-20").done(&mut coordinator).await;
    assert!(words(&page).contains("目安の日より早い公表です"));
    let change = form(&page, "day-form").with("day", "2027-01-05");
    let refused = change.clone().send(&mut coordinator).await;
    assert_eq!(refused.status, 422);
    assert!(words(&refused).contains("公表日を変えるときは理由が要ります") && words(&refused).contains("Ⅳ.4.4"));
    let page = change.with("reason", "修正に時間がかかるため").done(&mut coordinator).await;
    assert!(!words(&page).contains("目安の日より早い公表です"));

    // The bodies talk, and each side has notes of its own.
    let page = form(&page, "message-form").with("text", "日程を変えました。").done(&mut coordinator).await;
    form(&page, "note-form").with("text", "調整の内輪のメモ").done(&mut coordinator).await;
    let theirs = words(&desk.get(&case).await);
    assert!(theirs.contains("日程を変えました。") && !theirs.contains("調整の内輪のメモ"));
}

#[tokio::test]
async fn many_developers_stand_in_one_table_and_silence_is_a_word() {
    let place = Place::sqlite("desk-many");
    let scene = Scene::play(World::open(&place).await).await;
    let (office, case) = (&scene.world.office, &scene.main);
    for number in 0..200 {
        let mail = if number == 7 { String::new() } else { format!("psirt{number}@maker.example") };
        let entry = DeveloperEntry { name: format!("第{number}工房"), mail, ..DeveloperEntry::default() };
        let id = office.register_developer(scene.coordinator, entry).await.expect("registered");
        office.add_developer(case.case, scene.coordinator, None, id).await.expect("added");
    }
    let mut browser = scene.browser(scene.coordinator).await;
    let way = format!("/ja/desk/cases/{}", case.number);
    let page = browser.get(&way).await;
    let told = words(&page);
    assert!(told.contains("製品開発者に連絡する（200社）"), "one line for the same duty");
    assert!(told.contains("11月21日から未開封"), "what was not opened says since when");

    // Three of them get their links at once: each is a contact of its own; who has no address is named.
    let bulk = form(&page, "together-form");
    let none = Paper { action: format!("{way}/together/link"), ..bulk.clone() }.send(&mut browser).await;
    assert_eq!(none.status, 422);
    assert!(words(&none).contains("表で製品開発者を選んでください"));
    let chosen = bulk.tick("party", "3").tick("party", "4").tick("party", "10");
    let some = Paper { action: format!("{way}/together/link"), ..chosen }.send(&mut browser).await;
    assert_eq!(some.status, 422);
    assert!(words(&some).contains("第7工房：") && !words(&some).contains("第0工房：このまま"), "{}", words(&some));
    let filtered = browser.get(&format!("{way}?parties=silent")).await;
    let told = words(&filtered);
    assert!(told.contains("第0工房") && told.contains("第1工房") && !told.contains("第2工房"));
    assert!(told.contains("11月21日から返事なし") && told.contains("1回連絡"));

    // Details for several: who is not confirmed is named, and nothing else happened to the others.
    let release = form(&browser.get(&way).await, "together-form").tick("party", "3");
    let refused = Paper { action: format!("{way}/together/release"), ..release }.send(&mut browser).await;
    assert!(words(&refused).contains("第0工房：連絡窓口をまだ確認していません"), "{}", words(&refused));
}
