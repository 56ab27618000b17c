//! The queue of the receiving body: one line per report, heaviest first.

use askama::Template;
use axum::Router;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use casework::Error;
use casework::lists::Line;
use casework::project::ReportCard;
use jiff::civil::Date;
use rulebook::ids::AccountId;
use rulebook::report::form::ReportKind;
use ui::list::Tabs;
use ui::{Form, Frame, Mark, Page, Query, Width};

use super::listing::{Asked, PER_PAGE, choices, sum};
use crate::names;
use crate::state::Console;
use crate::who::{ReceivingDesk, Staff};

/// States of reports that wait for the desk.
const OPEN: [&str; 2] = ["needs-reading", "received"];
/// Every state, in the order of the tabs.
const STATES: [&str; 5] = ["needs-reading", "received", "accepted", "rejected", "withdrawn"];

pub(super) fn routes() -> Router<Console> {
    Router::new().route("/{lang}/desk/reports", get(show))
}

/// A report as the list shows it.
struct Row {
    href: String,
    number: String,
    title: String,
    kind: String,
    received: Date,
    problems: u32,
    files: u32,
    high: bool,
    mark: Mark,
    state: String,
    turn: Option<(String, String)>,
    owner: String,
}

#[derive(Template)]
#[template(path = "desk/reports.html")]
struct ReportsPage {
    frame: Frame,
    tabs: Tabs,
    form: Form,
    state: String,
    kinds: Vec<ui::Choice>,
    owners: Vec<ui::Choice>,
    turns: Vec<ui::Choice>,
    rows: Vec<Row>,
    query: Query,
    page: usize,
    total: usize,
    cleared: Option<String>,
}

async fn show(ReceivingDesk(staff): ReceivingDesk) -> Response {
    match build(&staff).await {
        Ok(page) => Page::secret(page).into_response(),
        Err(error) => staff.visitor.fault(error),
    }
}

async fn build(staff: &Staff) -> Result<ReportsPage, Error> {
    let frame = staff.visitor.frame().width(Width::Full);
    let lang = frame.lang;
    let mut asked = Asked::of(staff);
    asked.narrowed.states = match asked.state.as_str() {
        "" => OPEN.map(str::to_owned).to_vec(),
        "all" => Vec::new(),
        one => STATES.iter().filter(|state| **state == one).map(|state| (*state).to_owned()).collect(),
    };
    let office = &staff.visitor.console.office;
    let found = office.find_reports(staff.actor, &asked.narrowed, PER_PAGE, asked.offset()).await?;
    let counts = &found.counts;
    let mut tabs = vec![("", frame.t("desk-tab-open").into_owned(), sum(counts, &OPEN))];
    tabs.extend(STATES.map(|state| (state, names::report_state(lang, state), sum(counts, &[state]))));
    tabs.push(("all", frame.t("desk-tab-all").into_owned(), counts.values().sum()));
    let name = |line: &Line<ReportCard>| {
        line.owner.and_then(|owner| found.names.get(&AccountId(owner))).cloned().unwrap_or_default()
    };
    let rows = found.lines.iter().map(|line| row(&frame, line, name(line))).collect();
    Ok(ReportsPage {
        tabs: ui::tabs(frame.t("desk-tabs"), &asked.tabs(tabs)),
        form: asked.form(&frame),
        state: asked.state.clone(),
        kinds: choices(
            &frame,
            "desk-filter-all",
            ReportKind::ALL.map(|kind| (kind.word(), names::report_kind(lang, Some(kind)))),
        ),
        owners: choices(&frame, "desk-filter-all", [("mine", frame.t("desk-filter-mine").into_owned())]),
        turns: choices(&frame, "desk-filter-all", [("ours", frame.t("desk-filter-ours").into_owned())]),
        rows,
        page: asked.page as usize,
        total: usize::try_from(found.total).unwrap_or(usize::MAX),
        cleared: asked.is_filtered().then(|| asked.cleared()),
        query: asked.query,
        frame,
    })
}

fn row(frame: &Frame, line: &Line<ReportCard>, owner: String) -> Row {
    let card = &line.card;
    let lang = frame.lang;
    let title = card.title.trim();
    let mark = match line.state.as_str() {
        "needs-reading" => Mark::Soon,
        "received" => Mark::Active,
        "accepted" => Mark::Done,
        "rejected" | "withdrawn" => Mark::Stopped,
        _ => Mark::Waiting,
    };
    let turn = card.turn.as_ref();
    Row {
        href: frame.href(format!("/desk/reports/{}", card.number)),
        number: card.number.clone(),
        title: if title.is_empty() { frame.t("desk-untitled").into_owned() } else { title.to_owned() },
        kind: names::report_kind(lang, card.kind),
        received: card.received_on,
        problems: card.problems,
        files: card.attachments,
        high: card.high_impact,
        mark,
        state: names::report_state(lang, &line.state),
        turn: turn.map(|(who, what)| (names::party_word(lang, who), names::duty_word(lang, what))),
        owner,
    }
}
