//! Ⅳ.3 The receiving body in the product track: intake and handling (1), publication by judgement (2).

use super::Actor::{BothBodies, Committee, ReceivingBody};
use super::ClauseKind::{Condition, Duty, Ending, Exception, FormItem, Power};
use super::{ClauseText, clause};

#[rustfmt::skip]
pub(super) static CLAUSES: &[ClauseText] = &[
    clause("Ⅳ.3.(1).1", Duty, ReceivingBody, ("受付", "Intake"), (
        "届出はいつでも受け付けます。受理の判断から先の作業は、原則として営業日に行います。",
        "Reports are taken in day and night. The work after that, from the decision on acceptance on, is done on business days as a rule.")),
    clause("Ⅳ.3.(1).2", Duty, ReceivingBody, ("受理の判断", "Deciding on acceptance"), (
        "次の五つの条件がすべて満たされていると判断したら、その時点で受理し、発見者に連絡します。書かれた内容による判断で、受付機関が再現して確かめることまでは条件としていません。",
        "The report is accepted, and the finder told, once all five conditions that follow are found to hold. The decision rests on what is written; reproducing it is not a condition.")),
    clause("Ⅳ.3.(1).2.ア", Condition, ReceivingBody, ("項目がそろっている", "Complete"), (
        "届出に求められる九つの項目がすべて書かれていることです。",
        "All nine items asked of a report are there.")),
    clause("Ⅳ.3.(1).2.イ", Condition, ReceivingBody, ("矛盾がない", "Consistent"), (
        "書かれていることに矛盾などがないことです。",
        "What is written does not contradict itself.")),
    clause("Ⅳ.3.(1).2.ウ", Condition, ReceivingBody, ("適用範囲に入る", "In scope"), (
        "対象が第Ⅲ章の適用範囲に入っていることです。",
        "What it concerns is inside the scope of chapter Ⅲ.")),
    clause("Ⅳ.3.(1).2.エ", Condition, ReceivingBody, ("脆弱性である", "A vulnerability"), (
        "書かれたとおりであれば脆弱性に当たる、ということです。",
        "What is described, if true, is a vulnerability.")),
    clause("Ⅳ.3.(1).2.オ", Condition, ReceivingBody, ("未公表である", "Not published yet"), (
        "調整機関や製品開発者などがすでに公表した脆弱性ではないことです。公表前の届出と重なるだけでは、この条件に反しません。",
        "The coordinator, the developer or others have not published it already. Overlap with a report that is still unpublished does not count against it.")),
    clause("Ⅳ.3.(1).2.第2段", Duty, ReceivingBody, ("結果と理由の連絡、受理日", "Telling the result; acceptance day"), (
        "受理でも不受理でも、理由を添えて発見者に知らせます。受理を知らせた日が受理日となり、取扱いはこの日から始まります。",
        "Whether it is accepted or not, the finder is told with the reason. The day of telling acceptance is the acceptance day, on which handling begins.")),
    clause("Ⅳ.3.(1).3", Power, ReceivingBody, ("違法に入手された情報", "Illegally obtained information"), (
        "受付機関は入手の方法を問いません。ただし、違法な手段によることが明らかなら、処理をやめることがあります。",
        "The receiving body does not ask how information was obtained, but may stop handling it when it is evident that the means were illegal.")),
    clause("Ⅳ.3.(1).4", Duty, ReceivingBody, ("調整機関への速やかな連絡", "Prompt hand-over"), (
        "扱うと決めた情報は、速やかに調整機関に渡します。影響の大きいものは、届いた順番にかかわらず先に扱います。",
        "What is to be handled goes to the coordinator promptly. High influence goes first, whatever the order of arrival.")),
    clause("Ⅳ.3.(1).5", Duty, ReceivingBody, ("第三者に開示しない", "No disclosure to others"), (
        "正当な理由がない限り、発見者・調整機関・その製品の開発者のほかには開示しません。技術的分析を頼むときは秘密保持契約を結びます。",
        "Without good reason, nothing is disclosed beyond the finder, the coordinator and the product's developers. Whoever is asked for technical analysis signs an NDA.")),
    clause("Ⅳ.3.(1).5.ア", Exception, ReceivingBody, ("製品を使う者への連絡", "Telling those who use the product"), (
        "その製品がほかのソフトウエアやサイトに使われているとき、それらの開発者や運営者に知らせることができます。秘密保持契約は、この場合には定められていません。",
        "If the product is used in other software or on websites, their developers and operators may be told. No NDA is laid down for this case.")),
    clause("Ⅳ.3.(1).5.イ", Exception, ReceivingBody, ("外部への分析の依頼", "Analysis by others"), (
        "どうすれば再現するかが分からないときなどに、外部の機関に技術的な分析を頼むことができます。",
        "When for instance nobody can tell how to reproduce it, an outside body may be asked for technical analysis.")),
    clause("Ⅳ.3.(1).5.イ.第2段", Exception, ReceivingBody, ("再現に必要な情報", "What is needed to reproduce it"), (
        "その際、関係者の許諾があれば、調整機関と連携して、再現に必要な情報を製品開発者に示すことがあります。",
        "In that case, with the consent of those concerned and together with the coordinator, the developer may be shown what is needed to reproduce it.")),
    clause("Ⅳ.3.(1).5.第2段", Duty, ReceivingBody, ("公表まで漏らさない", "No leak before publication"), (
        "公表されるまでの間は、意図しない漏えいも起きないように情報を管理します。",
        "Until publication the information is also kept from leaking by accident.")),
    clause("Ⅳ.3.(1).6", Duty, ReceivingBody, ("発見者の情報を守る", "Protecting the finder"), (
        "氏名や連絡先をはじめ発見者に関わる情報は、本人が望まない限り、調整機関にも製品開発者にも第三者にも渡りません。",
        "Name, contact and anything else about the finder reaches neither coordinator nor developer nor anybody else unless the finder wishes it.")),
    clause("Ⅳ.3.(1).7", Power, ReceivingBody, ("処理の取りやめ", "Stopping"), (
        "調整機関に渡した後でも、次のどれかに当たれば、発見者に知らせたうえで処理をやめることができます。必ずやめるわけではなく、一社の申し立てだけで自動的に終わることもありません。",
        "Even after hand-over the receiving body may stop in any of the following cases, telling the finder. It may, it need not; one developer's statement ends nothing by itself.")),
    clause("Ⅳ.3.(1).7.ア", Ending, ReceivingBody, ("脆弱性関連情報ではない", "Not vulnerability-related"), (
        "脆弱性関連情報に当たらないと分かった場合です。",
        "It turns out not to be vulnerability-related information.")),
    clause("Ⅳ.3.(1).7.イ", Ending, ReceivingBody, ("適用範囲外", "Out of scope"), (
        "適用範囲の外だと分かった場合です。",
        "It turns out to be outside the scope.")),
    clause("Ⅳ.3.(1).7.ウ", Ending, ReceivingBody, ("影響が小さい", "Small influence"), (
        "付録4の考え方に照らして影響が小さい場合です。簡易な対応となる製品は、製品開発者に知らせた後で終えることができます。",
        "Its influence is small by the measure of appendix 4. A product case under simple handling may end once the developer has been told.")),
    clause("Ⅳ.3.(1).7.エ", Ending, ReceivingBody, ("既知で公表済み", "Known and published"), (
        "すでに知られ、しかも公表されている場合です。知られているだけでは足りません。",
        "It is known and also published; being known alone is not enough.")),
    clause("Ⅳ.3.(1).7.オ", Ending, ReceivingBody, ("全利用者に通知される", "Every user is told"), (
        "製品開発者が利用者全員に知らせる場合です。システム構築事業者を通じて知らせてもかまいません。",
        "The developer tells every user, be it through system integrators.")),
    clause("Ⅳ.3.(1).8", Duty, ReceivingBody, ("発見者とのやり取り", "Exchange with the finder"), (
        "受理の後も発見者に質問することがあります。発見者から問い合わせを受けたら、調整機関と相談してから答え、やり取りが第三者に漏れないよう注意します。",
        "The finder may be asked questions after acceptance. A finder's question is answered after consulting the coordinator, with care that nothing reaches others.")),
    clause("Ⅳ.3.(1).9", Duty, ReceivingBody, ("影響の分析", "Impact on other systems"), (
        "ほかのソフトウエアやシステムにどう影響するかを、調整機関とともに調べるよう努めます。結果は調整機関から製品開発者に伝わります。",
        "Together with the coordinator it tries to find out what other software and systems are affected; developers learn the result through the coordinator.")),
    clause("Ⅳ.3.(1).10", Duty, ReceivingBody, ("対策と対応状況の共有", "Sharing countermeasure and status"), (
        "製品開発者から報告された対策方法と対応状況を、調整機関と共有します。",
        "Countermeasures and statuses that developers report are shared between the two bodies.")),
    clause("Ⅳ.3.(1).11", Duty, ReceivingBody, ("情報非開示依頼の取下げ", "Release from the non-disclosure request"), (
        "起算日から1年以上たった届出について発見者から求めがあれば、依頼を取り下げます。断ることはできません。製品開発者が正当な理由で時間を要しているときは事情を説明し、発見者が冷静に判断できるようにします。",
        "When a finder asks one year or more after day zero, the request is withdrawn; it cannot be refused. If the developer has good reason to need longer, that is explained, so that the finder can judge fairly.")),
    clause("Ⅳ.3.(1).12", Duty, ReceivingBody, ("優先情報提供の連絡", "Telling of priority provision"), (
        "届け出た脆弱性について、政府機関や基盤保有事業者への優先的な提供が行われたら、発見者にそのことを知らせます。",
        "If government bodies or infrastructure operators were informed ahead of others, the finder is told that this was done.")),
    clause("Ⅳ.3.(1).13", Duty, BothBodies, ("公表と更新", "Publication and updates"), (
        "両機関は、脆弱性の内容と、連絡したすべての製品開発者の検証結果・対策方法・対応状況をポータルで公表します。後から新しい対策や状況が届けば、そのつど更新します。",
        "The two bodies publish on the portal the vulnerability and what every contacted developer reported, and update it whenever a developer sends a new countermeasure or status.")),
    clause("Ⅳ.3.(1).13.第2段", Duty, BothBodies, ("公表後の問い合わせ", "Enquiries after publication"), (
        "公表内容についての問い合わせ先を示し、主にOSSなどについて対応を助けるために答えます。必要があれば公表内容に反映します。",
        "A contact for enquiries is shown and they are answered, mainly to help users of open source; where useful, the answer finds its way into the entry.")),
    clause("Ⅳ.3.(1).13.第3段", Duty, ReceivingBody, ("公表の発見者への連絡", "Telling the finder of publication"), (
        "公表するときは、発見者に知らせます。",
        "The finder is told of the publication.")),
    clause("Ⅳ.3.(1).14", Duty, ReceivingBody, ("統計の公表", "Statistics"), (
        "届出件数の移り変わりなどを集計し、危険を広く知ってもらうために、原則として四半期ごとに公表します。",
        "Figures such as the number of reports over time are published, as a rule every quarter, to make the danger known.")),
    clause("Ⅳ.3.(2).1", Duty, ReceivingBody, ("調整不能の判断と委員会", "When coordination is impossible"), (
        "調整機関から調整できないと通知を受け、受付機関自身も不可能と判断したときは、公表の条件を満たすかどうかを判定する委員会を組織します。",
        "On the coordinator's notice, and if it too judges that coordination is impossible, the receiving body forms a committee to judge whether the conditions for publication are met.")),
    clause("Ⅳ.3.(2).1.ア", Condition, ReceivingBody, ("連絡不能", "Unreachable"), (
        "定められた連絡方法をすべて試み、それでも6か月以上連絡が取れない場合です。二つとも必要です。名称の一覧への掲載とは別の条件です。",
        "Every means of contact laid down was tried and there has been no contact for six months or more; both are needed. This is the gate to the committee, not to the list of unreachable developers.")),
    clause("Ⅳ.3.(2).1.イ", Condition, ReceivingBody, ("合意の見込みがない", "No agreement in sight"), (
        "公表について話し合ったものの、社会の常識から見て合意に至るのが難しくなった場合です。",
        "Publication was discussed, but agreement can no longer reasonably be expected.")),
    clause("Ⅳ.3.(2).1.第3段", Duty, ReceivingBody, ("公平で見通しのよい過程", "A fair and open process"), (
        "公表しないことで利用者などが受ける被害と、公表で開発者や利用者などが受ける不利益とを比べ、社会への影響も考えます。不利益を受けうる人が意見を言える、納得のいく進め方を整えます。",
        "Harm to users if nothing is published is weighed against disadvantage to developers, users and others if it is, with the effect on society in mind, by a process in which those who may lose can speak.")),
    clause("Ⅳ.3.(2).1.第4段", Duty, ReceivingBody, ("委員の指名", "Choosing members"), (
        "その案件に利害関係のない有識者、法律やセキュリティの専門家、製品分野の専門家を委員に指名します。利害関係のある人は、その案件に加わりません。",
        "Members are experts without an interest in the case: people learned in law, in security and in the product's field. Somebody with a conflict of interest takes no part in that case at all.")),
    clause("Ⅳ.3.(2).2", Duty, ReceivingBody, ("資料の準備", "Preparing the material"), (
        "製品開発者の連絡先、脆弱性の情報、検証結果・対策方法・対応状況を調整機関から聞き取り、判定のための資料を作ります。",
        "From the coordinator it collects the developer's contact, the vulnerability information, verification result, countermeasure and status, and prepares the papers for the judgement.")),
    clause("Ⅳ.3.(2).3", Duty, Committee, ("製品開発者への通知", "Telling the developer"), (
        "委員会は、公表すべきかどうかを判定することを、当事者である製品開発者に知らせます。",
        "The committee tells the developer concerned that it will judge whether to publish.")),
    clause("Ⅳ.3.(2).3.ア", FormItem, Committee, ("通知の内容", "What the notice says"), (
        "脆弱性の内容、あると判断した根拠、これまでの経緯、公表の文案、意見書の提出先と期限を伝えます。",
        "The vulnerability, why it is held to exist, what happened so far, the text planned for publication, and where and by when to send an opinion.")),
    clause("Ⅳ.3.(2).3.イ", Duty, Committee, ("通知の方法", "How the notice is sent"), (
        "電子メールなど無理のない手段で連絡を試み、プライバシーに十分配慮します。",
        "By e-mail or other reasonable means, with due care for privacy.")),
    clause("Ⅳ.3.(2).3.イ.第2段", Exception, Committee, ("連絡不能のとき", "When unreachable"), (
        "連絡不能の案件では、付録5の呼びかけを済ませていれば、通知の努力は尽くしたものとみなします。",
        "For an unreachable developer the public appeals of appendix 5 are deemed to be notice enough.")),
    clause("Ⅳ.3.(2).3.第2段", Power, ReceivingBody, ("調整に戻す", "Back to coordination"), (
        "製品開発者から検証結果、対策方法、対応状況のどれかについて新しい報告があれば、内容によって案件を調整機関に戻すことができます。",
        "If the developer reports something new on verification, countermeasure or status, the case may go back to the coordinator, depending on what it is.")),
    clause("Ⅳ.3.(2).4", Duty, Committee, ("意見を聞く", "Hearing opinions"), (
        "製品開発者に限らず、関係者の意見を聞きます。原則は書面で、委員会の裁量で口頭の意見を聞くこともできます。",
        "Opinions are heard from all concerned, not only the developer; in writing as a rule, orally if the committee so chooses.")),
    clause("Ⅳ.3.(2).5", Duty, Committee, ("判定", "Judgement"), (
        "検証結果と意見をもとに、次の四つの条件を検討します。すべて満たせば公表が適当、一つでも欠ければ公表しないという判定になります。",
        "On the verification result and the opinions, four conditions are examined. If all hold, publication is appropriate; if any one fails, the judgement is not to publish.")),
    clause("Ⅳ.3.(2).5.ア", Condition, Committee, ("調整が不可能", "Coordination impossible"), (
        "調整機関と製品開発者の間で、公表に向けた調整ができないことです。",
        "Coordinator and developer cannot settle the publication between them.")),
    clause("Ⅳ.3.(2).5.イ", Condition, Committee, ("脆弱性がある", "The vulnerability exists"), (
        "機密性・完全性・可用性の一つ以上が侵されるおそれがあり、原因となる動きを両機関のどちらかが具体的に示せて、製品開発者が反証できないことです。普通の使い方や、示されている使用条件も考慮します。",
        "At least one of confidentiality, integrity and availability may be violated, one of the two bodies can show concretely how, and the developer cannot refute it. Normal use and stated conditions of use are taken into account.")),
    clause("Ⅳ.3.(2).5.ウ", Condition, Committee, ("知り得ない利用者がいる", "Users would not learn of it"), (
        "製品が市販されていたり誰でも入手できたりして、製品開発者が全員に確実に知らせるのは難しく、公表しなければ知らないままの利用者が出るおそれがあることです。",
        "The developer can hardly reach every user for certain, for instance because the product is sold or can be downloaded, so that some might never know without publication.")),
    clause("Ⅳ.3.(2).5.エ", Condition, Committee, ("公表を妨げる事情がない", "Nothing against it"), (
        "製品開発者の取組みや利用者の状況などを見渡して、公表すべきでないとする明確な理由がないことです。",
        "Looking at the developer's efforts and the users' situation as a whole, there is no clear reason not to publish.")),
    clause("Ⅳ.3.(2).6", Duty, ReceivingBody, ("結果の通知", "Telling the outcome"), (
        "受付機関は、判定を踏まえて公表するかどうかを決め、どの結果でも理由とともに調整機関と製品開発者に知らせます。連絡不能の案件では、製品開発者への通知はありません。",
        "On the judgement the receiving body decides, and tells outcome and reason to the coordinator and the developer, whatever the outcome; the developer is left out only when it is unreachable.")),
    clause("Ⅳ.3.(2).7", Duty, ReceivingBody, ("判定の後", "After the judgement"), (
        "公表する、公表しない、再び調整する、の三つの結果に応じて次の手続に進みます。",
        "What follows depends on the outcome: publish, do not publish, or send back to coordination.")),
    clause("Ⅳ.3.(2).7.ア", Ending, ReceivingBody, ("公表する場合", "To be published"), (
        "判定を踏まえて受付機関が公表を決め、続く六つの手順を進めます。",
        "The receiving body decides on publication and takes the six steps that follow.")),
    clause("Ⅳ.3.(2).7.ア.1", Duty, ReceivingBody, ("手続の確認", "Confirmation of the procedure"), (
        "公表の手続が告示に沿っているかどうかの確認を、経済産業大臣に求めます。連絡不能の案件では行いません。",
        "The Minister of Economy, Trade and Industry is asked to confirm that the procedure follows the official notification; not in unreachable cases.")),
    clause("Ⅳ.3.(2).7.ア.2", Duty, ReceivingBody, ("公表日を決める", "Setting the day"), (
        "受付機関が公表日を決めます。",
        "The receiving body sets the day of publication.")),
    clause("Ⅳ.3.(2).7.ア.3", Duty, ReceivingBody, ("見解を聞く", "Asking for the developer's view"), (
        "公表する内容に添えてほしい見解があるかを製品開発者に尋ねます。連絡不能の案件では行いません。",
        "The developer is asked whether it wishes a view of its own shown beside the text; not in unreachable cases.")),
    clause("Ⅳ.3.(2).7.ア.4", Duty, ReceivingBody, ("調整機関への通知", "Telling the coordinator"), (
        "決めた公表日と、添えることを望まれた見解を調整機関に伝えます。",
        "The day and the view to be shown are passed to the coordinator.")),
    clause("Ⅳ.3.(2).7.ア.5", Duty, ReceivingBody, ("公表", "Publishing"), (
        "公表日に、製品開発者の名前とともにポータルで公表します。見解が出されていれば並べて載せます。",
        "On the day it is published on the portal with the developer's name, and with its view where one was given.")),
    clause("Ⅳ.3.(2).7.ア.6", Duty, ReceivingBody, ("発見者への連絡", "Telling the finder"), (
        "公表したことを発見者に知らせます。",
        "The finder is told that it was published.")),
    clause("Ⅳ.3.(2).7.イ", Ending, ReceivingBody, ("公表しない場合", "Not to be published"), (
        "発見者に結果と理由を知らせます。調整機関は公表せずに取扱いを終えます。",
        "The finder is told the outcome and why; the coordinator ends the case without publication.")),
    clause("Ⅳ.3.(2).7.ウ", Ending, ReceivingBody, ("再び調整する場合", "Sent back"), (
        "まだ調整できると判定されたら、製品開発者との調整をやり直すよう調整機関に知らせます。",
        "If coordination is judged to be possible after all, the coordinator is told to take it up again.")),
];
