//! Every test there is, in parts.

use crate::options::{PARTS, Wanted};
use crate::table::{Part, render};
use crate::{browser, check, rust_tests, setup, workspace};
use std::process::ExitCode;

/// Runs the wanted parts and prints what came of them. A part that did not run fails the whole in CI.
pub fn run(wanted: &Wanted) -> ExitCode {
    let mut parts = Vec::new();
    if wanted.has("check") {
        parts.push(Part::whole("check", succeeds(check::run())));
    }
    let missing = setup::provide(wanted);
    parts.extend(rust_tests::run(wanted, &missing));
    if wanted.has("browser") {
        parts.push(browser::run(&missing));
    }
    let unasked = PARTS.into_iter().filter(|part| !wanted.has(part));
    parts.extend(unasked.map(|part| Part::not_run(part, "it was not asked for")));
    parts.sort_by_key(|part| PARTS.iter().position(|name| *name == part.name));
    print!("{}", render(&parts));
    verdict(&parts, workspace::in_ci())
}

fn succeeds(outcome: Result<(), String>) -> bool {
    outcome.inspect_err(|problem| println!("{problem}")).is_ok()
}

fn verdict(parts: &[Part], all_must_run: bool) -> ExitCode {
    let is_bad = |part: &Part| part.failed > 0 || (all_must_run && part.not_run.is_some());
    if parts.iter().any(is_bad) { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_did_not_run_fails_only_where_all_must_run() {
        let parts = [Part::whole("unit", true), Part::not_run("browser", "no Chromium")];
        assert_eq!(verdict(&parts, false), ExitCode::SUCCESS);
        assert_eq!(verdict(&parts, true), ExitCode::FAILURE);
        assert_eq!(verdict(&[Part::whole("unit", false)], false), ExitCode::FAILURE);
    }
}
