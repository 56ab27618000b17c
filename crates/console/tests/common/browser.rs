//! A browser: cookies, the session's token in every form, and nothing that a real one does not do.

use std::collections::BTreeMap;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::atomic::{AtomicU32, Ordering};

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::header::{CONTENT_TYPE, COOKIE, SET_COOKIE};
use axum::http::{HeaderMap, Method, Request, StatusCode};
use tower::ServiceExt;

use super::World;

/// An answer, read whole.
#[derive(Clone, Debug)]
pub struct Reply {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
}

impl Reply {
    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// A header, or nothing.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// Where a redirect leads.
    pub fn location(&self) -> &str {
        self.header("location")
    }

    /// Value of the first input of a name in the page.
    pub fn input(&self, name: &str) -> Option<String> {
        let page = self.text();
        let tag = page.split("<input").skip(1).find(|tag| tag.contains(&format!("name=\"{name}\"")))?;
        let tag = tag.split('>').next()?;
        let value = tag.split("value=\"").nth(1)?.split('"').next()?;
        Some(value.replace("&#38;", "&").replace("&amp;", "&"))
    }

    /// The page's digest of the view.
    pub fn seen(&self) -> String {
        self.input("seen").unwrap_or_default()
    }
}

/// A file to send.
pub struct Upload<'a> {
    pub field: &'a str,
    pub name: &'a str,
    pub bytes: &'a [u8],
}

/// A browser with its cookies.
#[derive(Clone)]
pub struct Browser {
    world: World,
    address: SocketAddr,
    pub cookies: BTreeMap<String, String>,
    pub csrf: String,
    /// Headers that a test adds to every request.
    pub extra: Vec<(&'static str, String)>,
}

static ADDRESSES: AtomicU32 = AtomicU32::new(1);

impl Browser {
    pub fn new(world: &World) -> Browser {
        let number = ADDRESSES.fetch_add(1, Ordering::Relaxed);
        let address = SocketAddr::from((Ipv4Addr::from(0x0A00_0000 | number), 40_000));
        let (cookies, csrf) = (BTreeMap::new(), String::new());
        Browser { world: world.clone(), address, cookies, csrf, extra: Vec::new() }
    }

    /// Takes a session's cookie, and its token for forms.
    pub async fn enter(&mut self, token: &str) {
        self.cookies.insert(console::who::SESSION_COOKIE.into(), token.into());
        self.learn_token().await;
    }

    async fn learn_token(&mut self) {
        let Some(cookie) = self.cookies.get(console::who::SESSION_COOKIE) else { return };
        let session = self.world.office.session(cookie).await.expect("the store answers");
        self.csrf = session.map(|session| session.csrf).unwrap_or_default();
    }

    pub async fn get(&mut self, path: &str) -> Reply {
        self.send(Method::GET, path, None, Vec::new()).await
    }

    /// Sends a form with the session's token.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Reply {
        let csrf = self.csrf.clone();
        let mut all = vec![("csrf", csrf.as_str())];
        all.extend_from_slice(fields);
        self.post_bare(path, &all).await
    }

    /// Sends a form as it is.
    pub async fn post_bare(&mut self, path: &str, fields: &[(&str, &str)]) -> Reply {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.send(Method::POST, path, Some("application/x-www-form-urlencoded"), body.into_bytes()).await
    }

    /// Sends a form with files (RFC 7578), with the session's token.
    pub async fn post_files(&mut self, path: &str, fields: &[(&str, &str)], files: &[Upload<'_>]) -> Reply {
        let csrf = self.csrf.clone();
        let mut all = vec![("csrf", csrf.as_str())];
        all.extend_from_slice(fields);
        self.post_files_bare(path, &all, files).await
    }

    /// Sends a form with files as it is.
    pub async fn post_files_bare(&mut self, path: &str, fields: &[(&str, &str)], files: &[Upload<'_>]) -> Reply {
        const BOUNDARY: &str = "----noroshi-test-boundary";
        let mut body = Vec::new();
        for (name, value) in fields {
            let head = format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n");
            body.extend([head.as_bytes(), value.as_bytes(), b"\r\n"].concat());
        }
        for Upload { field, name, bytes } in files {
            let head = format!(
                "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n\
                 Content-Type: application/octet-stream\r\n\r\n"
            );
            body.extend([head.as_bytes(), bytes, b"\r\n"].concat());
        }
        body.extend(format!("--{BOUNDARY}--\r\n").into_bytes());
        self.send(Method::POST, path, Some(&format!("multipart/form-data; boundary={BOUNDARY}")), body).await
    }

    /// Follows redirects to the page at their end.
    pub async fn follow(&mut self, reply: Reply) -> Reply {
        let mut reply = reply;
        for _ in 0..5 {
            if !reply.status.is_redirection() {
                return reply;
            }
            let to = reply.location().split('#').next().unwrap_or_default().to_owned();
            reply = self.get(&to).await;
        }
        panic!("redirects without end");
    }

    pub async fn send(&mut self, method: Method, path: &str, kind: Option<&str>, body: Vec<u8>) -> Reply {
        let mut request = Request::builder().method(method).uri(path).header("host", "noroshi.example");
        if let Some(kind) = kind {
            request = request.header(CONTENT_TYPE, kind).header("content-length", body.len());
        }
        if !self.cookies.is_empty() {
            let pairs: Vec<_> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            request = request.header(COOKIE, pairs.join("; "));
        }
        for (name, value) in &self.extra {
            request.headers_mut().expect("a request").remove(*name);
            request = request.header(*name, value);
        }
        let mut request = request.body(Body::from(body)).expect("a request");
        request.extensions_mut().insert(ConnectInfo(self.address));
        let response = self.world.app.clone().oneshot(request).await.expect("an answer");
        let (status, headers) = (response.status(), response.headers().clone());
        let bytes = axum::body::to_bytes(response.into_body(), usize::MAX).await.expect("the whole answer").to_vec();
        self.keep_cookies(&headers).await;
        Reply { status, headers, bytes }
    }

    async fn keep_cookies(&mut self, headers: &HeaderMap) {
        let set: Vec<_> = headers.get_all(SET_COOKIE).iter().filter_map(|value| value.to_str().ok()).collect();
        for cookie in &set {
            let pair = cookie.split(';').next().unwrap_or_default();
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            if value.is_empty() {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        if !set.is_empty() {
            self.learn_token().await;
        }
    }
}
