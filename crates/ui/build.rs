//! Lists the message files and style sheets, so that adding one is adding a file.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    let crate_dir = PathBuf::from(env::var("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let out_dir = PathBuf::from(env::var("OUT_DIR").expect("cargo sets it"));
    let locales = crate_dir.join("../../locales");

    let mut catalogue = String::new();
    for (name, folder) in [("JA_FILES", locales.join("ja")), ("EN_FILES", locales.join("en"))] {
        writeln!(catalogue, "static {name}: &[(&str, &str)] = &[").expect("a string takes all");
        for file in files_in(&folder, "ftl") {
            let stem = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            writeln!(catalogue, "    ({stem:?}, include_str!({:?})),", file.display().to_string())
                .expect("a string takes all");
        }
        catalogue.push_str("];\n");
    }
    fs::write(out_dir.join("catalogue.rs"), catalogue).expect("cargo's own folder is writable");

    let sheets: Vec<String> = files_in(&crate_dir.join("assets/css"), "css")
        .iter()
        .map(|file| fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display())))
        .collect();
    fs::write(out_dir.join("ui.css"), sheets.join("\n")).expect("cargo's own folder is writable");
}

/// The files of one folder with one ending, in the order of their names.
fn files_in(folder: &Path, ending: &str) -> Vec<PathBuf> {
    println!("cargo::rerun-if-changed={}", folder.display());
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|found| found == ending))
        .collect();
    files.sort();
    files
}
