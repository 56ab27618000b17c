//! Backup and restore: one tar file with all rows as JSON lines, the attachments and the published tree. No keys.
//!
//! Rows are copied, not the database file, so that a backup of SQLite can be restored into PostgreSQL and back. Keys
//! are exported apart (decision 13): whoever has the backup alone can read nothing, and an erased person stays erased.

mod keys;
mod pack;
mod rows;
mod unpack;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What a backup says of itself; its last entry, so that a cut file is noticed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BackupManifest {
    noroshi_backup: u32,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it should be deleted, so that what was erased meanwhile does not live on in it.
    pub expires_at: Timestamp,
    /// Rows of all tables.
    pub rows: u64,
    /// Attachments.
    pub attachments: u64,
    /// Files of the published tree.
    pub published: u64,
}

const MANIFEST: &str = "manifest.json";

/// So many bytes of an entry are read into memory at most: a page of rows with the longest texts.
const LONGEST_ROWS: u64 = 1 << 30;
