//! The cases of the two bodies: one line per case, heaviest first, and the search over them.

use askama::Template;
use axum::Router;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use casework::Error;
use casework::lists::Line;
use casework::project::CaseCard;
use jiff::civil::Date;
use rulebook::case::state::Stage;
use rulebook::edition::Influence;
use rulebook::ids::AccountId;
use rulebook::party::Party;
use ui::list::Tabs;
use ui::{Form, Frame, Mark, Page, Query, Width};

use super::listing::{Asked, PER_PAGE, choices, sum};
use crate::names;
use crate::state::Console;
use crate::who::Staff;

pub(super) fn routes() -> Router<Console> {
    Router::new().route("/{lang}/desk/cases", get(show))
}

/// A case as the list shows it.
struct Row {
    href: String,
    number: String,
    title: String,
    influence: String,
    priority: bool,
    mark: Mark,
    stage: String,
    turn: Option<(String, String)>,
    day: Option<Date>,
    target: bool,
    published: bool,
    developers: String,
    owner: String,
}

#[derive(Template)]
#[template(path = "desk/cases.html")]
struct CasesPage {
    frame: Frame,
    tabs: Tabs,
    form: Form,
    state: String,
    influences: Vec<ui::Choice>,
    owners: Vec<ui::Choice>,
    turns: Vec<ui::Choice>,
    rows: Vec<Row>,
    query: Query,
    page: usize,
    total: usize,
    cleared: Option<String>,
    overseas: Option<String>,
}

async fn show(staff: Staff) -> Response {
    match build(&staff).await {
        Ok(page) => Page::secret(page).into_response(),
        Err(error) => staff.visitor.fault(error),
    }
}

/// The stages that a body has: the coordinator's begin with the hand-over.
fn stages(party: Party) -> impl Iterator<Item = &'static str> {
    let first = usize::from(party == Party::Coordinator);
    Stage::ALL.into_iter().skip(first).map(Stage::word)
}

/// Published, or ended without a publication.
fn is_done(stage: &str) -> bool {
    [Stage::Published, Stage::Ended].iter().any(|done| done.word() == stage)
}

async fn build(staff: &Staff) -> Result<CasesPage, Error> {
    let frame = staff.visitor.frame().width(Width::Full);
    let lang = frame.lang;
    let mut asked = Asked::of(staff);
    let all: Vec<&str> = stages(staff.actor.party).collect();
    let open: Vec<&str> = all.iter().copied().filter(|stage| !is_done(stage)).collect();
    let states = match asked.state.as_str() {
        "" => open.clone(),
        "all" => all.clone(),
        one => all.iter().copied().filter(|stage| *stage == one).collect(),
    };
    if states.is_empty() {
        return Err(Error::NotFound);
    }
    asked.narrowed.states = states.into_iter().map(str::to_owned).collect();
    let office = &staff.visitor.console.office;
    let found = office.find_cases(staff.actor, &asked.narrowed, PER_PAGE, asked.offset()).await?;
    let counts = &found.counts;
    let mut tabs = vec![("", frame.t("desk-tab-handled").into_owned(), sum(counts, &open))];
    for stage in Stage::ALL.into_iter().filter(|stage| all.contains(&stage.word())) {
        tabs.push((stage.word(), names::stage(lang, stage), sum(counts, &[stage.word()])));
    }
    tabs.push(("all", frame.t("desk-tab-all").into_owned(), sum(counts, &all)));
    let name = |line: &Line<CaseCard>| {
        line.owner.and_then(|owner| found.names.get(&AccountId(owner))).cloned().unwrap_or_default()
    };
    let influences = [("priority", Influence::Priority), ("normal", Influence::Normal), ("simple", Influence::Simple)];
    let influences = influences.map(|(word, one)| (word, names::influence(lang, Some(one))));
    Ok(CasesPage {
        tabs: ui::tabs(frame.t("desk-tabs"), &asked.tabs(tabs)),
        form: asked.form(&frame),
        state: asked.state.clone(),
        influences: choices(&frame, "desk-filter-all", influences),
        owners: choices(&frame, "desk-filter-all", [("mine", frame.t("desk-filter-mine").into_owned())]),
        turns: choices(&frame, "desk-filter-all", [("ours", frame.t("desk-filter-ours").into_owned())]),
        rows: found.lines.iter().map(|line| row(&frame, line, name(line))).collect(),
        page: asked.page as usize,
        total: usize::try_from(found.total).unwrap_or(usize::MAX),
        overseas: (staff.actor.party == Party::Coordinator).then(|| frame.href("/desk/cases/overseas")),
        cleared: asked.is_filtered().then(|| asked.cleared()),
        query: asked.query,
        frame,
    })
}

fn row(frame: &Frame, line: &Line<CaseCard>, owner: String) -> Row {
    let card = &line.card;
    let developers = match card.developer_names.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [one, rest @ ..] => frame.t2("desk-and-more", "name", one, "count", rest.len()),
    };
    Row {
        href: frame.href(format!("/desk/cases/{}", card.number)),
        number: card.number.clone(),
        title: if card.title.is_empty() { frame.t("desk-untitled").into_owned() } else { card.title.clone() },
        influence: names::influence(frame.lang, card.influence),
        priority: card.influence == Some(Influence::Priority),
        mark: names::stage_mark(card.stage),
        stage: names::stage(frame.lang, card.stage),
        turn: names::turn(frame.lang, card),
        day: card.day.or(card.target_day),
        target: card.day.is_none(),
        published: card.stage == Stage::Published,
        developers,
        owner,
    }
}
