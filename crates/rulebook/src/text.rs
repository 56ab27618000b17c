//! Texts in the partnership's two languages (decision 8): plain text with paragraphs, neither Markdown nor HTML.

use serde::{Deserialize, Serialize};

/// A language that Noroshi speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Japanese, the partnership's own language.
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
}

impl std::str::FromStr for Language {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        match text {
            "ja" => Ok(Language::Ja),
            "en" => Ok(Language::En),
            _ => Err(()),
        }
    }
}

/// The same text in Japanese and in English. An empty side is not written yet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Localized {
    /// Japanese.
    #[serde(default)]
    pub ja: String,
    /// English.
    #[serde(default)]
    pub en: String,
}

impl Localized {
    /// Both sides at once.
    pub fn new(ja: impl Into<String>, en: impl Into<String>) -> Self {
        Localized { ja: ja.into(), en: en.into() }
    }

    /// The side of one language, empty when it is not written yet.
    #[must_use]
    pub fn exact(&self, language: Language) -> &str {
        match language {
            Language::Ja => &self.ja,
            Language::En => &self.en,
        }
    }

    /// The side of one language, or the other one when this is empty.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        let wanted = self.exact(language);
        if !wanted.trim().is_empty() {
            return wanted;
        }
        match language {
            Language::Ja => &self.en,
            Language::En => &self.ja,
        }
    }

    /// Whether both sides say something.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        !self.ja.trim().is_empty() && !self.en.trim().is_empty()
    }

    /// Whether neither side says anything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ja.trim().is_empty() && self.en.trim().is_empty()
    }
}
