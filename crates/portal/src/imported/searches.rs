//! The search over imported advisories. It has an index of its own, so that no list or feed of ours can name them.

use std::sync::{Arc, Mutex, PoisonError, RwLock, TryLockError};
use std::{iter, thread};

use search::{Engine, Entry};
use ui::Zone;

use super::{Held, Item, Library};
use crate::searching::Ready;

/// Advisories that can be found together: few at first, so that something can be; then many, for each finish costs.
const FIRST: usize = 1_000;
const PORTION: usize = 10_000;

/// Advisories that are in memory at once, read by all cores.
const AT_ONCE: usize = 128;

/// The search.
#[derive(Debug)]
pub(crate) struct Searches {
    engine: Engine,
    current: RwLock<Arc<Ready>>,
    made: Mutex<u32>,
}

impl Searches {
    /// A search that knows nothing yet.
    pub(crate) fn over(engine: Engine) -> Self {
        let empty = Ready::new(engine.current(), true);
        Searches { engine, current: RwLock::new(empty), made: Mutex::new(0) }
    }

    /// The search as far as it is made.
    pub(crate) fn current(&self) -> Arc<Ready> {
        self.current.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Makes the search follow the library. Does nothing when somebody else is doing it. Blocks while documents are read.
    pub(crate) fn follow(&self, library: &Library, zone: &Zone) {
        let mut made = match self.made.try_lock() {
            Ok(made) => made,
            Err(TryLockError::Poisoned(poisoned)) => poisoned.into_inner(),
            Err(TryLockError::WouldBlock) => return,
        };
        loop {
            let held = library.held();
            if *made == held.packs() {
                return;
            }
            if let Err(error) = self.make(library, &held, zone) {
                tracing::error!(error, "the search does not follow the imported advisories");
                return;
            }
            *made = held.packs();
        }
    }

    fn make(&self, library: &Library, held: &Held, zone: &Zone) -> Result<(), String> {
        let known = self.engine.current();
        let gone: Vec<_> = known.ids().filter(|id| held.get(id).is_none()).collect();
        let is_fresh = |item: &&Arc<Item>| {
            let number = formats::imported::number(item.number);
            number.is_some_and(|number| known.revision(&number) != Some(item.revision))
        };
        let fresh: Vec<_> = held.items().filter(is_fresh).collect();
        self.engine.change([], gone)?;
        let (first, rest) = fresh.split_at(fresh.len().min(FIRST));
        for portion in iter::once(first).chain(rest.chunks(PORTION)) {
            let read = |items: &[&Arc<Item>]| side_by_side(items, |item| entry(library, item, zone));
            self.engine.change(portion.chunks(AT_ONCE).flat_map(read), [])?;
            self.publish(false);
        }
        self.publish(true);
        // Everything is found from here on; put together, it is found faster.
        if known.total() == 0 && !fresh.is_empty() {
            self.engine.gather()?;
            self.publish(true);
        }
        Ok(())
    }

    fn publish(&self, complete: bool) {
        let ready = Ready::new(self.engine.current(), complete);
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = ready;
    }
}

fn entry(library: &Library, item: &Item, zone: &Zone) -> Option<Entry> {
    let line = library.line(item)?;
    let document = library.read(item, &line)?.document;
    let day = zone.day_of(line.summary.published_at);
    Some(Entry::imported(&line.origin.key, &line.summary, day, &document))
}

/// Reads advisories on all cores; those that cannot be read are left out.
fn side_by_side<T: Sync>(items: &[T], read: impl Fn(&T) -> Option<Entry> + Sync) -> Vec<Entry> {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let read_all = |part: &[T]| part.iter().filter_map(&read).collect::<Vec<Entry>>();
    thread::scope(|scope| {
        let parts = items.chunks(items.len().div_ceil(cores).max(1));
        let tasks: Vec<_> = parts.map(|part| scope.spawn(|| read_all(part))).collect();
        // A reader that panicked leaves its part out, as documents are left out that cannot be read.
        tasks.into_iter().flat_map(|task| task.join().unwrap_or_default()).collect()
    })
}
