//! Website cases side by side: the list and its filters, many alike reports in one sitting, public alerts.

use casework::sites::SiteCard;
use rulebook::party::Role;
use rulebook::report::form::ReportForm;
use rulebook::site::{Classification, SiteCause, SiteCommand, SiteEffect, SiteKind, SiteStage};
use store::CardOrder;

use crate::common::scene::{mails, receive};
use crate::common::sites::{HOST, SiteMatter, site_accepted_of, site_form};
use crate::common::{Place, World};
use crate::many;
use crate::paper::{Paper, form, has_form, words};
use crate::receiving::desk;

const SITES: [&str; 3] = ["asagao.example", "botan.example", "chidori.example"];

fn at(host: &str) -> ReportForm {
    ReportForm { website_url: format!("https://www.{host}/search"), ..site_form("search") }
}

async fn mori(world: &World) -> casework::Actor {
    world.account("mori", "森 あおい", Role::ReceivingDesk).await
}

fn confirmed(paper: Paper) -> Paper {
    let all = ["complete", "consistent", "in_scope", "is_vulnerability", "not_known"];
    all.iter().fold(paper.without("confirmed"), |paper, one| paper.tick("confirmed", one))
}

#[tokio::test]
async fn alike_reports_are_accepted_rated_and_told_in_one_sitting() {
    let place = Place::sqlite("desk-site-bulk");
    let world = World::open(&place).await;
    let actor = mori(&world).await;
    let mut desk = desk(&world).await;
    let empty = words(&desk.get("/ja/desk/sites/bulk").await);
    assert!(empty.contains("まとめられる届出はありません"), "{empty}");
    let mut numbers = Vec::new();
    for site in SITES {
        numbers.push(receive(&world, at(site)).await.number);
    }
    let stranger = ReportForm { email: "other@finder.example".into(), ..at("elsewhere.example") };
    let other = receive(&world, stranger).await.number;
    let groups = desk.get("/ja/desk/sites/bulk").await;
    assert!(words(&groups).contains("3件") && groups.text().contains("like="));
    let way = format!("/ja/desk/sites/bulk?like={}", numbers[0]);
    let page = desk.get(&way).await;
    let sitting = form(&page, "bulk-form");
    assert!(numbers.iter().all(|number| sitting.value(&format!("take-{number}")) == "yes"));
    assert!(!page.text().contains(&other), "another finder's report is not in it");

    let open = sitting.clone().send(&mut desk).await;
    assert_eq!(open.status, 422);
    assert!(words(&open).contains("五つの条件を一つずつ確かめて"));
    let broken = confirmed(sitting.clone()).with("vector", "CVSS:9").send(&mut desk).await;
    assert_eq!(broken.status, 422);
    let broken = confirmed(sitting.clone()).with(&format!("to-{}", numbers[1]), "nowhere").send(&mut desk).await;
    assert_eq!(broken.status, 422);
    assert_eq!(form(&broken, "bulk-form").value(&format!("to-{}", numbers[1])), "nowhere", "nothing typed is lost");
    let mut none = confirmed(sitting.clone());
    for number in &numbers {
        none = none.without(&format!("take-{number}"));
    }
    assert_eq!(none.send(&mut desk).await.status, 422);
    let left = world.office.list_at_desk::<SiteCard>(actor, &[], None, CardOrder::Weight, 9, 0).await.expect("a list");
    assert_eq!(left.total, 0, "nothing was changed");

    let whole = confirmed(sitting)
        .without(&format!("take-{}", numbers[2]))
        .with("vector", "CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N")
        .with("users", "narrow")
        .with("customary", "webmaster")
        .with(&format!("to-{}", numbers[1]), "tencho@botan.example");
    let page = whole.done(&mut desk).await;
    let told = words(&page);
    assert!(
        told.contains("まとめて受理し") && told.contains("asagao.example") && told.contains("運営者に連絡"),
        "{told}"
    );
    let list = world.office.list_at_desk::<SiteCard>(actor, &[], None, CardOrder::Weight, 9, 0).await.expect("a list");
    assert_eq!(list.total, 2);
    for line in &list.lines {
        let card = &line.card;
        assert_eq!(card.kind, Some(SiteKind::CrossSiteScripting));
        assert!(card.influence.is_some() && card.stage == SiteStage::Notified);
    }
    world.settle().await;
    let sent = mails(&world);
    assert!(sent.iter().any(|mail| mail.to == "webmaster@asagao.example"), "the customary address");
    assert!(sent.iter().any(|mail| mail.to == "tencho@botan.example"), "the one that was typed");
    let again = form(&desk.get(&format!("/ja/desk/sites/bulk?like={}", numbers[2])).await, "bulk-form");
    let gone = confirmed(again).with(&format!("take-{}", numbers[0]), "yes").send(&mut desk).await;
    assert_eq!(gone.status, 422, "what was decided meanwhile is not taken twice");
}

#[tokio::test]
async fn the_list_is_narrowed_and_searched() {
    let place = Place::sqlite("desk-site-list");
    let world = World::open(&place).await;
    let actor = mori(&world).await;
    let mut desk = desk(&world).await;
    assert!(words(&desk.get("/ja/desk/sites").await).contains("該当する案件はありません"));
    let first = site_accepted_of(&world, actor, site_form("search")).await;
    first.identified(&world).await;
    first.contacted(&world).await;
    let second = site_accepted_of(&world, actor, at("asagao.example")).await;
    for (ask, finds) in [
        ("", [true, true]),
        ("?state=accepted", [false, true]),
        ("?state=notified", [true, false]),
        ("?flaw=cross_site_scripting", [true, true]),
        ("?flaw=sql_injection", [false, false]),
        ("?category=company", [true, false]),
        ("?category=government", [false, false]),
        ("?prolonged=yes", [false, false]),
        ("?owner=mine", [false, false]),
        ("?turn=ours", [true, true]),
        ("?q=komachi", [true, false]),
        (&format!("?q={}", second.number), [false, true]),
        ("?sort=-number", [true, true]),
        ("?state=all", [true, true]),
    ] {
        let page = desk.get(&format!("/ja/desk/sites{ask}")).await.text();
        assert_eq!([page.contains(&first.number), page.contains(&second.number)], finds, "{ask}");
    }
    assert!(words(&desk.get("/en/desk/sites").await).contains(HOST));
    assert_eq!(desk.get("/ja/desk/sites?state=nothing").await.status, 404);
    // 90 days after the details without word of a fix (長期化), and the ways from the day to the case.
    first.informed(&world).await;
    world.days(91);
    // Its session is over by then.
    let mut desk = world.as_account(actor.account.expect("an account")).await;
    assert!(desk.get("/ja/desk/sites?prolonged=yes").await.text().contains(&first.number));
    assert!(words(&desk.get("/ja/desk").await).contains("運営者が対応中"));
}

#[tokio::test]
async fn what_changed_meanwhile_stops_the_sitting_and_nothing_typed_is_lost() {
    let place = Place::sqlite("desk-site-bulk-stale");
    let world = World::open(&place).await;
    let actor = mori(&world).await;
    let mut desk = desk(&world).await;
    let first = receive(&world, at(SITES[0])).await;
    receive(&world, at(SITES[1])).await;
    let way = format!("/ja/desk/sites/bulk?like={}", first.number);
    let sitting = confirmed(form(&desk.get(&way).await, "bulk-form")).with("reason", "三十分かけて書いた理由");
    let asks = casework::ReportOrder::Write { text: "どの画面ですか。".into(), question: true, files: vec![] };
    world.office.act_on_report(first.report, actor, None, asks).await.expect("a colleague asks the finder");
    let late = sitting.send(&mut desk).await;
    assert_eq!(late.status, 409);
    let again = form(&late, "bulk-form");
    assert_eq!(again.value("reason"), "三十分かけて書いた理由");
    let list = world.office.list_at_desk::<SiteCard>(actor, &[], None, CardOrder::Weight, 9, 0).await.expect("a list");
    assert_eq!(list.total, 0, "none of them was accepted");
    receive(&world, at(SITES[2])).await;
    again.done(&mut desk).await;
    let list = world.office.list_at_desk::<SiteCard>(actor, &[], None, CardOrder::Weight, 9, 0).await.expect("a list");
    assert_eq!(list.total, 2, "one that came meanwhile keeps nobody");
}

async fn of_cause(world: &World, matter: &SiteMatter, cause: SiteCause) {
    let effects = vec![SiteEffect::DataTampering];
    let decided = Classification { kind: SiteKind::Other, effects, cause, passive: false };
    matter.act(world, matter.desk, SiteCommand::Classify(decided)).await;
}

#[tokio::test]
async fn an_alert_is_linked_and_cases_end_one_by_one() {
    let place = Place::sqlite("desk-site-alert");
    let world = World::open(&place).await;
    let actor = mori(&world).await;
    let mut desk = desk(&world).await;
    assert!(words(&desk.get("/ja/desk/sites/alerts").await).contains("該当する案件はありません"));
    let old = site_accepted_of(&world, actor, at("asagao.example")).await;
    let set = site_accepted_of(&world, actor, at("botan.example")).await;
    let own = site_accepted_of(&world, actor, at("chidori.example")).await;
    of_cause(&world, &old, SiteCause::PatchMissing).await;
    of_cause(&world, &set, SiteCause::WrongSettings).await;
    of_cause(&world, &own, SiteCause::Application).await;
    old.contacted(&world).await;
    let page = desk.get("/ja/desk/sites/alerts").await;
    let text = page.text();
    assert!(text.contains(&old.number) && text.contains(&set.number) && !text.contains(&own.number));
    let link = form(&page, "alert-form").with("title", "買い物かごの更新").with("url", "https://alert.example/1");
    let none = link.clone().send(&mut desk).await;
    assert_eq!(none.status, 422, "for no case");
    let link = link.tick("case", &old.site.0.to_string());
    for (item, value) in [("title", ""), ("url", "x"), ("on", "2099-01-01")] {
        let wrong = link.clone().with(item, value).send(&mut desk).await;
        assert_eq!(wrong.status, 422, "{item}");
        assert_eq!(form(&wrong, "alert-form").value(item), value);
    }
    let page = link.done(&mut desk).await;
    assert!(words(&page).contains("注意喚起を結び付けました"));
    assert!(!has_form(&page, &format!("end-{}-form", set.number)), "the other has no alert");
    let end = form(&page, &format!("end-{}-form", old.number));
    assert!(end.value("to-finder").contains("買い物かごの更新"));
    let unsaid = end.clone().with("to-finder", "").send(&mut desk).await;
    assert_eq!(unsaid.status, 422);
    let untold = end.clone().with("to-operator", "").send(&mut desk).await;
    assert_eq!(untold.status, 422, "an operator that was contacted is told why");
    old.act(&world, actor, SiteCommand::SetOwner(actor.account)).await;
    old.act(&world, old.operator(), SiteCommand::ConfirmOperator { person: "店主".into(), mail: String::new() }).await;
    let late = end.clone().with("to-finder", "書き直した理由").send(&mut desk).await;
    assert_eq!(late.status, 409, "the operator got in touch meanwhile");
    let end = form(&late, &format!("end-{}-form", old.number));
    assert_eq!(end.value("to-finder"), "書き直した理由");
    let page = end.done(&mut desk).await;
    assert!(words(&page).contains("取扱いを終え"));
    assert!(!page.text().contains(&old.number) && page.text().contains(&set.number));
    let stages = [&old, &set].map(|one| one.site);
    let mut found = Vec::new();
    for site in stages {
        found.push(world.office.site_page(site, actor).await.expect("the case").view.stage);
    }
    assert_eq!(found, [SiteStage::Ended, SiteStage::Accepted]);
}

#[tokio::test]
async fn a_list_too_long_to_be_searched_says_how_much_was_not() {
    let place = Place::sqlite("desk-site-unread");
    let world = World::open(&place).await;
    let last = site_accepted_of(&world, mori(&world).await, site_form("search")).await;
    // Words are looked for in 2,000 cards; three are left.
    many::heavier(&world.office, last.site, 2_002).await;
    let mut desk = desk(&world).await;
    let unread = [("ja", "残りの3件は調べていません"), ("en", "3 cases further down were not searched")];
    for (language, unread) in unread {
        for (ask, says, finds) in [
            ("?q=komachi", true, false),
            (&format!("?q={HOST}"), true, true),
            (&format!("?q={}", last.number), true, true),
            ("?q=komachi&sort=-number", true, true),
            ("?q=komachi&turn=ours&owner=mine", false, false),
            ("", false, false),
        ] {
            let page = words(&desk.get(&format!("/{language}/desk/sites{ask}")).await);
            assert_eq!([page.contains(unread), page.contains(&last.number)], [says, finds], "{language} {ask}");
        }
    }
}
