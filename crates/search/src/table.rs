//! Every advisory in a few words of memory: what filters, counts and orders look at.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::Arc;

use formats::document::Affectedness;
use formats::{AdvisoryNumber, Score, Severity};
use jiff::Timestamp;
use jiff::civil::Date;

use crate::entry::Entry;
use crate::names::Names;
use crate::question::{Question, Sort};
use crate::tally::{
    CWE, Class, Counted, Counting, Counts, REST, Row, SEVERITY, SOURCE, STATUS, Tally, VENDOR, YEAR, most,
};

/// What is known of an advisory.
#[derive(Debug)]
pub(crate) struct Facts {
    pub(crate) id: AdvisoryNumber,
    pub(crate) revision: u32,
    updated_at: Timestamp,
    published_at: Timestamp,
    published_on: Date,
    score: Option<Score>,
    severity: Option<Severity>,
    vendors: Box<[(u32, Affectedness)]>,
    products: Box<[u32]>,
    cwes: Box<[u32]>,
    source: Option<u32>,
}

impl Facts {
    fn class(&self) -> Class {
        Class {
            severity: self.severity,
            year: self.published_on.year(),
            source: self.source,
            statuses: self.vendors.iter().fold(0, |said, (_, status)| said | 1 << *status as u8),
        }
    }

    /// Its vendors, each once: they are in order, and the same one may say several things.
    fn named(&self) -> Vec<u32> {
        let mut vendors: Vec<u32> = self.vendors.iter().map(|(vendor, _)| *vendor).collect();
        vendors.dedup();
        vendors
    }
}

/// All advisories. An advisory keeps its place for ever; one that is gone leaves its place empty.
#[derive(Clone, Debug, Default)]
pub(crate) struct Table {
    facts: Vec<Option<Arc<Facts>>>,
    places: HashMap<AdvisoryNumber, u32>,
    /// The places, the newest change first.
    newest: Vec<u32>,
    /// What is counted of each.
    counted: Counted,
    pub(crate) names: Arc<Names>,
    cwes: Arc<Words>,
    sources: Arc<Words>,
    /// How many advisories name each name.
    pub(crate) named: Vec<u32>,
}

/// Words with places.
#[derive(Clone, Debug, Default)]
struct Words {
    all: Vec<String>,
    places: HashMap<String, u32>,
}

impl Words {
    fn place(&mut self, word: &str) -> u32 {
        if let Some(&place) = self.places.get(word) {
            return place;
        }
        let place = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        self.all.push(word.to_owned());
        self.places.insert(word.to_owned(), place);
        place
    }
}

/// A place that has the words of a search.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hit {
    pub(crate) place: u32,
    /// How well it fits.
    pub(crate) score: f32,
}

impl Table {
    /// The revision that is known of an advisory.
    pub(crate) fn revision(&self, id: &AdvisoryNumber) -> Option<u32> {
        Some(self.facts(*self.places.get(id)?)?.revision)
    }

    pub(crate) fn facts(&self, place: u32) -> Option<&Facts> {
        self.facts.get(place as usize)?.as_deref()
    }

    /// Every advisory that is there.
    pub(crate) fn ids(&self) -> impl Iterator<Item = &AdvisoryNumber> {
        self.facts.iter().flatten().map(|facts| &facts.id)
    }

    /// How many advisories there are.
    pub(crate) fn total(&self) -> usize {
        self.newest.len()
    }

    /// Puts an advisory in, in the place of its last revision; gives the place.
    pub(crate) fn put(&mut self, entry: &Entry) -> u32 {
        let facts = self.facts_of(entry);
        let place = *self.places.entry(entry.id().clone()).or_insert_with(|| {
            self.facts.push(None);
            u32::try_from(self.facts.len() - 1).unwrap_or(u32::MAX)
        });
        self.facts[place as usize] = Some(Arc::new(facts));
        place
    }

    /// Takes an advisory out; gives its place.
    pub(crate) fn remove(&mut self, id: &AdvisoryNumber) -> Option<u32> {
        let place = *self.places.get(id)?;
        self.facts[place as usize].take().map(|_| place)
    }

    /// Puts orders and numbers right after changes.
    pub(crate) fn settle(&mut self) {
        let facts = &self.facts;
        let mut newest: Vec<(u32, &Facts)> =
            (0..).zip(facts).filter_map(|(place, facts)| Some((place, facts.as_deref()?))).collect();
        newest.sort_by(|(_, a), (_, b)| b.updated_at.cmp(&a.updated_at).then_with(|| b.id.cmp(&a.id)));
        let mut named = vec![0; self.names.len()];
        for (_, facts) in &newest {
            let names = facts.vendors.iter().map(|(vendor, _)| vendor).chain(&facts.products);
            names.for_each(|&name| named[name as usize] += 1);
        }
        let counted = newest.iter().map(|(place, facts)| (*place, facts.class(), facts.named(), facts.cwes.to_vec()));
        self.counted = Counted::of(facts.len(), counted);
        self.newest = newest.iter().map(|(place, _)| *place).collect();
        self.named = named;
    }

    fn facts_of(&mut self, entry: &Entry) -> Facts {
        let names = Arc::make_mut(&mut self.names);
        let places: Vec<Option<u32>> = entry.vendors.iter().map(|(name, _)| names.place(name, None)).collect();
        for (place, reading) in places.iter().zip(&entry.readings) {
            place.iter().for_each(|place| names.is_read(*place, reading));
        }
        let mut vendors: Vec<(u32, Affectedness)> =
            places.iter().zip(&entry.vendors).filter_map(|(place, (_, status))| Some(((*place)?, *status))).collect();
        vendors.sort_unstable();
        vendors.dedup();
        let mut products: Vec<u32> = Vec::new();
        for (name, vendor) in &entry.products {
            let vendor = places.get(*vendor).copied().flatten();
            products.extend(vendor.and_then(|vendor| names.place(name, Some(vendor))));
        }
        products.sort_unstable();
        products.dedup();
        let known = Arc::make_mut(&mut self.cwes);
        let cwes = entry.summary.cwes.iter().map(|cwe| known.place(&cwe.to_uppercase())).collect();
        let sources = Arc::make_mut(&mut self.sources);
        let source = entry.source.as_ref().map(|source| sources.place(source));
        let summary = &entry.summary;
        Facts {
            id: summary.id.clone(),
            revision: summary.revision,
            updated_at: summary.updated_at,
            published_at: summary.published_at,
            published_on: entry.published_on,
            score: summary.score,
            severity: summary.severity,
            vendors: vendors.into(),
            products: products.into(),
            cwes,
            source,
        }
    }

    /// What a question finds, in its order, by the places of the advisories in the order of changes, and the counts of its
    /// filters: of all, or of those that have its words.
    pub(crate) fn find(&self, question: &Question, hits: Option<&[Hit]>) -> (Vec<u32>, Counts) {
        let filter = Filter::of(self, question);
        let mut tally = Tally::new(&self.counted, question, self.names.len(), self.cwes.all.len());
        let (open, by_score) = (filter.is_open(), question.sort == Sort::Relevance);
        // Read for all before anything is counted, so that one does not wait for the memory of the other.
        let row = |hit: Hit| Some((self.counted.row(hit.place)?, hit));
        let rows: Vec<(Row, Hit)> = match hits {
            None => self.newest.iter().filter_map(|&place| row(Hit { place, score: 0.0 })).collect(),
            Some(hits) => hits.iter().filter_map(|hit| row(*hit)).collect(),
        };
        let mut found = Vec::with_capacity(rows.len());
        for (row, hit) in rows {
            let facts = || self.facts(hit.place);
            let wrong = if open { 0 } else { facts().map_or(REST, |facts| filter.wrong(facts)) };
            tally.count(row, wrong);
            if !open && let Some(facts) = facts() {
                filter.count_saying(facts, wrong, &mut tally);
            }
            if wrong == 0 {
                found.push(rank(if by_score { hit.score } else { 0.0 }, row.order));
            }
        }
        let counts = self.named(tally.done(self.sources.all.len()), &filter);
        // Of equals the newest change comes first.
        found.sort_unstable();
        let mut found: Vec<u32> = found.into_iter().map(order).collect();
        self.sort(&mut found, question.sort);
        (found, counts)
    }

    /// The advisory at a place in the order of changes.
    pub(crate) fn newest(&self, order: u32) -> Option<&Facts> {
        self.facts(*self.newest.get(order as usize)?)
    }

    /// Puts in another order what is in the order of changes.
    fn sort(&self, found: &mut [u32], sort: Sort) {
        let key = |order: &u32| self.newest(*order).map(|facts| (facts.published_at, facts.score));
        match sort {
            Sort::Updated | Sort::Relevance => {}
            Sort::UpdatedUp => found.reverse(),
            Sort::Published => found.sort_by_key(|one| Reverse(key(one).map(|key| key.0))),
            Sort::PublishedUp => found.sort_by_key(|one| key(one).map(|key| key.0)),
            Sort::Score => found.sort_by_key(|one| Reverse(key(one).and_then(|key| key.1))),
            Sort::ScoreUp => found.sort_by_key(|one| {
                let score = key(one).and_then(|key| key.1);
                (score.is_none(), score)
            }),
        }
    }

    /// Counts with the names of what was counted.
    fn named(&self, counting: Counting, filter: &Filter<'_>) -> Counts {
        let named = |words: &Words, counts: &[usize], always: Option<u32>| {
            let most = most(counts, always).into_iter();
            most.map(|(place, count)| (words.all[place as usize].clone(), count)).collect()
        };
        Counts {
            severities: counting.severities,
            years: counting.years,
            vendors: most(&counting.vendors, filter.vendor.flatten()),
            cwes: named(&self.cwes, &counting.cwes, filter.cwe.flatten()),
            statuses: counting.statuses,
            sources: named(&self.sources, &counting.sources, filter.source.flatten()),
        }
    }
}

/// What is sorted: first by the score, the highest first, then by the order of changes. No score is below zero, so that its
/// bits are in the order of the scores.
fn rank(score: f32, order: u32) -> u64 {
    u64::from(!score.to_bits()) << 32 | u64::from(order)
}

/// The order of changes of a [`rank`].
fn order(rank: u64) -> u32 {
    u32::try_from(rank & u64::from(u32::MAX)).unwrap_or(u32::MAX)
}

/// The filters of a question, looked up once. A value that is not known leaves nothing.
struct Filter<'a> {
    question: &'a Question,
    vendor: Option<Option<u32>>,
    products: Option<&'a [u32]>,
    cwe: Option<Option<u32>>,
    source: Option<Option<u32>>,
}

impl<'a> Filter<'a> {
    fn of(table: &'a Table, question: &'a Question) -> Self {
        let cwe = |name: &String| table.cwes.places.get(&name.to_uppercase()).copied();
        Filter {
            question,
            vendor: question.vendor.as_ref().map(|name| table.names.vendor(name)),
            products: question.product.as_ref().map(|name| table.names.products(name)),
            cwe: question.cwe.as_ref().map(cwe),
            source: question.source.as_ref().map(|source| table.sources.places.get(source).copied()),
        }
    }

    /// Whether nothing is filtered.
    fn is_open(&self) -> bool {
        let Question { words, sort, .. } = self.question;
        *self.question == Question { words: words.clone(), sort: *sort, ..Question::default() }
    }

    /// Which of the filters an advisory does not pass.
    fn wrong(&self, facts: &Facts) -> u8 {
        let question = self.question;
        let bit = |bit: u8, passes: bool| if passes { 0 } else { bit };
        let day = facts.published_on;
        let in_time = question.from.is_none_or(|from| day >= from) && question.to.is_none_or(|to| day <= to);
        let product = self.products.is_none_or(|wanted| wanted.iter().any(|one| facts.products.contains(one)));
        let vendor = |vendor: Option<u32>| facts.vendors.iter().any(|(named, _)| Some(*named) == vendor);
        bit(SEVERITY, question.severity.is_none() || question.severity == facts.severity)
            | bit(YEAR, question.year.is_none_or(|year| year == day.year()))
            | bit(VENDOR, self.vendor.is_none_or(vendor))
            | bit(CWE, self.cwe.is_none_or(|cwe| cwe.is_some_and(|cwe| facts.cwes.contains(&cwe))))
            | bit(STATUS, question.status.is_none_or(|status| self.says(facts).any(|said| said == status)))
            | bit(SOURCE, self.source.is_none_or(|source| source.is_some() && facts.source == source))
            | bit(REST, in_time && product)
    }

    /// What vendors say: the one asked for, or all.
    fn says(&self, facts: &Facts) -> impl Iterator<Item = Affectedness> {
        let asked = self.vendor.flatten();
        let vendors = facts.vendors.iter();
        vendors.filter(move |(vendor, _)| asked.is_none_or(|asked| asked == *vendor)).map(|(_, status)| *status)
    }

    /// The same, a bit for each.
    fn said(&self, facts: &Facts) -> u8 {
        self.says(facts).fold(0, |said, status| said | 1 << status as u8)
    }

    /// Where a vendor or a status is asked for, a vendor is counted for what it says itself.
    fn count_saying(&self, facts: &Facts, wrong: u8, tally: &mut Tally<'_>) {
        if self.vendor.is_some() && wrong & !STATUS == 0 {
            tally.count_said(self.said(facts));
        }
        if let Some(status) = self.question.status
            && wrong & !(VENDOR | STATUS) == 0
        {
            let saying = facts.vendors.iter().filter(|(_, said)| *said == status);
            tally.count_saying(saying.map(|(vendor, _)| *vendor));
        }
    }
}
