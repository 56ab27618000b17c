//! `pages/websites.json` of the published tree: the quarterly figures of websites. They are counts alone; the portal
//! knows nothing else of websites.
//!
//! Everything is optional, so that a tree written by an older or newer program still gives a page.

use serde::Deserialize;
use ui::Lang;

/// Where the document lies in the tree.
pub const WEBSITES_PATH: &str = "pages/websites.json";

/// The document.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Websites {
    /// First days of the columns of days to the fix.
    pub fix_columns: Vec<i32>,
    /// First days of the columns of days without a fix.
    pub prolonged_columns: Vec<i32>,
    /// The quarters, the newest first.
    pub quarters: Vec<Quarter>,
}

/// Everything up to the end of a quarter.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Quarter {
    /// Its last day, `2026-09-30`.
    pub as_of: String,
    /// Reports received.
    pub received: u64,
    /// Reports not accepted.
    pub rejected: u64,
    /// Cases by how they stand.
    pub status: Vec<Counted>,
    /// Cases by kind.
    pub kinds: Vec<Counted>,
    /// Cases by effect.
    pub effects: Vec<Counted>,
    /// Days to the fix by kind.
    pub days_to_fix: Vec<Spread>,
    /// Days without a fix by kind.
    pub prolonged: Vec<Spread>,
}

/// A count.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Counted {
    /// Its stable word.
    pub key: String,
    /// Its name in Japanese, where the edition has one.
    pub ja: String,
    /// In English.
    pub en: String,
    /// How many.
    pub count: u64,
}

/// Counts in columns.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Spread {
    /// Its name in Japanese.
    pub ja: String,
    /// In English.
    pub en: String,
    /// How many in each column.
    pub counts: Vec<u64>,
}

impl Quarter {
    /// How many cases are in one of these states.
    #[must_use]
    pub fn in_states(&self, states: &[&str]) -> u64 {
        self.status.iter().filter(|one| states.contains(&one.key.as_str())).map(|one| one.count).sum()
    }
}

impl Counted {
    /// Its name.
    #[must_use]
    pub fn name(&self, lang: Lang) -> &str {
        lang.pick(&self.ja, &self.en)
    }
}

impl Spread {
    /// Its name.
    #[must_use]
    pub fn name(&self, lang: Lang) -> &str {
        lang.pick(&self.ja, &self.en)
    }
}
