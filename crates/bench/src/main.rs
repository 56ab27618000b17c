//! How fast and how small Noroshi is: the rows of the budgets, each measured on data that this program makes.
//!
//! What it knows: every crate of ours, from the outside, as the program `noroshi` knows them. Cases are made by the
//! office's own commands; pages are asked for as a browser asks for them, through the routers in this process.
//!
//! What it must not do: judge. It prints figures beside budgets and ends well whatever they are; a figure that depends
//! on the machine and its load is for people to read, not for a test to fail on. The numbers of statements, which
//! depend on nothing, are tested.

mod advisories;
mod big_case;
mod cases;
mod csaf;
mod desk;
mod figures;
mod machines;
mod nginx;
mod options;
mod partnership;
mod program;
mod public;
mod reports;
mod rules;
mod table;
mod tree;
mod visitor;

use std::process::ExitCode;

use options::Options;
use partnership::Partnership;
use table::{Row, Unit};

/// What goes on, or the sentence that says why it does not.
type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

#[tokio::main]
async fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let options = match options::parse(&arguments) {
        Ok(options) => options,
        Err(text) => {
            println!("{text}");
            return ExitCode::FAILURE;
        }
    };
    let done = run(&options).await;
    if !options.keep {
        // What cannot be taken away lies in the folder for temporary files.
        let _ = std::fs::remove_dir_all(&options.folder);
    }
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("bench: {problem}");
            ExitCode::FAILURE
        }
    }
}

async fn run(options: &Options) -> Outcome {
    let mut partnership = Partnership::found(&options.folder, options.cases).await?;
    let big = big_case::meet(&partnership).await?;
    let few = options.cases / 10;
    partnership.fill(few).await?;
    let before = desk::measure(&partnership, &big).await?;
    partnership.fill(options.cases).await?;
    let after = desk::measure(&partnership, &big).await?;
    partnership.catch_up();
    let published = tree::grow(&partnership, options.advisories).await?;

    let mut rows = public::rows(&published).await?;
    rows.extend(machines::rows(&published).await?);
    rows.extend(desk::rows(&after, options.cases));
    rows.extend(reports::rows(&partnership).await?);
    rows.extend(rules::rows(&partnership).await?);
    rows.extend(ten_times(&before, &after, options.cases));
    rows.extend(csaf::rows(options.csaf.as_deref(), &options.folder).await?);
    let cookie = partnership.cookie(partnership.desk).await?;
    partnership.close().await;
    rows.extend(program::rows(&options.folder, &cookie, &published)?);
    rows.extend(nginx::rows(&options.folder, &published)?);
    println!("{}", table::render(&rows, &[&machine(), &options.data()]));
    Ok(())
}

/// Ten times the data may cost one and a half times as much.
fn ten_times(before: &desk::Pages, after: &desk::Pages, cases: usize) -> Vec<Row> {
    let how = format!("CPU at {cases} cases over CPU at {}", cases / 10);
    let row = |what: &str, (before, after): (&desk::Page, &desk::Page)| {
        let measured = match (before, after) {
            (Ok(before), Ok(after)) => Ok(after.cpu_ms / before.cpu_ms),
            (Err(why), _) | (_, Err(why)) => Err(why.clone()),
        };
        Row::of(what, Some(1.5), Unit::Times, measured, &how)
    };
    vec![
        row("ten times the cases: desk list", (&before.list, &after.list)),
        row("ten times the cases: the desk's day", (&before.day, &after.day)),
        row("ten times the cases: case page", (&before.case, &after.case)),
    ]
}

fn machine() -> String {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let build = if cfg!(debug_assertions) { "UNOPTIMISED build: the figures say nothing" } else { "release build" };
    format!("{cores} cores; {build}; CPU is that of the whole process, medians of {} rounds", figures::ROUNDS)
}
