//! Ranges of versions as CSAF 2.1 writes them: vers, or its constraints alone (vls).

use super::number::{Number, numeric};
use std::cmp::Ordering;

/// Types of vers that are registered: their versions are ordered by their own rules.
const REGISTERED: [&str; 31] = [
    "all",
    "alpine",
    "alpm",
    "apache",
    "apk",
    "cargo",
    "composer",
    "conan",
    "cpan",
    "datetime",
    "deb",
    "ebuild",
    "gem",
    "generic",
    "github",
    "golang",
    "hex",
    "intdot",
    "lexicographic",
    "maven",
    "mattermost",
    "mozilla",
    "nginx",
    "none",
    "npm",
    "nuget",
    "openssl",
    "pypi",
    "rpm",
    "semver",
    "swift",
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Op {
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Equal,
    NotEqual,
}

/// A range: constraints in the order in which they stand. `*` has no constraints.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Range<'a> {
    /// The type of vers; none in vls.
    pub kind: Option<&'a str>,
    pub constraints: Vec<(Op, &'a str)>,
}

/// An end of an interval and whether it belongs to it.
type End<'a> = Option<(&'a str, bool)>;

impl<'a> Range<'a> {
    /// Reads a range; `None` when it breaks a rule of 3.1.2.3.2.
    pub fn parse(text: &'a str) -> Option<Self> {
        let (kind, body) = split(text);
        if let Some(kind) = kind.filter(|kind| *kind == "all" || body == "*") {
            return (kind == "all" && body == "*").then_some(Range { kind: Some(kind), constraints: vec![] });
        }
        let mut constraints = Vec::new();
        for part in body.split('|') {
            let (op, version) = constraint(part)?;
            let foreign = |c: char| c.is_whitespace() || c.is_control() || "<>=!*".contains(c);
            let written = kind.is_some() && part.starts_with('=');
            if version.is_empty() || version.contains(foreign) || written {
                return None;
            }
            constraints.push((op, version));
        }
        let range = Range { kind, constraints };
        range.is_canonical().then_some(range)
    }

    /// For types whose order is certain: sorted, each version once, no constraint that another makes needless.
    fn is_canonical(&self) -> bool {
        let Some(order) = self.kind.and_then(certain_order) else { return true };
        let pairs = || self.constraints.windows(2).map(|pair| (pair[0], pair[1]));
        let sorted = pairs().all(|(a, b)| order(a.1, b.1).is_none_or(Ordering::is_lt));
        let side = |op: Op| match op {
            Op::Less | Op::LessOrEqual => Some(true),
            Op::Greater | Op::GreaterOrEqual => Some(false),
            Op::Equal | Op::NotEqual => None,
        };
        let sides: Vec<bool> = self.constraints.iter().filter_map(|(op, _)| side(*op)).collect();
        sorted && sides.windows(2).all(|pair| pair[0] != pair[1])
    }

    /// Exactly one version.
    pub fn is_single(&self) -> bool {
        matches!(self.constraints[..], [(Op::Equal, _)])
    }

    /// Without an upper end.
    pub fn is_open(&self) -> bool {
        let last = self.constraints.iter().rev().find(|(op, _)| *op != Op::NotEqual);
        matches!(last, Some((Op::Greater | Op::GreaterOrEqual, _)))
    }

    /// Whether the last constraint excludes its version from above: a fix is likely.
    pub fn ends_before(&self) -> bool {
        matches!(self.constraints.last(), Some((Op::Less, _)))
    }

    pub fn contains(&self, version: &str) -> bool {
        let is = |wanted: Op| self.constraints.iter().any(|(op, own)| *op == wanted && natural(own, version).is_eq());
        if is(Op::NotEqual) {
            return false;
        }
        let point = (Some((version, true)), Some((version, true)));
        is(Op::Equal) || self.intervals().iter().any(|interval| overlap(*interval, point))
    }

    /// Whether some version is in both.
    pub fn overlaps(&self, other: &Range<'_>) -> bool {
        let points = |range: &Range<'_>, in_other: &Range<'_>| {
            range.constraints.iter().any(|(op, version)| *op == Op::Equal && in_other.contains(version))
        };
        let theirs = other.intervals();
        let meet = self.intervals().iter().any(|mine| theirs.iter().any(|their| overlap(*mine, *their)));
        meet || points(self, other) || points(other, self)
    }

    /// The stretches between `>` and `<`; single versions are not among them.
    fn intervals(&self) -> Vec<(End<'a>, End<'a>)> {
        if self.constraints.is_empty() {
            return vec![(None, None)];
        }
        let mut sorted: Vec<(Op, &str)> = self.constraints.clone();
        sorted.sort_by(|a, b| natural(a.1, b.1));
        let mut intervals = vec![];
        let (mut from, mut open) = (None, true);
        for (op, version) in sorted {
            match op {
                Op::Greater | Op::GreaterOrEqual => (from, open) = (Some((version, op == Op::GreaterOrEqual)), true),
                Op::Less | Op::LessOrEqual if open => {
                    intervals.push((from, Some((version, op == Op::LessOrEqual))));
                    open = false;
                }
                _ => {}
            }
        }
        if open && from.is_some() {
            intervals.push((from, None));
        }
        intervals
    }
}

/// Whether the name says that it is vers: `vers:type/…`.
pub(super) fn split(text: &str) -> (Option<&str>, &str) {
    let parts = text.strip_prefix("vers:").and_then(|rest| rest.split_once('/'));
    let kind_ok = |kind: &str| {
        let letter = |b: u8| b.is_ascii_lowercase() || b".-+".contains(&b);
        kind.bytes().next().is_some_and(letter) && kind.bytes().all(|b| letter(b) || b.is_ascii_digit())
    };
    match parts {
        Some((kind, body)) if kind_ok(kind) && !body.is_empty() => (Some(kind), body),
        _ => (None, text),
    }
}

pub(super) fn is_registered(kind: &str) -> bool {
    REGISTERED.contains(&kind)
}

fn constraint(part: &str) -> Option<(Op, &str)> {
    let signs = [
        ("<=", Op::LessOrEqual),
        (">=", Op::GreaterOrEqual),
        ("!=", Op::NotEqual),
        ("<", Op::Less),
        (">", Op::Greater),
        ("=", Op::Equal),
    ];
    let found = signs.iter().find_map(|(sign, op)| Some((*op, part.strip_prefix(sign)?)));
    Some(found.unwrap_or((Op::Equal, part)))
}

fn overlap(a: (End<'_>, End<'_>), b: (End<'_>, End<'_>)) -> bool {
    let before = |high: End<'_>, low: End<'_>| match (high, low) {
        (Some((high, high_in)), Some((low, low_in))) => match natural(high, low) {
            Ordering::Less => true,
            Ordering::Equal => !(high_in && low_in),
            Ordering::Greater => false,
        },
        _ => false,
    };
    !before(a.1, b.0) && !before(b.1, a.0)
}

type Order = fn(&str, &str) -> Option<Ordering>;

/// The order of a type, where it is plain; `None` from it when a version is none of the type.
fn certain_order(kind: &str) -> Option<Order> {
    match kind {
        "intdot" => Some(|a, b| {
            let ok = |text: &str| text.split('.').all(super::pattern::digits);
            (ok(a) && ok(b)).then(|| natural(a, b))
        }),
        "semver" | "npm" | "cargo" => Some(|a, b| Some(Number::parse(a)?.order(&Number::parse(b)?))),
        _ => None,
    }
}

/// The order that people expect: numbers as numbers, letters as letters; letters after a version come before it.
pub(super) fn natural(a: &str, b: &str) -> Ordering {
    let strip = |text: &'_ str| -> usize {
        usize::from(text.starts_with(['v', 'V']) && text[1..].starts_with(|c: char| c.is_ascii_digit()))
    };
    let (mut left, mut right) = (Words(&a[strip(a)..]), Words(&b[strip(b)..]));
    loop {
        let number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
        let zero = |word: &str| word.bytes().all(|b| b == b'0');
        let order = match (left.next(), right.next()) {
            (None, None) => return Ordering::Equal,
            (Some(word), None) if number(word) && zero(word) => continue,
            (None, Some(word)) if number(word) && zero(word) => continue,
            (Some(word), None) => {
                if number(word) {
                    Ordering::Greater
                } else {
                    Ordering::Less
                }
            }
            (None, Some(word)) => {
                if number(word) {
                    Ordering::Less
                } else {
                    Ordering::Greater
                }
            }
            (Some(a), Some(b)) => match (number(a), number(b)) {
                (true, true) => numeric(a.trim_start_matches('0'), b.trim_start_matches('0')),
                (true, false) => Ordering::Greater,
                (false, true) => Ordering::Less,
                (false, false) => a.cmp(b),
            },
        };
        if order.is_ne() {
            return order;
        }
    }
}

/// Runs of digits and runs of letters; everything else divides.
struct Words<'a>(&'a str);

impl<'a> Iterator for Words<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        self.0 = self.0.trim_start_matches(|c: char| !c.is_alphanumeric());
        let first = self.0.chars().next()?;
        let same = |c: char| c.is_alphanumeric() && c.is_ascii_digit() == first.is_ascii_digit();
        let end = self.0.find(|c| !same(c)).unwrap_or(self.0.len());
        let (word, rest) = self.0.split_at(end);
        self.0 = rest;
        Some(word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges() {
        for good in
            ["vers:all/*", "vers:npm/>=2.2.0|<2.3.0", "<V3.1.2.2", ">abc|<=def", "vers:gem/>=2.2.0|!=2.2.1|<2.3.0"]
        {
            assert!(Range::parse(good).is_some(), "{good}");
        }
        for bad in [
            "",
            "all versions < 4.2.0",
            "vers:all/<3",
            "vers:npm/*",
            "vers:npm/ >=1",
            "a||b",
            "<>1",
            "*",
            "vers:npm/>=2.0.0|<1.0.0",
            "vers:semver/<1.0.0|<2.0.0",
            "vers:npm/=1.0.0",
        ] {
            assert_eq!(Range::parse(bad), None, "{bad}");
        }
        let range = |text| Range::parse(text).unwrap();
        assert!(range("vers:intdot/4.2.0").is_single() && range("<1.2.0|>=4.2.0").is_open());
        assert!(!range("vers:intdot/<2.1.0|>4.2.0|!=5.1|<=10.3.1").is_open());
        assert!(range(">2.1.0|<4.2.0").overlaps(&range(">1.2.0|<2.4.0")));
        assert!(!range(">2.1.0|<4.2.0").overlaps(&range(">1.2.0|<=2.1.0")));
        assert!(range("vers:intdot/>2.1.0|<4.2.0").contains("2.4.0"));
        assert!(!range("vers:intdot/>2.1.0|!=2.4.0|<4.2.0").contains("2.4.0"));
        assert!(!range(">2.1.0|<3.16.0|>3.16.0|<4.2.0").contains("3.16.0"));
    }

    #[test]
    fn natural_order() {
        for (a, b) in [("1.9", "1.10"), ("1.0-rc1", "1.0"), ("V3.1", "3.2"), ("10.9a", "10.9c")] {
            assert!(natural(a, b).is_lt(), "{a} {b}");
        }
        assert!(natural("1.0", "1").is_eq());
    }
}
