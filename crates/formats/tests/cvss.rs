//! Scores of every version against examples that FIRST published, and vectors there and back.

use formats::cvss::{CvssError, MetricGroup, Vector, VectorVersion};
use proptest::prelude::*;
use proptest::sample::select;

/// Base, temporal, environmental, the one that counts, its severity.
fn scores(vector: &str) -> String {
    let scores = Vector::parse(vector).and_then(|vector| vector.scores()).expect(vector);
    let shown = |score: Option<formats::Score>| score.map_or("-".to_owned(), |score| score.to_string());
    let [base, temporal, environmental] = [Some(scores.base), scores.temporal, scores.environmental].map(shown);
    format!("{base} {temporal} {environmental} = {} {}", scores.score, scores.severity.upper())
}

/// CVSS v2.0 guide, section 3.3: three vulnerabilities worked through.
#[test]
fn guide_of_version_2() {
    let apache = "AV:N/AC:L/Au:N/C:N/I:N/A:C/E:F/RL:OF/RC:C";
    assert_eq!(scores("AV:N/AC:L/Au:N/C:N/I:N/A:C"), "7.8 7.8 7.8 = 7.8 HIGH");
    assert_eq!(scores(apache), "7.8 6.4 6.4 = 6.4 MEDIUM");
    assert_eq!(scores(&format!("{apache}/CDP:N/TD:N/CR:M/IR:M/AR:H")), "7.8 6.4 0.0 = 0.0 LOW");
    assert_eq!(scores(&format!("{apache}/CDP:H/TD:H/CR:M/IR:M/AR:H")), "7.8 6.4 9.2 = 9.2 HIGH");
    let player = "AV:N/AC:L/Au:N/C:C/I:C/A:C/E:F/RL:OF/RC:C/CDP:H/TD:H/CR:M/IR:M/AR:L";
    assert_eq!(scores(player), "10.0 8.3 9.0 = 9.0 HIGH");
    let scanner = "AV:L/AC:H/Au:N/C:C/I:C/A:C/E:POC/RL:OF/RC:C/CDP:H/TD:H/CR:M/IR:M/AR:M";
    assert_eq!(scores(scanner), "6.2 4.9 7.5 = 7.5 HIGH");
    assert_eq!(scores("(AV:N/AC:L/Au:N/C:N/I:N/A:C)"), scores("AV:N/AC:L/Au:N/C:N/I:N/A:C"));
}

/// CVSS v3.1 examples, sections 1 to 36: base scores.
#[test]
fn examples_of_version_3() {
    let examples = [
        ("AV:N/AC:L/PR:L/UI:N/S:C/C:L/I:L/A:N", "6.4"),
        ("AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:N/A:N", "3.1"),
        ("AV:N/AC:L/PR:L/UI:N/S:C/C:H/I:H/A:H", "9.9"),
        ("AV:L/AC:L/PR:H/UI:N/S:U/C:L/I:L/A:L", "4.2"),
        ("AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H", "8.8"),
        ("AV:P/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:N", "4.6"),
        ("AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N", "7.5"),
        ("AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", "9.8"),
        ("AV:N/AC:H/PR:N/UI:N/S:C/C:N/I:H/A:N", "6.8"),
        ("AV:A/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", "8.8"),
    ];
    for (metrics, base) in examples {
        for version in ["3.0", "3.1"] {
            let found = scores(&format!("CVSS:{version}/{metrics}"));
            assert!(found.starts_with(&format!("{base} {base} ")), "{version} {metrics}: {found}");
        }
    }
}

/// From FIRST's calculator of v3.0.
#[test]
fn temporal_and_environmental_of_version_3() {
    let open = "CVSS:3.0/S:U/AV:N/AC:L/PR:H/UI:N/C:L/I:L/A:N/E:F/RL:X";
    assert_eq!(scores(open), "3.8 3.7 3.7 = 3.7 LOW");
    let whole = "CVSS:3.0/AV:N/AC:L/PR:N/UI:R/S:C/C:H/I:H/A:N/E:H/RL:O/RC:C/CR:H/IR:H/AR:H/MAV:N/MAC:L/MPR:L/MUI:N/MS:C/MC:H/MI:H/MA:H";
    assert_eq!(scores(whole), "9.3 8.9 9.5 = 9.5 CRITICAL");
    let harmless = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/MC:N/MI:N/MA:N";
    assert_eq!(scores(harmless), "9.8 9.8 0.0 = 0.0 NONE");
}

/// The modified impact of a changed scope. With the sub-score at its cap of 0.915, v3.0 has 7.52 × 0.886 − 3.25 ×
/// 0.895¹⁵ = 6.047 and v3.1 has 7.52 × 0.886 − 3.25 × 0.8704¹³ = 6.128; with an exploitability of 0.305, 1.08 times the
/// sum is 6.861 and 6.947.
#[test]
fn versions_3_differ_where_the_scope_changes() {
    let metrics = "AV:P/AC:H/PR:L/UI:R/S:C/C:H/I:H/A:H/CR:H/IR:H/AR:H";
    let of = |version: &str| scores(&format!("CVSS:{version}/{metrics}"));
    assert_eq!((of("3.0"), of("3.1")), ("6.9 6.9 6.9 = 6.9 MEDIUM".into(), "6.9 6.9 7.0 = 7.0 HIGH".into()));
}

/// CVSS v4.0 examples, and values of the calculator.
#[test]
fn examples_of_version_4() {
    let of = |metrics: &str| {
        let scores = Vector::parse(&format!("CVSS:4.0/{metrics}")).and_then(|vector| vector.scores()).expect(metrics);
        assert!(scores.temporal.is_none() && scores.environmental.is_none());
        format!("{} {} {}", scores.base, scores.score, scores.nomenclature.expect("v4.0 has one"))
    };
    let least = "AV:P/AC:H/AT:P/PR:H/UI:A/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H";
    assert_eq!(of(&format!("{least}/E:A")), "7.3 7.3 CVSS-BT");
    assert_eq!(of(&format!("{least}/E:P")), "7.3 5.9 CVSS-BT");
    assert_eq!(of(&format!("{least}/E:U")), "7.3 4.1 CVSS-BT");
    assert_eq!(of(&format!("{least}/E:X")), "7.3 7.3 CVSS-B");
    assert_eq!(of("AV:N/AC:L/AT:N/PR:N/UI:N/VC:L/VI:H/VA:L/SC:N/SI:H/SA:L"), "9.2 9.2 CVSS-B");
    assert_eq!(of("AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:N/SC:N/SI:N/SA:N/CR:H"), "0.0 0.0 CVSS-BE");
    let whole = "AV:L/AC:L/AT:P/PR:L/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N/E:U/MAV:N/U:Red";
    assert!(of(whole).ends_with("CVSS-BTE"));
}

#[test]
fn what_is_wrong_is_said() {
    let error = |vector: &str| Vector::parse(vector).expect_err(vector);
    assert_eq!(error(""), CvssError::UnknownVersion);
    assert_eq!(error("CVSS:5.0/AV:N"), CvssError::UnknownVersion);
    assert_eq!(error("AV:N/AC:L/Au:N/C:P/I:P"), CvssError::MissingMetric("A"));
    assert_eq!(error("CVSS:3.1/av:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"), CvssError::Malformed);
    assert_eq!(error("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/"), CvssError::Malformed);
    assert_eq!(error("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/E:X/E:X"), CvssError::Malformed);
    let swapped = "CVSS:4.0/AC:L/AV:N/AT:N/PR:N/UI:N/VC:N/VI:N/VA:N/SC:N/SI:N/SA:N";
    assert_eq!(error(swapped), CvssError::Malformed, "the order of v4.0 is fixed");
    let safety = "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:N/SC:N/SI:S/SA:N";
    assert_eq!(error(safety), CvssError::Malformed, "safety is an environmental value only");
}

fn any_version() -> impl Strategy<Value = VectorVersion> {
    select(vec![VectorVersion::V2_0, VectorVersion::V3_0, VectorVersion::V3_1, VectorVersion::V4_0])
}

/// A value of each metric, as a form sends them.
fn any_metrics() -> impl Strategy<Value = (VectorVersion, Vec<(&'static str, &'static str)>)> {
    any_version().prop_flat_map(|version| {
        let one = |metric: &formats::cvss::Metric| (Just(metric.name), select(metric.values.to_vec()));
        let all: Vec<_> = version.metrics().iter().map(one).collect();
        (Just(version), all)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_form_makes_a_vector_and_the_vector_the_form((version, sent) in any_metrics()) {
        let vector = Vector::new(version, sent.iter().copied()).expect("every base metric has a value");
        let back: Vec<_> = vector.metrics().map(|(metric, value)| (metric.name, value)).collect();
        prop_assert_eq!(&back, &sent);
        prop_assert_eq!(Vector::parse(&vector.to_string()), Ok(vector.clone()));
        let other_way = sent.iter().rev().copied();
        prop_assert_eq!(Vector::new(version, other_way), Ok(vector));
    }

    #[test]
    fn every_vector_has_scores_and_open_metrics_change_none((version, sent) in any_metrics()) {
        let vector = Vector::new(version, sent.iter().copied()).expect("every base metric has a value");
        let scores = vector.scores().expect("it is whole");
        prop_assert_eq!(scores.temporal.is_some(), version != VectorVersion::V4_0);
        prop_assert_eq!(scores.nomenclature.is_some(), version == VectorVersion::V4_0);
        let base = vector.only(&[MetricGroup::Base]);
        prop_assert_eq!(base.scores().map(|scores| scores.score), Ok(scores.base));
        let all: Vec<String> = vector.metrics().map(|(metric, value)| format!("{}:{value}", metric.name)).collect();
        let prefix = if version == VectorVersion::V2_0 { String::new() } else { format!("CVSS:{}/", version.text()) };
        let open = Vector::parse(&format!("{prefix}{}", all.join("/"))).expect("open metrics may be written");
        prop_assert_eq!(open.scores(), Ok(scores));
    }
}
