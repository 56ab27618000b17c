//! Ways to the operator's page beside the mail: by telephone, and the contractor's as long as the operator wants it.

use rulebook::case::{AttemptOutcome, ContactMeans};
use rulebook::site::{Classification, SiteCause, SiteCommand, SiteEffect, SiteKind};

use super::operator::{PAGE, informed, post, told, ways};
use crate::common::scene::mails;
use crate::common::sites::{HOST, OPERATOR, OPERATOR_MAIL};
use crate::*;

/// Link and code of the page that the operator hands to its contractor.
fn given(html: &str) -> (String, String) {
    let path = html.split("noroshi.example").nth(1).and_then(|rest| rest.split_whitespace().next()).expect("a link");
    let code = html.split("operator-code\"><strong>").nth(1).map(|rest| &rest[..6]).expect("a code");
    (path.to_owned(), code.to_owned())
}

/// A contractor that opened its page.
async fn contractor(world: &World, shop: &mut Browser, to: &str) -> Browser {
    let page = post(shop, "forward", &[("form", "forward"), ("to", to)]).await;
    let (path, code) = given(&page.text());
    let mut maker = world.browser();
    let entered = maker.post_bare(&path, &[("code", code.as_str()), ("promise", "yes")]).await;
    assert_eq!(entered.location(), PAGE);
    assert_eq!(maker.get(PAGE).await.status, 200);
    maker
}

#[tokio::test]
async fn a_contractor_sees_the_page_as_long_as_the_operator_wants_it() {
    let (_place, world, matter, mut shop) = informed("operator-take-back").await;
    assert!(!shop.get(PAGE).await.text().contains("operator/take-back"), "nothing to take back yet");
    let mut first = contractor(&world, &mut shop, "まちの制作社").await;
    let mut second = contractor(&world, &mut shop, "べつの制作社").await;
    assert_eq!(first.get(PAGE).await.location(), "/ja/operator/again", "a new one takes the place of the old one");
    assert_eq!(shop.get(PAGE).await.status, 200, "the operator's own page stays open");
    assert_eq!(post(&mut second, "take-back", &[]).await.status, 404, "that is the operator's to decide");
    let page = post(&mut shop, "forward", &[("form", "forward"), ("to", "三つめの制作社")]).await;
    let (unused, _) = given(&page.text());
    let done = post(&mut shop, "take-back", &[]).await;
    let page = shop.follow(done).await.text();
    assert!(page.contains("見せるのをやめました"), "{page}");
    assert_eq!(second.get(PAGE).await.location(), "/ja/operator/again");
    assert_eq!(world.browser().get(&unused).await.status, 410, "nor does a link that nobody used yet");
    let view = world.office.site_page(matter.site, matter.desk).await.expect("the desk sees it").view;
    assert_eq!(view.taken_back_on, Some(world.office.now().today), "it is on record");
}

#[tokio::test]
async fn on_the_telephone_the_code_is_said_and_the_link_is_mailed() {
    let (_place, world, matter) = told("operator-call").await;
    let old = ways(&world).await.remove(0);
    let mut desk = world.as_account(matter.desk.account.expect("an account")).await;
    let base = format!("/ja/desk/sites/{}", matter.number);
    let page = desk.get(&format!("{base}/letter")).await;
    assert!(page.text().contains("かけ直してください") && page.text().contains(&matter.number), "what to say");
    let seen = page.seen();
    let said = |mail: &str| {
        [
            ("seen", seen.clone()),
            ("phone", "03-0000-0000".to_owned()),
            ("mail", mail.to_owned()),
            ("language", "ja".to_owned()),
        ]
    };
    let typed = said("まちがい");
    let typed: Vec<_> = typed.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let wrong = desk.post(&format!("{base}/call"), &typed).await;
    assert!(wrong.status == 422 && wrong.text().contains("value=\"03-0000-0000\""));
    let typed = said("tencho@phone.example");
    let typed: Vec<_> = typed.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let page = desk.post(&format!("{base}/call"), &typed).await;
    assert_eq!(page.status, 200);
    let html = page.text();
    let code = html.split("operator-code\"><strong>").nth(1).map(|rest| &rest[..6]).expect("a code to read out");
    assert!(!html.contains(HOST) && !html.contains("/operator/"), "the link is not on the page");
    world.settle().await;
    let sent: Vec<_> = mails(&world).into_iter().filter(|mail| mail.to == "tencho@phone.example").collect();
    let [mail] = sent.as_slice() else { panic!("one mail to the address that was said") };
    assert!(!mail.text.contains(code) && !mail.text.contains(HOST) && !mail.text.contains(OPERATOR), "{}", mail.text);
    let path =
        mail.text.split("noroshi.example").nth(1).and_then(|rest| rest.split_whitespace().next()).expect("a link");
    assert_eq!(world.browser().get(&old.0).await.status, 410, "the link before is over");
    let who = [("code", code), ("person", "小町 晴"), ("mail", OPERATOR_MAIL)];
    assert_eq!(world.browser().post_bare(path, &who).await.location(), PAGE);
    let view = world.office.site_page(matter.site, matter.desk).await.expect("the desk sees it").view;
    let last = view.attempts.last().expect("an attempt");
    assert_eq!((last.means, last.outcome, last.link), (ContactMeans::Phone, AttemptOutcome::Waiting, true));
    assert_eq!((last.to.as_str(), last.note.as_str()), ("03-0000-0000", "tencho@phone.example"));
    assert!(view.contact.is_some(), "it confirmed itself");
}

#[tokio::test]
async fn the_page_names_the_kind_that_the_desk_decided() {
    let (_place, world, matter, mut shop) = informed("operator-kind").await;
    let page = shop.get(PAGE).await.text();
    let decided = Classification {
        kind: SiteKind::SqlInjection,
        effects: vec![SiteEffect::PersonalData],
        cause: SiteCause::Application,
        passive: false,
    };
    matter.act(&world, matter.desk, SiteCommand::Classify(decided)).await;
    let again = shop.get(PAGE).await.text();
    let plain = |html: &str| {
        html.split("operator-plain\">").nth(1).map(|rest| rest.split('<').next().unwrap_or_default().to_owned())
    };
    assert_ne!(plain(&page), plain(&again), "the words of the copy are still the same");
    assert!(again.contains("データベース"), "{:?}", plain(&again));
}
