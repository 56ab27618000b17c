//! A fresh store per test and database, and a way to tamper with it.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use jiff::Timestamp;
use sqlx::any::AnyPoolOptions;
use sqlx::{AnyPool, AssertSqlSafe};
use store::*;
use uuid::Uuid;

/// A folder, perhaps a PostgreSQL database, and the store in them.
pub struct World {
    pub dir: PathBuf,
    pub database: Option<String>,
    pub entropy: Arc<dyn Entropy>,
    pub store: Store,
}

static WORLDS: AtomicU32 = AtomicU32::new(0);

/// Runs a test on SQLite, and on PostgreSQL when `NOROSHI_TEST_POSTGRES` says where there is one.
pub async fn on_both(test: impl AsyncFn(World)) {
    on(None, &test).await;
    match std::env::var("NOROSHI_TEST_POSTGRES") {
        Ok(server) => on(Some(server), &test).await,
        Err(_) if std::env::var("CI").is_ok_and(|ci| ci == "true") => panic!("NOROSHI_TEST_POSTGRES is not set"),
        Err(_) => eprintln!("NOT RUN on PostgreSQL: NOROSHI_TEST_POSTGRES is not set"),
    }
}

async fn on(server: Option<String>, test: &impl AsyncFn(World)) {
    let place = Place::new(server).await;
    let entropy: Arc<dyn Entropy> = Arc::new(SystemEntropy);
    let store = Store::init(&place.dir, place.database.as_deref(), entropy.clone(), None, now()).await.unwrap();
    test(World { dir: place.dir.clone(), database: place.database.clone(), entropy, store }).await;
    place.remove().await;
}

/// A folder and a database name that nobody else uses.
pub struct Place {
    pub dir: PathBuf,
    pub database: Option<String>,
    server: Option<String>,
    name: String,
}

impl Place {
    pub async fn new(server: Option<String>) -> Place {
        let name = format!("noroshi_store_{}_{}", std::process::id(), WORLDS.fetch_add(1, Ordering::Relaxed));
        let dir = std::env::temp_dir().join(&name);
        std::fs::remove_dir_all(&dir).ok();
        let mut database = None;
        if let Some(server) = &server {
            run(server, &format!("DROP DATABASE IF EXISTS {name}")).await;
            run(server, &format!("CREATE DATABASE {name}")).await;
            database = Some(with_database(server, &name));
        }
        Place { dir, database, server, name }
    }

    /// Another place on the same server.
    pub async fn beside(world: &World) -> Place {
        Place::new(world.database.as_ref().map(|_| std::env::var("NOROSHI_TEST_POSTGRES").unwrap())).await
    }

    /// A place of the other engine, when there is one.
    pub async fn across(world: &World) -> Option<Place> {
        match world.database {
            Some(_) => Some(Place::new(None).await),
            None => Some(Place::new(Some(std::env::var("NOROSHI_TEST_POSTGRES").ok()?)).await),
        }
    }

    pub async fn remove(self) {
        std::fs::remove_dir_all(&self.dir).ok();
        if let Some(server) = &self.server {
            run(server, &format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name)).await;
        }
    }
}

/// The URL of another database on the same server.
fn with_database(server: &str, name: &str) -> String {
    let (address, options) = server.split_once('?').map_or((server, None), |(a, o)| (a, Some(o)));
    let (scheme, rest) = address.split_once("://").unwrap();
    let host = rest.split('/').next().unwrap();
    format!("{scheme}://{host}/{name}{}", options.map(|o| format!("?{o}")).unwrap_or_default())
}

async fn pool(url: &str) -> AnyPool {
    sqlx::any::install_default_drivers();
    AnyPoolOptions::new().max_connections(1).connect(url).await.unwrap()
}

async fn run(url: &str, sql: &str) -> u64 {
    let pool = pool(url).await;
    let done = sqlx::raw_sql(AssertSqlSafe(sql)).execute(&pool).await.unwrap().rows_affected();
    pool.close().await;
    done
}

pub fn now() -> Timestamp {
    "2026-11-21T03:00:00Z".parse().unwrap()
}

pub fn later(seconds: i64) -> Timestamp {
    now() + jiff::SignedDuration::from_secs(seconds)
}

impl World {
    pub fn uuid(&self) -> Uuid {
        self.entropy.uuid_v7(now())
    }

    pub fn stream(&self, kind: StreamKind) -> StreamId {
        StreamId::new(kind, self.uuid())
    }

    /// Opens the same place a second time, as another node or process would.
    pub async fn second(&self) -> Store {
        Store::open(&self.dir, self.database.as_deref(), self.entropy.clone(), None).await.unwrap()
    }

    fn url(&self) -> String {
        self.database.clone().unwrap_or_else(|| format!("sqlite://{}", self.dir.join("noroshi.db").display()))
    }

    /// Changes the database behind the store's back; says how many rows.
    pub async fn tamper(&self, sql: &str) -> u64 {
        run(&self.url(), sql).await
    }

    /// Reads a blob.
    pub async fn blob(&self, table: &str, column: &str, row: &str) -> Vec<u8> {
        let pool = pool(&self.url()).await;
        let select = format!("SELECT {column} FROM {table} WHERE {row}");
        let (bytes,): (Vec<u8>,) = sqlx::query_as(AssertSqlSafe(select)).fetch_one(&pool).await.unwrap();
        pool.close().await;
        bytes
    }

    /// Flips a bit in the middle of a blob.
    pub async fn flip(&self, table: &str, column: &str, row: &str) {
        let mut bytes = self.blob(table, column, row).await;
        let pool = pool(&self.url()).await;
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        let update = format!("UPDATE {table} SET {column} = $1 WHERE {row}");
        let done = sqlx::query(AssertSqlSafe(update)).bind(bytes).execute(&pool).await.unwrap();
        assert_eq!(done.rows_affected(), 1);
        pool.close().await;
    }

    pub async fn count(&self, table: &str) -> i64 {
        let pool = pool(&self.url()).await;
        let select = format!("SELECT COUNT(*) FROM {table}");
        let (count,): (i64,) = sqlx::query_as(AssertSqlSafe(select)).fetch_one(&pool).await.unwrap();
        pool.close().await;
        count
    }

    /// An append by the program itself.
    pub fn append(&self) -> Append {
        Append::new(now(), Uuid::nil())
    }

    /// Appends so many events to a stream.
    pub async fn events(&self, stream: StreamId, expected: Version, payloads: &[&str]) {
        let mut append = self.append();
        append.streams.push(events(stream, expected, payloads));
        self.store.append(append).await.unwrap();
    }
}

pub fn events(stream: StreamId, expected: Version, payloads: &[&str]) -> StreamAppend {
    let event = |payload: &&str| NewEvent { kind: "Said".into(), schema: 1, payload: payload.as_bytes().to_vec() };
    StreamAppend { stream, expected, events: payloads.iter().map(event).collect() }
}

pub fn texts(events: &[Event]) -> Vec<&str> {
    events.iter().map(|event| std::str::from_utf8(&event.payload).unwrap()).collect()
}
