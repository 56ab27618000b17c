//! The database under the store: connections to one engine, SQLite or PostgreSQL.
//!
//! One SQL text serves both (`$n` parameters, TEXT, BIGINT and bytes only). What differs is here: how a writing
//! transaction begins, and the words after a claim that let two workers pass each other.

mod migrate;
mod readers;
mod row;
mod sql;
mod table;

use std::path::Path;
use std::time::Duration;

use sqlx::any::{Any, AnyConnectOptions, AnyPoolOptions};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AnyConnection, AnyPool, ConnectOptions, Connection, Executor, Transaction};

use crate::error::Result;

use readers::{Reader, Readers};

pub(crate) use migrate::migrate;
pub(crate) use row::Columns;
pub(crate) use sql::{BATCH, Sql, sent};
pub(crate) use table::{Cell, TABLES, Table};

/// A transaction that ends with the value: committed by name, rolled back by being dropped.
pub(crate) type Tx = Transaction<'static, Any>;

/// Which engine answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Backend {
    Sqlite,
    Postgres,
}

/// The connections. SQLite has a single one that writes, so that writers queue here and not inside the engine.
pub(crate) struct Db {
    pub backend: Backend,
    writer: AnyPool,
    readers: Readers,
    /// For transactions that only read.
    snapshots: AnyPool,
}

/// How long a connection waits for another process that writes, or for a free place in the pool.
const PATIENCE: Duration = Duration::from_secs(20);
const READERS: u32 = 6;
const SNAPSHOTS: u32 = 3;
const POSTGRES_CONNECTIONS: u32 = 16;

impl Db {
    /// Opens the database at `url`, or the file `noroshi.db` in `dir` when no URL is given.
    pub async fn open(dir: &Path, url: Option<&str>, create: bool) -> Result<Db> {
        sqlx::any::install_default_drivers();
        match url {
            None => Db::sqlite(&dir.join("noroshi.db"), create).await,
            Some(url) => Db::postgres(url).await,
        }
    }

    async fn sqlite(file: &Path, create: bool) -> Result<Db> {
        let url = SqliteConnectOptions::new().filename(file).create_if_missing(create).to_url_lossy();
        let options = AnyConnectOptions::from_url(&url)?;
        let options = options.disable_statement_logging();
        let mut first = AnyConnection::connect_with(&options).await?;
        prepare_sqlite(&mut first).await?;
        first.close().await?;
        let writer = sqlite_pool(1).connect_with(options.clone()).await?;
        let snapshots = sqlite_pool(SNAPSHOTS).connect_lazy_with(options.clone());
        Ok(Db { backend: Backend::Sqlite, writer, readers: Readers::of_file(options, READERS), snapshots })
    }

    async fn postgres(url: &str) -> Result<Db> {
        let options: AnyConnectOptions = url.parse()?;
        // A pool would try for as long as it has patience, and then not say why it failed.
        AnyConnection::connect_with(&options).await?.close().await?;
        let pool = AnyPoolOptions::new()
            .max_connections(POSTGRES_CONNECTIONS)
            .acquire_timeout(PATIENCE)
            .connect_with(options.disable_statement_logging())
            .await?;
        let readers = Readers::Server(pool.clone());
        Ok(Db { backend: Backend::Postgres, writer: pool.clone(), readers, snapshots: pool })
    }

    /// Begins a writing transaction.
    pub async fn begin(&self) -> Result<Tx> {
        Ok(match self.backend {
            // Taking the write lock at once: a later upgrade could fail when another process writes.
            Backend::Sqlite => self.writer.begin_with("BEGIN IMMEDIATE").await?,
            Backend::Postgres => self.writer.begin().await?,
        })
    }

    /// Begins a transaction that sees one state of the database and changes nothing.
    pub async fn snapshot(&self) -> Result<Tx> {
        Ok(match self.backend {
            Backend::Sqlite => self.snapshots.begin().await?,
            Backend::Postgres => self.snapshots.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await?,
        })
    }

    /// A connection for one writing statement.
    pub async fn write(&self) -> Result<sqlx::pool::PoolConnection<Any>> {
        Ok(self.writer.acquire().await?)
    }

    /// A connection for one reading statement.
    pub async fn read(&self) -> Result<Reader> {
        Ok(self.readers.take().await?)
    }

    /// What ends the inner select of a claim, so that two workers never wait for each other.
    pub fn skip_locked(&self) -> &'static str {
        match self.backend {
            Backend::Sqlite => "",
            Backend::Postgres => " FOR UPDATE SKIP LOCKED",
        }
    }

    /// Overwrites what a destroyed key left behind: in SQLite's log, or as a dead row of PostgreSQL.
    pub async fn forget_deleted(&self) -> Result<()> {
        let mut connection = self.write().await?;
        match self.backend {
            Backend::Sqlite => connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").await?,
            Backend::Postgres => connection.execute("VACUUM keys").await?,
        };
        Ok(())
    }

    /// Closes all connections; SQLite then folds its write-ahead log into the file.
    pub async fn close(&self) {
        self.readers.close().await;
        self.snapshots.close().await;
        self.writer.close().await;
    }
}

fn sqlite_pool(connections: u32) -> AnyPoolOptions {
    // A connection to a file does not go away by itself: asking before each use would cost as much as a small query.
    AnyPoolOptions::new()
        .max_connections(connections)
        .test_before_acquire(false)
        .acquire_timeout(PATIENCE)
        .after_connect(|connection, _| Box::pin(async move { prepare_sqlite(connection).await }))
        // When the disk is full, SQLite ends the transaction by itself and the rollback of the pool fails: such a
        // connection still counts as inside of one and would refuse every later transaction.
        .before_acquire(|connection, _| Box::pin(async move { Ok(!connection.is_in_transaction()) }))
}

/// FULL: an acknowledged append survives a power cut. secure_delete: a destroyed key is overwritten, not only unlinked.
async fn prepare_sqlite(connection: &mut AnyConnection) -> sqlx::Result<()> {
    for pragma in [
        "PRAGMA busy_timeout = 20000",
        "PRAGMA journal_mode = WAL",
        "PRAGMA synchronous = FULL",
        "PRAGMA foreign_keys = ON",
        "PRAGMA secure_delete = ON",
        "PRAGMA cache_size = -16000",
    ] {
        connection.execute(pragma).await?;
    }
    Ok(())
}
