//! The published examples of the standard: each says which test it fails or passes.
//!
//! They are not part of this repository. `CSAF_SUITE=FOLDER cargo test -p formats --test csaf_suite` runs over a
//! checkout of the committee's repository (the folder that holds `csaf_2.0` and `csaf_2.1`).

use formats::check::csaf::{Options, TestId, Version, check, tests};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Examples on which we stand apart, and why.
///
/// Most of them say that the document as a whole is valid, though the text of the standard is broken elsewhere in it.
const APART: &[(&str, &str)] = &[
    ("oasis_csaf_tc-csaf_2_0-2021-6-2-08-02.json overall", "md5 stands twice in one list (6.1.25)"),
    ("oasis_csaf_tc-csaf_2_0-2021-6-2-09-02.json overall", "sha1 stands twice in one list (6.1.25)"),
    ("oasis_csaf_tc-csaf_2_1-2024-6-2-08-02.json overall", "md5 stands twice in one list (6.1.25)"),
    ("oasis_csaf_tc-csaf_2_1-2024-6-2-09-02.json overall", "sha1 stands twice in one list (6.1.25)"),
    ("oasis_csaf_tc-csaf_2_0-2021-6-3-06-02.json 6.3.6", "only a request tells that the page is gone"),
    ("oasis_csaf_tc-csaf_2_1-2024-6-3-06-02.json 6.3.6", "only a request tells that the page is gone"),
    ("oasis_csaf_tc-csaf_2_1-2024-6-1-10-13.json overall", "the base score is the temporal one (6.1.9)"),
    ("oasis_csaf_tc-csaf_2_1-2024-6-1-27-13-16.json overall", "a product is defined twice, another never"),
    ("oasis_csaf_tc-csaf_2_1-2024-6-1-48-16.json", "Exploit Maturity has no version 3.0.1 in the registry"),
    ("oasis_csaf_tc-csaf_2_1-2024-6-1-48-19.json", "the keys are out of order, whatever they are translated to"),
    ("oasis_csaf_tc-csaf_2_1-2024-6-1-50-14.json overall", "a product is defined twice; `vers:/all` is no range"),
    ("oasis_csaf_tc-csaf_2_1-2024-6-1-50-15.json overall", "a product is defined twice (6.1.2)"),
    ("oasis_csaf_tc-csaf_2_1-2024-6-1-60-02-0", "the schema of the extension lies elsewhere; nothing is fetched"),
    ("oasis_csaf_tc-csaf_2_1-2024-6-1-60-03-02.json", "the metadata of the extension lie elsewhere"),
    ("oasis_csaf_tc-csaf_2_1-2024-6-2-20-02.json overall", "the schema of CVSS v4.0 is closed (6.1.8)"),
    ("oasis_csaf_tc-csaf_2_1-2024-6-2-21-02.json overall", "numbers and days are not in the same order (6.1.14)"),
    ("oasis_csaf_tc-csaf_2_1-2024-6-2-34-03.json overall", "the namespace `invalid` must not be used (6.1.48)"),
    ("oasis_csaf_tc-csaf_2_1-2024-6-2-39-02-01.json overall", "no note is a description (6.1.27.14)"),
    ("oasis_csaf_tc-csaf_2_1-2024-6-2-39-03-01.json overall", "no note is a description (6.1.27.14)"),
    ("oasis_csaf_tc-csaf_2_1-2024-6-2-42-02.json overall", "package URLs of one product differ in version (6.1.42)"),
    ("oasis_csaf_tc-csaf_2_1-2024-6-2-54-03-01.json overall", "a product is not defined (6.1.1)"),
    ("oasis_csaf_tc-csaf_2_1-2024-6-3-21-01-02.json overall", "a product is not defined (6.1.1)"),
    ("oasis_csaf_tc-csaf_2_1-2024-6-3-21-01-12.json overall", "products are not defined (6.1.1)"),
];

#[test]
fn published_examples() {
    let Some(folder) = std::env::var_os("CSAF_SUITE") else { return };
    let mut wrong = BTreeSet::new();
    for (name, version) in [("csaf_2.0", Version::V2_0), ("csaf_2.1", Version::V2_1)] {
        let data = Path::new(&folder).join(name).join("test/validator/data");
        let index: Value = serde_json::from_slice(&fs::read(data.join("testcases.json")).unwrap()).unwrap();
        let ours: BTreeSet<TestId> = tests(version).collect();
        let mut count = [0, 0];
        for test in index["tests"].as_array().unwrap() {
            let id = TestId::parse(test["id"].as_str().unwrap()).unwrap();
            assert!(ours.contains(&id), "{name} has a test that we do not: {id}");
            for (list, found) in [("failures", true), ("valid", false)] {
                for case in test[list].as_array().into_iter().flatten() {
                    let file = case["name"].as_str().unwrap();
                    let bytes = fs::read(data.join(file)).unwrap();
                    let now = "2026-11-21T00:00:00Z".parse().unwrap();
                    let report = check(&bytes, Options { now: Some(now), ..Options::default() });
                    let short = file.rsplit('/').next().unwrap().to_owned();
                    count[0] += 1;
                    let right = report.findings.iter().any(|finding| finding.test == id) == found;
                    count[1] += usize::from(right);
                    if !right {
                        wrong.insert(format!("{short} {id} {}", if found { "missed" } else { "flagged" }));
                    }
                    if report.is_valid() != case["valid"].as_bool().unwrap() {
                        let found: BTreeSet<String> = report
                            .findings
                            .iter()
                            .filter(|finding| finding.test.level() == formats::check::csaf::Level::Mandatory)
                            .map(|finding| format!("{} {} {}", finding.test, finding.case, finding.path))
                            .collect();
                        wrong.insert(format!("{short} overall {found:?}"));
                    }
                }
            }
        }
        println!("{name}: {} of {} examples", count[1], count[0]);
    }
    let unexplained: Vec<_> =
        wrong.iter().filter(|line| !APART.iter().any(|(start, _)| line.starts_with(start))).collect();
    for line in &unexplained {
        println!("{line}");
    }
    assert!(unexplained.is_empty(), "{} examples", unexplained.len());
}
