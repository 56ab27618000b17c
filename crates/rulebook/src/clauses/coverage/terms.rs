//! Ⅱ Terms, Ⅲ Scope.

use super::{ROAD, Rule, rule};

const GIVEN: &[&str] = &["tests::milestones::details_never_go_beyond_what_the_desk_approved"];
const COUNTERMEASURE: &[&str] = &["tests::clauses::a_fix_or_a_workaround_is_a_countermeasure", ROAD];

#[rustfmt::skip]
pub(super) static RULES: &[Rule] = &[
    rule("Ⅱ.2", "case::content::CaseContent::only", GIVEN, &[], (
        "脆弱性の種類や脅威、再現手順、検証コードを別々の欄で扱い、渡すかどうかを欄ごとに選べます。",
        "Kind and threat, steps, and proof are separate fields, and each is passed on or held back by itself.")),
    rule("Ⅱ.2.1", "case::content::CaseContent::only", GIVEN, &[], (
        "脆弱性の種類と脅威を、それぞれの欄で扱います。",
        "Kind and threat of the vulnerability have fields of their own.")),
    rule("Ⅱ.2.2", "case::content::CaseContent::only", GIVEN, &[], (
        "再現手順を一つの欄で扱います。",
        "The steps by which it shows have a field of their own.")),
    rule("Ⅱ.2.3", "case::content::CaseContent::only", GIVEN, &[], (
        "検証コードなどを一つの欄と添付ファイルで扱います。",
        "Proof, such as code, has a field of its own and files.")),
    rule("Ⅱ.3", "case::decide::state", COUNTERMEASURE, &[], (
        "対策方法は、修正方法と回避方法のどちらか一方が書かれていれば受け取ります。",
        "A countermeasure is taken when it says a fix or a workaround; either is enough.")),
    rule("Ⅱ.3.1", "case::decide::state", COUNTERMEASURE, &[], (
        "回避方法を、修正方法とは別の欄で受け取ります。",
        "Workarounds are kept apart from fixes.")),
    rule("Ⅱ.3.2", "case::decide::state", COUNTERMEASURE, &[], (
        "修正方法を、回避方法とは別の欄で受け取ります。",
        "Fixes are kept apart from workarounds.")),
    rule("Ⅱ.4", "case::decide::state",
        &[ROAD, "casework::publish::tests::document::the_table_says_what_is_affected_and_the_developer_the_rest"], &[], (
        "製品開発者は、製品とバージョンごとに、該当する・しない・調査中・不明を知らせます。",
        "A developer states for each product and range of versions whether it is affected, not affected, under investigation or unknown.")),
    rule("Ⅱ.8", "report::problems::problems",
        &["tests::clauses::who_obtained_it_elsewhere_is_a_finder_too", "intake::form::ticks::tests::one_of_three"], &[], (
        "自分で見つけたか、人やウェブサイトから得たかを尋ね、どの答えでも発見者として扱います。",
        "The form asks whether it was discovered or obtained from a person or a website; whatever the answer, it is a finder's report.")),
    rule("Ⅱ.10", "case::decide::state",
        &[ROAD, "tests::clauses::a_result_that_ends_or_delays_gives_its_reason"], &[], (
        "再現できたか、脆弱性に当たるかを、決まった選択肢と説明で受け取ります。",
        "Whether it could be reproduced and is a vulnerability is stated as one of a list of results, with an explanation.")),
    rule("Ⅲ", "report::decide::accept",
        &["tests::milestones::every_open_condition_keeps_a_report_from_being_accepted",
          "tests::clauses::the_five_conditions_are_those_of_the_clause"], &[], (
        "適用範囲に入るかは受付機関の担当者が判断します。確かめた印がなければ受理できません。",
        "People of the receiving body judge the scope; without their tick a report is not accepted.")),
    rule("Ⅲ.1", "report::decide::accept",
        &["tests::milestones::every_open_condition_keeps_a_report_from_being_accepted",
          "tests::clauses::the_five_conditions_are_those_of_the_clause"], &[], (
        "国内で使われている製品かどうかは担当者が判断し、その結果を受理の条件として記録します。",
        "Whether the product is used in Japan is for people to judge; the program keeps their answer as a condition of acceptance.")),
    rule("Ⅲ.2", "site::scope::scope", &["site::scope::tests::one_sign_is_enough_and_none_known_tells_nothing"], &[], (
        "日本語の内容、jp で終わる名前、日本からの利用のどれかがあれば範囲内と提案し、判断は担当者がします。",
        "Japanese content, a host under jp or use from Japan is proposed as inside the scope; people decide.")),
    rule("Ⅲ.3", "site::scope::track", &["site::scope::tests::where_users_must_act_it_is_a_product"], &[], (
        "運営者だけで直せるならサイト、利用者の対応も要るなら製品として扱うことを提案します。",
        "Where the operator alone can put it right a website is proposed, where users have to act a product.")),
];
