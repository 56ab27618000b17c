//! Daily checkpoints in the published tree (decision 22): anybody can later prove what the journal held that day.

use super::disk;
use crate::error::Result;
use crate::office::Office;

impl Office {
    /// Signs the journal as it is now and writes the checkpoint into the tree, named by its day.
    ///
    /// # Errors
    /// The store's, or the tree's.
    pub async fn write_checkpoint(&self) -> Result<()> {
        let now = self.now();
        let checkpoint = self.store().checkpoint(now.at).await?;
        let file = (format!("checkpoints/{}.json", now.today), checkpoint.text().into_bytes());
        disk::replace(self.published(), &[file])
    }
}
