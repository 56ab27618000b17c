use std::path::{Path, PathBuf};

use super::*;
use crate::clauses::{all, find};

#[test]
fn every_clause_named_is_a_clause_and_none_is_both_done_and_outside() {
    assert!(rules().all(|rule| find(rule.clause.id()).is_some()));
    for id in OUTSIDE.iter().flat_map(|(ids, _)| *ids) {
        assert!(find(id).is_some(), "{id}");
        assert!(rules().all(|rule| rule.clause.id() != *id), "{id} is done and outside");
    }
}

#[test]
fn rules_stand_in_the_order_of_the_guideline() {
    let place = |rule: &Rule| all().position(|text| text.clause == rule.clause);
    assert!(rules().map(place).is_sorted());
}

#[test]
fn every_rule_has_a_function_tests_and_a_note() {
    for rule in rules() {
        assert!(source(rule.function).is_some(), "{}: no function {}", rule.clause, rule.function);
        assert!(!rule.tests.is_empty(), "{}: no test", rule.clause);
        for test in rule.tests {
            let before = source(test).unwrap_or_else(|| panic!("{}: no test {test}", rule.clause));
            assert!(is_test(&before), "{}: {test} is no test", rule.clause);
        }
        assert!(rule.note.ja.ends_with('。') && rule.note.en.ends_with('.'), "{}", rule.clause);
    }
}

#[test]
fn a_function_is_found_where_its_path_says() {
    assert!(source("clauses::coverage::coverage").is_some_and(|before| !is_test(&before)));
    assert!(source("clauses::find").is_some());
    let own = "rulebook::clauses::coverage::tests::a_function_is_found_where_its_path_says";
    assert!(source(own).is_some_and(|before| is_test(&before)));
    assert_eq!(source("clauses::coverage::no_such_function"), None);
    assert_eq!(source("no_such_module::coverage"), None);
}

#[test]
fn a_clause_that_nothing_is_said_of_is_not_there_yet() {
    assert!(matches!(coverage(Clause::new("Ⅳ.4.3")), Coverage::Done(rules) if rules.len() > 1));
    assert!(matches!(coverage(Clause::new("Ⅳ.2.2")), Coverage::Outside { .. }));
    assert!(matches!(coverage(Clause::new("Ⅳ.3.(1).14")), Coverage::NotYet));
}

#[test]
fn a_summary_says_each_thing_once() {
    let day = coverage(Clause::new("Ⅳ.4.3")).summary();
    assert_eq!(day.status, "done");
    assert!(day.functions.contains(&"case::decide::set_day") && day.values.contains(&"target_days"));
    assert_eq!(day.tests.iter().filter(|test| **test == ROAD).count(), 1);
    let does = day.does.expect("what it does");
    assert_eq!(does.ja.matches(rules().find(|rule| rule.clause.id() == "Ⅳ.4.3").unwrap().note.ja).count(), 1);
    let outside = coverage(Clause::new("Ⅳ.2.2")).summary();
    assert!(outside.status == "outside" && outside.does.is_some() && outside.functions.is_empty());
    let missing = coverage(Clause::new("Ⅳ.3.(1).14")).summary();
    assert!(missing.status == "not_yet" && missing.does.is_none() && missing.tests.is_empty());
}

/// The source before `fn name`, in the file that the path leads to.
fn source(path: &str) -> Option<String> {
    let mut modules: Vec<_> = path.split("::").collect();
    let name = modules.pop()?;
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let home = match modules.first() {
        Some(first) if crates.join(first).join("Cargo.toml").exists() => crates.join(modules.remove(0)),
        _ => crates.join("rulebook"),
    };
    let file = [home.join("src"), home.clone()].iter().find_map(|root| file_of(root, &modules))?;
    let text = std::fs::read_to_string(file).ok()?;
    let at = text.find(&format!("fn {name}(")).or_else(|| text.find(&format!("fn {name}<")))?;
    Some(text[..at].to_owned())
}

/// Whether what stands right before a function makes it a test.
fn is_test(before: &str) -> bool {
    let own = before.rsplit(['}', ';']).next().unwrap_or_default();
    own.contains("#[test]") || own.contains("#[tokio::test")
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
