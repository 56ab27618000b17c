//! Writing a file: sealed as it comes in, never in memory as a whole, durable when it is finished.

use std::path::PathBuf;

use sha2::{Digest, Sha256};
use tokio::fs::File;
use tokio::io::AsyncWriteExt;
use uuid::Uuid;
use zeroize::Zeroizing;

use super::format::{CHUNK, Encryptor, MARK, PREFIX, SEALED_CHUNK, encryptor, file_label, path_of};
use super::{FileKey, SealedFile};
use crate::error::{Result, StoreError};
use crate::folder::{make_folder, sync_folder};
use crate::seal::hex;
use crate::store::Store;

/// A file that is being written. Dropped unfinished, it leaves nothing behind.
pub struct AttachmentWriter {
    id: Uuid,
    key: FileKey,
    encryptor: Option<Encryptor>,
    file: File,
    part: Option<PathBuf>,
    place: PathBuf,
    chunk: Vec<u8>,
    hasher: Sha256,
    size: u64,
    limit: u64,
}

const WRITING: &str = "writing an attachment";

impl Store {
    /// Begins a file of at most `limit` bytes.
    pub async fn attachment_writer(&self, now: jiff::Timestamp, limit: u64) -> Result<AttachmentWriter> {
        let id = self.entropy().uuid_v7(now);
        let mut key = Zeroizing::new([0; 32]);
        self.entropy().fill(key.as_mut());
        let mut prefix = [0; PREFIX];
        self.entropy().fill(&mut prefix);

        let key = FileKey(key);
        let place = path_of(&self.attachments_folder(), id);
        let part = place.with_extension("part");
        make_folder(place.parent().expect("a file lies in a folder"))?;
        let mut options = File::options();
        let mut file =
            options.write(true).create_new(true).mode(0o600).open(&part).await.map_err(StoreError::io(WRITING))?;
        let head = [MARK.as_slice(), &prefix].concat();
        let encryptor = Some(encryptor(&key, &prefix));
        let written = file.write_all(&head).await;
        let writer = AttachmentWriter {
            id,
            key,
            encryptor,
            file,
            part: Some(part),
            place,
            chunk: Vec::with_capacity(SEALED_CHUNK),
            hasher: Sha256::new(),
            size: 0,
            limit,
        };
        written.map_err(StoreError::io(WRITING))?;
        Ok(writer)
    }
}

impl AttachmentWriter {
    /// Takes the next bytes; refuses those beyond the limit.
    pub async fn write(&mut self, mut bytes: &[u8]) -> Result<()> {
        let size = self.size.saturating_add(bytes.len() as u64);
        if size > self.limit {
            return Err(StoreError::TooLarge { limit: self.limit });
        }
        self.size = size;
        self.hasher.update(bytes);
        while !bytes.is_empty() {
            // A full chunk is sealed only when more comes: the last one gets its flag.
            if self.chunk.len() == CHUNK {
                self.seal_chunk().await?;
            }
            let taken = bytes.len().min(CHUNK - self.chunk.len());
            self.chunk.extend_from_slice(&bytes[..taken]);
            bytes = &bytes[taken..];
        }
        Ok(())
    }

    /// The bytes taken so far.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Seals the last chunk and makes file and folder durable.
    pub async fn finish(mut self) -> Result<SealedFile> {
        let encryptor = self.encryptor.take().expect("a writer is finished once");
        let sealed = encryptor.encrypt_last_in_place(&file_label(self.id), &mut self.chunk);
        sealed.map_err(|_| StoreError::TooLarge { limit: self.limit })?;
        self.file.write_all(&self.chunk).await.map_err(StoreError::io(WRITING))?;
        self.file.flush().await.map_err(StoreError::io(WRITING))?;
        self.file.sync_all().await.map_err(StoreError::io(WRITING))?;
        self.settle()?;
        Ok(SealedFile {
            id: self.id,
            key: self.key.clone(),
            size: self.size,
            sha256: hex(&std::mem::take(&mut self.hasher).finalize()),
        })
    }

    async fn seal_chunk(&mut self) -> Result<()> {
        let encryptor = self.encryptor.as_mut().expect("a writer is finished once");
        let sealed = encryptor.encrypt_next_in_place(&file_label(self.id), &mut self.chunk);
        sealed.map_err(|_| StoreError::TooLarge { limit: self.limit })?;
        self.file.write_all(&self.chunk).await.map_err(StoreError::io(WRITING))?;
        self.chunk.clear();
        Ok(())
    }

    fn settle(&mut self) -> Result<()> {
        let part = self.part.as_ref().expect("a writer is finished once");
        std::fs::rename(part, &self.place).map_err(StoreError::io(WRITING))?;
        self.part = None;
        let folder = self.place.parent().expect("a file lies in a folder");
        sync_folder(folder)?;
        folder.parent().map_or(Ok(()), sync_folder)
    }
}

impl Drop for AttachmentWriter {
    fn drop(&mut self) {
        if let Some(part) = &self.part {
            // What cannot be removed now is swept later.
            std::fs::remove_file(part).ok();
        }
    }
}
