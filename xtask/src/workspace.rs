//! Where things lie, and how a command is run there.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The root of the workspace.
pub fn root() -> PathBuf {
    let here = std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    here.parent().map(Path::to_path_buf).expect("xtask lies in the workspace")
}

/// Where cargo builds.
pub fn target() -> PathBuf {
    root().join(std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into()))
}

/// Is this a run where nothing may be left out?
pub fn in_ci() -> bool {
    std::env::var("CI").is_ok_and(|value| value == "true" || value == "1")
}

/// `cargo` at the root; in CI it may not touch the lock file. Arguments that follow belong to the subcommand.
pub fn cargo(subcommand: &str) -> Command {
    let mut cargo = command(&std::env::var("CARGO").unwrap_or_else(|_| "cargo".into()));
    cargo.arg(subcommand);
    if in_ci() && subcommand != "fmt" {
        cargo.arg("--locked");
    }
    cargo
}

/// A program at the root.
pub fn command(program: &str) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root());
    command
}

/// The same command with standard error going where standard output goes.
pub fn merged(command: &Command) -> Command {
    let mut merged = Command::new("sh");
    merged.args(["-c", "exec \"$@\" 2>&1", "sh"]).arg(command.get_program()).args(command.get_args());
    merged.envs(command.get_envs().filter_map(|(name, value)| Some((name, value?))));
    command.get_envs().filter(|(_, value)| value.is_none()).for_each(|(name, _)| _ = merged.env_remove(name));
    if let Some(folder) = command.get_current_dir() {
        merged.current_dir(folder);
    }
    merged
}

/// Standard output of a command that has to succeed; the error carries what it wrote to standard error.
pub fn output(command: &mut Command) -> Result<String, String> {
    let output = command.stdin(Stdio::null()).output().map_err(|error| format!("cannot run {command:?}: {error}"))?;
    if !output.status.success() {
        return Err(format!("{command:?} failed:\n{}", String::from_utf8_lossy(&output.stderr).trim()));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The text of a file below the root.
pub fn read(path: &str) -> Result<String, String> {
    std::fs::read_to_string(root().join(path)).map_err(|error| format!("{path}: {error}"))
}

/// Where a program of that name lies on the search path.
pub fn program(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}
