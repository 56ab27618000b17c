//! Somebody who asks a router for pages, as a browser would.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::header::COOKIE;
use axum::http::{Request, StatusCode};
use tower::ServiceExt;

use crate::Outcome;

/// Largest page that is read.
const PAGE_MAX: usize = 64 << 20;

/// Somebody with a browser.
pub struct Visitor {
    app: Router,
    cookie: Option<String>,
}

impl Visitor {
    /// Anybody.
    pub fn new(app: Router) -> Self {
        Visitor { app, cookie: None }
    }

    /// Somebody with an open session.
    pub fn signed_in(app: Router, cookie: String) -> Self {
        Visitor { app, cookie: Some(cookie) }
    }

    /// Reads a page; gives its length in bytes.
    ///
    /// The error is a sentence that names the page and what came back instead.
    pub async fn read(&self, path: &str) -> Outcome<usize> {
        let mut request = Request::get(path);
        if let Some(cookie) = &self.cookie {
            request = request.header(COOKIE, cookie);
        }
        let response = self.app.clone().oneshot(request.body(Body::empty())?).await?;
        let status = response.status();
        let page = to_bytes(response.into_body(), PAGE_MAX).await?;
        if status != StatusCode::OK {
            return Err(format!("{path} answers {status}").into());
        }
        Ok(page.len())
    }
}
