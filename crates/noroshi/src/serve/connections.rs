//! Accepting connections: with time limits on their heads, a bound on their number, and an end that waits for answers.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::ConnectInfo;
use axum::http::Request;
use axum::response::Response;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, watch};
use tower::{Service, ServiceExt};

use crate::config::ServerSettings;

/// After a failure to accept (no file handles left), so long until the next try.
const BREATH: Duration = Duration::from_millis(100);

/// Serves connections until `stop` says so, then lets running requests end.
pub async fn accept(listener: TcpListener, app: Router, settings: ServerSettings, mut stop: watch::Receiver<bool>) {
    let places = Arc::new(Semaphore::new(settings.connections as usize));
    let ending = GracefulShutdown::new();
    let idle = Duration::from_secs(u64::from(settings.idle_seconds));
    loop {
        let next = async {
            let place = places.clone().acquire_owned().await;
            (place, listener.accept().await)
        };
        let (place, (stream, peer)) = tokio::select! {
            (place, accepted) = next => match (place, accepted) {
                (Ok(place), Ok(accepted)) => (place, accepted),
                _ => {
                    tokio::time::sleep(BREATH).await;
                    continue;
                }
            },
            _ = async { stop.wait_for(|stop| *stop).await.is_ok() } => break,
        };
        let connection = ending.watch(connection(stream, peer, app.clone(), idle));
        tokio::spawn(async move {
            // A connection that breaks off is the visitor's business.
            let _ = connection.await;
            drop(place);
        });
    }
    drop(listener);
    let patience = Duration::from_secs(u64::from(settings.stop_seconds));
    if tokio::time::timeout(patience, ending.shutdown()).await.is_err() {
        tracing::warn!("some requests were not finished in time");
    }
}

/// What answers the requests of one connection, and knows whose it is.
trait Answers: Service<Request<Incoming>, Response = Response, Error = Infallible, Future: Send> + Clone + Send {}

impl<S> Answers for S where
    S: Service<Request<Incoming>, Response = Response, Error = Infallible, Future: Send> + Clone + Send
{
}

fn connection(
    stream: TcpStream,
    peer: SocketAddr,
    app: Router,
    idle: Duration,
) -> http1::Connection<TokioIo<TcpStream>, TowerToHyperService<impl Answers>> {
    // Small answers go at once; where the system cannot, they go a little later.
    stream.set_nodelay(true).ok();
    let service = app.map_request(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(ConnectInfo(peer));
        request
    });
    http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(idle)
        .serve_connection(TokioIo::new(stream), TowerToHyperService::new(service))
}
