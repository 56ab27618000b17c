//! Measuring: the crate `bench` with the program beside it, both as they are released.

use crate::{guard::Guard, workspace};

/// Builds both and measures. The options are those of the crate `bench`.
pub fn run(options: &[String]) -> Result<(), String> {
    let mut build = workspace::cargo("build");
    build.args(["--release", "--quiet", "--package", "noroshi", "--package", "bench"]);
    let mut measure = workspace::cargo("run");
    measure.args(["--release", "--quiet", "--package", "bench", "--"]).args(options);
    for command in [build, measure] {
        let status = Guard::start(&command, None, None)?.wait()?;
        if !status.success() {
            return Err(format!("{command:?} ended with {status}"));
        }
    }
    Ok(())
}
