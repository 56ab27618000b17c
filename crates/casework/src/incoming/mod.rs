//! Mail that comes in by itself: reports, answers to our mails, notices that a mail did not arrive, and the rest.
//!
//! Every mail is taken once (its Message-ID, else its bytes, are claimed in the transaction that takes it), nothing is
//! dropped, and nobody is believed to be who a mail says: an answer is joined only when it names a mail of ours *and*
//! comes from the address that this mail went to, or names the number *and* comes from the confirmed address. What is
//! in doubt waits at the desk to be read, with a hint where it may belong.

mod bounce;
mod maildir;
mod opened;
mod reading;
mod thread;
mod words;

use intake::{Automatic, Letter, Limits, Unreadable, read_letter};
use store::{Append, Claim, StoreError};
use uuid::Uuid;

pub use self::maildir::{Claimed, Fate, Maildir, Round};
use self::opened::Seen;
use self::thread::Joining;
use self::words::Why;
use crate::error::{Error, Result};
use crate::limits::Limit;
use crate::office::Office;

/// Kind of the claim on everything that came in once: the same as of imported files (decision 24).
pub(crate) const IMPORT: &str = "import";

/// What became of a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Taken {
    /// It is a report.
    Report {
        /// Number of the report.
        number: String,
        /// Whether a person has to read it.
        needs_reading: bool,
    },
    /// It was joined to a report or a case.
    Joined {
        /// Number of the report or case.
        number: String,
        /// Files came with it that the thread cannot hold: they lie in the mail alone.
        files_left: bool,
    },
    /// It says that a mail of ours did not arrive, and this is recorded.
    Bounce,
    /// Nobody needs it: an automatic answer, a notice that a mail is late, a mail of our own.
    Ignored,
    /// It was taken in before.
    Known,
}

impl Office {
    /// Takes a mail in: durable when this returns.
    ///
    /// # Errors
    /// [`Error::NotTaken`] when it holds nothing or too much, [`Error::TooMany`] when too many came today that are no
    /// answers, and the store's. Then nothing was taken in.
    pub async fn take_mail(&self, bytes: &[u8]) -> Result<Taken> {
        let letter = read_letter(bytes, &Limits::default()).map_err(Error::NotTaken)?;
        let key = letter.key.to_string();
        if self.store().holder(IMPORT, &key).await?.is_some() {
            return Ok(Taken::Known);
        }
        if self.is_ours(&letter).await? {
            return self.ignore(&key).await;
        }
        if let Some(bounce) = &letter.bounce {
            return self.take_bounce(&letter, bounce, bytes).await;
        }
        if letter.automatic == Some(Automatic::Reply) {
            return self.ignore(&key).await;
        }
        match self.see(&letter, bytes).await? {
            Err(why) => self.let_read(&letter, None, why, bytes).await,
            Ok(seen) => self.take_seen(&letter, &seen, bytes).await,
        }
    }

    /// A mail that can be read: an answer, a form, or something that somebody has to look at.
    async fn take_seen(&self, letter: &Letter, seen: &Seen, bytes: &[u8]) -> Result<Taken> {
        let inner = seen.letter.as_ref().unwrap_or(letter);
        if let Some(automatic) = inner.automatic.or(letter.automatic) {
            debug_assert_eq!(automatic, Automatic::Other);
            return self.let_read(letter, Some(seen), Why::Automatic, bytes).await;
        }
        match self.joining(letter, inner).await? {
            Joining::To(place) => match self.join(place, letter, inner, seen).await {
                Err(Error::Refused(_)) => {
                    let number = self.number_of(place.subject()).await?;
                    self.let_read(letter, Some(seen), Why::Refused(number), bytes).await
                }
                other => other,
            },
            Joining::Doubt(why) => self.let_read(letter, Some(seen), why, bytes).await,
            Joining::None => self.take_new(letter, seen, bytes).await,
        }
    }

    /// A mail that answers nothing: a form, or not.
    async fn take_new(&self, letter: &Letter, seen: &Seen, bytes: &[u8]) -> Result<Taken> {
        let read = intake::read("mail.eml", seen.bytes(bytes), &Limits::default()).map_err(Error::NotTaken)?;
        if !read.kind_known {
            return self.let_read(letter, Some(seen), Why::NoForm, bytes).await;
        }
        self.within_the_day(letter)?;
        let imported = self.take_form(read, letter.key.to_string()).await?;
        match imported.known {
            true => Ok(Taken::Known),
            false => Ok(Taken::Report { number: imported.number, needs_reading: imported.needs_reading }),
        }
    }

    /// A day's mails that are no answers are counted, per sender and all together: nobody fills the desk's queue.
    fn within_the_day(&self, letter: &Letter) -> Result<()> {
        let wall = self.wall();
        self.limits.count(Limit::Mail, letter.from.as_deref().unwrap_or_default(), wall)?;
        self.limits.count(Limit::AllMail, "", wall)
    }

    /// Our own mail came back to us: a desk's notice whose address is this very mailbox. Taken as anything else it
    /// would cause the next notice, and so on for ever.
    async fn is_ours(&self, letter: &Letter) -> Result<bool> {
        let Some(id) = letter.message_id.as_deref() else { return Ok(false) };
        Ok(self.store().sent_mail(local_part(id), "").await?.is_some())
    }

    async fn ignore(&self, key: &str) -> Result<Taken> {
        self.keep_claim(key).await.map(|new| if new { Taken::Ignored } else { Taken::Known })
    }

    /// Remembers a mail of which nothing else is kept; says whether it was new.
    async fn keep_claim(&self, key: &str) -> Result<bool> {
        let mut append = Append::new(self.now().at, Uuid::nil());
        append.claims.push(claim(key, self.id()));
        match self.store().append(append).await {
            Ok(()) => Ok(true),
            Err(StoreError::Taken { kind: IMPORT }) => Ok(false),
            Err(other) => Err(other.into()),
        }
    }

    /// A mail too large to be read: its head tells the desk from whom it is and where it lies.
    ///
    /// # Errors
    /// Like [`Office::take_mail`].
    pub async fn take_large_mail(&self, head: &[u8], size: u64) -> Result<Taken> {
        let letter = read_letter(head, &Limits::default()).map_err(Error::NotTaken)?;
        if self.store().holder(IMPORT, &letter.key.to_string()).await?.is_some() {
            return Ok(Taken::Known);
        }
        let only_head = Letter { text: String::new(), files: Vec::new(), ..letter };
        self.let_read(&only_head, None, Why::TooLarge(size), &[]).await
    }
}

/// Whether an error says that the bytes themselves cannot be used, however often they are tried.
#[must_use]
pub const fn is_unreadable(error: &Error) -> bool {
    matches!(error, Error::NotTaken(Unreadable::Empty | Unreadable::TooLarge { .. }))
}

fn claim(key: &str, subject: Uuid) -> Claim {
    Claim { kind: IMPORT, value: key.to_owned(), subject }
}

/// The part of a Message-ID that is ours: before the `@`.
fn local_part(id: &str) -> &str {
    id.split('@').next().unwrap_or_default()
}
