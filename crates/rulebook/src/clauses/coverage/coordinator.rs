//! Ⅳ.4 The coordinator.

use super::{OFFICE, ROAD, Rule, rule};

const GROUND: &[&str] = &[
    "tests::ending::a_developers_statement_proposes_a_ground_and_drops_nothing",
    "tests::ending::a_dropped_publication_is_told_with_its_ground_and_leaves_the_receiving_body_to_stop",
    "tests::ending::the_grounds_are_those_of_the_two_clauses",
];

const TOLD_AND_HEARD: &str = "tests::judgement::a_developer_that_refuses_is_told_and_heard";
const PUBLISHED_SILENTLY: &str = "tests::judgement::a_developer_that_cannot_be_reached_is_published_by_judgement";
const OVERSEAS: &[&str] = &[
    "tests::outreach::nobody_overseas_is_told_without_an_nda_that_holds",
    "tests::outreach::the_package_says_what_was_told_and_never_who_the_finder_is",
    "tests::outreach::the_reasons_are_those_of_the_two_clauses",
];

#[rustfmt::skip]
pub(super) static RULES: &[Rule] = &[
    rule("Ⅳ.4.1", "developer::register",
        &["tests::register::the_coordinator_keeps_the_register", "tests::register::an_entry_has_a_name_and_an_address_that_can_be_written_to"], &[], (
        "責任者、窓口、連絡先、製品を製品開発者ごとに登録し、変更の日を残します。",
        "Each developer's person in charge, window, addresses and products are registered, with the days of changes.")),
    rule("Ⅳ.4.1.第2段", "developer::public_list",
        &["tests::register::the_public_list_has_those_that_agreed_and_nothing_but_names_and_windows",
          "portal::tests::developers::the_list_stands_in_the_order_of_the_readings_and_of_the_names"], &[], (
        "掲載に同意した製品開発者だけを、読みの順に公開の一覧に載せます。責任者や連絡先は載せません。",
        "Developers that agreed stand in the public list, in the order of their readings; nobody's person in charge or address does.")),
    rule("Ⅳ.4.1.第3段", "developer::review_window",
        &["tests::register::a_window_for_direct_reports_is_looked_at_before_it_is_listed",
          "portal::tests::developers::the_list_says_who_takes_direct_reports_and_where"], &[], (
        "直接届出の窓口は、調整機関が運用と公表の実績を確かめ、見たことを記録してから載せます。窓口が変われば改めて確かめます。",
        "A window for direct reports is listed once the coordinator has looked at how it is run and what was published, and said so; another window is looked at anew.")),
    rule("Ⅳ.4.2", "case::duties::contact_duties",
        &[ROAD, "tests::milestones::an_attempt_that_came_to_nothing_leaves_the_turn_with_the_coordinator",
          "tests::milestones::an_attempt_lies_neither_before_the_case_nor_in_the_future"], &[], (
        "製品開発者を突き止めて連絡することを調整機関の手番とし、試みた手段と日と結果を記録します。",
        "Finding and contacting developers is the coordinator's turn, and every attempt is logged with means, day and outcome.")),
    rule("Ⅳ.4.2", "case::decide::release",
        &[ROAD, "tests::histories::details_go_to_confirmed_contacts_only_and_never_beyond_the_approved_copy"], &[], (
        "連絡先を確かめてから詳しい内容を渡し、検証と結果の報告を頼みます。",
        "Details go out only once the contact is confirmed, with the request to verify and report.")),
    rule("Ⅳ.4.2", "case::notices::of_case_event",
        &[ROAD, "tests::milestones::day_zero_is_the_first_attempt_to_reach_any_developer",
          "tests::clauses::the_finder_is_not_told_how_many_developers_there_are"], &[], (
        "起算日と詳細情報連絡日を、受付機関と発見者に知らせます。",
        "Day zero and the day of the details are told to the receiving body and the finder.")),
    rule("Ⅳ.4.2.第2段", "case::decide::decide", &["tests::clauses::another_developer_may_join_at_any_time"], &[], (
        "関わりのある製品の開発者を、いつでも案件に加えて連絡できます。",
        "The developer of a related product can be brought in and contacted at any time.")),
    rule("Ⅳ.4.2.第3段", "case::outreach::waves::open",
        &["tests::outreach::the_second_wave_waits_for_its_opening",
          "tests::outreach::five_developers_of_one_oss_and_one_of_them_silent"], &[], (
        "OSSのコミュニティ、組み込む製品の開発者、ディストリビュータ、仕様を決めるサービス提供者などの関わり方を記録し、順番を決めて伝えます。次の順番を予定より早く始めるには、理由が要ります。",
        "Why each developer is on the case (community, embedding developer, distributor, service provider …) is on record, and they are told in waves; a wave is opened before its day only with a reason.")),
    rule("Ⅳ.4.2.第5段", "case::duties::weight", &["tests::clauses::large_influence_goes_first"], &["influence"], (
        "影響の大きい案件を、届いた順にかかわらず手番の一覧の上に置きます。",
        "Cases of large influence stand first in the list of turns, whatever the order of arrival.")),
    rule("Ⅳ.4.2.第6段.1", "case::reach::campaign::next_contact",
        &["tests::reach::three_contacts_suffice_and_the_second_goes_by_post", "tests::reach::three_mails_of_one_day_are_one_contact",
          "tests::reach::a_new_address_is_tried_but_does_not_start_the_count_again",
          "tests::reach::a_letter_that_came_back_leaves_the_turn_with_the_coordinator_at_once"],
        &["contacts_required", "second_contact_by_post", "contact_interval_days", "lists.contact_methods"], (
        "応答がなければ、次に試す手段、宛先、日を示します。回数は版の値で足り、住所が分かれば2回目は郵送です。新しい連絡先が見つかっても数え直しません。",
        "Without an answer it proposes by what means, where and when to try next; the edition's number of contacts suffices, the second goes by post where an address is known, and a new address does not start the count again.")),
    rule("Ⅳ.4.2.第6段.1", "case::reach::ladder::may_list_name",
        &["tests::reach::the_ladder_goes_up_step_by_step", "tests::reach::the_checklist_comes_before_the_list",
          "tests::reach::a_silent_developer_is_not_listed_where_another_one_answers"], &["name_listing_months", "lists.contact_sources"], (
        "チェックリストをすべて確かめ、連絡を尽くし、版の期間応答がなければ、連絡不能開発者一覧に載せることが手番になります。ほかの製品開発者が答えている案件では手番にしません。",
        "Once the checklist is worked through, all was tried and the edition's time has passed, listing the developer is owed; not where another developer of the case answers.")),
    rule("Ⅳ.4.2.第6段.1", "case::reach::rules::resume",
        &["tests::reach::a_listed_developer_that_answers_is_taken_up_again"], &[], (
        "一覧に載せた製品開発者から応答があると、調整の再開と一覧から外すことを記録します。",
        "When a listed developer answers, that coordination goes on and that it comes off the list is recorded.")),
    rule("Ⅳ.4.2.第6段.2", "case::reach::ladder::may_list_product",
        &["tests::reach::the_ladder_goes_up_step_by_step"], &["product_listing_months"], (
        "それでも版の期間連絡が取れなければ、製品名とバージョンの公表が手番になります。",
        "If it stays silent for the edition's months, publishing product and versions is owed.")),
    rule("Ⅳ.4.3", "case::state::target_day",
        &["tests::milestones::forty_five_days_are_calendar_days_and_the_start_day_is_not_counted", ROAD], &["target_days"], (
        "起算日に版の日数を足した日を、公表日の目安として全員に示します。",
        "Day zero and the days of the edition give the day aimed at, which everybody sees.")),
    rule("Ⅳ.4.3", "case::decide::set_day", &[ROAD, OFFICE], &[], (
        "調整機関が公表日を決めると、受付機関と連絡した製品開発者に知らせます。返事がないことや反対では止まりません。",
        "The coordinator sets the day; the receiving body and the contacted developers are told. Silence or refusal does not stop it.")),
    rule("Ⅳ.4.3", "casework::cases::Office::push_publish_job", &[OFFICE], &["publication_time"], (
        "署名のそろった文章を、公表日の決まった時刻に公表します。その日より前には公表できません。",
        "A signed text is published on its day at the edition's hour, and never before that day.")),
    rule("Ⅳ.4.3.①", "case::view::staff", &["tests::clauses::the_coordinator_sees_how_long_the_countermeasure_takes"], &[], (
        "対策ができる日と希望する日を製品開発者に尋ね、調整機関の画面に並べます。どう考慮するかは人が決めます。",
        "Developers are asked when the countermeasure is ready and which day they wish, and the coordinator sees both; people weigh them.")),
    rule("Ⅳ.4.3.②", "case::state::CaseState::target_day",
        &["tests::arrival::a_case_from_overseas_aims_at_the_day_of_its_coordinator"], &[], (
        "海外の調整機関から受け取った案件は、その公表日を目安とします。海外との調整に要する期間を公表日の根拠として書けます。",
        "A case from overseas aims at the day of its coordinator. What coordination overseas takes can be written beside the day.")),
    rule("Ⅳ.4.3.②", "case::overseas::decide",
        &["tests::arrival::a_new_day_from_overseas_opens_the_consultation_again"], &[], (
        "海外の調整機関から新しい公表日の連絡があれば記録し、決めた日をもう一度検討します。製品開発者の返事がなくても決められます。",
        "A new day from a coordinator overseas is recorded and re-opens the consultation; nobody's silence keeps the coordinator from deciding.")),
    rule("Ⅳ.4.3.③", "case::schedule::rules::decide",
        &["tests::schedule::a_leak_on_a_friday_evening_brings_the_day_forward",
          "tests::schedule::a_claim_is_no_fact_until_the_coordinator_says_so"], &[], (
        "攻撃や漏えいの連絡を受け、調整機関が事実と認めると、詳細情報を持つ全員に知らせ、公表日を早められます。早めること自体は、このプログラムの決まりです。",
        "Once the coordinator takes a report of an attack or a leak as a fact, everybody with the details is told and the day can be brought forward; that it can is a rule of this program.")),
    rule("Ⅳ.4.3.第2段", "case::duties::publication_duties",
        &["tests::clauses::one_developers_silence_does_not_keep_the_day_from_being_set"], &[], (
        "一社でも検証の結果を知らせれば、ほかの報告を待たずに公表日を決められます。",
        "Once one developer has reported, the day can be set without waiting for the others.")),
    rule("Ⅳ.4.4", "case::decide::set_day",
        &[ROAD, "tests::clauses::a_changed_day_goes_to_every_contacted_developer"], &[], (
        "公表日の変更には理由が要り、受付機関と連絡したすべての製品開発者に知らせます。",
        "A change needs its reason and goes to the receiving body and every contacted developer.")),
    rule("Ⅳ.4.4.第2段", "case::ending::rules::drop_publication",
        &["tests::ending::a_developers_statement_proposes_a_ground_and_drops_nothing",
          "tests::ending::a_dropped_publication_is_told_with_its_ground_and_leaves_the_receiving_body_to_stop"], &["lists.publication_drops"], (
        "公表の取りやめには、五つの場合のどれかと理由が要ります。製品開発者の報告は候補として示すだけで、決めるのは調整機関です。取りやめると、どの場合かを、連絡したすべての製品開発者と受付機関に知らせます。",
        "Dropping the publication needs one of five grounds and a reason. What a developer states only proposes a ground; the coordinator decides. All contacted developers and the receiving body are told on which ground.")),
    rule("Ⅳ.4.4.ア", "case::ending::event::DropGround::proposed_by", GROUND, &["lists.publication_drops"], (
        "検証の結果「脆弱性ではない」を候補として示します。詳しい内容を受け取った製品開発者を挙げなければ、取りやめられません。",
        "The result “not a vulnerability” is shown as a proposed ground; it needs a developer that has the details.")),
    rule("Ⅳ.4.4.イ", "case::ending::event::DropGround::proposed_by", GROUND, &["lists.publication_drops"], (
        "検証の結果「影響がない」を候補として示します。詳しい内容を受け取った製品開発者を挙げなければ、取りやめられません。",
        "The result “no influence” is shown as a proposed ground; it needs a developer that has the details.")),
    rule("Ⅳ.4.4.ウ", "case::ending::event::DropGround::proposed_by", GROUND, &["lists.publication_drops"], (
        "検証の結果「影響が小さい」を候補として示します。詳しい内容を受け取った製品開発者を挙げなければ、取りやめられません。",
        "The result “small influence” is shown as a proposed ground; it needs a developer that has the details.")),
    rule("Ⅳ.4.4.エ", "case::ending::event::DropGround::needs_a_developer",
        &["tests::ending::the_grounds_are_those_of_the_two_clauses", "tests::ending::what_is_published_is_neither_dropped_nor_stopped"], &["lists.publication_drops"], (
        "すでに公表されていることを理由に取りやめられます。製品開発者の連絡は要りません。",
        "It may be dropped because it is published already; no developer has to say so.")),
    rule("Ⅳ.4.4.オ", "case::ending::rules::check_ground",
        &["tests::ending::every_user_told_ends_the_case_once_it_is_confirmed"], &["lists.publication_drops"], (
        "すべての利用者に通知したことを調整機関が確かめて、初めてこの理由で取扱いを終えられます。",
        "That every user was told ends the case only once the coordinator has confirmed it.")),
    rule("Ⅳ.4.5", "case::view::developer",
        &["tests::secrecy::nobody_learns_of_what_is_not_theirs", "tests::secrecy::a_developer_sees_one_developer_only",
          "tests::access_matrix::nobody_ever_does_what_is_not_theirs"], &[], (
        "製品開発者には、自社に渡された内容と自社の報告しか見えません。ほかの製品開発者がいるかどうかも見えません。",
        "A developer sees what it was given and what it said, and not even whether there are other developers.")),
    rule("Ⅳ.4.5.ア", "case::outreach::disclosure::disclose", OVERSEAS, &["lists.coordinator_disclosures"], (
        "この理由で、海外の調整機関や外部機関に伝えられます。渡すものを、英語でも作れるデータとしてまとめます。",
        "For this reason a coordinator overseas or an outside body may be told; what goes to it is put together as data, also for a package in English.")),
    rule("Ⅳ.4.5.イ", "case::outreach::disclosure::disclose", OVERSEAS, &["lists.coordinator_disclosures"], (
        "この理由で、海外の調整機関や外部機関に伝えられます。渡すものを、英語でも作れるデータとしてまとめます。",
        "For this reason a coordinator overseas or an outside body may be told; what goes to it is put together as data, also for a package in English.")),
    rule("Ⅳ.4.5.ウ", "case::outreach::disclosure::disclose", OVERSEAS, &["lists.coordinator_disclosures"], (
        "この理由で外部機関に分析を頼め、結果を待つことが手番に残ります。",
        "For this reason an outside body may be asked for analysis; that its result is awaited stays a turn.")),
    rule("Ⅳ.4.5.第2段", "case::outreach::disclosure::check_nda",
        &["tests::outreach::nobody_overseas_is_told_without_an_nda_that_holds"], &[], (
        "相手の名前と一致し、その日に有効な秘密保持契約の記録がなければ、伝えられません。",
        "Nobody is told without an NDA on record that is with the recipient and holds on the day.")),
    rule("Ⅳ.4.5.第3段", "store::seal::SealKey::seal",
        &[OFFICE, "store::tests::suite::backup::nothing_sealed_stands_in_the_database_in_clear"], &[], (
        "調整機関の記録とやり取りも暗号化して保存し、誰が詳しい内容を読んだかを残します。",
        "What the coordinator writes and receives is kept encrypted too, and who read details is recorded.")),
    rule("Ⅳ.4.6", "case::outreach::notices::notices",
        &["tests::outreach::the_influence_on_other_systems_reaches_the_developers_through_the_coordinator"], &[], (
        "影響の分析の結果を、詳しい内容を受け取った製品開発者すべてに知らせます。分析そのものは人が行います。",
        "The result of an analysis is told to every developer that has the details; people do the analysis.")),
    rule("Ⅳ.4.7", "case::duties::developer_duties", &[ROAD], &["target_days"], (
        "影響があると答えた製品開発者に対策方法を、検証を終えた製品開発者すべてに対応状況を、公表日（決まるまでは目安の日）までに知らせるよう求めます。",
        "By the publication day, or the day aimed at until one is set, an affected developer is asked for its countermeasure, and each that has verified for its status.")),
    rule("Ⅳ.4.7", "case::notices::of_case_event", &[ROAD], &[], (
        "報告された対策方法と対応状況を、受付機関にも知らせます。",
        "What is reported is told to the receiving body as well.")),
    rule("Ⅳ.4.9", "case::permission::may_approve",
        &[ROAD, "tests::clauses::a_text_without_its_parts_is_not_approved", "tests::milestones::a_changed_text_falls_back_to_unsigned"], &[], (
        "必要な部分が日本語と英語でそろい、製品開発者に一度見せた文章だけを承認できます。あとで直せば、承認と連署はやり直しです。",
        "Only a text that is whole in both languages and was shown to the developers can be approved; a change takes both signatures back.")),
    rule("Ⅳ.4.9", "casework::publish::Office::publication",
        &[OFFICE, "casework::tests::publish::an_own_product_is_published_on_its_day_and_updated_later",
          "casework::publish::tests::tree::an_update_replaces_the_csaf_document_and_leaves_the_old_revision"], &[], (
        "署名つきの文書としてポータルに公表し、更新は版を重ね、古い版も残します。",
        "It is published on the portal as signed documents; updates are new revisions and the old ones stay.")),
    rule("Ⅳ.4.9", "advisory::content::vendors",
        &["tests::clauses::every_contacted_developer_has_its_part_in_the_publication",
          "casework::publish::tests::document::a_developer_that_said_nothing_stays_unknown_and_its_product_is_affected_by_the_coordinators_word"], &[], (
        "連絡したすべての製品開発者について、該当するかどうか、対策方法、説明を載せます。対応状況の報告がなかったところは「不明」とします。",
        "Every contacted developer is in it, with whether it is affected, its countermeasure and its words; one that stated no status stands as unknown.")),
    rule("Ⅳ.4.9.第2段", "case::outreach::rules::decide",
        &["tests::outreach::users_are_told_early_after_coordination_and_all_of_them_is_a_ground"], &[], (
        "相談を受けた調整機関が、通知先への秘匿の要請の文とともに認めるか、理由を書いて見送ります。",
        "Asked by a developer, the coordinator allows it together with the confidentiality request, or declines with a reason.")),
    rule("Ⅳ.4.9.第3段", "case::aftercare::rules::decide",
        &["tests::aftercare::an_enquiry_is_written_down_and_answered",
          "tests::aftercare::a_useful_answer_goes_into_the_publication"], &[], (
        "公表についての問い合わせと回答を記録し、もう一方の機関に知らせます。公表に加えるとした回答は、アドバイザリの更新を手番にします。",
        "Enquiries about a publication and their answers are recorded and shared with the other body; an answer that goes into the publication makes its update somebody's turn.")),
    rule("Ⅳ.4.10", "case::judgement::duties::notices",
        &[PUBLISHED_SILENTLY, TOLD_AND_HEARD, "tests::judgement::the_gate_of_the_committee_is_every_means_and_six_months"], &["unreachable_months"], (
        "連絡不能に当たる日、または拒否が記録されたときから、調整不能の通知が調整機関の手番になります。",
        "From the day on which a developer counts as unreachable, or once it refused, the notice is the coordinator's turn.")),
    rule("Ⅳ.4.10.第2段", "case::judgement::permission::gate",
        &[PUBLISHED_SILENTLY, "tests::judgement::what_is_not_to_be_published_ends_and_the_finder_is_told_why"], &[], (
        "判定の間は公表できず、そのあとは判定に従って公表するか、取扱いを終えます。",
        "Nothing is published while it is judged; afterwards it is published or ended as judged.")),
    rule("Ⅳ.4.10.第3段", "case::judgement::duties::after_decision",
        &["tests::judgement::what_is_sent_back_is_coordinated_again"], &[], (
        "再調整の通知を受けると、調整の再開が調整機関の手番になり、再開を製品開発者に知らせます。",
        "When it is sent back, taking up coordination again is the coordinator's turn, and the developer is told.")),
    rule("Ⅳ.4.10.注8", "case::judgement::state::Judgement::shown_view",
        &["tests::judgement::the_day_waits_for_the_confirmation_and_the_view_stands_beside_the_publication"], &[], (
        "見解は、製品開発者が希望したときだけ併記します。",
        "A view is shown only if the developer wishes so.")),
];
