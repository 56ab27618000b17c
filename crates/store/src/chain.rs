//! The hash chain of a stream: each event's hash covers the hash before it, its header and its sealed payload.

use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::stream::Header;

/// A SHA-256 value.
pub(crate) type Hash = [u8; 32];

/// The hash before the first event.
pub(crate) const START: Hash = [0; 32];

/// The header as bytes that can be read in one way only: a version word, then every field, texts with their length.
///
/// These bytes are the associated data of the payload's seal. `key` is the key the payload is sealed under and
/// `carried` the digest of the texts and files that came with the event (empty when none did).
pub(crate) fn header_bytes(header: &Header, key: Uuid, carried: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(192);
    bytes.extend_from_slice(b"noroshi event 1\0");
    put(&mut bytes, header.stream.kind.as_str().as_bytes());
    bytes.extend_from_slice(header.stream.id.as_bytes());
    bytes.extend_from_slice(&header.n.to_be_bytes());
    bytes.extend_from_slice(&header.seq.to_be_bytes());
    put(&mut bytes, header.kind.as_bytes());
    bytes.extend_from_slice(&header.schema.to_be_bytes());
    bytes.extend_from_slice(&header.at.as_microsecond().to_be_bytes());
    bytes.extend_from_slice(header.actor.as_bytes());
    bytes.extend_from_slice(key.as_bytes());
    put(&mut bytes, carried);
    bytes
}

fn put(bytes: &mut Vec<u8>, field: &[u8]) {
    bytes.extend_from_slice(&(field.len() as u64).to_be_bytes());
    bytes.extend_from_slice(field);
}

/// The hash of an event: SHA-256(previous hash ‖ header bytes ‖ sealed payload).
pub(crate) fn next(previous: &Hash, header: &[u8], sealed: &[u8]) -> Hash {
    Sha256::new().chain_update(previous).chain_update(header).chain_update(sealed).finalize().into()
}

/// Digest of what came with an event, in the order of ids, so that no text or file can vanish or change unseen.
#[derive(Default)]
pub(crate) struct Carried(Vec<(Uuid, Hash)>);

impl Carried {
    /// Adds a sealed text, or the wrapped key of a file.
    pub fn add(&mut self, id: Uuid, sealed: &[u8]) {
        self.0.push((id, Sha256::digest(sealed).into()));
    }

    /// The digest; empty when nothing came along.
    pub fn digest(mut self) -> Vec<u8> {
        if self.0.is_empty() {
            return Vec::new();
        }
        self.0.sort_unstable();
        let mut hasher = Sha256::new();
        for (id, hash) in &self.0 {
            hasher.update(id.as_bytes());
            hasher.update(hash);
        }
        hasher.finalize().to_vec()
    }
}
