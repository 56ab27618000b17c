//! Ⅳ.4 The coordinator in the product track.

use super::Actor::{BothBodies, Coordinator, InfrastructureOperator};
use super::ClauseKind::{Condition, Duty, Ending, Exception, Power, Scope};
use super::{ClauseText, clause};

#[rustfmt::skip]
pub(super) static CLAUSES: &[ClauseText] = &[
    clause("Ⅳ.4.1", Duty, Coordinator, ("製品開発者リスト", "Developer register"), (
        "いざというときに連絡できるよう、製品開発者ごとに脆弱性対策の責任者と連絡窓口を日ごろから登録しておきます。",
        "So that developers can be reached when it matters, the coordinator keeps a register of who is in charge of vulnerabilities at each and how to reach them.")),
    clause("Ⅳ.4.1.第2段", Duty, Coordinator, ("リストの公開", "Public part of the register"), (
        "名称などの公表を承諾した製品開発者だけを、公開するリストに載せます。",
        "Only developers that agreed to it appear in the public list.")),
    clause("Ⅳ.4.1.第3段", Duty, Coordinator, ("直接届出の窓口", "Windows for direct reports"), (
        "直接の届出を受けたいと製品開発者から申し出があれば、窓口の整い方や自社での公表の実績などを見たうえで、公開リストに窓口を書き足します。",
        "If a developer wishes to take direct reports, its window is added to the public list, after a look at how the window is run and what the developer has published itself.")),
    clause("Ⅳ.4.2", Duty, Coordinator, ("製品開発者への連絡", "Contacting developers"), (
        "情報を受け取ったら、リストや内容の分析から速やかに製品開発者を突き止め、必要ならリストに加えて連絡します。そのとき、検証して結果を報告するよう求めます。最初に連絡を試みた日が起算日になります。",
        "The coordinator promptly identifies the developers from the register and by analysis, adds them to it if need be, contacts them and asks each to verify and report. The first attempt makes day zero.")),
    clause("Ⅳ.4.2.第2段", Power, Coordinator, ("関わりの深い製品", "Closely related products"), (
        "届け出られた製品と実質的に影響し合う製品が見つかれば、その製品開発者とも連絡・調整できます。",
        "If another product turns out to be closely tied to the reported one, its developer may be contacted and brought in too.")),
    clause("Ⅳ.4.2.第3段", Duty, Coordinator, ("OSSの事前通知", "Early notice for open source"), (
        "OSSの場合は、開発元に加えて、必要に応じ、それを組み込んだ製品の開発者、配布者、携帯電話会社のように製品の仕様を決めるサービス提供者にも知らせます。開発元だけでは対策も発表もできないことがあるためです。",
        "For open source, notice goes where needed also to developers that build it into products, to distributors, and to service providers that fix a product's specification, since its makers may be unable to fix or announce it.")),
    clause("Ⅳ.4.2.第5段", Duty, Coordinator, ("影響の大きいものを先に", "High influence first"), (
        "影響の大きい脆弱性は、届いた順番にかかわらず先に扱います。",
        "Vulnerabilities of large influence go first, whatever the order of arrival.")),
    clause("Ⅳ.4.2.第6段.1", Duty, Coordinator, ("連絡不能開発者としての公表", "Listing an unreachable developer"), (
        "電子メール、郵便、電話、FAXなどのどれで試みても一定の期間まったく応答がなければ、連絡不能開発者として名称を公表し、連絡を呼びかけます。期間の長さは本文では定められておらず、版のデータとして持っています。",
        "If mail, post, telephone and fax bring no answer at all for a certain period, the developer is listed publicly as unreachable and asked to get in touch. The guideline sets no length for the period; it is edition data here.")),
    clause("Ⅳ.4.2.第6段.2", Power, Coordinator, ("製品情報の公表", "Listing the product"), (
        "それでも連絡が取れないとき、製品名とバージョンを公表して広く情報を求めることができます。いつからかは本文では定められていません。",
        "If there is still no contact, product name and version may be listed to ask the public for information. The guideline does not say after how long.")),
    clause("Ⅳ.4.3", Duty, Coordinator, ("公表日の決定", "Setting the publication day"), (
        "検証結果を受け取り製品開発者と相談したうえで、調整機関が公表日を決め、受付機関と関係する製品開発者に知らせます。目安は起算日から45日後ですが、次の三つの点も考慮します。返事がないことや反対だけで決定が止まることはありません。",
        "After the verification result and in consultation with the developers, the coordinator sets the day and tells the receiving body and the developers concerned. About 45 days from day zero is the aim, with three points to weigh. Silence or refusal does not block the decision.")),
    clause("Ⅳ.4.3.①", Condition, Coordinator, ("対策に要る期間", "Time for the countermeasure"), (
        "対策方法を作るのにどのくらいかかるかを考慮します。",
        "How long it takes to make the countermeasure.")),
    clause("Ⅳ.4.3.②", Condition, Coordinator, ("海外との調整に要る期間", "Time for bodies overseas"), (
        "海外の調整機関との調整にどのくらいかかるかを考慮します。",
        "How long it takes to coordinate with bodies overseas.")),
    clause("Ⅳ.4.3.③", Condition, Coordinator, ("漏れる危険", "Risk of a leak"), (
        "公表前に情報が流出する危険を考慮します。",
        "How great the risk is that the information gets out before.")),
    clause("Ⅳ.4.3.第2段", Duty, Coordinator, ("一部の開発者しか報告しないとき", "When only some developers report"), (
        "複数に連絡して一部しか結果を報告しないときは、届いた報告に、過去の似た例と海外調整・漏えいの危険を合わせて公表日を決め、受付機関と関係する製品開発者に知らせます。",
        "If only some of several developers report, the day is set from their reports, similar past cases, coordination overseas and the risk of a leak, and told to the receiving body and the developers concerned.")),
    clause("Ⅳ.4.4", Power, Coordinator, ("公表日の変更", "Changing the day"), (
        "製品開発者から要請があれば、公表日を変えることがあります。変えたら、受付機関と、この件で連絡したすべての製品開発者に知らせます。",
        "At a developer's request the day may be changed; the new day goes to the receiving body and to every developer contacted in the case.")),
    clause("Ⅳ.4.4.第2段", Power, Coordinator, ("公表の取りやめ", "Dropping the publication"), (
        "次のどれかに当たれば公表をやめることができ、そのことを製品開発者と受付機関に知らせます。一社の申し立てだけで自動的に取りやめになるわけではありません。",
        "In any of the following cases publication may be dropped, and developers and receiving body are told. One developer's statement does not drop it by itself.")),
    clause("Ⅳ.4.4.ア", Ending, Coordinator, ("脆弱性ではない", "Not a vulnerability"), (
        "通知を受けた製品開発者から、脆弱性情報に当たらないと連絡があった場合です。",
        "A developer that was told answers that it is not a vulnerability.")),
    clause("Ⅳ.4.4.イ", Ending, Coordinator, ("影響がない", "No impact"), (
        "通知を受けた製品開発者から、脆弱性による影響はないと連絡があった場合です。",
        "A developer that was told answers that the vulnerability has no impact.")),
    clause("Ⅳ.4.4.ウ", Ending, Coordinator, ("影響が小さい", "Small impact"), (
        "通知を受けた製品開発者から、付録4に照らして影響が小さいと連絡があった場合です。",
        "A developer that was told answers that the impact is small by the measure of appendix 4.")),
    clause("Ⅳ.4.4.エ", Ending, Coordinator, ("既知で公表済み", "Known and published"), (
        "すでに知られ、脆弱性情報などが公表されている場合です。",
        "It is known and information on it has been published.")),
    clause("Ⅳ.4.4.オ", Ending, Coordinator, ("全利用者に通知される", "Every user is told"), (
        "製品開発者が利用者全員に知らせる場合です。システム構築事業者を通じて知らせてもかまいません。",
        "The developer tells every user, be it through system integrators.")),
    clause("Ⅳ.4.5", Duty, Coordinator, ("第三者に開示しない", "No disclosure to others"), (
        "調整機関は情報を第三者に開示しません。次のような正当な理由がある場合に限り、開示することがあります。",
        "The coordinator discloses nothing to others, except for good reasons such as those that follow.")),
    clause("Ⅳ.4.5.ア", Exception, Coordinator, ("国内に窓口のない海外製品", "Foreign product, nobody in Japan"), (
        "海外の製品で、日本法人も総代理店もない場合です。",
        "The product is foreign and has neither a Japanese subsidiary nor a sole agent.")),
    clause("Ⅳ.4.5.イ", Exception, Coordinator, ("海外への大きな影響", "Large impact overseas"), (
        "海外に大きな影響を与える脆弱性の場合です。",
        "The vulnerability has a large impact overseas.")),
    clause("Ⅳ.4.5.ウ", Exception, Coordinator, ("詳しい分析が必要", "Detailed analysis needed"), (
        "情報を詳しく分析する必要がある場合などです。",
        "The information needs a detailed analysis, or the like.")),
    clause("Ⅳ.4.5.第2段", Condition, Coordinator, ("秘密保持契約", "Under an NDA"), (
        "開示するときは、秘密保持契約を結んでから、海外の調整機関や受付機関などの外部機関に連絡し、分析を頼みます。",
        "Overseas coordinators and outside bodies, the receiving body among them, are informed or asked for analysis under an NDA.")),
    clause("Ⅳ.4.5.第3段", Duty, Coordinator, ("公表まで漏らさない", "No leak before publication"), (
        "公表するまでは、情報が意図せず漏れることもないように管理します。",
        "Until publication the information is also kept from leaking by accident.")),
    clause("Ⅳ.4.6", Duty, Coordinator, ("影響の分析", "Impact on other systems"), (
        "ほかのソフトウエアやシステムへの影響を受付機関とともに調べるよう努め、結果を製品開発者に伝えます。",
        "Together with the receiving body it tries to find out what else is affected and tells the developers.")),
    clause("Ⅳ.4.7", Duty, Coordinator, ("対策と対応状況の報告を求める", "Asking for countermeasure and status"), (
        "連絡したすべての製品開発者に、公表日までに対策方法と対応状況を報告するよう要請し、公表のときに受付機関と共有します。",
        "Every contacted developer is asked to report countermeasure and status by the publication day; they are shared with the receiving body for publication.")),
    clause("Ⅳ.4.8", Power, Coordinator, ("優先的な情報提供", "Priority information provision"), (
        "暮らしに欠かせないサービスを支える設備への影響が特に大きいと見られるとき、受付機関・製品開発者と協議したうえで、対策ができてから公表日までの間に、脆弱性情報と対策方法だけを、政府機関や基盤保有事業者などに先に渡せます。",
        "If equipment behind services indispensable to daily life may be hit particularly hard, then after talks with the receiving body and the developers, and between the countermeasure being made and the publication day, the nature of the vulnerability and the countermeasure, and nothing else, may go first to government bodies and infrastructure operators.")),
    clause("Ⅳ.4.8.ア", Condition, InfrastructureOperator, ("社内の秘密管理", "Secrecy inside"), (
        "先に情報を受ける事業者が、社内で秘密を徹底して守ることです。",
        "The operator keeps the information strictly confidential inside.")),
    clause("Ⅳ.4.8.イ", Condition, InfrastructureOperator, ("委託先の秘密管理", "Secrecy at contractors"), (
        "システム構築やセキュリティを任せている委託先の各社でも、秘密を徹底して守ることです。",
        "Its contractors, such as integrators and security vendors, do so as well.")),
    clause("Ⅳ.4.8.ウ", Condition, InfrastructureOperator, ("防護目的のみの利用", "For protection only"), (
        "受け取った情報を、その基盤を守るためだけに使うことです。",
        "The information is used for nothing but protecting that infrastructure.")),
    clause("Ⅳ.4.8.第3段", Duty, Coordinator, ("運用の見直し", "Review of the practice"), (
        "運用の方法や提供先の事業者は、優先提供のねらいに照らして見直し続けます。",
        "How it is done and who receives it is kept under review, with its purpose in mind.")),
    clause("Ⅳ.4.8.第4段", Scope, Coordinator, ("基盤保有事業者の範囲", "Who is an infrastructure operator"), (
        "国が定める最新の重要インフラの行動計画に挙げられた重要インフラ事業者などを指します。計画が変われば範囲も変わるため、版のデータとして持っています。",
        "Those named as critical infrastructure operators, or the like, in the government's latest action plan. As the plan changes, so does the list; it is edition data here.")),
    clause("Ⅳ.4.9", Duty, BothBodies, ("公表と更新", "Publication and updates"), (
        "両機関は、脆弱性の内容と連絡したすべての製品開発者の検証結果・対策方法・対応状況をポータルで公表し、新しい対策や状況が届くたびに更新します。",
        "The two bodies publish the vulnerability and what every contacted developer reported on the portal, and update it each time a new countermeasure or status arrives.")),
    clause("Ⅳ.4.9.第2段", Power, Coordinator, ("公表前の利用者通知を認める", "Allowing early notice to users"), (
        "利用者の危険を減らせると製品開発者が考えるとき、調整機関は調整のうえ、公表前に利用者へ知らせることを認められます。",
        "When a developer finds that it lowers its users' risk, the coordinator may, after coordinating with it, allow it to tell them before publication.")),
    clause("Ⅳ.4.9.第3段", Duty, BothBodies, ("公表後の問い合わせ", "Enquiries after publication"), (
        "問い合わせ先を示し、主にOSSなどについて答え、必要があれば公表内容に反映します。",
        "A contact is shown, enquiries are answered, mainly on open source, and the entry is amended where useful.")),
    clause("Ⅳ.4.10", Duty, Coordinator, ("調整不能の通知", "Notice that coordination is impossible"), (
        "公表に向けた調整ができないと判断したら、受付機関に知らせます。委員会に進めるかどうかは、受付機関が改めて判断します。",
        "When it finds that publication cannot be coordinated, it tells the receiving body, which makes its own judgement before a committee is formed.")),
    clause("Ⅳ.4.10.第2段", Duty, Coordinator, ("判定の後の公表または終了", "Publishing or ending after the judgement"), (
        "公表すると知らされたらポータルで公表し、製品開発者の見解が届いていれば並べて載せます。公表しないことになれば、公表せずに取扱いを終えます。",
        "Told to publish, it publishes on the portal, with the developer's view if one was passed on; told not to, it ends the case without publication.")),
    clause("Ⅳ.4.10.第3段", Duty, Coordinator, ("調整の再開", "Taking it up again"), (
        "もう一度調整するよう受付機関から知らされたら、その内容に応じて処理を再開します。",
        "Told to coordinate again, it resumes handling as the notice requires.")),
    clause("Ⅳ.4.10.注8", Condition, Coordinator, ("見解は希望したときだけ", "A view only if wished"), (
        "製品開発者の見解を並べて載せるのは、製品開発者が望んだときだけです。",
        "A developer's view is shown only if the developer wishes it.")),
];
