//! SSVC: namespaces and the decision points that are registered.

use std::sync::OnceLock;

const TABLE: &str = include_str!("data/ssvc.txt");
/// Registered base namespaces; `example` and `test` are registered for their purpose.
const REGISTERED: [&str; 7] = ["basic", "cisa", "cvss", "example", "nist", "ssvc", "test"];
/// Registered, but without decision points of their own.
const SPECIAL: [&str; 2] = ["example", "test"];

/// A registered decision point.
pub(super) struct Point {
    pub namespace: &'static str,
    pub key: &'static str,
    pub version: &'static str,
    pub values: Vec<&'static str>,
}

/// Every registered decision point, by namespace, key and version.
pub(super) fn points() -> &'static [Point] {
    static READ: OnceLock<Vec<Point>> = OnceLock::new();
    READ.get_or_init(|| {
        let point = |line: &'static str| {
            let mut cells = line.split('\t');
            let (namespace, key, version) = (cells.next()?, cells.next()?, cells.next()?);
            Some(Point { namespace, key, version, values: cells.next()?.split(' ').collect() })
        };
        TABLE.lines().filter(|line| !line.starts_with('#')).filter_map(point).collect()
    })
}

/// What comes before the first `/`.
pub(super) fn base(namespace: &str) -> &str {
    namespace.split('/').next().unwrap_or_default()
}

/// The base without its fragment.
fn plain(namespace: &str) -> &str {
    base(namespace).split('#').next().unwrap_or_default()
}

pub(super) fn is_registered(namespace: &str) -> bool {
    REGISTERED.contains(&plain(namespace))
}

/// `example`, `test`: registered for documentation and testing, with any decision points.
pub(super) fn is_special(namespace: &str) -> bool {
    SPECIAL.contains(&plain(namespace))
}

/// Not one with `x_`, and not registered: not allowed at all.
pub(super) fn is_reserved(namespace: &str) -> bool {
    !is_registered(namespace) && (!namespace.starts_with("x_") || plain(namespace) == "x_invalid")
}

pub(super) fn is_unregistered(namespace: &str) -> bool {
    namespace.starts_with("x_")
}

pub(super) fn has_extension(namespace: &str) -> bool {
    namespace.contains('/')
}

/// The pattern of `namespace`: a registered word or `x_` and a reversed domain name with a fragment, then extensions:
/// first a language or nothing, then languages, domain names with fragments, or both with `$`.
pub(super) fn is_namespace(text: &str) -> bool {
    if !(3..=1_000).contains(&text.len()) {
        return false;
    }
    let mut segments = text.split('/');
    let base_ok = segments.next().is_some_and(is_base);
    let Some(first) = segments.next() else { return base_ok };
    let language_ok = first.is_empty() || is_language(first);
    let mut rest = segments.peekable();
    base_ok && language_ok && (!first.is_empty() || rest.peek().is_some()) && rest.all(is_extension)
}

fn is_base(text: &str) -> bool {
    let (name, fragment) = text.split_once('#').map_or((text, None), |(name, fragment)| (name, Some(fragment)));
    if let Some(domain) = name.strip_prefix("x_") {
        return is_domain(domain) && fragment.is_some_and(is_fragment);
    }
    let word = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    let name_ok = name.starts_with(|c: char| c.is_ascii_lowercase()) && name.split(['.', '-']).all(word);
    name_ok && name.len() >= 3 && fragment.is_none_or(is_fragment)
}

fn is_fragment(text: &str) -> bool {
    let word = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    text.split(['.', '-']).all(word)
}

/// Labels of letters, digits and inner hyphens, at least two.
fn is_domain(text: &str) -> bool {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
    let label = |label: &str| {
        let bytes = label.as_bytes();
        let ends = bytes.first().copied().is_some_and(plain) && bytes.last().copied().is_some_and(plain);
        ends && bytes.len() <= 63 && bytes.iter().all(|b| plain(*b) || *b == b'-')
    };
    text.contains('.') && text.split('.').all(label)
}

fn is_language(text: &str) -> bool {
    super::pattern::language(text) && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

fn is_extension(text: &str) -> bool {
    if is_language(text) {
        return true;
    }
    let Some(rest) = text.strip_prefix('.') else { return false };
    let (rest, language) = rest.split_once('$').map_or((rest, None), |(rest, language)| (rest, Some(language)));
    let (domain, fragment) = rest.split_once('#').map_or((rest, None), |(domain, fragment)| (domain, Some(fragment)));
    let shape = match (fragment, language) {
        (Some(fragment), _) => is_fragment(fragment),
        (None, Some(_)) => true,
        (None, None) => false,
    };
    shape && is_domain(domain) && language.is_none_or(is_language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn namespaces() {
        for good in [
            "ssvc",
            "nist#800-30",
            "x_example.test#test",
            "ssvc//.example.test#some-private-collection",
            "ssvc//.example.test$en-GB",
            "ssvc/de-DE/.example.organization#ref-arch-1",
            "x_example.test#without-resource/de-DE",
        ] {
            assert!(is_namespace(good), "{good}");
        }
        for bad in ["", "ss", "SSVC", "x_example#test", "x_example.test", "ssvc/", "x_example.test#te..st", "ssvc//x"] {
            assert!(!is_namespace(bad), "{bad}");
        }
        assert!(is_reserved("invalid") && is_unregistered("x_a.b#c") && is_registered("ssvc//.a.b#c"));
        assert!(points().iter().any(|point| point.key == "MI" && point.version == "1.0.0"));
    }
}
