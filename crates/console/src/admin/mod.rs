//! The administrator's pages: accounts. An administrator sees no report and no case.

mod accounts;
mod members;
mod qr;

use axum::Router;

use crate::state::Console;

pub(crate) fn routes() -> Router<Console> {
    Router::new().merge(accounts::routes()).merge(members::routes())
}
