//! A folder for an index, for as long as the program needs it.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

/// The file by whose lock a folder is held.
const HELD: &str = "held";

/// A folder that nobody else uses. It is taken away when this value is dropped; what a killed program left is taken away
/// by whoever makes the next one beside it.
#[derive(Debug)]
pub(crate) struct Folder {
    path: PathBuf,
    _held: File,
}

impl Folder {
    /// A new folder below this one, which is made if it is not there.
    pub(crate) fn below(above: &Path) -> io::Result<Self> {
        fs::create_dir_all(above)?;
        sweep(above)?;
        for number in 0_u32.. {
            let path = above.join(number.to_string());
            match fs::create_dir(&path) {
                Ok(()) => {}
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => continue,
                Err(error) => return Err(error),
            }
            let held = File::create(path.join(HELD))?;
            // Somebody who sweeps at this moment takes it for a left one: then the next number is as good.
            if held.try_lock().is_ok() && path.join(HELD).exists() {
                return Ok(Folder { path, _held: held });
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What cannot be taken away now is taken away by the next program.
        let _ = fs::remove_dir_all(&self.path);
    }
}

/// Takes away the folders that nobody holds any more.
fn sweep(above: &Path) -> io::Result<()> {
    for entry in fs::read_dir(above)? {
        let path = entry?.path();
        let left = File::open(path.join(HELD)).is_ok_and(|held| held.try_lock().is_ok());
        if left {
            // The same: a file that does not go stands in nobody's way.
            let _ = fs::remove_dir_all(&path);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_lives_as_long_as_it_is_held() {
        let above = std::env::temp_dir().join(format!("noroshi-search-folder-{}", std::process::id()));
        let first = Folder::below(&above).expect("a folder");
        let second = Folder::below(&above).expect("another folder");
        assert_ne!(first.path(), second.path());
        assert!(first.path().exists(), "the second one does not take the first away");
        let left = second.path().to_owned();
        // As a killed program leaves it: the folder stays, the lock goes.
        let Folder { _held: held, .. } = &second;
        held.unlock().expect("the lock goes");
        std::mem::forget(second);
        let third = Folder::below(&above).expect("a third folder");
        assert_eq!(third.path(), left, "what was left is taken away, and its number is free again");
        let gone = first.path().to_owned();
        drop(first);
        assert!(!gone.exists());
        drop(third);
        fs::remove_dir_all(&above).expect("the place of the test");
    }
}
