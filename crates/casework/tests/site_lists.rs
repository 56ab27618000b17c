//! The desk's lists of website cases and their figures: narrowed by the database, counted from the journal.

mod common;
#[path = "common/many.rs"]
mod many;
#[path = "common/sites.rs"]
mod sites;

use casework::search::{Narrowed, Order};
use casework::sites::{ListedSite, SiteOrder, late_between};
use casework::{Actor, Digest, Error};
use common::{Bureau, places};
use jiff::civil::date;
use rulebook::ids::SiteCaseId;
use rulebook::influence::RangeFactors;
use rulebook::party::Party;
use rulebook::site::figures::SiteStatus;
use rulebook::site::{
    Classification, OperatorAnswer, OperatorCategory, SiteCause, SiteCommand, SiteEffect, SiteEnding, SiteKind,
};
use sites::{case, does, informed};

/// The hosts that a list finds, in its order, and how many there are in all.
async fn finds(bureau: &Bureau, narrowed: &Narrowed) -> (Vec<String>, u64) {
    let found = bureau.office.find_sites(bureau.desk, narrowed, 50, 0).await.expect("a list");
    (found.lines.into_iter().map(|line| line.card.site).collect(), found.total)
}

async fn check(bureau: &Bureau) {
    let any = Narrowed::default;
    let today = bureau.office.now().today;
    let xss = Some(SiteKind::CrossSiteScripting);
    let ours = Some(Party::ReceivingBody.word().to_owned());
    let number = Order::Number;
    let lists = [
        (Narrowed { flaw: xss, ..any() }, vec!["a.example", "b.example"]),
        (Narrowed { flaw: xss, category: Some(OperatorCategory::Government), ..any() }, vec!["b.example"]),
        (Narrowed { flaw: Some(SiteKind::MailRelay), ..any() }, vec![]),
        (Narrowed { influence: Some(rulebook::edition::Influence::Simple), ..any() }, vec!["c.example"]),
        (Narrowed { owner: bureau.desk.account, ..any() }, vec!["c.example"]),
        (Narrowed { turn: ours.clone(), ..any() }, vec!["a.example", "b.example", "c.example", "d.example"]),
        (Narrowed { for_alert: true, ..any() }, vec!["d.example"]),
        (Narrowed { words: "B.Example".into(), ..any() }, vec!["b.example"]),
        (Narrowed { words: "example".into(), flaw: xss, ..any() }, vec!["a.example", "b.example"]),
        (Narrowed { late: Some(late_between(today, 90, (90, None))), ..any() }, vec!["a.example"]),
        (Narrowed { late: Some(late_between(today, 90, (90, Some(199)))), ..any() }, vec!["a.example"]),
        (Narrowed { late: Some(late_between(today, 90, (200, Some(299)))), ..any() }, vec![]),
        (Narrowed { states: vec!["details-sent".into()], flaw: xss, ..any() }, vec!["a.example"]),
    ];
    for (narrowed, expected) in lists {
        let (mut found, total) = finds(bureau, &narrowed).await;
        found.sort();
        assert_eq!(
            (found, total),
            (expected.iter().map(ToString::to_string).collect(), expected.len() as u64),
            "{narrowed:?}"
        );
    }
    let (there, _) = finds(bureau, &Narrowed { flaw: xss, order: number, ..any() }).await;
    let (mut back, _) = finds(bureau, &Narrowed { flaw: xss, order: number, backwards: true, ..any() }).await;
    back.reverse();
    assert_eq!(there, back, "the order turned round");
    let page = Narrowed { turn: ours, order: number, ..any() };
    let all = finds(bureau, &page).await.0;
    let second = bureau.office.find_sites(bureau.desk, &page, 2, 2).await.expect("a page");
    let second: Vec<_> = second.lines.into_iter().map(|line| line.card.site).collect();
    assert_eq!(second, all[2..], "the second page goes on where the first ends");
    let foreign = bureau.office.find_sites(bureau.coordinator, &any(), 9, 0).await;
    assert!(matches!(foreign, Err(Error::NotFound)));
}

#[tokio::test]
async fn the_database_narrows_the_list_and_a_rebuild_finds_the_same() {
    for place in places("site-lists") {
        let bureau = Bureau::open(&place).await;
        let kind = SiteKind::CrossSiteScripting;
        let late = case(&bureau, "a.example", Some(kind), Some(OperatorCategory::Company)).await;
        informed(&bureau, late).await;
        bureau.days(100);
        case(&bureau, "b.example", Some(kind), Some(OperatorCategory::Government)).await;
        let mine = case(&bureau, "c.example", Some(SiteKind::SqlInjection), None).await;
        does(&bureau, mine, bureau.desk, SiteCommand::SetOwner(bureau.desk.account)).await;
        let vector = "CVSS:3.1/AV:P/AC:H/PR:H/UI:R/S:U/C:L/I:N/A:N".to_owned();
        let range = Some(rulebook::edition::Range::Narrow);
        let factors = RangeFactors { users: range, social: None, attack_seen: None };
        does(&bureau, mine, bureau.desk, SiteOrder::Rate { vector, factors }).await;
        let old = case(&bureau, "d.example", None, None).await;
        let decided = Classification {
            kind: SiteKind::FileExposed,
            effects: vec![SiteEffect::ServerFiles],
            cause: SiteCause::PatchMissing,
            passive: false,
        };
        does(&bureau, old, bureau.desk, SiteCommand::Classify(decided)).await;
        check(&bureau).await;
        bureau.office.rebuild_projections().await.expect("it can be made again");
        check(&bureau).await;
    }
}

/// Words are looked for in 2,000 cards.
#[tokio::test]
async fn cases_beyond_those_that_are_searched_for_words_are_counted() {
    for place in places("site-unread") {
        let bureau = Bureau::open(&place).await;
        let last = case(&bureau, "last.example", None, None).await;
        does(&bureau, last, bureau.desk, SiteCommand::SetOwner(bureau.desk.account)).await;
        many::heavier(&bureau.office, last, 2_004).await;
        let number = bureau.office.site_page(last, bureau.desk).await.expect("the case").view.number;
        let find = async |narrowed: Narrowed| {
            let found = bureau.office.find_sites(bureau.desk, &narrowed, 50, 0).await.expect("a list");
            let sites: Vec<String> = found.lines.into_iter().map(|line| line.card.site).collect();
            (sites, found.total, found.unread)
        };
        let words = |words: &str| Narrowed { words: words.into(), ..Narrowed::default() };
        let last = || vec!["last.example".to_owned()];
        assert_eq!(find(words("last")).await, (vec![], 0, 5), "it is one of the five that were not opened");
        assert_eq!(find(words("last.example")).await, (last(), 1, 5), "a whole host is found by itself");
        assert_eq!(find(words(&number)).await, (last(), 1, 5), "a whole number too");
        assert_eq!(find(Narrowed { backwards: true, ..words("last") }).await, (last(), 1, 5), "it comes first then");
        assert_eq!(find(Narrowed { owner: bureau.desk.account, ..words("last") }).await, (last(), 1, 0));
        let (shown, total, unread) = find(words("www")).await;
        assert_eq!((shown.len(), total, unread), (50, 2_000, 5));
        assert_eq!(find(Narrowed::default()).await.2, 0, "where no word is looked for, nothing is left out");
    }
}

#[tokio::test]
async fn what_a_list_showed_is_what_is_acted_on() {
    for place in places("site-listed") {
        let bureau = Bureau::open(&place).await;
        let (one, two) = (case(&bureau, "a.example", None, None).await, case(&bureau, "b.example", None, None).await);
        let seen = |site: SiteCaseId| {
            let bureau = &bureau;
            async move {
                let found = bureau.office.find_sites(bureau.desk, &Narrowed::default(), 9, 0).await.expect("a list");
                let line = found.lines.into_iter().find(|line| line.id == site.0).expect("its line");
                line.card.digest()
            }
        };
        let listed = |first: Digest, second: Digest| {
            [ListedSite { site: one, seen: Some(first) }, ListedSite { site: two, seen: Some(second) }]
        };
        let alert = SiteCommand::LinkAlert {
            title: "更新のお願い".into(),
            url: "https://alert.example/1".into(),
            on: bureau.office.now().today,
        };
        let order = SiteOrder::from(alert);
        let shown = listed(seen(one).await, seen(two).await);
        let decided = Classification {
            kind: SiteKind::Other,
            effects: vec![SiteEffect::Other],
            cause: SiteCause::WrongSettings,
            passive: false,
        };
        does(&bureau, two, bureau.desk, SiteCommand::Classify(decided)).await;
        let stale = bureau.office.act_on_listed_sites(bureau.desk, &shown, &order).await;
        assert!(matches!(stale, Err(Error::Stale)));
        let untouched = bureau.office.site_page(one, bureau.desk).await.expect("the case").view;
        assert!(untouched.alerts.is_empty(), "all of them or none");
        let shown = listed(seen(one).await, seen(two).await);
        let foreign = bureau.office.act_on_listed_sites(bureau.coordinator, &shown, &order).await;
        assert!(matches!(foreign, Err(Error::NotFound)));
        bureau.office.act_on_listed_sites(bureau.desk, &shown, &order).await.expect("both");
        for site in [one, two] {
            assert_eq!(bureau.office.site_page(site, bureau.desk).await.expect("the case").view.alerts.len(), 1);
        }
    }
}

/// Ⅴ.3.11, by hand: two cases, one fixed after five days, one without an answer for long.
#[tokio::test]
async fn figures_are_those_of_the_day_and_tell_of_no_site() {
    for place in places("site-figures") {
        let bureau = Bureau::open(&place).await;
        let kind = SiteKind::CrossSiteScripting;
        let fixed = case(&bureau, "komachi.example", Some(kind), Some(OperatorCategory::Company)).await;
        let long = case(&bureau, "komachi-2.example", Some(SiteKind::SqlInjection), None).await;
        informed(&bureau, fixed).await;
        informed(&bureau, long).await;
        bureau.days(5);
        let (answer, words) = (OperatorAnswer::Fixed, "直しました".to_owned());
        let operator = Actor::bearer(Party::SiteOperator(fixed));
        does(&bureau, fixed, operator, SiteCommand::Answer { answer, words, ready_on: None }).await;
        let end = SiteOrder::Close {
            ending: SiteEnding::ApplicationFixed,
            to_finder: "修正されました。".into(),
            to_operator: "ありがとうございました。".into(),
        };
        does(&bureau, fixed, bureau.desk, end).await;
        bureau.days(130);
        let on = |day| bureau.office.site_figures(bureau.desk, day);
        let before = on(date(2026, 11, 20)).await.expect("figures");
        assert_eq!((before.received, before.kinds.values().sum::<u32>()), (0, 0), "nothing had come");
        let first = on(date(2026, 11, 21)).await.expect("figures");
        assert_eq!((first.received, first.status[&SiteStatus::InHandling]), (2, 2), "as it was that evening");
        let now = on(date(2027, 4, 5)).await.expect("figures");
        assert_eq!((now.status[&SiteStatus::ApplicationFixed], now.status[&SiteStatus::InHandling]), (1, 1));
        assert_eq!(now.days_to_fix[&kind], [0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0], "4–5 days");
        assert_eq!(now.prolonged[&SiteKind::SqlInjection], [1, 0, 0, 0, 0, 0, 0, 0, 0, 0], "90–199 days");
        let foreign = bureau.office.site_figures(bureau.coordinator, date(2027, 3, 31)).await;
        assert!(matches!(foreign, Err(Error::NotFound)));

        bureau.office.write_website_figures().await.expect("the page is written");
        let page = std::fs::read_to_string(bureau.office.published().join("pages/websites.json")).expect("it is there");
        let read: serde_json::Value = serde_json::from_str(&page).expect("it is JSON");
        let days: Vec<_> = read["quarters"].as_array().expect("quarters").iter().map(|one| &one["as_of"]).collect();
        assert_eq!(days, ["2027-03-31", "2026-12-31"], "quarters that are over, and have something to count");
        for secret in ["komachi", "example", "店主", "開く", "kagari"] {
            assert!(!page.contains(secret), "{secret}");
        }
    }
}
