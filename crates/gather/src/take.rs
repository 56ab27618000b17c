//! One document after the other: recognised, compared with what is held, taken in or refused.
//!
//! Reading a document is most of the work and needs nothing of the others. So what is found in files waits until there
//! are some, and is read by all cores at once; what becomes of each is decided here, one after the other, in order.

use std::borrow::Cow;
use std::fs::File;
use std::{mem, panic, thread};

use formats::document::Source;
use formats::imported::{self, Origin, Refused};
use formats::{AdvisoryNumber, AdvisorySummary, Import, NotUnderstood};
use jiff::Timestamp;

use crate::library::{Hash, Library, LibraryError, New, hash};
use crate::report::{Outcome, Report, Told};
use crate::unpack::Item;

/// Files that are read at once.
const WAITING: usize = 64;
/// Bytes of them.
const WAITING_BYTES: usize = 4 * 1024 * 1024;

/// Takes documents into a library.
pub struct Taker<'a> {
    library: &'a mut Library,
    /// Found and not read yet, with their bytes together.
    waiting: Vec<Item>,
    bytes: usize,
    threads: usize,
    /// The key of our own addresses: what we published ourselves is not imported.
    own: String,
    now: Timestamp,
    /// Is told of every document.
    tell: Box<dyn FnMut(&Told) + 'a>,
    /// What became of all of them.
    pub report: Report,
}

impl<'a> Taker<'a> {
    /// A taker for one import at an instant. `own` is our own address; `tell` hears what becomes of every document.
    pub fn new(library: &'a mut Library, own: &str, now: Timestamp, tell: impl FnMut(&Told) + 'a) -> Self {
        Taker {
            library,
            waiting: Vec::new(),
            bytes: 0,
            threads: thread::available_parallelism().map_or(1, usize::from),
            own: imported::site_key(own),
            now,
            tell: Box::new(tell),
            report: Report::default(),
        }
    }

    /// Takes what was found in a file, together with others that follow: by [`Taker::finish`] at the latest.
    ///
    /// # Errors
    /// The library's. What is wrong with a document is told, and no error.
    pub fn item(&mut self, item: Item) -> Result<(), LibraryError> {
        self.bytes += item.bytes.as_ref().map_or(0, Vec::len);
        self.waiting.push(item);
        if self.waiting.len() < WAITING && self.bytes < WAITING_BYTES { Ok(()) } else { self.settle() }
    }

    /// Takes what waits.
    fn settle(&mut self) -> Result<(), LibraryError> {
        let items = mem::take(&mut self.waiting);
        self.bytes = 0;
        let library = &*self.library;
        let found = together(self.threads, &items, |item| match &item.bytes {
            Ok(bytes) => found(library, bytes),
            Err(trouble) => Err(trouble.to_string()),
        });
        items.iter().zip(found).try_for_each(|(item, found)| self.take(&item.name, None, found))
    }

    /// Takes the documents of a file; `listed` is what a provider's list said of its last change.
    ///
    /// # Errors
    /// The library's.
    pub fn file(&mut self, name: &str, listed: Option<&str>, bytes: &[u8]) -> Result<(), LibraryError> {
        self.settle()?;
        let found = found(self.library, bytes);
        self.take(name, listed, found)
    }

    /// Takes what was found in a file, or says why it is nothing.
    fn take(
        &mut self,
        name: &str,
        listed: Option<&str>,
        found: Result<Vec<Found<'_>>, String>,
    ) -> Result<(), LibraryError> {
        match found {
            Ok(documents) => documents.into_iter().try_for_each(|document| self.document(name, listed, document)),
            Err(why) => {
                self.say(Told::refused(name, &why));
                Ok(())
            }
        }
    }

    /// Whether what lies at an address was taken in when its list said the same of it; then it is not fetched again.
    pub fn knows(&mut self, address: &str, listed: &str) -> bool {
        let known = self.library.is_listed(address, listed);
        if known {
            let unchanged = Told { outcome: Outcome::Unchanged, ..Told::refused(address, &"") };
            self.say(unchanged);
        }
        known
    }

    /// A file without a name, for what is fetched and read once.
    ///
    /// # Errors
    /// The disk's.
    pub fn scratch(&self) -> Result<File, LibraryError> {
        self.library.scratch()
    }

    /// Says that something was refused before it could be a document.
    pub fn refuse(&mut self, name: &str, why: &impl std::fmt::Display) {
        self.say(Told::refused(name, why));
    }

    /// Makes durable what was taken in.
    ///
    /// # Errors
    /// The library's.
    pub fn finish(mut self) -> Result<Report, LibraryError> {
        self.settle()?;
        self.library.flush()?;
        Ok(self.report)
    }

    fn document(&mut self, name: &str, listed: Option<&str>, found: Found<'_>) -> Result<(), LibraryError> {
        let Found { bytes, hash, read } = found;
        if self.library.has(&hash) {
            self.say(Told { outcome: Outcome::Unchanged, ..Told::refused(name, &"") });
            return Ok(());
        }
        let Understood { origin, source, summary, not_understood } = match read.unwrap_or_else(|| understand(&bytes)) {
            Ok(understood) => understood,
            Err(refused) => {
                self.say(Told::refused(name, &refused));
                return Ok(());
            }
        };
        let outcome = self.outcome(&origin, &source.id, source.version.as_deref(), summary.updated_at);
        let told = Told {
            name: name.to_owned(),
            source: Some(origin.key.clone()),
            id: Some(source.id.clone()),
            format: Some(source.format),
            not_understood,
            outcome,
        };
        if matches!(told.outcome, Outcome::New | Outcome::Replaced) {
            let new = New {
                origin,
                id: source.id,
                format: source.format,
                version: source.version,
                taken_from: name,
                listed,
                not_understood: u32::try_from(told.not_understood.len()).unwrap_or(u32::MAX),
                summary,
                bytes: &bytes,
            };
            self.library.put(new, hash, self.now)?;
            self.report.bytes += bytes.len() as u64;
        }
        self.say(told);
        Ok(())
    }

    fn outcome(&self, origin: &Origin, id: &str, version: Option<&str>, updated_at: Timestamp) -> Outcome {
        if origin.key == self.own {
            return Outcome::Refused("published here ourselves".to_owned());
        }
        match self.library.held(origin, id) {
            None => Outcome::New,
            Some(held) if imported::is_older(version, updated_at, held.version.as_deref(), held.updated_at) => {
                Outcome::Older
            }
            Some(_) => Outcome::Replaced,
        }
    }

    fn say(&mut self, told: Told) {
        self.report.count(&told);
        (self.tell)(&told);
    }
}

/// A document of a file.
struct Found<'a> {
    bytes: Cow<'a, [u8]>,
    hash: Hash,
    /// What it says; nothing while it is held already, for then nobody asks.
    read: Option<Result<Understood, Refused>>,
}

/// What is kept of a document beside its bytes.
struct Understood {
    origin: Origin,
    source: Source,
    summary: AdvisorySummary,
    not_understood: Vec<NotUnderstood>,
}

/// The documents of a file, read; or why there is none.
fn found<'a>(library: &Library, bytes: &'a [u8]) -> Result<Vec<Found<'a>>, String> {
    let one = |bytes: Cow<'a, [u8]>| {
        let hash = hash(&bytes);
        let read = (!library.has(&hash)).then(|| understand(&bytes));
        Found { bytes, hash, read }
    };
    let documents = imported::documents(bytes).map_err(|refused| refused.to_string())?;
    Ok(documents.into_iter().map(one).collect())
}

fn understand(bytes: &[u8]) -> Result<Understood, Refused> {
    let Import { mut document, not_understood } = imported::read(bytes, placeholder())?;
    let (origin, summary) = (imported::origin(&document), AdvisorySummary::from(&document));
    let source = document.source.take().ok_or(Refused::NoId)?;
    Ok(Understood { origin, source, summary, not_understood })
}

/// Does something with each of many things on several threads; gives what comes of it in their order.
fn together<'t, T: Sync, R: Send>(threads: usize, items: &'t [T], each: impl Fn(&'t T) -> R + Sync) -> Vec<R> {
    let each = &each;
    let part = items.len().div_ceil(threads).max(1);
    thread::scope(|scope| {
        let parts = items.chunks(part).map(|part| scope.spawn(move || part.iter().map(each).collect::<Vec<R>>()));
        let parts: Vec<_> = parts.collect();
        parts.into_iter().flat_map(|part| part.join().unwrap_or_else(|panic| panic::resume_unwind(panic))).collect()
    })
}

/// The number under which a document is read before it has one.
fn placeholder() -> AdvisoryNumber {
    imported::number(1).expect("one is a count")
}
