//! The law of the partnership, as pure functions.
//!
//! What it knows: parties, reports, cases, clocks, duties, views, editions; every rule with the clause of the
//! guideline that it implements.
//!
//! What it must not know: the time (it is told), chance (it is told), storage, networks, languages of pages, any
//! serialisation format beyond serde's derives, and every other crate of ours.
//!
//! A case changes in one way only: [`case::decide()`] answers a command with events or a refusal that names its
//! clause, and [`case::CaseFile::evolve`] takes the events in. What is owed comes from [`case::duties()`], what may
//! be seen from [`case::view()`]. A case of a website is an aggregate of its own, in [`site`], with the same functions.

pub mod action;
pub mod advisory;
pub mod calendar;
pub mod case;
pub mod clause;
pub mod clauses;
mod coded;
pub mod developer;
pub mod edition;
pub mod ids;
pub mod influence;
pub mod member;
pub mod moment;
pub mod party;
pub mod refusal;
pub mod report;
pub mod signature;
pub mod site;
pub mod text;
