//! Claims and sequences: values that nobody else may hold, kept as keyed hashes.

use sqlx::AnyConnection;
use uuid::Uuid;

use crate::append::{Claim, SequenceStep};
use crate::db::{Columns, Sql};
use crate::error::{Result, StoreError};
use crate::secrets::Secrets;
use crate::store::Store;

pub(crate) async fn release(tx: &mut AnyConnection, secrets: &Secrets, claims: &[Claim]) -> Result<()> {
    for claim in claims {
        Sql::new("DELETE FROM claims WHERE kind = $1 AND hash = $2 AND subject = $3")
            .bind(claim.kind)
            .bind(secrets.index(claim.kind, &claim.value).as_slice())
            .bind(claim.subject.to_string())
            .execute(tx)
            .await?;
    }
    Ok(())
}

pub(crate) async fn take(tx: &mut AnyConnection, secrets: &Secrets, claims: &[Claim]) -> Result<()> {
    for claim in claims {
        let taken = Sql::new("INSERT INTO claims (kind, hash, subject) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING")
            .bind(claim.kind)
            .bind(secrets.index(claim.kind, &claim.value).as_slice())
            .bind(claim.subject.to_string())
            .execute(tx)
            .await?;
        if taken == 0 {
            return Err(StoreError::Taken { kind: claim.kind });
        }
    }
    Ok(())
}

pub(crate) async fn step(tx: &mut AnyConnection, steps: &[SequenceStep]) -> Result<()> {
    for step in steps {
        let name = sequence(&step.name);
        Sql::new("INSERT INTO counters (name, value) VALUES ($1, 0) ON CONFLICT DO NOTHING")
            .bind(name.as_str())
            .execute(tx)
            .await?;
        let moved = Sql::new("UPDATE counters SET value = $1 WHERE name = $2 AND value = $3")
            .bind(step.value)
            .bind(name.as_str())
            .bind(step.value - 1)
            .execute(tx)
            .await?;
        if moved == 0 {
            return Err(StoreError::Taken { kind: "sequence" });
        }
    }
    Ok(())
}

fn sequence(name: &str) -> String {
    format!("sequence/{name}")
}

impl Store {
    /// Who holds this value.
    pub async fn holder(&self, kind: &str, value: &str) -> Result<Option<Uuid>> {
        let row = Sql::new("SELECT subject FROM claims WHERE kind = $1 AND hash = $2")
            .bind(kind)
            .bind(self.secrets().index(kind, value).as_slice())
            .fetch_optional(&mut *self.db().read().await?)
            .await?;
        row.map(|row| row.uuid(0)).transpose()
    }

    /// The last number taken of a sequence; 0 before the first.
    pub async fn last_of_sequence(&self, name: &str) -> Result<i64> {
        let row = Sql::new("SELECT value FROM counters WHERE name = $1")
            .bind(sequence(name))
            .fetch_optional(&mut *self.db().read().await?)
            .await?;
        row.map_or(Ok(0), |row| row.int(0))
    }

    /// An id that stands for a value: the same for the same value, and nothing else can be learnt from it.
    ///
    /// Linking subjects to it makes a blind index of values that several may share, such as the host of a site.
    pub fn blind_id(&self, kind: &str, value: &str) -> Uuid {
        self.secrets().index_id(kind, value)
    }

    /// The same as a number, where so many rows are compared that its length counts: two values share one with a chance
    /// of one in 2^60.
    pub fn blind_number(&self, kind: &str, value: &str) -> i64 {
        self.blind_id(kind, value).as_u64_pair().0.cast_signed()
    }
}
