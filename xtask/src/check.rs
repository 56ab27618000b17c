//! All that can be said about the code without running it.

use crate::{arrows, dependencies, generated, guard::Guard, policy, tidy, workspace};
use std::process::Command;
use std::time::Instant;

type Findings = fn() -> Result<Vec<String>, String>;

/// The checks of our own, quickest first.
const HOUSE: [(&str, Findings); 5] = [
    ("house rules", tidy::breaches),
    ("arrows between crates", arrows::breaches),
    ("generated parts", generated::breaches),
    ("a reason for each dependency", dependencies::breaches),
    ("licences, bans, sources", policy::breaches),
];

/// Runs every check, also after one has failed; the error names those that failed.
pub fn run() -> Result<(), String> {
    let mut failed = Vec::new();
    for (name, findings) in HOUSE {
        note(name, &mut failed, || none(findings()?));
    }
    for (name, command) in cargo_checks() {
        note(name, &mut failed, || succeeds(&command));
    }
    if failed.is_empty() { Ok(()) } else { Err(format!("check: {} failed", failed.join(", "))) }
}

fn cargo_checks() -> [(&'static str, Command); 3] {
    let mut format = workspace::cargo("fmt");
    format.args(["--all", "--check"]);
    let mut lints = workspace::cargo("clippy");
    lints.args(["--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"]);
    let mut documentation = workspace::cargo("doc");
    documentation.args(["--quiet", "--workspace", "--no-deps"]).env("RUSTDOCFLAGS", "-D warnings");
    [("formatting", format), ("lints", lints), ("documentation", documentation)]
}

fn note(name: &'static str, failed: &mut Vec<&'static str>, check: impl FnOnce() -> Result<(), String>) {
    let start = Instant::now();
    let verdict = check();
    let seconds = start.elapsed().as_secs_f32();
    match verdict {
        Ok(()) => println!("✓ {name} ({seconds:.1} s)"),
        Err(problem) => {
            println!("✗ {name} ({seconds:.1} s)\n{problem}");
            failed.push(name);
        }
    }
}

fn none(findings: Vec<String>) -> Result<(), String> {
    if findings.is_empty() { Ok(()) } else { Err(format!("  {}", findings.join("\n  "))) }
}

fn succeeds(command: &Command) -> Result<(), String> {
    let status = Guard::start(command, None, None)?.wait()?;
    if status.success() { Ok(()) } else { Err(format!("  {command:?} ended with {status}")) }
}
