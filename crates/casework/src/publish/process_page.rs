//! `pages/process.json` of the published tree: how long the steps took in fact, over the published cases.
//!
//! A figure is there only when at least [`ENOUGH`] cases stand behind it, so that nothing can be read of a single one.

use jiff::civil::Date;
use rulebook::case::duties::days_between;
use serde::Serialize;
use store::{CardFilter, CardOrder};

use crate::error::Result;
use crate::lists::read;
use crate::office::Office;
use crate::project::{CaseCard, StageDays};

/// Where the document lies in the tree.
pub(super) const PROCESS_PATH: &str = "pages/process.json";
/// So many cases must stand behind a figure.
const ENOUGH: usize = 10;

/// The document: the same bytes for the same published cases.
#[derive(Debug, PartialEq, Serialize)]
struct ProcessPage {
    steps: Vec<StepFact>,
}

/// A step in figures.
#[derive(Debug, PartialEq, Serialize)]
struct StepFact {
    /// The step, as the page about the process names it.
    step: &'static str,
    /// How many published cases took it.
    cases: usize,
    /// The median of the days that it took.
    median_days: f64,
}

/// A step: its name, and the days on which it began and ended.
type Step = (&'static str, fn(&StageDays) -> (Option<Date>, Option<Date>));

const STEPS: [Step; 6] = [
    ("acceptance", |days| (days.received, days.accepted)),
    ("handover", |days| (days.accepted, days.handed_over)),
    ("contact", |days| (days.handed_over, days.contacted)),
    ("verification", |days| (days.details_sent, days.verified)),
    ("date", |days| (days.contacted, days.day_set)),
    ("publication", |days| (days.contacted, days.published)),
];

impl Office {
    /// The document, from the cards of published cases.
    ///
    /// # Errors
    /// The store's.
    pub(super) async fn process_page(&self) -> Result<Vec<u8>> {
        let filter = CardFilter { states: &["published"], ..CardFilter::default() };
        let cards = self.store().card_page("case", filter, CardOrder::Number).await?;
        let mut days = Vec::with_capacity(cards.len());
        for card in &cards {
            days.push(read::<CaseCard>(&card.card)?.stages);
        }
        let mut bytes = serde_json::to_vec_pretty(&facts(&days)).expect("figures always serialise");
        bytes.push(b'\n');
        Ok(bytes)
    }
}

fn facts(cases: &[StageDays]) -> ProcessPage {
    let fact = |(step, ends): &Step| {
        let mut took: Vec<i32> = cases.iter().filter_map(|days| length(ends(days))).collect();
        took.sort_unstable();
        (took.len() >= ENOUGH).then(|| StepFact { step, cases: took.len(), median_days: median(&took) })
    };
    ProcessPage { steps: STEPS.iter().filter_map(fact).collect() }
}

fn length((from, to): (Option<Date>, Option<Date>)) -> Option<i32> {
    Some(days_between(from?, to?)).filter(|days| *days >= 0)
}

/// The median of days in order; of an even number the middle between the two.
fn median(sorted: &[i32]) -> f64 {
    let half = sorted.len() / 2;
    match sorted.len() % 2 {
        0 => f64::from(sorted[half - 1] + sorted[half]) / 2.0,
        _ => f64::from(sorted[half]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn case(received: &str, accepted: Option<&str>) -> StageDays {
        let day = |text: &str| text.parse().expect("a day");
        StageDays { received: Some(day(received)), accepted: accepted.map(day), ..StageDays::default() }
    }

    #[test]
    fn nothing_is_said_of_fewer_than_ten_cases() {
        let nine: Vec<StageDays> = (0..9).map(|_| case("2026-11-16", Some("2026-11-18"))).collect();
        assert_eq!(facts(&nine).steps, []);
        let undecided = case("2026-11-16", None);
        let still = [nine.as_slice(), &[undecided]].concat();
        assert_eq!(facts(&still).steps, [], "only cases that took the step count");
        let ten = [nine.as_slice(), &[case("2026-11-16", Some("2026-11-30"))]].concat();
        assert_eq!(facts(&ten).steps, [StepFact { step: "acceptance", cases: 10, median_days: 2.0 }]);
    }

    #[test]
    fn the_median_is_the_middle() {
        assert!((median(&[1, 2, 9]) - 2.0).abs() < f64::EPSILON);
        assert!((median(&[1, 2, 3, 9]) - 2.5).abs() < f64::EPSILON);
    }
}
