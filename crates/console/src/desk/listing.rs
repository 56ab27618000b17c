//! What the lists of the desks have in common: the filters of the address, tabs by state, pages.

use std::collections::BTreeMap;

use casework::search::{Narrowed, Order};
use casework::sites::late_between;
use jiff::civil::Date;
use rulebook::edition::Influence;
use rulebook::report::form::ReportKind;
use rulebook::site::figures::PROLONGED_COLUMNS;
use rulebook::site::{OperatorCategory, SiteKind};
use ui::field::Choice;
use ui::{Form, Frame, NavItem, Query};

use crate::who::Staff;

/// Lines of a page.
pub(super) const PER_PAGE: u32 = 50;

/// Everything that narrows a list, by its name in the address.
const FILTERS: [&str; 8] = ["q", "owner", "turn", "influence", "kind", "flaw", "category", "prolonged"];

/// A list as the address asks for it.
pub(super) struct Asked {
    /// The address.
    pub query: Query,
    /// What it narrows the list to; states are filled in by the list.
    pub narrowed: Narrowed,
    /// The tab.
    pub state: String,
    /// The page, from 1.
    pub page: u32,
}

impl Asked {
    /// Reads the address of the page.
    pub fn of(staff: &Staff) -> Self {
        let query = Query::parse(&staff.visitor.path);
        let get = |name: &str| query.get(name).unwrap_or_default();
        let sort = get("sort");
        let mine = get("owner") == "mine";
        let turn = get("turn") == "ours";
        let narrowed = Narrowed {
            states: Vec::new(),
            words: get("q").chars().take(200).collect(),
            owner: mine.then_some(staff.account),
            turn: turn.then(|| staff.actor.party.word().to_owned()),
            influence: influence(get("influence")),
            kind: ReportKind::ALL.into_iter().find(|kind| kind.word() == get("kind")),
            flaw: SiteKind::of_word(get("flaw")),
            category: OperatorCategory::of_word(get("category")),
            late: late(staff, get("prolonged")),
            for_alert: false,
            order: order(sort.trim_start_matches('-')),
            backwards: sort.starts_with('-'),
        };
        let page = get("page").parse().ok().filter(|page| *page > 0).unwrap_or(1);
        Asked { state: get("state").to_owned(), narrowed, page, query }
    }

    /// How many lines are before the page.
    pub fn offset(&self) -> u32 {
        (self.page - 1).saturating_mul(PER_PAGE)
    }

    /// Whether anything but the tab narrows the list.
    pub fn is_filtered(&self) -> bool {
        FILTERS.iter().any(|name| self.query.get(name).is_some_and(|v| !v.is_empty()))
    }

    /// The form of the filters, filled with what the address says.
    pub fn form(&self, frame: &Frame) -> Form {
        Form::new(frame.lang).filled(FILTERS.map(|name| (name, self.query.get(name).unwrap_or_default().to_owned())))
    }

    /// The tabs, each with its count.
    pub fn tabs(&self, tabs: impl IntoIterator<Item = (&'static str, String, u64)>) -> Vec<NavItem> {
        let first_page = Query::parse(&self.query.without("page"));
        let first_page = Query::parse(&first_page.without("done"));
        let tab = |(state, label, count): (&str, String, u64)| {
            let href = if state.is_empty() { first_page.without("state") } else { first_page.with("state", state) };
            NavItem::new(href, label).current(self.state == state).count(count)
        };
        tabs.into_iter().map(tab).collect()
    }

    /// The address without any filter.
    pub fn cleared(&self) -> String {
        let plain = Query::new(self.query.to_string().split('?').next().unwrap_or_default());
        if self.state.is_empty() { plain.to_string() } else { plain.with("state", &self.state) }
    }
}

/// The sum of the counts of some states.
pub(super) fn sum(counts: &BTreeMap<String, u64>, states: &[&str]) -> u64 {
    states.iter().filter_map(|state| counts.get(*state)).sum()
}

/// A filter's choices, with "all" first.
pub(super) fn choices(frame: &Frame, all: &str, some: impl IntoIterator<Item = (&'static str, String)>) -> Vec<Choice> {
    let mut choices = vec![Choice::new("", frame.t(all))];
    choices.extend(some.into_iter().map(|(value, label)| Choice::new(value, label)));
    choices
}

fn order(word: &str) -> Order {
    match word {
        "number" => Order::Number,
        "day" => Order::Day,
        "changed" => Order::Changed,
        _ => Order::Weight,
    }
}

/// Since when what counts as long does so, by the word of the filter: any time, or the first day of a column of 図1-11.
fn late(staff: &Staff, word: &str) -> Option<(Date, Date)> {
    let today = staff.visitor.frame().today;
    let days = staff.visitor.console.office.edition_in_force().prolonged_days.value;
    if word == "yes" {
        return Some(late_between(today, days, (days, None)));
    }
    let place = PROLONGED_COLUMNS.iter().position(|first| first.to_string() == word)?;
    let last = PROLONGED_COLUMNS.get(place + 1).map(|next| next - 1);
    Some(late_between(today, days, (PROLONGED_COLUMNS[place], last)))
}

fn influence(word: &str) -> Option<Influence> {
    match word {
        "priority" => Some(Influence::Priority),
        "normal" => Some(Influence::Normal),
        "simple" => Some(Influence::Simple),
        _ => None,
    }
}
