//! How alike two texts are. Short ones, such as titles, by their pairs of letters; long ones from small sketches, so much
//! of a text as its card can carry.
//!
//! A sketch holds the smallest hashes of all rows of three letters (bottom-k sketch, Broder 1997). Of two texts the smallest
//! hashes of both together are a fair sample of their rows, and how many of that sample both have says how much they share.
//!
//! Both are kept in order, so that two of them are compared in one walk: one text is compared with very many.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

/// So many hashes are kept: the estimate is off by some eight in a hundred.
const KEPT: usize = 32;

/// The letters and digits of a text, without regard to width, case, spaces and signs: what works for Japanese and English
/// alike.
fn letters(text: &str) -> Vec<char> {
    text.nfkc().flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric()).collect()
}

/// The pairs of neighbouring letters of a short text, each of them once: both letters in one number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pairs(Vec<u64>);

impl Pairs {
    /// The pairs of a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let number = |pair: &[char]| (u64::from(u32::from(pair[0])) << 32) | u64::from(u32::from(pair[1]));
        let pairs: BTreeSet<u64> = letters(text).windows(2).map(number).collect();
        Pairs(pairs.into_iter().collect())
    }

    /// How alike the two texts are, in percent.
    #[must_use]
    pub fn alike(&self, other: &Pairs) -> u8 {
        let (_, common) = walk(&self.0, &other.0, usize::MAX);
        dice(common, self.0.len() + other.0.len())
    }
}

/// What is kept of a text to compare it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "BTreeSet<u32>")]
pub struct Sketch(Vec<u32>);

impl From<BTreeSet<u32>> for Sketch {
    fn from(hashes: BTreeSet<u32>) -> Self {
        Sketch(hashes.into_iter().take(KEPT).collect())
    }
}

impl Sketch {
    /// The sketch of a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        letters(text).windows(3).map(hash).collect::<BTreeSet<u32>>().into()
    }

    /// Whether there was nothing to compare.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How alike the two texts are, in percent.
    #[must_use]
    pub fn alike(&self, other: &Sketch) -> u8 {
        let (sample, common) = walk(&self.0, &other.0, KEPT);
        dice(common, sample + common)
    }
}

/// Walks through two ordered lists at once, past so many different values at most: how many there are, and how many of
/// them are in both.
fn walk<T: Ord>(a: &[T], b: &[T], most: usize) -> (usize, usize) {
    let (mut i, mut j, mut common) = (0, 0, 0);
    while i + j - common < most {
        let (Some(x), Some(y)) = (a.get(i), b.get(j)) else { break };
        let order = x.cmp(y);
        i += usize::from(order.is_le());
        j += usize::from(order.is_ge());
        common += usize::from(order.is_eq());
    }
    (most.min(a.len() + b.len() - common), common)
}

/// Dice's coefficient in percent: twice what is common by what there is.
fn dice(common: usize, all: usize) -> u8 {
    if all == 0 {
        return 0;
    }
    u8::try_from(200 * common / all).unwrap_or(100)
}

/// FNV-1a over the letters of a row, mixed once more so that neighbouring letters lie far apart.
fn hash(row: &[char]) -> u32 {
    let fnv = |hash: u32, letter: &char| (hash ^ *letter as u32).wrapping_mul(0x0100_0193);
    let hash = row.iter().fold(0x811c_9dc5, fnv);
    (hash ^ (hash >> 15)).wrapping_mul(0x2c1b_3c6d)
}

#[cfg(test)]
mod tests {
    use super::*;

    const STEPS: &str = "検索欄に「\"><script>」を入力して送信すると、結果の画面でスクリプトが実行されます。";

    fn percent(a: &str, b: &str) -> u8 {
        Sketch::of(a).alike(&Sketch::of(b))
    }

    #[test]
    fn the_same_text_in_other_letters_is_the_same() {
        assert_eq!(percent(STEPS, STEPS), 100);
        assert_eq!(percent("Search field: <SCRIPT>", "ｓｅａｒｃｈ　field <script>"), 100);
    }

    #[test]
    fn what_says_much_the_same_is_alike_and_something_else_is_not() {
        let told_anew = "検索欄に「\"><script>」を入れて送信すると、結果の画面でスクリプトが動きます。";
        assert!(percent(STEPS, told_anew) >= 50, "{}", percent(STEPS, told_anew));
        let other = "細工したZIPファイルを展開すると、任意の場所にファイルが書き込まれます。";
        assert!(percent(STEPS, other) < 20, "{}", percent(STEPS, other));
    }

    #[test]
    fn nothing_is_like_nothing() {
        assert_eq!((percent("", ""), percent("", STEPS), percent("ab", "ab")), (0, 0, 0));
        assert!(Sketch::of("").is_empty() && Sketch::of("二字").is_empty());
        assert_eq!(Pairs::of("").alike(&Pairs::of("")), 0);
    }

    #[test]
    fn one_walk_counts_what_two_sets_have_in_common() {
        let sets: [&[u32]; 5] = [&[], &[1], &[1, 3, 5, 7], &[2, 3, 4, 7, 9], &[5, 6, 7, 8, 9, 10]];
        for (a, b) in sets.iter().flat_map(|a| sets.iter().map(move |b| (a, b))) {
            for most in [0, 1, 3, 6, usize::MAX] {
                let (one, two) = (BTreeSet::from_iter(*a), BTreeSet::from_iter(*b));
                let sample: Vec<_> = one.union(&two).take(most).collect();
                let common = sample.iter().filter(|value| one.contains(**value) && two.contains(**value)).count();
                assert_eq!(walk(a, b, most), (sample.len(), common), "{a:?} {b:?} {most}");
            }
        }
    }

    #[test]
    fn a_card_of_before_holds_the_same_sketch() {
        let sketch = Sketch::of(STEPS);
        let hashes: BTreeSet<u32> = sketch.0.iter().copied().collect();
        let written = serde_json::to_string(&hashes).expect("plain numbers");
        assert_eq!(serde_json::from_str::<Sketch>(&written).expect("a sketch"), sketch);
        assert_eq!(serde_json::to_string(&sketch).expect("plain numbers"), written);
    }
}
