//! The access matrix: every party × every action × every stop of the canonical case, in `docs/access-matrix.txt`.
//!
//! A change of policy is a change of that file. `UPDATE_ACCESS_MATRIX=1 cargo test -p rulebook --test access_matrix`
//! writes it anew; the two tables below were written by hand, from the guideline, and hold it.

mod common;

use std::fmt::Write as _;

use common::stops::{accepted, shy, stops};
use common::*;
use rulebook::action::Action;
use rulebook::case::{CaseFile, Viewer, may, view};
use rulebook::clause::Clause;
use rulebook::moment::Moment;
use rulebook::party::Party;
use rulebook::refusal::Refusal;
use rulebook::report::{Condition, ReportEvent, ReportState, decide};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/access-matrix.txt");

/// Everybody, as the matrix calls them.
const EVERYBODY: [(&str, Viewer); 9] = [
    ("finder", Viewer::Party(FINDER)),
    ("finder of another report", Viewer::Party(OTHER_FINDER)),
    ("receiving body", Viewer::Party(DESK)),
    ("coordinator", Viewer::Party(COORDINATOR)),
    ("developer", Viewer::Party(MAKER)),
    ("developer elsewhere", Viewer::Party(STRANGER)),
    ("committee member", Viewer::Party(MEMBER)),
    ("program", Viewer::Party(Party::Program)),
    ("outsider", Viewer::Outsider),
];

/// What somebody finds who tries something.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Cell {
    Allowed,
    NotTheirs,
    Refused(Refusal),
    Unseen,
}

impl Cell {
    fn of(seen: bool, theirs: bool, answer: Result<(), Refusal>) -> Cell {
        match answer {
            _ if !seen => Cell::Unseen,
            _ if !theirs => Cell::NotTheirs,
            Ok(()) => Cell::Allowed,
            Err(refusal) => Cell::Refused(refusal),
        }
    }
}

impl std::fmt::Display for Cell {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Cell::Allowed => f.write_str("allowed"),
            Cell::NotTheirs => f.write_str("never"),
            Cell::Unseen => f.write_str("unseen"),
            Cell::Refused(refusal) => {
                let key = refusal.why.key();
                let word = key.trim_start_matches("refusal-");
                match refusal.clause {
                    Some(clause) => write!(f, "refused: {word} ({clause})"),
                    None => write!(f, "refused: {word}"),
                }
            }
        }
    }
}

/// The report at the stops of its own short road.
fn report_stops() -> Vec<(&'static str, ReportState)> {
    let now = morning("2026-11-16");
    let mut unread = received(shy(), now);
    if let ReportEvent::ReportReceived { needs_reading, kind, .. } = &mut unread {
        (*needs_reading, *kind) = (true, None);
    }
    let unread = Road::begin(unread, now);
    let fresh = Road::begin(received(shy(), now), now);
    let mut rejected = fresh.clone();
    let reject = reject(vec![Condition::InScope]);
    rejected.report(DESK, reject, now).expect("it is out of scope");
    let roads =
        [("needs-reading", unread), ("received", fresh), ("accepted", accepted(shy())), ("not-accepted", rejected)];
    roads.into_iter().map(|(name, road)| (name, road.report)).collect()
}

/// The case at the stops of the canonical road.
fn case_stops() -> Vec<(&'static str, CaseFile, Moment)> {
    let mut road = accepted(shy());
    let mut found = vec![("accepted", road.file().clone(), morning("2026-11-16"))];
    for stop in stops() {
        if let Some((party, command)) = stop.doing {
            road.go(party, command, stop.now);
        }
        if !stop.name.is_empty() {
            found.push((stop.name, road.file().clone(), stop.now));
        }
    }
    found
}

fn on_report(report: &ReportState, viewer: Viewer, action: Action) -> Cell {
    let Viewer::Party(party) = viewer else { return Cell::Unseen };
    let seen = rulebook::report::view::view(report, party).is_some();
    Cell::of(seen, action.belongs_to(party), decide::may(report, party, action))
}

fn in_case(file: &CaseFile, viewer: Viewer, action: Action, now: Moment) -> Cell {
    let Viewer::Party(party) = viewer else { return Cell::Unseen };
    let seen = view(file, viewer, rules()).is_some();
    Cell::of(seen, action.belongs_to(party), may(file, party, action, Some(MIHARASHI), rules(), now))
}

/// One line of the matrix before it is written: stop by stop.
type Row = Vec<(&'static str, Cell)>;

fn row(viewer: Viewer, action: Action) -> Row {
    if action.is_on_report() {
        let stops = report_stops().into_iter();
        return stops.map(|(name, report)| (name, on_report(&report, viewer, action))).collect();
    }
    case_stops().into_iter().map(|(name, file, now)| (name, in_case(&file, viewer, action, now))).collect()
}

fn matrix() -> String {
    let mut text = String::from(HEAD);
    for action in Action::ALL {
        let name = format!("{action:?}");
        let clause = action.clause().map(|clause| format!(" ({clause})")).unwrap_or_default();
        writeln!(text, "\n{name}{clause}").expect("a string takes all");
        let (mut never, mut unseen) = (vec![], vec![]);
        for (who, viewer) in EVERYBODY {
            let row = row(viewer, action);
            if row.iter().all(|(_, cell)| *cell == Cell::Unseen) {
                unseen.push(who);
            } else if row.iter().all(|(_, cell)| matches!(cell, Cell::Unseen | Cell::NotTheirs)) {
                never.push(who);
            } else {
                write_row(&mut text, who, &row);
            }
        }
        for (word, parties) in [("never", never), ("unseen", unseen)] {
            if !parties.is_empty() {
                writeln!(text, "  {word}: {}", parties.join(", ")).expect("a string takes all");
            }
        }
    }
    text
}

/// Stops at which the same holds stand in one line.
fn write_row(text: &mut String, who: &str, row: &Row) {
    writeln!(text, "  {who}").expect("a string takes all");
    for same in row.chunk_by(|left, right| left.1 == right.1) {
        let (first, cell) = &same[0];
        let last = same[same.len() - 1].0;
        let stops = if *first == last { (*first).to_owned() } else { format!("{first} .. {last}") };
        writeln!(text, "    {stops:<34} {cell}").expect("a string takes all");
    }
}

const HEAD: &str = "\
The access matrix: who may do what, at every stop of one canonical case
=======================================================================

Written by the test `access_matrix` of the crate `rulebook` from the rules themselves, and compared with them at every
run. A change in this file is a change of policy: read it as one.

  allowed   the party may do it at this stop
  refused   not now: what stands against it, and the clause of the guideline that asks so
  never     it is not this party's part, whatever the stop
  unseen    for this party there is no such report or case: it hears the same as of one that does not exist

A developer is one that is on the case; actions about a developer are about this one. A report's own stops are
needs-reading, received, accepted, not-accepted; all others are those of its case.
";

#[test]
fn the_matrix_is_the_one_on_file() {
    let matrix = matrix();
    if std::env::var_os("UPDATE_ACCESS_MATRIX").is_some() {
        std::fs::write(FILE, &matrix).expect("docs can be written");
    }
    let on_file = std::fs::read_to_string(FILE).unwrap_or_default();
    let changed = matrix.lines().zip(on_file.lines()).find(|(now, then)| now != then);
    assert!(on_file == matrix, "docs/access-matrix.txt says something else, first here (now, on file): {changed:#?}");
}

/// By hand, from the guideline: what a party never does, at any stop.
#[test]
fn nobody_ever_does_what_is_not_theirs() {
    let developers_part = [
        Action::StateVerification,
        Action::StateCountermeasure,
        Action::StateStatus,
        Action::ProposeDay,
        Action::CommentPreview,
    ];
    let coordinators_part = [
        Action::AddDeveloper,
        Action::RecordContactAttempt,
        Action::SendAnswerLink,
        Action::ReleaseDetails,
        Action::SetDay,
        Action::StartAdvisory,
        Action::EditAdvisory,
        Action::SendPreview,
        Action::ApproveAdvisory,
    ];
    let desks_part = [
        Action::TranscribeReport,
        Action::AcceptReport,
        Action::RejectReport,
        Action::MarkHighImpact,
        Action::OwnReport,
        Action::NoteOnReport,
        Action::HandOver,
        Action::CoSignAdvisory,
    ];
    let must_not: [(&str, &[Action]); 12] = [
        // Ⅳ.2: a finder reports and asks; it decides nothing.
        ("finder", &developers_part),
        ("finder", &coordinators_part),
        ("finder", &desks_part),
        ("finder", &[Action::Publish, Action::RateInfluence, Action::ConfirmContact, Action::WriteToDeveloper]),
        // Ⅳ.4: contact, day and text are the coordinator's; Ⅳ.5: what a developer states is its own.
        ("receiving body", &coordinators_part),
        ("receiving body", &developers_part),
        ("receiving body", &[Action::ChangeConsents, Action::WriteToDeveloper, Action::Publish]),
        // Ⅳ.3.(1): intake, acceptance and the second signature are the receiving body's.
        ("coordinator", &desks_part),
        ("coordinator", &developers_part),
        ("coordinator", &[Action::ChangeConsents, Action::WriteOnReport]),
        // Ⅳ.5: a developer neither sets the day nor signs.
        ("developer", &coordinators_part),
        ("developer", &desks_part),
    ];
    for (who, actions) in must_not {
        for action in actions {
            assert!(!allowed_anywhere(who, *action), "{who} may {action:?}");
        }
    }
    for action in Action::ALL {
        for nobody in ["finder of another report", "developer elsewhere", "outsider"] {
            assert!(!allowed_anywhere(nobody, action), "{nobody} may {action:?}");
        }
        assert!(!allowed_anywhere("program", action) || action == Action::Publish, "the program may {action:?}");
        let finders = [
            Action::WriteOnReport,
            Action::ChangeConsents,
            Action::WithdrawReport,
            Action::ConsultDisclosure,
            Action::WishTalk,
        ];
        let finders = finders.contains(&action);
        assert_eq!(allowed_anywhere("finder", action), finders, "{action:?}");
    }
}

fn viewer(who: &str) -> Viewer {
    EVERYBODY.into_iter().find(|(name, _)| *name == who).expect("a party of the matrix").1
}

fn allowed_anywhere(who: &str, action: Action) -> bool {
    row(viewer(who), action).iter().any(|(_, cell)| *cell == Cell::Allowed)
}

/// By hand, from the guideline: from which stop on a party may do something; before it never.
#[test]
fn nothing_is_done_before_its_stop() {
    let from: [(&str, Action, &str, &str); 12] = [
        ("receiving body", Action::HandOver, "accepted", "Ⅳ.3.(1).4"),
        ("coordinator", Action::NoteOnCase, "handed-over", "Ⅳ.3.(1).4"),
        ("coordinator", Action::AddDeveloper, "handed-over", "Ⅳ.4.2"),
        ("developer", Action::ConfirmContact, "contacted", "Ⅳ.5.1"),
        ("coordinator", Action::SetDay, "contacted", "Ⅳ.4.3"),
        ("coordinator", Action::ReleaseDetails, "confirmed", "Ⅳ.4.2"),
        ("developer", Action::StateVerification, "details-sent", "Ⅳ.5.2"),
        ("developer", Action::ProposeDay, "details-sent", "Ⅳ.5.3"),
        ("developer", Action::CommentPreview, "previewed", "Ⅳ.5.7"),
        ("receiving body", Action::CoSignAdvisory, "approved", "Ⅳ.3.(1).13"),
        ("coordinator", Action::Publish, "day-come", "Ⅳ.4.3"),
        ("program", Action::Publish, "day-come", "Ⅳ.4.3"),
    ];
    for (who, action, stop, clause) in from {
        let row = row(viewer(who), action);
        let first = row.iter().find(|(_, cell)| *cell == Cell::Allowed).map(|(name, _)| *name);
        assert_eq!(first, Some(stop), "{who}, {action:?}, {}", Clause::new(clause));
    }
}

/// By hand: for whom there is no case, and until when (Ⅳ.3.(1).4, Ⅳ.4.2, Ⅳ.3.(1).6).
#[test]
fn a_case_does_not_exist_for_those_who_have_no_part_in_it() {
    let since = [
        ("finder", Some("accepted")),
        ("receiving body", Some("accepted")),
        ("coordinator", Some("handed-over")),
        ("developer", Some("contacted")),
        ("finder of another report", None),
        ("developer elsewhere", None),
        ("committee member", None),
        ("outsider", None),
    ];
    for (who, expected) in since {
        let stops = case_stops();
        let first = stops.iter().find(|(_, file, _)| view(file, viewer(who), rules()).is_some());
        assert_eq!(first.map(|(name, ..)| *name), expected, "{who}");
    }
}
