//! The master key: it wraps every other key and seals nothing else.
//!
//! It lives in `keys/master.key` (mode 0600, 64 hexadecimal digits), or is given by the program.

use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use hmac::{Hmac, Mac};
use sha2::Sha256;
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::entropy::Entropy;
use crate::error::{Result, StoreError};
use crate::folder::sync_folder;
use crate::seal::{SealKey, hex, unhex};

/// What is said when a key was wrapped with a master key that is not at hand.
pub(crate) const OTHER_MASTER: &str =
    "the data is sealed under another master key; use that key, or restart after a rotation";

/// The master key and the short id that tells it from other ones.
pub(crate) struct Master {
    key: SealKey,
    /// Eight bytes of a keyed hash as hexadecimal digits; says nothing about the key.
    pub id: String,
}

impl Master {
    pub fn new(bytes: [u8; 32]) -> Self {
        let key = SealKey::new(bytes);
        let mut mac = Hmac::<Sha256>::new_from_slice(key.bytes()).expect("HMAC takes a key of any length");
        mac.update(b"noroshi master key id");
        let id = hex(&mac.finalize().into_bytes()[..8]);
        Master { key, id }
    }

    pub fn random(entropy: &dyn Entropy) -> Self {
        Master::new(*SealKey::random(entropy).bytes())
    }

    /// Wraps a key for its owner.
    pub fn wrap(&self, entropy: &dyn Entropy, id: Uuid, owner: &str, key: &SealKey) -> Vec<u8> {
        self.key.seal(entropy, &wrap_label(id, owner), key.bytes())
    }

    /// Opens a wrapped key; `master` is the id of the master key it was wrapped with.
    pub fn unwrap(&self, id: Uuid, owner: &str, master: &str, wrapped: &[u8]) -> Result<SealKey> {
        if master != self.id {
            return Err(StoreError::NoKey { what: OTHER_MASTER });
        }
        let bytes = self.key.open(&wrap_label(id, owner), wrapped);
        let bytes = Zeroizing::new(bytes.map_err(|_| StoreError::corrupt("a wrapped key does not open"))?);
        SealKey::from_slice(&bytes).ok_or(StoreError::corrupt("a wrapped key has a wrong length"))
    }

    /// The key as the text of its file.
    pub fn to_hex(&self) -> Zeroizing<String> {
        Zeroizing::new(hex(self.key.bytes()))
    }
}

fn wrap_label(id: Uuid, owner: &str) -> Vec<u8> {
    [b"noroshi key 1\0", id.as_bytes().as_slice(), owner.as_bytes()].concat()
}

/// `DIR/keys/master.key`.
pub(crate) fn master_file(dir: &Path) -> PathBuf {
    dir.join("keys").join("master.key")
}

/// The next master key during a rotation, until the database has it.
pub(crate) fn next_master_file(dir: &Path) -> PathBuf {
    dir.join("keys").join("master.key.next")
}

/// Writes a key file that nobody else can read, durably; refuses to replace one.
pub(crate) fn write_key_file(path: &Path, text: &str) -> Result<()> {
    let mut options = OpenOptions::new();
    let mut file =
        options.write(true).create_new(true).mode(0o600).open(path).map_err(StoreError::io("writing a key file"))?;
    if let Err(error) = file.write_all(text.as_bytes()).and_then(|()| file.sync_all()) {
        // Half a key file would only be in the way of the next try.
        fs::remove_file(path).ok();
        return Err(StoreError::io("writing a key file")(error));
    }
    path.parent().map_or(Ok(()), sync_folder)
}

/// Reads a key file; `None` when there is none.
pub(crate) fn read_key_file(path: &Path) -> Result<Option<Master>> {
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(StoreError::io("reading the master key")(error)),
    };
    let mut text = Zeroizing::new(String::with_capacity(80));
    file.take(80).read_to_string(&mut text).map_err(StoreError::io("reading the master key"))?;
    let bytes = unhex(text.trim())
        .ok_or(StoreError::NoKey { what: "keys/master.key is not a key: it must hold 64 hexadecimal digits" })?;
    Ok(Some(Master::new(bytes)))
}

/// Puts the next key file in the place of the current one, once the database is wrapped with it.
pub(crate) fn promote_next(dir: &Path) -> Result<()> {
    fs::rename(next_master_file(dir), master_file(dir)).map_err(StoreError::io("replacing the master key file"))?;
    sync_folder(&dir.join("keys"))
}
