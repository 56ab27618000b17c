//! The labels under which people write the items of the forms, in Japanese and English.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::items::Item;
use crate::plain::fold_label;

/// Labels of the forms, and what people write instead.
const LABELS: &[(Item, &[&str])] = &[
    (
        Item::Heading,
        &[
            "届出者情報",
            "発見者情報",
            "製品開発者情報",
            "脆弱性関連情報",
            "脆弱性情報",
            "個人情報の取扱いについて",
            "個人情報の取り扱いについて",
            "個人情報の取扱方法",
            "今後の連絡について",
            "About you",
            "About the developer",
            "Vulnerability information",
            "About the vulnerability",
            "Use of personal data",
            "Handling of personal data",
            "Further contact",
        ],
    ),
    (
        Item::ProductHeading,
        &[
            "脆弱性を確認したソフトウエア製品",
            "脆弱性を確認したソフトウエア製品の情報",
            "脆弱性を確認したソフトウエア等",
            "対象製品",
            "Software product in which the vulnerability was confirmed",
            "Affected product",
        ],
    ),
    (
        Item::FinderName,
        &[
            "氏名または名称",
            "氏名又は名称",
            "氏名",
            "お名前",
            "名前",
            "届出者名",
            "発見者名",
            "Name",
            "Name or organisation",
            "Your name",
        ],
    ),
    (Item::Affiliation, &["所属", "所属組織", "所属団体", "会社名", "Affiliation"]),
    (Item::DeveloperName, &["製品開発者名", "開発者名称", "Name of the developer", "Developer name"]),
    (Item::PersonInCharge, &["担当者名", "担当者", "担当部署", "Person in charge", "Contact person"]),
    (Item::Phone, &["電話番号", "電話", "連絡先電話番号", "TEL", "Telephone", "Phone", "Phone number"]),
    (
        Item::Email,
        &[
            "電子メールアドレス",
            "電子メール",
            "メールアドレス",
            "メール",
            "連絡先メールアドレス",
            "E-mail",
            "E-mail address",
            "Mail address",
        ],
    ),
    (
        Item::ShareIdentity,
        &[
            "製品開発者への氏名連絡先の通知",
            "ウェブサイト運営者への氏名連絡先の通知",
            "サイト運営者への氏名連絡先の通知",
            "開発者への氏名連絡先の通知",
            "氏名連絡先の通知",
            "Passing your name and address to the developer",
            "Passing your name and address to the site operator",
        ],
    ),
    (
        Item::DirectContact,
        &[
            "製品開発者からの直接の連絡",
            "ウェブサイト運営者からの直接の連絡",
            "サイト運営者からの直接の連絡",
            "開発者からの直接の連絡",
            "直接の連絡",
            "Direct contact by the developer",
            "Direct contact by the site operator",
        ],
    ),
    (
        Item::PublishName,
        &[
            "公表時の謝辞への氏名の記載",
            "謝辞への氏名の記載",
            "氏名の公表",
            "謝辞への記載",
            "Your name in the acknowledgement",
            "Publication of your name",
        ],
    ),
    (
        Item::CreditName,
        &[
            "謝辞に記載する氏名",
            "謝辞に記載する名称",
            "謝辞の表記",
            "Name to print in the acknowledgement",
            "Name for the acknowledgement",
        ],
    ),
    (Item::Acknowledgement, &["謝辞", "Acknowledgement", "Acknowledgements"]),
    (
        Item::Source,
        &["情報の入手先", "情報の入手元", "入手先", "Source of the information", "Where the information comes from"],
    ),
    (
        Item::ProductName,
        &[
            "名称",
            "製品名",
            "製品の名称",
            "ソフトウエア製品の名称",
            "ソフトウエア製品名",
            "ソフトウエア名",
            "Product",
            "Product name",
        ],
    ),
    (
        Item::ProductVersion,
        &[
            "バージョン",
            "製品のバージョン",
            "影響を受けるバージョン",
            "影響を受けるシステム",
            "Version",
            "Versions",
            "Affected versions",
        ],
    ),
    (Item::PatchLevel, &["パッチレベル", "パッチの適用状況", "Patch level"]),
    (Item::ProductLanguage, &["言語", "製品の言語", "Language", "Product language"]),
    (Item::Configuration, &["設定情報", "設定", "Configuration", "Settings"]),
    (Item::Developer, &["開発者", "開発元", "製品開発者", "開発者のURL", "Developer", "Vendor"]),
    (
        Item::WebsiteUrl,
        &[
            "脆弱性を確認したウェブサイトのURL",
            "ウェブサイトのURL",
            "サイトのURL",
            "対象URL",
            "URL",
            "URL of the web site",
            "URL of the site",
            "Web site URL",
        ],
    ),
    (
        Item::HowFound,
        &["発見に至った経緯", "発見の経緯", "発見した経緯", "How you came to find it", "How it was found"],
    ),
    (
        Item::WhyVulnerability,
        &[
            "脆弱性であると判断した理由",
            "脆弱性と判断した理由",
            "判断した理由",
            "Why you take it for a vulnerability",
            "Why it is a vulnerability",
        ],
    ),
    (
        Item::VulnerabilityKind,
        &["脆弱性の種類", "脆弱性の分類", "Kind of vulnerability", "Type of vulnerability", "Vulnerability type"],
    ),
    (
        Item::Steps,
        &[
            "再現手順",
            "再現の手順",
            "再現方法",
            "検証手順",
            "確認手順",
            "概要",
            "脆弱性の概要",
            "Steps to reproduce",
            "Reproduction steps",
            "Summary",
            "Overview",
        ],
    ),
    (Item::Reproducibility, &["再現の状況", "再現状況", "再現性", "How often it can be reproduced", "Reproducibility"]),
    (Item::ReproducibilityNote, &["補足", "再現の状況の補足", "再現環境", "Note on reproducing", "Supplement"]),
    (
        Item::Threat,
        &[
            "脆弱性により発生しうる脅威",
            "脆弱性により発生し得る脅威",
            "発生しうる脅威",
            "発生し得る脅威",
            "想定される影響",
            "想定される脅威",
            "影響",
            "Possible threat",
            "What could happen",
            "Impact",
            "Expected impact",
        ],
    ),
    (Item::Workaround, &["回避策", "回避方法", "Workaround", "Workarounds"]),
    (
        Item::Proof,
        &[
            "検証コード",
            "実証コード",
            "攻撃コード",
            "画面の記録",
            "画面キャプチャ",
            "証拠",
            "Verification code",
            "Proof of concept",
            "Screenshots",
            "Record of the screen",
        ],
    ),
    (Item::Notes, &["その他", "備考", "Other", "Notes", "Other notes", "Notes on the vulnerability"]),
    (
        Item::ReportedElsewhere,
        &[
            "届出の有無",
            "他組織への届出の有無",
            "他組織への届出",
            "他の組織への届出",
            "Reported elsewhere",
            "Reported to others",
        ],
    ),
    (
        Item::ElsewhereDetails,
        &[
            "届出先と状況",
            "届出先",
            "届出先及び状況",
            "届出先および状況",
            "Where and how it stands",
            "To whom and how it stands",
        ],
    ),
    (
        Item::Coordination,
        &[
            "製品開発者との調整",
            "製品開発者にも届け出た場合の調整",
            "Coordination with the developer",
            "Who coordinates with the developer",
        ],
    ),
    (Item::ContactMethod, &["連絡方法", "連絡手段", "希望する連絡方法", "Means of contact", "Contact by"]),
    (Item::Encryption, &["暗号化", "メールの暗号化", "暗号化の希望", "Encryption", "Encrypted mail"]),
    (Item::Remarks, &["通信欄", "連絡事項", "Remarks", "Remarks to the receiving body"]),
    (
        Item::CvssVector,
        &["CVSS", "CVSS基本値", "CVSS基本評価基準", "CVSSベクタ", "CVSSベクトル", "CVSS base score", "CVSS vector"],
    ),
    (Item::Fix, &["対策方法", "対策", "修正方法", "Countermeasure", "Fix", "Solution"]),
    (Item::WishedDay, &["希望する公表日", "公表希望日", "公表日", "Wished day of publication", "Publication day"]),
    (
        Item::OwnPage,
        &["自社の公表ページ", "自社の公表ページのURL", "公表ページ", "Your own advisory", "Own advisory page"],
    ),
    (
        Item::AllUsersTold,
        &[
            "すべての利用者への通知",
            "全ての利用者への通知",
            "全利用者への通知",
            "Telling all users",
            "All users can be told",
        ],
    ),
];

/// Headings that name the organisation, which is not the same everywhere.
const HEADING_ENDS: [&str; 5] = [
    "以外の組織への届出について",
    "他組織への届出について",
    "他の組織への届出について",
    "Reports to other organisations",
    "Reports to other organizations",
];

/// A label, folded, and what it asks.
static FOLDED: LazyLock<HashMap<String, Item>> = LazyLock::new(|| {
    let pairs = LABELS.iter().flat_map(|(item, names)| names.iter().map(|name| (fold_label(name), *item)));
    pairs.collect()
});

static FOLDED_ENDS: LazyLock<Vec<String>> = LazyLock::new(|| HEADING_ENDS.iter().map(|end| fold_label(end)).collect());

/// What a label asks, if it is one.
#[must_use]
pub fn find(label: &str) -> Option<Item> {
    if label.len() > 240 {
        return None;
    }
    let folded = fold_label(label);
    if folded.is_empty() {
        return None;
    }
    let heading = || FOLDED_ENDS.iter().any(|end| folded.ends_with(end.as_str())).then_some(Item::Heading);
    FOLDED.get(&folded).copied().or_else(heading)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_label_asks_two_things() {
        let names: usize = LABELS.iter().map(|(_, names)| names.len()).sum();
        assert_eq!(FOLDED.len(), names);
    }

    #[test]
    fn labels_are_found_in_any_width_and_case() {
        assert_eq!(find("ＣＶＳＳ 基本値　　　 "), Some(Item::CvssVector));
        assert_eq!(find("氏名または名称（必須）　　"), Some(Item::FinderName));
        assert_eq!(find("STEPS TO REPRODUCE"), Some(Item::Steps));
        assert_eq!(find("ソフトウェア製品の名称"), Some(Item::ProductName));
        assert_eq!(find("火の見機構以外の組織への届出について"), Some(Item::Heading));
        assert_eq!(find("昨日の天気"), None);
    }
}
