//! The program: command line, settings, wiring. What is done is in the crates below; here it is put together.
//!
//! What it knows: arguments, environment, signals, sockets, exit codes. What it must not know: rules, SQL, pages.

mod cli;
mod commands;
mod config;
mod demo;
mod failure;
mod log;
mod out;
mod place;
mod preview;
mod serve;
mod subscribing;

use std::process::ExitCode;

use clap::Parser;
use clap::error::ErrorKind;

use crate::cli::{
    AdvisoryCommand, CaseCommand, Cli, Command, ConfigCommand, CsafCommand, JournalCommand, MailCommand,
    ProjectionsCommand, ReportCommand,
};
use crate::failure::{Failure, Outcome};

/// Many small texts are made and dropped on every page: an allocator made for that costs a fifth less.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// EX_USAGE of sysexits.h: the command line is not understood.
const USAGE: u8 = 64;

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            let asked = matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
            // Nothing else can be done when the text cannot be printed.
            error.print().ok();
            return if asked { ExitCode::SUCCESS } else { ExitCode::from(USAGE) };
        }
    };
    match run(cli) {
        Ok(code) => ExitCode::from(code),
        Err(failure) => {
            eprintln!("{}", failure.sentence);
            ExitCode::from(failure.code)
        }
    }
}

fn run(cli: Cli) -> Outcome<u8> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let runtime = runtime.map_err(|error| Failure::new(format!("the program cannot start: {}", error.kind())))?;
    runtime.block_on(dispatch(cli))
}

async fn dispatch(cli: Cli) -> Outcome<u8> {
    let place = cli.place;
    match cli.command {
        Command::Init => commands::init::run(&place).await?,
        Command::Serve { listen } => commands::serve::run(&place, listen).await?,
        Command::Demo { listen } => demo::run(place, listen).await?,
        Command::Account(command) => commands::account::run(&place, command).await?,
        Command::Report(ReportCommand::Import { files, language }) => {
            return commands::import::run(&place, &files, language).await;
        }
        Command::Report(ReportCommand::List { json }) => commands::reports::run(&place, json).await?,
        Command::Case(CaseCommand::Export { vultron }) => commands::cases::vultron(&place, &vultron).await?,
        Command::Mail(MailCommand::Take { folder }) => return commands::mail::take(&place, &folder).await,
        Command::Journal(JournalCommand::Verify { checkpoint }) => {
            commands::journal::verify(&place, checkpoint.as_deref()).await?;
        }
        Command::Projections(ProjectionsCommand::Rebuild) => commands::journal::rebuild(&place).await?,
        Command::Key(command) => commands::key::run(&place, command).await?,
        Command::Backup { file, keep_days } => commands::archive::backup(&place, &file, keep_days).await?,
        Command::Restore { file } => commands::archive::restore(&place, &file).await?,
        Command::Rules { json, edition } => commands::rules::run(json, edition.as_deref())?,
        Command::Advisory(AdvisoryCommand::Import(args)) => return commands::advisory::import(&place, &args),
        Command::Csaf(CsafCommand::Check(args)) => return commands::csaf::run(&args),
        Command::Cve(command) => commands::cve::run(&place, command).await?,
        Command::Tool(command) => commands::tool::run(&command)?,
        Command::Config(ConfigCommand::Check) => commands::config::check(&place)?,
    }
    Ok(0)
}
