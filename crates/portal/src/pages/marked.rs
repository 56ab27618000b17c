//! Texts of the tree with what a search found in them.

use askama::Template;
use askama::filters::HtmlSafe;
use formats::Localized;
use search::Piece;
use search::mark::{marked, snippet};
use ui::Lang;

use super::words::language;
use crate::tree::Texts;

/// Characters of a text that are shown around what was found in it.
const SNIPPET: usize = 110;

/// A text within a line, in pieces; every piece is escaped like any other text.
#[derive(Clone, Debug, Template)]
#[template(
    source = r#"{% if let Some(other) = other %}<span lang="{{ other.tag() }}">{% endif %}{% for piece in pieces %}{% if piece.found %}<mark>{{ piece.text }}</mark>{% else %}{{ piece.text }}{% endif %}{% endfor %}{% if other.is_some() %}</span>{% endif %}"#,
    ext = "html"
)]
pub(crate) struct Marked {
    pieces: Vec<Piece>,
    other: Option<Lang>,
}

impl HtmlSafe for Marked {}

impl Marked {
    /// The whole text.
    pub(crate) fn of(lang: Lang, text: &Localized, words: &[String]) -> Self {
        let other = (text.missing_side() == Some(language(lang))).then(|| lang.other());
        let shown = text.get(language(lang)).trim();
        let whole = || vec![Piece { text: shown.to_owned(), found: false }];
        Marked { pieces: if words.is_empty() { whole() } else { marked(shown, words) }, other }
    }

    /// The first text that has one of the words, around it: in the language of the page if there is one.
    pub(crate) fn snippet(lang: Lang, texts: &Texts, words: &[String]) -> Option<Self> {
        let of = |side: Lang, other: Option<Lang>| {
            let mut found = texts.iter().filter_map(|text| snippet(text.exact(language(side)), words, SNIPPET));
            found.next().map(|pieces| Marked { pieces, other })
        };
        of(lang, None).or_else(|| of(lang.other(), Some(lang.other())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_the_only_markup() {
        let words = ["<b>".to_owned()];
        let shown = Marked::of(Lang::En, &Localized::new("あ<b>", ""), &words).to_string();
        assert_eq!(shown, "<span lang=\"ja\">あ<mark>&#60;b&#62;</mark></span>");
        let texts = Texts { impact: Localized::new("い", "x<b>y"), ..Texts::default() };
        let shown = Marked::snippet(Lang::En, &texts, &words).expect("it is there").to_string();
        assert_eq!(shown, "x<mark>&#60;b&#62;</mark>y");
        assert!(Marked::snippet(Lang::En, &texts, &["z".to_owned()]).is_none());
    }
}
