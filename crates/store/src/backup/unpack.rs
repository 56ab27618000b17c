//! Restoring a backup into an empty folder and an empty database.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

use tokio::sync::mpsc::{self, Receiver, Sender};

use super::rows::from_lines;
use super::{BackupManifest, LONGEST_ROWS, MANIFEST};
use crate::db::{Db, Sql, Table, migrate};
use crate::error::{Result, StoreError};
use crate::folder::{FolderLock, is_occupied, make_folder, sync_folder};
use crate::store::Store;

/// What the thread that reads the tar file finds.
#[derive(Debug)]
enum Found {
    Rows(&'static str, Vec<u8>),
    End(BackupManifest, Files),
}

/// How many files were restored, to compare with the manifest.
#[derive(Debug, Default)]
struct Files {
    attachments: u64,
    published: u64,
}

const READING: &str = "reading the backup";

fn not_a_backup() -> StoreError {
    StoreError::invalid("this file is not a complete backup; nothing was restored")
}

impl Store {
    /// Restores a backup. The folder and the database must be empty; keys are imported apart, before or after.
    pub async fn restore(file: &Path, dir: &Path, database: Option<&str>) -> Result<BackupManifest> {
        if is_occupied(dir) {
            return Err(StoreError::invalid("the folder to restore into is not empty; choose a new one"));
        }
        let archive = File::open(file).map_err(StoreError::io(READING))?;
        make_folder(dir)?;
        let restored = restore_into(archive, dir, database).await;
        if restored.is_err() {
            // The folder was empty, so all that is in it came from here.
            std::fs::remove_dir_all(dir).ok();
        }
        restored
    }
}

async fn restore_into(archive: File, dir: &Path, database: Option<&str>) -> Result<BackupManifest> {
    let lock = FolderLock::share(dir)?;
    let _alone = lock.alone()?;
    for folder in ["keys", "attachments", "published"] {
        make_folder(&dir.join(folder))?;
    }
    let db = Db::open(dir, database, true).await?;
    migrate(&db).await?;
    let (found, queue) = mpsc::channel(4);
    let target = dir.to_owned();
    let reader = tokio::task::spawn_blocking(move || read_tar(archive, &target, &found));
    let restored = take_rows(&db, queue).await;
    let read = reader.await.map_err(|_| not_a_backup())?;
    db.close().await;
    // When the rows were refused, the reader stopped because of that.
    let manifest = restored?;
    read.map(|()| manifest)
}

async fn take_rows(db: &Db, mut queue: Receiver<Found>) -> Result<BackupManifest> {
    let mut tx = db.begin().await?;
    if Sql::new("SELECT seq FROM events LIMIT 1").fetch_optional(&mut tx).await?.is_some() {
        return Err(StoreError::invalid("the database to restore into is not empty; choose a new one"));
    }
    Sql::new("DELETE FROM counters").execute(&mut tx).await?;
    let mut count = 0;
    while let Some(found) = queue.recv().await {
        match found {
            Found::Rows(name, lines) => {
                let table = Table::named(name).ok_or_else(not_a_backup)?;
                let rows = from_lines(table, &lines).ok_or_else(not_a_backup)?;
                count += rows.len() as u64;
                table.insert(&mut tx, &rows).await?;
            }
            Found::End(manifest, files) => {
                let announced = (manifest.rows, manifest.attachments, manifest.published);
                if announced != (count, files.attachments, files.published) {
                    return Err(not_a_backup());
                }
                tx.commit().await?;
                return Ok(manifest);
            }
        }
    }
    Err(not_a_backup())
}

fn read_tar(archive: File, dir: &Path, found: &Sender<Found>) -> Result<()> {
    let mut files = Files::default();
    let mut manifest = None;
    let mut tar = tar::Archive::new(io::BufReader::new(archive));
    for entry in tar.entries().map_err(|_| not_a_backup())? {
        let mut entry = entry.map_err(|_| not_a_backup())?;
        let path = entry.path().map_err(|_| not_a_backup())?.into_owned();
        if entry.header().entry_type() != tar::EntryType::Regular || !is_plain(&path) {
            return Err(not_a_backup());
        }
        let mut parts = path.iter().filter_map(|part| part.to_str());
        match (parts.next(), parts.next()) {
            (Some("tables"), Some(name)) => {
                let table = Table::named(name).ok_or_else(not_a_backup)?;
                pass_on(found, Found::Rows(table.name, read_entry(&mut entry)?))?;
            }
            (Some("attachments"), Some(_)) => {
                files.attachments += 1;
                write_file(&dir.join(&path), &mut entry)?;
            }
            (Some("published"), Some(_)) => {
                files.published += 1;
                write_file(&dir.join(&path), &mut entry)?;
            }
            (Some(MANIFEST), None) => {
                manifest = Some(serde_json::from_slice(&read_entry(&mut entry)?).map_err(|_| not_a_backup())?);
            }
            _ => return Err(not_a_backup()),
        }
    }
    sync_folder(&dir.join("attachments"))?;
    sync_folder(&dir.join("published"))?;
    pass_on(found, Found::End(manifest.ok_or_else(not_a_backup)?, files))
}

/// Neither absolute nor with `..`: nothing is written outside the folder.
fn is_plain(path: &Path) -> bool {
    path.components().all(|part| matches!(part, Component::Normal(_)))
}

fn read_entry(entry: &mut impl Read) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let read = entry.take(LONGEST_ROWS).read_to_end(&mut bytes).map_err(|_| not_a_backup())?;
    if read as u64 == LONGEST_ROWS { Err(not_a_backup()) } else { Ok(bytes) }
}

fn pass_on(found: &Sender<Found>, item: Found) -> Result<()> {
    // The other side has stopped with an error of its own, which is the one to report.
    found.blocking_send(item).map_err(|_| not_a_backup())
}

fn write_file(path: &PathBuf, entry: &mut impl Read) -> Result<()> {
    let folder = path.parent().ok_or_else(not_a_backup)?;
    make_folder(folder)?;
    let mut file = File::create_new(path).map_err(StoreError::io("restoring a file"))?;
    io::copy(entry, &mut file).map_err(StoreError::io("restoring a file"))?;
    file.sync_all().map_err(StoreError::io("restoring a file"))
}
