//! The items of the three forms, and how much an answer to each may hold.

use rulebook::report::problems::FormItem;

/// Something that a form asks. Where two forms use different words for one field, these are two items.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Item {
    /// A heading: asks nothing itself.
    Heading,
    /// The heading over product name, version and so on. People also write the name beside it.
    ProductHeading,
    /// 氏名または名称.
    FinderName,
    /// 所属.
    Affiliation,
    /// 製品開発者名.
    DeveloperName,
    /// 担当者名.
    PersonInCharge,
    /// 電話番号.
    Phone,
    /// 電子メールアドレス.
    Email,
    /// Consent ウ.
    ShareIdentity,
    /// Consent エ.
    DirectContact,
    /// Consent オ.
    PublishName,
    /// 謝辞に記載する氏名.
    CreditName,
    /// 謝辞 of an own-product report.
    Acknowledgement,
    /// 情報の入手先.
    Source,
    /// 名称 of the product.
    ProductName,
    /// バージョン.
    ProductVersion,
    /// パッチレベル.
    PatchLevel,
    /// 言語.
    ProductLanguage,
    /// 設定情報.
    Configuration,
    /// 開発者.
    Developer,
    /// URL of the site.
    WebsiteUrl,
    /// 発見に至った経緯.
    HowFound,
    /// 脆弱性であると判断した理由.
    WhyVulnerability,
    /// 脆弱性の種類.
    VulnerabilityKind,
    /// 再現手順, 概要.
    Steps,
    /// 再現の状況.
    Reproducibility,
    /// 補足 to it.
    ReproducibilityNote,
    /// 発生しうる脅威, 想定される影響.
    Threat,
    /// 回避策.
    Workaround,
    /// 検証コード, 画面の記録.
    Proof,
    /// その他 (about the vulnerability).
    Notes,
    /// 届出の有無.
    ReportedElsewhere,
    /// 届出先と状況.
    ElsewhereDetails,
    /// 製品開発者との調整.
    Coordination,
    /// 連絡方法.
    ContactMethod,
    /// 暗号化.
    Encryption,
    /// その他 (to the desk).
    Remarks,
    /// CVSS 基本値.
    CvssVector,
    /// 対策方法.
    Fix,
    /// 希望する公表日.
    WishedDay,
    /// 自社の公表ページ.
    OwnPage,
    /// すべての利用者への通知.
    AllUsersTold,
}

/// How much an answer may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One line.
    Line,
    /// A few lines; the next label ends it.
    Lines,
    /// Free text, in which things that look like labels may occur.
    Text,
    /// Boxes to tick.
    Choice,
    /// Nothing.
    Heading,
}

impl Item {
    /// How much its answer may hold.
    #[must_use]
    pub fn shape(self) -> Shape {
        match self {
            Item::Heading => Shape::Heading,
            Item::ProductVersion | Item::PatchLevel | Item::Configuration | Item::ReproducibilityNote | Item::Fix => {
                Shape::Lines
            }
            Item::HowFound
            | Item::WhyVulnerability
            | Item::Steps
            | Item::Threat
            | Item::Workaround
            | Item::Proof
            | Item::Notes
            | Item::ElsewhereDetails
            | Item::Remarks => Shape::Text,
            Item::ShareIdentity
            | Item::DirectContact
            | Item::PublishName
            | Item::Source
            | Item::Reproducibility
            | Item::ReportedElsewhere
            | Item::Coordination
            | Item::Encryption
            | Item::AllUsersTold => Shape::Choice,
            _ => Shape::Line,
        }
    }

    /// A word so common that it only counts as a label where one is expected.
    #[must_use]
    pub fn is_weak(self) -> bool {
        matches!(
            self,
            Item::ProductName
                | Item::ProductVersion
                | Item::ProductLanguage
                | Item::Configuration
                | Item::Developer
                | Item::ReproducibilityNote
                | Item::Notes
                | Item::Remarks
                | Item::Acknowledgement
                | Item::Affiliation
                | Item::Encryption
                | Item::WebsiteUrl
        )
    }

    /// One of the lettered consents under 個人情報の取扱い.
    #[must_use]
    pub fn is_consent(self) -> bool {
        matches!(self, Item::ShareIdentity | Item::DirectContact | Item::PublishName)
    }

    /// The item of the rulebook that a person is told about when the answer cannot be used.
    #[must_use]
    pub fn form_item(self) -> FormItem {
        match self {
            Item::FinderName | Item::DeveloperName => FormItem::FinderName,
            Item::Email => FormItem::Email,
            Item::ShareIdentity => FormItem::ShareIdentity,
            Item::DirectContact => FormItem::DirectContact,
            Item::PublishName => FormItem::PublishName,
            Item::ProductName | Item::ProductHeading => FormItem::ProductName,
            Item::ProductVersion => FormItem::ProductVersion,
            Item::WebsiteUrl => FormItem::WebsiteUrl,
            Item::VulnerabilityKind => FormItem::VulnerabilityKind,
            Item::WhyVulnerability => FormItem::WhyVulnerability,
            Item::Threat => FormItem::Threat,
            Item::ReportedElsewhere | Item::ElsewhereDetails | Item::Coordination => FormItem::ReportedElsewhere,
            Item::CvssVector => FormItem::CvssVector,
            Item::Fix => FormItem::Fix,
            _ => FormItem::Steps,
        }
    }
}
