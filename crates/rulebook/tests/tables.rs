//! Tables of the guideline and of the program, cell by cell.

mod common;

use std::collections::BTreeSet;

use common::*;
use proptest::prelude::*;
use rulebook::action::Action;
use rulebook::case::{DutyKind, NoticeKind};
use rulebook::clause::Clause;
use rulebook::edition::{Influence, Range};
use rulebook::influence::{RangeFactors, range, rate};
use rulebook::refusal::{Refusal, Why};

fn factors(users: Option<Range>, social: Option<Range>, attack_seen: Option<bool>) -> RangeFactors {
    RangeFactors { users, social, attack_seen }
}

/// 付録4: 影響度の考え方, the nine cells, each at the ends of its band.
#[test]
fn the_influence_matrix_is_the_one_of_appendix_4() {
    use Influence::{Normal, Priority, Simple};
    type Band = ([u8; 2], [(Range, Influence); 3]);
    let bands: [Band; 3] = [
        ([0, 39], [(Range::Wide, Normal), (Range::Medium, Simple), (Range::Narrow, Simple)]),
        ([40, 69], [(Range::Wide, Priority), (Range::Medium, Normal), (Range::Narrow, Simple)]),
        ([70, 100], [(Range::Wide, Priority), (Range::Medium, Priority), (Range::Narrow, Normal)]),
    ];
    for (scores, cells) in bands {
        for (score, (users, influence)) in scores.into_iter().flat_map(|score| cells.map(|cell| (score, cell))) {
            let rating = rate(String::new(), score, factors(Some(users), None, None), edition());
            let rating = rating.expect("every score of CVSS v3 has a band");
            assert_eq!((rating.range, rating.influence), (users, influence), "score {score} tenths");
        }
    }
}

/// 付録4.1: the range from ① users, ② social influence and ③ attacks.
#[test]
fn the_range_follows_appendix_4_1() {
    let narrow = Some(Range::Narrow);
    let cases = [
        // ①～③がすべて不明の場合は「広」.
        (factors(None, None, None), Range::Wide),
        // ③ An attack published or seen makes it wide, whatever else is known.
        (factors(None, None, Some(true)), Range::Wide),
        (factors(narrow, narrow, Some(true)), Range::Wide),
        // That none was seen is no ground to call it narrow.
        (factors(None, None, Some(false)), Range::Wide),
        (factors(narrow, None, Some(false)), Range::Narrow),
        // Of ① and ② the wider one counts.
        (factors(narrow, Some(Range::Medium), None), Range::Medium),
        (factors(Some(Range::Wide), narrow, None), Range::Wide),
        (factors(None, Some(Range::Medium), None), Range::Medium),
    ];
    for (factors, expected) in cases {
        assert_eq!(range(factors, edition()), expected, "{factors:?}");
    }
}

#[test]
fn there_is_no_score_above_ten() {
    assert!(rate(String::new(), 100, RangeFactors::default(), edition()).is_some());
    assert_eq!(rate(String::new(), 101, RangeFactors::default(), edition()), None);
}

/// What is not seen now may be seen tomorrow: less knowledge never makes a case lighter.
#[test]
fn an_attack_never_makes_a_case_lighter() {
    let ranges = [None, Some(Range::Wide), Some(Range::Medium), Some(Range::Narrow)];
    for (users, social) in ranges.into_iter().flat_map(|users| ranges.map(|social| (users, social))) {
        let seen = range(factors(users, social, Some(true)), edition());
        for unseen in [None, Some(false)] {
            assert!(seen <= range(factors(users, social, unseen), edition()), "{users:?} {social:?}");
        }
    }
}

#[test]
fn every_reason_has_a_message_of_its_own() {
    let keys: BTreeSet<String> = Why::ALL.into_iter().map(Why::key).collect();
    assert_eq!(keys.len(), Why::ALL.len());
    assert!(Why::ALL.into_iter().enumerate().all(|(place, why)| why as usize == place), "one of each, in order");
    for key in keys {
        assert!(key.starts_with("refusal-") && key.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{key}");
    }
    assert_eq!(Why::DayNotCome.key(), "refusal-day-not-come");
}

#[test]
fn a_refusal_says_its_clause_in_logs() {
    let refusal = Refusal::under(Clause::new("Ⅳ.4.3"), Why::DayNotCome);
    assert_eq!(refusal.to_string(), "refused: refusal-day-not-come (Ⅳ.4.3)");
    assert_eq!(Refusal::plain(Why::NotYours).to_string(), "refused: refusal-not-yours");
}

#[test]
fn every_word_is_said_once() {
    let duties: BTreeSet<&str> = DutyKind::ALL.into_iter().map(DutyKind::word).collect();
    assert_eq!(duties.len(), DutyKind::ALL.len());
    let notices: BTreeSet<&str> = NoticeKind::ALL.into_iter().map(NoticeKind::word).collect();
    assert_eq!(notices.len(), NoticeKind::ALL.len());
    assert_eq!(Action::ALL.into_iter().collect::<BTreeSet<_>>().len(), Action::ALL.len());
}

/// An action is somebody's part, or it could not be done at all.
#[test]
fn every_action_is_somebodys_part() {
    for action in Action::ALL {
        assert!(PARTIES.into_iter().any(|party| action.belongs_to(party)), "{action:?}");
    }
}

proptest! {
    #[test]
    fn a_higher_score_never_makes_a_case_lighter(low in 0_u8..=100, high in 0_u8..=100, users in 0_usize..3) {
        let (low, high) = (low.min(high), low.max(high));
        let factors = factors(Some([Range::Wide, Range::Medium, Range::Narrow][users]), None, None);
        let influence = |score| rate(String::new(), score, factors, edition()).map(|rating| rating.influence);
        prop_assert!(influence(high) <= influence(low), "priority comes first");
    }
}
