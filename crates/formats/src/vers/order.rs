//! Which of two versions is older, by the rules of each scheme.

use super::{distro, general, maven, pypi, semver};
use std::cmp::Ordering;

/// Orders two versions by the rules of a scheme; a scheme that is not known is ordered as `generic`.
#[must_use]
pub fn order(scheme: &str, a: &str, b: &str) -> Ordering {
    let (a, b) = (a.trim(), b.trim());
    match scheme.to_ascii_lowercase().as_str() {
        "semver" | "npm" | "cargo" | "golang" | "go" | "hex" | "pub" | "dart" | "swift" | "cocoapods" | "bitnami"
        | "julia" | "otp" => semver::order(a, b),
        "nuget" => semver::nuget(a, b),
        "composer" | "packagist" => semver::composer(a, b),
        "conan" => semver::conan(a, b),
        "deb" | "ubuntu" | "debian" => distro::deb(a, b),
        "rpm" => distro::rpm(a, b),
        "alpm" | "arch" => distro::alpm(a, b),
        "apk" | "alpine" => distro::apk(a, b),
        "gentoo" | "ebuild" => distro::gentoo(a, b),
        "maven" => maven::order(a, b),
        "pypi" => pypi::order(a, b),
        "gem" => general::gem(a, b),
        "cpan" => general::cpan(a, b),
        "openssl" => general::openssl(a, b),
        "intdot" | "hackage" | "nginx" => general::intdot(a, b),
        "lexicographic" => a.as_bytes().cmp(b.as_bytes()),
        "datetime" => general::datetime(a, b),
        _ => general::generic(a, b),
    }
}

/// Items in an order; equal ones stay as they stood. The rules of Maven and Arch Linux go in circles for odd versions:
/// the library's sort panics when it notices, this one gives one order of several.
#[must_use]
pub(crate) fn sorted<T>(mut items: Vec<T>, order: &impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    if items.len() < 2 {
        return items;
    }
    let mut merged = Vec::with_capacity(items.len());
    let right = sorted(items.split_off(items.len() / 2), order);
    let (mut left, mut right) = (sorted(items, order).into_iter().peekable(), right.into_iter().peekable());
    while let (Some(a), Some(b)) = (left.peek(), right.peek()) {
        merged.extend(if order(a, b).is_le() { left.next() } else { right.next() });
    }
    merged.extend(left.chain(right));
    merged
}

/// Orders two runs of digits by their numbers, however long they are; an empty one is 0.
pub(super) fn numbers(a: &str, b: &str) -> Ordering {
    let (a, b) = (a.trim_start_matches('0'), b.trim_start_matches('0'));
    a.len().cmp(&b.len()).then_with(|| a.cmp(b))
}

/// Whether the text is a run of digits.
pub(super) fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// Cuts a run of such characters off the front.
pub(super) fn run(text: &str, belongs: impl Fn(char) -> bool) -> (&str, &str) {
    let end = text.find(|c| !belongs(c)).unwrap_or(text.len());
    text.split_at(end)
}

/// The runs of digits and the runs of letters of a text; everything else separates.
pub(super) fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (word, after) = match first {
            c if c.is_ascii_digit() => run(rest, |c| c.is_ascii_digit()),
            c if c.is_alphabetic() => run(rest, char::is_alphabetic),
            c => {
                rest = &rest[c.len_utf8()..];
                continue;
            }
        };
        words.push(word);
        rest = after;
    }
    words
}

/// Orders two lists item by item; what one lacks is compared as the filler.
pub(super) fn items<T: AsRef<str>>(a: &[T], b: &[T], filler: &str, order: impl Fn(&str, &str) -> Ordering) -> Ordering {
    let at = |list: &[T], index: usize| list.get(index).map_or(filler.to_owned(), |item| item.as_ref().to_owned());
    first((0..a.len().max(b.len())).map(|index| order(&at(a, index), &at(b, index))))
}

/// The first order that decides.
pub(super) fn first(mut orders: impl Iterator<Item = Ordering>) -> Ordering {
    orders.find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
}
