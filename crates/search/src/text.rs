//! Text as it is compared, and the pieces of it that are indexed.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Text as it is compared: full-width and half-width forms, capitals and compatibility characters are all one.
///
/// Most of a text is plain and stays as it is but for capitals; only what lies between plain characters is normalised.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let plain = plain_length(rest);
        let begin = folded.len();
        folded.push_str(&rest[..plain]);
        folded[begin..].make_ascii_lowercase();
        // Behind it stands nothing, or what is normalised: one character at least, up to the next plain one.
        rest = &rest[plain..];
        let first = rest.chars().next().map_or(0, char::len_utf8);
        let other = rest[first..].find(is_plain).map_or(rest.len(), |at| first + at);
        folded.push_str(&normalised(&rest[..other]));
        rest = &rest[other..];
    }
    folded
}

/// Lower case can leave something to compose; composing again makes folding twice the same as once.
fn normalised(text: &str) -> String {
    text.nfkc().flat_map(char::to_lowercase).nfkc().collect()
}

/// Bytes at the beginning of a text that are plain. The last plain character before another one may compose with it.
fn plain_length(text: &str) -> usize {
    match text.char_indices().find(|(_, c)| !is_plain(*c)) {
        None => text.len(),
        Some((at, _)) => text[..at].char_indices().next_back().map_or(0, |(last, _)| last),
    }
}

/// Characters that no normalisation changes, that compose with nothing before them, and that only ASCII has capitals of:
/// ASCII, kana with the mark of a long vowel, unified ideographs, the usual Japanese punctuation.
fn is_plain(c: char) -> bool {
    matches!(c, '\0'..='\u{7F}' | '\u{3001}'..='\u{3003}' | '\u{3005}'..='\u{3011}' | '\u{3041}'..='\u{3096}'
        | '\u{30A1}'..='\u{30FC}' | '\u{4E00}'..='\u{9FFF}')
}

/// A folded text that knows which part of the original each of its characters came from.
#[derive(Debug)]
pub struct Folded {
    /// The folded characters.
    pub chars: Vec<char>,
    sources: Vec<Range<usize>>,
}

impl Folded {
    /// Folds a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut folded = Folded { chars: Vec::with_capacity(text.len()), sources: Vec::with_capacity(text.len()) };
        let mut rest = text.char_indices().peekable();
        while let Some((start, first)) = rest.next() {
            let mut end = start + first.len_utf8();
            while let Some((at, mark)) = rest.next_if(|(_, next)| !is_plain(*next) && belongs_to_last(*next)) {
                end = at + mark.len_utf8();
            }
            if is_plain(first) && end == start + first.len_utf8() {
                folded.chars.push(first.to_ascii_lowercase());
                folded.sources.push(start..end);
                continue;
            }
            for c in normalised(&text[start..end]).chars() {
                folded.chars.push(c);
                folded.sources.push(start..end);
            }
        }
        folded
    }

    /// The part of the original, in bytes, behind a range of folded characters.
    #[must_use]
    pub fn source(&self, range: Range<usize>) -> Range<usize> {
        let start = self.sources.get(range.start).map_or(0, |source| source.start);
        let end = range.end.checked_sub(1).and_then(|last| self.sources.get(last)).map_or(start, |source| source.end);
        start..end.max(start)
    }
}

/// Combining marks, and the half-width marks of voiced kana, which compose with what stands before.
fn belongs_to_last(c: char) -> bool {
    is_combining_mark(c) || matches!(c, '\u{FF9E}' | '\u{FF9F}')
}

/// Whether a script writes without blanks, so that its texts are cut into pairs of characters.
#[must_use]
pub fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}' | '\u{3400}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}' | '\u{0E00}'..='\u{0E7F}')
}

/// Hiragana or katakana, with the mark of a long vowel.
#[must_use]
pub fn is_kana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{3096}' | '\u{30A1}'..='\u{30FA}' | 'ー')
}

/// A piece of a text that is indexed: its place in the text in bytes, and its position among the pieces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Bytes of the folded text.
    pub bytes: Range<usize>,
    /// Position; neighbours follow each other.
    pub position: usize,
}

/// A text cut at every character, whatever the script: three neighbours where a script has blanks, two elsewhere. Behind a
/// character without blanks, two of the other kind stand beside the three, so that a name is found that goes on with them;
/// at the end of each run stands what is left, so that every part of a run is the beginning of a piece.
#[must_use]
pub fn pieces(folded: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut position = 0;
    for (_, run) in runs(folded, |c| (!c.is_whitespace()).then_some(())) {
        let chars: Vec<(usize, bool)> =
            folded[run.clone()].char_indices().map(|(at, c)| (run.start + at, is_unspaced(c))).collect();
        let start = |at: usize| chars.get(at).map_or(run.end, |(start, _)| *start);
        let spaced = |at: usize| chars.get(at).is_some_and(|(_, unspaced)| !unspaced);
        for at in 0..chars.len() {
            let three = (at..at + 3).all(spaced);
            if three {
                tokens.push(Token { bytes: start(at)..start(at + 3), position });
            }
            if !three || at > 0 && !spaced(at - 1) {
                tokens.push(Token { bytes: start(at)..start(at + 2), position });
            }
            position += 1;
        }
        // A gap, so that no piece seems to stand behind one of another run.
        position += 1;
    }
    tokens
}

/// The pieces of a word that are in every text with this word, whatever follows it there. None when the word itself is but
/// the beginning of a piece.
#[must_use]
pub fn settled(word: &str) -> Vec<Token> {
    let mut tokens = pieces(word);
    let is_spaced = |text: &str| text.chars().all(|c| !is_unspaced(c));
    tokens.retain(|token| {
        let (piece, before) = (&word[token.bytes.clone()], word[..token.bytes.start].chars().next_back());
        let length = piece.chars().count();
        let goes_on = token.bytes.end == word.len() && length < 3 && is_spaced(piece);
        length > 1 && (!goes_on || before.is_some_and(is_unspaced))
    });
    tokens
}

/// Pairs of characters where a script has no blanks, whole words elsewhere; punctuation only parts them.
#[must_use]
pub fn words(folded: &str) -> Vec<Token> {
    let class = |c: char| if is_unspaced(c) { Some(true) } else { c.is_alphanumeric().then_some(false) };
    let (mut tokens, mut position) = (Vec::new(), 0);
    for (unspaced, run) in runs(folded, class) {
        if unspaced {
            // Behind a gap, so that no pair seems to stand behind one of another run.
            position = push_pairs(folded, &run, position, &mut tokens) + 1;
        } else {
            tokens.push(Token { bytes: run, position });
            position += 1;
        }
    }
    tokens
}

/// Adds the pairs of a run; gives the position behind its last character.
fn push_pairs(text: &str, run: &Range<usize>, first: usize, tokens: &mut Vec<Token>) -> usize {
    let starts: Vec<usize> = text[run.clone()].char_indices().map(|(at, _)| run.start + at).collect();
    for (at, &start) in starts.iter().enumerate() {
        let end = starts.get(at + 2).copied().unwrap_or(run.end);
        tokens.push(Token { bytes: start..end, position: first + at });
    }
    first + starts.len()
}

/// Runs of characters of one class; characters of no class stand between runs.
pub(crate) fn runs<C: PartialEq + Copy>(text: &str, class: impl Fn(char) -> Option<C>) -> Vec<(C, Range<usize>)> {
    let mut found: Vec<(C, Range<usize>)> = Vec::new();
    for (at, c) in text.char_indices() {
        let Some(class) = class(c) else { continue };
        match found.last_mut() {
            Some((last, run)) if *last == class && run.end == at => run.end = at + c.len_utf8(),
            _ => found.push((class, at..at + c.len_utf8())),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, tokens: &[Token]) -> Vec<(String, usize)> {
        tokens.iter().map(|token| (text[token.bytes.clone()].to_owned(), token.position)).collect()
    }

    fn said(pieces: &[(&str, usize)]) -> Vec<(String, usize)> {
        pieces.iter().map(|(piece, position)| ((*piece).to_owned(), *position)).collect()
    }

    #[test]
    fn one_text_has_one_folded_form() {
        assert_eq!(fold("ＪＶＮ＃１ ｶﾞｲﾄﾞ ㈱"), "jvn#1 ガイド (株)");
        assert_eq!(fold(&fold("İΣﬁ")), fold("İΣﬁ"));
    }

    /// The short cut is no other folding: mixed texts of plain and other characters, in every order.
    #[test]
    fn plain_characters_are_folded_as_all_others() {
        let pieces = [
            "a", "É", "か", "\u{3099}", "ｶ", "ﾞ", "漢", "、", "㈱", "e\u{301}", "\u{301}", "ー", "Σ", "İ", "Å", "ﬁ",
            "한",
        ];
        for first in pieces {
            for second in pieces {
                for third in pieces {
                    let text = format!("{first}{second}{third}A{first}");
                    assert_eq!(fold(&text), normalised(&text), "{text:?}");
                }
            }
        }
        for c in ('\0'..=char::MAX).filter(|c| is_plain(*c)) {
            let text = c.to_string();
            assert_eq!(fold(&text), normalised(&text), "{c:?}");
            let after = format!("か{c}");
            assert_eq!(fold(&after), normalised(&after), "{c:?} composes with nothing before it");
        }
    }

    #[test]
    fn a_folded_character_knows_where_it_came_from() {
        let text = "ｶﾞｲﾄﾞ㈱";
        let folded = Folded::of(text);
        assert_eq!(folded.chars.iter().collect::<String>(), fold(text));
        assert_eq!(&text[folded.source(0..1)], "ｶﾞ");
        assert_eq!(&text[folded.source(4..5)], "㈱", "one character became three");
    }

    #[test]
    fn pieces_of_everything() {
        let text = "脆弱性 abcd";
        let wanted = said(&[("脆弱", 0), ("弱性", 1), ("性", 2), ("abc", 4), ("bcd", 5), ("cd", 6), ("d", 7)]);
        assert_eq!(shown(text, &pieces(text)), wanted);
        let text = "鍵ab製c";
        assert_eq!(shown(text, &pieces(text)), said(&[("鍵a", 0), ("ab", 1), ("b製", 2), ("製c", 3), ("c", 4)]));
        let text = "鍵abc";
        assert_eq!(shown(text, &pieces(text)), said(&[("鍵a", 0), ("abc", 1), ("ab", 1), ("bc", 2), ("c", 3)]));
    }

    /// Asked for in every part of every text of two kinds of characters: its settled pieces are in the text at their places,
    /// and together they are all of it.
    #[test]
    fn a_part_of_a_text_is_found_by_its_settled_pieces() {
        for number in 0..6_u32.pow(5) {
            let text: String =
                (0..5).map(|at| ['a', 'b', '1', '鍵', '性', 'カ'][(number / 6_u32.pow(at) % 6) as usize]).collect();
            let there = shown(&text, &pieces(&text));
            let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            for first in 0..5 {
                for last in first + 1..=5 {
                    let word = &text[starts[first]..starts[last]];
                    let asked = settled(word);
                    let mut covered = vec![false; word.len()];
                    for token in &asked {
                        let piece = (word[token.bytes.clone()].to_owned(), token.position + first);
                        assert!(there.contains(&piece), "{piece:?} of {word} in {text}");
                        covered[token.bytes.clone()].fill(true);
                    }
                    let begins = there.iter().any(|(piece, at)| *at == first && piece.starts_with(word));
                    assert!(if asked.is_empty() { begins } else { !covered.contains(&false) }, "{word} in {text}");
                }
            }
        }
    }

    #[test]
    fn words_and_pairs_follow_each_other() {
        let text = "tlsライブラ wp-config、鍵";
        let wanted =
            said(&[("tls", 0), ("ライ", 1), ("イブ", 2), ("ブラ", 3), ("ラ", 4), ("wp", 6), ("config", 7), ("鍵", 8)]);
        assert_eq!(shown(text, &words(text)), wanted);
    }
}
