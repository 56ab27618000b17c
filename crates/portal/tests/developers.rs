//! The list of developers that agreed to be listed, and what is advised beside it.

mod help;
mod sample;

use help::site;

const HTTPS: &str = "https://noroshi.example";

const LIST: &str = r#"{
  "developers": [
    { "name": "<b>あかり</b>工房", "name_en": "Akari Works", "reading": "あかりこうぼう", "website": "javascript:alert(1)",
      "direct_window": "https://akari.example/psirt" },
    { "name": "株式会社みはらし", "name_en": "Miharashi Inc.", "reading": "みはらし", "website": "https://miharashi.example/",
      "direct_window": "" },
    { "name": "わだち合同会社", "name_en": "", "reading": "わだち", "direct_window": "psirt@wadachi.example", "more": 1 }
  ]
}"#;

fn listed(name: &str) -> help::Site {
    let site = site(name, &[], HTTPS);
    std::fs::write(site.folder.0.join("developers.json"), LIST).expect("a list");
    assert!(site.portal.refresh(), "the list alone has changed");
    site
}

/// Ⅳ.2.3.第2段, Ⅳ.4.1.第3段.
#[tokio::test]
async fn the_list_says_who_takes_direct_reports_and_where() {
    let empty = site("developers-none", &[], HTTPS);
    assert!(empty.page("/ja/developers").await.contains("class=\"empty\""), "nobody is listed yet");
    let site = listed("developers");
    for lang in ["ja", "en"] {
        let page = site.page(&format!("/{lang}/developers")).await;
        assert_eq!(page.matches("<h1").count(), 1);
        assert!(!page.contains(">portal-"), "a key without its message");
        assert!(page.contains("href=\"https://akari.example/psirt\"") && page.contains("mailto:psirt@wadachi.example"));
        assert!(page.contains("&#60;b&#62;あかり") && !page.contains("<b>あかり"), "what was typed is no markup");
        assert!(!page.contains("javascript:"), "only web addresses become links");
    }
    let direct = site.page("/ja/developers?direct=yes").await;
    assert!(direct.contains("わだち") && !direct.contains("みはらし"));
    let found = site.page("/en/developers?q=miharashi").await;
    assert!(found.contains("Miharashi Inc.") && !found.contains("Akari"));
    assert!(site.get("/developers.json").await.body.contains("psirt@wadachi.example"), "machines read the list itself");
}

/// Ⅳ.4.1.第2段: as the tree has it in Japanese, by the English names in English.
#[tokio::test]
async fn the_list_stands_in_the_order_of_the_readings_and_of_the_names() {
    let site = listed("developers-order");
    let places = |page: &str, names: [&str; 3]| names.map(|name| page.find(name).expect(name));
    let japanese = site.page("/ja/developers").await;
    assert!(places(&japanese, ["工房", "株式会社みはらし", "わだち合同会社"]).is_sorted());
    let english = site.page("/en/developers").await;
    assert!(places(&english, ["Akari Works", "Miharashi Inc.", "わだち合同会社"]).is_sorted());
}

/// Ⅳ.2.3.注2, Ⅳ.2.3.第3段.
#[tokio::test]
async fn the_list_says_when_the_receiving_body_is_the_better_place() {
    let site = listed("developers-advice");
    let japanese = site.page("/ja/developers").await;
    assert!(japanese.contains("複数の製品開発者の製品に関わりそうなときは、受付機関に届け出てください"));
    let english = site.page("/en/developers").await;
    assert!(english.contains("If products of several developers may be affected, please report to the receiving body"));
    assert!(site.page("/ja/").await.contains("/ja/developers"), "the way there");
}
