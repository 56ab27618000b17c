//! Accepting connections: with time limits on their heads, a bound on their number, and an end that waits for answers.
//!
//! A connection that begins as HTTP/2 does is served as such, without TLS: that is how a proxy in front speaks to us
//! (RFC 9113, 3.3). Every other one is HTTP/1.1.

use std::convert::Infallible;
use std::io;
use std::net::SocketAddr;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::ConnectInfo;
use axum::http::Request;
use axum::response::Response;
use axum::routing::future::RouteFuture;
use hyper::body::Incoming;
use hyper::server::conn::{http1, http2};
use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, watch};
use tower::Service;

use crate::config::ServerSettings;

/// After a failure to accept (no file handles left), so long until the next try; and for so long a connection that has
/// said nothing is still listened to when the program stops.
const BREATH: Duration = Duration::from_millis(100);

/// What a connection of HTTP/2 begins with (RFC 9113, 3.4).
const PREFACE: &[u8] = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
/// Between two looks at the first bytes of a connection.
const PATIENCE: Duration = Duration::from_millis(5);
/// Requests at once in a connection of HTTP/2.
const STREAMS: u32 = 100;
/// Largest head of a request in HTTP/2, in bytes.
const HEAD_MAX: u32 = 16 * 1024;

/// Serves connections until `stop` says so, then lets running requests end.
pub async fn accept(
    listener: TcpListener,
    app: impl Answers,
    settings: ServerSettings,
    mut stop: watch::Receiver<bool>,
) {
    let places = Arc::new(Semaphore::new(settings.connections as usize));
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
            () = said(&mut stop) => break,
        };
        let (app, stop) = (app.clone(), stop.clone());
        tokio::spawn(async move {
            one(stream, peer, app, idle, stop).await;
            drop(place);
        });
    }
    drop(listener);
    let patience = Duration::from_secs(u64::from(settings.stop_seconds));
    if tokio::time::timeout(patience, places.acquire_many(settings.connections)).await.is_err() {
        tracing::warn!("some requests were not finished in time");
    }
}

/// Ends when the program is told to stop, or nobody is left who could say so.
async fn said(stop: &mut watch::Receiver<bool>) {
    stop.wait_for(|stop| *stop).await.ok();
}

/// Serves one connection. When the program stops, what has been asked is answered: also what lies unread in the
/// connection, for the connection is always looked at first, and a new one is given a moment to say something.
async fn one(stream: TcpStream, peer: SocketAddr, app: impl Answers, idle: Duration, mut stop: watch::Receiver<bool>) {
    let begun = async {
        let begins = begins_as_http2(&stream);
        tokio::pin!(begins);
        tokio::select! {
            biased;
            begun = tokio::time::timeout(idle, &mut begins) => begun,
            () = said(&mut stop) => tokio::time::timeout(BREATH, begins).await,
        }
    };
    // A connection that breaks off, or says nothing, is the visitor's business.
    let Ok(Ok(http2)) = begun.await else { return };
    // Small answers go at once; where the system cannot, they go a little later.
    stream.set_nodelay(true).ok();
    let (stream, service) = (TokioIo::new(stream), service_fn(move |request| app.answer(request, peer)));
    if http2 {
        let connection = newer(idle).serve_connection(stream, service);
        until_stop(pin!(connection), stop, http2::Connection::graceful_shutdown).await;
    } else {
        let connection = older(idle).serve_connection(stream, service);
        until_stop(pin!(connection), stop, http1::Connection::graceful_shutdown).await;
    }
}

/// Serves a connection, and once told to stop takes no further request from it.
async fn until_stop<C: Future>(mut connection: Pin<&mut C>, mut stop: watch::Receiver<bool>, end: fn(Pin<&mut C>)) {
    tokio::select! {
        biased;
        _ = connection.as_mut() => return,
        () = said(&mut stop) => end(connection.as_mut()),
    }
    connection.await;
}

/// What answers requests.
pub trait Answers: Clone + Send + Sync + 'static {
    /// An answer on its way.
    type Answer: Future<Output = Result<Response, Infallible>> + Send + 'static;

    /// The answer to a request of somebody.
    fn answer(&self, request: Request<Incoming>, peer: SocketAddr) -> Self::Answer;
}

/// Routes, which are told whose request it is.
impl Answers for Router {
    type Answer = RouteFuture<Infallible>;

    fn answer(&self, mut request: Request<Incoming>, peer: SocketAddr) -> Self::Answer {
        request.extensions_mut().insert(ConnectInfo(peer));
        // Routers are always ready.
        self.clone().call(request)
    }
}

/// Whether the first bytes are those of HTTP/2. No method that we know begins like its first word, `PRI`.
async fn begins_as_http2(stream: &TcpStream) -> io::Result<bool> {
    let mut begin = [0; PREFACE.len()];
    loop {
        let said = stream.peek(&mut begin).await?;
        if said == 0 || !PREFACE.starts_with(&begin[..said]) {
            return Ok(false);
        }
        if said == PREFACE.len() {
            return Ok(true);
        }
        // Peeking does not wait for more than is there.
        tokio::time::sleep(PATIENCE).await;
    }
}

fn older(idle: Duration) -> http1::Builder {
    let mut builder = http1::Builder::new();
    builder.timer(TokioTimer::new()).header_read_timeout(idle);
    builder
}

fn newer(idle: Duration) -> http2::Builder<TokioExecutor> {
    let mut builder = http2::Builder::new(TokioExecutor::new());
    builder
        .timer(TokioTimer::new())
        .keep_alive_interval(idle)
        .keep_alive_timeout(idle)
        .max_concurrent_streams(STREAMS)
        .max_header_list_size(HEAD_MAX);
    builder
}

#[cfg(test)]
mod tests {
    use axum::routing::get;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    use super::*;

    /// Was: a connection that was told to end before it had read hung up on whoever had asked already.
    #[tokio::test]
    async fn what_was_asked_before_the_end_is_answered() {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("an address");
        let address = listener.local_addr().expect("it has one");
        let app = Router::new().route("/healthz", get(|| async { "answered" }));
        let (_told, stop) = watch::channel(true);
        for asked in [&b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n"[..], b""] {
            let mut visitor = TcpStream::connect(address).await.expect("it listens");
            visitor.write_all(asked).await.expect("it reads");
            let (stream, peer) = listener.accept().await.expect("a connection");
            tokio::spawn(one(stream, peer, app.clone(), Duration::from_secs(600), stop.clone()));
            let mut answer = String::new();
            visitor.read_to_string(&mut answer).await.expect("it ends well");
            assert_eq!(answer.ends_with("answered"), !asked.is_empty(), "{answer}");
        }
    }
}
