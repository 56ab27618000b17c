//! Ⅳ.5 What developers are asked to do, Ⅳ.6 Vulnerabilities that developers find in their own products.

use super::Actor::{BothBodies, Developer};
use super::ClauseKind::{Duty, Power, Right};
use super::{ClauseText, clause};

#[rustfmt::skip]
pub(super) static CLAUSES: &[ClauseText] = &[
    clause("Ⅳ.5.1", Duty, Developer, ("窓口の設置", "A window"), (
        "製品開発者には、脆弱性の連絡を受ける窓口を設けて前もって調整機関に知らせること、名称などを公開リストに載せてよいかを伝えることが望まれます。",
        "Developers are asked to set up a window for vulnerability matters, tell the coordinator in advance, and say whether they may appear in the public list.")),
    clause("Ⅳ.5.1.第2段", Duty, Developer, ("窓口の変更", "Changes of the window"), (
        "窓口が変わったら速やかに調整機関に知らせるよう求められています。",
        "Changes should be reported to the coordinator promptly.")),
    clause("Ⅳ.5.1.第3段", Right, Developer, ("直接届出の窓口掲載を申し出る", "Offering to take direct reports"), (
        "発見者からの直接の届出を受けたい製品開発者は、自社の窓口を公開リストに載せるよう申し出ることができます。",
        "A developer that wishes to take reports straight from finders may ask to have its window shown in the public list.")),
    clause("Ⅳ.5.2", Duty, Developer, ("検証と報告", "Verification and report"), (
        "情報を受け取ったら製品への影響を調べて検証し、結果を調整機関に報告するよう求められています。原因が他社の製品にあるらしいときは、そのことも伝えます。",
        "On receiving the information a developer is asked to examine its products, verify, and report the result to the coordinator; also if the flaw seems to lie in somebody else's product.")),
    clause("Ⅳ.5.2.第2段", Duty, Developer, ("一覧に載ったら連絡する", "Answering when listed"), (
        "何かの理由で連絡を受け取れず連絡不能開発者として示されたときは、速やかに調整機関へ連絡するよう求められています。",
        "A developer that missed the contact and finds itself listed as unreachable is asked to get in touch promptly.")),
    clause("Ⅳ.5.3", Duty, Developer, ("公表日の相談", "Consulting on the day"), (
        "脆弱性を確認したら、対策や外部との調整に要る時間と漏れる危険とを考えて、公表の日程を調整機関と相談するよう求められています。目安は起算日から45日後で、もっと時間が要るときも相談します。",
        "Having confirmed a vulnerability, a developer is asked to consult the coordinator on the schedule, weighing the time needed against the risk of a leak. About 45 days from day zero is the aim; if more is needed, that too is to be discussed.")),
    clause("Ⅳ.5.4", Right, Developer, ("発見者と直接話す", "Talk to the finder"), (
        "両機関を介して発見者の了解が得られれば、製品開発者は発見者と直接やり取りできます。",
        "Through the two bodies and with the finder's consent, a developer may exchange information with the finder directly.")),
    clause("Ⅳ.5.5", Right, Developer, ("関連サイトの情報", "Information on a related website"), (
        "製品がサイトの部品で自社では再現できないとき、届出に関わるサイトの情報を調整機関に求めることができます。受け取った情報は、漏らさないように管理することが求められています。渡すには運営者の同意が要ります。",
        "When its product is part of a website and it cannot reproduce the flaw, a developer may ask the coordinator about that website, and is asked to keep the answer from leaking. The operator's consent is needed before anything is given.")),
    clause("Ⅳ.5.6", Duty, Developer, ("問い合わせへの回答", "Answering enquiries"), (
        "技術的なことや進み具合について調整機関から尋ねられたら、的確に答えるよう求められています。",
        "Developers are asked to answer the coordinator's questions on technical points and progress properly.")),
    clause("Ⅳ.5.7", Duty, Developer, ("対策と対応状況の連絡", "Reporting countermeasure and status"), (
        "公表日までに対策方法を作るよう努め、対策方法と対応状況を調整機関に伝えることが求められています。変わったときはそのつど伝えます。調整機関への報告は、受付機関への報告も兼ねます。",
        "Developers are asked to try to have a countermeasure by the publication day and to report it with the status, again at each change. Telling the coordinator counts as telling the receiving body.")),
    clause("Ⅳ.5.8", Duty, Developer, ("利用者への周知", "Telling users"), (
        "対策方法を作ったら、公表日以降に製品利用者へ知らせるよう求められています。自社の発表を公表日より先に出さないことが前提です。",
        "Having made a countermeasure, developers are asked to make it known to users from the publication day on, and so not before it.")),
    clause("Ⅳ.5.9", Duty, Developer, ("情報と日程の管理", "Keeping information and schedule"), (
        "正当な理由なく第三者に開示しないこと、公表日までは情報も公表の日程も漏らさないように管理することが求められています。",
        "Developers are asked not to disclose without good reason, and to keep both the information and the schedule from leaking until the publication day.")),
    clause("Ⅳ.5.9.第2段", Right, Developer, ("公表前の利用者通知", "Early notice to users"), (
        "利用者の危険を減らせると考えたら、調整機関と調整のうえで、直接またはシステム構築事業者を通じて公表前に知らせることができます。知らせる相手には、開示しないことと漏らさないことを要請します。",
        "If it lowers users' risk, a developer may, after coordination, tell them before publication, directly or through integrators, and should ask those told neither to disclose it nor to let it leak.")),
    clause("Ⅳ.5.10", Power, BothBodies, ("進まないときの判定", "Judgement when nothing moves"), (
        "製品開発者と適切に連絡が取れないなどで進展が見込めなければ、公表するかどうかを委員会の判定に付すことができます。公表となれば、製品開発者の名前とともに公表します。",
        "If no progress can be expected, for instance for lack of proper contact, the committee may judge whether to publish; a publication then names the developer.")),
    clause("Ⅳ.5.10.第2段", Right, Developer, ("意見を述べる機会", "The right to be heard"), (
        "委員会の判定が行われるとき、製品開発者には意見を述べる機会があります。",
        "When the committee judges a case, the developer has the opportunity to state its opinion.")),
    clause("Ⅳ.6.1", Duty, Developer, ("自社製品の脆弱性", "A flaw of one's own"), (
        "自社製品の脆弱性を自分で見つけたとき、またはほかで明かされた情報を手に入れたときは、対策方法を作り、脆弱性の内容とともに利用者へ知らせるよう求められています。",
        "A developer that finds a vulnerability of its own product, or obtains what others disclosed, is asked to make a countermeasure and tell its users of both.")),
    clause("Ⅳ.6.1.第2段", Duty, Developer, ("両機関のどちらかへの通知", "Telling one of the two bodies"), (
        "あわせて、受付機関か調整機関のどちらかに知らせるよう求められています。利用者全員に知らせたなら必要ありません。この届出に受理の五条件や45日の目安はありません。",
        "It is also asked to tell the receiving body or the coordinator, unless all users were told. The five conditions and the 45 days do not apply to such a report.")),
    clause("Ⅳ.6.2", Duty, BothBodies, ("自社届出の公表", "Publishing own-product reports"), (
        "両機関は、知らされた自社製品の脆弱性と対策方法をポータルで公表します。時期は前もって製品開発者と調整します。",
        "The two bodies publish the vulnerability and countermeasure on the portal, at a time settled with the developer beforehand.")),
];
