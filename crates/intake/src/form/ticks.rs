//! Ticked boxes: `[x] 希望する　[ ] 希望しない` in all the ways people tick.

use std::collections::HashMap;
use std::sync::LazyLock;

use rulebook::report::form::{Answer, CoordinationBy, InformationSource, Reproducibility};

use crate::plain::{fold_option, narrow};

/// The state of a box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    On,
    Off,
    /// Something stands in the box, and nobody can know what it means.
    Unclear,
}

/// What the boxes of one item say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ticked<T> {
    /// The choice, when it is one.
    pub choice: Option<T>,
    /// More than one thing is ticked.
    pub contradiction: bool,
    /// Something was written that is none of the options.
    pub unusable: bool,
}

const YES: [&str; 24] = [
    "はい",
    "可",
    "可能",
    "同意する",
    "希望する",
    "通知してよい",
    "通知して良い",
    "通知可",
    "連絡してよい",
    "連絡を希望する",
    "記載してよい",
    "記載を希望する",
    "公表してよい",
    "できる",
    "あり",
    "有",
    "有り",
    "届出済み",
    "yes",
    "y",
    "ok",
    "they may be passed on",
    "i wish it",
    "it is possible",
];

const NO: [&str; 24] = [
    "いいえ",
    "不可",
    "同意しない",
    "希望しない",
    "通知しないでほしい",
    "通知しないで欲しい",
    "通知不可",
    "通知しない",
    "連絡を希望しない",
    "連絡しないでほしい",
    "記載しないでほしい",
    "記載を希望しない",
    "公表しないでほしい",
    "できない",
    "なし",
    "無",
    "無し",
    "届け出ていない",
    "no",
    "n",
    "they may not be passed on",
    "i do not wish it",
    "it is not possible",
    "none",
];

static WORDS: LazyLock<HashMap<String, bool>> = LazyLock::new(|| {
    let yes = YES.iter().map(|word| (fold_option(word), true));
    yes.chain(NO.iter().map(|word| (fold_option(word), false))).collect()
});

/// A yes or a no. `Both` when both are ticked.
#[must_use]
pub fn answer(value: &str) -> (Answer, bool) {
    let ticked = choose(value, |option| WORDS.get(option).copied());
    let answer = match ticked.choice {
        _ if ticked.contradiction => Answer::Both,
        _ if ticked.unusable => Answer::Unanswered,
        Some(yes) => Answer::from(yes),
        None => Answer::Unanswered,
    };
    (answer, ticked.unusable)
}

/// Where the information comes from.
#[must_use]
pub fn source(value: &str) -> Ticked<InformationSource> {
    choose(value, |option| match option {
        "自分で発見した" | "自分で発見" | "自ら発見した" | "ifoundit" | "ifounditmyself" | "foundmyself" => {
            Some(InformationSource::FoundMyself)
        }
        "人から入手した" | "人から入手" | "afterhearingofitfromaperson" | "fromaperson" => {
            Some(InformationSource::FromPerson)
        }
        "ウエブサイトから入手した" | "ウエブサイトから入手" | "サイトから入手した" | "fromawebsite" => {
            Some(InformationSource::FromWebsite)
        }
        _ => None,
    })
}

/// How often it can be reproduced.
#[must_use]
pub fn reproducibility(value: &str) -> Ticked<Reproducibility> {
    choose(value, |option| match option {
        "常に" | "必ず" | "always" => Some(Reproducibility::Always),
        "時々" | "ときどき" | "sometimes" => Some(Reproducibility::Sometimes),
        "まれに" | "稀に" | "rarely" => Some(Reproducibility::Rarely),
        _ => None,
    })
}

/// Who coordinates with the developer.
#[must_use]
pub fn coordination(value: &str) -> Ticked<CoordinationBy> {
    choose(value, |option| match option {
        "届出者が続ける" | "届出者が行う" | "自分で行う" | "ishallgoonmyself" | "myself" => {
            Some(CoordinationBy::Finder)
        }
        "受付機関に任せる"
        | "受付機関に任せる(製品開発者に伝えた)"
        | "lefttothereceivingbody"
        | "lefttothereceivingbody(thedeveloperwastold)" => Some(CoordinationBy::ReceivingBody),
        _ => None,
    })
}

/// Reads the boxes. Without any box, a text that is exactly one of the options counts as ticked.
fn choose<T: PartialEq>(value: &str, known: impl Fn(&str) -> Option<T>) -> Ticked<T> {
    let option = |text: &str| known(fold_option(text).as_str());
    let mut ticked = Ticked { choice: None, contradiction: false, unusable: false };
    let options = options(value);
    if options.is_empty() {
        ticked.choice = option(value);
        ticked.unusable = ticked.choice.is_none() && !value.trim().is_empty();
        return ticked;
    }
    for (mark, text) in options {
        let meant = option(text);
        match (mark, meant) {
            (Mark::Off, _) => {}
            (Mark::Unclear, _) | (Mark::On, None) => ticked.unusable = true,
            (Mark::On, Some(choice)) => match &ticked.choice {
                Some(other) if *other != choice => ticked.contradiction = true,
                _ => ticked.choice = Some(choice),
            },
        }
    }
    ticked
}

/// Boxes with the words that belong to them: those after each, or before each if the first words stand before.
fn options(value: &str) -> Vec<(Mark, &str)> {
    let boxes = boxes(value);
    let Some(&(first, ..)) = boxes.first() else { return Vec::new() };
    let before = !value[..first].trim().is_empty();
    let mut options = Vec::with_capacity(boxes.len());
    for (n, &(start, end, mark)) in boxes.iter().enumerate() {
        let text = if before {
            let from = if n == 0 { 0 } else { boxes[n - 1].1 };
            &value[from..start]
        } else {
            let to = boxes.get(n + 1).map_or(value.len(), |next| next.0);
            &value[end..to]
        };
        options.push((mark, text));
    }
    options
}

/// Byte range and state of every box.
fn boxes(value: &str) -> Vec<(usize, usize, Mark)> {
    let mut boxes = Vec::new();
    let mut at = 0;
    let mut after_blank = true;
    while let Some(c) = value[at..].chars().next() {
        let found = box_at(&value[at..], after_blank);
        let length = found.map_or(c.len_utf8(), |(length, _)| length);
        boxes.extend(found.map(|(length, mark)| (at, at + length, mark)));
        after_blank = c.is_whitespace();
        at += length;
    }
    boxes
}

/// The box that a text begins with: its length in bytes and its state.
fn box_at(text: &str, after_blank: bool) -> Option<(usize, Mark)> {
    let c = text.chars().next()?;
    match narrow(c) {
        '[' => bracketed(text, ']'),
        '(' => bracketed(text, ')').filter(|&(_, mark)| mark != Mark::Unclear),
        '☑' | '☒' | '✅' | '■' | '✔' | '✓' | '◼' | '🗹' => Some((c.len_utf8(), Mark::On)),
        '□' | '☐' | '◻' | '▢' => Some((c.len_utf8(), Mark::Off)),
        'レ' if after_blank && text[c.len_utf8()..].starts_with(char::is_whitespace) => Some((c.len_utf8(), Mark::On)),
        _ => None,
    }
}

/// `[ ]` and `[x]`: at most one sign between the brackets.
fn bracketed(text: &str, close: char) -> Option<(usize, Mark)> {
    let (end, closing) = text.char_indices().take(8).find(|&(_, c)| narrow(c) == close)?;
    let open = text.chars().next().map_or(0, char::len_utf8);
    let inside = text[open..end].trim();
    let mut signs = inside.chars();
    let mark = match (signs.next().map(narrow), signs.next()) {
        (None, _) => Mark::Off,
        (
            Some('x' | 'X' | 'v' | 'V' | 'レ' | 'ﾚ' | '✓' | '✔' | '☑' | '■' | '●' | '○' | '◯' | 'o' | 'O' | '*'),
            None,
        ) => Mark::On,
        (Some('□' | '☐' | '_'), None) => Mark::Off,
        (Some(_), None) => Mark::Unclear,
        _ => return None,
    };
    Some((end + closing.len_utf8(), mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_in_every_way() {
        for value in [
            "[x] 希望する　　　[ ] 希望しない",
            "［ｘ］希望する ［　］希望しない",
            "[レ] 希望する [] 希望しない",
            "☑ 希望する　□ 希望しない",
            "■希望する　□希望しない",
            "✓ 希望する\n□ 希望しない",
            "レ 希望する　[ ] 希望しない",
            "(x) 希望する ( ) 希望しない",
            "希望する [x]  希望しない [ ]",
            "[ ] 希望しない [X] 希望する",
            "希望する",
            "はい。",
            "Yes",
        ] {
            assert_eq!(answer(value), (Answer::Yes, false), "{value}");
        }
    }

    #[test]
    fn nothing_and_both() {
        assert_eq!(answer("[ ] なし　[ ] あり"), (Answer::Unanswered, false));
        assert_eq!(answer(""), (Answer::Unanswered, false));
        assert_eq!(answer("[x] 通知してよい　[x] 通知しないでほしい"), (Answer::Both, false));
    }

    #[test]
    fn a_condition_is_no_consent() {
        for value in [
            "[x] 通知してよい（匿名なら）　[ ] 通知しないでほしい",
            "匿名なら通知してよい",
            "[×] 通知してよい [ ] 通知しないでほしい",
            "[?] 通知してよい",
        ] {
            assert_eq!(answer(value), (Answer::Unanswered, true), "{value}");
        }
    }

    #[test]
    fn one_of_three() {
        let always = reproducibility("[x] 常に　[ ] 時々　[ ] まれに");
        assert_eq!((always.choice, always.contradiction), (Some(Reproducibility::Always), false));
        assert!(reproducibility("[x] 常に [x] まれに").contradiction);
        let found = source("[ ] 自分で発見した　[ ] 人から入手した　[x] ウェブサイトから入手した");
        assert_eq!(found.choice, Some(InformationSource::FromWebsite));
    }
}
