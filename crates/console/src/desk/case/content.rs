//! What a case says: the words that the receiving body approved, and what went to the coordinator.

use askama::Template;
use jiff::civil::Date;
use rulebook::case::{CaseContent, ContentField};
use rulebook::report::Attachment;
use ui::Frame;
use ui::list::Facts;
use ui::markup::Markup;

use super::Desk;
use crate::desk::words;
use crate::names;

/// A file as a page lists it.
struct FileLine {
    href: String,
    name: String,
    size: String,
    withheld: bool,
}

/// What went to the coordinator.
struct Handed {
    on: Date,
    withheld: Vec<String>,
    named: bool,
}

#[derive(Template)]
#[template(path = "desk/case/content.html")]
struct Content<'a> {
    frame: &'a Frame,
    facts: Option<Facts>,
    files: Vec<FileLine>,
    handed: Option<Handed>,
    coordinator: bool,
}

pub(super) fn section(desk: &Desk<'_>) -> Markup {
    let (frame, view) = (&desk.frame, &desk.page.view);
    let copy = view.handed_over.as_ref();
    let line = |(place, file): (usize, &Attachment)| FileLine {
        href: format!("{}/files/{}", desk.base, place + 1),
        name: file.name.clone(),
        size: words::size(file.size),
        withheld: copy.is_some_and(|copy| !copy.attachments.contains(&file.id)),
    };
    Markup::of(&Content {
        frame,
        facts: view.content.as_ref().map(|content| facts(frame, content)),
        files: view.attachments.iter().enumerate().map(line).collect(),
        handed: copy.map(|copy| Handed {
            on: copy.on,
            named: copy.finder_named,
            withheld: withheld(frame, view.content.as_ref(), &copy.content),
        }),
        coordinator: desk.is_coordinator(),
    })
}

/// A copy as facts: the fields that say something.
pub(super) fn facts(frame: &Frame, content: &CaseContent) -> Facts {
    let said = ContentField::ALL.into_iter().filter(|field| !content.get(*field).trim().is_empty());
    said.fold(ui::facts(frame), |facts, field| facts.add(names::content_field(frame.lang, field), content.get(field)))
}

/// The fields that the case has and the copy has not, or in other words.
fn withheld(frame: &Frame, content: Option<&CaseContent>, copy: &CaseContent) -> Vec<String> {
    let Some(content) = content else { return Vec::new() };
    let differs = |field: &ContentField| content.get(*field).trim() != copy.get(*field).trim();
    let name = |field: ContentField| {
        let name = names::content_field(frame.lang, field);
        let key = if copy.get(field).trim().is_empty() { "desk-copy-left-out" } else { "desk-copy-reworded" };
        frame.t1(key, "field", name)
    };
    ContentField::ALL.into_iter().filter(differs).map(name).collect()
}
