//! Randomness as a parameter: the one place that asks the operating system for it.

use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use uuid::Uuid;
use zeroize::Zeroizing;

/// A source of random bytes, and the few things that are made of them.
pub trait Entropy: Send + Sync {
    /// Fills the buffer with random bytes.
    fn fill(&self, buf: &mut [u8]);

    /// A new id: UUID version 7 (RFC 9562) of the given instant.
    fn uuid_v7(&self, now: Timestamp) -> Uuid {
        let mut random = [0; 10];
        self.fill(&mut random);
        let millis = u64::try_from(now.as_millisecond()).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
    }

    /// Eight evenly drawn decimal digits, as the public numbers have (decision 3).
    fn eight_digits(&self) -> String {
        const RANGE: u32 = 100_000_000;
        const FAIR: u32 = u32::MAX - u32::MAX % RANGE;
        loop {
            let mut bytes = [0; 4];
            self.fill(&mut bytes);
            let drawn = u32::from_le_bytes(bytes);
            if drawn < FAIR {
                return format!("{:08}", drawn % RANGE);
            }
        }
    }

    /// A new secret of 256 bits for a receipt, a link, a session or a draft (decision 16).
    fn token(&self) -> Token {
        let mut bytes = Zeroizing::new([0; 32]);
        self.fill(bytes.as_mut());
        Token(Zeroizing::new(URL_SAFE_NO_PAD.encode(bytes.as_ref())))
    }
}

/// The operating system's random numbers.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemEntropy;

impl Entropy for SystemEntropy {
    #[expect(clippy::disallowed_methods, reason = "this is the place that the others are sent to")]
    fn fill(&self, buf: &mut [u8]) {
        getrandom::fill(buf).expect("the operating system has random numbers");
    }
}

/// Repeatable bytes from a seed, for tests and for filling a demonstration.
///
/// Never open real data with it: keys and nonces would repeat. A demonstration is filled with it once, in a fresh
/// folder, and served with [`SystemEntropy`].
#[derive(Debug)]
pub struct SeededEntropy {
    seed: [u8; 32],
    block: AtomicU64,
}

impl SeededEntropy {
    /// The sequence of this seed, from its start.
    pub fn new(seed: u64) -> Self {
        SeededEntropy { seed: Sha256::digest(seed.to_be_bytes()).into(), block: AtomicU64::new(0) }
    }
}

impl Entropy for SeededEntropy {
    fn fill(&self, buf: &mut [u8]) {
        for part in buf.chunks_mut(32) {
            let block = self.block.fetch_add(1, Ordering::Relaxed);
            let bytes = Sha256::new().chain_update(self.seed).chain_update(block.to_be_bytes()).finalize();
            part.copy_from_slice(&bytes[..part.len()]);
        }
    }
}

/// A secret that is shown once: 32 random bytes as 43 letters of base64url (RFC 4648 section 5).
#[derive(Clone)]
pub struct Token(Zeroizing<String>);

impl Token {
    /// The secret itself, for a link, a receipt or a cookie.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(secret)")
    }
}
