//! The access matrix of the website track, `docs/access-matrix-sites.txt`: who may do what at every stop of one case.
//!
//! `UPDATE_ACCESS_MATRIX=1 cargo test -p rulebook --test site_matrix` writes it anew; read the difference as a change of
//! policy.

mod common;

use std::fmt::Write as _;

use common::sites::*;
use common::*;
use rulebook::case::{AttemptOutcome, ContactMeans};
use rulebook::influence::RangeFactors;
use rulebook::party::Party;
use rulebook::refusal::Why;
use rulebook::site::{
    OperatorAnswer, OperatorCategory, SiteAction, SiteCause, SiteCommand, SiteEnding, SiteFile, may, view,
};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/access-matrix-sites.txt");

const HEAD: &str = "\
The access matrix of the website track: who may do what, at every stop of one case
===================================================================================

Written by the test `site_matrix` of the crate `rulebook` from the rules themselves, and compared with them at every run.
A change in this file is a change of policy: read it as one.

  allowed   the party may do it at this stop
  refused   not now: what stands against it, and the clause of the guideline that asks so
  never     it is not this party's part, whatever the stop
  unseen    for this party there is no such case: it hears the same as of one that does not exist
";

const EVERYBODY: [(&str, Party); 9] = [
    ("receiving body", DESK),
    ("operator", KOMACHI),
    ("finder", FINDER),
    ("operator of another site", OTHER_OPERATOR),
    ("finder of another report", OTHER_FINDER),
    ("coordinator", COORDINATOR),
    ("developer", MAKER),
    ("committee member", MEMBER),
    ("program", Party::Program),
];

/// The case at the stops of one road.
fn stops() -> Vec<(&'static str, SiteFile, &'static str)> {
    let mut road = site_accepted(hidden());
    let mut stops = vec![("accepted", road.file().clone(), ACCEPTED)];
    let found = [
        ("notified", contacted(ContactMeans::Mail, day("2026-11-17"), AttemptOutcome::Waiting), DESK, "2026-11-17"),
        ("confirmed", confirmed(), KOMACHI, "2026-11-19"),
        ("details-sent", sent(), DESK, "2026-11-20"),
        ("received", SiteCommand::ReceiveDetails, KOMACHI, "2026-11-24"),
        ("fix-reported", says(OperatorAnswer::Fixed), KOMACHI, "2026-12-04"),
        ("ended", closes(SiteEnding::ApplicationFixed), DESK, "2026-12-07"),
    ];
    road.go(DESK, classified(SiteCause::Application), ACCEPTED);
    road.go(DESK, rated(61, RangeFactors::default()), ACCEPTED);
    road.go(DESK, identified(OperatorCategory::Company), ACCEPTED);
    for (name, command, party, on) in found {
        road.go(party, command, on);
        stops.push((name, road.file().clone(), on));
    }
    stops
}

fn cell(file: &SiteFile, party: Party, action: SiteAction, on: &str) -> String {
    let now = morning(on);
    if view(file, party, rules(), now).is_none() {
        assert!(may(file, party, action, rules(), now).is_err(), "{party:?} may {action:?} unseen");
        return "unseen".into();
    }
    match may(file, party, action, rules(), now) {
        Ok(()) => "allowed".into(),
        Err(_) if !action.belongs_to(party) => "never".into(),
        Err(refusal) => {
            let clause = refusal.clause.map(|clause| format!(" ({clause})")).unwrap_or_default();
            format!("refused {}{clause}", refusal.why.word())
        }
    }
}

fn matrix() -> String {
    let mut text = String::from(HEAD);
    let stops = stops();
    for action in SiteAction::ALL {
        let clause = action.clause().map(|clause| format!(" ({clause})")).unwrap_or_default();
        writeln!(text, "\n{action:?}{clause}").expect("a string takes all");
        let (mut never, mut unseen) = (vec![], vec![]);
        for (who, party) in EVERYBODY {
            let row: Vec<(&str, String)> =
                stops.iter().map(|(name, file, on)| (*name, cell(file, party, action, on))).collect();
            if row.iter().all(|(_, cell)| cell == "unseen" || cell == "never") {
                let seen = row.iter().any(|(_, cell)| cell == "never");
                (if seen { &mut never } else { &mut unseen }).push(who);
                continue;
            }
            for same in row.chunk_by(|left, right| left.1 == right.1) {
                let (first, last) = (same[0].0, same[same.len() - 1].0);
                let at = if first == last { first.to_owned() } else { format!("{first} .. {last}") };
                writeln!(text, "  {who:<16} {at:<28} {}", same[0].1).expect("a string takes all");
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

#[test]
fn the_matrix_is_the_one_on_file() {
    let matrix = matrix();
    if std::env::var_os("UPDATE_ACCESS_MATRIX").is_some() {
        std::fs::write(FILE, &matrix).expect("docs can be written");
    }
    let on_file = std::fs::read_to_string(FILE).unwrap_or_default();
    let changed = matrix.lines().zip(on_file.lines()).find(|(now, then)| now != then);
    assert!(on_file == matrix, "the file says something else, first here (now, on file): {changed:#?}");
}

/// By hand, from Ⅴ.3.7: nobody but desk, operator and finder ever does anything, and the program does nothing.
#[test]
fn nobody_else_ever_does_anything() {
    for (name, file, on) in stops() {
        for party in [OTHER_OPERATOR, OTHER_FINDER, COORDINATOR, MAKER, MEMBER, Party::Program] {
            for action in SiteAction::ALL {
                let refusal = may(&file, party, action, rules(), morning(on)).expect_err("not theirs");
                assert_eq!((refusal.why, refusal.clause), (Why::NotYours, None), "{name}, {party:?}, {action:?}");
            }
        }
    }
}

/// By hand, from the guideline: what finder and operator may ever do in a case.
#[test]
fn finders_and_operators_decide_nothing() {
    let finders = [SiteAction::AnswerTalk, SiteAction::WishTalk, SiteAction::WriteDirectly];
    let operators = [
        SiteAction::ConfirmOperator,
        SiteAction::ReceiveDetails,
        SiteAction::Answer,
        SiteAction::Write,
        SiteAction::GiveConsent,
        SiteAction::PublishLeak,
        SiteAction::Forward,
        SiteAction::TakeBack,
        SiteAction::AnswerTalk,
        SiteAction::WishTalk,
        SiteAction::WriteDirectly,
    ];
    for action in SiteAction::ALL {
        assert_eq!(action.belongs_to(FINDER), finders.contains(&action), "{action:?}");
        assert_eq!(action.belongs_to(KOMACHI), operators.contains(&action), "{action:?}");
    }
}
