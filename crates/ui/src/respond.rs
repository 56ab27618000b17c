//! A rendered template as an HTTP answer, with the headers that keep it where it belongs.

use askama::Template;
use axum::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use axum::http::{HeaderValue as Value, StatusCode};
use axum::response::{IntoResponse, Response};

/// Nothing but our own style sheet, script, pictures and forms; no inline code, no frames, no other origin.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; \
     img-src 'self' data:; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; \
     connect-src 'self'";

/// A page as an answer. Pages are secret unless they say otherwise: nobody on the way may keep them.
#[derive(Debug)]
pub struct Page<T> {
    template: T,
    status: StatusCode,
    cache: &'static str,
}

impl<T: Template> Page<T> {
    /// A page that nobody on the way may keep.
    pub fn secret(template: T) -> Self {
        Page { template, status: StatusCode::OK, cache: "no-store" }
    }

    /// A page for everybody, asked for again each time it is looked at.
    pub fn public(template: T) -> Self {
        Page { template, status: StatusCode::OK, cache: "public, no-cache" }
    }

    /// The same page with another status than 200.
    #[must_use]
    pub fn status(mut self, status: StatusCode) -> Self {
        self.status = status;
        self
    }
}

impl<T: Template> IntoResponse for Page<T> {
    fn into_response(self) -> Response {
        let Ok(html) = self.template.render() else {
            return StatusCode::INTERNAL_SERVER_ERROR.into_response();
        };
        let mut response = (self.status, html).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, Value::from_static("text/html; charset=utf-8"));
        headers.insert(header::CACHE_CONTROL, Value::from_static(self.cache));
        secure(headers);
        response
    }
}

/// Adds the security headers to an answer that does not have them. As a layer over a whole router:
/// `router.layer(axum::middleware::map_response(ui::respond::secured))`.
pub async fn secured(mut response: Response) -> Response {
    secure(response.headers_mut());
    response
}

/// The same for the headers of one answer.
pub fn secure(headers: &mut HeaderMap) {
    const OPENER: HeaderName = HeaderName::from_static("cross-origin-opener-policy");
    const RESOURCE: HeaderName = HeaderName::from_static("cross-origin-resource-policy");
    let wanted = [
        (header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (OPENER, "same-origin"),
        (RESOURCE, "same-origin"),
    ];
    // Grown once.
    headers.reserve(wanted.len());
    for (name, value) in wanted {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Template)]
    #[template(source = "<p>{{ 1 }}</p>", ext = "html")]
    struct Small;

    #[test]
    fn a_page_is_secret_unless_it_says_otherwise() {
        let response = Page::secret(Small).into_response();
        assert_eq!(response.headers()[header::CACHE_CONTROL], "no-store");
        let response = Page::public(Small).status(StatusCode::NOT_FOUND).into_response();
        assert_eq!(response.headers()[header::CACHE_CONTROL], "public, no-cache");
        assert_eq!(response.status(), StatusCode::NOT_FOUND);
    }

    #[test]
    fn no_page_runs_code_that_is_not_ours() {
        let response = Page::public(Small).into_response();
        let policy = response.headers()[header::CONTENT_SECURITY_POLICY].to_str().expect("ascii");
        assert!(policy.starts_with("default-src 'none';") && !policy.contains("unsafe"), "{policy}");
        assert_eq!(response.headers()["referrer-policy"], "no-referrer");
        assert_eq!(response.headers()["x-content-type-options"], "nosniff");
    }
}
