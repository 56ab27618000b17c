//! `pages/rules.json` of the published tree: the edition in force with its values, and what each clause means and how
//! far the program carries it out.

use rulebook::clauses::coverage::{Coverage, Rule, coverage};
use rulebook::clauses::{Actor, ClauseKind, ClauseText, Words, all};
use rulebook::edition::{Edition, EditionValue};
use rulebook::text::Localized;
use serde::Serialize;

/// Where the document lies in the tree.
pub(super) const RULES_PATH: &str = "pages/rules.json";

#[derive(Serialize)]
struct RulesPage<'a> {
    edition: EditionHead<'a>,
    values: Vec<EditionValue>,
    clauses: Vec<ClauseEntry>,
}

#[derive(Serialize)]
struct EditionHead<'a> {
    key: &'a str,
    name: &'a Localized,
    in_force: String,
    source: &'a Localized,
    note: &'a Localized,
}

#[derive(Serialize)]
struct ClauseEntry {
    id: &'static str,
    kind: ClauseKind,
    actor: Actor,
    title: Words,
    meaning: Words,
    does: Option<Localized>,
    functions: Vec<&'static str>,
    tests: Vec<&'static str>,
    values: Vec<&'static str>,
    status: &'static str,
}

/// The document for this edition: the same bytes for the same edition and program.
pub(super) fn rules_page(edition: &Edition) -> Vec<u8> {
    let page = RulesPage {
        edition: EditionHead {
            key: &edition.key,
            name: &edition.name,
            in_force: edition.in_force.to_string(),
            source: &edition.source,
            note: &edition.note,
        },
        values: edition.values(),
        clauses: all().map(entry).collect(),
    };
    let mut bytes = serde_json::to_vec_pretty(&page).expect("the page holds only texts, truth values and lists");
    bytes.push(b'\n');
    bytes
}

fn entry(text: &ClauseText) -> ClauseEntry {
    let (status, does, rules) = match coverage(text.clause) {
        Coverage::Done(rules) => ("done", Some(notes(&rules)), rules),
        Coverage::Outside { why } => ("outside", Some(Localized::new(why.ja, why.en)), Vec::new()),
        Coverage::NotYet => ("not_yet", None, Vec::new()),
    };
    ClauseEntry {
        id: text.clause.id(),
        kind: text.kind,
        actor: text.actor,
        title: text.title,
        meaning: text.meaning,
        does,
        functions: once(rules.iter().map(|rule| rule.function)),
        tests: once(rules.iter().flat_map(|rule| rule.tests.iter().copied())),
        values: once(rules.iter().flat_map(|rule| rule.values.iter().copied())),
        status,
    }
}

/// What the functions of a clause do, a sentence each.
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
