//! Sessions of people who signed in or came in by a link; the cookie's secret is stored as a keyed hash.

use jiff::Timestamp;
use sqlx::AnyConnection;
use uuid::Uuid;

use crate::db::{Columns, Sql};
use crate::entropy::Token;
use crate::error::{Result, StoreError};
use crate::seal::label;
use crate::store::Store;
use crate::tokens::LONGEST_TOKEN;

/// A session as it is stored.
#[derive(Clone, PartialEq, Eq)]
pub struct Session {
    /// The account, person or party whose session it is.
    pub subject: Uuid,
    /// What the program keeps in it; sealed.
    pub data: Vec<u8>,
    /// When it began.
    pub created_at: Timestamp,
    /// When it was last used.
    pub last_seen: Timestamp,
    /// When it ends.
    pub expires_at: Timestamp,
}

impl std::fmt::Debug for Session {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Session({}, expires {})", self.subject, self.expires_at)
    }
}

pub(crate) async fn end(tx: &mut AnyConnection, subjects: &[Uuid]) -> Result<()> {
    for subject in subjects {
        Sql::new("DELETE FROM sessions WHERE subject = $1").bind(subject.to_string()).execute(tx).await?;
    }
    Ok(())
}

impl Store {
    /// Begins a session.
    pub async fn create_session(
        &self,
        token: &Token,
        subject: Uuid,
        data: &[u8],
        now: Timestamp,
        expires_at: Timestamp,
    ) -> Result<()> {
        Sql::new(
            "INSERT INTO sessions (hash, subject, sealed, created_at, last_seen, expires_at)
             VALUES ($1, $2, $3, $4, $4, $5)",
        )
        .bind(self.session_index(token.as_str()))
        .bind(subject.to_string())
        .bind(self.seal_session(subject, data))
        .bind(now.as_microsecond())
        .bind(expires_at.as_microsecond())
        .execute(&mut *self.db().write().await?)
        .await?;
        Ok(())
    }

    /// The session of a presented cookie, unless it is over.
    pub async fn find_session(&self, presented: &str, now: Timestamp) -> Result<Option<Session>> {
        if presented.len() > LONGEST_TOKEN {
            return Ok(None);
        }
        let row = Sql::new(
            "SELECT subject, sealed, created_at, last_seen, expires_at FROM sessions WHERE hash = $1 AND expires_at > $2",
        )
        .bind(self.session_index(presented))
        .bind(now.as_microsecond())
        .fetch_optional(&mut *self.db().read().await?)
        .await?;
        let Some(row) = row else { return Ok(None) };
        let subject = row.uuid(0)?;
        let data = self.secrets().access.open(&label("session", &subject), &row.bytes(1)?);
        Ok(Some(Session {
            subject,
            data: data.map_err(|_| StoreError::corrupt("a session does not open"))?,
            created_at: row.instant(2)?,
            last_seen: row.instant(3)?,
            expires_at: row.instant(4)?,
        }))
    }

    /// Marks a session as used and moves its end.
    pub async fn touch_session(&self, presented: &str, now: Timestamp, expires_at: Timestamp) -> Result<()> {
        Sql::new("UPDATE sessions SET last_seen = $1, expires_at = $2 WHERE hash = $3")
            .bind(now.as_microsecond())
            .bind(expires_at.as_microsecond())
            .bind(self.session_index(presented))
            .execute(&mut *self.db().write().await?)
            .await?;
        Ok(())
    }

    /// Replaces what the program keeps in a session.
    pub async fn update_session(&self, presented: &str, subject: Uuid, data: &[u8]) -> Result<()> {
        Sql::new("UPDATE sessions SET sealed = $1 WHERE hash = $2 AND subject = $3")
            .bind(self.seal_session(subject, data))
            .bind(self.session_index(presented))
            .bind(subject.to_string())
            .execute(&mut *self.db().write().await?)
            .await?;
        Ok(())
    }

    /// Ends a session.
    pub async fn delete_session(&self, presented: &str) -> Result<()> {
        let delete = Sql::new("DELETE FROM sessions WHERE hash = $1").bind(self.session_index(presented));
        delete.execute(&mut *self.db().write().await?).await?;
        Ok(())
    }

    /// Ends all sessions of an account; says how many.
    pub async fn delete_sessions_of(&self, subject: Uuid) -> Result<u64> {
        let delete = Sql::new("DELETE FROM sessions WHERE subject = $1").bind(subject.to_string());
        Ok(delete.execute(&mut *self.db().write().await?).await?)
    }

    /// Removes sessions that are over; says how many.
    pub async fn sweep_sessions(&self, now: Timestamp) -> Result<u64> {
        let delete = Sql::new("DELETE FROM sessions WHERE expires_at <= $1").bind(now.as_microsecond());
        Ok(delete.execute(&mut *self.db().write().await?).await?)
    }

    fn session_index(&self, presented: &str) -> Vec<u8> {
        self.secrets().index("session", presented).to_vec()
    }

    fn seal_session(&self, subject: Uuid, data: &[u8]) -> Vec<u8> {
        self.secrets().access.seal(self.entropy(), &label("session", &subject), data)
    }
}
