//! Which parts of a text a search found. A piece is plain text: whoever shows it escapes it, as any other text.

use std::ops::Range;

use crate::text::{Folded, fold};

/// Characters shown of a text before what was found in it.
const BEFORE: usize = 30;

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The text, as it was written.
    pub text: String,
    /// Whether this is what was looked for.
    pub found: bool,
}

/// A whole text in pieces.
#[must_use]
pub fn marked(text: &str, words: &[String]) -> Vec<Piece> {
    let folded = Folded::of(text);
    let places = places(&folded.chars, words);
    cut(text, &folded, 0..folded.chars.len(), &places)
}

/// The part of a text around the first thing that was found in it, at most so many characters of it; nothing when none of
/// the words is there.
#[must_use]
pub fn snippet(text: &str, words: &[String], characters: usize) -> Option<Vec<Piece>> {
    // Most texts have none of the words; which part of a text is what is asked only of those that do.
    let plain = fold(text);
    if !words.iter().any(|word| plain.contains(word.as_str())) {
        return None;
    }
    let folded = Folded::of(text);
    let places = places(&folded.chars, words);
    let first = places.first()?;
    let total = folded.chars.len();
    // Near the end of a text the window moves back, so that it is always full.
    let start = first.start.saturating_sub(BEFORE).min(total.saturating_sub(characters));
    let end = (start + characters).max(first.end).min(total);
    let inside: Vec<Range<usize>> = places.into_iter().filter(|place| place.end > start && place.start < end).collect();
    let mut pieces = cut(text, &folded, start..end, &inside);
    if start > 0 {
        pieces.insert(0, Piece { text: "…".to_owned(), found: false });
    }
    if end < total {
        pieces.push(Piece { text: "…".to_owned(), found: false });
    }
    Some(pieces)
}

/// Where the words stand, in their order and without overlaps.
fn places(chars: &[char], words: &[String]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for word in words {
        let word: Vec<char> = word.chars().collect();
        if word.is_empty() || word.len() > chars.len() {
            continue;
        }
        let places = (0..=chars.len() - word.len()).filter(|&at| chars[at..].starts_with(&word));
        found.extend(places.map(|at| at..at + word.len()));
    }
    found.sort_by_key(|place| (place.start, place.end));
    let mut apart: Vec<Range<usize>> = Vec::with_capacity(found.len());
    for place in found {
        match apart.last_mut() {
            Some(last) if place.start <= last.end => last.end = last.end.max(place.end),
            _ => apart.push(place),
        }
    }
    apart
}

fn cut(text: &str, folded: &Folded, window: Range<usize>, places: &[Range<usize>]) -> Vec<Piece> {
    let whole = folded.source(window.clone());
    let (mut pieces, mut at) = (Vec::new(), whole.start);
    let mut push = |range: Range<usize>, found: bool| {
        if !range.is_empty() {
            pieces.push(Piece { text: text[range].to_owned(), found });
        }
    };
    for place in places {
        let source = folded.source(place.start.max(window.start)..place.end.min(window.end));
        // One character that folds into several may be found in part: it is marked once, as a whole.
        let source = source.start.max(at)..source.end.max(at);
        push(at..source.start, false);
        push(source.clone(), true);
        at = source.end;
    }
    push(at..whole.end.max(at), false);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(pieces: &[Piece]) -> String {
        pieces.iter().map(|piece| if piece.found { format!("[{}]", piece.text) } else { piece.text.clone() }).collect()
    }

    fn words(words: &[&str]) -> Vec<String> {
        words.iter().map(|word| (*word).to_owned()).collect()
    }

    #[test]
    fn found_words_are_marked_as_they_were_written() {
        assert_eq!(
            shown(&marked("ＴＬＳライブラリの<b>不備", &words(&["tls", "不備"]))),
            "[ＴＬＳ]ライブラリの<b>[不備]"
        );
        assert_eq!(shown(&marked("ｶﾞｲﾄﾞ㈱", &words(&["ド(株"]))), "ｶﾞｲ[ﾄﾞ㈱]");
        assert_eq!(shown(&marked("㈱㈱", &words(&["株"]))), "[㈱][㈱]");
        assert_eq!(shown(&marked("なし", &words(&[""]))), "なし");
    }

    #[test]
    fn a_snippet_lies_around_what_was_found() {
        let text = format!("{}認証を回避される{}", "あ".repeat(100), "い".repeat(100));
        let piece = snippet(&text, &words(&["回避"]), 60).expect("it is there");
        assert_eq!(shown(&piece), format!("…{}認証を[回避]される{}…", "あ".repeat(27), "い".repeat(25)));
        assert_eq!(snippet(&text, &words(&["ない"]), 60), None);
        assert_eq!(shown(&snippet("短い文", &words(&["短い"]), 60).expect("it is there")), "[短い]文");
    }
}
