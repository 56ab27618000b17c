//! The browser suite: a real Chromium against the real program.

use crate::{guard::Guard, setup::Missing, table, table::Part, tools, workspace};
use std::fs;
use std::process::Command;

const NAME: &str = "browser";

/// Builds the program, installs the suite's packages and runs it.
pub fn run(missing: &Missing) -> Part {
    if let Some(reason) = missing.reason(NAME) {
        return Part::not_run(NAME, reason);
    }
    suite().unwrap_or_else(|problem| {
        println!("{problem}");
        Part::whole(NAME, false)
    })
}

fn suite() -> Result<Part, String> {
    let mut build = workspace::cargo("build");
    build.args(["--quiet", "--package", "noroshi"]);
    succeed(&build)?;
    install_packages()?;

    let mut node = workspace::command("node");
    node.arg("e2e/run.mjs").env("NOROSHI_BIN", workspace::target().join("debug/noroshi"));
    node.env("NOROSHI_E2E_OUT", workspace::target().join("e2e"));
    node.env("CHROMIUM", tools::chromium().ok_or("Chromium is missing")?);
    let mut sums = None;
    let status = Guard::listen(&node, |line| {
        sums = table::sums(line).or(sums);
        println!("{line}");
    })?;
    match sums {
        Some([passed, failed, skipped]) if status.success() == (failed == 0) => {
            Ok(Part { name: NAME, passed, failed, skipped, not_run: None })
        }
        _ => Err(format!("The browser suite broke down: {status}.")),
    }
}

/// `npm ci`, unless the installed packages are those of the lock file.
fn install_packages() -> Result<(), String> {
    let folder = workspace::root().join("e2e");
    let time = |file: &str| fs::metadata(folder.join(file)).and_then(|data| data.modified()).ok();
    if time("node_modules/.package-lock.json") > time("package-lock.json") {
        return Ok(());
    }
    let mut npm = workspace::command("npm");
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]).current_dir(folder);
    succeed(&npm)
}

fn succeed(command: &Command) -> Result<(), String> {
    let status = Guard::start(command, None, None)?.wait()?;
    if status.success() { Ok(()) } else { Err(format!("{command:?} ended with {status}")) }
}
