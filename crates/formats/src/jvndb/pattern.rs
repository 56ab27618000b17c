//! What somebody asks for by a name with wildcards: `cpe:/a:apache:*`.

use super::platform::{Platform, components};

/// A name of vendor or product; `*` stands for anything, what is not said for everything, and case does not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    part: String,
    vendor: String,
    product: String,
}

impl Pattern {
    /// Reads a CPE 2.2 URI, a CPE 2.3 formatted string or a jvnpid, as far as it goes.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        let (part, vendor, product) = components(name)?;
        let letter = matches!(part.as_str(), "" | "*" | "a" | "o" | "h");
        (letter && name.len() <= 1_000).then_some(Pattern { part, vendor, product })
    }

    /// Whether a product is meant.
    #[must_use]
    pub fn matches(&self, platform: &Platform) -> bool {
        self.matches_vendor(platform)
            && (matches!(self.part.as_str(), "" | "*") || self.part.starts_with(platform.part.letter()))
            && (self.product.is_empty() || glob(&self.product, &platform.product))
    }

    /// Whether a product's vendor is meant.
    #[must_use]
    pub fn matches_vendor(&self, platform: &Platform) -> bool {
        self.vendor.is_empty() || glob(&self.vendor, &platform.vendor)
    }
}

/// Whether a text has the pieces between the stars, in their order and at its ends.
fn glob(pattern: &str, text: &str) -> bool {
    let pieces: Vec<&str> = pattern.split('*').collect();
    let [first, middle @ .., last] = pieces.as_slice() else { return pattern == text };
    let Some(rest) = text.strip_prefix(first) else { return false };
    let Some(mut rest) = rest.strip_suffix(last) else { return false };
    for piece in middle {
        let Some(at) = rest.find(piece) else { return false };
        rest = &rest[at + piece.len()..];
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Wildcards, case and double escapes as the MyJVN documents ask for.
    #[test]
    fn what_is_meant() {
        let xerces = Platform::parse("cpe:/a:apache:xerces-c%2B%2B").expect("a name");
        for name in [
            "cpe:/a:apache:xerces-c%2B%2B",
            "cpe:/a:APACHE:xerces-c++",
            "cpe:/a:apache:*",
            "cpe:/*:apa*",
            "cpe:/:apache",
            "cpe:/a:*:*erces*",
            "cpe:2.3:a:apache:xerces-c%2B%2B",
            "jvnpid:1.0::apache:xerces*",
        ] {
            assert!(Pattern::parse(name).expect(name).matches(&xerces), "{name}");
        }
        for name in ["cpe:/o:apache:*", "cpe:/a:apache:xerces", "cpe:/a:apach", "cpe:/a:*x"] {
            assert!(!Pattern::parse(name).expect(name).matches(&xerces), "{name}");
        }
        assert_eq!(Pattern::parse("apache"), None);
        assert_eq!(Pattern::parse("cpe:/q:apache"), None);
    }
}
