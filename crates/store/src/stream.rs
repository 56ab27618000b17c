//! Streams of events, as the journal sees them: a kind, an id, and bytes in order.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use uuid::Uuid;

/// What a stream is about (decision 1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StreamKind {
    /// A finder's report.
    Report,
    /// The handling of a vulnerability with all its parties.
    Case,
    /// An advisory and its revisions.
    Advisory,
    /// An entry of the developer register.
    Developer,
    /// An account of somebody who signs in.
    Account,
    /// A natural person and the consents given.
    Person,
    /// The partnership itself: organisations, settings, keys in use.
    Partnership,
    /// The handling of a website's vulnerability with its operator.
    Site,
}

impl StreamKind {
    /// Every kind; checkpoints name a kind by its place here, so new ones come last.
    pub const ALL: [StreamKind; 8] = [
        StreamKind::Report,
        StreamKind::Case,
        StreamKind::Advisory,
        StreamKind::Developer,
        StreamKind::Account,
        StreamKind::Person,
        StreamKind::Partnership,
        StreamKind::Site,
    ];

    /// The name of the kind as it is stored.
    pub fn as_str(self) -> &'static str {
        match self {
            StreamKind::Report => "report",
            StreamKind::Case => "case",
            StreamKind::Site => "site",
            StreamKind::Advisory => "advisory",
            StreamKind::Developer => "developer",
            StreamKind::Account => "account",
            StreamKind::Person => "person",
            StreamKind::Partnership => "partnership",
        }
    }
}

impl fmt::Display for StreamKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The text names no kind of stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no such kind of stream")]
pub struct UnknownStreamKind;

impl FromStr for StreamKind {
    type Err = UnknownStreamKind;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        StreamKind::ALL.into_iter().find(|kind| kind.as_str() == text).ok_or(UnknownStreamKind)
    }
}

/// One stream of the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StreamId {
    /// What it is about.
    pub kind: StreamKind,
    /// Its id, unique over all kinds.
    pub id: Uuid,
}

impl StreamId {
    /// The stream of this kind and id.
    pub fn new(kind: StreamKind, id: Uuid) -> Self {
        StreamId { kind, id }
    }
}

impl fmt::Display for StreamId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.kind, self.id)
    }
}

/// The number of events in a stream; 0 when it does not exist.
pub type Version = i64;

/// An event that is to be appended.
#[derive(Clone, PartialEq, Eq)]
pub struct NewEvent {
    /// Its name, such as `ReportReceived`: letters, digits and underscores of ASCII. Stored in clear.
    pub kind: String,
    /// The version of the payload's shape, from 1.
    pub schema: u32,
    /// What happened; sealed under the stream's key.
    pub payload: Vec<u8>,
}

/// The part of an event that is stored in clear and sealed against change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// The stream.
    pub stream: StreamId,
    /// The place in the stream, from 1.
    pub n: Version,
    /// The place in the whole journal, from 1 and without gaps, in the order of commits.
    pub seq: i64,
    /// The name of the event.
    pub kind: String,
    /// The version of the payload's shape.
    pub schema: u32,
    /// The instant, to the microsecond.
    pub at: Timestamp,
    /// Who did it: an account or a person; nil is the program itself.
    pub actor: Uuid,
}

/// An event as it was appended.
#[derive(Clone, PartialEq, Eq)]
pub struct Event {
    /// The part in clear.
    pub header: Header,
    /// The opened payload.
    pub payload: Vec<u8>,
}

// Payloads are secret: a derived Debug would print them into a log or a failed assertion.
impl fmt::Debug for NewEvent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "NewEvent({} v{}, {} bytes)", self.kind, self.schema, self.payload.len())
    }
}

impl fmt::Debug for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Event").field("header", &self.header).field("payload_bytes", &self.payload.len()).finish()
    }
}
