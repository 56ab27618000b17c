//! What has happened in a case, as far as a viewer may know it.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;

use super::aftercare::{self, AftercareEvent};
use super::arrival;
use super::ending::{self, EndingEvent};
use super::event::{CaseEvent, Thread};
use super::judgement::JudgementEvent;
use super::state::CaseState;
use super::{judgement, outreach, reach, schedule};
use crate::ids::DeveloperId;
use crate::party::Party;
use crate::report::state::Dated;

/// A step of the timeline that a viewer may see.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Step {
    /// When.
    pub at: Timestamp,
    /// Event name, as in the journal.
    pub what: &'static str,
    /// The developer that it is about, where the viewer may know it.
    pub developer: Option<DeveloperId>,
    /// A day that belongs to it.
    pub day: Option<Date>,
}

fn step(event: &Dated<CaseEvent>, developer: Option<DeveloperId>, day: Option<Date>) -> Step {
    Step { at: event.at, what: event.item.kind(), developer, day }
}

/// The developer and the day that an event carries.
fn facts(event: &CaseEvent) -> (Option<DeveloperId>, Option<Date>) {
    match event {
        CaseEvent::DeveloperAdded { developer, .. } | CaseEvent::AnswerLinkSent { developer, .. } => {
            (Some(*developer), None)
        }
        CaseEvent::ContactAttempted { developer, on, .. }
        | CaseEvent::ContactConfirmed { developer, on, .. }
        | CaseEvent::DetailsReleased { developer, on, .. }
        | CaseEvent::VerificationStated { developer, on, .. }
        | CaseEvent::CountermeasureStated { developer, on, .. }
        | CaseEvent::StatusStated { developer, on, .. } => (Some(*developer), Some(*on)),
        CaseEvent::DayProposed { developer, day, .. } => (Some(*developer), *day),
        CaseEvent::DaySet { day, .. } => (None, Some(*day)),
        CaseEvent::MessagePosted {
            thread: Thread::Developer(developer) | Thread::Direct { developer, .. }, ..
        } => (Some(*developer), None),
        CaseEvent::Schedule(event) => schedule::facts(event),
        CaseEvent::Arrival(event) => (None, arrival::facts(event)),
        CaseEvent::Reach(event) => reach::facts(event),
        CaseEvent::Judgement(event) => judgement::facts(event),
        CaseEvent::Ending(event) => ending::facts(event),
        CaseEvent::Outreach(event) => outreach::facts(event),
        CaseEvent::Aftercare(event) => (None, aftercare::facts(event)),
        _ => (None, None),
    }
}

/// What happened, without the notes and owners of the other side; the receiving body does not see the coordinator's
/// talks with developers.
pub(super) fn staff_steps(case: &CaseState, receiving: bool) -> Vec<Step> {
    case.history.iter().filter_map(|event| staff_step(event, receiving)).collect()
}

fn staff_step(event: &Dated<CaseEvent>, receiving: bool) -> Option<Step> {
    let hidden = match &event.item {
        CaseEvent::OwnerSet { side, .. } | CaseEvent::NoteAdded { side, .. } => {
            (*side == Party::Coordinator) == receiving
        }
        CaseEvent::Judgement(JudgementEvent::DebateMarked { .. } | JudgementEvent::MemberVoted { .. }) => !receiving,
        CaseEvent::MessagePosted { thread, .. } => receiving && matches!(thread, Thread::Developer(_)),
        _ => false,
    };
    let (developer, day) = facts(&event.item);
    (!hidden).then(|| step(event, developer, day))
}

/// A developer's own steps, the day and its changes since it was contacted (Ⅳ.4.4), and the publication.
pub(super) fn developer_steps(case: &CaseState, id: DeveloperId) -> Vec<Step> {
    let mut contacted = false;
    let mut steps = Vec::new();
    for event in &case.history {
        let (developer, day) = facts(&event.item);
        let own = developer == Some(id);
        contacted |= own && matches!(event.item, CaseEvent::ContactAttempted { .. });
        let shown = match &event.item {
            CaseEvent::DaySet { .. } => contacted,
            CaseEvent::Outreach(event) => outreach::is_own_step(event, Party::Developer(id)),
            CaseEvent::Ending(event) if ending::is_for_developers(event) => contacted,
            CaseEvent::Published { .. } => true,
            CaseEvent::Aftercare(AftercareEvent::PublicationWithdrawn { .. }) => contacted,
            CaseEvent::DeveloperAdded { .. } | CaseEvent::AnswerLinkSent { .. } => false,
            CaseEvent::Reach(event) => own && reach::is_public(event),
            CaseEvent::Judgement(event) => own && judgement::is_for_developer(event),
            _ => own,
        };
        if shown {
            steps.push(step(event, None, day));
        }
    }
    steps
}

/// The first contact and the first details, the date, the publication and the end, since the finder's own report was
/// accepted; never which developer or how many.
pub(super) fn finder_steps(case: &CaseState, finder: Party, since: Timestamp) -> Vec<Step> {
    let (mut contacted, mut detailed, mut stopped) = (false, false, false);
    let mut steps = Vec::new();
    for event in &case.history {
        let shown = match &event.item {
            CaseEvent::Ending(EndingEvent::HandlingStopped { .. }) => {
                stopped = true;
                true
            }
            CaseEvent::Ending(EndingEvent::HandlingResumed { .. }) => std::mem::replace(&mut stopped, false),
            CaseEvent::Outreach(event) => outreach::is_own_step(event, finder),
            CaseEvent::CaseOpened { .. } | CaseEvent::HandedOver { .. } => true,
            CaseEvent::DaySet { .. } | CaseEvent::Published { .. } => true,
            CaseEvent::Aftercare(AftercareEvent::PublicationWithdrawn { .. }) => true,
            CaseEvent::ContactAttempted { .. } => !std::mem::replace(&mut contacted, true),
            CaseEvent::DetailsReleased { .. } => !std::mem::replace(&mut detailed, true),
            _ => false,
        };
        let day = match &event.item {
            CaseEvent::ContactAttempted { .. } => case.day_zero(),
            other => facts(other).1,
        };
        if shown && event.at >= since {
            steps.push(step(event, None, day));
        }
    }
    steps
}
