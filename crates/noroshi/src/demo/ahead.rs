//! How far the demo has run ahead of the wall: a number of seconds in a file of its folder.

use std::path::Path;

use casework::clock::AheadClock;

const FILE_NAME: &str = "seconds-ahead";

/// The demo's clock, as far ahead as it was left.
pub fn clock(folder: &Path) -> AheadClock {
    let file = folder.join(FILE_NAME);
    let kept = std::fs::read_to_string(&file).ok();
    let seconds = kept.and_then(|text| text.trim().parse().ok()).unwrap_or(0);
    AheadClock::new(seconds, move |seconds| std::fs::write(&file, seconds.to_string()))
}
