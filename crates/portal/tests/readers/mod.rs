//! Requests to the public site from anywhere, under the name of their fuzz target: the parameters of the MyJVN API, the
//! addresses of searches, and any path.

use std::sync::OnceLock;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use portal::PortalState;
use tokio::runtime::Runtime;
use tower::ServiceExt;

#[path = "../sample/mod.rs"]
mod sample;

/// Reads bytes of whatever kind; panics when it should not have.
pub type Reader = fn(&[u8]);

/// Name of the fuzz target and the reader.
pub const READERS: &[(&str, Reader)] = &[("portal_request", asked)];

/// What takes a query, by the first byte of the input.
const WAYS: [&str; 12] = [
    "/myjvn?feed=hnd&",
    "/myjvn?feed=oka&",
    "/myjvn?",
    "/api/search?",
    "/api/imported?",
    "/ja/advisories?",
    "/en/advisories.atom?",
    "/ja/suggest?",
    "/cvesearch?",
    "/ja/advisories/calendar?",
    "/ja/unreachable?",
    "/",
];

/// A site over three advisories.
fn site() -> &'static (Runtime, Router) {
    static SITE: OnceLock<(Runtime, Router)> = OnceLock::new();
    SITE.get_or_init(|| {
        let folder = std::env::temp_dir().join(format!("portal-fuzz-{}", std::process::id()));
        sample::write_tree(&folder, &sample::documents()[1..4], "https://noroshi.example");
        let runtime = Runtime::new().expect("threads can be made");
        (runtime, portal::site(PortalState::open(sample::setup(&folder, "https://noroshi.example"))))
    })
}

/// Every request has an answer that is no fault of ours.
fn asked(bytes: &[u8]) {
    let Some((first, rest)) = bytes.split_first() else { return };
    let way = WAYS[usize::from(*first) % WAYS.len()];
    let rest: String = rest.iter().take(2_000).map(|byte| escaped(*byte)).collect();
    let Ok(request) = Request::get(format!("{way}{rest}")).body(Body::empty()) else { return };
    let (runtime, site) = site();
    let status = runtime.block_on(async {
        let answer = site.clone().oneshot(request).await.expect("routers do not fail");
        let status = answer.status();
        to_bytes(answer.into_body(), 64 << 20).await.expect("a body");
        status
    });
    assert!(!status.is_server_error() || status == StatusCode::SERVICE_UNAVAILABLE, "{status} {way}{rest}");
}

/// What an address may not hold comes as browsers send it.
fn escaped(byte: u8) -> String {
    match byte {
        b'!'..=b'~' if !b"\"<>\\^`{|}#".contains(&byte) => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    }
}
