//! Ⅴ The website track.

use super::Actor::{Developer, Everyone, Finder, ReceivingBody, SiteOperator};
use super::ClauseKind::{
    Condition, Definition, Duty, Ending, Exception, FormItem, Overview, Power, Recommendation, Right,
};
use super::{ClauseText, clause};

#[rustfmt::skip]
pub(super) static CLAUSES: &[ClauseText] = &[
    clause("Ⅴ.1.1", Overview, Finder, ("届け出る", "Report"), (
        "発見者は、サイトの脆弱性を見つけたら受付機関に届け出ます。",
        "A finder reports a website's vulnerability to the receiving body.")),
    clause("Ⅴ.1.2", Overview, ReceivingBody, ("運営者に知らせる", "Tell the operator"), (
        "受付機関は、原則としてサイトの運営者に知らせます。",
        "The receiving body tells the site's operator, as a rule.")),
    clause("Ⅴ.1.3", Overview, SiteOperator, ("確かめて直す", "Verify and fix"), (
        "運営者は内容を確かめ、影響を調べて、必要に応じて直します。",
        "The operator checks it, works out the impact, and fixes it where needed.")),
    clause("Ⅴ.1.4", Overview, SiteOperator, ("漏えいがあったとき", "If data leaked"), (
        "個人情報の漏えいなどが起きたら、運営者は事実を公表するなど適切に対処します。",
        "If personal data leaked or the like, the operator makes it public or takes other proper steps.")),
    clause("Ⅴ.1.5", Overview, ReceivingBody, ("統計を出す", "Publish statistics"), (
        "受付機関は、届出の統計を原則として四半期ごとに公表します。",
        "The receiving body publishes statistics, as a rule every quarter.")),
    clause("Ⅴ.2.1", Duty, Finder, ("法令に触れずに調べる", "Stay within the law"), (
        "サイトの弱点を見つけるときに法令に触れる行為をしないよう、注意が呼びかけられています。",
        "Finders are asked to take care that the way they discover a website's flaw breaks no law.")),
    clause("Ⅴ.2.2", Duty, Finder, ("受付機関への届出", "Report to the receiving body"), (
        "見つけた脆弱性関連情報は受付機関に届け出るよう、発見者にお願いしています。",
        "Finders are asked to report what they found to the receiving body.")),
    clause("Ⅴ.2.2.第2段", Right, Finder, ("運営者への直接の届出", "Report straight to the operator"), (
        "外部からの窓口を設けている運営者には、直接届け出ることもできます。調整が難しくなったら受付機関に連絡します。",
        "A finder may go straight to an operator that has a contact window, and turn to the receiving body if talks get difficult.")),
    clause("Ⅴ.2.2.注9", Definition, Everyone, ("連絡窓口の例", "What a contact window is"), (
        "たとえば、サイトに設けられたお問い合わせの窓口です。",
        "For example the enquiry form or address given on the website.")),
    clause("Ⅴ.2.3", Duty, Finder, ("情報非開示依頼", "Non-disclosure request"), (
        "正当な理由なく第三者に明かさないこと、理由があるときは先に受付機関に相談すること、直るまで漏らさないように管理することが依頼されます。取扱いが終わると、この依頼は効力を失います。",
        "Finders are asked not to disclose without good reason, to consult the receiving body first if there is one, and to keep the information from leaking until it is fixed. The request lapses when handling ends.")),
    clause("Ⅴ.2.4", Duty, Finder, ("届出に書くこと", "What a report states"), (
        "届出には、次の八つの点をはっきり書くよう求められています。一つでも欠けていると受理の条件を満たしません。",
        "A report should state the eight items that follow; one that lacks any of them does not meet the conditions of acceptance.")),
    clause("Ⅴ.2.4.ア", FormItem, Finder, ("誰か", "Who"), (
        "氏名など、発見者が誰であるかが分かる情報です。",
        "A name or whatever else tells who the finder is.")),
    clause("Ⅴ.2.4.イ", FormItem, Finder, ("連絡先", "How to reach"), (
        "電子メールアドレスなど、発見者と連絡を取るための宛先です。",
        "An e-mail address or another way to reach the finder.")),
    clause("Ⅴ.2.4.ウ", FormItem, Finder, ("運営者に知らせてよいか", "May the operator be told"), (
        "氏名と連絡先を運営者に知らせてよいかどうかです。",
        "Whether name and contact may be passed to the operator.")),
    clause("Ⅴ.2.4.エ", FormItem, Finder, ("直接連絡を受けてよいか", "May the operator write directly"), (
        "運営者から直接連絡があってもよいかどうかです。",
        "Whether the operator may get in touch directly.")),
    clause("Ⅴ.2.4.オ", FormItem, Finder, ("サイトのURL", "URL of the site"), (
        "脆弱性のあるウェブアプリケーションが動いているサイトのURLです。",
        "The URL of the website on which the web application runs.")),
    clause("Ⅴ.2.4.カ", FormItem, Finder, ("脆弱性の内容", "The vulnerability"), (
        "どのような環境で、どう操作して、何が起きたかです。証拠は、法令に触れずに取れる範囲で、できれば添えます。",
        "In which environment, by which steps, with what result; evidence where possible, obtained without breaking the law.")),
    clause("Ⅴ.2.4.キ", FormItem, Finder, ("個人情報の取扱い", "Personal data"), (
        "運営者との直接のやり取りと、運営者への通知についての意向です。望まなければ、発見者を特定できることは運営者に伝えません。",
        "The finder's wishes on direct talk with the operator and on being named to it. Unless wished, nothing that identifies the finder reaches the operator.")),
    clause("Ⅴ.2.4.ク", FormItem, Finder, ("ほかへの届出", "Reports elsewhere"), (
        "製品開発者やほかのセキュリティ機関などにも知らせたかどうかと、その状況です。",
        "Whether a developer or another security body was told as well, and how that stands.")),
    clause("Ⅴ.2.5", Right, Finder, ("運営者と直接話す", "Talk to the operator"), (
        "届出の後、受付機関と協議したうえで運営者の了解があれば、発見者は運営者と直接やり取りできます。",
        "After reporting, a finder may exchange information with the operator directly, after consulting the receiving body and with the operator's consent.")),
    clause("Ⅴ.2.6", Right, Finder, ("進み具合を尋ねる", "Ask how it stands"), (
        "発見者は、届出がどうなったかを受付機関に尋ねることができます。返ってきた内容は、むやみに他人に明かさないよう求められています。",
        "A finder may ask the receiving body how the report stands, and is asked not to pass the answer on carelessly.")),
    clause("Ⅴ.3.1", Duty, ReceivingBody, ("受付", "Intake"), (
        "届出はいつでも受け付けます。受理の判断から先の作業は、原則として営業日に行います。",
        "Reports are taken in day and night. The work after that is done on business days as a rule.")),
    clause("Ⅴ.3.2", Duty, ReceivingBody, ("受理の判断", "Deciding on acceptance"), (
        "次の五つの条件がすべて満たされていると判断したら、その時点で受理し、発見者に連絡します。",
        "The report is accepted, and the finder told, once all five conditions that follow are found to hold.")),
    clause("Ⅴ.3.2.ア", Condition, ReceivingBody, ("項目がそろっている", "Complete"), (
        "届出に求められる八つの項目がすべて書かれていることです。",
        "All eight items asked of a report are there.")),
    clause("Ⅴ.3.2.イ", Condition, ReceivingBody, ("矛盾がない", "Consistent"), (
        "書かれていることに矛盾などがないことです。",
        "What is written does not contradict itself.")),
    clause("Ⅴ.3.2.ウ", Condition, ReceivingBody, ("適用範囲に入る", "In scope"), (
        "対象が第Ⅲ章の適用範囲に入っていることです。",
        "What it concerns is inside the scope of chapter Ⅲ.")),
    clause("Ⅴ.3.2.エ", Condition, ReceivingBody, ("脆弱性である", "A vulnerability"), (
        "書かれたとおりであれば脆弱性に当たる、ということです。",
        "What is described, if true, is a vulnerability.")),
    clause("Ⅴ.3.2.オ", Condition, ReceivingBody, ("修正済みではない", "Not fixed yet"), (
        "運営者がすでに直した脆弱性ではないことです。",
        "The operator has not fixed it already.")),
    clause("Ⅴ.3.2.第2段", Duty, ReceivingBody, ("結果と理由の連絡、受理日", "Telling the result; acceptance day"), (
        "受理でも不受理でも、理由を添えて発見者に知らせます。受理を知らせた日が受理日です。",
        "Whether it is accepted or not, the finder is told with the reason. The day of telling acceptance is the acceptance day.")),
    clause("Ⅴ.3.3", Power, ReceivingBody, ("違法に入手された情報", "Illegally obtained information"), (
        "受付機関は入手の方法を問いません。ただし、違法な手段によることが明らかなら、処理をやめることがあります。",
        "The receiving body does not ask how information was obtained, but may stop handling it when it is evident that the means were illegal.")),
    clause("Ⅴ.3.4", Duty, ReceivingBody, ("処理の取りやめ", "Stopping"), (
        "次のどれかに当たれば、受付機関は処理をやめ、運営者と発見者に知らせます。取扱いが終わると、発見者への情報非開示依頼は効力を失います。",
        "In any of the following cases the receiving body stops and tells operator and finder. When handling ends, the non-disclosure request to the finder lapses.")),
    clause("Ⅴ.3.4.ア", Ending, ReceivingBody, ("脆弱性関連情報ではない", "Not vulnerability-related"), (
        "脆弱性関連情報に当たらない場合です。",
        "It is not vulnerability-related information.")),
    clause("Ⅴ.3.4.イ", Ending, ReceivingBody, ("適用範囲外", "Out of scope"), (
        "適用範囲の外である場合です。",
        "It is outside the scope.")),
    clause("Ⅴ.3.4.ウ", Ending, ReceivingBody, ("影響が小さい", "Small influence"), (
        "付録4の考え方に照らして影響が小さい場合です。運営者に知らせた後で終えることができます。",
        "Its influence is small by the measure of appendix 4; it may end once the operator has been told.")),
    clause("Ⅴ.3.4.エ", Ending, ReceivingBody, ("既知で修正済み", "Known and fixed"), (
        "運営者から、すでに知っていて直してあると連絡があった場合です。",
        "The operator says that it was known and has been fixed.")),
    clause("Ⅴ.3.4.オ", Ending, ReceivingBody, ("不適切な運用", "Improper operation"), (
        "製品の設定や修正の未適用が原因の不適切な運用と分かり、受付機関が広く注意を呼びかけたうえで、取りやめると判断した場合です。注意喚起だけで終わるわけではなく、一件ごとに判断します。",
        "The cause is improper operation, from a product's settings or an unapplied patch, and the receiving body, after alerting the public, decides to stop. The alert alone ends nothing; each case is decided.")),
    clause("Ⅴ.3.4.オ.1", Condition, ReceivingBody, ("設定の誤りや初期状態", "Wrong or default settings"), (
        "サイトで使っている製品の設定が間違っているか、初期状態のままになっていることです。",
        "A product used by the site is set up wrongly or left as delivered.")),
    clause("Ⅴ.3.4.オ.2", Condition, ReceivingBody, ("修正の未適用", "Patch not applied"), (
        "サイトで使っている製品の修正プログラムが当てられていないことです。",
        "A patch for a product used by the site has not been applied.")),
    clause("Ⅴ.3.4.カ", Ending, ReceivingBody, ("適切な応答がない", "No proper answer"), (
        "電子メール、電話、FAXなどで問い合わせても、一定の期間、運営者から適切な応答が得られない場合です。",
        "Mail, telephone, fax and the like bring no proper answer from the operator for a certain period.")),
    clause("Ⅴ.3.4.キ", Ending, ReceivingBody, ("対応しないとの連絡", "Operator will not act"), (
        "運営者から、影響が低いなどの理由で対応しないと連絡があった場合です。",
        "The operator says that it will not act, for low impact or a similar reason.")),
    clause("Ⅴ.3.4.第2段", Recommendation, Developer, ("対策の再周知", "Announcing the countermeasure again"), (
        "注意喚起の後は、その製品の開発者にも、運営者に対策方法を改めて知らせることが勧められています。",
        "After such an alert the product's developer is advised to make the countermeasure known to operators once more.")),
    clause("Ⅴ.3.5", Duty, ReceivingBody, ("運営者への速やかな連絡", "Prompt word to the operator"), (
        "扱うと決めた情報は、速やかに運営者に知らせます。運営者が再現できないときなどは、了解を得て、内部または外部で技術的に分析します。影響の大きいものは届いた順番にかかわらず先に扱います。",
        "What is to be handled goes to the operator promptly. If the operator cannot reproduce it, it is analysed inside or outside with the operator's consent. High influence goes first.")),
    clause("Ⅴ.3.5.第2段", Power, ReceivingBody, ("応答がないときの終了", "Ending for lack of an answer"), (
        "サイトに示された宛先へどの手段で問い合わせても一定の期間きちんとした答えがなければ、影響の範囲や取扱いの期間を考えて終えることがあります。",
        "If enquiries by any means to the addresses given on the site bring no proper answer for a certain period, handling may end, with the range of impact and the time spent in mind.")),
    clause("Ⅴ.3.6", Duty, ReceivingBody, ("発見者とのやり取り", "Exchange with the finder"), (
        "受理の後も発見者に質問することがあります。発見者から問い合わせを受けたら、運営者と相談してから適切に答えます。",
        "The finder may be asked questions after acceptance. A finder's question is answered after consulting the operator.")),
    clause("Ⅴ.3.7", Duty, ReceivingBody, ("第三者に開示しない", "No disclosure to others"), (
        "発見者と運営者のほかには開示しません。次の理由で外部機関に伝えるときは秘密保持契約を結びます。製品の脆弱性と分かったときの連絡は、この契約の例外です。",
        "Nothing is disclosed beyond finder and operator. Outside bodies told for one of the reasons that follow sign an NDA; passing on a product's vulnerability is the exception to that.")),
    clause("Ⅴ.3.7.ア", Exception, ReceivingBody, ("外部への分析の依頼", "Analysis by others"), (
        "再現の条件が分からないなどやむを得ないときに、外部の機関に技術的な分析を頼みます。",
        "Where it cannot be avoided, for instance because nobody can tell how to reproduce it, an outside body is asked for technical analysis.")),
    clause("Ⅴ.3.7.イ", Exception, ReceivingBody, ("政府機関のサイト", "Government sites"), (
        "政府機関のサイトでは、国のサイバーセキュリティを担当する機関に情報の一部を示し、運営者の情報を早く得られるよう頼みます。",
        "For a government site, part of the information is shown to the government's cybersecurity office to get through to the operator quickly.")),
    clause("Ⅴ.3.7.ウ", Exception, ReceivingBody, ("地方公共団体のサイト", "Local government sites"), (
        "地方公共団体のサイトでは、総務省に情報の一部を示し、運営者の情報を早く得られるよう頼みます。",
        "For a local government's site, part of the information is shown to the ministry in charge for the same purpose.")),
    clause("Ⅴ.3.7.エ", Exception, ReceivingBody, ("個人情報の漏えいのおそれ", "Personal data may be leaking"), (
        "個人情報が漏れているおそれがあるのに運営者が対応しないとき、個人情報保護委員会に知らせ、法律に基づく措置を頼みます。条番号は版のデータです。",
        "If personal data may be leaking and the operator does nothing, the Personal Information Protection Commission is told and asked for measures under the act; the article's number is edition data.")),
    clause("Ⅴ.3.8", Duty, ReceivingBody, ("製品の脆弱性だったとき", "If it turns out to be a product's"), (
        "調べるうちに製品の脆弱性と分かったら、調整機関を通じて製品開発者に知らせます。どのサイトかが分かることは、原則として伝えません。",
        "If analysis shows that the flaw lies in a product, its developer is told through the coordinator, without revealing the website, as a rule.")),
    clause("Ⅴ.3.8.但書", Exception, ReceivingBody, ("サイトの情報を渡せる場合", "When the site may be named"), (
        "再現のために必要で、しかも運営者が同意したときに限り、サイトの情報を製品開発者に渡すことがあります。",
        "The developer may learn about the site only if that is needed to reproduce the flaw and the operator agrees.")),
    clause("Ⅴ.3.9", Duty, ReceivingBody, ("発見者の情報を守る", "Protecting the finder"), (
        "氏名や連絡先をはじめ発見者に関わる情報は、本人が望まない限り運営者にも第三者にも渡りません。",
        "Name, contact and anything else about the finder reaches neither the operator nor anybody else unless the finder wishes it.")),
    clause("Ⅴ.3.10", Duty, ReceivingBody, ("修正の連絡", "Telling of the fix"), (
        "運営者から直したと知らせがあれば、速やかに発見者に伝えます。",
        "When the operator says that it is fixed, the finder is told promptly.")),
    clause("Ⅴ.3.11", Duty, ReceivingBody, ("統計の公表", "Statistics"), (
        "届出を集計し、原則として四半期ごとに公表します。サイト名、URL、運営者名が分かる形では公表しません。",
        "Figures are published, as a rule every quarter, never so that a site's name, URL or operator could be told.")),
    clause("Ⅴ.4.1", Duty, SiteOperator, ("検証と修正", "Verify and fix"), (
        "運営者には、内容を確かめ、影響に見合う形で直し、検証の結果と修正したことを受付機関に知らせることが望まれます。目安は、脆弱性関連情報の通知を受けてから3か月以内です。詳細を伴わない最初の連絡からは数えません。",
        "Operators are asked to verify, to fix as the impact requires, and to tell the receiving body the result and the fix, within about three months of receiving the vulnerability information; a first letter without details does not start the clock.")),
    clause("Ⅴ.4.2", Duty, SiteOperator, ("問い合わせへの回答", "Answering enquiries"), (
        "受付機関から尋ねられたら、的確に答えるよう求められています。",
        "Operators are asked to answer the receiving body's questions properly.")),
    clause("Ⅴ.4.3", Right, SiteOperator, ("発見者と直接話す", "Talk to the finder"), (
        "直すために、受付機関と協議したうえで発見者の了解があれば、運営者は発見者と直接やり取りできます。",
        "To fix the flaw an operator may exchange information with the finder directly, after consulting the receiving body and with the finder's consent.")),
    clause("Ⅴ.4.4", Duty, SiteOperator, ("第三者に開示しない", "No disclosure to others"), (
        "正当な理由なく第三者に開示しないよう求められています。",
        "Operators are asked not to disclose the information without good reason.")),
    clause("Ⅴ.4.4.但書", Recommendation, SiteOperator, ("委託先への連絡", "Telling contractors"), (
        "修正やサイトの管理を任せている外部の会社には、秘密保持契約を結んだうえで知らせることが勧められています。",
        "Contractors that fix or manage the site should be told, under an NDA.")),
    clause("Ⅴ.4.4.第2段", Duty, SiteOperator, ("漏らさないように管理する", "Keep it from leaking"), (
        "直るまで漏らさないように管理することが求められています。製品の脆弱性と分かったときは、正当な理由なく開示せず、公表されるまで漏らさないように管理します。",
        "Operators are asked to keep it from leaking until it is fixed; if it turns out to be a product's vulnerability, not to disclose it without good reason and to keep it from leaking until it is published.")),
    clause("Ⅴ.4.5", Duty, SiteOperator, ("漏えいしたときの公表", "Going public after a leak"), (
        "サイトの脆弱性は進んで公表しなくてかまいません。ただし、個人情報の漏えいなどが起きたか、その可能性があるときは、被害の広がりを防ぐため、次の項目を含めて公表するよう求められています。",
        "An operator need not make a website's flaw public. If personal data leaked or may have leaked because of it, however, operators are asked to publish the items that follow, to prevent further harm.")),
    clause("Ⅴ.4.5.1", FormItem, SiteOperator, ("概要", "Outline"), (
        "どのような漏えいが起きたかです。",
        "What kind of leak it was.")),
    clause("Ⅴ.4.5.2", FormItem, SiteOperator, ("期間", "Period"), (
        "いつからいつまで漏れていたと思われるかです。",
        "From when until when data probably leaked.")),
    clause("Ⅴ.4.5.3", FormItem, SiteOperator, ("件数", "Number"), (
        "何件が漏れたと思われるかです。",
        "How many records probably leaked.")),
    clause("Ⅴ.4.5.4", FormItem, SiteOperator, ("種類", "Kinds of data"), (
        "どのような種類の個人情報が漏れたと思われるかです。",
        "Which kinds of personal data probably leaked.")),
    clause("Ⅴ.4.5.5", FormItem, SiteOperator, ("原因", "Cause"), (
        "なぜ漏れたかです。",
        "Why it leaked.")),
    clause("Ⅴ.4.5.6", FormItem, SiteOperator, ("問合せ先", "Where to ask"), (
        "本人などが問い合わせるための宛先です。",
        "Where those affected and others can ask.")),
    clause("Ⅴ.4.5.第2段", Duty, SiteOperator, ("本人への回答", "Answering those affected"), (
        "情報が漏れた本人から問い合わせがあれば、的確に答えるよう求められています。",
        "Operators are asked to answer properly when the people whose data it is ask.")),
];
