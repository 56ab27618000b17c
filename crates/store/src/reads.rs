//! Who read what (decision 17): every opening of a sealed report or detail leaves a row.

use jiff::Timestamp;
use uuid::Uuid;

use crate::db::{Columns, Sql};
use crate::error::Result;
use crate::store::Store;

/// Somebody read something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// The subject that was read.
    pub subject: Uuid,
    /// Who read it.
    pub actor: Uuid,
    /// Which part, such as `report`; in clear.
    pub what: String,
    /// When.
    pub at: Timestamp,
}

impl Store {
    /// Records that somebody reads something, before it is shown.
    pub async fn record_read(&self, subject: Uuid, actor: Uuid, what: &str, at: Timestamp) -> Result<()> {
        Sql::new("INSERT INTO reads (id, subject, actor, what, at) VALUES ($1, $2, $3, $4, $5)")
            .bind(self.entropy().uuid_v7(at).to_string())
            .bind(subject.to_string())
            .bind(actor.to_string())
            .bind(what)
            .bind(at.as_microsecond())
            .execute(&mut *self.db().write().await?)
            .await?;
        Ok(())
    }

    /// Who read this subject, in the order of time.
    pub async fn reads(&self, subject: Uuid) -> Result<Vec<Read>> {
        let rows = Sql::new("SELECT subject, actor, what, at FROM reads WHERE subject = $1 ORDER BY at, id")
            .bind(subject.to_string())
            .fetch_all(&mut *self.db().read().await?)
            .await?;
        rows.iter()
            .map(|row| Ok(Read { subject: row.uuid(0)?, actor: row.uuid(1)?, what: row.text(2)?, at: row.instant(3)? }))
            .collect()
    }
}
