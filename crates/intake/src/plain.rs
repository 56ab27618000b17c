//! Small things about characters: narrow forms, folded labels, lines without traps.

use unicode_normalization::UnicodeNormalization;

/// The half-width form of a full-width sign, digit or letter; anything else unchanged. For structure, never for values.
#[must_use]
pub fn narrow(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

/// One kind of line end, no control characters but tab and newline, no byte order mark.
#[must_use]
pub fn tidy(text: &str) -> String {
    let mut tidied = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' => {
                chars.next_if_eq(&'\n');
                tidied.push('\n');
            }
            '\u{85}' | '\u{2028}' | '\u{2029}' => tidied.push('\n'),
            '\n' | '\t' => tidied.push(c),
            '\u{feff}' => {}
            c if c.is_control() => {}
            c => tidied.push(c),
        }
    }
    tidied
}

/// A label as it is compared: compatibility forms unified, lower case, without spaces, remarks in brackets and signs.
#[must_use]
pub fn fold_label(text: &str) -> String {
    let mut depth = 0_usize;
    fold(text)
        .filter(|c| match c {
            '(' => {
                depth += 1;
                false
            }
            ')' => {
                depth = depth.saturating_sub(1);
                false
            }
            _ => depth == 0 && c.is_alphanumeric(),
        })
        .collect()
}

/// An option as it is compared: like a label, but what stands in brackets may be a condition and is kept.
#[must_use]
pub fn fold_option(text: &str) -> String {
    fold(text).filter(|c| c.is_alphanumeric() || matches!(c, '(' | ')')).collect()
}

fn fold(text: &str) -> impl Iterator<Item = char> {
    text.nfkc().flat_map(char::to_lowercase).map(|c| match c {
        'ェ' => 'エ',
        'ィ' => 'イ',
        'ヴ' => 'ブ',
        'ー' | '‐' | '−' => '-',
        '〔' | '【' | '［' | '[' => '(',
        '〕' | '】' | '］' | ']' => ')',
        c => c,
    })
}

/// Compatibility forms unified and blanks cut off, for a proposal that a person confirms.
#[must_use]
pub fn nfkc(text: &str) -> String {
    text.nfkc().collect::<String>().trim().to_owned()
}

/// The first `most` characters, and whether there were more.
#[must_use]
pub fn clip(text: &str, most: usize) -> (&str, bool) {
    match text.char_indices().nth(most) {
        Some((end, _)) => (&text[..end], true),
        None => (text, false),
    }
}

/// Marks that turn or hide text on a screen. They have no place in a name.
#[must_use]
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{061c}' | '\u{feff}' | '\u{ad}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_fold_to_the_same() {
        for label in ["電子メールアドレス", "電子ﾒｰﾙｱﾄﾞﾚｽ", "電子メール アドレス　", "電子メールアドレス（必須）※"]
        {
            assert_eq!(fold_label(label), fold_label("電子メールアドレス"), "{label}");
        }
        assert_eq!(fold_label("ソフトウェア製品の名称"), fold_label("ソフトウエア製品の名称"));
        assert_eq!(fold_label("E-mail address"), "emailaddress");
        assert_ne!(fold_option("通知してよい（匿名なら）"), fold_option("通知してよい"));
    }

    #[test]
    fn line_ends_are_one_and_control_characters_none() {
        assert_eq!(tidy("a\r\nb\rc\u{2028}d\0\u{1b}[31m\te"), "a\nb\nc\nd[31m\te");
    }

    #[test]
    fn clipping_respects_characters() {
        assert_eq!(clip("狼煙台", 2), ("狼煙", true));
        assert_eq!(clip("狼煙台", 3), ("狼煙台", false));
    }
}
