//! The store itself: a folder, a database, the keys.

use std::path::{Path, PathBuf};
use std::sync::{Arc, RwLock};

use jiff::Timestamp;
use sqlx::AnyConnection;

use crate::db::{Columns, Db, Sql, migrate, sent};
use crate::entropy::Entropy;
use crate::error::{Result, StoreError};
use crate::folder::{FolderLock, make_folder};
use crate::keys::{CHECKPOINT, INSTALLATION, keys_of};
use crate::master::{self, Master};
use crate::seal::SealKey;
use crate::secrets::Secrets;

/// Everything that is kept. Cheap to clone; all clones are one store.
#[derive(Clone)]
pub struct Store(Arc<Inner>);

struct Inner {
    dir: PathBuf,
    db: Db,
    entropy: Arc<dyn Entropy>,
    master: RwLock<Arc<Master>>,
    master_is_given: bool,
    secrets: Secrets,
    signing: SealKey,
    lock: FolderLock,
}

impl Store {
    /// Makes folder, keys and tables, and opens them. `database` is a PostgreSQL URL; none means SQLite in the folder.
    ///
    /// Without `master` a master key is made and written to `keys/master.key` with mode 0600.
    pub async fn init(
        dir: &Path,
        database: Option<&str>,
        entropy: Arc<dyn Entropy>,
        master: Option<[u8; 32]>,
        now: Timestamp,
    ) -> Result<Store> {
        make_folder(dir)?;
        let lock = FolderLock::share(dir)?;
        let alone = lock.alone()?;
        for folder in ["keys", "attachments", "published"] {
            make_folder(&dir.join(folder))?;
        }
        let given = master.is_some();
        let found = match master {
            Some(bytes) => Some(Master::new(bytes)),
            None => master::read_key_file(&master::master_file(dir))?,
        };
        let is_new = found.is_none();
        let master = found.unwrap_or_else(|| Master::random(entropy.as_ref()));
        let db = Db::open(dir, database, true).await?;
        migrate(&db).await?;
        let mut tx = db.begin().await?;
        if has_keys(&mut tx).await? {
            return Err(StoreError::AlreadyInitialised);
        }
        if is_new {
            // Before the commit: a database must never wait for a key that was not written.
            master::write_key_file(&master::master_file(dir), &master.to_hex())?;
        }
        let owners = [INSTALLATION.to_owned(), CHECKPOINT.to_owned()].into();
        keys_of(&mut tx, &master, entropy.as_ref(), owners, now).await?;
        tx.commit().await?;
        db.close().await;
        drop(alone);
        drop(lock);
        Store::open_with(dir, database, entropy, master, given).await
    }

    /// Opens what [`Store::init`] made. The key comes from `master`, else from `keys/master.key`.
    pub async fn open(
        dir: &Path,
        database: Option<&str>,
        entropy: Arc<dyn Entropy>,
        master: Option<[u8; 32]>,
    ) -> Result<Store> {
        if !dir.is_dir() || (database.is_none() && !dir.join("noroshi.db").is_file()) {
            return Err(StoreError::NotInitialised);
        }
        let given = master.is_some();
        let master = match master {
            Some(bytes) => Master::new(bytes),
            None => master::read_key_file(&master::master_file(dir))?.ok_or(StoreError::NoKey {
                what: "the master key is missing: put keys/master.key back or set NOROSHI_MASTER_KEY",
            })?,
        };
        Store::open_with(dir, database, entropy, master, given).await
    }

    async fn open_with(
        dir: &Path,
        database: Option<&str>,
        entropy: Arc<dyn Entropy>,
        master: Master,
        master_is_given: bool,
    ) -> Result<Store> {
        let lock = FolderLock::share(dir)?;
        for folder in ["attachments", "published"] {
            make_folder(&dir.join(folder))?;
        }
        let db = Db::open(dir, database, false).await?;
        migrate(&db).await?;
        let mut connection = db.read().await?;
        let master = if master_is_given { master } else { settle_rotation(&mut connection, dir, master).await? };
        let secrets = Secrets::derive(&program_key(&mut connection, &master, INSTALLATION).await?);
        let signing = program_key(&mut connection, &master, CHECKPOINT).await?;
        drop(connection);
        let master = RwLock::new(Arc::new(master));
        let dir = dir.to_owned();
        Ok(Store(Arc::new(Inner { dir, db, entropy, master, master_is_given, secrets, signing, lock })))
    }

    /// An error when the database does not answer.
    pub async fn ready(&self) -> Result<()> {
        Sql::new("SELECT value FROM counters WHERE name = 'event'").fetch_one(&mut *self.db().read().await?).await?;
        Ok(())
    }

    /// How many statements this process has sent to all its databases, without the words that begin and end a
    /// transaction. What is allowed per page is a budget.
    pub fn queries() -> u64 {
        sent()
    }

    /// Closes the connections. Without it the database is safe too, but SQLite leaves its log beside the file.
    pub async fn close(self) {
        self.0.db.close().await;
    }

    /// The data folder.
    pub fn folder(&self) -> &Path {
        &self.0.dir
    }

    /// The folder of the published tree.
    pub fn published_folder(&self) -> PathBuf {
        self.0.dir.join("published")
    }

    /// The source of randomness that the store was opened with.
    pub fn entropy(&self) -> &dyn Entropy {
        self.0.entropy.as_ref()
    }

    pub(crate) fn attachments_folder(&self) -> PathBuf {
        self.0.dir.join("attachments")
    }

    pub(crate) fn db(&self) -> &Db {
        &self.0.db
    }

    pub(crate) fn secrets(&self) -> &Secrets {
        &self.0.secrets
    }

    pub(crate) fn signing_seed(&self) -> &SealKey {
        &self.0.signing
    }

    pub(crate) fn lock(&self) -> &FolderLock {
        &self.0.lock
    }

    pub(crate) fn master(&self) -> Arc<Master> {
        self.0.master.read().expect("no holder of this lock can panic").clone()
    }

    pub(crate) fn replace_master(&self, master: Master) {
        *self.0.master.write().expect("no holder of this lock can panic") = Arc::new(master);
    }

    pub(crate) fn master_is_given(&self) -> bool {
        self.0.master_is_given
    }
}

async fn has_keys(connection: &mut AnyConnection) -> Result<bool> {
    let select = Sql::new("SELECT id FROM keys WHERE owner = $1").bind(INSTALLATION);
    Ok(select.fetch_optional(connection).await?.is_some())
}

/// A key of the program itself; it is made by `init` only.
async fn program_key(connection: &mut AnyConnection, master: &Master, owner: &str) -> Result<SealKey> {
    let select = Sql::new("SELECT id, master, wrapped FROM keys WHERE owner = $1").bind(owner);
    let Some(row) = select.fetch_optional(connection).await? else {
        return Err(StoreError::NoKey {
            what: "the database has no keys: it was restored without them; import the key export",
        });
    };
    master.unwrap(row.uuid(0)?, owner, &row.text(1)?, &row.bytes(2)?)
}

/// Ends a rotation that was interrupted between the commit and the exchange of the key files.
async fn settle_rotation(connection: &mut AnyConnection, dir: &Path, master: Master) -> Result<Master> {
    let select = Sql::new("SELECT master FROM keys WHERE owner = $1").bind(INSTALLATION);
    let Some(row) = select.fetch_optional(connection).await? else { return Ok(master) };
    if row.text(0)? == master.id {
        return Ok(master);
    }
    match master::read_key_file(&master::next_master_file(dir))? {
        Some(next) if next.id == row.text(0)? => {
            master::promote_next(dir)?;
            Ok(next)
        }
        _ => Ok(master),
    }
}
