//! Findings: which test, where, and the values that a sentence about it needs. No sentences.

use serde::{Serialize, Serializer};
use std::fmt;

/// Most findings that a report holds; a document that is broken everywhere is broken enough.
pub const FINDINGS_MAX: usize = 10_000;

/// A test of section 6 of the standard, or the schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TestId {
    section: u8,
    number: u8,
    part: u8,
}

impl TestId {
    /// The JSON schema, and that the bytes are JSON at all.
    pub const SCHEMA: TestId = TestId { section: 0, number: 0, part: 0 };

    /// Test 6.1.`number`.
    #[must_use]
    pub const fn mandatory(number: u8) -> Self {
        TestId { section: 1, number, part: 0 }
    }

    /// Test 6.2.`number`: optional in 2.0, recommended in 2.1.
    #[must_use]
    pub const fn optional(number: u8) -> Self {
        TestId { section: 2, number, part: 0 }
    }

    /// Test 6.3.`number`.
    #[must_use]
    pub const fn informative(number: u8) -> Self {
        TestId { section: 3, number, part: 0 }
    }

    /// A part of the test: 6.1.27.`part`.
    #[must_use]
    pub const fn part(self, part: u8) -> Self {
        TestId { part, ..self }
    }

    /// How much a finding of this test matters.
    #[must_use]
    pub const fn level(self) -> Level {
        match self.section {
            0 | 1 => Level::Mandatory,
            2 => Level::Optional,
            _ => Level::Informative,
        }
    }

    /// Reads `6.1.27.3` or `schema`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if text == "schema" {
            return Some(TestId::SCHEMA);
        }
        let mut numbers = text.strip_prefix("6.")?.split('.').map(|part| part.parse::<u8>().ok());
        let id = TestId {
            section: numbers.next()??,
            number: numbers.next()??,
            part: numbers.next().map_or(Some(0), |part| part)?,
        };
        ((1..=3).contains(&id.section) && numbers.next().is_none()).then_some(id)
    }
}

impl fmt::Display for TestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TestId { section: 0, .. } => f.write_str("schema"),
            TestId { section, number, part: 0 } => write!(f, "6.{section}.{number}"),
            TestId { section, number, part } => write!(f, "6.{section}.{number}.{part}"),
        }
    }
}

impl Serialize for TestId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Schema and section 6.1: the document is not valid.
    Mandatory,
    /// Section 6.2: a warning.
    Optional,
    /// Section 6.3: a hint.
    Informative,
}

/// Something that a test found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The test.
    pub test: TestId,
    /// Which of the things that this test can find; empty when there is only one.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub case: &'static str,
    /// Where: a JSON pointer into the document; empty for the whole of it.
    pub path: String,
    /// What a sentence about it needs, in the order of its gaps.
    pub values: Vec<String>,
}

/// Collects findings down to a level.
pub(super) struct Findings {
    pub list: Vec<Finding>,
    pub cut: bool,
    level: Level,
}

impl Findings {
    pub fn new(level: Level) -> Self {
        Findings { list: Vec::new(), cut: false, level }
    }

    /// Whether tests of this level are asked for.
    pub fn wants(&self, level: Level) -> bool {
        level <= self.level
    }

    pub fn add(&mut self, test: TestId, path: impl fmt::Display, values: &[&str]) {
        self.add_case(test, "", path, values);
    }

    pub fn add_case(&mut self, test: TestId, case: &'static str, path: impl fmt::Display, values: &[&str]) {
        if !self.wants(test.level()) {
            return;
        }
        if self.list.len() >= FINDINGS_MAX {
            self.cut = true;
            return;
        }
        let values = values.iter().map(|value| shortened(value)).collect();
        self.list.push(Finding { test, case, path: path.to_string(), values });
    }
}

/// A value as it is told: never a whole page of it.
fn shortened(value: &str) -> String {
    match value.char_indices().nth(200) {
        Some((end, _)) => format!("{}…", &value[..end]),
        None => value.to_owned(),
    }
}
