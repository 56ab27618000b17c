//! Waiting until the machine is quiet. On a shared processor a neighbour that works in memory makes others take twice as
//! long for as many seconds as it works: what is measured then says what the neighbour does. So before each round a yardstick
//! is read, always the same work; while it takes longer than at its best in this run, the round waits. A round during which
//! it became loud is measured once more. Where it is never quiet for long, who measures says what the yardstick takes at its
//! best, as an earlier run found out, and has more patience.

use std::hint::black_box;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use serde_json::Value;

/// Rounds that are begun and ended in quiet; one more warms up.
pub const ROUNDS: usize = 5;
/// The same of short ones: between two readings it may be loud for a moment.
const SHORT_ROUNDS: usize = 30;
/// Rounds at most, loud ones included; and of short ones, of which some fit in between even where it is loud.
const TRIES: usize = 6 * (ROUNDS + 1);
const SHORT_TRIES: usize = 8 * SHORT_ROUNDS;
/// How much longer than at its best the yardstick may take, in percent.
const LOUD: u64 = 125;
/// Readings of the yardstick at once, of which the least counts.
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

/// Rounds of something, each begun in quiet, counted from 0: the first warms up. They end when enough of them were quiet.
pub fn rounds() -> impl Iterator<Item = usize> {
    tries(TRIES, ROUNDS, PATIENCE)
}

/// The same for rounds of some thousandths of a second, of which there may be more.
pub fn short_rounds() -> impl Iterator<Item = usize> {
    tries(SHORT_TRIES, SHORT_ROUNDS, SHORT_PATIENCE)
}

fn tries(most: usize, wanted: usize, patience: Duration) -> impl Iterator<Item = usize> {
    let (mut done, mut quiet) = (0, 0);
    std::iter::from_fn(move || {
        if done > 0 {
            let was_quiet = usize::from(is_quiet());
            quiet += was_quiet;
            QUIET.fetch_add(was_quiet as u64, Ordering::Relaxed);
            ALL.fetch_add(1, Ordering::Relaxed);
        }
        if quiet > wanted || done == most {
            return None;
        }
        wait_for(patience);
        done += 1;
        Some(done - 1)
    })
}

/// Waits until it is quiet, or for as long as there is patience.
pub fn wait() {
    wait_for(PATIENCE);
}

fn wait_for(patience: Duration) {
    let begin = Instant::now();
    if BEST.load(Ordering::Relaxed) == u64::MAX {
        while begin.elapsed() < FIRST_LOOK {
            is_quiet();
        }
    }
    let waited = Duration::from_millis(WAITED.load(Ordering::Relaxed));
    let in_all = Duration::from_millis(PATIENCE_IN_ALL.load(Ordering::Relaxed));
    let patience = patience.min(in_all.saturating_sub(waited));
    let begin = Instant::now();
    while !is_quiet() && begin.elapsed() < patience {}
    WAITED.fetch_add(begin.elapsed().as_millis() as u64, Ordering::Relaxed);
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
fn is_quiet() -> bool {
    static TEXT: OnceLock<String> = OnceLock::new();
    let text = TEXT.get_or_init(|| {
        let one = |number| serde_json::json!({ "number": number, "name": "yardstick", "list": [number, "text"] });
        Value::Array((0..500).map(one).collect()).to_string()
    });
    let read = |_| {
        let begin = Instant::now();
        black_box(serde_json::from_str::<Value>(black_box(text)).is_ok());
        begin.elapsed().as_nanos() as u64
    };
    // The first readings bring it into the processor's memory.
    let took = (0..READINGS).map(read).min().unwrap_or(u64::MAX);
    let best = BEST.fetch_min(took, Ordering::Relaxed).min(took);
    took * 100 <= best * LOUD
}
