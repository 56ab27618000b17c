//! The two clocks (decision 5): the procedure's, which a demo or a test may move, and security's, which is the wall.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::Timestamp;

/// A source of instants.
pub trait Clock: Send + Sync {
    /// The instant now.
    fn now(&self) -> Timestamp;
}

/// The wall clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the clock that the others are sent to")]
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

/// The wall clock, so many seconds ahead: in a demo people let time pass to see what a month brings. What it keeps of them
/// is the business of whoever made it.
#[derive(Clone)]
pub struct AheadClock {
    seconds: Arc<AtomicI64>,
    keep: Arc<dyn Fn(i64) -> std::io::Result<()> + Send + Sync>,
}

impl AheadClock {
    /// A clock that is `seconds` ahead; `keep` is told of every new number of seconds before it counts.
    pub fn new(seconds: i64, keep: impl Fn(i64) -> std::io::Result<()> + Send + Sync + 'static) -> Self {
        AheadClock { seconds: Arc::new(AtomicI64::new(seconds)), keep: Arc::new(keep) }
    }

    /// Lets days pass; time never goes back.
    ///
    /// # Errors
    /// When the new number cannot be kept; then no time has passed.
    pub fn let_pass(&self, days: u16) -> std::io::Result<()> {
        self.go_on(i64::from(days) * 24 * 60 * 60)
    }

    /// Lets time pass until an instant; when it has come already, nothing happens.
    ///
    /// # Errors
    /// When the new number cannot be kept; then no time has passed.
    pub fn let_pass_until(&self, at: Timestamp) -> std::io::Result<()> {
        self.go_on(at.duration_since(self.now()).as_secs().max(0))
    }

    fn go_on(&self, seconds: i64) -> std::io::Result<()> {
        let ahead = self.seconds.load(Ordering::SeqCst) + seconds;
        (self.keep)(ahead)?;
        self.seconds.store(ahead, Ordering::SeqCst);
        Ok(())
    }
}

impl Clock for AheadClock {
    fn now(&self) -> Timestamp {
        SystemClock.now() + jiff::SignedDuration::from_secs(self.seconds.load(Ordering::SeqCst))
    }
}

/// A clock that is moved by hand: for tests and for filling a demo.
#[derive(Clone, Debug)]
pub struct ManualClock(Arc<AtomicI64>);

impl ManualClock {
    /// A clock that stands at an instant.
    #[must_use]
    pub fn new(at: Timestamp) -> Self {
        ManualClock(Arc::new(AtomicI64::new(at.as_microsecond())))
    }

    /// Sets it to an instant.
    pub fn set(&self, at: Timestamp) {
        self.0.store(at.as_microsecond(), Ordering::SeqCst);
    }

    /// Moves it on by seconds.
    pub fn advance(&self, seconds: i64) {
        self.0.fetch_add(seconds * 1_000_000, Ordering::SeqCst);
    }
}

impl Clock for ManualClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_microsecond(self.0.load(Ordering::SeqCst)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_passes_only_when_it_is_kept_and_never_goes_back() {
        const DAY: i64 = 24 * 60 * 60;
        let kept = Arc::new(AtomicI64::new(0));
        let seen = kept.clone();
        let clock = AheadClock::new(0, move |seconds| {
            if seconds > 100 * DAY {
                return Err(std::io::ErrorKind::StorageFull.into());
            }
            seen.store(seconds, Ordering::SeqCst);
            Ok(())
        });
        let before = clock.now();
        clock.let_pass(30).expect("kept");
        assert_eq!(kept.load(Ordering::SeqCst), 30 * DAY);
        assert!(clock.now().duration_since(before) >= jiff::SignedDuration::from_hours(24 * 30));
        assert!(clock.let_pass(180).is_err());
        assert!(clock.now().duration_since(before) < jiff::SignedDuration::from_hours(24 * 31), "no time has passed");

        clock.let_pass_until(before).expect("kept");
        assert_eq!(kept.load(Ordering::SeqCst), 30 * DAY, "what is past has come already");
        let later = clock.now() + jiff::SignedDuration::from_hours(5);
        clock.let_pass_until(later).expect("kept");
        assert!(later.duration_since(clock.now()) < jiff::SignedDuration::from_secs(2));
    }
}
