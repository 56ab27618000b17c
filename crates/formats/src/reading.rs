//! Reading other people's documents field by field: what is understood is taken, what is not is listed with its place,
//! and nothing makes the whole document fail but bytes that are no JSON object.

use crate::text::{Language, Localized};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::Serialize;
use serde_json::{Map, Value};
use std::fmt;

/// Largest document that is read: 150 MiB, the soft limit of CSAF.
pub const READ_MAX: usize = 150 * 1024 * 1024;

/// A document from elsewhere, as far as it was understood. The caller keeps the original bytes.
#[derive(Clone, Debug)]
pub struct Import {
    /// What was understood.
    pub document: crate::PublicDocument,
    /// What was not, in the order of the document.
    pub not_understood: Vec<NotUnderstood>,
}

/// Something that was not taken over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NotUnderstood {
    /// Where it stands in the original: a JSON pointer.
    pub at: String,
    /// Why not.
    pub why: Why,
}

/// Why something was not taken over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// A member that the format demands is not there.
    Missing,
    /// A value of another kind than the format wants.
    WrongKind,
    /// A value of the right kind that says nothing known.
    BadValue,
    /// A member that the format does not know.
    UnknownMember,
    /// Understood, but our document has no place for it.
    NoPlace,
    /// A score that differs from the one its vector gives; the vector's own is kept.
    WrongScore,
}

impl Why {
    /// The reason in a sentence.
    #[must_use]
    pub const fn text(self, language: Language) -> &'static str {
        match self {
            Why::Missing => language.pick("必須の項目がありません。", "A required member is missing."),
            Why::WrongKind => language.pick("値の型が違います。", "The value is of another kind."),
            Why::BadValue => language.pick("知らない値です。", "The value is not known."),
            Why::UnknownMember => language.pick("知らない項目です。", "The member is not known."),
            Why::NoPlace => {
                language.pick("この文書には置き場所のない項目です。", "Our document has no place for this member.")
            }
            Why::WrongScore => language.pick(
                "スコアがベクトルと合わないため、計算し直しました。",
                "The score did not agree with its vector and was computed again.",
            ),
        }
    }
}

/// Why a document was not read at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// Larger than [`READ_MAX`].
    TooLarge,
    /// The bytes are no JSON: line and column.
    NotJson {
        /// From 1.
        line: usize,
        /// From 1.
        column: usize,
    },
    /// JSON, but no document of the format that was asked for.
    OtherFormat,
}

impl ReadError {
    /// What is wrong, for people.
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        match self {
            ReadError::TooLarge => language.pick("文書が大きすぎます。", "The document is too large.").to_owned(),
            ReadError::NotJson { line, column } => match language {
                Language::Ja => format!("JSON として読めません（{line} 行 {column} 文字目）。"),
                Language::En => format!("This is no JSON (line {line}, column {column})."),
            },
            ReadError::OtherFormat => {
                language.pick("この形式の文書ではありません。", "This is no document of that format.").to_owned()
            }
        }
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Language::En))
    }
}

impl std::error::Error for ReadError {}

/// Reads bytes as one JSON object; a byte order mark is passed over.
pub(crate) fn object(bytes: &[u8]) -> Result<Value, ReadError> {
    if bytes.len() > READ_MAX {
        return Err(ReadError::TooLarge);
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    // What is known to be UTF-8 is not looked at once more, text by text; otherwise the reader says where it is none.
    let value = match simdutf8::basic::from_utf8(bytes) {
        Ok(text) => serde_json::from_str::<Value>(text),
        Err(_) => serde_json::from_slice(bytes),
    };
    let value = value.map_err(|error| ReadError::NotJson { line: error.line(), column: error.column() })?;
    if value.is_object() { Ok(value) } else { Err(ReadError::OtherFormat) }
}

/// What was not understood, collected while walking.
#[derive(Debug, Default)]
pub(crate) struct Log {
    found: Vec<NotUnderstood>,
}

impl Log {
    pub(crate) fn add(&mut self, at: impl Into<String>, why: Why) {
        self.found.push(NotUnderstood { at: at.into(), why });
    }

    pub(crate) fn finish(self) -> Vec<NotUnderstood> {
        self.found
    }
}

/// A value and its place.
#[derive(Clone, Debug)]
pub(crate) struct Node<'a> {
    pub value: &'a Value,
    pub at: String,
}

impl<'a> Node<'a> {
    pub(crate) const fn root(value: &'a Value) -> Self {
        Node { value, at: String::new() }
    }

    /// The place of a member.
    pub(crate) fn place(&self, key: &str) -> String {
        let mut place = String::with_capacity(self.at.len() + 1 + key.len());
        place.push_str(&self.at);
        place.push('/');
        for c in key.chars() {
            match c {
                '~' => place.push_str("~0"),
                '/' => place.push_str("~1"),
                _ => place.push(c),
            }
        }
        place
    }

    /// A member that is there and not null: its value alone, for most are what they should be and nobody asks where.
    fn member(&self, key: &str) -> Option<&'a Value> {
        self.value.get(key).filter(|value| !value.is_null())
    }

    /// A member that is there and not null.
    pub(crate) fn get(&self, key: &str) -> Option<Node<'a>> {
        self.member(key).map(|value| Node { value, at: self.place(key) })
    }

    /// A member that is an object.
    pub(crate) fn object(&self, key: &str, log: &mut Log) -> Option<Node<'a>> {
        self.get(key).and_then(|node| node.is(Value::is_object, log))
    }

    /// A member that is an object and must be there.
    pub(crate) fn need(&self, key: &str, log: &mut Log) -> Option<Node<'a>> {
        if self.member(key).is_none() {
            log.add(self.place(key), Why::Missing);
        }
        self.object(key, log)
    }

    /// The items of a member that is a list.
    pub(crate) fn list(&self, key: &str, log: &mut Log) -> Vec<Node<'a>> {
        let Some(node) = self.get(key) else { return Vec::new() };
        let Some(items) = node.value.as_array() else {
            log.add(node.at, Why::WrongKind);
            return Vec::new();
        };
        items.iter().enumerate().map(|(index, value)| Node { value, at: format!("{}/{index}", node.at) }).collect()
    }

    /// The items of a member that are objects.
    pub(crate) fn objects(&self, key: &str, log: &mut Log) -> Vec<Node<'a>> {
        self.list(key, log).into_iter().filter_map(|node| node.is(Value::is_object, log)).collect()
    }

    /// The items of a member that are strings and say something.
    pub(crate) fn texts(&self, key: &str, log: &mut Log) -> Vec<String> {
        let Some(Value::Array(items)) = self.member(key) else {
            // Nothing, or no list: that is told.
            self.list(key, log);
            return Vec::new();
        };
        let mut text = |(index, value)| said(value, || format!("{}/{index}", self.place(key)), log);
        items.iter().enumerate().filter_map(&mut text).collect()
    }

    /// A member that is a string and says something.
    pub(crate) fn text(&self, key: &str, log: &mut Log) -> Option<String> {
        said(self.member(key)?, || self.place(key), log)
    }

    /// A member that is a string and must be there; empty when it is not.
    pub(crate) fn need_text(&self, key: &str, log: &mut Log) -> String {
        if self.member(key).is_none() {
            log.add(self.place(key), Why::Missing);
        }
        self.text(key, log).unwrap_or_default()
    }

    /// A member that is an instant.
    pub(crate) fn instant(&self, key: &str, log: &mut Log) -> Option<Timestamp> {
        let text = self.text(key, log)?;
        let read = instant(&text);
        if read.is_none() {
            log.add(self.place(key), Why::BadValue);
        }
        read
    }

    fn is(self, wanted: impl Fn(&Value) -> bool, log: &mut Log) -> Option<Node<'a>> {
        if wanted(self.value) {
            return Some(self);
        }
        log.add(self.at, Why::WrongKind);
        None
    }

    /// Lists the members that are neither known nor placed: those of `no_place` are known, but have no place.
    pub(crate) fn only(&self, known: &[&str], no_place: &[&str], log: &mut Log) {
        let empty = Map::new();
        for key in self.value.as_object().unwrap_or(&empty).keys() {
            if no_place.contains(&key.as_str()) {
                log.add(self.place(key), Why::NoPlace);
            } else if !known.contains(&key.as_str()) {
                log.add(self.place(key), Why::UnknownMember);
            }
        }
    }
}

/// What a value says as a string, cleaned; where it stands is asked only when it is none.
fn said(value: &Value, at: impl FnOnce() -> String, log: &mut Log) -> Option<String> {
    let Some(text) = value.as_str() else {
        log.add(at(), Why::WrongKind);
        return None;
    };
    let text = clean(text);
    (!text.is_empty()).then_some(text)
}

/// Text without what a page cannot show: carriage returns and control characters.
pub(crate) fn clean(text: &str) -> String {
    // Most texts have none of them. In UTF-8 the control characters beyond ASCII begin with C2.
    if text.bytes().all(|byte| byte >= b' ' && byte != 0x7f && byte != 0xc2 || matches!(byte, b'\n' | b'\t')) {
        return text.trim().to_owned();
    }
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept: String = text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
    kept.trim().to_owned()
}

/// An instant of RFC 3339; one without an offset is taken as UTC, a bare day as its first instant.
pub(crate) fn instant(text: &str) -> Option<Timestamp> {
    if let Ok(instant) = text.parse::<Timestamp>() {
        return Some(instant);
    }
    let civil =
        text.parse::<jiff::civil::DateTime>().ok().or_else(|| Some(text.parse::<Date>().ok()?.at(0, 0, 0, 0)))?;
    civil.to_zoned(TimeZone::UTC).ok().map(|zoned| zoned.timestamp())
}

/// The side of a text that a language tag asks for: Japanese for `ja`, else the other.
pub(crate) fn side(tag: Option<&str>) -> Language {
    match tag {
        Some(tag) if tag.to_ascii_lowercase().starts_with("ja") => Language::Ja,
        _ => Language::En,
    }
}

/// A text on one side.
pub(crate) fn on(language: Language, text: impl Into<String>) -> Localized {
    match language {
        Language::Ja => Localized::new(text, ""),
        Language::En => Localized::new("", text),
    }
}

/// Reads an analysis: the vector's own score counts, and one that differs is listed.
pub(crate) fn analysis(node: &Node<'_>, log: &mut Log) -> Option<crate::Cvss> {
    let vector = node.need_text("vectorString", log);
    if vector.is_empty() {
        return None;
    }
    let Ok(cvss) = crate::Cvss::parse(&vector) else {
        log.add(node.place("vectorString"), Why::BadValue);
        return None;
    };
    let given = node.get("baseScore").and_then(|score| score.value.as_f64());
    if given.is_some_and(|given| (given - cvss.base_score.value()).abs() > 0.05) {
        log.add(node.place("baseScore"), Why::WrongScore);
    }
    Some(cvss)
}

/// CVSS 2 has no place in our document; its score is checked all the same.
pub(crate) fn check_second(node: &Node<'_>, log: &mut Log) {
    let vector = node.need_text("vectorString", log);
    let right = crate::cvss::Vector::parse(&vector).and_then(|vector| vector.scores());
    let given = node.get("baseScore").and_then(|score| score.value.as_f64());
    match (right, given) {
        (Err(_), _) => log.add(node.place("vectorString"), Why::BadValue),
        (Ok(right), Some(given)) if (right.base.value() - given).abs() > 0.05 => {
            log.add(node.place("baseScore"), Why::WrongScore);
        }
        _ => {}
    }
    log.add(node.at.as_str(), Why::NoPlace);
}
