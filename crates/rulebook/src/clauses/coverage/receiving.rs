//! Ⅳ.3.(1) The receiving body.

use super::{OFFICE, ROAD, Rule, rule};

const FIVE: &[&str] = &[
    "tests::milestones::every_open_condition_keeps_a_report_from_being_accepted",
    "tests::clauses::the_five_conditions_are_those_of_the_clause",
];
const SECRECY: &[&str] = &[
    "tests::secrecy::nobody_learns_of_what_is_not_theirs",
    "tests::secrecy::nobody_can_tell_one_world_from_another",
    "tests::secrecy::for_strangers_there_is_no_case",
    "tests::access_matrix::a_case_does_not_exist_for_those_who_have_no_part_in_it",
];

const STOPPED: &[&str] = &[
    "tests::ending::a_stopped_case_has_ended_and_only_its_talks_go_on",
    "tests::ending::the_grounds_are_those_of_the_two_clauses",
];

#[rustfmt::skip]
pub(super) static RULES: &[Rule] = &[
    rule("Ⅳ.3.(1).1", "casework::reports::Office::receive",
        &[ROAD, OFFICE, "intake::tests::forms::a_text_that_is_no_form_is_kept"], &[], (
        "いつ届いても受け取り、その場で番号を返し、発見者に受信を、受付機関に到着を知らせます。読み取れない届出も保存し、人が読むべきものとして示します。そのあとの作業をいつ行うかは人が決めます。",
        "At any hour a report is taken in and numbered at once; the finder gets a receipt and the receiving body a notice. What cannot be read is kept and shown as waiting for a reader. When the work after that is done is for people to say.")),
    rule("Ⅳ.3.(1).2", "report::decide::accept", FIVE, &[], (
        "五つの条件を一つずつ確かめた印がすべてそろわなければ、受理できません。",
        "A report is accepted only when each of the five conditions was ticked.")),
    rule("Ⅳ.3.(1).2", "report::decide::decide",
        &["tests::milestones::a_report_that_is_not_accepted_says_which_condition_fails"], &[], (
        "受理しないときは、どの条件を満たさないかを必ず示します。",
        "A report that is not accepted says which condition fails.")),
    rule("Ⅳ.3.(1).2", "report::decide::join",
        &["tests::arrival::a_second_finder_joins_the_case_and_keeps_its_own_thread",
          "tests::arrival::a_report_does_not_join_what_is_published"], &[], (
        "取扱い中で未公表のものと同じ届出は、受理してその案件に加えます。発見者どうしは互いを知りません。",
        "A report of what is handled and not published is accepted into that case. The finders do not learn of each other.")),
    rule("Ⅳ.3.(1).2", "case::merge::merge",
        &["tests::merge::the_finders_keep_their_reports_and_are_told", "tests::merge::developers_go_on_with_what_they_were_told_and_said",
          "tests::merge::the_earlier_days_hold", "tests::merge::random_cases_become_one"], &[], (
        "受理した二つの案件が同じ脆弱性と分かれば、進んでいる方にまとめます。発見者はそれぞれの届出のやり取りを続けられます。",
        "Two accepted cases that prove to be the same become one, the farther one; each finder keeps its own thread.")),
    rule("Ⅳ.3.(1).2", "report::decide::split", &["tests::arrival::a_report_of_two_things_opens_two_cases"], &[], (
        "一つの届出に別の脆弱性や製品があれば、もう一つの案件を開きます。",
        "Another vulnerability or product in one report becomes a further case.")),
    rule("Ⅳ.3.(1).2.ア", "report::decide::proposed", FIVE, &[], (
        "足りない項目から「そろっている」かどうかを提案し、決めるのは担当者です。",
        "Whether it is complete is proposed from what is missing; people decide.")),
    rule("Ⅳ.3.(1).2.イ", "report::decide::proposed",
        &["tests::clauses::the_five_conditions_are_those_of_the_clause", "report::problems::tests::ticking_both_sides_is_a_contradiction"], &[], (
        "両方に印があるなどの矛盾を見つけて提案し、決めるのは担当者です。",
        "Contradictions such as both boxes ticked are found and proposed; people decide.")),
    rule("Ⅳ.3.(1).2.ウ", "report::decide::accept", FIVE, &[], (
        "担当者が適用範囲に入ると確かめた印が要ります。プログラムは提案しません。",
        "It needs a person's tick that it is in scope; the program proposes nothing.")),
    rule("Ⅳ.3.(1).2.エ", "report::decide::accept", FIVE, &[], (
        "書かれたとおりなら脆弱性だと担当者が確かめた印が要ります。再現は求めません。",
        "It needs a person's tick that what is written would be a vulnerability; reproduction is not asked.")),
    rule("Ⅳ.3.(1).2.オ", "report::decide::accept", FIVE, &[], (
        "まだ公表されていないと担当者が確かめた印が要ります。",
        "It needs a person's tick that it is not published yet.")),
    rule("Ⅳ.3.(1).2.第2段", "case::notices::of_report",
        &[ROAD, "tests::milestones::a_report_that_is_not_accepted_says_which_condition_fails"], &[], (
        "受理も不受理も発見者に知らせ、受理を知らせた日を受理日とします。",
        "The finder is told either way, and the day of telling acceptance is the acceptance day.")),
    rule("Ⅳ.3.(1).2.第2段", "casework::reports::Office::accept_report",
        &["casework::tests::reasons::a_decision_comes_with_its_reason"], &[], (
        "理由を書かなければ受理できません。受理も不受理も、書いた理由は発見者のページに載ります。",
        "Acceptance needs a written reason; the reason of either decision stands on the finder's page.")),
    rule("Ⅳ.3.(1).2.第2段", "report::decide::decide", &["tests::arrival::a_report_is_handled_as_what_it_is"], &[], (
        "届出の種類を改めたときも、理由を添えて発見者に知らせます。",
        "The finder is told with the reason, too, when the kind of the report is changed.")),
    rule("Ⅳ.3.(1).3", "report::decide::decide",
        &["tests::arrival::evidently_illegal_information_needs_no_failing_condition"], &[], (
        "入手の方法は尋ねません。違法が明らかなときに限り、それを理由に不受理にできます。",
        "Nobody is asked how it was obtained; where illegality is evident, that alone can be the reason not to accept.")),
    rule("Ⅳ.3.(1).3", "case::ending::rules::check_ground",
        &["tests::ending::handling_is_stopped_after_the_hand_over_only_but_for_what_was_obtained_illegally"], &[], (
        "入手の方法が違法だと明白なときは、調整機関に渡す前でも、理由を書いて処理を取りやめられます。違法かどうかは人が判断します。",
        "What was evidently obtained illegally may be stopped even before the hand-over, with a reason; whether it was is for people to judge.")),
    rule("Ⅳ.3.(1).4", "case::decide::hand_over",
        &[ROAD, "tests::milestones::the_copy_for_the_coordinator_says_something_and_holds_only_files_of_the_report"], &[], (
        "受理すると引き継ぎが受付機関の手番になり、渡すと調整機関に知らせます。",
        "Once it is accepted, the hand-over is the receiving body's turn; the coordinator is told when it is done.")),
    rule("Ⅳ.3.(1).4", "case::duties::weight", &["tests::clauses::large_influence_goes_first"], &[], (
        "影響の大きいものを、届いた順にかかわらず手番の一覧の上に置きます。",
        "What has a large influence stands first in the list of turns, whatever the order of arrival.")),
    rule("Ⅳ.3.(1).5", "case::view::view", SECRECY, &[], (
        "案件は、受付機関、その届出の発見者、引き継ぎ後の調整機関、連絡後の製品開発者にだけ存在し、それぞれに許された部分だけを見せます。",
        "A case exists only for the receiving body, its finder, the coordinator after the hand-over and developers that were contacted, and each sees its own part alone.")),
    rule("Ⅳ.3.(1).5", "case::decide::release",
        &["tests::milestones::details_never_go_beyond_what_the_desk_approved",
          "tests::histories::details_go_to_confirmed_contacts_only_and_never_beyond_the_approved_copy"], &[], (
        "受付機関が認めた範囲を超える内容やファイルは、製品開発者に渡せません。",
        "Nothing goes to a developer beyond what the receiving body approved.")),
    rule("Ⅳ.3.(1).5.ア", "case::outreach::disclosure::disclose",
        &["tests::outreach::a_using_site_is_told_without_an_nda_and_never_more_than_was_approved",
          "tests::outreach::the_reasons_are_those_of_the_two_clauses"], &["lists.product_disclosures"], (
        "その製品を利用する製品の開発者やサイトの運営者に伝えたことを、目的と内容とともに記録します。秘密保持契約は求めません。認めた写しより多くは渡せません。",
        "That a developer or operator which uses the product was told stays on record with purpose and content; no NDA is asked, and never more is given than was approved.")),
    rule("Ⅳ.3.(1).5.イ", "case::outreach::disclosure::check_nda",
        &["tests::outreach::an_outside_analysis_is_waited_for_and_its_result_recorded",
          "tests::outreach::nobody_overseas_is_told_without_an_nda_that_holds"], &["lists.product_disclosures"], (
        "外部機関に分析を頼むには、その機関との有効な秘密保持契約の記録が要ります。結果を待つことも手番に残ります。",
        "An outside analysis needs an NDA with that body on record that holds; that its result is awaited stays a turn.")),
    rule("Ⅳ.3.(1).5.イ.第2段", "case::outreach::disclosure::check_developer",
        &["tests::outreach::what_is_needed_to_reproduce_it_goes_to_a_developer_with_consent"], &["lists.product_disclosures"], (
        "再現に必要な情報は、誰がどのように承諾したかを書いて、詳しい内容を受け取った製品開発者に渡します。調整機関にも知らせます。",
        "What is needed to reproduce it goes to a developer that has the details, with a record of who consented; the coordinator is told.")),
    rule("Ⅳ.3.(1).5.第2段", "store::seal::SealKey::seal",
        &[OFFICE, "store::tests::suite::backup::nothing_sealed_stands_in_the_database_in_clear"], &[], (
        "届出、案件、連絡先、ファイルを暗号化して保存し、メールには番号とリンクしか書きません。",
        "Reports, cases, contacts and files are kept encrypted, and mails say number and link alone.")),
    rule("Ⅳ.3.(1).6", "case::decide::shares_identity",
        &["tests::histories::the_finder_is_named_only_where_it_consented_then_and_consents_now",
          "tests::milestones::a_consent_withdrawn_before_the_release_keeps_the_name_back",
          "tests::secrecy::marked_words_stay_where_they_belong_until_publication"], &[], (
        "届出の原文は受付機関だけに残ります。氏名と連絡先が調整機関と製品開発者に見えるのは、本人の同意が続いている間だけです。",
        "The report itself stays with the receiving body; coordinator and developers see name and contact only as long as the finder's consent stands.")),
    rule("Ⅳ.3.(1).7", "case::ending::rules::check_ground",
        &["tests::ending::handling_is_stopped_after_the_hand_over_only_but_for_what_was_obtained_illegally",
          "tests::ending::a_stopped_case_has_ended_and_only_its_talks_go_on",
          "tests::ending::a_case_taken_up_again_owes_what_it_owed"], &["lists.product_endings"], (
        "調整機関に渡したあとは、五つの場合のどれかと理由を挙げて処理を取りやめられます。案件は終わり、手番はメッセージへの返事だけになります。理由を書けば再開できます。",
        "After the hand-over handling may be stopped on one of five grounds with a reason. The case ends and only messages are answered; with a reason it is taken up again.")),
    rule("Ⅳ.3.(1).7", "case::ending::notices::notices",
        &["tests::ending::a_stopped_case_has_ended_and_only_its_talks_go_on"], &[], (
        "どの場合に当たるかと理由を、発見者に知らせます。調整機関と、連絡した製品開発者にも、終わったことを知らせます。非開示の依頼は終わりません。",
        "The finder is told ground and reason; coordinator and contacted developers are told that it ended. The non-disclosure request goes on.")),
    rule("Ⅳ.3.(1).7.ア", "case::ending::event::EndingGround::clause", STOPPED, &["lists.product_endings"], (
        "受付機関がこの理由を選べます。", "The receiving body may choose this ground.")),
    rule("Ⅳ.3.(1).7.ア", "case::reach::outcome::course",
        &["tests::reach::what_becomes_of_an_unreachable_case_follows_the_table",
          "tests::reach::the_cost_is_weighed_with_a_reason_and_single_cases_may_go_another_way",
          "tests::reach::what_is_not_worth_handling_comes_off_the_list"], &[], (
        "連絡不能の案件は、影響度と検証できるかどうかの表から、委員会か取扱い終了かを示します。取扱価値は理由とともに人が判断し、個別の配慮もできます。",
        "For unreachable cases the table of influence and verifiability shows committee or end; people judge the handling value with a reason, and single cases may go another way.")),
    rule("Ⅳ.3.(1).7.イ", "case::ending::event::EndingGround::clause", STOPPED, &["lists.product_endings"], (
        "受付機関がこの理由を選べます。", "The receiving body may choose this ground.")),
    rule("Ⅳ.3.(1).7.ウ", "case::ending::event::EndingGround::clause", STOPPED, &["lists.product_endings"], (
        "受付機関がこの理由を選べます。影響度の評価が隣に見えます。", "The receiving body may choose this ground, with the rating beside it.")),
    rule("Ⅳ.3.(1).7.エ", "case::ending::event::EndingGround::clause", STOPPED, &["lists.product_endings"], (
        "受付機関がこの理由を選べます。まだ公表されていない案件との重複は、この理由になりません。",
        "The receiving body may choose this ground; that another unpublished case is the same is no such ground.")),
    rule("Ⅳ.3.(1).7.オ", "case::ending::rules::check_ground",
        &["tests::ending::every_user_told_ends_the_case_once_it_is_confirmed"], &["lists.product_endings"], (
        "調整機関がこの理由で公表を取りやめたあとに限り選べます（自社製品の届出では、いつでも選べます）。",
        "It may be chosen once the coordinator has dropped the publication on this ground; of an own product at any time.")),
    rule("Ⅳ.3.(1).8", "case::duties::report_duties",
        &[ROAD, "tests::clauses::a_finder_may_always_ask_how_its_report_stands",
          "tests::milestones::a_second_word_of_the_desk_does_not_take_its_question_back"], &[], (
        "質問と答えをやり取りし、どちらの手番かを示します。",
        "Questions and answers are exchanged, and it is shown whose turn it is.")),
    rule("Ⅳ.3.(1).8", "console::desk::report::talk::consult",
        &["console::tests::desk::receiving::a_finders_question_is_answered_after_consulting_the_coordinator"], &[], (
        "調整機関に渡した後の発見者の質問には、調整機関に相談したか、返事が来たかを添え、相談する場所を示します。何を答えるかは人が判断します。",
        "Beside a finder's question stands whether the coordinator, once it has the case, was consulted since and has answered, and where to do it; people judge what may be told.")),
    rule("Ⅳ.3.(1).9", "case::outreach::notices::notices",
        &["tests::outreach::the_influence_on_other_systems_reaches_the_developers_through_the_coordinator"], &[], (
        "影響の分析の結果を書くと調整機関に知らせ、製品開発者に伝えることが調整機関の手番になります。分析そのものは人が行います。",
        "The result of an analysis is told to the coordinator, whose turn it is to pass it on to the developers; people do the analysis.")),
    rule("Ⅳ.3.(1).10", "case::notices::of_case", &[ROAD], &[], (
        "製品開発者の対策方法と対応状況は、報告のたびに両機関へ知らせ、両機関の画面に出します。",
        "Each countermeasure and status that a developer states is told to both bodies and shown to both.")),
    rule("Ⅳ.3.(1).10", "case::duties::body_messages",
        &["tests::milestones::a_message_between_the_bodies_is_answered_once"], &[], (
        "両機関はメッセージを交わせ、返事がまだなら手番として残ります。",
        "The bodies write to each other, and what waits for an answer stays a turn.")),
    rule("Ⅳ.3.(1).11", "case::non_disclosure::decide",
        &["tests::arrival::after_a_year_the_request_is_withdrawn_when_the_finder_asks"], &["release_after_months"], (
        "求めがあれば取下げを受付機関の手番とします。断る操作はなく、製品開発者の事情を説明する欄だけがあります。",
        "Once asked, release is the desk's turn. There is no way to refuse, only one to explain the developer's situation.")),
    rule("Ⅳ.3.(1).13", "case::permission::may_publish",
        &[ROAD, "tests::histories::what_is_published_was_signed_by_both_as_it_stands_and_not_before_the_day"], &[], (
        "調整機関の承認と受付機関の連署が同じ文章にそろわなければ公表できません。",
        "Nothing is published before the coordinator approved and the receiving body co-signed the same text.")),
    rule("Ⅳ.3.(1).13", "case::duties::has_newer_statement",
        &[ROAD, "tests::milestones::what_a_developer_says_after_the_text_was_written_is_not_forgotten"], &[], (
        "製品開発者から新しい対策方法や対応状況が届くと、公表の更新が手番になります。",
        "When a developer sends a new countermeasure or status, an update is owed.")),
    rule("Ⅳ.3.(1).13.第2段", "case::aftercare::rules::wants_amending",
        &["tests::aftercare::a_useful_answer_goes_into_the_publication",
          "tests::aftercare::enquiries_come_after_the_publication_and_stay_with_the_bodies"], &[], (
        "公表のページに問い合わせ先を示し、受けた問い合わせに答えることを受けた機関の手番とします。広く役立つ回答は、公表の更新につながります。",
        "The publication shows where to enquire; answering is the turn of the body that got the enquiry, and an answer that is useful to everybody asks for an update.")),
    rule("Ⅳ.3.(1).13.第3段", "case::notices::published", &[ROAD], &[], (
        "公表と更新を発見者に知らせます。",
        "The finder is told of the publication and of updates.")),
];
