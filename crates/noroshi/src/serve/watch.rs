//! One log line and one count for every request.
//!
//! What is logged is the pattern of the route, never the path: a path can hold a one-time link, a number, a search.
//! Nobody's address is logged (decision 17).

use std::sync::Arc;
use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::middleware::Next;
use axum::response::Response;

use super::metrics::Counters;

/// What stands for the route where none fits.
const NO_ROUTE: &str = "(none)";

/// Notes a request when it is answered.
pub async fn watch(State(counters): State<Arc<Counters>>, request: Request, next: Next) -> Response {
    let begun = Instant::now();
    let method = known(request.method().as_str());
    let path = request.extensions().get::<MatchedPath>().cloned();
    let response = next.run(request).await;
    let route = path.as_ref().map_or(NO_ROUTE, MatchedPath::as_str);
    note(&counters, route, method, &response, begun);
    response
}

/// Notes an answer.
pub fn note(counters: &Counters, route: &str, method: &'static str, response: &Response, begun: Instant) {
    let (status, took) = (response.status().as_u16(), begun.elapsed());
    counters.count(route, method, status, took);
    let millis = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
    if status >= 500 {
        tracing::error!(method, route, status, millis, "request");
    } else {
        tracing::info!(method, route, status, millis, "request");
    }
}

/// Methods are free text; figures and logs are not.
fn known(method: &str) -> &'static str {
    const METHODS: [&str; 7] = ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"];
    METHODS.into_iter().find(|known| *known == method).unwrap_or("OTHER")
}
