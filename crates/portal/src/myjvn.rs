//! The MyJVN API at `/myjvn`: six methods, as XML (`feed=hnd`, version 3.3) and as JSON (`feed=oka`, version 4.0).
//!
//! Names of methods and parameters are case-sensitive; unknown parameters are passed over, because clients send some that
//! were never there; an empty value counts as none. Several values are joined by `+`, which arrives as a blank, or as
//! itself when it was escaped; both part values. What is wrong is answered with HTTP 200 and `retCd="1"`, as clients look
//! at the HTTP status first and at `retCd` then.
//!
//! | what is not said anywhere | what is done here |
//! |---|---|
//! | error codes | the one that has been seen, `XX00000001`, with the parameter's name in the message |
//! | `maxCountItem` above the limit | the limit |
//! | several days for one date | the explicit days; `n`, `w` and `m` count when there are none |
//! | what an alert is | an advisory marked 緊急 (`Critical`), or one that asks people to stop using a product (`Low`) |
//! | numbers of alerts | `MYJVN-ALT-` with year and the eight digits of the advisory |
//! | vendor and product numbers | hashes of their names, see [`formats::jvndb::number`] |

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderValue};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use crate::PortalState;
use crate::answer::KEEP;
use crate::files::open_to_all;
use request::{Failure, Request};

mod choose;
mod hnd;
mod oka;
mod request;
mod statistics;

/// Largest body of a POST, in bytes.
const BODY_MAX: usize = 64 * 1024;
/// Entries of overviews and alerts at once.
const OVERVIEWS_MAX: usize = 50;
/// Details at once.
const DETAILS_MAX: usize = 10;
/// Vendors or products at once.
const NAMES_MAX: usize = 10_000;

/// How an overview that finds nothing is answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NothingFound {
    /// A feed with the one item 「該当する脆弱性対策情報はありません。」, as the service does; clients skip it by its title.
    #[default]
    Placeholder,
    /// A `Result` with nothing but the status, as its documents say.
    StatusOnly,
}

/// The route of the API.
pub(crate) fn routes() -> Router<PortalState> {
    Router::new().route("/myjvn", get(by_query).post(by_form)).layer(DefaultBodyLimit::max(BODY_MAX))
}

async fn by_query(State(portal): State<PortalState>, uri: Uri) -> Response {
    answer(portal, uri.query().unwrap_or_default().to_owned()).await
}

/// A form, with whatever stands in the address before it.
async fn by_form(State(portal): State<PortalState>, uri: Uri, body: Bytes) -> Response {
    let form = String::from_utf8_lossy(&body);
    answer(portal, format!("{form}&{}", uri.query().unwrap_or_default())).await
}

async fn answer(portal: PortalState, query: String) -> Response {
    let answered = tokio::task::spawn_blocking(move || dispatch(&portal, &Request::parse(&query))).await;
    match answered {
        Ok((media_type, text)) => {
            let kept = [(CONTENT_TYPE, HeaderValue::from_static(media_type)), (CACHE_CONTROL, KEEP)];
            open_to_all((kept, text).into_response())
        }
        Err(error) => {
            tracing::error!(%error, "a request of the MyJVN API could not be answered");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

const XML: &str = "application/xml; charset=utf-8";
const JSON: &str = "application/json; charset=utf-8";

/// Media type and text of the answer. Blocks while documents are read.
fn dispatch(portal: &PortalState, request: &Request) -> (&'static str, String) {
    match request.get("feed") {
        Some("hnd") => {
            let media_type = if request.get("ft") == Some("json") { JSON } else { XML };
            (media_type, hnd::answer(portal, request).unwrap_or_else(|failure| hnd::failed(request, &failure)))
        }
        Some("oka") => (JSON, oka::answer(portal, request).unwrap_or_else(|failure| oka::failed(request, &failure))),
        _ => (XML, hnd::failed(request, &Failure("feed"))),
    }
}
