//! The search over the tree: made from its documents in the background, and made to follow it.
//!
//! While it is made for the first time, the newest advisories come first; a search finds what is there already and says
//! that the rest is still being read. After that readers always have a whole state, the last one that was finished.

pub(crate) mod asked;

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError, RwLock, TryLockError};
use std::time::Duration;

use search::{Engine, Entry, Found, Question, Searched};

use crate::cache::Cache;
use crate::tree::{Snapshot, Tree};

/// Advisories that are read before the first of them can be found; later ones in larger portions.
const FIRST: usize = 200;
/// Advisories that are read at once after that: as many as may wait in memory for the index.
const PORTION: usize = 2_000;
/// How long a reader waits for the first of them at most.
const PATIENCE: Duration = Duration::from_secs(2);
/// What questions found is kept up to twice this many advisories.
const KEPT: usize = 1_000_000;

/// The search.
#[derive(Debug)]
pub(crate) struct Searches {
    engine: Engine,
    current: RwLock<Arc<Ready>>,
    making: Mutex<Option<Arc<Snapshot>>>,
    complete: AtomicBool,
    begun: (Mutex<bool>, Condvar),
}

/// A state of the search that can be asked.
#[derive(Debug)]
pub(crate) struct Ready {
    /// What can be found.
    pub(crate) searched: Arc<Searched>,
    /// Whether everything has been read at least once.
    pub(crate) complete: bool,
    found: Cache<Question, Arc<Found>>,
}

impl Ready {
    pub(crate) fn new(searched: Arc<Searched>, complete: bool) -> Arc<Self> {
        Arc::new(Ready { searched, complete, found: Cache::new(KEPT) })
    }

    /// What a question finds; asked for again, it is not looked for again.
    pub(crate) fn find(&self, question: &Question) -> Arc<Found> {
        if let Some(found) = self.found.get(question) {
            return found;
        }
        let found = Arc::new(self.searched.find(question));
        self.found.insert(question.clone(), found.clone(), found.len() + 500);
        found
    }
}

impl Searches {
    /// A search that knows nothing yet.
    pub(crate) fn over(engine: Engine) -> Self {
        let empty = Ready::new(engine.current(), false);
        Searches {
            engine,
            current: RwLock::new(empty),
            making: Mutex::new(None),
            complete: AtomicBool::new(false),
            begun: (Mutex::new(false), Condvar::new()),
        }
    }

    /// Whether everything has been read at least once.
    pub(crate) fn is_complete(&self) -> bool {
        self.complete.load(Ordering::Acquire)
    }

    /// The search as it is now. While it is made for the first time, the first portion is waited for: blocks meanwhile.
    pub(crate) fn current(&self) -> Arc<Ready> {
        if !self.is_complete() {
            let (begun, told) = &self.begun;
            let begun = begun.lock().unwrap_or_else(PoisonError::into_inner);
            let _waited = told.wait_timeout_while(begun, PATIENCE, |begun| !*begun);
        }
        self.current.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Makes the search follow the tree. Does nothing when somebody else is doing it. Blocks while documents are read.
    pub(crate) fn follow(&self, tree: &Tree) {
        let mut made = match self.making.try_lock() {
            Ok(made) => made,
            Err(TryLockError::Poisoned(poisoned)) => poisoned.into_inner(),
            Err(TryLockError::WouldBlock) => return,
        };
        loop {
            let snapshot = tree.snapshot();
            if made.as_ref().is_some_and(|made| Arc::ptr_eq(made, &snapshot)) {
                return;
            }
            if let Err(error) = self.make(tree, &snapshot) {
                self.begin();
                tracing::error!(error, "the search does not follow the published tree");
                return;
            }
            self.complete.store(true, Ordering::Release);
            self.publish(true);
            *made = Some(snapshot);
        }
    }

    fn make(&self, tree: &Tree, snapshot: &Snapshot) -> Result<(), String> {
        let known = self.engine.current();
        let gone: Vec<_> = known.ids().filter(|id| snapshot.index.get(id).is_none()).collect();
        let places = snapshot.index.places();
        let fresh: Vec<_> = places.iter().filter(|place| known.revision(&place.id) != Some(place.revision)).collect();
        let (first, rest) = fresh.split_at(fresh.len().min(FIRST));
        let read = |place: &&crate::index::Place| {
            let entry = snapshot.index.read_entry(place)?;
            let document = tree.document(&place.id, place.revision);
            Some(Entry::of(&entry.summary, place.published_on, document.as_ref()))
        };
        self.engine.change(first.iter().filter_map(read), gone)?;
        for portion in rest.chunks(PORTION) {
            self.publish(self.complete.load(Ordering::Acquire));
            self.engine.change(portion.iter().filter_map(read), [])?;
        }
        let first = known.total() == 0 && !fresh.is_empty();
        if first { self.engine.gather() } else { Ok(()) }
    }

    fn publish(&self, complete: bool) {
        let ready = Ready::new(self.engine.current(), complete);
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = ready;
        self.begin();
    }

    /// Nobody has to wait any more.
    fn begin(&self) {
        *self.begun.0.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.begun.1.notify_all();
    }
}
