//! What went on since a place of the journal: for who keeps in memory what it made of many streams.
//!
//! The order of `seq` is the order of commits, without gaps (see [`crate::journal`]): whoever read what stands in the
//! database after it asked for the place, and asks from there the next time, passes nothing over, whichever process
//! wrote it.

use crate::db::{Columns, Sql};
use crate::error::Result;
use crate::store::Store;
use crate::stream::StreamId;

/// The streams that went on since a place of the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changes {
    /// The newest place by now.
    pub seq: i64,
    /// The streams that got events, each of them once.
    pub streams: Vec<StreamId>,
}

impl Store {
    /// The place of the newest event; 0 when there is none.
    pub async fn newest_seq(&self) -> Result<i64> {
        let select = Sql::new("SELECT value FROM counters WHERE name = 'event'");
        select.fetch_one(&mut *self.db().read().await?).await?.int(0)
    }

    /// What went on after this place of the journal, without an event being opened.
    pub async fn changes_after(&self, seq: i64) -> Result<Changes> {
        let rows = Sql::new("SELECT stream_kind, stream_id, MAX(seq) FROM events WHERE seq > ")
            .push_bind(seq)
            .push(" GROUP BY stream_kind, stream_id")
            .fetch_all(&mut *self.db().read().await?)
            .await?;
        let mut changes = Changes { seq, streams: Vec::with_capacity(rows.len()) };
        for row in &rows {
            changes.streams.push(StreamId::new(row.stream_kind(0)?, row.uuid(1)?));
            changes.seq = changes.seq.max(row.int(2)?);
        }
        Ok(changes)
    }
}
