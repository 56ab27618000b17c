//! A form with what was typed into it and what is wrong with it, so that nothing typed is ever lost by an error.
//!
//! The handler makes a [`Form`] from what was sent and what the command refused; the template asks it for fields, and
//! each comes filled and with its own error. Forms carry `novalidate`: the server's words are the only ones, and the
//! same for everybody.

use std::fmt;

use askama::Template;
use askama::filters::HtmlSafe;

use crate::field::{Choice, Field, Kind, Pair};
use crate::page::Frame;
use crate::text::Lang;

/// What was typed into a form and what is wrong with it.
#[derive(Clone, Debug, Default)]
pub struct Form {
    lang: Lang,
    prefix: String,
    values: Vec<(String, String)>,
    errors: Vec<(String, String)>,
}

impl Form {
    /// An empty form.
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        Form { lang, ..Form::default() }
    }

    /// Sets all ids of this form apart from those of other forms on the page.
    #[must_use]
    pub fn with_ids(mut self, prefix: impl fmt::Display) -> Self {
        self.prefix = format!("{prefix}-");
        self
    }

    /// Fills in what was sent. A name may come more than once.
    #[must_use]
    pub fn filled<N: Into<String>, V: Into<String>>(mut self, pairs: impl IntoIterator<Item = (N, V)>) -> Self {
        self.values.extend(pairs.into_iter().map(|(name, value)| (name.into(), value.into())));
        self
    }

    /// Adds a value to a name.
    pub fn set(&mut self, name: impl Into<String>, value: impl fmt::Display) {
        self.values.push((name.into(), value.to_string()));
    }

    /// Says what is wrong with a field, in the words of the page. An unknown name still stands in the summary.
    pub fn wrong(&mut self, name: impl Into<String>, message: impl fmt::Display) {
        self.errors.push((name.into(), message.to_string()));
    }

    /// Whether anything is wrong.
    #[must_use]
    pub fn is_wrong(&self) -> bool {
        !self.errors.is_empty()
    }

    /// The first value of a name, or nothing.
    #[must_use]
    pub fn value(&self, name: &str) -> &str {
        self.values.iter().find(|(found, _)| found == name).map_or("", |(_, value)| value.as_str())
    }

    /// All values of a name.
    pub fn values<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.values.iter().filter(move |(found, _)| found == name).map(|(_, value)| value.as_str())
    }

    /// What is wrong, above the form, with a link to each field. Nothing when nothing is wrong.
    #[must_use]
    pub fn summary(&self) -> ErrorSummary {
        let errors = self.errors.iter().map(|(name, message)| (self.id(name), message.clone())).collect();
        ErrorSummary { lang: self.lang, errors }
    }

    /// One line of text.
    #[must_use]
    pub fn text(&self, name: &str, label: impl fmt::Display) -> Field {
        self.field(Kind::Text { input: "text" }, name, label)
    }

    /// A mail address.
    #[must_use]
    pub fn email(&self, name: &str, label: impl fmt::Display) -> Field {
        self.field(Kind::Text { input: "email" }, name, label).autocomplete("email")
    }

    /// A telephone number.
    #[must_use]
    pub fn telephone(&self, name: &str, label: impl fmt::Display) -> Field {
        self.field(Kind::Text { input: "tel" }, name, label).autocomplete("tel").short()
    }

    /// A web address.
    #[must_use]
    pub fn url(&self, name: &str, label: impl fmt::Display) -> Field {
        self.field(Kind::Text { input: "url" }, name, label)
    }

    /// A day.
    #[must_use]
    pub fn day(&self, name: &str, label: impl fmt::Display) -> Field {
        self.field(Kind::Text { input: "date" }, name, label).short()
    }

    /// Words to search for.
    #[must_use]
    pub fn search(&self, name: &str, label: impl fmt::Display) -> Field {
        self.field(Kind::Text { input: "search" }, name, label)
    }

    /// A password or another secret: never filled in again.
    #[must_use]
    pub fn secret(&self, name: &str, label: impl fmt::Display) -> Field {
        self.field(Kind::Secret, name, label)
    }

    /// Digits of a one-time code.
    #[must_use]
    pub fn code(&self, name: &str, label: impl fmt::Display) -> Field {
        self.field(Kind::Code, name, label).autocomplete("one-time-code").short()
    }

    /// Text of several lines.
    #[must_use]
    pub fn area(&self, name: &str, label: impl fmt::Display) -> Field {
        self.field(Kind::Area, name, label)
    }

    /// One of many, folded.
    #[must_use]
    pub fn select(&self, name: &str, label: impl fmt::Display, choices: &[Choice]) -> Field {
        self.field(Kind::Select, name, label).choices(choices)
    }

    /// One of a few, all in sight.
    #[must_use]
    pub fn radios(&self, name: &str, label: impl fmt::Display, choices: &[Choice]) -> Field {
        self.field(Kind::Radios, name, label).choices(choices)
    }

    /// Any of a few.
    #[must_use]
    pub fn checks(&self, name: &str, label: impl fmt::Display, choices: &[Choice]) -> Field {
        self.field(Kind::Checks, name, label).choices(choices)
    }

    /// A single box to tick; it sends `yes`.
    #[must_use]
    pub fn check(&self, name: &str, label: impl fmt::Display) -> Field {
        self.field(Kind::Check, name, label)
    }

    /// A file, or several; see [`Field::several`]. The form needs `enctype="multipart/form-data"`.
    #[must_use]
    pub fn file(&self, name: &str, label: impl fmt::Display) -> Field {
        self.field(Kind::File, name, label)
    }

    /// The same line in Japanese and English, side by side: `NAME_ja` and `NAME_en`.
    #[must_use]
    pub fn text_pair(&self, name: &str, label: impl fmt::Display) -> Pair {
        self.pair(Kind::Text { input: "text" }, name, label)
    }

    /// The same text in Japanese and English, side by side: `NAME_ja` and `NAME_en`.
    #[must_use]
    pub fn area_pair(&self, name: &str, label: impl fmt::Display) -> Pair {
        self.pair(Kind::Area, name, label)
    }

    fn pair(&self, kind: Kind, name: &str, label: impl fmt::Display) -> Pair {
        let side = |lang: Lang| self.field(kind, &format!("{name}_{lang}"), lang.own_name()).written_in(lang);
        Pair::new(self.lang, format!("{}{name}", self.prefix), label.to_string(), side(Lang::Ja), side(Lang::En))
    }

    fn field(&self, kind: Kind, name: &str, label: impl fmt::Display) -> Field {
        let error = self.errors.iter().find(|(found, _)| found == name).map(|(_, message)| message.clone());
        let values = if kind == Kind::Secret { Vec::new() } else { self.values(name).map(str::to_owned).collect() };
        Field::new(self.lang, kind, self.id(name), name.to_owned(), label.to_string(), values, error)
    }

    fn id(&self, name: &str) -> String {
        format!("{}{name}", self.prefix)
    }
}

/// What is wrong with a form, with a link to each field; see [`Form::summary`].
#[derive(Clone, Debug, Template)]
#[template(path = "components/error_summary.html")]
pub struct ErrorSummary {
    lang: Lang,
    errors: Vec<(String, String)>,
}

impl HtmlSafe for ErrorSummary {}

/// Says that a form saves itself; see [`autosave_status`].
#[derive(Clone, Debug, Template)]
#[template(path = "components/autosave_status.html")]
pub struct AutosaveStatus {
    lang: Lang,
}

impl HtmlSafe for AutosaveStatus {}

/// The line in which a form with `data-autosave` says that it was saved. Stands inside the form.
#[must_use]
pub fn autosave_status(frame: &Frame) -> AutosaveStatus {
    AutosaveStatus { lang: frame.lang }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refused_form_comes_back_filled_and_says_what_is_wrong() {
        let mut form = Form::new(Lang::Ja).filled([("title", "<b>題</b>"), ("secret", "hunter2")]);
        form.wrong("title", "題名は100文字以内で入力してください。");
        let title = form.text("title", "題名").to_string();
        assert!(title.contains("value=\"&#60;b&#62;題&#60;/b&#62;\""), "{title}");
        assert!(title.contains("aria-invalid=\"true\"") && title.contains("title-error"), "{title}");
        assert!(form.summary().to_string().contains("href=\"#title\""));
        assert!(!form.secret("secret", "合言葉").to_string().contains("hunter2"));
    }

    #[test]
    fn what_was_chosen_stays_chosen() {
        let form = Form::new(Lang::En).filled([("kind", "b"), ("consent", "x"), ("consent", "y")]);
        let choices = [Choice::new("a", "A"), Choice::new("b", "B")];
        let radios = form.radios("kind", "Kind", &choices).to_string();
        assert_eq!(radios.matches(" checked").count(), 1, "{radios}");
        assert!(form.select("kind", "Kind", &choices).to_string().contains("value=\"b\" selected"));
        let consents = [Choice::new("x", "X"), Choice::new("y", "Y"), Choice::new("z", "Z")];
        assert_eq!(form.checks("consent", "Consent", &consents).to_string().matches(" checked").count(), 2);
    }

    #[test]
    fn a_text_keeps_the_empty_line_it_begins_with() {
        let form = Form::new(Lang::En).filled([("body", "\nsecond line")]);
        assert!(form.area("body", "Body").to_string().contains(">\n\nsecond line</textarea>"));
    }

    #[test]
    fn ids_of_two_forms_on_a_page_differ_and_names_do_not() {
        let field = Form::new(Lang::En).with_ids("ask").text("body", "Body").to_string();
        assert!(field.contains("id=\"ask-body\"") && field.contains("name=\"body\""), "{field}");
    }
}
