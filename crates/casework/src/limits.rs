//! Rate limits for what strangers may try: signing in, looking up receipts, sending reports.
//!
//! Counted in memory per node; keys are digests, never addresses.

use std::collections::HashMap;
use std::sync::Mutex;

use jiff::Timestamp;
use sha2::{Digest, Sha256};

use crate::error::{Error, Result};

/// What is limited, and how: so many tries in so many seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Limit {
    /// Signing in, per login name and per address.
    SignIn,
    /// Looking up a receipt or a one-time link, per address.
    Receipt,
    /// Trying the code of an operator's link, per link.
    Code,
    /// Sending a report, per address.
    Report,
    /// Starting a draft or attaching files, per address.
    Draft,
    /// Mails that become reports or wait to be read, per sender.
    Mail,
    /// The same, of all senders.
    AllMail,
    /// Asking for advisories by mail, per address of the visitor.
    Subscribe,
    /// Mails that ask whether somebody wants them, per mailbox.
    Mailbox,
    /// The same, to all mailboxes.
    AllMailboxes,
}

/// How often the code of a link may be tried before the link stops working.
pub const CODE_TRIES: u32 = 5;

impl Limit {
    const fn allowance(self) -> (u32, i64) {
        match self {
            Limit::SignIn => (10, 15 * 60),
            Limit::Receipt => (20, 15 * 60),
            Limit::Code => (CODE_TRIES, 24 * 60 * 60),
            Limit::Report => (30, 60 * 60),
            Limit::Draft => (300, 60 * 60),
            Limit::Mail => (50, 24 * 60 * 60),
            Limit::AllMail => (1_000, 24 * 60 * 60),
            Limit::Subscribe => (20, 60 * 60),
            Limit::Mailbox => (5, 24 * 60 * 60),
            Limit::AllMailboxes => (600, 60 * 60),
        }
    }
}

/// Most keys kept; beyond it, the oldest windows are forgotten.
const MOST_KEYS: usize = 100_000;

type Key = (Limit, [u8; 16]);

/// The counters.
#[derive(Default)]
pub struct Limits {
    windows: Mutex<HashMap<Key, (i64, u32)>>,
}

impl Limits {
    /// Counts a try of somebody, known by any text (an address, a login name).
    ///
    /// # Errors
    /// [`Error::TooMany`] with the seconds to wait.
    pub fn count(&self, limit: Limit, who: &str, now: Timestamp) -> Result<()> {
        let (most, seconds) = limit.allowance();
        let digest = Sha256::digest(who.as_bytes());
        let mut key = [0; 16];
        key.copy_from_slice(&digest[..16]);
        let now = now.as_second();
        let mut windows = self.windows.lock().expect("counting never panics");
        if windows.len() >= MOST_KEYS {
            windows.retain(|(limit, _), (start, _)| now - *start < limit.allowance().1);
        }
        let (start, count) = windows.entry((limit, key)).or_insert((now, 0));
        if now - *start >= seconds {
            (*start, *count) = (now, 0);
        }
        if *count >= most {
            return Err(Error::TooMany { wait: u64::try_from(*start + seconds - now).unwrap_or(1) });
        }
        *count += 1;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_eleventh_sign_in_waits_for_the_window() {
        let limits = Limits::default();
        let start = Timestamp::from_second(1_000_000).expect("an instant");
        for _ in 0..10 {
            limits.count(Limit::SignIn, "desk", start).expect("ten tries are free");
        }
        assert!(matches!(limits.count(Limit::SignIn, "desk", start), Err(Error::TooMany { wait: 900 })));
        limits.count(Limit::SignIn, "other", start).expect("somebody else is free");
        let later = Timestamp::from_second(1_000_900).expect("an instant");
        limits.count(Limit::SignIn, "desk", later).expect("a new window");
    }
}
