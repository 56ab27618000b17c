//! The operator's pages, for a phone in a shop: what this is and that it is genuine, the weak spot in plain words, and
//! five things to do. They open by a one-time link and its code; the contractor has a link of its own.

mod again;
mod enter;
mod forms;
mod page;
mod posts;
mod talk;

use axum::Router;

use crate::state::Console;
use crate::who::Visitor;

pub(crate) fn routes() -> Router<Console> {
    Router::new().merge(again::routes()).merge(enter::routes()).merge(page::routes()).merge(posts::routes())
}

/// The name of the receiving body.
fn body(visitor: &Visitor) -> String {
    let partnership = &visitor.console.office.settings().partnership;
    partnership.receiving_body.get(crate::letters::language(visitor.lang)).to_owned()
}

/// How to reach the receiving body.
fn contact(visitor: &Visitor) -> String {
    let partnership = &visitor.console.office.settings().partnership;
    partnership.contact.get(crate::letters::language(visitor.lang)).to_owned()
}

/// A word of the rulebook as messages have it.
fn kebab(word: &str) -> String {
    word.replace('_', "-")
}
