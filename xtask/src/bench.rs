//! Measuring: the crate `bench` with the program beside it, both as they are released.

use crate::{guard::Guard, workspace};

/// Builds both and measures. The options are those of the crate `bench`.
pub fn run(options: &[String]) -> Result<(), String> {
    let mut build = workspace::cargo("build");
    // Of the whole workspace, so that libraries have the features that everything else here is built with.
    build.args(["--release", "--quiet", "--workspace", "--bin", "noroshi", "--bin", "bench"]);
    let bench = workspace::target().join("release/bench");
    let mut measure = workspace::command(&bench.to_string_lossy());
    measure.args(options);
    for command in [build, measure] {
        let status = Guard::start(&command, None, None)?.wait()?;
        if !status.success() {
            return Err(format!("{command:?} ended with {status}"));
        }
    }
    Ok(())
}
