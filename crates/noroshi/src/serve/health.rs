//! `/healthz`: the program runs. `/readyz`: it can work, for its database answers.

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::get;
use casework::Office;

/// Both routes.
pub fn routes(office: Office) -> Router {
    Router::new().route("/healthz", get(async || "ok\n")).route("/readyz", get(ready)).with_state(office)
}

async fn ready(State(office): State<Office>) -> (StatusCode, &'static str) {
    match office.store().ready().await {
        Ok(()) => (StatusCode::OK, "ready\n"),
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n"),
    }
}
