//! Sealing: XChaCha20-Poly1305 with a random nonce in front, and the label of what is sealed as associated data.

use chacha20poly1305::aead::{AeadInPlace, KeyInit};
use chacha20poly1305::{Tag, XChaCha20Poly1305, XNonce};
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::entropy::Entropy;

pub(crate) const NONCE: usize = 24;
pub(crate) const TAG: usize = 16;

/// The seal is broken: another key, another label, or changed bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Broken;

/// A key of 256 bits that is wiped from memory when it is dropped.
#[derive(Clone)]
pub(crate) struct SealKey(Zeroizing<[u8; 32]>);

impl SealKey {
    pub fn new(bytes: [u8; 32]) -> Self {
        SealKey(Zeroizing::new(bytes))
    }

    pub fn random(entropy: &dyn Entropy) -> Self {
        let mut bytes = Zeroizing::new([0; 32]);
        entropy.fill(bytes.as_mut());
        SealKey(bytes)
    }

    pub fn from_slice(bytes: &[u8]) -> Option<Self> {
        Some(SealKey(Zeroizing::new(bytes.try_into().ok()?)))
    }

    pub fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Seals `plain`; the result is nonce, ciphertext, tag.
    pub fn seal(&self, entropy: &dyn Entropy, label: &[u8], plain: &[u8]) -> Vec<u8> {
        let mut nonce = [0; NONCE];
        entropy.fill(&mut nonce);
        let mut sealed = Vec::with_capacity(NONCE + plain.len() + TAG);
        sealed.extend_from_slice(&nonce);
        sealed.extend_from_slice(plain);
        let tag = self
            .cipher()
            .encrypt_in_place_detached(XNonce::from_slice(&nonce), label, &mut sealed[NONCE..])
            .expect("a text in memory is shorter than the cipher's limit of 256 GiB");
        sealed.extend_from_slice(&tag);
        sealed
    }

    /// Opens what [`SealKey::seal`] made with the same label.
    pub fn open(&self, label: &[u8], sealed: &[u8]) -> Result<Vec<u8>, Broken> {
        let (nonce, rest) = sealed.split_at_checked(NONCE).ok_or(Broken)?;
        let (text, tag) = rest.split_at_checked(rest.len().wrapping_sub(TAG)).ok_or(Broken)?;
        let mut plain = text.to_vec();
        self.cipher()
            .decrypt_in_place_detached(XNonce::from_slice(nonce), label, &mut plain, Tag::from_slice(tag))
            .map_err(|_| Broken)?;
        Ok(plain)
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(self.0.as_ref().into())
    }
}

/// The label of a sealed row: what it is and which one, so that no row can stand in for another.
pub(crate) fn label(what: &str, id: &Uuid) -> Vec<u8> {
    let mut label = Vec::with_capacity(what.len() + 17);
    label.extend_from_slice(what.as_bytes());
    label.push(0);
    label.extend_from_slice(id.as_bytes());
    label
}

/// Lower-case hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Reads hexadecimal digits of either case.
pub(crate) fn unhex<const N: usize>(text: &str) -> Option<[u8; N]> {
    if text.len() != 2 * N || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let mut bytes = [0; N];
    for (byte, digits) in bytes.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?;
    }
    Some(bytes)
}
