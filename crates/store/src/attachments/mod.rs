//! Files that came with a report or a message: `attachments/ab/<uuid>`, sealed in chunks, never unpacked.
//!
//! A file is written and synced before the append that names it (decision 20). Until then its key is with the caller;
//! a file that nothing names is swept.

mod format;
mod reader;
mod sweep;
mod table;
mod writer;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub(crate) use format::path_of;
pub use reader::AttachmentReader;
pub(crate) use reader::open_sealed;
pub use table::AttachmentInfo;
pub(crate) use table::{adopt, insert, open_row};
pub use writer::AttachmentWriter;

/// A written file and its key. Whoever holds this can read the file; keep it sealed, in a draft or an append.
#[derive(Clone, Serialize, Deserialize, PartialEq, Eq)]
pub struct SealedFile {
    /// The id of the file, which is its name too.
    pub id: Uuid,
    /// The key of this file alone.
    pub key: FileKey,
    /// Its size in bytes before sealing.
    pub size: u64,
    /// SHA-256 of its bytes before sealing, as lower-case hexadecimal digits.
    pub sha256: String,
}

impl std::fmt::Debug for SealedFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SealedFile({}, {} bytes)", self.id, self.size)
    }
}

/// A key of 256 bits for one file; wiped when dropped.
#[derive(Clone, Serialize, Deserialize, PartialEq, Eq)]
#[serde(transparent)]
pub struct FileKey(zeroize::Zeroizing<[u8; 32]>);

impl FileKey {
    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}
