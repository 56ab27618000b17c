//! The key table: one wrapped key per stream and per person.
//!
//! Keys are unwrapped from the same row read that brings the ciphertext, about two microseconds each, and wiped after
//! use. There is no cache: nothing secret stays in memory, and a destroyed key is gone on every node at once.

use std::collections::{BTreeSet, HashMap};

use jiff::Timestamp;
use sqlx::AnyConnection;
use uuid::Uuid;

use crate::db::{BATCH, Columns, Sql};
use crate::entropy::Entropy;
use crate::error::{Result, StoreError};
use crate::master::{Master, OTHER_MASTER};
use crate::seal::SealKey;
use crate::store::Store;
use crate::stream::StreamId;

/// Whose key seals a text or a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum KeyOwner {
    /// The key of a stream; it is never destroyed.
    Stream(StreamId),
    /// The key of a natural person; destroying it erases what it sealed.
    Person(Uuid),
}

impl KeyOwner {
    pub(crate) fn text(&self) -> String {
        match self {
            KeyOwner::Stream(stream) => format!("stream/{stream}"),
            KeyOwner::Person(person) => format!("person/{person}"),
        }
    }
}

/// The owner of the secret that the keys of projections, mails and indexes are made from.
pub(crate) const INSTALLATION: &str = "installation";
/// The owner of the Ed25519 seed that signs checkpoints.
pub(crate) const CHECKPOINT: &str = "checkpoint";

/// An unwrapped key and the id it has in the table.
pub(crate) struct DataKey {
    pub id: Uuid,
    pub key: SealKey,
}

/// The keys of these owners; missing ones are made in this transaction.
pub(crate) async fn keys_of(
    tx: &mut AnyConnection,
    master: &Master,
    entropy: &dyn Entropy,
    owners: BTreeSet<String>,
    at: Timestamp,
) -> Result<HashMap<String, DataKey>> {
    let mut keys = find_keys(tx, master, &owners).await?;
    let mut made = Vec::new();
    for owner in owners.into_iter().filter(|owner| !keys.contains_key(owner)).collect::<Vec<_>>() {
        let data = DataKey { id: entropy.uuid_v7(at), key: SealKey::random(entropy) };
        made.push((data.id, owner.clone(), master.wrap(entropy, data.id, &owner, &data.key)));
        keys.insert(owner, data);
    }
    if !made.is_empty() {
        check_master(tx, master).await?;
    }
    for rows in made.chunks(BATCH) {
        Sql::new("INSERT INTO keys (id, owner, wrapped, master, created_at) VALUES ")
            .rows(rows, |(id, owner, wrapped), row| {
                row.bind(id.to_string()).bind(owner.as_str()).bind(wrapped.as_slice());
                row.bind(master.id.as_str()).bind(at.as_microsecond());
            })
            .execute(tx)
            .await?;
    }
    Ok(keys)
}

/// Refuses to wrap with a master key that another node has rotated away.
async fn check_master(tx: &mut AnyConnection, master: &Master) -> Result<()> {
    let select = Sql::new("SELECT master FROM keys WHERE owner = $1").bind(INSTALLATION);
    match select.fetch_optional(tx).await? {
        Some(row) if row.text(0)? != master.id => Err(StoreError::NoKey { what: OTHER_MASTER }),
        _ => Ok(()),
    }
}

async fn find_keys(
    tx: &mut AnyConnection,
    master: &Master,
    owners: &BTreeSet<String>,
) -> Result<HashMap<String, DataKey>> {
    let mut keys = HashMap::new();
    let owners: Vec<&str> = owners.iter().map(String::as_str).collect();
    for some in owners.chunks(BATCH) {
        let found = Sql::new("SELECT id, owner, master, wrapped FROM keys WHERE owner IN ").list(some.iter().copied());
        for row in found.fetch_all(tx).await? {
            let (id, owner) = (row.uuid(0)?, row.text(1)?);
            let key = unwrap(master, id, &owner, &row.text(2)?, row.maybe_bytes(3)?)?;
            let key = key.ok_or(StoreError::NoKey { what: "this person was erased; nothing more can be stored" })?;
            keys.insert(owner, DataKey { id, key });
        }
    }
    Ok(keys)
}

/// Opens the key of a row; `None` when it was destroyed.
pub(crate) fn unwrap(
    master: &Master,
    id: Uuid,
    owner: &str,
    wrapped_by: &str,
    wrapped: Option<Vec<u8>>,
) -> Result<Option<SealKey>> {
    wrapped.map(|wrapped| master.unwrap(id, owner, wrapped_by, &wrapped)).transpose()
}

/// The columns of a key `k` where many rows are read: every column of a row costs more than what is small in it, so that
/// stands in one text.
pub(crate) const KEY: &str = " k.id || ' ' || k.owner || ' ' || k.master, k.wrapped ";

/// Keys met while reading many rows, each unwrapped once.
pub(crate) struct Unwrapped<'a> {
    master: &'a Master,
    keys: HashMap<Uuid, Option<SealKey>>,
}

impl<'a> Unwrapped<'a> {
    pub fn new(master: &'a Master) -> Self {
        Unwrapped { master, keys: HashMap::new() }
    }

    /// The key of a row that has id, owner, master, wrapped key from column `first` on.
    pub fn of_row(&mut self, row: &impl Columns, first: usize) -> Result<(Uuid, Option<&SealKey>)> {
        let (owner, master) = (row.str(first + 1)?, row.str(first + 2)?);
        self.key(row.uuid(first)?, owner, master, || row.maybe_bytes(first + 3))
    }

    /// The same of a row that has [`KEY`] from column `first` on.
    pub fn of_text(&mut self, row: &impl Columns, first: usize) -> Result<(Uuid, Option<&SealKey>)> {
        let mut parts = row.str(first)?.splitn(3, ' ');
        let (Some(id), Some(owner), Some(master)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(StoreError::corrupt("a key has no owner"));
        };
        let id = Uuid::parse_str(id).map_err(|_| StoreError::corrupt("an id is not a UUID"))?;
        self.key(id, owner, master, || row.maybe_bytes(first + 1))
    }

    fn key(
        &mut self,
        id: Uuid,
        owner: &str,
        master: &str,
        wrapped: impl FnOnce() -> Result<Option<Vec<u8>>>,
    ) -> Result<(Uuid, Option<&SealKey>)> {
        if !self.keys.contains_key(&id) {
            let key = unwrap(self.master, id, owner, master, wrapped()?)?;
            // Bounded: a rebuild meets every key once and never comes back to it.
            if self.keys.len() >= 4096 {
                self.keys.clear();
            }
            self.keys.insert(id, key);
        }
        Ok((id, self.keys.get(&id).and_then(Option::as_ref)))
    }
}

impl Store {
    /// Destroys the key of a person: what it sealed can never be read again; chain and counts stay valid.
    ///
    /// Says whether there was a key. A copy of the key may live on in an old key export until that is deleted.
    pub async fn destroy_person_key(&self, person: Uuid, at: Timestamp) -> Result<bool> {
        let mut tx = self.db().begin().await?;
        let destroyed =
            Sql::new("UPDATE keys SET wrapped = NULL, destroyed_at = $1 WHERE owner = $2 AND wrapped IS NOT NULL")
                .bind(at.as_microsecond())
                .bind(KeyOwner::Person(person).text())
                .execute(&mut tx)
                .await?;
        tx.commit().await?;
        self.db().forget_deleted().await?;
        Ok(destroyed > 0)
    }
}
