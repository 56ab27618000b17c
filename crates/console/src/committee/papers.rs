//! The papers of a case: what it says as it was handed over, its files, and each developer with what it was sent and
//! what it answered. Never who the finder is, nor how a developer can be reached: the view has neither.

use jiff::civil::Date;
use rulebook::case::ContentField;
use rulebook::case::view::DeveloperView;
use rulebook::report::Attachment;
use ui::list::Facts;
use ui::{Frame, numbers};

use super::Matter;
use crate::judgement::Said;
use crate::letters::language;
use crate::names;

/// A file as the page lists it.
pub(super) struct File {
    pub href: String,
    pub name: String,
    pub size: String,
}

/// A contact that was tried.
pub(super) struct Attempt<'a> {
    pub on: Date,
    pub means: String,
    pub outcome: String,
    pub note: &'a str,
}

/// A developer with what it was sent and what it answered.
pub(super) struct Side<'a> {
    pub name: &'a str,
    pub rung: Option<String>,
    pub answers: Option<Facts>,
    pub refusals: Vec<Said<'a>>,
    pub attempts: Vec<Attempt<'a>>,
}

/// What the case says: the fields that say something, and how severe it was rated.
pub(super) fn content(matter: &Matter<'_>) -> Option<Facts> {
    let (frame, view) = (&matter.frame, &matter.page.view);
    let content = view.content.as_ref()?;
    let said = ContentField::ALL.into_iter().filter(|field| !content.get(*field).trim().is_empty());
    let facts = said
        .fold(ui::facts(frame), |facts, field| facts.add(names::content_field(frame.lang, field), content.get(field)));
    let Some(rating) = view.ratings.last() else { return Some(facts) };
    let score = format!("{}.{}　{}", rating.item.score_tenths / 10, rating.item.score_tenths % 10, rating.item.vector);
    let facts = facts.add(frame.t("desk-influence"), names::influence(frame.lang, Some(rating.item.influence)));
    Some(facts.add("CVSS", score))
}

/// The files that were handed over.
pub(super) fn files(matter: &Matter<'_>) -> Vec<File> {
    let line = |(place, file): (usize, &Attachment)| File {
        href: format!("{}/files/{}", matter.base, place + 1),
        name: file.name.clone(),
        size: numbers::bytes(file.size),
    };
    matter.page.view.attachments.iter().enumerate().map(line).collect()
}

/// All developers of the case.
pub(super) fn sides<'a>(matter: &'a Matter<'_>) -> Vec<Side<'a>> {
    matter.page.view.developers.iter().map(|side| developer(matter, side)).collect()
}

fn developer<'a>(matter: &'a Matter<'_>, side: &'a DeveloperView) -> Side<'a> {
    let (frame, view) = (&matter.frame, &matter.page.view);
    let reach = view.reach.developers.iter().find(|one| one.developer == side.id);
    let listed = reach.filter(|one| one.listing.is_some()).and_then(|one| one.rung);
    let refusals = view.ending.refusals.iter().filter(|one| one.developer == side.id);
    let attempts = side.attempts.iter().map(|one| Attempt {
        on: one.on,
        means: names::means(frame.lang, one.means),
        outcome: names::outcome(frame.lang, one.outcome),
        note: &one.note,
    });
    Side {
        name: &side.name,
        rung: listed.map(|rung| frame.t(format!("desk-reach-rung-{}", rung.word())).into_owned()),
        answers: answers(frame, side),
        refusals: refusals
            .map(|one| Said { what: names::refused(frame.lang, one.what), on: Some(one.on), text: &one.statement })
            .collect(),
        attempts: attempts.collect(),
    }
}

/// What a developer stated, unless it stated nothing.
fn answers(frame: &Frame, side: &DeveloperView) -> Option<Facts> {
    let lang = frame.lang;
    let verification = side.verification.as_ref().map(|known| &known.item);
    let verified = verification.map(|known| said(&names::verification(lang, known.result), &known.explanation));
    let countermeasure = side.countermeasure.as_ref().map(|known| said(&known.item.fix, &known.item.workaround));
    let status = side
        .status
        .as_ref()
        .map(|known| said(&names::affectedness(lang, known.item.affected), known.item.statement.get(language(lang))));
    let lines = [
        ("judgement-verification", verified),
        ("judgement-countermeasure", countermeasure),
        ("judgement-status", status),
    ];
    let mut known = lines.into_iter().filter_map(|(key, text)| Some((key, text?))).peekable();
    known.peek()?;
    Some(known.fold(ui::facts(frame), |facts, (key, text)| facts.add(frame.t(key), text)))
}

/// A word and what was written beside it, in two paragraphs.
fn said(word: &str, text: &str) -> String {
    [word.trim(), text.trim()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
}
