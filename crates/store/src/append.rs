//! What one append may carry. It happens as a whole or not at all.

use jiff::Timestamp;
use uuid::Uuid;

use crate::attachments::SealedFile;
use crate::cards::CardRow;
use crate::cells::CellRow;
use crate::duties::DutyRows;
use crate::jobs::NewJob;
use crate::keys::KeyOwner;
use crate::links::LinkRow;
use crate::outbox::NewMail;
use crate::publications::NewPublication;
use crate::stream::{NewEvent, StreamId, Version};
use crate::tokens::{NewToken, Revocation};

/// One transaction over any number of streams, with everything that belongs to it.
pub struct Append {
    /// The instant of all its events, kept to the microsecond.
    pub at: Timestamp,
    /// Who does it; nil is the program itself.
    pub actor: Uuid,
    /// The events, per stream.
    pub streams: Vec<StreamAppend>,
    /// Sealed texts beside the journal; they hang on the last event of the first stream that has one.
    pub bodies: Vec<NewBody>,
    /// Files written before that become permanent; they hang on the same event.
    pub attachments: Vec<AdoptAttachment>,
    /// Claims given back, before the new ones are taken.
    pub releases: Vec<Claim>,
    /// Values that nobody else may hold.
    pub claims: Vec<Claim>,
    /// Next numbers of sequences.
    pub sequences: Vec<SequenceStep>,
    /// Cards written or replaced.
    pub rows: Vec<CardRow>,
    /// Places in lists, written or replaced.
    pub cells: Vec<CellRow>,
    /// All duties of some subjects, replacing what they had.
    pub duties: Vec<DutyRows>,
    /// Links removed, before the new ones are made.
    pub unlinks: Vec<LinkRow>,
    /// Links made; one that exists stays.
    pub links: Vec<LinkRow>,
    /// Mails to be sent.
    pub mails: Vec<NewMail>,
    /// Jobs to be done; one with the same key is replaced.
    pub jobs: Vec<NewJob>,
    /// Secrets that stop working, before the new ones are handed out.
    pub revocations: Vec<Revocation>,
    /// Subjects whose sessions end.
    pub ended_sessions: Vec<Uuid>,
    /// Secrets handed out.
    pub tokens: Vec<NewToken>,
    /// Signed files to be written into the published tree after the commit.
    pub publications: Vec<NewPublication>,
    /// Secret of the draft that this comes from: it is gone with the commit.
    pub draft: Option<String>,
}

impl Append {
    /// An empty append.
    pub fn new(at: Timestamp, actor: Uuid) -> Self {
        Append {
            at,
            actor,
            streams: Vec::new(),
            bodies: Vec::new(),
            attachments: Vec::new(),
            releases: Vec::new(),
            claims: Vec::new(),
            sequences: Vec::new(),
            rows: Vec::new(),
            cells: Vec::new(),
            duties: Vec::new(),
            unlinks: Vec::new(),
            links: Vec::new(),
            mails: Vec::new(),
            jobs: Vec::new(),
            revocations: Vec::new(),
            ended_sessions: Vec::new(),
            tokens: Vec::new(),
            publications: Vec::new(),
            draft: None,
        }
    }
}

/// Events for one stream.
#[derive(Debug)]
pub struct StreamAppend {
    /// The stream.
    pub stream: StreamId,
    /// The version the decision was made on; 0 makes the stream.
    pub expected: Version,
    /// The events; none only checks the version.
    pub events: Vec<NewEvent>,
}

/// A text that is sealed under its own owner's key and never changes.
pub struct NewBody {
    /// Its id, named by an event's payload.
    pub id: Uuid,
    /// Whose key seals it.
    pub owner: KeyOwner,
    /// The text, usually UTF-8 or JSON.
    pub bytes: Vec<u8>,
}

/// A written file that becomes permanent with this append.
pub struct AdoptAttachment {
    /// What the writer gave back.
    pub sealed: SealedFile,
    /// Whose key seals the file's key.
    pub owner: KeyOwner,
}

/// A value that at most one subject holds: a login name, a message id, the hash of a form.
#[derive(Clone, Debug)]
pub struct Claim {
    /// What kind of value.
    pub kind: &'static str,
    /// The value; only its keyed hash is stored.
    pub value: String,
    /// Who holds it.
    pub subject: Uuid,
}

/// Takes the next number of a sequence, such as the JVN iPedia numbers of a year.
#[derive(Clone, Debug)]
pub struct SequenceStep {
    /// The sequence.
    pub name: String,
    /// The number taken: one more than [`Store::last_of_sequence`](crate::Store::last_of_sequence) said.
    pub value: i64,
}
