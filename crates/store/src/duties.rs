//! Duties: who has to do what by when, one row per duty, found by party in one indexed query.

use jiff::civil::Date;
use sqlx::AnyConnection;
use uuid::Uuid;

use crate::cards::{self, Card, day};
use crate::db::{BATCH, Columns, Sql};
use crate::entropy::Entropy;
use crate::error::{Result, StoreError};
use crate::seal::{SealKey, label};
use crate::store::Store;
use crate::tallies::{self, Tallies};

/// One duty of a party.
#[derive(Clone, PartialEq, Eq)]
pub struct DutyRow {
    /// Who has to act, such as `coordinator` or `developer:UUID`.
    pub party: String,
    /// What kind of duty, in clear.
    pub kind: String,
    /// The last day for it.
    pub due: Option<Date>,
    /// Its weight; the heaviest comes first.
    pub weight: i64,
    /// What a list shows of it; sealed by the store.
    pub card: Vec<u8>,
}

impl std::fmt::Debug for DutyRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "DutyRow({} {}, due {:?})", self.party, self.kind, self.due)
    }
}

/// All duties of a subject; none clears them.
#[derive(Clone, Debug)]
pub struct DutyRows {
    /// The subject: a case or a report.
    pub subject: Uuid,
    /// Its duties, in the order of the rulebook.
    pub rows: Vec<DutyRow>,
}

/// A duty with its subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duty {
    /// The subject.
    pub subject: Uuid,
    /// The duty.
    pub row: DutyRow,
    /// The subject's card, when it has one.
    pub card: Option<Card>,
}

pub(crate) async fn replace(
    tx: &mut AnyConnection,
    key: &SealKey,
    entropy: &dyn Entropy,
    duties: &[DutyRows],
) -> Result<()> {
    let mut tallies = Tallies::default();
    for some in duties.chunks(BATCH) {
        let delete =
            Sql::new("DELETE FROM duties WHERE subject IN ").list(some.iter().map(|of| of.subject.to_string()));
        for row in delete.push(" RETURNING party, kind").fetch_all(tx).await? {
            tallies.duty(&row.text(0)?, &row.text(1)?, -1);
        }
    }
    let rows: Vec<_> =
        duties.iter().flat_map(|of| of.rows.iter().enumerate().map(|(i, duty)| (of.subject, i as i64, duty))).collect();
    rows.iter().for_each(|(_, _, duty)| tallies.duty(&duty.party, &duty.kind, 1));
    for some in rows.chunks(BATCH) {
        Sql::new("INSERT INTO duties (subject, i, party, kind, due, weight, sealed) VALUES ")
            .rows(some, |(subject, i, duty), row| {
                row.bind(subject.to_string()).bind(*i).bind(duty.party.as_str()).bind(duty.kind.as_str());
                row.bind(day(duty.due)).bind(duty.weight);
                row.bind(key.seal(entropy, &label("duty", subject), &duty.card));
            })
            .execute(tx)
            .await?;
    }
    tallies.keep(tx).await
}

const SELECT: &str = "SELECT d.subject, d.party, d.kind, d.due, d.weight, d.sealed, c.id, c.kind, c.number, c.state,
     c.owner, c.sort, c.due, c.changed_at, c.version, c.sealed
     FROM duties d LEFT JOIN cards c ON c.id = d.subject WHERE ";

impl Store {
    /// A page of a party's duties with their subjects' cards, heaviest first, then by day; and how many in all.
    pub async fn duties(&self, party: &str, limit: u32, offset: u32) -> Result<(Vec<Duty>, u64)> {
        self.duties_of_kind(party, None, limit, offset).await
    }

    /// The same, of one kind where one is named.
    pub async fn duties_of_kind(
        &self,
        party: &str,
        kind: Option<&str>,
        limit: u32,
        offset: u32,
    ) -> Result<(Vec<Duty>, u64)> {
        let mut select = Sql::new(SELECT).push("d.party = ").push_bind(party);
        if let Some(kind) = kind {
            select = select.push(" AND d.kind = ").push_bind(kind);
        }
        let select = select.push(" ORDER BY d.weight DESC, d.due, d.subject, d.i LIMIT ").push_bind(i64::from(limit));
        let select = select.push(" OFFSET ").push_bind(i64::from(offset));
        let duties = self.read_duties(select).await?;
        let counts = self.duty_counts(party).await?;
        let counted = counts.iter().filter(|(name, _)| kind.is_none_or(|kind| kind == name));
        Ok((duties, counted.map(|(_, count)| count).sum()))
    }

    /// All duties of a subject, in the order they were written.
    pub async fn duties_of(&self, subject: Uuid) -> Result<Vec<Duty>> {
        let select = Sql::new(SELECT).push("d.subject = ").push_bind(subject.to_string()).push(" ORDER BY d.i");
        self.read_duties(select).await
    }

    /// All duties that have a day, up to and with the last day asked for.
    pub async fn duties_due(&self, until: Date) -> Result<Vec<Duty>> {
        let select = Sql::new(SELECT).push("d.due IS NOT NULL AND d.due <= ").push_bind(day(Some(until)));
        self.read_duties(select.push(" ORDER BY d.due, d.subject, d.i")).await
    }

    /// How many duties of each kind a party has, by name of the kind.
    pub async fn duty_counts(&self, party: &str) -> Result<Vec<(String, u64)>> {
        tallies::read(&mut *self.db().read().await?, tallies::of_duties(party)).await
    }

    async fn read_duties(&self, select: Sql) -> Result<Vec<Duty>> {
        let rows = select.fetch_all(&mut *self.db().read().await?).await?;
        let key = &self.secrets().projection;
        let mut duties = Vec::with_capacity(rows.len());
        for row in &rows {
            let subject = row.uuid(0)?;
            let card = key.open(&label("duty", &subject), &row.bytes(5)?);
            let duty = DutyRow {
                party: row.text(1)?,
                kind: row.text(2)?,
                due: row.due(3)?,
                weight: row.int(4)?,
                card: card.map_err(|_| StoreError::corrupt("a duty does not open; rebuild the projections"))?,
            };
            let card = row.maybe_text(6)?.map(|_| cards::read(row, 6, key)).transpose()?;
            duties.push(Duty { subject, row: duty, card });
        }
        Ok(duties)
    }
}
