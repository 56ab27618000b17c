//! The front: reporting without an account, and following a report with its receipt.
//!
//! Everything here works for somebody who does this for the first time, with or without scripts, and loses nothing
//! that was typed or attached: a form lives in a [draft](casework::drafts) from its first field on.

mod choose;
mod confirm;
mod direct;
mod drawer;
mod ended;
mod follow;
mod identity;
mod input;
mod items;
mod lookup;
mod now;
mod receipt;
mod silence;
mod site;
mod site_talk;
mod talk;
mod typed;
pub(crate) mod upload;
mod withdraw;

use axum::Router;

pub use drawer::DRAFT_COOKIE;

use crate::state::Console;

pub(crate) fn routes() -> Router<Console> {
    Router::new()
        .merge(choose::routes())
        .merge(input::routes())
        .merge(confirm::routes())
        .merge(lookup::routes())
        .merge(follow::routes())
        .merge(direct::routes())
        .merge(site_talk::routes())
        .merge(silence::routes())
        .merge(talk::routes())
        .merge(withdraw::routes())
}
