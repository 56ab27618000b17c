//! The desks' pages: the list of cases, the day, a case.

use crate::Outcome;
use crate::big_case::{BigCase, DEVELOPERS, MESSAGES};
use crate::cases;
use crate::figures::{Settled, again};
use crate::partnership::Partnership;
use crate::table::{Row, Unit};
use crate::visitor::Visitor;

/// Cases on a page of the list.
const PER_PAGE: usize = 50;

/// What a page costs, or why that is not known.
pub type Page = Result<Settled, String>;

/// The desks' pages.
pub struct Pages {
    /// The first page of the list of cases.
    pub list: Page,
    /// A page in the middle of it.
    pub deep: Page,
    /// The day of the receiving desk.
    pub day: Page,
    /// A new report, with what it may be the same as.
    pub report: Page,
    /// The case with many developers, for the coordinator.
    pub case: Page,
    /// One of its developers, with what was written.
    pub developer: Page,
}

/// Asks for each page until it is known what it costs.
pub async fn measure(partnership: &Partnership, big: &BigCase) -> Outcome<Pages> {
    eprintln!("asking for the pages of the desks …");
    let app = console::routes(console::Console::new(partnership.office.clone(), None));
    let desk = Visitor::signed_in(app.clone(), partnership.cookie(partnership.desk).await?);
    let coordinator = Visitor::signed_in(app, partnership.cookie(partnership.coordinator).await?);
    let new = cases::received(partnership, 0).await?;
    let half = partnership.cases() / PER_PAGE / 2;
    Ok(Pages {
        list: page(&desk, "/ja/desk/cases").await?,
        deep: page(&desk, &format!("/ja/desk/cases?page={half}")).await?,
        day: page(&desk, "/ja/desk").await?,
        report: page(&desk, &format!("/ja/desk/reports/{}", new.number)).await?,
        case: page(&coordinator, &format!("/ja/desk/cases/{}", big.number)).await?,
        developer: page(&coordinator, &format!("/ja/desk/cases/{}/developers/1", big.number)).await?,
    })
}

/// A page that is not there is not measured; its row says so.
async fn page(visitor: &Visitor, path: &str) -> Outcome<Page> {
    if let Err(problem) = visitor.read(path).await {
        return Ok(Err(problem.to_string()));
    }
    Ok(Ok(again(async || visitor.read(path).await.map(drop)).await?))
}

/// The rows of the desks.
pub fn rows(pages: &Pages, cases: usize) -> Vec<Row> {
    let list = format!("desk list of {PER_PAGE} among {cases} cases");
    let case = format!("case page, {DEVELOPERS} developers, {MESSAGES} messages");
    let cpu = |what: &str, budget, page: &Page, how: &str| {
        Row::of(what, budget, Unit::Ms, page.as_ref().map(|cost| cost.cpu).map_err(Clone::clone), how)
    };
    let queries = |what: &str, budget, page: &Page| {
        let counted = page.as_ref().map(|cost| cost.queries).map_err(Clone::clone);
        Row::of(what, budget, Unit::Queries, counted, "statements of a request, the session's included")
    };
    let report = format!("page of a new report, compared with {cases} cases");
    vec![
        cpu(&list, Some(3.0), &pages.list, "receiving desk, first page"),
        queries(&list, Some(3.0), &pages.list),
        cpu(&list, Some(3.0), &pages.deep, "receiving desk, a page in the middle"),
        cpu("the desk's day among them", None, &pages.day, "receiving desk, what is owed"),
        queries("the desk's day among them", None, &pages.day),
        cpu(&report, None, &pages.report, "receiving desk; what is compared was read by the first look"),
        queries(&report, None, &pages.report),
        cpu(&case, Some(5.0), &pages.case, "coordinator; messages stand on the page of their developer"),
        queries(&case, Some(6.0), &pages.case),
        cpu("page of one of its developers", None, &pages.developer, "coordinator, with the messages"),
        queries("page of one of its developers", None, &pages.developer),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::Mark;
    use crate::{big_case, partnership::Partnership, sites};
    use rulebook::site::SiteKind;

    async fn statements(visitor: &Visitor, path: &str) -> f64 {
        visitor.read(path).await.expect("the page is there");
        let begin = Mark::now();
        visitor.read(path).await.expect("the page is there");
        begin.since(1).queries
    }

    /// Design 7: at most 3 statements for a list, 6 for a case, however many lines, developers and messages there are.
    /// The only test of this program that uses a database: the statements of a process are counted together.
    #[tokio::test]
    async fn pages_keep_to_their_numbers_of_statements() {
        let folder = std::env::temp_dir().join(format!("noroshi-bench-test-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        let mut partnership = Partnership::found(&folder, 60).await.expect("a partnership");
        let big = big_case::meet(&partnership).await.expect("a big case");
        partnership.fill(60).await.expect("cases");
        let app = console::routes(console::Console::new(partnership.office.clone(), None));
        let desk = partnership.cookie(partnership.desk).await.expect("a session");
        let coordinator = partnership.cookie(partnership.coordinator).await.expect("a session");
        let list = statements(&Visitor::signed_in(app.clone(), desk), "/ja/desk/cases").await;
        let new = cases::received(&partnership, 0).await.expect("a report");
        let desk = partnership.cookie(partnership.desk).await.expect("a session");
        let desk = Visitor::signed_in(app.clone(), desk);
        let report = statements(&desk, &format!("/ja/desk/reports/{}", new.number)).await;
        let path = format!("/ja/desk/cases/{}", big.number);
        let case = statements(&Visitor::signed_in(app, coordinator), &path).await;
        let mut reports = Vec::new();
        for number in 0..4 {
            reports.push(sites::received(&partnership, number).await.expect("a report").report);
        }
        let kind = SiteKind::CrossSiteScripting;
        let cases = sites::accept(&partnership, &reports, kind).await.expect("website cases");
        for (number, site) in cases.into_iter().enumerate() {
            sites::go_further(&partnership, number, site).await.expect("what becomes of it");
        }
        partnership.clock.advance(sites::LONG);
        let desk = partnership.cookie(partnership.desk).await.expect("a session");
        let desk = Visitor::signed_in(console::routes(console::Console::new(partnership.office.clone(), None)), desk);
        for (query, how) in sites::lists(4) {
            let sent = statements(&desk, &format!("/ja/desk/sites{query}")).await;
            assert!(sent <= 3.0, "{sent} statements for a list of website cases: {how}");
        }
        let _ = std::fs::remove_dir_all(&folder);
        assert!(list <= 3.0, "{list} statements for a list");
        assert!(case <= 6.0, "{case} statements for a case");
        assert!(report <= 8.0, "{report} statements for a new report, whatever it is compared with");
    }
}
