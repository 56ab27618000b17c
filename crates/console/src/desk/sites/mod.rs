//! The website cases of the receiving body: their list, many alike reports taken in one sitting, public alerts, and the
//! figures.

mod alerts;
mod bulk;
mod figures;
mod list;

use axum::Router;

use crate::state::Console;

pub(super) fn routes() -> Router<Console> {
    Router::new().merge(list::routes()).merge(bulk::routes()).merge(alerts::routes()).merge(figures::routes())
}
