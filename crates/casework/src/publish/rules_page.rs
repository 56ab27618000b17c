//! `pages/rules.json` of the published tree: the edition in force with its values, and what each clause means and how
//! far the program carries it out.

use rulebook::clauses::coverage::{Summary, coverage};
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
    /// Where the addresses of developers are looked for: the checklist is public.
    contact_sources: Vec<Localized>,
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
    #[serde(flatten)]
    summary: Summary,
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
        contact_sources: edition
            .lists
            .contact_sources
            .value
            .iter()
            .map(|item| Localized::new(item.ja.as_str(), item.en.as_str()))
            .collect(),
    };
    let mut bytes = serde_json::to_vec_pretty(&page).expect("the page holds only texts, truth values and lists");
    bytes.push(b'\n');
    bytes
}

fn entry(text: &ClauseText) -> ClauseEntry {
    ClauseEntry {
        id: text.clause.id(),
        kind: text.kind,
        actor: text.actor,
        title: text.title,
        meaning: text.meaning,
        summary: coverage(text.clause).summary(),
    }
}
