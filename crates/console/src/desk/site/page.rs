//! The pages of a website case: one frame, what is to be done on top, then what is known.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use rulebook::case::{Duty, DutyKind};
use rulebook::party::Party;
use rulebook::site::SiteStage;
use ui::action::Button;
use ui::list::{Facts, Tabs};
use ui::markup::Markup;
use ui::notice::{Heading, Notice};
use ui::progress::{Happening, Timeline, When};
use ui::{Frame, Mark, NavItem, Page, Tone};

use super::bench::Bench;
use super::said::{Entry, Section, list};
use super::{Desk, Place, aside, ending, operator, outside, talk, words};
use crate::desk::words::size;
use crate::parts::Part;
use crate::{names, notices, site_names};

#[derive(Template)]
#[template(path = "desk/site/page.html")]
struct SitePage<'a> {
    frame: &'a Frame,
    title: String,
    head: Heading,
    facts: Facts,
    ways: Tabs,
    notes: Vec<Notice>,
    tasks: Option<Tasks>,
    parts: Vec<Part>,
    denied: Vec<Button>,
    sections: Vec<Section>,
    timeline: Option<Timeline>,
    aside: Option<Markup>,
}

/// What the desk owes: as forms, and where it is done elsewhere.
struct Tasks {
    parts: Vec<Part>,
    elsewhere: Vec<ui::progress::DutyLine>,
}

/// The pages in their order, with the key of their name.
const WAYS: [(Place, &str); 5] = [
    (Place::Case, "site-desk-way-case"),
    (Place::Operator, "site-desk-way-operator"),
    (Place::Talk, "site-desk-way-talk"),
    (Place::Outside, "site-desk-way-outside"),
    (Place::Ending, "site-desk-way-ending"),
];

pub(super) fn respond(desk: &Desk<'_>) -> Response {
    let frame = &desk.frame;
    let bench = Bench::of(desk);
    let first = desk.place == Place::Case;
    let tasks = first.then(|| tasks(desk, &bench));
    let shown = tasks.as_ref().map(|tasks| tasks.parts.as_slice()).unwrap_or_default();
    let page = SitePage {
        frame,
        title: frame.t1("site-desk-title-page", "number", &desk.view().number),
        head: head(desk),
        facts: facts(desk),
        ways: ways(desk),
        notes: notices::done(frame).into_iter().chain(banners(desk)).collect(),
        parts: bench.parts(desk.place, shown),
        denied: denied(desk, &bench),
        sections: sections(desk),
        timeline: first.then(|| timeline(desk)),
        aside: first.then(|| aside::markup(desk)),
        tasks,
    };
    let status = desk.sent.as_ref().map_or(StatusCode::OK, |sent| sent.status);
    Page::secret(page).status(status).into_response()
}

fn sections(desk: &Desk<'_>) -> Vec<Section> {
    match desk.place {
        Place::Case => [Some(content(desk)), others(desk), rated(desk)].into_iter().flatten().collect(),
        Place::Operator => operator::sections(desk),
        Place::Talk => talk::sections(desk),
        Place::Outside => outside::sections(desk),
        Place::Ending => ending::sections(desk),
    }
}

fn head(desk: &Desk<'_>) -> Heading {
    let (frame, view) = (&desk.frame, desk.view());
    let site = view.site.clone().filter(|site| !site.is_empty());
    let title = site.unwrap_or_else(|| frame.t("desk-untitled").into_owned());
    ui::heading(title)
        .back(frame.href("/desk/sites"), frame.t("site-desk-list"))
        .number(frame.t1("desk-case-number", "number", &view.number))
        .chip(site_names::stage_mark(view.stage), site_names::stage(frame.lang, view.stage))
}

/// Whose turn it is and what for: the desk's own first, unless its day is still to come.
fn turn(desk: &Desk<'_>) -> String {
    let frame = &desk.frame;
    let come = |duty: &&Duty| !duty.waits && duty.due.is_none_or(|due| due <= frame.today);
    let ready = || desk.view().duties.iter().filter(|duty| !duty.waits);
    let own = ready().filter(come).find(|duty| duty.who == Party::ReceivingBody);
    let others = ready().find(|duty| duty.who != Party::ReceivingBody);
    let Some(duty) = own.or(others).or_else(|| ready().next()) else {
        return frame.t("desk-nobody").into_owned();
    };
    let who = words::party(frame.lang, duty.who);
    frame.t2("desk-turn-for", "who", who, "what", names::duty(frame.lang, duty.what))
}

/// The top line: whose turn it is, and until when.
fn facts(desk: &Desk<'_>) -> Facts {
    let (frame, view) = (&desk.frame, desk.view());
    let facts = ui::facts(frame).in_line().add(frame.t("desk-turn"), turn(desk));
    let open = view.closing.is_none();
    let facts = match (view.fixed, view.aimed_at, view.silence_ends_from) {
        (Some((_, on)), ..) => facts.add_markup(frame.t("site-desk-fixed-on"), frame.day(on)),
        (None, Some(day), _) if open => facts.add_markup(frame.t("site-desk-aimed-at"), with_left(frame, day)),
        (None, None, Some(day)) if open => facts.add_markup(frame.t("site-desk-silent-from"), with_left(frame, day)),
        _ => facts,
    };
    let facts = match view.prolonged_from.filter(|_| desk.case.prolonged) {
        Some(day) => facts.add_markup(frame.t("site-desk-prolonged"), since(frame, day)),
        None => facts,
    };
    let rating = view.ratings.last().map(|rating| rating.item.influence);
    let facts = facts.add(frame.t("desk-influence"), names::influence(frame.lang, rating));
    let owner = desk.owner().cloned().unwrap_or_else(|| frame.t("desk-nobody").into_owned());
    facts.add(frame.t("desk-owner"), owner)
}

/// Since when it takes too long.
fn since(frame: &Frame, day: jiff::civil::Date) -> Markup {
    Markup::of(&ui::chip(Mark::Urgent, frame.t1("site-desk-since-day", "day", frame.day_text(day))))
}

/// A day with the days that are left.
pub(super) fn with_left(frame: &Frame, day: jiff::civil::Date) -> Markup {
    crate::desk::case::day_with_left(frame, day)
}

fn ways(desk: &Desk<'_>) -> Tabs {
    let item = |(place, key): (Place, &'static str)| {
        NavItem::new(desk.href(place), desk.frame.t(key)).current(place == desk.place)
    };
    ui::tabs(desk.frame.t("desk-ways"), &WAYS.map(item))
}

/// That it has ended; what the operator's word proposes; where it goes on.
fn banners(desk: &Desk<'_>) -> Vec<Notice> {
    let (frame, view) = (&desk.frame, desk.view());
    let lists = &desk.edition().lists;
    let mut all = Vec::new();
    if let Some(end) = &view.closing {
        let title = frame.t1("site-desk-ended", "day", frame.day_text(end.on));
        let words = format!("{} {}", site_names::ending(frame.lang, lists, end.ending), end.ending.clause());
        let notice = ui::notice(frame, Tone::Info, title).body(words);
        all.push(match desk.place {
            Place::Ending => notice,
            _ => notice.link(desk.href(Place::Ending), frame.t("site-desk-read-ending")),
        });
    }
    all.extend(waiting(desk));
    if let Some(number) = &desk.case.product {
        let title = frame.t1("site-desk-in-product", "number", number);
        let way = frame.href(format!("/desk/cases/{number}"));
        all.push(ui::notice(frame, Tone::Info, title).link(way, frame.t("site-desk-to-product")));
    }
    all
}

/// What the operator said last, where it waits for the desk, with the ending that fits.
fn waiting(desk: &Desk<'_>) -> Option<Notice> {
    let (frame, view) = (&desk.frame, desk.view());
    let owed = |what: &[DutyKind]| view.duties.iter().any(|duty| what.contains(&duty.what));
    if desk.place == Place::Talk {
        return None;
    }
    let (title, said) = if owed(&[DutyKind::JudgeOperatorAnswer, DutyKind::HelpOperator]) {
        let answer = &view.answers.last()?.item;
        let said = words::answer(frame.lang, answer.answer);
        let title = match desk.case.proposed {
            Some(ending) => {
                let named = site_names::ending(frame.lang, &desk.edition().lists, ending);
                frame.t2("site-desk-proposes", "said", said, "ending", named)
            }
            None => frame.t1("site-desk-says", "said", said),
        };
        (title, answer.words.as_str())
    } else if owed(&[DutyKind::AnswerOperator]) {
        let last = view.messages.iter().rfind(|message| message.item.from != Party::ReceivingBody)?;
        (frame.t("site-desk-wrote").into_owned(), desk.case.page.text(last.item.body))
    } else {
        return None;
    };
    let notice = ui::notice(frame, Tone::Info, title).body(said);
    Some(notice.link(desk.href(Place::Talk), frame.t("site-desk-read-answer")))
}

fn tasks(desk: &Desk<'_>, bench: &Bench<'_>) -> Tasks {
    let (parts, elsewhere) = bench.tasks();
    let line = |duty: &Duty| {
        let line = names::duty_line(&desk.frame, duty, None);
        match elsewhere_href(desk, duty.what) {
            Some(href) => line.href(href),
            None => line,
        }
    };
    Tasks { parts, elsewhere: elsewhere.into_iter().map(line).collect() }
}

/// Where a duty is done that has no form here: at the report.
fn elsewhere_href(desk: &Desk<'_>, what: DutyKind) -> Option<String> {
    let of_report = matches!(
        what,
        DutyKind::AnswerFinder | DutyKind::AnswerDisclosure | DutyKind::ReleaseNonDisclosure | DutyKind::ReadReport
    );
    let waiting = desk.case.reports.iter().find(|report| report.waits).or(desk.case.reports.first());
    let report = waiting.filter(|_| of_report)?;
    Some(desk.frame.href(format!("/desk/reports/{}", report.number)))
}

fn denied(desk: &Desk<'_>, bench: &Bench<'_>) -> Vec<Button> {
    let frame = &desk.frame;
    let button = |action: rulebook::site::SiteAction| {
        let refusal = desk.refusal(action)?;
        let clause = refusal.clause.or(action.clause()).map(|clause| clause.to_string()).unwrap_or_default();
        let id = format!("denied-{}", action.word());
        let button = ui::button(words::action(frame.lang, action)).secondary().small();
        Some(button.denied(id, frame.t(refusal.why.key()), clause))
    };
    bench.denied(desk.place).into_iter().filter_map(button).collect()
}

/// What the case says, and its files.
fn content(desk: &Desk<'_>) -> Section {
    #[derive(Template)]
    #[template(path = "desk/site/content.html")]
    struct Content<'a> {
        frame: &'a Frame,
        facts: Facts,
        files: Vec<(String, String, String)>,
    }
    let (frame, view) = (&desk.frame, desk.view());
    let facts = view.content.as_ref().map_or_else(|| ui::facts(frame), |content| copy(frame, content));
    let file = |file: &rulebook::report::Attachment| (desk.file(file.id), file.name.clone(), size(file.size));
    let files = view.attachments.iter().map(file).collect();
    let body = Markup::of(&Content { frame, facts, files });
    Section::new(frame, "content", "desk-case-content", "", body)
}

/// A copy as facts: the fields that say something.
pub(super) fn copy(frame: &Frame, content: &rulebook::site::SiteContent) -> Facts {
    let said = rulebook::site::SiteField::ALL.into_iter().filter(|field| !content.get(*field).trim().is_empty());
    said.fold(ui::facts(frame), |facts, field| facts.add(site_names::field(frame.lang, field), content.get(field)))
}

/// What everybody else owes.
fn others(desk: &Desk<'_>) -> Option<Section> {
    let frame = &desk.frame;
    let others = desk.view().duties.iter().filter(|duty| duty.who != Party::ReceivingBody);
    let entry = |duty: &Duty| Entry {
        what: names::duty(frame.lang, duty.what),
        chip: duty.waits.then(|| (Mark::Waiting, frame.t("my-day-waits").into_owned())),
        on: duty.due,
        who: words::party(frame.lang, duty.who),
        ..Entry::default()
    };
    let entries: Vec<Entry> = others.map(entry).collect();
    if entries.is_empty() || desk.view().stage == SiteStage::Ended {
        return None;
    }
    Some(Section::new(frame, "others", "desk-others", "", list(frame, entries, "desk-nobody")))
}

/// Every rating, the newest first, once there are several.
fn rated(desk: &Desk<'_>) -> Option<Section> {
    let (frame, ratings) = (&desk.frame, &desk.view().ratings);
    let entry = |one: &rulebook::report::state::Dated<rulebook::influence::Rating>| Entry {
        what: names::influence(frame.lang, Some(one.item.influence)),
        on: Some(frame.site.zone.day_of(one.at)),
        who: crate::desk::words::range(frame.lang, one.item.range),
        text: one.item.vector.clone(),
        ..Entry::default()
    };
    let entries: Vec<Entry> = ratings.iter().rev().map(entry).collect();
    (entries.len() > 1)
        .then(|| Section::new(frame, "rated", "desk-rated", "付録4", list(frame, entries, "desk-nobody")))
}

fn timeline(desk: &Desk<'_>) -> Timeline {
    let frame = &desk.frame;
    let steps = desk.view().timeline.iter().rev();
    let happened: Vec<Happening> =
        steps.map(|step| Happening::new(When::At(step.at), names::event(frame.lang, step.what))).collect();
    ui::timeline(frame, &happened)
}
