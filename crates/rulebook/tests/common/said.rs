//! Duties, notices and refusals as lines that can be held against the guideline.

use rulebook::case::decide::CaseCommand;
use rulebook::case::{Duty, Stage, duties};
use rulebook::clause::Clause;
use rulebook::moment::Moment;
use rulebook::party::Party;
use rulebook::refusal::Why;

use super::{Road, rules, who};

fn line(duty: &Duty) -> String {
    let about = duty.about.map(|id| format!(" ({})", who(Party::Developer(id)))).unwrap_or_default();
    let due = duty.due.map(|due| format!(" by {due}")).unwrap_or_default();
    let waits = if duty.waits { ", waits" } else { "" };
    format!("{}: {}{about}{due}{waits} [{}]", who(duty.who), duty.what.word(), duty.what.clause())
}

#[track_caller]
pub fn owed(road: &Road, expected: &[&str]) {
    let all = match &road.file {
        Some(file) => duties(file, rules()),
        None => rulebook::case::duties::report_duties(&road.report),
    };
    assert_eq!(all.iter().map(line).collect::<Vec<_>>(), expected);
}

#[track_caller]
pub fn told(road: &Road, expected: &[&str]) {
    let clause = |clause: Option<Clause>| clause.map(|clause| clause.id()).unwrap_or_default();
    let lines = road.told.iter().map(|n| format!("{}: {} [{}]", who(n.to), n.kind.word(), clause(n.clause)));
    assert_eq!(lines.collect::<Vec<_>>(), expected);
}

#[track_caller]
pub fn refused(road: &mut Road, party: Party, command: CaseCommand, now: Moment, clause: &str, why: Why) {
    let before = road.file().clone();
    let refusal = road.case(party, command, now).expect_err("this is too early, or somebody else's");
    assert_eq!((refusal.why, refusal.clause.map(Clause::id)), (why, Some(clause)));
    assert_eq!(*road.file(), before);
}

pub fn stage(road: &Road) -> Stage {
    road.file().case.stage()
}
