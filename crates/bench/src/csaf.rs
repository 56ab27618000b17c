//! The check of CSAF documents: one after the other in a running program, and one in a program that just started.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use formats::Language;
use formats::check::csaf::{Level, Options, check};
use formats::csaf20::{Links, csaf20};

use crate::Outcome;
use crate::advisories::advisory;
use crate::figures::{Figure, Settling, each};
use crate::program::beside_us;
use crate::quiet::Rounds;
use crate::table::{Row, Unit};

/// Own documents, when no folder is given.
const OWN: usize = 400;

/// The rows: on the documents of a folder, or on our own advisories.
pub async fn rows(folder: Option<&Path>, work: &Path) -> Outcome<Vec<Row>> {
    eprintln!("checking CSAF …");
    let documents = documents(folder)?;
    let count = documents.len().max(1);
    let mean = documents.iter().map(Vec::len).sum::<usize>() / count / 1024;
    let (basic, all) = (warm(&documents, Level::Mandatory).await?, warm(&documents, Level::Informative).await?);
    let file = work.join("csaf-check.json");
    std::fs::write(&file, documents.first().map_or(&b"{}"[..], Vec::as_slice))?;
    let how = |what: &str| format!("CPU a document, {what}, over {count} documents of {mean} KB in the mean");
    Ok(vec![
        Row::of("CSAF check, warm", Some(0.15), Unit::Ms, Ok(basic), &how("basic preset: schema and mandatory tests")),
        Row::of("CSAF check, warm", None, Unit::Ms, Ok(all), &how("optional and informative tests as well")),
        Row::of(
            "CSAF check, cold",
            Some(20.0),
            Unit::Ms,
            cold(&file),
            "on the wall, `noroshi csaf check` of one document from start to end, the least of some",
        ),
    ])
}

/// CPU of checking one of many documents down to a level.
async fn warm(documents: &[Vec<u8>], level: Level) -> Outcome<Figure> {
    let checked = async |(): &(), document: &Vec<u8>| {
        std::hint::black_box(check(document, Options { level, now: None }));
        Ok(())
    };
    each(documents, async || Ok(()), checked).await
}

/// The documents of a folder, or our own.
pub fn documents(folder: Option<&Path>) -> Outcome<Vec<Vec<u8>>> {
    folder.map_or_else(own, read)
}

/// Every `.json` below a folder.
fn read(folder: &Path) -> Outcome<Vec<Vec<u8>>> {
    let (mut folders, mut documents) = (vec![folder.to_owned()], vec![]);
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder)? {
            let path: PathBuf = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "json") {
                documents.push(std::fs::read(path)?);
            }
        }
    }
    Ok(documents)
}

fn own() -> Outcome<Vec<Vec<u8>>> {
    let newest = "2026-11-21T00:00:00Z".parse()?;
    let links = Links {
        this: "https://portal.example/csaf/a.json".to_owned(),
        other: None,
        page: "https://portal.example/ja/a".to_owned(),
    };
    let document = |number: usize| {
        let document = advisory(number, number % 10 + 1, newest)?;
        let made = csaf20(&document, Language::Ja, &links).map_err(|found| format!("{found:?}"))?;
        Ok(made.json.into_bytes())
    };
    (1..=OWN).map(document).collect()
}

fn cold(file: &Path) -> Result<Figure, String> {
    let program = beside_us().ok_or("the program `noroshi` is not built beside this one")?;
    let (mut starts, mut rounds) = (Settling::default(), Rounds::long());
    while rounds.begin().is_some() {
        let begin = Instant::now();
        let mut command = Command::new(&program);
        let ended = command.args(["csaf", "check"]).arg(file).stdout(Stdio::null()).stderr(Stdio::null()).status();
        ended.map_err(|error| error.kind().to_string())?;
        let took = begin.elapsed().as_secs_f64() * 1_000.0;
        starts.add(took, rounds.end());
    }
    Ok(starts.figure())
}
