//! Keys made from the one installation secret: for everything that is not a stream or a person.
//!
//! The secret itself is a wrapped key like any other, so that rotating the master key leaves all of these as they are.

use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use sha2::Sha256;
use uuid::Uuid;

use crate::chain::Hash;
use crate::seal::SealKey;

/// The derived keys; wiped when dropped.
pub(crate) struct Secrets {
    /// Cards and duties.
    pub projection: SealKey,
    /// Mails in the outbox.
    pub mail: SealKey,
    /// What a token or a session carries.
    pub access: SealKey,
    /// Small settings, such as signing keys.
    pub setting: SealKey,
    /// Files to be published.
    pub publication: SealKey,
    /// Heads of streams beside a checkpoint.
    pub heads: SealKey,
    index: SealKey,
    draft: SealKey,
}

impl Secrets {
    pub fn derive(installation: &SealKey) -> Self {
        let hkdf = Hkdf::<Sha256>::new(Some(b"noroshi installation 1"), installation.bytes());
        Secrets {
            projection: expand(&hkdf, b"projection"),
            mail: expand(&hkdf, b"mail"),
            access: expand(&hkdf, b"access"),
            setting: expand(&hkdf, b"setting"),
            publication: expand(&hkdf, b"publication"),
            heads: expand(&hkdf, b"heads"),
            index: expand(&hkdf, b"index"),
            draft: expand(&hkdf, b"draft"),
        }
    }

    /// The keyed hash under which a value of this kind is looked up. It leaks equality and nothing else.
    pub fn index(&self, kind: &str, value: &str) -> Hash {
        let mut mac = Hmac::<Sha256>::new_from_slice(self.index.bytes()).expect("HMAC takes a key of any length");
        mac.update(&(kind.len() as u64).to_be_bytes());
        mac.update(kind.as_bytes());
        mac.update(value.as_bytes());
        mac.finalize().into_bytes().into()
    }

    /// The same as an id (UUID version 8), for links that stand for "has this value".
    pub fn index_id(&self, kind: &str, value: &str) -> Uuid {
        let hash = self.index(kind, value);
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&hash[..16]);
        uuid::Builder::from_custom_bytes(bytes).into_uuid()
    }

    /// The key of a draft: without the token, which only the cookie holds, it cannot be made.
    pub fn draft(&self, token: &str) -> SealKey {
        let hkdf = Hkdf::<Sha256>::new(Some(self.draft.bytes()), token.as_bytes());
        expand(&hkdf, b"draft")
    }
}

fn expand(hkdf: &Hkdf<Sha256>, info: &[u8]) -> SealKey {
    let mut bytes = [0; 32];
    hkdf.expand(info, &mut bytes).expect("32 bytes are within HKDF's limit");
    SealKey::new(bytes)
}
