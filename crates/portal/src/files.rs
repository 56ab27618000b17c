//! The files of the tree as they are: CSAF documents with their hashes and signatures, feeds, lists, keys.

use std::fs::Metadata;
use std::io;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use axum::body::{Body, Bytes};
use axum::http::StatusCode;
use axum::http::header::{
    ACCEPT, ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE, ETAG, HeaderMap, HeaderName,
    HeaderValue, IF_MODIFIED_SINCE, IF_NONE_MATCH, LAST_MODIFIED, VARY,
};
use axum::response::{IntoResponse, Response};
use formats::AdvisoryNumber;
use futures_util::stream;
use jiff::Timestamp;
use jiff::fmt::rfc2822::DateTimePrinter;
use tokio::fs::File;
use tokio::io::AsyncReadExt;

use crate::PortalState;
use crate::answer::{KEEP, has_already, lead_by_language, lead_for_good};
use crate::pages::listing;
use crate::visit::Visit;

/// Bytes that are read from a file at once. A smaller file goes out whole, in one packet with its headers if it fits.
const PIECE: usize = 256 * 1024;
/// The folders of the tree.
const FOLDERS: [&str; 6] = ["csaf", "advisories", "changes", "checkpoints", "openpgp", "pages"];

/// The routes of the tree's folders and of the files at its top.
pub(crate) fn routes() -> axum::Router<PortalState> {
    let file = || axum::routing::get(serve);
    let mut router = axum::Router::new().route("/.well-known/{*path}", file()).route("/advisories.jsonl", file());
    router = router.route("/unreachable.json", file()).route("/developers.json", file());
    for folder in FOLDERS {
        router = router.route(&format!("/{folder}/"), file()).route(&format!("/{folder}/{{*path}}"), file());
    }
    router
}

/// A file or a folder of the tree, by the path of the request.
async fn serve(visit: Visit) -> Response {
    let (portal, path, asked) = (&visit.portal, visit.uri.path(), &visit.headers);
    let missing = || visit.not_found();
    let Some(found) = portal.tree().locate(path) else { return missing() };
    let Ok(data) = tokio::fs::metadata(&found).await else { return missing() };
    if data.is_file() {
        return answer(path, &found, &data, asked).await.unwrap_or_else(|error| unreadable(path, &error));
    }
    if let Some(id) = path.strip_prefix("/advisories/").and_then(|id| id.parse::<AdvisoryNumber>().ok()) {
        return lead_by_language(&portal.advisory_path(visit.lang, &id));
    }
    if !path.ends_with('/') {
        return lead_for_good(&format!("{path}/"));
    }
    folder(portal, path, found, asked).await.unwrap_or_else(|error| unreadable(path, &error))
}

/// A folder: its own page when it has one, else its names, for people or as JSON.
async fn folder(portal: &PortalState, path: &str, found: PathBuf, asked: &HeaderMap) -> io::Result<Response> {
    let wants_json =
        asked.get(ACCEPT).and_then(|value| value.to_str().ok()).is_some_and(|accept| accept.contains("json"));
    let page = found.join("index.html");
    let mut response = match tokio::fs::metadata(&page).await {
        Ok(data) if data.is_file() && !wants_json => answer("index.html", &page, &data, asked).await?,
        _ => listing::respond(portal, path, names(&found).await?, wants_json, asked),
    };
    response.headers_mut().insert(VARY, HeaderValue::from_static("accept"));
    Ok(open_to_all(response))
}

/// The names in a folder, folders with a final slash; what begins with a dot is nobody's business.
async fn names(folder: &Path) -> io::Result<Vec<String>> {
    let mut entries = tokio::fs::read_dir(folder).await?;
    let mut names = Vec::new();
    while let Some(entry) = entries.next_entry().await? {
        let Ok(mut name) = entry.file_name().into_string() else { continue };
        if name.starts_with('.') {
            continue;
        }
        if entry.file_type().await?.is_dir() {
            name.push('/');
        }
        names.push(name);
    }
    names.sort();
    Ok(names)
}

/// A file; `path` is how it is called in its address, `found` where it lies.
async fn answer(path: &str, found: &Path, data: &Metadata, asked: &HeaderMap) -> io::Result<Response> {
    let stamp = Stamp::of(data)?;
    let kept = [(ETAG, stamp.tag.clone()), (LAST_MODIFIED, stamp.modified.clone()), (CACHE_CONTROL, KEEP)];
    if stamp.is_known(asked) {
        return Ok(open_to_all((StatusCode::NOT_MODIFIED, kept).into_response()));
    }
    let content =
        [(CONTENT_TYPE, HeaderValue::from_static(media_type(path))), (CONTENT_LENGTH, HeaderValue::from(data.len()))];
    Ok(open_to_all((kept, content, body(found, data.len()).await?).into_response()))
}

/// The content. A file is replaced, never changed, so its length stays what it was.
async fn body(found: &Path, length: u64) -> io::Result<Body> {
    if length <= PIECE as u64 {
        let mut bytes = Vec::new();
        File::open(found).await?.take(length).read_to_end(&mut bytes).await?;
        return Ok(Body::from(bytes));
    }
    let file = File::open(found).await?.take(length);
    Ok(Body::from_stream(stream::try_unfold(file, async |mut file| -> io::Result<_> {
        let mut piece = Vec::with_capacity(PIECE);
        let read = (&mut file).take(PIECE as u64).read_to_end(&mut piece).await?;
        Ok((read > 0).then_some((Bytes::from(piece), file)))
    })))
}

/// By what the one who asks knows whether a file has changed.
struct Stamp {
    tag: HeaderValue,
    modified: HeaderValue,
    seconds: i64,
}

impl Stamp {
    fn of(data: &Metadata) -> io::Result<Self> {
        let since = data.modified()?.duration_since(UNIX_EPOCH).unwrap_or_default();
        let seconds = i64::try_from(since.as_secs()).unwrap_or_default();
        let tag = format!("\"{seconds:x}-{:x}-{:x}\"", since.subsec_nanos(), data.len());
        let modified = Timestamp::from_second(seconds).unwrap_or_default();
        let modified = DateTimePrinter::new().timestamp_to_rfc9110_string(&modified).unwrap_or_default();
        let header = |text: String| HeaderValue::try_from(text).map_err(io::Error::other);
        Ok(Stamp { tag: header(tag)?, modified: header(modified)?, seconds })
    }

    /// A tag decides when there is one; else the day does (RFC 9110, 13.2.2).
    fn is_known(&self, asked: &HeaderMap) -> bool {
        if asked.contains_key(IF_NONE_MATCH) {
            return has_already(asked, &self.tag);
        }
        let since = asked.get(IF_MODIFIED_SINCE).and_then(|value| value.to_str().ok());
        let since = since.and_then(|text| jiff::fmt::rfc2822::parse(text).ok());
        since.is_some_and(|since| self.seconds <= since.timestamp().as_second())
    }
}

/// Published files are for scripts of every origin, too.
pub(crate) fn open_to_all(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("cross-origin"));
    response
}

fn media_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map(|(_, ending)| ending) {
        Some("json") => "application/json",
        Some("jsonl") => "application/jsonl; charset=utf-8",
        Some("csv") => "text/csv; charset=utf-8",
        Some("html") => "text/html; charset=utf-8",
        Some("asc") if path.starts_with("/csaf/") => "application/pgp-signature",
        Some("asc") => "application/pgp-keys",
        _ => "text/plain; charset=utf-8",
    }
}

fn unreadable(path: &str, error: &io::Error) -> Response {
    tracing::error!(path, %error, "a published file cannot be read");
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_have_their_types() {
        assert_eq!(media_type("/csaf/white/2026/jvn_1.json"), "application/json");
        assert_eq!(media_type("/csaf/white/2026/jvn_1.json.sha256"), "text/plain; charset=utf-8");
        assert_eq!(media_type("/csaf/white/2026/jvn_1.json.asc"), "application/pgp-signature");
        assert_eq!(media_type("/openpgp/0123.asc"), "application/pgp-keys");
        assert_eq!(media_type("/changes/head"), "text/plain; charset=utf-8");
    }
}
