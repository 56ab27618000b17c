//! The list of website cases: one line per case, heaviest first.

use askama::Template;
use axum::Router;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use casework::Error;
use casework::lists::Line;
use casework::sites::SiteCard;
use jiff::civil::Date;
use rulebook::edition::{Edition, Influence};
use rulebook::ids::AccountId;
use rulebook::site::figures::PROLONGED_COLUMNS;
use rulebook::site::{OperatorCategory, SiteKind, SiteStage};
use ui::list::Tabs;
use ui::{Choice, Form, Frame, Mark, Page, Query, Width};

use crate::desk::listing::{Asked, PER_PAGE, choices, sum};
use crate::state::Console;
use crate::who::{ReceivingDesk, Staff};
use crate::{names, notices, site_names};

pub(super) fn routes() -> Router<Console> {
    Router::new().route("/{lang}/desk/sites", get(show))
}

/// A website case as the list shows it.
struct Row {
    href: String,
    number: String,
    site: String,
    kind: String,
    influence: String,
    priority: bool,
    mark: Mark,
    stage: String,
    ending: String,
    /// Days since the details of a case that counts as long.
    prolonged: Option<i32>,
    turn: Option<(String, String)>,
    day: Option<Date>,
    owner: String,
}

#[derive(Template)]
#[template(path = "desk/sites/list.html")]
struct SitesPage {
    frame: Frame,
    done: Option<ui::notice::Notice>,
    bulk: String,
    alerts: String,
    figures: String,
    tabs: Tabs,
    form: Form,
    state: String,
    flaws: Vec<Choice>,
    categories: Vec<Choice>,
    long: Vec<Choice>,
    influences: Vec<Choice>,
    owners: Vec<Choice>,
    turns: Vec<Choice>,
    rows: Vec<Row>,
    query: Query,
    page: usize,
    total: usize,
    cleared: Option<String>,
    /// How many cases were not searched for words.
    unread: Option<ui::notice::Notice>,
}

async fn show(ReceivingDesk(staff): ReceivingDesk) -> Response {
    match build(&staff).await {
        Ok(page) => Page::secret(page).into_response(),
        Err(error) => staff.visitor.fault(error),
    }
}

async fn build(staff: &Staff) -> Result<SitesPage, Error> {
    let frame = staff.visitor.frame().width(Width::Full);
    let lang = frame.lang;
    let all = SiteStage::ALL.map(SiteStage::word);
    let open: Vec<&str> = all.into_iter().filter(|stage| *stage != SiteStage::Ended.word()).collect();
    let mut asked = Asked::of(staff);
    let states = match asked.state.as_str() {
        "" => open.clone(),
        "all" => all.to_vec(),
        one => all.into_iter().filter(|stage| *stage == one).collect(),
    };
    if states.is_empty() {
        return Err(Error::NotFound);
    }
    asked.narrowed.states = states.into_iter().map(str::to_owned).collect();
    let office = &staff.visitor.console.office;
    let found = office.find_sites(staff.actor, &asked.narrowed, PER_PAGE, asked.offset()).await?;
    let edition = office.edition_in_force();
    let lists = &edition.lists;
    let counts = &found.counts;
    let mut tabs = vec![("", frame.t("desk-tab-handled").into_owned(), sum(counts, &open))];
    tabs.extend(SiteStage::ALL.map(|one| (one.word(), site_names::stage(lang, one), sum(counts, &[one.word()]))));
    tabs.push(("all", frame.t("desk-tab-all").into_owned(), sum(counts, &all)));
    let name = |line: &Line<SiteCard>| {
        line.owner.and_then(|owner| found.names.get(&AccountId(owner))).cloned().unwrap_or_default()
    };
    let influences = [("priority", Influence::Priority), ("normal", Influence::Normal), ("simple", Influence::Simple)];
    let some = |choices_of: Vec<(&'static str, String)>| choices(&frame, "desk-filter-all", choices_of);
    Ok(SitesPage {
        done: notices::done(&frame),
        bulk: frame.href("/desk/sites/bulk"),
        alerts: frame.href("/desk/sites/alerts"),
        figures: frame.href("/desk/sites/figures"),
        tabs: ui::tabs(frame.t("desk-tabs"), &asked.tabs(tabs)),
        form: asked.form(&frame),
        state: asked.state.clone(),
        flaws: some(SiteKind::ALL.map(|kind| (kind.word(), site_names::kind(lang, lists, kind))).to_vec()),
        categories: some(OperatorCategory::ALL.map(|one| (one.word(), site_names::category(lang, one))).to_vec()),
        long: long(&frame),
        influences: some(influences.map(|(word, one)| (word, names::influence(lang, Some(one)))).to_vec()),
        owners: some(vec![("mine", frame.t("desk-filter-mine").into_owned())]),
        turns: some(vec![("ours", frame.t("desk-filter-ours").into_owned())]),
        rows: found.lines.iter().map(|line| row(&frame, edition, line, name(line))).collect(),
        page: asked.page as usize,
        total: usize::try_from(found.total).unwrap_or(usize::MAX),
        cleared: asked.is_filtered().then(|| asked.cleared()),
        unread: (found.unread > 0).then(|| unread(&frame, found.unread)),
        query: asked.query,
        frame,
    })
}

/// Says how many cases were not searched for words, and how else to find one.
fn unread(frame: &Frame, count: u64) -> ui::notice::Notice {
    let title = frame.t1("sites-words-unread", "count", count);
    ui::notice(frame, ui::Tone::Info, title).body(frame.t("sites-words-unread-way"))
}

/// How long a case has taken: whatever counts as long, and the columns of 図1-11.
fn long(frame: &Frame) -> Vec<Choice> {
    let mut choices = vec![Choice::new("", frame.t("desk-filter-all")), Choice::new("yes", frame.t("sites-prolonged"))];
    let ranges = ui::counts::ranges(&PROLONGED_COLUMNS);
    let columns = PROLONGED_COLUMNS.iter().zip(ranges);
    choices.extend(columns.map(|(first, days)| Choice::new(first, frame.t1("sites-long-days", "days", days))));
    choices
}

fn row(frame: &Frame, edition: &Edition, line: &Line<SiteCard>, owner: String) -> Row {
    let (card, lang, lists) = (&line.card, frame.lang, &edition.lists);
    let prolonged_days = edition.prolonged_days.value;
    let turn = card.turn.as_ref();
    Row {
        href: frame.href(format!("/desk/sites/{}", card.number)),
        number: card.number.clone(),
        site: card.site.clone(),
        kind: card.kind.map_or_else(|| card.flaw.clone(), |kind| site_names::kind(lang, lists, kind)),
        influence: names::influence(lang, card.influence),
        priority: card.influence == Some(Influence::Priority),
        mark: site_names::stage_mark(card.stage),
        stage: site_names::stage(lang, card.stage),
        ending: card.ending.map(|ending| site_names::ending(lang, lists, ending)).unwrap_or_default(),
        prolonged: card.prolonged_days(frame.today, prolonged_days),
        turn: turn.map(|(who, what)| (names::party_word(lang, who), names::duty_word(lang, what))),
        day: card.aimed_at.filter(|_| card.ending.is_none()),
        owner,
    }
}
