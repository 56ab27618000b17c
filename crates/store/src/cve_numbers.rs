//! CVE numbers that the CVE program reserved for us: which are free, which is kept for what case, what became of its
//! record. Sealed, because a number beside a case says what is going to be published.

use sqlx::any::AnyRow;
use uuid::Uuid;

use crate::db::{Columns, Sql};
use crate::error::{Result, StoreError};
use crate::store::Store;

/// A number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CveNumber {
    /// The number, `CVE-2026-12345`.
    pub id: String,
    /// A word for lists, such as `reserved` or `published`; in clear.
    pub state: String,
    /// The case it is kept for.
    pub subject: Option<Uuid>,
    /// What else is known of it; sealed with the number.
    pub data: Vec<u8>,
}

impl Store {
    /// Writes a number: a new one, or in the place of what was known of it.
    pub async fn put_cve_number(&self, number: &CveNumber) -> Result<()> {
        let hash = self.secrets().index(KIND, &number.id);
        Sql::new(
            "INSERT INTO cve_numbers (hash, state, subject, sealed) VALUES ($1, $2, $3, $4) ON CONFLICT (hash) DO UPDATE
             SET state = excluded.state, subject = excluded.subject, sealed = excluded.sealed",
        )
        .bind(hash.as_slice())
        .bind(number.state.as_str())
        .bind(number.subject.map(|subject| subject.to_string()))
        .bind(self.sealed_number(&hash, number))
        .execute(&mut *self.db().write().await?)
        .await?;
        Ok(())
    }

    /// Adds a number unless it is there; says whether it was new.
    pub async fn add_cve_number(&self, number: &CveNumber) -> Result<bool> {
        let hash = self.secrets().index(KIND, &number.id);
        let insert = Sql::new(
            "INSERT INTO cve_numbers (hash, state, subject, sealed) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
        );
        let insert = insert.bind(hash.as_slice()).bind(number.state.as_str());
        let insert = insert.bind(number.subject.map(|subject| subject.to_string()));
        let made = insert.bind(self.sealed_number(&hash, number)).execute(&mut *self.db().write().await?).await?;
        Ok(made > 0)
    }

    /// Keeps a number for a case; says whether it is the case's now. Of two cases that try at once one gets it.
    pub async fn keep_cve_number(&self, id: &str, subject: Uuid) -> Result<bool> {
        let done =
            Sql::new("UPDATE cve_numbers SET subject = $1 WHERE hash = $2 AND (subject IS NULL OR subject = $1)")
                .bind(subject.to_string())
                .bind(self.secrets().index(KIND, id).as_slice())
                .execute(&mut *self.db().write().await?)
                .await?;
        Ok(done > 0)
    }

    /// Gives a number back that is in the state `state`; says whether it was kept for the case.
    pub async fn free_cve_number(&self, id: &str, subject: Uuid, state: &str) -> Result<bool> {
        let done = Sql::new("UPDATE cve_numbers SET subject = NULL WHERE hash = $1 AND subject = $2 AND state = $3")
            .bind(self.secrets().index(KIND, id).as_slice())
            .bind(subject.to_string())
            .bind(state)
            .execute(&mut *self.db().write().await?)
            .await?;
        Ok(done > 0)
    }

    /// A number.
    pub async fn cve_number(&self, id: &str) -> Result<Option<CveNumber>> {
        let hash = self.secrets().index(KIND, id);
        let select = Sql::new(COLUMNS).push(" WHERE hash = ").push_bind(hash.as_slice());
        Ok(self.numbers(select).await?.pop())
    }

    /// The numbers kept for a case.
    pub async fn cve_numbers_of(&self, subject: Uuid) -> Result<Vec<CveNumber>> {
        self.numbers(Sql::new(COLUMNS).push(" WHERE subject = ").push_bind(subject.to_string())).await
    }

    /// All numbers, or those of a state, in their order.
    pub async fn cve_numbers(&self, state: Option<&str>) -> Result<Vec<CveNumber>> {
        let select = Sql::new(COLUMNS);
        let select = match state {
            Some(state) => select.push(" WHERE state = ").push_bind(state),
            None => select,
        };
        self.numbers(select).await
    }

    async fn numbers(&self, select: Sql) -> Result<Vec<CveNumber>> {
        let rows = select.fetch_all(&mut *self.db().read().await?).await?;
        let mut numbers = rows.iter().map(|row| self.number(row)).collect::<Result<Vec<_>>>()?;
        numbers.sort_by(|a, b| (a.id.len(), &a.id).cmp(&(b.id.len(), &b.id)));
        Ok(numbers)
    }

    fn sealed_number(&self, hash: &[u8], number: &CveNumber) -> Vec<u8> {
        let text = serde_json::to_vec(&(&number.id, &number.data)).expect("texts and bytes always serialise");
        self.secrets().projection.seal(self.entropy(), &number_label(hash), &text)
    }

    fn number(&self, row: &AnyRow) -> Result<CveNumber> {
        let text = self.secrets().projection.open(&number_label(&row.bytes(0)?), &row.bytes(3)?);
        let text = text.map_err(|_| StoreError::corrupt("a CVE number does not open"))?;
        let (id, data) = serde_json::from_slice(&text).map_err(|_| StoreError::corrupt("a CVE number is malformed"))?;
        Ok(CveNumber { id, state: row.text(1)?, subject: row.maybe_uuid(2)?, data })
    }
}

/// Kind of the keyed hash of a number.
const KIND: &str = "cve-number";
const COLUMNS: &str = "SELECT hash, state, subject, sealed FROM cve_numbers";

fn number_label(hash: &[u8]) -> Vec<u8> {
    [b"cve-number\0".as_slice(), hash].concat()
}
