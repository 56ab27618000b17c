//! `unreachable.json` of the published tree: developers that could not be reached, who are asked to get in touch, with
//! the notices about their products in the guideline's words (付録5).
//!
//! Everything but the number is optional, so that a tree written by an older or newer program still gives a page.

use serde::Deserialize;

/// Where the document lies in the tree.
pub const UNREACHABLE_PATH: &str = "unreachable.json";

/// The document.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Unreachable {
    /// Mail address to write to.
    pub contact: String,
    /// The rows, the newest first.
    pub rows: Vec<Row>,
    /// Who came off the list because an advisory was published (⑤), the newest first.
    pub published: Vec<Published>,
}

/// A developer that could not be reached, and the advisory that was published.
#[derive(Clone, Debug, Deserialize)]
pub struct Published {
    /// 問合せ番号.
    pub number: String,
    /// 開発者名.
    #[serde(default)]
    pub name: Option<String>,
    /// The product, where it was published before.
    #[serde(default)]
    pub product: String,
    /// Number of the advisory.
    pub advisory: String,
}

/// A developer that is looked for.
#[derive(Clone, Debug, Deserialize)]
pub struct Row {
    /// 問合せ番号: `DID#12345678`.
    pub number: String,
    /// 開発者名.
    #[serde(default)]
    pub name: Option<String>,
    /// 関連情報: a link, or nothing.
    #[serde(default)]
    pub reference: String,
    /// 備考.
    #[serde(default)]
    pub remark: String,
    /// 一覧追加日, `2027-01-19`.
    #[serde(default)]
    pub listed_on: String,
    /// 製品情報.
    #[serde(default)]
    pub product: Option<Product>,
    /// The notice in both languages.
    #[serde(default)]
    pub notice: Option<Notice>,
}

/// The product that was published.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Product {
    /// Its name.
    pub product: String,
    /// 公開日.
    pub published_on: String,
    /// The last day for an answer.
    pub deadline: Option<String>,
}

/// The notice about a product: the Japanese text is the guideline's.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Notice {
    /// In Japanese.
    pub ja: NoticeText,
    /// In English.
    pub en: NoticeText,
}

/// Its words in one language.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct NoticeText {
    /// Title.
    pub title: String,
    /// Whom it asks, and until when.
    pub paragraphs: Vec<String>,
    /// Where to write, when it was published and changed.
    pub foot: Vec<String>,
    /// What to write into the subject.
    pub subject: String,
}

impl Row {
    /// The number as it stands in an address: `DID12345678`.
    #[must_use]
    pub fn slug(&self) -> String {
        self.number.replace('#', "")
    }

    /// Whether the words that somebody looks for stand in the row.
    #[must_use]
    pub fn says(&self, words: &str) -> bool {
        let product = self.product.as_ref().map_or("", |product| product.product.as_str());
        let texts = [&self.number, self.name.as_deref().unwrap_or_default(), &self.reference, &self.remark, product];
        let text = texts.join("\n").to_lowercase();
        words.to_lowercase().split_whitespace().all(|word| text.contains(word))
    }
}

impl Unreachable {
    /// The row with this number, as an address says it.
    #[must_use]
    pub fn find(&self, slug: &str) -> Option<&Row> {
        self.rows.iter().find(|row| row.slug().eq_ignore_ascii_case(slug))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_found_by_its_number_and_by_what_it_says() {
        let list: Unreachable = serde_json::from_str(
            r#"{"rows":[{"number":"DID#30000001","name":null,"remark":"みはらし Portal の開発者","weight":1}]}"#,
        )
        .expect("unknown members are left alone");
        assert!(list.find("did30000001").is_some() && list.find("DID#30000001").is_none());
        assert!(list.rows[0].says("portal みはらし") && list.rows[0].says("") && !list.rows[0].says("メール"));
    }
}
