//! Two accepted cases that prove to be the same (Ⅳ.3.(1).2): one goes on, the other one ends there.
//!
//! The finders are told and keep their own threads and days of acceptance; developers that were contacted in the case
//! that ends go on in the other one with everything that they were told and said (`carried`). What is open there goes
//! along (`open`): questions without an answer, what was seen outside, wishes to talk, NDAs and whom they cover,
//! waves. Nothing is owed or done any more in the case that ended; it says to everybody who sees it where it goes on. The
//! guideline knows a report that is known already; what is known to the two bodies alone is merged, never refused.

mod carried;
mod open;

use jiff::civil::Date;

use super::arrival::{ArrivalEvent, Moved, TakenIn};
use super::ending::{EndingEvent, EndingGround};
use super::event::CaseEvent;
use super::file::{CaseFile, FileEvent};
use super::notices::{self, Notice, contacted};
use super::schedule::Weighing;
use super::state::CaseState;
use crate::action::Action;
use crate::clause::Clause;
use crate::edition::Rules;
use crate::ids::ReportId;
use crate::moment::Moment;
use crate::party::Party;
use crate::refusal::{Refusal, Why, require};
use crate::report::state::ReportEvent;

const SAME: Clause = Clause::new("Ⅳ.3.(1).2");

/// What follows for the two cases and the reports of the one that ends, and who is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    /// Events of the case that goes on.
    pub into: Vec<CaseEvent>,
    /// Events of the case that ends there.
    pub from: Vec<CaseEvent>,
    /// Events of its reports.
    pub reports: Vec<(ReportId, ReportEvent)>,
    /// Who is told, in the case that goes on; its finders are told on their reports.
    pub told: Vec<Notice>,
}

/// What proved to be the same as another case rests: whatever is to be done is done there. Everybody who sees it sees
/// where.
pub(super) fn gate(case: &CaseState, action: Action) -> Result<(), Refusal> {
    let stays = matches!(action, Action::OwnCase | Action::NoteOnCase);
    require(case.arrivals.moved.is_none() || stays, Refusal::under(SAME, Why::CaseMoved))
}

/// Whether a case may end in another one, as far as it alone can say.
pub(super) fn may(file: &CaseFile) -> Result<(), Refusal> {
    let case = &file.case;
    require(case.publications.is_empty(), Refusal::under(Clause::new("Ⅳ.3.(1).2.オ"), Why::AlreadyPublished))?;
    require(case.judgement.open().is_none(), Refusal::under(Clause::new("Ⅳ.3.(2).1"), Why::AtCommittee))?;
    let listed = case.developers.iter().any(|side| side.reach.listed().is_some());
    require(!listed, Refusal::under(Clause::new("Ⅳ.4.2.第6段.1"), Why::AlreadyListed))
}

/// Ends a case in another one that proved to be the same.
///
/// # Errors
/// The refusal with its clause: what is published is known and not merged; the one that goes on is the one that was
/// handed over.
pub fn merge(
    from: &CaseFile,
    into: &CaseFile,
    party: Party,
    reason: String,
    rules: Rules<'_>,
    now: Moment,
) -> Result<Merged, Refusal> {
    super::may(from, party, Action::MergeCase, None, rules, now)?;
    require(from.case.id != into.case.id, Refusal::under(SAME, Why::SameCase))?;
    require(!reason.trim().is_empty(), Refusal::under(SAME, Why::ReasonMissing))?;
    let published = !into.case.publications.is_empty();
    require(!published, Refusal::under(Clause::new("Ⅳ.3.(1).2.オ"), Why::AlreadyPublished))?;
    require(!into.case.ending.is_over(), Refusal::under(Clause::new("Ⅳ.3.(1).7"), Why::HandlingEnded))?;
    let farther = into.case.handed_over.is_some() || from.case.handed_over.is_none();
    require(farther, Refusal::under(Clause::new("Ⅳ.3.(1).4"), Why::MergeOtherWay))?;
    let on = now.today;
    let why = reason.clone();
    let taken = TakenIn {
        case: from.case.id,
        number: from.case.number.clone(),
        reports: new_reports(&from.case, &into.case),
        attachments: from.case.attachments.clone(),
        developers: contacted(from).collect(),
        reason: reason.clone(),
        on,
    };
    let moved = Moved { into: into.case.id, number: into.case.number.clone(), reason: reason.clone(), on };
    let stopped = EndingEvent::HandlingStopped { ground: EndingGround::MergedIntoAnother, reason, on };
    let mut events = vec![CaseEvent::Arrival(ArrivalEvent::CaseTakenIn(taken))];
    events.extend(from.case.developers.iter().flat_map(|side| carried::carried(side, &into.case, rules)));
    events.extend(open::open(&from.case, &into.case));
    let day = earlier_day(&from.case, &into.case, &why, on);
    let mut told = notices::of_case(into, &[FileEvent::Case(events[0].clone())]);
    if let Some(day) = &day {
        let heard = notices::of_case(into, &[FileEvent::Case(day.clone())]);
        told.extend(heard);
    }
    events.extend(day);
    events.extend(from.case.developers.iter().filter_map(|side| carried::proposal(side, &into.case)));
    Ok(Merged {
        into: events,
        from: vec![CaseEvent::Arrival(ArrivalEvent::CaseMoved(moved)), CaseEvent::Ending(stopped)],
        reports: from.reports.iter().map(|report| (report.id, moved_report(from, into, on))).collect(),
        told,
    })
}

fn new_reports(from: &CaseState, into: &CaseState) -> Vec<ReportId> {
    from.reports.iter().copied().filter(|report| !into.reports.contains(report)).collect()
}

fn moved_report(from: &CaseFile, into: &CaseFile, on: Date) -> ReportEvent {
    ReportEvent::ReportMoved { on, from: from.case.id, case: into.case.id }
}

/// Without a new agreement the earlier of the two days holds: nobody is held back longer than was agreed with it.
fn earlier_day(from: &CaseState, into: &CaseState, reason: &str, on: Date) -> Option<CaseEvent> {
    let day = from.day().filter(|day| *day >= on && into.day().is_none_or(|set| *day < set))?;
    if into.judgement.open().is_some() || into.judgement.to_publish().is_some() {
        return None;
    }
    Some(CaseEvent::DaySet { day, reason: reason.to_owned(), weighed: Weighing::default() })
}
