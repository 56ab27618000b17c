//! `developers.json` of the published tree: developers that agreed to be listed (Ⅳ.4.1.第2段), and where they take reports
//! straight from finders (Ⅳ.4.1.第3段).
//!
//! Everything but the name is optional, so that a tree written by an older or newer program still gives a page.

use serde::{Deserialize, Serialize};

/// Where the document lies in the tree.
pub const DEVELOPERS_PATH: &str = "developers.json";

/// The document, in the order of the readings.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct Developers {
    /// The developers.
    pub developers: Vec<Developer>,
}

/// A developer that agreed to be listed.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub struct Developer {
    /// Name in Japanese, or its only name.
    pub name: String,
    /// Name in English; empty where it has none.
    #[serde(default)]
    pub name_en: String,
    /// Reading of the name.
    #[serde(default)]
    pub reading: String,
    /// Its site.
    #[serde(default)]
    pub website: String,
    /// Where it takes direct reports: an address of a page or of a mail box; empty when it does not.
    #[serde(default)]
    pub direct_window: String,
}

impl Developer {
    /// Whether the words that somebody looks for stand in its names or reading.
    #[must_use]
    pub fn says(&self, words: &str) -> bool {
        let text = [&self.name, &self.name_en, &self.reading].map(String::as_str).join("\n").to_lowercase();
        words.to_lowercase().split_whitespace().all(|word| text.contains(word))
    }

    /// Whether it takes reports straight from finders.
    #[must_use]
    pub fn takes_reports(&self) -> bool {
        !self.direct_window.trim().is_empty()
    }
}
