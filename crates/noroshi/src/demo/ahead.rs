//! How far the demo's days have run ahead of the wall: a number in a file of its folder.

use std::path::Path;

use casework::clock::AheadClock;

const FILE_NAME: &str = "days-ahead";

/// The demo's clock, as far ahead as it was left.
pub fn clock(folder: &Path) -> AheadClock {
    let file = folder.join(FILE_NAME);
    let kept = std::fs::read_to_string(&file).ok();
    let days = kept.and_then(|text| text.trim().parse().ok()).unwrap_or(0);
    AheadClock::new(days, move |days| std::fs::write(&file, days.to_string()))
}
