//! CPE names: well-formed names, their two bindings, how they lie to each other (NISTIR 7695 and 7696), and whether a
//! text is a name that CSAF accepts.

mod binding;
mod matching;
mod wfn;

pub use matching::{Relation, compare};
pub use wfn::{ATTRIBUTES, Value, Wfn};

use crate::text::Language;
use std::fmt;

/// Longest name that is read.
pub const CPE_MAX: usize = 1_000;

/// Why a name was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CpeError {
    /// Longer than [`CPE_MAX`].
    TooLong,
    /// Begins with none of `cpe:2.3:`, `cpe:/`, `wfn:[`, or an attribute is not one of the eleven.
    Shape,
    /// So many components.
    Count(usize),
    /// The part is neither `a`, `h` nor `o`.
    Part,
    /// A character must be quoted or encoded, or the quoting is broken.
    Quoting,
    /// A wildcard inside of a value, or nothing but wildcards.
    Wildcard,
    /// Empty, too long, or a lone quoted hyphen.
    Value,
}

impl CpeError {
    /// What is wrong, for people.
    #[must_use]
    pub fn text(self, language: Language) -> String {
        let words = match self {
            CpeError::TooLong => language.pick("CPE 名が長すぎます。", "The CPE name is too long."),
            CpeError::Shape => language.pick(
                "CPE 名は cpe:2.3:、cpe:/ または wfn:[ で始めてください。",
                "A CPE name starts with cpe:2.3:, cpe:/ or wfn:[ and has known attributes only.",
            ),
            CpeError::Count(count) => {
                return match language {
                    Language::Ja => format!("CPE 名の要素の数（{count}）が正しくありません。"),
                    Language::En => format!("The CPE name has a wrong number of components: {count}."),
                };
            }
            CpeError::Part => language.pick("part は a、h、o のいずれかです。", "The part is one of a, h, o."),
            CpeError::Quoting => language
                .pick("引用が必要な文字、または壊れた引用があります。", "A character is not quoted as it must be."),
            CpeError::Wildcard => language
                .pick("ワイルドカードは値の両端にだけ置けます。", "Wildcards stand at the ends of a value only."),
            CpeError::Value => language.pick("値が空か、正しくありません。", "A value is empty or not permitted."),
        };
        words.to_owned()
    }
}

impl fmt::Display for CpeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Language::En))
    }
}

impl std::error::Error for CpeError {}

/// Reads a name in any of its three forms: formatted string, URI, well-formed name.
///
/// # Errors
/// When it is none.
pub fn parse(text: &str) -> Result<Wfn, CpeError> {
    let text = text.trim();
    if text.len() > CPE_MAX {
        return Err(CpeError::TooLong);
    }
    if text.starts_with("cpe:2.3:") {
        return Wfn::from_formatted(text);
    }
    if text.starts_with("cpe:/") {
        return Wfn::from_uri(text);
    }
    Wfn::parse(text)
}

/// Whether the text is a CPE 2.3 formatted string or a CPE 2.2 URI.
#[must_use]
pub fn is_cpe(text: &str) -> bool {
    text.len() <= CPE_MAX && (is_formatted_string(text) || is_uri(text))
}

fn is_formatted_string(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("cpe:2.3:") else { return false };
    let attributes = split_unescaped(rest);
    let [part, attributes @ ..] = attributes.as_slice() else { return false };
    attributes.len() == 10
        && matches!(*part, "a" | "h" | "o" | "*" | "-")
        && attributes
            .iter()
            .enumerate()
            .all(|(index, value)| if index == 5 { is_language(value) } else { is_value(value) })
}

/// Splits at colons that are not escaped.
fn split_unescaped(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut escaped = false;
    for (index, c) in text.char_indices() {
        if c == ':' && !escaped {
            parts.push(&text[start..index]);
            start = index + 1;
        }
        escaped = c == '\\' && !escaped;
    }
    parts.push(&text[start..]);
    parts
}

/// An attribute's value: `*`, `-`, or characters with wildcards at its ends only and punctuation escaped.
fn is_value(value: &str) -> bool {
    if matches!(value, "*" | "-") {
        return true;
    }
    let body = strip_wildcards(value);
    let mut chars = body.chars();
    while let Some(c) = chars.next() {
        let ok = match c {
            '\\' => chars.next().is_some_and(|next| next.is_ascii_punctuation() && !"-._".contains(next)),
            _ => c.is_ascii_alphanumeric() || "-._".contains(c),
        };
        if !ok {
            return false;
        }
    }
    !body.is_empty()
}

/// Takes a `*` or a run of `?` off either end.
fn strip_wildcards(value: &str) -> &str {
    let value = value.strip_prefix('*').unwrap_or_else(|| value.trim_start_matches('?'));
    if value.ends_with(r"\*") || value.ends_with(r"\?") {
        return value;
    }
    value.strip_suffix('*').unwrap_or_else(|| value.trim_end_matches('?'))
}

fn is_language(value: &str) -> bool {
    if matches!(value, "*" | "-") {
        return true;
    }
    let (language, region) = value.split_once('-').map_or((value, None), |(l, r)| (l, Some(r)));
    let alphabetic = |text: &str| text.bytes().all(|b| b.is_ascii_alphabetic());
    let region_ok = region
        .is_none_or(|r| (r.len() == 2 && alphabetic(r)) || (r.len() == 3 && r.bytes().all(|b| b.is_ascii_digit())));
    (2..=3).contains(&language.len()) && alphabetic(language) && region_ok
}

fn is_uri(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("cpe:/") else { return false };
    let mut attributes = rest.split(':');
    let part_ok = attributes.next().is_some_and(|part| matches!(part, "" | "a" | "h" | "o"));
    let rest: Vec<&str> = attributes.collect();
    let value_ok = |value: &&str| value.bytes().all(|b| b.is_ascii_alphanumeric() || b"._-~%".contains(&b));
    part_ok && rest.len() <= 6 && rest.iter().all(value_ok)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        for good in [
            "cpe:2.3:a:example:groupware:*:*:*:*:*:*:*:*",
            r"cpe:2.3:a:example:c\+\+_lib:2.3:*:*:ja-jp:*:*:*:*",
            "cpe:2.3:o:example:router_firmware:1.?:*:*:*:*:*:*:*",
            "cpe:/a:example:groupware:2.3",
        ] {
            assert!(is_cpe(good), "{good}");
        }
        for bad in [
            "",
            "cpe:2.3:a:example:groupware",
            "cpe:2.3:x:example:groupware:*:*:*:*:*:*:*:*",
            "cpe:2.3:a:exa mple:groupware:*:*:*:*:*:*:*:*",
            "cpe:2.3:a:exa*mple:groupware:*:*:*:*:*:*:*:*",
            "cpe:2.3:a:example:c++:*:*:*:*:*:*:*:*",
            "cpe:/x:example",
        ] {
            assert!(!is_cpe(bad), "{bad}");
        }
    }
}
