//! The one tool that people and CI call.
//!
//! What it knows: how the workspace is checked, tested and kept tidy, and what a machine needs for that.
//!
//! What it must not know: anything of Noroshi's own crates (it only runs them), and any crate of others: it is built
//! before everything else and has to be there at once.

mod arrows;
mod bench;
mod browser;
mod check;
mod dependencies;
mod generated;
mod guard;
mod options;
mod policy;
mod postgres;
mod rust_tests;
mod setup;
mod spdx;
mod table;
mod test;
mod tidy;
mod tools;
mod workspace;

use options::Task;
use std::process::ExitCode;

const HELP: &str = "\
cargo xtask check       formatting, lints, documentation, dependencies, generated parts, house rules
cargo xtask test        check, then every test: unit, PostgreSQL, browser
cargo xtask generate    bring the generated parts of files up to date
cargo xtask bench       measure the budgets on data that it makes (--help for its options)

Options of test:
  --only PART     one part alone: check, unit, postgres or browser (may be repeated)
  --quick         without check and browser
  --no-install    never call apt: only say what is missing

test installs what it needs with apt when it may (as root, or with sudo that asks no password).
A part that could not run is named in the last lines; with CI=true it is a failure.

Example: cargo xtask test --only unit";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let done = match options::parse(&arguments) {
        Ok(Task::Help) => {
            println!("{HELP}");
            Ok(())
        }
        Ok(Task::Check) => check::run(),
        Ok(Task::Generate) => generated::write(),
        Ok(Task::Bench(options)) => bench::run(&options),
        // Its last line is the sum of the tests, so it prints everything itself.
        Ok(Task::Test(wanted)) => return test::run(&wanted),
        Err(problem) => Err(format!("{problem}\n\n{HELP}")),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}
