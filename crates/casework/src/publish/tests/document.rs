//! What the public document says.

use formats::check::Problem;
use formats::document::{Affectedness as Status, CountermeasureKind, PublicDocument};
use formats::jvndb::JvndbId;
use formats::version::VersionStatus;
use formats::{Language, Level, Localized as Text};

use super::*;
use crate::error::{Error, Result};
use crate::publish::document::{Known, Names, document, draft};

fn made(content: AdvisoryContent) -> PublicDocument {
    made_with(content, &Names::new()).unwrap()
}

fn made_with(content: AdvisoryContent, names: &Names) -> Result<PublicDocument> {
    document(&published(10_293_847, &[(NOON, content)]), &Settings::default(), names, &in_catalogue())
}

fn in_catalogue() -> JvndbId {
    JvndbId::in_sequence(2026, 51).unwrap()
}

/// Versions of a product as people read them, with what holds for them.
fn versions(document: &PublicDocument, vendor: usize, product: usize) -> Vec<(String, VersionStatus)> {
    let product = &document.vendors[vendor].products[product];
    product.versions.iter().map(|entry| (entry.shown(Language::En), entry.status)).collect()
}

fn musts(document: &PublicDocument) -> Vec<Problem> {
    let found = document.check().into_iter().filter(|finding| finding.level() == Level::Must);
    found.map(|finding| finding.problem).collect()
}

#[test]
fn a_whole_text_becomes_a_publishable_document() {
    let document = made(content());
    assert_eq!(document.check(), []);
    assert_eq!(document.id.shown(), "JVN#10293847");
    assert_eq!(document.languages, [Language::Ja, Language::En]);
    let vendor = &document.vendors[0];
    assert_eq!((vendor.status, vendor.on), (Status::Affected, Some("2026-05-20".parse().unwrap())));
    assert_eq!(vendor.link.as_deref(), Some("https://midori.example/security"));
    let expected = [("prior to 2.4.1".into(), VersionStatus::Affected), ("2.4.1".into(), VersionStatus::Fixed)];
    assert_eq!(versions(&document, 0, 0), expected);
    assert_eq!(vendor.countermeasures[0].text.en, "Fixed versions: ミドリ帳票 2.4.1");
    // 6.1, the published score of a reflected XSS (FIRST, CVSS v3.1 examples).
    assert_eq!(document.vulnerabilities[0].cvss[0].base_score.to_string(), "6.1");
    assert_eq!(document.references[0].title, Text::same("https://example.org/xss"));
    assert_eq!(document.acknowledgement.en, "The finder reported this.");
    assert_eq!(JvndbId::named(&document), Some(in_catalogue()));
    let page = "http://127.0.0.1:8787/ja/contents/2026/JVNDB-2026-000051.html";
    assert_eq!(document.related[0].url.as_deref(), Some(page));
}

#[test]
fn users_are_asked_to_stop_using_what_has_no_support_before_everything_else() {
    let mut text = content();
    let product = text.affected[0].product.clone();
    text.stop_using = vec![product.clone(), "どこにもない製品".into()];
    let document = made(text);
    assert!(document.stop_using && !made(content()).stop_using);
    let first = &document.vendors[0].countermeasures[0];
    assert_eq!(first.kind, CountermeasureKind::StopUsing);
    assert_eq!(first.text.ja, format!("{product}のサポートは終了しています。使用を中止してください。"));
    assert_eq!(first.text.en, format!("Support for {product} has ended. Stop using it."));
    let other = &document.solution.countermeasures;
    assert!(other.len() == 1 && other[0].text.ja.starts_with("どこにもない製品の"), "{other:?}");
    assert_eq!(musts(&document), []);
}

#[test]
fn every_kind_of_range_is_said() {
    let mut text = content();
    text.vendors.clear();
    text.affected = vec![
        row("A", "all", "", "", false),
        row("A", "one", "1.0", "1.0", false),
        row("A", "up to", "", "2.0", false),
        row("A", "since", "1.0", "", false),
        row("A", "between", "1.0", "2.0", false),
        row("A", "before", "1.0", "2.0", true),
    ];
    let document = made(text);
    let shown: Vec<String> = document.affected().map(|row| row.shown(Language::En)).collect();
    let expected = [
        "all all versions",
        "one 1.0",
        "up to 2.0 and earlier",
        "since 1.0 and later",
        "between from 1.0 to 2.0",
        "before from 1.0, prior to 2.0",
    ];
    assert_eq!(shown, expected);
    // Not every affected product has a fixed version, so nothing is said of all of them.
    assert!(document.vendors[0].countermeasures.is_empty());
}

#[test]
fn a_developer_that_said_nothing_stays_unknown_and_its_product_is_affected_by_the_coordinators_word() {
    let mut text = content();
    text.vendors = vec![entry(1, "どんぐり工房", StatusStatement::default())];
    text.affected = vec![row("どんぐり工房 ", "メーラ", "", "", false), row("きのこ工房", "時計", "", "3", false)];
    let document = made(text);
    assert_eq!(musts(&document), []);
    let names: Vec<&str> = document.vendors.iter().map(|vendor| vendor.name.ja.as_str()).collect();
    assert_eq!(names, ["どんぐり工房", "きのこ工房"]);
    for vendor in &document.vendors {
        assert_eq!((vendor.status, vendor.on), (Status::Unknown, None));
        assert_eq!(vendor.products[0].versions[0].status, VersionStatus::Affected);
    }
}

#[test]
fn the_table_says_what_is_affected_and_the_developer_the_rest() {
    let product = |name: &str, to: &str, affected| ProductStatus {
        product: name.into(),
        to: to.into(),
        affected,
        ..ProductStatus::default()
    };
    let mut text = content();
    text.vendors[0].status.affected = Affectedness::AffectedInvestigating;
    text.vendors[0].status.products = vec![
        product("甲", "5", Affectedness::Affected),
        product("甲", "9", Affectedness::NotAffected),
        product("乙", "", Affectedness::NotAffectedInvestigating),
        product("丙", "", Affectedness::Unknown),
    ];
    // The coordinator narrowed the affected versions down.
    text.affected = vec![row("ミドリソフト", "甲", "", "4", false)];
    let document = made(text);
    assert_eq!(document.vendors[0].status, Status::AffectedInvestigating);
    let expected =
        [("4 and earlier".into(), VersionStatus::Affected), ("9 and earlier".into(), VersionStatus::NotAffected)];
    assert_eq!(versions(&document, 0, 0), expected);
    assert_eq!(versions(&document, 0, 1), [("all versions".into(), VersionStatus::UnderInvestigation)]);
    assert_eq!(versions(&document, 0, 2), [("all versions".into(), VersionStatus::Unknown)]);
}

#[test]
fn a_vector_that_cannot_be_read_keeps_the_text_back() {
    let mut text = content();
    text.cvss = vec!["CVSS:3.1/AV:N".into(), " ".into()];
    let Err(Error::Findings(findings)) = made_with(text, &Names::new()) else { panic!("it was taken") };
    assert_eq!(findings[0].at, "/vulnerabilities/0/cvss/0/vector");
    assert!(matches!(findings[0].problem, Problem::BadVector(_)));
}

#[test]
fn several_cve_numbers_are_several_vulnerabilities() {
    let v31 = |scope| format!("CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:{scope}/C:L/I:L/A:N");
    let mut text = content();
    text.cve = vec!["cve-2026-0001".into(), "CVE-2026-0002".into()];
    text.cvss = vec![v31("C"), v31("U"), "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:A/VC:N/VI:N/VA:N/SC:L/SI:L/SA:N".into()];
    let document = made(text);
    assert_eq!(musts(&document), []);
    let [first, second] = &document.vulnerabilities[..] else { panic!("not two") };
    assert_eq!(first.cve.as_deref(), Some("CVE-2026-0001"));
    assert_eq!((&first.cvss[0].vector, &second.cvss[0].vector), (&v31("C"), &v31("U")));
    assert_eq!(first.cvss[1], second.cvss[1]);
    assert_eq!((&first.cwes, &second.cwes), (&vec!["CWE-79".to_owned()], &vec!["CWE-79".to_owned()]));
}

#[test]
fn the_history_is_that_of_the_revisions() {
    let mut second = content();
    second.critical = true;
    let later = "2026-06-10T03:00:00.123456Z";
    let file = published(10_293_847, &[(NOON, content()), (later, second)]);
    let document = document(&file, &Settings::default(), &Names::new(), &in_catalogue()).unwrap();
    assert_eq!(musts(&document), []);
    assert_eq!((document.revision, document.critical), (2, true));
    assert_eq!((document.published_at, document.updated_at), (at(NOON), at("2026-06-10T03:00:00Z")));
    let summaries: Vec<&str> = document.history.iter().map(|revision| revision.summary.ja.as_str()).collect();
    assert_eq!(summaries, ["初版", "追記"]);
}

#[test]
fn the_register_knows_the_english_name_unless_the_text_names_another() {
    let known = Known { name: Text::new("ミドリソフト", "Midori Soft"), reading: "みどりそふと".into() };
    let names = Names::from([(developer(1), known)]);
    let vendor = &made_with(content(), &names).unwrap().vendors[0];
    assert_eq!(vendor.name, Text::new("ミドリソフト", "Midori Soft"));
    assert_eq!(vendor.reading, "みどりそふと");
    let mut text = content();
    text.vendors[0].name = "ミドリソフト（旧アオ）".into();
    let document = made_with(text, &names).unwrap();
    assert_eq!(document.vendors[0].name, Text::same("ミドリソフト（旧アオ）"));
}

#[test]
fn browsers_line_ends_are_no_control_characters() {
    let mut text = content();
    text.overview = Localized::new("一\r\n二\r", "one\r\ntwo");
    let document = made(text);
    assert_eq!(document.overview, Text::new("一\n二", "one\ntwo"));
    assert_eq!(musts(&document), []);
}

#[test]
fn a_note_on_affected_products_has_its_place() {
    let mut text = content();
    text.affected_note = Localized::new("設定を変えた場合に限ります。", "Only with changed settings.");
    text.details = Localized::new("詳細です。", "Details.");
    let document = made(text.clone());
    assert_eq!(document.vendors[0].products[0].notes.en, "Only with changed settings.");
    text.affected.push(row("ミドリソフト", "ミドリ印刷", "", "", false));
    let document = made(text);
    assert_eq!(document.details.en, "Only with changed settings.\n\nDetails.");
}

#[test]
fn the_bodies_are_named() {
    let publisher = made(content()).publisher;
    assert_eq!(publisher.namespace, "http://127.0.0.1:8787");
    assert!(publisher.authority.ja.contains("受付機関") && publisher.authority.en.contains("Coordinator"));
}

#[tokio::test]
async fn a_preview_tells_what_would_keep_a_text_back() {
    let world = World::new("https://noroshi.example").await;
    let file = published(10_293_847, &[(NOON, content())]);
    let mut text = content();
    text.title = Localized::default();
    let preview = world.office.preview(&file, &text).await.unwrap();
    assert_eq!((preview.revision, musts(&preview)), (2, vec![Problem::Empty]));
    let advisory = file.advisory.as_ref().unwrap();
    let whole = draft(advisory, &content(), at(NOON), &Settings::default(), &Names::new()).unwrap();
    assert_eq!(musts(&whole), []);
}

#[tokio::test]
async fn what_must_be_put_right_is_told_and_not_published() {
    let world = World::new("https://noroshi.example").await;
    let mut text = content();
    text.cve = vec!["CVE-1".into()];
    let file = published(10_293_847, &[(NOON, text)]);
    let Err(Error::Findings(findings)) = world.office.publication(&file).await else { panic!("it was taken") };
    assert_eq!(findings[0].problem, Problem::NotACve);
    let told = Error::Findings(findings).to_string();
    assert!(told.contains("/vulnerabilities/0/cve: A CVE number looks like"), "{told}");
}

/// Names for machines stand with the product, whichever of its rows has them; OSV is written where there is a package.
#[test]
fn names_for_machines_make_an_entry_of_osv() {
    let mut text = content();
    let cpe = "cpe:2.3:a:midori:report:*:*:*:*:*:*:*:*";
    text.affected.push(AffectedProduct {
        cpe: cpe.into(),
        purl: "pkg:npm/midori-report".into(),
        ..row("ミドリソフト", "ミドリ帳票", "3.0", "3.1", true)
    });
    let document = made(text);
    let product = &document.vendors[0].products[0];
    assert_eq!((product.cpe.as_deref(), product.purl.as_deref()), (Some(cpe), Some("pkg:npm/midori-report")));
    assert_eq!(document.vendors[0].products.len(), 1);
    assert!(document.is_publishable());
    let entry = formats::osv::osv(&document, "https://noroshi.example/en/advisories/JVN10293847").entry;
    assert_eq!(entry["affected"][0]["package"]["ecosystem"], "npm");
    let events = &entry["affected"][0]["ranges"][0]["events"];
    assert_eq!(events.to_string(), r#"[{"introduced":"0"},{"fixed":"2.4.1"}]"#);
}
