//! Making a backup: the database is read here, the tar file is written by a thread of its own.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use tokio::sync::mpsc::{self, Receiver, Sender};
use uuid::Uuid;

use super::rows::to_lines;
use super::{BackupManifest, MANIFEST};
use crate::attachments::path_of;
use crate::db::{Columns, Sql, TABLES, Tx};
use crate::error::{Result, StoreError};
use crate::folder::sync_folder;
use crate::store::Store;

/// An entry of the tar file.
enum Entry {
    Bytes(String, Vec<u8>),
    File(String, PathBuf),
}

const WRITING: &str = "writing the backup";

impl Store {
    /// Writes a backup of one state of the database into a new file. Runs beside a server.
    ///
    /// `expires_at` is written into it: the day by which the operator deletes it.
    pub async fn backup(&self, file: &Path, now: Timestamp, expires_at: Timestamp) -> Result<BackupManifest> {
        if file.exists() {
            return Err(StoreError::invalid("the backup file exists already; choose another name"));
        }
        let part = file.with_extension("part");
        let (entries, queue) = mpsc::channel(4);
        let target = part.clone();
        let writer = tokio::task::spawn_blocking(move || write_tar(&target, queue));
        let manifest = self.send_all(&entries, now, expires_at).await;
        drop(entries);
        let written = writer.await.map_err(|_| StoreError::invalid("the backup was interrupted"))?;
        // Where writing failed, reading broke off because of it: the first reason is the one to tell.
        let done = written.map_err(StoreError::io(WRITING)).and_then(|()| {
            let manifest = manifest?;
            fs::rename(&part, file).map_err(StoreError::io(WRITING))?;
            file.parent().filter(|folder| !folder.as_os_str().is_empty()).map_or(Ok(()), sync_folder)?;
            Ok(manifest)
        });
        if done.is_err() {
            fs::remove_file(&part).ok();
        }
        done
    }

    async fn send_all(&self, entries: &Sender<Entry>, now: Timestamp, expires_at: Timestamp) -> Result<BackupManifest> {
        let mut tx = self.db().snapshot().await?;
        let rows = send_rows(&mut tx, entries).await?;
        let attachments = self.send_attachments(&mut tx, entries).await?;
        let published = send_tree(&self.published_folder(), entries).await?;
        let manifest = BackupManifest { noroshi_backup: 1, created_at: now, expires_at, rows, attachments, published };
        let text = serde_json::to_vec(&manifest).expect("numbers and instants always serialise");
        send(entries, Entry::Bytes(MANIFEST.to_owned(), text)).await?;
        Ok(manifest)
    }

    async fn send_attachments(&self, tx: &mut Tx, entries: &Sender<Entry>) -> Result<u64> {
        let select = "SELECT a.id FROM attachments a JOIN keys k ON k.id = a.key_id WHERE k.wrapped IS NOT NULL";
        let rows = Sql::new(select).fetch_all(tx).await?;
        for row in &rows {
            let id: Uuid = row.uuid(0)?;
            let path = path_of(&self.attachments_folder(), id);
            let name = path_of(Path::new("attachments"), id).to_string_lossy().into_owned();
            send(entries, Entry::File(name, path)).await?;
        }
        Ok(rows.len() as u64)
    }
}

async fn send_rows(tx: &mut Tx, entries: &Sender<Entry>) -> Result<u64> {
    let mut count = 0;
    for table in &TABLES {
        let mut after = None;
        for number in 1_u32.. {
            let rows = table.page(tx, after.as_deref()).await?;
            count += rows.len() as u64;
            let name = format!("tables/{}/{number:06}.jsonl", table.name);
            let Some(last) = rows.last() else { break };
            send(entries, Entry::Bytes(name, to_lines(&rows))).await?;
            after = Some(last.clone());
        }
    }
    Ok(count)
}

async fn send_tree(published: &Path, entries: &Sender<Entry>) -> Result<u64> {
    let mut folders = vec![(published.to_owned(), "published".to_owned())];
    let mut count = 0;
    while let Some((folder, name)) = folders.pop() {
        for entry in fs::read_dir(&folder).map_err(StoreError::io("reading the published tree"))? {
            let entry = entry.map_err(StoreError::io("reading the published tree"))?;
            let Ok(file_name) = entry.file_name().into_string() else { continue };
            let name = format!("{name}/{file_name}");
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => folders.push((entry.path(), name)),
                Ok(kind) if kind.is_file() => {
                    count += 1;
                    send(entries, Entry::File(name, entry.path())).await?;
                }
                _ => {}
            }
        }
    }
    Ok(count)
}

async fn send(entries: &Sender<Entry>, entry: Entry) -> Result<()> {
    // The writer has stopped, so it has an error to tell, and that one is reported.
    entries.send(entry).await.map_err(|_| StoreError::Io { what: WRITING, kind: io::ErrorKind::BrokenPipe })
}

fn write_tar(path: &Path, mut queue: Receiver<Entry>) -> io::Result<()> {
    let file = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(path)?;
    let mut tar = tar::Builder::new(io::BufWriter::new(file));
    while let Some(entry) = queue.blocking_recv() {
        match entry {
            Entry::Bytes(name, bytes) => tar.append_data(&mut head(bytes.len() as u64), name, bytes.as_slice())?,
            Entry::File(name, path) => {
                let file = File::open(path)?;
                let size = file.metadata()?.len();
                // A feed that is replaced meanwhile keeps this open file; one that grows is cut to what was announced.
                tar.append_data(&mut head(size), name, io::Read::take(file, size))?;
            }
        }
    }
    let mut file = tar.into_inner()?;
    file.flush()?;
    file.get_ref().sync_all()
}

fn head(size: u64) -> tar::Header {
    let mut head = tar::Header::new_gnu();
    head.set_size(size);
    head.set_mode(0o600);
    head.set_entry_type(tar::EntryType::Regular);
    head
}
