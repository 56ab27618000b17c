//! `noroshi report import`: text forms and e-mails, one by one (decision 24).

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use casework::Office;
use casework::import::Imported;
use console::names;
use ui::Lang;

use crate::cli::LanguageName;
use crate::failure::Outcome;
use crate::out;
use crate::place::Place;

/// At least one file was not taken in.
const NOT_TAKEN: u8 = 1;
/// Everything was taken in; at least one needs reading.
const NEEDS_READING: u8 = 2;

/// Takes files in and says what became of each. Gives the exit code of decision 24.
///
/// # Errors
/// When nothing could even be begun.
pub async fn run(place: &Place, files: &[PathBuf], language: Option<LanguageName>) -> Outcome<u8> {
    let lang = out::language(language);
    let office = place.office().await?;
    let mut codes = Vec::new();
    for file in files {
        codes.push(take(&office, file, lang).await);
    }
    office.store().clone().close().await;
    Ok(worst(&codes))
}

/// Not taken in weighs more than to be read.
fn worst(codes: &[u8]) -> u8 {
    [NOT_TAKEN, NEEDS_READING].into_iter().find(|code| codes.contains(code)).unwrap_or(0)
}

async fn take(office: &Office, file: &Path, lang: Lang) -> u8 {
    let shown = file.display().to_string();
    let why = match read(file, lang) {
        Err(why) => why,
        Ok(bytes) => {
            let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            match office.import_report(&name, &bytes).await {
                Ok(imported) => return tell(&shown, &imported, lang),
                Err(casework::Error::NotTaken(unreadable)) => unreadable_in(lang, unreadable),
                Err(error) => crate::failure::Failure::from(error).sentence,
            }
        }
    };
    eprintln!("{}", lang.t2("program-import-refused", "file", shown, "why", why));
    NOT_TAKEN
}

/// The size is asked before anything is read: a file of gigabytes costs nothing.
fn read(file: &Path, lang: Lang) -> Result<Vec<u8>, String> {
    let no_file = |why: String| lang.t1("program-import-no-file", "why", why);
    let limit = intake::Limits::default().total;
    let opened = File::open(file).map_err(|error| no_file(error.kind().to_string()))?;
    let data = opened.metadata().map_err(|error| no_file(error.kind().to_string()))?;
    if data.is_dir() {
        return Err(no_file(std::io::ErrorKind::IsADirectory.to_string()));
    }
    let too_large = |size| unreadable_in(lang, intake::Unreadable::TooLarge { size, limit });
    if data.len() > limit {
        return Err(too_large(data.len()));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(data.len()).unwrap_or(0));
    // What is no plain file (a pipe) has no size: one byte more than the limit tells that it is too large.
    opened.take(limit + 1).read_to_end(&mut bytes).map_err(|error| no_file(error.kind().to_string()))?;
    let size = bytes.len() as u64;
    if size > limit { Err(too_large(size)) } else { Ok(bytes) }
}

fn unreadable_in(lang: Lang, unreadable: intake::Unreadable) -> String {
    match unreadable {
        intake::Unreadable::Empty => lang.t("program-import-empty").into_owned(),
        intake::Unreadable::TooLarge { limit, .. } => lang.t1("program-import-too-large", "limit", limit),
    }
}

/// One line for the file, and under it what is the matter, item by item.
fn tell(file: &str, imported: &Imported, lang: Lang) -> u8 {
    let key = match (imported.known, imported.needs_reading) {
        (false, false) => "program-import-taken",
        (true, false) => "program-import-known",
        (false, true) => "program-import-reading",
        (true, true) => "program-import-known-reading",
    };
    out::line(lang.t2(key, "file", file, "number", imported.number.as_str()));
    for problem in &imported.problems {
        out::line(format!("  - {}", names::problem(lang, *problem)));
    }
    if imported.needs_reading { NEEDS_READING } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worst_file_decides() {
        assert_eq!(worst(&[0, 0]), 0);
        assert_eq!(worst(&[0, 2]), 2);
        assert_eq!(worst(&[2, 1, 0]), 1);
    }
}
