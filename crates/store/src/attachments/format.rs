//! The bytes of a sealed file: a mark, a random nonce prefix, and chunks of 64 KiB.
//!
//! Chunks are sealed by the STREAM construction over XChaCha20-Poly1305 (`aead::stream`): each nonce is prefix, counter
//! and a flag on the last chunk, so that a missing, doubled, moved or cut chunk does not open. The file's id is the
//! associated data of every chunk.

use std::path::{Path, PathBuf};

use chacha20poly1305::XChaCha20Poly1305;
use chacha20poly1305::aead::stream::{DecryptorBE32, EncryptorBE32};
use uuid::Uuid;

use super::FileKey;
use crate::seal::label;

pub(super) type Encryptor = EncryptorBE32<XChaCha20Poly1305>;
pub(super) type Decryptor = DecryptorBE32<XChaCha20Poly1305>;

pub(super) const MARK: &[u8; 4] = b"NRS1";
pub(super) const PREFIX: usize = 19;
pub(super) const HEAD: usize = MARK.len() + PREFIX;
pub(super) const CHUNK: usize = 64 * 1024;
pub(super) const SEALED_CHUNK: usize = CHUNK + crate::seal::TAG;

pub(super) fn encryptor(key: &FileKey, prefix: &[u8; PREFIX]) -> Encryptor {
    EncryptorBE32::new(key.bytes().into(), prefix.into())
}

pub(super) fn decryptor(key: &FileKey, prefix: &[u8; PREFIX]) -> Decryptor {
    DecryptorBE32::new(key.bytes().into(), prefix.into())
}

pub(super) fn file_label(id: Uuid) -> Vec<u8> {
    label("file", &id)
}

/// Where a file lies. Ids begin with their time, so the folder is named by their random end.
pub(crate) fn path_of(attachments: &Path, id: Uuid) -> PathBuf {
    let name = id.to_string();
    attachments.join(&name[name.len() - 2..]).join(name)
}
