//! The two bindings of a well-formed name (NISTIR 7695, section 6): the URI of CPE 2.2 and the formatted string.

use super::wfn::{Mark, Value, Wfn, marks};
use super::{CpeError, split_unescaped};

/// How many attributes a URI names before the packed ones; the sixth may hold five.
const URI_PARTS: usize = 7;
const EDITION: usize = 5;

impl Wfn {
    /// The formatted string: `cpe:2.3:a:example:groupware:2.3:*:*:*:*:*:*:*`.
    #[must_use]
    pub fn formatted(&self) -> String {
        let values = self.values().each_ref().map(formatted_value);
        format!("cpe:2.3:{}", values.join(":"))
    }

    /// The URI of CPE 2.2: `cpe:/a:example:groupware:2.3`. Attributes that CPE 2.2 does not know are packed into the
    /// edition, with a `~` before each.
    #[must_use]
    pub fn uri(&self) -> String {
        let values = self.values().each_ref().map(uri_value);
        let extended = &values[URI_PARTS..];
        let mut parts = values[..URI_PARTS].to_vec();
        if extended.iter().any(|value| !value.is_empty()) {
            parts[EDITION] = format!("~{}~{}", values[EDITION], extended.join("~"));
        }
        let uri = format!("cpe:/{}", parts.join(":"));
        uri.trim_end_matches(':').to_owned()
    }

    /// Reads a formatted string.
    ///
    /// # Errors
    /// When there are not eleven values or one is not well formed.
    pub fn from_formatted(text: &str) -> Result<Self, CpeError> {
        let rest = text.strip_prefix("cpe:2.3:").ok_or(CpeError::Shape)?;
        let parts = split_unescaped(rest);
        if parts.len() != 11 {
            return Err(CpeError::Count(parts.len()));
        }
        let mut values = <[Value; 11]>::default();
        for (value, part) in values.iter_mut().zip(parts) {
            *value = from_formatted_value(part)?;
        }
        Wfn::new(values)
    }

    /// Reads a URI of CPE 2.2, packed editions too.
    ///
    /// # Errors
    /// When there are more than seven components or one is not well formed.
    pub fn from_uri(text: &str) -> Result<Self, CpeError> {
        let rest = text.strip_prefix("cpe:/").ok_or(CpeError::Shape)?;
        let parts: Vec<&str> = rest.split(':').collect();
        if parts.len() > URI_PARTS {
            return Err(CpeError::Count(parts.len()));
        }
        let mut values = <[Value; 11]>::default();
        for (index, part) in parts.into_iter().enumerate() {
            match part.strip_prefix('~') {
                Some(packed) if index == EDITION => unpack(packed, &mut values)?,
                _ => values[index] = from_uri_value(part)?,
            }
        }
        Wfn::new(values)
    }
}

/// `edition~sw_edition~target_sw~target_hw~other`
fn unpack(packed: &str, values: &mut [Value; 11]) -> Result<(), CpeError> {
    let parts: Vec<&str> = packed.split('~').collect();
    if parts.len() != 5 {
        return Err(CpeError::Count(parts.len()));
    }
    for (index, part) in [EDITION, 7, 8, 9, 10].into_iter().zip(parts) {
        values[index] = from_uri_value(part)?;
    }
    Ok(())
}

fn formatted_value(value: &Value) -> String {
    match value {
        Value::Any => "*".to_owned(),
        Value::Na => "-".to_owned(),
        Value::Text(text) => each_mark(text, |mark| match mark {
            Mark { quoted: true, c } if !"-._".contains(c) => format!("\\{c}"),
            Mark { c, .. } => c.to_string(),
        }),
    }
}

fn uri_value(value: &Value) -> String {
    match value {
        Value::Any => String::new(),
        Value::Na => "-".to_owned(),
        Value::Text(text) => each_mark(text, |mark| match mark {
            Mark { quoted: false, c: '?' } => "%01".to_owned(),
            Mark { quoted: false, c: '*' } => "%02".to_owned(),
            Mark { c, .. } if c.is_ascii_alphanumeric() || "-._".contains(c) => c.to_string(),
            Mark { c, .. } => format!("%{:02x}", u32::from(c)),
        }),
    }
}

fn each_mark(text: &str, write: impl Fn(Mark) -> String) -> String {
    marks(text).unwrap_or_default().into_iter().map(write).collect()
}

fn from_formatted_value(part: &str) -> Result<Value, CpeError> {
    match part {
        "*" => return Ok(Value::Any),
        "-" => return Ok(Value::Na),
        _ => {}
    }
    let marks = marks(part).ok_or(CpeError::Quoting)?;
    let quoted: String = marks.into_iter().map(|mark| quote(mark, false)).collect();
    Value::text(&quoted)
}

/// A character as a well-formed name writes it; in a URI, wildcards are escapes and a bare one is a character.
fn quote(mark: Mark, plain_wildcards: bool) -> String {
    let bare = mark.c.is_ascii_alphanumeric() || mark.c == '_';
    let wildcard = !mark.quoted && !plain_wildcards && matches!(mark.c, '*' | '?');
    if bare || wildcard { mark.c.to_string() } else { format!("\\{}", mark.c) }
}

fn from_uri_value(part: &str) -> Result<Value, CpeError> {
    match part {
        "" => return Ok(Value::Any),
        "-" => return Ok(Value::Na),
        _ => {}
    }
    let mut quoted = String::new();
    let lower = part.to_ascii_lowercase();
    let mut chars = lower.chars();
    while let Some(c) = chars.next() {
        if c != '%' {
            quoted += &quote(Mark { quoted: false, c }, true);
            continue;
        }
        let code = chars.next().zip(chars.next()).and_then(|(high, low)| Some((high.to_digit(16)?, low.to_digit(16)?)));
        match code.map(|(high, low)| high * 16 + low).and_then(char::from_u32) {
            Some('\u{1}') => quoted.push('?'),
            Some('\u{2}') => quoted.push('*'),
            Some(c) if c.is_ascii_graphic() => quoted += &quote(Mark { quoted: true, c }, true),
            _ => return Err(CpeError::Quoting),
        }
    }
    Value::text(&quoted)
}
