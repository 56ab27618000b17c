//! A judgement on publication on everybody's pages: the state of its rounds as the reader's view gives it, and its forms
//! from one table. Which forms stand on a page is what the rulebook lets its reader do.

mod bench;
mod read;
mod rounds;
mod table;

pub(crate) use bench::{Bench, candidates};
pub(crate) use rounds::{Said, announcement, earlier, heard, material, member_name, rounds, word};
