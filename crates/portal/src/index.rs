//! All advisories in memory, a line each: the lists of the portal.

use std::collections::HashMap;

use formats::{AdvisoryNumber, AdvisorySummary, Severity};
use jiff::civil::Date;
use ui::Zone;

/// Every advisory of the tree in its newest revision.
#[derive(Debug)]
pub struct Index {
    entries: Vec<Entry>,
    by_id: HashMap<AdvisoryNumber, usize>,
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
        Index { entries, by_id }
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
}

impl Entry {
    pub(crate) fn new(summary: AdvisorySummary, zone: &Zone) -> Self {
        let (published_on, updated_on) = (zone.day_of(summary.published_at), zone.day_of(summary.updated_at));
        Entry { summary, published_on, updated_on }
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
