//! What the program does for each clause: the function, its tests, the values it takes from the edition.
//!
//! A test reads the sources and fails when a function or test named here does not exist.

use serde::Serialize;

use super::Words;
use crate::clause::Clause;

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
    let rules: Vec<_> = RULES.iter().filter(|rule| rule.clause == clause).collect();
    if !rules.is_empty() {
        return Coverage::Done(rules);
    }
    match OUTSIDE.iter().find(|(ids, _)| ids.contains(&clause.id())) {
        Some((_, why)) => Coverage::Outside { why: *why },
        None => Coverage::NotYet,
    }
}

/// Every rule that the program carries out.
pub static RULES: &[Rule] = &[];

/// Clauses that are for people alone, with the reason.
pub static OUTSIDE: &[(&[&str], Words)] = &[
    (
        &["Ⅰ"],
        Words::new((
            "目的を述べた箇所です。プログラム全体がこのためにあります。",
            "It states the purpose, which the program as a whole serves.",
        )),
    ),
    (
        &[
            "Ⅱ.1",
            "Ⅱ.5",
            "Ⅱ.6",
            "Ⅱ.7",
            "Ⅱ.9",
            "Ⅱ.9.1",
            "Ⅱ.9.2",
            "Ⅱ.9.2.注1",
            "Ⅱ.11",
            "Ⅱ.12",
            "Ⅱ.13",
            "付録1.1",
            "付録1.5",
            "付録1.7",
        ],
        Words::new((
            "言葉の意味です。当てはまるかどうかは人が判断します。",
            "It gives the meaning of a word; people judge whether it applies.",
        )),
    ),
    (
        &["Ⅳ.2.2", "Ⅴ.2.1"],
        Words::new((
            "発見者が調べるときの心得です。届出より前のことで、プログラムは関われません。",
            "It concerns how finders search, before there is a report; no program can see to it.",
        )),
    ),
    (
        &["Ⅳ.2.4.第3段"],
        Words::new((
            "発見者の手元での管理です。プログラムは関われません。",
            "It concerns how finders keep what they have; no program of ours can see to it.",
        )),
    ),
    (
        &["Ⅳ.5.9", "Ⅴ.4.4", "Ⅴ.4.4.但書", "Ⅴ.4.4.第2段"],
        Words::new((
            "開発者や運営者の組織の中での管理です。プログラムは関われません。",
            "It concerns how developers and operators keep information inside; no program of ours can see to it.",
        )),
    ),
    (
        &["Ⅴ.4.5.第2段"],
        Words::new(("運営者が本人に直接答えることです。", "Operators answer the people concerned themselves.")),
    ),
    (
        &["Ⅴ.3.4.第2段", "付録6.1", "付録6.4"],
        Words::new((
            "製品やサービスの提供者が自ら行うことです。",
            "Makers of products and services do this themselves.",
        )),
    ),
    (
        &["Ⅳ.4.8.第3段"],
        Words::new((
            "制度の運用を人が見直すことです。見直した結果は版のデータに入ります。",
            "People review the practice; what they decide becomes edition data.",
        )),
    ),
];

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::*;
    use crate::clauses::find;

    #[test]
    fn every_clause_named_is_a_clause_and_none_is_both_done_and_outside() {
        assert!(RULES.iter().all(|rule| find(rule.clause.id()).is_some()));
        for id in OUTSIDE.iter().flat_map(|(ids, _)| *ids) {
            assert!(find(id).is_some(), "{id}");
            assert!(RULES.iter().all(|rule| rule.clause.id() != *id), "{id} is done and outside");
        }
    }

    #[test]
    fn every_rule_has_a_function_tests_and_a_note() {
        for rule in RULES {
            assert!(exists(rule.function), "{}: no function {}", rule.clause, rule.function);
            assert!(!rule.tests.is_empty(), "{}: no test", rule.clause);
            for test in rule.tests {
                assert!(exists(test), "{}: no test {test}", rule.clause);
            }
            assert!(!rule.note.ja.is_empty() && !rule.note.en.is_empty(), "{}", rule.clause);
        }
    }

    #[test]
    fn a_function_is_found_where_its_path_says() {
        assert!(exists("clauses::coverage::coverage"));
        assert!(exists("clauses::find"));
        assert!(exists("rulebook::clauses::coverage::tests::a_function_is_found_where_its_path_says"));
        assert!(!exists("clauses::coverage::no_such_function"));
        assert!(!exists("no_such_module::coverage"));
    }

    #[test]
    fn a_clause_that_nothing_is_said_of_is_not_there_yet() {
        assert!(matches!(coverage(Clause::new("Ⅳ.2.2")), Coverage::Outside { .. }));
        assert!(matches!(coverage(Clause::new("Ⅳ.3.(2).2")), Coverage::NotYet));
    }

    /// Whether the sources have `fn name` in the file that the path leads to.
    fn exists(path: &str) -> bool {
        let mut modules: Vec<_> = path.split("::").collect();
        let Some(name) = modules.pop() else { return false };
        let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let home = match modules.first() {
            Some(first) if crates.join(first).join("Cargo.toml").exists() => crates.join(modules.remove(0)),
            _ => crates.join("rulebook"),
        };
        let text = [home.join("src"), home.clone()].iter().find_map(|root| file_of(root, &modules));
        text.and_then(|file| std::fs::read_to_string(file).ok())
            .is_some_and(|text| text.contains(&format!("fn {name}(")) || text.contains(&format!("fn {name}<")))
    }

    /// The file of a module; a last segment without a file of its own is a type or a module inside of the one before.
    fn file_of(root: &Path, modules: &[&str]) -> Option<PathBuf> {
        let within = |modules: &[&str]| {
            let folder = root.join(modules.join("/"));
            let files = [folder.with_extension("rs"), folder.join("mod.rs"), folder.join("lib.rs")];
            files.into_iter().find(|file| file.is_file())
        };
        let outer = modules.split_last().map(|(_, outer)| outer);
        within(modules).or_else(|| outer.filter(|outer| !outer.is_empty()).and_then(within))
    }
}
