//! Files of the published tree on the disk: replaced as a whole or not at all, and readable by everybody.

use std::collections::BTreeSet;
use std::fs::{self, DirBuilder, File, OpenOptions, Permissions};
use std::io::{self, ErrorKind, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::{Component, Path, PathBuf};

use crate::error::{Error, Result};

/// Paths inside the tree, with `/`, and the bytes for them.
pub(super) type Files = Vec<(String, Vec<u8>)>;

const FILE_MODE: u32 = 0o644;
const FOLDER_MODE: u32 = 0o755;

/// Keeps other processes of this machine from writing the tree, until it is dropped.
pub(super) fn lock(root: &Path) -> Result<File> {
    make_folder(root).map_err(failed)?;
    let mut options = OpenOptions::new();
    let file = options.write(true).create(true).truncate(false).mode(0o600).open(root.join(".lock")).map_err(failed)?;
    file.lock().map_err(failed)?;
    Ok(file)
}

/// Replaces files by new ones, in their order; those that are there already stay untouched.
///
/// All are written beside their places and made durable before the first takes its place: on a full disk nothing has
/// changed. After a crash in between some are new and some old, and the same call again makes the rest new.
pub(super) fn replace(root: &Path, files: &[(String, Vec<u8>)]) -> Result<()> {
    let mut staged = Staged::default();
    for (path, bytes) in files {
        let target = inside(root, path)?;
        if !holds(&target, bytes) {
            staged.write(target, bytes).map_err(failed)?;
        }
    }
    staged.take_places().map_err(failed)
}

/// Takes files away; those that are not there are no error.
pub(super) fn remove(root: &Path, paths: &[&str]) -> Result<()> {
    for path in paths {
        match fs::remove_file(inside(root, path)?) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(failed(error)),
            _ => {}
        }
    }
    Ok(())
}

/// Takes folders away with all that is in them; those that are not there are no error.
pub(super) fn remove_folders(root: &Path, folders: &[String]) -> Result<()> {
    for folder in folders {
        match fs::remove_dir_all(inside(root, folder)?) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(failed(error)),
            _ => {}
        }
    }
    Ok(())
}

/// A file of the tree, when it is there and can be read.
pub(super) fn read(root: &Path, path: &str) -> Option<Vec<u8>> {
    fs::read(inside(root, path).ok()?).ok()
}

/// Files that wait beside their places. Those that did not get there are taken away when this is dropped.
#[derive(Default)]
struct Staged(Vec<(PathBuf, PathBuf)>);

impl Staged {
    fn write(&mut self, target: PathBuf, bytes: &[u8]) -> io::Result<()> {
        let (Some(folder), Some(name)) = (target.parent(), target.file_name()) else {
            return Err(ErrorKind::InvalidFilename.into());
        };
        make_folder(folder)?;
        // The name is always the same, so that what a crash leaves is used up by the next try.
        let waiting = folder.join(format!(".{}.part", name.to_string_lossy()));
        self.0.push((waiting.clone(), target));
        let mut options = OpenOptions::new();
        let mut file = options.write(true).create(true).truncate(true).mode(FILE_MODE).open(&waiting)?;
        file.set_permissions(Permissions::from_mode(FILE_MODE))?;
        file.write_all(bytes)?;
        file.sync_all()
    }

    fn take_places(mut self) -> io::Result<()> {
        let mut folders = BTreeSet::new();
        let waiting = std::mem::take(&mut self.0);
        let mut waiting = waiting.into_iter();
        while let Some((from, to)) = waiting.next() {
            if let Err(error) = fs::rename(&from, &to) {
                self.0 = [(from, to)].into_iter().chain(waiting).collect();
                return Err(error);
            }
            folders.extend(to.parent().map(Path::to_owned));
        }
        folders.iter().try_for_each(|folder| sync_folder(folder))
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        for (waiting, _) in &self.0 {
            // What cannot be taken away is overwritten by the next try.
            fs::remove_file(waiting).ok();
        }
    }
}

/// The place of a path, if that is one inside the tree.
fn inside(root: &Path, path: &str) -> Result<PathBuf> {
    let plain = Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
    if path.is_empty() || !plain {
        return Err(Error::Publish("a file would lie outside of it"));
    }
    Ok(root.join(path))
}

fn holds(target: &Path, bytes: &[u8]) -> bool {
    let same_length = fs::metadata(target).is_ok_and(|data| data.is_file() && data.len() == bytes.len() as u64);
    same_length && fs::read(target).is_ok_and(|found| found == bytes)
}

/// Makes a folder and its parents, open to everybody whatever the process's mask says.
fn make_folder(folder: &Path) -> io::Result<()> {
    match fs::metadata(folder) {
        Ok(data) if data.is_dir() => return open_up(folder, data.permissions().mode()),
        Ok(_) => return Err(ErrorKind::NotADirectory.into()),
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
        Err(_) => {}
    }
    if let Some(parent) = folder.parent().filter(|parent| !parent.as_os_str().is_empty() && !parent.exists()) {
        make_folder(parent)?;
    }
    match DirBuilder::new().mode(FOLDER_MODE).create(folder) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(error),
        _ => {}
    }
    open_up(folder, 0)?;
    folder.parent().map_or(Ok(()), sync_folder)
}

fn open_up(folder: &Path, mode: u32) -> io::Result<()> {
    if mode & 0o777 == FOLDER_MODE {
        return Ok(());
    }
    fs::set_permissions(folder, Permissions::from_mode(FOLDER_MODE))
}

fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// What went wrong without a path or a value.
fn failed(error: io::Error) -> Error {
    tracing::error!(kind = ?error.kind(), "the published tree cannot be written");
    Error::Publish(match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "there is no space left",
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => "its folder may not be written",
        ErrorKind::IsADirectory | ErrorKind::NotADirectory => "something else lies in the place of a file",
        _ => "the disk failed",
    })
}
