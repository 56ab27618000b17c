//! What people press: buttons, links that look like them, and a text to copy.

use std::fmt;

use askama::Template;
use askama::filters::HtmlSafe;

use crate::given::Given;

/// How much a button asks to be pressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Weight {
    /// The one thing to do on a page.
    #[default]
    Primary,
    /// The other things.
    Secondary,
    /// Things of little weight, within a line.
    Quiet,
    /// What cannot be undone.
    Danger,
}

impl Weight {
    const fn class(self) -> &'static str {
        match self {
            Weight::Primary => "button",
            Weight::Secondary => "button button-secondary",
            Weight::Quiet => "button button-quiet",
            Weight::Danger => "button button-danger",
        }
    }
}

/// A button that sends the form it stands in; see [`button`].
#[derive(Clone, Debug, Template)]
#[template(path = "components/button.html")]
pub struct Button {
    label: String,
    weight: Weight,
    small: bool,
    name: String,
    value: String,
    form: String,
    form_action: String,
    confirm: String,
    denied: Option<Denied>,
}

/// Why an action is not allowed.
#[derive(Clone, Debug)]
struct Denied {
    id: String,
    reason: String,
    clause: String,
}

impl HtmlSafe for Button {}

/// A button that sends the form it stands in. Primary unless told otherwise.
#[must_use]
pub fn button(label: impl fmt::Display) -> Button {
    Button {
        label: label.to_string(),
        weight: Weight::Primary,
        small: false,
        name: String::new(),
        value: String::new(),
        form: String::new(),
        form_action: String::new(),
        confirm: String::new(),
        denied: None,
    }
}

impl Button {
    /// One of the other things to do.
    #[must_use]
    pub fn secondary(mut self) -> Self {
        self.weight = Weight::Secondary;
        self
    }

    /// A thing of little weight, within a line.
    #[must_use]
    pub fn quiet(mut self) -> Self {
        self.weight = Weight::Quiet;
        self
    }

    /// What cannot be undone. Goes with [`Button::confirm`].
    #[must_use]
    pub fn danger(mut self) -> Self {
        self.weight = Weight::Danger;
        self
    }

    /// Smaller, for tables and toolbars. Still 44 px high under a finger.
    #[must_use]
    pub fn small(mut self) -> Self {
        self.small = true;
        self
    }

    /// What the form learns from it being this button.
    #[must_use]
    pub fn sends(mut self, name: impl fmt::Display, value: impl fmt::Display) -> Self {
        self.name = name.to_string();
        self.value = value.to_string();
        self
    }

    /// The id of a form elsewhere on the page.
    #[must_use]
    pub fn of_form(mut self, id: impl fmt::Display) -> Self {
        self.form = id.to_string();
        self
    }

    /// Sends the form to another address than the form's own.
    #[must_use]
    pub fn to(mut self, action: impl fmt::Display) -> Self {
        self.form_action = action.to_string();
        self
    }

    /// A sentence to agree to first. Only for what cannot be undone.
    #[must_use]
    pub fn confirm(mut self, sentence: impl fmt::Display) -> Self {
        self.confirm = sentence.to_string();
        self
    }

    /// Shows the action as not allowed, with the reason and the clause that says so. `id` is unique on the page.
    #[must_use]
    pub fn denied(mut self, id: impl fmt::Display, reason: impl fmt::Display, clause: impl fmt::Display) -> Self {
        self.denied = Some(Denied { id: id.to_string(), reason: reason.to_string(), clause: clause.to_string() });
        self
    }
}

impl From<&Button> for Button {
    fn from(button: &Button) -> Self {
        button.clone()
    }
}

/// A link that looks like a button; see [`link_button`].
#[derive(Clone, Debug, Template)]
#[template(path = "components/link_button.html")]
pub struct LinkButton {
    href: String,
    label: String,
    weight: Weight,
    small: bool,
    download: bool,
}

impl HtmlSafe for LinkButton {}

/// A link that looks like a button: for going somewhere, never for doing something.
#[must_use]
pub fn link_button(href: impl fmt::Display, label: impl fmt::Display) -> LinkButton {
    LinkButton {
        href: href.to_string(),
        label: label.to_string(),
        weight: Weight::Primary,
        small: false,
        download: false,
    }
}

impl LinkButton {
    /// One of the other ways to go.
    #[must_use]
    pub fn secondary(mut self) -> Self {
        self.weight = Weight::Secondary;
        self
    }

    /// A way of little weight.
    #[must_use]
    pub fn quiet(mut self) -> Self {
        self.weight = Weight::Quiet;
        self
    }

    /// Smaller, for tables and toolbars.
    #[must_use]
    pub fn small(mut self) -> Self {
        self.small = true;
        self
    }

    /// Leads to a file to keep.
    #[must_use]
    pub fn download(mut self, download: impl Given<bool>) -> Self {
        self.download = download.given();
        self
    }
}

/// A text to be copied, such as a receipt's secret; see [`copy_code`].
#[derive(Clone, Debug, Template)]
#[template(path = "components/copy_code.html")]
pub struct CopyCode {
    lang: crate::text::Lang,
    id: String,
    label: String,
    code: String,
}

impl HtmlSafe for CopyCode {}

/// A text to be copied, with a button where scripts run. `id` is unique on the page.
#[must_use]
pub fn copy_code(
    frame: &crate::page::Frame,
    id: impl fmt::Display,
    label: impl fmt::Display,
    code: impl fmt::Display,
) -> CopyCode {
    CopyCode { lang: frame.lang, id: id.to_string(), label: label.to_string(), code: code.to_string() }
}
