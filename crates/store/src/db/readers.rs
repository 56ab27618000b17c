//! Connections for single statements that read.

use std::ops::{Deref, DerefMut};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use sqlx::any::{Any, AnyConnectOptions};
use sqlx::pool::PoolConnection;
use sqlx::{AnyConnection, AnyPool, Connection};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::{PATIENCE, prepare_sqlite};

/// Where a connection comes from that reads.
pub(crate) enum Readers {
    /// To a file: a connection goes back at once. A pool would ask first whether it is still there, which it is, in a task
    /// of its own, and that costs as much as a small query.
    File(Arc<Kept>),
    /// To a server, which may go away.
    Server(AnyPool),
}

/// Connections that nobody uses, and places for so many that are used.
pub(crate) struct Kept {
    options: AnyConnectOptions,
    idle: Mutex<Vec<AnyConnection>>,
    places: Arc<Semaphore>,
    most: u32,
}

/// A connection that reads, until it is dropped.
pub(crate) enum Reader {
    /// To a file.
    File(Lent),
    /// To a server.
    Server(PoolConnection<Any>),
}

/// What goes back to where it was kept. A statement that was given up ends before the next one begins.
pub(crate) struct Lent {
    /// There until it is dropped.
    connection: Option<AnyConnection>,
    kept: Arc<Kept>,
    _place: OwnedSemaphorePermit,
}

impl Readers {
    /// At most so many to a file, made when they are needed.
    pub fn of_file(options: AnyConnectOptions, most: u32) -> Self {
        let places = Arc::new(Semaphore::new(most as usize));
        Readers::File(Arc::new(Kept { options, idle: Mutex::default(), places, most }))
    }

    /// One of them, as soon as one is free.
    pub async fn take(&self) -> sqlx::Result<Reader> {
        let kept = match self {
            Readers::File(kept) => kept,
            Readers::Server(pool) => return Ok(Reader::Server(pool.acquire().await?)),
        };
        let place = tokio::time::timeout(PATIENCE, kept.places.clone().acquire_owned()).await;
        let place = place.map_err(|_| sqlx::Error::PoolTimedOut)?.map_err(|_| sqlx::Error::PoolClosed)?;
        let idle = kept.idle().pop();
        let connection = match idle {
            Some(connection) => connection,
            None => kept.connect().await?,
        };
        Ok(Reader::File(Lent { connection: Some(connection), kept: kept.clone(), _place: place }))
    }

    /// Closes all, once they are given back.
    pub async fn close(&self) {
        match self {
            Readers::File(kept) => kept.close().await,
            Readers::Server(pool) => pool.close().await,
        }
    }
}

impl Kept {
    async fn connect(&self) -> sqlx::Result<AnyConnection> {
        let mut connection = AnyConnection::connect_with(&self.options).await?;
        prepare_sqlite(&mut connection).await?;
        Ok(connection)
    }

    fn idle(&self) -> MutexGuard<'_, Vec<AnyConnection>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn close(&self) {
        // Nobody has one any more when all places are free; closed already is closed.
        let _all = self.places.acquire_many(self.most).await;
        self.places.close();
        let idle = std::mem::take(&mut *self.idle());
        for connection in idle {
            // What was read is read, whatever becomes of the connection.
            let _ = connection.close().await;
        }
    }
}

impl Deref for Reader {
    type Target = AnyConnection;

    fn deref(&self) -> &AnyConnection {
        match self {
            Reader::File(lent) => lent.connection.as_ref().expect("a connection is there until it goes back"),
            Reader::Server(connection) => connection,
        }
    }
}

impl DerefMut for Reader {
    fn deref_mut(&mut self) -> &mut AnyConnection {
        match self {
            Reader::File(lent) => lent.connection.as_mut().expect("a connection is there until it goes back"),
            Reader::Server(connection) => connection,
        }
    }
}

impl Drop for Lent {
    fn drop(&mut self) {
        self.kept.idle().extend(self.connection.take());
    }
}
