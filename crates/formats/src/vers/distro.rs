//! The orders of Linux distributions: Debian (deb-version(7)), RPM (rpm-version(7)), Arch Linux (vercmp(8)), Alpine
//! (apk-tools), Gentoo (Package Manager Specification, section 3.3).

use super::order::{first, is_number, numbers, run};
use std::cmp::Ordering;

/// `epoch:version-release`; a missing epoch is 0.
fn evr(text: &str) -> (&str, &str, Option<&str>) {
    let (epoch, rest) = match text.split_once(':') {
        Some((epoch, rest)) if is_number(epoch) => (epoch, rest),
        _ => ("0", text),
    };
    rest.rsplit_once('-').map_or((epoch, rest, None), |(version, release)| (epoch, version, Some(release)))
}

/// Debian.
pub(super) fn deb(a: &str, b: &str) -> Ordering {
    let ((ae, av, ar), (be, bv, br)) = (evr(a), evr(b));
    numbers(ae, be).then_with(|| deb_part(av, bv)).then_with(|| deb_part(ar.unwrap_or("0"), br.unwrap_or("0")))
}

/// Runs of anything but digits, then runs of digits, in turn.
fn deb_part(mut a: &str, mut b: &str) -> Ordering {
    while !(a.is_empty() && b.is_empty()) {
        let ((a_text, a_rest), (b_text, b_rest)) = (run(a, |c| !c.is_ascii_digit()), run(b, |c| !c.is_ascii_digit()));
        let ((a_number, a_rest), (b_number, b_rest)) =
            (run(a_rest, |c| c.is_ascii_digit()), run(b_rest, |c| c.is_ascii_digit()));
        let order = deb_text(a_text, b_text).then_with(|| numbers(a_number, b_number));
        if order.is_ne() {
            return order;
        }
        (a, b) = (a_rest, b_rest);
    }
    Ordering::Equal
}

/// `~` before the end, the end before letters, letters before everything else.
fn deb_text(a: &str, b: &str) -> Ordering {
    let weight = |c: Option<char>| match c {
        Some('~') => (0, 0),
        None => (1, 0),
        Some(c) if c.is_ascii_alphabetic() => (2, u32::from(c)),
        Some(c) => (3, u32::from(c)),
    };
    let (mut a, mut b) = (a.chars(), b.chars());
    loop {
        let (x, y) = (a.next(), b.next());
        let order = weight(x).cmp(&weight(y));
        if order.is_ne() || (x.is_none() && y.is_none()) {
            return order;
        }
    }
}

/// RPM.
pub(super) fn rpm(a: &str, b: &str) -> Ordering {
    let ((ae, av, ar), (be, bv, br)) = (evr(a), evr(b));
    numbers(ae, be).then_with(|| rpm_part(av, bv)).then_with(|| rpm_part(ar.unwrap_or(""), br.unwrap_or("")))
}

fn rpm_part(mut a: &str, mut b: &str) -> Ordering {
    let separator = |c: char| !c.is_ascii_alphanumeric() && c != '~' && c != '^';
    loop {
        (a, b) = (a.trim_start_matches(separator), b.trim_start_matches(separator));
        // A tilde is older than the end, a caret newer than the end but older than anything else.
        match (a.strip_prefix('~'), b.strip_prefix('~')) {
            (Some(x), Some(y)) => {
                (a, b) = (x, y);
                continue;
            }
            (Some(_), None) => return Ordering::Less,
            (None, Some(_)) => return Ordering::Greater,
            (None, None) => {}
        }
        match (a.strip_prefix('^'), b.strip_prefix('^')) {
            (Some(x), Some(y)) => {
                (a, b) = (x, y);
                continue;
            }
            (Some(_), None) => return if b.is_empty() { Ordering::Greater } else { Ordering::Less },
            (None, Some(_)) => return if a.is_empty() { Ordering::Less } else { Ordering::Greater },
            (None, None) => {}
        }
        if a.is_empty() || b.is_empty() {
            return a.len().cmp(&b.len());
        }
        let order;
        (order, a, b) = rpm_segment(a, b);
        if order.is_ne() {
            return order;
        }
    }
}

/// A run of digits or of letters, as the first one begins; digits are newer than letters.
fn rpm_segment<'a, 'b>(a: &'a str, b: &'b str) -> (Ordering, &'a str, &'b str) {
    let digits = a.starts_with(|c: char| c.is_ascii_digit());
    let kind = |c: char| if digits { c.is_ascii_digit() } else { c.is_ascii_alphabetic() };
    let ((x, a_rest), (y, b_rest)) = (run(a, kind), run(b, kind));
    let order = match (digits, y.is_empty()) {
        (true, true) => Ordering::Greater,
        (false, true) => Ordering::Less,
        (true, false) => numbers(x, y),
        (false, false) => x.cmp(y),
    };
    (order, a_rest, b_rest)
}

/// Arch Linux: a release counts only where both have one.
pub(super) fn alpm(a: &str, b: &str) -> Ordering {
    let ((ae, av, ar), (be, bv, br)) = (evr(a), evr(b));
    let release = || ar.zip(br).map_or(Ordering::Equal, |(a, b)| alpm_part(a, b));
    numbers(ae, be).then_with(|| alpm_part(av, bv)).then_with(release)
}

fn alpm_part(mut a: &str, mut b: &str) -> Ordering {
    let separator = |c: char| !c.is_ascii_alphanumeric();
    while !a.is_empty() && !b.is_empty() {
        let ((a_gap, x), (b_gap, y)) = (run(a, separator), run(b, separator));
        (a, b) = (x, y);
        if a.is_empty() || b.is_empty() {
            break;
        }
        if a_gap.len() != b_gap.len() {
            return a_gap.len().cmp(&b_gap.len());
        }
        let order;
        (order, a, b) = rpm_segment(a, b);
        if order.is_ne() {
            return order;
        }
    }
    // What is left over wins, unless it is a word: 1.5b is older than 1.5.
    let word = |text: &str| text.starts_with(|c: char| c.is_ascii_alphabetic());
    match (a.is_empty(), b.is_empty()) {
        (true, true) => Ordering::Equal,
        (true, false) if !word(b) => Ordering::Less,
        (true, false) => Ordering::Greater,
        (false, _) if word(a) => Ordering::Less,
        (false, _) => Ordering::Greater,
    }
}

/// `1.2.3b_rc4-r5`
struct Ebuild<'a> {
    numbers: Vec<&'a str>,
    letter: &'a str,
    suffixes: Vec<(i8, &'a str)>,
    revision: Option<&'a str>,
}

const SUFFIXES: [(&str, i8); 9] =
    [("alpha", -4), ("beta", -3), ("pre", -2), ("rc", -1), ("cvs", 1), ("svn", 2), ("git", 3), ("hg", 4), ("p", 5)];

impl<'a> Ebuild<'a> {
    fn read(text: &'a str) -> Self {
        let (text, revision) = match text.rsplit_once("-r") {
            Some((before, revision)) if is_number(revision) => (before, Some(revision)),
            _ => (text, None),
        };
        let text = text.split('~').next().unwrap_or_default();
        let mut parts = text.split('_');
        let (dotted, letter) = run(parts.next().unwrap_or_default(), |c| c.is_ascii_digit() || c == '.');
        let suffix = |part: &'a str| {
            let (word, number) = run(part, |c| c.is_ascii_alphabetic());
            let rank = SUFFIXES.iter().find(|(name, _)| *name == word).map_or(5, |(_, rank)| *rank);
            (rank, number)
        };
        Ebuild { numbers: dotted.split('.').collect(), letter, suffixes: parts.map(suffix).collect(), revision }
    }

    fn order(&self, other: &Self) -> Ordering {
        let number = |(index, (a, b)): (usize, (&&str, &&str))| component(index, a, b);
        first(self.numbers.iter().zip(&other.numbers).enumerate().map(number))
            .then_with(|| self.numbers.len().cmp(&other.numbers.len()))
            .then_with(|| self.letter.cmp(other.letter))
            .then_with(|| suffix_order(&self.suffixes, &other.suffixes))
    }
}

/// After the first, a number with a leading zero is a decimal fraction.
fn component(index: usize, a: &str, b: &str) -> Ordering {
    if index > 0 && (a.starts_with('0') || b.starts_with('0')) {
        return a.trim_end_matches('0').cmp(b.trim_end_matches('0'));
    }
    numbers(a, b)
}

fn suffix_order(a: &[(i8, &str)], b: &[(i8, &str)]) -> Ordering {
    let pair = |index: usize| {
        let (a, a_number) = a.get(index).copied().unwrap_or((0, ""));
        let (b, b_number) = b.get(index).copied().unwrap_or((0, ""));
        a.cmp(&b).then_with(|| numbers(a_number, b_number))
    };
    first((0..a.len().max(b.len())).map(pair))
}

/// Gentoo: a missing revision is 0.
pub(super) fn gentoo(a: &str, b: &str) -> Ordering {
    let (a, b) = (Ebuild::read(a), Ebuild::read(b));
    a.order(&b).then_with(|| numbers(a.revision.unwrap_or("0"), b.revision.unwrap_or("0")))
}

/// Alpine: a missing revision is older than any.
pub(super) fn apk(a: &str, b: &str) -> Ordering {
    let (a, b) = (Ebuild::read(a), Ebuild::read(b));
    let revision = || match (a.revision, b.revision) {
        (Some(a), Some(b)) => numbers(a, b),
        (a, b) => a.is_some().cmp(&b.is_some()),
    };
    a.order(&b).then_with(revision)
}
