//! Somebody who asks a router for pages, as a browser would.

use std::net::{Ipv4Addr, SocketAddr};

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::header::{CONTENT_TYPE, COOKIE, SET_COOKIE};
use axum::http::{Method, Request, StatusCode};
use tower::ServiceExt;

use crate::Outcome;

/// Largest page that is read.
const PAGE_MAX: usize = 64 << 20;

/// Somebody with a browser.
pub struct Visitor {
    app: Router,
    cookie: Option<String>,
    address: SocketAddr,
}

/// What came back, when all went well.
pub struct Answer {
    /// The page.
    pub page: Bytes,
    /// The cookie that was set, as it is sent back.
    pub cookie: Option<String>,
}

impl Visitor {
    /// Anybody.
    pub fn new(app: Router) -> Self {
        Visitor { app, cookie: None, address: SocketAddr::from((Ipv4Addr::LOCALHOST, 1)) }
    }

    /// Somebody with an open session.
    pub fn signed_in(app: Router, cookie: String) -> Self {
        Visitor { cookie: Some(cookie), ..Visitor::new(app) }
    }

    /// One of many visitors, each with an address of its own: what counts visits by address lets each of them in.
    pub fn number(app: Router, number: u32) -> Self {
        Visitor { address: SocketAddr::from((Ipv4Addr::from(0x0a00_0000 + number), 1)), ..Visitor::new(app) }
    }

    /// The same visitor with another cookie.
    pub fn with(&self, cookie: &str) -> Self {
        Visitor { app: self.app.clone(), cookie: Some(cookie.to_owned()), address: self.address }
    }

    /// Reads a page; gives its length in bytes.
    pub async fn read(&self, path: &str) -> Outcome<usize> {
        Ok(self.ask(Method::GET, path, "text/plain", String::new()).await?.page.len())
    }

    /// The text of a page.
    pub async fn text(&self, path: &str) -> Outcome<String> {
        let page = self.ask(Method::GET, path, "text/plain", String::new()).await?.page;
        Ok(String::from_utf8_lossy(&page).into_owned())
    }

    /// One request. The error is a sentence that names the page and what came back instead.
    pub async fn ask(&self, method: Method, path: &str, kind: &str, body: String) -> Outcome<Answer> {
        let mut request = Request::builder().method(method).uri(path).extension(ConnectInfo(self.address));
        request = request.header(CONTENT_TYPE, kind);
        if let Some(cookie) = &self.cookie {
            request = request.header(COOKIE, cookie);
        }
        let response = self.app.clone().oneshot(request.body(Body::from(body))?).await?;
        let (status, set) = (response.status(), response.headers().get(SET_COOKIE).cloned());
        let page = to_bytes(response.into_body(), PAGE_MAX).await?;
        if !matches!(status, StatusCode::OK | StatusCode::SEE_OTHER) {
            return Err(format!("{path} answers {status}").into());
        }
        let set = set.as_ref().and_then(|cookie| cookie.to_str().ok()).and_then(|cookie| cookie.split(';').next());
        Ok(Answer { page, cookie: set.map(str::to_owned) })
    }
}
