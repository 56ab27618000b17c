//! Words that begin with what somebody types. The documents of a few such words are walked through side by side, so that
//! beside a rare word most of them are passed over; where there are many such words, their documents are collected first.

use tantivy::postings::SegmentPostings;
use tantivy::query::{ConstScorer, EnableScoring, Explanation, FuzzyTermQuery, Query, Scorer, Weight};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocId, DocSet, Score, SegmentReader, TERMINATED, Term};

/// So many words are walked through side by side.
const FEW: usize = 8;

/// The documents that have a word with this beginning; each fits as well as any other.
#[derive(Clone, Debug)]
pub(crate) struct Beginning {
    field: Field,
    text: String,
}

impl Beginning {
    pub(crate) fn new(field: Field, text: &str) -> Self {
        Beginning { field, text: text.to_owned() }
    }
}

impl Query for Beginning {
    fn weight(&self, scoring: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        let term = Term::from_field_text(self.field, &self.text);
        let collecting = FuzzyTermQuery::new_prefix(term, 0, true).weight(scoring)?;
        Ok(Box::new(Walking { beginning: self.clone(), collecting }))
    }
}

struct Walking {
    beginning: Beginning,
    collecting: Box<dyn Weight>,
}

impl Weight for Walking {
    fn scorer(&self, segment: &SegmentReader, boost: Score) -> tantivy::Result<Box<dyn Scorer>> {
        let text = self.beginning.text.as_bytes();
        let index = segment.inverted_index(self.beginning.field)?;
        let mut words = index.terms().range().ge(text).into_stream()?;
        let mut walks = Vec::with_capacity(FEW);
        while words.advance() && words.key().starts_with(text) {
            if walks.len() == FEW {
                return self.collecting.scorer(segment, boost);
            }
            walks.push(index.read_postings_from_terminfo(words.value(), IndexRecordOption::Basic)?);
        }
        Ok(Box::new(ConstScorer::new(SideBySide::of(walks), boost)))
    }

    fn explain(&self, segment: &SegmentReader, document: DocId) -> tantivy::Result<Explanation> {
        self.collecting.explain(segment, document)
    }
}

/// Every document of some walks, once.
struct SideBySide {
    walks: Vec<SegmentPostings>,
    document: DocId,
}

impl SideBySide {
    fn of(walks: Vec<SegmentPostings>) -> Self {
        let mut all = SideBySide { walks, document: TERMINATED };
        all.settle();
        all
    }

    fn settle(&mut self) -> DocId {
        self.document = self.walks.iter().map(DocSet::doc).min().unwrap_or(TERMINATED);
        self.document
    }
}

impl DocSet for SideBySide {
    fn advance(&mut self) -> DocId {
        if self.document == TERMINATED {
            return TERMINATED;
        }
        for walk in self.walks.iter_mut().filter(|walk| walk.doc() == self.document) {
            walk.advance();
        }
        self.settle()
    }

    fn seek(&mut self, target: DocId) -> DocId {
        for walk in self.walks.iter_mut().filter(|walk| walk.doc() < target) {
            walk.seek(target);
        }
        self.settle()
    }

    fn doc(&self) -> DocId {
        self.document
    }

    fn size_hint(&self) -> u32 {
        self.walks.iter().fold(0, |sum, walk| sum.saturating_add(walk.size_hint()))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use tantivy::collector::DocSetCollector;
    use tantivy::query::BooleanQuery;
    use tantivy::schema::{STRING, Schema};
    use tantivy::{Index, TantivyDocument};

    use super::*;

    /// Every third document has `third…`, every document one of twenty words `word…`.
    fn documents() -> (Index, Field) {
        let mut schema = Schema::builder();
        let field = schema.add_text_field("text", STRING);
        let index = Index::create_in_ram(schema.build());
        let mut writer = index.writer_with_num_threads::<TantivyDocument>(1, 15_000_000).expect("a writer");
        for number in 0..1000 {
            let mut document = TantivyDocument::new();
            document.add_text(field, format!("word{:02}", number % 20));
            if number % 3 == 0 {
                document.add_text(field, format!("third{}", number % 4));
            }
            writer.add_document(document).expect("a document");
        }
        writer.commit().expect("written");
        (index, field)
    }

    fn found(index: &Index, query: &dyn Query) -> BTreeSet<DocId> {
        let searcher = index.reader().expect("a reader").searcher();
        let found = searcher.search(query, &DocSetCollector).expect("an answer");
        found.into_iter().map(|address| address.doc_id).collect()
    }

    #[test]
    fn few_words_and_many_find_the_same_as_looking() {
        let (index, field) = documents();
        let numbers = |wanted: fn(u32) -> bool| (0..1000).filter(|number| wanted(*number)).collect::<BTreeSet<_>>();
        let beginning = |text| Beginning::new(field, text);
        assert_eq!(found(&index, &beginning("word")), numbers(|_| true), "more words than are walked side by side");
        assert_eq!(found(&index, &beginning("word1")), numbers(|number| number % 20 >= 10));
        assert_eq!(found(&index, &beginning("word07")), numbers(|number| number % 20 == 7));
        assert_eq!(found(&index, &beginning("third")), numbers(|number| number % 3 == 0));
        assert!(found(&index, &beginning("odd")).is_empty());
        let both: Vec<Box<dyn Query>> = vec![Box::new(beginning("third")), Box::new(beginning("word0"))];
        let both = BooleanQuery::intersection(both);
        assert_eq!(found(&index, &both), numbers(|number| number % 3 == 0 && number % 20 < 10));
    }
}
