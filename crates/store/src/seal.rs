//! Sealing: XChaCha20-Poly1305 with a random nonce in front, and the label of what is sealed as associated data.

use chacha20::cipher::consts::U10;
use chacha20::hchacha;
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, Nonce, UnboundKey};
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
        let (key, nonce) = self.of_one(&nonce);
        let tag = key
            .seal_in_place_separate_tag(nonce, Aad::from(label), &mut sealed[NONCE..])
            .expect("a text in memory is shorter than the cipher's limit of 256 GiB");
        sealed.extend_from_slice(tag.as_ref());
        sealed
    }

    /// Opens what [`SealKey::seal`] made with the same label.
    pub fn open(&self, label: &[u8], sealed: &[u8]) -> Result<Vec<u8>, Broken> {
        self.open_in_place(label, sealed.to_vec())
    }

    /// The same without a copy.
    pub fn open_in_place(&self, label: &[u8], mut sealed: Vec<u8>) -> Result<Vec<u8>, Broken> {
        let nonce = *sealed.first_chunk().ok_or(Broken)?;
        let (key, nonce) = self.of_one(&nonce);
        let plain = key.open_within(nonce, Aad::from(label), &mut sealed, NONCE..).map_err(|_| Broken)?.len();
        sealed.truncate(plain);
        Ok(sealed)
    }

    /// XChaCha20-Poly1305 seals each text as ChaCha20-Poly1305 does, with a key of its own that comes from ours and the
    /// first 16 bytes of the nonce; the other 8 are the nonce (draft-irtf-cfrg-xchacha-03, 2.3).
    fn of_one(&self, nonce: &[u8; NONCE]) -> (LessSafeKey, Nonce) {
        let (first, last) = nonce.split_at(16);
        let key = SealKey::new(hchacha::<U10>(self.bytes().into(), first.into()).into());
        let key = UnboundKey::new(&CHACHA20_POLY1305, key.bytes()).expect("a key of the cipher's length");
        let mut nonce = [0; 12];
        nonce[4..].copy_from_slice(last);
        (LessSafeKey::new(key), Nonce::assume_unique_for_key(nonce))
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
    const_hex::encode(bytes)
}

/// Reads hexadecimal digits of either case, exactly so many: no sign and no `0x`.
pub(crate) fn unhex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let digits = Some(text).filter(|text| text.len() == 2 * N)?;
    const_hex::decode_to_array(digits).ok()
}

#[cfg(test)]
mod tests {
    use chacha20poly1305::aead::{Aead, KeyInit, Payload};
    use chacha20poly1305::{XChaCha20Poly1305, XNonce};
    use proptest::prelude::*;

    use super::*;
    use crate::entropy::SeededEntropy;

    proptest! {
        #[test]
        fn what_is_sealed_opens_only_as_it_was(
            plain in prop::collection::vec(any::<u8>(), 0..500),
            name in prop::collection::vec(any::<u8>(), 0..50),
            seed: u64,
            place: prop::sample::Index,
        ) {
            let entropy = SeededEntropy::new(seed);
            let key = SealKey::random(&entropy);
            let mut sealed = key.seal(&entropy, &name, &plain);
            prop_assert_eq!(sealed.len(), NONCE + plain.len() + TAG);
            prop_assert_eq!(key.open(&name, &sealed), Ok(plain));
            prop_assert_eq!(key.open(b"another label that is longer than any drawn above and so never equal", &sealed), Err(Broken));
            prop_assert_eq!(SealKey::random(&entropy).open(&name, &sealed), Err(Broken));
            let place = place.index(sealed.len());
            prop_assert_eq!(key.open(&name, &sealed[..place]), Err(Broken));
            sealed[place] ^= 1;
            prop_assert_eq!(key.open(&name, &sealed), Err(Broken));
        }

        /// What was sealed by that crate, before ring did it, still opens, and the other way round.
        #[test]
        fn another_program_seals_and_opens_the_same(
            plain in prop::collection::vec(any::<u8>(), 0..500),
            name in prop::collection::vec(any::<u8>(), 0..50),
            seed: u64,
        ) {
            let entropy = SeededEntropy::new(seed);
            let key = SealKey::random(&entropy);
            let other = XChaCha20Poly1305::new(key.bytes().into());
            let sealed = key.seal(&entropy, &name, &plain);
            let nonce = XNonce::from_slice(&sealed[..NONCE]);
            let opened = other.decrypt(nonce, Payload { msg: &sealed[NONCE..], aad: &name });
            prop_assert_eq!(opened.as_ref(), Ok(&plain));
            let theirs = other.encrypt(nonce, Payload { msg: &plain, aad: &name });
            let theirs = theirs.expect("nothing is too long for it here");
            prop_assert_eq!(key.open(&name, &[nonce.as_slice(), &theirs].concat()), Ok(plain));
        }

        #[test]
        fn hexadecimal_digits_round_trip(bytes: [u8; 32]) {
            prop_assert_eq!(unhex::<32>(&hex(&bytes)), Some(bytes));
            prop_assert_eq!(unhex::<31>(&hex(&bytes)), None);
            prop_assert_eq!(unhex::<33>(&format!("0x{}", hex(&bytes))), None);
        }
    }

    /// draft-irtf-cfrg-xchacha-03 appendix A.3.1: the cipher is the one that the standard describes.
    #[test]
    fn the_cipher_is_xchacha20_poly1305() {
        let plain = b"Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.";
        let label = [0x50, 0x51, 0x52, 0x53, 0xc0, 0xc1, 0xc2, 0xc3, 0xc4, 0xc5, 0xc6, 0xc7];
        let key = SealKey::new(std::array::from_fn(|i| 0x80 + i as u8));
        let nonce: [u8; NONCE] = std::array::from_fn(|i| 0x40 + i as u8);
        let mut sealed = nonce.to_vec();
        let cipher = "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb\
                      731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b452\
                      2f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9\
                      21f9664c97637da9768812f615c68b13b52e";
        sealed.extend(
            cipher.as_bytes().chunks(2).map(|two| u8::from_str_radix(std::str::from_utf8(two).unwrap(), 16).unwrap()),
        );
        sealed.extend(unhex::<16>("c0875924c1c7987947deafd8780acf49").unwrap());
        assert_eq!(key.open(&label, &sealed), Ok(plain.to_vec()));
    }
}
