//! The quarterly figures of websites (Ⅴ.3.11): each table with its caption, and the numbers for who counts further.

use askama::Template;
use axum::response::Response;
use jiff::civil::Date;
use ui::counts::ranges;
use ui::{Counts, Frame};

use super::style_url;
use crate::state::Part;
use crate::visit::Visit;
use crate::websites::{Counted, Quarter, Spread, WEBSITES_PATH, Websites};

/// What counts as fixed (修正完了).
const FIXED: [&str; 3] = ["application_fixed", "avoided_by_operation", "page_removed"];
/// What ended otherwise.
const ENDED: [&str; 3] = ["public_alert", "not_vulnerability", "cannot_handle"];
/// Every state, in the order of the report.
const STATES: [&str; 7] = [
    "application_fixed",
    "avoided_by_operation",
    "page_removed",
    "public_alert",
    "not_vulnerability",
    "in_handling",
    "cannot_handle",
];

#[derive(Template)]
#[template(path = "portal/websites.html")]
struct WebsitesPage {
    frame: Frame,
    style: &'static str,
    /// The last day that is counted; empty when there are no figures.
    day: String,
    tables: Vec<Counts>,
    json: String,
}

/// `/ja/statistics/websites`.
pub(crate) async fn show(visit: Visit) -> Response {
    let snapshot = visit.portal.tree().snapshot();
    let frame = visit.frame(Part::Elsewhere);
    let newest = snapshot.websites.quarters.first();
    let shown = WebsitesPage {
        day: newest.map(|quarter| day(&frame, &quarter.as_of)).unwrap_or_default(),
        tables: newest.map(|newest| tables(&frame, &snapshot.websites, newest)).unwrap_or_default(),
        json: format!("/{WEBSITES_PATH}"),
        style: style_url(),
        frame,
    };
    visit.page(&shown)
}

fn day(frame: &Frame, day: &str) -> String {
    day.parse::<Date>().map_or_else(|_| day.to_owned(), |day| frame.day_text(day))
}

fn tables(frame: &Frame, websites: &Websites, newest: &Quarter) -> Vec<Counts> {
    let lang = frame.lang;
    let counted = |title: &'static str, head: &'static str, rows: &[Counted]| {
        let table = ui::counts(frame.t(title), frame.t(head), [frame.t("site-figures-count")]);
        rows.iter().fold(table, |table, one| table.row(one.name(lang), [one.count]))
    };
    let spread = |title: &'static str, columns: &[i32], rows: &[Spread]| {
        let table = ui::counts(frame.t(title), frame.t("sites-kind"), ranges(columns));
        rows.iter().fold(table, |table, one| table.row(one.name(lang), one.counts.iter().copied()))
    };
    vec![
        quarters(frame, &websites.quarters),
        status(frame, newest),
        counted("site-figures-kinds", "sites-kind", &newest.kinds),
        counted("site-figures-effects", "site-figures-effect", &newest.effects),
        spread("site-figures-fix", &websites.fix_columns, &newest.days_to_fix),
        spread("site-figures-prolonged", &websites.prolonged_columns, &newest.prolonged),
    ]
}

fn quarters(frame: &Frame, quarters: &[Quarter]) -> Counts {
    let heads = [
        "site-figures-received",
        "site-figures-rejected",
        "site-figures-fixed",
        "site-figures-ended",
        "site-figures-status-in-handling",
    ];
    let table =
        ui::counts(frame.t("site-figures-quarters"), frame.t("site-figures-quarter"), heads.map(|head| frame.t(head)));
    let line = |table: Counts, one: &Quarter| {
        let counts =
            [one.received, one.rejected, one.in_states(&FIXED), one.in_states(&ENDED), one.in_states(&["in_handling"])];
        table.row(day(frame, &one.as_of), counts)
    };
    quarters.iter().fold(table, line)
}

fn status(frame: &Frame, quarter: &Quarter) -> Counts {
    let table = ui::counts(
        frame.t("site-figures-status"),
        frame.t("site-figures-status-head"),
        [frame.t("site-figures-count")],
    );
    let line = |table: Counts, state: &str| {
        let name = frame.t(format!("site-figures-status-{}", state.replace('_', "-")));
        table.row(name, [quarter.in_states(&[state])])
    };
    let table = STATES.into_iter().fold(table, line);
    table
        .row(frame.t("site-figures-rejected"), [quarter.rejected])
        .row(frame.t("site-figures-received"), [quarter.received])
}
