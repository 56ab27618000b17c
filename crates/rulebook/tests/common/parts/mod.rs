//! What the tests know of the parts of a case, part by part: events as the golden files have them, what is tried, who
//! may learn of what, what else a world could hold, and by which action a duty is done. By hand, from the guideline.

pub mod aftercare;
pub mod arrival;
pub mod ending;
pub mod judgement;
pub mod non_disclosure;
pub mod outreach;
pub mod reach;
pub mod schedule;

use proptest::prelude::*;
use rulebook::action::Action;
use rulebook::case::decide::CaseCommand;
use rulebook::case::{CaseEvent, CaseFile, DutyKind};
use rulebook::party::Party;

/// The events of the golden files.
pub fn golden() -> Vec<CaseEvent> {
    let first = [schedule::golden(), arrival::golden(), reach::golden()].concat();
    [first, ending::golden(), judgement::golden(), outreach::golden(), aftercare::golden()].concat()
}

/// Something that is tried in any part; boxed, for what all parts may try is large.
pub fn tries() -> BoxedStrategy<(Party, CaseCommand)> {
    prop_oneof![
        1 => schedule::tries().boxed(),
        2 => non_disclosure::tries().boxed(),
        3 => reach::tries().boxed(),
        1 => ending::tries().boxed(),
        3 => judgement::tries().boxed(),
        2 => outreach::tries(),
        1 => arrival::tries().boxed(),
        1 => aftercare::tries().boxed(),
    ]
    .boxed()
}

/// Things that lead from one to the next.
pub fn stories() -> impl Strategy<Value = Vec<(Party, CaseCommand)>> {
    prop_oneof![
        4 => outreach::stories().boxed(),
        1 => arrival::stories().boxed(),
        2 => aftercare::stories().boxed(),
        1 => ending::stories().boxed(),
    ]
}

/// Whether a viewer may learn of an event of a part; `None` where it is no part's.
pub fn may_learn(viewer: Party, before: &CaseFile, event: &CaseEvent) -> Option<bool> {
    match event {
        CaseEvent::Schedule(event) => Some(schedule::may_learn(viewer, before, event)),
        CaseEvent::Arrival(event) => Some(arrival::may_learn(viewer, before, event)),
        CaseEvent::Aftercare(event) => Some(aftercare::may_learn(viewer, before, event)),
        CaseEvent::Judgement(event) => Some(judgement::may_learn(viewer, before, event)),
        CaseEvent::Reach(event) => Some(reach::may_learn(viewer, before, event)),
        CaseEvent::Ending(event) => Some(ending::may_learn(viewer, before, event)),
        CaseEvent::Outreach(event) => Some(outreach::may_learn(viewer, before, event)),
        _ => None,
    }
}

/// Makes everything in the parts different that the viewer may not know.
pub fn change(there: &mut CaseFile, viewer: Party) {
    schedule::change(there, viewer);
    reach::change(there, viewer);
    ending::change(there, viewer);
    judgement::change(there, viewer);
    outreach::change(there, viewer);
    arrival::change(there, viewer);
    aftercare::change(there, viewer);
}

/// The action by which a duty of a part is done.
pub fn action(what: DutyKind) -> Option<Action> {
    let parts = [
        schedule::action,
        reach::action,
        ending::action,
        judgement::action,
        outreach::action,
        arrival::action,
        aftercare::action,
    ];
    parts.into_iter().find_map(|action| action(what))
}
