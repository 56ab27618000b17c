//! What stands before all routes: a public page that is kept is handed out there, everything else goes on.

use std::convert::Infallible;
use std::future::{Ready, ready};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Instant;

use axum::Router;
use axum::extract::Request;
use axum::response::Response;
use axum::routing::future::RouteFuture;
use futures_util::future::Either;
use hyper::body::Incoming;
use portal::{PortalState, door};

use super::connections::Answers;
use super::metrics::Counters;
use super::watch;

/// The door, and the routes behind it.
#[derive(Clone)]
pub struct Door {
    /// Has the pages that are kept.
    pub portal: PortalState,
    /// Counts who was answered here, as the routes count theirs.
    pub counters: Arc<Counters>,
    /// Everything.
    pub routes: Router,
}

impl Answers for Door {
    type Answer = Either<Ready<Result<Response, Infallible>>, RouteFuture<Infallible>>;

    fn answer(&self, request: Request<Incoming>, peer: SocketAddr) -> Self::Answer {
        let begun = Instant::now();
        let Some(answer) = door::at_once(&self.portal, &request) else {
            return Either::Right(self.routes.answer(request, peer));
        };
        watch::note(&self.counters, answer.route, "GET", &answer.response, begun);
        Either::Left(ready(Ok(answer.response)))
    }
}
