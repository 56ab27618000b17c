//! The list of unreachable developers: found by whoever it is about, in both languages, and nothing typed is markup.

mod help;
mod sample;

use axum::http::StatusCode;
use help::site;

const HTTPS: &str = "https://noroshi.example";

const LIST: &str = r#"{
  "contact": "jvn@noroshi.example",
  "rows": [
    { "number": "DID#30000001", "name": "<b>みはらし</b>", "reference": "javascript:alert(1)", "remark": "",
      "listed_on": "2026-03-02", "updated_on": "2026-06-02",
      "product": { "product": "みはらし <i>Portal</i>", "versions": "3.2", "addressee": "individual",
        "published_on": "2026-06-02", "deadline": "2026-08-31", "updated_on": "2026-06-02" },
      "notice": {
        "ja": { "title": "みはらし Portal の製品開発者に関する情報",
          "paragraphs": ["製品名みはらし <i>Portal</i>、バージョン 3.2 の作者"], "foot": ["連絡先： jvn@noroshi.example"],
          "subject": "Subject に問い合わせ番号（DID#30000001）を明記してください。" },
        "en": { "title": "Information on the developer of Portal", "paragraphs": ["If you are the author"],
          "foot": ["Contact: jvn@noroshi.example"], "subject": "Please state the inquiry number (DID#30000001)." } } },
    { "number": "DID#30000002", "name": null, "reference": "https://kagari.example/", "remark": "かがりの製品開発者",
      "listed_on": "2026-06-01", "updated_on": "2026-06-01", "product": null }
  ],
  "published": [
    { "number": "DID#30000003", "name": "ともしび工房", "product": "ともしび<i>Viewer</i>", "advisory": "JVN#30000009" }
  ]
}"#;

#[tokio::test]
async fn a_developer_finds_itself_and_how_to_get_in_touch() {
    let site = site("unreachable", &[], HTTPS);
    assert!(site.page("/ja/unreachable").await.contains("class=\"empty\""), "nobody is looked for yet");
    std::fs::write(site.folder.0.join("unreachable.json"), LIST).expect("a list");
    assert!(site.portal.refresh(), "the list alone has changed");
    for lang in ["ja", "en"] {
        let list = site.page(&format!("/{lang}/unreachable")).await;
        assert_eq!(list.matches("<h1").count(), 1);
        assert!(!list.contains(">portal-"), "a key without its message");
        assert!(list.contains("&#60;b&#62;みはらし") && !list.contains("<b>みはらし"), "what was typed is no markup");
        assert!(!list.contains("javascript:"), "only web addresses become links");
        assert!(list.contains("https://kagari.example/") && list.contains("jvn@noroshi.example"));
        assert!(
            list.contains(&format!("/{lang}/unreachable/DID30000001")) && !list.contains("unreachable/DID30000002")
        );
        assert!(list.contains(&format!("/{lang}/advisories/JVN30000009\">JVN#30000009</a>")), "what was published (⑤)");
        assert!(list.contains("ともしび&#60;i&#62;Viewer") && !list.contains("unreachable/DID30000003"));
        let notice = site.page(&format!("/{lang}/unreachable/DID30000001")).await;
        assert_eq!(notice.matches("<h1").count(), 1);
        assert!(notice.contains("mailto:jvn@noroshi.example?subject=DID%2330000001"));
        assert!(notice.contains("製品名みはらし &#60;i&#62;Portal"), "the Japanese text is the guideline's");
    }
    let found = site.page("/ja/unreachable?q=portal").await;
    assert!(found.contains("DID#30000001") && !found.contains("DID#30000002"));
    for path in ["/ja/unreachable/DID30000002", "/ja/unreachable/DID1"] {
        assert_eq!(site.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert!(site.get("/unreachable.json").await.body.contains("DID#30000002"), "machines read the list itself");
}

#[tokio::test]
async fn the_procedure_is_described_publicly() {
    let site = site("ladder", &[], HTTPS);
    let rules = r#"{ "contact_sources": [{ "ja": "届出の内容", "en": "The report itself" }] }"#;
    std::fs::write(site.folder.0.join("pages/rules.json"), rules).expect("rules");
    site.portal.refresh();
    let page = site.page("/en/process").await;
    assert!(page.contains("id=\"unreachable\"") && page.contains("/en/unreachable"));
    for step in ["Search.", "The report itself", "Three contacts.", "① Name.", "② Product.", "Deadline.", "Committee."]
    {
        assert!(page.contains(step), "{step}");
    }
}
