//! RubyGems, Perl, OpenSSL, and the schemes of the specification that belong to nobody.

use super::order::{is_number, items, numbers, run, words};
use jiff::Timestamp;
use std::cmp::Ordering;

/// RubyGems: words are older than numbers, trailing zeros say nothing.
pub(super) fn gem(a: &str, b: &str) -> Ordering {
    let (a, b) = (a.replace('-', ".pre."), b.replace('-', ".pre."));
    items(&words(&a), &words(&b), "0", |a, b| match (is_number(a), is_number(b)) {
        (true, true) => numbers(a, b),
        (false, false) => a.cmp(b),
        (a, b) => a.cmp(&b),
    })
}

/// Perl: a version with a `v` or two dots is dotted, any other a decimal number whose fraction goes by thousands.
pub(super) fn cpan(a: &str, b: &str) -> Ordering {
    let read = |text: &str| -> Vec<String> {
        let text = text.replace('_', "");
        if let Some(dotted) = text.strip_prefix('v').or((text.matches('.').count() > 1).then_some(text.as_str())) {
            return dotted.split('.').map(str::to_owned).collect();
        }
        let (whole, fraction) = text.split_once('.').unwrap_or((text.as_str(), ""));
        let chunks = fraction.as_bytes().chunks(3).map(|chunk| format!("{:0<3}", String::from_utf8_lossy(chunk)));
        std::iter::once(whole.to_owned()).chain(chunks).collect()
    };
    items(&read(a), &read(b), "0", numbers)
}

/// OpenSSL: numbers, then letters (1.0.2za after 1.0.2z), and pre-releases before the release.
pub(super) fn openssl(a: &str, b: &str) -> Ordering {
    let ((a, a_pre), (b, b_pre)) = (cut(a, '-'), cut(b, '-'));
    let letters = |text| run(text, is_dotted).1;
    let pre = || match (a_pre, b_pre) {
        (Some(a), Some(b)) => generic(a, b),
        (a, b) => b.is_some().cmp(&a.is_some()),
    };
    intdot(a, b).then_with(|| letters(a).cmp(letters(b))).then_with(pre)
}

fn cut(text: &str, at: char) -> (&str, Option<&str>) {
    text.split_once(at).map_or((text, None), |(before, after)| (before, Some(after)))
}

fn is_dotted(c: char) -> bool {
    c.is_ascii_digit() || c == '.'
}

/// Numbers with dots between them, up to the first other character.
pub(super) fn intdot(a: &str, b: &str) -> Ordering {
    let list = |text: &str| run(text, is_dotted).0.split('.').map(str::to_owned).collect::<Vec<_>>();
    items(&list(a), &list(b), "0", numbers)
}

/// Instants of RFC 3339; what is none is older than every instant.
pub(super) fn datetime(a: &str, b: &str) -> Ordering {
    let read = |text: &str| text.parse::<Timestamp>().ok();
    read(a).cmp(&read(b)).then_with(|| if read(a).is_none() { a.cmp(b) } else { Ordering::Equal })
}

/// Numbers by value; words that announce a release before it, words that follow a release after it, other words in
/// the order of letters. `v` in front says nothing.
pub(super) fn generic(a: &str, b: &str) -> Ordering {
    let (a, b) = (a.to_lowercase(), b.to_lowercase());
    items(&words(bare(&a)), &words(bare(&b)), "", |a, b| {
        let number_or_end = |word: &str| word.is_empty() || is_number(word);
        if number_or_end(a) && number_or_end(b) {
            return numbers(a, b);
        }
        rank(a).cmp(&rank(b)).then_with(|| a.cmp(b))
    })
}

fn bare(text: &str) -> &str {
    text.strip_prefix('v').filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit())).unwrap_or(text)
}

/// Where a word stands beside the end of a version and beside a number. A zero says as little as the end does.
fn rank(word: &str) -> u8 {
    match word {
        "dev" | "snapshot" | "nightly" => 0,
        "a" | "alpha" => 1,
        "b" | "beta" => 2,
        "m" | "milestone" => 3,
        "pre" | "preview" | "c" | "rc" | "cr" => 4,
        "" | "ga" | "final" | "release" => 5,
        word if is_number(word) => {
            if numbers(word, "0").is_eq() {
                5
            } else {
                7
            }
        }
        _ => 6,
    }
}
