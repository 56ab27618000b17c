//! The words of the non-disclosure agreement.

use crate::papers::nda::{AgreementPurpose, NonDisclosureAgreement};

/// A text of articles.
pub(super) struct Words {
    pub(super) title: &'static str,
    pub(super) preamble: String,
    pub(super) articles: Vec<(String, String)>,
    pub(super) closing: String,
}

pub(super) fn japanese(of: &NonDisclosureAgreement) -> Words {
    let purpose = match of.purpose {
        AgreementPurpose::OutsideAnalysis => "脆弱性関連情報の技術的な分析",
        AgreementPurpose::OverseasCoordination => "国外における製品開発者等との脆弱性関連情報の調整",
    };
    let case = of.case_number.as_ref().map_or(String::new(), |number| format!("（取扱番号 {number}）"));
    let articles = [
        (
            "目的",
            format!(
                "甲は、情報セキュリティ早期警戒パートナーシップに基づく{purpose}{case}のため（以下「本目的」という。）、必要な範囲で\
                 秘密情報を乙に開示する。"
            ),
        ),
        (
            "秘密情報",
            "秘密情報とは、本目的のために甲が乙に開示する脆弱性関連情報（脆弱性情報、検証方法および攻撃方法をいう。）、対策方法、\
             公表の日程、関係者に関する情報その他一切の情報をいい、媒体および開示の方法を問わない。ただし、次のいずれかに該当する\
             ことを乙が証明できるものを除く。(1) 開示の時に公知であったもの　(2) 開示の後に乙の責めによらず公知となったもの　\
             (3) 開示の時に乙が既に保有していたもの　(4) 正当な権限を有する第三者から秘密保持の義務を負わずに入手したもの　\
             (5) 秘密情報によらず乙が独自に得たもの"
                .into(),
        ),
        (
            "秘密保持",
            "乙は、秘密情報を厳に秘密として保持し、甲の書面（電磁的記録を含む。以下同じ。）による事前の承諾なく、第三者に開示し、\
             または漏えいしてはならない。秘密情報は、暗号化その他の適切な安全管理措置を講じて取り扱う。"
                .into(),
        ),
        (
            "目的外使用の禁止",
            "乙は、秘密情報を本目的以外に使用してはならず、本目的に必要な範囲を超えて複製してはならない。攻撃方法を実在の\
             システムに対して、その運用者の同意なく試してはならない。"
                .into(),
        ),
        (
            "従事者",
            "乙は、秘密情報を、本目的のために知る必要のある自己の役員および従業者に限って取り扱わせ、本契約と同等の義務を負わせ、\
             その遵守について責任を負う。"
                .into(),
        ),
        (
            "公表",
            "乙は、甲が公表する前に、秘密情報の全部または一部を公表してはならない。公表の期日は甲が定めて乙に通知し、乙はこれに\
             従う。"
                .into(),
        ),
        (
            "法令による開示",
            "乙は、法令または裁判所もしくは行政機関の命令により開示を求められたときは、法令の許す限り直ちに甲に通知し、開示を\
             必要最小限にとどめる。"
                .into(),
        ),
        (
            "漏えい等の報告",
            "乙は、秘密情報の漏えい、滅失もしくは目的外の使用が生じ、またはそのおそれがあることを知ったときは、直ちに甲に報告し、\
             甲と協力して被害の拡大を防ぐ。"
                .into(),
        ),
        (
            "返還および廃棄",
            "乙は、本目的が終了したとき、または甲の求めがあったときは、秘密情報およびその複製物を速やかに返還し、または復元できない\
             方法で廃棄し、甲の求めに応じてその旨を書面で証明する。"
                .into(),
        ),
        (
            "権利の帰属および保証",
            "秘密情報に関する権利は、本契約により移転し、または許諾されない。甲は、秘密情報の正確性および完全性を保証しない。"
                .into(),
        ),
        ("損害賠償", "乙は、本契約に違反して甲または関係者に損害を与えたときは、これを賠償する。".into()),
        (
            "有効期間",
            format!(
                "本契約は、契約日に効力を生じ、本目的の終了または甲乙いずれかの書面による解約の申入れにより終了する。第3条、\
                 第4条および第6条から第11条までの定めは、終了後も{}年間（秘密情報が甲により公表されたときは、その公表された範囲に\
                 ついて公表の日まで）効力を有する。",
                of.years
            ),
        ),
        (
            "準拠法および管轄",
            "本契約は日本法に準拠する。本契約に関する紛争は、東京地方裁判所を第一審の専属的合意管轄裁判所とする。".into(),
        ),
    ];
    Words {
        title: "秘密保持契約書",
        preamble: format!(
            "{}（以下「甲」という。）と{}（以下「乙」という。）は、甲が乙に開示する情報の取扱いについて、次のとおり契約を締結する。",
            of.discloser.name, of.receiver.name
        ),
        articles: number(articles, |at, heading| format!("第{at}条（{heading}）")),
        closing: "本契約に定めのない事項または疑義が生じた事項については、甲乙誠意をもって協議し、解決する。".into(),
    }
}

pub(super) fn english(of: &NonDisclosureAgreement) -> Words {
    let purpose = match of.purpose {
        AgreementPurpose::OutsideAnalysis => "the technical analysis of vulnerability-related information",
        AgreementPurpose::OverseasCoordination => {
            "the coordination of vulnerability-related information with developers and others outside Japan"
        }
    };
    let case = of.case_number.as_ref().map_or(String::new(), |number| format!(" (case number {number})"));
    let articles = [
        (
            "Purpose",
            format!(
                "The Discloser discloses Confidential Information to the Receiver as far as needed for {purpose}{case} under \
                 the Information Security Early Warning Partnership (the “Purpose”)."
            ),
        ),
        (
            "Confidential Information",
            "Confidential Information means everything that the Discloser discloses for the Purpose, in whatever form: \
             vulnerability-related information (the nature of a vulnerability, methods to verify it and methods to attack it), \
             countermeasures, days of publication, and information on the persons and bodies concerned. It does not include \
             what the Receiver can prove (1) was public when disclosed, (2) became public later through no fault of the \
             Receiver, (3) was already held by the Receiver, (4) was lawfully obtained from a third party without a duty of \
             confidence, or (5) was found independently of it."
                .into(),
        ),
        (
            "Confidentiality",
            "The Receiver keeps Confidential Information strictly secret and neither discloses nor leaks it to any third party \
             without the Discloser’s prior consent in writing (which includes electronic form). It protects the information by \
             encryption and other appropriate measures."
                .into(),
        ),
        (
            "Use for the Purpose only",
            "The Receiver uses Confidential Information for the Purpose only and makes no more copies than the Purpose needs. \
             It does not try methods of attack on a system in operation without the consent of its operator."
                .into(),
        ),
        (
            "Persons involved",
            "The Receiver gives access only to those of its officers and employees who need it for the Purpose, binds them to \
             duties equal to these, and answers for their keeping them."
                .into(),
        ),
        (
            "Publication",
            "The Receiver publishes no part of the Confidential Information before the Discloser does. The Discloser sets the \
             day of publication and tells the Receiver, who keeps to it."
                .into(),
        ),
        (
            "Disclosure required by law",
            "If a law, a court or an authority demands disclosure, the Receiver tells the Discloser at once as far as the law \
             allows, and discloses no more than it must."
                .into(),
        ),
        (
            "Leaks",
            "On learning that Confidential Information has leaked, been lost or been misused, or may have been, the Receiver \
             tells the Discloser at once and works with it to limit the harm."
                .into(),
        ),
        (
            "Return and destruction",
            "When the Purpose ends, or when asked, the Receiver promptly returns Confidential Information and all copies, or \
             destroys them beyond recovery, and certifies this in writing on request."
                .into(),
        ),
        (
            "Rights and warranty",
            "No right in Confidential Information is transferred or licensed. The Discloser does not warrant that it is \
             accurate or complete."
                .into(),
        ),
        (
            "Damages",
            "The Receiver compensates the Discloser and others concerned for damage caused by a breach of this Agreement."
                .into(),
        ),
        (
            "Term",
            format!(
                "This Agreement takes effect on its date and ends when the Purpose ends or when either party gives notice in \
                 writing. Articles 3, 4 and 6 to 11 stay in force for {} years after its end; for what the Discloser has \
                 published, until the day of that publication.",
                of.years
            ),
        ),
        (
            "Law and jurisdiction",
            "This Agreement is governed by the laws of Japan. The Tokyo District Court has exclusive jurisdiction at first \
             instance."
                .into(),
        ),
    ];
    Words {
        title: "Non-Disclosure Agreement",
        preamble: format!(
            "{} (the “Discloser”) and {} (the “Receiver”) agree as follows on information that the Discloser discloses to \
             the Receiver.",
            of.discloser.name, of.receiver.name
        ),
        articles: number(articles, |at, heading| format!("Article {at}. {heading}")),
        closing: "Matters not settled here, and doubts, are resolved by the parties in good faith.".into(),
    }
}

fn number(articles: [(&str, String); 13], name: impl Fn(usize, &str) -> String) -> Vec<(String, String)> {
    let numbered = articles.into_iter().enumerate();
    numbered.map(|(at, (heading, text))| (name(at + 1, heading), text)).collect()
}
