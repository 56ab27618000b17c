//! Every table and its columns, for copying rows out of one database and into another, of either engine.

use sqlx::AnyConnection;
use sqlx::any::AnyRow;

use super::{BATCH, Columns, Sql};
use crate::error::Result;

/// A table: its name, and its columns as `name:type`, the first `key` of them its primary key.
pub(crate) struct Table {
    pub name: &'static str,
    key: usize,
    columns: &'static str,
}

/// A value of a column.
#[derive(Clone)]
pub(crate) enum Cell {
    Text(Option<String>),
    Int(Option<i64>),
    Bytes(Option<Vec<u8>>),
}

/// The tables of a backup. Not among them: keys (decision 13), and drafts and sessions, which end within days.
pub(crate) const TABLES: [Table; 23] = [
    table("counters", 1, "name:text value:int"),
    table(
        "events",
        1,
        "seq:int stream_kind:text stream_id:text n:int kind:text schema:int at:int actor:text key_id:text \
         carried:bytes sealed:bytes hash:bytes",
    ),
    table("streams", 1, "id:text kind:text version:int head:bytes"),
    table("bodies", 1, "id:text stream_id:text n:int key_id:text sealed:bytes"),
    table("attachments", 1, "id:text stream_id:text n:int key_id:text size:int sealed:bytes"),
    table("claims", 2, "kind:text hash:bytes subject:text"),
    table(
        "cards",
        1,
        "id:text kind:text number:text state:text owner:text sort:int due:text changed_at:int version:int sealed:bytes",
    ),
    table("cells", 1, "id:text kind:text cell:int owner:text late_from:text number:text sort:int due:text"),
    table("duties", 2, "subject:text i:int party:text kind:text due:text weight:int sealed:bytes"),
    table("tallies", 2, "scope:text name:text n:int"),
    table("links", 3, "a:text relation:text b:text"),
    table(
        "outbox",
        1,
        "id:text sealed:bytes not_before:int leased_until:int attempts:int error_class:text given_up:int sent_at:int",
    ),
    table(
        "jobs",
        1,
        "id:text kind:text subject:text due_at:int run:int leased_until:int attempts:int error_class:text",
    ),
    table("tokens", 1, "hash:bytes kind:text subject:text sealed:bytes expires_at:int single_use:int spent_at:int"),
    table("reads", 1, "id:text subject:text actor:text what:text at:int"),
    table("publications", 1, "seq:int advisory:text revision:int at:int"),
    table("publication_files", 2, "seq:int i:int sealed:bytes"),
    table("settings", 1, "name:text sealed:bytes"),
    table("checkpoints", 1, "seq:int at:int text:text heads:bytes"),
    table(
        "subscribers",
        1,
        "id:text address:bytes state:text key_id:text sealed:bytes version:int seen:int next_at:int expires_at:int",
    ),
    table("subscriber_told", 3, "subscriber:text advisory:text revision:int"),
    table(
        "subscriber_mails",
        1,
        "id:text subscriber:text key_id:text sealed:bytes not_before:int leased_until:int attempts:int",
    ),
    table("cve_numbers", 1, "hash:bytes state:text subject:text sealed:bytes"),
];

const fn table(name: &'static str, key: usize, columns: &'static str) -> Table {
    Table { name, key, columns }
}

/// How many rows are read at once: sealed texts can be large.
const PAGE: i64 = 100;

impl Table {
    /// The table of this name.
    pub fn named(name: &str) -> Option<&'static Table> {
        TABLES.iter().find(|table| table.name == name)
    }

    fn columns(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.columns.split(' ').map(|column| column.split_once(':').expect("columns are written as name:type"))
    }

    fn names(&self, mut sql: Sql, how_many: usize) -> Sql {
        for (i, (name, _)) in self.columns().take(how_many).enumerate() {
            sql = if i > 0 { sql.push(", ").push(name) } else { sql.push(name) };
        }
        sql
    }

    /// The next rows in the order of the key, after the row that is given.
    pub async fn page(&self, connection: &mut AnyConnection, after: Option<&[Cell]>) -> Result<Vec<Vec<Cell>>> {
        let mut sql = self.names(Sql::new("SELECT "), usize::MAX).push(" FROM ").push(self.name);
        if let Some(row) = after {
            sql = self.names(sql.push(" WHERE ("), self.key).push(") > (");
            for (i, cell) in row.iter().take(self.key).enumerate() {
                sql = if i > 0 { sql.push(", ") } else { sql };
                sql = match cell.clone() {
                    Cell::Text(value) => sql.push_bind(value),
                    Cell::Int(value) => sql.push_bind(value),
                    Cell::Bytes(value) => sql.push_bind(value),
                };
            }
            sql = sql.push(")");
        }
        sql = self.names(sql.push(" ORDER BY "), self.key);
        let rows = sql.push(" LIMIT ").push_bind(PAGE).fetch_all(connection).await?;
        rows.iter().map(|row| self.read(row)).collect()
    }

    fn read(&self, row: &AnyRow) -> Result<Vec<Cell>> {
        let cell = |(i, (_, kind)): (usize, (&str, &str))| match kind {
            "text" => row.maybe_text(i).map(Cell::Text),
            "int" => row.maybe_int(i).map(Cell::Int),
            _ => row.maybe_bytes(i).map(Cell::Bytes),
        };
        self.columns().enumerate().map(cell).collect()
    }

    /// Writes rows as they were read.
    pub async fn insert(&self, connection: &mut AnyConnection, rows: &[Vec<Cell>]) -> Result<()> {
        for rows in rows.chunks(BATCH) {
            let sql = self.names(Sql::new("INSERT INTO ").push(self.name).push(" ("), usize::MAX).push(") VALUES ");
            let sql = sql.rows(rows, |cells, row| {
                for cell in cells {
                    match cell.clone() {
                        Cell::Text(value) => row.bind(value),
                        Cell::Int(value) => row.bind(value),
                        Cell::Bytes(value) => row.bind(value),
                    };
                }
            });
            sql.execute(connection).await?;
        }
        Ok(())
    }

    /// The types of the columns, in order.
    pub fn kinds(&self) -> impl Iterator<Item = &'static str> {
        self.columns().map(|(_, kind)| kind)
    }
}
