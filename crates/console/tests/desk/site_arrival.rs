//! A report of a website at the desk: accepted as a case of its own, joined to one in hand, or moved to another form.

use casework::Principal;

use crate::common::scene::receive;
use crate::common::sites::{site_accepted_of, site_form};
use crate::common::{Place, World};
use crate::paper::{form, has_form, words};
use crate::receiving::desk;

#[tokio::test]
async fn a_report_of_a_site_opens_a_website_case() {
    let place = Place::sqlite("desk-site-accept");
    let world = World::open(&place).await;
    let mut desk = desk(&world).await;
    let receipt = receive(&world, site_form("search")).await;
    let way = format!("/ja/desk/reports/{}", receipt.number);
    let day = words(&desk.get("/ja/desk").await);
    assert!(day.contains("ウェブサイトの届出を受理するか決める"), "{day}");
    let page = desk.get(&way).await;
    assert!(!has_form(&page, "accept-form") && !has_form(&page, "join-form"), "it is no product's");
    let accept = form(&page, "accept-site-form");
    assert_eq!(accept.values("confirmed"), ["complete", "consistent"]);
    assert_eq!(accept.value("site-kind"), "cross_site_scripting", "named by the finder's words");
    assert!(words(&page).contains("Ⅴ.3.2.ア"), "the clause of websites");

    let refused = accept.clone().send(&mut desk).await;
    assert_eq!(refused.status, 422);
    assert!(words(&refused).contains("五つの条件を一つずつ確かめて"));
    let whole = ["in_scope", "is_vulnerability", "not_known"]
        .iter()
        .fold(form(&refused, "accept-site-form"), |paper, one| paper.tick("confirmed", one));
    let half = whole.clone().without("site-effect").send(&mut desk).await;
    assert_eq!(half.status, 422);
    assert!(words(&half).contains("影響を一つ以上と原因も選んでください"));
    let nowhere = whole.clone().without("tick_url").send(&mut desk).await;
    assert_eq!(nowhere.status, 422, "a case without a site");
    let page = whole.done(&mut desk).await;
    let told = words(&page);
    assert!(told.contains("ウェブサイトの案件を開きました") && told.contains("ウェブサイトの案件 VW"), "{told}");
    assert!(!has_form(&page, "accept-site-form") && !has_form(&page, "reject-form"));

    let text = page.text();
    let site = text.split("/ja/desk/sites/").nth(1).and_then(|rest| rest.split('"').next()).expect("its number");
    let id = world.office.site_id(site).await.expect("the case");
    let list = world
        .office
        .list_at_desk::<casework::sites::SiteCard>(desk_actor(&world).await, &[], None, store::CardOrder::Weight, 10, 0)
        .await;
    let kind = list.expect("the list").lines[0].card.kind;
    assert_eq!(kind, Some(rulebook::site::SiteKind::CrossSiteScripting), "{id:?}");
    let mut finder = world.as_principal(Principal::Finder(receipt.report)).await;
    assert_eq!(finder.get("/ja/progress/report").await.status, 200);
}

/// Somebody else of the desk.
async fn desk_actor(world: &World) -> casework::Actor {
    world.account("mori", "森 あおい", rulebook::party::Role::ReceivingDesk).await
}

#[tokio::test]
async fn the_same_flaw_of_a_site_joins_its_case() {
    let place = Place::sqlite("desk-site-join");
    let world = World::open(&place).await;
    let matter = site_accepted_of(&world, desk_actor(&world).await, site_form("search")).await;
    let mut desk = desk(&world).await;
    let receipt = receive(&world, site_form("other?q=2")).await;
    let way = format!("/ja/desk/reports/{}", receipt.number);
    let page = desk.get(&way).await;
    assert!(words(&page).contains(&format!("案件 {}", matter.number)), "the same site is suggested");
    let join = form(&page, "join-site-form");
    assert_eq!(join.value("site"), matter.number);
    let none = join.clone().with("site", "VW00000001").send(&mut desk).await;
    assert_eq!(none.status, 422);
    let open = join.clone().send(&mut desk).await;
    assert_eq!(open.status, 422, "the conditions are asked here too");
    let whole =
        ["in_scope", "is_vulnerability", "not_known"].iter().fold(join, |paper, one| paper.tick("confirmed", one));
    let page = whole.done(&mut desk).await;
    assert!(words(&page).contains("受理して案件に加えました"));
    let case = world.office.site_page(matter.site, matter.desk).await.expect("the case");
    assert_eq!(case.reports.len(), 2);
}

#[tokio::test]
async fn the_scope_and_the_form_are_helped_with() {
    let place = Place::sqlite("desk-site-help");
    let world = World::open(&place).await;
    let mut desk = desk(&world).await;
    let receipt = receive(&world, site_form("search")).await;
    let way = format!("/ja/desk/reports/{}", receipt.number);
    assert!(words(&desk.get(&way).await).contains("まだ分かりません"));
    let inside = words(&desk.get(&format!("{way}?japanese=yes&used=&alone=yes&users=no")).await);
    assert!(inside.contains("適用範囲にあると考えられます（主な内容が日本語）"), "{inside}");
    assert!(inside.contains("運営者が直せば済むため"));
    let outside = words(&desk.get(&format!("{way}?japanese=no&used=no&users=yes")).await);
    assert!(outside.contains("適用範囲にあることを示すものがありません") && outside.contains("製品の届出に移す"));
    assert!(form(&desk.get(&way).await, "reclassify-form").fields.iter().any(|(name, _)| name == "reason"));
}
