//! What a report says: the form as it was filled, its files, and the bytes as they came.

use askama::Template;
use rulebook::report::Attachment;
use rulebook::report::form::ReportKind;
use ui::Frame;
use ui::list::Facts;
use ui::markup::Markup;

use super::{Desk, files, items};
use crate::desk::words;
use crate::names;

/// A file as a page lists it.
pub(super) struct FileLine {
    /// Where it is fetched.
    pub href: String,
    /// Its name.
    pub name: String,
    /// Its size.
    pub size: String,
}

#[derive(Template)]
#[template(path = "desk/report/content.html")]
struct Content<'a> {
    frame: &'a Frame,
    facts: Option<Facts>,
    problems: Vec<String>,
    files: Vec<FileLine>,
    original: Option<&'a str>,
}

pub(super) fn section(desk: &Desk<'_>) -> Markup {
    let lang = desk.frame.lang;
    let view = &desk.page.view;
    let kind = view.kind.unwrap_or(ReportKind::Product);
    let facts = desk.page.form.as_ref().map(|form| {
        let told = |item: &items::Item| view.problems.iter().any(|problem| Some(problem.item) == item.told);
        let worth = items::of(kind).filter(|item| !item.value(form).trim().is_empty() || told(item));
        worth.fold(ui::facts(&desk.frame), |facts, item| facts.add(item.label(lang), item.shown(form, lang)))
    });
    // While it is being read, text and what is missing stand beside the form that is typed.
    let reading = desk.may(rulebook::action::Action::TranscribeReport);
    let shown = |found: Vec<String>| if reading { Vec::new() } else { found };
    Markup::of(&Content {
        frame: &desk.frame,
        facts: facts.filter(|_| !reading),
        problems: shown(view.problems.iter().map(|problem| names::problem(lang, *problem)).collect()),
        files: lines(desk, view.attachments.len(), 0),
        original: desk.page.original.as_deref().filter(|_| !reading),
    })
}

/// Lines of `count` files of the report that begin after `skip` others.
pub(super) fn lines(desk: &Desk<'_>, count: usize, skip: usize) -> Vec<FileLine> {
    let line = |(place, file): (usize, &Attachment)| FileLine {
        href: format!("{}/files/{}", desk.base, place + 1),
        name: file.name.clone(),
        size: words::size(file.size),
    };
    files::all(&desk.page.view).enumerate().skip(skip).take(count).map(line).collect()
}
