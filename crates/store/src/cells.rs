//! Cells: where a subject stands among those that a list can be narrowed to. Everything coded about it is one keyed hash,
//! so that a list is narrowed, counted and put in order without a card being opened, and equality alone is told.

use jiff::civil::Date;
use sqlx::AnyConnection;
use uuid::Uuid;

use crate::cards::{self, COLUMNS, Card, CardOrder, day};
use crate::db::{BATCH, Backend, Columns, Sql};
use crate::error::Result;
use crate::store::Store;
use crate::tallies::{self, Tallies};

/// The place of a subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellRow {
    /// The subject.
    pub id: Uuid,
    /// The kind of its card.
    pub kind: String,
    /// The keyed hash of what is coded about it ([`Store::blind_number`]).
    pub cell: i64,
    /// The account that looks after it.
    pub owner: Option<Uuid>,
    /// The day from which it is late.
    pub late_from: Option<Date>,
    /// Its public number.
    pub number: String,
    /// Its weight in lists.
    pub sort: i64,
    /// The next day by which something has to be done.
    pub due: Option<Date>,
}

/// What cells are counted for; everything that is not said does not matter.
#[derive(Clone, Copy, Debug, Default)]
pub struct CellFilter {
    /// Only those of this account.
    pub owner: Option<Uuid>,
    /// Only what is late from a day between these two, both of them included.
    pub late: Option<(Date, Date)>,
}

/// A page of a narrowed list.
#[derive(Clone, Copy, Debug)]
pub struct CellPage<'a> {
    /// The cells; `None` means all, an empty list nothing.
    pub cells: Option<&'a [i64]>,
    /// Whose, and how late.
    pub filter: CellFilter,
    /// In what order.
    pub order: CardOrder,
    /// The order turned round.
    pub backwards: bool,
    /// How many there are in all, as they were counted.
    pub total: u64,
    /// At most so many; `None` means all.
    pub limit: Option<u32>,
    /// After so many.
    pub offset: u32,
}

/// Lines from which on a list is walked in its order, past what is not wanted; what is less is found and put in order.
const WALKED: u64 = 500;

/// How the engine is told which way to go through a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// In its order.
    Walk,
    /// By what it is narrowed to, sorted then.
    Sort,
    /// PostgreSQL counts how often values occur, and chooses by itself.
    Own,
}

impl CellPage<'_> {
    fn way(&self, backend: Backend) -> Way {
        match backend {
            Backend::Postgres => Way::Own,
            Backend::Sqlite if self.total >= WALKED => Way::Walk,
            Backend::Sqlite => Way::Sort,
        }
    }

    /// Which part to read, counted from the nearer end: whether from the other one, how many, after how many.
    fn part(&self) -> (bool, u64, u64) {
        let offset = u64::from(self.offset);
        let there = self.total.saturating_sub(offset);
        let limit = self.limit.map_or(there, |limit| there.min(u64::from(limit)));
        let after = there - limit;
        if after < offset { (true, limit, after) } else { (false, limit, offset) }
    }
}

pub(crate) async fn write(tx: &mut AnyConnection, cells: &[CellRow]) -> Result<()> {
    let mut tallies = Tallies::default();
    for cells in cells.chunks(BATCH) {
        let replaced = Sql::new("SELECT kind, cell FROM cells WHERE id IN ");
        for row in replaced.list(cells.iter().map(|cell| cell.id.to_string())).fetch_all(tx).await? {
            tallies.cell(&row.text(0)?, row.int(1)?, -1);
        }
        cells.iter().for_each(|row| tallies.cell(&row.kind, row.cell, 1));
        Sql::new("INSERT INTO cells (id, kind, cell, owner, late_from, number, sort, due) VALUES ")
            .rows(cells, |cell, row| {
                row.bind(cell.id.to_string()).bind(cell.kind.as_str()).bind(cell.cell);
                row.bind(cell.owner.map(|owner| owner.to_string())).bind(day(cell.late_from));
                row.bind(cell.number.as_str()).bind(cell.sort).bind(day(cell.due));
            })
            .push(
                " ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, cell = excluded.cell, owner = excluded.owner,
                 late_from = excluded.late_from, number = excluded.number, sort = excluded.sort, due = excluded.due",
            )
            .execute(tx)
            .await?;
    }
    tallies.keep(tx).await
}

/// Who walks a list in its order must not be led into another index: an expression is not looked for in any.
fn narrowed(mut sql: Sql, filter: &CellFilter, way: Way) -> Sql {
    let walks = way == Way::Walk;
    if let Some(owner) = filter.owner {
        sql =
            sql.push(if walks { " AND COALESCE(owner, '') = " } else { " AND owner = " }).push_bind(owner.to_string());
    }
    if let Some((first, last)) = filter.late {
        let (from, to) = match walks {
            true => (" AND COALESCE(late_from, '') >= ", " AND COALESCE(late_from, '') <= "),
            false => (" AND late_from >= ", " AND late_from <= "),
        };
        sql = sql.push(from).push_bind(first.to_string()).push(to).push_bind(last.to_string());
    }
    sql
}

/// The order, and the same as no index has it.
const fn order_by(order: CardOrder, backwards: bool) -> (&'static str, &'static str) {
    match (order, backwards) {
        (CardOrder::Due, false) => (" ORDER BY due, sort DESC, id", " ORDER BY due || '', sort DESC, id"),
        (CardOrder::Due, true) => (" ORDER BY due DESC, sort, id DESC", " ORDER BY due || '' DESC, sort, id DESC"),
        (CardOrder::Number, false) => (" ORDER BY number, id", " ORDER BY number || '', id"),
        (CardOrder::Number, true) => (" ORDER BY number DESC, id DESC", " ORDER BY number || '' DESC, id DESC"),
        (_, false) => (" ORDER BY sort DESC, due, id", " ORDER BY sort + 0 DESC, due, id"),
        (_, true) => (" ORDER BY sort, due DESC, id DESC", " ORDER BY sort + 0, due DESC, id DESC"),
    }
}

impl Store {
    /// How many subjects of a kind are in each cell.
    pub async fn cell_counts(&self, kind: &str, filter: CellFilter) -> Result<Vec<(i64, u64)>> {
        let mut reader = self.db().read().await?;
        if filter.owner.is_none() && filter.late.is_none() {
            let tallies = tallies::read(&mut reader, tallies::of_cells(kind)).await?;
            return Ok(tallies.iter().filter_map(|(cell, n)| Some((cell.parse().ok()?, *n))).collect());
        }
        // Grouped by an expression, so that the index of the days answers and not the one of the cells.
        let select = Sql::new("SELECT cell + 0, COUNT(*) FROM cells WHERE kind = ").push_bind(kind);
        let rows = narrowed(select, &filter, Way::Own).push(" GROUP BY cell + 0").fetch_all(&mut reader).await?;
        rows.iter().map(|row| Ok((row.int(0)?, u64::try_from(row.int(1)?).unwrap_or(0)))).collect()
    }

    /// A page of the cards of a kind that are in some cells. Latest changes are no order of this list: it is by weight.
    pub async fn cards_in(&self, kind: &str, page: CellPage<'_>) -> Result<Vec<Card>> {
        let (turned, limit, offset) = page.part();
        if limit == 0 || page.cells.is_some_and(<[i64]>::is_empty) {
            return Ok(Vec::new());
        }
        let way = page.way(self.db().backend);
        let (shown, _) = order_by(page.order, page.backwards);
        let (walked, sorted) = order_by(page.order, page.backwards != turned);
        let select =
            Sql::new("SELECT ").push(COLUMNS).push(" FROM cards WHERE id IN (SELECT id FROM cells WHERE kind = ");
        let mut select = narrowed(select.push_bind(kind), &page.filter, way);
        if let Some(cells) = page.cells {
            let within = if way == Way::Walk { " AND cell + 0 IN " } else { " AND cell IN " };
            select = select.push(within).list(cells.iter().copied());
        }
        let select = select.push(if way == Way::Sort { sorted } else { walked });
        let select = select.push(" LIMIT ").push_bind(whole(limit)).push(" OFFSET ").push_bind(whole(offset));
        let rows = select.push(")").push(shown).fetch_all(&mut *self.db().read().await?).await?;
        let key = &self.secrets().projection;
        rows.iter().map(|row| cards::read(row, 0, key)).collect()
    }
}

fn whole(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
