//! The parts of an advisory's text, in the order in which the public reads them.

use rulebook::advisory::AdvisoryContent;
use rulebook::text::Localized;
use ui::Lang;

/// A part that is a text in two languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TextPart {
    Title,
    Overview,
    Note,
    Details,
    Impact,
    Solution,
    Supplement,
    Credit,
}

impl TextPart {
    /// All of them, in their order.
    pub(super) const ALL: [TextPart; 8] = [
        TextPart::Title,
        TextPart::Overview,
        TextPart::Note,
        TextPart::Details,
        TextPart::Impact,
        TextPart::Solution,
        TextPart::Supplement,
        TextPart::Credit,
    ];

    /// The name of its fields, without the language.
    pub(super) const fn word(self) -> &'static str {
        match self {
            TextPart::Title => "title",
            TextPart::Overview => "overview",
            TextPart::Note => "note",
            TextPart::Details => "details",
            TextPart::Impact => "impact",
            TextPart::Solution => "solution",
            TextPart::Supplement => "supplement",
            TextPart::Credit => "credit",
        }
    }

    /// Most characters of one language. All parts together stay below what a form may carry.
    pub(super) const fn limit(self) -> usize {
        match self {
            TextPart::Title => 200,
            TextPart::Overview | TextPart::Note | TextPart::Impact => 2_000,
            TextPart::Details | TextPart::Solution => 10_000,
            TextPart::Supplement => 4_000,
            TextPart::Credit => 1_000,
        }
    }

    /// Lines of text that are in sight at first.
    pub(super) const fn rows(self) -> usize {
        match self {
            TextPart::Title => 2,
            TextPart::Details | TextPart::Solution => 7,
            TextPart::Overview | TextPart::Impact | TextPart::Credit => 4,
            TextPart::Note | TextPart::Supplement => 3,
        }
    }

    /// The part of a text.
    pub(super) const fn of(self, content: &AdvisoryContent) -> &Localized {
        match self {
            TextPart::Title => &content.title,
            TextPart::Overview => &content.overview,
            TextPart::Note => &content.affected_note,
            TextPart::Details => &content.details,
            TextPart::Impact => &content.impact,
            TextPart::Solution => &content.solution,
            TextPart::Supplement => &content.supplement,
            TextPart::Credit => &content.credit,
        }
    }

    /// The part of a text, to write.
    pub(super) const fn of_mut(self, content: &mut AdvisoryContent) -> &mut Localized {
        match self {
            TextPart::Title => &mut content.title,
            TextPart::Overview => &mut content.overview,
            TextPart::Note => &mut content.affected_note,
            TextPart::Details => &mut content.details,
            TextPart::Impact => &mut content.impact,
            TextPart::Solution => &mut content.solution,
            TextPart::Supplement => &mut content.supplement,
            TextPart::Credit => &mut content.credit,
        }
    }
}

/// Every part by its word, in the order of the public page.
pub(super) const WORDS: [&str; 15] = [
    "title",
    "overview",
    "affected",
    "note",
    "details",
    "impact",
    "solution",
    "vendors",
    "supplement",
    "cvss",
    "cwe",
    "cve",
    "credit",
    "references",
    "critical",
];

/// The name of a part.
pub(super) fn name(lang: Lang, word: &str) -> String {
    lang.t(format!("advisory-part-{word}")).into_owned()
}
