//! Where a report is, in three answers: what is going on now, what comes next, by when. And what has happened.
//! Made from the finder's own view and from nothing else.

use casework::{Office, ReportPage};
use jiff::civil::Date;
use rulebook::case::CaseView;
use rulebook::case::state::Stage;
use rulebook::report::form::ReportKind;
use rulebook::report::{ReportStage, Writer};
use ui::icon::Mark;
use ui::list::Facts;
use ui::path::StagePath;
use ui::progress::{Happening, When};
use ui::{Frame, Markup};

use super::typed::say;
use crate::stages;

/// The three answers.
pub(super) struct Now {
    /// The word of the state.
    pub chip: String,
    pub mark: Mark,
    /// What is going on.
    pub now: String,
    /// What comes next.
    pub next: String,
    /// By when, in words.
    pub by: String,
    /// The day by which, where there is one.
    pub day: Option<Date>,
}

/// The state as a word of our messages.
fn state(page: &ReportPage, case: Option<&CaseView>) -> &'static str {
    match (&page.view.stage, case) {
        (ReportStage::Rejected { .. }, _) => "rejected",
        (ReportStage::Withdrawn { .. }, _) => "withdrawn",
        (ReportStage::NeedsReading, _) => "reading",
        (ReportStage::Received, _) => "received",
        (ReportStage::Accepted { .. }, None) | (ReportStage::SiteAccepted { .. }, _) => "accepted",
        (ReportStage::Accepted { .. }, Some(case)) if is_taken_down(case) => "taken-down",
        (ReportStage::Accepted { .. }, Some(case)) => match case.stage {
            Stage::Accepted => "accepted",
            Stage::HandedOver => "handed-over",
            Stage::Contacted => "contacted",
            Stage::DetailsSent => "details-sent",
            Stage::Verified => "verified",
            Stage::DateAgreed => "date-agreed",
            Stage::Published => "published",
            Stage::Ended => "ended",
        },
    }
}

/// Whether the publication was withdrawn.
fn is_taken_down(case: &CaseView) -> bool {
    let last = case.advisory.as_ref().and_then(|advisory| advisory.revisions.last());
    last.is_some_and(|last| last.withdrawn.is_some())
}

/// The form's kind, for words; a report that nobody has read yet is spoken of as one about a product.
fn kind(page: &ReportPage) -> ReportKind {
    page.view.kind.unwrap_or_default()
}

/// What is going on, what comes next, by when: in one of the report's cases, or before there is one.
pub(super) fn now(frame: &Frame, page: &ReportPage, case: Option<&CaseView>) -> Now {
    let state = state(page, case);
    let words = |part: &str| say(frame.lang, part, kind(page), state).unwrap_or_default();
    let day = case.and_then(|case| match state {
        "published" | "taken-down" | "ended" => None,
        "date-agreed" => case.day,
        _ => case.target_day,
    });
    let by = match (state, day) {
        ("date-agreed", Some(_)) => frame.t("front-by-day"),
        (_, Some(_)) => frame.t("front-by-target"),
        ("published" | "taken-down" | "rejected" | "withdrawn" | "ended", None) => frame.t("front-by-done"),
        _ => frame.t("front-by-promptly"),
    };
    let mark = match state {
        "published" => Mark::Done,
        "taken-down" | "rejected" | "withdrawn" | "ended" => Mark::Stopped,
        _ => Mark::Active,
    };
    Now { chip: words("state"), mark, now: words("now"), next: words("next"), by: by.into_owned(), day }
}

/// The days that a finder is told (Ⅳ.3.(1).2, Ⅳ.4.2, Ⅳ.4.3).
pub(super) fn days(frame: &Frame, page: &ReportPage, case: Option<&CaseView>, office: &Office) -> Facts {
    let mut rows = vec![("front-day-received", Some(frame.day_text(page.view.received_on)))];
    if let ReportStage::Rejected { on, .. } = page.view.stage {
        rows.push(("front-day-rejected", Some(frame.day_text(on))));
    }
    if let Some(on) = page.view.withdrawn_on {
        rows.push(("front-day-withdrawn", Some(frame.day_text(on))));
    }
    if let Some(case) = case {
        let plain = |day: Option<Date>| day.map(|day| frame.day_text(day));
        let published = !case.publications.is_empty();
        let counted = |day: Date| if published { frame.day_text(day) } else { with_left(frame, day) };
        rows.push(("front-day-accepted", plain(case.accepted_on)));
        if page.view.kind != Some(ReportKind::OwnProduct) {
            rows.push(("front-day-zero", plain(case.day_zero)));
            rows.push(("front-day-details", plain(case.details_sent_on)));
        }
        if let (None, Some(target), false) = (case.day, case.target_day, published) {
            let days = office.rules(&case.edition).edition.target_days.value;
            let text = frame.t2("front-day-target-text", "day", counted(target), "days", days);
            rows.push(("front-day-target", Some(text)));
        }
        rows.push(("front-day-publication", case.day.map(counted)));
    }
    rows.into_iter().fold(ui::facts(frame), |facts, (key, day)| {
        facts.add(frame.t(key), day.unwrap_or_else(|| frame.t("front-day-open").into_owned()))
    })
}

fn with_left(frame: &Frame, day: Date) -> String {
    frame.t2("front-day-left", "day", frame.day_text(day), "left", frame.left(day))
}

/// The stages: of its first case, or of a report that waits to be accepted.
pub(super) fn path(frame: &Frame, page: &ReportPage, office: &Office) -> Option<StagePath> {
    let received = page.view.received_on;
    match (&page.view.stage, page.case()) {
        (_, Some(case)) => Some(stages::path(frame, case, office.rules(&case.edition).edition, Some(received))),
        (ReportStage::Received, None) if page.view.kind != Some(ReportKind::Website) => {
            Some(stages::path_of_report(frame, office.edition_in_force(), received))
        }
        _ => None,
    }
}

/// What has happened, the newest first, with what comes on a known day on top.
pub(super) fn timeline(frame: &Frame, page: &ReportPage) -> Vec<Happening> {
    let words = |step: &str| say(frame.lang, "event", kind(page), step).unwrap_or_default();
    let reason = match &page.view.stage {
        ReportStage::Accepted { reason, .. }
        | ReportStage::SiteAccepted { reason, .. }
        | ReportStage::Rejected { reason, .. } => page.text(*reason),
        _ => "",
    };
    let mut steps = vec![Happening::new(When::On(page.view.received_on), words("received"))];
    steps.extend(in_case(frame, page, page.case(), reason));
    if let ReportStage::Rejected { on, .. } = &page.view.stage {
        steps.push(Happening::new(When::On(*on), words("rejected")).body(reason));
    }
    if let Some(on) = page.view.withdrawn_on {
        let reason = page.view.withdrawn_because.map_or("", |body| page.text(body));
        steps.push(Happening::new(When::On(on), words("withdrawn")).body(reason));
    }
    steps.extend(to_come(frame, page.case()));
    steps.reverse();
    steps
}

/// What has happened in a further case, the newest first.
pub(super) fn timeline_of(frame: &Frame, page: &ReportPage, case: &CaseView) -> Vec<Happening> {
    let mut steps = in_case(frame, page, Some(case), "");
    steps.extend(to_come(frame, Some(case)));
    steps.reverse();
    steps
}

/// The steps of a case, oldest first; `reason` is why it was opened.
fn in_case(frame: &Frame, page: &ReportPage, case: Option<&CaseView>, reason: &str) -> Vec<Happening> {
    let words = |step: &str| say(frame.lang, "event", kind(page), step).unwrap_or_default();
    let mut steps = Vec::new();
    let mut published = false;
    for step in case.into_iter().flat_map(|case| &case.timeline) {
        let again = step.what == "Published" && std::mem::replace(&mut published, true);
        let word = if again { "updated".to_owned() } else { kebab(step.what) };
        // A day that is that of the step itself goes without saying.
        let title = match step.day.filter(|day| *day != frame.site.zone.day_of(step.at)) {
            Some(day) => frame.t2("front-event-day", "event", words(&word), "day", frame.day_text(day)),
            None => words(&word),
        };
        let body = if step.what == "CaseOpened" { reason } else { "" };
        steps.push(Happening::new(When::At(step.at), title).body(body));
    }
    steps
}

/// `DaySet` as `day-set`.
pub(super) fn kebab(name: &str) -> String {
    let mut word = String::new();
    for c in name.chars() {
        if c.is_ascii_uppercase() && !word.is_empty() {
            word.push('-');
        }
        word.push(c.to_ascii_lowercase());
    }
    word
}

/// The day that is aimed at or set. One that has passed without a publication is nothing to announce.
fn to_come(frame: &Frame, case: Option<&CaseView>) -> Option<Happening> {
    let case = case.filter(|case| case.publications.is_empty())?;
    let key = if case.day.is_some() { "front-event-publication" } else { "front-event-target" };
    let day = case.day.or(case.target_day).filter(|day| *day >= frame.today)?;
    Some(Happening::new(When::On(day), frame.t(key)).to_come())
}

/// The exchange with the desk, oldest first.
pub(super) fn messages(frame: &Frame, page: &ReportPage) -> Vec<Happening> {
    let line = |message: &rulebook::report::state::Dated<rulebook::report::Message>| {
        let who = match (message.item.from, message.item.question) {
            (Writer::Finder, _) => frame.t("front-from-you"),
            (Writer::Desk, true) => frame.t("front-from-desk-question"),
            (Writer::Desk, false) => frame.t("front-from-desk"),
        };
        let files = Markup::of(&Files { frame: frame.clone(), files: files_of(&message.item.attachments) });
        Happening::new(When::At(message.at), who).body(page.text(message.item.body)).detail(files)
    };
    page.view.messages.iter().map(line).collect()
}

/// A file that was sent, as a page lists it.
#[derive(Clone)]
pub(super) struct SentFile {
    pub id: String,
    pub name: String,
    pub size: String,
}

/// Files that were sent.
pub(super) fn files_of(files: &[rulebook::report::Attachment]) -> Vec<SentFile> {
    let line = |file: &rulebook::report::Attachment| SentFile {
        id: file.id.to_string(),
        name: file.name.clone(),
        size: ui::numbers::bytes(file.size),
    };
    files.iter().map(line).collect()
}

#[derive(askama::Template)]
#[template(path = "front/sent_files.html")]
struct Files {
    frame: Frame,
    files: Vec<SentFile>,
}
