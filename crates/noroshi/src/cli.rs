//! The command line.

mod advisory;
mod cve;
mod tool;

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::place::Place;

pub use advisory::{AdvisoryCommand, AdvisoryImportArgs};
pub use cve::CveCommand;
pub use tool::ToolCommand;

/// Exit codes and the shape of commands, under the help of the program.
const AFTER: &str = "\
Exit codes: 0 done; 1 not done, and stderr says why; 64 the command line is not understood.
`report import` also has 2: everything was taken in, but somebody has to read some of it.

Environment: NOROSHI_MASTER_KEY is the master key as 64 hexadecimal digits, if it is not a file in the data folder.
Every value of noroshi.toml can be set too: web.base_url is NOROSHI_WEB_BASE_URL, and so on.

Example:
  noroshi demo";

/// Runs a coordinated vulnerability disclosure partnership, from the report to the public advisory.
#[derive(Parser)]
#[command(name = "noroshi", version, after_help = AFTER, propagate_version = true, disable_help_subcommand = true)]
pub struct Cli {
    /// Where the data are.
    #[command(flatten)]
    pub place: Place,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Subcommand)]
pub enum Command {
    /// Make the data folder with keys and database
    #[command(after_help = "Example:\n  noroshi init --data /srv/noroshi")]
    Init,
    /// Serve the web pages and do what comes due
    #[command(after_help = "Example:\n  noroshi serve --data /srv/noroshi --listen 127.0.0.1:8787")]
    Serve {
        /// Address and port to listen on [default: server.listen of the settings]
        #[arg(long, value_name = "ADDR")]
        listen: Option<SocketAddr>,
    },
    /// Serve an invented partnership to look around in [default folder: ./demo-data]
    #[command(after_help = "Example:\n  noroshi demo\n\nA second start on the same folder keeps what is there.")]
    Demo {
        /// Address and port to listen on
        #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8787")]
        listen: SocketAddr,
    },
    /// Accounts of the people who sign in
    #[command(subcommand, after_help = "Example:\n  noroshi account list --data /srv/noroshi")]
    Account(AccountCommand),
    /// Reports that came as files, and the list of all reports
    #[command(subcommand, after_help = "Example:\n  noroshi report list --data /srv/noroshi")]
    Report(ReportCommand),
    /// Cases, in forms that others read
    #[command(subcommand, after_help = "Example:\n  noroshi case export --data /srv/noroshi --vultron VC12345678")]
    Case(CaseCommand),
    /// Mail that came in
    #[command(subcommand, after_help = "Example:\n  noroshi mail take --data /srv/noroshi /var/mail/noroshi/Maildir")]
    Mail(MailCommand),
    /// The journal of everything that happened
    #[command(subcommand, after_help = "Example:\n  noroshi journal verify --data /srv/noroshi")]
    Journal(JournalCommand),
    /// The tables that lists are read from
    #[command(subcommand, after_help = "Example:\n  noroshi projections rebuild --data /srv/noroshi")]
    Projections(ProjectionsCommand),
    /// The keys that open the data
    #[command(subcommand, after_help = "Example:\n  noroshi key export --data /srv/noroshi /safe/noroshi.keys")]
    Key(KeyCommand),
    /// Write a backup without keys; runs beside a server
    #[command(after_help = "Example:\n  noroshi backup --data /srv/noroshi /backup/noroshi.tar\n\n\
        Keys are not in it: keep an export of them elsewhere (noroshi key export).")]
    Backup {
        /// The file to write; it must not exist yet
        file: PathBuf,
        /// Days until the backup is to be deleted; this is written into it
        #[arg(long, value_name = "DAYS", default_value_t = 90, value_parser = clap::value_parser!(u16).range(1..))]
        keep_days: u16,
    },
    /// Restore a backup into a new folder
    #[command(after_help = "Example:\n  noroshi restore --data /srv/noroshi-new /backup/noroshi.tar\n  \
        noroshi key import --data /srv/noroshi-new /safe/noroshi.keys")]
    Restore {
        /// The backup
        file: PathBuf,
    },
    /// The clauses of the guideline, and what the program does for each
    #[command(after_help = "Example:\n  noroshi rules --json")]
    Rules {
        /// As JSON
        #[arg(long)]
        json: bool,
        /// Key of an edition, such as 2019 [default: the one in force today]
        #[arg(long, value_name = "KEY")]
        edition: Option<String>,
    },
    /// Advisories of others on the public site
    #[command(subcommand, after_help = "Example:\n  noroshi advisory import --data /srv/noroshi csaf.tar.xz")]
    Advisory(AdvisoryCommand),
    /// Documents in the format CSAF; needs no data folder
    #[command(subcommand, after_help = "Example:\n  noroshi csaf check advisory.json")]
    Csaf(CsafCommand),
    /// CVE numbers and records as a CNA
    #[command(subcommand, after_help = "Example:\n  noroshi cve list --data /srv/noroshi")]
    Cve(CveCommand),
    /// Calculators: one line in, one line out
    #[command(
        subcommand,
        after_help = "Example:\n  noroshi tool cvss CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H\n\n\
        Without a line on the command line every line of stdin is answered. What is wrong with a line is its answer:\n\
        {\"error\":\"…\"}. docs/tools.md says what goes in and what comes out."
    )]
    Tool(ToolCommand),
    /// The settings
    #[command(subcommand, after_help = "Example:\n  noroshi config check --data /srv/noroshi")]
    Config(ConfigCommand),
}

/// `noroshi account …`
#[derive(Subcommand)]
pub enum AccountCommand {
    /// Make an account; its password and authenticator secret are shown once
    #[command(after_help = "Example:\n  noroshi account add --data /srv/noroshi --role receiving-desk --login mori \
        --name '森 あおい' --mail mori@mihari.example\n  noroshi account add --data /srv/noroshi --role committee-member \
        --login horiguchi --name '堀口 律' --mail r.horiguchi@kanata.example --field law --affiliation 'かなた大学 法学部' \
        --from 2026-04-01 --until 2028-03-31")]
    Add(NewAccountArgs),
    /// Appoint a committee member for another term; its sessions end
    #[command(after_help = "Example:\n  noroshi account appoint --data /srv/noroshi --login horiguchi --field law \
        --affiliation 'かなた大学 法学部' --from 2028-04-01 --until 2030-03-31")]
    Appoint {
        /// Login name
        #[arg(long)]
        login: String,
        #[command(flatten)]
        term: AppointmentArgs,
    },
    /// List accounts, one a line: login, role, state, name, mail
    #[command(after_help = "Example:\n  noroshi account list --data /srv/noroshi")]
    List,
    /// Close an account: nobody signs in with it any more
    #[command(after_help = "Example:\n  noroshi account close --data /srv/noroshi --login mori")]
    Close {
        /// Login name
        #[arg(long)]
        login: String,
    },
    /// Give an account a new authenticator secret, after the old one was lost
    #[command(after_help = "Example:\n  noroshi account new-code --data /srv/noroshi --login mori")]
    NewCode {
        /// Login name
        #[arg(long)]
        login: String,
    },
}

/// A new account.
#[derive(Args)]
pub struct NewAccountArgs {
    /// What the person may do
    #[arg(long, value_enum)]
    pub role: RoleName,
    /// Login name: small letters, digits, `.`, `-`, `_`
    #[arg(long)]
    pub login: String,
    /// Name of the person
    #[arg(long)]
    pub name: String,
    /// Mail address
    #[arg(long)]
    pub mail: String,
    /// For the role developer: whom the person answers for, by name or id in the register
    #[arg(long, value_name = "NAME", required_if_eq("role", "developer"))]
    pub developer: Option<String>,
    /// For the role committee-member: as what, and for how long
    #[command(flatten)]
    pub term: AppointmentArgs,
    /// Language of its pages
    #[arg(long, value_enum, default_value_t = LanguageName::Ja)]
    pub language: LanguageName,
}

/// The appointment of a committee member.
#[derive(Args)]
pub struct AppointmentArgs {
    /// For a committee member: what the person is an expert of
    #[arg(long, value_enum)]
    pub field: Option<FieldName>,
    /// For a committee member: where the person belongs to
    #[arg(long, value_name = "NAME")]
    pub affiliation: Option<String>,
    /// For a committee member: first day of the term, YYYY-MM-DD
    #[arg(long, value_name = "DAY")]
    pub from: Option<jiff::civil::Date>,
    /// For a committee member: last day of the term; left out, the term is open
    #[arg(long, value_name = "DAY")]
    pub until: Option<jiff::civil::Date>,
}

/// What a committee member is an expert of (Ⅳ.3.(2).1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FieldName {
    /// A person of learning
    Neutral,
    /// Law
    Law,
    /// Cyber security
    Security,
    /// The field of products
    Product,
}

/// A role by its word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum RoleName {
    /// Works at the desk of the receiving body
    ReceivingDesk,
    /// Works at the coordinator
    Coordinator,
    /// Answers for one developer of the register
    Developer,
    /// Judges on publication; sees the cases that it is seated on
    CommitteeMember,
    /// Looks after accounts; sees no case
    Administrator,
    /// Proves that the journal is whole; sees no text and no name
    Auditor,
}

/// A language by its tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LanguageName {
    /// Japanese
    Ja,
    /// English
    En,
}

/// `noroshi report …`
#[derive(Subcommand)]
pub enum ReportCommand {
    /// Take in text forms (.txt) and e-mails (.eml); runs beside a server
    #[command(after_help = "Example:\n  noroshi report import --data /srv/noroshi form.txt mail.eml\n\n\
        Exit code 0: taken in. 2: taken in, but somebody has to read some of it. 1: at least one was not taken in.\n\
        A file that was taken in before gives the same number again.")]
    Import {
        /// The files
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// Language of what is told [default: from LANG]
        #[arg(long, value_enum)]
        language: Option<LanguageName>,
    },
    /// List reports, newest first, one a line: number, day, state, kind, title
    #[command(after_help = "Example:\n  noroshi report list --data /srv/noroshi --json")]
    List {
        /// As JSON
        #[arg(long)]
        json: bool,
    },
}

/// `noroshi case …`
#[derive(Subcommand)]
pub enum CaseCommand {
    /// Write what a case is in another model's words, as JSON: no text and no name of the case
    #[command(after_help = "Example:\n  noroshi case export --data /srv/noroshi --vultron VC12345678")]
    Export {
        /// Number of the case: its report, embargo and case state as Vultron has them, with every step
        #[arg(long, value_name = "NUMBER")]
        vultron: String,
    },
}

/// `noroshi mail …`
#[derive(Subcommand)]
pub enum MailCommand {
    /// Take in what lies in a mailbox (Maildir), once; runs beside a server
    #[command(after_help = "Example:\n  noroshi mail take --data /srv/noroshi /var/mail/noroshi/Maildir\n\n\
        Exit code 0: done. 2: done, but somebody has to read some of it. 1: at least one mail was not taken in.\n\
        A mail that was taken in before changes nothing. A server does the same by itself: intake.maildir.")]
    Take {
        /// The mailbox: a folder with new, cur and tmp
        #[arg(value_name = "DIR")]
        folder: PathBuf,
    },
}

/// `noroshi journal …`
#[derive(Subcommand)]
pub enum JournalCommand {
    /// Read everything again and name what is broken; runs beside a server
    #[command(after_help = "Example:\n  noroshi journal verify --data /srv/noroshi\n  noroshi journal verify \
        --data /srv/noroshi --checkpoint /srv/noroshi/published/checkpoints/2026-11-21.json")]
    Verify {
        /// Also compare with a checkpoint: finds what was cut off at the end
        #[arg(long, value_name = "FILE")]
        checkpoint: Option<PathBuf>,
    },
}

/// `noroshi projections …`
#[derive(Subcommand)]
pub enum ProjectionsCommand {
    /// Make them again from the journal; no server may run meanwhile
    #[command(after_help = "Example:\n  noroshi projections rebuild --data /srv/noroshi")]
    Rebuild,
}

/// `noroshi key …`
#[derive(Subcommand)]
pub enum KeyCommand {
    /// Put a new master key in the place of the old one; no server may run meanwhile
    #[command(after_help = "Example:\n  noroshi key rotate --data /srv/noroshi\n\n\
        With NOROSHI_MASTER_KEY the new key is given as NOROSHI_NEW_MASTER_KEY.")]
    Rotate,
    /// Write all keys into a file that only its owner can read; it is as secret as the data
    #[command(after_help = "Example:\n  noroshi key export --data /srv/noroshi /safe/noroshi.keys")]
    Export {
        /// The file to write; it must not exist yet
        file: PathBuf,
    },
    /// Read exported keys into a restored folder
    #[command(after_help = "Example:\n  noroshi key import --data /srv/noroshi-new /safe/noroshi.keys")]
    Import {
        /// The export
        file: PathBuf,
    },
}

/// `noroshi csaf …`
#[derive(Subcommand)]
pub enum CsafCommand {
    /// Check documents against CSAF 2.0 or 2.1, whichever they claim: schema and all tests of the standard
    #[command(after_help = "Example:\n  noroshi csaf check advisory.json folder\n  noroshi csaf check --json - \
        < advisory.json\n\nExit code 0: all are valid, with or without warnings. 1: at least one is not, or could not be read.")]
    Check(CsafCheckArgs),
}

/// What to check, and how to tell.
#[derive(Args)]
pub struct CsafCheckArgs {
    /// Documents; folders mean every .json file below them; - is standard input
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// One line of JSON for each document
    #[arg(long)]
    pub json: bool,
    /// How far to look
    #[arg(long, value_enum, default_value_t = LevelName::Informative)]
    pub level: LevelName,
    /// Language of what is told [default: from LANG]
    #[arg(long, value_enum)]
    pub language: Option<LanguageName>,
}

/// The least important tests that are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LevelName {
    /// Schema and section 6.1
    Mandatory,
    /// Section 6.2 too: warnings
    Optional,
    /// Section 6.3 too: hints
    Informative,
}

/// `noroshi config …`
#[derive(Subcommand)]
pub enum ConfigCommand {
    /// Show every value with where it comes from, and whether it can be used
    #[command(after_help = "Example:\n  noroshi config check --data /srv/noroshi")]
    Check,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_well_formed() {
        Cli::command().debug_assert();
    }

    #[test]
    fn every_command_has_a_help_with_an_example() {
        fn look(command: &clap::Command, path: &str) {
            let after = command.get_after_help().map(ToString::to_string).unwrap_or_default();
            assert!(after.contains("Example:"), "{path} has no example");
            assert!(command.get_about().is_some(), "{path} says nothing about itself");
            for inner in command.get_subcommands() {
                look(inner, &format!("{path} {}", inner.get_name()));
            }
        }
        look(&Cli::command(), "noroshi");
    }
}
