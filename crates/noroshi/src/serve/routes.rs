//! Which router answers what, and what every request passes through.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::{self, StatusCode};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use casework::Office;
use casework::settings::NothingFoundSetting;
use console::Console;
use portal::myjvn::NothingFound;
use portal::{PortalState, Setup};
use tower::util::MapRequestLayer;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::timeout::{RequestBodyTimeoutLayer, TimeoutBody};

use super::metrics::Counters;
use super::{health, metrics, watch};
use crate::config::ServerSettings;
use crate::failure::{Failure, Outcome};

/// Largest form without files; routes that take files set their own limit.
const FORM_BYTES: usize = 1024 * 1024;

/// The public site over the published tree.
///
/// # Errors
/// When reading the tree broke off.
pub async fn portal(office: &Office, demo: bool) -> Outcome<PortalState> {
    let settings = office.settings();
    let clock = office.clone();
    let setup = Setup {
        folder: office.published().to_owned(),
        site: Arc::new(console::state::site(settings)),
        base_url: settings.web.base_url.clone(),
        demo: demo.then(|| "/ja/demo".to_owned()),
        scratch: office.published().parent().map(|folder| folder.join("search")),
        now: Arc::new(move || clock.now().at),
    };
    let nothing_found = match settings.portal.nothing_found {
        NothingFoundSetting::Entry => NothingFound::Placeholder,
        NothingFoundSetting::Status => NothingFound::StatusOnly,
    };
    let opening = tokio::task::spawn_blocking(move || PortalState::open_with(setup, nothing_found));
    opening.await.map_err(|_| Failure::new("the published tree cannot be read"))
}

/// Everything that people reach.
pub fn app(console: Console, portal: PortalState, counters: Arc<Counters>, settings: &ServerSettings) -> Router {
    let idle = Duration::from_secs(u64::from(settings.idle_seconds));
    let times = Times {
        request: Duration::from_secs(u64::from(settings.request_seconds)),
        upload: Duration::from_secs(u64::from(settings.upload_seconds)),
    };
    Router::new()
        .merge(health::routes(console.office.clone()))
        .merge(portal::assets(portal.clone()))
        .merge(portal::routes(portal.clone()))
        .merge(console::routes(console))
        .fallback_service(portal::fallback(portal))
        // As one: the router boxes what each layer makes, and each box is cloned for each request. The first is the
        // outermost.
        .layer((
            from_fn_with_state(counters, watch::watch),
            RequestBodyTimeoutLayer::new(idle),
            MapRequestLayer::new(any_body),
            from_fn_with_state(times, in_time),
            CatchPanicLayer::custom(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response()),
            DefaultBodyLimit::max(FORM_BYTES),
        ))
}

/// The request as handlers know it, whatever limits its body.
fn any_body(request: http::Request<TimeoutBody<Body>>) -> Request {
    request.map(Body::new)
}

/// What only this machine reaches: figures and health (decision 17).
pub fn private(office: Office, counters: Arc<Counters>) -> Router {
    health::routes(office.clone()).merge(metrics::routes(office, counters))
}

/// How long a request may take.
#[derive(Clone, Copy)]
struct Times {
    request: Duration,
    upload: Duration,
}

/// Ends requests that take too long. Files may come over slow lines.
async fn in_time(State(times): State<Times>, request: Request, next: Next) -> Response {
    let kind = request.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let limit = if kind.starts_with("multipart/") { times.upload } else { times.request };
    match tokio::time::timeout(limit, next.run(request)).await {
        Ok(response) => response,
        Err(_) => StatusCode::REQUEST_TIMEOUT.into_response(),
    }
}
