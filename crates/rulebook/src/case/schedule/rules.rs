//! What may be done about the day, what follows, what is owed, and who hears of it.

use jiff::civil::Date;

use super::event::{ScheduleEvent, SignalKind, Weighing};
use super::state::{Schedule, Signal};
use crate::action::Action;
use crate::case::event::CaseEvent;
use crate::case::file::{CaseFile, FileEvent};
use crate::case::notices::{Notice, NoticeKind, informed, notice};
use crate::case::state::CaseState;
use crate::case::{Duty, DutyKind};
use crate::clause::Clause;
use crate::edition::Rules;
use crate::ids::DeveloperId;
use crate::moment::Moment;
use crate::party::Party;
use crate::refusal::{Refusal, Why, require};

const LEAK_RISK: Clause = Clause::new("Ⅳ.4.3.③");
const SOME_ANSWERS: Clause = Clause::new("Ⅳ.4.3.第2段");

/// What somebody does about the day, beside setting it.
#[derive(Clone, Debug)]
pub enum ScheduleCommand {
    /// Say that something was seen outside.
    ReportSignal {
        /// What.
        kind: SignalKind,
        /// On which day it was seen.
        seen_on: Date,
        /// Where, and how one knows.
        note: String,
    },
    /// Take it as a fact of the case, or not.
    JudgeSignal {
        /// Which.
        signal: u32,
        /// Whether it is a fact.
        adopted: bool,
        /// Why.
        reason: String,
    },
}

impl ScheduleCommand {
    /// The action that it is an instance of.
    #[must_use]
    pub const fn action(&self) -> Action {
        match self {
            ScheduleCommand::ReportSignal { .. } => Action::ReportSignal,
            ScheduleCommand::JudgeSignal { .. } => Action::AdoptSignal,
        }
    }
}

/// Whether a party may do something about the day now. A developer speaks about what it was told (Ⅳ.4.2).
///
/// # Errors
/// The refusal.
pub fn may(
    file: &CaseFile,
    party: Party,
    action: Action,
    _about: Option<DeveloperId>,
    _rules: Rules<'_>,
    _now: Moment,
) -> Result<(), Refusal> {
    match (action, party) {
        (Action::ReportSignal, Party::Developer(id)) => {
            let told = file.case.developer(id).is_some_and(|side| side.details.is_some());
            require(told, Refusal::under(Clause::new("Ⅳ.4.2"), Why::DetailsNotSent))
        }
        (Action::ReportSignal, _) => Ok(()),
        _ => {
            let open = file.case.schedule.open().next().is_some();
            require(open, Refusal::under(LEAK_RISK, Why::NoSignal))
        }
    }
}

/// What follows from a command about the day.
///
/// # Errors
/// The refusal with its clause.
pub(in crate::case) fn decide(
    file: &CaseFile,
    party: Party,
    command: ScheduleCommand,
    _rules: Rules<'_>,
    now: Moment,
) -> Result<Vec<FileEvent>, Refusal> {
    let signals = &file.case.schedule;
    let event = match command {
        ScheduleCommand::ReportSignal { kind, seen_on, note } => {
            require(seen_on <= now.today, Refusal::under(LEAK_RISK, Why::InTheFuture))?;
            require(!note.trim().is_empty(), Refusal::under(LEAK_RISK, Why::TextMissing))?;
            let signal = signals.signals.len() as u32 + 1;
            ScheduleEvent::SignalReported { signal, kind, seen_on, by: party, note }
        }
        ScheduleCommand::JudgeSignal { signal, adopted, reason } => {
            let open = signals.open().any(|one| one.number == signal);
            require(open, Refusal::under(LEAK_RISK, Why::NoSignal))?;
            require(adopted || !reason.trim().is_empty(), Refusal::under(LEAK_RISK, Why::ReasonMissing))?;
            ScheduleEvent::SignalJudged { signal, adopted, reason }
        }
    };
    Ok(vec![FileEvent::Case(CaseEvent::Schedule(event))])
}

/// What a decision about the day must say: where only some of the developers with details reported, the similar cases
/// that it rests on (Ⅳ.4.3.第2段); where it is brought forward, something seen outside.
///
/// # Errors
/// The refusal with its clause.
pub(in crate::case) fn check_day(case: &CaseState, weighed: &Weighing) -> Result<(), Refusal> {
    let asked = || case.developers.iter().filter(|side| side.details.is_some());
    let some = asked().any(|side| side.verification.is_some()) && asked().any(|side| side.verification.is_none());
    let said = !weighed.similar_cases.trim().is_empty();
    require(!some || said || weighed.early, Refusal::under(SOME_ANSWERS, Why::BasisMissing))?;
    require(!weighed.early || case.schedule.is_pressed(), Refusal::plain(Why::NoSignal))
}

/// What is owed: a claim is judged at once, whoever made it, by the coordinator as soon as it has the case.
#[must_use]
pub fn duties(file: &CaseFile, _rules: Rules<'_>) -> Vec<Duty> {
    let open = file.case.schedule.open().next().filter(|_| file.case.handed_over.is_some());
    open.map(|_| Duty::new(Party::Coordinator, DutyKind::JudgeSignal)).into_iter().collect()
}

/// Who is told: of a claim both bodies, the coordinator once it has the case; of a fact everybody who has the details,
/// so that nobody learns it late.
pub(in crate::case) fn notices(before: &CaseFile, event: &ScheduleEvent) -> Vec<Notice> {
    let told = |party| notice(party, NoticeKind::SignalSeen, LEAK_RISK.id());
    match event {
        ScheduleEvent::SignalReported { by, .. } => {
            let coordinator = before.case.handed_over.as_ref().map(|_| Party::Coordinator);
            coordinator.into_iter().chain([Party::ReceivingBody]).filter(|party| party != by).map(told).collect()
        }
        ScheduleEvent::SignalJudged { adopted: true, .. } => {
            informed(before).chain([Party::ReceivingBody]).map(told).collect()
        }
        ScheduleEvent::SignalJudged { .. } => vec![],
    }
}

/// The developer and the day that an event carries, for the timeline of staff.
pub(in crate::case) fn facts(event: &ScheduleEvent) -> (Option<DeveloperId>, Option<Date>) {
    match event {
        ScheduleEvent::SignalReported { seen_on, by: Party::Developer(id), .. } => (Some(*id), Some(*seen_on)),
        ScheduleEvent::SignalReported { seen_on, .. } => (None, Some(*seen_on)),
        ScheduleEvent::SignalJudged { .. } => (None, None),
    }
}

/// What a party sees: staff all; a developer with details what it said itself and what is a fact of the case, without
/// who said so; a finder nothing.
pub(in crate::case) fn shown(file: &CaseFile, party: Party) -> Schedule {
    let all = &file.case.schedule;
    match party {
        Party::ReceivingBody | Party::Coordinator | Party::Program => all.clone(),
        Party::Developer(id) if file.case.developer(id).is_some_and(|side| side.details.is_some()) => {
            let signals = all.signals.iter().filter_map(|signal| seen_by(signal, party)).collect();
            Schedule { signals }
        }
        _ => Schedule::default(),
    }
}

fn seen_by(signal: &Signal, party: Party) -> Option<Signal> {
    if signal.by == Some(party) {
        return Some(Signal { reason: String::new(), ..signal.clone() });
    }
    let plain = Signal { number: 0, by: None, note: String::new(), reason: String::new(), ..signal.clone() };
    (signal.adopted == Some(true)).then_some(plain)
}
