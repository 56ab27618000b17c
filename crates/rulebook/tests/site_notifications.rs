//! Every row of what the guideline has somebody told in the website track is sent, owed, offered or written, and each of
//! the kinds named there really comes about.

mod common;

use std::collections::BTreeSet;

use common::notifications::By;
use common::site_histories::{Try, any_history};
use common::site_notifications::SITE_ROWS;
use common::sites::*;
use common::*;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use rulebook::case::duties::report_duties;
use rulebook::case::notices;
use rulebook::clauses::{coverage, find};
use rulebook::report::ReportCommand;
use rulebook::report::state::Condition;
use rulebook::site::duties;

#[test]
fn every_row_has_a_clause_and_something_that_does_it() {
    assert_eq!(SITE_ROWS.len(), 44, "as many as the guideline has in the website track");
    for row in SITE_ROWS {
        assert!(find(row.clause).is_some(), "{} is no clause", row.clause);
        assert!(!row.by.is_empty() && !row.what.is_empty() && row.from != row.to, "{}: {}", row.clause, row.what);
        for by in row.by {
            match by {
                By::Written(path) => {
                    assert!(coverage::rules().any(|rule| rule.function == *path), "{}: no function {path}", row.clause);
                }
                By::People(why) => assert!(why.ends_with('.'), "{}: say why", row.clause),
                _ => {}
            }
        }
    }
    assert!(SITE_ROWS.iter().all(|row| !row.by.contains(&By::Later)), "nothing is left to another issue");
}

/// What comes about before a case, on the report alone.
fn on_the_report(seen: &mut BTreeSet<String>) {
    let mut road = SiteRoad::begin(hidden(), morning(CAME));
    seen.extend(road.told.iter().map(|notice| format!("told {}", notice.kind.word())));
    let told: Vec<(_, ReportCommand)> = vec![
        (FINDER, ReportCommand::ConsultDisclosure { body: body(1) }),
        (DESK, ReportCommand::Write { body: body(2), question: true, attachments: vec![] }),
        (DESK, reject(vec![Condition::InScope])),
    ];
    for (party, command) in told {
        seen.insert(format!("done {}", command.action().word()));
        road.report(party, command, morning(CAME)).expect("it may be done");
        seen.extend(road.told.iter().map(|notice| format!("told {}", notice.kind.word())));
    }
}

#[test]
fn every_kind_named_comes_about_in_a_history() {
    let named: BTreeSet<String> = SITE_ROWS
        .iter()
        .flat_map(|row| row.by)
        .filter_map(|by| match by {
            By::Told(kind) => Some(format!("told {}", kind.word())),
            By::Owed(kind) => Some(format!("owed {}", kind.word())),
            By::Offered(action) => Some(format!("done {}", action.word())),
            By::InSite(action) => Some(format!("site {}", action.word())),
            By::Written(_) | By::People(_) | By::Later => None,
        })
        .collect();
    let mut seen = BTreeSet::new();
    on_the_report(&mut seen);
    let mut runner = TestRunner::deterministic();
    for _ in 0..3_000 {
        if named.is_subset(&seen) {
            break;
        }
        let history = any_history().new_tree(&mut runner).expect("a history can always be made").current();
        let (road, _) = history.live(|_, after, what, _, outcome| {
            seen.extend(after.told.iter().map(|notice| format!("told {}", notice.kind.word())));
            let owed = duties(after.file(), rules()).into_iter().chain(report_duties(&after.report));
            seen.extend(owed.map(|duty| format!("owed {}", duty.what.word())));
            if let (Try::Site(_, command), Ok(_)) = (what, outcome) {
                seen.insert(format!("site {}", command.action().word()));
            }
        });
        let told = road.report_events.iter().flat_map(|(_, event)| notices::of_report(REPORT, event));
        seen.extend(told.map(|notice| format!("told {}", notice.kind.word())));
    }
    assert_eq!(named.difference(&seen).collect::<Vec<_>>(), Vec::<&String>::new());
}
