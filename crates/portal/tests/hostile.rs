//! What is published may still be hostile: vendors and finders wrote parts of it.

mod help;
mod sample;

use axum::http::StatusCode;
use help::site;

const HTTPS: &str = "https://noroshi.example";

/// Everything an attacker could gain by: code, handlers, addresses that are no web addresses, turned writing.
fn assert_harmless(page: &str, path: &str) {
    let lower = page.to_lowercase();
    assert!(!lower.contains("<script>"), "{path}: a script of somebody else's");
    assert!(!lower.contains("<img src=x"), "{path}: an element of somebody else's");
    for attribute in lower.split("href=\"").skip(1).chain(lower.split("src=\"").skip(1)) {
        let value = attribute.split('"').next().unwrap_or_default();
        let scheme = value.split_once(':').map(|(scheme, _)| scheme);
        assert!(matches!(scheme, None | Some("http" | "https")) || value.starts_with(['/', '#']), "{path}: {value}");
        assert!(!value.starts_with("//"), "{path}: leads to another site: {value}");
    }
    for tag in lower.split('<').skip(1) {
        let tag = tag.split('>').next().unwrap_or_default();
        // Names of attributes stand outside quotes; what stands inside is only text.
        let tag: String = tag.split('"').step_by(2).collect();
        assert!(!tag.contains(" onerror=") && !tag.contains(" onmouseover="), "{path}: {tag}");
    }
    assert!(!page.contains(['\u{202E}', '\u{2066}', '\u{0007}']), "{path}: characters that turn the writing round");
}

#[tokio::test]
async fn hostile_texts_stay_texts() {
    let mut document = sample::hostile();
    // The formats refuse such a document; a tree written by somebody else may still hold it.
    let root = sample::Folder::new("hostile");
    let folder = format!("advisories/{}/1", document.id.slug());
    sample::write(&root.0, &format!("{folder}/document.json"), document.to_json().as_bytes());
    document.critical = true;
    let summary = formats::AdvisorySummary::from(&document);
    sample::write(&root.0, formats::provider::SUMMARIES_PATH, summary.to_line().as_bytes());
    let nasty = serde_json::json!({"ja": "<script>x</script>\u{202E}", "en": "\"><img src=x onerror=1>"});
    let rules = serde_json::json!({
        "edition": {"key": "x", "name": nasty, "source": nasty, "note": nasty, "in_force": "<script>"},
        "values": [{"name": "target_days", "label": nasty, "shown": nasty, "clause": "\"><script>", "verified": true}],
        "clauses": [{"id": "\"><script>alert(1)</script>", "kind": "<script>", "actor": "\"><img src=x onerror=1>",
            "title": nasty, "meaning": nasty, "does": nasty, "functions": ["<script>"], "tests": ["<script>"], "status": "done"}],
    });
    sample::write(&root.0, "pages/rules.json", rules.to_string().as_bytes());
    let portal = help::portal(&root.0, HTTPS);
    let site = help::Site { folder: root, portal };
    for path in
        ["/", "/advisories", "/advisories/JVN66600666", "/advisories/JVN66600666/1", "/rules", "/process", "/feeds"]
    {
        for lang in ["ja", "en"] {
            let path = format!("/{lang}{path}");
            assert_harmless(&site.page(&path).await, &path);
        }
    }
    let page = site.page("/en/advisories/JVN66600666").await;
    assert!(page.contains("javascript:alert(5)"), "an address that is no web address is shown, not linked");
    assert!(page.contains("href=\"https://ok.example/a\" rel=\"noopener noreferrer nofollow\""));
}

#[tokio::test]
async fn hostile_addresses_stay_out_of_pages() {
    let site = site("addresses", &sample::documents(), HTTPS);
    let paths = [
        "/ja/advisories?q=%3Cscript%3Ealert(1)%3C/script%3E&severity=%22%3E%3Cscript%3E&year=%3Cscript%3E&page=-1&sort=%22",
        "/ja/advisories?q=%22%3E%3Cimg%20src=x%20onerror=1%3E",
        "/ja/%3Cscript%3E",
        "/%22%3E%3Cscript%3E",
        "/ja/rules?status=%3Cscript%3E",
        "/en/advisories/JVN10293847?status=%3Cscript%3E&sort=%3Cscript%3E",
        "/ja/?x=%22%3E%3Cscript%3E",
        "//attacker.example/",
        "/ja//attacker.example",
    ];
    for path in paths {
        let answer = site.get(path).await;
        assert_harmless(&answer.body, path);
        assert!(!answer.header("location").starts_with("//"), "{path}");
    }
}

#[tokio::test]
async fn a_broken_tree_never_brings_the_portal_down() {
    let site = site("broken", &sample::documents(), HTTPS);
    let root = &site.folder.0;
    let line = formats::AdvisorySummary::from(&sample::one_vendor()).to_line();
    let deep = "[".repeat(100_000);
    let lists: [&[u8]; 6] =
        [b"", b"\xff\xfe\0\0", b"{}\nnull\n[]\n42\n", deep.as_bytes(), b"{\"id\":\"JVN10293847\"", b"\n\n\n"];
    for list in lists {
        sample::write(root, formats::provider::SUMMARIES_PATH, list);
        sample::write(root, "changes/head", format!("{}", list.len()).as_bytes());
        site.portal.refresh();
        assert!(site.page("/ja/advisories").await.contains("class=\"empty\""));
    }
    sample::write(root, formats::provider::SUMMARIES_PATH, format!("broken\n{line}half a li").as_bytes());
    for document in [deep.as_bytes(), b"", b"{}", b"\xff", b"{\"format\":1,\"id\":\"../../x\"}"] {
        sample::write(root, "advisories/JVN10293847/2/document.json", document);
        sample::write(root, "pages/rules.json", document);
        site.portal.refresh();
        assert_eq!(site.get("/ja/advisories/JVN10293847").await.status, StatusCode::INTERNAL_SERVER_ERROR);
        assert_eq!(site.get("/ja/rules").await.status, StatusCode::OK);
    }
    // The document of another advisory in this folder is not shown as this one.
    let other = sample::unreached().to_json();
    sample::write(root, "advisories/JVN10293847/2/document.json", other.as_bytes());
    assert_eq!(site.get("/ja/advisories/JVN10293847").await.status, StatusCode::INTERNAL_SERVER_ERROR);
}
