//! Text from the tree without the characters that make it look like something else: control characters, and those
//! that turn the direction of writing round.

use std::borrow::Cow;

use serde_json::Value;

/// The text without control characters (line breaks and tabs stay) and without bidirectional controls. Line and
/// paragraph separators become line breaks.
#[must_use]
pub fn clean(text: &str) -> Cow<'_, str> {
    if is_clean(text) {
        return Cow::Borrowed(text);
    }
    let kept = text.chars().filter(|&c| !is_unwanted(c)).map(|c| if is_separator(c) { '\n' } else { c });
    Cow::Owned(kept.collect())
}

/// Cleans every text in a JSON value; the names of members stay as they are.
pub fn clean_json(value: &mut Value) {
    match value {
        Value::String(text) => {
            if let Cow::Owned(cleaned) = clean(text) {
                *text = cleaned;
            }
        }
        Value::Array(items) => items.iter_mut().for_each(clean_json),
        Value::Object(members) => members.values_mut().for_each(clean_json),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Whether the texts of this JSON need no cleaning, seen from its source: nothing unwanted and nothing escaped.
#[must_use]
pub fn is_clean_json(source: &str) -> bool {
    !source.contains("\\u") && is_clean(source)
}

/// Only where a byte is that unwanted characters begin with, characters are looked at; the rest is passed over by the line
/// of a cache.
fn is_clean(text: &str) -> bool {
    const LINE: usize = 64;
    // Line breaks stand on every line of a document that people can read, so they are not among them.
    let first = |byte: u8| {
        (byte < 0x20) & (byte != b'\n') & (byte != b'\t') & (byte != b'\r') | matches!(byte, 0x7F | 0xC2 | 0xE2 | 0xEF)
    };
    let is_clean_at = |at: usize| text[at..].chars().next().is_none_or(|c| !is_unwanted(c) && !is_separator(c));
    text.as_bytes().chunks(LINE).enumerate().all(|(line, bytes)| {
        // No early end: the compiler makes a few wide instructions of it.
        let any = bytes.iter().fold(false, |any, byte| any | first(*byte));
        !any || (0..bytes.len()).filter(|at| first(bytes[*at])).all(|at| is_clean_at(line * LINE + at))
    })
}

fn is_unwanted(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
        || (c.is_control() && !matches!(c, '\n' | '\t' | '\r'))
}

fn is_separator(c: char) -> bool {
    matches!(c, '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_turns_text_round_goes_and_the_rest_stays() {
        assert_eq!(clean("改行\nと\tタブ"), "改行\nと\tタブ");
        assert_eq!(clean("fix\u{202E}gpj.exe\u{2066}\u{0007}\u{2028}x"), "fixgpj.exe\nx");
    }

    #[test]
    fn every_unwanted_character_is_seen() {
        for c in '\0'..=char::MAX {
            assert_eq!(is_clean(&format!("あ{c}b")), !is_unwanted(c) && !is_separator(c), "{c:?}");
        }
    }

    #[test]
    fn every_text_of_a_value_is_cleaned() {
        let source = r#"{"a":["x\u202e",{"b":"\u0000y"}],"n":1}"#;
        assert!(!is_clean_json(source));
        assert!(is_clean_json(r#"{"a":"概要\n"}"#));
        let mut value: Value = serde_json::from_str(source).expect("JSON");
        clean_json(&mut value);
        assert_eq!(value.to_string(), r#"{"a":["x",{"b":"y"}],"n":1}"#);
    }
}
