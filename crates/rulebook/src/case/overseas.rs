//! A new day from a coordinator overseas (Ⅳ.4.3.②): it re-opens the consultation on the day. Developers say what they
//! think of it, and the coordinator sets another day or keeps the one that is set; nobody's silence blocks that.

use jiff::civil::Date;

use super::arrival::{ArrivalEvent, OverseasDay};
use super::event::CaseEvent;
use super::file::{CaseFile, FileEvent};
use super::state::CaseState;
use super::{Duty, DutyKind};
use crate::action::Action;
use crate::clause::Clause;
use crate::moment::Moment;
use crate::party::Party;
use crate::refusal::{Refusal, Why, require};

const OVERSEAS: Clause = Clause::new("Ⅳ.4.3.②");

/// What the coordinator does about a day from overseas, beside setting another one.
#[derive(Clone, Debug)]
pub enum OverseasCommand {
    /// Bring it.
    BringDay {
        /// Who said it; empty: the coordinator that the case came from.
        coordinator: String,
        /// Its day; none when it names none any more.
        day: Option<Date>,
        /// Why, in its words.
        reason: String,
        /// Day on which it came.
        on: Date,
    },
    /// Keep the day that is set.
    KeepDay {
        /// Why, for the two bodies.
        reason: String,
    },
}

impl OverseasCommand {
    /// The action that it is an instance of.
    #[must_use]
    pub const fn action(&self) -> Action {
        match self {
            OverseasCommand::BringDay { .. } => Action::BringOverseasDay,
            OverseasCommand::KeepDay { .. } => Action::KeepDay,
        }
    }
}

/// Whether a day from overseas stands against the one that is set, and nothing was decided about it.
#[must_use]
pub fn is_open(case: &CaseState) -> bool {
    case.arrivals.day_open && case.day().is_some() && case.publications.is_empty()
}

/// Whether the coordinator may do something about it now.
pub(super) fn may(file: &CaseFile, action: Action) -> Result<(), Refusal> {
    let case = &file.case;
    require(case.publications.is_empty(), Refusal::under(Clause::new("Ⅳ.4.4"), Why::AlreadyPublished))?;
    let open = action != Action::KeepDay || is_open(case);
    require(open, Refusal::under(OVERSEAS, Why::NoOverseasDay))
}

/// What follows from a command about it.
pub(super) fn decide(file: &CaseFile, command: OverseasCommand, now: Moment) -> Result<Vec<FileEvent>, Refusal> {
    let event =
        match command {
            OverseasCommand::BringDay { coordinator, day, reason, on } => {
                let known = file.case.overseas.as_ref().map(|overseas| overseas.coordinator.clone());
                let coordinator = Some(coordinator).filter(|name| !name.trim().is_empty()).or(known);
                let coordinator = coordinator.ok_or(Refusal::under(OVERSEAS, Why::TextMissing))?;
                require(on <= now.today, Refusal::under(OVERSEAS, Why::InTheFuture))?;
                let same =
                    file.case.arrivals.days.last().is_some_and(|last| {
                        (&last.coordinator, last.day, &last.reason) == (&coordinator, day, &reason)
                    });
                if same {
                    return Ok(vec![]);
                }
                ArrivalEvent::OverseasDayBrought(OverseasDay { coordinator, day, reason, on })
            }
            OverseasCommand::KeepDay { reason } => {
                require(!reason.trim().is_empty(), Refusal::under(OVERSEAS, Why::ReasonMissing))?;
                ArrivalEvent::DayKept { reason, on: now.today }
            }
        };
    Ok(vec![FileEvent::Case(CaseEvent::Arrival(event))])
}

/// What is owed while it stands open: the coordinator weighs it, every developer with details is asked what it thinks.
pub(super) fn duties(file: &CaseFile) -> Vec<Duty> {
    let case = &file.case;
    if !is_open(case) {
        return vec![];
    }
    let asked = case.developers.iter().filter(|side| side.details.is_some() && !has_commented(case, side.id));
    let asked = asked.map(|side| Duty::new(Party::Developer(side.id), DutyKind::CommentOverseasDay).about(side.id));
    let weigh = Duty::new(Party::Coordinator, DutyKind::WeighOverseasDay).by(case.day());
    [weigh].into_iter().chain(asked.map(|duty| duty.by(case.day()))).collect()
}

/// Whether a developer said what it thinks of the day since the one from overseas came.
fn has_commented(case: &CaseState, id: crate::ids::DeveloperId) -> bool {
    let since = case.history.iter().rev().map(|event| &event.item);
    let mut since = since.take_while(|event| !matches!(event, CaseEvent::Arrival(ArrivalEvent::OverseasDayBrought(_))));
    since.any(|event| matches!(event, CaseEvent::DayProposed { developer, .. } if *developer == id))
}
