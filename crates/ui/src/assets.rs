//! The style sheet, the script and the pictures: built in, addressed by their content, kept for ever by browsers.

use std::sync::LazyLock;

use axum::Router;
use axum::extract::Path;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use sha2::{Digest, Sha256};

/// A file that every page may ask for.
struct Asset {
    name: &'static str,
    media_type: &'static str,
    bytes: &'static [u8],
    /// The first 12 hex digits of the SHA-256 of the bytes.
    hash: String,
    url: String,
}

static ASSETS: LazyLock<Vec<Asset>> = LazyLock::new(|| {
    vec![
        asset("ui.css", "text/css; charset=utf-8", include_bytes!(concat!(env!("OUT_DIR"), "/ui.css"))),
        asset("ui.js", "text/javascript; charset=utf-8", include_bytes!("../assets/ui.js")),
        asset("logo.svg", "image/svg+xml", include_bytes!("../assets/logo.svg")),
        asset("favicon.svg", "image/svg+xml", include_bytes!("../assets/favicon.svg")),
    ]
});

/// The address of an asset: `/assets/ui-1a2b3c4d5e6f.css`.
///
/// # Panics
/// When there is no asset of that name.
#[must_use]
pub fn url(name: &str) -> &'static str {
    let asset = ASSETS.iter().find(|asset| asset.name == name);
    &asset.unwrap_or_else(|| panic!("no asset {name:?}")).url
}

/// All assets by the last part of their address, with their bytes: to write them beside static pages.
pub fn files() -> impl Iterator<Item = (&'static str, &'static [u8])> {
    ASSETS.iter().map(|asset| (asset.url.trim_start_matches("/assets/"), asset.bytes))
}

/// The routes of the assets, for any state.
pub fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new().route("/assets/{name}", get(serve)).route("/favicon.ico", get(favicon))
}

async fn serve(Path(name): Path<String>, headers: HeaderMap) -> Response {
    let found = ASSETS.iter().find(|asset| asset.url.strip_prefix("/assets/") == Some(&*name));
    found.map_or_else(
        || StatusCode::NOT_FOUND.into_response(),
        |asset| answer(asset, &headers, "public, max-age=31536000, immutable"),
    )
}

/// Browsers ask for this one without being told to, and without a hash.
async fn favicon(headers: HeaderMap) -> Response {
    let found = ASSETS.iter().find(|asset| asset.name == "favicon.svg");
    found
        .map_or_else(|| StatusCode::NOT_FOUND.into_response(), |asset| answer(asset, &headers, "public, max-age=86400"))
}

fn answer(asset: &'static Asset, headers: &HeaderMap, cache: &'static str) -> Response {
    let tag = format!("\"{}\"", asset.hash);
    let known = headers.get(IF_NONE_MATCH).and_then(|value| value.to_str().ok());
    let kept = [(ETAG, tag.clone()), (CACHE_CONTROL, cache.to_owned())];
    if known.is_some_and(|known| known.split(',').any(|one| one.trim().trim_start_matches("W/") == tag)) {
        return (StatusCode::NOT_MODIFIED, kept).into_response();
    }
    let plain = [
        ("x-content-type-options", "nosniff"),
        ("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'"),
    ];
    (kept, [(CONTENT_TYPE, asset.media_type)], plain, asset.bytes).into_response()
}

fn asset(name: &'static str, media_type: &'static str, bytes: &'static [u8]) -> Asset {
    let hash: String = Sha256::digest(bytes).iter().take(6).map(|byte| format!("{byte:02x}")).collect();
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let url = format!("/assets/{stem}-{hash}.{ending}");
    Asset { name, media_type, bytes, hash, url }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(tag: &str) -> HeaderMap {
        HeaderMap::from_iter([(IF_NONE_MATCH, tag.parse().expect("a header value"))])
    }

    #[test]
    fn the_address_changes_with_the_content() {
        assert_ne!(asset("a.css", "text/css", b"a {}").url, asset("a.css", "text/css", b"b {}").url);
        // SHA-256 of the empty string begins so (FIPS 180-4 examples).
        assert_eq!(asset("a.css", "text/css", b"").url, "/assets/a-e3b0c44298fc.css");
    }

    #[test]
    fn browsers_keep_an_asset_and_need_not_ask_twice() {
        let asset = &ASSETS[0];
        let first = answer(asset, &HeaderMap::new(), "public, max-age=31536000, immutable");
        assert_eq!(first.status(), StatusCode::OK);
        assert_eq!(first.headers()[CONTENT_TYPE], "text/css; charset=utf-8");
        let tag = first.headers()[ETAG].to_str().expect("ascii");
        assert_eq!(answer(asset, &known(tag), "public").status(), StatusCode::NOT_MODIFIED);
        assert_eq!(answer(asset, &known("\"other\""), "public").status(), StatusCode::OK);
    }

    #[test]
    fn style_sheet_and_script_fetch_nothing_from_elsewhere() {
        for (name, bytes) in files() {
            let text = String::from_utf8_lossy(bytes).replace("http://www.w3.org/2000/svg", "");
            assert!(!text.contains("http:") && !text.contains("https:") && !text.contains("url("), "{name}");
        }
    }
}
