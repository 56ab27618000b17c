//! `noroshi rules`: every clause of the guideline, and what the program does for it.

use casework::clock::{Clock, SystemClock};
use rulebook::clauses::coverage::{Coverage, coverage};
use rulebook::clauses::{ClauseText, Words, all};
use rulebook::edition::{Edition, EditionValue};
use rulebook::moment::day_of;
use rulebook::text::Localized;
use serde::Serialize;

use crate::failure::{Failure, Outcome};
use crate::out;

/// A clause, as `--json` has it.
#[derive(Serialize)]
struct Shown<'a> {
    clause: &'static str,
    edition: &'a str,
    title: Words,
    /// `done`, `outside` (for people alone) or `not_yet`.
    status: &'static str,
    values: Vec<ShownValue<'a>>,
    function: Vec<&'static str>,
    tests: Vec<&'static str>,
}

#[derive(Serialize)]
struct ShownValue<'a> {
    name: &'a str,
    value: &'a Localized,
    /// Whether the text behind it was read.
    verified: bool,
}

/// Lists the clauses.
///
/// # Errors
/// When there is no such edition.
pub fn run(json: bool, key: Option<&str>) -> Outcome {
    let editions = casework::editions::editions()?;
    let newest = editions.in_force(day_of(SystemClock.now(), 0));
    let today = day_of(SystemClock.now(), newest.utc_offset_hours);
    let edition = match key {
        None => editions.in_force(today),
        Some(key) => {
            let keys: Vec<&str> = editions.iter().map(|edition| edition.key.as_str()).collect();
            let unknown = || Failure::new(format!("There is no edition {key}; there are {}", keys.join(", ")));
            editions.get(key).ok_or_else(unknown)?
        }
    };
    let values = edition.values();
    let shown: Vec<Shown<'_>> = all().map(|text| show(text, edition, &values)).collect();
    if json {
        let text = serde_json::to_string_pretty(&shown).map_err(|_| Failure::new("The rules cannot be written"))?;
        out::line(text);
        return Ok(());
    }
    for rule in &shown {
        out::line([rule.clause, rule.status, rule.title.ja, rule.title.en, &rule.function.join(" ")].join("\t"));
    }
    Ok(())
}

fn show<'a>(text: &ClauseText, edition: &'a Edition, values: &'a [EditionValue]) -> Shown<'a> {
    let clause = text.clause.id();
    let covered = coverage(text.clause);
    let rules = match &covered {
        Coverage::Done(rules) => rules.as_slice(),
        Coverage::Outside { .. } | Coverage::NotYet => &[],
    };
    let used = |value: &&EditionValue| {
        value.clause == clause || rules.iter().any(|rule| rule.values.contains(&value.name.as_str()))
    };
    let shown =
        |value: &'a EditionValue| ShownValue { name: &value.name, value: &value.shown, verified: value.verified };
    let mut tests: Vec<&'static str> = rules.iter().flat_map(|rule| rule.tests).copied().collect();
    tests.sort_unstable();
    tests.dedup();
    Shown {
        clause,
        edition: &edition.key,
        title: text.title,
        status: status(&covered),
        values: values.iter().filter(used).map(shown).collect(),
        function: rules.iter().map(|rule| rule.function).collect(),
        tests,
    }
}

const fn status(covered: &Coverage) -> &'static str {
    match covered {
        Coverage::Done(_) => "done",
        Coverage::Outside { .. } => "outside",
        Coverage::NotYet => "not_yet",
    }
}
