//! Others' advisories: taken in by the program as somebody takes them in, then made searchable by the portal.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::Outcome;
use crate::csaf;
use crate::figures::{Mark, Settling, child_cpu_ms, most_resident_mb};
use crate::program::beside_us;
use crate::public::visitor_of;
use crate::quiet::Rounds;
use crate::table::{Row, Unit};
use crate::visitor::Visitor;

/// Documents that are taken in; a tenth of them first, to see whether memory grows with them.
const DOCUMENTS: usize = 20_000;

/// Between two looks whether all are found.
const LOOK: Duration = Duration::from_millis(20);

/// Imports that are made.
const TRIES: usize = 5;

/// What was spent on a folder of documents.
struct Spent {
    cpu_ms: f64,
    wall_ms: f64,
    resident_mb: f64,
}

/// The rows: on the documents of a folder, multiplied, or on our own advisories.
pub async fn rows(documents: Option<&Path>, work: &Path) -> Outcome<Vec<Row>> {
    let Some(program) = beside_us() else {
        let why: Result<f64, _> = Err("the program `noroshi` is not built beside this one".to_owned());
        return Ok(vec![Row::of("import of CSAF", Some(0.5), Unit::Ms, why, "")]);
    };
    eprintln!("importing {DOCUMENTS} documents …");
    let (few, all) = (work.join("import-few"), work.join("import-all"));
    let bytes = lay_out(documents, &few, &all)?;
    let (mut tries, mut rounds) = (Vec::with_capacity(TRIES), Rounds::of(TRIES));
    while rounds.begin().is_some() {
        let taken = take_in(&program, work, &few, &all).await?;
        tries.push((taken, rounds.end()));
    }
    for folder in [&few, &all] {
        std::fs::remove_dir_all(folder)?;
    }
    let settled = |figure: fn(&Taken) -> f64| {
        let mut settling = Settling::default();
        tries.iter().for_each(|(taken, heard)| settling.add(figure(taken), *heard));
        settling.figure()
    };
    let least = |figure: fn(&Taken) -> f64| {
        tries.iter().map(|(taken, _)| figure(taken)).min_by(f64::total_cmp).unwrap_or_default()
    };
    let what = "import of CSAF, with full text and products";
    let kilobytes = bytes / DOCUMENTS as u64 / 1024;
    let how = format!(
        "on the wall, a document of {kilobytes} KB in the mean: read, packed, flushed, then indexed, until all are found; \
         0.5 ms is 2,000 a second; of {TRIES} imports"
    );
    let alone = "CPU a document, `noroshi advisory import`";
    let megabytes = least(|taken| taken.resident_mb);
    Ok(vec![
        Row::of(what, Some(0.5), Unit::Ms, Ok(settled(|taken| taken.wall_ms)), &how),
        Row::of(what, None, Unit::Ms, Ok(settled(|taken| taken.cpu_ms)), "CPU of both cores for the same"),
        Row::of("import of CSAF, taking in alone", None, Unit::Ms, Ok(settled(|taken| taken.alone_cpu_ms)), alone),
        Row::of("memory while importing", Some(300.0), Unit::Mb, Ok(megabytes), "most resident of the program"),
        Row::of(
            "ten times the documents: memory while importing",
            Some(1.5),
            Unit::Times,
            Ok(megabytes / least(|taken| taken.few_resident_mb)),
            "most resident with nine tenths over with one tenth",
        ),
    ])
}

/// One import: milliseconds for each document, megabytes at the most.
struct Taken {
    wall_ms: f64,
    cpu_ms: f64,
    alone_cpu_ms: f64,
    resident_mb: f64,
    few_resident_mb: f64,
}

/// Takes few documents in, then all others, and makes them searchable.
async fn take_in(program: &Path, work: &Path, few: &Path, all: &Path) -> Outcome<Taken> {
    let place = work.join("import");
    std::fs::create_dir_all(&place)?;
    let first = take(program, &place, few)?;
    let rest = take(program, &place, all)?;
    let (indexed_cpu_ms, indexed_wall_ms) = index(&place.join("published")).await?;
    std::fs::remove_dir_all(&place)?;
    let count = (DOCUMENTS - DOCUMENTS / 10) as f64;
    Ok(Taken {
        wall_ms: rest.wall_ms / count + indexed_wall_ms,
        cpu_ms: rest.cpu_ms / count + indexed_cpu_ms,
        alone_cpu_ms: rest.cpu_ms / count,
        resident_mb: rest.resident_mb,
        few_resident_mb: first.resident_mb,
    })
}

/// Lays the documents out in two folders, each with an id of its own. Gives their bytes.
fn lay_out(documents: Option<&Path>, few: &Path, all: &Path) -> Outcome<u64> {
    let mut samples = Vec::new();
    for bytes in csaf::documents(documents)? {
        samples.push(serde_json::from_slice::<Value>(&bytes)?);
    }
    std::fs::create_dir_all(few)?;
    std::fs::create_dir_all(all)?;
    let mut length = 0;
    for number in 0..DOCUMENTS {
        let sample = number % samples.len();
        let document = &mut samples[sample];
        // Whoever publishes the sample, what we publish ourselves is not imported.
        document["document"]["publisher"]["namespace"] = json!("https://elsewhere.example");
        document["document"]["tracking"]["id"] = json!(format!("ELSEWHERE-{number}"));
        let bytes = serde_json::to_vec(document)?;
        length += bytes.len() as u64;
        let folder = if number < DOCUMENTS / 10 { few } else { all };
        std::fs::write(folder.join(format!("{number}.json")), bytes)?;
    }
    Ok(length)
}

/// Lets the program take a folder in.
fn take(program: &Path, place: &Path, folder: &Path) -> Outcome<Spent> {
    let (begin, cpu) = (Instant::now(), child_cpu_ms()?);
    let mut command = Command::new(program);
    command.args(["advisory", "import"]).arg(folder).arg("--data").arg(place);
    let mut running = command.env_clear().stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
    let mut resident_mb = 0.0_f64;
    let status = loop {
        // It may have ended meanwhile, and then there is nothing to look at.
        resident_mb = resident_mb.max(most_resident_mb(running.id()).unwrap_or_default());
        if let Some(status) = running.try_wait()? {
            break status;
        }
        std::thread::sleep(Duration::from_millis(5));
    };
    if !status.success() {
        return Err(format!("the import ended with {status}").into());
    }
    Ok(Spent { cpu_ms: child_cpu_ms()? - cpu, wall_ms: begin.elapsed().as_secs_f64() * 1000.0, resident_mb })
}

/// What it costs to make what was imported searchable: CPU for each document, and the time until all of them are found, both
/// in milliseconds. What is done after that counts as CPU.
async fn index(published: &Path) -> Outcome<(f64, f64)> {
    let mark = Mark::now();
    let (visitor, portal) = visitor_of(published).await?;
    let making = tokio::task::spawn_blocking(move || portal.follow_imported());
    while !all_are_found(&visitor).await? {
        if making.is_finished() && !all_are_found(&visitor).await? {
            return Err(format!("not all of {DOCUMENTS} imported documents are found").into());
        }
        tokio::time::sleep(LOOK).await;
    }
    let wall_ms = mark.since(DOCUMENTS).wall_ms;
    making.await?;
    Ok((mark.since(DOCUMENTS).cpu_ms, wall_ms))
}

async fn all_are_found(visitor: &Visitor) -> Outcome<bool> {
    let said: Value = serde_json::from_str(&visitor.text("/api/imported?per_page=1").await?)?;
    Ok(said["complete"] == true && said["total"] == DOCUMENTS)
}
