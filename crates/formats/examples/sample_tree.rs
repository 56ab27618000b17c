//! Writes a published tree of three invented advisories into a folder: `cargo run -p formats --example sample_tree DIR`.
//!
//! The tree is what `e2e/csaf-check.mjs` is tried on. Signatures are missing, because they are made elsewhere.

#[path = "../tests/samples/mod.rs"]
mod samples;

use formats::AdvisorySummary;
use formats::provider::{files, lists};
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let root = PathBuf::from(std::env::args().nth(1).ok_or("name the folder to write into")?);
    let base_url = std::env::args().nth(2).unwrap_or_else(|| "https://noroshi.example".to_owned());
    let config = samples::provider(&base_url);
    let documents = samples::all();
    let mut tree = Vec::new();
    for document in &documents {
        tree.extend(files(document, &config).map_err(|findings| format!("{}: {findings:?}", document.id))?);
    }
    let summaries: Vec<AdvisorySummary> = documents.iter().map(AdvisorySummary::from).collect();
    tree.extend(lists(&summaries, &config));
    for file in &tree {
        let path = root.join(&file.path);
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        std::fs::write(path, &file.bytes)?;
    }
    println!("{} files in {}", tree.len(), root.display());
    Ok(())
}
