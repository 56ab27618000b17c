//! Drafts of forms: sealed with a key that can only be made with the secret in the sender's cookie.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sqlx::AnyConnection;

use crate::attachments::SealedFile;
use crate::db::{BATCH, Columns, Sql};
use crate::error::{Result, StoreError};
use crate::store::Store;
use crate::tokens::LONGEST_TOKEN;

/// What somebody has typed and attached so far.
#[derive(Clone, Default, Serialize, Deserialize, PartialEq, Eq)]
pub struct Draft {
    /// What was typed, as the program keeps it.
    pub form: Vec<u8>,
    /// The files attached; they belong to the draft until an append adopts them.
    pub files: Vec<SealedFile>,
}

impl std::fmt::Debug for Draft {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Draft({} bytes, {} files)", self.form.len(), self.files.len())
    }
}

/// How much all drafts together may hold, so that strangers cannot fill the disk.
#[derive(Clone, Copy, Debug)]
pub struct DraftQuota {
    /// The number of drafts.
    pub drafts: u64,
    /// Bytes of forms and files.
    pub bytes: u64,
}

const LABEL: &[u8] = b"draft";

impl Store {
    /// Writes or replaces the draft of this secret; [`StoreError::Full`] when all drafts together exceed the quota.
    pub async fn save_draft(&self, token: &str, draft: &Draft, expires_at: Timestamp, quota: DraftQuota) -> Result<()> {
        let hash = self.draft_index(token)?;
        let plain = zeroize::Zeroizing::new(serde_json::to_vec(draft).expect("bytes and ids always serialise"));
        let sealed = self.secrets().draft(token).seal(self.entropy(), LABEL, &plain);
        let size = draft.files.iter().map(|file| file.size).sum::<u64>() + sealed.len() as u64;
        let mut tx = self.db().begin().await?;
        Sql::new(
            "INSERT INTO drafts (hash, sealed, size, expires_at) VALUES ($1, $2, $3, $4) ON CONFLICT (hash)
             DO UPDATE SET sealed = excluded.sealed, size = excluded.size, expires_at = excluded.expires_at",
        )
        .bind(hash.as_slice())
        .bind(sealed)
        .bind(i64::try_from(size).unwrap_or(i64::MAX))
        .bind(expires_at.as_microsecond())
        .execute(&mut tx)
        .await?;
        within(&mut tx, quota).await?;
        name_files(&mut tx, &hash, &draft.files).await?;
        tx.commit().await?;
        Ok(())
    }

    /// The draft of this secret, unless it ended.
    pub async fn load_draft(&self, token: &str, now: Timestamp) -> Result<Option<Draft>> {
        let Ok(hash) = self.draft_index(token) else { return Ok(None) };
        let row = Sql::new("SELECT sealed FROM drafts WHERE hash = $1 AND expires_at > $2")
            .bind(hash)
            .bind(now.as_microsecond())
            .fetch_optional(&mut *self.db().read().await?)
            .await?;
        let Some(row) = row else { return Ok(None) };
        let plain = self.secrets().draft(token).open(LABEL, &row.bytes(0)?).map(zeroize::Zeroizing::new);
        let plain = plain.map_err(|_| StoreError::corrupt("a draft does not open"))?;
        serde_json::from_slice(&plain).map(Some).map_err(|_| StoreError::corrupt("a draft is malformed"))
    }

    /// Removes the draft of this secret; its files stay until they are adopted or swept.
    pub async fn delete_draft(&self, token: &str) -> Result<()> {
        self.remove_draft(&mut *self.db().write().await?, token).await
    }

    pub(crate) async fn remove_draft(&self, connection: &mut AnyConnection, token: &str) -> Result<()> {
        let Ok(hash) = self.draft_index(token) else { return Ok(()) };
        Sql::new("DELETE FROM drafts WHERE hash = $1").bind(hash).execute(connection).await?;
        Ok(())
    }

    /// Removes drafts that ended; says how many. [`Store::sweep_orphans`] then takes their files.
    pub async fn sweep_drafts(&self, now: Timestamp) -> Result<u64> {
        let delete = Sql::new("DELETE FROM drafts WHERE expires_at <= $1").bind(now.as_microsecond());
        Ok(delete.execute(&mut *self.db().write().await?).await?)
    }

    fn draft_index(&self, token: &str) -> Result<Vec<u8>> {
        if token.is_empty() || token.len() > LONGEST_TOKEN {
            return Err(StoreError::invalid("this is no secret of a draft"));
        }
        Ok(self.secrets().index("draft", token).to_vec())
    }
}

async fn within(tx: &mut AnyConnection, quota: DraftQuota) -> Result<()> {
    let row = Sql::new("SELECT COUNT(*), CAST(COALESCE(SUM(size), 0) AS BIGINT) FROM drafts").fetch_one(tx).await?;
    let (drafts, bytes) = (row.int(0)?, row.int(1)?);
    let over = |used: i64, allowed: u64| u64::try_from(used).unwrap_or(0) > allowed;
    if over(drafts, quota.drafts) || over(bytes, quota.bytes) { Err(StoreError::Full) } else { Ok(()) }
}

async fn name_files(tx: &mut AnyConnection, draft: &[u8], files: &[SealedFile]) -> Result<()> {
    Sql::new("DELETE FROM draft_files WHERE draft = $1").bind(draft).execute(tx).await?;
    for files in files.chunks(BATCH) {
        Sql::new("INSERT INTO draft_files (id, draft) VALUES ")
            .rows(files, |file, row| {
                row.bind(file.id.to_string()).bind(draft);
            })
            // The secret of a cookie was renewed: the files go with the newer draft.
            .push(" ON CONFLICT (id) DO UPDATE SET draft = excluded.draft")
            .execute(tx)
            .await?;
    }
    Ok(())
}
