//! The tests of the workspace. Some need a program of others; their names say so, and they are a part of their own.

use crate::{guard::Guard, options::Wanted, postgres, setup::Missing, table::Part, workspace};

/// A test whose path contains the marker belongs to the part.
const MARKED: [(&str, &str); 2] = [("postgres", "postgres"), ("openpgp", "gpg")];
const UNMARKED: &str = "unit";

/// Runs the wanted parts in one go, since they share their programs.
pub fn run(wanted: &Wanted, missing: &Missing) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut runnable: Vec<&'static str> = Vec::new();
    for part in [UNMARKED].into_iter().chain(MARKED.map(|(part, _)| part)).filter(|part| wanted.has(part)) {
        match missing.reason(part) {
            Some(reason) => parts.push(Part::not_run(part, reason)),
            None => runnable.push(part),
        }
    }
    let server = match runnable.contains(&"postgres").then(database).transpose() {
        Ok(server) => server,
        Err(problem) => {
            println!("{problem}");
            runnable.retain(|part| *part != "postgres");
            parts.push(Part::whole("postgres", false));
            None
        }
    };
    if !runnable.is_empty() {
        parts.extend(tests(&runnable, server.as_ref().map(Database::url)));
    }
    parts.sort_by_key(|part| crate::options::PARTS.iter().position(|name| *name == part.name));
    parts
}

enum Database {
    Own(postgres::Server),
    Given(String),
}

impl Database {
    fn url(&self) -> &str {
        match self {
            Database::Own(server) => &server.url,
            Database::Given(url) => url,
        }
    }
}

/// The server named by the environment, or a new one.
fn database() -> Result<Database, String> {
    match std::env::var("NOROSHI_TEST_POSTGRES") {
        Ok(url) => Ok(Database::Given(url)),
        Err(_) => postgres::Server::start().map(Database::Own),
    }
}

fn tests(runnable: &[&'static str], database: Option<&str>) -> Vec<Part> {
    let mut cargo = workspace::cargo("test");
    cargo.args(["--workspace", "--no-fail-fast", "--"]).args(filters(runnable));
    match database {
        Some(url) => cargo.env("NOROSHI_TEST_POSTGRES", url),
        None => cargo.env_remove("NOROSHI_TEST_POSTGRES"),
    };
    let mut parts: Vec<Part> = runnable.iter().map(|name| Part { name, ..Part::default() }).collect();
    let status = Guard::listen(&cargo, |line| {
        let counted = outcome(line).and_then(|(test, outcome)| Some((part_of(test, &mut parts)?, outcome)));
        match counted {
            Some((part, "ok")) => return part.passed += 1,
            Some((part, "FAILED")) => part.failed += 1,
            Some((part, _)) => part.skipped += 1,
            None => {}
        }
        println!("{line}");
    });
    let broke_down = status.map_or_else(Some, |status| (!status.success()).then(|| status.to_string()));
    if let Some(problem) = broke_down.filter(|_| parts.iter().all(|part| part.failed == 0)) {
        println!("cargo test broke down: {problem}");
        parts[0].failed = 1;
    }
    parts.iter_mut().filter(|part| part.passed + part.failed == 0).for_each(nothing_found);
    parts
}

/// Which tests the harness is told to run.
fn filters(runnable: &[&str]) -> Vec<&'static str> {
    let (in_run, left_out): (Vec<_>, Vec<_>) = MARKED.into_iter().partition(|(part, _)| runnable.contains(part));
    if runnable.contains(&UNMARKED) {
        left_out.into_iter().flat_map(|(_, marker)| ["--skip", marker]).collect()
    } else {
        in_run.into_iter().map(|(_, marker)| marker).collect()
    }
}

/// `test NAME ... OUTCOME` or `test NAME ... ignored, REASON`.
fn outcome(line: &str) -> Option<(&str, &str)> {
    let (name, outcome) = line.strip_prefix("test ")?.rsplit_once(" ... ")?;
    let outcome = outcome.split(',').next()?;
    ["ok", "FAILED", "ignored"].contains(&outcome).then_some((name, outcome))
}

fn part_of<'a>(test: &str, parts: &'a mut [Part]) -> Option<&'a mut Part> {
    let marked = MARKED.into_iter().find(|(_, marker)| test.contains(marker)).map(|(part, _)| part);
    parts.iter_mut().find(|part| part.name == marked.unwrap_or(UNMARKED))
}

fn nothing_found(part: &mut Part) {
    let marker = MARKED.into_iter().find(|(name, _)| *name == part.name).map_or(UNMARKED, |(_, marker)| marker);
    *part = Part {
        skipped: part.skipped.max(1),
        ..Part::not_run(part.name, format!("no test has `{marker}` in its name"))
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_outcomes() {
        assert_eq!(outcome("test a::b ... ok"), Some(("a::b", "ok")));
        assert_eq!(outcome("test a - should panic ... FAILED"), Some(("a - should panic", "FAILED")));
        assert_eq!(outcome("test a ... ignored, needs a week"), Some(("a", "ignored")));
        assert_eq!(outcome("test result: ok. 3 passed; 0 failed"), None);
        assert_eq!(outcome("running 3 tests"), None);
    }

    #[test]
    fn a_name_decides_the_part() {
        let mut parts = ["unit", "postgres", "openpgp"].map(|name| Part { name, ..Part::default() });
        let mut name = |test| part_of(test, &mut parts).map(|part| part.name);
        assert_eq!(name("journal::append"), Some("unit"));
        assert_eq!(name("journal::on_postgres"), Some("postgres"));
        assert_eq!(name("signature_verifies_with_gpg"), Some("openpgp"));
    }

    #[test]
    fn parts_that_cannot_run_are_left_out() {
        assert_eq!(filters(&["unit", "postgres", "openpgp"]), Vec::<&str>::new());
        assert_eq!(filters(&["unit", "openpgp"]), ["--skip", "postgres"]);
        assert_eq!(filters(&["postgres"]), ["postgres"]);
    }
}
