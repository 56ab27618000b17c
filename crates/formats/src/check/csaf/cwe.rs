//! Every release of the Common Weakness Enumeration: which number bore which name when, and how it may be used.

use super::time::Instant;
use std::sync::OnceLock;

const TABLE: &str = include_str!("data/cwe.txt");

/// A stretch of releases in which nothing about a weakness changed.
pub(super) struct Weakness {
    pub id: u32,
    first: usize,
    last: usize,
    pub deprecated: bool,
    pub usage: Usage,
    pub name: &'static str,
}

/// Whether a weakness may be named as the cause of a vulnerability.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Usage {
    Untold,
    Allowed,
    WithReview,
    Discouraged,
    Prohibited,
}

/// The releases and the weaknesses in them.
pub(super) struct Catalogue {
    releases: Vec<(&'static str, Instant)>,
    weaknesses: Vec<Weakness>,
}

/// The catalogue, read once.
pub(super) fn catalogue() -> &'static Catalogue {
    static READ: OnceLock<Catalogue> = OnceLock::new();
    READ.get_or_init(|| {
        let mut lines = TABLE.lines().filter(|line| !line.starts_with('#'));
        let release = |entry: &'static str| {
            let (name, day) = entry.split_once(':')?;
            Some((name, Instant::parse(&format!("{day}T00:00:00Z"))?))
        };
        let releases = lines.next().unwrap_or_default().split(' ').filter_map(release).collect();
        Catalogue { releases, weaknesses: lines.filter_map(weakness).collect() }
    })
}

fn weakness(line: &'static str) -> Option<Weakness> {
    let mut cells = line.split('\t');
    Some(Weakness {
        id: cells.next()?.parse().ok()?,
        first: cells.next()?.parse().ok()?,
        last: cells.next()?.parse().ok()?,
        deprecated: cells.next()? == "x",
        usage: match cells.next()? {
            "A" => Usage::Allowed,
            "R" => Usage::WithReview,
            "D" => Usage::Discouraged,
            "P" => Usage::Prohibited,
            _ => Usage::Untold,
        },
        // MITRE's own files hold a name with a blank at its end.
        name: cells.next()?.trim_end(),
    })
}

impl Catalogue {
    fn of(&self, id: u32) -> &[Weakness] {
        let start = self.weaknesses.partition_point(|weakness| weakness.id < id);
        let length = self.weaknesses[start..].partition_point(|weakness| weakness.id == id);
        &self.weaknesses[start..start + length]
    }

    /// Whether a number bore this name in any release.
    pub fn ever(&self, id: u32, name: &str) -> bool {
        self.of(id).iter().any(|weakness| weakness.name == name)
    }

    /// The latest name of a number.
    pub fn latest(&self, id: u32) -> Option<&Weakness> {
        self.of(id).last()
    }

    pub fn knows_release(&self, release: &str) -> bool {
        self.releases.iter().any(|(name, _)| *name == release)
    }

    /// The weakness as it stood in a release.
    pub fn in_release(&self, id: u32, release: &str) -> Option<&Weakness> {
        let index = self.releases.iter().position(|(name, _)| *name == release)?;
        self.of(id).iter().find(|weakness| (weakness.first..=weakness.last).contains(&index))
    }

    /// The newest release at a time.
    pub fn release_at(&self, at: Instant) -> Option<&'static str> {
        let newest = self.releases.iter().filter(|(_, day)| *day <= at).max_by_key(|(_, day)| *day);
        newest.map(|(name, _)| *name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_releases() {
        let all = catalogue();
        assert!(all.weaknesses.is_sorted_by_key(|weakness| weakness.id));
        let jtag = "Sensitive Information Accessible by Physical Probing of JTAG Interface";
        assert_eq!(all.in_release(1324, "4.9").map(|weakness| weakness.name), Some(jtag));
        assert!(all.in_release(1324, "4.10").is_some_and(|weakness| weakness.deprecated && weakness.name != jtag));
        assert!(all.in_release(1419, "4.12").is_none(), "younger than the release");
        assert_eq!(all.release_at(Instant::parse("2024-01-21T10:00:00Z").unwrap()), Some("4.13"));
        assert_eq!(all.in_release(20, "4.13").map(|weakness| weakness.usage), Some(Usage::Discouraged));
        assert!(all.latest(1008).is_none(), "a view, not a weakness");
    }

    /// The other table of this crate holds the same names.
    #[test]
    fn names_agree() {
        for (id, name) in crate::cwe::all() {
            assert!(catalogue().ever(id, name), "CWE-{id} {name}");
        }
    }
}
