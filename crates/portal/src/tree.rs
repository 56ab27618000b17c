//! The published tree as the portal reads it: a folder of files that are replaced atomically, never written in place.
//!
//! Lists are kept in memory and swapped whole when the tree has changed; documents are read when they are asked for.
//! Nothing in the tree is trusted: what cannot be read is left out and said in the log.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::SystemTime;

use formats::provider::{SUMMARIES_PATH, revision_folder};
use formats::{AdvisoryNumber, Localized, PublicDocument};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use ui::Zone;

use crate::clean::{clean_json, is_clean_json};
use crate::developers::{DEVELOPERS_PATH, Developers};
use crate::index::Index;
use crate::process::{PROCESS_PATH, Process};
use crate::rules::{RULES_PATH, Rules};
use crate::unreachable::{UNREACHABLE_PATH, Unreachable};
use crate::websites::{WEBSITES_PATH, Websites};

/// The newest sequence number of the change list.
pub const HEAD_PATH: &str = "changes/head";
/// Largest JSON document that is read, in bytes.
const DOCUMENT_MAX: u64 = 32 * 1024 * 1024;

/// A published tree in a folder.
#[derive(Debug)]
pub struct Tree {
    root: PathBuf,
    zone: Zone,
    current: RwLock<Arc<Snapshot>>,
    refreshing: Mutex<()>,
}

/// What the portal keeps of a tree in memory, as of one state of the tree.
#[derive(Debug)]
pub struct Snapshot {
    /// All advisories.
    pub index: Index,
    /// The rules, when the tree has them.
    pub rules: Option<Rules>,
    /// The list of unreachable developers; empty when the tree has none.
    pub unreachable: Unreachable,
    /// Developers that agreed to be listed; empty when the tree has no list.
    pub developers: Developers,
    /// How long steps took in fact, when the tree says it.
    pub process: Option<Process>,
    /// The figures of websites; empty when the tree has none.
    pub websites: Websites,
    stamp: Stamp,
}

/// By what a change of the tree is noticed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Stamp {
    head: String,
    summaries: FileStamp,
    rules: FileStamp,
    unreachable: FileStamp,
    developers: FileStamp,
    process: FileStamp,
    websites: FileStamp,
}

/// Instant of the last change and length of a file; nothing when there is no file.
type FileStamp = Option<(SystemTime, u64)>;

/// The texts of an advisory.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Texts {
    /// 概要.
    pub overview: Localized,
    /// 想定される影響.
    pub impact: Localized,
    /// 詳細情報.
    pub details: Localized,
    /// 対策方法.
    pub solution: SolutionText,
    /// 補足情報.
    pub supplementary: Localized,
    /// What vendors say.
    pub vendors: Vec<VendorText>,
}

/// The text of 対策方法.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct SolutionText {
    /// The text.
    pub text: Localized,
}

/// The text of a vendor.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct VendorText {
    /// What it says.
    pub statement: Localized,
    /// Its view of a publication by judgement.
    pub view: Localized,
}

impl Texts {
    /// All of them, the most telling first.
    pub fn iter(&self) -> impl Iterator<Item = &Localized> {
        let sections = [&self.overview, &self.impact, &self.details, &self.solution.text, &self.supplementary];
        sections.into_iter().chain(self.vendors.iter().flat_map(|vendor| [&vendor.statement, &vendor.view]))
    }
}

impl Tree {
    /// Opens the tree in a folder and reads its lists. A folder that is not there yet is an empty tree.
    #[must_use]
    pub fn open(root: impl Into<PathBuf>, zone: Zone) -> Self {
        let root = root.into();
        let stamp = Stamp::of(&root);
        let snapshot = Snapshot::read(&root, &zone, stamp);
        Tree { root, zone, current: RwLock::new(Arc::new(snapshot)), refreshing: Mutex::new(()) }
    }

    /// What is in memory now.
    #[must_use]
    pub fn snapshot(&self) -> Arc<Snapshot> {
        self.current.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Looks whether the tree has changed, and reads its lists again if so. Returns whether it had.
    ///
    /// Blocks while it reads.
    pub fn refresh(&self) -> bool {
        let _alone = self.refreshing.lock().unwrap_or_else(PoisonError::into_inner);
        let stamp = Stamp::of(&self.root);
        if stamp == self.snapshot().stamp {
            return false;
        }
        let snapshot = Arc::new(Snapshot::read(&self.root, &self.zone, stamp));
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = snapshot;
        true
    }

    /// The document of a revision; nothing when there is none that can be read.
    ///
    /// Blocks while it reads.
    #[must_use]
    pub fn document(&self, id: &AdvisoryNumber, revision: u32) -> Option<PublicDocument> {
        let path = format!("{}/document.json", revision_folder(id, revision));
        let document: PublicDocument = read_json(&self.root.join(&path))?;
        if document.id != *id || document.revision != revision {
            tracing::warn!(path, "the document is not the one of its folder");
            return None;
        }
        Some(document)
    }

    /// The texts of a revision's document, read without the rest of it; nothing when there is none that can be read.
    ///
    /// Blocks while it reads.
    #[must_use]
    pub fn texts(&self, id: &AdvisoryNumber, revision: u32) -> Option<Texts> {
        read_json(&self.root.join(format!("{}/document.json", revision_folder(id, revision))))
    }

    /// The file or folder of a path as it stands in a URL, if that is a path inside the tree.
    ///
    /// Whether something is there is another question.
    #[must_use]
    pub fn locate(&self, path: &str) -> Option<PathBuf> {
        let path = path.trim_matches('/');
        let is_inside = |(at, part): (usize, &str)| {
            let hidden = part.starts_with('.') && !(at == 0 && part == ".well-known");
            !(part.is_empty() || hidden || part.contains(['\\', '\0', ':']))
        };
        path.split('/').enumerate().all(is_inside).then(|| self.root.join(path))
    }

    /// Whether the tree has this file.
    #[must_use]
    pub fn has(&self, path: &str) -> bool {
        self.locate(path).is_some_and(|file| file.is_file())
    }

    /// The files of a folder with one ending, as paths in the tree, in the order of their names.
    #[must_use]
    pub fn files_in(&self, folder: &str, ending: &str) -> Vec<String> {
        let entries = self.locate(folder).and_then(|located| fs::read_dir(located).ok());
        let names = entries.into_iter().flatten().filter_map(|entry| entry.ok()?.file_name().into_string().ok());
        let mut paths: Vec<String> =
            names.filter(|name| name.ends_with(ending)).map(|name| format!("{folder}/{name}")).collect();
        paths.sort();
        paths
    }
}

impl Snapshot {
    fn read(root: &Path, zone: &Zone, stamp: Stamp) -> Self {
        let index = Index::read(&root.join(SUMMARIES_PATH), zone);
        tracing::info!(advisories = index.places().len(), head = stamp.head, "read the published tree");
        let unreachable = read_json(&root.join(UNREACHABLE_PATH)).unwrap_or_default();
        let process = read_json(&root.join(PROCESS_PATH));
        let websites = read_json(&root.join(WEBSITES_PATH)).unwrap_or_default();
        let developers = read_json(&root.join(DEVELOPERS_PATH)).unwrap_or_default();
        let rules = read_json(&root.join(RULES_PATH));
        Snapshot { index, rules, process, websites, unreachable, developers, stamp }
    }
}

impl Stamp {
    /// Read before the lists: a change that comes in between is then noticed at the next look.
    fn of(root: &Path) -> Self {
        let mut head = String::new();
        if let Ok(file) = File::open(root.join(HEAD_PATH)) {
            // A head that is no text is as good as none.
            let _ = file.take(100).read_to_string(&mut head);
        }
        let stamp = |path: &str| fs::metadata(root.join(path)).and_then(|data| Ok((data.modified()?, data.len()))).ok();
        Stamp {
            head: head.trim().to_owned(),
            summaries: stamp(SUMMARIES_PATH),
            rules: stamp(RULES_PATH),
            process: stamp(PROCESS_PATH),
            websites: stamp(WEBSITES_PATH),
            unreachable: stamp(UNREACHABLE_PATH),
            developers: stamp(DEVELOPERS_PATH),
        }
    }
}

/// Parses JSON with its texts cleaned. Nearly all of it is clean as it is, and is then read straight away.
pub(crate) fn parse<T: DeserializeOwned>(bytes: &[u8]) -> serde_json::Result<T> {
    if let Ok(source) = simdutf8::basic::from_utf8(bytes)
        && is_clean_json(source)
    {
        return serde_json::from_str(source);
    }
    let mut value: Value = serde_json::from_slice(bytes)?;
    clean_json(&mut value);
    serde_json::from_value(value)
}

/// A JSON document with its texts cleaned.
fn read_json<T: DeserializeOwned>(path: &Path) -> Option<T> {
    let file = open(path)?;
    // Room for all of it at once, and for one byte that is not there, at which reading ends.
    let length = file.metadata().map_or(0, |known| known.len().min(DOCUMENT_MAX));
    let mut bytes = Vec::with_capacity(usize::try_from(length + 1).unwrap_or(0));
    let read = file.take(DOCUMENT_MAX + 1).read_to_end(&mut bytes);
    let too_large = || io::Error::new(io::ErrorKind::FileTooLarge, "larger than any document we read");
    let whole = read.and_then(|_| if bytes.len() as u64 > DOCUMENT_MAX { Err(too_large()) } else { Ok(&bytes) });
    let parsed = whole.and_then(|bytes| parse(bytes).map_err(io::Error::from));
    parsed.inspect_err(|error| tracing::warn!(path = %path.display(), %error, "cannot be read")).ok()
}

/// A file that may be missing; anything else that keeps it from being opened is said in the log.
pub(crate) fn open(path: &Path) -> Option<File> {
    match File::open(path) {
        Ok(file) => Some(file),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => {
            tracing::warn!(path = %path.display(), %error, "cannot be opened");
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_stays_inside_the_tree() {
        let tree = Tree::open("/nowhere", Zone::jst());
        let inside = ["csaf/white/2026/jvn_1.json", ".well-known/security.txt", "/advisories/JVN00000001/"];
        assert!(inside.iter().all(|path| tree.locate(path).is_some_and(|found| found.starts_with("/nowhere"))));
        let outside = ["..", "csaf/../../etc/passwd", "csaf//x", "csaf/.x.tmp", "a\\..\\b", "csaf/\0", "", "C:/x"];
        for path in outside {
            assert_eq!(tree.locate(path), None, "{path:?}");
        }
    }

    #[test]
    fn a_tree_that_is_not_there_is_empty() {
        let tree = Tree::open("/nowhere", Zone::jst());
        assert!(tree.snapshot().index.places().is_empty());
        assert!(!tree.refresh());
        assert_eq!(tree.document(&"JVN00000001".parse().expect("a number"), 1), None);
    }
}
