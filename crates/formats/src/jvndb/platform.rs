//! Names of products among platforms: CPE 2.2 and 2.3 and JVN's own `jvnpid`, down to the product.

use crate::text::{Language, Localized};
use sha2::{Digest, Sha256};

/// Longest part of a name that is made up.
const PART_MAX: usize = 100;

/// What a platform is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// An application.
    Application,
    /// An operating system or firmware.
    System,
    /// Hardware.
    Hardware,
}

impl Part {
    /// Its letter in a name.
    #[must_use]
    pub const fn letter(self) -> char {
        match self {
            Part::Application => 'a',
            Part::System => 'o',
            Part::Hardware => 'h',
        }
    }

    fn of(text: &str) -> Option<Self> {
        match text.to_ascii_lowercase().as_str() {
            "a" => Some(Part::Application),
            "o" => Some(Part::System),
            "h" => Some(Part::Hardware),
            _ => None,
        }
    }
}

/// A vendor's product, versions left aside. Its texts are in lower case, without any escapes.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Platform {
    /// What it is.
    pub part: Part,
    /// The vendor.
    pub vendor: String,
    /// The product.
    pub product: String,
}

impl Platform {
    /// The platform of a product, and whether its name had to be made: without a name of its own it stands under the
    /// vendor `misc`, as JVN iPedia does it.
    #[must_use]
    pub fn of(vendor: &Localized, product: &Localized, cpe: Option<&str>) -> (Self, bool) {
        if let Some(platform) = cpe.and_then(Platform::parse) {
            return (platform, false);
        }
        let product = format!("{}_{}", slug(vendor), slug(product));
        (Platform { part: Part::Application, vendor: "misc".to_owned(), product }, true)
    }

    /// Reads a CPE 2.2 URI or a CPE 2.3 formatted string. A name without vendor or product, or with wildcards in them,
    /// names no single product.
    #[must_use]
    pub fn parse(cpe: &str) -> Option<Self> {
        let (part, vendor, product) = components(cpe)?;
        let single = |value: &str| !value.is_empty() && value != "-" && value.is_ascii() && !value.contains('*');
        if !single(&vendor) || !single(&product) {
            return None;
        }
        Some(Platform { part: Part::of(&part)?, vendor, product })
    }

    /// CPE 2.2 URI: `cpe:/a:example:c%2B%2B`.
    #[must_use]
    pub fn uri(&self) -> String {
        format!("cpe:/{}:{}:{}", self.part.letter(), encode(&self.vendor), encode(&self.product))
    }

    /// CPE 2.3 as the MyJVN schemas want it: escaped by percent signs, not by backslashes.
    #[must_use]
    pub fn formatted(&self) -> String {
        self.formatted_of(None)
    }

    /// The same with a version.
    #[must_use]
    pub fn formatted_of(&self, version: Option<&str>) -> String {
        let (part, vendor, product) = (self.part.letter(), encode(&self.vendor), encode(&self.product));
        let version = version.map_or_else(|| "*".to_owned(), encode);
        format!("cpe:2.3:{part}:{vendor}:{product}:{version}:*:*:*:*:*:*:*")
    }

    /// JVN's product identifier: `jvnpid:1.0::example:groupware`.
    #[must_use]
    pub fn jvnpid(&self) -> String {
        format!("{}:{}", self.vendor_jvnpid(), encode(&self.product))
    }

    /// The same with a version.
    #[must_use]
    pub fn jvnpid_of(&self, version: Option<&str>) -> String {
        let version = version.map_or_else(String::new, |version| format!(":{}", encode(version)));
        format!("{}{version}", self.jvnpid())
    }

    /// CPE 2.2 URI of the vendor: `cpe:/:example`.
    #[must_use]
    pub fn vendor_uri(&self) -> String {
        format!("cpe:/:{}", encode(&self.vendor))
    }

    /// CPE 2.3 of the vendor: `cpe:2.3::example`.
    #[must_use]
    pub fn vendor_formatted(&self) -> String {
        format!("cpe:2.3::{}", encode(&self.vendor))
    }

    /// JVN's vendor identifier: `jvnpid:1.0::example`.
    #[must_use]
    pub fn vendor_jvnpid(&self) -> String {
        format!("jvnpid:1.0::{}", encode(&self.vendor))
    }
}

/// Part, vendor and product of a CPE or jvnpid as plain texts in lower case; what is not said is empty.
pub(super) fn components(name: &str) -> Option<(String, String, String)> {
    let lower = name.trim().to_ascii_lowercase();
    let rest = ["cpe:2.3:", "jvnpid:1.0:", "cpe:/"].into_iter().find_map(|prefix| lower.strip_prefix(prefix))?;
    let mut parts = split(rest).into_iter().map(|part| plain(&part));
    let mut next = || parts.next().unwrap_or_default();
    Some((next(), next(), next()))
}

/// Splits at colons that no backslash escapes.
fn split(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut escaped = false;
    for c in text.chars() {
        if c == ':' && !escaped {
            parts.push(String::new());
        } else if let Some(part) = parts.last_mut() {
            part.push(c);
        }
        escaped = c == '\\' && !escaped;
    }
    parts
}

/// The text without backslashes and percent escapes; an escape inside an escape (`%252B`) counts as one.
fn plain(text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..2 {
        text = unescape_percent(&text);
    }
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => out.extend(chars.next()),
            _ => out.push(c),
        }
    }
    out.to_ascii_lowercase()
}

fn unescape_percent(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let hex = (*first == b'%').then(|| tail.get(..2)).flatten();
        let byte = hex.and_then(|hex| u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok());
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { &tail[2..] } else { tail };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Percent-encodes everything but letters, digits, `.`, `_` and `-`.
#[must_use]
pub fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"._-".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// A name in the letters that platforms are named with: the English one, or digits of a hash when there is none.
fn slug(name: &Localized) -> String {
    let english = name.get(Language::En).to_ascii_lowercase();
    let words: Vec<&str> = english.split_whitespace().collect();
    let slug: String = words.join("_").chars().filter(|c| is_plain(*c)).take(PART_MAX).collect();
    if slug.chars().any(|c| c.is_ascii_alphanumeric()) && english.is_ascii() {
        return slug;
    }
    format!("x{:012x}", number(&[name.get(Language::Ja)]))
}

/// Whether a made name may hold this: nothing that is a wildcard or an escape in any way of writing a platform.
fn is_plain(c: char) -> bool {
    c.is_ascii_graphic() && !r"\%*?".contains(c)
}

/// A stable number of a name: the first 48 bits of the SHA-256 of its parts, each followed by a zero byte. It fits every
/// JSON reader's integers, and a hundred thousand names meet with a chance of one in fifty thousand.
#[must_use]
pub fn number(parts: &[&str]) -> u64 {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part.trim().as_bytes());
        hasher.update([0]);
    }
    hasher.finalize().iter().take(6).fold(0, |number, byte| number << 8 | u64::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_every_spelling() {
        let spellings = [
            "cpe:/a:apache:xerces-c%2b%2b",
            "cpe:/A:Apache:Xerces-C%252B%252B",
            r"cpe:2.3:a:apache:xerces-c\+\+:1.0:*:*:*:*:*:*:*",
            "cpe:2.3:a:apache:xerces-c%2B%2B",
        ];
        for spelling in spellings {
            let platform = Platform::parse(spelling).expect(spelling);
            assert_eq!(platform.uri(), "cpe:/a:apache:xerces-c%2B%2B", "{spelling}");
            assert_eq!(platform.formatted(), "cpe:2.3:a:apache:xerces-c%2B%2B:*:*:*:*:*:*:*:*");
            assert_eq!(platform.jvnpid(), "jvnpid:1.0::apache:xerces-c%2B%2B");
            assert_eq!(platform.vendor_uri(), "cpe:/:apache");
        }
        for none in ["cpe:/a:apache", "cpe:2.3:a:*:x:*:*:*:*:*:*:*:*", "cpe:/x:a:b", "", "cpe:/a:ア:b"] {
            assert_eq!(Platform::parse(none), None, "{none}");
        }
    }

    #[test]
    fn a_product_without_a_name_stands_under_misc() {
        let (platform, made) = Platform::of(&Localized::new("緑", "Midori Soft"), &Localized::same("C++ Kit"), None);
        assert!(made);
        assert_eq!(platform.uri(), "cpe:/a:misc:midori_soft_c%2B%2B_kit");
        let (escapes, _) = Platform::of(&Localized::same("100%41"), &Localized::same(r"a\b*"), None);
        assert_eq!(Platform::parse(&escapes.uri()), Some(escapes));
        let (japanese, _) = Platform::of(&Localized::same("緑"), &Localized::same("帳票"), None);
        assert!(japanese.uri().starts_with("cpe:/a:misc:x") && japanese.uri().is_ascii());
    }

    #[test]
    fn numbers_stay() {
        // SHA-256 of the byte zero begins with 6e340b9cffb3.
        assert_eq!(number(&[""]), 0x6e34_0b9c_ffb3);
        assert_ne!(number(&["a", "b"]), number(&["ab"]));
        assert!(number(&["緑"]) < 1 << 48);
    }
}
