//! How a name is read: kana in Latin letters, with the differences of spelling taken out that people do not agree on.
//!
//! みどり, ミドリ, ﾐﾄﾞﾘ and Midori sound the same here; so do シンブン, shimbun and sinbun, サイトー and Saito. Kanji have no
//! reading without a dictionary: a vendor in kanji is found by the reading that the register has, and by its English name.

use crate::text::{fold, is_kana, runs};

/// The kana from ぁ (U+3041) on, in the order of Unicode; small vowels and っ are handled where they stand.
const KANA: [&str; 86] = [
    "a", "a", "i", "i", "u", "u", "e", "e", "o", "o", "ka", "ga", "ki", "gi", "ku", "gu", "ke", "ge", "ko", "go", "sa",
    "za", "si", "zi", "su", "zu", "se", "ze", "so", "zo", "ta", "da", "ti", "zi", "", "tu", "zu", "te", "de", "to",
    "do", "na", "ni", "nu", "ne", "no", "ha", "ba", "pa", "hi", "bi", "pi", "hu", "bu", "pu", "he", "be", "pe", "ho",
    "bo", "po", "ma", "mi", "mu", "me", "mo", "ya", "ya", "yu", "yu", "yo", "yo", "ra", "ri", "ru", "re", "ro", "wa",
    "wa", "i", "e", "o", "n", "bu", "ka", "ke",
];

/// Spellings that stand for one sound; longer ones first.
const SPELLINGS: [(&str, &str); 25] = [
    ("she", "se"),
    ("che", "te"),
    ("sha", "sya"),
    ("shu", "syu"),
    ("sho", "syo"),
    ("shi", "si"),
    ("cha", "tya"),
    ("chu", "tyu"),
    ("cho", "tyo"),
    ("chi", "ti"),
    ("tsu", "tu"),
    ("dzu", "zu"),
    ("ja", "zya"),
    ("ju", "zyu"),
    ("jo", "zyo"),
    ("ji", "zi"),
    ("je", "ze"),
    ("f", "h"),
    ("va", "ba"),
    ("vi", "bi"),
    ("vu", "bu"),
    ("ve", "be"),
    ("vo", "bo"),
    ("mb", "nb"),
    ("mp", "np"),
];

/// Whether a word has kana in it.
#[must_use]
pub fn has_kana(word: &str) -> bool {
    word.chars().any(is_kana)
}

/// How a word is read, without its blanks. What is neither kana nor a Latin letter stays as it is.
#[must_use]
pub fn sound(word: &str) -> String {
    let mut letters = String::with_capacity(word.len() * 2);
    fold(word).chars().filter(|c| !c.is_whitespace()).for_each(|c| push(c, &mut letters));
    // Most spellings need only be looked for when their letters are there at all; what one brings in is ASCII too.
    let mut there = present(&letters);
    for (spelling, one) in SPELLINGS {
        let needed = present(spelling);
        if there & needed == needed && letters.contains(spelling) {
            letters = letters.replace(spelling, one);
            there |= present(one);
        }
    }
    shorten(&letters)
}

/// The letters from a to z that are in a text, a bit for each.
fn present(text: &str) -> u32 {
    text.bytes().filter(u8::is_ascii_lowercase).fold(0, |there, letter| there | 1 << (letter - b'a'))
}

/// The sounds by which a name is found: of the whole, of its words, and of each stretch of one script in them.
#[must_use]
pub fn sounds(name: &str) -> Vec<String> {
    let folded = fold(name);
    let mut parts = vec![folded.as_str()];
    for word in folded.split_whitespace() {
        parts.push(word);
        parts.extend(stretches(word));
    }
    parts.sort_unstable();
    parts.dedup();
    let mut found: Vec<String> = parts.into_iter().map(sound).collect();
    found.retain(|sound| sound.chars().count() >= 2);
    found.sort_unstable();
    found.dedup();
    found
}

fn stretches(word: &str) -> impl Iterator<Item = &str> {
    let class = |c: char| match c {
        _ if is_kana(c) => Some(1),
        _ if c.is_ascii_alphanumeric() => Some(2),
        _ => None,
    };
    runs(word, class).into_iter().map(|(_, stretch)| &word[stretch])
}

fn push(c: char, letters: &mut String) {
    let small = match c {
        'ゃ' | 'ャ' => "ya",
        'ゅ' | 'ュ' => "yu",
        'ょ' | 'ョ' => "yo",
        'ぁ' | 'ァ' => "a",
        'ぃ' | 'ィ' => "i",
        'ぅ' | 'ゥ' => "u",
        'ぇ' | 'ェ' => "e",
        'ぉ' | 'ォ' => "o",
        // A long vowel and a doubled consonant are not told apart from short ones.
        'ー' | 'っ' | 'ッ' => return,
        _ => "",
    };
    if !small.is_empty() {
        // きゃ is kya, ファ is fa, ジェ is ze: the vowel before gives way.
        if letters.ends_with(['a', 'i', 'u', 'e', 'o']) {
            letters.pop();
        }
        let doubled = small.starts_with('y') && letters.ends_with('y');
        letters.push_str(if doubled { &small[1..] } else { small });
        return;
    }
    match kana(c) {
        Some(syllable) => letters.push_str(syllable),
        None => letters.push(c),
    }
}

fn kana(c: char) -> Option<&'static str> {
    let place = match c {
        '\u{3041}'..='\u{3096}' => c as usize - 0x3041,
        '\u{30A1}'..='\u{30F6}' => c as usize - 0x30A1,
        _ => return None,
    };
    KANA.get(place).copied()
}

/// One of every doubled letter, and one vowel where `ou` writes a long one.
fn shorten(letters: &str) -> String {
    let mut short = String::with_capacity(letters.len());
    for c in letters.chars() {
        let last = short.chars().next_back();
        let doubled = c.is_ascii_alphabetic() && last == Some(c);
        let lengthens = c == 'u' && last == Some('o');
        if !(doubled || lengthens) {
            short.push(c);
        }
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kana_and_romaji_sound_the_same() {
        for (one, other) in [
            ("みどり", "ミドリ"),
            ("ﾐﾄﾞﾘ", "Midori"),
            ("サイトー", "saito"),
            ("しんぶん", "Shimbun"),
            ("さいぼうず", "サイボウズ"),
            ("サイボウズ", "saibozu"),
            ("ふじつう", "Fujitsu"),
            ("きょうと", "kyoto"),
            ("ちゃっと", "chatto"),
            ("ファイル", "fairu"),
            ("ヴァル", "varu"),
            ("とうきょう", "Tokyo"),
        ] {
            assert_eq!(sound(one), sound(other), "{one} {other}");
        }
        assert_ne!(sound("あおば"), sound("あおい"));
    }

    #[test]
    fn every_kana_has_its_sound() {
        assert_eq!(kana('ん'), Some("n"));
        assert_eq!(kana('ヴ'), Some("bu"));
        assert_eq!(kana('ヶ'), Some("ke"));
        assert_eq!(kana('を'), Some("o"));
        assert_eq!(kana('づ'), Some("zu"));
        assert_eq!(kana('ぽ'), Some("po"));
    }

    #[test]
    fn a_name_is_found_by_its_parts() {
        assert_eq!(sounds("みどり帳票 Pro"), ["midori", "midori帳票", "midori帳票pro", "pro"]);
        assert_eq!(sounds("青葉通信"), ["青葉通信"]);
    }
}
