//! Python's order (PEP 440): epoch, release, pre-, post- and development releases, local versions.

use super::order::{is_number, items, numbers, run};
use std::cmp::Ordering;

/// A version in its parts.
struct Version {
    epoch: String,
    release: Vec<String>,
    /// `a`, `b` or `rc` and its number.
    pre: Option<(u8, String)>,
    post: Option<String>,
    dev: Option<String>,
    local: Option<Vec<String>>,
}

/// Python. What is no version by the standard is older than every version.
pub(super) fn order(a: &str, b: &str) -> Ordering {
    match (read(a), read(b)) {
        (Some(a), Some(b)) => versions(&a, &b),
        (a, b) if a.is_some() != b.is_some() => a.is_some().cmp(&b.is_some()),
        _ => super::general::generic(a, b),
    }
}

fn versions(a: &Version, b: &Version) -> Ordering {
    numbers(&a.epoch, &b.epoch)
        .then_with(|| items(&a.release, &b.release, "0", numbers))
        .then_with(|| pre(a, b))
        .then_with(|| post(a, b))
        .then_with(|| dev(a, b))
        .then_with(|| local(a.local.as_deref(), b.local.as_deref()))
}

fn read(text: &str) -> Option<Version> {
    let text = text.trim().to_lowercase();
    let text = text.strip_prefix('v').unwrap_or(&text);
    let (text, local) = text.split_once('+').map_or((text, None), |(text, local)| (text, Some(local)));
    let local = local.map(|local| local.split(['.', '-', '_']).map(str::to_owned).collect());
    let (epoch, text) = text.split_once('!').unwrap_or(("0", text));
    let (release, mut rest) = run(text, |c| c.is_ascii_digit() || c == '.');
    // A dot before a word belongs to the word.
    let release = release.strip_suffix('.').unwrap_or(release);
    let release: Vec<String> = release.split('.').map(str::to_owned).collect();
    if !is_number(epoch) || !release.iter().all(|part| is_number(part)) {
        return None;
    }
    let mut version = Version { epoch: epoch.to_owned(), release, pre: None, post: None, dev: None, local };
    while !rest.is_empty() {
        rest = version.word(rest)?;
    }
    Some(version)
}

impl Version {
    /// Reads one word with its number; gives what is left.
    fn word<'a>(&mut self, text: &'a str) -> Option<&'a str> {
        let separator = |c: char| matches!(c, '.' | '-' | '_');
        let bare = text.trim_start_matches(separator);
        let (word, rest) = run(bare, |c| c.is_ascii_alphabetic());
        // A separator stands before the number, or before the next word.
        let (number, rest) = match run(rest.trim_start_matches(separator), |c| c.is_ascii_digit()) {
            ("", _) => ("", rest),
            found => found,
        };
        let number = number.to_owned();
        let pre = |rank| Some((rank, number.clone()));
        match word {
            "a" | "alpha" if self.pre.is_none() => self.pre = pre(0),
            "b" | "beta" if self.pre.is_none() => self.pre = pre(1),
            "c" | "rc" | "pre" | "preview" if self.pre.is_none() => self.pre = pre(2),
            "post" | "rev" | "r" if self.post.is_none() => self.post = Some(number),
            "" if self.post.is_none() && text.starts_with('-') && !number.is_empty() => self.post = Some(number),
            "dev" if self.dev.is_none() => self.dev = Some(number),
            _ => return None,
        }
        Some(rest)
    }
}

/// A development release of the release itself comes before its pre-releases, the release itself after them.
fn pre(a: &Version, b: &Version) -> Ordering {
    let key = |version: &Version| match &version.pre {
        None if version.post.is_none() && version.dev.is_some() => (0, 0),
        Some((rank, _)) => (1, *rank),
        None => (2, 0),
    };
    let number = |version: &Version| version.pre.as_ref().map(|(_, number)| number.clone());
    key(a).cmp(&key(b)).then_with(|| both(&number(a), &number(b)))
}

/// A post-release is newer than the release.
fn post(a: &Version, b: &Version) -> Ordering {
    a.post.is_some().cmp(&b.post.is_some()).then_with(|| both(&a.post, &b.post))
}

/// A development release is older than what it leads to.
fn dev(a: &Version, b: &Version) -> Ordering {
    b.dev.is_some().cmp(&a.dev.is_some()).then_with(|| both(&a.dev, &b.dev))
}

fn both(a: &Option<String>, b: &Option<String>) -> Ordering {
    a.as_deref().zip(b.as_deref()).map_or(Ordering::Equal, |(a, b)| numbers(a, b))
}

/// No local version before any; numbers after words; more parts after fewer.
fn local(a: Option<&[String]>, b: Option<&[String]>) -> Ordering {
    let (Some(a), Some(b)) = (a, b) else { return a.is_some().cmp(&b.is_some()) };
    let part = |(a, b): (&String, &String)| match (is_number(a), is_number(b)) {
        (true, true) => numbers(a, b),
        (false, false) => a.cmp(b),
        (a, b) => a.cmp(&b),
    };
    a.iter().zip(b).map(part).find(|order| order.is_ne()).unwrap_or_else(|| a.len().cmp(&b.len()))
}
