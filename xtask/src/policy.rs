//! Licences, bans, duplicates and sources of everything that is built in, by the rules of `deny.toml`.
//!
//! `cargo deny check bans licenses sources` reads the same file; building that tool takes longer than all our checks
//! together, so the three questions are asked here, over `cargo tree` and `Cargo.lock`.

use crate::{spdx, workspace};
use std::collections::BTreeMap;

/// Every breach, one sentence each.
pub fn breaches() -> Result<Vec<String>, String> {
    let policy = Policy { text: workspace::read("deny.toml")? };
    let packages = packages(&policy.list("graph", "targets"))?;
    let ours = ["(", &workspace::root().display().to_string()].concat();
    let foreign: Vec<&Package> = packages.iter().filter(|package| !package.origin.starts_with(&ours)).collect();

    let mut found = licences(&foreign, &policy.list("licenses", "allow"));
    found.extend(bans(&foreign, &policy.list("bans", "deny")));
    found.extend(duplicates(&foreign, &policy.list("bans", "skip")));
    found.extend(sources(&workspace::read("Cargo.lock")?, &policy.list("sources", "allow-registry")));
    Ok(found)
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Package {
    name: String,
    version: String,
    origin: String,
    licence: String,
}

fn packages(targets: &[String]) -> Result<Vec<Package>, String> {
    let mut tree = workspace::cargo("tree");
    tree.args(["--quiet", "--workspace", "--edges", "normal,build,dev", "--prefix", "none", "--format", "{p}|{l}|"]);
    for target in targets {
        tree.args(["--target", target]);
    }
    let mut packages: Vec<Package> = workspace::output(&mut tree)?.lines().filter_map(package).collect();
    packages.sort();
    packages.dedup();
    Ok(packages)
}

/// `name v1.2.3 (where from)|licence|`
fn package(line: &str) -> Option<Package> {
    let (spec, rest) = line.split_once('|')?;
    let (licence, _) = rest.split_once('|')?;
    let mut words = spec.splitn(3, ' ').map(String::from);
    let (name, version) = (words.next()?, words.next()?);
    Some(Package { name, version, origin: words.next().unwrap_or_default(), licence: licence.into() })
}

fn licences(packages: &[&Package], allowed: &[String]) -> Vec<String> {
    let bad = packages.iter().filter(|package| !spdx::is_allowed(&package.licence, allowed));
    let say = |package: &&Package| {
        format!("{} {}: licence `{}` is not allowed in deny.toml", package.name, package.version, package.licence)
    };
    bad.map(say).collect()
}

fn bans(packages: &[&Package], denied: &[String]) -> Vec<String> {
    let bad = packages.iter().filter(|package| denied.contains(&package.name));
    bad.map(|package| format!("{} is banned in deny.toml; see who needs it: cargo tree -i {0}", package.name)).collect()
}

fn duplicates(packages: &[&Package], excused: &[String]) -> Vec<String> {
    let mut versions: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for package in packages {
        let versions = versions.entry(&package.name).or_default();
        if !versions.contains(&package.version.as_str()) {
            versions.push(&package.version);
        }
    }
    let twice = |name: &str| versions.get(name).is_some_and(|versions| versions.len() > 1);
    let unexcused = versions.keys().filter(|name| twice(name) && !excused.iter().any(|excuse| excuse == *name));
    let unneeded = excused.iter().filter(|name| !twice(name));
    unexcused
        .map(|name| format!("{name} is built in several versions; use one, or excuse it under `skip` in deny.toml"))
        .chain(unneeded.map(|name| format!("{name} is there once now: take it out of `skip` in deny.toml")))
        .collect()
}

fn sources(lock: &str, allowed: &[String]) -> Vec<String> {
    let sources = lock.lines().filter_map(|line| line.strip_prefix("source = \"")?.strip_suffix('"'));
    let known = |source: &&str| source.strip_prefix("registry+").is_some_and(|url| allowed.iter().any(|it| it == url));
    let mut bad: Vec<&str> = sources.filter(|source| !known(source)).collect();
    bad.dedup();
    bad.into_iter()
        .map(|source| format!("Cargo.lock names the source {source}, which deny.toml does not allow"))
        .collect()
}

struct Policy {
    text: String,
}

impl Policy {
    /// The strings of the array `key` in the table `[table]`. All of our policy is arrays of plain strings.
    fn list(&self, table: &str, key: &str) -> Vec<String> {
        let header = format!("[{table}]");
        let lines = self.text.lines().map(|line| line.split('#').next().unwrap_or_default().trim());
        let body = lines.skip_while(|line| *line != header).skip(1).take_while(|line| !line.starts_with('['));
        let starts = |line: &str| line.strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with('='));
        let mut strings = Vec::new();
        for line in body.skip_while(|line| !starts(line)) {
            strings.extend(line.split('"').skip(1).step_by(2).map(String::from));
            if line.ends_with(']') {
                break;
            }
        }
        strings
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn a_package(name: &str, version: &str, licence: &str) -> Package {
        Package { name: name.into(), version: version.into(), origin: String::new(), licence: licence.into() }
    }

    #[test]
    fn reads_a_line_of_the_tree() {
        let read = package("sha2 v0.10.9 (proc-macro)|MIT OR Apache-2.0| (*)").expect("a package");
        assert_eq!((read.name.as_str(), read.version.as_str()), ("sha2", "v0.10.9"));
        assert_eq!(read.licence, "MIT OR Apache-2.0");
    }

    #[test]
    fn reads_lists_of_the_policy() {
        let text = "[bans]\ndeny = [\n  \"openssl\", # it is C\n  \"native-tls\",\n]\nskip = [\"base64\"]\n[licenses]\nallow = []\n";
        let policy = Policy { text: text.into() };
        assert_eq!(policy.list("bans", "deny"), ["openssl", "native-tls"]);
        assert_eq!(policy.list("bans", "skip"), ["base64"]);
        assert!(policy.list("licenses", "allow").is_empty());
        assert!(policy.list("sources", "allow-registry").is_empty());
    }

    #[test]
    fn finds_breaches() {
        let (old, new, other) = (
            a_package("sha2", "v0.10.9", "MIT"),
            a_package("sha2", "v0.11.0", "MIT"),
            a_package("gnu", "v1.0.0", "GPL-3.0"),
        );
        let packages = [&old, &new, &other];
        let list = |name: &str| vec![name.to_string()];
        assert_eq!(licences(&packages, &list("MIT")).len(), 1);
        assert_eq!(bans(&packages, &list("gnu")).len(), 1);
        assert_eq!(duplicates(&packages, &[]).len(), 1);
        assert_eq!(duplicates(&packages, &list("sha2")).len(), 0);
        assert_eq!(duplicates(&[&other], &list("sha2")).len(), 1);
    }

    #[test]
    fn only_known_registries_are_sources() {
        let allowed = ["https://github.com/rust-lang/crates.io-index".to_string()];
        let lock = "source = \"registry+https://github.com/rust-lang/crates.io-index\"\n\
                    source = \"git+https://git.example/fork\"\n";
        assert_eq!(sources(lock, &allowed).len(), 1);
    }
}
