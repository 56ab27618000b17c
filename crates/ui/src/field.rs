//! One field of a form: label, hint, who gets to see it, what is wrong, and the control.
//!
//! Fields are made by [`Form`](crate::form::Form); setters that do not concern a kind of field do nothing there.

use std::fmt;

use askama::Template;
use askama::filters::HtmlSafe;

use crate::given::Given;
use crate::icon::{self, Picture};
use crate::markup::Markup;
use crate::numbers;
use crate::text::Lang;

/// What kind of control a field is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Text { input: &'static str },
    Secret,
    Code,
    Area,
    Select,
    Radios,
    Checks,
    Check,
    File,
}

/// One of several things to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    value: String,
    label: String,
    hint: String,
    denied: String,
}

impl Choice {
    /// A value for the form and its words for people.
    #[must_use]
    pub fn new(value: impl fmt::Display, label: impl fmt::Display) -> Self {
        Choice { value: value.to_string(), label: label.to_string(), hint: String::new(), denied: String::new() }
    }

    /// A second line that explains it (not in a select).
    #[must_use]
    pub fn hint(mut self, hint: impl fmt::Display) -> Self {
        self.hint = hint.to_string();
        self
    }

    /// Cannot be chosen, and why.
    #[must_use]
    pub fn denied(mut self, reason: impl fmt::Display) -> Self {
        self.denied = reason.to_string();
        self
    }
}

/// One field of a form.
#[derive(Clone, Debug, Template)]
#[template(path = "components/field.html")]
pub struct Field {
    lang: Lang,
    kind: Kind,
    id: String,
    name: String,
    label: String,
    hint: String,
    shown_to: String,
    error: Option<String>,
    values: Vec<String>,
    choices: Vec<Choice>,
    required: bool,
    optional: bool,
    short: bool,
    hidden_label: bool,
    inline: bool,
    rows: usize,
    limit: usize,
    autocomplete: String,
    text_lang: Option<Lang>,
    accept: String,
    several: bool,
    max_bytes: u64,
}

impl HtmlSafe for Field {}

impl Field {
    pub(crate) fn new(
        lang: Lang,
        kind: Kind,
        id: String,
        name: String,
        label: String,
        values: Vec<String>,
        error: Option<String>,
    ) -> Self {
        Field {
            lang,
            kind,
            id,
            name,
            label,
            hint: String::new(),
            shown_to: String::new(),
            error,
            values,
            choices: Vec::new(),
            required: false,
            optional: false,
            short: false,
            hidden_label: false,
            inline: false,
            rows: 6,
            limit: 0,
            autocomplete: String::new(),
            text_lang: None,
            accept: String::new(),
            several: false,
            max_bytes: 0,
        }
    }

    /// What to write, in a sentence or an example.
    #[must_use]
    pub fn hint(mut self, hint: impl fmt::Display) -> Self {
        self.hint = hint.to_string();
        self
    }

    /// Who gets to see what is written here.
    #[must_use]
    pub fn shown_to(mut self, who: impl fmt::Display) -> Self {
        self.shown_to = who.to_string();
        self
    }

    /// It has to be filled in; said beside the label.
    #[must_use]
    pub fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// It may stay empty; said beside the label.
    #[must_use]
    pub fn optional(mut self) -> Self {
        self.optional = true;
        self
    }

    /// A narrow field, for a day or a number.
    #[must_use]
    pub fn short(mut self) -> Self {
        self.short = true;
        self
    }

    /// A label for screen readers only: where the words around already say it.
    #[must_use]
    pub fn quiet_label(mut self) -> Self {
        self.hidden_label = true;
        self
    }

    /// Choices in one line where there is room.
    #[must_use]
    pub fn in_line(mut self) -> Self {
        self.inline = true;
        self
    }

    /// How many lines of text are in sight at first.
    #[must_use]
    pub fn rows(mut self, rows: impl Given<usize>) -> Self {
        self.rows = rows.given();
        self
    }

    /// At most so many characters; the browser counts along.
    #[must_use]
    pub fn limit(mut self, characters: impl Given<usize>) -> Self {
        self.limit = characters.given();
        self
    }

    /// What a browser may fill in: a token of the HTML standard, or `off`.
    #[must_use]
    pub fn autocomplete(mut self, token: impl fmt::Display) -> Self {
        self.autocomplete = token.to_string();
        self
    }

    /// The language in which it is written, where that is not the page's.
    #[must_use]
    pub fn written_in(mut self, lang: Lang) -> Self {
        self.text_lang = Some(lang);
        self
    }

    /// The value, when it does not come from the form.
    #[must_use]
    pub fn value(mut self, value: impl fmt::Display) -> Self {
        self.values = vec![value.to_string()];
        self
    }

    /// Which files: endings and media types as in the `accept` attribute.
    #[must_use]
    pub fn accept(mut self, types: impl fmt::Display) -> Self {
        self.accept = types.to_string();
        self
    }

    /// Several files at once.
    #[must_use]
    pub fn several(mut self) -> Self {
        self.several = true;
        self
    }

    /// At most so many bytes per file. Said, and checked before sending where scripts run.
    #[must_use]
    pub fn max_bytes(mut self, bytes: impl Given<u64>) -> Self {
        self.max_bytes = bytes.given();
        self
    }

    pub(crate) fn choices(mut self, choices: &[Choice]) -> Self {
        self.choices = choices.to_vec();
        self
    }

    fn first(&self) -> &str {
        self.values.first().map_or("", String::as_str)
    }

    fn has(&self, value: &str) -> bool {
        self.values.iter().any(|found| found == value)
    }

    fn is_group(&self) -> bool {
        matches!(self.kind, Kind::Radios | Kind::Checks)
    }

    fn max_size(&self) -> String {
        numbers::bytes(self.max_bytes)
    }

    fn eye(&self) -> Picture {
        icon::eye()
    }

    fn error_icon(&self) -> Picture {
        icon::Tone::Error.icon()
    }

    /// The ids of everything that explains the control, as an attribute.
    fn described(&self) -> Markup {
        let parts = [
            (!self.hint.is_empty(), "hint"),
            (!self.shown_to.is_empty(), "shown"),
            (self.kind == Kind::File && self.max_bytes > 0, "size"),
            (self.limit > 0, "count"),
            (self.error.is_some(), "error"),
        ];
        let id = crate::markup::escape(&self.id);
        let ids: Vec<String> =
            parts.iter().filter(|(there, _)| *there).map(|(_, part)| format!("{id}-{part}")).collect();
        let mut attributes = String::new();
        if !ids.is_empty() {
            attributes.push_str(&format!(r#" aria-describedby="{}""#, ids.join(" ")));
        }
        if self.required && !self.is_group() {
            attributes.push_str(r#" aria-required="true""#);
        }
        if self.error.is_some() {
            attributes.push_str(r#" aria-invalid="true""#);
        }
        if let Some(lang) = self.text_lang {
            attributes.push_str(&format!(r#" lang="{lang}""#));
        }
        Markup::trusted(attributes)
    }
}

/// The same thing in Japanese and English, side by side and one above the other on a phone.
#[derive(Clone, Debug, Template)]
#[template(path = "components/pair.html")]
pub struct Pair {
    lang: Lang,
    id: String,
    label: String,
    hint: String,
    required: bool,
    ja: Field,
    en: Field,
}

impl HtmlSafe for Pair {}

impl Pair {
    pub(crate) fn new(lang: Lang, id: String, label: String, ja: Field, en: Field) -> Self {
        Pair { lang, id, label, hint: String::new(), required: false, ja, en }
    }

    /// What to write, in a sentence or an example.
    #[must_use]
    pub fn hint(mut self, hint: impl fmt::Display) -> Self {
        self.hint = hint.to_string();
        self
    }

    /// Both sides have to be filled in; said beside the label.
    #[must_use]
    pub fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// How many lines of text are in sight at first.
    #[must_use]
    pub fn rows(mut self, rows: impl Given<usize>) -> Self {
        self.ja.rows = rows.given();
        self.en.rows = self.ja.rows;
        self
    }

    /// At most so many characters on each side.
    #[must_use]
    pub fn limit(mut self, characters: impl Given<usize>) -> Self {
        self.ja.limit = characters.given();
        self.en.limit = self.ja.limit;
        self
    }
}
