//! Small sealed values under a name: signing keys of the partnership, places in lists.

use crate::db::{Columns, Sql};
use crate::error::{Result, StoreError};
use crate::store::Store;

impl Store {
    /// The value of this name.
    pub async fn setting(&self, name: &str) -> Result<Option<Vec<u8>>> {
        let select = Sql::new("SELECT sealed FROM settings WHERE name = $1").bind(name);
        let Some(row) = select.fetch_optional(&mut *self.db().read().await?).await? else { return Ok(None) };
        let value = self.secrets().setting.open(&setting_label(name), &row.bytes(0)?);
        Ok(Some(value.map_err(|_| StoreError::corrupt("a setting does not open"))?))
    }

    /// Writes the value of this name.
    pub async fn put_setting(&self, name: &str, value: &[u8]) -> Result<()> {
        Sql::new("INSERT INTO settings (name, sealed) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET sealed = excluded.sealed")
            .bind(name)
            .bind(self.secrets().setting.seal(self.entropy(), &setting_label(name), value))
            .execute(&mut *self.db().write().await?)
            .await?;
        Ok(())
    }

    /// Writes the value unless there is one: of two nodes that try at once, one is told `true`.
    pub async fn put_setting_once(&self, name: &str, value: &[u8]) -> Result<bool> {
        let made = Sql::new("INSERT INTO settings (name, sealed) VALUES ($1, $2) ON CONFLICT DO NOTHING")
            .bind(name)
            .bind(self.secrets().setting.seal(self.entropy(), &setting_label(name), value))
            .execute(&mut *self.db().write().await?)
            .await?;
        Ok(made > 0)
    }
}

fn setting_label(name: &str) -> Vec<u8> {
    [b"setting\0", name.as_bytes()].concat()
}
