//! The appendices.

use super::{Rule, rule};

const RANGE: &[&str] =
    &["tests::tables::the_range_follows_appendix_4_1", "tests::tables::an_attack_never_makes_a_case_lighter"];

const TEMPLATES: &[&str] =
    &["tests::reach::the_ladder_goes_up_step_by_step", "tests::reach::a_notice_speaks_to_whom_it_concerns"];

#[rustfmt::skip]
pub(super) static RULES: &[Rule] = &[
    rule("付録2.図3", "case::ending::rules::check_ground",
        &["tests::ending::simple_handling_ends_once_the_developer_was_told"], &["influence"], (
        "影響度が「簡易な対応」なら、製品開発者に詳しい内容を伝えた時点で取扱いを終えられます。",
        "Where the rating is “simple”, handling may end once a developer has the details.")),
    rule("付録2.図4", "site::notices::notices",
        &["tests::site::a_site_is_fixed_and_everybody_hears_of_it", "tests::site::small_influence_ends_a_case_once_the_operator_was_told"], &[], (
        "運営者への最初の連絡とともに、取扱いを始めたことを発見者に知らせます。影響が小さければ、運営者に伝えた後で終えられます。",
        "With the first word to the operator the finder is told that handling began. A case of small influence may end once the operator was told.")),
    rule("付録3.1-1.(3)", "console::front::confirm::is_no_finding",
        &["console::tests::front::report::the_finder_reads_that_taking_it_in_is_no_finding"], &[], (
        "送る前のページで、受け付けることが適法との判断でも免責でもないことを発見者に知らせます。",
        "Before it sends the report, the finder reads that taking it in is neither a finding that it was lawfully obtained nor a release from liability.")),
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
    rule("付録4.2", "site::ending::is_small", &["tests::site::small_influence_ends_a_case_once_the_operator_was_told"], &["website_passive"], (
        "受動型の攻撃で、版の範囲に入る深刻度と影響範囲なら、影響が小さいものとして終えられます。",
        "A passive attack within the edition's severity and range counts as small, and the case may end.")),
    rule("付録5.1", "case::reach::rules::row_text",
        &["tests::reach::a_row_says_who_is_meant_and_nothing_of_the_case"], &["lists.unreachable_columns"], (
        "一覧の欄をそのまま持ち、誰のことか分からない行と、案件のことが読み取れる行は公表できません。",
        "Rows have the columns of the appendix; one that does not say who is meant, or that tells of the case, cannot be published.")),
    rule("付録5.1", "case::reach::ladder::next_issue", &["tests::reach::the_ladder_goes_up_step_by_step"], &["list_update_months"], (
        "四半期ごとに、載せている行の見直しが手番になります。",
        "Every quarter it is owed to look over each row.")),
    rule("付録5.2", "case::reach::ladder::may_list_product", &["tests::reach::the_ladder_goes_up_step_by_step"], &["product_listing_months"], (
        "名称に加えて製品名とバージョンを載せ、連絡を呼びかけます。",
        "Product and versions are added to the name, with the call to get in touch.")),
    rule("付録5.2.1", "case::reach::state::template", TEMPLATES, &["lists.notice_templates"], (
        "官庁・法人あての文面を選びます。更新日はありません。",
        "The text to authorities and companies is chosen; it has no day of update.")),
    rule("付録5.2.2", "case::reach::state::template", TEMPLATES, &["lists.notice_templates"], (
        "連絡期限と更新日のある文面を選びます。期限は、対象製品を公表したあとに追記します。",
        "The text with deadline and day of update is chosen; the deadline comes after the product.")),
    rule("付録5.2.3", "case::reach::state::template", TEMPLATES, &["lists.notice_templates"], (
        "個人・コミュニティあての文面を選びます。更新日はありません。",
        "The text to persons and communities is chosen; it has no day of update.")),
    rule("付録5.2.4", "case::reach::state::template", TEMPLATES, &["lists.notice_templates"], (
        "個人・コミュニティあてで、連絡期限と更新日のある文面を選びます。",
        "The text to persons and communities with deadline and day of update is chosen.")),
    rule("付録6.3", "case::outreach::rules::of_developer",
        &["tests::outreach::receipt_is_acknowledged_within_seven_days_or_by_any_statement"], &["acknowledge_days"], (
        "詳しい内容を受け取った製品開発者に、版の日数のうちに受け取ったと知らせるよう勧めます。何かを報告すれば、それで足ります。",
        "A developer that got the details is advised to say so within the days of the edition; any statement of its own suffices.")),
];
