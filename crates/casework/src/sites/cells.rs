//! What the desk's list of website cases can be narrowed to: a few coded facts of each case, kept as one keyed hash, so
//! that the database narrows, counts and sorts while the cards of everything else stay sealed (decision 14).

use std::collections::{BTreeMap, HashMap};

use jiff::Span;
use jiff::civil::Date;
use rulebook::edition::Influence;
use rulebook::party::Party;
use rulebook::site::{OperatorCategory, SiteKind, SiteStage};
use store::{CardRow, CellFilter, CellPage, CellRow, Store};
use uuid::Uuid;

use super::{SITE, SiteCard};
use crate::error::{Error, Result};
use crate::lists::{Line, line};
use crate::office::{Actor, Office};
use crate::search::{Found, Narrowed, card_order, says};

/// Part of all cases from which on a list is walked in its order rather than sorted: one in so many.
const COMMON: u64 = 40;

/// The coded facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Cell {
    stage: SiteStage,
    kind: Option<SiteKind>,
    category: Option<OperatorCategory>,
    influence: Option<Influence>,
    /// Whether it is the desk's turn.
    ours: bool,
    /// Whether a public alert can come before its end.
    alert: bool,
}

/// Every cell that a case can be in, by its keyed hash.
pub(crate) type Cells = HashMap<Uuid, Cell>;

fn some<T: Copy>(all: &[T]) -> impl Iterator<Item = Option<T>> + '_ {
    std::iter::once(None).chain(all.iter().copied().map(Some))
}

const INFLUENCES: [Influence; 3] = [Influence::Priority, Influence::Normal, Influence::Simple];

impl Cell {
    fn of(card: &SiteCard) -> Cell {
        Cell {
            stage: card.stage,
            kind: card.kind,
            category: card.category,
            influence: card.influence,
            ours: card.turn.as_ref().is_some_and(|(who, _)| who == Party::ReceivingBody.word()),
            alert: card.is_for_alert(),
        }
    }

    /// All that there can be.
    fn all() -> impl Iterator<Item = Cell> {
        let flags = [(false, false), (false, true), (true, false), (true, true)];
        SiteStage::ALL.into_iter().flat_map(move |stage| {
            some(&SiteKind::ALL).flat_map(move |kind| {
                some(&OperatorCategory::ALL).flat_map(move |category| {
                    some(&INFLUENCES).flat_map(move |influence| {
                        flags.map(|(ours, alert)| Cell { stage, kind, category, influence, ours, alert })
                    })
                })
            })
        })
    }

    fn words(self) -> String {
        format!(
            "{} {} {} {} {} {}",
            self.stage.word(),
            self.kind.map_or("", SiteKind::word),
            self.category.map_or("", OperatorCategory::word),
            self.influence.map_or("", influence_word),
            self.ours,
            self.alert
        )
    }

    fn fits(self, narrowed: &Narrowed) -> bool {
        let turn = narrowed.turn.as_deref();
        turn.is_none_or(|word| self.ours == (word == Party::ReceivingBody.word()))
            && narrowed.influence.is_none_or(|wanted| self.influence == Some(wanted))
            && narrowed.flaw.is_none_or(|wanted| self.kind == Some(wanted))
            && narrowed.category.is_none_or(|wanted| self.category == Some(wanted))
            && (!narrowed.for_alert || self.alert)
    }
}

pub(super) const fn goes_on(stage: SiteStage) -> bool {
    !matches!(stage, SiteStage::FixReported | SiteStage::Ended)
}

const fn influence_word(influence: Influence) -> &'static str {
    match influence {
        Influence::Priority => "priority",
        Influence::Normal => "normal",
        Influence::Simple => "simple",
    }
}

/// The place of a case in the list.
pub(super) fn cell_row(store: &Store, card: &SiteCard, row: &CardRow) -> CellRow {
    CellRow {
        id: row.id,
        kind: SITE.into(),
        cell: store.blind_id(SITE, &Cell::of(card).words()),
        owner: row.owner,
        // What is fixed or has ended is not late.
        late_from: card.prolonged_from.filter(|_| goes_on(card.stage)),
        number: row.number.clone(),
        sort: row.sort,
        due: row.due,
    }
}

/// The first days of being late that stand for so many days of it, on a day: none before the first column.
#[must_use]
pub fn late_between(today: Date, prolonged_days: i32, days: (i32, Option<i32>)) -> (Date, Date) {
    let back = |days: i32| today.saturating_sub(Span::new().days(days.saturating_sub(prolonged_days)));
    let (first, last) = days;
    (last.map_or(Date::MIN, back), back(first))
}

impl Office {
    /// Every cell, hashed once for the process.
    fn cells(&self) -> &Cells {
        let hashed = |cell: Cell| (self.store().blind_id(SITE, &cell.words()), cell);
        self.site_cells.get_or_init(|| Cell::all().map(hashed).collect())
    }

    /// Website cases of the receiving body, narrowed, searched, and in order: two queries, and only the cards of the page
    /// are opened. Words stand in the sealed cards: whoever looks for them opens those that the rest leaves.
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
        if narrowed.is_plain() {
            return self.plainly(actor, narrowed, limit, offset).await;
        }
        let filter = CellFilter { owner: narrowed.owner.map(|owner| owner.0), late: narrowed.late };
        let counted = self.store().cell_counts(SITE, filter).await?;
        let all: u64 = counted.iter().map(|(_, count)| count).sum();
        let (there, known) = (counted.len(), self.cells());
        let mut counts: BTreeMap<String, u64> = BTreeMap::new();
        let spoken = !narrowed.words.trim().is_empty();
        let (mut cells, mut total) = (Vec::new(), 0);
        for (id, count) in counted {
            let Some(cell) = known.get(&id).filter(|cell| cell.fits(narrowed)) else { continue };
            *counts.entry(cell.stage.word().to_owned()).or_default() += count;
            if spoken || narrowed.wants(cell.stage.word()) {
                cells.push(id);
                total += count;
            }
        }
        let page = CellPage {
            cells: (cells.len() < there).then_some(cells.as_slice()),
            filter,
            order: card_order(narrowed.order),
            backwards: narrowed.backwards,
            common: filter.owner.is_none() && filter.late.is_none() && total * COMMON >= all,
            limit: (!spoken).then_some(limit),
            offset: if spoken { 0 } else { offset },
        };
        let cards = self.store().cards_in(SITE, page).await?;
        let mut lines = cards.into_iter().map(line).collect::<Result<Vec<Line<SiteCard>>>>()?;
        if spoken {
            lines.retain(|line| line.card.says(&narrowed.words));
            counts = counted_by_state(&lines);
            lines.retain(|line| narrowed.wants(&line.state));
            total = lines.len() as u64;
            lines = lines.into_iter().skip(offset as usize).take(limit as usize).collect();
        }
        let names = self.owners(&lines).await?;
        Ok(Found { lines, total, counts, names })
    }
}

fn counted_by_state(lines: &[Line<SiteCard>]) -> BTreeMap<String, u64> {
    let mut counts = BTreeMap::new();
    for line in lines {
        *counts.entry(line.state.clone()).or_default() += 1;
    }
    counts
}

impl SiteCard {
    /// Whether every word is in what it says, or in its numbers.
    fn says(&self, words: &str) -> bool {
        says(words, &[&self.site, &self.flaw], &[Some(&self.number), self.report.as_ref()])
    }
}
