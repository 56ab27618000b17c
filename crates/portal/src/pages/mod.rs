//! The pages of the portal. Each has a handler that reads the tree's lists or one document, and a template.

pub(crate) mod advisory;
pub(crate) mod api;
pub(crate) mod calendar;
pub(crate) mod cve;
pub(crate) mod developers;
mod facets;
pub(crate) mod feeds;
pub(crate) mod home;
pub(crate) mod imported;
pub(crate) mod list;
pub(crate) mod listing;
mod marked;
pub(crate) mod named;
pub(crate) mod process;
pub(crate) mod rules;
pub(crate) mod statistics;
pub(crate) mod suggest;
pub(crate) mod trouble;
pub(crate) mod unreachable;
pub(crate) mod vendors;
pub(crate) mod websites;
pub(crate) mod words;

use std::sync::LazyLock;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use sha2::{Digest, Sha256};
use ui::Lang;

use crate::PortalState;
use crate::answer::{KEEP, lead_for_good};

/// The pages in one language.
pub(crate) fn routes(lang: Lang) -> Router<PortalState> {
    let at = |path: &str| format!("/{}{path}", lang.tag());
    Router::new()
        .route(&at(""), get(with_slash))
        .route(&at("/"), get(home::show))
        .route(&at("/advisories"), get(list::show))
        .route(&at("/advisories/{id}"), get(advisory::newest))
        .route(&at("/advisories/{id}/{revision}"), get(advisory::revision))
        .route(&at("/advisories/{id}/{revision}/changes"), get(advisory::changes::show))
        .route(&at("/advisories/calendar"), get(calendar::show))
        .route(&at("/statistics"), get(statistics::show))
        .route(&at("/statistics/{name}"), get(statistics::csv))
        .route(&at("/contents/{year}/{name}"), get(cve::contents))
        .route(&at("/vendors"), get(vendors::show))
        .route(&at("/vendors/{vendor}"), get(named::vendor))
        .route(&at("/products/{vendor}/{product}"), get(named::product))
        .route(&at("/suggest"), get(suggest::show))
        .route(&at("/api"), get(api::show))
        .route(&at("/process"), get(process::show))
        .route(&at("/rules"), get(rules::show))
        .route(&at("/statistics/websites"), get(websites::show))
        .route(&at("/feeds"), get(feeds::show))
        .route(&at("/developers"), get(developers::show))
        .route(&at("/unreachable"), get(unreachable::show))
        .route(&at("/unreachable/{number}"), get(unreachable::notice))
        .merge(imported::routes(lang))
}

async fn with_slash(uri: Uri) -> Response {
    lead_for_good(&format!("{}/", uri.path()))
}

/// What search engines may read: the pages, not the lists that filters make.
pub(crate) async fn robots(State(portal): State<PortalState>) -> Response {
    let rule = if portal.is_indexed() { "Disallow: /*?" } else { "Disallow: /" };
    ([(CACHE_CONTROL, KEEP)], format!("User-agent: *\n{rule}\n")).into_response()
}

const STYLE: &str = concat!(
    include_str!("../../assets/css/10-lists.css"),
    include_str!("../../assets/css/15-search.css"),
    include_str!("../../assets/css/20-advisory.css"),
    include_str!("../../assets/css/30-rules.css"),
    include_str!("../../assets/css/40-unreachable.css"),
    include_str!("../../assets/css/50-calendar.css"),
    include_str!("../../assets/css/55-figures.css"),
    include_str!("../../assets/css/90-narrow-print.css"),
);
const SCRIPT: &str = include_str!("../../assets/suggest.js");

/// The address of the portal's own style sheet, with the hash of its content.
fn style_url() -> &'static str {
    static URL: LazyLock<String> = LazyLock::new(|| address("portal", STYLE, "css"));
    &URL
}

/// The address of the portal's own script, with the hash of its content. Every page works without it.
pub(crate) fn script_url() -> &'static str {
    static URL: LazyLock<String> = LazyLock::new(|| address("suggest", SCRIPT, "js"));
    &URL
}

fn address(name: &str, content: &str, ending: &str) -> String {
    let hash: String = Sha256::digest(content).iter().take(6).map(|byte| format!("{byte:02x}")).collect();
    format!("/assets/portal/{name}-{hash}.{ending}")
}

/// The style sheet and the script of the portal's own pages.
pub(crate) async fn asset(Path(name): Path<String>) -> Response {
    let ours =
        [(style_url(), STYLE, "text/css; charset=utf-8"), (script_url(), SCRIPT, "text/javascript; charset=utf-8")];
    let found = ours.into_iter().find(|(url, ..)| url.strip_prefix("/assets/portal/") == Some(&*name));
    let Some((_, content, media_type)) = found else { return StatusCode::NOT_FOUND.into_response() };
    // The hash of the content stands in the name.
    let tag = format!("\"{name}\"");
    let kept = [(CACHE_CONTROL, "public, max-age=31536000, immutable"), (CONTENT_TYPE, media_type)];
    (kept, [(ETAG, tag)], content).into_response()
}

/// A part of a path as it stands in an address.
fn segment(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect()
}
