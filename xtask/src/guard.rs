//! Processes that cannot outlive this tool.

use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, ExitStatus, Stdio};

/// A running command. It, and all that it started, is ended when this value is dropped or when the tool dies.
pub struct Guard {
    shell: Child,
}

impl Guard {
    /// Starts the command with its arguments, environment and folder. `removes` is a folder to delete at the end;
    /// `user` is the user and group id to run as.
    pub fn start(command: &Command, removes: Option<&str>, user: Option<(u32, u32)>) -> Result<Guard, String> {
        Guard::spawn(command, removes, user, Stdio::inherit())
    }

    /// Starts the command, hands every line of its output to `line` while it runs, and waits for its end.
    pub fn listen(command: &Command, line: impl FnMut(&str)) -> Result<ExitStatus, String> {
        Guard::listen_as(command, None, line)
    }

    /// The same, as another user.
    pub fn listen_as(
        command: &Command,
        user: Option<(u32, u32)>,
        mut line: impl FnMut(&str),
    ) -> Result<ExitStatus, String> {
        let mut guard = Guard::spawn(command, None, user, Stdio::piped())?;
        let output = guard.shell.stdout.take().expect("standard output was asked for as a pipe");
        for bytes in BufReader::new(output).split(b'\n') {
            let bytes = bytes.map_err(|error| format!("cannot read the output of {command:?}: {error}"))?;
            line(&String::from_utf8_lossy(&bytes));
        }
        guard.wait()
    }

    /// Waits until the command has ended.
    pub fn wait(&mut self) -> Result<ExitStatus, String> {
        // `Child::wait` would close standard input, which is the sign to end.
        let input = self.shell.stdin.take();
        let status = self.shell.wait().map_err(|error| format!("cannot wait for a process: {error}"));
        drop(input);
        status
    }

    /// Has the command ended already?
    pub fn has_ended(&mut self) -> bool {
        !matches!(self.shell.try_wait(), Ok(None))
    }

    fn spawn(
        command: &Command,
        removes: Option<&str>,
        user: Option<(u32, u32)>,
        stdout: Stdio,
    ) -> Result<Guard, String> {
        let mut shell = Command::new("sh");
        shell.args(["-c", include_str!("guard.sh"), "guard"]).arg(command.get_program()).args(command.get_args());
        shell.env("GUARD_REMOVES", removes.unwrap_or_default());
        for (name, value) in command.get_envs() {
            match value {
                Some(value) => shell.env(name, value),
                None => shell.env_remove(name),
            };
        }
        if let Some(folder) = command.get_current_dir() {
            shell.current_dir(folder);
        }
        if let Some((user, group)) = user {
            shell.uid(user).gid(group);
        }
        let shell = shell.stdin(Stdio::piped()).stdout(stdout).process_group(0).spawn();
        shell.map(|shell| Guard { shell }).map_err(|error| format!("cannot start a shell: {error}"))
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        drop(self.shell.stdin.take());
        self.shell.wait().ok();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    #[test]
    fn hands_over_lines_and_status() {
        let mut lines = Vec::new();
        let status = Guard::listen(&shell("echo 狼; echo 煙; exit 3"), |line| lines.push(line.to_string()));
        assert_eq!(lines, ["狼", "煙"]);
        assert_eq!(status.expect("the shell runs").code(), Some(3));
    }

    #[test]
    fn ends_what_never_ends_and_removes_its_folder() {
        let folder = std::env::temp_dir().join(format!("noroshi-guard-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder for the test");
        let path = folder.to_str().expect("a plain path");
        drop(Guard::start(&shell("sleep 1000"), Some(path), None).expect("the shell runs"));
        assert!(!folder.exists());
    }
}
