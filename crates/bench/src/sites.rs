//! The website track: a flood of reports taken in one sitting, and the desk's list among many cases.

use casework::sites::SiteBulk;
use casework::{NewReport, Receipt};
use rulebook::ids::ReportId;
use rulebook::report::form::{Answer, Consents, ReportForm, ReportKind};
use rulebook::report::{Channel, Condition};
use rulebook::site::{Classification, SiteCause, SiteCommand, SiteEffect, SiteKind};

use crate::Outcome;
use crate::figures::{Mark, ROUNDS, again, median};
use crate::partnership::Partnership;
use crate::table::{Row, Unit};
use crate::visitor::Visitor;

/// Reports that are accepted, and operators who are told, in one sitting.
const SITTING: usize = 300;
/// Cases on a page of the list.
const PER_PAGE: usize = 50;

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
        let begin = Mark::now()?;
        accept(partnership, &reports).await?;
        // The first one warms up.
        if (1..=ROUNDS).contains(&sitting) {
            sittings.push(begin.since(1)?.wall_ms / 1000.0);
        }
    }
    let app = console::routes(console::Console::new(partnership.office.clone(), None));
    let desk = Visitor::signed_in(app, partnership.cookie(partnership.desk).await?);
    let list = again(async || desk.read("/ja/desk/sites").await.map(drop)).await?;
    let what = format!("desk list of {PER_PAGE} among {cases} website cases");
    Ok(vec![
        Row::of(
            "300 website reports accepted, 300 operators told",
            Some(3.0),
            Unit::Seconds,
            Ok(median(sittings)),
            "on the wall: one transaction: a case each, its kind, a first message to each operator, three mails each waiting to be sent",
        ),
        Row::of(&what, Some(3.0), Unit::Ms, Ok(list.cpu_ms), "receiving body, first page"),
        Row::of(&what, Some(3.0), Unit::Queries, Ok(list.queries), "statements of a request, the session's included"),
    ])
}

/// One sitting, as the desk's page sends it: accepted, its kind decided, every operator told.
async fn accept(partnership: &Partnership, reports: &[ReportId]) -> Outcome {
    let decided = Classification {
        kind: SiteKind::CrossSiteScripting,
        effects: vec![SiteEffect::Cookies],
        cause: SiteCause::Application,
        passive: true,
    };
    let bulk = SiteBulk {
        confirmed: Condition::ALL.to_vec(),
        reason: "五つの条件を満たすことを確認しました。取扱いを始めます。".into(),
        first: vec![SiteCommand::Classify(decided).into()],
        contacts: reports.iter().map(|id| (*id, "info@shop.example".to_owned())).collect(),
        seen: std::collections::HashMap::new(),
    };
    partnership.office.accept_site_reports(reports, partnership.desk, bulk).await?;
    Ok(())
}

/// A report of a website, taken in.
async fn received(partnership: &Partnership, number: usize) -> Outcome<Receipt> {
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
    let new = NewReport {
        problems: vec![],
        form,
        kind_known: true,
        needs_reading: false,
        channel: Channel::WebForm,
        files: vec![],
        original: None,
        import_key: None,
    };
    Ok(partnership.office.receive(new).await?)
}
