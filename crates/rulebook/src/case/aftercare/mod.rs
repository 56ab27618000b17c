//! After the publication: enquiries from users and integrators (Ⅳ.3.(1).13.第2段, Ⅳ.4.9.第3段), and the taking down of
//! what should not have been published.
//!
//! The guideline has no clause for a withdrawal. It is a rule of this program: a publication was signed by both bodies,
//! so both sign that it is withdrawn, with a reason that everybody reads in its place.

mod event;
mod rules;
mod state;

pub use event::{AftercareEvent, Asker, Enquirer, Withdrawal, WithdrawalGround};
pub use rules::{AftercareCommand, duties, may, wants_amending};
pub use state::{Aftercare, Answer, Enquiry, Withdrawn};

pub(super) use rules::{decide, facts, gate, notices, shown};
