//! Keys apart from the backup: the wrapped key of every stream and person, and the master key if it lies in the folder.
//!
//! An export is as secret as the data. A newer one replaces the older, or keys destroyed meanwhile would live on.

use std::fs;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::db::{BATCH, Columns, Db, Sql, migrate};
use crate::error::{Result, StoreError};
use crate::folder::{FolderLock, make_folder};
use crate::master::{Master, master_file, read_key_file, write_key_file};
use crate::seal::unhex;
use crate::store::Store;

#[derive(Serialize, Deserialize)]
struct Export {
    noroshi_keys: u32,
    /// The master key, when it lies in the folder and was not given to the program.
    master: Option<Zeroizing<String>>,
    keys: Vec<Key>,
}

#[derive(Serialize, Deserialize)]
struct Key {
    id: String,
    owner: String,
    wrapped: Option<String>,
    master: String,
    created_at: i64,
    destroyed_at: Option<i64>,
}

impl Store {
    /// Writes all keys into a new file that only its owner can read.
    pub async fn export_keys(&self, file: &Path) -> Result<u64> {
        let select = Sql::new("SELECT id, owner, wrapped, master, created_at, destroyed_at FROM keys ORDER BY id");
        let mut keys = Vec::new();
        for row in select.fetch_all(&mut *self.db().read().await?).await? {
            keys.push(Key {
                id: row.text(0)?,
                owner: row.text(1)?,
                wrapped: row.maybe_bytes(2)?.map(|bytes| STANDARD.encode(bytes)),
                master: row.text(3)?,
                created_at: row.int(4)?,
                destroyed_at: row.maybe_int(5)?,
            });
        }
        let master = (!self.master_is_given()).then(|| self.master().to_hex());
        let count = keys.len() as u64;
        let export = Export { noroshi_keys: 1, master, keys };
        let text = Zeroizing::new(serde_json::to_string(&export).expect("texts and numbers always serialise"));
        write_key_file(file, &text)?;
        Ok(count)
    }

    /// Reads an export into a restored folder and database that have no keys yet; says how many keys it had.
    pub async fn import_keys(file: &Path, dir: &Path, database: Option<&str>) -> Result<u64> {
        let text = Zeroizing::new(fs::read(file).map_err(StoreError::io("reading the key export"))?);
        let export: Export =
            serde_json::from_slice(&text).map_err(|_| StoreError::invalid("this file is not a key export"))?;
        make_folder(&dir.join("keys"))?;
        let lock = FolderLock::share(dir)?;
        let _alone = lock.alone()?;
        let db = Db::open(dir, database, false).await?;
        migrate(&db).await?;
        let mut tx = db.begin().await?;
        if Sql::new("SELECT id FROM keys LIMIT 1").fetch_optional(&mut tx).await?.is_some() {
            return Err(StoreError::invalid("there are keys already; nothing was imported"));
        }
        if let Some(master) = &export.master {
            place_master(dir, master)?;
        }
        for keys in export.keys.chunks(BATCH) {
            insert(&mut tx, keys).await?;
        }
        tx.commit().await?;
        db.close().await;
        Ok(export.keys.len() as u64)
    }
}

fn place_master(dir: &Path, text: &str) -> Result<()> {
    let path = master_file(dir);
    let master = Master::new(unhex(text).ok_or(StoreError::invalid("the key export has no proper master key"))?);
    match read_key_file(&path)? {
        Some(there) if there.id == master.id => Ok(()),
        Some(_) => Err(StoreError::invalid("keys/master.key holds another key than the export; nothing was imported")),
        None => write_key_file(&path, text),
    }
}

async fn insert(tx: &mut sqlx::AnyConnection, keys: &[Key]) -> Result<()> {
    let mut wrapped = Vec::with_capacity(keys.len());
    for key in keys {
        let bytes = key.wrapped.as_ref().map(|text| STANDARD.decode(text)).transpose();
        wrapped.push(bytes.map_err(|_| StoreError::invalid("the key export is damaged; nothing was imported"))?);
    }
    Sql::new("INSERT INTO keys (id, owner, wrapped, master, created_at, destroyed_at) VALUES ")
        .rows(keys.iter().zip(wrapped), |(key, wrapped), row| {
            row.bind(key.id.as_str()).bind(key.owner.as_str()).bind(wrapped).bind(key.master.as_str());
            row.bind(key.created_at).bind(key.destroyed_at);
        })
        .execute(tx)
        .await?;
    Ok(())
}
