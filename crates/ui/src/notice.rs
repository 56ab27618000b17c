//! What a page says by itself: notices, the word of a status, and what would fill an empty list.

use std::fmt;

use askama::Template;
use askama::filters::HtmlSafe;

use crate::given::Given;
use crate::icon::{Mark, Tone};
use crate::markup::{Markup, prose};
use crate::page::Frame;
use crate::text::Lang;

/// A notice in the page; see [`notice`].
#[derive(Clone, Debug, Template)]
#[template(path = "components/notice.html")]
pub struct Notice {
    lang: Lang,
    tone: Tone,
    title: String,
    body: Markup,
    link: Option<(String, String)>,
    announced: bool,
}

impl HtmlSafe for Notice {}

/// A notice with a sentence as its title. For a body of more than plain text, see the macro `notice` in `ui.html`.
#[must_use]
pub fn notice(frame: &Frame, tone: impl Given<Tone>, title: impl fmt::Display) -> Notice {
    Notice {
        lang: frame.lang,
        tone: tone.given(),
        title: title.to_string(),
        body: Markup::default(),
        link: None,
        announced: false,
    }
}

impl Notice {
    /// What more there is to say, as plain text with paragraphs.
    #[must_use]
    pub fn body(mut self, text: impl fmt::Display) -> Self {
        self.body = prose(text);
        self
    }

    /// Where to go on.
    #[must_use]
    pub fn link(mut self, href: impl fmt::Display, label: impl fmt::Display) -> Self {
        self.link = Some((href.to_string(), label.to_string()));
        self
    }

    /// Screen readers say it at once: for the outcome of what was just done.
    #[must_use]
    pub fn announced(mut self) -> Self {
        self.announced = true;
        self
    }

    fn key(&self) -> String {
        format!("notice-{}", self.tone.class())
    }
}

/// The word of a status with a shape; see [`chip`].
#[derive(Clone, Debug, Template)]
#[template(source = r#"<span class="chip chip-{{ mark.class() }}">{{ mark.icon() }}{{ word }}</span>"#, ext = "html")]
pub struct Chip {
    mark: Mark,
    word: String,
}

impl HtmlSafe for Chip {}

/// The word of a status with a shape beside it.
#[must_use]
pub fn chip(mark: impl Given<Mark>, word: impl fmt::Display) -> Chip {
    Chip { mark: mark.given(), word: word.to_string() }
}

/// A list without anything in it; see [`empty`].
#[derive(Clone, Debug, Template)]
#[template(path = "components/empty.html")]
pub struct Empty {
    title: String,
    fill: String,
    link: Option<(String, String)>,
}

impl HtmlSafe for Empty {}

/// Says that a list is empty, and what would fill it.
#[must_use]
pub fn empty(title: impl fmt::Display, what_would_fill_it: impl fmt::Display) -> Empty {
    Empty { title: title.to_string(), fill: what_would_fill_it.to_string(), link: None }
}

impl Empty {
    /// The way to fill it.
    #[must_use]
    pub fn link(mut self, href: impl fmt::Display, label: impl fmt::Display) -> Self {
        self.link = Some((href.to_string(), label.to_string()));
        self
    }
}

/// The head of a page; see [`heading`].
#[derive(Clone, Debug, Template)]
#[template(path = "components/heading.html")]
pub struct Heading {
    title: String,
    number: String,
    lead: String,
    back: Option<(String, String)>,
    chip: Option<Chip>,
}

impl HtmlSafe for Heading {}

/// The head of a page: its one `h1`.
#[must_use]
pub fn heading(title: impl fmt::Display) -> Heading {
    Heading { title: title.to_string(), number: String::new(), lead: String::new(), back: None, chip: None }
}

impl Heading {
    /// The way back to the list or page above.
    #[must_use]
    pub fn back(mut self, href: impl fmt::Display, label: impl fmt::Display) -> Self {
        self.back = Some((href.to_string(), label.to_string()));
        self
    }

    /// The number of what the page is about, above the title.
    #[must_use]
    pub fn number(mut self, number: impl fmt::Display) -> Self {
        self.number = number.to_string();
        self
    }

    /// One or two sentences: what this page is for.
    #[must_use]
    pub fn lead(mut self, lead: impl fmt::Display) -> Self {
        self.lead = lead.to_string();
        self
    }

    /// The status, beside the number.
    #[must_use]
    pub fn chip(mut self, mark: impl Given<Mark>, word: impl fmt::Display) -> Self {
        self.chip = Some(chip(mark, word));
        self
    }
}
