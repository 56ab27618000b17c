//! A folder of the published tree, for people and as JSON (CSAF 2.0, 7.1.14: a listing made by the server).

use askama::Template;
use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use ui::{Frame, Lang};

use crate::PortalState;
use crate::answer::{asked_language, page};
use crate::state::Part;

#[derive(Template)]
#[template(path = "portal/listing.html")]
struct Listing {
    frame: Frame,
    style: &'static str,
    path: String,
    above: bool,
    names: Vec<String>,
}

/// The names of a folder. `path` is its address and ends with a slash.
pub(crate) fn respond(portal: &PortalState, path: &str, names: Vec<String>, json: bool, asked: &HeaderMap) -> Response {
    if json {
        let text = serde_json::to_string_pretty(&names).unwrap_or_default() + "\n";
        return ([(CONTENT_TYPE, "application/json")], text).into_response();
    }
    let lang: Lang = asked_language(asked);
    let mut frame = portal.frame(lang, Part::Feeds, path);
    frame.indexed = false;
    let above = path.trim_matches('/').contains('/');
    page(&Listing { frame, style: super::style_url(), path: path.to_owned(), above, names }, asked)
}
