//! What the program does for each clause: the function, its tests, the values it takes from the edition.
//!
//! A test reads the sources and fails when a function or test named here does not exist.

use serde::Serialize;

use super::Words;
use crate::clause::Clause;

mod appendices;
mod coordinator;
mod developer;
mod finder;
mod judgement;
mod outside;
mod receiving;
mod summary;
mod terms;
#[cfg(test)]
mod tests;
mod website;

use outside::OUTSIDE;

pub use summary::Summary;

/// The whole road, with a date, a notice and a duty at every milestone.
const ROAD: &str = "tests::road::the_whole_road_of_a_product_report";
/// The whole road through the office and the store, with a search for marked secrets at its end.
const OFFICE: &str = "casework::tests::road::a_report_becomes_a_signed_public_advisory";

/// A function that carries out a clause.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Rule {
    /// The clause.
    pub clause: Clause,
    /// Path of the function: in this crate, or in another one when it begins with its name.
    pub function: &'static str,
    /// Paths of the tests that would notice if it were broken.
    pub tests: &'static [&'static str],
    /// Names of the edition's values that it uses.
    pub values: &'static [&'static str],
    /// What the program does, in a sentence.
    pub note: Words,
}

/// How far the program carries out a clause.
#[derive(Clone, Debug)]
pub enum Coverage {
    /// These functions do it.
    Done(Vec<&'static Rule>),
    /// No program can do it.
    Outside {
        /// Why not, and who does it.
        why: Words,
    },
    /// A program could do it; this one does not yet.
    NotYet,
}

/// How far the program carries out this clause.
#[must_use]
pub fn coverage(clause: Clause) -> Coverage {
    let rules: Vec<_> = rules().filter(|rule| rule.clause == clause).collect();
    if !rules.is_empty() {
        return Coverage::Done(rules);
    }
    match OUTSIDE.iter().find(|(ids, _)| ids.contains(&clause.id())) {
        Some((_, why)) => Coverage::Outside { why: *why },
        None => Coverage::NotYet,
    }
}

/// Every rule that the program carries out, in the order of the guideline.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    [
        terms::RULES,
        finder::RULES,
        receiving::RULES,
        judgement::RULES,
        coordinator::RULES,
        developer::RULES,
        website::RULES,
        appendices::RULES,
    ]
    .into_iter()
    .flatten()
}

const fn rule(
    id: &'static str,
    function: &'static str,
    tests: &'static [&'static str],
    values: &'static [&'static str],
    note: (&'static str, &'static str),
) -> Rule {
    Rule { clause: Clause::new(id), function, tests, values, note: Words::new(note) }
}
