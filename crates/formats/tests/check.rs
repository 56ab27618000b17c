//! What is wrong with a document is found, where it is, and told in both languages.

mod samples;

use formats::document::Affectedness;
use formats::version::{VersionRange, VersionStatus, Versions};
use formats::{Language, Level, Localized, Problem, PublicDocument, Score};

fn found(change: impl FnOnce(&mut PublicDocument)) -> Vec<(String, Problem)> {
    let mut document = samples::one_vendor();
    change(&mut document);
    document.check().into_iter().map(|finding| (finding.at, finding.problem)).collect()
}

#[test]
fn a_good_document_has_no_findings() {
    assert_eq!(samples::one_vendor().check(), vec![]);
}

#[test]
fn samples_are_publishable() {
    for document in samples::all() {
        assert!(document.is_publishable(), "{:?}", document.check());
    }
}

#[test]
fn score_and_vector_disagree() {
    let nine = Score::from_tenths(90).unwrap();
    let right = Score::from_tenths(61).unwrap();
    let problems = found(|document| document.vulnerabilities[0].cvss[0].base_score = nine);
    assert_eq!(problems, [("/vulnerabilities/0/cvss/0/base_score".to_owned(), Problem::ScoreDisagrees { right })]);
}

#[test]
fn missing_range_and_missing_language() {
    let problems = found(|document| {
        document.vendors[0].products[0].versions[0] =
            Versions { status: VersionStatus::Affected, text: Localized::new("2.4.1 より前", ""), range: None };
    });
    let at = "/vendors/0/products/0/versions/0";
    assert_eq!(
        problems,
        [(format!("{at}/text"), Problem::MissingLanguage(Language::En)), (format!("{at}/range"), Problem::NoRange)]
    );
}

#[test]
fn one_language_is_enough_when_the_document_says_so() {
    let problems = found(|document| {
        document.languages = vec![Language::Ja];
        document.title.en = String::new();
    });
    assert_eq!(problems, []);
}

#[test]
fn contradictions() {
    let status = |status| move |document: &mut PublicDocument| document.vendors[0].status = status;
    assert_eq!(
        found(status(Affectedness::NotAffected)),
        [("/vendors/0".to_owned(), Problem::NotAffectedButVersionsAre)]
    );
    let fixed_only = found(|document| document.vendors[0].products[0].versions.truncate(0));
    assert_eq!(fixed_only, [("/vendors/0/products/0/versions".to_owned(), Problem::NoVersions)]);
    let twice = found(|document| {
        let mut same = document.vendors[0].products[0].versions[0].clone();
        same.status = VersionStatus::NotAffected;
        document.vendors[0].products[0].versions.push(same);
    });
    assert_eq!(twice, [("/vendors/0/products/0/versions/2".to_owned(), Problem::VersionsTwice)]);
}

#[test]
fn nothing_known_makes_no_advisory() {
    let problems = found(|document| {
        document.vendors[0].status = Affectedness::Unknown;
        document.vendors[0].products.clear();
    });
    assert_eq!(problems, [("/vendors".to_owned(), Problem::NothingKnown)]);
}

#[test]
fn history_must_run_to_this_revision() {
    let gap = found(|document| document.history[1].number = 3);
    assert_eq!(gap, [("/history".to_owned(), Problem::History)]);
    let order = found(|document| document.history.swap(0, 1));
    assert_eq!(order, [("/history".to_owned(), Problem::History)]);
}

#[test]
fn hostile_values() {
    let problems = found(|document| {
        document.vendors[0].link = Some("javascript:alert(1)".to_owned());
        document.vendors[0].products[0].cpe = Some("cpe:2.3:a:x".to_owned());
        document.vendors[0].products[0].purl = Some("pkg:npm/x@1".to_owned());
        document.vendors[0].products[0].versions[0].range = Some(VersionRange::exact(""));
        document.vulnerabilities[0].cve = Some("CVE-1-1".to_owned());
        document.vulnerabilities[0].cwes = vec!["79".to_owned(), "CWE-9999".to_owned()];
        document.overview.ja = "\u{7}".to_owned();
        document.impact.en = "x".repeat(40_000);
    });
    let kinds: Vec<Problem> = problems.into_iter().map(|(_, problem)| problem).collect();
    assert_eq!(
        kinds,
        [
            Problem::ControlCharacter,
            Problem::TooLong { max: 30_000 },
            Problem::NotAnAddress,
            Problem::NotACpe,
            Problem::NotAPurl,
            Problem::BadRange,
            Problem::NotACve,
            Problem::NotACwe,
            Problem::UnknownCwe,
        ]
    );
}

#[test]
fn every_finding_speaks_both_languages() {
    let mut document = PublicDocument::new(
        "JVN#00000001".parse().unwrap(),
        samples::publisher(),
        Localized::default(),
        "2026-01-01T00:00:00Z".parse().unwrap(),
    );
    document.updated_at = "2025-01-01T00:00:00Z".parse().unwrap();
    document.languages.clear();
    let findings = document.check();
    assert!(findings.len() >= 7, "{findings:?}");
    for finding in findings {
        assert!(finding.at.starts_with('/'));
        assert!(finding.text(Language::Ja).ends_with('。'), "{finding:?}");
        assert!(finding.text(Language::En).ends_with('.'), "{finding:?}");
        assert_eq!(finding.level() == Level::Must, !matches!(finding.problem, Problem::NoAnalysis));
    }
}
