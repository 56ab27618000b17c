//! A statement in the making: text and its `$n` parameters.
//!
//! Only texts written in this crate are pushed; everything that comes from outside is bound.

use std::sync::atomic::{AtomicU64, Ordering};

use sqlx::any::{Any, AnyArguments, AnyRow};
use sqlx::query::Query;
use sqlx::{AnyConnection, Arguments, AssertSqlSafe, Encode, Type};

/// How many rows go into one statement: 16 columns of them stay below SQLite's 32,766 parameters.
pub(crate) const BATCH: usize = 1000;

/// Statements that this process has sent, to all databases together.
static SENT: AtomicU64 = AtomicU64::new(0);

/// How many statements this process has sent.
pub(crate) fn sent() -> u64 {
    SENT.load(Ordering::Relaxed)
}

pub(crate) struct Sql {
    text: String,
    arguments: AnyArguments,
    bound: usize,
}

impl Sql {
    pub fn new(text: &'static str) -> Self {
        Sql { text: text.to_owned(), arguments: AnyArguments::default(), bound: 0 }
    }

    /// Adds text of this crate.
    pub fn push(mut self, text: &'static str) -> Self {
        self.text.push_str(text);
        self
    }

    /// Gives the next `$n` that already stands in the text its value.
    pub fn bind<'t, T>(mut self, value: T) -> Self
    where
        T: Encode<'t, Any> + Type<Any>,
    {
        self.add(value);
        self
    }

    /// Adds the next parameter to the text and gives it its value.
    pub fn push_bind<'t, T>(mut self, value: T) -> Self
    where
        T: Encode<'t, Any> + Type<Any>,
    {
        self.put(value);
        self
    }

    /// Adds `($1, $2, …)` for an `IN`.
    pub fn list<'t, T>(mut self, values: impl IntoIterator<Item = T>) -> Self
    where
        T: Encode<'t, Any> + Type<Any>,
    {
        self.text.push('(');
        for (i, value) in values.into_iter().enumerate() {
            if i > 0 {
                self.text.push(',');
            }
            self.put(value);
        }
        self.text.push(')');
        self
    }

    /// Adds `($1, $2), ($3, $4), …` for a `VALUES`, one row per item.
    pub fn rows<I>(mut self, items: impl IntoIterator<Item = I>, mut fill: impl FnMut(I, &mut RowOf<'_>)) -> Self {
        for (i, item) in items.into_iter().enumerate() {
            self.text.push_str(if i > 0 { ",(" } else { "(" });
            fill(item, &mut RowOf { sql: &mut self, filled: 0 });
            self.text.push(')');
        }
        self
    }

    pub async fn execute(self, connection: &mut AnyConnection) -> sqlx::Result<u64> {
        Ok(self.send().execute(connection).await?.rows_affected())
    }

    pub async fn fetch_all(self, connection: &mut AnyConnection) -> sqlx::Result<Vec<AnyRow>> {
        self.send().fetch_all(connection).await
    }

    pub async fn fetch_optional(self, connection: &mut AnyConnection) -> sqlx::Result<Option<AnyRow>> {
        self.send().fetch_optional(connection).await
    }

    pub async fn fetch_one(self, connection: &mut AnyConnection) -> sqlx::Result<AnyRow> {
        self.send().fetch_one(connection).await
    }

    fn send(self) -> Query<'static, Any, AnyArguments> {
        SENT.fetch_add(1, Ordering::Relaxed);
        sqlx::query_with(AssertSqlSafe(self.text), self.arguments)
    }

    fn put<'t, T>(&mut self, value: T)
    where
        T: Encode<'t, Any> + Type<Any>,
    {
        self.add(value);
        self.text.push('$');
        self.text.push_str(&self.bound.to_string());
    }

    fn add<'t, T>(&mut self, value: T)
    where
        T: Encode<'t, Any> + Type<Any>,
    {
        self.arguments.add(value).expect("texts, whole numbers and bytes always encode");
        self.bound += 1;
    }
}

/// One row of a `VALUES` list.
pub(crate) struct RowOf<'a> {
    sql: &'a mut Sql,
    filled: usize,
}

impl RowOf<'_> {
    pub fn bind<'t, T>(&mut self, value: T) -> &mut Self
    where
        T: Encode<'t, Any> + Type<Any>,
    {
        if self.filled > 0 {
            self.sql.text.push(',');
        }
        self.sql.put(value);
        self.filled += 1;
        self
    }
}
