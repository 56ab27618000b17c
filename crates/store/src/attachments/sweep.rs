//! Removing files that nothing names: left by a crash, by a draft that ended, or by an erased person.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use uuid::Uuid;

use crate::db::{BATCH, Columns, Sql};
use crate::error::{Result, StoreError};
use crate::store::Store;

impl Store {
    /// Removes files last written before `older_than` that no live draft and no readable row names; says how many.
    ///
    /// `older_than` must lie further back than a form can stay open, or a file could go before it is adopted.
    pub async fn sweep_orphans(&self, older_than: Timestamp) -> Result<u64> {
        let mut removed = 0;
        for folder in entries(&self.attachments_folder())? {
            let old = entries(&folder)?.into_iter().filter(|file| is_older(file, older_than)).collect::<Vec<_>>();
            let ids: Vec<Uuid> = old.iter().filter_map(|file| id_of(file)).collect();
            let named = self.named_files(&ids).await?;
            for file in old.iter().filter(|file| id_of(file).is_none_or(|id| !named.contains(&id))) {
                fs::remove_file(file).map_err(StoreError::io("removing a file"))?;
                removed += 1;
            }
        }
        Ok(removed)
    }

    async fn named_files(&self, ids: &[Uuid]) -> Result<HashSet<Uuid>> {
        let mut named = HashSet::new();
        let mut connection = self.db().read().await?;
        for some in ids.chunks(BATCH) {
            let rows = Sql::new("SELECT a.id FROM attachments a JOIN keys k ON k.id = a.key_id WHERE k.wrapped IS NOT NULL AND a.id IN ")
                .list(some.iter().map(Uuid::to_string))
                .push(" UNION SELECT id FROM draft_files WHERE id IN ")
                .list(some.iter().map(Uuid::to_string))
                .fetch_all(&mut connection)
                .await?;
            for row in &rows {
                named.insert(row.uuid(0)?);
            }
        }
        Ok(named)
    }
}

/// A finished file is named by its id alone; a part of one has an ending.
fn id_of(file: &Path) -> Option<Uuid> {
    Uuid::parse_str(file.file_name()?.to_str()?).ok()
}

fn is_older(file: &Path, than: Timestamp) -> bool {
    let modified = fs::metadata(file).and_then(|meta| meta.modified());
    modified.ok().and_then(|time| Timestamp::try_from(time).ok()).is_some_and(|time| time < than)
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).map_err(StoreError::io("reading a folder"))?;
    entries
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()
        .map_err(StoreError::io("reading a folder"))
}
