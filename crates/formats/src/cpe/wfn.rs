//! Well-formed names (NISTIR 7695, section 5): eleven attributes, each ANY, NA or a quoted string.

use super::CpeError;
use std::fmt;

/// The attributes in the order of the formatted string.
pub const ATTRIBUTES: [&str; 11] = [
    "part",
    "vendor",
    "product",
    "version",
    "update",
    "edition",
    "language",
    "sw_edition",
    "target_sw",
    "target_hw",
    "other",
];

/// Most characters of an attribute's value.
const VALUE_MAX: usize = 500;

/// The value of an attribute.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Value {
    /// Any value: nothing is said.
    #[default]
    Any,
    /// Not applicable: the product has no such attribute.
    Na,
    /// A string in which a backslash stands before every character but letters, digits, `_` and wildcards.
    Text(String),
}

impl Value {
    /// A string value, checked.
    ///
    /// # Errors
    /// When a character stands unquoted that must be quoted, or a wildcard stands inside.
    pub fn text(quoted: &str) -> Result<Self, CpeError> {
        let marks = marks(quoted).ok_or(CpeError::Quoting)?;
        let core = marks.iter().skip_while(|mark| mark.is('?')).count();
        let wild_only = marks.iter().all(|mark| mark.is('*'));
        if marks.is_empty() || wild_only || quoted == r"\-" || quoted.len() > VALUE_MAX {
            return Err(CpeError::Value);
        }
        let inside = wildcard_free(&marks);
        let plain = |mark: &Mark| mark.quoted || mark.c.is_ascii_alphanumeric() || mark.c == '_';
        if !inside.iter().all(plain) || (core > 0 && inside.is_empty()) {
            return Err(CpeError::Wildcard);
        }
        Ok(Value::Text(quoted.to_owned()))
    }

    /// Whether an unquoted wildcard stands in it.
    #[must_use]
    pub fn has_wildcard(&self) -> bool {
        let Value::Text(text) = self else { return false };
        marks(text).is_some_and(|marks| marks.iter().any(|mark| mark.is('*') || mark.is('?')))
    }
}

/// One character of a value, quoted or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// A backslash stands before it.
    pub quoted: bool,
    /// The character.
    pub c: char,
}

impl Mark {
    /// Whether this is the unquoted character.
    pub(super) fn is(self, c: char) -> bool {
        !self.quoted && self.c == c
    }
}

/// The characters of a quoted string; nothing when it ends in a backslash or holds what is no printable ASCII.
pub(super) fn marks(text: &str) -> Option<Vec<Mark>> {
    let mut marks = Vec::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        let mark = match c {
            '\\' => Mark { quoted: true, c: chars.next()? },
            c => Mark { quoted: false, c },
        };
        if !mark.c.is_ascii_graphic() {
            return None;
        }
        marks.push(mark);
    }
    Some(marks)
}

/// What is left when a `*` or a run of `?` is taken off either end.
pub(super) fn wildcard_free(marks: &[Mark]) -> &[Mark] {
    let start = match marks.first() {
        Some(first) if first.is('*') => 1,
        _ => marks.iter().take_while(|mark| mark.is('?')).count(),
    };
    let rest = &marks[start..];
    let end = match rest.last() {
        Some(last) if last.is('*') => 1,
        _ => rest.iter().rev().take_while(|mark| mark.is('?')).count(),
    };
    &rest[..rest.len() - end]
}

/// A well-formed name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Wfn {
    values: [Value; 11],
}

impl Wfn {
    /// A name of eleven values in the order of [`ATTRIBUTES`].
    ///
    /// # Errors
    /// When the part is neither `a`, `h` nor `o`.
    pub fn new(values: [Value; 11]) -> Result<Self, CpeError> {
        match &values[0] {
            Value::Text(part) if !matches!(part.to_ascii_lowercase().as_str(), "a" | "h" | "o") => Err(CpeError::Part),
            _ => Ok(Wfn { values }),
        }
    }

    /// The values in the order of [`ATTRIBUTES`].
    #[must_use]
    pub const fn values(&self) -> &[Value; 11] {
        &self.values
    }

    /// The value of an attribute; ANY for a name that no attribute has.
    #[must_use]
    pub fn get(&self, attribute: &str) -> &Value {
        const ANY: &Value = &Value::Any;
        ATTRIBUTES.iter().position(|name| *name == attribute).map_or(ANY, |index| &self.values[index])
    }

    /// Reads `wfn:[part="a",vendor="example"]`; attributes that are left out are ANY.
    ///
    /// # Errors
    /// When the text is no such name, knows other attributes or gives one twice.
    pub fn parse(text: &str) -> Result<Self, CpeError> {
        let inside = text.strip_prefix("wfn:[").and_then(|rest| rest.strip_suffix(']')).ok_or(CpeError::Shape)?;
        let mut values = <[Value; 11]>::default();
        let mut seen = [false; 11];
        for pair in split_outside_quotes(inside) {
            let (name, value) = pair.split_once('=').ok_or(CpeError::Shape)?;
            let index = ATTRIBUTES.iter().position(|known| *known == name.trim()).ok_or(CpeError::Shape)?;
            if std::mem::replace(&mut seen[index], true) {
                return Err(CpeError::Shape);
            }
            values[index] = match value.trim() {
                "ANY" => Value::Any,
                "NA" => Value::Na,
                value => {
                    let bare = value.strip_prefix('"').and_then(|v| v.strip_suffix('"')).ok_or(CpeError::Shape)?;
                    Value::text(bare)?
                }
            };
        }
        Wfn::new(values)
    }
}

/// Splits at commas outside of quotation marks; a backslash quotes the next character.
fn split_outside_quotes(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut inside, mut escaped) = (0, false, false);
    for (index, c) in text.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => inside = !inside,
            ',' if !inside => {
                parts.push(&text[start..index]);
                start = index + 1;
            }
            _ => {}
        }
    }
    parts.push(&text[start..]);
    parts.retain(|part| !part.trim().is_empty());
    parts
}

impl fmt::Display for Wfn {
    /// All eleven attributes: `wfn:[part="a",vendor="example",…,other=ANY]`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("wfn:[")?;
        for (index, (name, value)) in ATTRIBUTES.iter().zip(&self.values).enumerate() {
            let comma = if index == 0 { "" } else { "," };
            match value {
                Value::Any => write!(f, "{comma}{name}=ANY")?,
                Value::Na => write!(f, "{comma}{name}=NA")?,
                Value::Text(text) => write!(f, "{comma}{name}=\"{text}\"")?,
            }
        }
        f.write_str("]")
    }
}
