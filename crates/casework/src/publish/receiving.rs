//! The OpenPGP key to which people encrypt their mails. Its own key, not a part of the one that signs: whoever could
//! make us decrypt something could then still sign nothing, and both end on days of their own.
//!
//! A version 4 primary key over Ed25519 that only certifies, and a subkey for ECDH over Curve25519: GnuPG 2.2 and newer
//! tools encrypt to it. It promises nothing beyond the integrity protection of RFC 9580, 5.13.1, for older tools know
//! no other. Retired keys open old mails for ever.

use std::io::{BufReader, Cursor, Read};

use jiff::Timestamp;
use pgp::composed::{Deserializable, KeyType, Message, SignedKeyDetails, SignedSecretKey, SignedSecretSubKey, TheRing};
use pgp::crypto::ecc_curve::ECCCurve;
use pgp::crypto::hash::HashAlgorithm;
use pgp::crypto::sym::SymmetricKeyAlgorithm;
use pgp::packet::{
    Features, KeyFlags, PacketTrait, PubKeyInner, PublicKey, PublicSubkey, SecretKey, SecretSubkey, SignatureConfig,
    SignatureType, Subpacket, SubpacketData, UserId,
};
use pgp::ser::Serialize;
use pgp::types::{Duration, KeyDetails, KeyVersion, Password};
use store::Entropy;

use super::sign::{Chance, HANDOVER, PublicHalf, VALID, issuer, seconds};
use super::user_id;
use crate::error::{Error, Result};
use crate::office::Office;

/// Deepest nesting of messages in messages.
const LAYERS: usize = 6;

/// The secret key that opens mails.
pub(crate) struct ReceivingKey(SignedSecretKey);

/// What was in an OpenPGP message.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Opened {
    /// The text or entity inside.
    pub plain: Vec<u8>,
    /// Whether it carries a signature, and whose it says it is: the id of a key. Nobody has checked it, and it
    /// identifies nobody: everybody can make a key with any name.
    pub signed_by: Option<String>,
}

/// Why an OpenPGP message could not be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unopened {
    /// It was not encrypted to a key of ours.
    AnotherKey,
    /// It is larger inside than is taken in.
    TooLarge,
    /// It is damaged, changed on its way, or made in a way that is not understood.
    Damaged,
}

impl ReceivingKey {
    /// A new key of the given instant.
    pub fn generate(user_id: &str, at: Timestamp, entropy: &dyn Entropy) -> Result<Self> {
        let created = seconds(at)?;
        let key = make(user_id, created, entropy);
        key.map(ReceivingKey).map_err(|_| Error::Signing("a key to receive with could not be made"))
    }

    /// Reads what [`ReceivingKey::to_bytes`] wrote.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self> {
        let read = SignedSecretKey::from_bytes(bytes);
        read.map(ReceivingKey).map_err(|_| Error::Signing("what is stored is no key"))
    }

    /// The whole key, secret part in clear: only to be sealed.
    pub fn to_bytes(&self) -> Result<Vec<u8>> {
        self.0.to_bytes().map_err(|_| Error::Signing("it could not be written"))
    }

    fn made_at(&self) -> i64 {
        i64::from(self.0.primary_key.created_at().as_secs())
    }

    /// Whether people should still encrypt to it.
    fn is_current(&self, at: Timestamp) -> bool {
        at.as_second() < self.made_at() + i64::from(VALID - HANDOVER)
    }

    /// Whether its public half is still of use to anybody.
    fn is_valid(&self, at: Timestamp) -> bool {
        at.as_second() < self.made_at() + i64::from(VALID)
    }

    fn public_half(&self) -> Result<PublicHalf> {
        PublicHalf::of(&self.0.to_public_key())
    }
}

/// Opens a message, in armour or binary, with whichever key fits. At most `limit` bytes come out of it.
pub(crate) fn open(keys: &[ReceivingKey], bytes: &[u8], limit: u64) -> Result<Opened, Unopened> {
    let damaged = |_| Unopened::Damaged;
    let (mut message, _) = Message::from_reader(BufReader::new(Cursor::new(bytes.to_vec()))).map_err(damaged)?;
    let (empty, mut opened) = (Password::empty(), false);
    for _ in 0..LAYERS {
        message = match message {
            Message::Encrypted { .. } => {
                let secret_keys = keys.iter().map(|key| &key.0).collect();
                let ring = TheRing { secret_keys, key_passwords: vec![&empty], ..TheRing::default() };
                opened = true;
                let (inner, _) = message.decrypt_the_ring(ring, true).map_err(why)?;
                inner
            }
            Message::Compressed { .. } => message.decompress().map_err(damaged)?,
            _ => break,
        };
    }
    if !opened {
        return Err(Unopened::Damaged);
    }
    read(message, limit)
}

fn why(error: pgp::errors::Error) -> Unopened {
    match error {
        pgp::errors::Error::MissingKey => Unopened::AnotherKey,
        _ => Unopened::Damaged,
    }
}

/// A compressed message can be small outside and endless inside: it is read to the limit and one byte more.
fn read(mut message: Message<'_>, limit: u64) -> Result<Opened, Unopened> {
    let mut plain = Vec::new();
    message.by_ref().take(limit + 1).read_to_end(&mut plain).map_err(|_| Unopened::Damaged)?;
    if plain.len() as u64 > limit {
        return Err(Unopened::TooLarge);
    }
    let signed_by = match &message {
        Message::Signed { reader, .. } => Some(reader.signature(0).map(claimed_signer).unwrap_or_default()),
        _ => None,
    };
    Ok(Opened { plain, signed_by })
}

fn claimed_signer(signature: &pgp::packet::Signature) -> String {
    let fingerprint = signature.issuer_fingerprint().first().map(|id| format!("{id:X}"));
    fingerprint
        .or_else(|| signature.issuer_key_id().first().map(|id| id.to_string().to_uppercase()))
        .unwrap_or_default()
}

/// By hand like the signing key: the key builder of `pgp` asks the wall clock and knows no day of expiry.
fn make(user_id: &str, created: pgp::types::Timestamp, entropy: &dyn Entropy) -> pgp::errors::Result<SignedSecretKey> {
    let kind = KeyType::Ed25519Legacy;
    let (public, secret) = kind.generate(Chance(entropy))?;
    let public = PublicKey::from_inner(PubKeyInner::new(KeyVersion::V4, kind.to_alg(), created, None, public)?)?;
    let key = SecretKey::new(public.clone(), secret)?;
    let mut certify = KeyFlags::default();
    certify.set_certify(true);
    let mut certification = certified(&key, SignatureType::CertPositive, created, certify)?;
    certification.hashed_subpackets.extend([
        Subpacket::regular(SubpacketData::IsPrimary(true))?,
        Subpacket::regular(SubpacketData::Features(integrity()))?,
        Subpacket::regular(SubpacketData::PreferredSymmetricAlgorithms(
            [SymmetricKeyAlgorithm::AES256, SymmetricKeyAlgorithm::AES128].into_iter().collect(),
        ))?,
    ]);
    let user = UserId::from_str(Default::default(), user_id)?;
    let signature = certification.sign_certification(&key, &public, &Password::empty(), user.tag(), &user)?;
    let details = SignedKeyDetails::new(vec![], vec![], vec![user.into_signed(signature)], vec![]);
    let subkey = subkey(&key, &public, created, entropy)?;
    Ok(SignedSecretKey::new(key, details, vec![], vec![subkey]))
}

fn subkey(
    key: &SecretKey,
    public: &PublicKey,
    created: pgp::types::Timestamp,
    entropy: &dyn Entropy,
) -> pgp::errors::Result<SignedSecretSubKey> {
    let kind = KeyType::ECDH(ECCCurve::Curve25519Legacy);
    let (inner, secret) = kind.generate(Chance(entropy))?;
    let inner = PubKeyInner::new(KeyVersion::V4, kind.to_alg(), created, None, inner)?;
    let subkey = SecretSubkey::new(PublicSubkey::from_inner(inner)?, secret)?;
    let mut encrypt = KeyFlags::default();
    encrypt.set_encrypt_comms(true);
    encrypt.set_encrypt_storage(true);
    let binding = certified(key, SignatureType::SubkeyBinding, created, encrypt)?;
    let signature = binding.sign_subkey_binding(key, public, &Password::empty(), subkey.public_key())?;
    Ok(SignedSecretSubKey::new(subkey, vec![signature]))
}

/// A signature over a key: since when, until when, for what.
fn certified(
    key: &SecretKey,
    kind: SignatureType,
    created: pgp::types::Timestamp,
    flags: KeyFlags,
) -> pgp::errors::Result<SignatureConfig> {
    let mut config = SignatureConfig::v4(kind, key.algorithm(), HashAlgorithm::Sha512);
    config.hashed_subpackets = vec![
        Subpacket::critical(SubpacketData::SignatureCreationTime(created))?,
        Subpacket::critical(SubpacketData::KeyExpirationTime(Duration::from_secs(VALID)))?,
        Subpacket::critical(SubpacketData::KeyFlags(flags))?,
        Subpacket::regular(SubpacketData::IssuerFingerprint(key.fingerprint()))?,
    ];
    config.unhashed_subpackets = issuer(key)?;
    Ok(config)
}

fn integrity() -> Features {
    let mut features = Features::new();
    features.set_seipd_v1(true);
    features.set_seipd_v2(false);
    features
}

impl Office {
    /// Makes the key to which people encrypt their mails, unless there is one that is good for some time yet. Of two
    /// nodes that make one at once, one is told to read the other's.
    ///
    /// # Errors
    /// The store's, or [`Error::Signing`].
    pub async fn prepare_receiving_key(&self) -> Result<()> {
        let now = self.now().at;
        loop {
            let keys = self.receiving_keys().await?;
            if keys.iter().any(|key| key.is_current(now)) {
                return Ok(());
            }
            let made = ReceivingKey::generate(&user_id(self.settings()), now, self.entropy())?;
            self.store().put_setting_once(&key_name(keys.len() + 1), &made.to_bytes()?).await?;
        }
    }

    /// All keys that mails were ever encrypted to, the newest first.
    pub(crate) async fn receiving_keys(&self) -> Result<Vec<ReceivingKey>> {
        let mut keys = Vec::new();
        while let Some(bytes) = self.store().setting(&key_name(keys.len() + 1)).await? {
            keys.push(ReceivingKey::from_bytes(&bytes)?);
        }
        keys.reverse();
        Ok(keys)
    }

    /// The public halves of the keys that people may encrypt to, the one in use first.
    pub(super) async fn contact_keys(&self) -> Result<Vec<PublicHalf>> {
        let now = self.now().at;
        let keys = self.receiving_keys().await?;
        keys.iter().filter(|key| key.is_valid(now)).map(ReceivingKey::public_half).collect()
    }

    /// Opens an OpenPGP message that came by mail; at most `limit` bytes come out of it.
    pub(crate) async fn open_message(&self, message: Vec<u8>, limit: u64) -> Result<Result<Opened, Unopened>> {
        let keys = self.receiving_keys().await?;
        // Deciphering takes its time; and what the library cannot cope with must end nothing but itself.
        let opened = tokio::task::spawn_blocking(move || open(&keys, &message, limit)).await;
        Ok(opened.unwrap_or(Err(Unopened::Damaged)))
    }
}

/// Where the public half lies in the tree: beside the keys that sign, but not among them, for whoever checks a signature
/// takes all of those.
pub(super) fn contact_key_path(fingerprint: &str) -> String {
    format!("openpgp/contact/{}.asc", fingerprint.to_ascii_lowercase())
}

/// Under which name a key is sealed in the store; keys are numbered, none is ever overwritten.
fn key_name(number: usize) -> String {
    format!("openpgp_receiving_key_{number}")
}
