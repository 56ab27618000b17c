//! Every page of the portal, in both languages, over a tree of invented advisories.

mod help;
mod sample;

use axum::http::StatusCode;
use formats::Localized;
use formats::document::{Affectedness, Reference};
use help::site;

const HTTPS: &str = "https://noroshi.example";

#[tokio::test]
async fn every_page_is_written_in_both_languages() {
    let site = site("every", &sample::documents(), HTTPS);
    let paths = [
        "/",
        "/advisories",
        "/advisories?q=%E3%83%AB%E3%83%BC%E3%82%BF&severity=high&year=2026&sort=-score&page=2",
        "/advisories?q=nothing-is-called-that",
        "/advisories/JVN10293847",
        "/advisories/JVN10293847/1",
        "/advisories/JVN10293847/2/changes",
        "/statistics",
        "/advisories/JVNVU91827364",
        "/advisories/JVN88120457?status=affected&sort=-name",
        "/advisories/JVN30571194",
        "/advisories/JVN56473829",
        "/rules",
        "/rules?status=done",
        "/process",
        "/statistics/websites",
        "/feeds",
        "/api",
        "/vendors",
        "/vendors/midori-soft-inc",
        "/products/midori-soft-inc/midori-report",
    ];
    for path in paths {
        for (lang, other) in [("ja", "en"), ("en", "ja")] {
            let body = site.page(&format!("/{lang}{path}")).await;
            assert!(body.contains(&format!("<html lang=\"{lang}\">")), "{lang}{path}");
            assert!(body.contains(&format!("hreflang=\"{other}\"")), "{lang}{path}");
            assert_eq!(body.matches("<h1").count(), 1, "{lang}{path}");
            assert!(!body.contains(">portal-"), "a key without its message: {lang}{path}");
        }
    }
}

#[tokio::test]
async fn pages_of_an_empty_tree_say_what_would_fill_them() {
    let site = site("empty", &[], HTTPS);
    std::fs::remove_file(site.folder.0.join("pages/rules.json")).expect("the sample has rules");
    site.portal.refresh();
    for path in ["/ja/", "/ja/advisories", "/ja/vendors", "/ja/rules", "/ja/statistics"] {
        assert!(site.page(path).await.contains("class=\"empty\""), "{path}");
    }
    assert!(site.page("/en/process").await.contains("Secret until it is published"));
    assert!(site.page("/en/feeds").await.contains("There is no CSAF provider metadata yet"));
}

#[tokio::test]
async fn the_first_screen_answers_the_three_questions() {
    let site = site("answers", &sample::documents(), HTTPS);
    let page = site.page("/en/advisories/JVN10293847").await;
    let answers =
        page.split("<dl class=\"answers\">").nth(1).and_then(|rest| rest.split("</dl>").next()).expect("answers");
    for wanted in
        ["Midori Report", "prior to 2.4.1", "Fixed: 2.4.1", "6.1", "Can be attacked over a network", "Update to 2.4.1."]
    {
        assert!(answers.contains(wanted), "{wanted}");
    }
    let stop = site.page("/en/advisories/JVN56473829").await;
    let (chip, step) = (stop.find("Stop using it"), stop.find("Support has ended. Stop using it."));
    assert!(chip.is_some() && step.is_some() && chip < step);
}

#[tokio::test]
async fn two_hundred_vendors_can_be_filtered_and_sorted() {
    let site = site("vendors", &[sample::two_hundred()], HTTPS);
    let rows = |page: &str| page.matches("<th scope=\"row\">").count();
    let all = site.page("/en/advisories/JVN88120457").await;
    assert_eq!(rows(&all), 200);
    let groups: Vec<&str> = all.split("<details class=\"fold vendor-group\"").skip(1).collect();
    let sizes: Vec<usize> =
        groups.iter().map(|group| rows(group.split("</details>").next().unwrap_or_default())).collect();
    assert!(sizes.len() > 1 && sizes.iter().all(|size| *size > 0), "{sizes:?}");
    assert_eq!(sizes[0], 20);
    assert!(groups[0].starts_with(" open") && groups.last().is_some_and(|last| last.starts_with('>')));
    let affected = site.page("/en/advisories/JVN88120457?status=affected&sort=name").await;
    assert_eq!(rows(&affected), 20);
    assert!(!affected.contains("vendor-group"), "who chooses a status sees its vendors at once");
    let first =
        |page: &str| page.split("<th scope=\"row\">").nth(1).expect("a row").chars().take(12).collect::<String>();
    assert_eq!(first(&affected), "Hotaka Cloud");
    let down = site.page("/en/advisories/JVN88120457?status=affected&sort=-name").await;
    assert_eq!(first(&down), "Kitakami Wor");
    let nonsense = site.page("/en/advisories/JVN88120457?status=worried&sort=mood&x=%3Cscript%3E").await;
    assert_eq!(rows(&nonsense), 200);
    assert!(!nonsense.contains("worried"), "what an address adds does not come back");
}

#[tokio::test]
async fn the_list_pages_filters_and_sorts() {
    let site = site("list", &sample::documents(), HTTPS);
    let count = |page: &str| page.matches("class=\"row-title\"").count();
    assert_eq!(count(&site.page("/ja/advisories").await), 25);
    assert_eq!(count(&site.page("/ja/advisories?page=3").await), 15);
    assert_eq!(count(&site.page("/ja/advisories?page=99").await), 15, "past the end is the last page");
    assert_eq!(count(&site.page("/ja/advisories?year=1999").await), 0);

    // Full-width, half-width and capitals are the same; every word has to be there.
    let found = site.page("/ja/advisories?q=%EF%BD%8B%EF%BD%81%EF%BD%87%EF%BD%81%EF%BD%8D%EF%BD%89%20TLS").await;
    assert_eq!(count(&found), 1);
    assert_eq!(count(&site.page("/ja/advisories?q=kagami+midori").await), 0);
    assert_eq!(count(&site.page("/ja/advisories?q=CVE-2026-20481").await), 1);

    let worst = site.page("/en/advisories?sort=-score").await;
    assert!(worst.split("class=\"severity-score\">").nth(1).is_some_and(|rest| rest.starts_with("9.8")));
}

#[tokio::test]
async fn a_number_leads_to_its_page() {
    let site = site("numbers", &sample::documents(), HTTPS);
    let searched = site.get("/en/advisories?q=jvn%2310293847").await;
    assert_eq!((searched.status, searched.header("location")), (StatusCode::SEE_OTHER, "/en/advisories/JVN10293847"));
    for path in ["/JVN10293847", "/jvn10293847/", "/JVN%2310293847", "/advisories/JVN10293847"] {
        let led = site.ask(path, &[("accept-language", "en")]).await;
        assert_eq!((led.status, led.header("location")), (StatusCode::FOUND, "/en/advisories/JVN10293847"), "{path}");
        assert_eq!(led.header("vary"), "accept-language");
    }
    let spelt = site.get("/ja/advisories/jvn10293847").await;
    assert_eq!(
        (spelt.status, spelt.header("location")),
        (StatusCode::PERMANENT_REDIRECT, "/ja/advisories/JVN10293847")
    );
}

#[tokio::test]
async fn the_root_follows_the_language_asked_for() {
    let site = site("root", &[], HTTPS);
    let led = site.ask("/", &[("accept-language", "en-GB,en;q=0.8,ja;q=0.5")]).await;
    assert_eq!((led.status, led.header("location")), (StatusCode::FOUND, "/en/"));
    assert_eq!(site.get("/").await.header("location"), "/ja/");
    assert_eq!(site.get("/en").await.header("location"), "/en/");
}

#[tokio::test]
async fn older_revisions_say_that_they_are_old() {
    let site = site("old", &sample::documents(), HTTPS);
    let old = site.page("/en/advisories/JVN10293847/1").await;
    assert!(old.contains("This is revision 1") && old.contains("href=\"/en/advisories/JVN10293847\""));
    assert!(old.contains("href=\"/ja/advisories/JVN10293847/1\""), "the other language of the same revision");
    assert!(!site.page("/en/advisories/JVN10293847/2").await.contains("This is revision"));
    assert!(site.page("/en/advisories/JVN10293847").await.contains("href=\"/en/advisories/JVN10293847/1\""));
}

#[tokio::test]
async fn what_is_not_there_is_a_page_in_the_right_language() {
    let site = site("missing", &sample::documents(), HTTPS);
    let missing = [
        "/en/nowhere",
        "/en/advisories/JVN00000000",
        "/en/advisories/nonsense",
        "/en/advisories/JVN10293847/3",
        "/en/advisories/JVN10293847/0",
        "/en/advisories/JVN10293847/01",
        "/en/advisories/JVN10293847/x",
    ];
    for path in missing {
        let answer = site.get(path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert!(answer.body.contains("There is no such page"), "{path}");
    }
    assert!(site.get("/ja/nowhere").await.body.contains("<html lang=\"ja\">"));
    assert!(site.ask("/nowhere", &[("accept-language", "en")]).await.body.contains("<html lang=\"en\">"));
}

#[tokio::test]
async fn one_language_stands_in_for_the_other_and_says_so() {
    let site = site("one-language", &sample::documents(), HTTPS);
    let page = site.page("/en/advisories/JVN30571194").await;
    assert!(page.contains("This part is written in Japanese only."));
    assert!(page.contains("<h1><span lang=\"ja\">はるかぜ会計における情報漏えいの脆弱性</span></h1>"));
    assert!(!site.page("/ja/advisories/JVN30571194").await.contains("lang=\"ja\">はるかぜ"));
}

#[tokio::test]
async fn rules_show_values_and_clauses() {
    let site = site("rules", &[], HTTPS);
    let page = site.page("/ja/rules").await;
    for wanted in ["45日", "未確認の値", "id=\"Ⅳ.4.3\"", "実装済み", "人が行うこと", "まだない", "case::decide::accept"]
    {
        assert!(page.contains(wanted), "{wanted}");
    }
    let day = page.split("id=\"Ⅳ.4.3\"").nth(1).and_then(|rest| rest.split("</li>\n").next()).expect("the clause");
    for wanted in
        ["href=\"#value-target_days\"", "<strong>45日</strong>", "<strong>12:00</strong> <span class=\"unverified\">"]
    {
        assert!(day.contains(wanted), "{wanted} beside the clause that uses it");
    }
    assert!(
        !day.contains("of_another_program") && !day.contains("内容に矛盾などがない"),
        "a long list stands in its table"
    );
    let done = site.page("/ja/rules?status=done").await;
    assert!(done.matches("class=\"clause-row\"").count() < page.matches("class=\"clause-row\"").count());
    assert!(site.page("/en/process").await.contains("45 days"), "clocks come from the rules");
}

#[tokio::test]
async fn http_says_that_it_is_no_provider() {
    let secure = site("https", &sample::documents(), HTTPS);
    assert!(!secure.page("/en/feeds").await.contains("not a CSAF provider"));
    let plain = site("http", &sample::documents(), "http://127.0.0.1:8787");
    let page = plain.page("/en/feeds").await;
    assert!(page.contains("This site is not a CSAF provider") && page.contains("http://127.0.0.1:8787/csaf/white/"));
}

/// An advisory of January 2026 in UTC that came out on New Year's Day in Japan; the month is Japan's.
#[tokio::test]
async fn the_calendar_shows_a_month_day_by_day() {
    let site = site("calendar", &[sample::one_vendor(), sample::many_vendors()], HTTPS);
    let newest = site.page("/en/advisories/calendar").await;
    assert!(newest.contains("June 2026") && newest.contains("JVN#10293847") && newest.contains("Updated"));
    let may = site.page("/en/advisories/calendar?month=2026-05").await;
    assert!(may.contains("JVN#10293847") && may.contains("Published") && !may.contains("JVNVU#91827364"));
    assert!(site.page("/en/advisories/calendar?month=2026-01").await.contains("JVNVU#91827364"));
    assert!(!site.page("/en/advisories/calendar?month=2025-12").await.contains("JVNVU#91827364"));
    assert_eq!(site.get("/ja/advisories/calendar?month=nonsense").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_number_of_the_catalogue_leads_to_the_advisory() {
    let site = site("contents", &[sample::one_vendor(), sample::unreached()], HTTPS);
    for name in ["JVNDB-2026-000051.html", "JVNDB-2026-000051"] {
        let led = site.get(&format!("/ja/contents/2026/{name}")).await;
        assert_eq!((led.status.as_u16(), led.header("location")), (308, "/ja/advisories/JVN10293847"), "{name}");
    }
    assert_eq!(site.get("/ja/contents/2026/JVNDB-2026-999999.html").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn all_formats_are_offered() {
    let site = site("formats", &[sample::one_vendor()], HTTPS);
    let page = site.page("/en/advisories/JVN10293847").await;
    for path in [
        "/csaf/white/2026/jvn_10293847.json",
        "/csaf/white/2026/jvn_10293847-en-vex.json",
        "/csaf/clear/2026/jvn_10293847-en.json",
        "/csaf/clear/2026/jvn_10293847-vex.json.sha512",
        "/advisories/JVN10293847/2/stix-en.json",
        "/advisories/JVN10293847/2/document.json",
    ] {
        assert!(page.contains(&format!("href=\"{path}\"")), "{path}");
        assert_eq!(site.get(path).await.status, StatusCode::OK, "{path}");
    }
    let feeds = site.page("/en/feeds").await;
    assert!(feeds.contains("/csaf/clear/csaf-feed-tlp-clear-2026.json") && feeds.contains("/.well-known/csaf/v2.1/"));
}

/// A page of two hundred developers answers first and lists all of them after.
#[tokio::test]
async fn two_hundred_developers_are_counted_first() {
    let document = sample::two_hundred();
    let site = site("two-hundred", std::slice::from_ref(&document), HTTPS);
    let page = site.page(&format!("/en/advisories/{}", document.id.slug())).await;
    let answers =
        page.split("<dl class=\"answers\">").nth(1).and_then(|rest| rest.split("</dl>").next()).expect("answers");
    assert!(answers.contains("200") && answers.len() < 6_000, "{}", answers.len());
    assert_eq!(page.matches("<th scope=\"row\">").count(), 200);
}

/// A revision is compared with the one before it, in the language of the page; hostile text stays text.
#[tokio::test]
async fn a_revision_says_what_it_changed() {
    let mut first = sample::one_vendor();
    (first.revision, first.updated_at) = (1, first.published_at);
    first.history.truncate(1);
    let mut second = sample::one_vendor();
    second.impact.ja = second.impact.ja.replace("任意のスクリプトを実行", "<b>情報を窃取</b>");
    second.vendors[0].status = Affectedness::AffectedInvestigating;
    second.references.push(Reference { title: Localized::same("Notice"), url: "https://midori.example/n".to_owned() });
    let site = site("changes", &[first, second], HTTPS);
    let page = site.page("/ja/advisories/JVN10293847/2/changes").await;
    assert!(page.contains("任意のスクリプトを実行</del>") && page.contains("&#60;b&#62;情報を窃取&#60;/b&#62;</ins>"));
    assert!(page.contains("ベンダ情報：ミドリソフト株式会社") && page.contains("該当製品あり<ins>"), "{page}");
    assert!(page.contains("Notice https://midori.example/n</ins>") && !page.contains("<h2>概要</h2>"));
    assert!(!site.page("/en/advisories/JVN10293847/2/changes").await.contains("<h2>Impact</h2>"));
    let history = site.page("/ja/advisories/JVN10293847").await;
    assert!(history.contains("href=\"/ja/advisories/JVN10293847/2/changes\""));
    for (path, status) in [("1", 404), ("3", 404), ("02", 404), ("x", 404)] {
        let answer = site.get(&format!("/ja/advisories/JVN10293847/{path}/changes")).await;
        assert_eq!(answer.status.as_u16(), status, "{path}");
    }
    assert_eq!(site.get("/ja/advisories/jvn10293847/2/changes").await.status.as_u16(), 308);
}

/// Sixty-five advisories of the samples: the table, its links and its file say the same.
#[tokio::test]
async fn figures_can_be_counted_again() {
    let documents = sample::documents();
    let site = site("figures", &documents, HTTPS);
    let page = site.page("/en/statistics").await;
    assert!(page.contains("href=\"/en/advisories?year=2026\"") && page.contains("CWE-79 "));
    let file = site.get("/en/statistics/years.csv").await;
    assert!(
        file.header("content-type").starts_with("text/csv") && file.header("content-disposition").contains("years")
    );
    let rows: Vec<Vec<usize>> = file
        .body
        .lines()
        .skip(1)
        .map(|line| line.split(',').skip(1).map(|cell| cell.parse().expect("a number")).collect())
        .collect();
    let total: usize = rows.iter().map(|row| row[0]).sum();
    let listed = site.json("/api/search").await["total"].as_u64().expect("a total");
    assert_eq!(total as u64, listed);
    assert!(rows.iter().all(|row| row[0] == row[1..].iter().sum::<usize>()), "every advisory has one severity or none");
    for name in ["months", "weaknesses", "marks"] {
        assert_eq!(site.get(&format!("/ja/statistics/{name}.csv")).await.status, StatusCode::OK, "{name}");
    }
    for name in ["years", "nothing.csv", "..%2Fyears.csv"] {
        assert_eq!(site.get(&format!("/ja/statistics/{name}")).await.status, StatusCode::NOT_FOUND, "{name}");
    }
    assert!(site.page("/ja/").await.contains("href=\"/ja/statistics\""));
}

/// A router says how long an answer is; where it does not, whoever sends the answer does.
fn without_length(mut answer: help::Answer) -> help::Answer {
    answer.headers.remove("content-length");
    answer
}

#[tokio::test]
async fn at_the_door_a_page_is_what_its_route_answers() {
    let site = site("door", &sample::documents(), HTTPS);
    let page = "/ja/advisories/JVN10293847";
    assert!(site.ask_at_door(page, &[]).await.is_none(), "nobody has asked for it yet");
    let tag = site.get(page).await.header("etag").to_owned();
    let asked: [&[(&str, &str)]; 5] = [
        &[],
        &[("accept-encoding", "br")],
        &[("accept-encoding", "gzip, deflate")],
        &[("if-none-match", &tag)],
        &[("if-none-match", "\"another\""), ("accept-encoding", "zstd")],
    ];
    for headers in asked {
        let routed = without_length(site.ask(page, headers).await);
        assert_eq!(site.ask_at_door(page, headers).await.map(without_length), Some(routed), "{headers:?}");
    }
    for other in ["/en/advisories/JVN10293847", "/ja/advisories/JVN10293847/1", "/ja/advisories/JVN10293847?sort=-name"]
    {
        site.get(other).await;
    }
    assert!(site.ask_at_door("/en/advisories/JVN10293847", &[]).await.is_some());
    let elsewhere = [
        "/ja/advisories/JVN10293847/1",
        "/ja/advisories/JVN10293847?sort=-name",
        "/ja/advisories/jvn10293847",
        "/ja/advisories/JVN%310293847",
        "/JA/advisories/JVN10293847",
        "/ja/advisories",
        "/",
    ];
    for path in elsewhere {
        assert!(site.ask_at_door(path, &[]).await.is_none(), "{path}");
    }
}
