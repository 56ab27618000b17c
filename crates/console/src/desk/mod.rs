//! The desks of the receiving body and the coordinator, and the day of everybody who signs in.

mod my_day;

use axum::Router;

use crate::state::Console;

pub(crate) fn routes() -> Router<Console> {
    Router::new().merge(my_day::routes())
}
