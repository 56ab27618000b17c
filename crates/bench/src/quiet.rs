//! Waiting until the machine is quiet, and hearing how loud it is. On a shared processor a neighbour that works in memory
//! makes others take twice as long for as long as it works: what is measured then says what the neighbour does. So before each
//! round a yardstick is read, always the same work; while it takes longer than at its best in this run, the round waits. It is
//! read again when the round ends: what took longer in loud rounds is told by how much longer the yardstick took as well. Where
//! it is never quiet for long, who measures says what the yardstick takes at its best, as an earlier run found out, and has
//! more patience.

use std::hint::black_box;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::figures::thread_cpu;

/// Rounds that are begun and ended in quiet; one more warms up.
pub const ROUNDS: usize = 5;
/// The same of short ones: between two readings it may be loud for a moment.
const SHORT_ROUNDS: usize = 30;
/// Rounds at most, loud ones included; and of short ones, of which some fit in between even where it is loud.
const TRIES: usize = 6 * (ROUNDS + 1);
const SHORT_TRIES: usize = 8 * SHORT_ROUNDS;
/// How much longer than at its best the yardstick may take, in percent.
const LOUD: u64 = 125;
/// Readings of the yardstick at once.
const READINGS: usize = 3;
/// How long the first look takes, which finds out what is best.
const FIRST_LOOK: Duration = Duration::from_secs(3);
/// How long a round waits; and a short one, for which moments will do.
const PATIENCE: Duration = Duration::from_secs(20);
const SHORT_PATIENCE: Duration = Duration::from_millis(30);

/// How long all rounds together wait, in milliseconds: some seven minutes, unless somebody says otherwise.
static PATIENCE_IN_ALL: AtomicU64 = AtomicU64::new(400_000);
/// The yardstick at its best, in nanoseconds.
static BEST: AtomicU64 = AtomicU64::new(u64::MAX);
/// Milliseconds that were waited.
static WAITED: AtomicU64 = AtomicU64::new(0);
/// Rounds that ended in quiet, and all.
static QUIET: AtomicU64 = AtomicU64::new(0);
static ALL: AtomicU64 = AtomicU64::new(0);

/// What the yardstick takes at its best, when that is known.
pub fn know(best: Duration) {
    BEST.fetch_min(best.as_nanos() as u64, Ordering::Relaxed);
}

/// How long all rounds together may wait.
pub fn be_patient(patience: Duration) {
    PATIENCE_IN_ALL.store(patience.as_millis() as u64, Ordering::Relaxed);
}

/// What the yardstick takes, in nanoseconds.
#[derive(Clone, Copy, Debug)]
pub struct Reading {
    /// At least, of some readings.
    least: u64,
    /// In the mean, without the first, which brings it into the processor's memory.
    mean: u64,
}

impl Reading {
    fn is_quiet(self) -> bool {
        self.least * 100 <= BEST.load(Ordering::Relaxed) * LOUD
    }
}

/// How loud it was just before something and just after it.
#[derive(Clone, Copy, Debug)]
pub struct Heard {
    before: Reading,
    after: Reading,
}

impl Heard {
    /// Around what has happened since a reading.
    pub fn since(before: Reading) -> Heard {
        Heard { before, after: read() }
    }

    /// Whether it was quiet.
    pub fn is_quiet(self) -> bool {
        self.before.is_quiet() && self.after.is_quiet()
    }

    /// How many times as long as at its best the yardstick took.
    pub fn times(self) -> f64 {
        u64::midpoint(self.before.mean, self.after.mean) as f64 / BEST.load(Ordering::Relaxed) as f64
    }

    /// Something heard, of which the yardstick took so many times as long as at its best.
    #[cfg(test)]
    pub fn of(times: f64) -> Heard {
        know(Duration::from_millis(1));
        let took = (BEST.load(Ordering::Relaxed) as f64 * times) as u64;
        let reading = Reading { least: took, mean: took };
        Heard { before: reading, after: reading }
    }
}

/// Rounds of something, each begun in quiet if that comes; the first warms up. They end when enough of them were quiet, or
/// there were enough of them.
#[derive(Debug)]
pub struct Rounds {
    done: usize,
    quiet: usize,
    most: usize,
    wanted: usize,
    patience: Duration,
    before: Reading,
}

impl Rounds {
    /// At most so many.
    pub const fn of(most: usize) -> Self {
        let before = Reading { least: 0, mean: 0 };
        Rounds { done: 0, quiet: 0, most, wanted: ROUNDS, patience: PATIENCE, before }
    }

    /// The usual number.
    pub const fn long() -> Self {
        Rounds::of(TRIES)
    }

    /// Rounds of many things, of which a few are measured together.
    pub const fn many() -> Self {
        Rounds { wanted: SHORT_ROUNDS, patience: SHORT_PATIENCE, ..Rounds::of(4 * SHORT_ROUNDS) }
    }

    /// Rounds of some thousandths of a second, of which there may be more.
    pub const fn short() -> Self {
        Rounds { most: SHORT_TRIES, ..Rounds::many() }
    }

    /// Waits for a moment to begin; gives the number of the round, from 0, or nothing when they have ended.
    pub fn begin(&mut self) -> Option<usize> {
        if self.quiet > self.wanted || self.done == self.most {
            return None;
        }
        self.before = wait_for(self.patience);
        self.done += 1;
        Some(self.done - 1)
    }

    /// Ends the round.
    pub fn end(&mut self) -> Heard {
        let heard = Heard::since(self.before);
        ALL.fetch_add(1, Ordering::Relaxed);
        if heard.is_quiet() {
            self.quiet += 1;
            QUIET.fetch_add(1, Ordering::Relaxed);
        }
        heard
    }
}

/// Waits until it is quiet, or for as long as there is patience.
pub fn wait() {
    wait_for(PATIENCE);
}

/// The same; gives what was read last.
fn wait_for(patience: Duration) -> Reading {
    let begin = Instant::now();
    if BEST.load(Ordering::Relaxed) == u64::MAX {
        while begin.elapsed() < FIRST_LOOK {
            read();
        }
    }
    let waited = Duration::from_millis(WAITED.load(Ordering::Relaxed));
    let in_all = Duration::from_millis(PATIENCE_IN_ALL.load(Ordering::Relaxed));
    let patience = patience.min(in_all.saturating_sub(waited));
    let begin = Instant::now();
    let mut reading = read();
    while !reading.is_quiet() && begin.elapsed() < patience {
        reading = read();
    }
    WAITED.fetch_add(begin.elapsed().as_millis() as u64, Ordering::Relaxed);
    reading
}

/// How it was, in words.
pub fn said() -> String {
    let [quiet, all, best] = [&QUIET, &ALL, &BEST].map(|count| count.load(Ordering::Relaxed));
    let best = best / 1000;
    format!(
        "{quiet} of {all} rounds were begun and ended while the machine was quiet (the yardstick at its best: {best} µs)"
    )
}

/// Reads the yardstick.
pub fn read() -> Reading {
    static TEXT: OnceLock<String> = OnceLock::new();
    let text = TEXT.get_or_init(|| {
        let one = |number| serde_json::json!({ "number": number, "name": "yardstick", "list": [number, "text"] });
        Value::Array((0..500).map(one).collect()).to_string()
    });
    let once = || {
        let begin = thread_cpu();
        black_box(serde_json::from_str::<Value>(black_box(text)).is_ok());
        (thread_cpu() - begin).as_nanos() as u64
    };
    let [first, rest @ ..] = [(); READINGS].map(|()| once());
    let least = rest.iter().fold(first, |least, took| least.min(*took));
    // One reading alone may be a slip of the clock: at its best is what the yardstick is more than once in a row.
    let most = rest.iter().fold(0, |most, took| most.max(*took));
    BEST.fetch_min(most, Ordering::Relaxed);
    Reading { least, mean: rest.iter().sum::<u64>() / rest.len() as u64 }
}
