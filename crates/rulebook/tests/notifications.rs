//! Every row of what the guideline has somebody told is sent, owed, offered or written by the program, and each of the
//! kinds named there really comes about.

mod common;

use std::collections::BTreeSet;

use common::histories::{Outcome, Try, any_history};
use common::notifications::{By, ROWS};
use common::*;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use rulebook::case::duties::report_duties;
use rulebook::case::{duties, notices};
use rulebook::clauses::{coverage, find};

#[test]
fn every_row_has_a_clause_and_something_that_does_it() {
    assert_eq!(ROWS.len(), 133, "as many as the guideline has in the product track");
    for row in ROWS {
        assert!(find(row.clause).is_some(), "{} is no clause", row.clause);
        assert!(!row.by.is_empty() && !row.what.is_empty() && row.from != row.to, "{}: {}", row.clause, row.what);
        for by in row.by {
            match by {
                By::Written(path) => {
                    assert!(coverage::rules().any(|rule| rule.function == *path), "{}: no function {path}", row.clause);
                }
                By::People(why) => assert!(why.ends_with('.'), "{}: say why", row.clause),
                By::Told(_) | By::Owed(_) | By::Offered(_) | By::InSite(_) | By::Later => {}
            }
        }
    }
}

/// By hand: only priority provision and statistics are left to issues of their own.
#[test]
fn nothing_but_priority_provision_and_statistics_is_left() {
    let left: BTreeSet<&str> = ROWS.iter().filter(|row| row.by.contains(&By::Later)).map(|row| row.clause).collect();
    assert_eq!(left, BTreeSet::from(["Ⅳ.3.(1).12", "Ⅳ.3.(1).14", "Ⅳ.4.8"]));
}

/// What is owed in the register, not in a case: `tests/register.rs`.
const IN_THE_REGISTER: [&str; 1] = ["owed review-window"];

/// What was told, owed and done in histories, as words.
fn come_about(seen: &mut BTreeSet<String>, before: &Road, after: &Road, what: &Try, outcome: &Outcome) {
    seen.extend(after.told.iter().map(|notice| format!("told {}", notice.kind.word())));
    if outcome.is_err() {
        return;
    }
    match what {
        Try::Case(_, command) if before.file.is_some() => {
            seen.insert(format!("done {}", command.action().word()));
        }
        Try::Report(_, command) => {
            seen.insert(format!("done {}", command.action().word()));
        }
        Try::Case(..) | Try::Wait(_) => {}
    }
    let owed = after.file.iter().flat_map(|file| duties(file, rules())).chain(report_duties(&after.report));
    seen.extend(owed.map(|duty| format!("owed {}", duty.what.word())));
}

#[test]
fn every_kind_named_comes_about_in_a_history() {
    let named = ROWS.iter().flat_map(|row| row.by).filter_map(|by| match by {
        By::Told(kind) => Some(format!("told {}", kind.word())),
        By::Owed(kind) => Some(format!("owed {}", kind.word())),
        By::Offered(action) => Some(format!("done {}", action.word())),
        By::InSite(_) | By::Written(_) | By::People(_) | By::Later => None,
    });
    let named: BTreeSet<String> = named.filter(|word| !IN_THE_REGISTER.contains(&word.as_str())).collect();
    let mut seen: BTreeSet<String> = BTreeSet::from(["done accept-report".to_owned()]);
    let mut runner = TestRunner::deterministic();
    let histories = any_history();
    for _ in 0..3_000 {
        if named.is_subset(&seen) {
            break;
        }
        let history = histories.new_tree(&mut runner).expect("a history can always be made").current();
        let (road, _) = history.live(|before, after, what, _, outcome| {
            come_about(&mut seen, before, after, what, outcome);
        });
        let told = road.report_events.iter().flat_map(|(_, event)| notices::of_report(REPORT, event));
        seen.extend(told.map(|notice| format!("told {}", notice.kind.word())));
    }
    assert_eq!(named.difference(&seen).collect::<Vec<_>>(), Vec::<&String>::new());
}
