//! Texts of the tree on a page: in the language of the page, or in the other one with a word that says so.

use std::borrow::Cow;

use askama::Template;
use askama::filters::HtmlSafe;
use formats::{Language, Localized};
use ui::{Lang, Linked, prose_linked};

/// The formats' name of a page's language.
pub(crate) const fn language(lang: Lang) -> Language {
    match lang {
        Lang::Ja => Language::Ja,
        Lang::En => Language::En,
    }
}

/// The language a text has to be shown in because the page's own side is empty.
fn other(lang: Lang, text: &Localized) -> Option<Lang> {
    (text.missing_side() == Some(language(lang))).then(|| lang.other())
}

/// A text within a line: a name, a title.
#[derive(Clone, Debug, Template)]
#[template(
    source = r#"{% if let Some(other) = other %}<span lang="{{ other.tag() }}">{{ text }}</span>{% else %}{{ text }}{% endif %}"#,
    ext = "html"
)]
pub(crate) struct Line<'a> {
    text: Cow<'a, str>,
    other: Option<Lang>,
}

impl HtmlSafe for Line<'_> {}

impl<'a> Line<'a> {
    /// The whole text.
    pub(crate) fn of(lang: Lang, text: &'a Localized) -> Self {
        Line { text: text.get(language(lang)).trim().into(), other: other(lang, text) }
    }

    /// The first paragraph, cut behind so many characters.
    pub(crate) fn beginning(lang: Lang, text: &'a Localized, characters: usize) -> Self {
        let text_in = text.get(language(lang)).trim();
        let first = text_in.split("\n\n").next().unwrap_or_default();
        Line { text: cut(first, characters), other: other(lang, text) }
    }

    /// The same without the text it was taken from.
    pub(crate) fn owned(self) -> Line<'static> {
        Line { text: self.text.into_owned().into(), other: self.other }
    }

    /// The text itself, for a title or a comparison.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Whether there is nothing to say.
    pub(crate) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}

/// A text of paragraphs, with bare addresses as links.
#[derive(Clone, Debug, Template)]
#[template(
    source = r#"{% if let Some(other) = other %}<p class="only-other">{{ note }}</p><div lang="{{ other.tag() }}">{{ body }}</div>{% else %}{{ body }}{% endif %}"#,
    ext = "html"
)]
pub(crate) struct Passage<'a> {
    body: Linked<'a>,
    note: Cow<'static, str>,
    other: Option<Lang>,
}

impl HtmlSafe for Passage<'_> {}

impl<'a> Passage<'a> {
    /// A text of the tree.
    pub(crate) fn of(lang: Lang, text: &'a Localized) -> Self {
        let body = prose_linked(text.get(language(lang)));
        let other = other(lang, text);
        let note = if other.is_some() { lang.t("portal-only-other") } else { Cow::Borrowed("") };
        Passage { body, note, other }
    }

    /// Whether there is nothing to say.
    pub(crate) fn is_empty(&self) -> bool {
        self.body.is_empty()
    }
}

/// A text of at most so many characters, with a sign that something is missing.
fn cut(text: &str, characters: usize) -> Cow<'_, str> {
    match text.char_indices().nth(characters) {
        None => text.into(),
        Some((end, _)) => format!("{}…", text[..end].trim_end()).into(),
    }
}

/// An address that may stand in a link, or nothing: only `http` and `https`.
pub(crate) fn web(address: Option<&str>) -> Option<&str> {
    address.filter(|address| formats::uri::is_web_address(address))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_other_language_stands_in_and_says_so() {
        let text = Localized::new("概要 https://a.example/ 。", "");
        let passage = Passage::of(Lang::En, &text).to_string();
        assert!(passage.contains(r#"<div lang="ja"><p>概要 <a href="https://a.example/""#), "{passage}");
        assert!(!Passage::of(Lang::Ja, &text).to_string().contains("lang="));
        assert_eq!(Line::of(Lang::En, &Localized::new("<b>", "")).to_string(), "<span lang=\"ja\">&#60;b&#62;</span>");
    }

    #[test]
    fn a_beginning_ends_at_its_paragraph_or_its_limit() {
        let text = Localized::same("あいうえお\n\nかきくけこ");
        assert_eq!(Line::beginning(Lang::Ja, &text, 10).text(), "あいうえお");
        assert_eq!(Line::beginning(Lang::Ja, &text, 3).text(), "あいう…");
    }

    #[test]
    fn only_web_addresses_become_links() {
        assert_eq!(web(Some("javascript:alert(1)")), None);
        assert_eq!(web(Some("https://a.example/")), Some("https://a.example/"));
    }
}
