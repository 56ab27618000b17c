//! `unreachable.json` of the published tree: the list of unreachable developers (付録5.1) with the notices about their
//! products (付録5.2). It is made of the rows alone; nothing of a case is in reach here.

use rulebook::text::Language;
use serde::Serialize;

use super::disk::Files;
use crate::error::Result;
use crate::office::Office;
use crate::reach::{NoticeText, PublicRow, notice_text};

/// Where the document lies in the tree.
pub(super) const UNREACHABLE_PATH: &str = "unreachable.json";

#[derive(Serialize)]
struct List<'a> {
    contact: &'a str,
    rows: Vec<Entry<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    published: Vec<Published<'a>>,
}

/// Who came off the list because an advisory was published (⑤).
#[derive(Serialize)]
struct Published<'a> {
    number: &'a str,
    name: Option<&'a str>,
    product: &'a str,
    advisory: &'a str,
}

#[derive(Serialize)]
struct Entry<'a> {
    #[serde(flatten)]
    row: &'a PublicRow,
    #[serde(skip_serializing_if = "Option::is_none")]
    notice: Option<Words>,
}

/// The notice in both languages. The Japanese text is the guideline's; the English one is ours.
#[derive(Serialize)]
struct Words {
    ja: NoticeText,
    en: NoticeText,
}

impl Office {
    /// Writes the list as it stands now. May be called at any time.
    ///
    /// # Errors
    /// The store's, or the tree's.
    pub async fn write_unreachable(&self) -> Result<()> {
        let _alone = self.tree.lock().await;
        let _locked = self.lock_tree().await?;
        let file = self.unreachable_file().await?;
        self.replace(Files::from([file])).await
    }

    /// The list as a file of the tree. The same rows give the same bytes.
    pub(super) async fn unreachable_file(&self) -> Result<(String, Vec<u8>)> {
        let rows = self.listed_rows().await?;
        let published = self.published_rows().await?;
        let list = List {
            contact: self.settings().inquiries(),
            rows: rows.iter().map(|row| self.entry(row)).collect(),
            published: published.iter().filter_map(done).collect(),
        };
        let mut bytes = serde_json::to_vec_pretty(&list).expect("the list holds only texts and days");
        bytes.push(b'\n');
        Ok((UNREACHABLE_PATH.to_owned(), bytes))
    }

    fn entry<'a>(&self, row: &'a PublicRow) -> Entry<'a> {
        let text = |notice, language| notice_text(self.settings(), &row.number, notice, language);
        let notice =
            row.product.as_ref().map(|notice| Words { ja: text(notice, Language::Ja), en: text(notice, Language::En) });
        Entry { row, notice }
    }
}

fn done(row: &PublicRow) -> Option<Published<'_>> {
    Some(Published {
        number: &row.number,
        name: row.name.as_deref(),
        product: row.product.as_ref().map_or("", |notice| notice.product.as_str()),
        advisory: row.advisory.as_deref()?,
    })
}
