//! The rows of adopted files: the file's key and digest, sealed under the owner's key.

use std::collections::HashMap;

use sqlx::AnyConnection;
use uuid::Uuid;
use zeroize::Zeroizing;

use super::{AttachmentReader, FileKey, SealedFile, open_sealed};
use crate::append::AdoptAttachment;
use crate::db::{BATCH, Columns, Sql};
use crate::entropy::Entropy;
use crate::error::{Result, StoreError, is_duplicate};
use crate::keys::{DataKey, Unwrapped};
use crate::seal::{SealKey, hex, label, unhex};
use crate::store::Store;
use crate::stream::{StreamId, Version};

/// What is known of a file without opening it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttachmentInfo {
    /// Its id.
    pub id: Uuid,
    /// Its size in bytes.
    pub size: u64,
    /// SHA-256 as hexadecimal digits; `None` when the key of its owner was destroyed.
    pub sha256: Option<String>,
}

/// The row of a file that is about to be adopted.
pub(crate) struct Adopted {
    pub id: Uuid,
    pub key_id: Uuid,
    pub size: u64,
    pub sealed: Vec<u8>,
}

/// Seals the file's key under its owner's.
pub(crate) fn seal_row(entropy: &dyn Entropy, owner: &DataKey, file: &SealedFile) -> Result<Adopted> {
    let sha256: [u8; 32] = unhex(&file.sha256).ok_or(StoreError::invalid("the digest of a file is no SHA-256"))?;
    let plain = Zeroizing::new([file.key.bytes().as_slice(), &sha256].concat());
    let sealed = owner.key.seal(entropy, &label("attachment", &file.id), &plain);
    Ok(Adopted { id: file.id, key_id: owner.id, size: file.size, sealed })
}

/// Seals the keys of all files of an append.
pub(crate) fn adopt(
    entropy: &dyn Entropy,
    keys: &HashMap<String, DataKey>,
    files: &[AdoptAttachment],
) -> Result<Vec<Adopted>> {
    files.iter().map(|file| seal_row(entropy, &keys[&file.owner.text()], &file.sealed)).collect()
}

/// Writes the rows; they hang on event `n` of `stream`.
pub(crate) async fn insert(tx: &mut AnyConnection, stream: StreamId, n: Version, files: &[Adopted]) -> Result<()> {
    for files in files.chunks(BATCH) {
        let made = Sql::new("INSERT INTO attachments (id, stream_id, n, key_id, size, sealed) VALUES ")
            .rows(files, |file, row| {
                row.bind(file.id.to_string()).bind(stream.id.to_string()).bind(n).bind(file.key_id.to_string());
                row.bind(i64::try_from(file.size).unwrap_or(i64::MAX)).bind(file.sealed.as_slice());
            })
            .execute(tx)
            .await;
        match made {
            Err(error) if is_duplicate(&error) => return Err(StoreError::Taken { kind: "attachment" }),
            other => other?,
        };
    }
    Ok(())
}

/// Opens a row; says nothing about the file itself.
pub(crate) fn open_row(key: &SealKey, id: Uuid, size: i64, sealed: &[u8]) -> Result<SealedFile> {
    let damaged = || StoreError::corrupt("the key of an attachment does not open");
    let plain = key.open(&label("attachment", &id), sealed).map(Zeroizing::new).map_err(|_| damaged())?;
    let (file_key, sha256) = plain.split_at_checked(32).ok_or_else(damaged)?;
    let key = FileKey::from_slice(file_key).ok_or_else(damaged)?;
    Ok(SealedFile { id, key, size: u64::try_from(size).map_err(|_| damaged())?, sha256: hex(sha256) })
}

impl Store {
    /// Opens a file for reading; `None` when there is none or the key of its owner was destroyed.
    pub async fn attachment_reader(&self, id: Uuid) -> Result<Option<AttachmentReader>> {
        let Some((_, Some(sealed))) = self.attachment_rows(&[id]).await?.pop() else { return Ok(None) };
        Ok(Some(open_sealed(&self.attachments_folder(), &sealed).await?))
    }

    /// What is known of these files, in one query; those that do not exist are left out.
    pub async fn attachments(&self, ids: &[Uuid]) -> Result<Vec<AttachmentInfo>> {
        let rows = self.attachment_rows(ids).await?;
        let info = rows.into_iter().map(|((id, size), sealed)| AttachmentInfo {
            id,
            size,
            sha256: sealed.map(|file| file.sha256),
        });
        Ok(info.collect())
    }

    async fn attachment_rows(&self, ids: &[Uuid]) -> Result<Vec<((Uuid, u64), Option<SealedFile>)>> {
        let master = self.master();
        let mut keys = Unwrapped::new(&master);
        let mut found = Vec::new();
        for some in ids.chunks(BATCH) {
            let rows = Sql::new(
                "SELECT a.id, a.size, a.sealed, k.id, k.owner, k.master, k.wrapped
                 FROM attachments a JOIN keys k ON k.id = a.key_id WHERE a.id IN ",
            )
            .list(some.iter().map(Uuid::to_string))
            .push(" ORDER BY a.id")
            .fetch_all(&mut *self.db().read().await?)
            .await?;
            for row in &rows {
                let (id, size) = (row.uuid(0)?, row.int(1)?);
                let (_, key) = keys.of_row(row, 3)?;
                let sealed = row.bytes(2)?;
                let file = key.map(|key| open_row(key, id, size, &sealed)).transpose()?;
                found.push(((id, u64::try_from(size).unwrap_or(0)), file));
            }
        }
        Ok(found)
    }
}
