//! The website track: a flood of reports taken in one sitting, and the desk's list among many cases.

use casework::sites::SiteBulk;
use casework::{Actor, NewReport, Receipt};
use rulebook::ids::{ReportId, SiteCaseId};
use rulebook::party::Party;
use rulebook::report::Condition;
use rulebook::report::form::{Answer, Consents, ReportForm, ReportKind};
use rulebook::site::{Classification, SiteCause, SiteCommand, SiteEffect, SiteField, SiteKind};

use crate::Outcome;
use crate::figures::{Mark, again, median};
use crate::partnership::Partnership;
use crate::quiet::ROUNDS;
use crate::table::{Row, Unit};
use crate::visitor::Visitor;

/// Reports that are accepted, and operators who are told, in one sitting.
const SITTING: usize = 300;
/// Cases on a page of the list.
const PER_PAGE: usize = 50;
/// Seconds after which a case counts as long, and more: a hundred days.
pub const LONG: i64 = 100 * 24 * 60 * 60;

/// The rows, among so many website cases.
pub async fn rows(partnership: &Partnership, cases: usize) -> Outcome<Vec<Row>> {
    eprintln!("making {cases} website cases …");
    let mut sittings = Vec::new();
    for sitting in 0..cases.div_ceil(SITTING) {
        let mut reports = Vec::with_capacity(SITTING);
        for number in 0..SITTING.min(cases - sitting * SITTING) {
            reports.push(received(partnership, sitting * SITTING + number).await?.report);
        }
        partnership.clock.advance(60);
        let begin = Mark::now();
        let sites =
            accept(partnership, &reports, [SiteKind::CrossSiteScripting, SiteKind::SqlInjection][sitting % 2]).await?;
        // The first one warms up.
        if (1..=ROUNDS).contains(&sitting) {
            sittings.push(begin.since(1).wall_ms / 1000.0);
        }
        for (number, site) in sites.into_iter().enumerate() {
            go_further(partnership, number, site).await?;
        }
    }
    let list = format!("desk list of {PER_PAGE} among {cases} website cases");
    let mut rows = vec![Row::of(
        "300 website reports accepted, 300 operators told",
        Some(3.0),
        Unit::Seconds,
        Ok(median(sittings)),
        "on the wall: one transaction: a case each, its kind, a first message to each operator, three mails each waiting to be sent",
    )];
    // Whoever looks at the list does so when some of them take long.
    partnership.clock.advance(LONG);
    let app = console::routes(console::Console::new(partnership.office.clone(), None));
    let desk = Visitor::signed_in(app, partnership.cookie(partnership.desk).await?);
    for (query, how) in lists(cases) {
        let cost = again(async || desk.read(&format!("/ja/desk/sites{query}")).await.map(drop)).await?;
        let of = |how: &str| format!("{list}: {how}");
        rows.push(Row::of(&of(how), Some(3.0), Unit::Ms, Ok(cost.cpu), &format!("/ja/desk/sites{query}")));
        let statements = "statements of a request, the session's included";
        rows.push(Row::of(&of(how), Some(3.0), Unit::Queries, Ok(cost.queries), statements));
    }
    partnership.catch_up();
    Ok(rows)
}

/// What becomes of a case of a sitting: one in five gets an owner, the operator of one in twenty reads the details.
pub async fn go_further(partnership: &Partnership, number: usize, site: SiteCaseId) -> Outcome {
    let Partnership { office, desk, .. } = partnership;
    if number.is_multiple_of(5) {
        office.act_on_site(site, *desk, None, SiteCommand::SetOwner(desk.account)).await?;
    }
    if !number.is_multiple_of(20) {
        return Ok(());
    }
    let operator = Actor::bearer(Party::SiteOperator(site));
    let confirm = SiteCommand::ConfirmOperator { person: "店主".into(), mail: "info@shop.example".into() };
    office.act_on_site(site, operator, None, confirm).await?;
    let fields = vec![SiteField::Url, SiteField::Steps];
    let send = SiteCommand::SendDetails { fields, advice: String::new(), attachments: vec![] };
    office.act_on_site(site, *desk, None, send).await?;
    office.act_on_site(site, operator, None, SiteCommand::ReceiveDetails).await?;
    Ok(())
}

/// What the list is asked for, and what that is.
pub fn lists(cases: usize) -> [(String, &'static str); 7] {
    let half = cases / PER_PAGE / 2;
    [
        (String::new(), "receiving body, first page"),
        (format!("?page={half}"), "a page in the middle"),
        ("?flaw=cross_site_scripting".to_owned(), "of one kind"),
        (format!("?flaw=cross_site_scripting&page={}", half / 2), "of one kind, a page in the middle"),
        ("?owner=mine".to_owned(), "of one person"),
        ("?prolonged=yes".to_owned(), "90 days and more"),
        ("?sort=-day".to_owned(), "latest day first"),
    ]
}

/// One sitting, as the desk's page sends it: accepted, its kind decided, every operator told.
pub async fn accept(partnership: &Partnership, reports: &[ReportId], kind: SiteKind) -> Outcome<Vec<SiteCaseId>> {
    let decided =
        Classification { kind, effects: vec![SiteEffect::Cookies], cause: SiteCause::Application, passive: true };
    let bulk = SiteBulk {
        confirmed: Condition::ALL.to_vec(),
        reason: "五つの条件を満たすことを確認しました。取扱いを始めます。".into(),
        first: vec![SiteCommand::Classify(decided).into()],
        contacts: reports.iter().map(|id| (*id, "info@shop.example".to_owned())).collect(),
        seen: std::collections::HashMap::new(),
    };
    Ok(partnership.office.accept_site_reports(reports, partnership.desk, bulk).await?)
}

/// A report of a website, taken in.
pub async fn received(partnership: &Partnership, number: usize) -> Outcome<Receipt> {
    let form = ReportForm {
        kind: ReportKind::Website,
        finder_name: "発見者".into(),
        email: "finder@finder.example".into(),
        consents: Consents { share_identity: Answer::No, direct_contact: Answer::No, publish_name: Answer::No },
        website_url: format!("https://www.shop{number}.example/search"),
        vulnerability_kind: "クロスサイト・スクリプティング（CWE-79）".into(),
        steps: "検索欄に細工した文字列を入れて検索すると、その文字列が結果の画面でそのまま解釈されます。".repeat(6),
        threat: "偽の画面を見せられる可能性があります。".into(),
        reported_elsewhere: Answer::No,
        ..ReportForm::default()
    };
    Ok(partnership.office.receive(NewReport::typed(form)).await?)
}
