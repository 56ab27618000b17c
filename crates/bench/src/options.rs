//! What was asked for on the command line.

use std::fmt::Display;
use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

const HELP: &str = "\
Measures the rows of the budgets that exist by now and prints a table: what, budget, measured, their ratio, how.

Options:
  --cases N        so many cases (default 10000)
  --advisories N   so many published advisories (default 100000)
  --csaf DIR       check and import the CSAF documents of this folder (default: some of our own)
  --keep DIR       make the data in this new folder and leave them there
  --write FILE     write the table into this file, as Markdown
  --patience MIN   wait for a quiet machine for so many minutes in all (default 7)
  --yardstick US   what the yardstick takes at its best, in microseconds, as an earlier run says

Example: cargo xtask bench --cases 2000";

/// The fewest cases and advisories that make sense: the list has pages, and a tenth of them is still a list.
const FEWEST: usize = 1000;

/// What is measured on.
#[derive(Debug, PartialEq, Eq)]
pub struct Options {
    /// Cases.
    pub cases: usize,
    /// Published advisories.
    pub advisories: usize,
    /// Documents to check; our own when none.
    pub csaf: Option<PathBuf>,
    /// Where the data are made.
    pub folder: PathBuf,
    /// Whether they stay there.
    pub keep: bool,
    /// Where the table is written.
    pub write: Option<PathBuf>,
    /// How long all rounds together wait for a quiet machine, when somebody says it.
    pub patience: Option<Duration>,
    /// What the yardstick takes at its best, when that is known.
    pub yardstick: Option<Duration>,
}

impl Options {
    /// What it is measured on, for the table.
    pub fn data(&self) -> String {
        let (cases, sites, advisories) = (self.cases, self.sites(), self.advisories);
        format!(
            "{cases} cases, {sites} website cases, {advisories} advisories, each with its document in both languages"
        )
    }

    /// Website cases: two thirds of all reports tell of websites.
    pub fn sites(&self) -> usize {
        2 * self.cases
    }
}

/// Reads the arguments. The error is what to print.
pub fn parse(arguments: &[String]) -> Result<Options, String> {
    let folder = std::env::temp_dir().join(format!("noroshi-bench-{}", std::process::id()));
    let mut options = Options {
        cases: 10_000,
        advisories: 100_000,
        csaf: None,
        folder,
        keep: false,
        write: None,
        patience: None,
        yardstick: None,
    };
    let mut rest = arguments.iter().map(String::as_str);
    while let Some(option) = rest.next() {
        match option {
            "--cases" => options.cases = number(rest.next(), FEWEST)?,
            "--advisories" => options.advisories = number(rest.next(), FEWEST)?,
            "--patience" => options.patience = Some(Duration::from_mins(number::<u32>(rest.next(), 1)?.into())),
            "--yardstick" => options.yardstick = Some(Duration::from_micros(number::<u32>(rest.next(), 1)?.into())),
            "--write" => options.write = Some(rest.next().ok_or("--write needs a file")?.into()),
            "--csaf" => options.csaf = Some(rest.next().ok_or("--csaf needs a folder")?.into()),
            "--keep" => {
                options.folder = rest.next().ok_or("--keep needs a folder")?.into();
                options.keep = true;
            }
            _ => return Err(HELP.to_owned()),
        }
    }
    if options.folder.exists() {
        return Err(format!("{} is there already; name a new folder", options.folder.display()));
    }
    Ok(options)
}

fn number<N: FromStr + PartialOrd + Display>(text: Option<&str>, least: N) -> Result<N, String> {
    let number = text.and_then(|text| text.parse().ok()).filter(|number| *number >= least);
    number.ok_or_else(|| format!("that option needs a number of at least {least}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Options, String> {
        parse(&line.split_whitespace().map(String::from).collect::<Vec<_>>())
    }

    #[test]
    fn says_what_it_does_not_understand() {
        let options = parsed("--cases 2000 --keep /nowhere/at/all").expect("options");
        assert_eq!((options.cases, options.advisories, options.keep), (2000, 100_000, true));
        let options = parsed("--patience 30 --yardstick 700").expect("options");
        assert_eq!(
            (options.patience, options.yardstick),
            (Some(Duration::from_mins(30)), Some(Duration::from_micros(700)))
        );
        assert!(parsed("--patience 99999999999").is_err(), "longer than anybody waits");
        assert!(parsed("--cases").is_err() && parsed("--cases 5").is_err() && parsed("--help").is_err());
        assert!(parsed("--keep /").is_err(), "a folder that is there");
    }
}
