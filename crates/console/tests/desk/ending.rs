//! How a case ends without a publication, on the pages of both bodies, the developers and the finder; and ended support.

use casework::CaseOrder;
use rulebook::case::{CaseCommand, Thread, Verification, VerificationResult};

use crate::common::scene::Scene;
use crate::common::{Place, World};
use crate::paper::{form, has_form, words};

async fn scene(place: &Place) -> Scene {
    Scene::play(World::open(place).await).await
}

fn page_of(scene: &Scene, part: &str) -> String {
    format!("/ja/desk/cases/{}{part}", scene.main.number)
}

#[tokio::test]
async fn two_bodies_end_a_case_by_two_lists_and_take_it_up_again() {
    let place = Place::sqlite("ending-road");
    let scene = scene(&place).await;
    let said = Verification { result: VerificationResult::NoInfluence, explanation: "影響しません。".into() };
    let order: CaseOrder = CaseCommand::StateVerification(said).into();
    scene.act(scene.first.member, order).await;
    let mut coordinator = scene.browser(scene.coordinator).await;
    let mut desk = scene.browser(scene.desk).await;
    let way = page_of(&scene, "/ending");

    // The developer's word proposes a ground and ends nothing. Each body has its own form only.
    let page = coordinator.get(&way).await;
    let text = words(&page);
    assert!(text.contains("製品開発者の連絡から考えられる理由") && text.contains("Ⅳ.4.4.イ"), "{text}");
    assert!(!has_form(&page, "stop-form") && !has_form(&desk.get(&way).await, "drop-form"));
    let nobody = form(&page, "drop-form").with("ground", "no-influence").with("reason", "検証結果を確認しました。");
    let refused = nobody.send(&mut coordinator).await;
    assert_eq!(refused.status, 422);
    assert!(
        words(&refused).contains("そう連絡してきた製品開発者を選んでください")
            && words(&refused).contains("検証結果を確認しました。")
    );
    let missing = form(&page, "drop-form").send(&mut coordinator).await;
    assert!(missing.status == 422 && words(&missing).contains("理由を選んでください。"));

    // Chosen from the proposal, ground and developer stand in the form.
    let chosen = coordinator.get(&format!("{way}?drop=no-influence&by=1")).await;
    let paper = form(&chosen, "drop-form");
    assert_eq!((paper.value("ground"), paper.value("said_by")), ("no-influence", "1"));
    paper.with("reason", "検証結果を確認しました。").done(&mut coordinator).await;
    let case = words(&coordinator.get(&page_of(&scene, "")).await);
    assert!(case.contains("公表は取りやめになっています"), "{case}");
    let mut developer = scene.browser(scene.second.member).await;
    let own = words(&developer.get(&format!("/ja/developer/cases/{}", scene.main.number)).await);
    assert!(own.contains("公表は取りやめになりました") && own.contains("影響がない"), "{own}");
    assert!(!own.contains("検証結果を確認しました。"), "what it rests on stays with the two bodies");

    // It is the receiving body's turn; words for the finder are there to be changed.
    let day = desk.get(&page_of(&scene, "")).await.text();
    assert!(day.contains(&format!("href=\"{way}\"")), "the duty leads to the page");
    let page = desk.get(&way).await;
    let paper = form(&page, "stop-form");
    assert_eq!(paper.value("ground"), "not-vulnerability-information");
    assert!(paper.value("reason").starts_with("ご届出いただいた件について"));
    let wrong = paper.clone().with("ground", "simple-handling").send(&mut desk).await;
    assert!(wrong.status == 422 && words(&wrong).contains("簡易な対応"), "{}", words(&wrong));
    paper.with("reason", "影響がないことを確かめました。").done(&mut desk).await;

    let mut finder = scene.finder().await;
    let progress = words(&finder.get("/ja/progress/report").await);
    assert!(progress.contains("この件の取扱いを終えました") && progress.contains("Ⅳ.3.(1).7.ア"), "{progress}");
    assert!(progress.contains("影響がないことを確かめました。") && progress.contains("情報非開示依頼は続いています"));
    let own = words(&developer.get(&format!("/ja/developer/cases/{}", scene.main.number)).await);
    assert!(own.contains("この件の取扱いは終わりました") && !own.contains("影響がないことを確かめました。"));
    let list = words(&desk.get("/ja/desk/cases?state=ended").await);
    assert!(list.contains(&scene.main.number), "ended cases are found under their own tab: {list}");
    assert!(!words(&desk.get("/ja/desk/cases").await).contains(&scene.main.number));

    // Taken up again with a reason.
    let page = desk.get(&way).await;
    assert!(!has_form(&page, "stop-form") && words(&page).contains("この案件の取扱いは終わっています"));
    let empty = form(&page, "resume-form").send(&mut desk).await;
    assert_eq!(empty.status, 422);
    form(&page, "resume-form").with("reason", "新しい検証結果が届きました。").done(&mut desk).await;
    assert!(!words(&finder.get("/ja/progress/report").await).contains("この件の取扱いを終えました"));
}

#[tokio::test]
async fn a_form_on_an_old_page_comes_back() {
    let place = Place::sqlite("ending-stale");
    let scene = scene(&place).await;
    let mut desk = scene.browser(scene.desk).await;
    let page = desk.get(&page_of(&scene, "/ending?stop=out-of-scope")).await;
    let paper = form(&page, "stop-form").with("reason", "長く考えて書いた説明");
    scene.act(scene.coordinator, CaseOrder::Write { thread: Thread::Bodies, text: "お待ちください。".into() }).await;
    let stale = paper.send(&mut desk).await;
    assert_eq!(stale.status, 409);
    assert!(words(&stale).contains("長く考えて書いた説明"));
    form(&stale, "stop-form").done(&mut desk).await;
}

#[tokio::test]
async fn refusals_and_ended_support_are_on_record_from_both_sides() {
    let place = Place::sqlite("ending-records");
    let scene = scene(&place).await;
    let mut coordinator = scene.browser(scene.coordinator).await;
    let mut developer = scene.browser(scene.first.member).await;
    let way = page_of(&scene, "/ending");

    let own = format!("/ja/developer/cases/{}", scene.main.number);
    let seen = developer.get(&own).await.seen();
    let wrong = developer
        .post(&format!("{own}/refusal"), &[("what", ""), ("statement", "事情があります。"), ("seen", &seen)])
        .await;
    assert!(wrong.status == 422 && words(&wrong).contains("何に応じないのかを選んでください。"));
    let fields = [("what", "publication"), ("statement", "公表には応じられません。"), ("seen", &seen)];
    assert_eq!(developer.post(&format!("{own}/refusal"), &fields).await.status, 303);

    let page = coordinator.get(&way).await;
    let text = words(&page);
    assert!(text.contains("公表に応じない") && text.contains("製品開発者がこのページで連絡"), "{text}");
    let fields = [("developer", "2"), ("what", "fix"), ("statement", "電話で、直さないとのこと。")];
    let paper = fields.iter().fold(form(&page, "refusal-form"), |paper, (name, value)| paper.with(name, value));
    paper.clone().with("statement", "").send(&mut coordinator).await;
    paper.done(&mut coordinator).await;

    // EoL case C: told, no fix, agrees (2019年度報告書 §4.2.1). The second developer refused to fix, not to publish.
    let page = coordinator.get(&way).await;
    let ended = [
        ("developer", "2"),
        ("product", "のろしルータ"),
        ("ended_on", "2025-03-31"),
        ("fix", "none"),
        ("agrees", "yes"),
    ];
    let paper = ended.iter().fold(form(&page, "support-form"), |paper, (name, value)| paper.with(name, value));
    let future = paper.clone().with("ended_on", "2027-03-31").send(&mut coordinator).await;
    assert_eq!(future.status, 422);
    let page = paper.done(&mut coordinator).await;
    assert!(words(&page).contains("C：修正せず、利用中止の公表に同意する"), "{}", words(&page));
    assert!(page.text().contains(&page_of(&scene, "/advisory")), "the next step is the advisory");

    // The first developer refused the publication: D, the committee.
    let seen = developer.get(&own).await.seen();
    let fields = [
        ("product", "みはらしポータル 2"),
        ("ended_on", "2025-03-31"),
        ("fix", "none"),
        ("agrees", "no"),
        ("seen", &seen),
    ];
    assert_eq!(developer.post(&format!("{own}/support"), &fields).await.status, 303);
    let text = words(&coordinator.get(&way).await);
    assert!(
        text.contains("D：修正せず、公表に同意しない") && text.contains("公表判定委員会の判定に進みます"),
        "{text}"
    );

    // "Stop using it" is there for these products, and nothing else is taken.
    let advisory = page_of(&scene, "/advisory");
    let page = coordinator.get(&advisory).await;
    assert!(page.text().contains("name=\"stop_using\"") && page.text().contains("のろしルータ"));
}

#[tokio::test]
async fn the_register_knows_when_support_ends() {
    let place = Place::sqlite("ending-register");
    let scene = scene(&place).await;
    let mut coordinator = scene.browser(scene.coordinator).await;
    let id = scene.first.id.0.simple().to_string();
    let way = format!("/ja/desk/developers/{}", &id[id.len() - 12..]);
    let page = coordinator.get(&way).await;
    let wrong = form(&page, "entry-form").with("support_ends", "みはらしポータル 2").send(&mut coordinator).await;
    assert!(wrong.status == 422 && words(&wrong).contains("2027-03-31 のような日付"), "{}", words(&wrong));
    let lines = "みはらしポータル 2 2026-03-31\nみはらしポータル 3 2030-03-31";
    let page = form(&page, "entry-form").with("support_ends", lines).done(&mut coordinator).await;
    assert_eq!(form(&page, "entry-form").value("support_ends"), lines);

    // The case's page offers what the register knows, and the day that has come can be taken over.
    let page = coordinator.get(&page_of(&scene, "/ending")).await;
    assert!(words(&page).contains("みはらしポータル 3") && page.text().matches("この案件に記録する").count() == 1);
    let filled =
        coordinator.get(&page_of(&scene, "/ending?support=1&product=みはらしポータル%202&ended_on=2026-03-31")).await;
    let paper = form(&filled, "support-form");
    assert_eq!((paper.value("developer"), paper.value("product")), ("1", "みはらしポータル 2"));
    paper.with("fix", "planned").with("agrees", "yes").done(&mut coordinator).await;
    let page = coordinator.get(&page_of(&scene, "/ending")).await;
    assert!(words(&page).contains("B：修正し、公表に同意する") && !words(&page).contains("この案件に記録する"));
}
