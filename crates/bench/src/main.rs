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
mod import;
mod machines;
mod nginx;
mod options;
mod partnership;
mod program;
mod public;
mod quiet;
mod reports;
mod rules;
mod sites;
mod table;
mod tree;
mod visitor;

use std::process::ExitCode;

use figures::Figure;
use options::Options;
use partnership::Partnership;
use table::{Row, Unit};

/// That of the program, so that its pages cost here what they cost there.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

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
    options.yardstick.into_iter().for_each(quiet::know);
    options.patience.into_iter().for_each(quiet::be_patient);
    let mut partnership = Partnership::found(&options.folder, options.cases).await?;
    let big = big_case::meet(&partnership).await?;
    let few = options.cases / 10;
    partnership.fill(few).await?;
    let before = desk::measure(&partnership, &big).await?;
    partnership.fill(options.cases).await?;
    let after = desk::measure(&partnership, &big).await?;
    partnership.catch_up();
    let mut published = tree::begin(&partnership).await?;
    published.grow(options.advisories / 10)?;
    let searching = machines::open(&published).await?;
    let small = Sizes::of(&searching, &published).await?;
    drop(searching);
    published.grow(options.advisories)?;

    let mut rows = public::rows(&published).await?;
    let searching = machines::open(&published).await?;
    rows.extend(public::list_rows(&searching.visitor, &published).await?);
    let large = Sizes::of(&searching, &published).await?;
    let more = large.over(&small);
    rows.extend(machines::rows(&searching, &published, large.search).await?);
    drop(searching);
    rows.extend(desk::rows(&after, options.cases));
    rows.extend(reports::rows(&partnership).await?);
    rows.extend(rules::rows(&partnership).await?);
    rows.extend(sites::rows(&partnership, options.sites()).await?);
    rows.extend(ten_times_the_cases(&before, &after, options.cases));
    let how = format!("CPU at {} advisories over CPU at {}", options.advisories, options.advisories / 10);
    rows.extend(more.map(|(what, ratio)| {
        Row::of(&format!("ten times the advisories: {what}"), Some(1.5), Unit::Times, Ok(ratio), &how)
    }));
    rows.extend(csaf::rows(options.csaf.as_deref(), &options.folder).await?);
    rows.extend(import::rows(options.csaf.as_deref(), &options.folder).await?);
    let cookie = partnership.cookie(partnership.desk).await?;
    partnership.close().await;
    rows.extend(program::rows(&options.folder, &cookie, &published)?);
    rows.extend(nginx::rows(&options.folder, &published)?);
    println!("{}", table::render(&rows, &[&machine(), &options.data()]));
    if let Some(file) = &options.write {
        std::fs::write(file, page(&rows, options))?;
    }
    Ok(())
}

/// What page, list and search cost at a size of the tree, in milliseconds of CPU.
struct Sizes {
    page: Figure,
    list: Figure,
    search: machines::Answers,
}

impl Sizes {
    async fn of(searching: &machines::Searching, published: &tree::Published) -> Outcome<Self> {
        let page = public::page(published).await?;
        let list = public::list(&searching.visitor, 1).await?;
        Ok(Sizes { page, list, search: machines::japanese(searching).await? })
    }

    /// Each over the same of another size.
    fn over(&self, small: &Sizes) -> [(&'static str, f64); 3] {
        [
            ("page", self.page.over(small.page)),
            ("list", self.list.over(small.list)),
            ("search", self.search.cpu.over(small.search.cpu)),
        ]
    }
}

/// The table as a page of the documentation.
fn page(rows: &[Row], options: &Options) -> String {
    let head = "# Budgets and what was measured\n\n\
        Written by `cargo xtask bench --write docs/bench.md`. Costs are processor time of the whole process for each request or\n\
        document; time on the clock is named where it is meant. A neighbour on the same processor can double a figure: the last\n\
        lines say how many rounds were quiet. Where too few of a row were, its figure is levelled, a ratio of the same run, and\n\
        marked with ≈: what was measured over how many times as long as at its best another work took just before and after it.\n\
        The least that was measured stands behind it.\n";
    format!("{head}{}\n", table::render(rows, &[&machine(), &options.data()]))
}

/// Ten times the data may cost one and a half times as much.
fn ten_times_the_cases(before: &desk::Pages, after: &desk::Pages, cases: usize) -> Vec<Row> {
    let how = format!("CPU at {cases} cases over CPU at {}", cases / 10);
    let row = |what: &str, (before, after): (&desk::Page, &desk::Page)| {
        let measured = match (before, after) {
            (Ok(before), Ok(after)) => Ok(after.cpu.over(before.cpu)),
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
    let rounds = [Some(quiet::said()), figures::compared()].into_iter().flatten().collect::<Vec<_>>().join("; ");
    format!("{cores} cores; {build}; CPU is that of the whole process, the least of some rounds; {rounds}")
}
