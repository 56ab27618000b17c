//! The door: what is asked for most, the page of an advisory that is written already, is answered before a router looks for
//! its route and a request passes through all that stands around handlers. The answer is the one that the route would give.

use axum::http::{Method, Request};
use axum::response::Response;
use ui::Lang;

use crate::pages::advisory;
use crate::{PortalState, pack};

/// An answer given at the door.
#[derive(Debug)]
pub struct AtOnce {
    /// The pattern of the route that would have answered.
    pub route: &'static str,
    /// The answer.
    pub response: Response,
}

/// The answer to a request for a page that is kept as it is to be sent; all others are the router's.
#[must_use]
pub fn at_once<B>(portal: &PortalState, request: &Request<B>) -> Option<AtOnce> {
    let (uri, headers) = (request.uri(), request.headers());
    if request.method() != Method::GET || uri.query().is_some() {
        return None;
    }
    let (lang, id) = uri.path().strip_prefix('/')?.split_once("/advisories/")?;
    let lang = Lang::parse(lang)?;
    let page = advisory::kept(portal, lang, id)?;
    let response = pack::at_once(portal, headers, uri.path(), page.respond(headers))?;
    let route = match lang {
        Lang::Ja => "/ja/advisories/{id}",
        Lang::En => "/en/advisories/{id}",
    };
    Some(AtOnce { route, response })
}
