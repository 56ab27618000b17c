//! The two bodies' search and filters over reports and cases.
//!
//! A list without filters is one query for its page. Words, owners and turns stand in the sealed cards: whoever asks
//! for them makes the program open all cards of the kind, in one query as well. Website cases are many: they are
//! narrowed by the database ([`Office::find_sites`]).

use std::collections::BTreeMap;

use jiff::civil::Date;
use rulebook::case::Stage;
use rulebook::edition::Influence;
use rulebook::ids::{AccountId, DeveloperId};
use rulebook::party::Party;
use rulebook::report::form::ReportKind;
use rulebook::site::{OperatorCategory, SiteKind};
use serde::de::DeserializeOwned;
use store::{Card, CardFilter, CardOrder};

use crate::error::{Error, Result};
use crate::lists::{Line, line};
use crate::office::{Actor, Office};
use crate::project::{CaseCard, ENDED_AT_DESK, ReportCard};
use crate::reports::normal_number;
use crate::sites::{SITE, SiteCard};

/// In what order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// Heaviest first, then the earliest day.
    #[default]
    Weight,
    /// By number.
    Number,
    /// By day: of receipt, or of publication.
    Day,
    /// Latest change first.
    Changed,
}

/// What a list is narrowed to; everything empty does not matter.
#[derive(Clone, Debug, Default)]
pub struct Narrowed {
    /// Only these states.
    pub states: Vec<String>,
    /// Words that all have to be in it: number, title, developers.
    pub words: String,
    /// Only what this account looks after.
    pub owner: Option<AccountId>,
    /// Only what is this party's turn, by party word.
    pub turn: Option<String>,
    /// Only cases of this influence.
    pub influence: Option<Influence>,
    /// Only reports of this kind.
    pub kind: Option<ReportKind>,
    /// Only website cases of this kind of flaw.
    pub flaw: Option<SiteKind>,
    /// Only website cases of this kind of operator.
    pub category: Option<OperatorCategory>,
    /// Only website cases that count as long since a day between these two (長期化).
    pub late: Option<(Date, Date)>,
    /// Only website cases before whose end a public alert can come.
    pub for_alert: bool,
    /// In what order.
    pub order: Order,
    /// The order turned round.
    pub backwards: bool,
}

impl Narrowed {
    /// Whether the database alone can answer.
    pub(crate) fn is_plain(&self) -> bool {
        let filtered = !self.words.trim().is_empty() || self.owner.is_some() || self.turn.is_some();
        let sites = self.flaw.is_some() || self.category.is_some() || self.late.is_some() || self.for_alert;
        !filtered && !sites && self.influence.is_none() && self.kind.is_none() && !self.backwards
    }

    pub(crate) fn wants(&self, state: &str) -> bool {
        self.states.is_empty() || self.states.iter().any(|wanted| wanted == state)
    }
}

/// What was found.
#[derive(Clone, Debug)]
pub struct Found<C> {
    /// The lines of the page.
    pub lines: Vec<Line<C>>,
    /// How many there are in all.
    pub total: u64,
    /// How many there are in each state, whatever states were asked for.
    pub counts: BTreeMap<String, u64>,
    /// Names of the owners.
    pub names: BTreeMap<AccountId, String>,
    /// How many were not searched for words, because there are too many.
    pub unread: u64,
}

/// A kind of card that only the receiving body lists.
pub trait DeskCard: DeserializeOwned {
    /// Kind of the rows.
    const KIND: &'static str;
}

/// States of cases that the coordinator has.
pub(crate) const WITH_COORDINATOR: [&str; 7] =
    ["handed-over", "contacted", "details-sent", "verified", "date-agreed", "published", "ended"];

impl Office {
    /// Cases of the two bodies, narrowed, searched, and in order.
    ///
    /// # Errors
    /// `NotFound` for everybody else; the store's.
    pub async fn find_cases(
        &self,
        actor: Actor,
        narrowed: &Narrowed,
        limit: u32,
        offset: u32,
    ) -> Result<Found<CaseCard>> {
        if !actor.party.is_staff() {
            return Err(Error::NotFound);
        }
        let mut narrowed = narrowed.clone();
        if actor.party == Party::Coordinator {
            let asked = std::mem::take(&mut narrowed.states);
            let all = WITH_COORDINATOR.map(str::to_owned).to_vec();
            narrowed.states = if asked.is_empty() { all } else { asked };
            narrowed.states.retain(|state| WITH_COORDINATOR.contains(&state.as_str()));
            if narrowed.states.is_empty() {
                return Err(Error::NotFound);
            }
        } else if narrowed.states.iter().any(|state| state == Stage::Ended.word()) {
            narrowed.states.push(ENDED_AT_DESK.into());
        }
        let mut found = self.cases_that_fit(actor, &narrowed, limit, offset).await?;
        if let Some(at_desk) = found.counts.remove(ENDED_AT_DESK).filter(|_| actor.party == Party::ReceivingBody) {
            *found.counts.entry(Stage::Ended.word().into()).or_default() += at_desk;
        }
        Ok(found)
    }

    async fn cases_that_fit(
        &self,
        actor: Actor,
        narrowed: &Narrowed,
        limit: u32,
        offset: u32,
    ) -> Result<Found<CaseCard>> {
        if narrowed.is_plain() {
            let states: Vec<&str> = narrowed.states.iter().map(String::as_str).collect();
            let filter = CardFilter { states: &states, limit: Some(limit), offset, ..CardFilter::default() };
            let cards = self.store().card_page("case", filter, card_order(narrowed.order)).await?;
            let lines = cards.into_iter().map(|card| self.case_line(actor, card)).collect::<Result<_>>()?;
            return self.found(actor, "case", narrowed, lines).await;
        }
        let filter = CardFilter::default();
        let (cards, _) = self.store().cards("case", filter, card_order(narrowed.order)).await?;
        let mut lines = Vec::with_capacity(cards.len());
        for card in cards {
            let line = self.case_line(actor, card)?;
            let theirs = actor.party == Party::ReceivingBody || WITH_COORDINATOR.contains(&line.state.as_str());
            if theirs && case_fits(narrowed, &line) {
                lines.push(line);
            }
        }
        self.paged(lines, narrowed, limit, offset).await
    }

    /// Reports of the receiving body, narrowed, searched, and in order.
    ///
    /// # Errors
    /// `NotFound` for everybody else; the store's.
    pub async fn find_reports(
        &self,
        actor: Actor,
        narrowed: &Narrowed,
        limit: u32,
        offset: u32,
    ) -> Result<Found<ReportCard>> {
        if actor.party != Party::ReceivingBody {
            return Err(Error::NotFound);
        }
        // The day of a report's list stands in its card.
        if narrowed.is_plain() && narrowed.order != Order::Day {
            return self.plainly(actor, narrowed, limit, offset).await;
        }
        let filter = CardFilter { owner: narrowed.owner.map(|owner| owner.0), ..CardFilter::default() };
        let cards = self.store().card_page(ReportCard::KIND, filter, card_order(narrowed.order)).await?;
        let mut lines = cards.into_iter().map(line).collect::<Result<Vec<Line<ReportCard>>>>()?;
        lines.retain(|line| line.card.fits(narrowed));
        if narrowed.order == Order::Day {
            lines.sort_by_key(|line| line.card.received_on);
        }
        self.paged(lines, narrowed, limit, offset).await
    }

    /// A list that is narrowed by states alone.
    pub(crate) async fn plainly<C: DeskCard>(
        &self,
        actor: Actor,
        narrowed: &Narrowed,
        limit: u32,
        offset: u32,
    ) -> Result<Found<C>> {
        let states: Vec<&str> = narrowed.states.iter().map(String::as_str).collect();
        let filter = CardFilter { states: &states, limit: Some(limit), offset, ..CardFilter::default() };
        let cards = self.store().card_page(C::KIND, filter, card_order(narrowed.order)).await?;
        let lines = cards.into_iter().map(line).collect::<Result<_>>()?;
        self.found(actor, C::KIND, narrowed, lines).await
    }

    /// The cases that a developer is on, as one of the two bodies may see them.
    ///
    /// # Errors
    /// `NotFound` for everybody else; the store's.
    pub async fn cases_of_developer(&self, actor: Actor, developer: DeveloperId) -> Result<Vec<Line<CaseCard>>> {
        if !actor.party.is_staff() {
            return Err(Error::NotFound);
        }
        let ids = self.store().linked_to("developer", developer.0).await?;
        let filter = CardFilter { ids: Some(&ids), ..CardFilter::default() };
        let (cards, _) = self.store().cards("case", filter, CardOrder::Changed).await?;
        let theirs =
            |card: &Card| actor.party == Party::ReceivingBody || WITH_COORDINATOR.contains(&card.state.as_str());
        cards.into_iter().filter(theirs).map(|card| self.case_line(actor, card)).collect()
    }

    /// A page that the database narrowed by states alone: the counts of the states say how many there are in all.
    async fn found<C>(&self, actor: Actor, kind: &str, narrowed: &Narrowed, lines: Vec<Line<C>>) -> Result<Found<C>> {
        let counts: BTreeMap<String, u64> = self.state_counts(actor, kind).await?.into_iter().collect();
        let total = counts.iter().filter(|(state, _)| narrowed.wants(state)).map(|(_, count)| count).sum();
        let names = self.owners(&lines).await?;
        Ok(Found { lines, total, counts, names, unread: 0 })
    }

    async fn paged<C>(
        &self,
        mut lines: Vec<Line<C>>,
        narrowed: &Narrowed,
        limit: u32,
        offset: u32,
    ) -> Result<Found<C>> {
        let mut counts = BTreeMap::new();
        for line in &lines {
            *counts.entry(line.state.clone()).or_default() += 1;
        }
        lines.retain(|line| narrowed.wants(&line.state));
        if narrowed.backwards {
            lines.reverse();
        }
        let total = lines.len() as u64;
        let lines: Vec<_> = lines.into_iter().skip(offset as usize).take(limit as usize).collect();
        let names = self.owners(&lines).await?;
        Ok(Found { lines, total, counts, names, unread: 0 })
    }

    pub(crate) async fn owners<C>(&self, lines: &[Line<C>]) -> Result<BTreeMap<AccountId, String>> {
        self.names(lines.iter().filter_map(|line| line.owner.map(AccountId)).collect()).await
    }
}

pub(crate) const fn card_order(order: Order) -> CardOrder {
    match order {
        Order::Weight => CardOrder::Weight,
        Order::Number => CardOrder::Number,
        Order::Day => CardOrder::Due,
        Order::Changed => CardOrder::Changed,
    }
}

fn case_fits(narrowed: &Narrowed, line: &Line<CaseCard>) -> bool {
    let card = &line.card;
    let mut texts = vec![card.title.as_str()];
    texts.extend(card.developer_names.iter().map(String::as_str));
    let numbers = [Some(&card.number), card.report.as_ref(), card.advisory.as_ref()];
    is_owned(narrowed, line.owner)
        && is_turn(narrowed, card.turn.as_ref())
        && narrowed.influence.is_none_or(|wanted| card.influence == Some(wanted))
        && says(&narrowed.words, &texts, &numbers)
}

impl DeskCard for ReportCard {
    const KIND: &'static str = "report";
}

impl ReportCard {
    fn fits(&self, narrowed: &Narrowed) -> bool {
        is_turn(narrowed, self.turn.as_ref())
            && narrowed.kind.is_none_or(|wanted| self.kind == Some(wanted))
            && says(&narrowed.words, &[self.title.as_str()], &[Some(&self.number)])
    }
}

impl DeskCard for SiteCard {
    const KIND: &'static str = SITE;
}

fn is_owned(narrowed: &Narrowed, owner: Option<uuid::Uuid>) -> bool {
    narrowed.owner.is_none_or(|wanted| owner == Some(wanted.0))
}

fn is_turn(narrowed: &Narrowed, turn: Option<&(String, String)>) -> bool {
    narrowed.turn.as_ref().is_none_or(|wanted| turn.is_some_and(|(who, _)| who == wanted))
}

/// Whether every word is in one of the texts, or in one of the numbers however it is written.
pub(crate) fn says(words: &str, texts: &[&str], numbers: &[Option<&String>]) -> bool {
    let texts: Vec<String> = texts.iter().map(|text| folded(text)).collect();
    let numbers: Vec<String> = numbers.iter().flatten().map(|number| normal_number(number)).collect();
    folded(words).split_whitespace().all(|word| {
        let number = normal_number(word);
        texts.iter().any(|text| text.contains(word))
            || (number.len() >= 3 && numbers.iter().any(|known| known.contains(&number)))
    })
}

/// Small letters, and full-width ones as narrow ones.
fn folded(text: &str) -> String {
    let narrow = text.chars().map(|c| match c {
        '！'..='～' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '　' => ' ',
        other => other,
    });
    narrow.flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_finds_numbers_and_words_however_they_are_written() {
        let number = "VC12345678".to_owned();
        let texts = ["みはらしポータル：XSS", "株式会社みはらしソフト"];
        let finds = |words: &str| says(words, &texts, &[Some(&number), None]);
        assert!(finds("vc#12345678") && finds("ＶＣ１２３４") && finds("5678"));
        assert!(finds("みはらし xss") && finds("ソフト　ｘｓｓ") && finds(""));
        assert!(!finds("みはらし sql") && !finds("12"));
    }
}
