//! The data folder: who may read it, how it is locked, and how a change of it becomes durable.

use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::Path;

use crate::error::{Result, StoreError};

/// Makes a folder, and its parents, that only its owner can enter.
pub(crate) fn make_folder(path: &Path) -> Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(path).map_err(StoreError::io("making a folder"))
}

/// Makes the entries of a folder durable.
pub(crate) fn sync_folder(path: &Path) -> Result<()> {
    File::open(path).and_then(|folder| folder.sync_all()).map_err(StoreError::io("writing a folder"))
}

/// True when the folder has entries, or is no folder at all.
pub(crate) fn is_occupied(path: &Path) -> bool {
    match fs::read_dir(path) {
        Ok(mut entries) => entries.next().is_some(),
        Err(error) => error.kind() != std::io::ErrorKind::NotFound,
    }
}

/// The advisory lock on `DIR/lock`: shared by all who use the folder, held alone by rebuild, rotation and restore.
pub(crate) struct FolderLock(File);

impl FolderLock {
    /// Takes a share of the folder.
    pub fn share(dir: &Path) -> Result<FolderLock> {
        let mut options = OpenOptions::new();
        let options = options.read(true).write(true).create(true).truncate(false).mode(0o600);
        let file = options.open(dir.join("lock")).map_err(StoreError::io("opening the lock file"))?;
        let lock = FolderLock(file);
        lock.back_to_shared()?;
        Ok(lock)
    }

    /// Holds the folder alone until the value is dropped; refuses when anybody else is there.
    pub fn alone(&self) -> Result<Alone<'_>> {
        match self.0.try_lock() {
            Ok(()) => Ok(Alone(self)),
            Err(error) => {
                // Converting a lock may have let go of the share.
                self.back_to_shared()?;
                Err(refusal(error))
            }
        }
    }

    fn back_to_shared(&self) -> Result<()> {
        self.0.try_lock_shared().map_err(refusal)
    }
}

fn refusal(error: TryLockError) -> StoreError {
    match error {
        TryLockError::WouldBlock => StoreError::InUse,
        TryLockError::Error(error) => StoreError::io("locking the data folder")(error),
    }
}

/// The folder is held alone.
pub(crate) struct Alone<'a>(&'a FolderLock);

impl Drop for Alone<'_> {
    fn drop(&mut self) {
        // When another process was quicker and holds it alone, this one is about to end anyway.
        self.0.back_to_shared().ok();
    }
}
