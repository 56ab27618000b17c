//! Who read what (decision 17): every opening of a sealed report or detail leaves a row.

use jiff::Timestamp;
use sqlx::any::AnyRow;
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

/// Somebody who read something, once or more often.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reader {
    /// Who.
    pub actor: Uuid,
    /// How often.
    pub times: u64,
    /// For the first time.
    pub first: Timestamp,
    /// For the last time.
    pub last: Timestamp,
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

    /// Who read these parts of a subject, and how often: the latest reader first.
    pub async fn readers(&self, subject: Uuid, parts: &[&str]) -> Result<Vec<Reader>> {
        let rows = Sql::new("SELECT actor, COUNT(*), MIN(at), MAX(at) FROM reads WHERE subject = ")
            .push_bind(subject.to_string())
            .push(" AND what IN ")
            .list(parts.iter().copied())
            .push(" GROUP BY actor ORDER BY MAX(at) DESC, actor")
            .fetch_all(&mut *self.db().read().await?)
            .await?;
        let reader = |row: &AnyRow| {
            let times = u64::try_from(row.int(1)?).unwrap_or(0);
            Ok(Reader { actor: row.uuid(0)?, times, first: row.instant(2)?, last: row.instant(3)? })
        };
        rows.iter().map(reader).collect()
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
