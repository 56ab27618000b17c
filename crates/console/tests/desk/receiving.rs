//! The receiving body: the queue, the five conditions one by one, the reason, the copy; questions and notes.

use casework::{Actor, CaseOrder, NewReport, Principal, ReportOrder};
use rulebook::case::Thread;
use rulebook::party::{Party, Role};
use rulebook::report::Channel;
use rulebook::report::form::ReportForm;
use rulebook::report::problems::problems;

use crate::common::scene::{Scene, form as filled, receive};
use crate::common::{Browser, Place, World};
use crate::paper::{form, has_form, words};

pub async fn desk(world: &World) -> Browser {
    let actor = world.account("desk", "受付 花子", Role::ReceivingDesk).await;
    world.as_account(actor.account.expect("an account")).await
}

#[tokio::test]
async fn a_report_is_accepted_condition_by_condition_and_opens_a_case() {
    let place = Place::sqlite("desk-accept");
    let world = World::open(&place).await;
    let mut desk = desk(&world).await;
    let receipt = receive(&world, filled("みはらしポータル", "発見 一郎", "hakken@finder.example")).await;

    let queue = desk.get("/ja/desk/reports").await;
    assert!(queue.text().contains(&receipt.number) && words(&queue).contains("みはらしポータル"));
    let way = format!("/ja/desk/reports/{}", receipt.number);
    let page = desk.get(&way).await;
    let accept = form(&page, "accept-form");
    // ア and イ follow from the form and are proposed; the others wait for a look.
    assert_eq!(accept.values("confirmed"), ["complete", "consistent"]);
    assert_eq!(accept.value("content_product"), "みはらしポータル");
    assert!(accept.value("reason").contains(&receipt.number));

    let refused = accept.clone().with("reason", "確かめました。").send(&mut desk).await;
    assert_eq!(refused.status, 422);
    let said = words(&refused);
    assert!(said.contains("五つの条件を一つずつ確かめて") && said.contains("Ⅳ.3.(1).2"), "{said}");
    let again = form(&refused, "accept-form");
    assert_eq!(again.value("reason"), "確かめました。");

    let whole =
        again.tick("confirmed", "in_scope").tick("confirmed", "is_vulnerability").tick("confirmed", "not_known");
    let page = whole.with("content_steps", "書き直した手順").without("tick_threat").done(&mut desk).await;
    assert!(words(&page).contains("受理しました。発見者に知らせ、案件を開きました。"));
    assert!(!has_form(&page, "accept-form"));

    let cases = desk.get("/ja/desk/cases").await;
    let number =
        cases.text().split("/ja/desk/cases/").nth(1).and_then(|rest| rest.split('"').next().map(str::to_owned));
    let case = desk.get(&format!("/ja/desk/cases/{}", number.expect("the case is listed"))).await;
    let told = words(&case);
    assert!(told.contains("書き直した手順") && !told.contains("任意のスクリプトが実行されます"), "{told}");
}

#[tokio::test]
async fn a_report_is_not_accepted_without_a_condition_that_fails() {
    let place = Place::sqlite("desk-reject");
    let world = World::open(&place).await;
    let mut desk = desk(&world).await;
    let receipt = receive(&world, filled("のろしビューア", "発見 一郎", "hakken@finder.example")).await;
    let way = format!("/ja/desk/reports/{}", receipt.number);
    let reject = form(&desk.get(&way).await, "reject-form");
    let refused = reject.clone().with("reason", "仕様どおりの動作です。").send(&mut desk).await;
    assert_eq!(refused.status, 422);
    assert!(words(&refused).contains("満たさない条件を一つ以上選んでください"));
    assert_eq!(form(&refused, "reject-form").value("reason"), "仕様どおりの動作です。");
    let empty = reject.clone().with("reason", "").tick("failed", "is_vulnerability").send(&mut desk).await;
    assert_eq!(empty.status, 422);
    let page = reject.with("reason", "仕様どおりの動作です。").tick("failed", "is_vulnerability").done(&mut desk).await;
    assert!(words(&page).contains("仕様どおりの動作です。"));

    let mut finder = world.as_principal(Principal::Finder(receipt.report)).await;
    let progress = finder.get("/ja/progress/report").await;
    assert!(words(&progress).contains("仕様どおりの動作です。"), "{}", words(&progress));
}

#[tokio::test]
async fn a_report_that_could_not_be_read_is_typed_from_the_original() {
    let place = Place::sqlite("desk-reading");
    let world = World::open(&place).await;
    let mut desk = desk(&world).await;
    let read = ReportForm { product_name: "監視カメラ".into(), ..ReportForm::default() };
    let new = NewReport {
        problems: problems(&read),
        form: read,
        kind_known: false,
        needs_reading: true,
        channel: Channel::TextForm,
        files: Vec::new(),
        original: Some("1. 届出者情報\n 氏名： <b>篝 火ノ子</b>".into()),
        import_key: None,
    };
    let receipt = world.office.receive(new).await.expect("taken in");
    let way = format!("/ja/desk/reports/{}", receipt.number);
    let page = desk.get(&way).await;
    let told = words(&page);
    assert!(told.contains("<b>篝 火ノ子</b>") && told.contains("「氏名または名称」が記入されていません。"), "{told}");
    assert!(!page.text().contains("<b>篝"));
    let paper = form(&page, "reading-form");
    assert_eq!(paper.value("product-name"), "監視カメラ");

    // Another form has other items, and what was read stays.
    let website = desk.get(&format!("{way}?form=website")).await;
    assert!(form(&website, "reading-form").fields.iter().any(|(name, _)| name == "website-url"));

    let typed = [
        ("finder-name", "篝 火ノ子"),
        ("email", "kagari@finder.example"),
        ("share-identity", "no"),
        ("direct-contact", "no"),
        ("publish-name", "yes"),
        ("vulnerability-kind", "認証の欠如"),
        ("steps", "(1) 開く。"),
        ("threat", "のぞき見られる。"),
    ];
    let paper = typed.iter().fold(paper, |paper, (name, value)| paper.with(name, value));
    let page = paper.done(&mut desk).await;
    let told = words(&page);
    assert!(told.contains("「他の組織への届出の有無」が記入されていません。"), "{told}");
    let accept = form(&page, "accept-form");
    assert_eq!(accept.values("confirmed"), ["consistent"], "what is missing is not ticked beforehand");
}

#[tokio::test]
async fn the_finder_is_asked_and_colleagues_leave_notes() {
    let place = Place::sqlite("desk-talk");
    let world = World::open(&place).await;
    world.account("mori", "森 あおい", Role::ReceivingDesk).await;
    let mut desk = desk(&world).await;
    let receipt = receive(&world, filled("みはらしポータル", "発見 一郎", "hakken@finder.example")).await;
    let way = format!("/ja/desk/reports/{}", receipt.number);
    let message = form(&desk.get(&way).await, "message-form");
    let empty = message.send(&mut desk).await;
    assert_eq!(empty.status, 422);
    let page = message.with("text", "再現した版を教えてください。").tick("question", "yes").done(&mut desk).await;
    assert!(words(&page).contains("発見者の返事待ち") && words(&page).contains("再現した版を教えてください。"));

    let page = form(&page, "note-form").with("text", "電話で確かめる").done(&mut desk).await;
    assert!(words(&page).contains("電話で確かめる"));
    let page = form(&page, "owner-form").with("owner", "mori").done(&mut desk).await;
    assert!(words(&page).contains("森 あおい"));
    let page = form(&page, "mark-form").done(&mut desk).await;
    assert!(words(&page).contains("影響が大きい"));
    let nobody = form(&page, "owner-form").with("owner", "nobody-like-that").send(&mut desk).await;
    assert_eq!(nobody.status, 422);

    // The finder sees the question, and neither note nor owner.
    let mut finder = world.as_principal(Principal::Finder(receipt.report)).await;
    let told = words(&finder.get("/ja/progress/report").await);
    assert!(told.contains("再現した版を教えてください。") && !told.contains("電話で確かめる") && !told.contains("森"));
}

#[tokio::test]
async fn the_finders_name_in_the_text_is_pointed_out() {
    let place = Place::sqlite("desk-identity");
    let world = World::open(&place).await;
    let mut desk = desk(&world).await;
    let mut told = filled("みはらしポータル", "発見 一郎", "hakken@finder.example");
    told.steps = "発見一郎の環境（hakken@finder.example）で確かめた。".into();
    let receipt = receive(&world, told).await;
    let page = words(&desk.get(&format!("/ja/desk/reports/{}", receipt.number)).await);
    assert!(page.contains("発見者が分かる記載があります"), "{page}");
    assert!(page.contains("「発見 一郎」") && page.contains("「hakken@finder.example」"), "{page}");
}

#[tokio::test]
async fn files_are_handed_out_to_be_kept() {
    let place = Place::sqlite("desk-files");
    let world = World::open(&place).await;
    let mut desk = desk(&world).await;
    let receipt = receive(&world, filled("みはらしポータル", "発見 一郎", "hakken@finder.example")).await;
    let file = desk.get(&format!("/ja/desk/reports/{}/files/1", receipt.number)).await;
    assert_eq!((file.status.as_u16(), file.bytes.as_slice()), (200, b"proof of concept".as_slice()));
    assert_eq!(file.header("content-type"), "application/octet-stream");
    assert!(file.header("content-disposition").starts_with("attachment;"));
    for place in ["0", "2", "x"] {
        let none = desk.get(&format!("/ja/desk/reports/{}/files/{place}", receipt.number)).await;
        assert!(none.status.is_client_error(), "{place}: {}", none.status);
    }
}

/// Ⅳ.3.(1).8: once the coordinator has the case, it is consulted before a finder's question is answered.
#[tokio::test]
async fn a_finders_question_is_answered_after_consulting_the_coordinator() {
    let place = Place::sqlite("desk-consult");
    let scene = Scene::play(World::open(&place).await).await;
    let (report, way) = (scene.main.receipt.report, format!("/ja/desk/reports/{}", scene.main.receipt.number));
    let mut desk = scene.browser(scene.desk).await;
    let said = async |desk: &mut Browser| words(&desk.get(&way).await);
    assert!(!said(&mut desk).await.contains("調整機関に相談して"), "nothing is asked");
    scene.world.clock.advance(60);
    let asks = ReportOrder::Write { text: "いつ公表されますか。".into(), question: false, files: vec![] };
    let finder = Actor::bearer(Party::Finder(report));
    scene.world.office.act_on_report(report, finder, None, asks).await.expect("the finder asks");
    let page = desk.get(&way).await;
    assert!(words(&page).contains("回答の前に、調整機関に相談してください（Ⅳ.3.(1).8）。"), "{}", words(&page));
    assert!(page.text().contains(&format!("/ja/desk/cases/{}#bodies", scene.main.number)));
    let write = |text: &str| CaseOrder::Write { thread: Thread::Bodies, text: text.into() };
    for (actor, text, expected) in [
        (scene.desk, "公表日を伝えてよいでしょうか。", "調整機関に相談しています。"),
        (scene.coordinator, "伝えて差し支えありません。", "調整機関から返事が来ています。"),
    ] {
        scene.world.clock.advance(60);
        scene.act(actor, write(text)).await;
        assert!(said(&mut desk).await.contains(expected), "{expected}");
    }
    let answer = ReportOrder::Write { text: "1月5日です。".into(), question: false, files: vec![] };
    scene.world.office.act_on_report(report, scene.desk, None, answer).await.expect("answered");
    assert!(!said(&mut desk).await.contains("調整機関から返事"), "it is answered");
}
