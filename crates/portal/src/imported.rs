//! Advisories of others, as the tree keeps them in packs (`formats::imported`): what there is, the original bytes, and a
//! search of their own. They never meet ours: another list, another index, other addresses.
//!
//! Of each only its place is in memory. What a page shows is read from the original when it is asked for, so that a reader
//! that has learned more understands more of what was imported long ago.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use formats::imported::{self, DOCUMENT_MAX, HEAD_PATH, Line, Origin, lines_path, pack_path};
use formats::{AdvisoryNumber, Import, PublicDocument};

use crate::tree;

mod searches;

pub(crate) use searches::Searches;

/// Longest line of a pack, in bytes.
const LINE_MAX: u64 = 4 * 1024 * 1024;
/// Vendors of an advisory that a page shows, and products of a vendor; the original has all.
pub(crate) const LISTED_MAX: usize = 300;

/// The imported advisories of a tree.
#[derive(Debug)]
pub(crate) struct Library {
    root: PathBuf,
    current: RwLock<Arc<Held>>,
    refreshing: Mutex<()>,
}

/// What there is, as of one state of the tree.
#[derive(Clone, Debug, Default)]
pub(crate) struct Held {
    packs: u32,
    /// By the number inside, from 1.
    items: Vec<Option<Arc<Item>>>,
    origins: Arc<Vec<Origin>>,
    by_id: Arc<HashMap<(u32, Box<str>), u32>>,
    total: usize,
}

/// Where an advisory lies.
#[derive(Debug)]
pub(crate) struct Item {
    number: u32,
    pub(crate) revision: u32,
    id: Box<str>,
    pack: u32,
    line: (u64, u64),
}

impl Held {
    /// How many advisories there are.
    pub(crate) fn total(&self) -> usize {
        self.total
    }

    /// The number of the newest pack.
    pub(crate) fn packs(&self) -> u32 {
        self.packs
    }

    /// Every advisory, in the order in which they came.
    pub(crate) fn items(&self) -> impl Iterator<Item = &Arc<Item>> {
        self.items.iter().flatten()
    }

    /// The advisory of a number inside.
    pub(crate) fn get(&self, number: &AdvisoryNumber) -> Option<&Arc<Item>> {
        let place = usize::try_from(imported::count(number)?.checked_sub(1)?).ok()?;
        self.items.get(place)?.as_ref()
    }

    /// The advisory of a source and its id there.
    pub(crate) fn find(&self, source: &str, id: &str) -> Option<&Arc<Item>> {
        let origin = self.origins.iter().position(|origin| origin.key == source)?;
        let number = self.by_id.get(&(u32::try_from(origin).ok()?, id.into()))?;
        self.items.get(usize::try_from(number.checked_sub(1)?).ok()?)?.as_ref()
    }

    /// Who publishes under a key.
    pub(crate) fn origin(&self, key: &str) -> Option<&Origin> {
        self.origins.iter().find(|origin| origin.key == key)
    }

    fn put(&mut self, line: &Line, pack: u32, place: (u64, u64)) {
        let Some(number) = imported::count(&line.summary.id).filter(|number| *number > 0) else { return };
        let slot = number as usize - 1;
        // Numbers count from 1: one far beyond the others is damage.
        if slot > self.items.len() + 1_000_000 {
            return;
        }
        let origins = Arc::make_mut(&mut self.origins);
        let origin = origins.iter().position(|origin| origin.key == line.origin.key).unwrap_or_else(|| {
            origins.push(line.origin.clone());
            origins.len() - 1
        });
        let origin = u32::try_from(origin).unwrap_or(u32::MAX);
        let id: Box<str> = line.id.as_str().into();
        if self.items.len() <= slot {
            self.items.resize(slot + 1, None);
        }
        self.total += usize::from(self.items[slot].is_none());
        Arc::make_mut(&mut self.by_id).insert((origin, id.clone()), number);
        let revision = line.summary.revision;
        self.items[slot] = Some(Arc::new(Item { number, revision, id, pack, line: place }));
    }
}

impl Library {
    /// Opens what there is. A tree without imported advisories has none.
    pub(crate) fn open(root: &Path) -> Self {
        let library = Library { root: root.to_owned(), current: RwLock::default(), refreshing: Mutex::new(()) };
        library.refresh();
        library
    }

    /// What there is now.
    pub(crate) fn held(&self) -> Arc<Held> {
        self.current.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Looks whether packs have come, and reads their lines. Returns whether some had. Blocks while it reads.
    pub(crate) fn refresh(&self) -> bool {
        let _alone = self.refreshing.lock().unwrap_or_else(PoisonError::into_inner);
        let before = self.held();
        let head: u32 =
            fs::read_to_string(self.root.join(HEAD_PATH)).ok().and_then(|text| text.trim().parse().ok()).unwrap_or(0);
        if head == before.packs {
            return false;
        }
        // Fewer packs than before: another tree lies there now.
        let mut held = if head > before.packs { Held::clone(&before) } else { Held::default() };
        for pack in held.packs + 1..=head {
            self.read_lines(pack, &mut held);
        }
        held.packs = head;
        tracing::info!(advisories = held.total, packs = head, "read the imported advisories");
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(held);
        true
    }

    fn read_lines(&self, pack: u32, held: &mut Held) {
        let path = lines_path(pack);
        let Ok(file) = File::open(self.root.join(&path)) else {
            tracing::warn!(path, "cannot be opened");
            return;
        };
        let (mut reader, mut line, mut at) = (BufReader::new(file), Vec::new(), 0_u64);
        loop {
            line.clear();
            match reader.by_ref().take(LINE_MAX).read_until(b'\n', &mut line) {
                Ok(0) | Err(_) => return,
                Ok(length) => {
                    let place = (at, length as u64);
                    at += length as u64;
                    match tree::parse::<Line>(&line) {
                        Ok(line) => held.put(&line, pack, place),
                        Err(error) => tracing::warn!(path, %error, "not a line of an imported advisory"),
                    }
                }
            }
        }
    }

    /// What the tree says of an advisory. Blocks while it reads.
    pub(crate) fn line(&self, item: &Item) -> Option<Line> {
        let (at, length) = item.line;
        let bytes = self.piece(&lines_path(item.pack), at, length.min(LINE_MAX))?;
        tree::parse(&bytes).inspect_err(|error| tracing::warn!(id = &*item.id, %error, "cannot be read")).ok()
    }

    /// The original bytes of an advisory. Blocks while it reads.
    pub(crate) fn original(&self, item: &Item, line: &Line) -> Option<Vec<u8>> {
        self.piece(&pack_path(item.pack), line.at, line.length.min(DOCUMENT_MAX as u64))
    }

    /// An advisory as far as it is understood, with its texts cleaned. Blocks while it reads.
    pub(crate) fn read(&self, item: &Item, line: &Line) -> Option<Import> {
        let bytes = self.original(item, line)?;
        let read = imported::read(&bytes, line.summary.id.clone());
        let mut import = read.inspect_err(|error| tracing::warn!(id = &*item.id, %error, "cannot be read")).ok()?;
        if !simdutf8::basic::from_utf8(&bytes).is_ok_and(crate::clean::is_clean_json) {
            import.document = tree::parse(import.document.to_json().as_bytes()).ok()?;
        }
        Some(import)
    }

    fn piece(&self, path: &str, at: u64, length: u64) -> Option<Vec<u8>> {
        let read = || -> std::io::Result<Vec<u8>> {
            let mut file = File::open(self.root.join(path))?;
            file.seek(SeekFrom::Start(at))?;
            let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default());
            file.take(length).read_to_end(&mut bytes)?;
            Ok(bytes)
        };
        let bytes = read().inspect_err(|error| tracing::warn!(path, %error, "cannot be read")).ok()?;
        Some(bytes).filter(|bytes| bytes.len() as u64 == length)
    }
}

/// Cuts lists that no page can show; whether something was cut.
pub(crate) fn shorten(document: &mut PublicDocument) -> bool {
    let mut cut = document.vendors.len() > LISTED_MAX;
    document.vendors.truncate(LISTED_MAX);
    for vendor in &mut document.vendors {
        cut |= vendor.products.len() > LISTED_MAX || vendor.countermeasures.len() > LISTED_MAX;
        vendor.products.truncate(LISTED_MAX);
        vendor.countermeasures.truncate(LISTED_MAX);
        for product in &mut vendor.products {
            cut |= product.versions.len() > LISTED_MAX;
            product.versions.truncate(LISTED_MAX);
        }
    }
    let lists = [document.references.len(), document.vulnerabilities.len(), document.related.len()];
    cut |= lists.into_iter().any(|length| length > LISTED_MAX);
    document.references.truncate(LISTED_MAX);
    document.vulnerabilities.truncate(LISTED_MAX);
    document.related.truncate(LISTED_MAX);
    document.solution.countermeasures.truncate(LISTED_MAX);
    cut
}
