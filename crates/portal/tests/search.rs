//! Search on the public site: what is found, what the filters count, what machines get, and that nothing breaks it.

mod help;
mod sample;

use axum::http::StatusCode;
use formats::Localized;
use help::{Answer, Site, site};
use serde_json::Value;

const HTTPS: &str = "https://noroshi.example";

fn rows(page: &str) -> usize {
    page.matches("class=\"row-title\"").count()
}

fn json(answer: &Answer) -> Value {
    assert_eq!(answer.status, StatusCode::OK);
    serde_json::from_str(&answer.body).expect("JSON")
}

/// The address of a path with a query that may hold anything.
fn asking(path: &str, pairs: &[(&str, &str)]) -> String {
    pairs.iter().fold(ui::Query::new(path), |query, (name, value)| query.and(name, value)).to_string()
}

async fn found(site: &Site, text: &str) -> Vec<String> {
    let answer = json(&site.get(&asking("/api/search", &[("q", text), ("per_page", "100")])).await);
    let results = answer["results"].as_array().expect("results").iter();
    results.map(|one| one["id"].as_str().expect("a number").to_owned()).collect()
}

#[tokio::test]
async fn people_find_what_they_half_know() {
    let site = site("found", &sample::documents(), HTTPS);
    let midori = vec!["JVN10293847".to_owned()];
    for text in [
        "Midori Report",
        "みどり 帳票",
        "ﾐﾄﾞﾘ帳票",
        "みどりそふと",
        "midorisofuto",
        "Midoli Report",
        "MIDORY",
        "CVE-2026-10293",
        "cve-2026-10293",
        "架空 花子",
    ] {
        assert!(found(&site, text).await.starts_with(&midori), "{text}");
    }
    // Words inside the text, cut where nobody would cut them.
    for (text, number) in
        [("間証明書の有", "JVN88120457"), ("verify_chain", "JVN88120457"), ("当社製品は該当", "JVNVU91827364")]
    {
        assert_eq!(found(&site, text).await, [number], "{text}");
    }
    assert!(found(&site, "ぬるぽ").await.is_empty());
}

#[tokio::test]
async fn what_was_found_is_marked_and_stays_text() {
    let mut document = sample::unreached();
    document.overview = Localized::new("前<script>alert(1)</script>証明書の検証後", "");
    let site = site("marked", &[document], HTTPS);
    let page = site.page(&asking("/ja/advisories", &[("q", "</script> 証明書")])).await;
    assert!(page.contains("alert(1)<mark>&#60;/script&#62;証明書</mark>の検証後"), "{page}");
    let nearly = site.page("/en/advisories?q=Dongury").await;
    assert!(nearly.contains("Names that are nearly the same are included") && rows(&nearly) == 1);
}

#[tokio::test]
async fn an_address_is_a_search() {
    let site = site("address", &sample::documents(), HTTPS);
    let all = site.page("/en/advisories").await;
    let facets = all.split("<aside class=\"facets\"").nth(1).expect("filters");
    for name in ["severity", "vendor", "cwe", "status"] {
        assert!(facets.contains(&format!("id=\"facet-{name}\"")), "{name}");
    }
    // Every filter that is offered leaves as many as it says.
    let offered = facets.split("<a href=\"").skip(1).map(|link| {
        let href = link.split('"').next().expect("an address").replace("&#38;", "&");
        let count = link.split("facet-count\">").nth(1).and_then(|rest| rest.split('<').next()).expect("a count");
        (href, count.to_owned())
    });
    for (href, count) in offered.collect::<Vec<_>>() {
        let page = site.page(&href).await;
        let said = page.split("class=\"found\"><strong>").nth(1).expect("how many").split(' ').next();
        assert_eq!(said, Some(count.as_str()), "{href}");
        assert!(page.contains("class=\"filter-tags\"") && page.contains("aria-current=\"true\""), "{href}");
    }
    let days = site.page("/ja/advisories?from=2026-06-03&to=2026-06-03").await;
    assert!(rows(&days) >= 1 && days.contains("2026-06-03から") && days.contains("value=\"2026-06-03\""));
    assert_eq!(rows(&site.page("/ja/advisories?page=99999999999999999999").await), 25);
    assert_eq!(rows(&site.page("/ja/advisories?vendor=nobody-is-called-that").await), 0);
    let empty = site.page("/ja/advisories?q=zzzzzzzzzz&severity=low").await;
    assert!(empty.contains("次のことをお試しください") && empty.contains("href=\"/ja/vendors\""));
}

#[tokio::test]
async fn vendors_and_products_have_pages() {
    let site = site("named", &sample::documents(), HTTPS);
    assert_eq!(site.page("/en/vendors?page=2").await.matches("<td class=\"cell-main\"").count(), 100);
    let list = site.page("/en/vendors?q=Midori").await;
    assert!(list.contains("href=\"/en/vendors/midori-soft-inc\"") && list.contains("ミドリソフト株式会社"));
    assert!(site.page(&asking("/ja/vendors", &[("q", "みどり")])).await.contains("/ja/vendors/midori-soft-inc"));
    let vendor = site.page("/ja/vendors/midori-soft-inc").await;
    assert!(vendor.contains("<h1>ミドリソフト株式会社</h1>") && vendor.contains("JVN#10293847"));
    assert!(vendor.contains("href=\"/ja/products/midori-soft-inc/midori-report\""));
    let product = site.page("/en/products/midori-soft-inc/midori-report").await;
    assert!(product.contains("<h1>Midori Report</h1>") && rows(&product) == 1);

    let other = site
        .get("/ja/vendors/%E3%83%9F%E3%83%89%E3%83%AA%E3%82%BD%E3%83%95%E3%83%88%E6%A0%AA%E5%BC%8F%E4%BC%9A%E7%A4%BE")
        .await;
    assert_eq!(
        (other.status, other.header("location")),
        (StatusCode::PERMANENT_REDIRECT, "/ja/vendors/midori-soft-inc")
    );
    for path in
        ["/ja/vendors/nobody", "/ja/products/midori-soft-inc/nothing", "/en/vendors/%FF", "/en/vendors/%2F..%2F"]
    {
        let answer = site.get(path).await;
        assert!(answer.status.is_client_error(), "{path}: {}", answer.status);
    }
}

#[tokio::test]
async fn a_cve_number_leads_to_its_advisory() {
    let site = site("cve", &sample::documents(), HTTPS);
    let english = [("accept-language", "en")];
    let led = site.ask("/cvesearch?cveId=cve-2026-10293", &english).await;
    assert_eq!((led.status, led.header("location")), (StatusCode::FOUND, "/en/advisories/JVN10293847"));
    for unknown in ["CVE-1999-0001", "", "x%22%3E%0d%0a"] {
        let led = site.ask(&format!("/cvesearch?cveId={unknown}"), &english).await;
        assert!(led.header("location").starts_with("/en/advisories?q="), "{unknown}: {}", led.header("location"));
    }
}

#[tokio::test]
async fn machines_get_the_same() {
    let site = site("machines", &sample::documents(), HTTPS);
    let first = json(&site.get("/api/search?lang=en&per_page=10&severity=high").await);
    assert_eq!(first["results"].as_array().map(Vec::len), Some(10));
    let next = first["next"].as_str().expect("more").strip_prefix(HTTPS).expect("our own").to_owned();
    let second = json(&site.get(&next).await);
    assert_eq!((&second["page"], &second["total"]), (&Value::from(2), &first["total"]));
    assert_ne!(first["results"][0]["id"], second["results"][0]["id"]);
    let beyond = json(&site.get("/api/search?page=9999&per_page=100000").await);
    assert_eq!((beyond["results"].as_array().map(Vec::len), &beyond["per_page"]), (Some(0), &Value::from(100)));

    let feed = site.get("/ja/advisories.atom?q=kagami").await;
    assert_eq!(feed.header("content-type"), "application/atom+xml; charset=utf-8");
    assert_eq!(feed.body.matches("<entry>").count(), 1);
    assert!(feed.body.contains("https://noroshi.example/ja/advisories/JVN88120457"));
    let again = site.ask("/ja/advisories.atom?q=kagami", &[("if-none-match", feed.header("etag"))]).await;
    assert_eq!(again.status, StatusCode::NOT_MODIFIED);

    let names = json(&site.get(&asking("/ja/suggest", &[("q", "みど")])).await);
    assert_eq!(names["suggestions"][0]["url"], "/ja/vendors/midori-soft-inc");
}

#[tokio::test]
async fn what_is_described_is_there() {
    let site = site("described", &sample::documents(), HTTPS);
    let description = json(&site.get("/api/openapi.json").await);
    assert_eq!(description["servers"][0]["url"], HTTPS);
    for (path, way) in description["paths"].as_object().expect("paths") {
        let example = way["get"]["x-example"].as_str().unwrap_or_default().replace("{lang}", "en");
        let wanted = way["get"]["responses"].as_object().expect("answers").keys().next().expect("one").clone();
        if !example.is_empty() {
            let answer = site.get(&example).await;
            assert_eq!(answer.status.as_str(), wanted, "{example}");
        }
        for lang in ["ja", "en"] {
            let page = site.page(&format!("/{lang}/api")).await;
            assert!(page.contains(&path.replace("{lang}", lang)), "{path}");
        }
    }
    let page = site.page("/en/feeds").await;
    for path in ["/en/rss/jvndb_new.rdf", "/en/feed/checksum.txt", "/en/feed/vendor/myjvn_vendor_202606.rdf"] {
        assert!(page.contains(&format!("href=\"{HTTPS}{path}\"")), "{path}");
        assert_eq!(site.get(path).await.status, StatusCode::OK, "{path}");
    }
}

#[tokio::test]
async fn nothing_that_is_asked_breaks_it() {
    let site = site("nothing-breaks", &sample::documents(), HTTPS);
    let long = "脆弱性 ".repeat(300);
    let texts =
        ["\"", "a\"b", "*", "(((", "NOT", "title:x", "\\", "\u{0}", "\u{202E}x", "🙂", "%", "ー", "ﾞ", "'; --", &long];
    for text in texts {
        for path in ["/ja/advisories", "/en/vendors", "/ja/suggest", "/api/search", "/ja/advisories.atom", "/en/"] {
            let pairs =
                [("q", text), ("vendor", text), ("product", text), ("cwe", text), ("from", text), ("page", text)];
            for asked in [&pairs[..1], &pairs[..]] {
                let answer = site.get(&asking(path, asked)).await;
                assert_eq!(answer.status, StatusCode::OK, "{path} {text:.40?}");
                assert!(answer.body.len() < 1_000_000, "{path} {text:.40?}");
            }
        }
    }
    for path in ["/api/search?%zz=%ff&q=%ff%fe", "/ja/advisories?q", "/ja/advisories?&&==&q=&q=x"] {
        assert_eq!(site.get(path).await.status, StatusCode::OK, "{path}");
    }
}

#[tokio::test]
async fn a_change_is_found_with_the_next_look() {
    let first = sample::unreached();
    let site = site("search-follows", std::slice::from_ref(&first), HTTPS);
    assert!(found(&site, "まだ誰も知らない").await.is_empty());
    let mut newer = first.clone();
    newer.revision += 1;
    newer.updated_at = sample::at("2026-06-09T03:00:00Z");
    newer.impact = Localized::new("まだ誰も知らないことが起きます。", "Something unheard of happens.");
    newer.history.push(formats::document::Revision {
        number: newer.revision,
        at: newer.updated_at,
        summary: Localized::new("更新しました。", "Updated."),
    });
    sample::write_tree(&site.folder.0, &[first, newer, sample::one_vendor()], HTTPS);
    assert!(site.portal.refresh());
    assert_eq!(found(&site, "まだ誰も知らない").await, ["JVN56473829"]);
    assert_eq!(found(&site, "みどりそふと").await, ["JVN10293847"]);
    // What is no longer listed is no longer found.
    sample::write_lists(&site.folder.0, &[sample::one_vendor()], HTTPS);
    assert!(site.portal.refresh());
    assert!(found(&site, "まだ誰も知らない").await.is_empty());
    assert_eq!(rows(&site.page("/ja/advisories").await), 1);
}
