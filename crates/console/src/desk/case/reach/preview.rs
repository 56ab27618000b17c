//! What the public will see: the row of the list (付録5.1) and the notice about the product (付録5.2), word for word.

use askama::Template;
use casework::reach::{NoticeText, PublicRow, notice_text};
use rulebook::text::Language;
use ui::Frame;
use ui::markup::Markup;

use super::Here;

#[derive(Template)]
#[template(path = "desk/case/reach/preview.html")]
struct Preview<'a> {
    frame: &'a Frame,
    row: &'a PublicRow,
    added_on: String,
    disclosed_on: String,
    ja: Option<NoticeText>,
    en: Option<NoticeText>,
}

impl Preview<'_> {
    /// Nothing stands as a dash in the list.
    fn or_dash<'t>(&self, text: &'t str) -> &'t str {
        if text.trim().is_empty() { "－" } else { text }
    }
}

/// Row and notice, as the public will see them.
pub(super) fn of(here: &Here<'_>, row: &PublicRow) -> Markup {
    let settings = here.desk.staff.visitor.console.office.settings();
    let text = |language| row.product.as_ref().map(|notice| notice_text(settings, &row.number, notice, language));
    let day = |day: jiff::civil::Date| day.strftime("%Y/%m/%d").to_string();
    Markup::of(&Preview {
        frame: &here.desk.frame,
        row,
        added_on: day(row.listed_on),
        disclosed_on: row
            .product
            .as_ref()
            .map(|notice| format!("{}（開示）", day(notice.published_on)))
            .unwrap_or_default(),
        ja: text(Language::Ja),
        en: text(Language::En),
    })
}
