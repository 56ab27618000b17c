//! People who have new advisories mailed to them. They are no part of the journal: whoever leaves is gone.
//!
//! What is known of somebody lies under that person's own key, mails on their way included; the address is found by its
//! keyed hash. How far somebody has been told is moved in the same transaction that puts the mail on its way, so that
//! nothing is told twice and nothing is left out, whatever breaks off in between.

mod mails;

use jiff::Timestamp;
use sqlx::AnyConnection;
use sqlx::any::AnyRow;
use uuid::Uuid;

pub use self::mails::{ListMail, WaitingMail};
use crate::db::{BATCH, Columns, Sql, Tx};
use crate::error::{Result, StoreError, is_duplicate};
use crate::keys::{DataKey, KeyOwner, Unwrapped, keys_of};
use crate::seal::label;
use crate::store::Store;
use crate::tokens::{self, NewToken};

/// Somebody who has advisories mailed, or was asked whether it wants that.
#[derive(Clone, PartialEq, Eq)]
pub struct Subscriber {
    /// Its id.
    pub id: Uuid,
    /// Whether the address was confirmed.
    pub active: bool,
    /// What is known of it; sealed.
    pub data: Vec<u8>,
    /// Number of the newest publication that was looked at for it.
    pub seen: i64,
    /// Not looked at again before.
    pub next_at: Timestamp,
    /// When it is forgotten unless it confirms; `None` is never.
    pub expires_at: Option<Timestamp>,
    /// Counts the changes; one more with each.
    pub version: i64,
}

impl std::fmt::Debug for Subscriber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Subscriber({}, version {})", self.id, self.version)
    }
}

/// What goes with a change of a subscriber, in the same transaction.
#[derive(Default)]
pub struct SubscriberEffects {
    /// Secrets handed out.
    pub tokens: Vec<NewToken>,
    /// Mails to it.
    pub mails: Vec<ListMail>,
    /// Advisories with revisions that it is told of; each once.
    pub told: Vec<(Uuid, i64)>,
}

const COLUMNS: &str = "s.id, s.state, s.sealed, s.seen, s.next_at, s.expires_at, s.version, k.id, k.owner, k.master, \
                       k.wrapped FROM subscribers s JOIN keys k ON k.id = s.key_id";
const CHANGED: StoreError = StoreError::Taken { kind: "subscriber" };

impl Store {
    /// Adds somebody; [`StoreError::Taken`] when the address is there already.
    pub async fn add_subscriber(
        &self,
        address: &str,
        new: &Subscriber,
        effects: &SubscriberEffects,
        at: Timestamp,
    ) -> Result<()> {
        let mut tx = self.db().begin().await?;
        let key = self.key_of_subscriber(&mut tx, new.id, at).await?;
        let made = Sql::new(
            "INSERT INTO subscribers (id, address, state, key_id, sealed, version, seen, next_at, expires_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        )
        .bind(new.id.to_string())
        .bind(self.secrets().index(ADDRESS, &normal(address)).as_slice())
        .bind(state(new))
        .bind(key.id.to_string())
        .bind(key.key.seal(self.entropy(), &label("subscriber", &new.id), &new.data))
        .bind(new.version)
        .bind(new.seen)
        .bind(new.next_at.as_microsecond())
        .bind(new.expires_at.map_or(i64::MAX, Timestamp::as_microsecond))
        .execute(&mut tx)
        .await;
        match made {
            Err(error) if is_duplicate(&error) => return Err(CHANGED),
            other => other?,
        };
        self.subscriber_effects(tx, new.id, &key, effects).await
    }

    /// Writes a subscriber as it is now, if nobody changed it since it was read; else [`StoreError::Taken`], also when
    /// one of the revisions was told before.
    pub async fn change_subscriber(
        &self,
        changed: &Subscriber,
        effects: &SubscriberEffects,
        at: Timestamp,
    ) -> Result<()> {
        let mut tx = self.db().begin().await?;
        let key = self.key_of_subscriber(&mut tx, changed.id, at).await?;
        let done = Sql::new(
            "UPDATE subscribers SET state = $1, sealed = $2, seen = $3, next_at = $4, expires_at = $5,
             version = version + 1 WHERE id = $6 AND version = $7",
        )
        .bind(state(changed))
        .bind(key.key.seal(self.entropy(), &label("subscriber", &changed.id), &changed.data))
        .bind(changed.seen)
        .bind(changed.next_at.as_microsecond())
        .bind(changed.expires_at.map_or(i64::MAX, Timestamp::as_microsecond))
        .bind(changed.id.to_string())
        .bind(changed.version)
        .execute(&mut tx)
        .await?;
        if done == 0 {
            return Err(CHANGED);
        }
        self.subscriber_effects(tx, changed.id, &key, effects).await
    }

    async fn key_of_subscriber(&self, tx: &mut AnyConnection, id: Uuid, at: Timestamp) -> Result<DataKey> {
        let owner = KeyOwner::Person(id).text();
        let mut keys = keys_of(tx, &self.master(), self.entropy(), [owner.clone()].into(), at).await?;
        keys.remove(&owner).ok_or(StoreError::NoKey { what: "a subscriber has no key" })
    }

    async fn subscriber_effects(&self, mut tx: Tx, id: Uuid, key: &DataKey, effects: &SubscriberEffects) -> Result<()> {
        for told in effects.told.chunks(BATCH) {
            let made = Sql::new("INSERT INTO subscriber_told (subscriber, advisory, revision) VALUES ")
                .rows(told, |(advisory, revision), row| {
                    row.bind(id.to_string()).bind(advisory.to_string()).bind(*revision);
                })
                .execute(&mut tx)
                .await;
            match made {
                Err(error) if is_duplicate(&error) => return Err(CHANGED),
                other => other?,
            };
        }
        tokens::hand_out(&mut tx, self.secrets(), self.entropy(), &effects.tokens).await?;
        mails::enqueue(&mut tx, self.entropy(), key, id, &effects.mails).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Somebody by its id.
    pub async fn subscriber(&self, id: Uuid) -> Result<Option<Subscriber>> {
        let select = Sql::new("SELECT ").push(COLUMNS).push(" WHERE s.id = ").push_bind(id.to_string());
        Ok(self.subscribers(select).await?.pop())
    }

    /// Whose address this is.
    pub async fn subscriber_at(&self, address: &str) -> Result<Option<Subscriber>> {
        let hash = self.secrets().index(ADDRESS, &normal(address));
        let select = Sql::new("SELECT ").push(COLUMNS).push(" WHERE s.address = ").push_bind(hash.as_slice());
        Ok(self.subscribers(select).await?.pop())
    }

    /// Up to `n` who have not been told of everything that is published and may be told now.
    pub async fn due_subscribers(&self, now: Timestamp, n: u32) -> Result<Vec<Subscriber>> {
        let newest = "(SELECT value FROM counters WHERE name = 'publication')";
        let select = Sql::new("SELECT ").push(COLUMNS).push(" WHERE s.state = 'active' AND s.seen < ").push(newest);
        let select = select.push(" AND s.next_at <= ").push_bind(now.as_microsecond());
        self.subscribers(select.push(" ORDER BY s.seen, s.id LIMIT ").push_bind(i64::from(n))).await
    }

    /// Ids of those who never confirmed in time.
    pub async fn expired_subscribers(&self, now: Timestamp) -> Result<Vec<Uuid>> {
        let select = Sql::new("SELECT id FROM subscribers WHERE expires_at <= $1").bind(now.as_microsecond());
        let rows = select.fetch_all(&mut *self.db().read().await?).await?;
        rows.iter().map(|row| row.uuid(0)).collect()
    }

    /// Which of these advisories somebody was told of, with the revisions.
    pub async fn subscriber_told(&self, id: Uuid, advisories: &[Uuid]) -> Result<Vec<(Uuid, i64)>> {
        let mut told = Vec::new();
        for some in advisories.chunks(BATCH) {
            let rows = Sql::new("SELECT advisory, revision FROM subscriber_told WHERE advisory IN ")
                .list(some.iter().map(Uuid::to_string))
                .push(" AND subscriber = ")
                .push_bind(id.to_string())
                .fetch_all(&mut *self.db().read().await?)
                .await?;
            for row in &rows {
                told.push((row.uuid(0)?, row.int(1)?));
            }
        }
        Ok(told)
    }

    /// Number of the newest publication; 0 before the first.
    pub async fn newest_publication(&self) -> Result<i64> {
        let select = Sql::new("SELECT value FROM counters WHERE name = 'publication'");
        select.fetch_one(&mut *self.db().read().await?).await?.int(0)
    }

    /// Forgets somebody: rows, mails on their way and secrets are deleted, and the key is destroyed. Says whether there
    /// was somebody.
    pub async fn erase_subscriber(&self, id: Uuid, at: Timestamp) -> Result<bool> {
        let mut tx = self.db().begin().await?;
        let id_text = id.to_string();
        let gone = Sql::new("DELETE FROM subscribers WHERE id = $1").bind(id_text.as_str()).execute(&mut tx).await?;
        for delete in [
            "DELETE FROM subscriber_told WHERE subscriber = $1",
            "DELETE FROM subscriber_mails WHERE subscriber = $1",
            "DELETE FROM tokens WHERE subject = $1",
        ] {
            Sql::new(delete).bind(id_text.as_str()).execute(&mut tx).await?;
        }
        tx.commit().await?;
        if gone > 0 {
            self.destroy_person_key(id, at).await?;
        }
        Ok(gone > 0)
    }

    async fn subscribers(&self, select: Sql) -> Result<Vec<Subscriber>> {
        let rows = select.fetch_all(&mut *self.db().read().await?).await?;
        let master = self.master();
        let mut keys = Unwrapped::new(&master);
        let mut found = Vec::with_capacity(rows.len());
        for row in &rows {
            // Somebody who left this instant has no key any more.
            let (_, Some(key)) = keys.of_row(row, 7)? else { continue };
            let id = row.uuid(0)?;
            let data = key.open(&label("subscriber", &id), &row.bytes(2)?);
            let data = data.map_err(|_| StoreError::corrupt("what is known of a subscriber does not open"))?;
            found.push(subscriber(row, id, data)?);
        }
        Ok(found)
    }
}

/// Kind of the keyed hash of an address.
const ADDRESS: &str = "subscriber";

fn normal(address: &str) -> String {
    address.trim().to_lowercase()
}

fn state(subscriber: &Subscriber) -> &'static str {
    if subscriber.active { "active" } else { "pending" }
}

fn subscriber(row: &AnyRow, id: Uuid, data: Vec<u8>) -> Result<Subscriber> {
    let never = row.int(5)? == i64::MAX;
    Ok(Subscriber {
        id,
        active: row.text(1)? == "active",
        data,
        seen: row.int(3)?,
        next_at: row.instant(4)?,
        expires_at: if never { None } else { Some(row.instant(5)?) },
        version: row.int(6)?,
    })
}
