//! House rules that no other tool knows.

use crate::workspace;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A file is a room: beyond this many lines it is two.
const LONGEST: usize = 500;
/// Files that people write line by line.
const CODE: [&str; 7] = ["rs", "mjs", "js", "css", "html", "sql", "sh"];
/// Split, so that this file does not break its own rule.
const FORBIDDEN_PATHS: [&str; 2] = [concat!("/wo", "rk/"), concat!("/ro", "ot/")];
const UNFINISHED: [&str; 4] =
    [concat!("to", "do!("), concat!("unimple", "mented!("), concat!("TO", "DO"), concat!("FIX", "ME")];

/// Every breach, one sentence each.
pub fn breaches() -> Result<Vec<String>, String> {
    let mut found = Vec::new();
    for path in files()? {
        if let Ok(text) = std::fs::read_to_string(workspace::root().join(&path)) {
            found.extend(in_file(&path, &text));
        }
    }
    found.extend(languages()?);
    Ok(found)
}

/// All files that git knows or would take.
fn files() -> Result<Vec<String>, String> {
    let mut git = workspace::command("git");
    git.args(["-c", "core.quotePath=off", "ls-files", "--cached", "--others", "--exclude-standard"]);
    Ok(workspace::output(&mut git)?.lines().map(String::from).collect())
}

fn in_file(path: &str, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for forbidden in FORBIDDEN_PATHS.iter().filter(|forbidden| text.contains(**forbidden)) {
        found.push(format!("{path}: names a place on somebody's machine ({forbidden})"));
    }
    let is_code = Path::new(path).extension().is_some_and(|end| CODE.iter().any(|code| end == *code));
    if !is_code {
        return found;
    }
    for unfinished in UNFINISHED.iter().filter(|unfinished| text.contains(**unfinished)) {
        found.push(format!("{path}: is unfinished ({unfinished})"));
    }
    let lines = text.lines().count();
    if lines > LONGEST {
        found.push(format!("{path}: {lines} lines; a file has at most {LONGEST}"));
    }
    found
}

/// Both languages have the same files with the same messages.
fn languages() -> Result<Vec<String>, String> {
    let (japanese, english) = (messages("ja")?, messages("en")?);
    let mut found = lacking("ja", &japanese, &english);
    found.extend(lacking("en", &english, &japanese));
    Ok(found)
}

type Catalogue = BTreeMap<String, BTreeSet<String>>;

fn messages(language: &str) -> Result<Catalogue, String> {
    let folder = workspace::root().join("locales").join(language);
    let entries = std::fs::read_dir(&folder).map_err(|error| format!("locales/{language}: {error}"))?;
    let mut catalogue = Catalogue::new();
    for path in
        entries.flatten().map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|end| end == "ftl"))
    {
        let text = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        catalogue.insert(name, message_names(&text));
    }
    Ok(catalogue)
}

/// In Fluent, a message or a term begins at the start of a line: `name = …` or `-name = …`.
fn message_names(text: &str) -> BTreeSet<String> {
    let starts =
        text.lines().filter(|line| line.starts_with(|first: char| first.is_ascii_alphabetic() || first == '-'));
    starts.filter_map(|line| line.split_once('=')).map(|(name, _)| name.trim().to_string()).collect()
}

fn lacking(language: &str, has: &Catalogue, other: &Catalogue) -> Vec<String> {
    let mut found = Vec::new();
    for (file, wanted) in other {
        match has.get(file) {
            None => found.push(format!("locales/{language}/{file} is missing")),
            Some(names) => {
                let missing = wanted.difference(names);
                found.extend(missing.map(|name| format!("locales/{language}/{file}: no message `{name}`")));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_breaks_a_rule() {
        let long = "line\n".repeat(LONGEST + 1);
        assert_eq!(in_file("crates/a/src/lib.rs", &long).len(), 1);
        assert_eq!(in_file("data.csv", &long).len(), 0);
        assert_eq!(in_file("a.rs", &format!("{}()", UNFINISHED[0])).len(), 1);
        assert_eq!(in_file("README.md", &format!("see {}a", FORBIDDEN_PATHS[0])).len(), 1);
    }

    #[test]
    fn reads_names_of_messages() {
        let text =
            "# note\n-brand = Noroshi\nreport-title = 届出\n    { $n ->\n   *[other] a = b\n    }\n    .label = x\n";
        assert_eq!(message_names(text), BTreeSet::from(["-brand".to_string(), "report-title".to_string()]));
    }

    #[test]
    fn languages_are_compared_both_ways() {
        let of =
            |names: &[&str]| Catalogue::from([("a.ftl".into(), names.iter().map(|name| name.to_string()).collect())]);
        assert_eq!(lacking("en", &of(&["one"]), &of(&["one", "two"])), ["locales/en/a.ftl: no message `two`"]);
        assert_eq!(lacking("ja", &Catalogue::new(), &of(&[])), ["locales/ja/a.ftl is missing"]);
    }
}
