//! The OpenPGP key of the partnership and the signatures it makes (decision 21).
//!
//! A version 4 key with EdDSA over Ed25519, which GnuPG 2.2 verifies as well as newer tools; it certifies and signs and
//! cannot encrypt. Time and chance are handed in: neither the wall clock nor the system's random numbers are asked.

use jiff::Timestamp;
use pgp::composed::{
    ArmorOptions, Deserializable, DetachedSignature, KeyType, SignedKeyDetails, SignedPublicKey, SignedSecretKey,
};
use pgp::crypto::hash::HashAlgorithm;
use pgp::packet::{
    KeyFlags, PacketTrait, PubKeyInner, PublicKey, SecretKey, SignatureConfig, SignatureType, Subpacket, SubpacketData,
    UserId,
};
use pgp::ser::Serialize;
use pgp::types::{Duration, KeyDetails, KeyVersion, Password};
use rand_core::{CryptoRng, RngCore};
use store::Entropy;

use crate::error::{Error, Result};

const DAY: u32 = 24 * 60 * 60;
/// A key is valid for three years, and one day because of leap years.
pub(super) const VALID: u32 = (3 * 365 + 1) * DAY;
/// So long before its end a key makes no more signatures: the next one takes over.
pub(super) const HANDOVER: u32 = 60 * DAY;

/// The key that signs what is published.
pub(crate) struct SigningKey(SignedSecretKey);

/// The public half of a key, for the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PublicHalf {
    /// Hexadecimal fingerprint.
    pub fingerprint: String,
    /// When the key was made.
    pub made_at: Timestamp,
    /// The key as an armored file.
    pub armored: Vec<u8>,
}

impl SigningKey {
    /// A new key of the given instant.
    pub fn generate(user_id: &str, at: Timestamp, entropy: &dyn Entropy) -> Result<Self> {
        let created = seconds(at)?;
        let key = make(user_id, created, Chance(entropy));
        key.map(SigningKey).map_err(|_| Error::Signing("it could not be made"))
    }

    /// Reads what [`SigningKey::to_bytes`] wrote.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self> {
        let read = SignedSecretKey::from_bytes(bytes);
        read.map(SigningKey).map_err(|_| Error::Signing("what is stored is no key"))
    }

    /// The whole key, secret part in clear: only to be sealed.
    pub fn to_bytes(&self) -> Result<Vec<u8>> {
        self.0.to_bytes().map_err(|_| Error::Signing("it could not be written"))
    }

    /// Whether it may still sign at this instant.
    #[must_use]
    pub fn signs_at(&self, at: Timestamp) -> bool {
        let made = i64::from(self.0.primary_key.created_at().as_secs());
        at.as_second() < made + i64::from(VALID - HANDOVER)
    }

    /// An armored detached signature of these bytes, dated to the instant, or to the making of the key if that is later:
    /// no tool believes a signature that is older than its key.
    pub fn sign(&self, bytes: &[u8], at: Timestamp) -> Result<Vec<u8>> {
        let created = seconds(at)?.max(self.0.primary_key.created_at());
        self.armored_signature(bytes, created).map_err(|_| Error::Signing("it could not sign"))
    }

    fn armored_signature(&self, bytes: &[u8], created: pgp::types::Timestamp) -> pgp::errors::Result<Vec<u8>> {
        let key = &self.0.primary_key;
        let mut config = SignatureConfig::v4(SignatureType::Binary, key.algorithm(), HashAlgorithm::Sha512);
        config.hashed_subpackets = vec![
            Subpacket::critical(SubpacketData::SignatureCreationTime(created))?,
            Subpacket::regular(SubpacketData::IssuerFingerprint(key.fingerprint()))?,
        ];
        config.unhashed_subpackets = issuer(key)?;
        let signature = config.sign(key, &Password::empty(), bytes)?;
        DetachedSignature::new(signature).to_armored_bytes(ArmorOptions::default())
    }

    /// The public half.
    pub fn public_half(&self) -> Result<PublicHalf> {
        PublicHalf::of(&self.0.to_public_key())
    }
}

impl PublicHalf {
    pub(super) fn of(key: &SignedPublicKey) -> Result<Self> {
        let armored = key.to_armored_bytes(ArmorOptions::default());
        let made_at = Timestamp::from_second(i64::from(key.primary_key.created_at().as_secs()));
        Ok(PublicHalf {
            fingerprint: format!("{:x}", key.primary_key.fingerprint()),
            made_at: made_at.map_err(|_| Error::Signing("it was made at no instant"))?,
            armored: armored.map_err(|_| Error::Signing("its public half could not be written"))?,
        })
    }
}

/// Key and certification by hand: the key builder of `pgp` asks the wall clock and knows no day of expiry.
fn make(user_id: &str, created: pgp::types::Timestamp, chance: Chance<'_>) -> pgp::errors::Result<SignedSecretKey> {
    let kind = KeyType::Ed25519Legacy;
    let (public, secret) = kind.generate(chance)?;
    let public = PublicKey::from_inner(PubKeyInner::new(KeyVersion::V4, kind.to_alg(), created, None, public)?)?;
    let key = SecretKey::new(public.clone(), secret)?;
    let mut flags = KeyFlags::default();
    flags.set_certify(true);
    flags.set_sign(true);
    let mut certification = SignatureConfig::v4(SignatureType::CertPositive, key.algorithm(), HashAlgorithm::Sha512);
    certification.hashed_subpackets = vec![
        Subpacket::critical(SubpacketData::SignatureCreationTime(created))?,
        Subpacket::critical(SubpacketData::KeyExpirationTime(Duration::from_secs(VALID)))?,
        Subpacket::critical(SubpacketData::KeyFlags(flags))?,
        Subpacket::regular(SubpacketData::IsPrimary(true))?,
        Subpacket::regular(SubpacketData::IssuerFingerprint(key.fingerprint()))?,
    ];
    certification.unhashed_subpackets = issuer(&key)?;
    let user = UserId::from_str(Default::default(), user_id)?;
    let signature = certification.sign_certification(&key, &public, &Password::empty(), user.tag(), &user)?;
    let details = SignedKeyDetails::new(vec![], vec![], vec![user.into_signed(signature)], vec![]);
    Ok(SignedSecretKey::new(key, details, vec![], vec![]))
}

/// By what older tools find the key.
pub(super) fn issuer(key: &SecretKey) -> pgp::errors::Result<Vec<Subpacket>> {
    Ok(vec![Subpacket::regular(SubpacketData::IssuerKeyId(key.legacy_key_id()))?])
}

/// OpenPGP counts seconds since 1970 in 32 bits.
pub(super) fn seconds(at: Timestamp) -> Result<pgp::types::Timestamp> {
    let seconds = u32::try_from(at.as_second()).map_err(|_| Error::Signing("the clock stands where none can be"))?;
    Ok(pgp::types::Timestamp::from_secs(seconds))
}

/// The program's randomness as `pgp` wants it.
pub(super) struct Chance<'a>(pub &'a dyn Entropy);

impl RngCore for Chance<'_> {
    fn next_u32(&mut self) -> u32 {
        rand_core::impls::next_u32_via_fill(self)
    }

    fn next_u64(&mut self) -> u64 {
        rand_core::impls::next_u64_via_fill(self)
    }

    fn fill_bytes(&mut self, dest: &mut [u8]) {
        self.0.fill(dest);
    }

    fn try_fill_bytes(&mut self, dest: &mut [u8]) -> Result<(), rand_core::Error> {
        self.fill_bytes(dest);
        Ok(())
    }
}

impl CryptoRng for Chance<'_> {}
