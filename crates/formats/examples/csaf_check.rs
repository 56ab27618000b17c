//! Checks every `.json` file of a folder: one line a document, its file name and the mandatory tests that it fails.
//! Last comes the time of one check: of the first (cold), and the mean of all, of five rounds the fastest (warm), by level.
//!
//! `cargo run --release -p formats --example csaf_check -- FOLDER`

use formats::check::csaf::{Level, Options, check};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::time::Instant;

fn files(folder: &Path, found: &mut Vec<std::path::PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "json") {
            found.push(path);
        }
    }
}

fn main() {
    let folder = std::env::args().nth(1).expect("a folder");
    let mut paths = vec![];
    files(Path::new(&folder), &mut paths);
    paths.sort();
    let documents: Vec<Vec<u8>> = paths.iter().map(|path| fs::read(path).expect("a file")).collect();
    let start = Instant::now();
    if let Some(document) = documents.first() {
        std::hint::black_box(check(document, Options::default()));
    }
    let cold = start.elapsed();
    let warm = [Level::Mandatory, Level::Optional, Level::Informative].map(|level| {
        let round = || {
            let start = Instant::now();
            for document in &documents {
                std::hint::black_box(check(document, Options { level, now: None }));
            }
            start.elapsed().as_secs_f64() * 1_000.0 / documents.len().max(1) as f64
        };
        (0..5).map(|_| round()).fold(f64::MAX, f64::min)
    });
    for (path, document) in paths.iter().zip(&documents) {
        let report = check(document, Options { level: Level::Mandatory, now: None });
        let tests: BTreeSet<_> = report.findings.iter().map(|finding| finding.test).collect();
        let tests: Vec<String> = tests.iter().map(ToString::to_string).collect();
        println!("{}\t{}", path.file_name().unwrap_or_default().to_string_lossy(), tests.join(" "));
    }
    let [basic, extended, full] = warm;
    eprintln!("{} documents, ms a document: cold {:.3}", documents.len(), cold.as_secs_f64() * 1_000.0);
    eprintln!("warm, mandatory {basic:.4}, with optional {extended:.4}, with informative {full:.4}");
}
