//! The handling of one vulnerability (案件), with all its parties, from acceptance to publication.

pub mod content;
pub mod decide;
pub mod duties;
pub mod event;
pub mod file;
pub mod notices;
pub mod state;
pub mod view;

pub use content::{CaseContent, ContentField};
pub use decide::{CaseCommand, decide, may};
pub use duties::{Duty, DutyKind, duties};
pub use event::{
    Affectedness, AttemptOutcome, CaseEvent, ContactMeans, Countermeasure, Origin, ProductStatus, StatusStatement,
    Thread, Verification, VerificationResult,
};
pub use file::CaseFile;
pub use notices::{Notice, NoticeKind};
pub use state::{CaseState, DeveloperSide, Stage};
pub use view::{CaseView, DeveloperView, Viewer, view};
