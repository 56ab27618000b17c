//! Texts in two languages, in the JSON shape that the whole program uses: `{"ja": …, "en": …}`.
//!
//! The formats know no case, so they bring their own type; the shape is the contract.

use serde::{Deserialize, Serialize};

/// A language that an advisory is written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Japanese, the original.
    #[default]
    Ja,
    /// English.
    En,
}

impl Language {
    /// Both languages, Japanese first.
    pub const ALL: [Language; 2] = [Language::Ja, Language::En];

    /// BCP 47 tag: `ja` or `en`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Language::Ja => "ja",
            Language::En => "en",
        }
    }

    /// One of two words, by language.
    #[must_use]
    pub const fn pick<'a>(self, ja: &'a str, en: &'a str) -> &'a str {
        match self {
            Language::Ja => ja,
            Language::En => en,
        }
    }

    /// The other language.
    #[must_use]
    pub const fn other(self) -> Language {
        match self {
            Language::Ja => Language::En,
            Language::En => Language::Ja,
        }
    }
}

/// The same text in Japanese and in English: plain text with paragraphs, neither Markdown nor HTML.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Localized {
    /// Japanese; empty when not written.
    #[serde(default)]
    pub ja: String,
    /// English; empty when not written.
    #[serde(default)]
    pub en: String,
}

impl Localized {
    /// Both sides at once.
    pub fn new(ja: impl Into<String>, en: impl Into<String>) -> Self {
        Localized { ja: ja.into(), en: en.into() }
    }

    /// The same words in both languages, such as a product's name.
    pub fn same(text: impl Into<String>) -> Self {
        let text = text.into();
        Localized { ja: text.clone(), en: text }
    }

    /// The side of one language, empty when it is not written.
    #[must_use]
    pub fn exact(&self, language: Language) -> &str {
        language.pick(&self.ja, &self.en)
    }

    /// The side of one language, or the other one when this is empty.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        let wanted = self.exact(language);
        if wanted.trim().is_empty() { self.exact(language.other()) } else { wanted }
    }

    /// Whether neither side says anything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ja.trim().is_empty() && self.en.trim().is_empty()
    }

    /// Whether exactly one side says something; the language that is missing.
    #[must_use]
    pub fn missing_side(&self) -> Option<Language> {
        match (self.ja.trim().is_empty(), self.en.trim().is_empty()) {
            (true, false) => Some(Language::Ja),
            (false, true) => Some(Language::En),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_side_stands_in_for_the_other() {
        let text = Localized::new("概要", " ");
        assert_eq!(text.get(Language::En), "概要");
        assert_eq!(text.exact(Language::En), " ");
        assert_eq!(text.missing_side(), Some(Language::En));
        assert_eq!(Localized::same("x").missing_side(), None);
        assert!(Localized::default().is_empty());
    }

    #[test]
    fn json_shape_is_the_programs() {
        assert_eq!(serde_json::to_string(&Localized::new("あ", "a")).unwrap(), r#"{"ja":"あ","en":"a"}"#);
    }
}
