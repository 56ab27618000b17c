//! The advisory of a case: a text in two languages that developers see before, two bodies sign, and the public reads.

pub mod content;
pub mod state;

pub use content::{AdvisoryContent, AffectedProduct, Lack, Reference, VendorEntry};
pub use state::{AdvisoryEvent, AdvisoryState, PreviewComment, Revision, Signature};
