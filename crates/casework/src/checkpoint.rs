//! Daily checkpoints in the published tree (decision 22): anybody can later prove what the journal held that day.

use crate::error::{Error, Result};
use crate::office::Office;

impl Office {
    /// Signs the journal as it is now and writes the checkpoint into the tree, named by its day.
    ///
    /// # Errors
    /// The store's, or the tree's.
    pub async fn write_checkpoint(&self) -> Result<()> {
        let now = self.now();
        let checkpoint = self.store().checkpoint(now.at).await?;
        let folder = self.published().join("checkpoints");
        let name = folder.join(format!("{}.json", now.today));
        let part = folder.join(format!(".{}.part", now.today));
        let written = std::fs::create_dir_all(&folder)
            .and_then(|()| std::fs::write(&part, checkpoint.text()))
            .and_then(|()| std::fs::File::open(&part)?.sync_all())
            .and_then(|()| std::fs::rename(&part, &name));
        written.map_err(|_| Error::Publish("a checkpoint"))
    }
}
