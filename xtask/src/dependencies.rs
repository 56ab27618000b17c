//! What we depend on: named once in the root manifest, each with a reason in `docs/dependencies.md`.

use crate::workspace;

const REASONS: &str = "docs/dependencies.md";

/// Names of the folders under `crates/`, sorted.
pub fn crate_names() -> Result<Vec<String>, String> {
    let folder = workspace::root().join("crates");
    let entries = std::fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let names = entries.flatten().filter(|entry| entry.path().join("Cargo.toml").is_file());
    let mut names: Vec<String> = names.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    Ok(names)
}

/// The keys under some headers of a manifest.
pub fn keys(manifest: &str, headers: &[&str]) -> Vec<String> {
    lines(manifest, headers).into_iter().map(|(key, _)| key).collect()
}

/// Every dependency without a reason, every reason without a dependency, every version named outside the root.
pub fn breaches() -> Result<Vec<String>, String> {
    let mut used = keys(&workspace::read("Cargo.toml")?, &["[workspace.dependencies]"]);
    used.retain(|name| !crate::arrows::ROOMS.iter().any(|room| room.name == name));
    let reasons = reasons(&workspace::read(REASONS)?);

    let missing = used.iter().filter(|name| !reasons.contains(name));
    let left_over = reasons.iter().filter(|name| !used.contains(name));
    let mut found: Vec<String> = missing.map(|name| format!("{REASONS}: no line says why {name} is here")).collect();
    found.extend(left_over.map(|name| format!("{REASONS}: {name} is not in Cargo.toml any more")));
    for name in crate_names()? {
        found.extend(versions_outside_root(&name, &workspace::read(&format!("crates/{name}/Cargo.toml"))?));
    }
    Ok(found)
}

/// First cells of the first table: `| crate | why | licence |`.
fn reasons(text: &str) -> Vec<String> {
    let table = text.lines().skip_while(|line| !line.starts_with("|--")).skip(1);
    let rows = table.take_while(|line| line.starts_with('|'));
    rows.filter_map(|row| row.split('|').nth(1)).map(|cell| cell.trim().trim_matches('`').to_string()).collect()
}

fn versions_outside_root(name: &str, manifest: &str) -> Vec<String> {
    let all = lines(manifest, &["[dependencies]", "[dev-dependencies]", "[build-dependencies]"]);
    let own = all.into_iter().filter(|(_, value)| !value.contains("workspace = true"));
    own.map(|(key, _)| format!("crates/{name}: {key} has to come from the workspace (`{key}.workspace = true`)"))
        .collect()
}

/// Key and whole line of every entry under the headers.
fn lines(manifest: &str, headers: &[&str]) -> Vec<(String, String)> {
    let mut inside = false;
    let mut found = Vec::new();
    for line in manifest.lines().map(str::trim) {
        if line.starts_with('[') {
            inside = headers.contains(&line);
        } else if inside && line.starts_with(|first: char| first.is_ascii_alphabetic()) && line.contains('=') {
            let key = line.split(['.', ' ', '=']).next().unwrap_or_default();
            found.push((key.to_string(), line.to_string()));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const MANIFEST: &str = "[package]\nname = \"a\"\n[dependencies]\njiff.workspace = true\n# why\nserde = \"1\"\n\
                            [dev-dependencies]\nproptest = { workspace = true }\n";

    #[test]
    fn reads_keys_below_headers() {
        assert_eq!(keys(MANIFEST, &["[dependencies]"]), ["jiff", "serde"]);
        assert_eq!(keys(MANIFEST, &["[dependencies]", "[dev-dependencies]"]), ["jiff", "serde", "proptest"]);
    }

    #[test]
    fn finds_versions_outside_the_root() {
        assert_eq!(versions_outside_root("a", MANIFEST).len(), 1);
    }

    #[test]
    fn reads_the_table_of_reasons() {
        let text = "# Why\n\n| crate | why | licence |\n|---|---|---|\n| jiff | days | MIT |\n| `serde` | data | MIT |\n\n| x |\n";
        assert_eq!(reasons(text), ["jiff", "serde"]);
    }
}
