//! The page of a case.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use casework::Error;
use rulebook::action::Action;
use rulebook::case::view::Step;
use rulebook::edition::Influence;
use rulebook::refusal::Refusal;
use ui::action::Button;
use ui::list::{Facts, Tabs};
use ui::markup::Markup;
use ui::notice::{Heading, Notice};
use ui::progress::{DutyLine, Happening, Timeline, When};
use ui::{Frame, Mark, Page};

use super::now::Task;
use super::{
    Desk, Place, add, advisory, content, day, ending, influence, now, parties, render, side, signals, ssvc, talk, ways,
};
use crate::desk::words;
use crate::state::Console;
use crate::who::Staff;
use crate::{names, notices};

pub(super) fn routes() -> Router<Console> {
    Router::new().route("/{lang}/desk/cases/{number}", get(show))
}

/// A form that is there to be used, and not asked for now.
struct Extra {
    title: String,
    form: Markup,
    open: bool,
}

#[derive(Template)]
#[template(path = "desk/case/page.html")]
struct CaseDeskPage<'a> {
    frame: &'a Frame,
    title: String,
    head: Heading,
    facts: Facts,
    ways: Tabs,
    done: Option<Notice>,
    ended: Option<Notice>,
    early: Option<Notice>,
    signals: Option<Markup>,
    tasks: Vec<Task>,
    extras: Vec<Extra>,
    denied: Vec<Button>,
    parties: Markup,
    advisory: Markup,
    talk: Option<Markup>,
    content: Markup,
    others: Vec<DutyLine>,
    path: ui::path::StagePath,
    timeline: Timeline,
    older: Option<Timeline>,
    side: Markup,
    beside: Markup,
}

async fn show(staff: Staff, Path((_, number)): Path<(String, String)>) -> Response {
    render(&staff, &number, Place::Case, None).await
}

pub(super) async fn respond(desk: &Desk<'_>) -> Result<Response, Error> {
    let status = desk.sent.as_ref().map_or(StatusCode::OK, |sent| sent.status);
    let tasks = now::tasks(desk).await?;
    let extras = extras(desk, &tasks).await?;
    let (timeline, older) = timeline(desk);
    let numbers = desk.staff.visitor.console.office.cve_on(&desk.page).await?;
    let page = CaseDeskPage {
        frame: &desk.frame,
        title: desk.title(),
        head: head(desk),
        facts: facts(desk),
        ways: ways::tabs(desk),
        done: notices::done(&desk.frame),
        ended: ending::banner(desk),
        early: day::early(desk),
        signals: signals::section(desk),
        tasks,
        extras,
        denied: words::denied(&desk.frame, denied(desk)),
        parties: parties::section(desk),
        advisory: advisory::section(desk, &numbers),
        talk: talk::bodies(desk),
        content: content::section(desk),
        others: now::others(desk),
        path: crate::stages::path(&desk.frame, &desk.page.view, desk.rules().edition, None),
        timeline,
        older,
        side: side::days_and_owner(desk),
        beside: side::finder_and_notes(desk),
    };
    Ok(Page::secret(page).status(status).into_response())
}

/// The head of every page of a case.
pub(super) fn head(desk: &Desk<'_>) -> Heading {
    let (frame, view) = (&desk.frame, &desk.page.view);
    ui::heading(desk.title())
        .back(frame.href("/desk/cases"), frame.t("desk-cases-title"))
        .number(frame.t1("desk-case-number", "number", &view.number))
        .chip(names::stage_mark(view.stage), names::stage(frame.lang, view.stage))
}

/// The top line: whose turn it is, and the days.
fn facts(desk: &Desk<'_>) -> Facts {
    let (frame, view) = (&desk.frame, &desk.page.view);
    let published = view.publications.first().map(|first| frame.site.zone.day_of(first.at));
    let facts = ui::facts(frame).in_line().add(frame.t("desk-turn"), now::turn(desk));
    let facts = match (published, view.day, view.target_day) {
        (Some(on), _, _) => facts.add_markup(frame.t("desk-published-on"), frame.day(on)),
        (None, Some(day), _) => facts.add_markup(frame.t("desk-day"), day::with_left(frame, day)),
        (None, None, Some(day)) => facts.add_markup(frame.t("desk-target-day"), day::with_left(frame, day)),
        (None, None, None) => facts.add(frame.t("desk-day"), frame.t("desk-day-none")),
    };
    let rating = view.ratings.last().map(|rating| rating.item.influence);
    let influence = names::influence(frame.lang, rating);
    let facts = match rating {
        Some(Influence::Priority) => facts.add_markup(frame.t("desk-influence"), chip(Mark::Urgent, influence)),
        _ => facts.add(frame.t("desk-influence"), influence),
    };
    let facts = match view.overseas.as_ref().filter(|_| published.is_none()).and_then(|from| from.day) {
        Some(day) => facts.add_markup(frame.t("desk-overseas-day"), day::with_left(frame, day)),
        None => facts,
    };
    let owner = desk.owner().cloned().unwrap_or_else(|| frame.t("desk-nobody").into_owned());
    facts.add(frame.t("desk-owner"), owner)
}

fn chip(mark: Mark, word: String) -> Markup {
    Markup::of(&ui::chip(mark, word))
}

/// What may be done and is not asked for: rating again, another developer, another day.
async fn extras(desk: &Desk<'_>, tasks: &[Task]) -> Result<Vec<Extra>, Error> {
    let frame = &desk.frame;
    let asked = |name: &str| tasks.iter().any(|task| task.form_name == name);
    let mut extras = Vec::new();
    if desk.may(Action::SetDay) && !asked(day::NAME) {
        let key = if desk.page.view.day.is_some() { "desk-day-change" } else { "desk-action-set-day" };
        extras.push(Extra { title: frame.t(key).into_owned(), form: day::form(desk), open: desk.came_back(day::NAME) });
    }
    if desk.may(Action::AddDeveloper) && !asked(add::NAME) {
        let open = desk.came_back(add::NAME) || add::is_searching(desk);
        let title = frame.t("desk-action-add-developer").into_owned();
        extras.push(Extra { title, form: add::form(desk, open).await?, open });
    }
    if desk.may(Action::RateInfluence) && !asked(influence::NAME) {
        let title = frame.t("desk-rate-again").into_owned();
        extras.push(Extra { title, form: influence::form(desk), open: desk.came_back(influence::NAME) });
    }
    if desk.may(Action::ReportSignal) {
        let title = frame.t("desk-action-report-signal").into_owned();
        extras.push(Extra { title, form: signals::form(desk), open: desk.came_back(signals::NAME) });
    }
    let (title, open) = (frame.t("ssvc-title").into_owned(), desk.came_back(ssvc::NAME));
    extras.push(Extra { title, form: ssvc::form(desk), open });
    Ok(extras)
}

/// What cannot be done now: the actions of this side that are about the case as a whole.
fn denied(desk: &Desk<'_>) -> Vec<(Action, Refusal)> {
    const OF_THE_CASE: [Action; 8] = [
        Action::HandOver,
        Action::WriteBetweenBodies,
        Action::SetDay,
        Action::StartAdvisory,
        Action::SendPreview,
        Action::ApproveAdvisory,
        Action::CoSignAdvisory,
        Action::Publish,
    ];
    let mine = OF_THE_CASE.into_iter().filter(|action| action.belongs_to(desk.party()));
    mine.filter_map(|action| desk.page.refusal(action).map(|refusal| (action, refusal))).collect()
}

/// Steps that stand on the page; older ones are folded.
const RECENT: usize = 12;

/// The same thing with several developers on one day.
struct Group<'a> {
    first: &'a Step,
    who: Vec<&'a str>,
}

/// What has happened, newest first: the latest steps, and the older ones.
fn timeline(desk: &Desk<'_>) -> (Timeline, Option<Timeline>) {
    let frame = &desk.frame;
    let zone = &frame.site.zone;
    let mut groups: Vec<Group<'_>> = Vec::new();
    for step in &desk.page.view.timeline {
        let who = step.developer.and_then(|id| desk.developer(id)).map(|developer| developer.name.as_str());
        let same = |group: &&mut Group<'_>| {
            let alike = who.is_some() && group.first.what == step.what && group.first.day == step.day;
            alike && zone.day_of(group.first.at) == zone.day_of(step.at)
        };
        match groups.iter_mut().rev().take(6).find(same) {
            Some(group) => group.who.extend(who),
            None => groups.push(Group { first: step, who: who.into_iter().collect() }),
        }
    }
    let happened: Vec<Happening> = groups.iter().rev().map(|group| happening(frame, group)).collect();
    let (recent, older) = happened.split_at(happened.len().min(RECENT));
    (ui::timeline(frame, recent), (!older.is_empty()).then(|| ui::timeline(frame, older)))
}

fn happening(frame: &Frame, group: &Group<'_>) -> Happening {
    let step = group.first;
    let happening = Happening::new(When::At(step.at), names::event(frame.lang, step.what));
    let happening = match group.who.as_slice() {
        [] => happening,
        [one] => happening.who(one),
        [one, rest @ ..] => happening.who(frame.t2("desk-and-more", "name", *one, "count", rest.len())),
    };
    match step.day {
        Some(day) if day != frame.site.zone.day_of(step.at) => happening.body(frame.day_text(day)),
        _ => happening,
    }
}
