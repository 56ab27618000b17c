//! All advisories in memory, a line each: the lists of the portal.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use formats::{AdvisoryNumber, AdvisorySummary, Severity};
use jiff::civil::Date;
use ui::Zone;
use unicode_normalization::UnicodeNormalization;

use crate::cache::Cache;

/// Results of filters are kept up to this many entries in all.
const KEPT: usize = 2_000_000;

/// Every advisory of the tree in its newest revision.
#[derive(Debug)]
pub struct Index {
    entries: Vec<Entry>,
    by_id: HashMap<AdvisoryNumber, usize>,
    found: Cache<Filter, Arc<Found>>,
}

/// An advisory in a list.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What the tree says of it.
    pub summary: AdvisorySummary,
    /// The day of its first publication, in the site's zone.
    pub published_on: Date,
    /// The day of its newest revision.
    pub updated_on: Date,
    /// Everything that can be searched for, folded.
    searched: String,
}

/// What a list shows and in which order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Filter {
    /// Words that all have to be there, folded by [`fold`].
    pub words: Vec<String>,
    /// Only this severity.
    pub severity: Option<Severity>,
    /// Only published in this year.
    pub year: Option<i16>,
    /// The order.
    pub sort: Sort,
}

/// The order of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sort {
    /// The newest change first.
    #[default]
    Updated,
    /// The oldest change first.
    UpdatedUp,
    /// The newest publication first.
    Published,
    /// The oldest publication first.
    PublishedUp,
    /// The worst first.
    Score,
    /// The mildest first.
    ScoreUp,
}

impl Sort {
    /// All orders, as offered.
    pub const ALL: [Sort; 6] =
        [Sort::Updated, Sort::UpdatedUp, Sort::Published, Sort::PublishedUp, Sort::Score, Sort::ScoreUp];

    /// The name as in the query `sort=…`; a minus means down.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Sort::Updated => "-updated",
            Sort::UpdatedUp => "updated",
            Sort::Published => "-published",
            Sort::PublishedUp => "published",
            Sort::Score => "-score",
            Sort::ScoreUp => "score",
        }
    }

    /// The order of a name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Sort::ALL.into_iter().find(|sort| sort.name() == name)
    }
}

/// What a filter found.
#[derive(Debug, Default)]
pub struct Found {
    /// Places in the index, in the order asked for.
    places: Vec<usize>,
    /// How many there would be of each severity, whatever severity is asked for.
    pub severities: BTreeMap<Severity, usize>,
    /// How many there would be of each year, whatever year is asked for.
    pub years: BTreeMap<Reverse<i16>, usize>,
}

impl Index {
    /// An index of these advisories. Of several lines for one advisory the highest revision counts.
    #[must_use]
    pub fn new(summaries: impl IntoIterator<Item = AdvisorySummary>, zone: &Zone) -> Self {
        let mut newest: HashMap<AdvisoryNumber, AdvisorySummary> = HashMap::new();
        for summary in summaries {
            let known = newest.get(&summary.id).is_some_and(|known| known.revision >= summary.revision);
            if !known {
                newest.insert(summary.id.clone(), summary);
            }
        }
        let mut entries: Vec<Entry> = newest.into_values().map(|summary| Entry::new(summary, zone)).collect();
        entries.sort_by(Entry::newest_first);
        let by_id = entries.iter().enumerate().map(|(at, entry)| (entry.summary.id.clone(), at)).collect();
        Index { entries, by_id, found: Cache::new(KEPT) }
    }

    /// All advisories, the newest change first.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The advisory of this number.
    #[must_use]
    pub fn get(&self, id: &AdvisoryNumber) -> Option<&Entry> {
        self.by_id.get(id).and_then(|&at| self.entries.get(at))
    }

    /// What a filter finds; asked for again, it is not looked for again.
    #[must_use]
    pub fn find(&self, filter: &Filter) -> Arc<Found> {
        if let Some(found) = self.found.get(filter) {
            return found;
        }
        let found = Arc::new(self.look(filter));
        self.found.insert(filter.clone(), found.clone(), found.places.len() + 100);
        found
    }

    /// One page of what was found; pages count from 1.
    pub fn page<'a>(&'a self, found: &'a Found, page: usize, per_page: usize) -> impl Iterator<Item = &'a Entry> {
        let skipped = page.saturating_sub(1).saturating_mul(per_page);
        found.places.iter().skip(skipped).take(per_page).filter_map(|&at| self.entries.get(at))
    }

    fn look(&self, filter: &Filter) -> Found {
        let mut found = Found::default();
        for (at, entry) in self.entries.iter().enumerate() {
            if !filter.words.iter().all(|word| entry.searched.contains(word.as_str())) {
                continue;
            }
            let severity_fits = filter.severity.is_none() || filter.severity == entry.summary.severity;
            let year_fits = filter.year.is_none_or(|year| year == entry.published_on.year());
            if let Some(severity) = entry.summary.severity.filter(|_| year_fits) {
                *found.severities.entry(severity).or_default() += 1;
            }
            if severity_fits {
                *found.years.entry(Reverse(entry.published_on.year())).or_default() += 1;
            }
            if severity_fits && year_fits {
                found.places.push(at);
            }
        }
        self.order(&mut found.places, filter.sort);
        found
    }

    /// Sorts are stable, and the places begin with the newest change.
    fn order(&self, places: &mut [usize], sort: Sort) {
        let summary = |at: usize| &self.entries[at].summary;
        match sort {
            Sort::Updated => {}
            Sort::UpdatedUp => places.reverse(),
            Sort::Published => places.sort_by_key(|&at| Reverse(summary(at).published_at)),
            Sort::PublishedUp => places.sort_by_key(|&at| summary(at).published_at),
            Sort::Score => places.sort_by_key(|&at| Reverse(summary(at).score)),
            Sort::ScoreUp => places.sort_by_key(|&at| (summary(at).score.is_none(), summary(at).score)),
        }
    }
}

impl Found {
    /// How many advisories there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }
}

impl Entry {
    fn new(summary: AdvisorySummary, zone: &Zone) -> Self {
        let searched = searched(&summary);
        let (published_on, updated_on) = (zone.day_of(summary.published_at), zone.day_of(summary.updated_at));
        Entry { summary, published_on, updated_on, searched }
    }

    fn newest_first(a: &Entry, b: &Entry) -> std::cmp::Ordering {
        b.summary.updated_at.cmp(&a.summary.updated_at).then_with(|| b.summary.id.cmp(&a.summary.id))
    }

    /// Whether it is marked as critical, or asks people to stop using something.
    #[must_use]
    pub fn is_urgent(&self) -> bool {
        self.summary.critical || self.summary.stop_using || self.summary.severity == Some(Severity::Critical)
    }
}

fn searched(summary: &AdvisorySummary) -> String {
    let names = summary.vendors.iter().chain(&summary.products).chain([&summary.title]);
    let mut text = format!("{}\n{}", summary.id.shown(), summary.id.slug());
    let sides =
        names.flat_map(
            |name| if name.ja == name.en { [name.ja.as_str(), ""] } else { [name.ja.as_str(), name.en.as_str()] },
        );
    for part in sides.chain(summary.cves.iter().chain(&summary.cwes).map(String::as_str)) {
        text.push('\n');
        text.push_str(part);
    }
    fold(&text)
}

/// Text as it is compared: full-width and half-width forms, capitals and compatibility characters are all one.
#[must_use]
pub fn fold(text: &str) -> String {
    text.nfkc().flat_map(char::to_lowercase).collect()
}
