//! The tables, made and brought up to date when the database is opened.

use sqlx::AssertSqlSafe;

use crate::db::{Backend, Columns, Db, Sql};
use crate::error::{Result, StoreError};

/// Every step, oldest first; a step that was released is never edited.
const SQLITE: [&str; 5] = [
    include_str!("../../migrations/sqlite/0001_first.sql"),
    include_str!("../../migrations/sqlite/0002_tallies.sql"),
    include_str!("../../migrations/sqlite/0003_subscribers.sql"),
    include_str!("../../migrations/sqlite/0004_cve_numbers.sql"),
    include_str!("../../migrations/sqlite/0005_cells.sql"),
];
const POSTGRES: [&str; 5] = [
    include_str!("../../migrations/postgres/0001_first.sql"),
    include_str!("../../migrations/postgres/0002_tallies.sql"),
    include_str!("../../migrations/postgres/0003_subscribers.sql"),
    include_str!("../../migrations/postgres/0004_cve_numbers.sql"),
    include_str!("../../migrations/postgres/0005_cells.sql"),
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
