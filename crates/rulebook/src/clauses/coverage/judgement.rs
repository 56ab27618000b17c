//! Ⅳ.3.(2) Judgement on publication.

use super::{Rule, rule};

const REFUSED: &str = "tests::judgement::a_developer_that_refuses_is_told_and_heard";
const UNREACHABLE: &str = "tests::judgement::a_developer_that_cannot_be_reached_is_published_by_judgement";
const FOUR: &[&str] = &[
    "tests::judgement::only_all_four_conditions_make_a_publication",
    "tests::judgement::conditions_and_outcomes_are_those_of_the_edition",
];

#[rustfmt::skip]
pub(super) static RULES: &[Rule] = &[
    rule("Ⅳ.3.(2).1", "case::judgement::permission::may",
        &["tests::judgement::a_notice_that_is_not_accepted_goes_back", UNREACHABLE], &["lists.committee_gate"], (
        "調整機関の通知のあと、受付機関が自ら判断しなければ委員会には進みません。認めなければ、理由とともに調整に戻ります。",
        "After the coordinator's notice nothing goes to the committee before the receiving body has judged for itself; if it does not agree, coordination goes on with its reason.")),
    rule("Ⅳ.3.(2).1.ア", "case::reach::campaign::is_unreachable",
        &["tests::judgement::the_gate_of_the_committee_is_every_means_and_six_months",
          "tests::reach::six_months_and_every_means_make_a_developer_unreachable"], &["unreachable_months"], (
        "分かっている手段をすべて試み、6か月以上応答がなく、公表した連絡期限も過ぎていなければ、連絡不能として通知できません。",
        "Nobody counts as unreachable before every known means was tried, six months have passed without contact, and a published deadline is over.")),
    rule("Ⅳ.3.(2).1.イ", "case::ending::state::refusals",
        &["tests::ending::refusals_stay_on_record_with_their_history"], &["lists.committee_gate"], (
        "製品開発者が公表、修正、連絡に応じないと言ったことを、日付と言葉とともに残します。合意が困難かどうかは、これを見て人が判断します。",
        "That a developer refuses publication, fix or contact stays on record with day and words; whether agreement is out of reach is judged by people on these facts.")),
    rule("Ⅳ.3.(2).1.イ", "case::judgement::decide::notify",
        &["tests::judgement::the_gate_of_the_committee_is_every_means_and_six_months", REFUSED], &["lists.committee_gate"], (
        "拒否の記録がなければ、合意が困難とは通知できません。通知には経緯を書きます。",
        "Without a refusal on record there is no notice that agreement is out of reach; the notice gives the history.")),
    rule("Ⅳ.3.(2).1.第3段", "case::judgement::shown::shown",
        &["tests::judgement::votes_are_hidden_until_the_decision", REFUSED], &[], (
        "誰が何を判断し、誰の意見を聴いたかを段階ごとに残します。被害と不利益のつり合いは人が判断します。",
        "Step by step it is on record who judged what and who was heard; people weigh harm against disadvantage.")),
    rule("Ⅳ.3.(2).1.第4段", "case::judgement::decide::check_meeting",
        &["tests::judgement::a_conflicted_member_cannot_see_the_case", "tests::judgement::a_meeting_can_be_called_for_one_case"], &[], (
        "委員を分野とともに案件ごとに指名し、急ぐ一件だけの開催もできます。利害関係のある委員は、その案件を見ることもできません。",
        "Members are named for each case with their field, and a meeting can be for one urgent case; a member with an interest cannot even see it.")),
    rule("Ⅳ.3.(2).2", "case::judgement::decide::give_material",
        &["tests::judgement::the_coordinator_gives_five_items_when_asked"], &[], (
        "五つの情報を調整機関に求め、そろった資料を委員が見られるようにします。",
        "The five items are asked of the coordinator, and members see the papers made of them.")),
    rule("Ⅳ.3.(2).3", "case::judgement::duties::on_the_way", &[REFUSED, UNREACHABLE], &[], (
        "判定の前に、判定することを製品開発者に伝えることが受付機関の手番になります。",
        "Before a judgement it is the receiving body's turn to tell the developer that there will be one.")),
    rule("Ⅳ.3.(2).3.ア", "case::judgement::decide::announcement", &[REFUSED], &["lists.committee_notice"], (
        "内容、根拠、経緯、文案、提出先、期限の六つがそろわなければ伝えられません。",
        "It cannot be told without information, grounds, history, draft text, where and by when.")),
    rule("Ⅳ.3.(2).3.イ", "case::judgement::notices::notices",
        &[REFUSED, "tests::judgement::without_appendix_5_the_developer_is_told_by_reasonable_means"], &[], (
        "手段と宛先を記録し、メールには番号とリンクだけを書きます。委員には連絡先を見せません。",
        "Means and address are recorded, mails carry number and link alone, and members do not see addresses.")),
    rule("Ⅳ.3.(2).3.イ.第2段", "case::judgement::permission::is_deemed_told",
        &[UNREACHABLE, "tests::judgement::without_appendix_5_the_developer_is_told_by_reasonable_means"], &[], (
        "連絡不能で付録5を実施した案件では、伝える手番はありません。",
        "Where appendix 5 was carried out for an unreachable developer, telling it is not owed.")),
    rule("Ⅳ.3.(2).3.第2段", "case::judgement::permission::before_decision",
        &["tests::judgement::a_new_report_may_bring_the_case_back"], &[], (
        "通知のあとに新しい報告があったときだけ、判定の前に調整機関へ戻せます。",
        "Only after a new report since the notice can the case go back to the coordinator before a judgement.")),
    rule("Ⅳ.3.(2).4", "case::judgement::permission::may_pass", &[REFUSED], &[], (
        "製品開発者とほかの関係者に意見を求め、期限が過ぎるか意見が出るまで判定できません。口頭の意見も記録できます。",
        "The developer and others concerned are asked; there is no judgement before the deadline or the opinion. Hearings can be recorded.")),
    rule("Ⅳ.3.(2).5", "case::judgement::permission::fits", FOUR, &["lists.committee_conditions"], (
        "四条件をすべて満たすときだけ公表と判定でき、それ以外は公表と記録できません。",
        "Only with all four conditions can publication be judged; nothing else can be recorded as one.")),
    rule("Ⅳ.3.(2).5.ア", "case::judgement::event::clause", FOUR, &["lists.committee_conditions"], (
        "事務局が根拠とともにチェックリストを埋め、委員が票を入れます。判断は人が行います。",
        "The secretariat fills in the checklist with evidence, members vote; people judge.")),
    rule("Ⅳ.3.(2).5.イ", "case::judgement::event::clause", FOUR, &["lists.committee_conditions"], (
        "事務局が根拠とともにチェックリストを埋め、委員が票を入れます。判断は人が行います。",
        "The secretariat fills in the checklist with evidence, members vote; people judge.")),
    rule("Ⅳ.3.(2).5.ウ", "case::judgement::event::clause", FOUR, &["lists.committee_conditions"], (
        "事務局が根拠とともにチェックリストを埋め、委員が票を入れます。判断は人が行います。",
        "The secretariat fills in the checklist with evidence, members vote; people judge.")),
    rule("Ⅳ.3.(2).5.エ", "case::judgement::event::clause", FOUR, &["lists.committee_conditions"], (
        "事務局が根拠とともにチェックリストを埋め、委員が票を入れます。判断は人が行います。",
        "The secretariat fills in the checklist with evidence, members vote; people judge.")),
    rule("Ⅳ.3.(2).6", "case::judgement::notices::passed", &[REFUSED, UNREACHABLE], &[], (
        "結果と理由を調整機関と製品開発者に知らせます。連絡不能では製品開発者に知らせません。",
        "Result and reason go to the coordinator and the developer; not to one that could not be reached.")),
    rule("Ⅳ.3.(2).7", "case::judgement::decide::pass", FOUR, &["lists.committee_outcomes"], (
        "公表、非公表、再調整のどれかを理由とともに記録し、それぞれの手順が手番になります。",
        "Publication, no publication or coordination again is recorded with its reason, and its own steps are owed.")),
    rule("Ⅳ.3.(2).7.ア", "case::judgement::duties::after_decision",
        &["tests::judgement::the_day_waits_for_the_confirmation_and_the_view_stands_beside_the_publication", UNREACHABLE], &[], (
        "確認、見解、公表日、公表を順に手番とします。",
        "Confirmation, view, day and publication are owed one after the other.")),
    rule("Ⅳ.3.(2).7.ア.1", "case::judgement::permission::after_decision",
        &["tests::judgement::the_day_waits_for_the_confirmation_and_the_view_stands_beside_the_publication", UNREACHABLE], &[], (
        "大臣への確認の求めと回答を記録し、それまで公表日を決められません。連絡不能では求めません。",
        "Request and answer of the minister are recorded, and there is no day before them; it is not asked for unreachable developers.")),
    rule("Ⅳ.3.(2).7.ア.2", "case::judgement::decide::set_day",
        &["tests::judgement::the_day_waits_for_the_confirmation_and_the_view_stands_beside_the_publication"], &[], (
        "公表と判定された案件の公表日は、受付機関だけが決められます。",
        "Only the receiving body decides the day of a case that is to be published by judgement.")),
    rule("Ⅳ.3.(2).7.ア.3", "case::judgement::notices::notices",
        &["tests::judgement::the_day_waits_for_the_confirmation_and_the_view_stands_beside_the_publication", UNREACHABLE], &[], (
        "併記を希望する見解を製品開発者に尋ねます。連絡不能では尋ねません。",
        "The developer is asked for a view to be shown; not one that could not be reached.")),
    rule("Ⅳ.3.(2).7.ア.4", "case::judgement::notices::notices",
        &["tests::judgement::the_day_waits_for_the_confirmation_and_the_view_stands_beside_the_publication", UNREACHABLE], &[], (
        "公表日と見解を、決まりしだい調整機関に知らせます。",
        "Day and view are told to the coordinator as soon as they are there.")),
    rule("Ⅳ.3.(2).7.ア.5", "advisory::content::vendors",
        &["tests::judgement::the_day_waits_for_the_confirmation_and_the_view_stands_beside_the_publication", UNREACHABLE], &[], (
        "公表日に、製品開発者名とともに公表し、希望があれば見解を併記します。",
        "On the day it is published with the developer's name, and its view beside it if it wishes.")),
    rule("Ⅳ.3.(2).7.ア.6", "case::notices::published", &[UNREACHABLE], &[], (
        "公表したことを発見者に知らせます。",
        "The finder is told of the publication.")),
    rule("Ⅳ.3.(2).7.イ", "case::judgement::decide::pass",
        &["tests::judgement::what_is_not_to_be_published_ends_and_the_finder_is_told_why"], &[], (
        "公表しないと判定すると取扱いが終わり、結果と理由を発見者に知らせます。",
        "A judgement not to publish ends the handling, and the finder is told result and reason.")),
    rule("Ⅳ.3.(2).7.ウ", "case::judgement::notices::passed",
        &["tests::judgement::what_is_sent_back_is_coordinated_again"], &[], (
        "調整が可能と判定すると、再度の調整を調整機関に知らせます。",
        "Where coordination is judged possible, the coordinator is told to coordinate again.")),
];
