//! Everything that Noroshi says to machines, made from one document.
//!
//! [`PublicDocument`](document::PublicDocument) is a published advisory: bilingual, structured, complete. It is stored
//! as `document.json`, and every other format is a pure function of it.
//!
//! | module | what it makes |
//! |---|---|
//! | [`document`], [`check`] | the document itself, and what is wrong with one |
//!
//! What it knows: advisories that are already public, and the standards in which they are written.
//!
//! What it must not know: cases, people, the journal, the clock, files and networks. No function here does I/O; bytes
//! go in and bytes come out, always the same for the same document. A new format is one new module; what it cannot
//! carry is a documented loss, never a silent one.

pub mod check;
pub mod cpe;
pub mod cvss;
pub mod cwe;
pub mod document;
pub mod number;
pub mod summary;
pub mod text;
pub mod uri;
pub mod version;

pub use check::{Finding, Level, Problem};
pub use cvss::{Cvss, CvssError, CvssVersion, Score, Severity};
pub use document::PublicDocument;
pub use number::AdvisoryNumber;
pub use summary::AdvisorySummary;
pub use text::{Language, Localized};
