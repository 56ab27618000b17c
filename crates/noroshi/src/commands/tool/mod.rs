//! `noroshi tool`: calculators for people and scripts. One line in, one line out; what is wrong with a line is said in
//! its answer, `{"error":"…"}`, and the next line is read.

mod business_days;
mod cpe;
mod cvss;
mod lines;
mod purl;
mod ssvc;
mod vers;
mod vultron;

use crate::cli::ToolCommand;
use crate::failure::{Failure, Outcome};

/// Answers a line, or says what is wrong with it.
type Answer = dyn Fn(&str) -> Result<String, String>;

/// Answers the line that was given, or every line of stdin.
///
/// # Errors
/// When stdin cannot be read. A reader of stdout that goes away ends it without an error.
pub fn run(command: &ToolCommand) -> Outcome {
    let (answer, given): (Box<Answer>, _) = match command {
        ToolCommand::BusinessDays(lines) => (Box::new(business_days::counter()?), lines),
        ToolCommand::Cpe(lines) => (Box::new(cpe::answer), lines),
        ToolCommand::Cvss(lines) => (Box::new(cvss::answer), lines),
        ToolCommand::Purl(lines) => (Box::new(purl::answer), lines),
        ToolCommand::Ssvc(lines) => (Box::new(ssvc::answer), lines),
        ToolCommand::Vers(lines) => (Box::new(vers::answer), lines),
        ToolCommand::Vultron(lines) => (Box::new(vultron::answer), lines),
    };
    let mut out = std::io::stdout().lock();
    if !given.line.is_empty() {
        lines::tell(&mut out, &*answer, Ok(given.line.join(" ")));
        return Ok(());
    }
    lines::each(std::io::stdin().lock(), &mut out, &*answer)
        .map_err(|error| Failure::new(format!("stdin cannot be read: {}", error.kind())))
}

/// A value as one line of JSON.
fn json(value: &impl serde::Serialize) -> Result<String, String> {
    serde_json::to_string(value).map_err(|error| error.to_string())
}

/// Reads a line of JSON.
fn read<T: serde::de::DeserializeOwned>(line: &str) -> Result<T, String> {
    serde_json::from_str(line).map_err(|error| format!("this cannot be read: {error}"))
}
