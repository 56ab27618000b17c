//! Forms from a table: a row says which action a form is for, which duties it carries out and what its fields are. The
//! pages that have such a table own the rows; what a form looks like and how its plain fields are read is here.

use std::borrow::Cow;

use jiff::civil::Date;
use rulebook::clause::Clause;
use rulebook::report::form::MAX_TEXT;
use ui::field::Choice;
use ui::markup::Markup;
use ui::{Form, Lang};

use crate::desk::sent::Open;
use crate::forms::Fields;

/// Longest line, in characters.
const MAX_LINE: usize = 300;

/// What a field is; `S` are the kinds that one table alone knows.
#[derive(Clone, Copy)]
pub(crate) enum Kind<S> {
    Line,
    /// A line that may stay empty.
    MaybeLine,
    Text,
    /// A text that may stay empty.
    Maybe,
    Day,
    MaybeDay,
    Check,
    /// One of a list of words.
    One(fn(Lang) -> Vec<Choice>),
    Own(S),
}

/// A field: its name, the key of its label, and what it is.
pub(crate) type FieldOf<S> = (&'static str, &'static str, Kind<S>);

/// A form as it stands on a page.
pub(crate) struct Part {
    pub name: &'static str,
    pub title: String,
    /// What its button says.
    pub button: String,
    /// What is asked before it is sent; often nothing.
    pub confirm: String,
    /// What to know before it is sent; often nothing.
    pub lead: String,
    pub clause: Option<Clause>,
    pub open: Open,
    pub form: Form,
    pub fields: Vec<Markup>,
    /// Whether it is owed now.
    pub owed: bool,
    pub due: Option<Date>,
    pub first: bool,
}

/// A field of a form. The kinds of the table's own are made by `own`.
pub(crate) fn field<S>(
    lang: Lang,
    form: &Form,
    (name, key, kind): FieldOf<S>,
    own: impl FnOnce(Cow<'static, str>, S) -> Vec<Markup>,
) -> Vec<Markup> {
    let label = lang.t(key);
    let field = match kind {
        Kind::Line => form.text(name, label).required(),
        Kind::MaybeLine => form.text(name, label).optional(),
        Kind::Text => form.area(name, label).rows(4_usize).required(),
        Kind::Maybe => form.area(name, label).rows(3_usize).optional(),
        Kind::Day => form.day(name, label).required(),
        Kind::MaybeDay => form.day(name, label).optional(),
        Kind::Check => form.check(name, label),
        Kind::One(list) => form.radios(name, label, &list(lang)).required(),
        Kind::Own(kind) => return own(label, kind),
    };
    vec![Markup::of(&field)]
}

/// A field that is wrong, and the key of what is wrong with it.
pub(crate) type Wrong = (&'static str, &'static str);

/// The entry that was chosen.
pub(crate) fn one<T>(fields: &Fields, name: &'static str, of_word: impl Fn(&str) -> Option<T>) -> Result<T, Wrong> {
    of_word(fields.get(name)).ok_or((name, "judgement-choose"))
}

/// A day.
pub(crate) fn day(fields: &Fields, name: &'static str) -> Result<Date, Wrong> {
    maybe_day(fields, name)?.ok_or((name, "desk-day-unreadable"))
}

/// A day that may be left open.
pub(crate) fn maybe_day(fields: &Fields, name: &'static str) -> Result<Option<Date>, Wrong> {
    fields.day(name).map_err(|_| (name, "desk-day-unreadable"))
}

/// A text.
pub(crate) fn text(fields: &Fields, name: &'static str) -> Result<String, Wrong> {
    some(name, maybe(fields, name)?)
}

/// A text that may stay empty.
pub(crate) fn maybe(fields: &Fields, name: &'static str) -> Result<String, Wrong> {
    at_most(fields, name, MAX_TEXT)
}

/// A line.
pub(crate) fn line(fields: &Fields, name: &'static str) -> Result<String, Wrong> {
    some(name, maybe_line(fields, name)?)
}

/// A line that may stay empty.
pub(crate) fn maybe_line(fields: &Fields, name: &'static str) -> Result<String, Wrong> {
    at_most(fields, name, MAX_LINE)
}

fn some(name: &'static str, text: String) -> Result<String, Wrong> {
    if text.is_empty() { Err((name, "refusal-text-missing")) } else { Ok(text) }
}

fn at_most(fields: &Fields, name: &'static str, most: usize) -> Result<String, Wrong> {
    let text = fields.get(name);
    if text.chars().count() > most { Err((name, "refusal-text-too-long")) } else { Ok(text.to_owned()) }
}
