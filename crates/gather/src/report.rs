//! What became of each document, and all of it counted.

use std::collections::BTreeMap;
use std::fmt;

use formats::document::SourceFormat;
use formats::{NotUnderstood, Why};
use serde::Serialize;

/// Kinds of places that are counted apart; more are counted together.
const KINDS_MAX: usize = 2_000;

/// What became of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It was not there before.
    New,
    /// It took the place of an older one.
    Replaced,
    /// The same bytes are there already.
    Unchanged,
    /// A newer one is there already.
    Older,
    /// It was not taken in: why.
    Refused(String),
}

/// A document and what became of it.
#[derive(Clone, Debug, Serialize)]
pub struct Told {
    /// What it was called where it was found.
    pub name: String,
    /// Who publishes it, by the name in addresses.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Its id there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Its format.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub format: Option<SourceFormat>,
    /// What became of it.
    pub outcome: Outcome,
    /// What was not understood of it, and where.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub not_understood: Vec<NotUnderstood>,
}

impl Told {
    /// A document of which nothing is known but that it was refused.
    #[must_use]
    pub fn refused(name: &str, why: &impl fmt::Display) -> Self {
        Told {
            name: name.to_owned(),
            source: None,
            id: None,
            format: None,
            outcome: Outcome::Refused(why.to_string()),
            not_understood: Vec::new(),
        }
    }
}

/// All documents of an import, counted.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// New ones.
    pub new: u64,
    /// Ones that took the place of older ones.
    pub replaced: u64,
    /// Ones that are there already.
    pub unchanged: u64,
    /// Ones of which a newer one is there.
    pub older: u64,
    /// Ones that were refused.
    pub refused: u64,
    /// Documents in which something was not understood.
    pub partly: u64,
    /// Places that were not understood, alike ones together, with how often.
    pub kinds: BTreeMap<(SourceFormat, String, Why), u64>,
    /// Further places that are not counted apart.
    pub other_kinds: u64,
    /// Bytes that were taken in.
    pub bytes: u64,
}

impl Report {
    /// Counts a document.
    pub fn count(&mut self, told: &Told) {
        match told.outcome {
            Outcome::New => self.new += 1,
            Outcome::Replaced => self.replaced += 1,
            Outcome::Unchanged => self.unchanged += 1,
            Outcome::Older => self.older += 1,
            Outcome::Refused(_) => self.refused += 1,
        }
        self.partly += u64::from(!told.not_understood.is_empty());
        let Some(format) = told.format else { return };
        for one in &told.not_understood {
            let key = (format, alike(&one.at), one.why);
            if self.kinds.len() < KINDS_MAX || self.kinds.contains_key(&key) {
                *self.kinds.entry(key).or_default() += 1;
            } else {
                self.other_kinds += 1;
            }
        }
    }

    /// Documents that are in the library now because of this import.
    #[must_use]
    pub const fn taken(&self) -> u64 {
        self.new + self.replaced
    }

    /// All documents that were looked at.
    #[must_use]
    pub const fn all(&self) -> u64 {
        self.new + self.replaced + self.unchanged + self.older + self.refused
    }
}

/// The place without its numbers, so that places of many documents are told as one.
fn alike(at: &str) -> String {
    let part = |part: &str| match part.split_once('[') {
        Some((name, _)) => format!("{name}[*]"),
        None if !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()) => "*".to_owned(),
        None => part.to_owned(),
    };
    at.split('/').map(part).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn alike_places_are_one() {
        assert_eq!(alike("/vulnerabilities/12/scores/0/cvss_v2"), "/vulnerabilities/*/scores/*/cvss_v2");
        assert_eq!(alike("/VULDEF-Document/Vulinfo[2]/Exploit[1]"), "/VULDEF-Document/Vulinfo[*]/Exploit[*]");
    }
}
