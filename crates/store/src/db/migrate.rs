//! The tables, made and brought up to date when the database is opened.

use sqlx::AssertSqlSafe;

use crate::db::{Backend, Columns, Db, Sql};
use crate::error::{Result, StoreError};

/// Every step, oldest first; a step that was released is never edited.
const SQLITE: [&str; 1] = [include_str!("../../migrations/sqlite/0001_first.sql")];
const POSTGRES: [&str; 1] = [include_str!("../../migrations/postgres/0001_first.sql")];

/// All tables with their columns in the order of a backup; parents before children.
///
/// `keys` is not among them: a backup has no keys (decision 13).
pub(crate) const TABLES: [(&str, &[&str]); 18] = [
    ("counters", &["name", "value"]),
    (
        "events",
        &[
            "seq",
            "stream_kind",
            "stream_id",
            "n",
            "kind",
            "schema",
            "at",
            "actor",
            "key_id",
            "carried",
            "sealed",
            "hash",
        ],
    ),
    ("streams", &["id", "kind", "version", "head"]),
    ("bodies", &["id", "stream_id", "n", "key_id", "sealed"]),
    ("attachments", &["id", "stream_id", "n", "key_id", "size", "sealed"]),
    ("claims", &["kind", "hash", "subject"]),
    ("cards", &["id", "kind", "number", "state", "owner", "sort", "due", "changed_at", "version", "sealed"]),
    ("duties", &["subject", "i", "party", "kind", "due", "weight", "sealed"]),
    ("links", &["a", "relation", "b"]),
    ("outbox", &["id", "sealed", "not_before", "leased_until", "attempts", "error_class", "given_up", "sent_at"]),
    ("jobs", &["id", "kind", "subject", "due_at", "run", "leased_until", "attempts", "error_class"]),
    ("tokens", &["hash", "kind", "subject", "sealed", "expires_at", "single_use", "spent_at"]),
    ("sessions", &["hash", "subject", "sealed", "created_at", "last_seen", "expires_at"]),
    ("reads", &["id", "subject", "actor", "what", "at"]),
    ("publications", &["seq", "advisory", "revision", "at"]),
    ("publication_files", &["seq", "i", "sealed"]),
    ("settings", &["name", "sealed"]),
    ("checkpoints", &["seq", "at", "text", "heads"]),
];

/// Applies the steps that are missing. Several processes may try at once.
pub(crate) async fn migrate(db: &Db) -> Result<()> {
    let steps = match db.backend {
        Backend::Sqlite => &SQLITE,
        Backend::Postgres => &POSTGRES,
    };
    let mut tx = db.begin().await?;
    if db.backend == Backend::Postgres {
        // Two nodes that start together: the second waits here and then finds everything done.
        Sql::new("SELECT pg_advisory_xact_lock(20041)").execute(&mut tx).await?;
    }
    Sql::new("CREATE TABLE IF NOT EXISTS schema_steps (step BIGINT PRIMARY KEY)").execute(&mut tx).await?;
    let row = Sql::new("SELECT COALESCE(MAX(step), 0) FROM schema_steps").fetch_one(&mut tx).await?;
    let done = usize::try_from(row.int(0)?).unwrap_or(usize::MAX);
    if done > steps.len() {
        return Err(StoreError::NewerSchema);
    }
    for (i, step) in steps.iter().enumerate().skip(done) {
        sqlx::raw_sql(AssertSqlSafe(*step)).execute(&mut *tx).await?;
        Sql::new("INSERT INTO schema_steps (step) VALUES ($1)").bind(i as i64 + 1).execute(&mut tx).await?;
    }
    tx.commit().await?;
    Ok(())
}
