//! The desk's list of website cases: narrowed, counted and put in order by the database ([`super::cells`]), searched for words
//! in the sealed cards of what that leaves.

use std::collections::BTreeMap;

use rulebook::party::Party;
use rulebook::site::site_of;
use store::{CardFilter, CardOrder, CellFilter, CellPage};

use super::cells::{Cell, late_from};
use super::rows::HOST;
use super::{SITE, SiteCard};
use crate::error::{Error, Result};
use crate::lists::{Line, line};
use crate::office::{Actor, Office};
use crate::reports::normal_number;
use crate::search::{Found, Narrowed, card_order, says};

/// Cards that are opened at most in search of a word.
const OPENED: u32 = 2000;
/// A line up to which the list of a state alone is read from the cards themselves.
const NEAR: u32 = 1000;

/// What the tallies leave of a list.
#[derive(Default)]
struct Counted {
    counts: BTreeMap<String, u64>,
    /// The cells of the list; `None` means all that there are.
    cells: Option<Vec<i64>>,
    total: u64,
}

impl Office {
    /// Website cases of the receiving body, narrowed, searched, and in order: two queries, and only the cards of the page
    /// are opened. Words stand in the sealed cards: whoever looks for them opens so many of those that the rest leaves, in
    /// the order of the list, and is told of how many it did not; a whole number or a whole host is found by itself.
    ///
    /// # Errors
    /// `NotFound` for everybody else; the store's.
    pub async fn find_sites(
        &self,
        actor: Actor,
        narrowed: &Narrowed,
        limit: u32,
        offset: u32,
    ) -> Result<Found<SiteCard>> {
        if actor.party != Party::ReceivingBody {
            return Err(Error::NotFound);
        }
        if narrowed.is_plain() && offset < NEAR {
            return self.plainly(actor, narrowed, limit, offset).await;
        }
        let spoken = !narrowed.words.trim().is_empty();
        let filter = CellFilter { owner: narrowed.owner.map(|owner| owner.0), late: narrowed.late };
        let Counted { counts, cells, total } = self.counted(narrowed, filter, spoken).await?;
        let page = CellPage {
            cells: cells.as_deref(),
            filter,
            order: card_order(narrowed.order),
            backwards: narrowed.backwards,
            total,
            limit: Some(if spoken { OPENED } else { limit }),
            offset: if spoken { 0 } else { offset },
        };
        let cards = self.store().cards_in(SITE, page).await?;
        let lines = cards.into_iter().map(line).collect::<Result<Vec<Line<SiteCard>>>>()?;
        if spoken {
            return self.spoken(narrowed, lines, total, limit, offset).await;
        }
        let names = self.owners(&lines).await?;
        Ok(Found { lines, total, counts, names, unread: 0 })
    }

    /// Counts the cells that fit. Words are looked for in every state, so that its tab can say what was found there.
    async fn counted(&self, narrowed: &Narrowed, filter: CellFilter, any_state: bool) -> Result<Counted> {
        let there = self.store().cell_counts(SITE, filter).await?;
        let known = self.cells();
        let (mut counted, mut cells) = (Counted::default(), Vec::new());
        for (id, count) in &there {
            let Some(cell) = known.get(id).filter(|cell| cell.fits(narrowed)) else { continue };
            *counted.counts.entry(cell.stage.word().to_owned()).or_default() += count;
            if any_state || narrowed.wants(cell.stage.word()) {
                cells.push(*id);
                counted.total += count;
            }
        }
        counted.cells = (cells.len() < there.len()).then_some(cells);
        Ok(counted)
    }

    /// The opened cards in which the words are, and what is called so.
    async fn spoken(
        &self,
        narrowed: &Narrowed,
        mut lines: Vec<Line<SiteCard>>,
        all: u64,
        limit: u32,
        offset: u32,
    ) -> Result<Found<SiteCard>> {
        let unread = all.saturating_sub(lines.len() as u64);
        if unread > 0 {
            let named = self.named(&narrowed.words).await?;
            let more =
                named.into_iter().filter(|one| fits(narrowed, one) && !lines.iter().any(|line| line.id == one.id));
            let more: Vec<_> = more.collect();
            lines.splice(0..0, more);
        }
        lines.retain(|line| line.card.says(&narrowed.words));
        let mut counts = BTreeMap::new();
        for line in &lines {
            *counts.entry(line.state.clone()).or_default() += 1;
        }
        lines.retain(|line| narrowed.wants(&line.state));
        let total = lines.len() as u64;
        let lines: Vec<_> = lines.into_iter().skip(offset as usize).take(limit as usize).collect();
        let names = self.owners(&lines).await?;
        Ok(Found { lines, total, counts, names, unread })
    }

    /// The cases whose whole number or host the words are.
    async fn named(&self, words: &str) -> Result<Vec<Line<SiteCard>>> {
        if let Some(card) = self.store().card_by_number(SITE, &normal_number(words)).await? {
            return Ok(vec![line(card)?]);
        }
        let ids = self.store().linked_to(HOST, self.store().blind_id(HOST, &site_of(words))).await?;
        let filter = CardFilter { ids: Some(&ids), limit: Some(OPENED), ..CardFilter::default() };
        let cards = self.store().card_page(SITE, filter, CardOrder::default()).await?;
        cards.into_iter().map(line).collect()
    }
}

/// Whether the coded part of what a list is narrowed to lets a case in.
fn fits(narrowed: &Narrowed, line: &Line<SiteCard>) -> bool {
    Cell::of(&line.card).fits(narrowed)
        && narrowed.owner.is_none_or(|owner| line.owner == Some(owner.0))
        && narrowed
            .late
            .is_none_or(|(first, last)| late_from(&line.card).is_some_and(|day| (first..=last).contains(&day)))
}

impl SiteCard {
    /// Whether every word is in what it says, or in its numbers.
    fn says(&self, words: &str) -> bool {
        says(words, &[&self.site, &self.flaw], &[Some(&self.number), self.report.as_ref()])
    }
}
