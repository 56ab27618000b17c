//! The day and what presses on it: what was weighed, what was seen outside, the fast lane; and cases from overseas.

use rulebook::case::CaseCommand;
use rulebook::party::Role;

use crate::common::scene::Scene;
use crate::common::{Place, World};
use crate::paper::{Paper, form, has_form, words};

fn case(scene: &Scene) -> String {
    format!("/ja/desk/cases/{}", scene.main.number)
}

fn seen(paper: Paper) -> Paper {
    paper.with("kind", "attack-seen").with("seen_on", "2026-11-20").with("note", "https://news.example/<b>x</b>")
}

#[tokio::test]
async fn an_attack_is_told_judged_and_leads_to_the_fast_lane() {
    let place = Place::sqlite("pressing-fast");
    let scene = Scene::play(World::open(&place).await).await;
    let mut desk = scene.browser(scene.desk).await;
    let mut coordinator = scene.browser(scene.coordinator).await;
    let way = case(&scene);

    let report = form(&desk.get(&way).await, "signal-form");
    let empty = report.clone().with("note", "見た。").send(&mut desk).await;
    assert_eq!(empty.status, 422);
    assert!(words(&empty).contains("何が確認されたかを選んでください") && words(&empty).contains("見た。"));
    let future = seen(report.clone()).with("seen_on", "2026-12-24").send(&mut desk).await;
    assert_eq!(future.status, 422);
    assert!(words(&future).contains("確認された日が先の日付になっています"));
    let page = seen(report).done(&mut desk).await;
    assert!(words(&page).contains("https://news.example/<b>x</b>") && !page.text().contains("<b>x</b>"));
    assert!(!has_form(&page, "judge-1-form"), "the coordinator judges");

    // Nothing is brought forward by a claim.
    let page = coordinator.get(&way).await;
    assert!(!has_form(&page, "fast-form") && form(&page, "day-form").values("early").is_empty());
    let judge = form(&page, "judge-1-form");
    let silent = judge.clone().with("adopted", "no").send(&mut coordinator).await;
    assert_eq!(silent.status, 422);
    assert!(words(&silent).contains("事実と認めない理由を書いてください"));
    let page = judge.with("adopted", "yes").done(&mut coordinator).await;
    let fast = form(&page, "fast-form");
    assert_eq!(fast.value("day"), "2026-11-22", "tomorrow is proposed");
    assert!(fast.value("reason").contains("攻撃が確認された"));
    assert!(words(&page).contains("条項のない"), "our own rule, and said so");
    assert!(words(&page).contains("調整機関の承認") && words(&page).contains("受付機関の連署"));
    let page = fast.with("day", "2026-11-21").done(&mut coordinator).await;
    assert!(!has_form(&page, "fast-form"));
    let view = scene.world.office.case_page(scene.main.case, scene.coordinator).await.expect("the case").view;
    let set = view.days.last().expect("a day");
    assert_eq!(set.item.day.to_string(), "2026-11-21");
    assert!(set.item.weighed.early);
}

#[tokio::test]
async fn a_developer_tells_of_a_leak_and_reads_facts_at_once() {
    let place = Place::sqlite("pressing-developer");
    let scene = Scene::play(World::open(&place).await).await;
    let mut first = scene.browser(scene.first.member).await;
    let way = format!("/ja/developer/cases/{}", scene.main.number);
    let page = first.get(&way).await;
    let seen = page.seen();
    let fields = [("seen", seen.as_str()), ("kind", "leaked"), ("seen_on", "2026-11-21"), ("note", "掲示板に全文")];
    let nothing = first.post(&format!("{way}/signal"), &[("seen", seen.as_str()), ("kind", "leaked")]).await;
    assert_eq!(nothing.status, 422);
    let told = first.post(&format!("{way}/signal"), &fields).await;
    assert_eq!(told.location(), format!("{way}?done=signal"), "{}", words(&told));
    assert_eq!(first.post(&format!("{way}/signal"), &fields).await.status, 409);
    assert!(words(&first.get(&way).await).contains("調整機関が確認中"));

    // Nobody else hears of a claim; of the fact everybody with the details, without who said so.
    let mut second = scene.browser(scene.second.member).await;
    assert!(!second.get(&way).await.text().contains("至急"));
    let mut coordinator = scene.browser(scene.coordinator).await;
    let page = coordinator.get(&case(&scene)).await;
    assert!(words(&page).contains("みはらしソフト") && words(&page).contains("掲示板に全文"));
    form(&page, "judge-1-form").with("adopted", "yes").done(&mut coordinator).await;
    let told = words(&second.get(&way).await);
    assert!(told.contains("至急") && told.contains("情報が漏れた"), "{told}");
    assert!(!told.contains("掲示板に全文") && !told.contains("みはらしソフト"));
}

#[tokio::test]
async fn where_only_some_answered_the_day_says_what_it_rests_on() {
    let place = Place::sqlite("pressing-some");
    let scene = Scene::play(World::open(&place).await).await;
    let mut coordinator = scene.browser(scene.coordinator).await;
    let page = coordinator.get(&case(&scene)).await;
    assert!(form(&page, "day-form").fields.iter().all(|(name, _)| name != "similar_cases"), "all answered");

    // A third developer has the details and has not answered.
    let office = &scene.world.office;
    office.add_developer(scene.main.case, scene.coordinator, None, scene.third.id).await.expect("added");
    let third = scene.third.id;
    scene.act(scene.coordinator, CaseCommand::SendAnswerLink { developer: third, to: "k@kagari.example".into() }).await;
    let confirmed =
        office.confirm_contact(scene.main.case, scene.coordinator, None, third, "篝".into(), "k@kagari.example".into());
    confirmed.await.expect("confirmed");
    let fields = vec![rulebook::case::ContentField::Product, rulebook::case::ContentField::Steps];
    let release = CaseCommand::ReleaseDetails { developer: third, fields, attachments: vec![] };
    scene.act(scene.coordinator, release).await;

    let day = form(&coordinator.get(&case(&scene)).await, "day-form").with("day", "2027-01-12").with("reason", "準備");
    let refused = day.send(&mut coordinator).await;
    assert_eq!(refused.status, 422);
    let told = words(&refused);
    assert!(told.contains("まだ報告のない製品開発者がいます") && told.contains("Ⅳ.4.3.第2段"), "{told}");
    let again = form(&refused, "day-form");
    assert_eq!(again.value("reason"), "準備");
    let page = again
        .with("similar_cases", "同種の案件では六週間でした。")
        .with("leak_risk", "低い。")
        .done(&mut coordinator)
        .await;
    let told = words(&page);
    assert!(told.contains("同種の案件では六週間でした。") && told.contains("③ 情報が流出するおそれ"), "{told}");
    // Early without a fact: refused by the rules, whatever was sent.
    let early = form(&page, "day-form").with("day", "2026-12-24").with("reason", "急ぐ").tick("early", "yes");
    let early = early.send(&mut coordinator).await;
    assert_eq!(early.status, 422);
    let told = words(&early);
    assert!(told.contains("外部で確認された事実が案件に記録されている必要があります"), "{told}");
}

#[tokio::test]
async fn a_case_from_overseas_is_taken_in_under_its_own_number() {
    let place = Place::sqlite("pressing-overseas");
    let world = World::open(&place).await;
    let actor = world.account("coordinator", "調整 太郎", Role::Coordinator).await;
    let mut coordinator = world.as_account(actor.account.expect("an account")).await;
    let list = coordinator.get("/ja/desk/cases").await;
    assert!(list.text().contains("href=\"/ja/desk/cases/overseas\""));
    let page = coordinator.get("/en/desk/cases/overseas").await;
    assert!(words(&page).contains("A case from a coordinator overseas"));
    let token = coordinator.csrf.clone();
    let mut fields = vec![("csrf", token.as_str()), ("coordinator", "CERT/CC"), ("day", "2027-01-18")];
    let empty = coordinator.post_bare("/ja/desk/cases/overseas", &fields).await;
    assert_eq!(empty.status, 422);
    assert!(words(&empty).contains("相手の番号を書いてください") && empty.text().contains("value=\"CERT/CC\""));
    fields.push(("number", "VU#123456"));
    let nothing = coordinator.post_bare("/ja/desk/cases/overseas", &fields).await;
    assert_eq!(nothing.status, 422);
    assert!(words(&nothing).contains("製品名と再現手順は空にできません"), "{}", words(&nothing));
    fields.extend([("content_product", "OpenKagari"), ("content_steps", "A crafted packet crashes it.")]);
    let opened = coordinator.post_bare("/ja/desk/cases/overseas", &fields).await;
    assert_eq!(opened.status, 303, "{}", words(&opened));
    let page = coordinator.follow(opened).await;
    let told = words(&page);
    for expected in ["CERT/CC", "VU#123456", "2027年1月18日", "OpenKagari", "海外の調整機関"] {
        assert!(told.contains(expected), "{expected}: {told}");
    }
    assert!(!told.contains("同意ウなし"), "there is no finder whose name is kept");

    // The receiving body has it too, and is no coordinator.
    let desk = world.account("desk", "受付 花子", Role::ReceivingDesk).await;
    let mut desk = world.as_account(desk.account.expect("an account")).await;
    let list = desk.get("/ja/desk/cases").await;
    assert!(list.text().contains("OpenKagari") && !list.text().contains("/desk/cases/overseas"));
    assert_eq!(desk.get("/ja/desk/cases/overseas").await.status, 404);
}
