//! A sample of each paper. Names, numbers and places are made up.

use jiff::civil::date;
use letters::*;

/// One of each; of papers that have variants, several.
pub fn all(language: Language) -> Vec<(&'static str, Paper)> {
    let notice = |kind, deadline| Paper::UnreachableNotice(unreachable(language, kind, deadline));
    vec![
        ("contact-letter", Paper::ContactLetter(contact(language))),
        ("operator-letter", Paper::OperatorLetter(operator(language))),
        ("judgement-notice", Paper::JudgementNotice(judgement(language))),
        ("result-publish", Paper::ResultNotice(result(language, Recipient::Developer, publish()))),
        ("result-not-publish", Paper::ResultNotice(result(language, Recipient::Coordinator, Outcome::NotPublish))),
        ("result-sent-back", Paper::ResultNotice(result(language, Recipient::Coordinator, Outcome::SentBack))),
        ("confirmation-request", Paper::ConfirmationRequest(confirmation(language))),
        ("minutes-summary", Paper::MinutesSummary(minutes(language))),
        ("unreachable-organisation", notice(DeveloperKind::Organisation, false)),
        ("unreachable-organisation-deadline", notice(DeveloperKind::Organisation, true)),
        ("unreachable-community", notice(DeveloperKind::PersonOrCommunity, false)),
        ("unreachable-community-deadline", notice(DeveloperKind::PersonOrCommunity, true)),
        ("nda", Paper::NonDisclosureAgreement(nda(language))),
    ]
}

fn say(language: Language, japanese: &str, english: &str) -> String {
    if language == Language::Japanese { japanese.into() } else { english.into() }
}

fn head(language: Language, reference: &str) -> Letterhead {
    let say = |japanese, english| say(language, japanese, english);
    Letterhead {
        language,
        from: Organisation {
            name: say("一般社団法人のろし調整センター", "Noroshi Coordination Center"),
            department: Some(say("早期警戒グループ　脆弱性調整担当", "Early Warning Group")),
            postal_code: "103-0023".into(),
            address: say(
                "東京都中央区日本橋本町9-9-9\nのろしビル8階",
                "Noroshi Building 8F\n9-9-9 Nihonbashi-honcho, Chuo-ku, Tokyo",
            ),
            phone: "03-0000-0100".into(),
            mail: "renraku@coordinator.example".into(),
            website: "https://noroshi.example".into(),
        },
        to: Addressee {
            organisation: Some(say("株式会社くも情報システム", "Kumo Information Systems Inc.")),
            department: Some(say("製品開発部　セキュリティご担当", "Product Security")),
            person: None,
            postal_code: Some("530-0001".into()),
            address: say("大阪府大阪市北区梅田8-8-8\nくもタワー21階", "Kumo Tower 21F\n8-8-8 Umeda, Kita-ku, Osaka"),
        },
        reference: reference.into(),
        date: date(2026, 11, 21),
    }
}

pub fn contact(language: Language) -> ContactLetter {
    let earlier = |month, day, japanese, english| EarlierContact {
        date: date(2026, month, day),
        means: say(language, japanese, english),
    };
    ContactLetter {
        head: head(language, "NRS-2026-0123-P2"),
        product: Some("Kumo Router".into()),
        earlier: vec![
            earlier(10, 19, "電子メール（製品の説明書にある宛先）", "E-mail (address in the product’s manual)"),
            earlier(11, 2, "ウェブサイトのお問い合わせ窓口", "Contact form of your website"),
        ],
        answer_link: "https://noroshi.example/answer/7f3k-2m9q-x4vd-8r6t".into(),
        answer_by: date(2026, 12, 11),
    }
}

pub fn operator(language: Language) -> OperatorLetter {
    let mut head = head(language, "NRS-2026-W0456");
    head.from.name = say(language, "独立行政法人のろし情報機構", "Noroshi Information Agency");
    head.to = Addressee {
        organisation: Some(say(language, "手打そば　はやぶさ庵", "Hayabusa-an Soba")),
        person: Some(say(language, "店主　隼　一郎", "Ichiro Hayabusa")),
        postal_code: Some("399-8205".into()),
        address: say(language, "長野県安曇野市豊科7-7-7", "7-7-7 Toyoshina, Azumino, Nagano"),
        department: None,
    };
    OperatorLetter {
        head,
        site: say(language, "手打そば　はやぶさ庵", "Hayabusa-an Soba"),
        answer_link: "https://noroshi.example/site/4h8s-9w2p-c6nb".into(),
        code: "483159".into(),
        answer_by: date(2026, 12, 11),
    }
}

pub fn judgement(language: Language) -> JudgementNotice {
    let entry = |year, month, day, japanese, english| HistoryEntry {
        date: Some(date(year, month, day)),
        what: say(language, japanese, english),
    };
    JudgementNotice {
        head: head(language, "のろし機第2026-0088号"),
        product: say(
            language,
            "Kumo Router ファームウェア 1.0.4 およびそれ以前",
            "Kumo Router firmware 1.0.4 and earlier",
        ),
        case_number: "JVN#00000000".into(),
        vulnerability: say(
            language,
            "管理画面の認証処理に不備があり、隣接するネットワークの第三者が、認証を経ずに管理者の権限で設定を変更できる。\
             想定される影響として、通信内容の窃取および改ざん、当該機器を経由した他の機器への攻撃が挙げられる。\
             CVSS v3.1 の基本値は 8.8（CVSS:3.1/AV:A/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H）である。",
            "The authentication of the administration page is flawed: somebody on an adjacent network can change settings with \
             administrator’s rights without signing in. Traffic may be read and changed, and other devices attacked. The base \
             score of CVSS v3.1 is 8.8 (CVSS:3.1/AV:A/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H).",
        ),
        grounds: say(
            language,
            "受付機関および調整機関において、出荷時の設定の実機二台を用い、発見者の示した検証方法により問題の挙動を再現した。\
             製品開発者からは、利用者が信頼できるネットワークに設置することを前提としている旨の説明があったが、説明書には当該の\
             使用条件の記載がなく、挙動そのものについての反証は示されていない。",
            "The receiving body and the coordinator reproduced the behaviour on two devices as shipped, by the method that the \
             finder had given. The developer explained that devices are meant for trusted networks; the manual does not say so, \
             and the behaviour itself was not refuted.",
        ),
        history: vec![
            entry(2025, 9, 1, "発見者から届出を受け付けた。", "The report was received."),
            entry(2025, 9, 12, "届出を受理し、調整機関に通知した。", "It was accepted and handed to the coordinator."),
            entry(2025, 9, 16, "調整機関が製品開発者に連絡した（起算日）。", "The developer was contacted (day zero)."),
            entry(
                2025,
                11,
                4,
                "製品開発者から、脆弱性には当たらないとの検証結果の報告があった。",
                "The developer reported: not a vulnerability.",
            ),
            entry(
                2026,
                2,
                20,
                "再現手順の映像を添えて再検証を依頼した。",
                "Verification was asked for again, with a recording.",
            ),
            entry(
                2026,
                5,
                29,
                "製品開発者から、公表に同意しない旨の回答があった。",
                "The developer declined publication.",
            ),
            entry(
                2026,
                10,
                30,
                "調整機関から受付機関に、調整が困難である旨の通知があった。",
                "The coordinator gave notice that coordination is impossible.",
            ),
        ],
        draft: say(
            language,
            "JVN#00000000\nKumo Router における認証不備の脆弱性\n\n概要\n株式会社くも情報システムが提供する Kumo Router には、\
             認証不備の脆弱性が存在します。\n\n影響を受けるシステム\nKumo Router ファームウェア 1.0.4 およびそれ以前\n\n\
             想定される影響\n隣接するネットワークの第三者によって、設定を変更される可能性があります。\n\n対策方法\n\
             管理画面への接続を、信頼できる端末に限定してください。",
            "JVN#00000000\nKumo Router vulnerable to missing authentication\n\nOverview\nKumo Router provided by Kumo Information \
             Systems Inc. lacks authentication for its administration page.\n\nProducts affected\nKumo Router firmware 1.0.4 and \
             earlier\n\nImpact\nSettings may be changed by somebody on an adjacent network.\n\nSolution\nAllow trusted devices \
             only to connect to the administration page.",
        ),
        send_to: say(
            language,
            "火の見情報セキュリティ受付センター　公表判定委員会事務局\n下の提出用ページ、郵便または電子メール",
            "Secretariat of the publication committee: the page below, post or mail",
        ),
        answer_link: "https://noroshi.example/opinion/9d4k-3x7m-p2qv-6w8z".into(),
        opinions_by: date(2026, 12, 25),
    }
}

pub fn publish() -> Outcome {
    Outcome::Publish {
        publication_day: None,
        answer_link: "https://noroshi.example/view/5t2r-8k6j-m4xc".into(),
        view_by: date(2027, 2, 12),
    }
}

pub fn result(language: Language, recipient: Recipient, outcome: Outcome) -> ResultNotice {
    ResultNotice {
        head: Letterhead { date: date(2027, 1, 25), ..head(language, "のろし機第2027-0004号") },
        recipient,
        product: say(
            language,
            "Kumo Router ファームウェア 1.0.4 およびそれ以前",
            "Kumo Router firmware 1.0.4 and earlier",
        ),
        case_number: "JVN#00000000".into(),
        judged_on: date(2027, 1, 20),
        outcome,
        reason: say(
            language,
            "四つの条件のそれぞれについて、委員会に示された資料および製品開発者の意見書に基づいて検討し、ガイドライン\
             Ⅳ.3.(2)5)に照らして判断した。",
            "Each of the four conditions was examined on the material before the committee and on the developer’s opinion, as \
             Ⅳ.3.(2)5) of the guideline asks.",
        ),
    }
}

pub fn confirmation(language: Language) -> ConfirmationRequest {
    let step = |date, clause: &str, japanese, english| ProcedureStep {
        date,
        clause: clause.into(),
        what: say(language, japanese, english),
    };
    let mut head = head(language, "のろし機第2027-0005号");
    head.date = date(2027, 1, 26);
    head.to = Addressee {
        organisation: Some(say(language, "経済産業省", "Ministry of Economy, Trade and Industry")),
        person: Some(say(language, "経済産業大臣", "The Minister of Economy, Trade and Industry")),
        postal_code: Some("100-8901".into()),
        address: say(language, "東京都千代田区霞が関1-3-1", "1-3-1 Kasumigaseki, Chiyoda-ku, Tokyo"),
        department: None,
    };
    ConfirmationRequest {
        head,
        product: say(
            language,
            "Kumo Router ファームウェア 1.0.4 およびそれ以前",
            "Kumo Router firmware 1.0.4 and earlier",
        ),
        developer: say(language, "株式会社くも情報システム", "Kumo Information Systems Inc."),
        case_number: "JVN#00000000".into(),
        judged_on: date(2027, 1, 20),
        reason: say(
            language,
            "四つの条件をいずれも満たすものと判定された。製品は市販されており、利用者の全員に通知することは困難である。",
            "All four conditions were found to be met. The product is sold on the market: not all users can be told.",
        ),
        steps: vec![
            step(
                date(2026, 10, 30),
                "Ⅳ.4.10)",
                "調整機関から、調整が困難である旨の通知を受けた。",
                "The coordinator gave notice that coordination is impossible.",
            ),
            step(
                date(2026, 11, 9),
                "Ⅳ.3.(2)1)",
                "利害関係のない有識者を委員に指名し、公表判定委員会を組織した。",
                "Experts without an interest were appointed; the committee was formed.",
            ),
            step(
                date(2026, 11, 13),
                "Ⅳ.3.(2)2)",
                "調整機関から連絡先、脆弱性関連情報、検証の結果等を聴取し、資料を作成した。",
                "The material was gathered from the coordinator.",
            ),
            step(
                date(2026, 11, 21),
                "Ⅳ.3.(2)3)",
                "製品開発者に判定する旨を連絡した。",
                "The developer was told of the judgement to come.",
            ),
            step(
                date(2026, 12, 24),
                "Ⅳ.3.(2)4)",
                "製品開発者の意見書を受け取った。",
                "The developer’s opinion was received.",
            ),
            step(
                date(2027, 1, 20),
                "Ⅳ.3.(2)5)",
                "公表することが適当と判定した。",
                "The committee judged publication to be appropriate.",
            ),
            step(
                date(2027, 1, 25),
                "Ⅳ.3.(2)6)",
                "結果と理由を調整機関および製品開発者に通知した。",
                "Result and reason were notified.",
            ),
        ],
        enclosures: vec![
            say(
                language,
                "公表判定委員会　第12回会合　議事概要",
                "Summary of meeting no. 12 of the publication committee",
            ),
            say(language, "製品開発者に対する通知の写し", "Copy of the notice to the developer"),
            say(language, "製品開発者の意見書の写し", "Copy of the developer’s opinion"),
        ],
    }
}

pub fn minutes(language: Language) -> MinutesSummary {
    let member = |japanese, english, field, en_field, presides| MemberPresent {
        name: say(language, japanese, english),
        field: say(language, field, en_field),
        presides,
    };
    MinutesSummary {
        language,
        committee: say(language, "公表判定委員会", "Publication Committee"),
        secretariat: say(language, "独立行政法人のろし情報機構", "Noroshi Information Agency"),
        number: 12,
        held_on: date(2027, 1, 20),
        place: say(
            language,
            "のろし情報機構　会議室A（一部の委員はオンライン）",
            "Meeting room A (some members online)",
        ),
        reference: "公判委12-議概".into(),
        present: vec![
            member("安曇　遥", "Haruka Azumi", "法律", "law", true),
            member("須坂　誠", "Makoto Suzaka", "サイバーセキュリティ", "cyber security", false),
            member("千曲　玲", "Rei Chikuma", "ネットワーク機器", "network devices", false),
            member("飯山　徹", "Toru Iiyama", "消費者問題", "consumer affairs", false),
        ],
        absent: 1,
        cases: (1..=3).map(|at| case(language, at)).collect(),
    }
}

fn case(language: Language, at: u32) -> MinutesCase {
    let (sent_back, conflicted) = (at == 3, u32::from(at == 2));
    let voters = 4 - conflicted;
    let condition = |met, not_met, japanese, english| Condition {
        votes: Vote { met, not_met, abstained: voters - met - not_met },
        note: say(language, japanese, english),
    };
    MinutesCase {
        number: format!("JVN#0000000{at}"),
        title: say(
            language,
            "家庭用ルーターの認証不備（調整不能 イ）",
            "Missing authentication in a home router (coordination failed)",
        ),
        conflicted,
        summary: say(language, "四条件を順に審議した。", "The four conditions were taken up one by one."),
        conditions: [
            condition(
                if sent_back { 1 } else { voters },
                if sent_back { voters - 1 } else { 0 },
                "製品開発者の拒否の経緯と、調整機関の通知",
                "The developer’s refusal and the coordinator’s notice",
            ),
            condition(
                voters,
                0,
                "受付機関による実機での再現。製品開発者の反証はない。",
                "Reproduced on the device; not refuted",
            ),
            condition(
                voters,
                0,
                "市販されており、購入者の名簿はない。",
                "Sold on the market without a register of buyers",
            ),
            condition(
                voters - 1,
                0,
                "回避方法があり、公表による不利益を上回る。",
                "A workaround exists and outweighs the disadvantage",
            ),
        ],
        result: if sent_back {
            say(language, "再調整", "Sent back to coordination")
        } else {
            say(language, "公表", "Publish")
        },
        reason: say(
            language,
            "製品利用者が受けうる被害と、公表によって生じうる不利益とを比較し、社会的影響も考慮したうえで判定した。",
            "The harm that users may suffer was weighed against the disadvantages of publication, with regard to society.",
        ),
        debated: vec![
            say(
                language,
                "回避方法だけを示して公表することの利用者への影響",
                "What publishing with a workaround alone means for users",
            ),
            say(
                language,
                "後継製品への移行の案内を併せて求めるべきか",
                "Whether to ask for advice on moving to the successor",
            ),
        ],
    }
}

pub fn unreachable(language: Language, developer: DeveloperKind, deadline: bool) -> UnreachableNotice {
    UnreachableNotice {
        language,
        publisher: say(language, "一般社団法人のろし調整センター", "Noroshi Coordination Center"),
        number: "DID#7F3A21C0".into(),
        product: "Hayabusa Wiki".into(),
        version: "2.3.1".into(),
        developer,
        contact: "jvn@jvn.jp".into(),
        published_on: date(2026, 6, 26),
        deadline: deadline.then_some(ContactDeadline { until: date(2027, 1, 29), updated_on: date(2026, 10, 30) }),
    }
}

pub fn nda(language: Language) -> NonDisclosureAgreement {
    NonDisclosureAgreement {
        language,
        reference: "NDA-2026-017".into(),
        discloser: Party {
            name: say(language, "一般社団法人のろし調整センター", "Noroshi Coordination Center"),
            address: say(language, "東京都中央区日本橋本町9-9-9", "9-9-9 Nihonbashi-honcho, Chuo-ku, Tokyo, Japan"),
            signatory: Some(say(language, "代表理事　諏訪　茜", "Akane Suwa, Representative Director")),
        },
        receiver: Party {
            name: say(language, "国立大学法人みなと大学　情報科学研究所", "Harbour CERT"),
            address: say(language, "神奈川県横浜市中区港町6-6-6", "1 Harbour Road, Example City"),
            signatory: None,
        },
        purpose: if language == Language::Japanese {
            AgreementPurpose::OutsideAnalysis
        } else {
            AgreementPurpose::OverseasCoordination
        },
        case_number: Some("NRS-2026-0123".into()),
        effective_on: date(2026, 12, 1),
        years: 3,
    }
}
