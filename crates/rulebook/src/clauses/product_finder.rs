//! Ⅳ.1 The product track in outline, Ⅳ.2 What finders are asked to do.

use super::Actor::{BothBodies, Coordinator, Developer, Everyone, Finder, ReceivingBody};
use super::ClauseKind::{Condition, Definition, Duty, FormItem, Overview, Recommendation, Right, Scope};
use super::{ClauseText, clause};

#[rustfmt::skip]
pub(super) static CLAUSES: &[ClauseText] = &[
    clause("Ⅳ.1.1", Overview, Finder, ("届け出る", "Report"), (
        "発見者は、製品の脆弱性を見つけたら受付機関に届け出ます。",
        "A finder reports a product's vulnerability to the receiving body.")),
    clause("Ⅳ.1.2", Overview, ReceivingBody, ("調整機関に渡す", "Hand over"), (
        "受付機関は、受け取った情報を原則として調整機関に引き継ぎます。",
        "The receiving body hands what it received over to the coordinator, as a rule.")),
    clause("Ⅳ.1.3", Overview, Coordinator, ("製品開発者に知らせる", "Tell the developers"), (
        "調整機関は、関係する製品開発者を探し出して知らせます。",
        "The coordinator finds out which developers are concerned and tells them.")),
    clause("Ⅳ.1.4", Overview, Developer, ("確かめて報告する", "Verify and report"), (
        "製品開発者は、知らされた内容を自社製品で確かめ、結果を調整機関に伝えます。",
        "A developer checks its products and tells the coordinator the result.")),
    clause("Ⅳ.1.5", Overview, Coordinator, ("公表の日程を決める", "Agree on a schedule"), (
        "調整機関と製品開発者は、対策づくりや海外との調整に要る時間と、情報が漏れる危険とを考え合わせて、公表の日程を決めます。",
        "Coordinator and developers settle when to publish, weighing the time needed for countermeasures and overseas bodies against the risk of a leak.")),
    clause("Ⅳ.1.6", Overview, Developer, ("対策を用意する", "Prepare the countermeasure"), (
        "製品開発者には、公表日に間に合うよう対策方法の作成に努めることが望まれます。",
        "Developers are asked to try to have a countermeasure ready by the publication day.")),
    clause("Ⅳ.1.7", Overview, Developer, ("公表前に利用者へ知らせる", "Tell users early"), (
        "利用者の危険を減らせると考えたとき、製品開発者は調整機関と話し合ったうえで、公表日より前に利用者へ知らせることができます。",
        "When it lowers the risk for users, a developer may tell them before the publication day, after agreeing this with the coordinator.")),
    clause("Ⅳ.1.8", Overview, BothBodies, ("公表する", "Publish"), (
        "受付機関と調整機関は、脆弱性の内容に、連絡したすべての製品開発者の検証結果・対策方法・対応状況を添えて公表します。",
        "The two bodies publish the vulnerability together with the result, countermeasure and status of every developer contacted.")),
    clause("Ⅳ.1.9", Overview, ReceivingBody, ("統計を出す", "Publish statistics"), (
        "受付機関は、届出の統計を原則として四半期ごとに公表します。",
        "The receiving body publishes statistics, as a rule every quarter.")),
    clause("Ⅳ.1.図1注", Condition, Developer, ("全利用者への連絡は公表と同じ", "Reaching every user equals publication"), (
        "製品開発者が自社製品の利用者全員に結果や対応状況を伝えると確認できれば、公表したのと同じだけ知らせたものとみなします。",
        "If it can be confirmed that a developer tells every user of its product, that counts as much as publication.")),
    clause("Ⅳ.2.1", Scope, Finder, ("発見者の範囲", "Who is a finder"), (
        "研究者だけでなく製品開発者も発見者になります。自社製品を調べて、原因が他社の製品にあるらしいと分かった製品開発者は、発見者として届け出ることが勧められています。",
        "Not only researchers: a developer that finds a flaw in its own product which seems to lie in somebody else's is advised to act as a finder.")),
    clause("Ⅳ.2.2", Duty, Finder, ("法令に触れずに調べる", "Stay within the law"), (
        "情報を見つけたり手に入れたりするときに、不正アクセスなど法令に触れる行為をしないよう、注意が呼びかけられています。",
        "Finders are asked to take care that the way they discover or obtain information breaks no law, for instance on unauthorised access.")),
    clause("Ⅳ.2.3", Duty, Finder, ("受付機関への届出", "Report to the receiving body"), (
        "見つけた脆弱性関連情報は受付機関に届け出るよう、発見者にお願いしています。",
        "Finders are asked to report what they found to the receiving body.")),
    clause("Ⅳ.2.3.第2段", Right, Finder, ("製品開発者への直接の届出", "Report straight to a developer"), (
        "直接の届出を受けると表明している製品開発者には、受付機関を通さずに届け出ることもできます。",
        "A finder may go straight to a developer that has agreed to take direct reports.")),
    clause("Ⅳ.2.3.第3段", Duty, Finder, ("両方に届け出るとき", "When reporting to both"), (
        "受付機関と製品開発者の両方に届け出るときは、以後の調整を自分でするか受付機関に任せるかを書くよう求められています。任せるなら、そのことを製品開発者にも伝え、伝えたことを届出に書きます。",
        "A finder who tells both the receiving body and the developer is asked to say who will coordinate. If it is left to the receiving body, the developer should be told so, and the report should say that it was told.")),
    clause("Ⅳ.2.3.注2", Recommendation, Finder, ("複数の製品に関わるとき", "When several developers may be affected"), (
        "いくつもの開発者の製品に影響しうるときは、知らされない開発者が出ないように、受付機関への届出が望まれます。",
        "If products of several developers may be affected, reporting to the receiving body is preferred, so that no developer is left out.")),
    clause("Ⅳ.2.4", Duty, Finder, ("情報非開示依頼", "Non-disclosure request"), (
        "正当な理由なく情報を第三者に明かさないこと、明かす必要があるときは先に受付機関へ相談することが、発見者に依頼されます。始まりの日は定められておらず、ここでは届出の受付からとしています。",
        "Finders are asked not to disclose the information to others without good reason, and to talk to the receiving body first if there is one. The guideline does not say from when; here it runs from receipt of the report.")),
    clause("Ⅳ.2.4.第2段", Right, Finder, ("取下げを求める", "Asking for release"), (
        "起算日から1年がたつと、発見者は情報非開示依頼の取下げを受付機関に求めることができます。求めがなければ依頼は続き、取扱いが終わっても自動的には消えません。",
        "One year after day zero a finder may ask the receiving body to withdraw the non-disclosure request. It is not automatic: without being asked it stands, even when handling stops.")),
    clause("Ⅳ.2.4.第3段", Duty, Finder, ("漏らさないように管理する", "Keep it from leaking"), (
        "情報非開示依頼が続いている間は、意図せず情報が漏れることのないように保管することも求められています。",
        "While the non-disclosure request stands, finders are also asked to store the information so that it does not leak by accident.")),
    clause("Ⅳ.2.4.注4", Definition, Everyone, ("起算日", "Day zero"), (
        "調整機関が製品開発者への連絡を初めて試みた日です。相手に届いたかどうかは問いません。公表日の目安と、取下げを求められる1年は、ここから数えます。",
        "The day on which the coordinator first tried to contact the developer, whether or not it got through. The publication target and the finder's one year count from it.")),
    clause("Ⅳ.2.5", Duty, Finder, ("届出に書くこと", "What a report states"), (
        "届出には、次の九つの点をはっきり書くよう求められています。一つでも欠けていると受理の条件を満たしません。",
        "A report should state the nine items that follow; one that lacks any of them does not meet the conditions of acceptance.")),
    clause("Ⅳ.2.5.ア", FormItem, Finder, ("誰か", "Who"), (
        "氏名など、発見者が誰であるかが分かる情報です。",
        "A name or whatever else tells who the finder is.")),
    clause("Ⅳ.2.5.イ", FormItem, Finder, ("連絡先", "How to reach"), (
        "電子メールアドレスなど、発見者と連絡を取るための宛先です。",
        "An e-mail address or another way to reach the finder.")),
    clause("Ⅳ.2.5.ウ", FormItem, Finder, ("製品開発者に知らせてよいか", "May the developer be told"), (
        "氏名と連絡先を製品開発者に知らせてよいかどうかです。ほかの二つの可否とは別に選びます。",
        "Whether name and contact may be passed to the developer. A choice of its own, apart from the other two.")),
    clause("Ⅳ.2.5.エ", FormItem, Finder, ("直接連絡を受けてよいか", "May the developer write directly"), (
        "製品開発者から直接連絡があってもよいかどうかです。これも単独で選びます。",
        "Whether the developer may get in touch directly. Again a choice of its own.")),
    clause("Ⅳ.2.5.オ", FormItem, Finder, ("氏名を公表してよいか", "May the name be published"), (
        "公表のときに発見者として氏名を載せてよいかどうかです。",
        "Whether the name may appear in the publication as the finder's.")),
    clause("Ⅳ.2.5.カ", FormItem, Finder, ("製品の名称", "Product"), (
        "脆弱性が見つかった製品の名前です。",
        "The name of the product with the vulnerability.")),
    clause("Ⅳ.2.5.キ", FormItem, Finder, ("脆弱性の内容", "The vulnerability"), (
        "どのような環境で、どう操作して、何が起きたかです。検証コード、画面の記録、ログなどの証拠は、法令に触れずに取れる範囲で、できれば添えます。",
        "In which environment, by which steps, with what result. Evidence such as code, screenshots or logs should come along where possible, obtained without breaking the law.")),
    clause("Ⅳ.2.5.ク", FormItem, Finder, ("個人情報の取扱い", "Personal data"), (
        "製品開発者への通知、直接のやり取り、公表のそれぞれについての意向です。望まなければ発見者を特定できることは調整機関にも製品開発者にも一切伝えません。望めば公表時に氏名を載せ、製品開発者にも同じように載せることを勧めます。",
        "The finder's wishes on being named to the developer, talking to it, and being published. Unless wished, nothing that identifies the finder goes to the coordinator or a developer; if wished, the publication carries the name and developers are advised to do the same.")),
    clause("Ⅳ.2.5.ケ", FormItem, Finder, ("ほかへの届出", "Reports elsewhere"), (
        "製品開発者やほかのセキュリティ機関にも知らせたかどうかと、その状況です。",
        "Whether the developer or another security body was told as well, and how that stands.")),
    clause("Ⅳ.2.6", Right, Finder, ("製品開発者と直接話す", "Talk to the developer"), (
        "届出の後、両機関を介して製品開発者の了解が得られれば、発見者は製品開発者と直接やり取りできます。",
        "After reporting, a finder may exchange information with the developer directly, through the two bodies and with the developer's consent.")),
    clause("Ⅳ.2.7", Right, Finder, ("進み具合を尋ねる", "Ask how it stands"), (
        "発見者は、届出がどうなったかを受付機関に尋ねることができます。返ってきた内容は、むやみに他人に明かさないよう求められています。",
        "A finder may ask the receiving body how the report stands, and is asked not to pass the answer on carelessly.")),
];
