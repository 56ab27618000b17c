//! The advisory editor: from the draft to the published update, with everything typed kept, nothing shown as markup,
//! and nobody there who has no business.

#[path = "../common/mod.rs"]
mod common;

mod credit;
mod hostile;
mod letters;
mod numbers;
mod page;
mod road;
mod stale;
