//! Full-text search over the published advisories, in both languages.
//!
//! What it knows: public documents, how Japanese and English are compared, vendors and products by name and by reading.
//! What it must not know: the published tree as files, pages, addresses, the clock. It is given advisories and answers
//! questions; what it keeps can be made again from the tree at any time.
//!
//! | module | what it does |
//! |---|---|
//! | [`text`] | folds text (NFKC, lower case) and cuts it into what is indexed |
//! | [`sound`] | how a name is read: kana and romaji as one |
//! | [`mark`] | which parts of a text a search found, and the piece of it to show |
//! | [`entry`] | what is indexed of an advisory |
//! | [`names`] | vendors and products: one name each, its address, suggestions while typing |
//! | [`question`] | a search: words, filters, order; bounded |
//! | [`engine`] | takes advisories, answers questions |
//! | `words`, `walk` | the index of words (tantivy); who has all of some words |
//! | `table`, `tally` | filters and orders; counts |
//! | `familiar` | who has the words that are asked for again |
//! | `folder` | where the index of words lies when it is not in memory |
//!
//! # How words are found
//!
//! Every word of a search has to be there. A word is there when
//! - it is a number of a known kind (JVN, JVNDB, CVE, CWE, …) and the advisory has exactly that number; or
//! - title, a vendor, a product or a number has it as a part, cut anywhere: these are indexed by pairs of characters, and by
//!   threes where a script has blanks, so that a number is not sought among everything that has two of its digits; or
//! - the text has it: Japanese by pairs of characters, so that no dictionary can lose it, Latin words by their beginning; or
//! - it is written in kana and a name begins with that reading, in kana or in Latin letters.
//!
//! Only when all of that finds nothing, names that are nearly the same count too: one letter apart, two in long names.

pub mod engine;
pub mod entry;
pub mod mark;
pub mod names;
pub mod question;
pub mod sound;
pub mod text;

mod familiar;
mod folder;
mod table;
mod tally;
mod walk;
mod words;

pub use engine::{Counts, Engine, Found, Searched};
pub use entry::Entry;
pub use mark::Piece;
pub use names::{Kind, Named, Suggestion};
pub use question::{Question, Sort, Words};
