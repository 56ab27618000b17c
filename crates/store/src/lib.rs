//! The journal and everything that touches a disk or a database.
//!
//! This crate knows bytes, streams, keys and rows. It does not know what a report or a case is, who may see what, or
//! how anything is serialised. It reads no clock and no environment; randomness comes in as [`Entropy`].
//!
//! - An [`Append`] is one transaction over any number of streams with all that belongs to it: sealed texts, files,
//!   claims, cards, cells, duties, links, mails, jobs, tokens, publications. It happens as a whole or not at all.
//! - Every payload, text, file, card, mail and setting is sealed (XChaCha20-Poly1305) before it reaches the disk.
//!   In clear are random ids, states, days, weights and counts; what else is looked for by equality is a keyed hash.
//! - Each stream is a hash chain; [`Store::verify`] re-reads everything and a signed [`Checkpoint`] finds cut tails.
//! - The same code runs on SQLite (one file in the data folder) and PostgreSQL.
//!
//! ```
//! # use std::sync::Arc;
//! # use store::*;
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), StoreError> {
//! # let dir = std::env::temp_dir().join(format!("noroshi-store-example-{}", std::process::id()));
//! # let now: jiff::Timestamp = "2026-11-21T03:00:00Z".parse().unwrap();
//! let entropy: Arc<dyn Entropy> = Arc::new(SystemEntropy);
//! let store = Store::init(&dir, None, entropy.clone(), None, now).await?;
//!
//! let report = StreamId::new(StreamKind::Report, entropy.uuid_v7(now));
//! let person = entropy.uuid_v7(now);
//! let contact = entropy.uuid_v7(now);
//! let receipt = entropy.token();
//!
//! let mut append = Append::new(now, person);
//! append.streams.push(StreamAppend {
//!     stream: report,
//!     expected: 0,
//!     events: vec![NewEvent { kind: "ReportReceived".into(), schema: 1, payload: b"{}".to_vec() }],
//! });
//! append.bodies.push(NewBody { id: contact, owner: KeyOwner::Person(person), bytes: b"a name".to_vec() });
//! append.tokens.push(NewToken {
//!     token: receipt.clone(),
//!     kind: "receipt".into(),
//!     subject: report.id,
//!     data: Vec::new(),
//!     expires_at: None,
//!     single_use: false,
//! });
//! store.append(append).await?;
//!
//! assert_eq!(store.load(report).await?.len(), 1);
//! let found = store.find_token("receipt", receipt.as_str(), now).await?.live();
//! assert_eq!(found.unwrap().subject, report.id);
//!
//! store.destroy_person_key(person, now).await?;
//! assert_eq!(store.body(contact).await?, None);
//! # store.close().await;
//! # std::fs::remove_dir_all(dir).unwrap();
//! # Ok(())
//! # }
//! ```

mod append;
mod attachments;
mod audit;
mod backup;
mod bodies;
mod cards;
mod cells;
mod chain;
mod changes;
mod checkpoint;
mod claims;
mod cve_numbers;
mod db;
mod drafts;
mod duties;
mod entropy;
mod error;
mod folder;
mod jobs;
mod journal;
mod keys;
mod links;
mod load;
mod master;
mod outbox;
mod publications;
mod reads;
mod rebuild;
mod rotate;
mod seal;
mod secrets;
mod sent;
mod sessions;
mod settings;
mod store;
mod stream;
mod subscribers;
mod tallies;
mod tokens;
mod verify;

pub use append::{AdoptAttachment, Append, Claim, NewBody, SequenceStep, StreamAppend};
pub use attachments::{AttachmentInfo, AttachmentReader, AttachmentWriter, FileKey, SealedFile};
pub use audit::{EventCount, StreamCount};
pub use backup::BackupManifest;
pub use cards::{Card, CardFilter, CardOrder, CardRow};
pub use cells::{CellFilter, CellPage, CellRow};
pub use changes::Changes;
pub use checkpoint::Checkpoint;
pub use cve_numbers::CveNumber;
pub use drafts::{Draft, DraftQuota};
pub use duties::{Duty, DutyRow, DutyRows};
pub use entropy::{Entropy, SeededEntropy, SystemEntropy, Token};
pub use error::{Result, StoreError};
pub use jobs::{Job, NewJob};
pub use keys::KeyOwner;
pub use links::LinkRow;
pub use load::Subject;
pub use outbox::{Mail, NewMail, OutboxCounts};
pub use publications::{NewPublication, Publication};
pub use reads::{Read, Reader};
pub use rebuild::Rebuild;
pub use sent::SentMail;
pub use sessions::Session;
pub use store::Store;
pub use stream::{Event, Header, NewEvent, StreamId, StreamKind, UnknownStreamKind, Version};
pub use subscribers::{ListMail, Subscriber, SubscriberEffects, WaitingMail};
pub use tokens::{Grant, NewToken, Revocation, TokenState};
pub use verify::{Broken, Fault, VerifyReport};
