//! What the demo's people write to each other: a few sentences of each sort, in Japanese and English.

use rulebook::site::OperatorAnswer;
use rulebook::text::Language;

/// Japanese, English.
type Phrase = (&'static str, &'static str);

/// One of several phrases.
pub fn pick(phrases: &'static [Phrase], number: usize, language: Language) -> &'static str {
    let (ja, en) = phrases[number % phrases.len()];
    if language == Language::Ja { ja } else { en }
}

/// The desk asks the finder.
pub const QUESTIONS: [Phrase; 3] = [
    (
        "届出をありがとうございます。再現を確かめるため、お使いのOSの種類と、設定を変えた箇所があればお知らせください。",
        "Thank you for your report. To reproduce it, please tell us which operating system you used and which settings you changed, if any.",
    ),
    (
        "ご報告の手順の(2)で入力する値について、もう少し詳しく教えていただけますか。手元の環境では同じ画面になりませんでした。",
        "Could you tell us more about the value entered in step 2? Our environment did not show the same page.",
    ),
    (
        "確認した製品のバージョンを、もう一度お知らせください。最新版でも起きるかどうかも、分かれば教えてください。",
        "Please tell us the version once more, and whether it also happens in the newest one, if you know.",
    ),
];

/// The finder answers.
pub const ANSWERS: [Phrase; 2] = [
    (
        "ご連絡ありがとうございます。OSの種類は2つとも試し、どちらでも再現しました。設定は初期設定のままです。画面の写しが必要でしたらお送りします。",
        "Thank you. I tried both operating systems and it happens on each. The settings are as installed. I can send pictures if they help.",
    ),
    (
        "お返事が遅くなりすみません。最新版でも確認しました。手順の(2)では、記号を一つ加えるだけで同じ結果になります。",
        "Sorry for the delay. The newest version does it too; in step 2 a single sign is enough.",
    ),
];

/// The finder asks how it stands.
pub const TALK: [Phrase; 2] = [
    (
        "お世話になっております。その後の状況を教えていただけますか。公表の前に知らせていただければ幸いです。",
        "Could you tell me how it stands? I would be glad to hear before it is published.",
    ),
    (
        "学会での発表を予定しています。公表日が決まりましたらお知らせください。それまで内容は伏せます。",
        "I plan a talk about it. Please tell me once the day is set; until then I keep it to myself.",
    ),
];

/// The desk tells.
pub const TALK_BACK: [Phrase; 1] = [(
    "お問い合わせありがとうございます。関係者との調整を続けています。次の動きがありましたら、経過のページとメールでお知らせします。",
    "Thank you for asking. Coordination goes on. You will hear of the next step on your page and by mail.",
)];

/// For the own side only.
pub const NOTES: [Phrase; 3] = [
    (
        "手元の検証機で再現を確認。記録は共有棚の日付のフォルダに。",
        "Reproduced on our test machine; records are in the shared folder of that day.",
    ),
    ("発見者は電話での連絡を望まない。必ずメールで。", "The finder does not wish to be phoned: by mail only."),
    (
        "似た届出が昨年あった。範囲が違うため別の案件として扱う。",
        "There was a similar report last year; its scope differs, so this is a case of its own.",
    ),
];

/// Why a report is accepted.
pub const ACCEPTED: Phrase = (
    "届出の内容を確認し、五つの条件をすべて満たすため受理しました。今後は調整機関と協力して、製品開発者に連絡します。公表まで、内容を第三者に開示しないようお願いします。",
    "We have examined the report; all five conditions hold and it is accepted. Together with the coordinator we will contact the developer. Please keep it to yourself until publication.",
);

/// Why not: an item missing, out of scope, no vulnerability, known already.
pub const REJECTED: [Phrase; 4] = [
    (
        "必要な項目についてお尋ねしましたが、お返事をいただけず、内容を確認できませんでした。このため不受理とします。補っていただければ、あらためて届け出ていただけます。",
        "We asked for the missing items and had no answer, so the content could not be confirmed and the report is not accepted. You are welcome to report again with the missing items.",
    ),
    (
        "市場に出ていない試作品に関するもので、本制度の対象となる製品にあたらないため、不受理とします。",
        "It concerns a prototype that is not in general use, which is outside the scope, so the report is not accepted.",
    ),
    (
        "仕様どおりの動作であり、第三者に影響を与えるものではないことを確認しました。脆弱性にはあたらないため、不受理とします。",
        "The behaviour follows the specification and does not affect others. It is no vulnerability, so the report is not accepted.",
    ),
    (
        "すでに開発者が公表し、修正版が提供されている問題と同じものでした。このため不受理とします。ご報告に感謝します。",
        "The developer has already published this problem with a fixed version, so the report is not accepted. Thank you all the same.",
    ),
];

/// The coordinator asks the receiving body.
pub const BODIES: [Phrase; 2] = [
    (
        "引き継ぎありがとうございます。発見者は開発者との直接の連絡を望んでいますか。急ぎではありません。",
        "Thank you for handing over. Does the finder wish direct contact with the developer? No hurry.",
    ),
    (
        "開発者の連絡先について、届出に書かれたもの以外に分かるものはありますか。",
        "Do you know any address of the developer beside the one in the report?",
    ),
];

/// The receiving body answers.
pub const BODIES_BACK: [Phrase; 2] = [
    (
        "届出の同意欄のとおりです。直接の連絡を望まない場合は、受付機関を通してください。",
        "It is as the consents of the report say; where direct contact is not wished, please go through us.",
    ),
    (
        "製品の説明書に電話番号がありました。開発者リストの備考に加えてください。",
        "The manual has a telephone number. Please add it to the notes of the register.",
    ),
];

/// The coordinator writes to a developer.
pub const TO_DEVELOPER: [Phrase; 2] = [
    (
        "詳細情報をお送りしました。再現に必要な情報が足りない場合は、この画面からお知らせください。修正の見込みが立ちましたら、時期だけでもお聞かせください。",
        "The details are in this room. Please write here if anything is missing to reproduce it; as soon as you can see when a fix may be ready, tell us the time at least.",
    ),
    (
        "お問い合わせの件、発見者に確かめたところ、初期設定のままで起きるとのことでした。検証用のファイルは添付のとおりです。",
        "We asked the finder: it happens with the initial settings. The test file is among the attachments.",
    ),
];

/// The developer answers.
pub const FROM_DEVELOPER: [Phrase; 2] = [
    (
        "ありがとうございます。社内で再現を確認しました。修正版は来月の定期更新に含める予定です。",
        "Thank you. We have reproduced it. The fix is planned for next month's regular update.",
    ),
    (
        "確認しました。古い系列にも同じ問題があるため、あわせて修正します。少し時間をください。",
        "Confirmed. An older line has it too and will be fixed together; please give us a little time.",
    ),
];

/// The coordinator takes note.
pub const THANKS: [Phrase; 2] = [
    (
        "ご連絡ありがとうございます。予定を承知しました。公表日の調整に入ります。",
        "Thank you for telling us. We take note of your schedule and will now work on the day.",
    ),
    (
        "承知しました。修正版の提供日が決まりましたら、対策方法の欄に記入してください。",
        "Understood. Once the day of the fix is certain, please enter it with your countermeasure.",
    ),
];

/// How to fix it.
pub const FIXES: [Phrase; 2] = [
    (
        "{product} {fixed}に更新してください。更新は製品の画面から行えます。",
        "Update to {product} {fixed}. The update is offered inside the product.",
    ),
    (
        "開発者のサイトから{product} {fixed}を入手し、適用してください。",
        "Obtain {product} {fixed} from the developer's site and apply it.",
    ),
];

/// An affected developer to the public.
pub const STATEMENTS: [Phrase; 2] = [
    (
        "本脆弱性を修正した{fixed}を提供しています。ご利用の皆様は、お早めに更新してください。",
        "We provide {fixed}, which fixes this vulnerability. Please update soon.",
    ),
    (
        "{fixed}で修正しました。更新できない場合は、回避策の適用をお願いします。",
        "Fixed in {fixed}. Where an update is not possible, please apply the workaround.",
    ),
];

/// A developer that is not affected.
pub const NOT_AFFECTED: Phrase = (
    "該当する機能を製品で使用していないため、影響を受けません。",
    "Our product does not use the function in question and is not affected.",
);

/// A developer that does not know yet.
pub const INVESTIGATING: Phrase =
    ("影響を受ける製品と範囲を調査しています。", "We are investigating which products are affected.");

/// A developer that sees nothing.
pub const CANNOT_REPRODUCE: Phrase = (
    "いただいた手順を3つの環境で試しましたが、再現しませんでした。使用したファイルをいただけないでしょうか。",
    "We tried the steps in three environments and could not reproduce it. Could we have the file that was used?",
);

/// A developer that lacks something.
pub const NEEDS_MORE: Phrase = (
    "検証にあたり、通信を中継した装置の設定が必要です。分かる範囲で教えてください。",
    "To verify it we need the settings of the relaying device, as far as they are known.",
);

/// A developer whose product contains the cause from elsewhere.
pub const OTHER_PRODUCT: Phrase = (
    "調査の結果、当製品に組み込んでいる外部のライブラリに原因があることが分かりました。当該ライブラリの開発者への連絡をお願いします。",
    "The cause lies in a library that our product contains. Please contact its developer.",
);

/// A developer that holds it for no vulnerability.
pub const NOT_VULNERABILITY: Phrase = (
    "この操作には管理者の認証を要し、細工したページからは実行できません。脆弱性にはあたらないと考えます。",
    "The operation asks for the administrator's password and cannot be made from another page. We hold that it is no vulnerability.",
);

/// A developer proposes a day.
pub const PROPOSALS: [Phrase; 2] = [
    (
        "修正版の提供がこの日になる見込みです。同じ日の公表を希望します。",
        "The fix will be ready on this day; we would like to publish together.",
    ),
    (
        "利用者への案内に二週間ほどいただきたく、この日を提案します。",
        "We need about two weeks to tell our customers and propose this day.",
    ),
];

/// Why the day is moved.
pub const DAY_CHANGED: Phrase = (
    "一部の開発者の修正版の提供が遅れるため、すべての開発者と相談のうえ公表日を変更します。",
    "Some developers need more time for their fixes; after consulting all of them the day is moved.",
);

/// What a day rests on while some developers have not reported.
pub const SIMILAR_CASES: Phrase = (
    "同種の案件では、修正版の提供まで六週間ほどでした。報告のない製品開発者を待たずに公表日を決めます。",
    "In similar cases fixes took about six weeks. The day does not wait for developers that have not reported.",
);

/// Who reports something for a second time: name and address.
pub const SECOND_FINDER: (&str, &str) = ("烽 次郎", "jiro@second-finder.example");

/// A finder takes its report back.
pub const WITHDRAWN: Phrase = (
    "設定の誤りによるもので、製品の脆弱性ではありませんでした。",
    "It came from a wrong setting of mine and is no vulnerability of the product.",
);

/// A finder asks what the receiving body cannot answer alone.
pub const ASKED_WHEN: Phrase = (
    "製品開発者の対策は、いつごろ公表される見込みでしょうか。勤め先への説明に使いたいと考えています。",
    "When is the developer likely to publish its fix? I would like to tell my employer.",
);

/// A finder asks before it discloses.
pub const CONSULTED: Phrase = (
    "勤め先でもこの製品を使っています。社内の担当者に、使うのを控えるよう伝えてもよいでしょうか。",
    "My employer uses this product. May I tell its administrators to stop using it for now?",
);

/// What was seen outside.
pub const SEEN: [Phrase; 2] = [
    ("掲示板に、製品名と症状を挙げた書込みがありました。", "A post on a forum names the product and the symptom."),
    (
        "観測網で、この脆弱性をねらう通信を確認しました。二つの組織から同じ報告があります。",
        "Sensors saw traffic aimed at this vulnerability; two organisations report the same.",
    ),
];

/// A developer on the text.
pub const COMMENTS: [Phrase; 3] = [
    ("内容を確認しました。このままで問題ありません。", "We have read it and agree with it as it stands."),
    ("製品名の表記を確認しました。問題ありません。", "The product name is right. No objections."),
    (
        "影響を受けるバージョンの下限を、リリースノートに合わせてください。",
        "Please align the first affected version with our release notes.",
    ),
];

/// What the coordinator notes of an attempt: by telephone, by a form, by post.
pub const CALLED: [Phrase; 3] = [
    ("代表番号に電話。担当から折り返すとのこと。", "Called the main number; somebody will call back."),
    (
        "サイトの問い合わせフォームから連絡。自動返信のみ。",
        "Wrote through the form of the site; only an automatic answer came.",
    ),
    ("所在地に書留で手紙を送付。", "Sent a registered letter to the address."),
];

/// What the coordinator wants the finder asked.
pub const ASK_FINDER: (&str, &str) = (
    "作者の現在の連絡先や、配布に関わっている方をご存じでしたら教えてください。",
    "Please tell us how to reach the author, or who distributes the product, if you know.",
);

/// What the finder said.
pub const FINDER_SAID: (&str, &str) =
    ("製品のページに書かれている連絡先のほかは知らないとのこと。", "It knows nothing beyond the page of the product.");

/// How the internet was searched.
pub const SEARCHED: (&str, &str) = (
    "製品名と開発者名で検索。2年以上前のブログが見つかったが、連絡先はなし。",
    "Found a blog of two years ago, without an address.",
);

/// Why it can be verified.
pub const VERIFIABLE: (&str, &str) =
    ("製品が配布されており、手元の環境で再現できた。", "The product can be downloaded, and it was reproduced.");

/// How a listed developer was reached.
pub const RESUMED: (&str, &str) = (
    "一覧を見た知人から聞いたとのことで、問合せ番号を付けたメールが届いた。",
    "A mail with the inquiry number came: a friend had seen the list.",
);

/// Why a case ends.
pub const NOT_WORTH: (&str, &str) =
    ("配布が終わり、利用者がいないことを確かめた。", "It is no longer distributed, and nobody uses it.");

/// The desk accepts a report of a website.
pub const SITE_ACCEPTED: Phrase = (
    "届出の内容を確認し、五つの条件をすべて満たすため受理しました。これからウェブサイトの運営者に連絡します。取扱いが終わるまで、内容を第三者に開示しないようお願いします。",
    "We have examined the report; all five conditions hold and it is accepted. We will now contact the operator of the site. Please keep it to yourself until handling ends.",
);
/// What the desk advises an operator.
pub const SITE_ADVICE: &str = "まず、該当する機能を一時的に止められるかご検討ください。直し方は、ホームページを作った会社にこの内容をそのままお渡しいただければ伝わります。";
/// What an operator asks.
pub const SITE_QUESTION: &str = "ホームページを作った会社とはもう契約がありません。誰に頼めばよいでしょうか。";
/// What finder and operator are told of the end.
pub const SITE_CLOSED: [&str; 2] = [
    "運営者からの連絡を受け、取扱いを終了しました。ご協力ありがとうございました。情報非開示のお願いも終了します。",
    "ご対応の内容を確認し、取扱いを終了しました。お忙しいところ、ありがとうございました。",
];
/// Who reported many sites at once.
pub const FLOOD_FINDER: (&str, &str) = ("波多野 周", "hatano@shirabe.example");
/// The sites.
pub const FLOOD: [&str; 12] = [
    "asagao-shika",
    "botan-ryokan",
    "chidori-kashi",
    "donguri-hoikuen",
    "enoki-kensetsu",
    "fukurou-bunko",
    "gekkou-onsen",
    "hibari-jidousha",
    "ichou-shika",
    "kakitsubata-ya",
    "kuwagata-denki",
    "matsukasa-nouen",
];

/// What an operator says with its answer.
pub const fn site_answer(answer: OperatorAnswer) -> &'static str {
    match answer {
        OperatorAnswer::Fixed => "ホームページを作った会社に直してもらいました。",
        OperatorAnswer::WillFix => "次の改装に合わせて直します。",
        OperatorAnswer::NeedsHelp => "書かれている内容が難しく、どこから手を付ければよいか分かりません。",
        OperatorAnswer::WillNotAct => {
            "記録として残しているだけの古いページで、利用者の情報もないため、対応の予定はありません。"
        }
        _ => "確認しました。",
    }
}
