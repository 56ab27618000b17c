//! Everything that Noroshi says to machines, made from one document.
//!
//! [`PublicDocument`] is a published advisory: bilingual, structured, complete. It is stored
//! as `document.json`, and every other format is a pure function of it.
//!
//! | module | what it makes |
//! |---|---|
//! | [`document`], [`check`] | the document itself, and what is wrong with one |
//! | [`number`], [`text`], [`version`] | numbers, bilingual texts, version ranges |
//! | [`cvss`](mod@cvss), [`cwe`], [`cpe`], [`uri`] | scores computed again, names of weaknesses, names of products and how they lie to each other |
//! | [`csaf`](mod@csaf), [`csaf20`] | CSAF 2.0 and 2.1 in four profiles; reading anybody's; writing anybody's again |
//! | [`cve5`](mod@cve5), [`osv`](mod@osv) | CVE records and OSV entries, both ways |
//! | [`purl`], [`vers`] | package URLs, version ranges and the order of versions by scheme |
//! | [`reading`] | what was not understood of a document from elsewhere, and where |
//! | [`imported`] | any of these from others: recognised, named by its source, kept in packs |
//! | [`jvndb`] | an advisory as JVN iPedia lists one: what the next four say, gathered once |
//! | [`jvnrss`], [`vuldef`], [`myjvn`] | JVNRSS 2.0 and 3.2, VULDEF 3.2, answers of the MyJVN API 3.3, both ways |
//! | [`oka`], [`atom`], [`stix`] | the JSON of the MyJVN API 4.0, Atom feeds and alerts, STIX 2.1 vulnerabilities and notes |
//! | [`xml`] | the writer and the bounded reader under them |
//! | [`provider`] | the CSAF provider: metadata, feeds, lists, hashes, paths in the published tree |
//! | [`summary`] | one line an advisory, for lists and search |
//! | [`loss`] | what a format could not carry |
//!
//! What it knows: advisories that are already public, and the standards in which they are written.
//!
//! What it must not know: cases, people, the journal, the clock, files and networks. No function here does I/O; bytes
//! go in and bytes come out, always the same for the same document. A new format is one new module; what it cannot
//! carry is a documented loss, never a silent one.

pub mod atom;
pub mod check;
pub mod cpe;
pub mod csaf;
pub mod csaf20;
pub mod cve5;
pub mod cvss;
pub mod cwe;
pub mod document;
pub mod imported;
pub mod jvndb;
pub mod jvnrss;
pub mod loss;
pub mod myjvn;
pub mod number;
pub mod oka;
pub mod osv;
pub mod provider;
pub mod purl;
pub mod reading;
mod source;
pub mod stix;
pub mod summary;
pub mod text;
pub mod uri;
pub mod vers;
pub mod version;
pub mod vuldef;
pub mod xml;

pub use check::{Finding, Level, Problem};
pub use cvss::{Cvss, CvssError, CvssVersion, Score, Severity};
pub use document::PublicDocument;
pub use loss::{Loss, LossKind};
pub use number::AdvisoryNumber;
pub use reading::{Import, NotUnderstood, ReadError, Why};
pub use summary::AdvisorySummary;
pub use text::{Language, Localized};
