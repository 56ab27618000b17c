//! A search: words, filters, order. Everything in it is bounded when it is made, so nothing later has to be.

use formats::Severity;
use formats::document::Affectedness;
use jiff::civil::Date;

use crate::text::fold;

/// Characters of a search that are read.
pub const TEXT_MAX: usize = 200;
/// Words of a search that are read.
pub const WORDS_MAX: usize = 10;
/// Characters of a word that are read.
pub const WORD_MAX: usize = 60;

/// The words of a search, folded, each once. Never more or longer than can be answered quickly.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Words(Vec<String>);

impl Words {
    /// The words of a text, parted by blanks. What is too long is cut.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let text: String = text.chars().take(TEXT_MAX).collect();
        let mut words: Vec<String> = Vec::new();
        for word in fold(&text).split_whitespace().take(WORDS_MAX) {
            let word: String = word.chars().take(WORD_MAX).collect();
            if !words.contains(&word) {
                words.push(word);
            }
        }
        Words(words)
    }
}

impl std::ops::Deref for Words {
    type Target = [String];

    fn deref(&self) -> &[String] {
        &self.0
    }
}

/// What somebody looks for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Question {
    /// The words; all of them have to be there.
    pub words: Words,
    /// Only of this vendor: a name or the name in addresses.
    pub vendor: Option<String>,
    /// Only of products that are called so.
    pub product: Option<String>,
    /// Only this severity.
    pub severity: Option<Severity>,
    /// Only published in this year.
    pub year: Option<i16>,
    /// Only with this weakness: `CWE-79`.
    pub cwe: Option<String>,
    /// Only of this source, by its name in addresses.
    pub source: Option<String>,
    /// Only where a vendor says so; the vendor asked for, when one is.
    pub status: Option<Affectedness>,
    /// Only published on this day or later.
    pub from: Option<Date>,
    /// Only published on this day or earlier.
    pub to: Option<Date>,
    /// The order.
    pub sort: Sort,
}

/// The order of what was found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sort {
    /// The newest change first.
    #[default]
    Updated,
    /// The oldest change first.
    UpdatedUp,
    /// The newest publication first.
    Published,
    /// The oldest publication first.
    PublishedUp,
    /// The worst first.
    Score,
    /// The mildest first.
    ScoreUp,
    /// What fits best first; of equals the newest change.
    Relevance,
}

impl Sort {
    /// All orders.
    pub const ALL: [Sort; 7] = [
        Sort::Relevance,
        Sort::Updated,
        Sort::UpdatedUp,
        Sort::Published,
        Sort::PublishedUp,
        Sort::Score,
        Sort::ScoreUp,
    ];

    /// The name as in the query `sort=…`; a minus means down.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Sort::Updated => "-updated",
            Sort::UpdatedUp => "updated",
            Sort::Published => "-published",
            Sort::PublishedUp => "published",
            Sort::Score => "-score",
            Sort::ScoreUp => "score",
            Sort::Relevance => "relevance",
        }
    }

    /// The order of a name; `newest` and `severity` are understood as well.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        match name {
            "newest" => Some(Sort::Published),
            "severity" => Some(Sort::Score),
            _ => Sort::ALL.into_iter().find(|sort| sort.name() == name),
        }
    }
}

impl Question {
    /// A search for the words of a text, without filters.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Question { words: Words::of(text), ..Question::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_is_bounded() {
        let long = Question::new(&"あ ".repeat(100_000));
        assert_eq!(&long.words[..], ["あ"]);
        let many: String = (0..1000).map(|number| format!("{number} ")).collect();
        assert_eq!(Question::new(&many).words.len(), WORDS_MAX);
        // ﷺ folds into eighteen characters.
        let wide = Question::new(&"\u{FDFA}".repeat(10_000));
        assert!(wide.words.iter().all(|word| word.chars().count() <= WORD_MAX));
    }

    #[test]
    fn orders_have_names() {
        assert!(Sort::ALL.into_iter().all(|sort| Sort::parse(sort.name()) == Some(sort)));
        assert_eq!(Sort::parse("newest"), Some(Sort::Published));
        assert_eq!(Sort::parse("mood"), None);
    }
}
