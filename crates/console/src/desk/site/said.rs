//! What is on record, as lists: what was said or done, by whom, on which day.

use askama::Template;
use jiff::civil::Date;
use ui::markup::Markup;
use ui::{Frame, Mark};

/// An entry.
#[derive(Default)]
pub(super) struct Entry {
    pub what: String,
    pub chip: Option<(Mark, String)>,
    pub on: Option<Date>,
    pub who: String,
    pub text: String,
    /// Where more of it is, and how the way is called.
    pub way: Option<(String, String)>,
}

#[derive(Template)]
#[template(path = "desk/site/said.html")]
struct Said<'a> {
    frame: &'a Frame,
    entries: Vec<Entry>,
    none: String,
}

/// The entries, or what would fill the list.
pub(super) fn list(frame: &Frame, entries: Vec<Entry>, none: &'static str) -> Markup {
    Markup::of(&Said { frame, entries, none: frame.t(none).into_owned() })
}

/// A part of a page.
pub(super) struct Section {
    pub id: &'static str,
    pub title: String,
    pub clause: &'static str,
    pub body: Markup,
}

impl Section {
    pub fn new(frame: &Frame, id: &'static str, key: &'static str, clause: &'static str, body: Markup) -> Section {
        Section { id, title: frame.t(key).into_owned(), clause, body }
    }
}
