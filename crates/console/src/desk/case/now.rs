//! What is owed in a case: by the reader's side as forms ready to be filled, by everybody else as a list.

use casework::Error;
use rulebook::case::{Duty, DutyKind};
use rulebook::party::Party;
use ui::markup::Markup;
use ui::progress::DutyLine;

use super::{Desk, add, day, handover, influence};
use crate::names;

/// More developers than this stand behind one line.
const FEW: usize = 3;

/// Something that the reader's side owes.
pub(super) struct Task {
    /// What and by when.
    pub line: DutyLine,
    /// Its form.
    pub form: Option<Markup>,
    /// Name of its form; empty when it is done on another page.
    pub form_name: &'static str,
    /// Whether the form stands open.
    pub open: bool,
    /// Whether it waits for somebody else.
    pub waits: bool,
}

/// The tasks of the reader's side, in the order of the rulebook; the first form stands open.
pub(super) async fn tasks(desk: &Desk<'_>) -> Result<Vec<Task>, Error> {
    let own: Vec<&Duty> = desk.page.view.duties.iter().filter(|duty| duty.who == desk.party()).collect();
    let mut tasks = Vec::new();
    let mut told: Vec<(DutyKind, bool)> = Vec::new();
    let mut opened = desk.sent.is_some();
    for duty in &own {
        let same: Vec<&&Duty> = own.iter().filter(|one| one.what == duty.what && one.waits == duty.waits).collect();
        if same.len() > FEW {
            if !told.contains(&(duty.what, duty.waits)) {
                told.push((duty.what, duty.waits));
                tasks.push(many(desk, duty, same.len()));
            }
            continue;
        }
        let (form_name, form) = form_of(desk, duty.what).await?;
        let comes_back = !form_name.is_empty() && desk.came_back(form_name);
        let first = form.is_some() && !opened && !duty.waits;
        opened |= first;
        let href = href_of(desk, duty);
        let line = names::duty_line(&desk.frame, duty, about(desk, duty));
        let line = if href.is_empty() { line } else { line.href(href) };
        tasks.push(Task { line, form, form_name, open: first || comes_back, waits: duty.waits });
    }
    Ok(tasks)
}

/// One line for the same duty about many developers.
fn many(desk: &Desk<'_>, duty: &Duty, count: usize) -> Task {
    let frame = &desk.frame;
    let what = frame.t2("desk-duty-many", "duty", names::duty(frame.lang, duty.what), "count", count);
    let line = ui::duty(frame, names::party(frame.lang, duty.who), what).clause(duty.what.clause());
    let line = match duty.due {
        Some(due) => line.due(frame, due),
        None => line,
    };
    Task { line: line.href("#parties"), form: None, form_name: "", open: false, waits: duty.waits }
}

async fn form_of(desk: &Desk<'_>, what: DutyKind) -> Result<(&'static str, Option<Markup>), Error> {
    Ok(match what {
        DutyKind::RateInfluence => (influence::NAME, Some(influence::form(desk))),
        DutyKind::HandOver => (handover::NAME, Some(handover::form(desk))),
        DutyKind::FindDeveloper => (add::NAME, Some(add::form(desk).await?)),
        DutyKind::SetDay => (day::NAME, Some(day::form(desk))),
        _ => ("", None),
    })
}

/// Where it is done, when not on this page.
fn href_of(desk: &Desk<'_>, duty: &Duty) -> String {
    if let Some(developer) = duty.about {
        return desk.developer_href(developer);
    }
    match duty.what {
        DutyKind::AnswerBody => "#bodies".to_owned(),
        DutyKind::DraftAdvisory
        | DutyKind::UpdateAdvisory
        | DutyKind::SendPreview
        | DutyKind::ApproveAdvisory
        | DutyKind::CoSignAdvisory
        | DutyKind::Publish
        | DutyKind::PublishUpdate => format!("{}/advisory", desk.base),
        DutyKind::ReadReport | DutyKind::DecideAcceptance | DutyKind::AnswerFinder => {
            match desk.page.view.reports.first() {
                Some(report) => desk.frame.href(format!("/desk/reports/{}", report.number)),
                None => String::new(),
            }
        }
        _ => String::new(),
    }
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
                lines.push(many(desk, duty, same).line);
            }
            continue;
        }
        lines.push(names::duty_line(&desk.frame, duty, about(desk, duty)));
    }
    lines
}

/// Whose turn it is and what for, in a few words.
pub(super) fn turn(desk: &Desk<'_>) -> String {
    let frame = &desk.frame;
    let Some(duty) = desk.page.view.duties.iter().find(|duty| !duty.waits) else {
        return frame.t("desk-nobody").into_owned();
    };
    let who = match duty.who {
        Party::Developer(id) => desk.developer(id).map_or_else(String::new, |developer| developer.name.clone()),
        who => names::party(frame.lang, who),
    };
    frame.t2("desk-turn-for", "who", who, "what", names::duty(frame.lang, duty.what))
}
