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

/// The wall clock, so many days ahead: in a demo people let time pass to see what a month brings. What it keeps of the
/// days is the business of whoever made it.
#[derive(Clone)]
pub struct AheadClock {
    days: Arc<AtomicI64>,
    keep: Arc<dyn Fn(i64) -> std::io::Result<()> + Send + Sync>,
}

impl AheadClock {
    /// A clock that is `days` ahead; `keep` is told of every new number of days before it counts.
    pub fn new(days: i64, keep: impl Fn(i64) -> std::io::Result<()> + Send + Sync + 'static) -> Self {
        AheadClock { days: Arc::new(AtomicI64::new(days)), keep: Arc::new(keep) }
    }

    /// Lets days pass; time never goes back.
    ///
    /// # Errors
    /// When the new number cannot be kept; then no time has passed.
    pub fn let_pass(&self, days: u16) -> std::io::Result<()> {
        let ahead = self.days.load(Ordering::SeqCst) + i64::from(days);
        (self.keep)(ahead)?;
        self.days.store(ahead, Ordering::SeqCst);
        Ok(())
    }
}

impl Clock for AheadClock {
    fn now(&self) -> Timestamp {
        SystemClock.now() + jiff::SignedDuration::from_hours(24 * self.days.load(Ordering::SeqCst))
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
        let kept = Arc::new(AtomicI64::new(0));
        let seen = kept.clone();
        let clock = AheadClock::new(0, move |days| {
            if days > 100 {
                return Err(std::io::ErrorKind::StorageFull.into());
            }
            seen.store(days, Ordering::SeqCst);
            Ok(())
        });
        let before = clock.now();
        clock.let_pass(30).expect("kept");
        assert_eq!(kept.load(Ordering::SeqCst), 30);
        assert!(clock.now().duration_since(before) >= jiff::SignedDuration::from_hours(24 * 30));
        assert!(clock.let_pass(180).is_err());
        assert!(clock.now().duration_since(before) < jiff::SignedDuration::from_hours(24 * 31), "no time has passed");
    }
}
