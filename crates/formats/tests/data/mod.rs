//! Real documents that lie beside the project, not in it: archives in the folder that `NOROSHI_DATA` names, else in
//! `../shared/data`. A fresh clone has none; the tests that want them say so and pass.

#![allow(dead_code)]

use std::path::{Path, PathBuf};
use std::process::Command;

/// Every file of an archive with its name, in the order of names; nothing when the archive is not there.
pub fn records(archive: &str) -> Option<Vec<(String, Vec<u8>)>> {
    let folder = std::env::var_os("NOROSHI_DATA")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data"), PathBuf::from);
    let archive = folder.join(archive);
    if !archive.is_file() {
        println!("{} is not there: nothing to read", archive.display());
        return None;
    }
    let name = archive.file_name().expect("a file has a name");
    let unpacked = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name).with_extension("d");
    std::fs::create_dir_all(&unpacked).expect("a folder for the archive");
    let status = Command::new("tar").arg("-xf").arg(&archive).arg("-C").arg(&unpacked).status().expect("tar");
    assert!(status.success(), "the archive was not unpacked");
    let mut files = Vec::new();
    collect(&unpacked, &mut files);
    files.sort();
    Some(files)
}

fn collect(folder: &Path, files: &mut Vec<(String, Vec<u8>)>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "json") {
            files.push((path.display().to_string(), std::fs::read(&path).expect("a file")));
        }
    }
}
