//! Is a CSAF document — ours or anybody's — what CSAF 2.0 or 2.1 says it must be?
//!
//! Schema and tests of section 6: mandatory ones decide, optional and informative ones warn. Findings are data: the
//! test, where, and values; sentences are made elsewhere. Nothing is fetched: of 6.3.6 and 6.3.7 only addresses that
//! can never resolve are told, 6.3.8 and 6.3.16 know common slips of English, and CSAF extensions are held against
//! their frame, not against schemas that lie elsewhere.
//!
//! Works on whatever bytes there are: at most [`BYTES_MAX`], nested at most 128 deep, [`FINDINGS_MAX`] findings.

mod cwe;
mod extension;
mod finding;
mod json;
mod language;
mod number;
mod pattern;
mod range;
mod rules;
mod score;
mod shape;
mod ssvc;
mod subject;
mod time;

pub use finding::{FINDINGS_MAX, Finding, Level, TestId};
pub use json::BYTES_MAX;
pub use subject::Version;

use finding::Findings;
use json::{At, Broken, Json};
use serde::Serialize;
use shape::{V20, V21, Walk};
use subject::Subject;
use time::Instant;

/// How far to look.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// The least important level that is tested.
    pub level: Level,
    /// The time of the check; without it 6.2.33 is not tested.
    pub now: Option<jiff::Timestamp>,
}

impl Default for Options {
    fn default() -> Self {
        Options { level: Level::Informative, now: None }
    }
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Report {
    /// The version that the document claims; `None` when it claims none that is known.
    pub version: Option<Version>,
    /// Everything found, schema first.
    pub findings: Vec<Finding>,
    /// Whether there was more than [`FINDINGS_MAX`].
    pub cut: bool,
}

impl Report {
    /// Whether no mandatory test found anything.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        self.count(Level::Mandatory) == 0
    }

    /// How many findings of a level there are.
    #[must_use]
    pub fn count(&self, level: Level) -> usize {
        self.findings.iter().filter(|finding| finding.test.level() == level).count()
    }
}

/// Checks the bytes of a document against the version that it claims.
#[must_use]
pub fn check(bytes: &[u8], options: Options) -> Report {
    let mut findings = Findings::new(options.level);
    let json = match Json::parse(bytes) {
        Ok(json) => json,
        Err(broken) => {
            add_broken(&mut findings, broken);
            return Report { version: None, findings: findings.list, cut: false };
        }
    };
    let version = match json.at(&["document", "csaf_version"]).and_then(Json::as_text) {
        Some("2.0") => Version::V2_0,
        Some("2.1") => Version::V2_1,
        other => {
            let path = "/document/csaf_version";
            findings.add_case(TestId::SCHEMA, "version", path, &[other.unwrap_or_default()]);
            return Report { version: None, findings: findings.list, cut: false };
        }
    };
    let shape = if version == Version::V2_1 { &V21 } else { &V20 };
    Walk { findings: &mut findings, test: TestId::SCHEMA }.check(shape, &json, &At::Root);
    let subject = Subject::new(&json, version, options.now.map(|now| Instant::from_seconds(now.as_second())));
    rules::run(&subject, &mut findings);
    if !subject.within_bounds() {
        findings.add_case(TestId::SCHEMA, "bounds", "", &[]);
    }
    Report { version: Some(version), findings: findings.list, cut: findings.cut }
}

fn add_broken(findings: &mut Findings, broken: Broken) {
    match broken {
        Broken::TooLarge => findings.add_case(TestId::SCHEMA, "large", "", &[&BYTES_MAX.to_string()]),
        Broken::NotUtf8 => findings.add_case(TestId::SCHEMA, "utf8", "", &[]),
        Broken::NotJson(line, column) => {
            findings.add_case(TestId::SCHEMA, "json", "", &[&line.to_string(), &column.to_string()]);
        }
    }
}

/// Every test that a version has, in order.
pub fn tests(version: Version) -> impl Iterator<Item = TestId> {
    rules::all(version).into_iter()
}
