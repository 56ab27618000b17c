//! Data feeds and the MyJVN API, asked as clients of the field ask.

mod help;
mod sample;

use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use formats::jvnrss::{self, Generation, NOTHING_FOUND, Rss};
use formats::myjvn::{self, ResultDocument};
use formats::vuldef;
use help::{Site, site};
use portal::myjvn::NothingFound;
use serde_json::Value;
use sha2::{Digest, Sha256};
use tower::ServiceExt;

const HTTPS: &str = "https://noroshi.example";
/// Every day there is, as clients ask for it.
const ALL: &str =
    "method=getVulnOverviewList&feed=hnd&rangeDatePublic=n&rangeDatePublished=n&rangeDateFirstPublished=n";

async fn text(site: &Site, query: &str) -> String {
    let answer = site.get(&format!("/myjvn?{query}")).await;
    assert_eq!(answer.status, StatusCode::OK, "{query}");
    answer.body
}

async fn overview(site: &Site, query: &str) -> Rss {
    let text = text(site, query).await;
    jvnrss::read(text.as_bytes()).unwrap_or_else(|error| panic!("{query}: {error}\n{text}"))
}

async fn result(site: &Site, query: &str) -> ResultDocument {
    let text = text(site, query).await;
    myjvn::read(text.as_bytes()).unwrap_or_else(|error| panic!("{query}: {error}\n{text}"))
}

async fn json(site: &Site, query: &str) -> Value {
    serde_json::from_str(&text(site, query).await).expect("JSON")
}

fn ids(rss: &Rss) -> Vec<&str> {
    rss.items.iter().filter_map(|item| item.identifier.as_deref()).collect()
}

/// `checksum.txt` is a JSON array, and every file in it is there with that hash and size: Dependency-Track and
/// go-cve-dictionary decide by the hash, vuls-data-update by the beginning of the file's name.
#[tokio::test]
async fn every_feed_is_in_the_list_with_its_hash() {
    let site = site("feeds", &sample::documents(), HTTPS);
    for lang in ["ja", "en"] {
        let list = site.page(&format!("/{lang}/feed/checksum.txt")).await;
        let list: Vec<Value> = serde_json::from_str(&list).expect("a JSON array");
        let names: Vec<&str> = list.iter().filter_map(|line| line["filename"].as_str()).collect();
        assert_eq!(names[..3], ["jvndb_new.rdf", "jvndb.rdf", "jvndb_2026.rdf"]);
        for name in ["jvndb_detail_2026.rdf", "myjvn_vendor_202606.rdf", "myjvn_product_202606.rdf"] {
            assert!(names.contains(&name), "{name} of {names:?}");
        }
        for line in &list {
            let path = line["url"].as_str().and_then(|url| url.strip_prefix(HTTPS)).expect("an address of ours");
            assert!(path.starts_with(&format!("/{lang}/")), "{path}");
            let feed = site.page(path).await;
            let hash: String = Sha256::digest(&feed).iter().map(|byte| format!("{byte:02x}")).collect();
            assert_eq!(line["sha256"], hash, "{path}");
            assert_eq!(line["size"], feed.len(), "{path}");
            let date = line["lastModified"].as_str().expect("a date");
            assert!(date.len() == 19 && &date[4..5] == "/" && &date[10..11] == " ", "{date}");
        }
    }
}

#[tokio::test]
async fn feeds_are_kept_by_those_who_have_them() {
    let site = site("feed-tags", &sample::documents(), HTTPS);
    for (path, media_type) in [
        ("/ja/rss/jvndb.rdf", "application/rdf+xml; charset=utf-8"),
        ("/en/rss/jvndb_new.rdf", "application/rdf+xml; charset=utf-8"),
        ("/ja/feed/detail/jvndb_detail_2026.rdf", "application/xml; charset=utf-8"),
        ("/ja/feed.atom", "application/atom+xml; charset=utf-8"),
        ("/ja/feed/checksum.txt", "text/plain; charset=utf-8"),
    ] {
        let first = site.get(path).await;
        assert_eq!((first.status, first.header("content-type")), (StatusCode::OK, media_type), "{path}");
        assert_eq!(first.header("access-control-allow-origin"), "*");
        let again = site.ask(path, &[("if-none-match", first.header("etag"))]).await;
        assert_eq!((again.status, again.body.len()), (StatusCode::NOT_MODIFIED, 0), "{path}");
    }
    for path in ["/ja/rss/years/jvndb_1999.rdf", "/ja/rss/x.rdf", "/ja/feed/detail/jvndb_2026.rdf", "/ja/feed/x"] {
        assert_eq!(site.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

/// The year of a feed is that of DatePublic in Japan, not that of the identifier.
#[tokio::test]
async fn the_year_of_a_feed_is_that_of_the_publication() {
    let mut document = sample::one_vendor();
    document.published_at = sample::at("2025-12-31T15:30:00Z");
    document.history[0].at = document.published_at;
    let mut older = sample::unreached();
    older.published_at = sample::at("2025-12-31T14:30:00Z");
    older.related = vec![formats::document::RelatedDocument {
        system: "JVN iPedia".into(),
        id: "JVNDB-2024-000007".into(),
        title: formats::Localized::default(),
        url: None,
    }];
    let site = site("feed-years", &[document, older], HTTPS);
    let feed = |year: u16| format!("/ja/rss/years/jvndb_{year}.rdf");
    let rss = jvnrss::read(site.page(&feed(2026)).await.as_bytes()).expect("JVNRSS");
    assert_eq!((rss.generation, ids(&rss)), (Generation::V2, vec!["JVNDB-2026-000051"]));
    let rss = jvnrss::read(site.page(&feed(2025)).await.as_bytes()).expect("JVNRSS");
    assert_eq!(ids(&rss), ["JVNDB-2024-000007"]);
    assert_eq!(rss.channel.title, "JVNDB RSS Feed - 2025 Years Entry");
    let details = site.page("/ja/feed/detail/jvndb_detail_2025.rdf").await;
    assert!(details.contains(r#"retMax="""#) && details.contains(r#"firstRes="""#) && details.contains(r#"lt="1""#));
    assert_eq!(vuldef::read(details.as_bytes()).expect("VULDEF").entries.len(), 1);
}

#[tokio::test]
async fn a_feed_changes_with_the_tree() {
    let mut documents = vec![sample::one_vendor()];
    let site = site("feed-changes", &documents, HTTPS);
    let before = site.get("/ja/rss/jvndb.rdf").await;
    documents.push(sample::many_vendors());
    sample::write_tree(&site.folder.0, &documents, HTTPS);
    assert!(site.portal.refresh());
    let after = site.get("/ja/rss/jvndb.rdf").await;
    assert_ne!(before.header("etag"), after.header("etag"));
    assert_eq!(jvnrss::read(after.body.as_bytes()).expect("JVNRSS").items.len(), 2);
}

#[tokio::test]
async fn pages_are_walked_by_the_total() {
    let site = site("api-pages", &sample::documents(), HTTPS);
    let all = overview(&site, ALL).await;
    let status = all.status.clone().expect("a status");
    let total = status.total.expect("a total");
    assert_eq!((status.most, status.first, status.method.as_str()), (Some(50), Some(1), "getVulnOverviewList"));
    let mut seen = Vec::new();
    for first in (1..=total).step_by(2) {
        let part = overview(&site, &format!("{ALL}&startItem={first}&maxCountItem=2")).await;
        let status = part.status.clone().expect("a status");
        assert_eq!((status.total, status.first), (Some(total), Some(first)));
        assert_eq!(status.returned, Some(part.items.len() as u64));
        assert!(status.echo.contains(&("maxCountItem".to_owned(), "2".to_owned())));
        seen.extend(ids(&part).into_iter().map(str::to_owned));
    }
    let unique: std::collections::BTreeSet<_> = seen.iter().collect();
    assert_eq!((unique.len() as u64, seen.len() as u64), (total, total));
    let modified: Vec<_> = all.items.iter().map(|item| item.modified).collect();
    assert!(modified.is_sorted_by(|a, b| a >= b), "the newest change first");
}

/// Without days it is the past week for all three dates; `now` of the samples is 2026-06-10.
#[tokio::test]
async fn the_default_is_the_past_week() {
    let site = site("api-week", &[sample::one_vendor()], HTTPS);
    let week = overview(&site, "method=getVulnOverviewList&feed=hnd").await;
    assert_eq!(week.items[0].title, NOTHING_FOUND);
    let month = "method=getVulnOverviewList&feed=hnd&rangeDatePublic=m&rangeDatePublished=m&rangeDateFirstPublished=m";
    assert_eq!(ids(&overview(&site, month).await), ["JVNDB-2026-000051"]);
    let explicit = "method=getVulnOverviewList&feed=hnd&rangeDatePublic=n&rangeDatePublished=n&rangeDateFirstPublished=n\
                    &dateFirstPublishedStartY=2026&dateFirstPublishedStartM=5&dateFirstPublishedStartD=28&datePublicEndY=2026";
    assert_eq!(ids(&overview(&site, explicit).await), ["JVNDB-2026-000051"]);
}

/// Both shapes of nothing; ruby_MyJVN wants the Status under rdf:RDF and looks at totalResRet.
#[tokio::test]
async fn nothing_found_has_two_shapes() {
    let site = site("api-nothing", &[sample::one_vendor()], HTTPS);
    for query in ["&keyword=%E3%81%AA%E3%81%84", "&startItem=999"] {
        let text = text(&site, &format!("{ALL}{query}")).await;
        assert!(text.contains("<title>MyJVN　該当する脆弱性対策情報はありません。</title>"), "{text}");
        assert!(text.contains("<status:Status ") && text.contains(r#"totalResRet="0""#), "{text}");
    }
    let plain = help::portal_with(&site.folder.0, HTTPS, NothingFound::StatusOnly);
    let other = Site { folder: sample::Folder::new("api-nothing-2"), portal: plain };
    let nothing = result(&other, &format!("{ALL}&keyword=%E3%81%AA%E3%81%84")).await;
    assert_eq!((nothing.status.total, nothing.vendors), (Some(0), None));
}

#[tokio::test]
async fn what_is_wrong_is_said_with_http_200() {
    let site = site("api-errors", &[sample::one_vendor()], HTTPS);
    for query in [
        "",
        "feed=hnd",
        "method=getVulnOverviewList",
        "method=getVulnOverviewList&feed=sec",
        "method=getvulnoverviewlist&feed=hnd",
        "method=getVulnDetailInfo&feed=hnd",
        "method=getVulnDetailInfo&feed=hnd&vulnId=",
        "method=getStatistics&feed=hnd",
        "method=getStatistics&feed=hnd&theme=sumCwe",
        "method=getVendorList&feed=hnd&startItem=x",
        "method=getProductList&feed=hnd&cpeName=apache",
    ] {
        let failed = result(&site, query).await;
        let (code, message) = failed.status.error.expect(query);
        assert_eq!(code, "XX00000001", "{query}");
        assert!(!message.is_empty());
        assert_eq!((failed.status.total, failed.status.most, failed.status.first), (None, None, None), "{query}");
    }
    let failed = json(&site, "method=getVulnDetailInfo&feed=oka").await;
    assert_eq!((&failed["status"]["retCd"], &failed["status"]["errCd"]), (&1.into(), &"XX00000001".into()));
}

/// One client sends misspelt parameters, another `xsl=1`; parameters without a value count as none.
#[tokio::test]
async fn what_is_unknown_or_empty_is_passed_over() {
    let site = site("api-unknown", &[sample::one_vendor()], HTTPS);
    let query = format!("{ALL}&xsl=1&maxCountITem=5&keyword=&severity=&lang=&cpeName=&evil=%3Cx%3E");
    assert_eq!(ids(&overview(&site, &query).await), ["JVNDB-2026-000051"]);
}

#[tokio::test]
async fn products_are_asked_for_by_names_and_numbers() {
    let site = site("api-products", &sample::documents(), HTTPS);
    let products = result(&site, "method=getProductList&feed=hnd&cpeName=cpe:/a:midori:*").await;
    let vendor = &products.vendors.as_ref().expect("a list").vendors[0];
    let product = &vendor.products[0];
    assert_eq!((vendor.cpe.as_str(), product.cpe.as_str()), ("cpe:/:midori", "cpe:/a:midori:report"));
    let (vid, pid) = (vendor.vid, product.pid);
    for query in [
        "cpeName=cpe:/a:midori:report".to_owned(),
        "cpeName=cpe:/*:MIDORI".to_owned(),
        "cpeName=cpe:/a:midori:rep*+cpe:/a:x:y".to_owned(),
        "cpeName=cpe:/a:x:y%2Bcpe:/a:midori:report".to_owned(),
        format!("vendorId={vid}"),
        format!("productId=1+{pid}"),
        "keyword=%E3%83%9F%E3%83%89%E3%83%AA%E5%B8%B3%E7%A5%A8".to_owned(),
        "severity=m&vector=CVSS:3.0/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N&keyword=%E3%83%9F%E3%83%89%E3%83%AA".to_owned(),
    ] {
        let found = overview(&site, &format!("{ALL}&{query}")).await;
        assert_eq!(ids(&found), ["JVNDB-2026-000051"], "{query}");
    }
    let english = overview(&site, &format!("{ALL}&lang=en&keyword=MIDORI+report")).await;
    assert_eq!(ids(&english), ["JVNDB-2026-000051"], "case does not count");
    // The examples of kazukiigeta/go-myjvn escape keywords twice.
    let twice =
        overview(&site, &format!("{ALL}&keyword=%25E3%2583%259F%25E3%2583%2589%25E3%2583%25AA%25E5%25B8%25B3")).await;
    assert_eq!(ids(&twice), ["JVNDB-2026-000051"]);
    let star = overview(&site, &format!("{ALL}&keyword=*")).await;
    assert_eq!(star.items[0].title, NOTHING_FOUND, "a star is a letter like any other");
    let vendors = result(&site, "method=getVendorList&feed=hnd&keyword=midori").await;
    assert_eq!(vendors.vendors.expect("a list").vendors.iter().map(|vendor| vendor.vid).collect::<Vec<_>>(), [vid]);
}

#[tokio::test]
async fn details_come_by_get_and_post_and_several_at_once() {
    let site = site("api-details", &sample::documents(), HTTPS);
    let all = overview(&site, ALL).await;
    let two: Vec<&str> = ids(&all).into_iter().take(2).collect();
    for plus in ["+", "%2B"] {
        let query = format!("method=getVulnDetailInfo&feed=hnd&vulnId={}", two.join(plus));
        let details = vuldef::read(text(&site, &query).await.as_bytes()).expect("VULDEF");
        assert_eq!(details.entries.iter().map(|entry| entry.id.as_str()).collect::<Vec<_>>(), two);
        assert_eq!(details.status.expect("a status").most, Some(10));
    }
    let form = format!("method=getVulnDetailInfo&feed=hnd&vulnId={}", two[0]);
    let request = Request::post("/myjvn").header("content-type", "application/x-www-form-urlencoded");
    let request = request.body(Body::from(form)).expect("a request");
    let response = portal::site(site.portal.clone()).oneshot(request).await.expect("an answer");
    let body = to_bytes(response.into_body(), 1 << 20).await.expect("a body");
    assert_eq!(vuldef::read(&body).expect("VULDEF").entries[0].id, two[0]);
    let none = result(&site, "method=getVulnDetailInfo&feed=hnd&vulnId=JVNDB-1999-000001").await;
    assert_eq!(none.status.total, Some(0));
}

#[tokio::test]
async fn statistics_count_what_is_there() {
    let site = site("api-statistics", &[sample::one_vendor(), sample::many_vendors()], HTTPS);
    let by_year = result(&site, "method=getStatistics&feed=hnd&theme=sumAll&cweId=CWE-79&type=y").await;
    let total = |at: usize| by_year.counts[at].counts.iter().map(|count| count.all).sum::<u64>();
    assert_eq!((by_year.counts.len(), total(0), total(1)), (3, 2, 2));
    assert_eq!(by_year.counts[0].totals.entries, 2);
    assert!(by_year.status.echo.iter().any(|(name, _)| name == "retMaxCnt"));
    let months = "method=getStatistics&feed=hnd&theme=sumJvnDb&type=m&datePublicStartY=2026&datePublicStartM=1";
    let months = result(&site, months).await;
    let periods: Vec<&str> = months.counts[0].counts.iter().map(|count| count.period.as_str()).collect();
    assert_eq!(periods, ["2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-06"]);
    let quarters =
        result(&site, "method=getStatistics&feed=hnd&theme=sumJvnDb&type=q&datePublicStartY=2025&datePublicEndY=2025")
            .await;
    assert_eq!(
        quarters.counts[0].counts.iter().map(|count| count.period.as_str()).collect::<Vec<_>>(),
        ["2025-1Q", "2025-2Q", "2025-3Q", "2025-4Q"]
    );
    let oka = json(&site, "method=getStatistics&feed=oka").await;
    assert_eq!((&oka["data"][0]["year"], &oka["data"][0]["total_vulninfo"]), (&2026.into(), &2.into()));
}

#[tokio::test]
async fn alerts_are_the_urgent_ones() {
    let mut urgent = sample::one_vendor();
    urgent.critical = true;
    let site = site("api-alerts", &[urgent, sample::many_vendors()], HTTPS);
    let alerts = text(&site, "method=getAlertList&feed=hnd").await;
    let feed = formats::atom::read(alerts.as_bytes()).expect("Atom");
    let critical = feed.entries.iter().find(|entry| entry.id == "MYJVN-ALT-2026-10293847").expect("the alert");
    assert_eq!(critical.category, Some(("Critical".to_owned(), "緊急".to_owned())));
    assert_eq!(critical.items[0].identifier, "MYJVN-ALT-2026-10293847-0001");
    let as_json = json(&site, "method=getAlertList&feed=hnd&ft=json&cpeName=cpe:/a:midori:report").await;
    assert_eq!(as_json["feed"]["id"], "swid:ipa.go.jp+myjvn_alert+1.0.0");
    assert_eq!(as_json["feed"]["entry"][0]["id"], "MYJVN-ALT-2026-10293847");
    assert_eq!(as_json["feed"]["status:Status"]["retCd"], 0);
    let none = text(&site, "method=getAlertList&feed=hnd&datePublished=1999").await;
    assert!(none.contains(NOTHING_FOUND));
    let oka = json(&site, "method=getAlertList&feed=oka&keyword=%E3%83%9F%E3%83%89%E3%83%AA").await;
    assert_eq!(oka["feed"]["entry"][0]["category"]["label"], "緊急");
}

#[tokio::test]
async fn oka_speaks_json() {
    let site = site("api-oka", &sample::documents(), HTTPS);
    let overview =
        json(&site, "method=getVulnOverviewList&feed=oka&nameType=cpe&productName=cpe:2.3:a:midori:report").await;
    assert_eq!(overview["feed"]["entry"][0]["id"], "JVNDB-2026-000051");
    assert_eq!(overview["status"]["totalRes"], 1);
    for query in [
        "nameType=jvnpid&productName=jvnpid:1.0::midori:*",
        "nameType=cpe&productName=cpe:2.3:a:midori:report&version=2.4.0",
        "nameType=cpe&productName=cpe:2.3:a:midori:report&versionEnd=1",
        "nameType=cpe&productName=cpe:2.3:a:midori:report&versionType=all",
        "cvssV3Severity=MEDIUM&keyword=%E3%83%9F%E3%83%89%E3%83%AA",
        "cvssV4Metrics=AV:N/UI:A&keyword=%E3%83%9F%E3%83%89%E3%83%AA",
        "publicStartDate=20260528&publicEndDate=20260528&keyword=%E3%83%9F%E3%83%89%E3%83%AA",
    ] {
        let found = json(&site, &format!("method=getVulnOverviewList&feed=oka&{query}")).await;
        assert_eq!(found["feed"]["entry"][0]["id"], "JVNDB-2026-000051", "{query}");
    }
    for query in ["&version=2.4.1", "&versionStart=2.4.1", "&versionType=no"] {
        let query =
            format!("method=getVulnOverviewList&feed=oka&nameType=cpe&productName=cpe:2.3:a:midori:report{query}");
        assert_eq!(json(&site, &query).await["status"]["totalRes"], 0, "{query}");
    }
    let detail = json(&site, "method=getVulnDetailInfo&feed=oka&vulnId=JVNDB-2026-000051").await;
    assert_eq!(detail["jvn_extension"]["vulnid"], "JVNDB-2026-000051");
    let bundle = json(&site, "method=getVulnDetailInfo&feed=oka&vulnId=JVNDB-2026-000051&ft=jvnstix").await;
    assert_eq!(bundle["objects"][2]["VULDEF-Document"][0]["document"]["tracking"]["id"], "JVNDB-2026-000051");
    let vendors = json(&site, "method=getVendorList&feed=oka&nameType=jvnpid&vendorName=jvnpid:1.0::midori").await;
    assert_eq!(vendors["jvn-product-dictionary"]["vendors"][0]["cpe"], "cpe:2.3::midori");
    let products = json(&site, "method=getProductList&feed=oka&nameType=vid&productName=1").await;
    assert_eq!(products["status"]["totalRes"], 0);
}

#[tokio::test]
async fn hostile_texts_stay_texts() {
    let site = site("api-hostile", &sample::documents(), HTTPS);
    sample::write(&site.folder.0, "advisories/JVN66600666/1/document.json", sample::hostile().to_json().as_bytes());
    sample::write_lists(&site.folder.0, &[sample::hostile()], HTTPS);
    assert!(site.portal.refresh());
    for path in [
        "/ja/rss/jvndb.rdf",
        "/ja/feed/detail/jvndb_detail_2026.rdf",
        "/ja/feed.atom",
        "/ja/feed/product/myjvn_product_202606.rdf",
    ] {
        let text = site.page(path).await;
        assert!(!text.contains("<script>") && !text.contains('\u{202E}'), "{path}");
    }
    let evil = text(&site, &format!("{ALL}&keyword=%22%3E%3Cscript%3E%00%1B")).await;
    assert!(!evil.contains("<script>"));
    jvnrss::read(evil.as_bytes()).expect("still JVNRSS");
}
