//! Cells: where a subject stands among those that a list can be narrowed to. Everything coded about it is one keyed hash,
//! so that a list is narrowed, counted and put in order without a card being opened, and equality alone is told.

use jiff::civil::Date;
use sqlx::AnyConnection;
use uuid::Uuid;

use crate::cards::{self, COLUMNS, Card, CardOrder, day};
use crate::db::{BATCH, Columns, Sql};
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
    /// The keyed hash of what is coded about it ([`Store::blind_id`]).
    pub cell: Uuid,
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
    pub cells: Option<&'a [Uuid]>,
    /// Whose, and how late.
    pub filter: CellFilter,
    /// In what order.
    pub order: CardOrder,
    /// The order turned round.
    pub backwards: bool,
    /// Whether a good part of the whole list is in these cells: then it is walked in its order, else what is found is
    /// put in order.
    pub common: bool,
    /// At most so many; `None` means all.
    pub limit: Option<u32>,
    /// After so many.
    pub offset: u32,
}

pub(crate) async fn write(tx: &mut AnyConnection, cells: &[CellRow]) -> Result<()> {
    let mut tallies = Tallies::default();
    for cells in cells.chunks(BATCH) {
        let replaced = Sql::new("SELECT kind, cell FROM cells WHERE id IN ");
        for row in replaced.list(cells.iter().map(|cell| cell.id.to_string())).fetch_all(tx).await? {
            tallies.cell(&row.text(0)?, &row.text(1)?, -1);
        }
        cells.iter().for_each(|row| tallies.cell(&row.kind, &row.cell.to_string(), 1));
        Sql::new("INSERT INTO cells (id, kind, cell, owner, late_from, number, sort, due) VALUES ")
            .rows(cells, |cell, row| {
                row.bind(cell.id.to_string()).bind(cell.kind.as_str()).bind(cell.cell.to_string());
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

fn narrowed(mut sql: Sql, filter: &CellFilter) -> Sql {
    if let Some(owner) = filter.owner {
        sql = sql.push(" AND owner = ").push_bind(owner.to_string());
    }
    if let Some((first, last)) = filter.late {
        sql = sql.push(" AND late_from >= ").push_bind(first.to_string());
        sql = sql.push(" AND late_from <= ").push_bind(last.to_string());
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
    pub async fn cell_counts(&self, kind: &str, filter: CellFilter) -> Result<Vec<(Uuid, u64)>> {
        let mut reader = self.db().read().await?;
        if filter.owner.is_none() && filter.late.is_none() {
            let tallies = tallies::read(&mut reader, tallies::of_cells(kind)).await?;
            return Ok(tallies.iter().filter_map(|(cell, n)| Some((cell.parse().ok()?, *n))).collect());
        }
        let select = Sql::new("SELECT cell, COUNT(*) FROM cells WHERE kind = ").push_bind(kind);
        let rows = narrowed(select, &filter).push(" GROUP BY cell").fetch_all(&mut reader).await?;
        rows.iter().map(|row| Ok((row.uuid(0)?, u64::try_from(row.int(1)?).unwrap_or(0)))).collect()
    }

    /// A page of the cards of a kind that are in some cells. Latest changes are no order of this list: it is by weight.
    pub async fn cards_in(&self, kind: &str, page: CellPage<'_>) -> Result<Vec<Card>> {
        if page.cells.is_some_and(<[Uuid]>::is_empty) {
            return Ok(Vec::new());
        }
        let (order, sorted) = order_by(page.order, page.backwards);
        let select =
            Sql::new("SELECT ").push(COLUMNS).push(" FROM cards WHERE id IN (SELECT id FROM cells WHERE kind = ");
        let mut select = narrowed(select.push_bind(kind), &page.filter);
        if let Some(cells) = page.cells {
            // An expression is not looked for in an index: this is how the engine is told which way to go.
            let within = if page.common { " AND (cell || '') IN " } else { " AND cell IN " };
            select = select.push(within).list(cells.iter().map(Uuid::to_string));
        }
        let select = select.push(if page.common { order } else { sorted });
        let select = select.push(" LIMIT ").push_bind(page.limit.map_or(i64::MAX, i64::from));
        let select = select.push(" OFFSET ").push_bind(i64::from(page.offset)).push(")").push(order);
        let rows = select.fetch_all(&mut *self.db().read().await?).await?;
        let key = &self.secrets().projection;
        rows.iter().map(|row| cards::read(row, 0, key)).collect()
    }
}
