//! The law of the partnership, as pure functions.
//!
//! What it knows: parties, reports, cases, clocks, duties, views, editions; every rule with the clause of the
//! guideline that it implements.
//!
//! What it must not know: the time (it is told), chance (it is told), storage, networks, languages of pages, any
//! serialisation format beyond serde's derives, and every other crate of ours.

pub mod calendar;
pub mod clause;
pub mod clauses;
pub mod edition;
pub mod ids;
pub mod text;
