//! Reading a file: chunk by chunk, each one verified before it is handed out.

use std::path::Path;

use sha2::{Digest, Sha256};
use tokio::fs::File;
use tokio::io::AsyncReadExt;
use uuid::Uuid;

use super::format::{Decryptor, HEAD, MARK, PREFIX, SEALED_CHUNK, decryptor, file_label, path_of};
use super::{FileKey, SealedFile};
use crate::error::{Result, StoreError};
use crate::seal::hex;
use crate::store::Store;

/// A file that is being read.
pub struct AttachmentReader {
    id: Uuid,
    size: u64,
    sha256: String,
    file: File,
    decryptor: Option<Decryptor>,
    sealed_left: u64,
    read: u64,
    hasher: Sha256,
}

const READING: &str = "reading an attachment";

impl Store {
    /// Reads a file that is not adopted yet, such as one of a draft.
    pub async fn sealed_file_reader(&self, sealed: &SealedFile) -> Result<AttachmentReader> {
        open_sealed(&self.attachments_folder(), sealed).await
    }
}

/// Opens a file and reads its head.
pub(crate) async fn open_sealed(attachments: &Path, sealed: &SealedFile) -> Result<AttachmentReader> {
    let mut file = match File::open(path_of(attachments, sealed.id)).await {
        Ok(file) => file,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Err(StoreError::corrupt("the file of an attachment is missing"));
        }
        Err(error) => return Err(StoreError::io(READING)(error)),
    };
    let length = file.metadata().await.map_err(StoreError::io(READING))?.len();
    let mut head = [0; HEAD];
    if length < HEAD as u64 {
        return Err(broken());
    }
    file.read_exact(&mut head).await.map_err(StoreError::io(READING))?;
    let (mark, prefix) = head.split_at(MARK.len());
    let prefix: &[u8; PREFIX] = prefix.try_into().expect("the head is mark and prefix");
    if mark != MARK {
        return Err(broken());
    }
    Ok(AttachmentReader {
        id: sealed.id,
        size: sealed.size,
        sha256: sealed.sha256.clone(),
        file,
        decryptor: Some(decryptor(&sealed.key, prefix)),
        sealed_left: length - HEAD as u64,
        read: 0,
        hasher: Sha256::new(),
    })
}

fn broken() -> StoreError {
    StoreError::corrupt("an attachment was cut or changed")
}

impl AttachmentReader {
    /// The size in bytes.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// SHA-256 of the bytes, as lower-case hexadecimal digits.
    pub fn sha256(&self) -> &str {
        &self.sha256
    }

    /// The next verified bytes, at most 64 KiB; `None` after the last.
    ///
    /// The file as a whole is proven only by the `None`: an error after some chunks means that it was cut or changed.
    pub async fn next_chunk(&mut self) -> Result<Option<Vec<u8>>> {
        let Some(mut decryptor) = self.decryptor.take() else { return Ok(None) };
        let last = self.sealed_left <= SEALED_CHUNK as u64;
        let length = if last { self.sealed_left as usize } else { SEALED_CHUNK };
        let mut chunk = vec![0; length];
        self.file.read_exact(&mut chunk).await.map_err(|_| broken())?;
        self.sealed_left -= length as u64;

        let label = file_label(self.id);
        if last {
            decryptor.decrypt_last_in_place(&label, &mut chunk).map_err(|_| broken())?;
        } else {
            decryptor.decrypt_next_in_place(&label, &mut chunk).map_err(|_| broken())?;
            self.decryptor = Some(decryptor);
        }
        self.read += chunk.len() as u64;
        self.hasher.update(&chunk);
        if last {
            self.prove()?;
        }
        // An empty file has one empty chunk, which says nothing to the caller.
        Ok((!chunk.is_empty()).then_some(chunk))
    }

    /// All bytes at once, for small files; refuses those beyond the limit.
    pub async fn read_all(mut self, limit: u64) -> Result<Vec<u8>> {
        if self.size > limit {
            return Err(StoreError::TooLarge { limit });
        }
        let mut bytes = Vec::with_capacity(usize::try_from(self.size).unwrap_or(0));
        while let Some(chunk) = self.next_chunk().await? {
            bytes.extend_from_slice(&chunk);
        }
        Ok(bytes)
    }

    fn prove(&mut self) -> Result<()> {
        let sha256 = hex(&std::mem::take(&mut self.hasher).finalize());
        if self.read != self.size || sha256 != self.sha256 {
            return Err(broken());
        }
        Ok(())
    }
}

impl FileKey {
    pub(crate) fn from_slice(bytes: &[u8]) -> Option<Self> {
        Some(FileKey(zeroize::Zeroizing::new(bytes.try_into().ok()?)))
    }
}
