//! A mailbox in a folder (Maildir): what a mail server puts into `new/` is taken in and lies in `cur/`, marked as seen.
//!
//! | where a mail lies | what that says |
//! |---|---|
//! | `new/` | nobody has looked |
//! | `.Taking/new/` | a node has it; after a crash the next round goes on with it |
//! | `cur/…:2,S` | taken in, durable before it came here |
//! | `cur/…:2,FS` | taken in, but some of its files lie in this mail alone |
//! | `.Unread/new/` | it cannot be read: too large, empty, or worse |
//! | `.Later/new/` | too many came today; it comes back by itself |
//!
//! Moving a file is the claim: of two nodes one succeeds. The claimed file is locked while it is worked on, so that
//! another node can tell a claim at work from one that a crash left. A mail that is worked on twice all the same is
//! taken in once, because its Message-ID is claimed in the transaction that takes it.

use std::fs::{self, DirBuilder, File, TryLockError};
use std::io::{self, ErrorKind, Read};
use std::os::unix::fs::{DirBuilderExt, MetadataExt};
use std::path::{Path, PathBuf};

use super::{Taken, is_unreadable};
use crate::error::Error;
use crate::office::Office;

const TAKING: &str = ".Taking";
const UNREAD: &str = ".Unread";
const LATER: &str = ".Later";

/// Mails that are looked at in one round; the next round takes the next ones.
const BATCH: usize = 100;
/// Larger mails are not read, in bytes: no mail server takes them.
const LARGEST: u64 = 64 * 1024 * 1024;
/// What is read of a mail that is too large, in bytes: its head.
const HEAD: u64 = 64 * 1024;

/// A mailbox.
#[derive(Clone, Debug)]
pub struct Maildir {
    root: PathBuf,
    largest: u64,
}

/// A mail that this node has. Dropped without [`Claimed::settle`], it is worked on again by the next round.
#[derive(Debug)]
pub struct Claimed {
    file: File,
    path: PathBuf,
    root: PathBuf,
    name: String,
    /// Its size in bytes.
    pub size: u64,
}

/// Where a mail goes when it was worked on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is taken in.
    Seen,
    /// It is taken in, and something lies in it alone.
    SeenInPart,
    /// It cannot be read.
    Unread,
    /// Not today.
    Later,
}

/// What one round did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Round {
    /// Mails that became reports, those to be read among them.
    pub reports: u32,
    /// Mails that became reports and have to be read.
    pub to_read: u32,
    /// Answers that were joined.
    pub joined: u32,
    /// Notices that a mail did not arrive.
    pub bounces: u32,
    /// Mails that nobody needs, or that were taken before.
    pub ignored: u32,
    /// Mails that cannot be read.
    pub unread: u32,
    /// Mails put off.
    pub later: u32,
    /// Mails that could not be taken now and are tried again.
    pub failed: u32,
}

impl Maildir {
    /// Opens a mailbox that a mail server delivers to.
    ///
    /// # Errors
    /// When there is none, or it cannot be written.
    pub fn open(root: &Path) -> io::Result<Self> {
        for folder in ["new", "cur"] {
            if !root.join(folder).is_dir() {
                return Err(ErrorKind::NotFound.into());
            }
        }
        for name in [TAKING, UNREAD, LATER] {
            for folder in ["new", "cur", "tmp"] {
                DirBuilder::new().recursive(true).mode(0o700).create(root.join(name).join(folder))?;
            }
        }
        Ok(Maildir { root: root.to_owned(), largest: LARGEST })
    }

    /// The same mailbox, in which mails beyond this size in bytes are not read.
    #[must_use]
    pub fn with_largest(self, largest: u64) -> Self {
        Maildir { largest, ..self }
    }

    /// What is there to be worked on, the leftovers of crashes first, then what came, oldest first by name.
    ///
    /// # Errors
    /// When a folder cannot be read.
    pub fn pending(&self) -> io::Result<Vec<PathBuf>> {
        let mut found = files(&self.root.join(TAKING).join("new"))?;
        found.extend(files(&self.root.join("new"))?);
        found.truncate(BATCH);
        Ok(found)
    }

    /// Claims one of the pending mails; none when another node was quicker.
    ///
    /// # Errors
    /// When it cannot be opened or moved.
    pub fn claim(&self, path: &Path) -> io::Result<Option<Claimed>> {
        let is_file = fs::symlink_metadata(path).is_ok_and(|data| data.is_file());
        let Some(name) = path.file_name().and_then(|name| name.to_str()).filter(|_| is_file) else { return Ok(None) };
        let file = match File::open(path) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            other => other?,
        };
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Ok(None),
            Err(TryLockError::Error(error)) => return Err(error),
        }
        let data = file.metadata()?;
        // Whoever had the lock before may have finished with it and moved it on.
        let same = fs::symlink_metadata(path).is_ok_and(|now| now.ino() == data.ino() && now.dev() == data.dev());
        if !same {
            return Ok(None);
        }
        let taking = self.root.join(TAKING).join("new");
        let claimed = match path.parent() == Some(taking.as_path()) {
            true => path.to_owned(),
            false => {
                let target = free_name(&taking, base(name), "");
                match fs::rename(path, &target) {
                    Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
                    other => other?,
                }
                target
            }
        };
        let name = base(name).to_owned();
        Ok(Some(Claimed { file, path: claimed, root: self.root.clone(), name, size: data.len() }))
    }

    /// Brings back what was put off.
    ///
    /// # Errors
    /// When it cannot be moved.
    pub fn call_back(&self) -> io::Result<()> {
        for path in files(&self.root.join(LATER).join("new"))? {
            let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
            fs::rename(&path, free_name(&self.root.join("new"), name, ""))?;
        }
        Ok(())
    }
}

impl Claimed {
    /// The whole mail.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn read(&mut self) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::with_capacity(usize::try_from(self.size).unwrap_or(0));
        (&self.file).take(self.size).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// The beginning of the mail.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn head(&mut self) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        (&self.file).take(HEAD).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// Puts the mail where it belongs now.
    ///
    /// # Errors
    /// When it cannot be moved: then the next round works on it again.
    pub fn settle(self, fate: Fate) -> io::Result<()> {
        let (folder, flags) = match fate {
            Fate::Seen => (self.root.join("cur"), ":2,S"),
            Fate::SeenInPart => (self.root.join("cur"), ":2,FS"),
            Fate::Unread => (self.root.join(UNREAD).join("new"), ""),
            Fate::Later => (self.root.join(LATER).join("new"), ""),
        };
        fs::rename(&self.path, free_name(&folder, &self.name, flags))?;
        File::open(folder)?.sync_all()
    }
}

/// The name of a mail without its flags.
fn base(name: &str) -> &str {
    name.split(":2,").next().unwrap_or(name)
}

/// A place in a folder where nothing lies yet: moving onto a file would be the end of it.
fn free_name(folder: &Path, name: &str, flags: &str) -> PathBuf {
    let whole = folder.join(format!("{name}{flags}"));
    let others = (1..1000).map(|n| folder.join(format!("{name}-{n}{flags}")));
    let is_free = |path: &PathBuf| fs::symlink_metadata(path).is_err();
    std::iter::once(whole.clone()).chain(others).find(is_free).unwrap_or(whole)
}

/// Files of a folder by name; hidden ones are somebody's work in progress.
fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let hidden = entry.file_name().to_str().is_none_or(|name| name.starts_with('.'));
        if !hidden && entry.file_type()?.is_file() {
            found.push(entry.path());
        }
    }
    found.sort();
    Ok(found)
}

impl Office {
    /// Takes in what lies in a mailbox, up to some hundred mails. What fails stays and is tried again.
    ///
    /// # Errors
    /// When the mailbox cannot be read at all.
    pub async fn take_maildir(&self, maildir: &Maildir) -> io::Result<Round> {
        let mut round = Round::default();
        for path in maildir.pending()? {
            let Some(mut claimed) = maildir.claim(&path)? else { continue };
            let outcome = if claimed.size > maildir.largest {
                self.take_head(&mut claimed).await
            } else {
                self.take_whole(&mut claimed).await
            };
            let fate = match outcome {
                Ok(Some(taken)) => round.count(&taken, claimed.size > maildir.largest),
                Ok(None) => {
                    round.unread += 1;
                    Fate::Unread
                }
                Err(Error::TooMany { .. }) => {
                    round.later += 1;
                    Fate::Later
                }
                Err(error) => {
                    // By class: an error never quotes a mail.
                    tracing::error!(%error, "a mail could not be taken in and is tried again");
                    round.failed += 1;
                    continue;
                }
            };
            claimed.settle(fate)?;
        }
        Ok(round)
    }

    /// Takes a mail; none when it cannot be read, whatever is tried.
    async fn take_whole(&self, claimed: &mut Claimed) -> Result<Option<Taken>, Error> {
        let Ok(bytes) = claimed.read() else { return Err(Error::Unusable("the mailbox")) };
        let office = self.clone();
        // On its own: a mail that the program cannot cope with must end nothing but itself.
        let taken = tokio::spawn(async move { office.take_mail(&bytes).await }).await;
        match taken {
            Ok(Ok(taken)) => Ok(Some(taken)),
            Ok(Err(error)) if is_unreadable(&error) => Ok(None),
            Ok(Err(error)) => Err(error),
            Err(_) => Ok(None),
        }
    }

    /// Tells the desk of a mail that is too large, and leaves it where people can read it.
    async fn take_head(&self, claimed: &mut Claimed) -> Result<Option<Taken>, Error> {
        let Ok(head) = claimed.head() else { return Err(Error::Unusable("the mailbox")) };
        match self.take_large_mail(&head, claimed.size).await {
            Ok(taken) => Ok(Some(taken)),
            Err(error) if is_unreadable(&error) => Ok(None),
            Err(error) => Err(error),
        }
    }
}

impl Round {
    /// Counts a mail; says where it goes. One that was too large is told to the desk and stays unread.
    fn count(&mut self, taken: &Taken, too_large: bool) -> Fate {
        let mut fate = Fate::Seen;
        match taken {
            Taken::Report { needs_reading, .. } => {
                self.reports += 1;
                self.to_read += u32::from(*needs_reading);
            }
            Taken::Joined { files_left, .. } => {
                self.joined += 1;
                fate = if *files_left { Fate::SeenInPart } else { Fate::Seen };
            }
            Taken::Bounce => self.bounces += 1,
            Taken::Ignored | Taken::Known => self.ignored += 1,
        }
        if too_large { Fate::Unread } else { fate }
    }

    /// Adds another round's figures.
    pub fn add(&mut self, other: Round) {
        self.reports += other.reports;
        self.to_read += other.to_read;
        self.joined += other.joined;
        self.bounces += other.bounces;
        self.ignored += other.ignored;
        self.unread += other.unread;
        self.later += other.later;
        self.failed += other.failed;
    }
}
