//! The appendices.

use super::{Rule, rule};

const RANGE: &[&str] =
    &["tests::tables::the_range_follows_appendix_4_1", "tests::tables::an_attack_never_makes_a_case_lighter"];

#[rustfmt::skip]
pub(super) static RULES: &[Rule] = &[
    rule("付録4", "influence::rate",
        &["tests::tables::the_influence_matrix_is_the_one_of_appendix_4",
          "tests::tables::a_higher_score_never_makes_a_case_lighter",
          "casework::editions::tests::the_influence_matrix_is_that_of_appendix_4"], &["influence"], (
        "CVSS v3の基本値と影響範囲から、優先・通常・簡易のどの対応かを版の表で示します。",
        "CVSS v3 base score and range give priority, normal or simple handling by the edition's table.")),
    rule("付録4.1", "influence::range", RANGE, &["range_when_unknown"], (
        "三つの点から広・中・狭を選び、どれも分からなければ「広」とします。",
        "Wide, medium or narrow follows from three factors; with none known it is wide.")),
    rule("付録4.1.①", "influence::range", RANGE, &[], (
        "利用者数と社会的影響力のうち、広い方をとります。",
        "Of number of users and weight in society the wider one counts.")),
    rule("付録4.1.②", "influence::range", RANGE, &[], (
        "社会的影響力と利用者数のうち、広い方をとります。",
        "Of weight in society and number of users the wider one counts.")),
    rule("付録4.1.③", "influence::range", RANGE, &[], (
        "攻撃コードの公表や攻撃が確認されていれば、ほかの点にかかわらず「広」とします。見られていないことは、狭くする理由にしません。",
        "Public exploit code or attacks seen make it wide whatever else is known; that none was seen narrows nothing.")),
];
