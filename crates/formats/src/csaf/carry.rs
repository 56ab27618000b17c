//! Somebody else's CSAF document written again in its own edition.
//!
//! It works on the original, so that nothing is lost that our own document has no place for. It says the same; every
//! difference is listed and explained in `docs/csaf-differences.md`.

use super::read::is_csaf;
use crate::cvss::Cvss;
use serde_json::{Map, Value, json};

/// A document that was written again.
#[derive(Clone, Debug)]
pub struct Carried {
    /// Indented JSON with sorted keys and a final newline.
    pub json: String,
    /// In what it differs from the original, with places in the original.
    pub differences: Vec<Difference>,
}

/// A difference, and where: a JSON pointer into the original.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The place.
    pub at: String,
    /// What differs.
    pub kind: DifferenceKind,
}

/// What differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DifferenceKind {
    /// The generator is this program.
    Generator,
    /// A score or severity that its vector does not give was computed again.
    Score,
    /// An empty list or object was left out: the standard has none.
    Empty,
}

/// Writes a document again; nothing when it is no CSAF document.
#[must_use]
pub fn carry(original: &Value) -> Option<Carried> {
    if !is_csaf(original) {
        return None;
    }
    let mut carrier = Carrier { differences: Vec::new() };
    let mut document = carrier.without_empty(original, "").unwrap_or_default();
    carrier.generator(&mut document);
    carrier.vulnerabilities(&mut document);
    let text = serde_json::to_string_pretty(&sorted(document)).expect("a value is always written");
    Some(Carried { json: text + "\n", differences: carrier.differences })
}

struct Carrier {
    differences: Vec<Difference>,
}

/// The CVSS objects of scores and metrics.
const CVSS: [&str; 2] = ["cvss_v3", "cvss_v4"];

impl Carrier {
    fn differs(&mut self, at: impl Into<String>, kind: DifferenceKind) {
        self.differences.push(Difference { at: at.into(), kind });
    }

    fn without_empty(&mut self, value: &Value, at: &str) -> Option<Value> {
        let kept = match value {
            Value::Object(members) => {
                let keep = |(key, value): (&String, &Value)| {
                    Some((key.clone(), self.without_empty(value, &format!("{at}/{}", escape(key)))?))
                };
                Value::Object(members.iter().filter_map(keep).collect())
            }
            Value::Array(items) => {
                let keep = |(index, value)| self.without_empty(value, &format!("{at}/{index}"));
                Value::Array(items.iter().enumerate().filter_map(keep).collect())
            }
            other => return Some(other.clone()),
        };
        let empty = kept.as_array().is_some_and(Vec::is_empty) || kept.as_object().is_some_and(Map::is_empty);
        if empty {
            self.differs(at, DifferenceKind::Empty);
        }
        (!empty).then_some(kept)
    }

    fn generator(&mut self, document: &mut Value) {
        if let Some(tracking) = document.pointer_mut("/document/tracking").and_then(Value::as_object_mut) {
            let engine = json!({ "name": "Noroshi", "version": env!("CARGO_PKG_VERSION") });
            tracking.insert("generator".to_owned(), json!({ "engine": engine }));
            self.differs("/document/tracking/generator", DifferenceKind::Generator);
        }
    }

    fn vulnerabilities(&mut self, document: &mut Value) {
        for (index, vulnerability) in items(document, "vulnerabilities").enumerate() {
            let at = format!("/vulnerabilities/{index}");
            for (number, score) in items(vulnerability, "scores").enumerate() {
                self.scores(score, &format!("{at}/scores/{number}"));
            }
            for (number, metric) in items(vulnerability, "metrics").enumerate() {
                if let Some(content) = metric.get_mut("content") {
                    self.scores(content, &format!("{at}/metrics/{number}/content"));
                }
            }
        }
    }

    /// Base score and severity follow from the vector; a vector that cannot be read stays with what it came with.
    fn scores(&mut self, object: &mut Value, at: &str) {
        for key in CVSS {
            let Some(given) = object.get_mut(key).and_then(Value::as_object_mut) else { continue };
            let vector = given.get("vectorString").and_then(Value::as_str).map(Cvss::parse);
            let Some(Ok(right)) = vector else { continue };
            let score = given.get("baseScore").and_then(Value::as_f64);
            let close = score.is_some_and(|score| (score - right.base_score.value()).abs() < 0.05);
            let severity = given.get("baseSeverity").and_then(Value::as_str) == Some(right.severity.upper());
            if !close {
                given.insert("baseScore".to_owned(), json!(right.base_score));
                self.differs(format!("{at}/{key}/baseScore"), DifferenceKind::Score);
            }
            if !severity {
                given.insert("baseSeverity".to_owned(), json!(right.severity.upper()));
                self.differs(format!("{at}/{key}/baseSeverity"), DifferenceKind::Score);
            }
        }
    }
}

fn items<'a>(value: &'a mut Value, key: &str) -> impl Iterator<Item = &'a mut Value> {
    value.get_mut(key).and_then(Value::as_array_mut).into_iter().flatten()
}

fn escape(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

/// The same value with keys in the order of the alphabet, whatever the library keeps.
fn sorted(value: Value) -> Value {
    match value {
        Value::Object(members) => {
            let mut members: Vec<(String, Value)> = members.into_iter().map(|(k, v)| (k, sorted(v))).collect();
            members.sort_by(|a, b| a.0.cmp(&b.0));
            Value::Object(members.into_iter().collect())
        }
        Value::Array(items) => items.into_iter().map(sorted).collect(),
        other => other,
    }
}
