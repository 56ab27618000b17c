//! Weaknesses of the Common Weakness Enumeration: numbers and official names.
//!
//! The table holds what Japanese advisories use, not the whole enumeration; a weakness without a name here is left
//! out of CSAF's `cwe` and carried as a note, because CSAF refuses a wrong name (test 6.1.11).

use crate::text::Language;

mod names;

/// Reads `CWE-79`: the number.
#[must_use]
pub fn parse(text: &str) -> Option<u32> {
    let digits = text.strip_prefix("CWE-")?;
    let ok = (1..=6).contains(&digits.len()) && !digits.starts_with('0') && digits.bytes().all(|b| b.is_ascii_digit());
    ok.then(|| digits.parse().ok()).flatten()
}

/// The official English name of a weakness.
#[must_use]
pub fn name(id: u32) -> Option<&'static str> {
    entry(id).map(|(_, name, _)| *name)
}

/// The name for people: the accustomed Japanese one or the official English one.
#[must_use]
pub fn shown(id: u32, language: Language) -> Option<&'static str> {
    let (_, en, ja) = entry(id)?;
    Some(if language == Language::Ja && !ja.is_empty() { ja } else { en })
}

/// Every weakness with a name here: number and official name, in ascending order.
pub fn all() -> impl Iterator<Item = (u32, &'static str)> {
    names::NAMES.iter().map(|(id, name, _)| (*id, *name))
}

fn entry(id: u32) -> Option<&'static (u32, &'static str, &'static str)> {
    let index = names::NAMES.binary_search_by_key(&id, |(id, _, _)| *id).ok()?;
    names::NAMES.get(index)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers() {
        assert_eq!(parse("CWE-79"), Some(79));
        for bad in ["CWE79", "79", "CWE-", "CWE-079", "CWE-noinfo", "cwe-79", "CWE-1234567"] {
            assert_eq!(parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn table_is_in_order_and_knows_the_common_ones() {
        assert!(names::NAMES.is_sorted_by_key(|(id, _, _)| *id));
        assert_eq!(name(352), Some("Cross-Site Request Forgery (CSRF)"));
        assert_eq!(name(787), Some("Out-of-bounds Write"));
        assert_eq!(shown(79, Language::Ja), Some("クロスサイトスクリプティング"));
        assert_eq!(name(999_999), None);
    }

    /// The 25 most dangerous software weaknesses of 2025.
    #[test]
    fn knows_the_top_25() {
        for id in [
            79, 89, 352, 862, 787, 22, 416, 125, 78, 94, 120, 434, 476, 121, 502, 122, 863, 20, 284, 200, 306, 918, 77,
            639, 770,
        ] {
            assert!(name(id).is_some(), "CWE-{id}");
        }
    }
}
