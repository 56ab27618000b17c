//! The index of words: which advisories have a word, and how well. Kept in memory or in a folder for as long as the
//! program runs, and made again from the tree.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use tantivy::indexer::{LogMergePolicy, NoMergePolicy};
use tantivy::query::FuzzyTermQuery;
use tantivy::schema::{FAST, Field, INDEXED, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{TextAnalyzer, TokenStream, Tokenizer};
use tantivy::{Index, IndexReader, IndexWriter, ReloadPolicy, Score, Searcher, SegmentReader, TantivyDocument, Term};

use crate::entry::Entry;
use crate::familiar::{FITS, Familiar, Has, Met};
use crate::folder::Folder;
use crate::sound::{has_kana, sound, sounds};
use crate::table::Hit;
use crate::text::{Token, fold, is_unspaced, pieces, settled, words};
use crate::walk::{Fit, Phrase, Way, cost, with_all};

/// Bytes that the writer collects before it makes a segment: as little as it takes.
const COLLECTED: usize = 15_000_000;
/// Latin words shorter than this are found whole only, not by their beginning; numbers always: 12 does not begin 120.
const BEGINNING_MIN: usize = 3;
/// Readings shorter than this are not corrected.
const NEARLY_MIN: usize = 4;
/// Readings from this length on may differ in two places.
const NEARLY_TWO: usize = 8;

/// A word is common when one in so many advisories has it, or has to be looked at.
const COMMON: u64 = 16;

/// How much more it counts where a word is found: in title, names and numbers; in how a name is read; in the text.
const IN_HEAD: Score = 3.0;
const BY_SOUND: Score = 2.0;
const IN_BODY: Score = 1.0;

/// The fields of the index.
#[derive(Clone, Copy, Debug)]
struct Fields {
    /// The advisory's place.
    place: Field,
    /// Numbers, whole.
    number: Field,
    /// Title, names and numbers, in pieces of two or three characters.
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
    /// The place of each document of each segment.
    places: Arc<[Box<[u32]>]>,
    familiar: Arc<Familiar>,
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
        index.tokenizers().register("pieces", TextAnalyzer::from(Cut { cut: pieces, ..Cut::default() }));
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
        let searcher = self.reader.searcher();
        let places = searcher.segment_readers().iter().map(places).collect::<tantivy::Result<_>>()?;
        Ok(Reading { fields: self.fields, searcher, places, familiar: Arc::default() })
    }
}

fn places(segment: &SegmentReader) -> tantivy::Result<Box<[u32]>> {
    let places = segment.fast_fields().u64("place")?;
    let place = |document| places.first(document).and_then(|place| u32::try_from(place).ok());
    Ok((0..segment.max_doc()).map(|document| place(document).unwrap_or(u32::MAX)).collect())
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
        head: schema.add_text_field("head", text("pieces", positions)),
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
    // Many are the same in both languages, or in several lists.
    let names: BTreeSet<&String> = names.chain(&entry.readings).collect();
    names.into_iter().flat_map(|name| sounds(name)).collect()
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
        let mut asked: Vec<Vec<Way>> = Vec::with_capacity(words.len());
        for word in words {
            asked.push(if nearly { self.nearly(word, scored)? } else { self.known_ways(word, scored)? });
        }
        let mut hits = Vec::new();
        for (at, places) in self.places.iter().enumerate() {
            let found = with_all(&self.searcher, at, &asked)?;
            let hit = |(document, score): Fit| Some(Hit { place: *places.get(document as usize)?, score });
            hits.reserve(found.len());
            hits.extend(found.into_iter().filter_map(hit));
        }
        Ok(hits)
    }

    /// The same as [`Reading::ways`], in one when it is known who has the word. It is found out when a word is asked for
    /// again that many have, be it by the second look of a question that found nothing.
    fn known_ways(&self, word: &str, scored: bool) -> tantivy::Result<Vec<Way>> {
        let met = self.familiar.meet(word);
        if let Met::Known(has) = met {
            return Ok(vec![Way::Known(has)]);
        }
        let (ways, all) = (self.ways(word, scored)?, self.searcher.num_docs());
        if matches!(met, Met::Never) || all > FITS as u64 || cost(&self.searcher, &ways)? < all / COMMON {
            return Ok(ways);
        }
        let asked = [if scored { ways } else { self.ways(word, true)? }];
        let mut segments = Vec::new();
        for (at, segment) in self.searcher.segment_readers().iter().enumerate() {
            segments.push((segment.max_doc(), with_all(&self.searcher, at, &asked)?));
        }
        Ok(vec![Way::Known(self.familiar.keep(word, Has::of(segments.into_iter())))])
    }

    /// The ways in which an advisory may have a word.
    fn ways(&self, word: &str, scored: bool) -> tantivy::Result<Vec<Way>> {
        let number = Term::from_field_text(self.fields.number, &number(word));
        if self.searcher.doc_freq(&number)? > 0 {
            return Ok(vec![Way::Phrase(Phrase::of(self.fields.number, vec![(0, number)], 1.0, None)?)]);
        }
        let mut ways = Vec::from_iter(self.in_head(word, scored)?);
        ways.extend(self.in_body(word, scored)?);
        let reading = sound(word);
        // A short Latin word is a word, and no reading of a name in kanji.
        let least = if has_kana(word) { 2 } else { NEARLY_MIN };
        if (has_kana(word) || word.chars().all(|c| c.is_ascii_alphabetic())) && reading.chars().count() >= least {
            ways.push(beginning(self.fields.sound, &reading, BY_SOUND));
        }
        Ok(ways)
    }

    /// Anywhere in title, names and numbers.
    fn in_head(&self, word: &str, scored: bool) -> tantivy::Result<Option<Way>> {
        let tokens = settled(word);
        if tokens.is_empty() {
            return Ok(Some(beginning(self.fields.head, word, IN_HEAD)));
        }
        self.phrase(self.fields.head, word, &tokens, IN_HEAD, scored)
    }

    /// In the text.
    fn in_body(&self, word: &str, scored: bool) -> tantivy::Result<Option<Way>> {
        let field = self.fields.body;
        let single = |token: &Token| word[token.bytes.clone()].chars().count() == 1;
        let unspaced = |token: &Token| word[token.bytes.clone()].chars().all(is_unspaced);
        let mut tokens = words(word);
        if let [only] = tokens.as_slice() {
            let piece = &word[only.bytes.clone()];
            if unspaced(only) || piece.chars().count() >= BEGINNING_MIN && !is_number(piece) {
                return Ok(Some(beginning(field, piece, IN_BODY)));
            }
        } else {
            // A character at the end of a run stands in the text with the one behind it, so it cannot be asked for alone.
            tokens.retain(|token| !(single(token) && unspaced(token)));
        }
        self.phrase(field, word, &tokens, IN_BODY, scored)
    }

    /// Pieces that follow each other as they do in the word; nothing when one of them is nowhere.
    fn phrase(
        &self,
        field: Field,
        word: &str,
        tokens: &[Token],
        factor: Score,
        scored: bool,
    ) -> tantivy::Result<Option<Way>> {
        let term = |token: &Token| Term::from_field_text(field, &word[token.bytes.clone()]);
        let often = tokens.iter().map(|token| self.searcher.doc_freq(&term(token)));
        let often: Vec<u64> = often.collect::<tantivy::Result<_>>()?;
        let Some((rarest, 1..)) = often.iter().enumerate().min_by_key(|(_, often)| **often) else { return Ok(None) };
        let place = |token: &Token| u32::try_from(token.position).unwrap_or(u32::MAX);
        let pieces = cover(tokens, rarest).map(|token| (place(token), term(token))).collect();
        Phrase::of(field, pieces, factor, scored.then_some(&self.searcher)).map(|phrase| Some(Way::Phrase(phrase)))
    }

    /// The ways of a word, and names that are read nearly like it, and those whose reading begins like it, where nothing has
    /// the word itself.
    fn nearly(&self, word: &str, scored: bool) -> tantivy::Result<Vec<Way>> {
        let mut ways = self.known_ways(word, scored)?;
        let reading = sound(word);
        let length = reading.chars().count();
        if length < NEARLY_MIN || self.anything_has(&ways)? {
            return Ok(ways);
        }
        let term = Term::from_field_text(self.fields.sound, &reading);
        let distance = if length < NEARLY_TWO { 1 } else { 2 };
        ways.push(beginning(self.fields.sound, &reading, BY_SOUND));
        ways.push(Way::Nearly(FuzzyTermQuery::new(term, distance, true)));
        Ok(ways)
    }

    /// Whether any advisory has a word in one of these ways.
    fn anything_has(&self, ways: &[Way]) -> tantivy::Result<bool> {
        if let [Way::Known(has)] = ways {
            return Ok(has.documents > 0);
        }
        for at in 0..self.places.len() {
            if !with_all(&self.searcher, at, &[ways])?.is_empty() {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

fn beginning(field: Field, text: &str, score: Score) -> Way {
    Way::Beginning { field, text: text.to_owned(), score }
}

/// As few of the pieces as cover all that they cover together, the rarest of them always among them: where that one is, the
/// others mostly are.
fn cover(tokens: &[Token], rarest: usize) -> impl Iterator<Item = &Token> {
    let mut covered = tokens.first().map_or(0, |token| token.bytes.start);
    tokens.iter().enumerate().filter_map(move |(at, token)| {
        let next = tokens.get(at + 1);
        let spare = next.is_some_and(|next| next.bytes.start <= covered && next.bytes.end > token.bytes.end);
        if spare && at != rarest {
            return None;
        }
        covered = covered.max(token.bytes.end);
        Some(token)
    })
}
