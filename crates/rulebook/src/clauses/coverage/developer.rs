//! Ⅳ.5 Developers, Ⅳ.6 A developer's own product.

use super::{OFFICE, ROAD, Rule, rule};

const TOLD_AND_HEARD: &str = "tests::judgement::a_developer_that_refuses_is_told_and_heard";
const PUBLISHED_SILENTLY: &str = "tests::judgement::a_developer_that_cannot_be_reached_is_published_by_judgement";

#[rustfmt::skip]
pub(super) static RULES: &[Rule] = &[
    rule("Ⅳ.5.1", "developer::register",
        &["tests::register::a_developer_changes_its_own_window_and_no_other"], &[], (
        "窓口と、名称などを公開リストに載せてよいかを、製品開発者自身か調整機関が登録します。同意した開発者は公開リストに載ります。",
        "Window and consent to be listed are registered by the developer itself or the coordinator; who consents stands in the public list.")),
    rule("Ⅳ.5.1", "case::permission::may_confirm", &[ROAD, OFFICE], &[], (
        "連絡を受けた製品開発者に、その件の担当者と連絡先を確かめてもらいます。アカウントは要りません。",
        "A developer that was contacted confirms who answers in the case, without an account.")),
    rule("Ⅳ.5.1.第2段", "developer::register",
        &["tests::register::a_developer_changes_its_own_window_and_no_other"], &[], (
        "製品開発者は自社の窓口をいつでも改められ、変えた日が残ります。",
        "A developer changes its own window at any time, and the day is kept.")),
    rule("Ⅳ.5.1.第3段", "developer::DeveloperState::waits_for_review",
        &["tests::register::a_window_for_direct_reports_is_looked_at_before_it_is_listed"], &[], (
        "製品開発者は自分の登録で直接届出の窓口の掲載を希望でき、調整機関の手番になります。",
        "A developer says in its own entry that it takes direct reports, and where; looking at it becomes the coordinator's turn.")),
    rule("Ⅳ.5.2", "case::decide::state",
        &[ROAD, "tests::clauses::a_result_that_ends_or_delays_gives_its_reason",
          "tests::access_matrix::nothing_is_done_before_its_stop"], &[], (
        "詳しい内容を受け取った製品開発者が検証の結果を知らせます。他社の製品が原因らしいという結果も選べます。",
        "A developer that has the details states its result; that the flaw seems to lie in somebody else's product is one of them.")),
    rule("Ⅳ.5.2.第2段", "case::reach::duties::of_developer", &["tests::reach::the_ladder_goes_up_step_by_step"], &[], (
        "一覧に載った製品開発者に、速やかに連絡するよう手番で示します。",
        "A listed developer is shown that getting in touch promptly is its turn.")),
    rule("Ⅳ.5.3", "case::duties::asks_for_a_day", &[ROAD], &["target_days"], (
        "製品開発者が日程の希望や意見を書くと、返事をするか公表日を変えるまで、調整機関の手番になります。",
        "When a developer proposes or comments on the day, it is the coordinator's turn until it answers or changes the day.")),
    rule("Ⅳ.5.4", "case::outreach::talks::pass",
        &["tests::outreach::a_developers_wish_goes_to_the_finder_through_the_receiving_body"], &[], (
        "詳しい内容を受け取った製品開発者の希望は両機関に届き、受付機関が発見者に取り次ぎます。了解があれば、案件の中で直接やり取りできます。氏名は、知らせてよいという意向がなければ見えません。",
        "The wish of a developer that has the details reaches both bodies and is passed to the finder by the receiving body; with consent they write inside the case. The name is not seen unless the finder lets it be told.")),
    rule("Ⅳ.5.5", "case::outreach::rules::answer_about_site",
        &["tests::outreach::a_site_is_spoken_of_only_with_its_operators_consent"], &[], (
        "再現できない製品開発者の問い合わせは受付機関の手番になり、運営者の同意の記録がある情報だけを答えられます。",
        "A developer's question becomes the receiving body's turn, which answers only with a record of the operator's consent.")),
    rule("Ⅳ.5.6", "case::duties::waits_in", &[ROAD], &[], (
        "調整機関が尋ねると、返事をするまで製品開発者の手番として示します。",
        "What the coordinator asks stays a developer's turn until it answers.")),
    rule("Ⅳ.5.7", "case::decide::state",
        &[ROAD, OFFICE, "tests::milestones::saying_the_same_twice_says_it_once"], &[], (
        "対策方法と対応状況を、公表の前も後も、変わるたびに知らせられます。受付機関にも同時に伝わります。",
        "Countermeasure and status can be stated at every change, before and after publication; the receiving body is told as well.")),
    rule("Ⅳ.5.7", "case::decide::on_advisory", &[ROAD], &[], (
        "公表する文章のうち自社の部分を、公表前に確かめて意見を書けます。返事がなくても公表は止まりません。",
        "A developer checks its own part of the text before publication and comments on it; silence does not stop the publication.")),
    rule("Ⅳ.5.8", "case::notices::of_case",
        &[ROAD, "tests::clauses::a_changed_day_goes_to_every_contacted_developer"], &[], (
        "公表日とその変更、公表したことを製品開発者に知らせ、公表日より前に告知を出さないよう頼みます。利用者への周知は製品開発者が行います。",
        "Developers are told the day, its changes and the publication, and asked not to announce before it; telling users is their own part.")),
    rule("Ⅳ.5.9.第2段", "case::outreach::rules::by_developer",
        &["tests::outreach::users_are_told_early_after_coordination_and_all_of_them_is_a_ground"], &[], (
        "製品開発者は、誰に、いつ、どのように知らせるかを相談し、知らせたら報告します。全員に知らせたときは、その証拠とともに、公表の取りやめの候補になります。",
        "A developer asks whom it may tell, when and how, and reports back; that all users were told becomes, with its evidence, a proposed ground for dropping the publication.")),
    rule("Ⅳ.5.10", "case::judgement::permission::may_notify", &[TOLD_AND_HEARD, PUBLISHED_SILENTLY], &[], (
        "進展が見込めないとき、調整機関の通知から公表判定に進めます。",
        "Where no progress can be expected, a case goes from the coordinator's notice to a judgement.")),
    rule("Ⅳ.5.10.第2段", "case::judgement::permission::developer_may", &[TOLD_AND_HEARD], &[], (
        "判定することを伝えられた製品開発者は、判定まで意見を述べられます。",
        "A developer that was told can give its opinion until the judgement.")),
    rule("Ⅳ.6.1", "report::problems::problems",
        &["tests::clauses::an_own_product_report_brings_its_countermeasure", "intake::tests::forms::an_own_product_form_is_read"], &[], (
        "自社製品の様式で、対策方法と、利用者全員に知らせたかを尋ねます。利用者への周知は製品開発者が行います。",
        "The form for own products asks for the countermeasure and whether all users were told; telling users is the developer's own part.")),
    rule("Ⅳ.6.1.第2段", "report::decide::accept",
        &["tests::milestones::an_own_product_report_knows_neither_five_conditions_nor_45_days"], &[], (
        "自社製品の届出を受付機関が受け取ります。五つの条件も45日の目安も当てはめません。",
        "The receiving body takes a report on an own product, without the five conditions and the 45 days.")),
    rule("Ⅳ.6.2", "case::state::CaseState::target_day",
        &["tests::milestones::an_own_product_report_knows_neither_five_conditions_nor_45_days",
          "casework::tests::publish::an_own_product_is_published_on_its_day_and_updated_later"], &[], (
        "製品開発者が希望した日を目安にして公表日を決め、その日に公表します。",
        "The day that the developer wishes is the day aimed at; it is published on the day that is then set.")),
];
