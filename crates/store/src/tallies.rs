//! Tallies: how many cards of a kind are in each state, how many subjects in each cell, and how many duties of each kind
//! a party has. They are kept in the transaction that writes them, so that no page counts ten thousand rows.

use std::collections::BTreeMap;

use sqlx::AnyConnection;

use crate::db::{Columns, Sql};
use crate::error::Result;

/// What a transaction changes, by scope and name.
#[derive(Default)]
pub(crate) struct Tallies(BTreeMap<(String, String), i64>);

impl Tallies {
    /// So many more (or fewer) cards of a kind in a state.
    pub fn card(&mut self, kind: &str, state: &str, more: i64) {
        self.add(of_cards(kind), state, more);
    }

    /// So many more (or fewer) subjects of a kind in a cell.
    pub fn cell(&mut self, kind: &str, cell: i64, more: i64) {
        self.add(of_cells(kind), &cell.to_string(), more);
    }

    /// So many more (or fewer) duties of a kind for a party.
    pub fn duty(&mut self, party: &str, kind: &str, more: i64) {
        self.add(of_duties(party), kind, more);
    }

    fn add(&mut self, scope: String, name: &str, more: i64) {
        *self.0.entry((scope, name.to_owned())).or_default() += more;
    }

    /// Writes what has changed.
    pub async fn keep(self, tx: &mut AnyConnection) -> Result<()> {
        let changed: Vec<_> = self.0.into_iter().filter(|(_, more)| *more != 0).collect();
        for some in changed.chunks(crate::db::BATCH) {
            Sql::new("INSERT INTO tallies (scope, name, n) VALUES ")
                .rows(some, |((scope, name), more), row| {
                    row.bind(scope.as_str()).bind(name.as_str()).bind(*more);
                })
                .push(" ON CONFLICT (scope, name) DO UPDATE SET n = tallies.n + excluded.n")
                .execute(tx)
                .await?;
        }
        Ok(())
    }
}

/// The scope of the cards of a kind.
pub(crate) fn of_cards(kind: &str) -> String {
    format!("card/{kind}")
}

/// The scope of the cells of a kind.
pub(crate) fn of_cells(kind: &str) -> String {
    format!("cell/{kind}")
}

/// The scope of the duties of a party.
pub(crate) fn of_duties(party: &str) -> String {
    format!("duty/{party}")
}

/// The tallies of a scope that are not nought, by name.
pub(crate) async fn read(connection: &mut AnyConnection, scope: String) -> Result<Vec<(String, u64)>> {
    let select = Sql::new("SELECT name, n FROM tallies WHERE scope = $1 AND n > 0 ORDER BY name").bind(scope);
    let rows = select.fetch_all(connection).await?;
    rows.iter().map(|row| Ok((row.text(0)?, u64::try_from(row.int(1)?).unwrap_or(0)))).collect()
}
