//! The index of words: which advisories have a word, and how well. Kept in memory or in a folder for as long as the
//! program runs, and made again from the tree.

use std::collections::BTreeSet;
use std::path::Path;

use tantivy::indexer::{LogMergePolicy, NoMergePolicy};
use tantivy::query::{
    BooleanQuery, BoostQuery, ConstScoreQuery, EnableScoring, FuzzyTermQuery, PhraseQuery, Query, Scorer, TermQuery,
    Weight,
};
use tantivy::schema::{FAST, Field, INDEXED, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{TextAnalyzer, TokenStream, Tokenizer};
use tantivy::{
    DocId, DocSet, Index, IndexReader, IndexWriter, ReloadPolicy, Score, Searcher, SegmentReader, TERMINATED,
    TantivyDocument, Term,
};

use crate::beginning::Beginning;
use crate::entry::Entry;
use crate::folder::Folder;
use crate::sound::{has_kana, sound, sounds};
use crate::table::Hit;
use crate::text::{Token, fold, is_unspaced, pairs, words};

/// Bytes that the writer collects before it makes a segment: as little as it takes.
const COLLECTED: usize = 15_000_000;
/// Latin words shorter than this are found whole only, not by their beginning.
const BEGINNING_MIN: usize = 3;
/// Readings shorter than this are not corrected.
const NEARLY_MIN: usize = 4;
/// Readings from this length on may differ in two places.
const NEARLY_TWO: usize = 8;

/// The fields of the index.
#[derive(Clone, Copy, Debug)]
struct Fields {
    /// The advisory's place.
    place: Field,
    /// Numbers, whole.
    number: Field,
    /// Title, names and numbers, in pairs of characters.
    head: Field,
    /// The text, in words.
    body: Field,
    /// Readings of names, whole.
    sound: Field,
}

/// The writing side.
pub(crate) struct Writing {
    fields: Fields,
    index: Index,
    writer: IndexWriter,
    reader: IndexReader,
    /// After what reads and writes in it, so that it goes last.
    _folder: Option<Folder>,
}

/// The reading side, as of one state.
#[derive(Clone)]
pub(crate) struct Reading {
    fields: Fields,
    searcher: Searcher,
}

impl Writing {
    /// An empty index in memory.
    pub(crate) fn new() -> tantivy::Result<Self> {
        let (schema, fields) = schema();
        Writing::over(Index::create_in_ram(schema), fields, None)
    }

    /// An empty index in a new folder below this one.
    pub(crate) fn in_folder(above: &Path) -> tantivy::Result<Self> {
        let (schema, fields) = schema();
        let folder = Folder::below(above)?;
        Writing::over(Index::create_in_dir(folder.path(), schema)?, fields, Some(folder))
    }

    fn over(index: Index, fields: Fields, folder: Option<Folder>) -> tantivy::Result<Self> {
        index.tokenizers().register("pairs", TextAnalyzer::from(Cut { cut: pairs, ..Cut::default() }));
        index.tokenizers().register("words", TextAnalyzer::from(Cut { cut: words, ..Cut::default() }));
        let writer = index.writer_with_num_threads(1, COLLECTED)?;
        // Until everything has been put in once: then it is put together at once.
        writer.set_merge_policy(Box::new(NoMergePolicy));
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        Ok(Writing { fields, index, writer, reader, _folder: folder })
    }

    /// Puts an advisory in its place, where nothing is.
    pub(crate) fn put(&mut self, place: u32, entry: &Entry) -> tantivy::Result<()> {
        let fields = self.fields;
        let mut document = TantivyDocument::new();
        document.add_u64(fields.place, u64::from(place));
        for number in numbers(entry) {
            document.add_text(fields.number, number);
        }
        document.add_text(fields.head, head(entry));
        document.add_text(fields.body, format!("{}\n{}", entry.text.ja, entry.text.en));
        for sound in readings(entry) {
            document.add_text(fields.sound, sound);
        }
        self.writer.add_document(document).map(drop)
    }

    /// Takes out what is in a place.
    pub(crate) fn remove(&mut self, place: u32) {
        self.writer.delete_term(Term::from_field_u64(self.fields.place, u64::from(place)));
    }

    /// Makes the changes seen; gives the new reading side.
    pub(crate) fn commit(&mut self) -> tantivy::Result<Reading> {
        self.writer.commit()?;
        self.read()
    }

    /// Puts everything together in one segment: a search asks every segment for every word. From then on segments are put
    /// together as they become many.
    pub(crate) fn gather(&mut self) -> tantivy::Result<Reading> {
        let segments = self.index.searchable_segment_ids()?;
        if segments.len() > 1 {
            self.writer.merge(&segments).wait()?;
        }
        self.writer.set_merge_policy(Box::new(LogMergePolicy::default()));
        self.read()
    }

    fn read(&self) -> tantivy::Result<Reading> {
        self.reader.reload()?;
        Ok(Reading { fields: self.fields, searcher: self.reader.searcher() })
    }
}

fn schema() -> (Schema, Fields) {
    let mut schema = Schema::builder();
    let text = |tokenizer: &str, record| {
        TextOptions::default()
            .set_indexing_options(TextFieldIndexing::default().set_tokenizer(tokenizer).set_index_option(record))
    };
    let positions = IndexRecordOption::WithFreqsAndPositions;
    let fields = Fields {
        place: schema.add_u64_field("place", INDEXED | FAST),
        number: schema.add_text_field("number", text("raw", IndexRecordOption::Basic)),
        head: schema.add_text_field("head", text("pairs", positions)),
        body: schema.add_text_field("body", text("words", positions)),
        sound: schema.add_text_field("sound", text("raw", IndexRecordOption::Basic)),
    };
    (schema.build(), fields)
}

/// A number as it is compared: `JVN#12345678` and `jvn12345678` are one.
fn number(text: &str) -> String {
    fold(text).chars().filter(|c| *c != '#' && !c.is_whitespace()).collect()
}

fn numbers(entry: &Entry) -> BTreeSet<String> {
    let summary = &entry.summary;
    let own = [summary.id.slug()];
    let all = own.iter().chain(&summary.cves).chain(&summary.cwes).chain(&entry.numbers);
    all.map(|text| number(text)).filter(|text| !text.is_empty()).collect()
}

/// Title, names and numbers, each on a line.
fn head(entry: &Entry) -> String {
    let summary = &entry.summary;
    let names = entry.vendors.iter().map(|(name, _)| name).chain(entry.products.iter().map(|(name, _)| name));
    let names = [&summary.title].into_iter().chain(names).chain(&summary.products);
    let mut lines: BTreeSet<&str> = names.flat_map(|name| [name.ja.as_str(), name.en.as_str()]).collect();
    let own = [summary.id.shown(), summary.id.slug()];
    lines.extend(own.iter().chain(&summary.cves).chain(&summary.cwes).chain(&entry.numbers).map(String::as_str));
    lines.into_iter().collect::<Vec<_>>().join("\n")
}

fn readings(entry: &Entry) -> BTreeSet<String> {
    let names = entry.vendors.iter().map(|(name, _)| name).chain(entry.products.iter().map(|(name, _)| name));
    let names = names.chain(&entry.summary.products).flat_map(|name| [&name.ja, &name.en]);
    names.chain(&entry.readings).flat_map(|name| sounds(name)).collect()
}

/// Cuts a text by one of the functions of [`crate::text`].
#[derive(Clone)]
struct Cut {
    cut: fn(&str) -> Vec<Token>,
    folded: String,
    token: tantivy::tokenizer::Token,
}

impl Default for Cut {
    fn default() -> Self {
        Cut { cut: words, folded: String::new(), token: tantivy::tokenizer::Token::default() }
    }
}

struct Pieces<'a> {
    folded: &'a str,
    tokens: std::vec::IntoIter<Token>,
    token: &'a mut tantivy::tokenizer::Token,
}

impl Tokenizer for Cut {
    type TokenStream<'a> = Pieces<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Pieces<'a> {
        self.folded = fold(text);
        self.token.reset();
        let tokens = (self.cut)(&self.folded).into_iter();
        Pieces { folded: &self.folded, tokens, token: &mut self.token }
    }
}

impl TokenStream for Pieces<'_> {
    fn advance(&mut self) -> bool {
        let Some(next) = self.tokens.next() else { return false };
        self.token.text.clear();
        self.token.text.push_str(&self.folded[next.bytes.clone()]);
        self.token.position = next.position;
        (self.token.offset_from, self.token.offset_to) = (next.bytes.start, next.bytes.end);
        true
    }

    fn token(&self) -> &tantivy::tokenizer::Token {
        self.token
    }

    fn token_mut(&mut self) -> &mut tantivy::tokenizer::Token {
        self.token
    }
}

impl Reading {
    /// The places that have all of the words, which are folded. With `nearly`, names count too that are read nearly like a
    /// word that nothing has.
    pub(crate) fn find(&self, words: &[String], nearly: bool, scored: bool) -> tantivy::Result<Vec<Hit>> {
        let scoring = if scored {
            EnableScoring::enabled_from_searcher(&self.searcher)
        } else {
            EnableScoring::disabled_from_searcher(&self.searcher)
        };
        let mut asked: Vec<Vec<Box<dyn Weight>>> = Vec::with_capacity(words.len());
        for word in words {
            let mut ways = self.ways(word)?;
            if nearly && !self.any(&ways)? {
                ways.extend(self.nearly(word));
            }
            asked.push(ways.iter().map(|way| way.weight(scoring)).collect::<tantivy::Result<_>>()?);
        }
        let mut hits = Vec::new();
        for segment in self.searcher.segment_readers() {
            let places = segment.fast_fields().u64("place")?;
            let place = |document| places.first(document).and_then(|place| u32::try_from(place).ok());
            let found = in_segment(segment, &asked)?;
            hits.extend(found.into_iter().filter_map(|(document, score)| Some(Hit { place: place(document)?, score })));
        }
        Ok(hits)
    }

    fn any(&self, ways: &[Box<dyn Query>]) -> tantivy::Result<bool> {
        let query = BooleanQuery::union(ways.iter().map(|way| way.box_clone()).collect());
        Ok(self.searcher.search(&query, &tantivy::collector::Count)? > 0)
    }

    /// The ways in which an advisory may have a word.
    fn ways(&self, word: &str) -> tantivy::Result<Vec<Box<dyn Query>>> {
        let number = Term::from_field_text(self.fields.number, &number(word));
        if self.searcher.doc_freq(&number)? > 0 {
            return Ok(vec![Box::new(TermQuery::new(number, IndexRecordOption::Basic))]);
        }
        let mut ways: Vec<Box<dyn Query>> = Vec::new();
        if let Some(head) = self.in_head(word) {
            ways.push(Box::new(BoostQuery::new(head, 3.0)));
        }
        ways.extend(self.in_body(word));
        let reading = sound(word);
        // A short Latin word is a word, and no reading of a name in kanji.
        let least = if has_kana(word) { 2 } else { NEARLY_MIN };
        if (has_kana(word) || word.chars().all(|c| c.is_ascii_alphabetic())) && reading.chars().count() >= least {
            let term = Term::from_field_text(self.fields.sound, &reading);
            ways.push(always(FuzzyTermQuery::new_prefix(term, 0, true), 2.0));
        }
        Ok(ways)
    }

    /// Anywhere in title, names and numbers.
    fn in_head(&self, word: &str) -> Option<Box<dyn Query>> {
        let mut tokens = pairs(word);
        let last = tokens.pop()?;
        if tokens.is_empty() {
            return Some(beginning(self.fields.head, &word[last.bytes]));
        }
        Some(phrase(self.fields.head, word, &tokens))
    }

    /// In the text.
    fn in_body(&self, word: &str) -> Option<Box<dyn Query>> {
        let field = self.fields.body;
        let single = |token: &Token| word[token.bytes.clone()].chars().count() == 1;
        let unspaced = |token: &Token| word[token.bytes.clone()].chars().all(is_unspaced);
        let mut tokens = words(word);
        if let [only] = tokens.as_slice() {
            let piece = &word[only.bytes.clone()];
            let whole = !unspaced(only) && piece.chars().count() < BEGINNING_MIN;
            return Some(if whole { exactly(field, piece) } else { beginning(field, piece) });
        }
        // A character at the end of a run stands in the text with the one behind it, so it cannot be asked for alone.
        tokens.retain(|token| !(single(token) && unspaced(token)));
        (!tokens.is_empty()).then(|| phrase(field, word, &tokens))
    }

    /// Names that are read nearly like it, and those whose reading begins like it.
    fn nearly(&self, word: &str) -> Vec<Box<dyn Query>> {
        let reading = sound(word);
        let length = reading.chars().count();
        if length < NEARLY_MIN {
            return Vec::new();
        }
        let term = Term::from_field_text(self.fields.sound, &reading);
        let distance = if length < NEARLY_TWO { 1 } else { 2 };
        vec![
            always(FuzzyTermQuery::new_prefix(term.clone(), 0, true), 2.0),
            always(FuzzyTermQuery::new(term, distance, true), 1.0),
        ]
    }
}

fn exactly(field: Field, piece: &str) -> Box<dyn Query> {
    Box::new(TermQuery::new(Term::from_field_text(field, piece), IndexRecordOption::WithFreqs))
}

fn beginning(field: Field, piece: &str) -> Box<dyn Query> {
    Box::new(Beginning::new(field, piece))
}

fn always(query: FuzzyTermQuery, score: Score) -> Box<dyn Query> {
    Box::new(ConstScoreQuery::new(Box::new(query), score))
}

/// Pieces that follow each other as they do in the word.
fn phrase(field: Field, word: &str, tokens: &[Token]) -> Box<dyn Query> {
    if let [only] = tokens {
        return exactly(field, &word[only.bytes.clone()]);
    }
    let term = |token: &Token| (token.position, Term::from_field_text(field, &word[token.bytes.clone()]));
    Box::new(PhraseQuery::new_with_offset(tokens.iter().map(term).collect()))
}

/// A document of a segment and how well it fits.
type Fit = (DocId, Score);
/// The ways in which a document may have a word, each a walk through the documents that have it so.
type Ways = Vec<Box<dyn Scorer>>;

/// The documents that have all of the words. The rarest word is walked through; whether they have the others is asked of
/// its documents alone, so that a common word costs little beside a rare one.
fn in_segment(segment: &SegmentReader, words: &[Vec<Box<dyn Weight>>]) -> tantivy::Result<Vec<Fit>> {
    let ways = |weights: &Vec<Box<dyn Weight>>| weights.iter().map(|weight| weight.scorer(segment, 1.0)).collect();
    let mut words: Vec<Ways> = words.iter().map(ways).collect::<tantivy::Result<_>>()?;
    words.sort_by_key(|ways| ways.iter().map(|way| u64::from(way.size_hint())).sum::<u64>());
    let mut words = words.into_iter();
    let mut found = words.next().map(every).unwrap_or_default();
    if let Some(alive) = segment.alive_bitset() {
        found.retain(|(document, _)| alive.is_alive(*document));
    }
    for ways in words {
        found = those_with(found, ways);
    }
    Ok(found)
}

/// Every document that has a word, in the order of the segment; its ways add up.
fn every(ways: Ways) -> Vec<Fit> {
    let mut found: Vec<Fit> = Vec::new();
    for mut way in ways {
        while way.doc() != TERMINATED {
            found.push((way.doc(), way.score()));
            way.advance();
        }
    }
    found.sort_by_key(|(document, _)| *document);
    found.dedup_by(|(next, score), (document, sum)| {
        let same = next == document;
        *sum += if same { *score } else { 0.0 };
        same
    });
    found
}

/// Those of the documents that have another word too.
fn those_with(documents: Vec<Fit>, mut ways: Ways) -> Vec<Fit> {
    let with = |(document, score): Fit| {
        let mut sum = None;
        for way in &mut ways {
            if way.doc() < document {
                way.seek(document);
            }
            if way.doc() == document {
                *sum.get_or_insert(score) += way.score();
            }
        }
        sum.map(|sum| (document, sum))
    };
    documents.into_iter().filter_map(with).collect()
}
