//! What has happened and what comes next: steps of a form, duties with their days, and the timeline of a case.

use std::fmt;

use askama::Template;
use askama::filters::HtmlSafe;
use jiff::Timestamp;
use jiff::civil::Date;

use crate::dates::{self, Urgency};
use crate::given::Given;
use crate::icon::{Mark, Picture};
use crate::markup::{Markup, prose};
use crate::page::Frame;
use crate::text::Lang;

/// How far a person is in a form of several pages; see [`stepper`].
#[derive(Clone, Debug, Template)]
#[template(path = "components/stepper.html")]
pub struct Stepper {
    lang: Lang,
    steps: Vec<String>,
    current: usize,
}

impl HtmlSafe for Stepper {}

/// How far a person is in a form of several pages. `current` counts from 1.
#[must_use]
pub fn stepper(
    frame: &Frame,
    steps: impl IntoIterator<Item = impl fmt::Display>,
    current: impl Given<usize>,
) -> Stepper {
    let steps = steps.into_iter().map(|step| step.to_string()).collect();
    Stepper { lang: frame.lang, steps, current: current.given() }
}

/// Who has to do what by when; see [`duty`].
#[derive(Clone, Debug, Template)]
#[template(path = "components/duty.html")]
pub struct DutyLine {
    who: String,
    what: String,
    when: Option<(Markup, String, Urgency)>,
    without_day: String,
    clause: String,
    href: String,
}

impl HtmlSafe for DutyLine {}

/// Who has to do what by when. Stands in an `<li>` of `<ul class="duties">`, or alone.
#[must_use]
pub fn duty(frame: &Frame, who: impl fmt::Display, what: impl fmt::Display) -> DutyLine {
    DutyLine {
        who: who.to_string(),
        what: what.to_string(),
        when: None,
        without_day: frame.t("common-no-due-day").into_owned(),
        clause: String::new(),
        href: String::new(),
    }
}

impl DutyLine {
    /// The due day, with what is left of it.
    #[must_use]
    pub fn due(mut self, frame: &Frame, day: impl Given<Date>) -> Self {
        let day = day.given();
        self.when = Some((frame.day(day), frame.left(day), Urgency::of(day, frame.today)));
        self
    }

    /// The clause that asks it, in small.
    #[must_use]
    pub fn clause(mut self, clause: impl fmt::Display) -> Self {
        self.clause = clause.to_string();
        self
    }

    /// Where it is done.
    #[must_use]
    pub fn href(mut self, href: impl fmt::Display) -> Self {
        self.href = href.to_string();
        self
    }

    fn urgency(&self) -> Urgency {
        self.when.as_ref().map_or(Urgency::Later, |(_, _, urgency)| *urgency)
    }
}

/// What is left until a day, with a shape by urgency: `▲ 3日超過`.
#[must_use]
pub fn due_chip(frame: &Frame, day: impl Given<Date>) -> Markup {
    let day = day.given();
    let urgency = Urgency::of(day, frame.today);
    Markup::of(&DueChip { urgency, left: dates::left(frame.lang, day, frame.today) })
}

impl Urgency {
    /// The shape beside the days left.
    fn icon(self) -> Picture {
        match self {
            Urgency::Overdue => Mark::Urgent.icon(),
            Urgency::Today => Mark::Soon.icon(),
            Urgency::Soon => Mark::Active.icon(),
            Urgency::Later => Mark::Waiting.icon(),
        }
    }
}

#[derive(Template)]
#[template(
    source = r#"<span class="due due-{{ urgency.class() }}">{{ urgency.icon() }}{{ left }}</span>"#,
    ext = "html"
)]
struct DueChip {
    urgency: Urgency,
    left: String,
}

/// When something on a timeline happened or will.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// At an instant.
    At(Timestamp),
    /// On a day.
    On(Date),
}

/// One thing on a timeline.
#[derive(Clone, Debug)]
pub struct Happening {
    when: When,
    title: String,
    who: String,
    body: Markup,
    seen_by: String,
    detail: Markup,
    to_come: bool,
}

impl Happening {
    /// Something that happened, in a few words.
    #[must_use]
    pub fn new(when: When, title: impl fmt::Display) -> Self {
        Happening {
            when,
            title: title.to_string(),
            who: String::new(),
            body: Markup::default(),
            seen_by: String::new(),
            detail: Markup::default(),
            to_come: false,
        }
    }

    /// Who did it.
    #[must_use]
    pub fn who(mut self, who: impl fmt::Display) -> Self {
        self.who = who.to_string();
        self
    }

    /// What was written, as plain text with paragraphs.
    #[must_use]
    pub fn body(mut self, text: impl fmt::Display) -> Self {
        self.body = prose(text);
        self
    }

    /// Who saw it.
    #[must_use]
    pub fn seen_by(mut self, who: impl fmt::Display) -> Self {
        self.seen_by = who.to_string();
        self
    }

    /// More of it, made by a template: attachments, a link.
    #[must_use]
    pub fn detail(mut self, detail: Markup) -> Self {
        self.detail = detail;
        self
    }

    /// It has not happened yet.
    #[must_use]
    pub fn to_come(mut self) -> Self {
        self.to_come = true;
        self
    }
}

/// What happened, in order; see [`timeline`].
#[derive(Clone, Debug, Template)]
#[template(path = "components/timeline.html")]
pub struct Timeline {
    lang: Lang,
    entries: Vec<(Markup, Happening)>,
}

impl HtmlSafe for Timeline {}

/// What happened, in the order given.
#[must_use]
pub fn timeline(frame: &Frame, happenings: &[Happening]) -> Timeline {
    let told = |happening: &Happening| match happening.when {
        When::At(instant) => frame.instant(instant),
        When::On(day) => frame.day(day),
    };
    let entries = happenings.iter().map(|happening| (told(happening), happening.clone())).collect();
    Timeline { lang: frame.lang, entries }
}
