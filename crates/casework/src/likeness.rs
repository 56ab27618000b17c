//! How alike two texts are, told from small sketches of them: so much of a text its card can carry.
//!
//! A sketch holds the smallest hashes of all rows of three letters (bottom-k sketch, Broder 1997). Of two texts the smallest
//! hashes of both together are a fair sample of their rows, and how many of that sample both have says how much they share.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

/// So many hashes are kept: the estimate is off by some eight in a hundred.
const KEPT: usize = 32;

/// The letters and digits of a text, without regard to width, case, spaces and signs: what works for Japanese and English
/// alike.
pub(crate) fn letters(text: &str) -> Vec<char> {
    text.nfkc().flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric()).collect()
}

/// What is kept of a text to compare it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Sketch(BTreeSet<u32>);

impl Sketch {
    /// The sketch of a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let hashes: BTreeSet<u32> = letters(text).windows(3).map(hash).collect();
        Sketch(hashes.into_iter().take(KEPT).collect())
    }

    /// Whether there was nothing to compare.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How alike the two texts are, in percent: twice what is common by what there is (Dice's coefficient).
    #[must_use]
    pub fn alike(&self, other: &Sketch) -> u8 {
        let sample: Vec<u32> = self.0.union(&other.0).copied().take(KEPT).collect();
        let common = sample.iter().filter(|hash| self.0.contains(hash) && other.0.contains(hash)).count();
        match sample.len() + common {
            0 => 0,
            all => u8::try_from(200 * common / all).unwrap_or(100),
        }
    }
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
    }
}
