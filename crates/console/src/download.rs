//! Handing out a file that somebody sent: never shown in the browser, never run, whatever it is (decision 28).

use axum::body::Body;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use rulebook::report::Attachment;
use store::AttachmentReader;

/// The file as an answer: opened piece by piece while it is sent, so that its size costs no memory.
pub fn download(file: &Attachment, reader: AttachmentReader) -> Response {
    let pieces = futures_util::stream::unfold(Some(reader), |reader| async {
        let mut reader = reader?;
        match reader.next_chunk().await {
            Ok(Some(piece)) => Some((Ok(piece), Some(reader))),
            Ok(None) => None,
            // The connection breaks: a damaged file is never taken for a whole one.
            Err(_) => Some((Err(std::io::Error::other("the file cannot be read")), None)),
        }
    });
    let mut response = Body::from_stream(pieces).into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/octet-stream"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(CONTENT_LENGTH, HeaderValue::from(file.size));
    let disposition =
        format!("attachment; filename=\"{}\"; filename*=UTF-8''{}", plain(&file.name), encoded(&file.name));
    if let Ok(value) = HeaderValue::from_str(&disposition) {
        headers.insert(CONTENT_DISPOSITION, value);
    }
    response
}

/// A file made by us, to be kept.
pub fn saved(bytes: Vec<u8>, kind: &'static str, name: &str) -> Response {
    let plain: String = name.chars().filter(|c| c.is_ascii_alphanumeric() || ".-_".contains(*c)).collect();
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Ok(value) = HeaderValue::from_str(&format!("attachment; filename=\"{plain}\"")) {
        headers.insert(CONTENT_DISPOSITION, value);
    }
    response
}

/// The name in ASCII for old browsers (RFC 6266, 4.3).
fn plain(name: &str) -> String {
    name.chars().map(|c| if c.is_ascii_alphanumeric() || ".-_".contains(c) { c } else { '_' }).collect()
}

/// The name in UTF-8 (RFC 8187, 3.2).
fn encoded(name: &str) -> String {
    let mut out = String::new();
    for byte in name.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' | b'-' | b'_' => out.push(char::from(byte)),
            other => out.push_str(&format!("%{other:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_leave_its_header() {
        assert_eq!(plain("a\"; x=\r\n.html"), "a___x___.html");
        assert_eq!(encoded("検証.txt"), "%E6%A4%9C%E8%A8%BC.txt");
        assert!(!encoded("a\r\nSet-Cookie: b").contains('\n'));
    }
}
