//! Answers made small: Brotli, Zstandard or gzip, whichever the one who asks takes first in that order.
//!
//! What has a tag is packed once and kept under it, so that a page costs its packing only when it has changed. What
//! lies behind the sign-in is never packed: a secret beside somebody else's words could be guessed from lengths.

use std::io::Write;

use axum::body::{Body, Bytes, HttpBody as _, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::{
    ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, ETAG, HeaderMap, HeaderValue, VARY,
};
use axum::http::response::Parts;
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::Response;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::PortalState;
use crate::answer::PACKABLE;
use crate::state::PackedKey;

/// Smaller answers go as they are: one packet holds them anyway.
const SMALL: u64 = 1_024;
/// Larger ones go as they are, in pieces: nothing that large is kept in memory.
const LARGE: u64 = 8 * 1024 * 1024;
/// How hard Brotli tries (of 11): beyond this a page takes longer to pack than to send.
const BROTLI_QUALITY: u32 = 5;
/// Bits of Brotli's window.
const BROTLI_WINDOW: u32 = 20;

/// A way of packing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Packing {
    Brotli,
    Zstd,
    Gzip,
}

impl Packing {
    /// Ours, the densest first.
    const ALL: [Packing; 3] = [Packing::Brotli, Packing::Zstd, Packing::Gzip];

    const fn name(self) -> &'static str {
        match self {
            Packing::Brotli => "br",
            Packing::Zstd => "zstd",
            Packing::Gzip => "gzip",
        }
    }

    /// The first of ours that is taken (RFC 9110, 12.5.3); weights other than none are not weighed.
    fn taken(asked: &HeaderMap) -> Option<Self> {
        let said = asked.get_all(ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
        let names = said.flat_map(|value| value.split(',')).filter_map(|one| {
            let (name, weight) = one.split_once(';').unwrap_or((one, ""));
            let refused = weight.trim().trim_start_matches("q=").parse().is_ok_and(|weight: f32| weight == 0.0);
            (!refused).then(|| name.trim())
        });
        let names: Vec<&str> = names.collect();
        Packing::ALL.into_iter().find(|packing| names.iter().any(|name| name.eq_ignore_ascii_case(packing.name())))
    }

    fn pack(self, bytes: &[u8]) -> std::io::Result<Vec<u8>> {
        match self {
            Packing::Brotli => {
                let mut packed = Vec::new();
                let mut writer = brotli::CompressorWriter::new(&mut packed, 4096, BROTLI_QUALITY, BROTLI_WINDOW);
                writer.write_all(bytes)?;
                writer.flush()?;
                drop(writer);
                Ok(packed)
            }
            Packing::Zstd => Ok(ruzstd::encoding::compress_to_vec(bytes, ruzstd::encoding::CompressionLevel::Fastest)),
            Packing::Gzip => {
                let mut writer = GzEncoder::new(Vec::new(), Compression::new(6));
                writer.write_all(bytes)?;
                writer.finish()
            }
        }
    }
}

/// Packs an answer of the public site, if it gains by it.
pub(crate) async fn pack(State(portal): State<PortalState>, request: Request, next: Next) -> Response {
    let packing = Packing::taken(request.headers()).filter(|_| request.method() == Method::GET);
    let path = request.uri().path().to_owned();
    let mut response = next.run(request).await;
    let Some(key) = wanted(&mut response, packing, &path) else { return response };
    let (head, body) = response.into_parts();
    if let Some(packed) = portal.packed().get(&key) {
        return sent(head, &key, packed);
    }
    let Ok(bytes) = to_bytes(body, LARGE as usize).await else { return failed() };
    let packing = key.2;
    let packed = tokio::task::spawn_blocking(move || packing.pack(&bytes).map(Bytes::from)).await;
    let Ok(Ok(packed)) = packed else { return failed() };
    portal.packed().insert(key.clone(), packed.clone(), packed.len());
    sent(head, &key, packed)
}

/// The same for an answer that is at hand; none where it is to be packed and was not yet.
pub(crate) fn at_once(portal: &PortalState, asked: &HeaderMap, path: &str, mut response: Response) -> Option<Response> {
    // A page that is kept says already that it may come packed.
    let Some(packing) = Packing::taken(asked) else { return Some(response) };
    let Some(key) = wanted(&mut response, Some(packing), path) else { return Some(response) };
    let packed = portal.packed().get(&key)?;
    Some(sent(response.into_parts().0, &key, packed))
}

/// What an answer is kept under when it is packed; none for one that goes as it is. Every text says that it may come packed.
fn wanted(response: &mut Response, packing: Option<Packing>, path: &str) -> Option<PackedKey> {
    // That nothing has changed says the same of itself as what has not (RFC 9110, 15.4.5), and has no type.
    let unchanged = response.status() == StatusCode::NOT_MODIFIED;
    if !unchanged && !is_text(response.headers()) || response.headers().contains_key(CONTENT_ENCODING) {
        return None;
    }
    // Pages that are kept say so already.
    if !response.headers().get_all(VARY).iter().any(|said| said == PACKABLE) {
        response.headers_mut().append(VARY, PACKABLE);
    }
    let packing = packing.filter(|_| response.status() == StatusCode::OK)?;
    let tag = response.headers().get(ETAG)?.clone();
    response.body().size_hint().exact().filter(|length| (SMALL..=LARGE).contains(length))?;
    Some((path.to_owned(), tag, packing))
}

/// A packed answer.
fn sent(mut head: Parts, (_, tag, packing): &PackedKey, packed: Bytes) -> Response {
    head.headers.insert(CONTENT_ENCODING, HeaderValue::from_static(packing.name()));
    head.headers.insert(CONTENT_LENGTH, HeaderValue::from(packed.len()));
    head.headers.insert(ETAG, weak(tag));
    Response::from_parts(head, Body::from(packed))
}

/// The same content in other bytes has a tag that says no more than that (RFC 9110, 8.8.1).
fn weak(tag: &HeaderValue) -> HeaderValue {
    let said = tag.to_str().unwrap_or_default();
    if said.starts_with("W/") {
        return tag.clone();
    }
    HeaderValue::try_from(format!("W/{said}")).unwrap_or_else(|_| tag.clone())
}

/// Whether an answer is of a kind that gets smaller.
fn is_text(headers: &HeaderMap) -> bool {
    let kind = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default();
    kind.starts_with("text/")
        || kind.ends_with("+xml")
        || kind.ends_with("+json")
        || matches!(kind, "application/json" | "application/jsonl" | "application/xml" | "image/svg+xml")
}

fn failed() -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
    response
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    fn asked(value: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(ACCEPT_ENCODING, HeaderValue::from_static(value))])
    }

    #[test]
    fn the_densest_that_is_taken() {
        assert_eq!(Packing::taken(&asked("gzip, deflate, br, zstd")), Some(Packing::Brotli));
        assert_eq!(Packing::taken(&asked("gzip, br;q=0")), Some(Packing::Gzip));
        assert_eq!(Packing::taken(&asked("zstd;q=0.5")), Some(Packing::Zstd));
        assert_eq!(Packing::taken(&asked("identity")), None);
        assert_eq!(Packing::taken(&HeaderMap::new()), None);
    }

    #[test]
    fn what_is_packed_comes_out_again() {
        let text = "狼煙は山から山へ知らせを伝える。".repeat(400);
        let unpacked = |packing: Packing| {
            let packed = packing.pack(text.as_bytes()).expect("memory takes it");
            assert!(packed.len() < text.len() / 4, "{packing:?}: {}", packed.len());
            let mut bytes = Vec::new();
            let read = match packing {
                Packing::Brotli => brotli::Decompressor::new(&packed[..], 4096).read_to_end(&mut bytes),
                Packing::Gzip => flate2::read::GzDecoder::new(&packed[..]).read_to_end(&mut bytes),
                Packing::Zstd => {
                    ruzstd::decoding::StreamingDecoder::new(&packed[..]).expect("a frame").read_to_end(&mut bytes)
                }
            };
            read.expect("it opens");
            bytes
        };
        assert!(Packing::ALL.into_iter().all(|packing| unpacked(packing) == text.as_bytes()));
    }
}
