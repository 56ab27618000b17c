//! Sealed texts beside the journal: messages, raw reports, contact cards. Written once, under their owner's key.

use std::collections::HashMap;

use sqlx::AnyConnection;
use uuid::Uuid;

use crate::append::NewBody;
use crate::db::{BATCH, Columns, Sql};
use crate::entropy::Entropy;
use crate::error::{Result, StoreError, is_duplicate};
use crate::keys::{DataKey, KEY, Unwrapped};
use crate::seal::label;
use crate::store::Store;
use crate::stream::{StreamId, Version};

/// A text that is sealed and about to be written.
pub(crate) struct SealedBody {
    pub id: Uuid,
    pub key_id: Uuid,
    pub sealed: Vec<u8>,
}

pub(crate) fn body_label(id: &Uuid) -> Vec<u8> {
    label("body", id)
}

/// Seals the texts of an append.
pub(crate) fn seal(entropy: &dyn Entropy, keys: &HashMap<String, DataKey>, bodies: &[NewBody]) -> Vec<SealedBody> {
    let seal_one = |body: &NewBody| {
        let key = &keys[&body.owner.text()];
        let sealed = key.key.seal(entropy, &body_label(&body.id), &body.bytes);
        SealedBody { id: body.id, key_id: key.id, sealed }
    };
    bodies.iter().map(seal_one).collect()
}

/// Writes the rows; they hang on event `n` of `stream`.
pub(crate) async fn insert(tx: &mut AnyConnection, stream: StreamId, n: Version, bodies: &[SealedBody]) -> Result<()> {
    for bodies in bodies.chunks(BATCH) {
        let made = Sql::new("INSERT INTO bodies (id, stream_id, n, key_id, sealed) VALUES ")
            .rows(bodies, |body, row| {
                row.bind(body.id.to_string()).bind(stream.id.to_string()).bind(n);
                row.bind(body.key_id.to_string()).bind(body.sealed.as_slice());
            })
            .execute(tx)
            .await;
        match made {
            Err(error) if is_duplicate(&error) => return Err(StoreError::Taken { kind: "text" }),
            other => other?,
        };
    }
    Ok(())
}

impl Store {
    /// A sealed text; `None` when there is none or the person's key was destroyed.
    pub async fn body(&self, id: Uuid) -> Result<Option<Vec<u8>>> {
        Ok(self.bodies(&[id]).await?.remove(&id))
    }

    /// Sealed texts in one query; those that do not exist or whose person was erased are left out.
    pub async fn bodies(&self, ids: &[Uuid]) -> Result<HashMap<Uuid, Vec<u8>>> {
        let master = self.master();
        let mut keys = Unwrapped::new(&master);
        let mut bodies = HashMap::with_capacity(ids.len());
        for some in ids.chunks(BATCH) {
            let rows = Sql::new("SELECT b.id, b.sealed,")
                .push(KEY)
                .push("FROM bodies b JOIN keys k ON k.id = b.key_id WHERE b.id IN ")
                .list(some.iter().map(Uuid::to_string))
                .fetch_all(&mut *self.db().read().await?)
                .await?;
            for row in &rows {
                let id = row.uuid(0)?;
                let (_, Some(key)) = keys.of_text(row, 2)? else { continue };
                let text = key.open(&body_label(&id), row.slice(1)?);
                bodies.insert(id, text.map_err(|_| StoreError::corrupt("a sealed text does not open"))?);
            }
        }
        Ok(bodies)
    }
}
