//! What goes between desk and operator: the details, the operator's answers, messages, consents, whether it is fixed,
//! and direct talk with the finder.

use askama::Template;
use rulebook::party::Party;
use rulebook::report::state::Dated;
use rulebook::site::SiteThread;
use rulebook::site::record::{AnswerGiven, Check, Consent, SiteMessage, SiteTalk};
use ui::markup::Markup;
use ui::{Frame, Mark};

use super::said::{Entry, Section, list};
use super::{Desk, words};
use crate::site_names;

/// A message.
struct Line<'a> {
    at: jiff::Timestamp,
    who: String,
    own: bool,
    text: &'a str,
    /// What it is beside a message: a question, a consultation, direct talk.
    kind: String,
    files: Vec<(String, &'a str)>,
}

#[derive(Template)]
#[template(path = "desk/site/messages.html")]
struct Messages<'a> {
    frame: &'a Frame,
    lines: Vec<Line<'a>>,
}

pub(super) fn sections(desk: &Desk<'_>) -> Vec<Section> {
    let (frame, view) = (&desk.frame, desk.view());
    let mut all = vec![
        Section::new(frame, "answers", "site-desk-answers", "Ⅴ.4.1", answers(desk)),
        Section::new(frame, "messages", "site-desk-messages", "Ⅴ.4.2", messages(desk)),
        Section::new(frame, "details", "site-desk-details", "Ⅴ.3.5", details(desk)),
    ];
    if !view.checks.is_empty() {
        all.push(Section::new(frame, "checks", "site-desk-checks", "Ⅴ.3.10", checks(desk)));
    }
    if !view.consents.is_empty() {
        all.push(Section::new(frame, "consents", "site-desk-consents", "Ⅴ.3.5", consents(desk)));
    }
    if !view.forwards.is_empty() {
        all.push(Section::new(frame, "forwards", "site-desk-forwards", "Ⅴ.4.4.但書", forwards(desk)));
    }
    if !view.talks.is_empty() {
        all.push(Section::new(frame, "talks", "site-desk-talks", "Ⅴ.2.5", talks(desk)));
    }
    all
}

fn answers(desk: &Desk<'_>) -> Markup {
    let frame = &desk.frame;
    let entry = |answer: &Dated<AnswerGiven>| {
        let answer = &answer.item;
        let by = if answer.by_operator { "party-site-operator" } else { "site-desk-by-desk" };
        let ready = answer.ready_on.map(|day| frame.t1("site-desk-ready", "day", frame.day_text(day)));
        let said = [Some(answer.words.clone()), ready];
        let said: Vec<String> = said.into_iter().flatten().filter(|line| !line.is_empty()).collect();
        Entry {
            what: words::answer(frame.lang, answer.answer),
            on: Some(answer.on),
            who: frame.t(by).into_owned(),
            text: said.join("\n"),
            ..Entry::default()
        }
    };
    list(frame, desk.view().answers.iter().rev().map(entry).collect(), "site-desk-answers-none")
}

fn messages(desk: &Desk<'_>) -> Markup {
    let frame = &desk.frame;
    let line = |message: &Dated<SiteMessage>| {
        let item = &message.item;
        let kind = match (item.thread, item.about.is_some(), item.question) {
            (SiteThread::Direct(_), ..) => frame.t("site-desk-direct").into_owned(),
            (_, true, _) => frame.t("site-desk-consulted").into_owned(),
            (_, _, true) => frame.t("site-desk-asked").into_owned(),
            _ => String::new(),
        };
        (message.at, item.from, kind)
    };
    let lines = desk.view().messages.iter().map(|message| {
        let (at, from, kind) = line(message);
        let files = message.item.attachments.iter();
        Line {
            at,
            who: words::party(frame.lang, from),
            own: from == Party::ReceivingBody,
            text: desk.case.page.text(message.item.body),
            kind,
            files: files.map(|file| (desk.file(file.id), file.name.as_str())).collect(),
        }
    });
    Markup::of(&Messages { frame, lines: lines.collect() })
}

/// What the operator was given; what it was not given stays with the desk.
fn details(desk: &Desk<'_>) -> Markup {
    let (frame, view) = (&desk.frame, desk.view());
    let Some(details) = &view.details else {
        return list(frame, Vec::new(), "site-desk-details-none");
    };
    let facts = ui::facts(frame).add_markup(frame.t("desk-details-sent-on"), frame.day(details.on));
    let facts = match view.received_on {
        Some(on) => facts.add_markup(frame.t("site-desk-received-on"), frame.day(on)),
        None => facts.add(frame.t("site-desk-received-on"), frame.t("desk-not-yet")),
    };
    let named = if details.finder_named { "site-desk-named" } else { "site-desk-unnamed" };
    let facts = facts.add(frame.t("party-finder"), frame.t(named));
    let given = rulebook::site::SiteField::ALL.into_iter().filter(|field| !details.content.get(*field).is_empty());
    let facts =
        given.fold(facts, |facts, field| facts.add(site_names::field(frame.lang, field), details.content.get(field)));
    let files = view.attachments.iter().filter(|file| details.attachments.contains(&file.id));
    let files: Vec<&str> = files.map(|file| file.name.as_str()).collect();
    Markup::of(&if files.is_empty() { facts } else { facts.add(frame.t("desk-files"), files.join("\n")) })
}

fn checks(desk: &Desk<'_>) -> Markup {
    let frame = &desk.frame;
    let entry = |check: &Dated<Check>| Entry {
        chip: Some((words::check_mark(check.item.result), words::check(frame.lang, check.item.result))),
        on: Some(check.item.on),
        text: check.item.note.clone(),
        ..Entry::default()
    };
    list(frame, desk.view().checks.iter().rev().map(entry).collect(), "desk-nobody")
}

fn consents(desk: &Desk<'_>) -> Markup {
    let frame = &desk.frame;
    let entry = |one: &Consent| {
        let (mark, key) = match one.answer {
            None => (Mark::Waiting, "my-day-waits"),
            Some((true, _)) => (Mark::Done, "site-desk-agreed"),
            Some((false, _)) => (Mark::Stopped, "site-desk-declined"),
        };
        Entry {
            what: words::consent(frame.lang, one.what),
            chip: Some((mark, frame.t(key).into_owned())),
            on: Some(one.answer.map_or(one.asked_on, |(_, on)| on)),
            ..Entry::default()
        }
    };
    list(frame, desk.view().consents.iter().rev().map(entry).collect(), "desk-nobody")
}

/// To whom the operator handed the details on.
fn forwards(desk: &Desk<'_>) -> Markup {
    let (frame, view) = (&desk.frame, desk.view());
    let entry = |(on, to): &(jiff::civil::Date, String)| Entry { what: to.clone(), on: Some(*on), ..Entry::default() };
    let ended = view.taken_back_on.map(|on| Entry {
        what: frame.t("site-desk-taken-back").into_owned(),
        on: Some(on),
        ..Entry::default()
    });
    list(frame, ended.into_iter().chain(view.forwards.iter().rev().map(entry)).collect(), "desk-nobody")
}

fn talks(desk: &Desk<'_>) -> Markup {
    let frame = &desk.frame;
    let entry = |talk: &SiteTalk| {
        let (mark, key) = match (talk.agreed, talk.report) {
            (Some(true), _) => (Mark::Done, "site-desk-agreed"),
            (Some(false), _) => (Mark::Stopped, "site-desk-declined"),
            (None, Some(_)) => (Mark::Waiting, "site-desk-talk-passed"),
            (None, None) => (Mark::Soon, "site-desk-talk-waits"),
        };
        let known = desk.case.reports.iter().find(|report| Some(report.id) == talk.report);
        Entry {
            what: frame.t1("site-desk-talk-wished", "who", words::party(frame.lang, talk.wisher)),
            chip: Some((mark, frame.t(key).into_owned())),
            on: Some(talk.wished_on),
            who: known.map_or_else(String::new, |report| report.number.clone()),
            ..Entry::default()
        }
    };
    list(frame, desk.view().talks.iter().rev().map(entry).collect(), "desk-nobody")
}
