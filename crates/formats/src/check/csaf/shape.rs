//! The JSON schemas of CSAF as tables, and the walk that holds a document against them.
//!
//! What a schema leaves open but does not name is a finding of test 6.2.20; what it closes is one of the schema.

use super::finding::{Findings, TestId};
use super::json::{At, Json, first_repeated};

mod cvss;
mod parts;
mod v20;
mod v21;
mod v21_vulnerabilities;

pub(super) use cvss::{METRICS_V2, METRICS_V3, METRICS_V4, Metric, severity_of};
pub(super) use v20::DOCUMENT as V20;
pub(super) use v21::DOCUMENT as V21;

/// Members that no schema names.
const ADDITIONAL: TestId = TestId::optional(20);

/// What a value must be.
pub(super) enum Shape {
    /// A text that satisfies a rule; the second is the rule's name in findings.
    Text(fn(&str) -> bool, &'static str),
    /// Text without a rule, also empty.
    AnyText,
    /// One of these texts, in alphabetical order.
    OneOf(&'static [&'static str]),
    Boolean,
    List {
        item: &'static Shape,
        least: usize,
        unique: bool,
    },
    Object(&'static Fields),
    /// What is wrong inside is found by this test, not by the schema.
    As(TestId, &'static Shape),
    /// A CVSS object of these major versions.
    Cvss(&'static cvss::Kind),
    /// An object with at least one member of any name.
    Filled,
}

/// The members of an object.
pub(super) struct Fields {
    /// In alphabetical order.
    pub fields: &'static [Field],
    pub least: usize,
    pub most: usize,
    /// No other members are allowed.
    pub closed: bool,
}

/// A member: name, whether it must be there, what it must be.
pub(super) struct Field(pub &'static str, pub bool, pub &'static Shape);

pub(super) struct Walk<'f> {
    pub findings: &'f mut Findings,
    pub test: TestId,
}

impl Walk<'_> {
    pub fn fails(&mut self, case: &'static str, at: &At<'_>, values: &[&str]) {
        self.findings.add_case(self.test, case, at, values);
    }

    pub fn check(&mut self, shape: &Shape, json: &Json<'_>, at: &At<'_>) {
        match (shape, json) {
            (Shape::Text(rule, name), Json::Text(text)) => {
                if !rule(text) {
                    let case = if text.is_empty() { "empty" } else { "pattern" };
                    self.fails(case, at, &[text, name]);
                }
            }
            (Shape::AnyText, Json::Text(_)) | (Shape::Boolean, Json::Bool(_)) => {}
            (Shape::OneOf(words), Json::Text(text)) => {
                if !words.contains(&&**text) {
                    self.fails("word", at, &[text, &words.join(", ")]);
                }
            }
            (Shape::List { item, least, unique }, Json::List(items)) => self.list(item, *least, *unique, items, at),
            (Shape::Object(fields), Json::Object(members)) => {
                if members.len() < fields.least || members.len() > fields.most {
                    self.fails("size", at, &[&members.len().to_string()]);
                }
                self.members(fields, json, at);
            }
            (Shape::As(test, shape), json) => Walk { findings: self.findings, test: *test }.check(shape, json, at),
            (Shape::Cvss(kind), Json::Object(_)) => self.cvss(kind, json, at),
            (Shape::Filled, Json::Object(members)) => {
                if members.is_empty() {
                    self.fails("size", at, &["0"]);
                }
            }
            _ => self.fails("type", at, &[shape.word()]),
        }
    }

    fn list(&mut self, item: &Shape, least: usize, unique: bool, items: &[Json<'_>], at: &At<'_>) {
        if items.len() < least {
            self.fails("size", at, &[&items.len().to_string()]);
        }
        for (index, json) in items.iter().enumerate() {
            self.check(item, json, &at.index(index));
        }
        if let Some(index) = first_repeated(items).filter(|_| unique) {
            self.fails("repeated", &at.index(index), &[]);
        }
    }

    /// Which members are there, which are missing, which stand twice.
    fn members(&mut self, fields: &Fields, json: &Json<'_>, at: &At<'_>) {
        let mut seen = 0_u64;
        for (name, value) in json.members() {
            // One after the other is quicker than halving: names of other lengths are passed over unread.
            let Some(index) = fields.fields.iter().position(|field| field.0 == name) else {
                self.additional(fields.closed, &at.name(name), name);
                continue;
            };
            if seen & (1 << index) != 0 {
                self.fails("twice", &at.name(name), &[name]);
            }
            seen |= 1 << index;
            self.check(fields.fields[index].2, value, &at.name(name));
        }
        for (index, field) in fields.fields.iter().enumerate() {
            if field.1 && seen & (1 << index) == 0 {
                self.fails("missing", at, &[field.0]);
            }
        }
    }

    fn additional(&mut self, closed: bool, at: &At<'_>, name: &str) {
        if closed {
            self.fails("additional", at, &[name]);
        }
        self.findings.add(ADDITIONAL, at, &[name]);
    }
}

impl Shape {
    /// The JSON type that is wanted.
    fn word(&self) -> &'static str {
        match self {
            Shape::Text(..) | Shape::AnyText | Shape::OneOf(_) => "string",
            Shape::Boolean => "boolean",
            Shape::List { .. } => "array",
            Shape::Object(_) | Shape::Cvss(_) | Shape::Filled => "object",
            Shape::As(_, shape) => shape.word(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(shape: &Shape, depth: usize) {
        match shape {
            _ if depth > 12 => {}
            Shape::OneOf(words) => assert!(words.is_sorted(), "{words:?}"),
            Shape::List { item, .. } => sorted(item, depth + 1),
            Shape::As(_, shape) => sorted(shape, depth + 1),
            Shape::Object(fields) => {
                let names: Vec<_> = fields.fields.iter().map(|field| field.0).collect();
                assert!(names.is_sorted() && names.len() < 64, "{names:?}");
                fields.fields.iter().for_each(|field| sorted(field.2, depth + 1));
            }
            _ => {}
        }
    }

    #[test]
    fn tables_are_in_order() {
        sorted(&V20, 0);
        sorted(&V21, 0);
    }
}
