//! The ways in which an advisory may have a word, and the documents of a segment that have all of some words.
//!
//! The word that costs least is walked through. Of its documents alone it is asked whether they have the other words, and a
//! common word costs little then beside a rare one: this is why the library's queries are not used here, which look for
//! the next document that has a word when one has it not.

use std::sync::Arc;

use tantivy::postings::{Postings, SegmentPostings};
use tantivy::query::{Bm25Weight, EnableScoring, FuzzyTermQuery, Query};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocId, DocSet, InvertedIndexReader, Score, Searcher, SegmentReader, TERMINATED, Term};

use crate::familiar::Has;

/// A document of a segment and how well it fits.
pub(crate) type Fit = (DocId, Score);

/// A way in which a document may have a word.
pub(crate) enum Way {
    /// It has pieces that follow each other.
    Phrase(Phrase),
    /// A word of this field begins so.
    Beginning {
        /// The field.
        field: Field,
        /// The beginning.
        text: String,
        /// How well every such document fits.
        score: Score,
    },
    /// A name is read nearly so.
    Nearly(FuzzyTermQuery),
    /// It is known who has it, in whatever way.
    Known(Arc<Has>),
}

/// Pieces of a field, each with its place among them.
pub(crate) struct Phrase {
    field: Field,
    pieces: Vec<(u32, Term)>,
    /// How well it fits: by how often it is in a text and how long that is, or not at all when nobody asks.
    weight: Option<Bm25Weight>,
}

impl Phrase {
    /// These pieces, which fit better by this factor where it is asked how well something fits; there has to be one.
    ///
    /// # Errors
    /// Those of reading the index.
    pub(crate) fn of(
        field: Field,
        pieces: Vec<(u32, Term)>,
        factor: Score,
        among: Option<&Searcher>,
    ) -> tantivy::Result<Self> {
        let terms: Vec<Term> = pieces.iter().map(|(_, term)| term.clone()).collect();
        let weight = among.map(|searcher| Bm25Weight::for_terms(searcher, &terms)).transpose()?;
        Ok(Phrase { field, pieces, weight: weight.map(|weight| weight.boost_by(factor)) })
    }
}

/// About how much it takes to find who has a word in one of these ways, in documents that are walked through.
///
/// # Errors
/// Those of reading the index.
pub(crate) fn cost(searcher: &Searcher, ways: &[Way]) -> tantivy::Result<u64> {
    let mut sum = 0;
    for (at, segment) in searcher.segment_readers().iter().enumerate() {
        for way in ways {
            sum += Walk::open(segment, at, way)?.cost();
        }
    }
    Ok(sum)
}

/// The documents of a segment that have all of the words, each of which has ways.
///
/// # Errors
/// Those of reading the index.
pub(crate) fn with_all(searcher: &Searcher, at: usize, words: &[impl AsRef<[Way]>]) -> tantivy::Result<Vec<Fit>> {
    let segment = &searcher.segment_readers()[at];
    let open = |ways: &[Way]| ways.iter().map(|way| Walk::open(segment, at, way)).collect();
    let mut words: Vec<Vec<Walk>> = words.iter().map(|ways| open(ways.as_ref())).collect::<tantivy::Result<_>>()?;
    words.sort_by_key(|walks| walks.iter().map(Walk::cost).sum::<u64>());
    let mut words = words.into_iter();
    let mut found = Vec::new();
    for walk in words.next().into_iter().flatten() {
        found.extend(walk.every(segment)?);
    }
    let mut found = added_up(found);
    if let Some(alive) = segment.alive_bitset() {
        found.retain(|(document, _)| alive.is_alive(*document));
    }
    for walks in words {
        found = those_with(segment, &found, walks)?;
    }
    Ok(found)
}

/// Those of the documents that have another word too.
fn those_with(segment: &SegmentReader, found: &[Fit], walks: Vec<Walk>) -> tantivy::Result<Vec<Fit>> {
    let among = walks.into_iter().map(|walk| walk.among(segment, found.len()));
    let mut among: Vec<_> = among.collect::<tantivy::Result<_>>()?;
    let mut with = Vec::with_capacity(found.len());
    with.extend(found.iter().filter_map(|(document, score)| {
        let sum = among.iter_mut().filter_map(|has| has(*document)).reduce(|sum, score| sum + score);
        Some((*document, score + sum?))
    }));
    Ok(with)
}

/// Each document once, in the order of the segment, with all that it was found for.
fn added_up(mut found: Vec<Fit>) -> Vec<Fit> {
    found.sort_by_key(|(document, _)| *document);
    found.dedup_by(|(next, score), (document, sum)| {
        let same = next == document;
        *sum += if same { *score } else { 0.0 };
        same
    });
    found
}

/// A way through the documents of a segment that have a word so.
enum Walk {
    /// Those that have pieces behind each other.
    Following(Following),
    /// Those that have one of some words.
    Words(Words),
    /// These.
    Documents(Vec<DocId>, Score),
    /// Those of a segment that are known.
    Known(usize, Arc<Has>),
}

impl Walk {
    fn open(segment: &SegmentReader, at: usize, way: &Way) -> tantivy::Result<Walk> {
        Ok(match way {
            Way::Phrase(phrase) => match Following::open(segment, phrase)? {
                Some(following) => Walk::Following(following),
                None => Walk::Documents(Vec::new(), 0.0),
            },
            Way::Beginning { field, text, score } => Walk::Words(Words::beginning(segment, *field, text, *score)?),
            Way::Nearly(query) => {
                let weight = query.weight(EnableScoring::disabled_from_schema(segment.schema()))?;
                let mut documents = Vec::new();
                weight.for_each_no_score(segment, &mut |some| documents.extend_from_slice(some))?;
                Walk::Documents(documents, 1.0)
            }
            Way::Known(has) => Walk::Known(at, has.clone()),
        })
    }

    /// About how much it takes to walk through all of it.
    fn cost(&self) -> u64 {
        match self {
            Walk::Following(following) => following.cost(),
            Walk::Words(words) => words.documents,
            Walk::Documents(documents, _) => documents.len() as u64,
            Walk::Known(_, has) => has.documents,
        }
    }

    /// Every document.
    fn every(self, segment: &SegmentReader) -> tantivy::Result<Vec<Fit>> {
        Ok(match self {
            Walk::Following(following) => following.every(),
            Walk::Words(words) => {
                let score = words.score;
                words.set(segment)?.documents().map(|document| (document, score)).collect()
            }
            Walk::Documents(documents, score) => documents.into_iter().map(|document| (document, score)).collect(),
            Walk::Known(at, has) => has.every(at).collect(),
        })
    }

    /// Tells of about so many documents, asked for in their order, whether they are in it, and how well they fit.
    fn among(self, segment: &SegmentReader, times: usize) -> tantivy::Result<Box<dyn FnMut(DocId) -> Option<Score>>> {
        Ok(match self {
            Walk::Following(mut following) => Box::new(move |document| following.has(document)),
            Walk::Words(words) => words.among(segment, times)?,
            Walk::Documents(documents, score) => {
                Box::new(move |document| documents.binary_search(&document).ok().map(|_| score))
            }
            Walk::Known(at, has) => Box::new(move |document| has.score(at, document)),
        })
    }
}

/// Pieces behind each other, the rarest first.
struct Following {
    pieces: Vec<(u32, SegmentPostings)>,
    weight: Option<(Bm25Weight, tantivy::fieldnorm::FieldNormReader)>,
    /// Places where it may begin, and those of the piece that is looked at.
    begins: Vec<u32>,
    places: Vec<u32>,
}

impl Following {
    /// Nothing when a piece is nowhere.
    fn open(segment: &SegmentReader, phrase: &Phrase) -> tantivy::Result<Option<Self>> {
        let index = segment.inverted_index(phrase.field)?;
        let alone = phrase.pieces.len() == 1;
        let option = if alone { IndexRecordOption::WithFreqs } else { IndexRecordOption::WithFreqsAndPositions };
        let mut pieces = Vec::with_capacity(phrase.pieces.len());
        for (place, term) in &phrase.pieces {
            let Some(postings) = index.read_postings(term, option)? else { return Ok(None) };
            pieces.push((*place, postings));
        }
        pieces.sort_by_key(|(_, postings)| postings.doc_freq());
        let norms = segment.get_fieldnorms_reader(phrase.field);
        let weight = phrase.weight.clone().map(|weight| norms.map(|norms| (weight, norms))).transpose()?;
        Ok(Some(Following { pieces, weight, begins: Vec::new(), places: Vec::new() }))
    }

    /// Places are read for every document that has all pieces, and reading them costs some ten times as much as a document.
    fn cost(&self) -> u64 {
        let documents = self.pieces.first().map_or(0, |(_, rarest)| u64::from(rarest.doc_freq()));
        if self.pieces.len() == 1 { documents } else { documents * 10 }
    }

    fn every(mut self) -> Vec<Fit> {
        let most = self.pieces.first().map_or(0, |(_, rarest)| rarest.doc_freq());
        let mut found = Vec::with_capacity(most as usize);
        let mut document = self.pieces.first().map_or(TERMINATED, |(_, rarest)| rarest.doc());
        while document != TERMINATED {
            found.extend(self.has(document).map(|score| (document, score)));
            document = self.pieces[0].1.advance();
        }
        found
    }

    fn has(&mut self, document: DocId) -> Option<Score> {
        for (_, postings) in &mut self.pieces {
            if postings.doc() < document {
                postings.seek(document);
            }
            if postings.doc() != document {
                return None;
            }
        }
        let times = self.times();
        (times > 0).then(|| self.score(document, times))
    }

    /// How often the pieces follow each other in the document at which all of them stand.
    fn times(&mut self) -> u32 {
        let Following { pieces, begins, places, .. } = self;
        let last = pieces.iter().map(|(place, _)| *place).max().unwrap_or(0);
        let Some(((first, rarest), others)) = pieces.split_first_mut() else { return 0 };
        if others.is_empty() {
            return rarest.term_freq();
        }
        // Counted from the last piece, so that no place is below zero.
        rarest.positions_with_offset(last - *first, begins);
        for (place, postings) in others {
            postings.positions_with_offset(last - *place, places);
            begins.retain(|begin| places.binary_search(begin).is_ok());
            if begins.is_empty() {
                return 0;
            }
        }
        u32::try_from(begins.len()).unwrap_or(u32::MAX)
    }

    fn score(&self, document: DocId, times: u32) -> Score {
        self.weight.as_ref().map_or(0.0, |(weight, norms)| weight.score(norms.fieldnorm_id(document), times))
    }
}

/// Some words of a field.
struct Words {
    index: Arc<InvertedIndexReader>,
    words: Vec<tantivy::postings::TermInfo>,
    /// Documents that have them, those with several as often.
    documents: u64,
    score: Score,
}

impl Words {
    fn beginning(segment: &SegmentReader, field: Field, text: &str, score: Score) -> tantivy::Result<Self> {
        let index = segment.inverted_index(field)?;
        let mut from_here = index.terms().range().ge(text.as_bytes()).into_stream()?;
        let (mut words, mut documents) = (Vec::new(), 0);
        while from_here.advance() && from_here.key().starts_with(text.as_bytes()) {
            documents += u64::from(from_here.value().doc_freq);
            words.push(from_here.value().clone());
        }
        Ok(Words { index, words, documents, score })
    }

    fn walks(&self) -> impl Iterator<Item = tantivy::Result<SegmentPostings>> {
        let open = |word| Ok(self.index.read_postings_from_terminfo(word, IndexRecordOption::Basic)?);
        self.words.iter().map(open)
    }

    /// All of their documents.
    fn set(&self, segment: &SegmentReader) -> tantivy::Result<Set> {
        let mut set = Set(vec![0; segment.max_doc() as usize / 64 + 1]);
        for walk in self.walks() {
            let mut walk = walk?;
            while walk.doc() != TERMINATED {
                set.add(walk.doc());
                walk.advance();
            }
        }
        Ok(set)
    }

    /// For a few documents the words are walked through side by side; for many their documents are collected first.
    fn among(self, segment: &SegmentReader, times: usize) -> tantivy::Result<Box<dyn FnMut(DocId) -> Option<Score>>> {
        let score = self.score;
        if 2 * (times * self.words.len()) as u64 > self.documents {
            let set = self.set(segment)?;
            return Ok(Box::new(move |document| set.has(document).then_some(score)));
        }
        let mut walks: Vec<SegmentPostings> = self.walks().collect::<tantivy::Result<_>>()?;
        Ok(Box::new(move |document| {
            let mut has = |walk: &mut SegmentPostings| {
                if walk.doc() < document {
                    walk.seek(document);
                }
                walk.doc() == document
            };
            walks.iter_mut().any(&mut has).then_some(score)
        }))
    }
}

/// Documents, a bit for each of the segment.
struct Set(Vec<u64>);

impl Set {
    fn add(&mut self, document: DocId) {
        if let Some(bits) = self.0.get_mut(document as usize / 64) {
            *bits |= 1 << (document % 64);
        }
    }

    fn has(&self, document: DocId) -> bool {
        self.0.get(document as usize / 64).is_some_and(|bits| bits >> (document % 64) & 1 == 1)
    }

    fn documents(&self) -> impl Iterator<Item = DocId> {
        let in_bits = |(at, bits): (DocId, &u64)| {
            let bits = *bits;
            (0..64).filter(move |bit| bits >> bit & 1 == 1).map(move |bit| at * 64 + bit)
        };
        (0..).zip(&self.0).filter(|(_, bits)| **bits != 0).flat_map(in_bits)
    }
}
