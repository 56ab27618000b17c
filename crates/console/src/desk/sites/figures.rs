//! The figures of websites as of any day (Ⅴ.3.11), as the quarterly report has them: tables, and one CSV of all of them.

use std::collections::BTreeMap;

use askama::Template;
use axum::Router;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use casework::Error;
use jiff::civil::Date;
use rulebook::edition::Lists;
use rulebook::site::SiteKind;
use rulebook::site::figures::{FIX_COLUMNS, PROLONGED_COLUMNS, SiteFigures, SiteStatus, last_quarter};
use ui::counts::ranges;
use ui::{Counts, Form, Frame, Page, Query, Width};

use crate::download::saved;
use crate::site_names;
use crate::state::Console;
use crate::who::{ReceivingDesk, Staff};

pub(super) fn routes() -> Router<Console> {
    Router::new().route("/{lang}/desk/sites/figures", get(show)).route("/{lang}/desk/sites/figures.csv", get(csv))
}

#[derive(Template)]
#[template(path = "desk/sites/figures.html")]
struct FiguresPage {
    frame: Frame,
    form: Form,
    day: Date,
    tables: Vec<Counts>,
    csv: String,
    public: String,
}

/// The day that the address names, else the end of the newest quarter that is over; never a day to come.
fn day(frame: &Frame) -> Date {
    let asked = Query::parse(&frame.path).get("on").and_then(|day| day.parse::<Date>().ok());
    asked.unwrap_or_else(|| last_quarter(frame.today)).min(frame.today)
}

async fn load(staff: &Staff, frame: &Frame) -> Result<Vec<Counts>, Error> {
    let office = &staff.visitor.console.office;
    let figures = office.site_figures(staff.actor, day(frame)).await?;
    Ok(tables(frame, &office.edition_in_force().lists, &figures))
}

async fn show(ReceivingDesk(staff): ReceivingDesk) -> Response {
    let frame = staff.visitor.frame().width(Width::Wide);
    let day = day(&frame);
    match load(&staff, &frame).await {
        Ok(tables) => {
            let mut form = Form::new(frame.lang);
            form.set("on", day);
            let csv = Query::parse(&frame.href("/desk/sites/figures.csv")).with("on", day.to_string());
            let public = frame.href("/statistics/websites");
            Page::secret(FiguresPage { form, day, tables, csv, public, frame }).into_response()
        }
        Err(error) => staff.visitor.fault(error),
    }
}

async fn csv(ReceivingDesk(staff): ReceivingDesk) -> Response {
    let frame = staff.visitor.frame();
    match load(&staff, &frame).await {
        Ok(tables) => {
            let lines: String = tables.iter().map(Counts::csv).collect();
            // Spreadsheets take UTF-8 for what it is only where it says so.
            let text = format!("\u{feff}{lines}");
            saved(text.into_bytes(), "text/csv; charset=utf-8", &format!("websites-{}.csv", day(&frame)))
        }
        Err(error) => staff.visitor.fault(error),
    }
}

/// The tables of the report, in its order.
fn tables(frame: &Frame, lists: &Lists, figures: &SiteFigures) -> Vec<Counts> {
    let lang = frame.lang;
    let kind = |kind: &SiteKind| site_names::kind(lang, lists, *kind);
    let count = || [frame.t("site-figures-count")];
    let status = SiteStatus::ALL.into_iter().fold(
        ui::counts(frame.t("site-figures-status"), frame.t("site-figures-status-head"), count()),
        |table, one| {
            table.row(frame.t(format!("site-figures-status-{}", one.word().replace('_', "-"))), [figures.status[&one]])
        },
    );
    let status = status
        .row(frame.t("site-figures-rejected"), [figures.rejected])
        .row(frame.t("site-figures-received"), [figures.received]);
    let kinds = ui::counts(frame.t("site-figures-kinds"), frame.t("sites-kind"), count());
    let kinds = figures.kinds.iter().fold(kinds, |table, (one, n)| table.row(kind(one), [*n]));
    let effects = ui::counts(frame.t("site-figures-effects"), frame.t("site-figures-effect"), count());
    let effects =
        figures.effects.iter().fold(effects, |table, (one, n)| table.row(site_names::effect(lang, lists, *one), [*n]));
    let spread = |title: &'static str, columns: &[i32], rows: &BTreeMap<SiteKind, Vec<u32>>| {
        let table = ui::counts(frame.t(title), frame.t("sites-kind"), ranges(columns));
        rows.iter().fold(table, |table, (one, counts)| table.row(kind(one), counts.iter().copied()))
    };
    vec![
        status,
        kinds,
        effects,
        spread("site-figures-fix", &FIX_COLUMNS, &figures.days_to_fix),
        spread("site-figures-prolonged", &PROLONGED_COLUMNS, &figures.prolonged),
    ]
}
