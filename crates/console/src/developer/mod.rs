//! A developer's pages: the one-time link, its side of a case, its entry in the register.

mod answer;
mod case;
mod entry;
mod list;
mod statements;

pub(crate) use case::read_signal;

use axum::Router;

use crate::state::Console;

pub(crate) fn routes() -> Router<Console> {
    Router::new().merge(answer::routes()).merge(list::routes()).merge(case::routes()).merge(entry::routes())
}
