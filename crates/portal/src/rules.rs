//! `pages/rules.json` of the published tree: the edition in force with its values, and the clauses.
//!
//! The portal does not know the rules; it shows what was published about them. Everything but the ids is optional, so
//! that a tree written by an older or newer program still gives a page.

use formats::Localized;
use serde::Deserialize;

/// Where the document lies in the tree.
pub const RULES_PATH: &str = "pages/rules.json";

/// The document.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Rules {
    /// The edition in force.
    pub edition: Edition,
    /// Its values.
    pub values: Vec<RuleValue>,
    /// The clauses in the order of the guideline.
    pub clauses: Vec<RuleClause>,
    /// The checklist of where the addresses of developers are looked for.
    pub contact_sources: Vec<Localized>,
}

/// The edition of the guideline that is in force.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Edition {
    /// Its short name: `2019`.
    pub key: String,
    /// Its name for people.
    pub name: Localized,
    /// The first day in force, `2019-05-30`.
    pub in_force: String,
    /// The document it was taken from.
    pub source: Localized,
    /// What people have to know about it.
    pub note: Localized,
}

/// A value of the edition: a period, a count, a list.
#[derive(Clone, Debug, Deserialize)]
pub struct RuleValue {
    /// Its name in the edition's file: `target_days`.
    pub name: String,
    /// What it is.
    #[serde(default)]
    pub label: Localized,
    /// The value with its unit; the entries of a list stand on lines of their own.
    #[serde(default)]
    pub shown: Localized,
    /// Id of its clause.
    #[serde(default)]
    pub clause: String,
    /// Whether the text behind it was read.
    #[serde(default)]
    pub verified: bool,
    /// Where it was read when the clause itself does not say it.
    #[serde(default)]
    pub source: Localized,
}

/// A clause.
#[derive(Clone, Debug, Deserialize)]
pub struct RuleClause {
    /// Its id: `Ⅳ.4.3`.
    pub id: String,
    /// What it does: `duty`, `right`.
    #[serde(default)]
    pub kind: String,
    /// Whom it speaks to: `receiving_body`.
    #[serde(default)]
    pub actor: String,
    /// Its name.
    #[serde(default)]
    pub title: Localized,
    /// What it means.
    #[serde(default)]
    pub meaning: Localized,
    /// What the program does for it, or why no program can.
    #[serde(default)]
    pub does: Option<Localized>,
    /// Paths of the functions.
    #[serde(default)]
    pub functions: Vec<String>,
    /// Paths of their tests.
    #[serde(default)]
    pub tests: Vec<String>,
    /// Names of the edition's values that they use.
    #[serde(default)]
    pub values: Vec<String>,
    /// How far the program carries it out.
    #[serde(default)]
    pub status: ClauseStatus,
}

/// How far the program carries out a clause.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClauseStatus {
    /// Functions do it.
    Done,
    /// No program can do it.
    Outside,
    /// Not there yet.
    #[default]
    #[serde(other)]
    NotYet,
}

impl ClauseStatus {
    /// All of them, in the order of the page.
    pub const ALL: [ClauseStatus; 3] = [ClauseStatus::Done, ClauseStatus::Outside, ClauseStatus::NotYet];

    /// The name as in the query `status=…`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            ClauseStatus::Done => "done",
            ClauseStatus::Outside => "outside",
            ClauseStatus::NotYet => "not_yet",
        }
    }

    /// The status of a name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        ClauseStatus::ALL.into_iter().find(|status| status.name() == name)
    }
}

impl Rules {
    /// The value of this name.
    #[must_use]
    pub fn value(&self, name: &str) -> Option<&RuleValue> {
        self.values.iter().find(|value| value.name == name)
    }
}

/// The chapters by which the clauses are grouped: how their ids begin, and the end of the key of their title.
const CHAPTERS: [(&str, &str); 17] = [
    ("Ⅰ", "1"),
    ("Ⅱ", "2"),
    ("Ⅲ", "3"),
    ("Ⅳ.1", "4-1"),
    ("Ⅳ.2", "4-2"),
    ("Ⅳ.3.(1)", "4-3-1"),
    ("Ⅳ.3.(2)", "4-3-2"),
    ("Ⅳ.4", "4-4"),
    ("Ⅳ.5", "4-5"),
    ("Ⅳ.6", "4-6"),
    ("Ⅴ.1", "5-1"),
    ("Ⅴ.2", "5-2"),
    ("Ⅴ.3", "5-3"),
    ("Ⅴ.4", "5-4"),
    ("付録1", "a1"),
    ("付録2", "a2"),
    ("付録", "a3"),
];

/// A chapter of the guideline as clauses are grouped: the end of its message key, or `other`.
#[must_use]
pub fn chapter(clause: &str) -> &'static str {
    let inside =
        |begin: &str| clause.strip_prefix(begin).is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()));
    let found = CHAPTERS.iter().find(|(begin, _)| inside(begin) || (*begin == "付録" && clause.starts_with(begin)));
    found.map_or("other", |(_, key)| key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clauses_belong_to_chapters() {
        let chapters = ["Ⅰ", "Ⅱ.13", "Ⅳ.1.図1注", "Ⅳ.3.(2).1.ア", "Ⅳ.4.2.第6段.1", "付録1.5", "付録5.1", "別紙"];
        let keys = chapters.map(chapter);
        assert_eq!(keys, ["1", "2", "4-1", "4-3-2", "4-4", "a1", "a3", "other"]);
    }

    #[test]
    fn a_document_of_another_program_still_gives_a_page() {
        let rules: Rules = serde_json::from_str(
            r#"{"clauses":[{"id":"Ⅳ.4.3","status":"planned","does":null,"weight":3}],"values":[{"name":"target_days"}]}"#,
        )
        .expect("unknown members are left alone");
        assert_eq!(rules.clauses[0].status, ClauseStatus::NotYet);
        assert!(rules.value("target_days").is_some_and(|value| !value.verified));
    }
}
