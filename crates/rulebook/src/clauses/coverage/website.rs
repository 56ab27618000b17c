//! Ⅴ The website track.

use super::{Rule, rule};

const FIGURES: &[&str] = &[
    "casework::tests::site_lists::figures_are_those_of_the_day_and_tell_of_no_site",
    "site::figures::tests::cases_are_counted_in_the_tables_of_the_report",
    "tests::site::the_figures_hold_codes_and_days_alone",
];

/// The whole way of a website that is fixed.
const SITE_ROAD: &str = "tests::site::a_site_is_fixed_and_everybody_hears_of_it";
const FORM: &str = "console::tests::front::report::sites_and_own_products_are_reported_too";
const ITEMS: &[&str] = &["tests::site::each_item_of_a_website_report_is_asked"];
const CONDITIONS: &[&str] = &["tests::site::each_condition_of_acceptance_must_hold"];
const SAID: &[&str] = &["tests::site::what_the_operator_did_not_say_ends_nothing"];
const ALERT: &[&str] = &["tests::site::improper_operation_ends_a_case_only_after_an_alert"];
const SILENT: &[&str] = &["tests::site::an_operator_that_never_answers_ends_the_case_after_all_means_and_three_months"];
const NAMED: &[&str] = &[
    "tests::site::the_finder_is_named_to_the_operator_only_if_it_wishes",
    "tests::site_histories::details_go_to_a_confirmed_operator_and_the_finder_stays_hidden",
];
const TALK: &[&str] = &[
    "tests::site_outside::finder_and_operator_talk_directly_only_with_both_consents",
    "tests::site_outside::an_operators_wish_meets_the_consent_of_the_report",
];
const OFFICE_HELP: &[&str] = &["tests::site_outside::an_office_is_asked_for_help_with_its_own_sites_only"];
const HIDDEN: &[&str] = &[
    "tests::site_outside::a_products_flaw_goes_on_without_telling_which_site_it_was",
    "tests::site_histories::a_products_case_does_not_tell_of_the_site",
];
const LEAK: &[&str] =
    &["tests::site_outside::a_leak_is_made_public_with_six_items", "tests::site::the_codes_are_the_editions_own"];

#[rustfmt::skip]
pub(super) static RULES: &[Rule] = &[
    rule("Ⅴ.1.1", "casework::reports::Office::receive", &[FORM], &[], (
        "ウェブサイトの届出を受け取り、封をして保存し、届出番号と合言葉を返します。",
        "A report of a website is taken in, sealed, kept, and answered with a number and a secret.")),
    rule("Ⅴ.1.2", "site::decide::send", &[SITE_ROAD], &[], (
        "窓口が確かめられた運営者に、受付機関が選んだ内容を渡します。",
        "An operator whose contact is confirmed is given what the receiving body chose.")),
    rule("Ⅴ.1.3", "site::decide::answered", &[SITE_ROAD], &["website_months"], (
        "運営者は、確かめた結果と直したことを、選択肢と自分の言葉で知らせます。",
        "The operator says what it found and did, from a list and in its own words.")),
    rule("Ⅴ.1.4", "site::duties::duties", LEAK, &["lists.leak_notice"], (
        "個人情報の漏えいのおそれがあるとき、公表を運営者の手番として示します。",
        "Where personal data may be leaking, the operator's page asks to make it public.")),
    rule("Ⅴ.1.5", "casework::publish::websites_page::Office::write_website_figures", FIGURES, &["lists.website_kinds", "lists.website_effects"], (
        "四半期が終わると、その末日までの統計を公開ページに出します。",
        "When a quarter is over, the figures up to its last day are put on the public page.")),
    rule("Ⅴ.2.2", "casework::reports::Office::receive", &[FORM, "intake::tests::forms::a_website_form_is_read_in_full_width"], &[], (
        "ウェブの様式でも、テキストの様式でも受け取ります。",
        "It is taken in by web form and by text form.")),
    rule("Ⅴ.2.2.第2段", "report::problems::problems", ITEMS, &[], (
        "運営者に直接届け出たかどうかと状況を尋ね、その後の届出も同じように受け取ります。",
        "Whether the operator was told directly, and how that stands, is asked; a report after that is taken in like any other.")),
    rule("Ⅴ.2.2.注9", "site::duties::reaching", &["tests::site::the_codes_are_the_editions_own"], &["lists.operator_sources"], (
        "サイトに掲載された問い合わせ先を、運営者の連絡先を探すところの一つとします。",
        "The contact given on the site is one of the places where the operator's address is looked for.")),
    rule("Ⅴ.2.3", "report::decide::decide", &["tests::site::a_finder_of_a_website_asks_before_it_discloses", SITE_ROAD], &[], (
        "届出の受信から情報非開示依頼が有効になり、開示の前の相談には受付機関が答えます。取扱いが終わると失効します。",
        "The non-disclosure request holds from the receipt on; a question before disclosing is answered by the desk. It lapses when handling ends.")),
    rule("Ⅴ.2.4", "report::problems::problems", ITEMS, &["lists.website_form"], (
        "八つの点を尋ね、足りないものを項目ごとに示します。",
        "The eight items are asked for, and what is missing is said item by item.")),
    rule("Ⅴ.2.4.ア", "report::problems::problems", ITEMS, &[], (
        "氏名または名称がなければ、足りないと示します。",
        "It is said when the name is missing.")),
    rule("Ⅴ.2.4.イ", "report::problems::problems", ITEMS, &[], (
        "電子メールアドレスがないか、使えない形なら示します。",
        "It is said when the mail address is missing or cannot be used.")),
    rule("Ⅴ.2.4.ウ", "site::file::SiteFile::shares_identity", NAMED, &[], (
        "はっきり「可」と答え、それが今も変わっていないときに限り、運営者に氏名と連絡先を渡します。",
        "Name and contact are passed to the operator only on a plain yes that still stands.")),
    rule("Ⅴ.2.4.エ", "site::talks::pass", TALK, &[], (
        "「可」と答えた発見者は、運営者からの直接のやり取りの希望に了解したものとして取り次ぎます。それ以外の発見者には、その都度尋ねます。",
        "A finder that said yes counts as consenting when the operator wishes to talk directly; any other one is asked each time.")),
    rule("Ⅴ.2.4.オ", "report::problems::problems", ITEMS, &[], (
        "URLがないか、使えない形なら示します。",
        "It is said when the URL is missing or cannot be used.")),
    rule("Ⅴ.2.4.カ", "report::problems::problems", ITEMS, &[], (
        "種類、脆弱性と判断した理由、脅威を尋ね、証拠のファイルを受け取ります。",
        "Kind, why it is held to be a vulnerability and threat are asked for, and files with evidence are taken.")),
    rule("Ⅴ.2.4.キ", "site::view::for_operator", NAMED, &[], (
        "望まない限り、発見者を特定できることは運営者に見えません。意向はいつでも変えられます。",
        "Unless wished, nothing that identifies the finder is seen by the operator; the wish may change at any time.")),
    rule("Ⅴ.2.4.ク", "report::problems::problems", ITEMS, &[], (
        "ほかへの届出の有無と状況を尋ねます。",
        "Whether and where it was reported elsewhere is asked.")),
    rule("Ⅴ.2.5", "site::talks::pass", TALK, &[], (
        "発見者の希望は受付機関に届き、受付機関が運営者に取り次ぎます。了解があれば案件の中で直接やり取りでき、受付機関も読めます。",
        "A finder's wish reaches the desk, which passes it to the operator. With its consent they write to each other inside the case, the desk reading along.")),
    rule("Ⅴ.2.6", "site::view::for_finder",
        &["tests::site_histories::nobody_can_tell_one_world_from_another", "tests::site::nobody_else_sees_the_case"], &[], (
        "発見者は、段階、運営者に内容を伝えた日、修正の連絡、終わりとその理由を見られ、いつでも尋ねられます。",
        "A finder sees the stage, the day of the details, the word of a fix, the end and its reason, and may ask at any time.")),
    rule("Ⅴ.3.1", "casework::reports::Office::receive",
        &[FORM, "case::reminder::tests::it_comes_three_business_days_before_the_day_and_never_on_a_free_day"], &["intake_all_day"], (
        "届出はいつでも受け取ります。催促は営業日にだけ出ます。",
        "Reports are taken in at any hour; reminders go out on business days only.")),
    rule("Ⅴ.3.2", "site::accept::accept", &["tests::site::each_condition_of_acceptance_must_hold", SITE_ROAD, "tests::site::three_hundred_alike_reports_are_three_hundred_cases"], &["lists.website_acceptance"], (
        "五つの条件をすべて確かめて初めて受理でき、その場で発見者に知らせます。まとめて受理しても、一件ずつの案件になります。",
        "A report is accepted only when all five conditions are confirmed, and the finder is told at once. In bulk, too, each is a case of its own.")),
    rule("Ⅴ.3.2.ア", "site::accept::conditions", CONDITIONS, &[], (
        "足りない項目を示し、確かめた印がなければ受理できません。",
        "What is missing is shown; without the tick it is not accepted.")),
    rule("Ⅴ.3.2.イ", "site::accept::conditions", CONDITIONS, &[], (
        "矛盾する答えを示し、確かめた印がなければ受理できません。",
        "Contradictions are shown; without the tick it is not accepted.")),
    rule("Ⅴ.3.2.ウ", "site::accept::conditions", CONDITIONS, &[], (
        "範囲に入る手がかりを示し、確かめた印がなければ受理できません。",
        "What speaks for the scope is shown; without the tick it is not accepted.")),
    rule("Ⅴ.3.2.エ", "site::accept::conditions", CONDITIONS, &[], (
        "書かれたとおりなら脆弱性かを担当者が確かめ、印がなければ受理できません。",
        "People judge whether it would be a vulnerability; without the tick it is not accepted.")),
    rule("Ⅴ.3.2.オ", "site::accept::Alike::may_be_same",
        &["tests::site::each_condition_of_acceptance_must_hold", "tests::site::a_second_report_of_the_same_flaw_joins_the_case"], &[], (
        "同じサイトで同じ種類の案件を示します。まだ直っていなければ、その案件に加えて受理します。",
        "Cases of the same site and kind are suggested; what is not fixed yet is accepted into that case.")),
    rule("Ⅴ.3.2.第2段", "case::notices::of_report", &[SITE_ROAD], &[], (
        "受理も不受理も理由とともに知らせ、受理を知らせた日を受理日とします。",
        "Acceptance and refusal are told with the reason; the day of telling acceptance is the acceptance day.")),
    rule("Ⅴ.3.3", "site::ending::check", &["tests::site::what_was_obtained_illegally_or_taken_back_is_ended"], &[], (
        "入手の方法は尋ねません。違法な手段によることが明らかなら、それを理由に終えられます。",
        "How it was obtained is not asked; a case may end because the means were evidently illegal.")),
    rule("Ⅴ.3.4", "site::ending::close",
        &["tests::site_histories::an_end_is_told_to_all_and_frees_the_finder", "tests::site::an_ended_case_can_be_taken_up_again"], &["lists.website_endings"], (
        "終わりの理由を、発見者と、連絡した運営者のそれぞれに知らせ、情報非開示依頼を失効させます。",
        "The reason of the end goes to the finders and to an operator that was contacted, and the non-disclosure request lapses.")),
    rule("Ⅴ.3.4.ア", "site::ending::check", &["tests::site_histories::random_histories_reach_every_stage_every_ending_and_every_event"], &[], (
        "受付機関の判断で終えられます。",
        "The receiving body may judge so and end the case.")),
    rule("Ⅴ.3.4.イ", "site::ending::check", &["tests::site_histories::random_histories_reach_every_stage_every_ending_and_every_event"], &[], (
        "受付機関の判断で終えられます。",
        "The receiving body may judge so and end the case.")),
    rule("Ⅴ.3.4.ウ", "site::ending::is_small", &["tests::site::small_influence_ends_a_case_once_the_operator_was_told"], &["influence", "website_passive"], (
        "影響度が簡易な対応に当たるか、受動型の例外に入り、運営者に伝えた後であれば終えられます。",
        "A case rated for simple handling, or within the exception for passive attacks, may end once the operator was told.")),
    rule("Ⅴ.3.4.エ", "site::ending::check", SAID, &[], (
        "運営者がそう答えたときに限り終えられます。",
        "It may end so only when the operator said so.")),
    rule("Ⅴ.3.4.オ", "site::ending::check", ALERT, &[], (
        "原因と注意喚起が記録されていて、担当者が一件ずつ判断したときに限り終えられます。",
        "It may end so only when cause and alert are on record, by a decision for each case.")),
    rule("Ⅴ.3.4.オ.1", "site::lists::SiteCause::alert_clause", ALERT, &[], (
        "設定の誤りや初期状態のままを、原因として選べます。",
        "Wrong or default settings are a cause that can be recorded.")),
    rule("Ⅴ.3.4.オ.2", "site::lists::SiteCause::alert_clause", ALERT, &[], (
        "修正の未適用を、原因として選べます。",
        "A missing patch is a cause that can be recorded.")),
    rule("Ⅴ.3.4.カ", "site::silence::check", SILENT, &["operator_contacts", "operator_means", "operator_silence_months"], (
        "版の回数と手段で連絡し、版の期間に適切な応答がないときに限り終えられます。返事を待つ運営者は、応答がないとはみなしません。",
        "It may end so only after the contacts and means of the edition and its months without a proper answer. An operator that waits for the desk is not silent.")),
    rule("Ⅴ.3.4.キ", "site::ending::check", SAID, &[], (
        "運営者がそう答えたときに限り終えられます。",
        "It may end so only when the operator said so.")),
    rule("Ⅴ.3.5", "site::duties::duties",
        &[SITE_ROAD, "tests::site::an_unknown_operator_is_looked_for_and_a_known_one_is_contacted",
          "tests::site_outside::an_analysis_needs_the_operators_consent"], &["contact_interval_days"], (
        "受理するとすぐに運営者を調べて連絡することが手番になります。内容は、窓口を確かめてから渡します。分析には運営者の了解が要ります。",
        "From acceptance on it is owed to find and contact the operator. Details go to a confirmed contact. An analysis needs its consent.")),
    rule("Ⅴ.3.5", "site::duties::weight", &["tests::site::high_influence_comes_first"], &[], (
        "影響の大きいものを、届いた順にかかわらず先に並べます。",
        "High influence stands first, whatever the order of arrival.")),
    rule("Ⅴ.3.5.第2段", "site::silence::check", SILENT, &["operator_contacts", "operator_means", "operator_silence_months"], (
        "どの手段でも応答がないまま期間が過ぎた日を示し、終えるかどうかの判断を手番とします。",
        "The day from which a case may end for lack of an answer is shown, and the decision is owed.")),
    rule("Ⅴ.3.6", "site::duties::consultation", &["tests::site::the_operator_is_consulted_before_a_finder_is_answered"], &[], (
        "発見者から尋ねられると、答える前に運営者に相談することが手番になります。誰の質問かは運営者に示しません。",
        "When a finder enquires it is owed to consult the operator before answering; whose question it is stays hidden.")),
    rule("Ⅴ.3.7", "site::disclosure::disclose",
        &["tests::site_histories::nobody_outside_is_told_without_an_nda", "tests::site::nobody_else_sees_the_case",
          "tests::site_matrix::nobody_else_ever_does_anything"], &["lists.website_disclosures"], (
        "案件は受付機関と運営者と発見者にしか見えません。外部へは四つの理由に限り、その日に有効な秘密保持契約の相手にだけ伝えられます。",
        "Nobody but desk, operator and finders sees the case. Others are told for four reasons only, under an NDA that holds that day.")),
    rule("Ⅴ.3.7.ア", "site::disclosure::disclose", &["tests::site_outside::an_analysis_needs_the_operators_consent"], &["agencies.analyst"], (
        "運営者の了解を得て、外部の機関に分析を頼み、結果を記録します。",
        "With the operator's consent an outside body is asked for analysis, and the result is recorded.")),
    rule("Ⅴ.3.7.イ", "site::lists::OperatorCategory::special_way", OFFICE_HELP, &["agencies.cyber_office"], (
        "政府機関のサイトに限り、一部だけを担当の機関に示して協力を求められます。",
        "For a government site alone, a part may be shown to the office in charge.")),
    rule("Ⅴ.3.7.ウ", "site::lists::OperatorCategory::special_way", OFFICE_HELP, &["agencies.local_government_ministry"], (
        "地方公共団体のサイトに限り、一部だけを担当の省に示して協力を求められます。",
        "For a local government's site alone, a part may be shown to the ministry in charge.")),
    rule("Ⅴ.3.7.エ", "site::disclosure::does_nothing", &["tests::site_outside::a_feared_leak_is_referred_when_the_operator_does_nothing"], &["agencies.privacy_commission", "leak_law_article"], (
        "漏えいのおそれが記録され、運営者が対応しないときに限り、措置を依頼できます。",
        "Measures may be requested only where a leak is feared on record and the operator does nothing.")),
    rule("Ⅴ.3.8", "site::product::hand_to_product", HIDDEN, &[], (
        "製品の案件として引き継ぎます。サイトのアドレスや運営者の名前が入った文章は引き継げません。",
        "It goes on as a product's case; words with the site's host or the operator's name cannot be handed over.")),
    rule("Ⅴ.3.8.但書", "site::product::hand_to_product", HIDDEN, &[], (
        "運営者が了解したときに限り、サイトの情報を含めて引き継げます。",
        "Only with the operator's consent may the site be named there.")),
    rule("Ⅴ.3.9", "report::state::ReportState::consents_to_developers",
        &["tests::site::the_finder_is_named_to_the_operator_only_if_it_wishes", "tests::site_outside::the_name_for_an_operator_is_not_a_name_for_a_developer"], &[], (
        "運営者に知らせてよいという答えは、製品開発者には及びません。望まない限り誰にも渡りません。",
        "What is allowed for the operator is not allowed for a product's developer; unless wished, nothing reaches anybody.")),
    rule("Ⅴ.3.10", "site::notices::notices", &[SITE_ROAD, "tests::site::a_flaw_that_is_still_there_is_the_operators_turn_again"], &["lists.website_fixes"], (
        "運営者から直したと連絡があると、すぐに発見者に知らせます。受付機関が確かめ、残っていれば運営者に知らせます。",
        "The finder is told at once when the operator says that it is fixed. The desk may look, and tells the operator if it is still there.")),
    rule("Ⅴ.3.11", "site::figures::SiteFigures::add", FIGURES, &["lists.website_kinds", "lists.website_effects"], (
        "種類、影響、終わり方、日数だけを、どの日の時点でも記録から数え、四半期ごとに公開ページへ出します。",
        "Kinds, effects, endings and days alone are counted from the record as of any day, and put on the public page every quarter.")),
    rule("Ⅴ.4.1", "site::silence::aimed_at", &[SITE_ROAD, "tests::site::an_operator_that_needs_help_waits_for_the_desk"], &["website_months"], (
        "運営者が詳しい内容を受け取った日から版の月数を目安とし、その日を運営者のページに示します。",
        "The months of the edition run from the day on which the operator received the details, and its page shows the day.")),
    rule("Ⅴ.4.2", "site::duties::messages", &["tests::site::questions_go_both_ways"], &[], (
        "受付機関の質問への答えは運営者の手番に、運営者の質問への答えは受付機関の手番になります。",
        "The desk's question is the operator's turn, and the operator's message the desk's.")),
    rule("Ⅴ.4.3", "site::talks::pass", TALK, &[], (
        "運営者の希望を受付機関が発見者に取り次ぎ、了解があれば直接やり取りできます。",
        "The desk passes the operator's wish to the finder, and with its consent they write to each other.")),
    rule("Ⅴ.4.4.但書", "site::permission::may", &["tests::site::the_contractor_is_told_by_the_operator_itself"], &[], (
        "運営者は、秘密を守る約束を求めたうえで、修正や管理の委託先に別のリンクで内容を渡せます。渡した相手と日は記録します。",
        "The operator can pass the details to its contractor by a second link that asks for a promise of secrecy; to whom and when is on record.")),
    rule("Ⅴ.4.5", "site::duties::duties", LEAK, &["lists.leak_notice"], (
        "漏えいのおそれがあるときに限り公表を求め、公表した場所を知らせてもらいます。",
        "Only where a leak is feared is the operator asked to go public, and to say where.")),
    rule("Ⅴ.4.5.1", "site::view::lacks", LEAK, &["lists.leak_notice"], (
        "公表した内容に概要がなければ、足りないと示します。",
        "It is said when the outline is missing.")),
    rule("Ⅴ.4.5.2", "site::view::lacks", LEAK, &["lists.leak_notice"], (
        "公表した内容に期間がなければ、足りないと示します。",
        "It is said when the period is missing.")),
    rule("Ⅴ.4.5.3", "site::view::lacks", LEAK, &["lists.leak_notice"], (
        "公表した内容に件数がなければ、足りないと示します。",
        "It is said when the number is missing.")),
    rule("Ⅴ.4.5.4", "site::view::lacks", LEAK, &["lists.leak_notice"], (
        "公表した内容に個人情報の種類がなければ、足りないと示します。",
        "It is said when the kinds of data are missing.")),
    rule("Ⅴ.4.5.5", "site::view::lacks", LEAK, &["lists.leak_notice"], (
        "公表した内容に原因がなければ、足りないと示します。",
        "It is said when the cause is missing.")),
    rule("Ⅴ.4.5.6", "site::view::lacks", LEAK, &["lists.leak_notice"], (
        "公表した内容に問合せ先がなければ、足りないと示します。",
        "It is said when it is missing where to ask.")),
];
