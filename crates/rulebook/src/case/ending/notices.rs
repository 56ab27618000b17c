//! Who hears of the end of a case.

use jiff::civil::Date;

use super::event::{EndingEvent, EndingGround};
use super::rules::STOP;
use crate::case::file::CaseFile;
use crate::case::notices::{Notice, NoticeKind, contacted, finders, notice};
use crate::ids::DeveloperId;
use crate::party::Party;

const DROP: &str = "Ⅳ.4.4.第2段";

/// Of a dropped publication all contacted developers and the receiving body hear (Ⅳ.4.4.第2段); of the end of the
/// handling the finder (Ⅳ.3.(1).7), and, so that nobody works on for nothing, the coordinator and the contacted
/// developers; all of these hear when it is taken up again.
pub(in crate::case) fn notices(before: &CaseFile, event: &EndingEvent) -> Vec<Notice> {
    match event {
        EndingEvent::PublicationDropped { .. } => {
            let told = [Party::ReceivingBody].into_iter().chain(contacted(before).map(Party::Developer));
            told.map(|party| notice(party, NoticeKind::PublicationDropped, DROP)).collect()
        }
        EndingEvent::HandlingStopped { ground, .. } => {
            let clause = ground.clause().id();
            let told = finders(before).map(|finder| notice(finder, NoticeKind::HandlingStopped, clause));
            // What a judgement comes to is told to developers by the judgement (Ⅳ.3.(2).6).
            let judged = *ground == EndingGround::JudgedNotToPublish;
            let developers = contacted(before).filter(|_| !judged).map(Party::Developer);
            let others = coordinator(before).chain(developers);
            told.chain(others.map(|party| notice(party, NoticeKind::HandlingStopped, STOP.id()))).collect()
        }
        EndingEvent::HandlingResumed { by, .. } => resumed(before, *by),
        EndingEvent::RefusalRecorded { by_developer, .. } => bodies(*by_developer, "Ⅳ.3.(2).1.イ"),
        EndingEvent::EndOfSupportStated { by_developer, .. } => bodies(*by_developer, "Ⅳ.5.7"),
    }
}

fn coordinator(before: &CaseFile) -> impl Iterator<Item = Party> {
    before.case.handed_over.iter().map(|_| Party::Coordinator)
}

/// A finder hears of it only if it had heard of the end. No clause names this notice.
fn resumed(before: &CaseFile, by: Party) -> Vec<Notice> {
    let finders = finders(before).filter(|_| before.case.ending.is_stopped());
    let bodies = coordinator(before).chain([Party::ReceivingBody]).filter(|body| *body != by);
    let told = finders.chain(bodies).chain(contacted(before).map(Party::Developer));
    told.map(|to| Notice { to, kind: NoticeKind::HandlingResumed, clause: None }).collect()
}

/// What a developer said goes to both bodies; what the coordinator wrote down of it to the other one.
fn bodies(by_developer: bool, clause: &'static str) -> Vec<Notice> {
    let coordinator = by_developer.then_some(Party::Coordinator);
    let told = coordinator.into_iter().chain([Party::ReceivingBody]);
    told.map(|party| notice(party, NoticeKind::DeveloperStated, clause)).collect()
}

/// The developer and the day that an event carries, for the timeline of staff.
pub(in crate::case) fn facts(event: &EndingEvent) -> (Option<DeveloperId>, Option<Date>) {
    match event {
        EndingEvent::PublicationDropped { on, .. }
        | EndingEvent::HandlingStopped { on, .. }
        | EndingEvent::HandlingResumed { on, .. } => (None, Some(*on)),
        EndingEvent::RefusalRecorded { developer, on, .. } | EndingEvent::EndOfSupportStated { developer, on, .. } => {
            (Some(*developer), Some(*on))
        }
    }
}

/// Whether every contacted developer hears of it.
pub(in crate::case) const fn is_for_developers(event: &EndingEvent) -> bool {
    !matches!(event, EndingEvent::RefusalRecorded { .. } | EndingEvent::EndOfSupportStated { .. })
}
