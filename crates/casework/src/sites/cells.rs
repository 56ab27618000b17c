//! What the desk's list of website cases can be narrowed to: a few coded facts of each case, kept as one keyed hash, so
//! that the database narrows, counts and sorts while the cards of everything else stay sealed (decision 14).

use std::collections::HashMap;

use jiff::Span;
use jiff::civil::Date;
use rulebook::edition::Influence;
use rulebook::party::Party;
use rulebook::site::{OperatorCategory, SiteKind, SiteStage};
use store::{CardRow, CellRow, Store};

use super::{SITE, SiteCard};
use crate::office::Office;
use crate::search::Narrowed;

/// The coded facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Cell {
    pub(super) stage: SiteStage,
    kind: Option<SiteKind>,
    category: Option<OperatorCategory>,
    influence: Option<Influence>,
    /// Whether it is the desk's turn.
    ours: bool,
    /// Whether a public alert can come before its end.
    alert: bool,
}

/// Every cell that a case can be in, by its keyed hash.
pub(crate) type Cells = HashMap<i64, Cell>;

fn some<T: Copy>(all: &[T]) -> impl Iterator<Item = Option<T>> + '_ {
    std::iter::once(None).chain(all.iter().copied().map(Some))
}

const INFLUENCES: [Influence; 3] = [Influence::Priority, Influence::Normal, Influence::Simple];

impl Cell {
    pub(super) fn of(card: &SiteCard) -> Cell {
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

    pub(super) fn fits(self, narrowed: &Narrowed) -> bool {
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

/// Since when a case counts as long. What is fixed or has ended does not.
pub(super) fn late_from(card: &SiteCard) -> Option<Date> {
    card.prolonged_from.filter(|_| goes_on(card.stage))
}

/// The place of a case in the list.
pub(super) fn cell_row(store: &Store, card: &SiteCard, row: &CardRow) -> CellRow {
    CellRow {
        id: row.id,
        kind: SITE.into(),
        cell: store.blind_number(SITE, &Cell::of(card).words()),
        owner: row.owner,
        late_from: late_from(card),
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
    pub(super) fn cells(&self) -> &Cells {
        let hashed = |cell: Cell| (self.store().blind_number(SITE, &cell.words()), cell);
        self.site_cells.get_or_init(|| Cell::all().map(hashed).collect())
    }
}
