//! How many statements the desk's list of website cases costs, whatever it is narrowed to (design 7: at most 3 for a list,
//! of which the session takes one), and how seldom their figures are counted. The only test of its program: statements are
//! counted for the whole process.

mod common;
#[path = "common/sites.rs"]
mod sites;

use casework::search::{Narrowed, Order};
use casework::sites::late_between;
use common::{Bureau, places};
use rulebook::edition::Influence;
use rulebook::party::Party;
use rulebook::site::{OperatorCategory, SiteCommand, SiteKind, SiteStage};
use sites::{case, does, informed};
use store::Store;

/// What one list sends to the database.
async fn statements(bureau: &Bureau, narrowed: &Narrowed, offset: u32) -> u64 {
    let before = Store::queries();
    bureau.office.find_sites(bureau.desk, narrowed, 2, offset).await.expect("a list");
    Store::queries() - before
}

/// What the daily round of the figures sends.
async fn renewing(bureau: &Bureau) -> u64 {
    let before = Store::queries();
    bureau.office.renew_website_figures().await.expect("written");
    Store::queries() - before
}

#[tokio::test]
async fn every_list_of_websites_costs_two_statements() {
    for place in places("site-statements") {
        let bureau = Bureau::open(&place).await;
        let kind = SiteKind::CrossSiteScripting;
        for number in 0..6 {
            let category = (number % 2 == 0).then_some(OperatorCategory::Company);
            let site = case(&bureau, &format!("shop{number}.example"), Some(kind), category).await;
            does(&bureau, site, bureau.desk, SiteCommand::SetOwner(bureau.desk.account)).await;
            if number < 3 {
                informed(&bureau, site).await;
            }
        }
        bureau.days(100);
        let (any, today) = (Narrowed::default, bureau.office.now().today);
        let late = |days| Some(late_between(today, 90, days));
        let open = SiteStage::ALL.into_iter().filter(|stage| *stage != SiteStage::Ended);
        let states = open.map(|stage| stage.word().to_owned()).collect();
        let lists = [
            any(),
            Narrowed { states, ..any() },
            Narrowed { flaw: Some(kind), ..any() },
            Narrowed { category: Some(OperatorCategory::Company), ..any() },
            Narrowed { influence: Some(Influence::Normal), ..any() },
            Narrowed { turn: Some(Party::ReceivingBody.word().to_owned()), ..any() },
            Narrowed { owner: bureau.desk.account, ..any() },
            Narrowed { late: late((90, None)), ..any() },
            Narrowed { late: late((90, Some(199))), flaw: Some(kind), owner: bureau.desk.account, ..any() },
            Narrowed { for_alert: true, ..any() },
        ];
        // Whose names a list shows is read once for the process.
        statements(&bureau, &any(), 0).await;
        for list in &lists {
            for order in [Order::Weight, Order::Number, Order::Day] {
                for backwards in [false, true] {
                    let list = Narrowed { order, backwards, ..list.clone() };
                    // The first page, the second, one from the other end, and one far behind the last.
                    for offset in [0, 2, 4, 20_000] {
                        let sent = statements(&bureau, &list, offset).await;
                        assert!(sent <= 2, "{}: {sent} statements for {list:?} after {offset}", place.name);
                    }
                }
            }
        }
        // Words are in the sealed cards; while all of them are opened, they cost no more.
        let words = Narrowed { words: "shop".into(), ..any() };
        assert!(statements(&bureau, &words, 0).await <= 2, "words");

        // Counting the figures opens every case: once in a quarter.
        assert!(renewing(&bureau).await > 0);
        bureau.days(1);
        assert_eq!(renewing(&bureau).await, 0, "the day after");
        bureau.days(92);
        assert!(renewing(&bureau).await > 0, "another quarter is over");
    }
}
