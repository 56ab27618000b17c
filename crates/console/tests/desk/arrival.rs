//! Reports that are not one case: joined, split, moved to another form, taken back; and the end of the non-disclosure
//! request. By hand on the pages of the desk and of the finder.

use casework::{Principal, Receipt};
use rulebook::party::Role;

use crate::common::scene::{Scene, form as filled, receive};
use crate::common::{Browser, Place, Reply, World};
use crate::paper::{Paper, form, has_form, words};

const PROGRESS: &str = "/ja/progress/report";

async fn desk(world: &World) -> Browser {
    let actor = world.account("desk", "受付 花子", Role::ReceivingDesk).await;
    world.as_account(actor.account.expect("an account")).await
}

fn way(receipt: &Receipt) -> String {
    format!("/ja/desk/reports/{}", receipt.number)
}

fn ticked(paper: Paper) -> Paper {
    paper.tick("confirmed", "in_scope").tick("confirmed", "is_vulnerability").tick("confirmed", "not_known")
}

/// The number behind the first way to a case on a page.
fn case_of(page: &Reply) -> String {
    let text = page.text();
    let rest = text.split("/desk/cases/").nth(1).expect("a way to a case");
    rest.split(['"', '#', '?']).next().expect("a number").to_owned()
}

async fn accepted(desk: &mut Browser, receipt: &Receipt) -> Reply {
    let page = desk.get(&way(receipt)).await;
    ticked(form(&page, "accept-form")).done(desk).await
}

#[tokio::test]
async fn a_second_report_of_the_same_is_compared_and_joins_the_case_without_naming_anybody() {
    let place = Place::sqlite("arrival-join");
    let world = World::open(&place).await;
    let mut desk = desk(&world).await;
    let first = receive(&world, filled("みはらしポータル", "発見 一郎", "hakken@finder.example")).await;
    let case = case_of(&accepted(&mut desk, &first).await);
    let again = receive(&world, filled("みはらしﾎﾟｰﾀﾙ", "別人 三郎", "betsujin@finder.example")).await;

    let page = desk.get(&way(&again)).await;
    let told = words(&page);
    assert!(told.contains("同じ内容かもしれないもの") && told.contains("近さ 100%") && told.contains(&case), "{told}");
    assert_eq!(form(&page, "join-form").value("case"), "", "nothing is picked by the machine");
    let page = desk.get(&format!("{}?with={case}", way(&again))).await;
    assert!(page.text().contains("class=\"table compare\""), "both stand side by side");
    let join = form(&page, "join-form");
    assert_eq!(join.value("case"), case);
    assert!(!join.value("reason").contains(&case) && !join.value("reason").contains("発見"));

    let none = ticked(join.clone()).with("case", "VC00000000").send(&mut desk).await;
    assert_eq!(none.status, 422);
    assert!(words(&none).contains("この番号の案件は見つかりませんでした"));
    let open = join.clone().with("reason", "同じ内容です。").send(&mut desk).await;
    assert_eq!(open.status, 422);
    assert!(words(&open).contains("五つの条件を一つずつ確かめて"), "{}", words(&open));
    assert_eq!(form(&open, "join-form").value("reason"), "同じ内容です。");

    let page = ticked(join.clone()).with("case", &case.to_lowercase()).done(&mut desk).await;
    assert_eq!(case_of(&page), case);
    assert!(!has_form(&page, "join-form") && !has_form(&page, "accept-form"));
    let late = ticked(join).send(&mut desk).await;
    assert_eq!(late.status, 409);

    let mut finder = world.as_principal(Principal::Finder(again.report)).await;
    let told = words(&finder.get(PROGRESS).await);
    assert!(told.contains("届出が受理されました"), "{told}");
    for secret in [case.as_str(), first.number.as_str(), "発見 一郎"] {
        assert!(!told.contains(secret), "{secret}");
    }
    let nothing = desk.get(&format!("{}?with=VC00000000", way(&first))).await;
    assert_eq!(nothing.status, 200, "a decided report compares nothing");
}

#[tokio::test]
async fn what_is_published_already_is_told_with_its_address() {
    let place = Place::sqlite("arrival-known");
    let world = World::open(&place).await;
    let mut desk = desk(&world).await;
    let receipt = receive(&world, filled("のろしビューア", "発見 一郎", "hakken@finder.example")).await;
    let page = desk.get(&way(&receipt)).await;
    let reject = form(&page, "reject-form").with("reason", "すでに公表されています。").tick("failed", "not_known");
    let wrong = reject.clone().with("known-at", "javascript:alert(1)").send(&mut desk).await;
    assert_eq!(wrong.status, 422);
    assert!(words(&wrong).contains("URLの形になっていません"));
    assert_eq!(form(&wrong, "reject-form").value("known-at"), "javascript:alert(1)");
    let page = reject.with("known-at", "https://jvn.example/jp/JVN12345678/").done(&mut desk).await;
    assert!(words(&page).contains("https://jvn.example/jp/JVN12345678/"));
    let mut finder = world.as_principal(Principal::Finder(receipt.report)).await;
    let page = finder.get(PROGRESS).await;
    assert!(page.text().contains("href=\"https://jvn.example/jp/JVN12345678/\""));

    // Evidently obtained illegally: no condition need fail.
    let receipt = receive(&world, filled("かがりメール", "発見 一郎", "hakken@finder.example")).await;
    let reject = form(&desk.get(&way(&receipt)).await, "reject-form").with("reason", "取り扱えません。");
    let page = reject.tick("illegal", "yes").done(&mut desk).await;
    assert!(words(&page).contains("違法な手段で得られた情報であることが明らかなため"));
}

#[tokio::test]
async fn a_report_on_the_wrong_form_is_moved_with_the_reason() {
    let place = Place::sqlite("arrival-moved");
    let world = World::open(&place).await;
    let mut desk = desk(&world).await;
    let receipt = receive(&world, filled("みはらしポータル", "発見 一郎", "hakken@finder.example")).await;
    let moving = form(&desk.get(&way(&receipt)).await, "reclassify-form");
    let nowhere = moving.clone().with("reason", "運営者が直せる弱点です。").send(&mut desk).await;
    assert_eq!(nowhere.status, 422);
    assert_eq!(form(&nowhere, "reclassify-form").value("reason"), "運営者が直せる弱点です。");
    let page = moving.with("reason", "運営者が直せる弱点です。").with("kind", "website").done(&mut desk).await;
    let told = words(&page);
    assert!(told.contains("「ウェブサイト」に変えて") && !has_form(&page, "accept-form"), "{told}");
    let mut finder = world.as_principal(Principal::Finder(receipt.report)).await;
    assert!(words(&finder.get(PROGRESS).await).contains("運営者が直せる弱点です。"));
    // And back again.
    let back = form(&page, "reclassify-form").with("kind", "product").with("reason", "製品でした。");
    assert!(has_form(&back.done(&mut desk).await, "accept-form"));
}

#[tokio::test]
async fn another_product_in_it_becomes_a_case_of_its_own() {
    let place = Place::sqlite("arrival-split");
    let world = World::open(&place).await;
    let mut desk = desk(&world).await;
    let receipt = receive(&world, filled("みはらしポータル", "発見 一郎", "hakken@finder.example")).await;
    assert!(!has_form(&desk.get(&way(&receipt)).await, "split-form"), "nothing is split before it is accepted");
    let page = accepted(&mut desk, &receipt).await;
    let split = form(&page, "split-form");
    assert_eq!(split.value("content_product"), "みはらしポータル");
    let empty = split.clone().without("tick_product").send(&mut desk).await;
    assert_eq!(empty.status, 422, "{}", words(&empty));
    let page = split.with("content_product", "みはらしモバイル").done(&mut desk).await;
    let ways = page.text().matches("/ja/desk/cases/VC").count();
    assert_eq!(ways, 2, "both cases are one step away");
    let mut finder = world.as_principal(Principal::Finder(receipt.report)).await;
    for (lang, words_of) in [("ja", "2件の案件に分けて"), ("en", "handled as 2 cases")] {
        let told = words(&finder.get(&format!("/{lang}/progress/report")).await);
        assert!(told.contains(words_of), "{told}");
    }
}

#[tokio::test]
async fn a_withdrawn_report_says_so_with_the_finders_reason() {
    let place = Place::sqlite("arrival-withdrawn");
    let world = World::open(&place).await;
    let mut desk = desk(&world).await;
    let receipt = receive(&world, filled("みはらしポータル", "発見 一郎", "hakken@finder.example")).await;
    let accept = ticked(form(&desk.get(&way(&receipt)).await, "accept-form"));
    let mut finder = world.as_principal(Principal::Finder(receipt.report)).await;
    let seen = finder.get(PROGRESS).await.seen();
    let fields = [("seen", seen.as_str()), ("reason", "私の<b>勘違い</b>でした。")];
    let done = finder.post("/ja/progress/withdraw", &fields).await;
    assert_eq!(done.location(), "/ja/progress/report?done=withdrawn", "{}", words(&done));
    let again = finder.post("/ja/progress/withdraw", &fields).await;
    assert_eq!(again.status, 409);
    let page = finder.get(PROGRESS).await;
    assert!(words(&page).contains("情報非開示依頼は続いています") && !page.text().contains("/progress/withdraw\""));

    let late = accept.send(&mut desk).await;
    assert_eq!(late.status, 409);
    let page = desk.get(&way(&receipt)).await;
    let told = words(&page);
    assert!(told.contains("発見者が届出を取り下げました") && told.contains("私の<b>勘違い</b>でした。"), "{told}");
    assert!(!page.text().contains("<b>勘違い") && !has_form(&page, "accept-form"));
    let list = desk.get("/ja/desk/reports?state=withdrawn").await;
    assert!(list.text().contains(&receipt.number), "the queue has a tab for it");
}

#[tokio::test]
async fn the_finder_asks_before_it_discloses_and_is_answered() {
    let place = Place::sqlite("arrival-consulted");
    let world = World::open(&place).await;
    let mut desk = desk(&world).await;
    let receipt = receive(&world, filled("みはらしポータル", "発見 一郎", "hakken@finder.example")).await;
    assert!(!has_form(&desk.get(&way(&receipt)).await, "disclosure-form"));
    let mut finder = world.as_principal(Principal::Finder(receipt.report)).await;
    let seen = finder.get(PROGRESS).await.seen();
    let empty = finder.post("/ja/progress/disclosure", &[("seen", &seen), ("text", " ")]).await;
    assert_eq!(empty.status, 422);
    let asked = [("seen", seen.as_str()), ("text", "社内の利用者に知らせたいです。")];
    let sent = finder.post("/ja/progress/disclosure", &asked).await;
    assert_eq!(sent.location(), "/ja/progress/report?done=disclosure-consulted#silence");
    assert_eq!(finder.post("/ja/progress/disclosure", &asked).await.status, 409);

    let page = desk.get(&way(&receipt)).await;
    assert!(words(&page).contains("社内の利用者に知らせたいです。"));
    let answer = form(&page, "disclosure-form");
    assert_eq!(answer.send(&mut desk).await.status, 422);
    let page = answer.with("text", "回避策だけをお伝えください。").done(&mut desk).await;
    assert!(!has_form(&page, "disclosure-form") && words(&page).contains("回避策だけをお伝えください。"));
    assert!(words(&finder.get(PROGRESS).await).contains("回避策だけをお伝えください。"));
}

#[tokio::test]
async fn a_year_after_day_zero_the_finder_asks_and_is_released() {
    let place = Place::sqlite("arrival-released");
    let scene = Scene::play(World::open(&place).await).await;
    let mut finder = scene.finder().await;
    let early = finder.post("/ja/progress/release", &[]).await;
    assert_eq!(early.status, 422);
    assert!(words(&early).contains("起算日から1年がたつと"), "{}", words(&early));
    assert!(words(&early).contains("2027年11月21日（日）から"), "day zero and a year");

    scene.world.days(364);
    let mut finder = scene.finder().await;
    assert_eq!(finder.post("/ja/progress/release", &[]).await.status, 422, "one day too early");
    scene.world.days(1);
    let mut finder = scene.finder().await;
    let page = finder.get(PROGRESS).await;
    assert!(words(&page).contains("依頼の取下げを求める"));
    assert_eq!(
        finder.post("/ja/progress/release", &[]).await.location(),
        "/ja/progress/report?done=release-asked#silence"
    );
    assert_eq!(finder.post("/ja/progress/release", &[]).await.status, 422, "asked once");

    let mut desk = scene.browser(scene.desk).await;
    let way = way(&scene.main.receipt);
    let page = desk.get(&way).await;
    let delay = form(&page, "delay-form");
    assert_eq!(delay.send(&mut desk).await.status, 422);
    let page = delay.with("text", "修正版の検証に時間がかかっています。").done(&mut desk).await;
    assert!(words(&finder.get(PROGRESS).await).contains("修正版の検証に時間がかかっています。"));
    let page = form(&page, "release-form").done(&mut desk).await;
    assert!(words(&page).contains("に取り下げました。") && !has_form(&page, "release-form"));
    let told = words(&finder.get(PROGRESS).await);
    assert!(told.contains("この依頼は2027年11月21日（日）に取り下げられました"), "{told}");
}
