//! What words find is what somebody finds who looks at every advisory.

#[path = "../../formats/tests/samples/mod.rs"]
mod samples;

use std::collections::BTreeSet;

use formats::{AdvisoryNumber, AdvisorySummary, Localized};
use search::{Engine, Entry, Question, Searched, Sort};

/// Advisories that are looked through.
const ADVISORIES: u32 = 700;
/// Those that are put in at once.
const PORTION: usize = 300;

/// A number that looks drawn: the same every time.
fn drawn(seed: u32, below: u32) -> u32 {
    let mixed = (seed ^ seed >> 16).wrapping_mul(0x85EB_CA6B);
    ((mixed ^ mixed >> 13).wrapping_mul(0xC2B2_AE35) >> 8) % below
}

fn text(seed: u32, letters: &[char], longest: u32) -> String {
    let length = 1 + drawn(seed, longest);
    (0..length).map(|at| letters[drawn(seed.wrapping_mul(31) + at, letters.len() as u32) as usize]).collect()
}

/// An advisory of this title and text; no number has a letter that these have.
fn advisory(number: u32, title: &str, text: &str) -> Entry {
    let mut document = samples::one_vendor();
    document.id = AdvisoryNumber::new("JVN", number).expect("a number");
    let mut entry = Entry::of(&AdvisorySummary::from(&document), jiff::civil::date(2026, 1, 2), None);
    entry.summary.title = Localized::new(title, "");
    entry.summary.products.clear();
    entry.vendors.clear();
    entry.text = Localized::new(text, "");
    entry
}

struct Shelf {
    searched: std::sync::Arc<Searched>,
    advisories: Vec<(u32, String, String)>,
}

impl Shelf {
    /// A shelf of titles of these letters and texts of words of others. Some advisories are taken away again, and what was
    /// put in in several portions is left so, or put together.
    fn of(title: &[char], words: &[char], together: bool) -> Self {
        let some = |number: u32| {
            let words = (0..drawn(number, 6)).map(|at| text(number * 100 + at, words, 6)).collect::<Vec<_>>();
            (number, text(number * 7, title, 9), words.join(" "))
        };
        let mut advisories: Vec<_> = (1..=ADVISORIES).map(some).collect();
        let engine = Engine::new();
        for portion in advisories.chunks(PORTION) {
            let entries = portion.iter().map(|(number, title, text)| advisory(*number, title, text));
            engine.change(entries, []).expect("an index in memory");
        }
        if together {
            engine.gather().expect("an index in memory");
        }
        let gone: Vec<AdvisoryNumber> =
            (1..=ADVISORIES).filter(|n| n % 9 == 0).map(|n| AdvisoryNumber::new("JVN", n).expect("a number")).collect();
        engine.change([], &gone).expect("an index in memory");
        advisories.retain(|(number, ..)| number % 9 != 0);
        Shelf { searched: engine.current(), advisories }
    }

    /// Those that have all of the words, when somebody looks.
    fn looked(&self, words: &[&str], has: impl Fn(&str, &str, &str) -> bool) -> BTreeSet<u32> {
        let has_all = |(_, title, text): &&(u32, String, String)| words.iter().all(|word| has(word, title, text));
        self.advisories.iter().filter(has_all).map(|(number, ..)| *number).collect()
    }

    /// What is found, in its order.
    fn found(&self, words: &[&str], sort: Sort) -> Vec<u32> {
        let found = self.searched.find(&Question { sort, ..Question::new(&words.join(" ")) });
        self.searched.page(&found, 1, found.len()).map(AdvisoryNumber::digits).collect()
    }

    /// Asks for every word, alone and with some of the others.
    fn agrees(&self, words: &[String], has: impl Fn(&str, &str, &str) -> bool) {
        let mut found_some = 0;
        for (at, word) in words.iter().enumerate() {
            let other = &words[(at * 13 + 5) % words.len()];
            for asked in [vec![word.as_str()], vec![word, other]] {
                let wanted = self.looked(&asked, &has);
                found_some += usize::from(!wanted.is_empty());
                for sort in [Sort::Updated, Sort::Relevance] {
                    assert_eq!(BTreeSet::from_iter(self.found(&asked, sort)), wanted, "{asked:?}");
                }
            }
        }
        assert!(found_some > words.len() / 2, "many questions find something: {found_some} of {}", words.len());
    }
}

/// Every word of so many letters.
fn every_word(letters: &[char], longest: usize) -> Vec<String> {
    let mut all: Vec<String> = vec![String::new()];
    let mut begin = 0;
    for _ in 0..longest {
        let end = all.len();
        for at in begin..end {
            let longer: Vec<String> = letters.iter().map(|letter| format!("{}{letter}", all[at])).collect();
            all.extend(longer);
        }
        begin = end;
    }
    all.split_off(1)
}

#[test]
fn a_word_is_found_anywhere_in_a_title() {
    let letters = ['x', 'y', '鍵', '性'];
    for together in [false, true] {
        let shelf = Shelf::of(&['x', 'y', '鍵', '性', ' '], &[' '], together);
        shelf.agrees(&every_word(&letters, 4), |word, title, _| title.contains(word));
    }
}

/// Short ones only whole.
#[test]
fn a_word_of_the_text_is_found_by_its_beginning() {
    let letters = ['x', 'y', 'z'];
    for together in [false, true] {
        let shelf = Shelf::of(&['性'], &letters, together);
        let begins = |word: &str, one: &str| if word.len() < 3 { one == word } else { one.starts_with(word) };
        shelf.agrees(&every_word(&letters, 5), |word, _, text| text.split(' ').any(|one| begins(word, one)));
    }
}

#[test]
fn pairs_of_a_text_without_blanks_follow_each_other() {
    let letters = ['鍵', '性', '力'];
    let shelf = Shelf::of(&['x'], &letters, true);
    shelf.agrees(&every_word(&letters, 4), |word, _, text| text.contains(word));
}

/// Who has a word is kept when it is asked for again: neither what is found nor its order changes by that.
#[test]
fn a_word_asked_for_again_finds_the_same_in_the_same_order() {
    let letters = ['x', 'y', '鍵', '性'];
    let words = every_word(&letters, 2);
    for together in [false, true] {
        let shelf = Shelf::of(&['x', 'y', '鍵', '性', ' '], &['x', '鍵'], together);
        for (at, word) in words.iter().enumerate() {
            let asked = [word, words[(at * 7 + 3) % words.len()].as_str()];
            let first = shelf.found(&asked, Sort::Relevance);
            for _ in 0..2 {
                assert_eq!(shelf.found(&asked, Sort::Relevance), first, "{asked:?}");
            }
        }
    }
}
