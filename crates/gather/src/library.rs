//! The packs in the published tree: what is held already, and adding to it.
//!
//! A pack is written and made durable whole: first the bytes, then its lines, at last `imported/head`. What a crash leaves
//! behind is a pack without lines; the next import writes over it. So there are three flushes a pack and none a document.

use std::collections::{HashMap, HashSet};
use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io::{self, BufRead, BufReader, BufWriter, ErrorKind, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use formats::document::SourceFormat;
use formats::imported::{self, FOLDER, HEAD_PATH, Line, Origin, lines_path, pack_path};
use formats::{AdvisoryNumber, AdvisorySummary};
use jiff::Timestamp;
use sha2::{Digest, Sha256};

/// Bytes of a pack after which the next one is begun.
const PACK_BYTES: u64 = 16 * 1024 * 1024;
/// Documents of a pack after which the next one is begun.
const PACK_DOCUMENTS: u32 = 2_000;
const FILE_MODE: u32 = 0o644;
const FOLDER_MODE: u32 = 0o755;

/// Why the library cannot be used.
#[derive(Debug)]
pub enum LibraryError {
    /// Another import is running.
    Busy,
    /// The disk.
    Io(io::Error),
    /// A list of what is held cannot be read: its path in the tree.
    Damaged(String),
    /// No numbers are left.
    Full,
}

impl std::fmt::Display for LibraryError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            LibraryError::Busy => out.write_str("another import is running"),
            LibraryError::Io(error) => write!(out, "the published tree cannot be written: {}", error.kind()),
            LibraryError::Damaged(path) => write!(out, "{path} in the published tree cannot be read"),
            LibraryError::Full => out.write_str("there are no numbers left for imported advisories"),
        }
    }
}

impl std::error::Error for LibraryError {}

impl From<io::Error> for LibraryError {
    fn from(error: io::Error) -> Self {
        LibraryError::Io(error)
    }
}

/// SHA-256 of a document.
pub type Hash = [u8; 32];

/// What is known of an advisory that is held.
#[derive(Clone, Debug)]
pub struct Held {
    /// The number inside.
    pub number: u32,
    /// How often it was taken in.
    pub revision: u32,
    /// Its version, as its publisher counts.
    pub version: Option<String>,
    /// Its last change.
    pub updated_at: Timestamp,
    hash: Hash,
}

/// A document that goes in.
#[derive(Debug)]
pub struct New<'a> {
    /// Who publishes it.
    pub origin: Origin,
    /// Its id there.
    pub id: String,
    /// Its format.
    pub format: SourceFormat,
    /// Its version.
    pub version: Option<String>,
    /// From where it comes.
    pub taken_from: &'a str,
    /// What a provider's list said of its last change.
    pub listed: Option<&'a str>,
    /// Places that were not understood.
    pub not_understood: u32,
    /// What lists show; number and revision are given here.
    pub summary: AdvisorySummary,
    /// The original.
    pub bytes: &'a [u8],
}

/// The imported advisories of a tree, held by one process for writing.
pub struct Library {
    root: PathBuf,
    held: HashMap<(String, String), Held>,
    hashes: HashSet<Hash>,
    listed: HashMap<String, String>,
    packs: u32,
    numbers: u32,
    open: Option<Pack>,
    _lock: File,
}

/// The pack that is being written.
struct Pack {
    file: BufWriter<File>,
    lines: Vec<u8>,
    at: u64,
    documents: u32,
}

impl Library {
    /// Opens the imported advisories of a published tree; the folder is made when it is not there.
    ///
    /// # Errors
    /// When another import is running, or what is held cannot be read.
    pub fn open(published: &Path) -> Result<Self, LibraryError> {
        let mut folders = DirBuilder::new();
        folders.recursive(true).mode(FOLDER_MODE).create(published.join(FOLDER).join("packs"))?;
        let mut options = OpenOptions::new();
        let lock =
            options.write(true).create(true).truncate(false).mode(0o600).open(published.join(FOLDER).join(".lock"))?;
        lock.try_lock().map_err(|error| match error {
            TryLockError::WouldBlock => LibraryError::Busy,
            TryLockError::Error(error) => error.into(),
        })?;
        let mut library = Library {
            root: published.to_owned(),
            held: HashMap::new(),
            hashes: HashSet::new(),
            listed: HashMap::new(),
            packs: head(published),
            numbers: 0,
            open: None,
            _lock: lock,
        };
        for pack in 1..=library.packs {
            library.read_lines(pack)?;
        }
        Ok(library)
    }

    fn read_lines(&mut self, pack: u32) -> Result<(), LibraryError> {
        let path = lines_path(pack);
        let damaged = || LibraryError::Damaged(path.clone());
        for line in BufReader::new(File::open(self.root.join(&path)).map_err(|_| damaged())?).lines() {
            let line: Line = serde_json::from_str(&line?).map_err(|_| damaged())?;
            let hash = unhex(&line.sha256).ok_or_else(damaged)?;
            self.remember(&line, hash);
        }
        Ok(())
    }

    fn remember(&mut self, line: &Line, hash: Hash) {
        let number = imported::count(&line.summary.id).unwrap_or_default();
        self.numbers = self.numbers.max(number);
        let held = Held {
            number,
            revision: line.summary.revision,
            version: line.version.clone(),
            updated_at: line.summary.updated_at,
            hash,
        };
        if let Some(listed) = &line.listed {
            self.listed.insert(line.taken_from.clone(), listed.clone());
        }
        if let Some(before) = self.held.insert((line.origin.key.clone(), line.id.clone()), held) {
            self.hashes.remove(&before.hash);
        }
        self.hashes.insert(hash);
    }

    /// How many advisories are held.
    #[must_use]
    pub fn len(&self) -> usize {
        self.held.len()
    }

    /// Whether none is held.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.held.is_empty()
    }

    /// Whether a document with exactly these bytes is held, as the newest of its advisory.
    #[must_use]
    pub fn has(&self, hash: &Hash) -> bool {
        self.hashes.contains(hash)
    }

    /// Whether what lies at an address was taken in when its list said the same of it.
    #[must_use]
    pub fn is_listed(&self, address: &str, listed: &str) -> bool {
        self.listed.get(address).is_some_and(|known| known == listed)
    }

    /// What is held of an advisory.
    #[must_use]
    pub fn held(&self, origin: &Origin, id: &str) -> Option<&Held> {
        self.held.get(&(origin.key.clone(), id.to_owned()))
    }

    /// Adds a document, in the place of an earlier one of the same source and id. It is durable after [`Library::flush`].
    ///
    /// # Errors
    /// The disk's, or when no numbers are left.
    pub fn put(&mut self, new: New<'_>, hash: Hash, now: Timestamp) -> Result<(), LibraryError> {
        let before = self.held(&new.origin, &new.id);
        let (number, revision) = before.map_or((self.numbers + 1, 1), |held| (held.number, held.revision + 1));
        let id: AdvisoryNumber = imported::number(number).ok_or(LibraryError::Full)?;
        let length = new.bytes.len() as u64;
        let pack = match self.open.take() {
            Some(pack) => pack,
            None => self.begin()?,
        };
        let pack = self.open.insert(pack);
        let line = Line {
            origin: new.origin,
            id: new.id,
            format: new.format,
            version: new.version,
            sha256: hex(&hash),
            at: pack.at,
            length,
            taken_at: now,
            taken_from: new.taken_from.to_owned(),
            listed: new.listed.map(str::to_owned),
            not_understood: new.not_understood,
            summary: AdvisorySummary { id, revision, ..new.summary },
        };
        pack.file.write_all(new.bytes)?;
        pack.lines.extend_from_slice(line.to_json().as_bytes());
        pack.at += length;
        pack.documents += 1;
        let full = pack.at >= PACK_BYTES || pack.documents >= PACK_DOCUMENTS;
        self.remember(&line, hash);
        if full { self.flush() } else { Ok(()) }
    }

    fn begin(&self) -> io::Result<Pack> {
        let mut options = OpenOptions::new();
        let path = self.root.join(pack_path(self.packs + 1));
        let file = options.write(true).create(true).truncate(true).mode(FILE_MODE).open(path)?;
        Ok(Pack { file: BufWriter::with_capacity(256 * 1024, file), lines: Vec::new(), at: 0, documents: 0 })
    }

    /// Makes durable and visible what was added. Does nothing when nothing was.
    ///
    /// # Errors
    /// The disk's; what was added since the last time is then not there.
    pub fn flush(&mut self) -> Result<(), LibraryError> {
        let Some(pack) = self.open.take() else { return Ok(()) };
        pack.file.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()?;
        let number = self.packs + 1;
        self.replace(&lines_path(number), &pack.lines)?;
        self.replace(HEAD_PATH, format!("{number}\n").as_bytes())?;
        self.packs = number;
        Ok(())
    }

    /// A file without a name, for what is fetched and read once.
    pub(crate) fn scratch(&self) -> Result<File, LibraryError> {
        let path = self.root.join(FOLDER).join(".fetched");
        let mut options = OpenOptions::new();
        let file = options.read(true).write(true).create(true).truncate(true).mode(0o600).open(&path)?;
        fs::remove_file(&path)?;
        Ok(file)
    }

    /// Puts a file in its place as a whole.
    fn replace(&self, path: &str, bytes: &[u8]) -> io::Result<()> {
        let target = self.root.join(path);
        let (Some(folder), Some(name)) = (target.parent(), target.file_name()) else {
            return Err(ErrorKind::InvalidFilename.into());
        };
        let waiting = folder.join(format!(".{}.part", name.to_string_lossy()));
        let mut options = OpenOptions::new();
        let mut file = options.write(true).create(true).truncate(true).mode(FILE_MODE).open(&waiting)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&waiting, &target)?;
        File::open(folder)?.sync_all()
    }
}

fn head(published: &Path) -> u32 {
    fs::read_to_string(published.join(HEAD_PATH)).ok().and_then(|text| text.trim().parse().ok()).unwrap_or(0)
}

/// SHA-256 of bytes.
#[must_use]
pub fn hash(bytes: &[u8]) -> Hash {
    Sha256::digest(bytes).into()
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn unhex(text: &str) -> Option<Hash> {
    let mut hash = Hash::default();
    if text.len() != 64 || !text.is_ascii() {
        return None;
    }
    for (place, byte) in hash.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&text[place * 2..place * 2 + 2], 16).ok()?;
    }
    Some(hash)
}
