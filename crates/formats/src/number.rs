//! The number of an advisory: a prefix such as `JVN`, `JVNVU` or `JVNTA`, and eight digits.
//!
//! One number, three spellings: `JVN#12345678` where people read it, `JVN12345678` in addresses, and
//! `jvn_12345678.json` for the CSAF file (CSAF 2.0, section 5.1, makes that name from the tracking id).

use crate::text::Language;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// Longest prefix that a partnership may configure.
pub const PREFIX_MAX: usize = 10;
const DIGITS: usize = 8;

/// Number of an advisory. In JSON it is written as in addresses: `"JVN12345678"`.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AdvisoryNumber {
    /// Letters, then zeros: a number lies in lists by the hundred thousand and has nothing on the heap.
    prefix: [u8; PREFIX_MAX],
    digits: u32,
}

/// The text is no advisory number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotANumber;

impl fmt::Display for NotANumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not an advisory number: expected 2 to 10 letters A-Z, an optional #, and 8 digits")
    }
}

impl std::error::Error for NotANumber {}

impl AdvisoryNumber {
    /// A number from its two parts.
    ///
    /// # Errors
    /// When the prefix is not 2 to 10 letters A–Z or the number has more than eight digits.
    pub fn new(prefix: &str, digits: u32) -> Result<Self, NotANumber> {
        let letters = (2..=PREFIX_MAX).contains(&prefix.len()) && prefix.bytes().all(|b| b.is_ascii_uppercase());
        if !letters || digits > 99_999_999 {
            return Err(NotANumber);
        }
        let mut letters = [0; PREFIX_MAX];
        letters[..prefix.len()].copy_from_slice(prefix.as_bytes());
        Ok(AdvisoryNumber { prefix: letters, digits })
    }

    /// The prefix: `JVN`.
    #[must_use]
    pub fn prefix(&self) -> &str {
        let length = self.prefix.iter().position(|byte| *byte == 0).unwrap_or(PREFIX_MAX);
        std::str::from_utf8(&self.prefix[..length]).unwrap_or_default()
    }

    /// The number without its prefix.
    #[must_use]
    pub const fn digits(&self) -> u32 {
        self.digits
    }

    /// As people read it: `JVN#12345678`.
    #[must_use]
    pub fn shown(&self) -> String {
        format!("{}#{:08}", self.prefix(), self.digits)
    }

    /// As it stands in addresses and folder names: `JVN12345678`.
    #[must_use]
    pub fn slug(&self) -> String {
        format!("{}{:08}", self.prefix(), self.digits)
    }

    /// The number of an address, where it is spelt as in [`AdvisoryNumber::slug`]; other spellings have an address elsewhere.
    #[must_use]
    pub fn of_slug(text: &str) -> Option<Self> {
        let plain = text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
        text.parse().ok().filter(|_| plain)
    }

    /// CSAF tracking id: `JVN#12345678` for the original, `JVN#12345678-en` for the English document (decision 9).
    #[must_use]
    pub fn csaf_id(&self, language: Language) -> String {
        match language {
            Language::Ja => self.shown(),
            Language::En => format!("{}-en", self.shown()),
        }
    }

    /// CSAF file name: `jvn_12345678.json`, `jvn_12345678-en.json`.
    #[must_use]
    pub fn csaf_file_name(&self, language: Language) -> String {
        csaf_file_name(&self.csaf_id(language))
    }
}

/// The file name that CSAF demands for a tracking id (CSAF 2.0, section 5.1): lower case, every run of characters
/// outside `+`, `-`, `a`–`z`, `0`–`9` becomes one `_`, then `.json`.
#[must_use]
pub fn csaf_file_name(tracking_id: &str) -> String {
    let mut name = String::with_capacity(tracking_id.len() + 5);
    for c in tracking_id.chars().flat_map(char::to_lowercase) {
        if c.is_ascii_lowercase() || c.is_ascii_digit() || c == '+' || c == '-' {
            name.push(c);
        } else if !name.ends_with('_') {
            name.push('_');
        }
    }
    name + ".json"
}

impl fmt::Display for AdvisoryNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.shown())
    }
}

impl fmt::Debug for AdvisoryNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.shown())
    }
}

impl FromStr for AdvisoryNumber {
    type Err = NotANumber;

    /// Reads both spellings, in any case: `JVN#12345678`, `jvn12345678`, full-width `＃` too.
    fn from_str(text: &str) -> Result<Self, NotANumber> {
        let text = text.trim();
        let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
        let (prefix, rest) = text.split_at(letters);
        let digits = rest.strip_prefix(['#', '＃']).unwrap_or(rest);
        if digits.len() != DIGITS || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(NotANumber);
        }
        let digits = digits.parse().map_err(|_| NotANumber)?;
        AdvisoryNumber::new(&prefix.to_ascii_uppercase(), digits)
    }
}

impl Serialize for AdvisoryNumber {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.slug())
    }
}

impl<'de> Deserialize<'de> for AdvisoryNumber {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_spellings() {
        let number: AdvisoryNumber = "JVN#00345678".parse().unwrap();
        assert_eq!(number.shown(), "JVN#00345678");
        assert_eq!(number.slug(), "JVN00345678");
        assert_eq!(number.csaf_file_name(Language::Ja), "jvn_00345678.json");
        assert_eq!(number.csaf_file_name(Language::En), "jvn_00345678-en.json");
        assert_eq!("jvn00345678".parse(), Ok(number));
    }

    #[test]
    fn one_spelling_is_an_address() {
        assert_eq!(AdvisoryNumber::of_slug("JVN00345678"), "JVN00345678".parse().ok());
        for other in ["JVN#00345678", "jvn00345678", " JVN00345678", "JVN00345678 ", "JVN＃00345678", "JVN0034567"] {
            assert_eq!(AdvisoryNumber::of_slug(other), None, "{other}");
        }
    }

    #[test]
    fn other_series() {
        assert_eq!("JVNVU#90123456".parse::<AdvisoryNumber>().unwrap().prefix(), "JVNVU");
        assert_eq!("JVNTA90123456".parse::<AdvisoryNumber>().unwrap().shown(), "JVNTA#90123456");
    }

    #[test]
    fn refuses_what_is_none() {
        for text in [
            "",
            "JVN",
            "12345678",
            "JVN#1234567",
            "JVN#123456789",
            "JVN##12345678",
            "JVN#1234567a",
            "J#12345678",
            "JVN#１２３４５６７８",
        ] {
            assert_eq!(text.parse::<AdvisoryNumber>(), Err(NotANumber), "{text}");
        }
    }

    #[test]
    fn file_names_of_the_standard() {
        // The examples of CSAF 2.0, section 5.1.
        assert_eq!(csaf_file_name("Example Company - 2019-YH3234"), "example_company_-_2019-yh3234.json");
        assert_eq!(csaf_file_name("RHBA-2019:0024"), "rhba-2019_0024.json");
        assert_eq!(csaf_file_name("2022-01-001 + 002"), "2022-01-001_+_002.json");
    }
}
