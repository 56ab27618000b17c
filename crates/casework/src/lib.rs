//! What people can do: authorise, decide, append, project, enqueue; and what comes due by itself.
//!
//! What it knows: the rulebook, the store, the formats, and how a command becomes events, rows, mails and jobs in one
//! transaction. Only this crate appends to the journal, and every append was decided by the rulebook first.
//!
//! What it must not know: the web, HTML, SQL, the time (it is given clocks) and chance (it is given entropy).

pub mod accounts;
pub mod advisory_check;
pub mod attachments;
pub mod audit;
pub mod calendar;
pub mod cases;
pub mod clock;
mod codec;
pub mod committee;
pub mod cve;
pub mod desk;
pub mod developers;
pub mod draft;
pub mod drafts;
pub mod duplicates;
pub mod editions;
mod ending;
pub mod enquiries;
pub mod error;
mod files;
pub mod import;
pub mod incoming;
pub mod jobs;
pub mod joining;
pub mod judgement_papers;
pub mod likeness;
mod limits;
pub mod lists;
pub mod mail;
mod messages;
mod notify;
pub mod office;
mod orders;
pub mod outreach;
pub mod pages;
pub mod papers;
mod people;
pub mod project;
mod publish;
pub mod reach;
pub mod rebuild;
pub mod receipts;
pub mod reminders;
pub mod reports;
pub mod scores;
pub mod search;
pub mod sessions;
pub mod settings;
pub mod sites;
pub mod subscriptions;
mod unite;

pub use cases::{CaseOrder, RowText};
pub use drafts::{DraftFile, FormDraft};
pub use error::{Error, Result};
pub use office::{Actor, Correspondence, Letter, Office, Parts};
pub use pages::{CasePage, Digest, FinderCard, LaterFinder, ReportCase, ReportPage};
pub use reports::{Acceptance, NewReport, Receipt, ReceivedFile, ReportOrder};
pub use sessions::{Principal, SessionData};
pub use settings::Settings;
