//! Takes advisories, answers questions. Readers never wait for the writer: they see the last state that was finished.

use std::fmt;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use formats::{AdvisoryNumber, Language};

use crate::entry::Entry;
use crate::names::{Kind, Names, Suggestion};
use crate::question::{Question, Sort};
use crate::table::Table;
pub use crate::tally::Counts;
use crate::words::{Reading, Writing};

/// The search engine.
pub struct Engine {
    writing: Mutex<Writer>,
    current: RwLock<Arc<Searched>>,
}

struct Writer {
    words: Option<Writing>,
    table: Table,
}

/// A state of the index: everything that was put in before it was finished.
pub struct Searched {
    table: Table,
    reading: Option<Reading>,
}

/// What a question found.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// By the places of the advisories in the order of changes.
    orders: Vec<u32>,
    /// How many there would be with other values of the filters.
    pub counts: Counts,
    /// Whether names count that are only nearly like a word, because nothing has the word itself.
    pub nearly: bool,
}

impl Default for Engine {
    fn default() -> Self {
        Engine::new()
    }
}

impl Engine {
    /// An engine that knows nothing yet.
    #[must_use]
    pub fn new() -> Self {
        // Without an index of words, which needs a thread, filters and lists still work.
        Engine::with(Writing::new().ok())
    }

    /// The same with its index of words in a folder of its own below this one, so that it needs little memory.
    ///
    /// # Errors
    /// When there is no room for it: the reason as a sentence.
    pub fn in_folder(folder: &Path) -> Result<Self, String> {
        Writing::in_folder(folder).map(|words| Engine::with(Some(words))).map_err(|error| error.to_string())
    }

    fn with(words: Option<Writing>) -> Self {
        let writer = Writer { words, table: Table::default() };
        let empty = Searched { table: Table::default(), reading: None };
        Engine { writing: Mutex::new(writer), current: RwLock::new(Arc::new(empty)) }
    }

    /// The last finished state.
    #[must_use]
    pub fn current(&self) -> Arc<Searched> {
        self.current.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Puts advisories in, each instead of its last revision, takes others out, and finishes the state. Blocks meanwhile.
    ///
    /// # Errors
    /// When the index of words cannot be written: the reason as a sentence. What was finished before stays.
    pub fn change<'a>(
        &self,
        put: impl IntoIterator<Item = Entry>,
        gone: impl IntoIterator<Item = &'a AdvisoryNumber>,
    ) -> Result<(), String> {
        let mut writer = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        let Writer { words, table } = &mut *writer;
        let words = words.as_mut().ok_or("there is no index of words")?;
        for id in gone {
            if let Some(place) = table.remove(id) {
                words.remove(place);
            }
        }
        for entry in put {
            // Only what was there is taken out: every removal is looked for in the whole index.
            let known = table.revision(entry.id()).is_some();
            let place = table.put(&entry);
            if known {
                words.remove(place);
            }
            words.put(place, &entry).map_err(|error| error.to_string())?;
        }
        table.settle();
        let reading = words.commit().map_err(|error| error.to_string())?;
        self.finish(table, reading);
        Ok(())
    }

    /// Puts together what came in many changes, so that searching costs least: once, when everything is in it for the first
    /// time. Later changes are put together by themselves. Blocks meanwhile.
    ///
    /// # Errors
    /// When the index of words cannot be written: the reason as a sentence. What was finished before stays.
    pub fn gather(&self) -> Result<(), String> {
        let mut writer = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        let Writer { words, table } = &mut *writer;
        let words = words.as_mut().ok_or("there is no index of words")?;
        let reading = words.gather().map_err(|error| error.to_string())?;
        self.finish(table, reading);
        Ok(())
    }

    fn finish(&self, table: &Table, reading: Reading) {
        let searched = Searched { table: table.clone(), reading: Some(reading) };
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(searched);
    }
}

impl Searched {
    /// The revision that is indexed of an advisory.
    #[must_use]
    pub fn revision(&self, id: &AdvisoryNumber) -> Option<u32> {
        self.table.revision(id)
    }

    /// The numbers of all advisories.
    pub fn ids(&self) -> impl Iterator<Item = &AdvisoryNumber> {
        self.table.ids()
    }

    /// How many advisories there are.
    #[must_use]
    pub fn total(&self) -> usize {
        self.table.total()
    }

    /// Vendors and products.
    #[must_use]
    pub fn names(&self) -> &Names {
        &self.table.names
    }

    /// How many advisories name a name.
    #[must_use]
    pub fn advisories(&self, name: u32) -> usize {
        self.table.named.get(name as usize).copied().unwrap_or_default() as usize
    }

    /// Names that begin like what somebody types, or are read like it.
    #[must_use]
    pub fn suggest(&self, typed: &str, most: usize) -> Vec<Suggestion> {
        let typed: String = typed.chars().take(crate::question::WORD_MAX).collect();
        self.table.names.suggest(&typed, &self.table.named, most)
    }

    /// The vendors that some advisory names, in the order of their names in a language, with how many do.
    #[must_use]
    pub fn vendors(&self, language: Language) -> Vec<(u32, usize)> {
        let named = |place: u32| self.advisories(place);
        let vendors = self.names().iter().filter(|(place, one)| one.kind == Kind::Vendor && named(*place) > 0);
        let mut vendors: Vec<(String, u32)> =
            vendors.map(|(place, one)| (crate::text::fold(one.shown(language)), place)).collect();
        vendors.sort_unstable();
        vendors.into_iter().map(|(_, place)| (place, named(place))).collect()
    }

    /// The products of a vendor that some advisory names, with how many do, those of most first.
    #[must_use]
    pub fn products(&self, vendor: u32) -> Vec<(u32, usize)> {
        let products = self.names().iter().filter(|(_, one)| one.vendor == Some(vendor));
        let mut products: Vec<(u32, usize)> =
            products.map(|(place, _)| (place, self.advisories(place))).filter(|(_, count)| *count > 0).collect();
        products.sort_by_key(|(place, count)| (std::cmp::Reverse(*count), *place));
        products
    }

    /// Answers a question.
    #[must_use]
    pub fn find(&self, question: &Question) -> Found {
        let Some(reading) = self.reading.as_ref().filter(|_| !question.words.is_empty()) else {
            let (orders, counts) = self.table.find(question, None);
            let nothing = !question.words.is_empty();
            return if nothing { Found::default() } else { Found { orders, counts, nearly: false } };
        };
        let scored = question.sort == Sort::Relevance;
        let find = |nearly: bool| {
            // What the index refuses finds nothing: a question is never an error.
            let hits = reading.find(&question.words, nearly, scored).unwrap_or_default();
            let (orders, counts) = self.table.find(question, Some(&hits));
            (Found { orders, counts, nearly }, !hits.is_empty())
        };
        let (found, any) = find(false);
        if any { found } else { find(true).0 }
    }

    /// One page of what was found here; pages count from 1.
    pub fn page<'a>(
        &'a self,
        found: &'a Found,
        page: usize,
        per_page: usize,
    ) -> impl Iterator<Item = &'a AdvisoryNumber> {
        let skipped = page.saturating_sub(1).saturating_mul(per_page);
        let orders = found.orders.iter().skip(skipped).take(per_page);
        orders.filter_map(|&order| self.table.newest(order)).map(|facts| &facts.id)
    }
}

impl Found {
    /// How many advisories there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.orders.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.orders.is_empty()
    }
}

impl fmt::Debug for Engine {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Engine").field("current", &self.current()).finish_non_exhaustive()
    }
}

impl fmt::Debug for Searched {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Searched").field("total", &self.total()).finish_non_exhaustive()
    }
}
