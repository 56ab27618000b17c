//! Changing the master key: every key is wrapped anew in one transaction, nothing is sealed again.

use std::fs;

use sqlx::AnyConnection;

use crate::db::{Columns, Sql};
use crate::error::{Result, StoreError};
use crate::journal::hold_appends;
use crate::keys::unwrap;
use crate::master::{Master, master_file, next_master_file, promote_next, write_key_file};
use crate::seal::unhex;
use crate::store::Store;

impl Store {
    /// Wraps every key with a new master key. Needs the folder for itself; other nodes must be restarted afterwards.
    ///
    /// When the key lives in `keys/master.key`, the new one (a random one without `new`) takes its place after the
    /// commit; a crash in between is settled by the next start. When the program was given its key, `new` is needed
    /// and the caller keeps it.
    pub async fn rotate(&self, new: Option<[u8; 32]>) -> Result<()> {
        let _alone = self.lock().alone()?;
        let next = match new {
            Some(bytes) => Master::new(bytes),
            None if self.master_is_given() => {
                return Err(StoreError::invalid("the master key was given to the program, so the new one must be too"));
            }
            None => Master::random(self.entropy()),
        };
        if !self.master_is_given() {
            self.write_next(&next)?;
        }
        let mut tx = self.db().begin().await?;
        hold_appends(&mut tx).await?;
        self.wrap_all(&mut tx, &next).await?;
        tx.commit().await?;
        if !self.master_is_given() {
            promote_next(self.folder())?;
        }
        self.replace_master(next);
        self.db().forget_deleted().await
    }

    fn write_next(&self, next: &Master) -> Result<()> {
        // One left by a rotation that never committed: an opened store has settled all others.
        let path = next_master_file(self.folder());
        if path.exists() {
            fs::remove_file(&path).map_err(StoreError::io("removing an old key file"))?;
        }
        write_key_file(&path, &next.to_hex())
    }

    async fn wrap_all(&self, tx: &mut AnyConnection, next: &Master) -> Result<()> {
        let master = self.master();
        let rows = Sql::new("SELECT id, owner, master, wrapped FROM keys").fetch_all(tx).await?;
        for row in &rows {
            let (id, owner) = (row.uuid(0)?, row.text(1)?);
            let key = unwrap(&master, id, &owner, &row.text(2)?, row.maybe_bytes(3)?)?;
            let wrapped = key.map(|key| next.wrap(self.entropy(), id, &owner, &key));
            Sql::new("UPDATE keys SET wrapped = $1, master = $2 WHERE id = $3")
                .bind(wrapped)
                .bind(next.id.as_str())
                .bind(id.to_string())
                .execute(tx)
                .await?;
        }
        Ok(())
    }

    /// Reads a master key from its text of 64 hexadecimal digits, as `NOROSHI_MASTER_KEY` has it.
    pub fn master_from_hex(text: &str) -> Result<[u8; 32]> {
        unhex(text.trim()).ok_or(StoreError::NoKey { what: "the master key must be 64 hexadecimal digits" })
    }

    /// True when the master key lies in the folder.
    pub fn has_master_file(&self) -> bool {
        master_file(self.folder()).is_file()
    }
}
