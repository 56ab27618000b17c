//! Cards: one row per subject with what is needed to find and sort it, and one small sealed card for lists.

use jiff::Timestamp;
use jiff::civil::Date;
use sqlx::AnyConnection;
use sqlx::any::AnyRow;
use uuid::Uuid;

use crate::db::{BATCH, Columns, Sql};
use crate::entropy::Entropy;
use crate::error::{Result, StoreError, is_duplicate};
use crate::seal::{SealKey, label};
use crate::store::Store;
use crate::tallies::{self, Tallies};

/// How "no day" is stored: after every real day, so that an index sorts it last.
pub(crate) const NO_DAY: &str = "9999-12-31";

/// The row of a subject in the lists.
#[derive(Clone, PartialEq, Eq)]
pub struct CardRow {
    /// The subject: the id of its stream.
    pub id: Uuid,
    /// What it is: `report`, `case`, `advisory`, `developer`, `account`.
    pub kind: String,
    /// Its public number, unique within its kind; empty when it has none.
    pub number: String,
    /// Its state, in clear.
    pub state: String,
    /// The account that looks after it.
    pub owner: Option<Uuid>,
    /// Its weight in lists; the heaviest comes first.
    pub sort: i64,
    /// The next day by which something has to be done.
    pub due: Option<Date>,
    /// When it last changed.
    pub changed_at: Timestamp,
    /// The version of its stream.
    pub version: i64,
    /// What a list shows; sealed by the store.
    pub card: Vec<u8>,
}

/// A card read back is the row that was written.
pub type Card = CardRow;

impl std::fmt::Debug for CardRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "CardRow({} {}, {}, version {})", self.kind, self.id, self.state, self.version)
    }
}

/// Which cards; everything that is not said does not matter.
#[derive(Clone, Copy, Debug, Default)]
pub struct CardFilter<'a> {
    /// Only these states; none means all.
    pub states: &'a [&'a str],
    /// Only those of this account.
    pub owner: Option<Uuid>,
    /// Only these subjects.
    pub ids: Option<&'a [Uuid]>,
    /// At most so many; `None` means all.
    pub limit: Option<u32>,
    /// After so many.
    pub offset: u32,
}

/// The order of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CardOrder {
    /// Heaviest first, then the earliest day; without a day last.
    #[default]
    Weight,
    /// Earliest day first; without a day last.
    Due,
    /// Latest change first.
    Changed,
    /// By public number.
    Number,
}

pub(crate) const COLUMNS: &str = "id, kind, number, state, owner, sort, due, changed_at, version, sealed";

pub(crate) fn day(due: Option<Date>) -> String {
    due.map_or_else(|| NO_DAY.to_owned(), |day| day.to_string())
}

pub(crate) async fn write(
    tx: &mut AnyConnection,
    key: &SealKey,
    entropy: &dyn Entropy,
    cards: &[CardRow],
) -> Result<()> {
    let mut tallies = Tallies::default();
    for cards in cards.chunks(BATCH) {
        let replaced = Sql::new("SELECT kind, state FROM cards WHERE id IN ");
        for row in replaced.list(cards.iter().map(|card| card.id.to_string())).fetch_all(tx).await? {
            tallies.card(&row.text(0)?, &row.text(1)?, -1);
        }
        cards.iter().for_each(|card| tallies.card(&card.kind, &card.state, 1));
        let written = Sql::new(
            "INSERT INTO cards (id, kind, number, state, owner, sort, due, changed_at, version, sealed) VALUES ",
        )
        .rows(cards, |card, row| {
            row.bind(card.id.to_string()).bind(card.kind.as_str());
            row.bind((!card.number.is_empty()).then_some(card.number.as_str()));
            row.bind(card.state.as_str()).bind(card.owner.map(|owner| owner.to_string()));
            row.bind(card.sort).bind(day(card.due)).bind(card.changed_at.as_microsecond()).bind(card.version);
            row.bind(key.seal(entropy, &label("card", &card.id), &card.card));
        })
        .push(
            " ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, number = excluded.number, state = excluded.state,
             owner = excluded.owner, sort = excluded.sort, due = excluded.due, changed_at = excluded.changed_at,
             version = excluded.version, sealed = excluded.sealed",
        )
        .execute(tx)
        .await;
        match written {
            Err(error) if is_duplicate(&error) => return Err(StoreError::Taken { kind: "number" }),
            other => other?,
        };
    }
    tallies.keep(tx).await
}

/// A card from ten columns that begin at `first`.
pub(crate) fn read(row: &AnyRow, first: usize, key: &SealKey) -> Result<Card> {
    let id = row.uuid(first)?;
    let card = key.open(&label("card", &id), &row.bytes(first + 9)?);
    Ok(Card {
        id,
        kind: row.text(first + 1)?,
        number: row.maybe_text(first + 2)?.unwrap_or_default(),
        state: row.text(first + 3)?,
        owner: row.maybe_uuid(first + 4)?,
        sort: row.int(first + 5)?,
        due: row.due(first + 6)?,
        changed_at: row.instant(first + 7)?,
        version: row.int(first + 8)?,
        card: card.map_err(|_| StoreError::corrupt("a card does not open; rebuild the projections"))?,
    })
}

fn narrowed(sql: Sql, kind: &str, filter: &CardFilter<'_>) -> Sql {
    let mut sql = sql.push(" FROM cards WHERE kind = ").push_bind(kind);
    if !filter.states.is_empty() {
        sql = sql.push(" AND state IN ").list(filter.states.iter().copied());
    }
    if let Some(owner) = filter.owner {
        sql = sql.push(" AND owner = ").push_bind(owner.to_string());
    }
    if let Some(ids) = filter.ids {
        sql = sql.push(" AND id IN ").list(ids.iter().map(Uuid::to_string));
    }
    sql
}

fn ordered(sql: Sql, order: CardOrder) -> Sql {
    sql.push(match order {
        CardOrder::Weight => " ORDER BY sort DESC, due, id",
        CardOrder::Due => " ORDER BY due, sort DESC, id",
        CardOrder::Changed => " ORDER BY changed_at DESC, id",
        CardOrder::Number => " ORDER BY number, id",
    })
}

impl Store {
    /// A page of cards of one kind, and how many there are in all.
    pub async fn cards(&self, kind: &str, filter: CardFilter<'_>, order: CardOrder) -> Result<(Vec<Card>, u64)> {
        let cards = self.card_page(kind, filter, order).await?;
        let total = match filter.limit.is_none() && filter.offset == 0 {
            true => cards.len() as u64,
            false => self.count_cards(kind, &filter).await?,
        };
        Ok((cards, total))
    }

    /// A page of cards of one kind, for who knows how many there are.
    pub async fn card_page(&self, kind: &str, filter: CardFilter<'_>, order: CardOrder) -> Result<Vec<Card>> {
        if filter.ids.is_some_and(<[Uuid]>::is_empty) {
            return Ok(Vec::new());
        }
        let select = ordered(narrowed(Sql::new("SELECT ").push(COLUMNS), kind, &filter), order);
        let select = select.push(" LIMIT ").push_bind(filter.limit.map_or(i64::MAX, i64::from));
        let select = select.push(" OFFSET ").push_bind(i64::from(filter.offset));
        let rows = select.fetch_all(&mut *self.db().read().await?).await?;
        let key = &self.secrets().projection;
        rows.iter().map(|row| read(row, 0, key)).collect()
    }

    /// Counted one by one only where no tally is kept: of an owner, of some subjects.
    async fn count_cards(&self, kind: &str, filter: &CardFilter<'_>) -> Result<u64> {
        if filter.owner.is_none() && filter.ids.is_none() {
            let wanted = |state: &str| filter.states.is_empty() || filter.states.contains(&state);
            let counts = self.card_counts(kind).await?;
            return Ok(counts.iter().filter(|(state, _)| wanted(state)).map(|(_, count)| count).sum());
        }
        let count = narrowed(Sql::new("SELECT COUNT(*)"), kind, filter);
        let total = count.fetch_one(&mut *self.db().read().await?).await?.int(0)?;
        Ok(u64::try_from(total).unwrap_or(0))
    }

    /// How many cards of one kind there are in each state, by name of the state.
    pub async fn card_counts(&self, kind: &str) -> Result<Vec<(String, u64)>> {
        tallies::read(&mut *self.db().read().await?, tallies::of_cards(kind)).await
    }

    /// The card of a subject.
    pub async fn card(&self, id: Uuid) -> Result<Option<Card>> {
        let select = Sql::new("SELECT ").push(COLUMNS).push(" FROM cards WHERE id = ").push_bind(id.to_string());
        self.one_card(select).await
    }

    /// The card with this public number.
    pub async fn card_by_number(&self, kind: &str, number: &str) -> Result<Option<Card>> {
        let select = Sql::new("SELECT ").push(COLUMNS).push(" FROM cards WHERE kind = ").push_bind(kind);
        self.one_card(select.push(" AND number = ").push_bind(number)).await
    }

    async fn one_card(&self, select: Sql) -> Result<Option<Card>> {
        let row = select.fetch_optional(&mut *self.db().read().await?).await?;
        row.map(|row| read(&row, 0, &self.secrets().projection)).transpose()
    }
}
