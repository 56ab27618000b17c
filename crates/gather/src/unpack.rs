//! The documents in a file, a folder or an archive (`.tar`, `.tar.xz`, `.tar.gz`, `.zip`, a single file in xz or gzip), one
//! at a time and within bounds. What something is, is told by its first bytes, never by its name.

use std::fmt;
use std::fs::{self, File};
use std::io::{self, BufReader, Cursor, ErrorKind, Read};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use flate2::read::MultiGzDecoder;
use formats::imported::{DOCUMENT_MAX, may_be_document};
use lzma_rust2::XzReader;

mod tarred;
mod zipped;

/// Memory that a stream of xz may ask for, in KiB; `xz -9` asks for 65 MiB.
const XZ_MEMORY: u32 = 256 * 1024;
/// Bytes by which a file is known.
const HEAD: usize = 512;
/// Characters of a name that are shown.
const NAME_MAX: usize = 300;

/// What is read at most.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Bytes of a document.
    pub document: u64,
    /// Members of an archive, or files of a folder.
    pub members: u64,
    /// Bytes that an archive unpacks to.
    pub unpacked: u64,
    /// Folders within folders.
    pub depth: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Limits { document: DOCUMENT_MAX as u64, members: 1_000_000, unpacked: 64 << 30, depth: 32 }
    }
}

/// Something that may be a document, or that cannot be read.
#[derive(Debug)]
pub struct Item {
    /// What to call it: the file, and the name in the archive. A label, never a path.
    pub name: String,
    /// Its bytes.
    pub bytes: Result<Vec<u8>, Trouble>,
    /// How far the reading is: of so many bytes or files.
    pub done: (u64, u64),
}

/// Why something cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It cannot be opened or read: the reason in a few words.
    Io(String),
    /// Larger than a document may be: the limit in bytes.
    TooLarge(u64),
    /// The archive has more members than are read.
    TooMany(u64),
    /// The archive unpacks to more bytes than are read.
    Unpacks(u64),
    /// Folders lie too deep in each other.
    TooDeep(usize),
    /// An archive in an archive.
    Nested,
    /// A part of an archive that is enciphered or packed in a way that is not read.
    Packing,
    /// Neither a document nor an archive.
    Nothing,
}

impl fmt::Display for Trouble {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Trouble::Io(why) => write!(out, "cannot be read: {why}"),
            Trouble::TooLarge(limit) => write!(out, "larger than {limit} bytes"),
            Trouble::TooMany(limit) => write!(out, "more than {limit} files"),
            Trouble::Unpacks(limit) => write!(out, "unpacks to more than {limit} bytes"),
            Trouble::TooDeep(limit) => write!(out, "folders lie deeper than {limit} in each other"),
            Trouble::Nested => out.write_str("an archive in an archive"),
            Trouble::Packing => out.write_str("enciphered, or packed in a way that is not read"),
            Trouble::Nothing => out.write_str("neither a document nor an archive"),
        }
    }
}

impl std::error::Error for Trouble {}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        match error.get_ref().and_then(|inner| inner.downcast_ref::<Trouble>()) {
            Some(trouble) => trouble.clone(),
            None => Trouble::Io(error.kind().to_string()),
        }
    }
}

/// Takes what is found; [`ControlFlow::Break`] ends the walk.
pub type Visit<'a> = dyn FnMut(Item) -> ControlFlow<()> + 'a;

/// Walks through a file, a folder or an archive. Whatever is wrong is an item with its trouble, and the walk goes on as far
/// as it can. Links in folders and archives are not followed.
pub fn walk(path: &Path, limits: &Limits, visit: &mut Visit<'_>) -> ControlFlow<()> {
    match fs::metadata(path) {
        Ok(data) if data.is_dir() => folder(path, limits, visit),
        Ok(_) => file(path, &label(&path.to_string_lossy()), true, None, limits, visit),
        Err(error) => tell(&label(&path.to_string_lossy()), error.into(), (0, 0), visit),
    }
}

/// All files below a folder, in the order of their names; what begins with a dot is left alone.
fn folder(path: &Path, limits: &Limits, visit: &mut Visit<'_>) -> ControlFlow<()> {
    let mut files = Vec::new();
    if let Err(trouble) = list(path, limits, 0, &mut files) {
        tell(&label(&path.to_string_lossy()), trouble, (0, 0), visit)?;
    }
    files.sort();
    let all = files.len() as u64;
    for (done, found) in (1..).zip(&files) {
        file(found, &label(&found.to_string_lossy()), false, Some((done, all)), limits, visit)?;
    }
    ControlFlow::Continue(())
}

fn list(path: &Path, limits: &Limits, depth: usize, files: &mut Vec<PathBuf>) -> Result<(), Trouble> {
    if depth > limits.depth {
        return Err(Trouble::TooDeep(limits.depth));
    }
    for entry in fs::read_dir(path)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        let kind = entry.file_type()?;
        if kind.is_dir() {
            list(&entry.path(), limits, depth + 1, files)?;
        } else if kind.is_file() {
            files.push(entry.path());
        }
        if files.len() as u64 > limits.members {
            return Err(Trouble::TooMany(limits.members));
        }
    }
    Ok(())
}

/// A file: a document, or an archive of them. One that was `named` has to be something.
fn file(
    path: &Path,
    name: &str,
    named: bool,
    done: Option<(u64, u64)>,
    limits: &Limits,
    visit: &mut Visit<'_>,
) -> ControlFlow<()> {
    let opened = File::open(path).and_then(|file| Ok((file.metadata()?.len(), file)));
    let (size, file) = match opened {
        Ok(opened) => opened,
        Err(error) => return tell(name, error.into(), done.unwrap_or_default(), visit),
    };
    let progress = Progress { read: Arc::default(), size, files: done };
    read(file, name, named, &progress, limits, visit)
}

/// The same of a file that is open already, under a name of its own.
pub fn opened(file: File, name: &str, limits: &Limits, visit: &mut Visit<'_>) -> ControlFlow<()> {
    let size = file.metadata().map(|data| data.len()).unwrap_or_default();
    let progress = Progress { read: Arc::default(), size, files: None };
    read(file, &label(name), true, &progress, limits, visit)
}

/// The same of bytes in memory.
pub fn bytes(bytes: &[u8], name: &str, limits: &Limits, visit: &mut Visit<'_>) -> ControlFlow<()> {
    let progress = Progress { read: Arc::default(), size: bytes.len() as u64, files: None };
    read(Cursor::new(bytes), &label(name), true, &progress, limits, visit)
}

/// What of a file has been read.
#[derive(Clone)]
pub(crate) struct Progress {
    read: Arc<AtomicU64>,
    size: u64,
    files: Option<(u64, u64)>,
}

impl Progress {
    fn done(&self) -> (u64, u64) {
        self.files.unwrap_or((self.read.load(Ordering::Relaxed).min(self.size), self.size))
    }
}

fn read<R: Read + io::Seek>(
    mut source: R,
    name: &str,
    named: bool,
    progress: &Progress,
    limits: &Limits,
    visit: &mut Visit<'_>,
) -> ControlFlow<()> {
    let head = match head(&mut source).and_then(|head| source.rewind().map(|()| head)) {
        Ok(head) => head,
        Err(error) => return tell(name, error.into(), progress.done(), visit),
    };
    let kind = Kind::of(&head);
    if kind == Kind::Zip {
        return zipped::walk(source, name, progress, limits, visit);
    }
    let counted = BufReader::with_capacity(64 * 1024, Counted { inner: source, read: progress.read.clone() });
    match kind {
        Kind::Xz => stream(XzReader::new_mem_limit(counted, true, XZ_MEMORY), name, progress, limits, visit),
        Kind::Gzip => stream(MultiGzDecoder::new(counted), name, progress, limits, visit),
        Kind::Tar => tarred::walk(Bounded::new(counted, limits), name, progress, limits, visit),
        Kind::Other if named || may_be_document(&head) => document(counted, name, named, progress, limits, visit),
        Kind::Zip | Kind::Other => ControlFlow::Continue(()),
    }
}

/// What was packed in a stream: a tar archive, or one document.
fn stream(
    source: impl Read,
    name: &str,
    progress: &Progress,
    limits: &Limits,
    visit: &mut Visit<'_>,
) -> ControlFlow<()> {
    let mut source = Bounded::new(source, limits);
    let head = match head(&mut source) {
        Ok(head) => head,
        Err(error) => return tell(name, error.into(), progress.done(), visit),
    };
    let kind = Kind::of(&head);
    let whole = Cursor::new(head).chain(source);
    match kind {
        Kind::Tar => tarred::walk(whole, name, progress, limits, visit),
        Kind::Other => document(whole, name, true, progress, limits, visit),
        Kind::Xz | Kind::Gzip | Kind::Zip => tell(name, Trouble::Nested, progress.done(), visit),
    }
}

/// One document. What does not begin like one is passed over, unless it was `named`.
pub(crate) fn document(
    mut source: impl Read,
    name: &str,
    named: bool,
    progress: &Progress,
    limits: &Limits,
    visit: &mut Visit<'_>,
) -> ControlFlow<()> {
    let bytes = match head(&mut source) {
        Ok(head) if may_be_document(&head) => rest(head, source, limits.document),
        Ok(head) if Kind::of(&head) != Kind::Other => Err(Trouble::Nested),
        Ok(_) if !named => return ControlFlow::Continue(()),
        Ok(_) => Err(Trouble::Nothing),
        Err(error) => Err(error.into()),
    };
    visit(Item { name: name.to_owned(), bytes, done: progress.done() })
}

fn rest(mut bytes: Vec<u8>, source: impl Read, limit: u64) -> Result<Vec<u8>, Trouble> {
    let room = (limit + 1).saturating_sub(bytes.len() as u64);
    source.take(room).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit { Err(Trouble::TooLarge(limit)) } else { Ok(bytes) }
}

/// The first bytes; fewer only when there are no more.
fn head(source: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut head = Vec::with_capacity(HEAD);
    source.take(HEAD as u64).read_to_end(&mut head)?;
    Ok(head)
}

pub(crate) fn tell(name: &str, trouble: Trouble, done: (u64, u64), visit: &mut Visit<'_>) -> ControlFlow<()> {
    visit(Item { name: name.to_owned(), bytes: Err(trouble), done })
}

/// A name as it may be shown: one line, not too long.
pub(crate) fn label(name: &str) -> String {
    name.chars().take(NAME_MAX).map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
}

/// What something is by its first bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Xz,
    Gzip,
    Zip,
    Tar,
    Other,
}

impl Kind {
    fn of(head: &[u8]) -> Self {
        match head {
            [0xFD, b'7', b'z', b'X', b'Z', 0, ..] => Kind::Xz,
            [0x1F, 0x8B, ..] => Kind::Gzip,
            [b'P', b'K', 3, 4, ..] | [b'P', b'K', 5, 6, ..] => Kind::Zip,
            head if head.get(257..262) == Some(b"ustar") => Kind::Tar,
            _ => Kind::Other,
        }
    }
}

/// Counts what is read of a file.
struct Counted<R> {
    inner: R,
    read: Arc<AtomicU64>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.read.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

/// Gives so many bytes and then an error: an archive may unpack to a thousand times its size.
pub(crate) struct Bounded<R> {
    inner: R,
    left: u64,
    limit: u64,
}

impl<R> Bounded<R> {
    pub(crate) fn new(inner: R, limits: &Limits) -> Self {
        Bounded { inner, left: limits.unpacked, limit: limits.unpacked }
    }
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        match self.left.checked_sub(read as u64) {
            Some(left) => self.left = left,
            None => {
                self.left = 0;
                return Err(io::Error::new(ErrorKind::FileTooLarge, Trouble::Unpacks(self.limit)));
            }
        }
        Ok(read)
    }
}
