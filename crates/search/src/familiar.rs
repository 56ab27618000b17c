//! Words that many advisories have and that are asked for again: who has them is kept until something changes.
//!
//! Beside a rare word a common one is asked for at every advisory with the rare one, and each time a piece of a list has to
//! be unpacked that is as long as the index. Kept, it is one look into memory. Only what is asked for a second time is kept:
//! finding out costs a walk through everybody who has the word.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tantivy::{DocId, Score};

use crate::walk::Fit;

/// Words that are remembered to have been asked for.
const WORDS: usize = 1_000;
/// Advisories of all words together of which it is kept how well they fit: four bytes each.
pub(crate) const FITS: usize = 2_000_000;

/// What is kept.
#[derive(Debug, Default)]
pub(crate) struct Familiar(Mutex<Words>);

#[derive(Debug, Default)]
struct Words {
    asked: HashSet<String>,
    known: HashMap<String, Arc<Has>>,
    fits: usize,
}

/// What is known of a word.
pub(crate) enum Met {
    /// Nobody asked for it.
    Never,
    /// Somebody asked for it, and it is not known who has it.
    Once,
    /// Who has it.
    Known(Arc<Has>),
}

/// Who has a word, by the segments of the index.
#[derive(Debug)]
pub(crate) struct Has {
    /// How well each document fits; not a number where it has not the word.
    scores: Vec<Box<[Score]>>,
    /// How many have it.
    pub(crate) documents: u64,
}

impl Familiar {
    /// What is known of a word, and that somebody asks for it.
    pub(crate) fn meet(&self, word: &str) -> Met {
        let mut words = self.held();
        if let Some(has) = words.known.get(word) {
            return Met::Known(has.clone());
        }
        if words.asked.contains(word) {
            return Met::Once;
        }
        if words.asked.len() >= WORDS {
            words.asked.clear();
        }
        words.asked.insert(word.to_owned());
        Met::Never
    }

    /// Keeps who has a word. When there is too much of it, all that was kept before is given up.
    pub(crate) fn keep(&self, word: &str, has: Has) -> Arc<Has> {
        let has = Arc::new(has);
        let fits = has.scores.iter().map(|scores| scores.len()).sum::<usize>();
        if fits > FITS {
            return has;
        }
        let mut words = self.held();
        if words.fits + fits > FITS {
            words.known.clear();
            words.fits = 0;
        }
        if words.known.insert(word.to_owned(), has.clone()).is_none() {
            words.fits += fits;
        }
        has
    }

    fn held(&self) -> MutexGuard<'_, Words> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Has {
    /// Of segments with so many documents: those of each that have the word.
    pub(crate) fn of(segments: impl Iterator<Item = (u32, Vec<Fit>)>) -> Self {
        let mut has = Has { scores: Vec::new(), documents: 0 };
        for (documents, fits) in segments {
            let mut scores = vec![Score::NAN; documents as usize].into_boxed_slice();
            fits.iter().for_each(|(document, score)| scores[*document as usize] = *score);
            has.scores.push(scores);
            has.documents += fits.len() as u64;
        }
        has
    }

    /// How well a document fits, when it has the word.
    pub(crate) fn score(&self, segment: usize, document: DocId) -> Option<Score> {
        self.scores.get(segment)?.get(document as usize).copied().filter(|score| !score.is_nan())
    }

    /// Every document of a segment that has the word.
    pub(crate) fn every(&self, segment: usize) -> impl Iterator<Item = Fit> {
        let scores = self.scores.get(segment).map_or(&[][..], |scores| scores);
        (0..).zip(scores).filter(|(_, score)| !score.is_nan()).map(|(document, score)| (document, *score))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn has(documents: u32) -> Has {
        Has::of([(documents, vec![(0, 1.0)])].into_iter())
    }

    #[test]
    fn a_word_is_known_when_it_was_kept() {
        let familiar = Familiar::default();
        assert!(matches!(familiar.meet("word"), Met::Never));
        assert!(matches!(familiar.meet("word"), Met::Once));
        familiar.keep("word", has(3));
        let Met::Known(known) = familiar.meet("word") else { panic!("it was kept") };
        assert_eq!((known.score(0, 0), known.score(0, 1), known.score(1, 0)), (Some(1.0), None, None));
        assert_eq!(known.every(0).collect::<Vec<_>>(), [(0, 1.0)]);
    }

    #[test]
    fn no_more_is_kept_than_there_is_room_for() {
        let familiar = Familiar::default();
        let half = u32::try_from(FITS / 2).expect("a number of documents");
        let known = |word: &str| matches!(familiar.meet(word), Met::Known(_));
        for word in ["a", "b", "c", "c"] {
            familiar.keep(word, has(half));
        }
        assert!(!known("a") && !known("b") && known("c"), "what was kept before was given up");
        familiar.keep("d", has(3 * half));
        assert!(!known("d") && known("c"), "too much alone, and no reason to give up others");
        for word in 0..2 * WORDS {
            familiar.meet(&word.to_string());
        }
        assert!(familiar.held().asked.len() <= WORDS);
        assert!(matches!(familiar.meet("c"), Met::Known(_)), "many other words make nobody forget it");
    }
}
