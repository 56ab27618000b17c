//! The report form (届出様式): what a finder, or a developer for its own product, is asked (Ⅳ.2.5, Ⅳ.6, Ⅴ.2.4).
//!
//! The form holds what somebody wrote, as they wrote it. Whether that is enough is asked in [`super::problems`].

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::text::Language;

/// Longest single-line answer, in characters.
pub const MAX_LINE: usize = 300;
/// Longest answer in a text box, in characters.
pub const MAX_TEXT: usize = 20_000;
/// Most attachments of one report or message.
pub const MAX_ATTACHMENTS: usize = 10;
/// Largest attachment, in bytes (20 MB).
pub const MAX_ATTACHMENT_BYTES: u64 = 20 * 1024 * 1024;

/// Which of the three forms it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReportKind {
    /// A software product (Ⅳ.2).
    #[default]
    Product,
    /// A web site (Ⅴ.2).
    Website,
    /// A developer's own product (Ⅳ.6).
    OwnProduct,
}

impl ReportKind {
    /// All three, in the order of the forms.
    pub const ALL: [ReportKind; 3] = [ReportKind::Product, ReportKind::Website, ReportKind::OwnProduct];

    /// Stable word for URLs, rows and messages.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            ReportKind::Product => "product",
            ReportKind::Website => "website",
            ReportKind::OwnProduct => "own-product",
        }
    }
}

/// An answer to a yes-or-no item. Paper and mail forms can also be ticked on both sides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// Nothing ticked.
    #[default]
    Unanswered,
    /// Yes.
    Yes,
    /// No.
    No,
    /// Yes and no: a contradiction (Ⅳ.3.(1).2.イ).
    Both,
}

impl Answer {
    /// True only for a plain yes: everything else withholds.
    #[must_use]
    pub const fn is_yes(self) -> bool {
        matches!(self, Answer::Yes)
    }

    /// Answered with exactly one side.
    #[must_use]
    pub const fn is_clear(self) -> bool {
        matches!(self, Answer::Yes | Answer::No)
    }
}

impl From<bool> for Answer {
    fn from(yes: bool) -> Self {
        if yes { Answer::Yes } else { Answer::No }
    }
}

/// The three separate consents of a finder (Ⅳ.2.5.ウ, エ, オ; Ⅴ.2.4 knows the first two).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Consents {
    /// ウ: name and contact may be passed to the developer (and with it to the coordinator) or the operator.
    #[serde(default)]
    pub share_identity: Answer,
    /// エ: the developer or operator may get in touch directly.
    #[serde(default)]
    pub direct_contact: Answer,
    /// オ: the name may be published as an acknowledgement (謝辞).
    #[serde(default)]
    pub publish_name: Answer,
}

/// Where the information comes from (様式 2-1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InformationSource {
    /// 自分で発見した.
    FoundMyself,
    /// 人から入手した.
    FromPerson,
    /// ウェブサイトから入手した.
    FromWebsite,
}

/// How often it can be reproduced (様式 2-5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reproducibility {
    /// 常に.
    Always,
    /// 時々.
    Sometimes,
    /// まれに.
    Rarely,
}

/// Who drives the coordination when the developer was told too (Ⅳ.2.3.第3段).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CoordinationBy {
    /// The finder goes on alone.
    Finder,
    /// Left to the receiving body, and the developer was told so.
    ReceivingBody,
}

/// A filled form, of any of the three kinds. Items that its kind does not ask stay empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReportForm {
    /// Which form.
    pub kind: ReportKind,
    /// Language that the finder wrote in and is answered in.
    pub language: Language,

    /// 氏名または名称 (Ⅳ.2.5.ア); of an own-product report the developer's name (製品開発者名).
    pub finder_name: String,
    /// 所属; of an own-product report the person in charge (担当者名).
    pub affiliation: String,
    /// 電話番号.
    pub phone: String,
    /// 電子メールアドレス (Ⅳ.2.5.イ).
    pub email: String,
    /// The three consents.
    pub consents: Consents,
    /// 謝辞に記載する氏名, where it differs from the name.
    pub credit_name: String,

    /// 情報の入手先.
    pub source: Option<InformationSource>,
    /// ソフトウエア製品の名称 (Ⅳ.2.5.カ).
    pub product_name: String,
    /// バージョン.
    pub product_version: String,
    /// パッチレベル.
    pub patch_level: String,
    /// 言語 of the product.
    pub product_language: String,
    /// 設定情報.
    pub configuration: String,
    /// 開発者, as far as the finder knows, with its address on the web.
    pub developer: String,
    /// URL of the web site (Ⅴ.2.4.オ).
    pub website_url: String,
    /// 発見に至った経緯 (website).
    pub how_found: String,
    /// 脆弱性であると判断した理由 (website).
    pub why_vulnerability: String,

    /// 脆弱性の種類.
    pub vulnerability_kind: String,
    /// 再現手順 (Ⅳ.2.5.キ); of an own-product report the overview (概要).
    pub steps: String,
    /// 再現の状況.
    pub reproducibility: Option<Reproducibility>,
    /// 再現の状況の補足.
    pub reproducibility_note: String,
    /// 発生しうる脅威; of an own-product report 想定される影響.
    pub threat: String,
    /// 回避策.
    pub workaround: String,
    /// 検証コード, or where it is attached.
    pub proof: String,
    /// その他, about the vulnerability.
    pub notes: String,

    /// 他組織への届出の有無 (Ⅳ.2.5.ケ).
    pub reported_elsewhere: Answer,
    /// 届出先と状況.
    pub elsewhere_details: String,
    /// Who coordinates when the developer was told too.
    pub coordination: Option<CoordinationBy>,
    /// 暗号化 wished for mails to come.
    pub encryption: Answer,
    /// その他, remarks to the desk.
    pub remarks: String,

    /// CVSS vector (own product).
    pub cvss_vector: String,
    /// 対策方法 (own product).
    pub fix: String,
    /// 希望する公表日 (own product).
    pub wished_day: Option<Date>,
    /// 自社の公表ページ (own product).
    pub own_page: String,
    /// すべての利用者への通知 possible (own product, Ⅳ.6.1.第2段).
    pub all_users_told: Answer,
}

impl ReportForm {
    /// One line that names what it is about: product or site, and the kind of vulnerability.
    #[must_use]
    pub fn title(&self) -> String {
        let what = match self.kind {
            ReportKind::Website => &self.website_url,
            ReportKind::Product | ReportKind::OwnProduct => &self.product_name,
        };
        match (what.trim(), self.vulnerability_kind.trim()) {
            ("", "") => String::new(),
            (what, "") => what.to_owned(),
            ("", kind) => kind.to_owned(),
            (what, kind) => format!("{what}：{kind}"),
        }
    }

    /// The name to publish when the finder wishes it: the credit name, else the name.
    #[must_use]
    pub fn credit(&self) -> &str {
        if self.credit_name.trim().is_empty() { self.finder_name.trim() } else { self.credit_name.trim() }
    }
}
