//! The public notice about a product whose developer cannot be reached (付録5.2), in the words of its four templates.

use crate::Error;
use crate::compose::Composer;
use crate::draw::About;
use crate::letterhead::Language;
use crate::papers::Sheet;
use crate::words;
use jiff::civil::Date;

/// Names product and version and asks everybody concerned to get in touch (付録5.2). Carrying it out counts as notice given
/// (Ⅳ.3.(2).3.イ).
#[derive(Debug, Clone)]
pub struct UnreachableNotice {
    /// In what language the paper speaks. The templates are Japanese; the English words are ours.
    pub language: Language,
    /// Who publishes the notice.
    pub publisher: String,
    /// `DID#…`, to be named in the subject of a mail.
    pub number: String,
    /// The XXXXX of the template's title: the product.
    pub product: String,
    /// Its version or versions; empty where the notice names none.
    pub version: String,
    /// Which pair of templates applies.
    pub developer: DeveloperKind,
    /// 連絡先.
    pub contact: String,
    /// 公開日.
    pub published_on: Date,
    /// With it the template is the one with a deadline.
    pub deadline: Option<ContactDeadline>,
}

/// Who the developer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeveloperKind {
    /// 官庁、法人
    Organisation,
    /// 個人、コミュニティ
    PersonOrCommunity,
}

/// 連絡期限追記.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ContactDeadline {
    /// The last day on which contact is taken.
    pub until: Date,
    /// 更新日: when the deadline was added.
    pub updated_on: Date,
}

impl Sheet for UnreachableNotice {
    fn about(&self) -> About {
        About {
            title: self.title(),
            author: self.publisher.clone(),
            language: self.language,
            date: self.deadline.map_or(self.published_on, |deadline| deadline.updated_on),
            reference: self.number.clone(),
        }
    }

    fn compose(&self, to: &mut Composer) -> Result<(), Error> {
        to.title(&self.title());
        for paragraph in self.paragraphs() {
            to.paragraph(&paragraph);
        }
        to.gap(crate::sheet::mm(3.0));
        to.flush(&self.foot().join("\n"));
        to.flush(&self.subject_line());
        Ok(())
    }
}

/// The words of the notice, for whoever shows it elsewhere than on paper: the same everywhere.
impl UnreachableNotice {
    /// Its title.
    #[must_use]
    pub fn title(&self) -> String {
        let product = &self.product;
        self.language
            .choose(format!("{product} の製品開発者に関する情報"), format!("Information on the developer of {product}"))
    }

    /// Whom it asks, and until when.
    #[must_use]
    pub fn paragraphs(&self) -> Vec<String> {
        let asked = self.language.choose(self.asked_in_japanese(), self.asked_in_english());
        let until = self.deadline.map(|deadline| words::day(deadline.until, self.language));
        let closing = until.map(|until| match self.language {
            Language::Japanese => [
                format!("本件に関するご連絡は、{until}まで受け付けます。"),
                format!(
                    "なお、{until}までにご連絡をいただけなかった場合は、製品開発者と連絡が取れないため連絡不能と判断し、\
                     「情報セキュリティ早期警戒パートナーシップガイドライン」の「Ⅳ.ソフトウエア製品に係る脆弱性関連情報取扱」の\
                     記載に準じて取り扱います。"
                ),
            ],
            Language::English => [
                format!("Contact on this matter is accepted until {until}."),
                format!(
                    "If we have not been contacted by {until}, we hold the developer to be unreachable, and proceed \
                     according to part Ⅳ, “Handling of vulnerability-related information on software products”, of the \
                     Information Security Early Warning Partnership Guideline."
                ),
            ],
        });
        std::iter::once(asked).chain(closing.into_iter().flatten()).collect()
    }

    /// 連絡先, 公開日, and 更新日 only where a deadline was added.
    #[must_use]
    pub fn foot(&self) -> Vec<String> {
        let say = |japanese, english| self.language.choose(japanese, english);
        let mut lines = vec![
            format!("{}{}", say("連絡先： ", "Contact: "), self.contact),
            format!("{}{}", say("公開日：", "Published: "), words::day(self.published_on, self.language)),
        ];
        if let Some(deadline) = self.deadline {
            let day = words::day(deadline.updated_on, self.language);
            lines.push(self.language.choose(
                format!("更新日：{day}（連絡期限追記）"),
                format!("Updated: {day} (deadline for contact added)"),
            ));
        }
        lines
    }

    /// What to write into the subject of a mail.
    #[must_use]
    pub fn subject_line(&self) -> String {
        self.language.choose(
            format!("Subject に問い合わせ番号（{}）を明記してください。", self.number),
            format!("Please state the inquiry number ({}) in the subject.", self.number),
        )
    }

    fn asked_in_japanese(&self) -> String {
        let whom = match self.developer {
            DeveloperKind::Organisation => {
                "または販売代理店等、本製品に関係する方は下記の宛先までご連絡をお願いします。"
            }
            DeveloperKind::PersonOrCommunity => {
                "または製品開発者との連絡方法をご存じの方は下記の宛先までご連絡をお願いします。また、同製品の派生・関連製品の\
                 コミュニティに所属する製品開発者の方で、修正版の提供が可能な方からのご連絡もお待ちしています。"
            }
        };
        let product = &self.product;
        let version =
            if self.version.is_empty() { String::new() } else { format!("、バージョン {} ", self.version) };
        format!("製品名{product}{version}の作者、または著作権を有している製品開発者の方、{whom}")
    }

    fn asked_in_english(&self) -> String {
        let whom = match self.developer {
            DeveloperKind::Organisation => {
                "a sales agent or anybody else concerned with this product, please contact the address below."
            }
            DeveloperKind::PersonOrCommunity => {
                "or know how to contact the developer, please contact the address below. We are also glad to hear from \
                 developers in communities of derived or related products who can provide a corrected version."
            }
        };
        let product = &self.product;
        let version = if self.version.is_empty() { String::new() } else { format!(", version {}", self.version) };
        format!("If you are the author of the product {product}{version}, a developer who holds its copyright, {whom}")
    }
}
