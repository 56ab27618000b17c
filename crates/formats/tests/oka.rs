//! The JSON of MyJVN 4.0, Atom and STIX: what is written is read back, for any advisory, and has the shapes that the
//! official schemas demand (patterns and lists of words are copied from them as facts).

mod generated;
mod samples;

use formats::atom;
use formats::jvndb::{Entry, JvndbId};
use formats::jvnrss::Product;
use formats::myjvn::Status as XmlStatus;
use formats::oka::detail::{BundleDocument, Detail, DetailDocument};
use formats::oka::{self, Author, Distribution, Feed, FeedDocument, Generator, Head, Status};
use formats::stix::{self, Object};
use formats::{Language, Localized, PublicDocument};
use jiff::Timestamp;
use proptest::prelude::*;
use serde_json::Value;

const PAGE: &str = "https://noroshi.example/ja/advisories/x";

fn now() -> Timestamp {
    "2026-06-02T03:00:00Z".parse().expect("an instant")
}

fn entry(document: &PublicDocument, language: Language) -> Entry {
    let id = JvndbId::named(document).unwrap_or_else(|| JvndbId::made(document));
    Entry::of(document, &id, language, PAGE, &mut Vec::new())
}

fn status(method: &str) -> Status {
    Status {
        version: "4.0.0".to_owned(),
        method: method.to_owned(),
        feed: "oka".to_owned(),
        lang: Some(Language::Ja),
        most: Some(50),
        total: Some(1),
        returned: Some(1),
        first: Some(1),
        echo: [("keyword".to_owned(), "緑".to_owned())].into(),
        ..Status::default()
    }
}

fn feed(document: &PublicDocument, language: Language) -> FeedDocument {
    let head = Head {
        generator: Generator::at(now()),
        title: "JVNDB 脆弱性対策情報".to_owned(),
        link: "https://noroshi.example/myjvn".to_owned(),
        updated: "2026-06-01T12:00:00+09:00".to_owned(),
        lang: language,
        author: Author { name: "のろし".to_owned(), uri: "https://noroshi.example".to_owned() },
        distribution: Distribution::clear(),
    };
    FeedDocument {
        schema: format!("{}myjvn_feed_1.0.json?20250419", oka::SCHEMAS),
        feed: Some(Feed { head, entry: vec![oka::Entry::of(document, &entry(document, language))] }),
        status: Some(status("getVulnOverviewList")),
    }
}

fn detail(document: &PublicDocument, language: Language) -> Detail {
    Detail::of(document, &entry(document, language), language, "https://noroshi.example/myjvn", now())
}

fn comes_back(document: &PublicDocument, language: Language) {
    let overview = feed(document, language);
    assert_eq!(oka::read::<FeedDocument>(oka::write(&overview).as_bytes()).expect("readable"), overview);
    let single = DetailDocument {
        schema: "x".to_owned(),
        detail: Some(detail(document, language)),
        status: status("getVulnDetailInfo"),
    };
    assert_eq!(oka::read::<DetailDocument>(oka::write(&single).as_bytes()).expect("readable"), single);
    let bundle = stix::bundle(document, language, PAGE, &mut Vec::new());
    assert_eq!(stix::read(bundle.write().as_bytes()).expect("readable"), bundle);
    stix_holds(&bundle);
    let names = |value: &Value| value["product_id"].as_str().map(is_jvnpid);
    for product in overview.feed.iter().flat_map(|feed| &feed.entry[0].products) {
        let value = serde_json::to_value(product).expect("JSON");
        assert_eq!(names(&value), Some(true), "{value}");
        assert!(is_cpe(&product.product_ids.cpe), "{}", product.product_ids.cpe);
    }
}

/// `^jvnpid:1\.0:(:[A-Za-z0-9\._\-~%]*){2}(|:[a-zA-Z0-9\-\._].*)$`
fn is_jvnpid(text: &str) -> bool {
    text.strip_prefix("jvnpid:1.0::")
        .is_some_and(|rest| names_two(rest, &|c| c.is_ascii_alphanumeric() || "-._%".contains(c)))
}

/// `^cpe:2\.3:(|[aho\*\-])(:[A-Za-z0-9\._\-~%]*){2}(|:[a-zA-Z0-9\-\._\*].*)$`
fn is_cpe(text: &str) -> bool {
    let rest = text.strip_prefix("cpe:2.3:").and_then(|rest| rest.strip_prefix(['a', 'o', 'h'])?.strip_prefix(':'));
    rest.is_some_and(|rest| names_two(rest, &|c| c.is_ascii_alphanumeric() || "-._*%".contains(c)))
}

fn names_two(text: &str, begins: &dyn Fn(char) -> bool) -> bool {
    let mut parts = text.splitn(3, ':');
    let mut name =
        || parts.next().is_some_and(|part| part.chars().all(|c| c.is_ascii_alphanumeric() || "._-~%".contains(c)));
    let two = name() && name();
    two && parts.next().is_none_or(|version| version.starts_with(begins))
}

/// STIX 2.1: identifiers `type--UUID`, dates in UTC with milliseconds, notes that point at objects of the bundle.
fn stix_holds(bundle: &stix::Bundle) {
    let value = serde_json::to_value(bundle).expect("JSON");
    let objects = value["objects"].as_array().expect("objects");
    let ids: Vec<&str> = objects.iter().filter_map(|object| object["id"].as_str()).collect();
    for object in objects {
        let (kind, id) = (object["type"].as_str().expect("a type"), object["id"].as_str().expect("an id"));
        let uuid = id.strip_prefix(kind).and_then(|rest| rest.strip_prefix("--")).expect("type--UUID");
        let lengths: Vec<usize> = uuid.split('-').map(str::len).collect();
        assert_eq!(lengths, [8, 4, 4, 4, 12], "{id}");
        assert_eq!(object["spec_version"], "2.1");
        let created = object["created"].as_str().expect("a date");
        assert!(created.len() == 24 && created.ends_with('Z'), "{created}");
        for reference in object["object_refs"].as_array().into_iter().flatten() {
            assert!(ids.contains(&reference.as_str().expect("a reference")), "{reference}");
        }
    }
    let unique: std::collections::BTreeSet<_> = ids.iter().collect();
    assert_eq!(unique.len(), ids.len(), "an identifier is there twice");
}

#[test]
fn samples_come_back() {
    for document in samples::all() {
        Language::ALL.into_iter().for_each(|language| comes_back(&document, language));
    }
}

#[test]
fn an_overview_in_detail() {
    let text = oka::write(&feed(&samples::one_vendor(), Language::Ja));
    let value: Value = serde_json::from_str(&text).expect("JSON");
    let entry = &value["feed"]["entry"][0];
    assert_eq!(value["feed"]["generator"]["engine"]["version"], "4.0.0");
    assert_eq!(value["feed"]["distribution"]["tlp"]["label"], "CLEAR");
    assert_eq!(entry["id"], "JVNDB-2026-000051");
    assert_eq!(entry["created"], "2026-05-28T12:00:00+09:00");
    assert_eq!(entry["public"], "2026-05-28T00:00:00+09:00");
    assert_eq!(entry["products"][0]["product_id"], "jvnpid:1.0::midori:report");
    assert_eq!(entry["products"][0]["product_ids"]["id_refs"][0]["value"], "pkg:generic/midori-report");
    assert_eq!(entry["metrics"][0]["content"]["cvss_v3"]["baseScore"], 6.1);
    assert_eq!(entry["metrics"][0]["content"]["cvss_v4"]["version"], "4.0", "what HND cannot carry is here");
    assert_eq!(entry["cwes"][0]["name"], "クロスサイトスクリプティング(CWE-79)");
    assert_eq!((&value["status"]["retCd"], &value["status"]["totalRes"]), (&Value::from(0), &Value::from(1)));
}

#[test]
fn a_detail_in_detail() {
    let value = serde_json::to_value(detail(&samples::one_vendor(), Language::Ja)).expect("JSON");
    assert_eq!(value["document"]["category"], "myjvn_security_advisory");
    assert_eq!(value["document"]["tracking"]["version"], "2");
    assert_eq!(value["vulnerabilities"][0]["cve"], "CVE-2026-10293");
    assert_eq!(value["vulnerabilities"][0]["remediations"][0]["category"], "vendor_fix");
    let versions = &value["jvn_extension"]["affected"][0]["versions"][0];
    assert_eq!((&versions["version"], &versions["lessThan"]), (&Value::from("0"), &Value::from("2.4.1")));
    assert_eq!(versions["description"], "2.4.1 未満");
    let bundle =
        BundleDocument::of(&[detail(&samples::one_vendor(), Language::Ja)], status("getVulnDetailInfo"), now());
    assert_eq!(bundle.objects.len(), 3);
    assert_eq!(bundle.objects[2]["VULDEF-Document"][0]["document"]["tracking"]["id"], "JVNDB-2026-000051");
}

#[test]
fn an_error_has_no_numbers() {
    let failed = FeedDocument {
        schema: "x".to_owned(),
        feed: None,
        status: Some(Status {
            code: 1,
            error: "XX00000001".to_owned(),
            most: None,
            total: None,
            returned: None,
            first: None,
            ..status("x")
        }),
    };
    let text = oka::write(&failed);
    assert!(text.contains("\"retCd\": 1") && !text.contains("totalRes"), "{text}");
    assert_eq!(oka::read::<FeedDocument>(text.as_bytes()).expect("readable"), failed);
}

#[test]
fn stix_names_the_cve_and_keeps_strange_objects() {
    let document = samples::one_vendor();
    let bundle = stix::bundle(&document, Language::En, PAGE, &mut Vec::new());
    let vulnerability = bundle.vulnerabilities().next().expect("one");
    assert_eq!(vulnerability.name, "CVE-2026-10293");
    assert_eq!(vulnerability.common.external_references[0].source_name, "cve");
    assert_eq!(vulnerability.common.modified, "2026-06-01T03:00:00.000Z");
    let mut newer = document.clone();
    newer.revision = 3;
    let again = stix::bundle(&newer, Language::En, PAGE, &mut Vec::new());
    assert_eq!(
        again.vulnerabilities().next().expect("one").common.id,
        vulnerability.common.id,
        "an object keeps its name"
    );
    let strange = br#"{"type":"bundle","id":"bundle--x","objects":[{"type":"malware","x":[1]}]}"#;
    assert!(matches!(stix::read(strange).expect("readable").objects[0], Object::Other(_)));
}

fn alerts() -> atom::Feed {
    let at = "2026-06-01T03:00:00Z".parse().expect("an instant");
    let item = atom::Item {
        title: "ミドリ帳票".to_owned(),
        identifier: "MYJVN-ALT-2026-10293847-0001".to_owned(),
        link: PAGE.to_owned(),
        product: Some(Product {
            cpe: "cpe:/a:midori:report".to_owned(),
            vendor: "緑".to_owned(),
            product: Some("帳票".to_owned()),
        }),
        published: at,
        updated: at,
        author: Some("のろし".to_owned()),
    };
    let alert = atom::Entry {
        id: "MYJVN-ALT-2026-10293847".to_owned(),
        category: Some(("Critical".to_owned(), "緊急".to_owned())),
        items: vec![item],
        ..atom::Entry::of(&entry(&samples::one_vendor(), Language::Ja))
    };
    atom::Feed {
        id: atom::ALERTS_ID.to_owned(),
        title: "注意警戒情報".to_owned(),
        updated: at,
        own: Some("https://noroshi.example/myjvn?method=getAlertList&feed=hnd".to_owned()),
        page: "https://noroshi.example/".to_owned(),
        author: ("のろし".to_owned(), "https://noroshi.example".to_owned()),
        white: true,
        entries: vec![alert],
        status: Some(XmlStatus { method: "getAlertList".to_owned(), total: Some(1), ..XmlStatus::default() }),
        ..atom::Feed::default()
    }
}

#[test]
fn alerts_come_back() {
    let text = alerts().write();
    assert_eq!(atom::read(text.as_bytes()), Ok(alerts()));
    assert!(text.contains("<id>swid:ipa.go.jp+myjvn_alert+1.0.0</id>"));
    assert!(text.contains("<category term=\"Critical\" label=\"緊急\"/>"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_publishable_comes_back(document in generated::document()) {
        Language::ALL.into_iter().for_each(|language| comes_back(&document, language));
    }

    #[test]
    fn any_name_makes_a_platform(vendor in any::<String>(), product in any::<String>(), version in any::<String>()) {
        let (platform, _) = formats::jvndb::Platform::of(&Localized::same(vendor), &Localized::same(product), None);
        prop_assert!(is_jvnpid(&platform.jvnpid()) && is_cpe(&platform.formatted()), "{:?}", platform);
        let version = format!("1{version}");
        prop_assert!(is_cpe(&platform.formatted_of(Some(&version))));
        prop_assert_eq!(formats::jvndb::Platform::parse(&platform.uri()), Some(platform));
    }

    #[test]
    fn readers_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = (atom::read(&bytes), stix::read(&bytes), oka::read::<FeedDocument>(&bytes));
    }
}
