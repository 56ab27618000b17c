//! How far it is, as one line of a terminal; nothing where no terminal listens.

use std::cell::Cell;
use std::io::{IsTerminal, Write, stderr};
use std::time::{Duration, Instant};

/// Time between two pictures.
const PAUSE: Duration = Duration::from_millis(100);
/// Signs of the bar.
const WIDTH: u64 = 30;
/// Characters of a name.
const NAME_MAX: usize = 40;

/// The line.
pub(super) struct Bar {
    shown: bool,
    documents: Cell<u64>,
    drawn: Cell<Option<Instant>>,
}

impl Bar {
    pub(super) fn new() -> Self {
        Bar { shown: stderr().is_terminal(), documents: Cell::new(0), drawn: Cell::new(None) }
    }

    /// One document more.
    pub(super) fn count(&self) {
        self.documents.set(self.documents.get() + 1);
    }

    /// So much of so much of a source is done.
    pub(super) fn show(&self, source: &str, done: u64, all: u64) {
        if !self.shown || self.drawn.get().is_some_and(|drawn| drawn.elapsed() < PAUSE) {
            return;
        }
        self.drawn.set(Some(Instant::now()));
        self.write(&picture(source, done, all, self.documents.get()));
    }

    /// A line that stays, above the bar.
    pub(super) fn say(&self, text: &str) {
        self.clear();
        eprintln!("{text}");
    }

    /// Takes the bar away.
    pub(super) fn clear(&self) {
        if self.shown {
            self.write("");
            self.drawn.set(None);
        }
    }

    /// Nobody is told when the terminal is gone.
    fn write(&self, text: &str) {
        let mut to = stderr().lock();
        write!(to, "\r\x1b[2K{text}").and_then(|()| to.flush()).ok();
    }
}

fn picture(source: &str, done: u64, all: u64, documents: u64) -> String {
    let name: String = source.chars().rev().take(NAME_MAX).collect::<Vec<_>>().into_iter().rev().collect();
    let full = if all == 0 { 0 } else { (u128::from(done.min(all)) * u128::from(WIDTH) / u128::from(all)) as usize };
    let percent = if all == 0 { 0 } else { u128::from(done.min(all)) * 100 / u128::from(all) };
    let (filled, empty) = ("#".repeat(full), "-".repeat(WIDTH as usize - full));
    format!("[{filled}{empty}] {percent:>3} %  {documents} documents  {name}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_picture_stays_in_its_line() {
        assert_eq!(picture("a.zip", 1, 2, 7), "[###############---------------]  50 %  7 documents  a.zip");
        assert!(picture(&"x".repeat(1_000), 9, 2, 0).chars().count() < 120);
        assert!(picture("", 0, 0, 0).starts_with("[-"));
    }
}
