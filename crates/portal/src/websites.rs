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
pub struct Websites {
    /// First days of the columns of days to the fix.
    #[serde(default)]
    pub fix_columns: Vec<i32>,
    /// First days of the columns of days without a fix.
    #[serde(default)]
    pub prolonged_columns: Vec<i32>,
    /// The quarters, the newest first.
    #[serde(default)]
    pub quarters: Vec<Quarter>,
}

/// Everything up to the end of a quarter.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Quarter {
    /// Its last day, `2026-09-30`.
    #[serde(default)]
    pub as_of: String,
    /// Reports received.
    #[serde(default)]
    pub received: u64,
    /// Reports not accepted.
    #[serde(default)]
    pub rejected: u64,
    /// Cases by how they stand.
    #[serde(default)]
    pub status: Vec<Counted>,
    /// Cases by kind.
    #[serde(default)]
    pub kinds: Vec<Counted>,
    /// Cases by effect.
    #[serde(default)]
    pub effects: Vec<Counted>,
    /// Days to the fix by kind.
    #[serde(default)]
    pub days_to_fix: Vec<Spread>,
    /// Days without a fix by kind.
    #[serde(default)]
    pub prolonged: Vec<Spread>,
}

/// A count.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Counted {
    /// Its stable word.
    #[serde(default)]
    pub key: String,
    /// Its name in Japanese, where the edition has one.
    #[serde(default)]
    pub ja: String,
    /// In English.
    #[serde(default)]
    pub en: String,
    /// How many.
    #[serde(default)]
    pub count: u64,
}

/// Counts in columns.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Spread {
    /// Its name in Japanese.
    #[serde(default)]
    pub ja: String,
    /// In English.
    #[serde(default)]
    pub en: String,
    /// How many in each column.
    #[serde(default)]
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
