//! The browser suite: a real Chromium against the real program.

use crate::{guard::Guard, setup::Missing, table, table::Part, tools, workspace};
use std::fs;
use std::path::PathBuf;
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
    match readers() {
        Ok(python) => drop(node.env("NOROSHI_PYTHON", python)),
        Err(problem) => {
            println!("!! The readers of others are missing, so feeds and records are not checked:\n{problem}")
        }
    }
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

/// Python with the readers and validators of `e2e/requirements.txt`, in a folder of its own; installed when the list is
/// newer than the folder.
fn readers() -> Result<PathBuf, String> {
    let folder = workspace::target().join("e2e-python");
    let (list, done) = (workspace::root().join("e2e/requirements.txt"), folder.join("done"));
    let time = |path: &PathBuf| fs::metadata(path).and_then(|data| data.modified()).ok();
    let python = folder.join("bin/python");
    if time(&done) > time(&list) {
        return Ok(python);
    }
    let mut make = workspace::command("python3");
    make.args(["-m", "venv", "--clear"]).arg(&folder);
    succeed(&make)?;
    let mut install = workspace::command(&python.to_string_lossy());
    install.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"]).arg(&list);
    succeed(&install)?;
    fs::write(&done, "").map_err(|error| format!("{}: {error}", done.display()))?;
    Ok(python)
}

fn succeed(command: &Command) -> Result<(), String> {
    let status = Guard::start(command, None, None)?.wait()?;
    if status.success() { Ok(()) } else { Err(format!("{command:?} ended with {status}")) }
}
