//! Ⅳ.1 The product track in outline, Ⅳ.2 Finders.

use super::{OFFICE, ROAD, Rule, rule};

const ITEMS: &[&str] = &["report::problems::tests::each_item_of_the_clause_is_asked"];
const PASSED_ON: &[&str] = &[
    "tests::histories::the_finder_is_named_only_where_it_consented_then_and_consents_now",
    "tests::clauses::consent_to_be_told_and_consent_to_be_published_are_apart",
    "tests::milestones::a_consent_withdrawn_before_the_release_keeps_the_name_back",
];

#[rustfmt::skip]
pub(super) static RULES: &[Rule] = &[
    rule("Ⅳ.1.1", "casework::reports::Office::receive", &[OFFICE, ROAD], &[], (
        "届出を受け取り、封をして保存し、届出番号と合言葉を返します。",
        "A report is taken in, sealed, kept, and answered with a number and a secret.")),
    rule("Ⅳ.1.2", "case::decide::hand_over",
        &[ROAD, "tests::milestones::the_copy_for_the_coordinator_says_something_and_holds_only_files_of_the_report"], &[], (
        "受付機関が欄ごとに確かめた写しを、調整機関に渡します。",
        "A copy that the receiving body approved field by field goes to the coordinator.")),
    rule("Ⅳ.1.3", "case::decide::release", &[ROAD, OFFICE], &[], (
        "連絡先が確かめられた製品開発者に、選んだ内容を渡します。",
        "A developer whose contact is confirmed is given what the coordinator chose.")),
    rule("Ⅳ.1.4", "case::decide::state", &[ROAD, OFFICE], &[], (
        "製品開発者が検証の結果を知らせると、調整機関に伝わります。",
        "A developer states the result of its verification, and the coordinator is told.")),
    rule("Ⅳ.1.5", "case::decide::set_day", &[ROAD, OFFICE], &["target_days"], (
        "目安の日を示し、製品開発者の意見を受け取り、調整機関が公表日を決めます。",
        "The day aimed at is shown, developers say what they think, and the coordinator sets the day.")),
    rule("Ⅳ.1.6", "case::duties::developer_duties", &[ROAD], &["target_days"], (
        "影響があると答えた製品開発者のページに、公表日（決まるまでは目安の日）までに対策方法を知らせてほしいと示します。",
        "A developer that is affected finds on its page that its countermeasure is asked for by the publication day, or the day aimed at until one is set.")),
    rule("Ⅳ.1.7", "case::outreach::rules::by_developer",
        &["tests::outreach::users_are_told_early_after_coordination_and_all_of_them_is_a_ground"], &[], (
        "製品開発者は、公表前に利用者へ知らせたいと調整機関に相談し、認められてから知らせます。",
        "A developer asks the coordinator before it tells its users ahead of the publication.")),
    rule("Ⅳ.1.8", "advisory::content::vendors",
        &["tests::clauses::every_contacted_developer_has_its_part_in_the_publication", OFFICE], &[], (
        "公表する文章に、連絡したすべての製品開発者の欄を設けます。",
        "The publication has a part for every developer that was contacted.")),
    rule("Ⅳ.1.図1注", "case::ending::rules::check_ground",
        &["tests::ending::every_user_told_ends_the_case_once_it_is_confirmed"], &[], (
        "すべての利用者に知らせたという製品開発者の連絡を調整機関が確かめると、公表をせずに取扱いを終えられます。",
        "Once the coordinator has confirmed a developer's word that every user was told, the case may end without a publication.")),
    rule("Ⅳ.2.1", "report::decide::accept",
        &["tests::clauses::a_developer_that_reports_anothers_product_is_a_finder"], &[], (
        "ほかの製品についての届出は、製品開発者からのものでも発見者の届出として扱います。",
        "A report on somebody else's product is a finder's report, also when a developer sends it.")),
    rule("Ⅳ.2.3", "casework::reports::Office::receive",
        &[OFFICE, "intake::tests::forms::a_product_form_is_read_item_by_item",
          "intake::tests::mails::headers_are_decoded_and_the_key_is_the_message_id"], &[], (
        "様式、テキストの様式、電子メールのどれで届いても、一件の届出として受け取ります。",
        "By form, text form or mail, it is taken in as one report.")),
    rule("Ⅳ.2.3.第2段", "developer::DeveloperState::listed",
        &["tests::register::a_window_for_direct_reports_is_looked_at_before_it_is_listed",
          "portal::tests::developers::the_list_says_who_takes_direct_reports_and_where"], &[], (
        "直接の届出を受け付ける製品開発者とその窓口を、公開の一覧に示します。",
        "The public list says which developers take direct reports, and where.")),
    rule("Ⅳ.2.3.第3段", "intake::form::ticks::coordination",
        &["intake::tests::forms::a_product_form_is_read_item_by_item"], &[], (
        "製品開発者にも届け出たときは、以後の調整を自分でするか、受付機関に任せて製品開発者にも伝えたかを尋ねます。",
        "Who told the developer too is asked whether it coordinates itself, or left that to the receiving body and told the developer so.")),
    rule("Ⅳ.2.3.注2", "portal::pages::developers::show",
        &["portal::tests::developers::the_list_says_when_the_receiving_body_is_the_better_place"], &[], (
        "直接届出の一覧のページで、複数の製品開発者に関わりそうなときは受付機関に届け出るよう案内します。",
        "The page with the windows for direct reports advises to go to the receiving body where several developers may be affected.")),
    rule("Ⅳ.2.4", "report::decide::decide",
        &["tests::arrival::a_finder_consults_before_it_discloses",
          "tests::arrival::a_report_taken_back_is_over_before_it_was_decided"], &[], (
        "届出の受信から情報非開示依頼が有効になります。発見者は開示の前に相談でき、答えることを受付機関の手番とします。取下げの求めに応じるまで失効しません。",
        "The non-disclosure request holds from the receipt on. The finder asks before disclosing, and the answer is the desk's turn. It never lapses by itself.")),
    rule("Ⅳ.2.4.第2段", "case::non_disclosure::may",
        &["tests::arrival::after_a_year_the_request_is_withdrawn_when_the_finder_asks"], &["release_after_months"], (
        "起算日から版の月数がたつと、発見者のページに取下げを求める操作が現れます。",
        "From day zero and the edition's months on, the finder's page offers to ask for release.")),
    rule("Ⅳ.2.4.注4", "case::standing::CaseState::day_zero",
        &["tests::milestones::day_zero_is_the_first_attempt_to_reach_any_developer",
          "tests::milestones::a_one_time_link_is_an_attempt_and_sets_day_zero"], &[], (
        "製品開発者への最初の連絡の試みを、届いたかどうかにかかわらず起算日とします。あとから記録した早い日の試みがあれば、その日に改めます。",
        "The first attempt to reach a developer is day zero, whether or not it got through; an earlier one that is logged later moves it.")),
    rule("Ⅳ.2.5", "report::problems::problems",
        &["report::problems::tests::each_item_of_the_clause_is_asked", "report::problems::tests::a_form_with_all_items_has_no_problem",
          "intake::tests::forms::a_blank_form_misses_every_item_and_nothing_else"], &[], (
        "九つの点を尋ね、足りないものを項目ごとに示します。足りなくても届出は受け取ります。",
        "The nine items are asked for, and what is missing is said item by item; the report is kept all the same.")),
    rule("Ⅳ.2.5.ア", "report::problems::problems", ITEMS, &[], (
        "氏名または名称がなければ、足りないと示します。",
        "It is said when the name is missing.")),
    rule("Ⅳ.2.5.イ", "report::problems::problems",
        &["report::problems::tests::each_item_of_the_clause_is_asked", "report::problems::tests::a_full_width_address_is_no_mail_address"], &[], (
        "電子メールアドレスがないか、使えない形なら示します。",
        "It is said when the mail address is missing or cannot be used.")),
    rule("Ⅳ.2.5.ウ", "report::problems::problems", ITEMS, &[], (
        "可否を単独で尋ねます。",
        "It is asked as a question of its own.")),
    rule("Ⅳ.2.5.ウ", "case::decide::shares_identity", PASSED_ON, &[], (
        "はっきり「可」と答え、それが今も変わっていないときに限り、調整機関と製品開発者に氏名と連絡先を渡します。",
        "Name and contact are passed to coordinator and developers only on a plain yes that still stands.")),
    rule("Ⅳ.2.5.エ", "report::problems::problems", ITEMS, &[], (
        "可否を単独で尋ね、受付機関の画面に示します。",
        "It is asked as a question of its own and shown to the receiving body.")),
    rule("Ⅳ.2.5.エ", "case::outreach::talks::pass",
        &["tests::outreach::a_developers_wish_goes_to_the_finder_through_the_receiving_body"], &[], (
        "「可」と答えた発見者は、製品開発者からの直接のやり取りの希望に了解したものとして取り次ぎます。それ以外の発見者には、その都度尋ねます。",
        "A finder that said yes counts as consenting when a developer wishes to talk directly; any other one is asked each time.")),
    rule("Ⅳ.2.5.オ", "case::permission::may_name_finder",
        &["tests::clauses::consent_to_be_told_and_consent_to_be_published_are_apart",
          "tests::milestones::a_finder_that_no_longer_wishes_it_is_not_named_in_public"], &[], (
        "可否を単独で尋ねます。望まない、または望まなくなった発見者の名が謝辞に残っていれば、承認も公表もできません。",
        "It is asked as a question of its own. A text that names a finder who does not wish it, or no longer does, is neither approved nor published.")),
    rule("Ⅳ.2.5.カ", "report::problems::problems", ITEMS, &[], (
        "製品の名称がなければ、足りないと示します。",
        "It is said when the product is missing.")),
    rule("Ⅳ.2.5.キ", "report::problems::problems",
        &["report::problems::tests::each_item_of_the_clause_is_asked", "intake::tests::mails::attachments_keep_their_bytes_and_get_safe_names"], &[], (
        "種類、手順と結果、脅威を尋ね、証拠のファイルを受け取ります。",
        "Kind, steps with their result, and threat are asked for, and files with evidence are taken.")),
    rule("Ⅳ.2.5.ク", "report::decide::decide", &["tests::clauses::changed_wishes_are_told_to_the_receiving_body"], &[], (
        "発見者は届出の後もいつでも意向を変えられ、受付機関に伝わります。",
        "A finder may change its wishes at any time, and the receiving body is told.")),
    rule("Ⅳ.2.5.ク", "case::view::view", PASSED_ON, &[], (
        "望まない限り、発見者を特定できることは調整機関にも製品開発者にも見えません。氏名を知らせてよい発見者が謝辞を望むときは、製品開発者のページでも謝辞を勧めます。",
        "Unless wished, nothing that identifies the finder is seen by coordinator or developers. Where it may be named and wishes credit, the developer's page recommends an acknowledgement.")),
    rule("Ⅳ.2.5.ケ", "report::problems::problems",
        &["report::problems::tests::each_item_of_the_clause_is_asked", "intake::form::fill::tests::two_statements_about_others_contradict"], &[], (
        "ほかへの届出の有無と状況を尋ねます。",
        "Whether and where it was reported elsewhere is asked.")),
    rule("Ⅳ.2.6", "case::outreach::talks::pass",
        &["tests::outreach::a_finder_talks_with_a_developer_that_consents",
          "tests::outreach::a_wish_that_is_not_granted_is_told_neutrally"], &[], (
        "発見者の希望は両機関に届き、調整機関が製品開発者に取り次ぎます。了解があれば、案件の中で直接やり取りでき、両機関も読めます。了解がないときは、誰が断ったかを伝えません。",
        "A finder's wish reaches both bodies and is passed to a developer by the coordinator. With its consent they write to each other inside the case, both bodies reading along; if there is none, it is not said who declined.")),
    rule("Ⅳ.2.7", "report::decide::decide",
        &["tests::clauses::a_finder_may_always_ask_how_its_report_stands", ROAD], &[], (
        "発見者はいつでも受付機関に尋ねられ、返事は受付機関の手番になります。",
        "A finder may write at any time, and an answer is owed by the receiving body.")),
    rule("Ⅳ.2.7", "case::view::finder",
        &["tests::secrecy::nobody_can_tell_one_world_from_another", OFFICE], &[], (
        "経過のページで、段階、起算日、詳細情報連絡日、公表日、公表を見られます。製品開発者が誰か、何社かは見えません。",
        "Its page shows the stage, day zero, the day of the details, the publication day and the publication, but not who the developers are or how many.")),
];
