//! The tests of the workspace. Those that use PostgreSQL are a part of their own; they run on SQLite in any case.

use crate::{dependencies, guard::Guard, options::Wanted, postgres, setup::Missing, table::Part, workspace};
use std::fs;
use std::path::Path;

/// A test program that names this variable runs on the server that it points to.
const ADDRESS: &str = "NOROSHI_TEST_POSTGRES";

/// Runs the wanted parts in one go, since building is what takes time.
pub fn run(wanted: &Wanted, missing: &Missing) -> Vec<Part> {
    let (unit, both) = (wanted.has("unit"), wanted.has("postgres"));
    let server = match both.then(|| database(missing)).transpose() {
        Ok(server) => server,
        Err(part) if unit => return [tests(true, None), vec![part]].concat(),
        Err(part) => return vec![part],
    };
    if unit || both { tests(unit, server.as_ref()) } else { Vec::new() }
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

/// The server named by the environment, or a new one; else what came of the part without it.
fn database(missing: &Missing) -> Result<Database, Part> {
    if let Ok(url) = std::env::var(ADDRESS) {
        return Ok(Database::Given(url));
    }
    if let Some(reason) = missing.reason("postgres") {
        return Err(Part::not_run("postgres", reason));
    }
    postgres::Server::start().map(Database::Own).map_err(|problem| {
        println!("{problem}");
        Part::whole("postgres", false)
    })
}

/// Runs `cargo test`, everything or only what uses the server, and counts.
fn tests(everything: bool, database: Option<&Database>) -> Vec<Part> {
    let programs = programs_with_database();
    let mut cargo = workspace::cargo("test");
    cargo.args(["--workspace", "--no-fail-fast"]);
    if !everything {
        cargo.args(programs.iter().flat_map(|program| ["--test", program]));
    }
    match database {
        Some(database) => cargo.env(ADDRESS, database.url()),
        None => cargo.env_remove(ADDRESS),
    };
    let mut count = Count::new(if database.is_some() { programs } else { Vec::new() });
    // Standard error says which program runs, standard output what came of its tests: both in one, in order.
    let status = Guard::listen(&workspace::merged(&cargo), |line| {
        if !count.takes(line) {
            println!("{line}");
        }
    });
    let broke_down = match status {
        Ok(status) => (!status.success()).then(|| status.to_string()),
        Err(problem) => Some(problem),
    };
    if let Some(problem) = broke_down.filter(|_| count.unit.failed + count.postgres.failed == 0) {
        println!("cargo test broke down: {problem}");
        count.unit.failed += 1;
    }
    count.parts(everything, database.is_some())
}

/// Names of the test programs (`crates/*/tests/NAME.rs` or `NAME/`) whose source names the variable.
fn programs_with_database() -> Vec<String> {
    let names = dependencies::crate_names().unwrap_or_default();
    let folders = names.into_iter().map(|name| workspace::root().join("crates").join(name).join("tests"));
    let entries = folders.filter_map(|folder| fs::read_dir(folder).ok()).flatten().flatten();
    let paths = entries.map(|entry| entry.path()).filter(|path| names_the_variable(path));
    paths.filter_map(|path| Some(path.file_stem()?.to_str()?.to_string())).collect()
}

fn names_the_variable(path: &Path) -> bool {
    match fs::read_dir(path) {
        Ok(entries) => {
            path.join("main.rs").is_file() && entries.flatten().any(|entry| names_the_variable(&entry.path()))
        }
        Err(_) => fs::read_to_string(path).is_ok_and(|text| text.contains(ADDRESS)),
    }
}

/// Counts outcomes while they are printed.
struct Count {
    with_database: Vec<String>,
    in_database: bool,
    unit: Part,
    postgres: Part,
}

impl Count {
    fn new(with_database: Vec<String>) -> Count {
        let part = |name| Part { name, ..Part::default() };
        Count { with_database, in_database: false, unit: part("unit"), postgres: part("postgres") }
    }

    /// Counts the line; true when nobody has to read it.
    fn takes(&mut self, line: &str) -> bool {
        if let Some(program) = program(line) {
            self.in_database = self.with_database.iter().any(|name| name == program);
            return false;
        }
        let part = if self.in_database { &mut self.postgres } else { &mut self.unit };
        match outcome(line) {
            Some("ok") => part.passed += 1,
            Some("FAILED") => part.failed += 1,
            Some(_) => part.skipped += 1,
            None => return line.is_empty(),
        }
        line.ends_with(" ... ok")
    }

    fn parts(self, unit: bool, postgres: bool) -> Vec<Part> {
        let mut parts = Vec::new();
        if unit || self.unit.failed > 0 {
            parts.push(self.unit);
        }
        if postgres && self.postgres.passed + self.postgres.failed == 0 {
            parts.push(Part::not_run("postgres", format!("no test that names {ADDRESS} ran")));
        } else if postgres {
            parts.push(self.postgres);
        }
        parts
    }
}

/// The name of the test program that starts: `suite` of `Running tests/suite/main.rs (target/debug/deps/suite-0123)`.
fn program(line: &str) -> Option<&str> {
    let line = line.trim_start();
    if let Some(library) = line.strip_prefix("Doc-tests ") {
        return Some(library);
    }
    let (_, file) = line.strip_prefix("Running ")?.rsplit_once(['/', '\\'])?;
    file.rsplit_once('-').map(|(name, _)| name)
}

/// `test NAME ... OUTCOME` or `test NAME ... ignored, REASON`.
fn outcome(line: &str) -> Option<&str> {
    let (_, outcome) = line.strip_prefix("test ")?.rsplit_once(" ... ")?;
    outcome.split(',').next().filter(|outcome| ["ok", "FAILED", "ignored"].contains(outcome))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_outcomes() {
        assert_eq!(outcome("test a::b ... ok"), Some("ok"));
        assert_eq!(outcome("test a - should panic ... FAILED"), Some("FAILED"));
        assert_eq!(outcome("test a ... ignored, needs a week"), Some("ignored"));
        assert_eq!(outcome("test result: ok. 3 passed; 0 failed"), None);
        assert_eq!(outcome("running 3 tests"), None);
    }

    #[test]
    fn reads_which_program_runs() {
        assert_eq!(program("     Running tests/suite/main.rs (target/debug/deps/suite-01ab)"), Some("suite"));
        assert_eq!(program("     Running unittests src/lib.rs (target/debug/deps/store-01ab)"), Some("store"));
        assert_eq!(program("   Doc-tests store"), Some("store"));
        assert_eq!(program("   Compiling store v0.1.0 (/tmp/store)"), None);
    }

    #[test]
    fn the_program_decides_the_part() {
        let mut count = Count::new(vec!["suite".into()]);
        for line in [
            "     Running unittests src/lib.rs (target/debug/deps/store-01ab)",
            "test one ... ok",
            "test two ... ignored",
            "     Running tests/suite/main.rs (target/debug/deps/suite-01ab)",
            "test three ... ok",
            "test four ... FAILED",
            "   Doc-tests store",
            "test five ... ok",
        ] {
            count.takes(line);
        }
        let parts = count.parts(true, true);
        assert_eq!(parts[0], Part { name: "unit", passed: 2, skipped: 1, ..Part::default() });
        assert_eq!(parts[1], Part { name: "postgres", passed: 1, failed: 1, ..Part::default() });
    }

    #[test]
    fn a_database_part_without_tests_did_not_run() {
        let parts = Count::new(Vec::new()).parts(false, true);
        assert!(parts.len() == 1 && parts[0].not_run.is_some());
    }
}
