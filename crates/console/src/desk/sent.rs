//! Forms on pages with many of them: the one that was sent comes back filled and says what is wrong, the others stand
//! as they were.

use std::fmt;

use askama::Template;
use askama::filters::HtmlSafe;
use axum::http::StatusCode;
use axum::response::Response;
use casework::Error;
use ui::markup::Markup;
use ui::{Form, Frame, Lang};

use crate::fault;
use crate::forms::Fields;
use crate::who::Visitor;

/// A form that was sent and came back.
pub(crate) struct Sent {
    name: String,
    form: Form,
    /// Status of the page that it comes back on.
    pub status: StatusCode,
}

impl Sent {
    /// A form in which something is wrong with a field.
    pub fn wrong(lang: Lang, name: &str, fields: &Fields, field: &str, words: impl fmt::Display) -> Self {
        let mut form = fields.form(lang).with_ids(name);
        form.wrong(field, words);
        Sent { name: name.to_owned(), form, status: StatusCode::UNPROCESSABLE_ENTITY }
    }

    /// A form that comes back as it was sent, to look at what it would come to.
    pub fn tried(lang: Lang, name: &str, fields: &Fields) -> Self {
        Sent { name: name.to_owned(), form: fields.form(lang).with_ids(name), status: StatusCode::OK }
    }

    /// A form whose command was not carried out.
    ///
    /// # Errors
    /// The page that says what went wrong, when that is nothing for the form.
    pub fn refused(visitor: &Visitor, name: &str, fields: &Fields, error: Error) -> Result<Self, Box<Response>> {
        let Some((words, status)) = fault::told(visitor.lang, &error) else {
            return Err(Box::new(visitor.fault(error)));
        };
        let mut sent = Sent::wrong(visitor.lang, name, fields, "form", words);
        sent.status = status;
        Ok(sent)
    }

    /// What a field says that came back.
    pub fn value(&self, field: &str) -> &str {
        self.form.value(field)
    }

    /// Whether it is this form, and something is wrong with it.
    pub fn is(&self, name: &str) -> bool {
        self.name == name
    }
}

/// A form of a page by its name: what was sent, or what `fresh` fills into an empty one.
pub(crate) fn form(sent: Option<&Sent>, lang: Lang, name: &str, fresh: impl FnOnce(&mut Form)) -> Form {
    if let Some(sent) = sent.filter(|sent| sent.is(name)) {
        return sent.form.clone();
    }
    let mut form = Form::new(lang).with_ids(name);
    fresh(&mut form);
    form
}

/// The beginning of a form that gives a command about what the page showed.
#[derive(Template)]
#[template(
    source = r#"<form method="post" action="{{ action }}" id="{{ name }}-form" class="command"{% if files.clone() %} enctype="multipart/form-data"{% endif %} novalidate data-guard>{{ csrf }}<input type="hidden" name="seen" value="{{ seen }}">{% if !at.is_empty() %}<input type="hidden" name="at" value="{{ at }}">{% endif %}"#,
    ext = "html"
)]
pub(crate) struct Open {
    action: String,
    name: String,
    csrf: Markup,
    seen: String,
    at: String,
    files: bool,
}

impl HtmlSafe for Open {}

impl Open {
    /// A form that brings files.
    pub fn with_files(self) -> Self {
        Open { files: true, ..self }
    }
}

/// The beginning of a form; `name` is the form's, `seen` the digest of the page.
pub(crate) fn open(frame: &Frame, name: &str, action: impl Into<String>, seen: &str) -> Open {
    open_at(frame, name, action, seen, "")
}

/// The same on a page among several that have the form: `at` names the one to come back to.
pub(crate) fn open_at(frame: &Frame, name: &str, action: impl Into<String>, seen: &str, at: &str) -> Open {
    let (name, seen, at) = (name.to_owned(), seen.to_owned(), at.to_owned());
    Open { action: action.into(), name, csrf: frame.csrf_field(), seen, at, files: false }
}
