//! What few cases come to, form by form: a day from overseas, two cases that are one, enquiries, a publication taken
//! down; and a window for direct reports that is looked at.

use casework::CaseOrder;
use rulebook::case::{CaseCommand, Stage, Weighing};
use rulebook::text::Localized;

use crate::common::scene::{Matter, Scene, mails};
use crate::common::{Place, World};
use crate::paper::{form, has_form, words};

async fn scene(place: &Place) -> Scene {
    Scene::play(World::open(place).await).await
}

pub fn page_of(matter: &Matter) -> String {
    format!("/ja/desk/cases/{}/further", matter.number)
}

async fn day_set(scene: &Scene) {
    let day = scene.world.office.now().today.tomorrow().expect("a day");
    let set = CaseCommand::SetDay { day, reason: "早める".into(), weighed: Weighing::default() };
    scene.act(scene.coordinator, set).await;
}

/// The text of the main case, whole and approved by the coordinator.
pub async fn approved(scene: &Scene) {
    let coordinator = scene.coordinator.account.expect("one");
    scene.act(scene.coordinator, CaseOrder::RefreshAdvisory).await;
    let page = scene.world.office.case_page(scene.main.case, scene.coordinator).await.expect("the case");
    let mut content = page.view.advisory.and_then(|draft| draft.content).expect("a text");
    for (side, words) in [
        (&mut content.title, ["みはらしポータルの脆弱性", "Vulnerability in Miharashi Portal"]),
        (&mut content.overview, ["脆弱性が存在します。", "There is a vulnerability."]),
        (&mut content.impact, ["任意のスクリプトが実行されます。", "Scripts are executed."]),
        (&mut content.solution, ["アップデートしてください。", "Update."]),
    ] {
        *side = Localized::new(words[0], words[1]);
    }
    scene.act(scene.coordinator, CaseCommand::EditAdvisory(Box::new(content))).await;
    scene.act(scene.coordinator, CaseCommand::ApproveAdvisory(coordinator)).await;
}

/// The main case, published.
pub async fn published(scene: &Scene) {
    approved(scene).await;
    scene.act(scene.desk, CaseCommand::CoSignAdvisory(scene.desk.account.expect("one"))).await;
    day_set(scene).await;
    scene.world.days(1);
    scene.act(scene.coordinator, CaseOrder::Publish { summary: Localized::default() }).await;
}

#[tokio::test]
async fn a_day_from_overseas_is_recorded_and_weighed() {
    let place = Place::sqlite("further-overseas");
    let scene = scene(&place).await;
    let mut coordinator = scene.browser(scene.coordinator).await;
    let way = page_of(&scene.main);
    let page = coordinator.get(&way).await;
    let paper = form(&page, "bring-overseas-day-form");
    let nobody = paper.clone().with("day", "2027-01-15").send(&mut coordinator).await;
    assert_eq!(nobody.status, 422, "who says so?");
    let told = paper.with("coordinator", "CERT/CC").with("day", "2027-01-15").with("reason", "A vendor asked for it");
    let page = told.done(&mut coordinator).await;
    assert!(words(&page).contains("海外の調整機関からの連絡を記録しました。") && words(&page).contains("検討中"));
    let case = coordinator.get(&format!("/ja/desk/cases/{}", scene.main.number)).await.text();
    assert!(case.contains(&format!("href=\"{way}\"")), "the duty leads to the page");
    let empty = form(&page, "keep-day-form").send(&mut coordinator).await;
    assert_eq!(empty.status, 422);
    let kept = form(&page, "keep-day-form").with("reason", "修正版が間に合いません。").done(&mut coordinator).await;
    assert!(!has_form(&kept, "keep-day-form") && words(&kept).contains("CERT/CC"));
    let mut desk = scene.browser(scene.desk).await;
    assert!(!has_form(&desk.get(&way).await, "bring-overseas-day-form"), "the coordinator's part");
}

#[tokio::test]
async fn two_cases_become_one() {
    let place = Place::sqlite("further-merge");
    let scene = scene(&place).await;
    let mut desk = scene.browser(scene.desk).await;
    let paper = form(&desk.get(&page_of(&scene.other)).await, "merge-case-form");
    let unknown = paper.clone().with("into", "VC99999999").with("reason", "同じ欠陥です。").send(&mut desk).await;
    assert!(unknown.status == 422 && words(&unknown).contains("その番号の案件はありません"));
    let own = paper.clone().with("into", &scene.other.number).with("reason", "同じ欠陥です。").send(&mut desk).await;
    assert!(own.status == 422 && words(&own).contains("同じ案件です"), "{}", words(&own));
    let page = paper.with("into", &scene.main.number).with("reason", "同じ欠陥です。").done(&mut desk).await;
    assert!(words(&page).contains("案件をまとめました") && words(&page).contains(&scene.main.number));
    let office = &scene.world.office;
    let whole = office.case_page(scene.main.case, scene.desk).await.expect("it goes on");
    assert_eq!(whole.view.reports.len(), 2);
    let ended = office.case_page(scene.other.case, scene.desk).await.expect("it is kept");
    assert_eq!(ended.view.stage, Stage::Ended);
    let moved = words(&desk.get(&page_of(&scene.other)).await);
    assert!(moved.contains(&format!("{} にまとめました", scene.main.number)), "{moved}");
    let principal = casework::Principal::Finder(scene.other.receipt.report);
    let mut finder = scene.world.as_principal(principal).await;
    let progress = words(&finder.get("/ja/progress/report").await);
    assert!(progress.contains(&scene.other.receipt.number), "its own report: {progress}");

    // Whoever holds a link to the case that ended is led to the other one, and told so.
    let (developer, case) = (scene.first.id, scene.other.case);
    let mut holder = scene.world.as_principal(casework::Principal::Developer { developer, case }).await;
    let home = holder.get("/ja/developer").await;
    assert_eq!(home.location(), format!("/ja/developer/cases/{}", scene.main.number));
    assert_eq!(holder.get(home.location()).await.status, 200);
    let old = holder.get(&format!("/ja/developer/cases/{}", scene.other.number)).await;
    assert!(words(&old).contains(&format!("案件 {} として続いています", scene.main.number)), "{}", words(&old));
    assert!(!old.text().contains("/message\""), "nothing more is written there");
}

#[tokio::test]
async fn an_enquiry_is_recorded_and_answered() {
    let place = Place::sqlite("further-enquiry");
    let scene = scene(&place).await;
    let mut coordinator = scene.browser(scene.coordinator).await;
    let way = page_of(&scene.main);
    assert!(!has_form(&coordinator.get(&way).await, "record-enquiry-form"), "there is nothing to enquire about yet");
    published(&scene).await;
    let mut coordinator = scene.browser(scene.coordinator).await;
    let paper = form(&coordinator.get(&way).await, "record-enquiry-form");
    let empty = paper.clone().send(&mut coordinator).await;
    assert!(empty.status == 422 && words(&empty).contains("どなたからの問い合わせかを選んでください"));
    let filled = paper.with("from", "integrator").with("asker", "系井 組").with("mail", "kumi");
    let unusable = filled.clone().with("question", "3.1系にも影響しますか。").send(&mut coordinator).await;
    assert!(unusable.status == 422 && words(&unusable).contains("name@example.jp"));
    let filled = filled.with("mail", "kumi@kei.example");
    let page = filled.with("question", "3.1系にも影響しますか。").done(&mut coordinator).await;
    assert!(words(&page).contains("3.1系にも影響しますか。") && words(&page).contains("回答待ち"));
    let paper = form(&page, "answer-enquiry-form").with("enquiry", "1").with("answer", "影響しません。");
    let page = paper.with("amend", "yes").done(&mut coordinator).await;
    assert!(words(&page).contains("回答済み") && words(&page).contains("公表に反映"));
    let case = words(&coordinator.get(&format!("/ja/desk/cases/{}", scene.main.number)).await);
    assert!(case.contains("アドバイザリ"), "the update is owed: {case}");
    let mut developer = scene.browser(scene.first.member).await;
    let own = developer.get(&format!("/ja/developer/cases/{}", scene.main.number)).await.text();
    assert!(!own.contains("kumi@kei.example") && !own.contains("3.1系"));

    // The answer goes to whoever left an address; name and address are under a key of their own, and forgotten later.
    scene.world.settle().await;
    let sent = mails(&scene.world).into_iter().find(|mail| mail.to == "kumi@kei.example").expect("a mail to the asker");
    assert!(sent.text.contains("影響しません。") && sent.text.contains("/ja/advisories/JVN"), "{}", sent.text);
    let known = words(&coordinator.get(&way).await);
    assert!(known.contains("系井 組 kumi@kei.example"));
    scene.world.days(366);
    scene.world.settle().await;
    let later = words(&scene.browser(scene.coordinator).await.get(&way).await);
    assert!(!later.contains("系井") && !later.contains("kumi@") && later.contains("（消去済み）"), "{later}");
    assert!(later.contains("影響しません。"), "question and answer stand");
}

#[tokio::test]
async fn a_publication_is_taken_down_by_both_bodies() {
    let place = Place::sqlite("further-withdrawal");
    let scene = scene(&place).await;
    published(&scene).await;
    let (mut coordinator, mut desk) = (scene.browser(scene.coordinator).await, scene.browser(scene.desk).await);
    let way = page_of(&scene.main);
    let paper = form(&desk.get(&way).await, "propose-withdrawal-form");
    let half =
        paper.clone().with("ground", "legal-order").with("reason_ja", "裁判所の命令による").send(&mut desk).await;
    assert_eq!(half.status, 422, "the public reads it in both languages");
    let whole = paper.with("ground", "legal-order").with("reason_ja", "裁判所の命令による");
    let whole = whole.with("reason_en", "By order of a court").with("basis", "架空地裁 令和9年(ヨ)第1号");
    let page = whole.done(&mut desk).await;
    assert!(words(&page).contains("署名待ち") && !has_form(&page, "co-sign-withdrawal-form"), "one signature each");
    let page = coordinator.get(&way).await;
    let silent = form(&page, "decline-withdrawal-form").send(&mut coordinator).await;
    assert_eq!(silent.status, 422);
    let declined =
        form(&page, "decline-withdrawal-form").with("reason", "対象が異なります。").done(&mut coordinator).await;
    assert!(!has_form(&declined, "co-sign-withdrawal-form"));
    // Once more, and this time it is signed.
    let again = form(&desk.get(&way).await, "propose-withdrawal-form").with("ground", "wrong-advisory");
    let again =
        again.with("reason_ja", "対象の製品が誤っていました。").with("reason_en", "It named the wrong product.");
    again.with("basis", "開発者からの指摘").done(&mut desk).await;
    let page = form(&coordinator.get(&way).await, "co-sign-withdrawal-form").done(&mut coordinator).await;
    assert!(words(&page).contains("取り下げ済み"), "{}", words(&page));
    let view = scene.world.office.case_page(scene.main.case, scene.desk).await.expect("the case").view;
    let last = view.advisory.and_then(|draft| draft.revisions.last().cloned()).expect("a revision that says so");
    assert!(last.withdrawn.is_some() && last.number == 2);
    let mut finder = scene.finder().await;
    let progress = words(&finder.get("/ja/progress/report").await);
    assert!(progress.contains("公表を取り下げました") && !progress.contains("開発者からの指摘"), "{progress}");
}

#[tokio::test]
async fn a_window_for_direct_reports_is_looked_at_before_it_is_public() {
    let place = Place::sqlite("further-window");
    let scene = scene(&place).await;
    let mut coordinator = scene.browser(scene.coordinator).await;
    let blank = form(&coordinator.get("/ja/desk/developers/new").await, "entry-form");
    let filled = blank.with("name", "のろし印刷").with("reading", "のろしいんさつ").tick("listed", "yes");
    let page = filled.with("direct_window", "https://print.example/psirt").done(&mut coordinator).await;
    assert!(words(&page).contains("確認待ち"));
    let day = words(&coordinator.get("/ja/desk").await);
    assert!(day.contains("直接届出の窓口") && day.contains("のろし印刷"), "it is owed: {day}");
    let paper = form(&page, "window-form");
    assert_eq!(paper.clone().send(&mut coordinator).await.status, 422, "what was looked at?");
    let list = |scene: &Scene| {
        let file = scene.world.office.published().join("developers.json");
        std::fs::read_to_string(file).unwrap_or_default()
    };
    let tree = list(&scene);
    assert!(tree.contains("のろし印刷") && !tree.contains("print.example"), "{tree}");
    paper.with("looked_at", "窓口の応答と過去の公表").with("do", "list").done(&mut coordinator).await;
    assert!(list(&scene).contains("https://print.example/psirt"));
    assert!(!words(&coordinator.get("/ja/desk").await).contains("のろし印刷"));
}
