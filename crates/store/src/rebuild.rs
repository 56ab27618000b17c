//! Building cards, cells, duties and links anew from the journal, in one transaction.

use sqlx::AnyConnection;

use crate::cards::{self, CardRow};
use crate::cells::{self, CellRow};
use crate::db::{Sql, Tx};
use crate::duties::{self, DutyRows};
use crate::error::Result;
use crate::folder::Alone;
use crate::journal::hold_appends;
use crate::links::{self, LinkRow};
use crate::store::Store;
use crate::stream::Event;

/// A rebuild under way. Dropped without [`Rebuild::commit`], everything is as before.
pub struct Rebuild<'a> {
    store: &'a Store,
    tx: Tx,
    _alone: Alone<'a>,
}

impl Store {
    /// Takes the folder for itself, holds all appends, and clears cards, cells, duties, their tallies and links.
    pub async fn begin_rebuild(&self) -> Result<Rebuild<'_>> {
        let alone = self.lock().alone()?;
        let mut tx = self.db().begin().await?;
        hold_appends(&mut tx).await?;
        for delete in
            ["DELETE FROM duties", "DELETE FROM cards", "DELETE FROM cells", "DELETE FROM tallies", "DELETE FROM links"]
        {
            Sql::new(delete).execute(&mut tx).await?;
        }
        Ok(Rebuild { store: self, tx, _alone: alone })
    }
}

impl Rebuild<'_> {
    /// Events of all streams after this place of the journal; 0 begins at the first.
    pub async fn events_after(&mut self, seq: i64, limit: u32) -> Result<Vec<Event>> {
        self.store.read_events_after(&mut self.tx, seq, limit).await
    }

    /// Writes rows as an append does: cards are replaced, duties of a subject too, links are added.
    pub async fn write(&mut self, rows: &[CardRow], duties: &[DutyRows], links: &[LinkRow]) -> Result<()> {
        let (key, entropy) = (&self.store.secrets().projection, self.store.entropy());
        let tx: &mut AnyConnection = &mut self.tx;
        cards::write(tx, key, entropy, rows).await?;
        duties::replace(tx, key, entropy, duties).await?;
        links::make(tx, links).await
    }

    /// Writes the places of subjects in lists, as an append does.
    pub async fn place(&mut self, cells: &[CellRow]) -> Result<()> {
        cells::write(&mut self.tx, cells).await
    }

    /// Removes links that a later event undid.
    pub async fn unlink(&mut self, links: &[LinkRow]) -> Result<()> {
        links::remove(&mut self.tx, links).await
    }

    /// Puts the new rows in the place of the old ones.
    pub async fn commit(self) -> Result<()> {
        self.tx.commit().await?;
        Ok(())
    }
}
