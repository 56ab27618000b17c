//! The tree's files as machines fetch them, and what nobody gets.

mod help;
mod sample;

use std::io::Read;

use axum::http::StatusCode;
use help::site;

const HTTPS: &str = "https://noroshi.example";

#[tokio::test]
async fn files_are_served_as_they_are() {
    let site = site("verbatim", &sample::documents(), HTTPS);
    let files = [
        ("/csaf/white/2026/jvn_10293847.json", "application/json"),
        ("/csaf/white/2026/jvn_10293847.json.sha512", "text/plain; charset=utf-8"),
        ("/csaf/white/2026/jvn_10293847.json.asc", "application/pgp-signature"),
        ("/csaf/white/changes.csv", "text/csv; charset=utf-8"),
        ("/csaf/white/index.txt", "text/plain; charset=utf-8"),
        ("/csaf/white/csaf-feed-tlp-white.json", "application/json"),
        ("/.well-known/csaf/provider-metadata.json", "application/json"),
        ("/.well-known/security.txt", "text/plain; charset=utf-8"),
        ("/openpgp/0123456789abcdef0123456789abcdef01234567.asc", "application/pgp-keys"),
        ("/advisories.jsonl", "application/jsonl; charset=utf-8"),
        ("/advisories/JVN10293847/1/document.json", "application/json"),
        ("/changes/head", "text/plain; charset=utf-8"),
        ("/pages/rules.json", "application/json"),
    ];
    for (path, media_type) in files {
        let answer = site.get(path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        assert_eq!(answer.header("content-type"), media_type, "{path}");
        assert_eq!(answer.header("access-control-allow-origin"), "*", "{path}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        let stored = std::fs::read_to_string(site.folder.0.join(&path[1..])).expect("the file itself");
        assert!(answer.body == stored, "{path}");
        assert_eq!(answer.header("content-length"), stored.len().to_string(), "{path}");
    }
}

#[tokio::test]
async fn a_large_file_comes_whole() {
    let site = site("large", &[], HTTPS);
    let text: String = (0..80_000).map(|number| format!("{number:08}\n")).collect();
    sample::write(&site.folder.0, "csaf/white/large.txt", text.as_bytes());
    assert!(site.get("/csaf/white/large.txt").await.body == text);
}

#[tokio::test]
async fn who_has_it_already_gets_nothing() {
    let site = site("conditional", &sample::documents(), HTTPS);
    // The list says how far the search is made: with all of it, it stays what it is.
    site.portal.refresh();
    for path in
        ["/csaf/white/index.txt", "/ja/", "/ja/advisories", "/en/advisories/JVN10293847", "/ja/rules", "/ja/feeds"]
    {
        let first = site.get(path).await;
        assert_eq!(first.header("cache-control"), "public, max-age=60", "{path}");
        let tag = first.header("etag").to_owned();
        assert!(tag.len() > 4, "{path}");
        let again = site.ask(path, &[("if-none-match", &tag)]).await;
        assert_eq!((again.status, again.body.len()), (StatusCode::NOT_MODIFIED, 0), "{path}");
        let other = site.ask(path, &[("if-none-match", "\"something-else\"")]).await;
        assert_eq!(other.status, StatusCode::OK, "{path}");
    }
    let modified = site.get("/csaf/white/index.txt").await.header("last-modified").to_owned();
    assert!(modified.ends_with(" GMT"), "{modified}");
    let since = |day: &str| vec![("if-modified-since".to_owned(), day.to_owned())];
    for (day, status) in [(modified.as_str(), 304), ("Sat, 01 Jan 2000 00:00:00 GMT", 200), ("yesterday", 200)] {
        let headers = since(day);
        let headers: Vec<_> = headers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(site.ask("/csaf/white/index.txt", &headers).await.status.as_u16(), status, "{day}");
    }
    // A tag that does not match decides, whatever the day (RFC 9110, 13.1.3).
    let both = site.ask("/csaf/white/index.txt", &[("if-none-match", "\"x\""), ("if-modified-since", &modified)]).await;
    assert_eq!(both.status, StatusCode::OK);
}

/// Pages, files of the tree and feeds come packed to whoever takes it, with the same answer to "you have it already".
#[tokio::test]
async fn who_takes_it_gets_it_packed() {
    let site = site("packed", &sample::documents(), HTTPS);
    let paths =
        ["/ja/advisories/JVN10293847", "/csaf/white/2026/jvn_10293847.json", "/ja/rss/jvndb.rdf", "/ja/advisories"];
    for path in paths {
        let plain = site.get(path).await;
        assert!(
            plain.header("vary").contains("accept-encoding") && plain.header("content-encoding").is_empty(),
            "{path}"
        );
        for name in ["br", "zstd", "gzip"] {
            let packed = site.ask(path, &[("accept-encoding", name)]).await;
            assert_eq!((packed.status, packed.header("content-encoding")), (StatusCode::OK, name), "{path}");
            assert!(packed.bytes.len() * 2 < plain.bytes.len(), "{path} {name}: {}", packed.bytes.len());
            assert_eq!(packed.header("content-length"), packed.bytes.len().to_string());
            let tag = packed.header("etag").to_owned();
            assert_eq!(tag, format!("W/{}", plain.header("etag")), "{path}");
            let again = site.ask(path, &[("accept-encoding", name), ("if-none-match", &tag)]).await;
            assert_eq!((again.status, again.bytes.len()), (StatusCode::NOT_MODIFIED, 0), "{path}");
            assert_eq!(again.header("vary"), "accept-encoding", "{path}");
        }
        let unpacked = site.ask(path, &[("accept-encoding", "gzip")]).await;
        let mut text = String::new();
        flate2::read::GzDecoder::new(&unpacked.bytes[..]).read_to_string(&mut text).expect("gzip");
        assert!(text == plain.body, "{path}");
    }
    // What is small goes in one packet as it is.
    assert_eq!(site.ask("/changes/head", &[("accept-encoding", "br")]).await.header("content-encoding"), "");
}

#[tokio::test]
async fn nobody_leaves_the_tree() {
    let site = site("outside", &sample::documents(), HTTPS);
    let secret = site.folder.0.parent().expect("a folder above").join("portal-secret.txt");
    std::fs::write(&secret, "secret").expect("a file outside");
    sample::write(&site.folder.0, "csaf/.hidden.json", b"secret");
    let tries = [
        "/csaf/../portal-secret.txt",
        "/csaf/../../portal-secret.txt",
        "/csaf/..%2f..%2fportal-secret.txt",
        "/csaf/%2e%2e/%2e%2e/portal-secret.txt",
        "/csaf//etc/passwd",
        "/csaf/..\\portal-secret.txt",
        "/.well-known/../../portal-secret.txt",
        "/csaf/.hidden.json",
        "/csaf/%00",
        "/.git/config",
    ];
    for path in tries {
        let Ok(_) = path.parse::<axum::http::Uri>() else { continue };
        let answer = site.get(path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert!(!answer.body.contains("secret\"") && answer.body != "secret", "{path}");
    }
    std::fs::remove_file(secret).expect("the file outside");
}

#[tokio::test]
async fn folders_are_listed() {
    let site = site("listing", &sample::documents(), HTTPS);
    let year = site.page("/csaf/white/2026/").await;
    assert!(year.contains("href=\"jvn_10293847.json\"") && year.contains("href=\"jvn_10293847.json.sha256\""));
    let led = site.get("/csaf/white/2026").await;
    assert_eq!((led.status, led.header("location")), (StatusCode::PERMANENT_REDIRECT, "/csaf/white/2026/"));
    let html = site.page("/csaf/").await;
    assert!(html.contains("href=\"white/\"") && html.contains("<h1>/csaf/</h1>"));
    let json = site.ask("/csaf/white/2026/", &[("accept", "application/json")]).await;
    assert_eq!(json.header("content-type"), "application/json");
    let names: Vec<String> = serde_json::from_str(&json.body).expect("a list of names");
    assert!(names.contains(&"jvn_10293847.json".to_owned()));
}

#[tokio::test]
async fn robots_and_style_sheets() {
    let site = site("robots", &[], HTTPS);
    assert!(site.page("/robots.txt").await.contains("User-agent: *"));
    let home = site.page("/ja/").await;
    let style =
        home.split("href=\"/assets/portal/").nth(1).and_then(|rest| rest.split('"').next()).expect("a style sheet");
    let sheet = site.get(&format!("/assets/portal/{style}")).await;
    assert_eq!((sheet.status, sheet.header("content-type")), (StatusCode::OK, "text/css; charset=utf-8"));
    assert_eq!(site.get("/assets/portal/portal-000000000000.css").await.status, StatusCode::NOT_FOUND);
}
