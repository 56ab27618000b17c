//! What becomes of the case of an unreachable developer (practice from 2019): whether it can be verified, whether it is
//! worth what that costs, and single cases that go another way. The receiving body judges, always with a reason.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::post;
use jiff::civil::Date;
use rulebook::action::Action;
use rulebook::case::reach::{Judged, Outcome, outcome};
use rulebook::case::{CaseCommand, DutyKind, ReachCommand};
use rulebook::edition::Influence;
use ui::field::{Choice, Field};
use ui::markup::Markup;
use ui::{Form, Frame, Lang};

use super::{At, Here, Task};
use crate::desk::case::Place;
use crate::desk::case::read::{Held, carry_out, text};
use crate::desk::sent::Open;
use crate::desk::words;
use crate::forms::Fields;
use crate::names;
use crate::state::Console;
use crate::who::ReceivingDesk;

const VERIFIABLE: &str = "reach-verifiable";
const WORTH: &str = "reach-worth";
const INDIVIDUAL: &str = "reach-individual";
/// Longest reason, in characters.
const MAX_REASON: usize = 2_000;

pub(super) fn routes() -> Router<Console> {
    Router::new()
        .route("/{lang}/desk/cases/{number}/developers/{place}/reach/verifiable", post(verifiable))
        .route("/{lang}/desk/cases/{number}/developers/{place}/reach/worth", post(worth))
        .route("/{lang}/desk/cases/{number}/developers/{place}/reach/individual", post(individual))
}

/// A row of the table: an influence, and what each judgement leads to; the cell that was hit is marked.
struct Row {
    influence: String,
    cells: [(String, bool); 2],
}

/// A judgement as the page says it.
struct Said<'a> {
    what: String,
    word: String,
    reason: &'a str,
    on: Date,
}

#[derive(Template)]
#[template(path = "desk/case/reach/course.html")]
struct Course<'a> {
    frame: &'a Frame,
    course: Option<String>,
    rows: Vec<Row>,
    said: Vec<Said<'a>>,
}

#[derive(Template)]
#[template(path = "desk/case/reach/judge.html")]
struct Judge<'a> {
    frame: &'a Frame,
    open: Open,
    form: Form,
    lead: String,
    choices: Field,
    button: String,
}

fn course(lang: Lang, outcome: Outcome) -> String {
    lang.t(format!("desk-reach-course-{}", outcome.word())).into_owned()
}

/// The table with the cell that this case hits, and what was judged.
pub(super) fn section(here: &Here<'_>) -> Markup {
    let (frame, view) = (&here.desk.frame, &here.desk.page.view);
    let lang = frame.lang;
    let rated = view.ratings.last().map(|rating| rating.item.influence);
    let judged = view.reach.verifiable.as_ref().map(|judged| judged.what);
    let row = |influence| {
        let cell = |can| (course(lang, outcome(influence, can)), rated == Some(influence) && judged == Some(can));
        Row { influence: names::influence(lang, Some(influence)), cells: [cell(true), cell(false)] }
    };
    let yes_no = |word: &str, judged: &Judged<bool>| {
        frame.t(format!("desk-reach-{word}-{}", if judged.what { "yes" } else { "no" })).into_owned()
    };
    let mut said = Vec::new();
    if let Some(judged) = &view.reach.verifiable {
        let what = words::action(lang, Action::JudgeVerifiability);
        said.push(Said { what, word: yes_no("verifiable", judged), reason: &judged.reason, on: judged.on });
    }
    if let Some(judged) = &view.reach.worth {
        let what = words::action(lang, Action::JudgeHandlingValue);
        said.push(Said { what, word: yes_no("worth", judged), reason: &judged.reason, on: judged.on });
    }
    if let Some(judged) = &view.reach.individual {
        let what = words::action(lang, Action::ConsiderIndividually);
        said.push(Said { what, word: course(lang, judged.what), reason: &judged.reason, on: judged.on });
    }
    Markup::of(&Course {
        frame,
        course: view.reach.course.map(|outcome| course(lang, outcome)),
        rows: [Influence::Priority, Influence::Normal, Influence::Simple].map(row).into(),
        said,
    })
}

/// The judgements of the receiving body that are possible now.
pub(super) fn tasks(here: &Here<'_>) -> Vec<Task> {
    let frame = &here.desk.frame;
    let mut tasks = Vec::new();
    let yes_no =
        |word: &str| ["yes", "no"].map(|one| Choice::new(one, frame.t(format!("desk-reach-{word}-{one}")))).to_vec();
    let outcomes = Outcome::ALL.map(|one| Choice::new(one.word(), course(frame.lang, one))).to_vec();
    let judgements = [
        (
            VERIFIABLE,
            "verifiable",
            Action::JudgeVerifiability,
            Some(DutyKind::JudgeVerifiability),
            yes_no("verifiable"),
        ),
        (WORTH, "worth", Action::JudgeHandlingValue, Some(DutyKind::JudgeHandlingValue), yes_no("worth")),
        (INDIVIDUAL, "individual", Action::ConsiderIndividually, None, outcomes),
    ];
    for (name, word, action, duty, choices) in judgements {
        if !here.desk.may(action) {
            continue;
        }
        let title = words::action(frame.lang, action);
        let form = here.desk.form(name, |_| {});
        let body = Markup::of(&Judge {
            frame,
            open: here.open(name),
            lead: frame.t(format!("desk-reach-{word}-lead")).into_owned(),
            choices: form.radios("what", &title, &choices).required(),
            button: title.clone(),
            form,
        });
        let open = duty.is_some_and(|duty| here.owes(duty));
        tasks.push(Task { id: name, title, open, form: body });
    }
    tasks
}

fn yes(fields: &Fields) -> Result<bool, Held> {
    match fields.get("what") {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err(Held::Wrong("what", "desk-reach-judge-missing")),
    }
}

async fn verifiable(ReceivingDesk(staff): ReceivingDesk, Path((_, number, place)): At, fields: Fields) -> Response {
    let read = || {
        let (verifiable, reason) = (yes(&fields)?, text(&fields, "reason", MAX_REASON)?);
        Ok(CaseCommand::Reach(ReachCommand::JudgeVerifiability { verifiable, reason }))
    };
    carry_out(&staff, (&number, Place::Reach(place)), VERIFIABLE, &fields, read(), "course-judged").await
}

async fn worth(ReceivingDesk(staff): ReceivingDesk, Path((_, number, place)): At, fields: Fields) -> Response {
    let read = || {
        let (worth, reason) = (yes(&fields)?, text(&fields, "reason", MAX_REASON)?);
        Ok(CaseCommand::Reach(ReachCommand::JudgeHandlingValue { worth, reason }))
    };
    carry_out(&staff, (&number, Place::Reach(place)), WORTH, &fields, read(), "course-judged").await
}

async fn individual(ReceivingDesk(staff): ReceivingDesk, Path((_, number, place)): At, fields: Fields) -> Response {
    let read = || {
        let outcome = Outcome::of_word(fields.get("what")).ok_or(Held::Wrong("what", "desk-reach-judge-missing"))?;
        let reason = text(&fields, "reason", MAX_REASON)?;
        Ok(CaseCommand::Reach(ReachCommand::ConsiderIndividually { outcome, reason }))
    };
    carry_out(&staff, (&number, Place::Reach(place)), INDIVIDUAL, &fields, read(), "course-judged").await
}
