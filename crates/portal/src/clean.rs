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

/// Only what begins with a byte that unwanted characters begin with is looked at as a character.
fn is_clean(text: &str) -> bool {
    let first = |byte: u8| matches!(byte, 0..=0x08 | 0x0B | 0x0C | 0x0E..=0x1F | 0x7F | 0xC2 | 0xE2 | 0xEF);
    let mut looked_at = text.bytes().enumerate().filter(|(_, byte)| first(*byte));
    !looked_at.any(|(at, _)| text[at..].chars().next().is_some_and(|c| is_unwanted(c) || is_separator(c)))
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
