//! One document after the other: recognised, compared with what is held, taken in or refused.

use std::fs::File;

use formats::imported::{self, Origin};
use formats::{AdvisoryNumber, AdvisorySummary, Import};
use jiff::Timestamp;

use crate::library::{Library, LibraryError, New, hash};
use crate::report::{Outcome, Report, Told};
use crate::unpack::Item;

/// Takes documents into a library.
pub struct Taker<'a> {
    library: &'a mut Library,
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
        Taker { library, own: imported::site_key(own), now, tell: Box::new(tell), report: Report::default() }
    }

    /// Takes what was found in a file.
    ///
    /// # Errors
    /// The library's. What is wrong with a document is told, and no error.
    pub fn item(&mut self, item: Item) -> Result<(), LibraryError> {
        match item.bytes {
            Ok(bytes) => self.file(&item.name, None, &bytes),
            Err(trouble) => {
                self.say(Told::refused(&item.name, &trouble));
                Ok(())
            }
        }
    }

    /// Takes the documents of a file; `listed` is what a provider's list said of its last change.
    ///
    /// # Errors
    /// The library's.
    pub fn file(&mut self, name: &str, listed: Option<&str>, bytes: &[u8]) -> Result<(), LibraryError> {
        match imported::documents(bytes) {
            Ok(documents) => documents.iter().try_for_each(|document| self.document(name, listed, document)),
            Err(refused) => {
                self.say(Told::refused(name, &refused));
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
    pub fn finish(self) -> Result<Report, LibraryError> {
        self.library.flush()?;
        Ok(self.report)
    }

    fn document(&mut self, name: &str, listed: Option<&str>, bytes: &[u8]) -> Result<(), LibraryError> {
        let hash = hash(bytes);
        if self.library.has(&hash) {
            self.say(Told { outcome: Outcome::Unchanged, ..Told::refused(name, &"") });
            return Ok(());
        }
        let import = match imported::read(bytes, placeholder()) {
            Ok(import) => import,
            Err(refused) => {
                self.say(Told::refused(name, &refused));
                return Ok(());
            }
        };
        let Import { document, not_understood } = import;
        let origin = imported::origin(&document);
        let Some(source) = &document.source else { return Ok(()) };
        let outcome = self.outcome(&origin, &source.id, source.version.as_deref(), document.updated_at);
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
                id: source.id.clone(),
                format: source.format,
                version: source.version.clone(),
                taken_from: name,
                listed,
                not_understood: u32::try_from(told.not_understood.len()).unwrap_or(u32::MAX),
                summary: AdvisorySummary::from(&document),
                bytes,
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

/// The number under which a document is read before it has one.
fn placeholder() -> AdvisoryNumber {
    imported::number(1).expect("one is a count")
}
