//! The few pictures that stand beside words. They never stand alone: all are hidden from screen readers.

use askama::Template;
use askama::filters::HtmlSafe;

/// A picture beside a word.
#[derive(Clone, Copy, Debug, Template)]
#[template(
    source = r#"<svg class="icon" viewBox="0 0 24 24" width="16" height="16" fill="currentColor" aria-hidden="true" focusable="false">{{ paths|safe }}</svg>"#,
    ext = "html"
)]
pub struct Picture {
    /// The shapes in it: our own SVG.
    paths: &'static str,
}

impl HtmlSafe for Picture {}

/// A shape beside the word of a status, so that colour is never alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Not begun, or waiting for somebody: a hollow circle.
    Waiting,
    /// Under way: a half-filled circle.
    Active,
    /// Done: a filled circle with a tick.
    Done,
    /// Overdue, or wrong: a filled triangle with an exclamation mark.
    Urgent,
    /// Due soon, or to be looked at: a filled diamond.
    Soon,
    /// Stopped or ended: a filled square.
    Stopped,
    /// Secret: a lock.
    Locked,
}

impl Mark {
    /// The name as in CSS classes.
    #[must_use]
    pub const fn class(self) -> &'static str {
        match self {
            Mark::Waiting => "waiting",
            Mark::Active => "active",
            Mark::Done => "done",
            Mark::Urgent => "urgent",
            Mark::Soon => "soon",
            Mark::Stopped => "stopped",
            Mark::Locked => "locked",
        }
    }

    /// The shape.
    #[must_use]
    pub fn icon(self) -> Picture {
        picture(match self {
            Mark::Waiting => r#"<circle cx="12" cy="12" r="8.5" fill="none" stroke="currentColor" stroke-width="3"/>"#,
            Mark::Active => {
                r#"<circle cx="12" cy="12" r="8.5" fill="none" stroke="currentColor" stroke-width="3"/><path d="M12 3.5a8.5 8.5 0 0 1 0 17z"/>"#
            }
            Mark::Done => {
                r##"<circle cx="12" cy="12" r="10"/><path d="m7 12.5 3.5 3.5L17 9" fill="none" stroke="#fff" stroke-width="2.6"/>"##
            }
            Mark::Urgent => {
                r##"<path d="M12 2 23 21.5H1z"/><path d="M12 9v6" stroke="#fff" stroke-width="2.6"/><circle cx="12" cy="18" r="1.5" fill="#fff"/>"##
            }
            Mark::Soon => r#"<path d="M12 1.5 22.5 12 12 22.5 1.5 12z"/>"#,
            Mark::Stopped => r#"<path d="M3.5 3.5h17v17h-17z"/>"#,
            Mark::Locked => {
                r#"<path d="M5 10h14v11H5z"/><path d="M8 10V7a4 4 0 0 1 8 0v3" fill="none" stroke="currentColor" stroke-width="2.6"/>"#
            }
        })
    }
}

/// What a notice is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Good to know.
    Info,
    /// It worked.
    Success,
    /// Take care.
    Warning,
    /// It did not work.
    Error,
}

impl Tone {
    /// The name as in CSS classes and in the keys `notice-…`.
    #[must_use]
    pub const fn class(self) -> &'static str {
        match self {
            Tone::Info => "info",
            Tone::Success => "success",
            Tone::Warning => "warning",
            Tone::Error => "error",
        }
    }

    /// The shape.
    #[must_use]
    pub fn icon(self) -> Picture {
        match self {
            Tone::Info => picture(
                r##"<circle cx="12" cy="12" r="10"/><path d="M12 11v6.5" stroke="#fff" stroke-width="2.4"/><circle cx="12" cy="7.6" r="1.5" fill="#fff"/>"##,
            ),
            Tone::Success => Mark::Done.icon(),
            Tone::Warning => Mark::Urgent.icon(),
            Tone::Error => picture(
                r##"<path d="M7.5 1.5h9l6 6v9l-6 6h-9l-6-6v-9z"/><path d="m8 8 8 8m0-8-8 8" fill="none" stroke="#fff" stroke-width="2.4"/>"##,
            ),
        }
    }
}

/// An eye: who gets to see something.
#[must_use]
pub(crate) fn eye() -> Picture {
    picture(
        r#"<path d="M2 12s3.6-6.5 10-6.5S22 12 22 12s-3.6 6.5-10 6.5S2 12 2 12z" fill="none" stroke="currentColor" stroke-width="2"/><circle cx="12" cy="12" r="3.2"/>"#,
    )
}

const fn picture(paths: &'static str) -> Picture {
    Picture { paths }
}
