//! What can go wrong, in words that never contain data.
//!
//! A message of the database or of the operating system can quote a value or a path, so only its code is kept.

use crate::stream::StreamId;

/// Why the store refused or failed. `Display` is one plain sentence without any stored data.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Somebody else appended to this stream first; load it again and decide again.
    #[error("somebody else changed this in the meantime")]
    Conflict {
        /// The stream whose version was not the expected one.
        stream: StreamId,
    },
    /// A claim, a public number, an attachment or the next number of a sequence is already taken.
    #[error("this {kind} is already taken")]
    Taken {
        /// What is taken: the kind of the claim, or `number`, `attachment`, `sequence`, `publication`.
        kind: &'static str,
    },
    /// The disk, the database or a quota is full.
    #[error("there is no space left to store this; nothing was stored")]
    Full,
    /// A stream of bytes was longer than its limit.
    #[error("this is larger than the limit of {limit} bytes; nothing was stored")]
    TooLarge {
        /// The limit in bytes.
        limit: u64,
    },
    /// The key that is needed is absent, was destroyed, or is wrapped by another master key.
    #[error("{what}")]
    NoKey {
        /// Which key and what to do.
        what: &'static str,
    },
    /// Something read back is not what was written.
    #[error("the stored data is damaged: {what}; run `noroshi journal verify`")]
    Corrupt {
        /// What does not fit.
        what: &'static str,
    },
    /// The caller asked for something that makes no sense.
    #[error("{what}")]
    Invalid {
        /// What is wrong with the request.
        what: &'static str,
    },
    /// The folder is in use by another process of the program.
    #[error("the data folder is in use by another process; stop it and try again")]
    InUse,
    /// The folder or the database was not made by `init`.
    #[error("there is no Noroshi data here; make it with `noroshi init`")]
    NotInitialised,
    /// `init` was called where data already exist.
    #[error("there is Noroshi data here already; nothing was changed")]
    AlreadyInitialised,
    /// The database was written by a newer program.
    #[error("the database was written by a newer version of the program; use that version")]
    NewerSchema,
    /// Nobody answers at the database's address.
    #[error("the database does not answer; check its address and that it runs")]
    Unreachable,
    /// The database could not do it.
    #[error("the database failed (code {code})")]
    Database {
        /// The engine's error code, or a word for the kind of failure.
        code: String,
    },
    /// The operating system could not do it.
    #[error("{what} failed: {kind}")]
    Io {
        /// What was tried.
        what: &'static str,
        /// The kind of failure as the operating system calls it.
        kind: std::io::ErrorKind,
    },
}

/// The result of every operation of the store.
pub type Result<T, E = StoreError> = std::result::Result<T, E>;

impl StoreError {
    pub(crate) const fn corrupt(what: &'static str) -> Self {
        StoreError::Corrupt { what }
    }

    pub(crate) fn invalid(what: &'static str) -> Self {
        StoreError::Invalid { what }
    }

    /// Turns an error of the operating system into one of ours, keeping its kind only.
    pub(crate) fn io(what: &'static str) -> impl Fn(std::io::Error) -> StoreError {
        move |error| match error.kind() {
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => StoreError::Full,
            kind => StoreError::Io { what, kind },
        }
    }
}

/// SQLite's SQLITE_FULL and PostgreSQL's disk_full.
const FULL_CODES: [&str; 2] = ["13", "53100"];
/// SQLite's SQLITE_CORRUPT and SQLITE_NOTADB.
const DAMAGED_CODES: [&str; 2] = ["11", "26"];

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        let code = match &error {
            sqlx::Error::Database(inner) => inner.code().map_or("unknown".into(), |code| code.into_owned()),
            sqlx::Error::PoolTimedOut => "busy".into(),
            sqlx::Error::Io(_) | sqlx::Error::Tls(_) => return StoreError::Unreachable,
            sqlx::Error::ColumnDecode { .. } | sqlx::Error::Decode(_) | sqlx::Error::ColumnNotFound(_) => {
                return StoreError::corrupt("a row of the database has an unexpected shape");
            }
            sqlx::Error::Configuration(_) => {
                return StoreError::invalid("the address of the database is not understood");
            }
            _ => "protocol".into(),
        };
        match code.as_str() {
            full if FULL_CODES.contains(&full) => StoreError::Full,
            damaged if DAMAGED_CODES.contains(&damaged) => StoreError::corrupt("the database file cannot be read"),
            _ => StoreError::Database { code },
        }
    }
}

/// True when the database refused a second row with the same key.
pub(crate) fn is_duplicate(error: &sqlx::Error) -> bool {
    error.as_database_error().is_some_and(|inner| inner.is_unique_violation())
}
