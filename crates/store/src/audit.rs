//! What an auditor may know of the journal without opening anything: how much of it there is, of what kind, on which
//! day, and the checkpoints that were signed.

use jiff::civil::{Date, date};
use jiff::{Span, Timestamp};

use crate::db::{Columns, Sql};
use crate::error::{Result, StoreError};
use crate::store::Store;
use crate::stream::StreamKind;

/// Microseconds of an hour.
const HOUR: i64 = 3_600_000_000;

/// How many streams of a kind there are, and how many events are in them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StreamCount {
    /// The kind.
    pub kind: StreamKind,
    /// Streams.
    pub streams: u64,
    /// Events.
    pub events: u64,
}

/// How many events of a type there were on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventCount {
    /// The day, in the zone that was asked for.
    pub day: Date,
    /// Type of the event, as its header has it in clear.
    pub kind: String,
    /// How many.
    pub events: u64,
}

impl Store {
    /// The journal by kind of stream.
    pub async fn stream_counts(&self) -> Result<Vec<StreamCount>> {
        let select =
            Sql::new("SELECT kind, COUNT(*), CAST(SUM(version) AS BIGINT) FROM streams GROUP BY kind ORDER BY kind");
        let rows = select.fetch_all(&mut *self.db().read().await?).await?;
        let count = |row| {
            let (streams, events) = (count_of(row, 1)?, count_of(row, 2)?);
            Ok(StreamCount { kind: Columns::stream_kind(row, 0)?, streams, events })
        };
        rows.iter().map(count).collect()
    }

    /// Events by day and type from an instant on, the latest day first; days are those of a zone so many hours from UTC.
    pub async fn event_counts(&self, from: Timestamp, offset_hours: i8) -> Result<Vec<EventCount>> {
        let select = Sql::new(
            "SELECT d.kind, d.day, COUNT(*) FROM
             (SELECT kind, (at + CAST($1 AS BIGINT)) / 86400000000 AS day FROM events WHERE at >= $2) d
             GROUP BY d.kind, d.day ORDER BY d.day DESC, d.kind",
        )
        .bind(i64::from(offset_hours) * HOUR)
        .bind(from.as_microsecond());
        let rows = select.fetch_all(&mut *self.db().read().await?).await?;
        let count = |row| {
            let day = date(1970, 1, 1).checked_add(Span::new().try_days(Columns::int(row, 1)?).map_err(no_day)?);
            Ok(EventCount { day: day.map_err(no_day)?, kind: Columns::text(row, 0)?, events: count_of(row, 2)? })
        };
        rows.iter().map(count).collect()
    }

    /// Texts of the checkpoints that are kept, the latest first.
    pub async fn checkpoint_texts(&self) -> Result<Vec<String>> {
        let select = Sql::new("SELECT text FROM checkpoints ORDER BY seq DESC");
        let rows = select.fetch_all(&mut *self.db().read().await?).await?;
        rows.iter().map(|row| row.text(0)).collect()
    }
}

fn count_of(row: &sqlx::any::AnyRow, column: usize) -> Result<u64> {
    u64::try_from(row.int(column)?).map_err(|_| StoreError::corrupt("a count is negative"))
}

fn no_day(_: jiff::Error) -> StoreError {
    StoreError::corrupt("an event has an impossible instant")
}
