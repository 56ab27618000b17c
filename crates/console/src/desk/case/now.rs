//! What is owed in a case: by the reader's side as forms ready to be filled, by everybody else as a list.

use casework::Error;
use jiff::civil::Date;
use rulebook::case::{Duty, DutyKind};
use rulebook::clause::Clause;
use rulebook::party::Party;
use ui::markup::Markup;
use ui::progress::DutyLine;

use super::{Desk, add, day, ending, further, handover, influence, outreach, reach};
use crate::names;

/// More developers than this stand behind one line.
const FEW: usize = 3;

/// Something that the reader's side owes.
pub(super) struct Task {
    /// What.
    pub what: String,
    /// By when.
    pub due: Option<Date>,
    /// The clause that asks for it.
    pub clause: Clause,
    /// Where it is done, when not on this page.
    pub href: String,
    /// Its form.
    pub form: Option<Markup>,
    /// Name of its form; empty when it is done elsewhere.
    pub form_name: &'static str,
    /// Whether the form stands open.
    pub open: bool,
    /// Whether it waits for somebody else.
    pub waits: bool,
}

/// The tasks of the reader's side: what can be done first, what waits after it. The first form stands open.
pub(super) async fn tasks(desk: &Desk<'_>) -> Result<Vec<Task>, Error> {
    let own: Vec<&Duty> = desk.page.view.duties.iter().filter(|duty| duty.who == desk.party()).collect();
    let mut tasks = Vec::new();
    let mut told: Vec<(DutyKind, bool)> = Vec::new();
    for duty in &own {
        let same = own.iter().filter(|one| one.what == duty.what && one.waits == duty.waits).count();
        if same <= FEW {
            tasks.push(task(desk, duty).await?);
        } else if !told.contains(&(duty.what, duty.waits)) {
            told.push((duty.what, duty.waits));
            tasks.push(many(desk, duty, same));
        }
    }
    tasks.sort_by_key(|task| task.waits);
    if desk.sent.is_none()
        && let Some(first) = tasks.iter_mut().find(|task| task.form.is_some() && !task.waits)
    {
        first.open = true;
    }
    Ok(tasks)
}

async fn task(desk: &Desk<'_>, duty: &Duty) -> Result<Task, Error> {
    let (form_name, form) = form_of(desk, duty.what).await?;
    let what = names::duty(desk.frame.lang, duty.what);
    Ok(Task {
        what: match about(desk, duty) {
            Some(name) => desk.frame.t2("duty-about", "duty", what, "name", name),
            None => what,
        },
        due: duty.due,
        clause: duty.what.clause(),
        href: href_of(desk, duty),
        open: !form_name.is_empty() && desk.came_back(form_name),
        form,
        form_name,
        waits: duty.waits,
    })
}

/// The same duty about many developers, said once.
fn told_of_many(desk: &Desk<'_>, duty: &Duty, count: usize) -> String {
    desk.frame.t2("desk-duty-many", "duty", names::duty(desk.frame.lang, duty.what), "count", count)
}

fn many(desk: &Desk<'_>, duty: &Duty, count: usize) -> Task {
    Task {
        what: told_of_many(desk, duty, count),
        due: duty.due,
        clause: duty.what.clause(),
        href: "#parties".to_owned(),
        form: None,
        form_name: "",
        open: false,
        waits: duty.waits,
    }
}

async fn form_of(desk: &Desk<'_>, what: DutyKind) -> Result<(&'static str, Option<Markup>), Error> {
    Ok(match what {
        DutyKind::RateInfluence => (influence::NAME, Some(influence::form(desk))),
        DutyKind::HandOver => (handover::NAME, Some(handover::form(desk))),
        DutyKind::FindDeveloper => (add::NAME, Some(add::form(desk, true).await?)),
        DutyKind::SetDay => (day::NAME, Some(day::form(desk))),
        _ => ("", None),
    })
}

/// Where it is done, when not on this page.
fn href_of(desk: &Desk<'_>, duty: &Duty) -> String {
    if let Some(way) = outreach::href_of(desk, duty.what) {
        return way;
    }
    if is_of_judgement(duty.what) {
        return format!("{}/judgement", desk.base);
    }
    if further::is_here(duty.what) {
        return format!("{}/further", desk.base);
    }
    if let Some(developer) = duty.about {
        let page = desk.developer_href(developer);
        return if reach::is_here(duty.what) { format!("{page}/reach") } else { page };
    }
    match duty.what {
        DutyKind::JudgeVerifiability | DutyKind::JudgeHandlingValue => reach::judged_at(desk),
        DutyKind::AnswerBody => "#bodies".to_owned(),
        DutyKind::StopHandling => ending::href(desk),
        DutyKind::JudgeSignal => "#signals".to_owned(),
        DutyKind::DraftAdvisory
        | DutyKind::UpdateAdvisory
        | DutyKind::SendPreview
        | DutyKind::ApproveAdvisory
        | DutyKind::CoSignAdvisory
        | DutyKind::Publish
        | DutyKind::PublishUpdate => format!("{}/advisory", desk.base),
        DutyKind::ReadReport
        | DutyKind::DecideAcceptance
        | DutyKind::AnswerFinder
        | DutyKind::AnswerDisclosure
        | DutyKind::ReleaseNonDisclosure => match desk.page.view.reports.first() {
            Some(report) => desk.frame.href(format!("/desk/reports/{}", report.number)),
            None => String::new(),
        },
        _ => String::new(),
    }
}

/// Whether it is a step of a judgement, from the notice on.
const fn is_of_judgement(what: DutyKind) -> bool {
    matches!(
        what,
        DutyKind::NotifyImpossible
            | DutyKind::JudgeImpossible
            | DutyKind::AskMaterial
            | DutyKind::GiveMaterial
            | DutyKind::ConveneCommittee
            | DutyKind::AssessConditions
            | DutyKind::DraftJudgement
            | DutyKind::AnnounceJudgement
            | DutyKind::InviteOpinions
            | DutyKind::PassJudgement
            | DutyKind::AskConfirmation
            | DutyKind::RecordConfirmation
            | DutyKind::AskView
            | DutyKind::SetJudgedDay
            | DutyKind::ResumeCoordination
    )
}

fn about<'a>(desk: &'a Desk<'_>, duty: &Duty) -> Option<&'a str> {
    duty.about.and_then(|id| desk.developer(id)).map(|developer| developer.name.as_str())
}

/// What everybody else owes; of many developers with the same duty, one line.
pub(super) fn others(desk: &Desk<'_>) -> Vec<DutyLine> {
    let others: Vec<&Duty> = desk.page.view.duties.iter().filter(|duty| duty.who != desk.party()).collect();
    let mut told: Vec<DutyKind> = Vec::new();
    let mut lines = Vec::new();
    for duty in &others {
        let same = others.iter().filter(|one| one.what == duty.what).count();
        if same > FEW {
            if !told.contains(&duty.what) {
                told.push(duty.what);
                let line =
                    ui::duty(&desk.frame, names::party(desk.frame.lang, duty.who), told_of_many(desk, duty, same));
                let line = line.clause(duty.what.clause());
                lines.push(match duty.due {
                    Some(due) => line.due(&desk.frame, due),
                    None => line,
                });
            }
            continue;
        }
        lines.push(names::duty_line(&desk.frame, duty, about(desk, duty)));
    }
    lines
}

/// Whose turn it is and what for, in a few words: the reader's own, if there is anything it can do.
pub(super) fn turn(desk: &Desk<'_>) -> String {
    let frame = &desk.frame;
    let ready = || desk.page.view.duties.iter().filter(|duty| !duty.waits);
    let own = ready().find(|duty| duty.who == desk.party());
    let Some(duty) = own.or_else(|| ready().next()) else {
        return frame.t("desk-nobody").into_owned();
    };
    let who = match duty.who {
        Party::Developer(id) => desk.developer(id).map_or_else(String::new, |developer| developer.name.clone()),
        who => names::party(frame.lang, who),
    };
    frame.t2("desk-turn-for", "who", who, "what", names::duty(frame.lang, duty.what))
}
