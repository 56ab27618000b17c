//! What is said of a clause on the page of rules, on the command line and in the documentation: its rules as one.

use serde::Serialize;

use super::{Coverage, Rule};
use crate::clauses::Words;
use crate::text::Localized;

/// How far a clause is carried out, and by what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// `done`, `outside` or `not_yet`.
    pub status: &'static str,
    /// What the program does, a sentence for each rule, or why no program can; nothing when it is not there yet.
    pub does: Option<Localized>,
    /// Paths of the functions.
    pub functions: Vec<&'static str>,
    /// Paths of their tests.
    pub tests: Vec<&'static str>,
    /// Names of the edition's values that they use.
    pub values: Vec<&'static str>,
}

impl Coverage {
    /// Everything that is to be said of it, each thing once and in the order of the rules.
    #[must_use]
    pub fn summary(&self) -> Summary {
        let (status, does, rules): (_, _, &[&Rule]) = match self {
            Coverage::Done(rules) => ("done", Some(notes(rules)), rules),
            Coverage::Outside { why } => ("outside", Some(Localized::new(why.ja, why.en)), &[]),
            Coverage::NotYet => ("not_yet", None, &[]),
        };
        Summary {
            status,
            does,
            functions: once(rules.iter().map(|rule| rule.function)),
            tests: once(rules.iter().flat_map(|rule| rule.tests.iter().copied())),
            values: once(rules.iter().flat_map(|rule| rule.values.iter().copied())),
        }
    }
}

/// Japanese sentences follow each other without a blank.
fn notes(rules: &[&Rule]) -> Localized {
    let said = |side: fn(&Words) -> &'static str| once(rules.iter().map(|rule| side(&rule.note)));
    Localized::new(said(|note| note.ja).concat(), said(|note| note.en).join(" "))
}

/// Each value once, in the order of its first appearance.
fn once(values: impl Iterator<Item = &'static str>) -> Vec<&'static str> {
    let mut unique = Vec::new();
    for value in values {
        if !unique.contains(&value) {
            unique.push(value);
        }
    }
    unique
}
