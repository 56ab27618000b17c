//! Every advisory in a few words of memory: what filters, counts and orders look at.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use formats::document::Affectedness;
use formats::{AdvisoryNumber, Score, Severity};
use jiff::Timestamp;
use jiff::civil::Date;

use crate::entry::Entry;
use crate::names::Names;
use crate::question::{Question, Sort};

/// Values of a filter with the most advisories that are counted out.
const COUNTED: usize = 12;

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

/// All advisories. An advisory keeps its place for ever; one that is gone leaves its place empty.
#[derive(Clone, Debug, Default)]
pub(crate) struct Table {
    facts: Vec<Option<Arc<Facts>>>,
    places: HashMap<AdvisoryNumber, u32>,
    /// What is counted of each, the newest change first.
    newest: Counted,
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

/// How many advisories each value of a filter would leave, whatever value of that filter is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// By severity.
    pub severities: BTreeMap<Severity, usize>,
    /// By year of publication, the newest first.
    pub years: BTreeMap<Reverse<i16>, usize>,
    /// By vendor, by place of its name: those with the most, and the one asked for.
    pub vendors: Vec<(u32, usize)>,
    /// By weakness: those with the most, and the one asked for.
    pub cwes: Vec<(String, usize)>,
    /// By what vendors say.
    pub statuses: BTreeMap<Affectedness, usize>,
    /// By source, of those that are not our own; those with the most first.
    pub sources: Vec<(String, usize)>,
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
        self.newest.rows.len()
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
        self.newest = Counted::of(&newest, facts.len());
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

    /// The places that a question finds, in its order, and the counts of its filters: of all, or of those that have its
    /// words.
    pub(crate) fn find(&self, question: &Question, hits: Option<&[Hit]>) -> (Vec<u32>, Counts) {
        let filter = Filter::of(self, question);
        let open = filter.is_open();
        let (mut found, mut tally) = (Vec::new(), Tally::new(self, &filter));
        let mut look = |row: &Row, score: f32| {
            let place = row.place;
            let wrong = if open { 0 } else { self.facts(place).map_or(REST, |facts| filter.wrong(facts)) };
            tally.count(&self.newest, row, wrong);
            if filter.vendor.is_some() && wrong & !STATUS == 0 {
                self.facts(place).into_iter().for_each(|facts| tally.count_statuses(filter.said(facts)));
            }
            if wrong == 0 {
                found.push(Hit { place, score });
            }
        };
        match hits {
            None => self.newest.rows.iter().for_each(|row| look(row, 0.0)),
            Some(hits) => {
                let rows = self.newest.rows_of(hits);
                rows.into_iter().for_each(|(row, score)| look(&self.newest.rows[row as usize], score));
            }
        }
        self.order(&mut found, question.sort);
        (found.into_iter().map(|hit| hit.place).collect(), tally.done(self, &filter))
    }

    /// Sorts are stable, and what was found begins with the newest change.
    fn order(&self, found: &mut [Hit], sort: Sort) {
        let key = |hit: &Hit| self.facts(hit.place).map(|facts| (facts.published_at, facts.score));
        match sort {
            Sort::Updated => {}
            Sort::UpdatedUp => found.reverse(),
            Sort::Published => found.sort_by_key(|hit| Reverse(key(hit).map(|key| key.0))),
            Sort::PublishedUp => found.sort_by_key(|hit| key(hit).map(|key| key.0)),
            Sort::Score => found.sort_by_key(|hit| Reverse(key(hit).and_then(|key| key.1))),
            Sort::ScoreUp => found.sort_by_key(|hit| {
                let score = key(hit).and_then(|key| key.1);
                (score.is_none(), score)
            }),
            Sort::Relevance => found.sort_by(|a, b| b.score.total_cmp(&a.score)),
        }
    }
}

/// What is counted of every advisory, in the order of their changes: a search that finds many reads little memory.
#[derive(Clone, Debug, Default)]
struct Counted {
    rows: Vec<Row>,
    /// Vendors and weaknesses of all rows, one behind the other.
    named: Vec<u32>,
    /// The row of each place; [`NOWHERE`] of those that are empty.
    of_places: Vec<u32>,
}

/// What is counted of one advisory.
#[derive(Clone, Debug)]
struct Row {
    place: u32,
    source: Option<u32>,
    /// Where its vendors begin, its weaknesses, and where these end.
    named: [u32; 3],
    year: i16,
    severity: Option<Severity>,
    /// What its vendors say, a bit for each.
    statuses: u8,
}

/// The row of an empty place.
const NOWHERE: u32 = u32::MAX;

impl Counted {
    /// The rows of the advisories that are in some of so many places.
    fn of(newest: &[(u32, &Facts)], places: usize) -> Self {
        let mut counted = Counted { of_places: vec![NOWHERE; places], ..Counted::default() };
        for (row, (place, facts)) in (0..).zip(newest) {
            counted.of_places[*place as usize] = row;
            let begin = counted.named.len();
            // They are in order, and the same one may say several things.
            let again = |at: usize| at > 0 && facts.vendors[at - 1].0 == facts.vendors[at].0;
            let vendors = facts.vendors.iter().enumerate().filter(|(at, _)| !again(*at));
            counted.named.extend(vendors.map(|(_, (vendor, _))| vendor));
            let middle = counted.named.len();
            counted.named.extend(&facts.cwes);
            counted.rows.push(Row {
                place: *place,
                source: facts.source,
                named: [begin, middle, counted.named.len()].map(|at| u32::try_from(at).unwrap_or(u32::MAX)),
                year: facts.published_on.year(),
                severity: facts.severity,
                statuses: facts.vendors.iter().fold(0, |said, (_, status)| said | 1 << *status as u8),
            });
        }
        counted
    }

    fn vendors(&self, row: &Row) -> &[u32] {
        &self.named[row.named[0] as usize..row.named[1] as usize]
    }

    fn cwes(&self, row: &Row) -> &[u32] {
        &self.named[row.named[1] as usize..row.named[2] as usize]
    }

    /// The rows of what was found, the newest change first. What was written in this order is put in order in no time.
    fn rows_of(&self, hits: &[Hit]) -> Vec<(u32, f32)> {
        let row = |hit: &Hit| self.of_places.get(hit.place as usize).map(|row| (*row, hit.score));
        let mut rows: Vec<_> = hits.iter().filter_map(row).filter(|(row, _)| *row != NOWHERE).collect();
        rows.sort_by_key(|(row, _)| *row);
        rows
    }
}

const SEVERITY: u8 = 1;
const YEAR: u8 = 2;
const VENDOR: u8 = 4;
const CWE: u8 = 8;
const STATUS: u8 = 16;
const REST: u8 = 32;
const SOURCE: u8 = 64;

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

    /// The same, a bit for each.
    fn said(&self, facts: &Facts) -> u8 {
        self.says(facts).fold(0, |said, status| said | 1 << status as u8)
    }

    /// What vendors say: the one asked for, or all.
    fn says(&self, facts: &Facts) -> impl Iterator<Item = Affectedness> {
        let asked = self.vendor.flatten();
        let vendors = facts.vendors.iter();
        vendors.filter(move |(vendor, _)| asked.is_none_or(|asked| asked == *vendor)).map(|(_, status)| *status)
    }
}

struct Tally {
    of_all_vendors: bool,
    severities: [usize; Severity::ALL.len()],
    years: BTreeMap<Reverse<i16>, usize>,
    last_year: (i16, usize),
    vendors: Vec<usize>,
    cwes: Vec<usize>,
    statuses: [usize; Affectedness::ALL.len()],
    sources: Vec<usize>,
}

impl Tally {
    fn new(table: &Table, filter: &Filter<'_>) -> Self {
        Tally {
            of_all_vendors: filter.vendor.is_none(),
            severities: [0; Severity::ALL.len()],
            years: BTreeMap::new(),
            last_year: (0, 0),
            vendors: vec![0; table.names.len()],
            cwes: vec![0; table.cwes.all.len()],
            statuses: [0; Affectedness::ALL.len()],
            sources: vec![0; table.sources.all.len()],
        }
    }

    /// Counts an advisory for every filter that alone keeps it out, or for all when nothing does. What vendors say is
    /// counted here when no vendor is asked for.
    fn count(&mut self, counted: &Counted, row: &Row, wrong: u8) {
        let passes = |but: u8| wrong & !but == 0;
        if let Some(severity) = row.severity.filter(|_| passes(SEVERITY)) {
            self.severities[severity as usize] += 1;
        }
        if passes(YEAR) {
            self.count_year(row.year);
        }
        if passes(VENDOR) {
            counted.vendors(row).iter().for_each(|&vendor| self.vendors[vendor as usize] += 1);
        }
        if passes(CWE) {
            counted.cwes(row).iter().for_each(|&cwe| self.cwes[cwe as usize] += 1);
        }
        if let Some(source) = row.source.filter(|_| passes(SOURCE)) {
            self.sources[source as usize] += 1;
        }
        if self.of_all_vendors && passes(STATUS) {
            self.count_statuses(row.statuses);
        }
    }

    /// Counts what was said, a bit for each.
    fn count_statuses(&mut self, said: u8) {
        self.statuses.iter_mut().enumerate().for_each(|(status, count)| *count += usize::from(said >> status & 1));
    }

    /// Neighbours are mostly of one year.
    fn count_year(&mut self, year: i16) {
        if self.last_year.0 != year {
            self.keep_year();
            self.last_year = (year, 0);
        }
        self.last_year.1 += 1;
    }

    fn keep_year(&mut self) {
        if self.last_year.1 > 0 {
            *self.years.entry(Reverse(self.last_year.0)).or_default() += self.last_year.1;
        }
    }

    fn done(mut self, table: &Table, filter: &Filter<'_>) -> Counts {
        self.keep_year();
        let vendors = most(&self.vendors, filter.vendor.flatten());
        let cwes = most(&self.cwes, filter.cwe.flatten());
        let sources = most(&self.sources, filter.source.flatten());
        let word = |(place, count): (u32, usize)| (table.cwes.all[place as usize].clone(), count);
        let source = |(place, count): (u32, usize)| (table.sources.all[place as usize].clone(), count);
        let present = |count: &usize| *count > 0;
        Counts {
            severities: Severity::ALL.into_iter().zip(self.severities).filter(|(_, count)| present(count)).collect(),
            years: self.years,
            vendors,
            cwes: cwes.into_iter().map(word).collect(),
            sources: sources.into_iter().map(source).collect(),
            statuses: Affectedness::ALL.into_iter().zip(self.statuses).filter(|(_, count)| present(count)).collect(),
        }
    }
}

/// The places with the highest counts, and one that is always there.
fn most(counts: &[usize], always: Option<u32>) -> Vec<(u32, usize)> {
    let mut found: Vec<(u32, usize)> = (0..).zip(counts.iter().copied()).filter(|(_, count)| *count > 0).collect();
    let by_count = |one: &(u32, usize)| (Reverse(one.1), one.0);
    if found.len() > COUNTED {
        found.select_nth_unstable_by_key(COUNTED, by_count);
        let asked = found[COUNTED..].iter().find(|(place, _)| Some(*place) == always).copied();
        found.truncate(COUNTED);
        found.extend(asked);
    }
    found.sort_unstable_by_key(by_count);
    found
}
