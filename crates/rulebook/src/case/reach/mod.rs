//! Reaching a developer: the checklist of where to look, the campaign of contacts, and the ladder for those that do
//! not answer (Ⅳ.4.2.第6段, 付録5; the practice from 2019).
//!
//! What is listed is public and is made of the row alone: nothing in it tells of a case or a vulnerability.

mod campaign;
mod duties;
mod event;
mod ladder;
mod outcome;
mod rules;
mod shown;
mod state;

pub use campaign::{Campaign, Proposal, ProposalReason, campaign, is_unreachable, last_heard, next_contact};
pub use duties::duties;
pub use event::{Address, Addressee, DelistReason, Outcome, ReachEvent, Source, Template};
pub use ladder::{Rung, listing, rung};
pub use outcome::{course, outcome};
pub use rules::{ReachCommand, is_public, may};
pub use shown::{ReachView, SideView};
pub use state::{AttemptNote, Checked, Judged, Listing, ProductNotice, Reach, ReachSide};

pub(super) use campaign::unreachable_from;
pub(super) use duties::{delisting, ladder_is_owed};
pub(super) use rules::{decide, facts, notices};
pub(super) use shown::shown;
