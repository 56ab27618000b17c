//! Semantic Versioning 2.0.0 (section 11) and what others made of it: NuGet, Composer, Conan.

use super::order::{is_number, items, numbers, words};
use std::cmp::Ordering;

/// Release and pre-release of a version; a leading `v` or `=` and the build metadata say nothing about the order.
fn parts(text: &str) -> (&str, Option<&str>) {
    let text = text.trim_start_matches(['v', 'V', '=']).trim_start();
    let text = text.split('+').next().unwrap_or_default();
    text.split_once('-').map_or((text, None), |(release, pre)| (release, Some(pre)))
}

/// Semantic Versioning; missing minor or patch numbers are 0.
pub(super) fn order(a: &str, b: &str) -> Ordering {
    let ((a, a_pre), (b, b_pre)) = (parts(a), parts(b));
    release(a, b).then_with(|| pre_release(a_pre, b_pre, |a, b| a.cmp(b)))
}

/// NuGet: four numbers, and letters compare without case.
pub(super) fn nuget(a: &str, b: &str) -> Ordering {
    order(&a.to_lowercase(), &b.to_lowercase())
}

fn release(a: &str, b: &str) -> Ordering {
    let (a, b): (Vec<&str>, Vec<&str>) = (a.split('.').collect(), b.split('.').collect());
    items(&a, &b, "0", |a, b| identifier(a, b, |a, b| a.cmp(b)))
}

/// A version without a pre-release is newer than one with.
fn pre_release(a: Option<&str>, b: Option<&str>, text: impl Fn(&str, &str) -> Ordering) -> Ordering {
    match (a, b) {
        (None, None) => Ordering::Equal,
        (None, Some(_)) => Ordering::Greater,
        (Some(_), None) => Ordering::Less,
        (Some(a), Some(b)) => {
            let (a, b): (Vec<&str>, Vec<&str>) = (a.split('.').collect(), b.split('.').collect());
            let common = a.iter().zip(&b).map(|(a, b)| identifier(a, b, &text)).find(|order| order.is_ne());
            common.unwrap_or_else(|| a.len().cmp(&b.len()))
        }
    }
}

/// Numbers by value and before words.
fn identifier(a: &str, b: &str, text: impl Fn(&str, &str) -> Ordering) -> Ordering {
    match (is_number(a), is_number(b)) {
        (true, true) => numbers(a, b),
        (true, false) => Ordering::Less,
        (false, true) => Ordering::Greater,
        (false, false) => text(a, b),
    }
}

/// Composer: up to four numbers, then a stability: dev, alpha, beta, RC, none, patch.
pub(super) fn composer(a: &str, b: &str) -> Ordering {
    let lower = |text: &str| text.to_lowercase();
    let (a, b) = (lower(a), lower(b));
    let branch = |text: &str| text.starts_with("dev-");
    match (branch(&a), branch(&b)) {
        (true, true) => return a.cmp(&b),
        (true, false) => return Ordering::Less,
        (false, true) => return Ordering::Greater,
        (false, false) => {}
    }
    let cut = |text: &str| text.trim_start_matches('v').split('+').next().unwrap_or_default().to_owned();
    let (a, b) = (cut(&a), cut(&b));
    let (a, b) = (composer_parts(&a), composer_parts(&b));
    items(&a.0, &b.0, "0", numbers).then_with(|| {
        items(&a.1, &b.1, "", |a, b| match (is_number(a), is_number(b)) {
            (true, true) => numbers(a, b),
            _ => stability(a).cmp(&stability(b)),
        })
    })
}

/// The leading numbers and the words behind them.
fn composer_parts(text: &str) -> (Vec<&str>, Vec<&str>) {
    let words = words(text);
    let count = words.iter().take_while(|word| is_number(word)).count();
    (words[..count].to_vec(), words[count..].to_vec())
}

fn stability(word: &str) -> u8 {
    match word {
        "dev" => 1,
        "a" | "alpha" => 2,
        "b" | "beta" => 3,
        "rc" => 4,
        "" | "stable" => 5,
        "p" | "pl" | "patch" => 7,
        word if is_number(word) => 6,
        _ => 0,
    }
}

/// Conan: items of any number and kind, trailing zeros say nothing, build metadata counts.
pub(super) fn conan(a: &str, b: &str) -> Ordering {
    let ((a, a_build), (b, b_build)) = (split(a, '+'), split(b, '+'));
    let ((a, a_pre), (b, b_pre)) = (split(a, '-'), split(b, '-'));
    let pre = || match (a_pre, b_pre) {
        (Some(a), Some(b)) => conan_items(a, b),
        (a, b) => b.is_some().cmp(&a.is_some()),
    };
    let build = || match (a_build, b_build) {
        (Some(a), Some(b)) => conan_items(a, b),
        (a, b) => a.is_some().cmp(&b.is_some()),
    };
    conan_items(a, b).then_with(pre).then_with(build)
}

fn split(text: &str, at: char) -> (&str, Option<&str>) {
    text.split_once(at).map_or((text, None), |(before, after)| (before, Some(after)))
}

fn conan_items(a: &str, b: &str) -> Ordering {
    let list = |text: &str| {
        let mut list: Vec<String> = text.split('.').map(str::to_owned).collect();
        while list.last().is_some_and(|last| is_number(last) && numbers(last, "0").is_eq()) {
            list.pop();
        }
        list
    };
    let (a, b) = (list(a), list(b));
    let one = |(a, b): (&String, &String)| if is_number(a) && is_number(b) { numbers(a, b) } else { a.cmp(b) };
    a.iter().zip(&b).map(one).find(|order| order.is_ne()).unwrap_or_else(|| a.len().cmp(&b.len()))
}
