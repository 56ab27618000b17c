//! The appendices (付録): terms, flows, legal points, influence, unreachable developers, international standards.

use super::Actor::{BothBodies, Coordinator, Developer, Everyone, ReceivingBody};
use super::ClauseKind::{Condition, Definition, Exception, Overview, Recommendation, Scope, Template};
use super::{ClauseText, clause};

#[rustfmt::skip]
pub(super) static CLAUSES: &[ClauseText] = &[
    clause("付録1.1", Definition, Everyone, ("製品の種類と制御システム", "Kinds of products; control systems"), (
        "パソコンのソフトウエアからサーバ、ソフトウエアを組み込んだ機器、制御システム用の製品までを含みます。制御システムは寿命が長く簡単に止められず、社会への影響も大きいため、対策に時間がかかることなどに配慮します。",
        "From software on a desktop or server to devices with software inside and products for control systems. Control systems live long, cannot simply be stopped and may matter greatly to society; allowance is made for the time that fixing them takes.")),
    clause("付録1.5", Definition, Everyone, ("委託しても運営者は委託元", "Outsourcing does not change the operator"), (
        "サイトの管理を外部の会社に任せていても、運営者は任せた側です。",
        "Even if a contractor manages the website, the operator is the one who hired it.")),
    clause("付録1.7", Definition, Everyone, ("不適切な運用の例", "Examples of improper operation"), (
        "本来見せないはずの管理画面や個人情報のファイルが誰でも見られる、脆弱性のある製品を使っている、使われなくなったサイトの脆弱性が放置されている、といった例があります。",
        "Examples: management pages or files of personal data open to anybody, vulnerable products in use, a website out of service whose flaws are left as they are.")),
    clause("付録2.図3", Overview, BothBodies, ("製品の流れ", "The product track at a glance"), (
        "届出から公表までの全体の流れです。起算日は調整機関から受付機関へ、受付機関から発見者へと伝わります。影響の小さいものは、製品開発者に知らせることで取扱いを終えられます。",
        "The whole way from report to publication. Day zero is passed from the coordinator to the receiving body and on to the finder. A case of small influence may end once the developer has been told.")),
    clause("付録2.図4", Overview, ReceivingBody, ("サイトの流れ", "The website track at a glance"), (
        "届出から修正完了までの全体の流れです。運営者に連絡すると、取扱いの開始を発見者に知らせます。影響の小さいものは、運営者に知らせることで取扱いを終えられます。",
        "The whole way from report to fix. On contacting the operator the finder is told that handling has begun. A case of small influence may end once the operator has been told.")),
    clause("付録3.1-1.(3)", Scope, ReceivingBody, ("受付は適法との判断ではない", "Taking a report in does not make it lawful"), (
        "届出を受け付けても、入手の方法が適法だと認めたことにはならず、発見者の法的な責任がなくなるわけでもありません。",
        "Taking a report in is no finding that the information was lawfully obtained, and frees the finder from no liability.")),
    clause("付録4", Condition, BothBodies, ("影響度", "Influence"), (
        "深刻度（CVSSv3の基本値）と影響範囲の組合せで、優先・通常・簡易のどの対応にするかを両機関が総合して判断します。",
        "Severity (CVSS v3 base score) and range together lead to priority, normal or simple handling, as the two bodies judge from all that is known.")),
    clause("付録4.1", Condition, BothBodies, ("影響範囲", "Range"), (
        "利用者数、社会的な影響力、攻撃のしやすさの三つを考えて広・中・狭を選びます。三つとも分からないときは「広」です。",
        "Wide, medium or narrow, chosen by number of users, weight in society and ease of attack. If all three are unknown, it is wide.")),
    clause("付録4.1.①", Condition, BothBodies, ("利用者数", "Number of users"), (
        "そのソフトウエアを使っている人がどのくらいいるかです。",
        "How many people use the software.")),
    clause("付録4.1.②", Condition, BothBodies, ("社会的影響力", "Weight in society"), (
        "重要インフラなどで使われていると思われる製品かどうかです。",
        "Whether the product is probably used in critical infrastructure or the like.")),
    clause("付録4.1.③", Condition, BothBodies, ("攻撃の容易性", "Ease of attack"), (
        "攻撃コードが公表されているか、実際の攻撃が確認されていれば「広」とします。取扱いを判断する時点の情報で決めます。",
        "If exploit code is public or attacks have been seen, the range is wide; what counts is what is known when handling is decided.")),
    clause("付録4.2", Exception, ReceivingBody, ("サイトの受動型攻撃", "Passive attacks on websites"), (
        "サイトでは、深刻度が4.0から6.9で影響範囲が「中」でも、利用者の操作を待つ受動型の攻撃なら取扱いを終えることができます。",
        "For a website, even at a severity of 4.0 to 6.9 and medium range, the case may end if the attack is a passive one that waits for a user to act.")),
    clause("付録5.1", Template, Coordinator, ("連絡不能開発者一覧", "List of unreachable developers"), (
        "製品開発者本人に気づいてもらうための一覧です。問合せ番号、開発者名、関連情報、掲載日、製品情報、備考の欄があり、開発者名は空けておくこともあります。連絡先を示し、件名に問合せ番号を書くよう案内します。",
        "A list meant to be noticed by the developer itself: inquiry number, developer (which may stay blank), related information, day of listing, product information, remarks. It says where to write, with the inquiry number in the subject.")),
    clause("付録5.2", Template, Coordinator, ("対象製品情報の公表", "Product notice"), (
        "製品名とバージョンも示し、開発者本人に加えて連絡のつけ方を知っている人にも呼びかけます。相手と期限の有無により四つの文面があります。",
        "It also names product and version, and addresses besides the developer anybody who knows how to reach it. There are four texts, by addressee and with or without a deadline.")),
    clause("付録5.2.1", Template, Coordinator, ("官庁・法人あて", "To authorities and companies"), (
        "製品の作者や権利者、販売代理店などの関係者に連絡を頼む文面です。公開日を示します。",
        "Asks makers, right holders, sales agents and others connected with the product to get in touch; gives the day of publication.")),
    clause("付録5.2.2", Template, Coordinator, ("官庁・法人あて（期限つき）", "To authorities and companies, with a deadline"), (
        "連絡の期限と、それまでに連絡がなければ連絡不能として手続を進めることを書き加えた文面です。更新日も示します。",
        "The same with a deadline and the consequence that without word by then the developer is treated as unreachable; gives the day of the update too.")),
    clause("付録5.2.3", Template, Coordinator, ("個人・コミュニティあて", "To individuals and communities"), (
        "作者や権利者、連絡方法を知る人に加えて、派生・関連製品のコミュニティで修正版を出せる開発者にも呼びかける文面です。",
        "Addresses makers, right holders and those who know how to reach them, and also developers of derived or related products who could ship a fix.")),
    clause("付録5.2.4", Template, Coordinator, ("個人・コミュニティあて（期限つき）", "To individuals and communities, with a deadline"), (
        "連絡の期限と、それまでに連絡がないときの扱いを書き加えた文面です。更新日も示します。",
        "The same with a deadline and its consequence; gives the day of the update too.")),
    clause("付録6.1", Recommendation, Developer, ("国際標準：オンラインサービス", "Standards: online services"), (
        "国際標準にも合わせたい事業者には、対策を適用したことを文書に残すことが望まれます。クラウド事業者では、顧客の環境への影響を考え、更新を前もって知らせることが大切です。",
        "Services that also wish to follow the international standard should keep a record of each fix applied; for cloud providers it matters to tell customers of updates beforehand.")),
    clause("付録6.2", Recommendation, Developer, ("国際標準：脆弱性公開ポリシー", "Standards: disclosure policy"), (
        "脆弱性の扱い方の方針を定めて一部を公表することが勧められます。連絡方法、安全な通信、やり取りの見通し、役立つ情報、対象外、追跡方法の六つが最小限で、謝辞、公表時期の一致、配布は任意です。",
        "A disclosure policy, published at least in part. Six elements are the minimum: contact, secure channel, what to expect, useful information, what is out of scope, tracking. Credit, synchronised publication and distribution are optional.")),
    clause("付録6.3", Recommendation, Developer, ("国際標準：受領の連絡", "Standards: acknowledging receipt"), (
        "届出を受け取る窓口を用意し、受け取ったことを暦で7日以内に知らせるよう勧められています。内容への答えではなく、受け取ったという知らせで足ります。",
        "Keep a window for reports and acknowledge each within seven calendar days; word that it arrived is enough, the answer may come later.")),
    clause("付録6.4", Recommendation, Developer, ("国際標準：中間ベンダ", "Standards: intermediate vendors"), (
        "他社の部品を使って提供する事業者には、問題の切り分け、部品の開発元との調整、遅れるときは発見者や調整機関への説明が望まれます。",
        "Vendors that build on others' parts should find out where the flaw lies, coordinate with the part's maker, and explain any delay and what comes next to the finder and the coordinator.")),
];
