//! Every test of CSAF 2.0 and 2.1 on documents of our own: two that nothing is wrong with, changed in one place.
//!
//! What must be found is taken from the standard's text (section 6). The base documents pass every test.

use formats::check::csaf::{Options, Report, TestId, Version, check, tests};
use proptest::prelude::*;
use serde_json::Value;
use std::collections::BTreeSet;
use std::sync::LazyLock;

const CHANGES: &str = include_str!("csaf_rules/changes.tsv");

fn base(version: Version) -> Value {
    let text = match version {
        Version::V2_0 => include_str!("csaf_rules/base20.json"),
        Version::V2_1 => include_str!("csaf_rules/base21.json"),
    };
    serde_json::from_str(text).unwrap()
}

fn checked(document: &Value) -> Report {
    let now = "2026-11-21T00:00:00Z".parse().unwrap();
    check(document.to_string().as_bytes(), Options { now: Some(now), ..Options::default() })
}

/// Sets, adds or takes away what a pointer names.
fn change(document: &mut Value, pointer: &str, value: Value) {
    let (parent, last) = pointer.rsplit_once('/').unwrap();
    let parent = document.pointer_mut(parent).unwrap_or_else(|| panic!("{pointer}"));
    match (parent, value) {
        (Value::Array(list), value) if last == "-" => list.push(value),
        (Value::Array(list), Value::Null) => drop(list.remove(last.parse().unwrap())),
        (Value::Array(list), value) => list[last.parse::<usize>().unwrap()] = value,
        (Value::Object(members), Value::Null) => drop(members.remove(last).expect("it was there")),
        (Value::Object(members), value) => drop(members.insert(last.to_owned(), value)),
        _ => panic!("{pointer}"),
    }
}

/// Versions, test, whether it finds something, changes.
fn cases() -> impl Iterator<Item = (Version, TestId, bool, Value, &'static str)> {
    CHANGES.lines().filter(|line| !line.starts_with('#')).flat_map(|line| {
        let mut cells = line.split('\t');
        let versions = cells.next().unwrap();
        let test = TestId::parse(cells.next().unwrap()).unwrap();
        let changes: Vec<&str> = cells.collect();
        let wanted = [("20", Version::V2_0), ("21", Version::V2_1)];
        let versions: Vec<Version> = wanted
            .into_iter()
            .filter(|(name, _)| versions.ends_with(name) || versions.ends_with('*'))
            .map(|(_, version)| version)
            .collect();
        let found = !line.starts_with('!');
        versions.into_iter().map(move |version| {
            let mut document = base(version);
            for (pointer, value) in changes.iter().map(|change| change.split_once('=').unwrap()) {
                change(&mut document, pointer, serde_json::from_str(value).unwrap_or_else(|_| panic!("{line}")));
            }
            (version, test, found, document, line)
        })
    })
}

#[test]
fn base_documents_pass_every_test() {
    for version in [Version::V2_0, Version::V2_1] {
        let report = checked(&base(version));
        assert_eq!(report.findings, [], "{version}");
    }
}

#[test]
fn changes_are_found() {
    let mut wrong = vec![];
    for (version, test, found, document, line) in cases() {
        let report = checked(&document);
        if report.findings.iter().any(|finding| finding.test == test) != found {
            let tests: BTreeSet<String> = report.findings.iter().map(|finding| finding.test.to_string()).collect();
            wrong.push(format!("{version} {line}\n   found {tests:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Tests that need what a document does not hold, or an order of members that this table cannot write.
const ELSEWHERE: [&str; 2] = ["6.1.60.2", "6.2.13"];

#[test]
fn every_test_has_a_document_that_fails_it() {
    for version in [Version::V2_0, Version::V2_1] {
        let seen: BTreeSet<TestId> =
            cases().filter(|case| case.0 == version && case.2).map(|(_, test, ..)| test).collect();
        let missing: Vec<String> = tests(version)
            .filter(|test| !seen.contains(test))
            .map(|test| test.to_string())
            .filter(|test| !ELSEWHERE.contains(&test.as_str()))
            .collect();
        assert!(missing.is_empty(), "{version}: {missing:?}");
    }
}

/// 6.2.13, and a name that stands twice: only visible in the bytes.
#[test]
fn order_of_members() {
    let text = base(Version::V2_1).to_string();
    let turned =
        text.replacen(r#"{"category":"vendor","name":"Yamabiko""#, r#"{"name":"Yamabiko","category":"vendor""#, 1);
    assert_ne!(text, turned);
    let found = |text: &str| check(text.as_bytes(), Options::default()).findings;
    assert!(found(&turned).iter().any(|finding| finding.test.to_string() == "6.2.13"));
    let twice = text.replacen(r#""title":"#, r#""title":"x","title":"#, 1);
    assert!(found(&twice).iter().any(|finding| finding.case == "twice" && finding.path == "/document/title"));
}

/// The table of the schemas: a member of each kind that is wrong.
#[test]
fn schema_findings() {
    let report = |pointer: &str, value: &str| {
        let mut document = base(Version::V2_0);
        change(&mut document, pointer, serde_json::from_str(value).unwrap());
        let finding = checked(&document).findings.into_iter().find(|finding| finding.test == TestId::SCHEMA);
        finding.map(|finding| (finding.case, finding.path))
    };
    let at = |case, path: &str| Some((case, path.to_owned()));
    assert_eq!(report("/document/title", "1"), at("type", "/document/title"));
    assert_eq!(report("/document/title", r#""""#), at("empty", "/document/title"));
    assert_eq!(report("/document/title", "null"), at("missing", "/document"));
    assert_eq!(report("/document/publisher/category", r#""multiplier""#), at("word", "/document/publisher/category"));
    assert_eq!(report("/document/publisher/namespace", r#""no uri""#), at("pattern", "/document/publisher/namespace"));
    assert_eq!(report("/document/notes", "[]"), at("size", "/document/notes"));
    assert_eq!(
        report("/vulnerabilities/0/product_status/fixed/-", r#""P2""#),
        at("repeated", "/vulnerabilities/0/product_status/fixed/1")
    );
    assert_eq!(
        report("/product_tree/product_groups/0/product_ids/1", "null"),
        at("size", "/product_tree/product_groups/0/product_ids")
    );
    assert_eq!(report("/document/title", r#""other""#), None);
}

#[test]
fn what_is_no_document() {
    let case = |bytes: &[u8]| check(bytes, Options::default()).findings.first().map(|finding| finding.case);
    assert_eq!(case(b""), Some("json"));
    assert_eq!(case(b"\xff"), Some("utf8"));
    assert_eq!(case(b"{}"), Some("version"));
    assert_eq!(case("[".repeat(100_000).as_bytes()), Some("json"));
    assert_eq!(case(br#"{"document":{"csaf_version":"9.9"}}"#), Some("version"));
}

/// Groups that name everything a thousand times over do not take forever.
#[test]
fn work_is_bounded() {
    let ids: Vec<String> = (0..1_000).map(|n| format!("P{n}")).collect();
    let mut document = base(Version::V2_1);
    change(&mut document, "/product_tree/product_groups/0/product_ids", ids.clone().into());
    let flag = serde_json::json!({"label": "component_not_present", "group_ids": ["G1"]});
    change(&mut document, "/vulnerabilities/0/flags", vec![flag; 1_000].into());
    change(&mut document, "/vulnerabilities/0/product_status/fixed", ids.into());
    let report = checked(&document);
    assert!(report.cut && report.findings.len() <= formats::check::csaf::FINDINGS_MAX);
}

/// Values that are put where they do not belong.
fn junk() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "\\PC{0,12}".prop_map(Value::from),
        "[a-z:/<>=|*.0-9-]{0,20}".prop_map(Value::from),
        Just(serde_json::json!([])),
        Just(serde_json::json!({})),
        Just(serde_json::json!([[], {}, null, 1, "x"])),
        Just(serde_json::json!({"category": "self", "name": 1, "product": [], "branches": {}})),
    ]
}

/// Every place of a document, as pointers.
fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    let mut below = |name: String, value: &Value| {
        let at = format!("{at}/{name}");
        places(value, &at, found);
        found.push(at);
    };
    match value {
        Value::Array(list) => list.iter().enumerate().for_each(|(index, value)| below(index.to_string(), value)),
        Value::Object(members) => members.iter().for_each(|(name, value)| below(name.clone(), value)),
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Whatever is put anywhere, and wherever the bytes end, there is a report.
    #[test]
    fn never_panics(
        later in any::<bool>(),
        case in any::<proptest::sample::Index>(),
        changes in proptest::collection::vec((any::<proptest::sample::Index>(), junk()), 1..6),
        cut in any::<proptest::sample::Index>(),
    ) {
        let version = if later { Version::V2_1 } else { Version::V2_0 };
        static ALL: LazyLock<Vec<(Version, Value)>> = LazyLock::new(|| cases().map(|case| (case.0, case.3)).collect());
        let all: Vec<_> = ALL.iter().filter(|case| case.0 == version).collect();
        let mut document = case.get(&all).1.clone();
        for (place, value) in changes {
            let mut all = vec![];
            places(&document, "", &mut all);
            if all.is_empty() {
                break;
            }
            if let Some(target) = document.pointer_mut(&all[place.index(all.len())]) {
                *target = value;
            }
        }
        checked(&document);
        let bytes = document.to_string().into_bytes();
        let end = cut.index(bytes.len());
        let report = check(&bytes[..end], Options::default());
        prop_assert!(!report.is_valid());
    }
}
