//! JVNRSS, VULDEF and the answers of the MyJVN API: what is written is read back, for any advisory, and every demand that a
//! client of the field makes on them is met. The clients' own programs are tried as `docs/clients.md` says.

mod generated;
mod samples;

use formats::jvndb::{Entry, JvndbId};
use formats::jvnrss::{self, Channel, Generation, Item, NOTHING_FOUND, Rss};
use formats::myjvn::{
    self, Count, CountedBy, Counts, ListedProduct, ListedVendor, ResultDocument, Status, Totals, VendorList,
};
use formats::vuldef::{self, Vuldef, Vulinfo};
use formats::xml::legal;
use formats::{Language, Localized, LossKind, PublicDocument};
use jiff::Timestamp;
use proptest::prelude::*;

const PAGE: &str = "https://noroshi.example/ja/advisories/x";

fn entry(document: &PublicDocument, language: Language) -> Entry {
    let id = JvndbId::named(document).unwrap_or_else(|| JvndbId::made(document));
    Entry::of(document, &id, language, PAGE, &mut Vec::new())
}

fn rss(documents: &[PublicDocument], language: Language, generation: Generation) -> Rss {
    Rss {
        generation,
        language,
        channel: Channel {
            about: "https://noroshi.example/ja/rss/years/jvndb_2026.rdf".to_owned(),
            title: "JVNDB RSS Feed - 2026 Years Entry".to_owned(),
            link: "https://noroshi.example/".to_owned(),
            description: "JVN iPedia 2026年情報".to_owned(),
            date: "2026-06-01T03:00:00Z".parse().ok(),
            white: generation == Generation::V3,
        },
        items: documents.iter().map(|document| Item::of(&entry(document, language), &mut Vec::new())).collect(),
        status: (generation == Generation::V3).then(status),
    }
}

fn status() -> Status {
    Status {
        method: "getVulnOverviewList".to_owned(),
        feed: Some("hnd".to_owned()),
        language: Some(Language::Ja),
        error: None,
        most: Some(50),
        total: Some(6),
        returned: Some(2),
        first: Some(1),
        echo: vec![("maxCountItem".to_owned(), "2".to_owned()), ("keyword".to_owned(), "\"<&\n'".to_owned())],
    }
}

fn vulinfo(document: &PublicDocument, language: Language) -> Vulinfo {
    Vulinfo::of(document, &entry(document, language), language, &mut Vec::new())
}

fn vuldef(documents: &[PublicDocument], language: Language) -> Vuldef {
    let entries = documents.iter().map(|document| vulinfo(document, language)).collect();
    Vuldef { language, entries, white: true, status: Some(status()) }
}

/// Dates of feeds have no seconds, so the model that is read back has none either.
fn to_minutes(at: Option<Timestamp>) -> Option<Timestamp> {
    at.and_then(|at| Timestamp::from_second(at.as_second() - at.as_second().rem_euclid(60)).ok())
}

fn without_seconds(mut rss: Rss) -> Rss {
    for item in &mut rss.items {
        (item.issued, item.modified) = (to_minutes(item.issued), to_minutes(item.modified));
    }
    rss
}

#[test]
fn samples_come_back() {
    for language in Language::ALL {
        let feed = without_seconds(rss(&samples::all(), language, Generation::V2));
        assert_eq!(jvnrss::read(feed.write().as_bytes()), Ok(feed));
        let answer = rss(&samples::all(), language, Generation::V3);
        assert_eq!(jvnrss::read(answer.write().as_bytes()), Ok(answer));
        let details = vuldef(&samples::all(), language);
        assert_eq!(vuldef::read(details.write().as_bytes()), Ok(details));
    }
}

/// go-cve-dictionary parses the dates of items with the layout `2006-01-02T15:04-07:00` and ends its whole run on any other.
#[test]
fn go_cve_dictionary_wants_dates_of_feeds_without_seconds() {
    let text = rss(&[samples::one_vendor()], Language::Ja, Generation::V2).write();
    assert!(text.contains("<dcterms:issued>2026-05-28T12:00+09:00</dcterms:issued>"), "{text}");
    assert!(text.contains("<dc:date>2026-06-01T12:00+09:00</dc:date>"));
    assert!(text.contains("<dcterms:modified>2026-06-01T12:00+09:00</dcterms:modified>"));
    assert!(text.contains("xmlns:sec=\"http://jvn.jp/rss/mod_sec/\"") && !text.contains("status:Status"));
}

/// go-cve-dictionary takes CVE numbers only from references whose source is NVD or CVE, and parses every CPE as a 2.2 URI.
#[test]
fn go_cve_dictionary_finds_cve_numbers_and_products() {
    let text = rss(&[samples::one_vendor()], Language::Ja, Generation::V2).write();
    assert!(text.contains(
        "source=\"CVE\" id=\"CVE-2026-10293\">https://www.cve.org/CVERecord?id=CVE-2026-10293</sec:references>"
    ));
    assert!(text.contains(
        "<sec:cpe version=\"2.2\" vendor=\"ミドリソフト株式会社\" product=\"ミドリ帳票\">cpe:/a:midori:report</sec:cpe>"
    ));
}

/// spiegel-im-spiegel/go-myjvn parses channel and item dates as RFC 3339, which has seconds; go-myjvn's Status is of integers.
#[test]
fn go_myjvn_wants_rfc_3339_and_integers() {
    let text = rss(&[samples::one_vendor()], Language::Ja, Generation::V3).write();
    assert_eq!(text.matches("<dc:date>2026-06-01T12:00:00+09:00</dc:date>").count(), 2);
    assert!(text.contains("<dcterms:issued>2026-05-28T12:00:00+09:00</dcterms:issued>"));
    assert!(
        text.contains(
            r#"retCd="0" retMax="50" errCd="" errMsg="" totalRes="6" totalResRet="2" firstRes="1" feed="hnd""#
        )
    );
    let history = &vulinfo(&samples::one_vendor(), Language::Ja).history;
    assert_eq!(
        history.iter().map(|item| item.number).collect::<Vec<_>>(),
        [Some(1), Some(2)],
        "HistoryNo is an integer"
    );
}

/// vulnerability-lookup (xmltodict) and ruby_MyJVN (REXML paths) look for these letters, not for namespaces.
#[test]
fn vulnerability_lookup_and_ruby_myjvn_want_these_prefixes() {
    let text = rss(&[samples::one_vendor()], Language::En, Generation::V3).write();
    for tag in [
        "<rdf:RDF ",
        "<channel rdf:about=",
        "<item rdf:about=",
        "<sec:identifier>",
        "<sec:cpe ",
        "<sec:cvss ",
        "<dcterms:issued>",
        "<status:Status ",
    ] {
        assert!(text.contains(tag), "{tag}");
    }
    let details = vuldef(&[samples::one_vendor()], Language::Ja).write();
    assert!(details.contains("<VULDEF-Document ") && details.contains("<VulinfoID>JVNDB-2026-000051</VulinfoID>"));
}

/// vulnerability-lookup reads `@vendor` and `@product` of every sec:cpe without asking whether they are there.
#[test]
fn vulnerability_lookup_wants_vendor_and_product_of_every_cpe() {
    for item in samples::all().iter().map(|document| Item::of(&entry(document, Language::En), &mut Vec::new())) {
        assert!(!item.products.is_empty(), "{}", item.title);
        assert!(item.products.iter().all(|product| !product.vendor.is_empty() && product.product.is_some()));
    }
}

/// ruby_MyJVN raises "illegal vector" on anything but v3.0 with 44 characters, and computes score and severity again.
#[test]
fn ruby_myjvn_recomputes_the_score() {
    let item = Item::of(&entry(&samples::one_vendor(), Language::Ja), &mut Vec::new());
    let analysis = &item.analyses[0];
    assert_eq!(analysis.vector.as_deref(), Some("CVSS:3.0/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N"));
    assert_eq!(
        (analysis.version.as_str(), analysis.score.as_str(), analysis.severity.as_str()),
        ("3.0", "6.1", "Medium")
    );
    assert_eq!(item.analyses.len(), 1, "readers keep the last one for all CVE numbers");
}

/// vuls-data-update splits the identifier at its hyphens and reads the middle as a year.
#[test]
fn vuls_data_update_wants_a_year_in_the_identifier() {
    let document = samples::unreached();
    assert_eq!(JvndbId::named(&document), None);
    let parts: Vec<String> = JvndbId::made(&document).as_str().split('-').map(str::to_owned).collect();
    assert_eq!(parts.len(), 3);
    assert_eq!((parts[0].as_str(), parts[1].len(), parts[2].len()), ("JVNDB", 4, 8));
}

/// Dependency-Track refuses document type declarations and reads versions from `VersionNumber`.
#[test]
fn dependency_track_reads_versions() {
    let text = vuldef(&[samples::one_vendor()], Language::Ja).write();
    assert!(!text.contains("<!DOCTYPE"));
    assert!(text.contains("<VersionNumber>2.4.1 未満</VersionNumber>"), "{text}");
    assert!(!text.contains("<VersionNumber>2.4.1</VersionNumber>"), "a fixed version is not an affected one");
}

/// The order inside Cvss and of the whole entry is that of vuldef_3.2.xsd.
#[test]
fn elements_stand_in_the_order_of_the_schema() {
    let text = vuldef(&[samples::one_vendor()], Language::Ja).write();
    let order = [
        "<Title>",
        "<Overview>",
        "<AffectedItem>",
        "<Severity type=\"Base\">",
        "<Base>",
        "<Vector>",
        "<ImpactItem>",
        "<SolutionItem>",
        "<RelatedItem type=\"vendor\">",
        "<CreditItem>",
        "<HistoryItem>",
        "<DateFirstPublished>",
        "<DateLastUpdated>",
        "<DatePublic>2026-05-28T00:00:00+09:00<",
        "<sec:handling>",
        "<status:Status",
    ];
    let mut places = order.map(|tag| text.find(tag).unwrap_or_else(|| panic!("{tag} is missing"))).to_vec();
    // A vendor's entry may come after others of the list, so only its list's place counts.
    places.retain(|place| *place > 0);
    assert!(places.is_sorted(), "{places:?}");
    assert!(text.contains("<Description>[2026年05月28日]\\n  公表しました。</Description>"), "{text}");
}

/// Five clients skip this very title, with its ideographic space.
#[test]
fn nothing_found_is_one_item() {
    let mut answer = rss(&[], Language::Ja, Generation::V3);
    answer.items.push(Item::nothing("https://noroshi.example/"));
    let text = answer.write();
    assert!(text.contains("<title>MyJVN　該当する脆弱性対策情報はありません。</title>"));
    assert_eq!(jvnrss::read(text.as_bytes()).expect("readable").items[0].title, NOTHING_FOUND);
}

/// Line ends inside descriptions are `&#13;` and a line feed in JVN iPedia's own feeds.
#[test]
fn carriage_returns_survive() {
    let mut document = samples::one_vendor();
    document.overview = Localized::same("一行目\r\n二行目 <b>&amp;</b>");
    let text = rss(&[document], Language::Ja, Generation::V2).write();
    assert!(text.contains("一行目&#13;\n二行目 &lt;b&gt;&amp;amp;&lt;/b&gt;"), "{text}");
    assert_eq!(jvnrss::read(text.as_bytes()).expect("readable").items[0].description, "一行目\r\n二行目 <b>&amp;</b>");
}

#[test]
fn losses_are_told() {
    let mut document = samples::many_vendors();
    document.vendors[0].view = Localized::new("見解", "View");
    let id = JvndbId::made(&document);
    let mut losses = Vec::new();
    let entry = Entry::of(&document, &id, Language::Ja, PAGE, &mut losses);
    let _ = Vulinfo::of(&document, &entry, Language::Ja, &mut losses);
    let has = |kind| losses.iter().any(|loss| loss.kind == kind);
    assert!(has(LossKind::NotCarried) && has(LossKind::CpeUnderMisc) && has(LossKind::InWords), "{losses:?}");
    assert!(losses.iter().any(|loss| loss.at == "/vendors/4/status"), "a vendor of unknown status is left out");
    let of_view = losses.iter().find(|loss| loss.at == "/vendors/0/view").map(|loss| loss.kind);
    assert_eq!(of_view, Some(LossKind::NotCarried), "VULDEF has no place for a developer's view");
    assert!(losses.iter().all(|loss| !loss.kind.text(Language::Ja).is_empty()));
}

#[test]
fn an_entry_becomes_an_advisory_again() {
    let original = samples::one_vendor();
    let text = vuldef(std::slice::from_ref(&original), Language::Ja).write();
    let read = vuldef::read(text.as_bytes()).expect("readable");
    let entry = &read.entries[0];
    assert_eq!(entry.number().as_ref(), Some(&original.id));
    let document = entry.document(original.id.clone(), original.publisher.clone(), Language::Ja);
    assert_eq!(document.title.ja, original.title.ja);
    assert_eq!(document.overview.ja, original.overview.ja);
    assert_eq!(document.cves().collect::<Vec<_>>(), ["CVE-2026-10293"]);
    assert_eq!(document.vulnerabilities[0].cwes, ["CWE-79"]);
    assert_eq!(document.vulnerabilities[0].cvss[0].base_score.to_string(), "6.1");
    assert_eq!(document.vendors[0].products[0].versions[0].range, original.vendors[0].products[0].versions[0].range);
    assert_eq!((document.published_at, document.updated_at), (original.published_at, original.updated_at));
    assert_eq!(document.revision, 2);
}

#[test]
fn lists_and_statistics_come_back() {
    let product =
        ListedProduct { pid: 99_999_999_991_001, name: "C++ \"Kit\"".to_owned(), cpe: "cpe:/a:x:c%2B%2B".to_owned() };
    let vendor = ListedVendor { vid: 1, name: "緑".to_owned(), cpe: "cpe:/:x".to_owned(), products: vec![product] };
    let lone = ListedVendor { vid: 2, name: "青".to_owned(), cpe: "cpe:/:y".to_owned(), products: Vec::new() };
    let counts = |by, severities| Counts {
        by,
        title: Localized::new("統計", "Statistics"),
        totals: Totals { entries: 3, vendors: 2, products: 1 },
        counts: vec![Count { period: "2008-1Q".to_owned(), all: 3, severities }],
    };
    let document = ResultDocument {
        vendors: Some(VendorList { language: Language::En, vendors: vec![vendor, lone] }),
        counts: vec![
            counts(CountedBy::Entries, None),
            counts(CountedBy::Severity, Some([1, 0, 2, 0, 0])),
            counts(CountedBy::Weakness("CWE-79".to_owned()), None),
        ],
        status: status(),
    };
    assert_eq!(myjvn::read(document.write().as_bytes()), Ok(document));
    let failed = ResultDocument::status_only(Status::error("getVendorList", "XX00000001", "feed"));
    let text = failed.write();
    assert!(
        text.contains(r#"retCd="1" retMax="" errCd="XX00000001" errMsg="feed" totalRes="" totalResRet="" firstRes="""#)
    );
    assert_eq!(myjvn::read(text.as_bytes()), Ok(failed));
}

/// Text as XML can hold it.
fn hostile() -> impl Strategy<Value = String> {
    any::<String>().prop_map(|text| legal(&text))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_publishable_comes_back(document in generated::document()) {
        for language in Language::ALL {
            let documents = std::slice::from_ref(&document);
            let feed = without_seconds(rss(documents, language, Generation::V2));
            prop_assert_eq!(jvnrss::read(feed.write().as_bytes()), Ok(feed));
            let answer = rss(documents, language, Generation::V3);
            prop_assert_eq!(jvnrss::read(answer.write().as_bytes()), Ok(answer));
            let details = vuldef(documents, language);
            prop_assert_eq!(vuldef::read(details.write().as_bytes()), Ok(details));
        }
    }

    #[test]
    fn any_text_comes_back(title in hostile(), vendor in hostile(), description in hostile()) {
        let mut answer = rss(&[samples::one_vendor()], Language::Ja, Generation::V3);
        answer.items[0].title = title;
        answer.items[0].products[0].vendor = vendor;
        answer.items[0].description = description;
        prop_assert_eq!(jvnrss::read(answer.write().as_bytes()), Ok(answer));
    }

    #[test]
    fn readers_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400), cut in 0..4_000_usize) {
        let _ = (jvnrss::read(&bytes), vuldef::read(&bytes), myjvn::read(&bytes));
        let text = vuldef(&[samples::one_vendor()], Language::Ja).write();
        let mut broken = text.into_bytes();
        broken.truncate(cut);
        broken.extend(bytes);
        let _ = vuldef::read(&broken);
    }
}
