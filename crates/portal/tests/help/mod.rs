//! A portal over a tree in a folder, asked as a browser asks it.

#![allow(dead_code)]

use std::path::Path;

use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use axum::response::Response;
use formats::PublicDocument;
use portal::PortalState;
use portal::myjvn::NothingFound;
use tower::ServiceExt;

use crate::sample::{self, Folder};

/// A portal with its folder, which is gone when the test is.
pub struct Site {
    pub folder: Folder,
    pub portal: PortalState,
}

/// What came back.
#[derive(Debug, PartialEq)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    /// The text; empty when it came packed.
    pub body: String,
    pub bytes: Vec<u8>,
}

impl Answer {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().expect("ASCII"))
    }
}

/// A portal over these documents, reached at this address.
pub fn site(name: &str, documents: &[PublicDocument], base_url: &str) -> Site {
    let folder = Folder::new(name);
    sample::write_tree(&folder.0, documents, base_url);
    let portal = portal(&folder.0, base_url);
    Site { folder, portal }
}

pub fn portal(folder: &Path, base_url: &str) -> PortalState {
    portal_with(folder, base_url, NothingFound::default())
}

pub fn portal_with(folder: &Path, base_url: &str, nothing_found: NothingFound) -> PortalState {
    PortalState::open_with(sample::setup(folder, base_url), nothing_found)
}

impl Site {
    pub async fn get(&self, path: &str) -> Answer {
        self.ask(path, &[]).await
    }

    /// A page that has to be there.
    pub async fn page(&self, path: &str) -> String {
        let answer = self.get(path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        answer.body
    }

    /// JSON that has to be there.
    pub async fn json(&self, path: &str) -> serde_json::Value {
        serde_json::from_str(&self.page(path).await).expect("JSON")
    }

    pub async fn ask(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        let request = request(path, headers);
        Answer::of(portal::site(self.portal.clone()).oneshot(request).await.expect("routers do not fail")).await
    }

    /// What is answered at the door, if anything is.
    pub async fn ask_at_door(&self, path: &str, headers: &[(&str, &str)]) -> Option<Answer> {
        let answer = portal::door::at_once(&self.portal, &request(path, headers))?;
        Some(Answer::of(answer.response).await)
    }
}

fn request(path: &str, headers: &[(&str, &str)]) -> Request<Body> {
    let request = Request::get(path);
    let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
    request.body(Body::empty()).expect("a request")
}

impl Answer {
    async fn of(response: Response) -> Answer {
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, 64 << 20).await.expect("a body");
        let is_packed = parts.headers.contains_key("content-encoding");
        let text = if is_packed { Vec::new() } else { bytes.to_vec() };
        let body = String::from_utf8(text).expect("all samples are text");
        Answer { status: parts.status, headers: parts.headers, body, bytes: bytes.to_vec() }
    }
}
