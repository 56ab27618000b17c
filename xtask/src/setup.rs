//! Getting what is missing, where that is allowed.

use crate::options::Wanted;
use crate::tools::{TOOLS, Tool};
use crate::workspace;
use std::os::unix::fs::MetadataExt;
use std::process::Command;

/// Parts that lack something, each with the sentence that says what and how to get it.
pub struct Missing {
    reasons: Vec<(&'static str, String)>,
}

impl Missing {
    /// Why this part cannot run, if it cannot.
    pub fn reason(&self, part: &str) -> Option<String> {
        let sentences = self.reasons.iter().filter(|(of, _)| *of == part).map(|(_, sentence)| sentence.as_str());
        let sentences: Vec<&str> = sentences.collect();
        (!sentences.is_empty()).then(|| sentences.join("; "))
    }
}

/// Installs what the wanted parts need, if it may; says what is missing afterwards.
pub fn provide(wanted: &Wanted) -> Missing {
    let needed: Vec<&Tool> = TOOLS.iter().filter(|tool| wanted.has(tool.part)).collect();
    let absent = |tool: &&&Tool| !(tool.is_there)();
    if wanted.install && needed.iter().any(|tool| absent(&tool)) {
        match Apt::allowed() {
            Ok(apt) => apt.install(needed.iter().filter(absent).copied()),
            Err(why) => println!("Nothing is installed: {why}."),
        }
    }
    let advice =
        |tool: &&Tool| (tool.part, format!("{} is missing (sudo apt-get install {})", tool.name, tool.packages[0]));
    Missing { reasons: needed.iter().filter(absent).map(advice).collect() }
}

/// The right to call apt.
struct Apt {
    with_sudo: bool,
}

impl Apt {
    fn allowed() -> Result<Apt, &'static str> {
        if workspace::program("apt-get").is_none() {
            return Err("there is no apt-get on this machine");
        }
        if std::fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0) {
            return Ok(Apt { with_sudo: false });
        }
        match workspace::output(Command::new("sudo").args(["-n", "true"])) {
            Ok(_) => Ok(Apt { with_sudo: true }),
            Err(_) => Err("apt needs root, or sudo that asks for no password"),
        }
    }

    /// One tool at a time, so that a package that this distribution lacks stops no other.
    fn install<'a>(&self, tools: impl Iterator<Item = &'a Tool>) {
        self.call(&["update"]);
        for tool in tools {
            println!("Installing {} …", tool.packages[0]);
            let mut packages = tool.packages.iter();
            while !(tool.is_there)() {
                let Some(package) = packages.next() else { break };
                self.call(&["install", "--yes", "--no-install-recommends", package]);
            }
        }
    }

    fn call(&self, arguments: &[&str]) -> bool {
        let mut apt = if self.with_sudo { Command::new("sudo") } else { Command::new("env") };
        if self.with_sudo {
            apt.args(["-n", "env"]);
        }
        apt.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=300", "-qq"]).args(arguments);
        let done = workspace::output(&mut apt);
        if let Err(problem) = &done {
            println!("{problem}");
        }
        done.is_ok()
    }
}
