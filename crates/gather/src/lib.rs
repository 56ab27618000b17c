//! Gathers the advisories of others into the published tree: from files, folders, archives and CSAF providers.
//!
//! What it knows: hostile bytes and foreign servers, how to read them within bounds, and the packs in which the tree keeps
//! what was imported. What it must not know: cases, the journal, keys, the database, pages. Names inside archives are
//! labels only: nothing is ever written under one, so there is no path to escape by.
//!
//! | module | what it does |
//! |---|---|
//! | [`unpack`] | the documents in a file, a folder or an archive, one at a time |
//! | [`web`], [`provider`] | https to allowed hosts; what a CSAF provider lists, with its hashes |
//! | [`library`] | the packs in the tree: what is held already, and adding to it |
//! | [`take`] | one document after the other: new, replaced, unchanged, older or refused |
//! | [`report`] | what became of them, counted |

pub mod library;
pub mod provider;
pub mod report;
pub mod take;
pub mod unpack;
pub mod web;

pub use library::{Library, LibraryError};
pub use report::{Outcome, Report, Told};
pub use take::Taker;
pub use unpack::{Item, Limits};
