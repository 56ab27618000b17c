//! Pages and files as HTTP answers: how long they may be kept, and whether the one who asks has them already.

use askama::Template;
use axum::body::{Body, Bytes};
use axum::http::header::{
    ACCEPT_LANGUAGE, CACHE_CONTROL, CONTENT_TYPE, ETAG, HeaderMap, HeaderValue, IF_NONE_MATCH, LOCATION, VARY,
};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use twox_hash::XxHash3_128;
use ui::Lang;
use ui::respond::secure;

/// Anybody may keep a public page for a minute: as long as a correction may take to be seen.
pub const KEEP: HeaderValue = HeaderValue::from_static("public, max-age=60");
/// Bytes that the head of a page takes, about.
const HEAD: usize = 2 * 1024;
/// What the answer varies by where it may come packed.
pub(crate) const PACKABLE: HeaderValue = HeaderValue::from_static("accept-encoding");

/// A page that has been written, with the head of its answer: a page that is asked for again is not begun anew. Cheap to
/// clone.
#[derive(Clone, Debug)]
pub struct Rendered {
    html: Bytes,
    head: HeaderMap,
}

impl Rendered {
    /// Writes a page of about so many bytes: room for a long one is made once.
    ///
    /// # Errors
    /// When the template cannot be written, which needs a broken `Display` inside it.
    pub fn of<T: Template>(template: &T, length: usize) -> askama::Result<Self> {
        let mut html = String::with_capacity(length.max(T::SIZE_HINT));
        template.render_into(&mut html)?;
        let mut head = HeaderMap::from_iter([
            (CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8")),
            (CACHE_CONTROL, KEEP),
            (ETAG, tag(&html)),
            (VARY, PACKABLE),
        ]);
        secure(&mut head);
        Ok(Rendered { head, html: Bytes::from(html) })
    }

    /// Bytes that it takes.
    #[must_use]
    pub fn weight(&self) -> usize {
        self.html.len() + HEAD
    }

    /// The page, or the word that the one who asks has it already.
    #[must_use]
    pub fn respond(self, asked: &HeaderMap) -> Response {
        let Rendered { html, head } = self;
        let known = head.get(ETAG).is_some_and(|tag| has_already(asked, tag));
        let mut response = Response::new(if known { Body::empty() } else { Body::from(html) });
        *response.headers_mut() = head;
        if known {
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            response.headers_mut().remove(CONTENT_TYPE);
        }
        response
    }
}

/// A page that depends on its address alone, as an answer.
#[must_use]
pub fn page(template: &impl Template, asked: &HeaderMap) -> Response {
    match Rendered::of(template, 0) {
        Ok(rendered) => rendered.respond(asked),
        Err(error) => {
            tracing::error!(%error, "a page could not be written");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

/// Content with its tag, or the word that the one who asks has it already.
pub(crate) fn tagged(asked: &HeaderMap, tag: HeaderValue, media_type: &'static str, content: Bytes) -> Response {
    let known = has_already(asked, &tag);
    let kept = [(ETAG, tag), (CACHE_CONTROL, KEEP)];
    if known {
        return (StatusCode::NOT_MODIFIED, kept).into_response();
    }
    (kept, [(CONTENT_TYPE, HeaderValue::from_static(media_type))], content).into_response()
}

/// Whether the one who asks names this tag as one it has (RFC 9110, 13.1.2; tags compared weakly).
#[must_use]
pub fn has_already(asked: &HeaderMap, tag: &HeaderValue) -> bool {
    let Ok(tag) = tag.to_str() else { return false };
    let named = asked.get_all(IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    let mut named = named.flat_map(|value| value.split(',')).map(str::trim);
    named.any(|one| one == "*" || one.trim_start_matches("W/") == tag.trim_start_matches("W/"))
}

/// The language somebody asks for, Japanese when they do not say.
#[must_use]
pub fn asked_language(asked: &HeaderMap) -> Lang {
    let header = asked.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    header.map_or(Lang::Ja, |header| {
        Lang::preferred(header).unwrap_or(if header.trim().is_empty() { Lang::Ja } else { Lang::En })
    })
}

/// Leads to where the page is, in the language asked for.
#[must_use]
pub fn lead_by_language(to: &str) -> Response {
    let mut response = lead(StatusCode::FOUND, to);
    response.headers_mut().insert(VARY, HeaderValue::from_static("accept-language"));
    response
}

/// Leads for good to the one true address of a page.
#[must_use]
pub fn lead_for_good(to: &str) -> Response {
    lead(StatusCode::PERMANENT_REDIRECT, to)
}

/// Leads to an address of our own.
fn lead(status: StatusCode, to: &str) -> Response {
    let to: Uri = to.parse().unwrap_or_else(|_| Uri::from_static("/"));
    match HeaderValue::try_from(to.to_string()) {
        Ok(to) => (status, [(LOCATION, to), (CACHE_CONTROL, KEEP)]).into_response(),
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}

/// The tag of a content: a hash of it. It tells our own pages apart and keeps no secret, so a fast one will do.
pub(crate) fn tag(text: &str) -> HeaderValue {
    let hash = XxHash3_128::oneshot(text.as_bytes());
    HeaderValue::try_from(format!("\"{hash:032x}\"")).unwrap_or(HeaderValue::from_static("\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(name: axum::http::HeaderName, value: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(name, HeaderValue::from_static(value))])
    }

    #[test]
    fn a_tag_in_a_list_is_known() {
        let tag = HeaderValue::from_static("\"abc\"");
        assert!(has_already(&asked(IF_NONE_MATCH, "\"x\", W/\"abc\""), &tag));
        assert!(has_already(&asked(IF_NONE_MATCH, "*"), &tag));
        assert!(!has_already(&asked(IF_NONE_MATCH, "\"abcd\""), &tag));
        assert!(!has_already(&HeaderMap::new(), &tag));
    }

    #[test]
    fn who_reads_neither_language_gets_english() {
        assert_eq!(asked_language(&asked(ACCEPT_LANGUAGE, "en-GB,en;q=0.9")), Lang::En);
        assert_eq!(asked_language(&asked(ACCEPT_LANGUAGE, "ja,en;q=0.5")), Lang::Ja);
        assert_eq!(asked_language(&asked(ACCEPT_LANGUAGE, "fr-FR,fr;q=0.9")), Lang::En);
        assert_eq!(asked_language(&HeaderMap::new()), Lang::Ja);
    }
}
