//! Parts of files that are made from something else. Each lies between two marks in its file:
//! `<!-- generated: NAME -->` and `<!-- end: NAME -->`.

use crate::{arrows, workspace};

struct Part {
    name: &'static str,
    file: &'static str,
    make: fn() -> Result<String, String>,
}

/// A new generated part is a line here and two marks in its file.
const PARTS: [Part; 1] = [Part { name: "crates", file: "ARCHITECTURE.md", make: map_of_crates }];

/// Every part that is out of date, one sentence each.
pub fn breaches() -> Result<Vec<String>, String> {
    let mut found = Vec::new();
    for part in &PARTS {
        if workspace::read(part.file)? != renewed(part)? {
            found.push(format!("{}: `{}` is out of date; run: cargo xtask generate", part.file, part.name));
        }
    }
    Ok(found)
}

/// Brings every part up to date.
pub fn write() -> Result<(), String> {
    for part in &PARTS {
        let text = renewed(part)?;
        std::fs::write(workspace::root().join(part.file), text).map_err(|error| format!("{}: {error}", part.file))?;
    }
    Ok(())
}

fn renewed(part: &Part) -> Result<String, String> {
    let text = workspace::read(part.file)?;
    let body = (part.make)()?;
    replaced(&text, part.name, &body).ok_or_else(|| format!("{}: the marks of `{}` are missing", part.file, part.name))
}

fn replaced(text: &str, name: &str, body: &str) -> Option<String> {
    let (start, end) = (format!("<!-- generated: {name} -->\n"), format!("<!-- end: {name} -->"));
    let (before, rest) = text.split_once(&start)?;
    let (_, after) = rest.split_once(&end)?;
    Some([before, &start, body, &end, after].concat())
}

fn map_of_crates() -> Result<String, String> {
    let mut table = String::from("| crate | knows | may use |\n|---|---|---|\n");
    for room in &arrows::ROOMS {
        let uses = if room.may_use.is_empty() { "none of ours".into() } else { room.may_use.join(", ") };
        table += &format!("| `{}` | {} | {uses} |\n", room.name, room.knows);
    }
    Ok(table)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replaces_what_lies_between_the_marks() {
        let text = "a\n<!-- generated: x -->\nold\n<!-- end: x -->\nb";
        let wanted = "a\n<!-- generated: x -->\nnew\n<!-- end: x -->\nb";
        assert_eq!(replaced(text, "x", "new\n").as_deref(), Some(wanted));
        assert_eq!(replaced(text, "y", "new\n"), None);
    }
}
