//! `noroshi csaf check`: is a CSAF document valid? Works on anybody's documents and needs no data folder.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use casework::clock::{Clock, SystemClock};
use formats::check::csaf::{BYTES_MAX, Finding, Level, Options, Report, TestId, check};
use ui::Lang;

use crate::cli::{CsafCheckArgs, LevelName};
use crate::failure::{Failure, Outcome};
use crate::out;

/// Sentences: test or test/case, Japanese, English, divided by tabs; `{0}` is the first value of the finding.
const TEXTS: &str = include_str!("csaf/texts.tsv");
/// A document is not valid, or could not be read.
const INVALID: u8 = 1;

/// Checks every file, every `.json` below every folder, and stdin for `-`. The exit code is 0 when all are valid,
/// warnings or not, and 1 when one is not.
///
/// # Errors
/// Never: what cannot be read is told and counts as not valid.
pub fn run(args: &CsafCheckArgs) -> Outcome<u8> {
    let lang = out::language(args.language);
    let level = match args.level {
        LevelName::Mandatory => Level::Mandatory,
        LevelName::Optional => Level::Optional,
        LevelName::Informative => Level::Informative,
    };
    let options = Options { level, now: Some(SystemClock.now()) };
    let mut invalid = false;
    for path in &args.files {
        for file in documents(path)? {
            let report = match read(&file) {
                Ok(bytes) => check(&bytes, options),
                Err(error) => {
                    eprintln!("{}: {}", file.display(), error.kind());
                    invalid = true;
                    continue;
                }
            };
            invalid |= !report.is_valid();
            if args.json { as_json(&file, &report) } else { as_text(&file, &report, lang) }
        }
    }
    Ok(if invalid { INVALID } else { 0 })
}

/// The file itself, or every `.json` file below a folder, in order of their names.
fn documents(path: &Path) -> Outcome<Vec<PathBuf>> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let unreadable = |error: std::io::Error| Failure::new(format!("{}: {}", path.display(), error.kind()));
    let mut found = vec![];
    for entry in fs::read_dir(path).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        // Links to folders are not followed: they may lead in circles.
        let kind = entry.file_type().map_err(unreadable)?;
        match entry.path() {
            below if kind.is_dir() => found.extend(documents(&below)?),
            file if file.extension().is_some_and(|extension| extension == "json") => found.push(file),
            _ => {}
        }
    }
    found.sort();
    Ok(found)
}

/// The bytes of a file or of stdin; not many more than are checked.
fn read(file: &Path) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let limit = BYTES_MAX as u64 + 1;
    if file == Path::new("-") {
        std::io::stdin().take(limit).read_to_end(&mut bytes)?;
    } else {
        fs::File::open(file)?.take(limit).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

/// One line: file, version, whether valid, findings.
fn as_json(file: &Path, report: &Report) {
    let line = serde_json::json!({
        "file": file.display().to_string(),
        "version": report.version,
        "valid": report.is_valid(),
        "cut": report.cut,
        "findings": report.findings,
    });
    out::line(line);
}

/// The verdict, then a line for each finding.
fn as_text(file: &Path, report: &Report, lang: Lang) {
    let counts = [Level::Mandatory, Level::Optional, Level::Informative].map(|level| report.count(level));
    let verdict = match (lang, report.is_valid()) {
        (Lang::Ja, true) => "適合",
        (Lang::Ja, false) => "不適合",
        (Lang::En, true) => "valid",
        (Lang::En, false) => "not valid",
    };
    let [errors, warnings, hints] = counts;
    out::line(match lang {
        Lang::Ja => format!("{}：{verdict}（誤り {errors}、警告 {warnings}、参考 {hints}）", file.display()),
        Lang::En => format!("{}: {verdict} ({errors} errors, {warnings} warnings, {hints} hints)", file.display()),
    });
    for finding in &report.findings {
        let at = if finding.path.is_empty() { "/" } else { &finding.path };
        out::line(format!("  {}  {at}  {}", finding.test, printable(&sentence(finding, lang))));
    }
}

/// Foreign text on the terminal: no control characters.
fn printable(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
}

/// What a finding says. The schema's sentences serve for tests that look at a schema (6.1.8, 6.1.37, 6.1.46, 6.1.60.1).
fn sentence(finding: &Finding, lang: Lang) -> String {
    let text = of(&key(finding.test, finding.case)).or_else(|| of(&key(TestId::SCHEMA, finding.case)));
    let text =
        text.or_else(|| of(&finding.test.to_string())).map_or("", |(ja, en)| if lang == Lang::Ja { ja } else { en });
    let mut sentence = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let (index, after) = after.split_once('}').unwrap_or((after, ""));
        let value = index.parse().ok().and_then(|index: usize| finding.values.get(index));
        sentence.push_str(before);
        sentence.push_str(value.map_or("", String::as_str));
        rest = after;
    }
    sentence + rest
}

fn key(test: TestId, case: &str) -> String {
    if case.is_empty() { test.to_string() } else { format!("{test}/{case}") }
}

fn of(key: &str) -> Option<(&'static str, &'static str)> {
    let line = TEXTS.lines().find(|line| line.split('\t').next() == Some(key))?;
    let mut cells = line.split('\t').skip(1);
    Some((cells.next()?, cells.next()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use formats::check::csaf::{Version, tests};

    /// Tests whose findings are told in the words of the schema, or that look at what lies elsewhere.
    const IN_SCHEMA_WORDS: [&str; 5] = ["6.1.8", "6.1.37", "6.1.46", "6.1.60.1", "6.1.60.2"];

    #[test]
    fn every_test_has_its_sentence() {
        for test in tests(Version::V2_1).chain(tests(Version::V2_0)).map(|test| test.to_string()) {
            let told = TEXTS.lines().any(|line| line.split(['\t', '/']).next() == Some(&test));
            assert!(told || IN_SCHEMA_WORDS.contains(&test.as_str()), "{test}");
        }
    }

    #[test]
    fn sentences_have_the_same_gaps_in_both_languages() {
        let gaps = |text: &str| (0..4).map(|gap| text.contains(&format!("{{{gap}}}"))).collect::<Vec<_>>();
        for line in TEXTS.lines() {
            let cells: Vec<_> = line.split('\t').collect();
            assert_eq!(cells.len(), 3, "{line}");
            assert_eq!(gaps(cells[1]), gaps(cells[2]), "{line}");
        }
    }

    #[test]
    fn every_finding_of_a_broken_document_is_told() {
        let text = br#"{"document":{"csaf_version":"2.0","lang":"EZ","title":""},"x":1}"#;
        let report = check(text, Options::default());
        assert!(report.findings.len() > 5);
        for finding in &report.findings {
            for lang in [Lang::Ja, Lang::En] {
                assert!(!sentence(finding, lang).is_empty(), "{finding:?}");
            }
        }
        let json = check(b"{", Options::default());
        assert_eq!(sentence(&json.findings[0], Lang::En), "This is not JSON (line 1, column 1).");
    }
}
