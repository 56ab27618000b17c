//! Advisories of others on the public site: found, shown as whose they are, the originals kept, and never among ours.

mod help;
mod sample;

use axum::http::StatusCode;
use gather::{Library, Taker};
use help::{Site, site};
use jiff::Timestamp;
use serde_json::{Value, json};

const HTTPS: &str = "https://noroshi.example";

/// A CSAF document of a vendor, in a version.
fn csaf(id: &str, version: u32, title: &str) -> Vec<u8> {
    let day = format!("2026-01-{version:02}T00:00:00Z");
    let product = json!({"product_id": "P", "name": "Tokei Clock 1.0"});
    let document = json!({
        "document": {
            "category": "csaf_security_advisory",
            "csaf_version": "2.0",
            "distribution": {"tlp": {"label": "WHITE"}},
            "notes": [{"category": "summary", "text": "The pendulum swings backwards."}],
            "publisher": {"category": "vendor", "name": "Hinode Works", "namespace": "https://www.hinode.example/"},
            "references": [{"category": "self", "summary": "x", "url": "https://www.hinode.example/hw.json"}],
            "title": title,
            "tracking": {
                "id": id, "status": "final", "version": version.to_string(),
                "initial_release_date": "2026-01-01T00:00:00Z", "current_release_date": day,
                "revision_history": [{"date": day, "number": version.to_string(), "summary": "Say so"}],
            },
        },
        "product_tree": {"branches": [{"category": "vendor", "name": "Hinode Works", "branches": [
            {"category": "product_name", "name": "Tokei Clock", "branches": [
                {"category": "product_version", "name": "1.0", "product": product}]}]}]},
        "vulnerabilities": [{"cve": "CVE-2026-77777", "cwe": {"id": "CWE-79", "name": "x"}, "strange": true,
            "product_status": {"known_affected": ["P"]}}],
    });
    document.to_string().into_bytes()
}

fn import(site: &Site, files: &[Vec<u8>]) {
    let mut library = Library::open(&site.folder.0).expect("nobody else imports");
    let mut taker = Taker::new(&mut library, HTTPS, Timestamp::UNIX_EPOCH, |_| ());
    for bytes in files {
        taker.file("/home/somebody/secret-folder/a.json", None, bytes).expect("the disk is fine");
    }
    assert_eq!(taker.finish().expect("the disk is fine").refused, 0);
    site.portal.refresh();
    site.portal.follow_imported();
}

fn rows(page: &str) -> usize {
    page.matches("class=\"row-title\"").count()
}

#[tokio::test]
async fn a_page_says_whose_it_is_and_keeps_the_original() {
    let site = site("imported-page", &sample::documents(), HTTPS);
    let original = csaf("HW-2026:1", 1, "Clock & <b>watch</b>");
    import(&site, std::slice::from_ref(&original));
    let page = site.page("/en/imported/hinode.example/HW-2026%3A1").await;
    for said in [
        "Imported from Hinode Works",
        "HW-2026:1",
        "Clock &#38; &#60;b&#62;watch&#60;/b&#62;",
        "The pendulum swings backwards.",
        "Tokei Clock",
        "CVE-2026-77777",
        "/vulnerabilities/0/strange",
        "noindex",
        "https://www.hinode.example/hw.json",
    ] {
        assert!(page.contains(said), "{said}");
    }
    for unsaid in ["IMPORTED", "secret-folder", "<b>watch"] {
        assert!(!page.contains(unsaid), "{unsaid}");
    }
    assert!(site.page("/ja/imported/hinode.example/HW-2026%3A1").await.contains("Hinode Works から取り込み"));
    let file = site.get("/imported/hinode.example/HW-2026%3A1/original").await;
    assert_eq!(file.body.as_bytes(), original);
    assert!(
        file.header("content-disposition").starts_with("attachment")
            && file.header("content-security-policy").contains("sandbox")
    );
    let again: Value =
        serde_json::from_str(&site.page("/imported/hinode.example/HW-2026%3A1/csaf").await).expect("JSON");
    assert_eq!(again["document"]["tracking"]["generator"]["engine"]["name"], "Noroshi");
    for nothing in [
        "/en/imported/hinode.example/HW-1",
        "/en/imported/other.example/HW-2026%3A1",
        "/imported/hinode.example/..%2F..%2Fetc/original",
        "/imported/packs/000001.pack",
        "/imported/head",
        "/en/advisories/IMPORTED00000001",
        "/advisories/IMPORTED00000001/1/document.json",
    ] {
        assert_eq!(site.get(nothing).await.status, StatusCode::NOT_FOUND, "{nothing}");
    }
}

#[tokio::test]
async fn what_is_imported_is_found_beside_ours_and_never_among_them() {
    let site = site("imported-search", &sample::documents(), HTTPS);
    let before = site.page("/en/advisories").await;
    let ours = [
        "/en/advisories.atom",
        "/ja/rss/jvndb_new.rdf",
        "/ja/rss/jvndb.rdf",
        "/api/search?per_page=100",
        "/csaf/index.txt",
    ];
    let mut feeds = Vec::new();
    for path in ours {
        feeds.push(site.get(path).await.body);
    }
    import(&site, &[csaf("HW-1", 1, "Clock"), csaf("HW-2", 1, "Watch")]);
    for (path, feed) in ours.into_iter().zip(feeds) {
        assert_eq!(site.get(path).await.body, feed, "{path}");
    }
    let after = site.page("/en/advisories").await;
    assert_eq!(rows(&before), rows(&after));
    assert!(after.contains("/en/imported?source=hinode.example"), "the filter of sources");
    let asked = site.page("/en/advisories?q=pendulum").await;
    assert_eq!(rows(&asked), 0);
    assert!(asked.contains("2 advisories found among those of others") && asked.contains("/en/imported?q=pendulum"));
    for (query, found) in [
        ("q=pendulum", 2),
        ("q=CVE-2026-77777", 2),
        ("q=HW-2", 1),
        ("q=Tokei", 2),
        ("q=nothing-at-all", 0),
        ("source=hinode.example", 2),
        ("source=other.example", 0),
        ("q=pendulum&source=hinode.example&cwe=79", 2),
    ] {
        assert_eq!(rows(&site.page(&format!("/ja/imported?{query}")).await), found, "{query}");
    }
    let lead = site.get("/en/advisories?source=hinode.example").await;
    assert_eq!((lead.status, lead.header("location")), (StatusCode::SEE_OTHER, "/en/imported?source=hinode.example"));
}

#[tokio::test]
async fn a_newer_one_takes_the_place_of_the_older() {
    let site = site("imported-newer", &[], HTTPS);
    assert!(site.page("/en/imported").await.contains("There are no advisories of others yet"));
    import(&site, &[csaf("HW-1", 1, "Clock")]);
    import(&site, &[csaf("HW-1", 2, "Pendulum clock")]);
    let list = site.page("/en/imported").await;
    assert_eq!(rows(&list), 1);
    assert!(list.contains("Pendulum clock"));
    assert!(site.page("/en/imported/hinode.example/HW-1").await.contains("Pendulum clock"));
    assert_eq!(
        site.get("/imported/hinode.example/HW-1/original").await.body.as_bytes(),
        csaf("HW-1", 2, "Pendulum clock")
    );
}
