//! From bytes to text: the encodings in which Japanese mail and text files come.

use encoding_rs::{EUC_JP, Encoding, ISO_2022_JP, SHIFT_JIS, UTF_8, WINDOWS_1252};

/// Text, and whether some of its bytes could not be read (each shows as U+FFFD).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text, as written.
    pub text: String,
    /// Some bytes belong to no character.
    pub damaged: bool,
}

/// Reads bytes whose encoding may be declared (a charset parameter), marked (BOM) or neither.
///
/// A declaration is believed when the bytes agree with it. `None` means that these bytes are no text that we know.
#[must_use]
pub fn decode(bytes: &[u8], declared: Option<&str>) -> Option<Decoded> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return Some(lossy(encoding, &bytes[mark..]));
    }
    if bytes.contains(&0) {
        return None;
    }
    let declared = declared.and_then(by_label);
    let japanese = declared.filter(|&e| e == UTF_8 || is_japanese(e)).and_then(|e| clean(e, bytes));
    if let Some(text) = japanese {
        return Some(Decoded { text, damaged: false });
    }
    let other = declared.filter(|&e| e != UTF_8 && !is_japanese(e)).and_then(|e| clean(e, bytes));
    match (detect(bytes), other) {
        (Some(text), Some(_)) if bytes.is_ascii() || has_kana(&text) => Some(Decoded { text, damaged: false }),
        (_, Some(text)) | (Some(text), None) => Some(Decoded { text, damaged: false }),
        (None, None) => least_damaged(bytes),
    }
}

/// The first `most` bytes, cut at a line end where there is one, and whether that is less than all.
#[must_use]
pub fn head(bytes: &[u8], most: usize) -> (&[u8], bool) {
    if bytes.len() <= most {
        return (bytes, false);
    }
    let end = bytes[..most].iter().rposition(|&b| b == b'\n').map_or(most, |at| at + 1);
    (&bytes[..end], true)
}

/// The encoding of a charset label. The Encoding Standard does not know all names that Japanese mailers use.
fn by_label(label: &str) -> Option<&'static Encoding> {
    let label = label.trim().to_ascii_lowercase();
    match label.as_str() {
        "cp932" | "ms_932" | "windows-932" | "x-ms-cp932" | "shift_jis-2004" => Some(SHIFT_JIS),
        "cp51932" | "eucjp" | "eucjp-ms" | "euc-jisx0213" => Some(EUC_JP),
        "cp50220" | "cp50221" | "cp50222" | "iso-2022-jp-ms" | "iso-2022-jp-1" | "iso-2022-jp-2" | "iso-2022-jp-3"
        | "iso-2022-jp-2004" => Some(ISO_2022_JP),
        _ => Encoding::for_label_no_replacement(label.as_bytes()),
    }
}

fn is_japanese(encoding: &'static Encoding) -> bool {
    encoding == ISO_2022_JP || encoding == SHIFT_JIS || encoding == EUC_JP
}

/// The text when every byte belongs to a character.
fn clean(encoding: &'static Encoding, bytes: &[u8]) -> Option<String> {
    encoding.decode_without_bom_handling_and_without_replacement(bytes).map(std::borrow::Cow::into_owned)
}

fn lossy(encoding: &'static Encoding, bytes: &[u8]) -> Decoded {
    let (text, damaged) = encoding.decode_without_bom_handling(bytes);
    Decoded { text: text.into_owned(), damaged }
}

/// Finds the encoding in which all bytes make sense, the likeliest first.
fn detect(bytes: &[u8]) -> Option<String> {
    if has_designation(bytes)
        && let Some(text) = clean(ISO_2022_JP, bytes)
    {
        return Some(text);
    }
    if let Some(text) = clean(UTF_8, bytes) {
        return Some(text);
    }
    let japanese = [EUC_JP, SHIFT_JIS].into_iter().filter_map(|e| clean(e, bytes)).max_by_key(|text| score(text));
    let latin = clean(WINDOWS_1252, bytes).filter(|text| is_latin(text));
    match (japanese, latin) {
        (Some(text), Some(latin)) => Some(if has_kana(&text) { text } else { latin }),
        (japanese, latin) => japanese.or(latin),
    }
}

/// ISO-2022-JP switches character sets by an escape sequence that means nothing elsewhere.
fn has_designation(bytes: &[u8]) -> bool {
    bytes.windows(3).any(|w| matches!(w, [0x1b, b'$', b'@' | b'B'] | [0x1b, b'(', b'I' | b'J']))
}

/// The reading with the fewest broken characters, when they are few: a cut or machine-made text is still a text.
fn least_damaged(bytes: &[u8]) -> Option<Decoded> {
    let candidates = [UTF_8, ISO_2022_JP, SHIFT_JIS, EUC_JP].into_iter().map(|e| lossy(e, bytes));
    let best = candidates.max_by_key(|decoded| score(&decoded.text))?;
    let broken = best.text.chars().filter(|&c| c == '\u{fffd}').count();
    let whole = best.text.chars().count();
    (broken * 20 <= whole).then_some(best)
}

/// How much a text looks like Japanese that somebody wrote: kana and punctuation for it, rare things against it.
fn score(text: &str) -> i64 {
    text.chars()
        .map(|c| match c {
            '\u{3000}'..='\u{3002}' | '\u{3041}'..='\u{30fe}' => 3,
            '\u{4e00}'..='\u{9fff}' | '\u{ff01}'..='\u{ff5e}' => 1,
            '\u{ff61}'..='\u{ff9f}' | '\u{e000}'..='\u{f8ff}' => -3,
            '\u{fffd}' | '\u{80}'..='\u{9f}' => -20,
            _ => 0,
        })
        .sum()
}

fn has_kana(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{3041}'..='\u{30fe}'))
}

/// Only letters beyond ASCII, as in a European name: bytes of a Japanese text read so are full of signs.
fn is_latin(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii() || c.is_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "１．届出者情報\n 1) 氏名または名称：　焔 とおる\n";

    fn read(bytes: &[u8], declared: Option<&str>) -> String {
        let decoded = decode(bytes, declared).expect("a text");
        assert!(!decoded.damaged);
        decoded.text
    }

    #[test]
    fn every_japanese_encoding_is_found_without_a_label() {
        for encoding in [UTF_8, SHIFT_JIS, EUC_JP, ISO_2022_JP] {
            let (bytes, _, _) = encoding.encode(TEXT);
            assert_eq!(read(&bytes, None), TEXT, "{}", encoding.name());
        }
    }

    #[test]
    fn a_wrong_label_does_not_spoil_a_text() {
        for (encoding, label) in
            [(SHIFT_JIS, "utf-8"), (UTF_8, "iso-8859-1"), (EUC_JP, "us-ascii"), (ISO_2022_JP, "us-ascii")]
        {
            let (bytes, _, _) = encoding.encode(TEXT);
            assert_eq!(read(&bytes, Some(label)), TEXT, "{} called {label}", encoding.name());
        }
    }

    #[test]
    fn names_that_only_mailers_use_are_known() {
        let (sjis, _, _) = SHIFT_JIS.encode("①㈱火の見～");
        for label in ["cp932", "Windows-31J", "MS932", "x-sjis"] {
            assert_eq!(read(&sjis, Some(label)), "①㈱火の見～", "{label}");
        }
    }

    #[test]
    fn marks_win_and_binary_is_no_text() {
        assert_eq!(read(b"\xef\xbb\xbfabc", None), "abc");
        assert_eq!(read(b"\xff\xfeA\x00B\x00", None), "AB");
        assert_eq!(decode(b"PK\x03\x04\x00\x00", None), None);
        assert_eq!(decode(&[0x80, 0xff, 0xfe, 0x81, 0xff], None), None);
    }

    #[test]
    fn a_european_name_stays_european() {
        assert_eq!(read(b"Name: J\xfcrgen B\xe4r", Some("iso-8859-1")), "Name: Jürgen Bär");
        assert_eq!(read(b"Name: J\xfcrgen B\xe4r", None), "Name: Jürgen Bär");
    }

    #[test]
    fn a_cut_text_is_read_and_called_damaged() {
        let mut bytes = TEXT.repeat(3).into_bytes();
        bytes.truncate(bytes.len() - 2);
        let decoded = decode(&bytes, None).expect("a text");
        assert!(decoded.damaged && decoded.text.starts_with("１．届出者情報"));
    }
}
