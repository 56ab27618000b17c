//! What was asked for on the command line.

/// The parts of the whole test, in the order in which they run.
pub const PARTS: [&str; 4] = ["check", "unit", "postgres", "browser"];

/// One call of the tool.
#[derive(Debug, PartialEq, Eq)]
pub enum Task {
    /// Say what there is.
    Help,
    /// All that needs no test run.
    Check,
    /// Rewrite the generated parts.
    Generate,
    /// Measure; the options are not ours.
    Bench(Vec<String>),
    /// Check and test.
    Test(Wanted),
}

/// Which parts of the test are wanted, and whether packages may be installed for them.
#[derive(Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Names out of [`PARTS`].
    pub parts: Vec<&'static str>,
    /// May apt be called?
    pub install: bool,
}

impl Wanted {
    /// Is this part asked for?
    pub fn has(&self, part: &str) -> bool {
        self.parts.contains(&part)
    }
}

/// Reads the arguments after `cargo xtask`. The error is a sentence for the person who typed them.
pub fn parse(arguments: &[String]) -> Result<Task, String> {
    let Some((task, options)) = arguments.split_first() else { return Ok(Task::Help) };
    match task.as_str() {
        "help" | "--help" | "-h" => Ok(Task::Help),
        "check" => alone(Task::Check, options),
        "generate" => alone(Task::Generate, options),
        "bench" => Ok(Task::Bench(options.to_vec())),
        "test" if options.iter().any(|option| option == "--help" || option == "-h") => Ok(Task::Help),
        "test" => test_options(options).map(Task::Test),
        other => Err(format!("There is no task `{other}`.")),
    }
}

fn alone(task: Task, options: &[String]) -> Result<Task, String> {
    match options.first().map(String::as_str) {
        None => Ok(task),
        Some("--help" | "-h") => Ok(Task::Help),
        Some(option) => Err(format!("This task takes no option `{option}`.")),
    }
}

fn test_options(options: &[String]) -> Result<Wanted, String> {
    let mut wanted = Wanted { parts: Vec::new(), install: true };
    let mut rest = options.iter().map(String::as_str);
    while let Some(option) = rest.next() {
        match option {
            "--only" => wanted.parts.push(part_named(rest.next())?),
            "--quick" => wanted.parts.extend(["unit", "postgres"]),
            "--no-install" => wanted.install = false,
            other => return Err(format!("There is no option `{other}`.")),
        }
    }
    if wanted.parts.is_empty() {
        wanted.parts.extend(PARTS);
    }
    Ok(wanted)
}

fn part_named(name: Option<&str>) -> Result<&'static str, String> {
    let name = name.ok_or_else(|| format!("--only needs one of: {}.", PARTS.join(", ")))?;
    let known = PARTS.into_iter().find(|part| *part == name);
    known.ok_or_else(|| format!("There is no part `{name}`; there are: {}.", PARTS.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Task, String> {
        parse(&line.split_whitespace().map(String::from).collect::<Vec<_>>())
    }

    #[test]
    fn test_means_every_part() {
        assert_eq!(parsed("test"), Ok(Task::Test(Wanted { parts: PARTS.to_vec(), install: true })));
    }

    #[test]
    fn only_names_parts() {
        let wanted = Wanted { parts: vec!["unit", "browser"], install: false };
        assert_eq!(parsed("test --only unit --only browser --no-install"), Ok(Task::Test(wanted)));
    }

    #[test]
    fn bench_hands_its_options_on() {
        assert_eq!(parsed("bench --cases 2000"), Ok(Task::Bench(vec!["--cases".into(), "2000".into()])));
    }

    #[test]
    fn what_is_not_known_is_refused() {
        assert!(parsed("tset").is_err());
        assert!(parsed("test --only").is_err());
        assert!(parsed("test --only moon").is_err());
        assert!(parsed("check --fast").is_err());
    }
}
