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
    let ours = ["/en/advisories.atom", "/ja/rss/jvndb_new.rdf", "/ja/rss/jvndb.rdf", "/csaf/index.txt"];
    let found = site.json("/api/search?per_page=100").await;
    let mut feeds = Vec::new();
    for path in ours {
        feeds.push(site.get(path).await.body);
    }
    import(&site, &[csaf("HW-1", 1, "Clock"), csaf("HW-2", 1, "Watch")]);
    for (path, feed) in ours.into_iter().zip(feeds) {
        assert_eq!(site.get(path).await.body, feed, "{path}");
    }
    let mut now = site.json("/api/search?per_page=100").await;
    let elsewhere = now.as_object_mut().and_then(|answer| answer.remove("imported"));
    assert_eq!(elsewhere.expect("a word of others")["total"], 2);
    assert_eq!(now, found);
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

/// A CVE record with what CISA says of it.
#[tokio::test]
async fn what_others_say_of_a_vulnerability_stands_with_its_day() {
    let site = site("imported-facts", &[], HTTPS);
    let other = |kind: &str, content: Value| json!({"other": {"type": kind, "content": content}});
    let ssvc = json!({"id": "CVE-2026-77778", "role": "CISA Coordinator", "timestamp": "2026-02-03T00:00:00.000000Z",
        "version": "2.0.3", "options": [{"Exploitation": "active"}, {"Automatable": "yes"}]});
    let kev = json!({"dateAdded": "2026-02-04", "reference": "https://www.cisa.gov/kev"});
    let record = json!({
        "dataType": "CVE_RECORD", "dataVersion": "5.1",
        "cveMetadata": {"cveId": "CVE-2026-77778", "assignerOrgId": "9f1b4cd0-95f9-4f4a-8a60-3a1d1b8c7c5e", "state": "PUBLISHED",
            "assignerShortName": "hinode", "datePublished": "2026-02-01T00:00:00Z", "dateUpdated": "2026-02-02T00:00:00Z"},
        "containers": {
            "cna": {"providerMetadata": {"orgId": "9f1b4cd0-95f9-4f4a-8a60-3a1d1b8c7c5e", "shortName": "hinode"},
                "descriptions": [{"lang": "en", "value": "A clock goes backwards."}], "title": "Clock",
                "affected": [{"vendor": "Hinode Works", "product": "Tokei", "versions": [{"version": "1", "status": "affected"}]}],
                "references": [{"url": "https://www.hinode.example/1"}]},
            "adp": [{"providerMetadata": {"orgId": "134c704f-9b21-4f2e-91b3-4a467353bcc0", "shortName": "CISA-ADP"},
                "title": "CISA ADP Vulnrichment", "metrics": [other("ssvc", ssvc), other("kev", kev)]}],
        },
    });
    import(&site, &[record.to_string().into_bytes()]);
    let found = site.json("/api/imported?lang=en").await;
    let page = found["results"][0]["url"].as_str().and_then(|url| url.strip_prefix(HTTPS)).expect("a page").to_owned();
    let page = site.page(&page).await;
    for said in ["SSVC, CISA Coordinator: Exploitation: active, Automatable: yes", "KEV catalogue since"] {
        assert!(page.contains(said), "{said}");
    }
}

#[tokio::test]
async fn machines_find_what_is_imported_too() {
    let site = site("imported-json", &sample::documents(), HTTPS);
    assert!(site.json("/api/search?q=pendulum").await.get("imported").is_none(), "there is none");
    import(&site, &[csaf("HW-1", 1, "Clock"), csaf("HW-2", 2, "Watch")]);
    let ours = site.json("/api/search?q=pendulum&lang=en").await;
    assert_eq!((ours["total"].as_u64(), ours["imported"]["total"].as_u64()), (Some(0), Some(2)));
    let address = ours["imported"]["url"].as_str().and_then(|url| url.strip_prefix(HTTPS)).expect("an address of ours");
    assert_eq!(address, "/api/imported?q=pendulum&lang=en");
    let theirs = site.json(&format!("{address}&per_page=1&sort=-updated")).await;
    assert_eq!((theirs["total"].as_u64(), theirs["complete"].as_bool()), (Some(2), Some(true)));
    assert_eq!(theirs["counts"]["source"], json!([{"value": "hinode.example", "name": "Hinode Works", "count": 2}]));
    let hit = &theirs["results"][0];
    assert_eq!((hit["id"].as_str(), hit["source"]["key"].as_str()), (Some("HW-2"), Some("hinode.example")));
    assert_eq!((hit["format"].as_str(), hit["title"]["en"].as_str()), (Some("csaf-2.0"), Some("Watch")));
    assert_eq!(hit["url"], format!("{HTTPS}/en/imported/hinode.example/HW-2"));
    assert_eq!(hit["original"], format!("{HTTPS}/imported/hinode.example/HW-2/original"));
    assert!(!theirs.to_string().contains("IMPORTED"), "the number inside");
    let next = theirs["next"].as_str().and_then(|url| url.strip_prefix(HTTPS)).expect("a second page");
    assert_eq!(site.json(next).await["results"][0]["id"], "HW-1");
    let lead = site.get("/api/search?source=hinode.example&lang=en").await;
    assert_eq!(lead.header("location"), "/api/imported?source=hinode.example&lang=en");
}

#[tokio::test]
async fn names_of_others_are_suggested_behind_ours() {
    let site = site("imported-names", &sample::documents(), HTTPS);
    import(&site, &[csaf("HW-1", 1, "Clock")]);
    for (typed, name, url) in [
        ("hinode", "Hinode Works", "/en/imported?vendor=hinode-works"),
        ("tokei", "Tokei Clock", "/en/imported?vendor=hinode-works&product=tokei-clock"),
    ] {
        let answer = site.json(&format!("/en/suggest?q={typed}")).await;
        let first = &answer["suggestions"][0];
        assert_eq!((first["name"].as_str(), first["url"].as_str()), (Some(name), Some(url)), "{typed}");
        assert_eq!(first["imported"], true);
        assert_eq!(rows(&site.page(url).await), 1);
    }
    let ours = site.json("/ja/suggest?q=%E3%81%BF%E3%81%A9").await;
    assert_eq!(ours["suggestions"][0]["imported"], false);
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
