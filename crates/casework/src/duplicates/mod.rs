//! What a new report may be the same as. The machine suggests, from product, kind and text; a person decides.

mod compared;

use rulebook::case::{CaseContent, ContentField};
use rulebook::party::Party;
use rulebook::report::form::ReportForm;
use serde::Serialize;
use tokio::task::spawn_blocking;

use crate::error::{Error, Result};
use crate::likeness::{Pairs, Sketch};
use crate::office::{Actor, Office};
use crate::pages::ReportPage;

pub(crate) use compared::Compared;

/// Something that a report may be the same as.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Likely {
    /// Whether it is a case; else another report that is not decided.
    pub is_case: bool,
    /// Its number.
    pub number: String,
    /// Product and kind.
    pub title: String,
    /// How far it is, as a word.
    pub state: String,
    /// How alike the two are, in percent.
    pub percent: u8,
}

/// From where on something is worth a look, in percent.
const WORTH_A_LOOK: u8 = 40;

/// How many are suggested at most.
const AT_MOST: usize = 5;

/// What is compared of a report.
struct Wanted {
    title: Pairs,
    text: Sketch,
}

impl Office {
    /// Cases and undecided reports that a report may be the same as, the likeliest first.
    ///
    /// # Errors
    /// `NotFound` for everybody but the receiving body; the store's.
    pub async fn likely_duplicates(&self, page: &ReportPage, actor: Actor) -> Result<Vec<Likely>> {
        if actor.party != Party::ReceivingBody {
            return Err(Error::NotFound);
        }
        let text = page.form.as_ref().map(text_of_form).unwrap_or_default();
        let (id, wanted) = (page.view.id, Wanted { title: Pairs::of(&page.view.title), text });
        let compared = self.compared(id).await?;
        let likely = spawn_blocking(move || compared.likely(id, &wanted)).await;
        likely.map_err(|_| Error::Unreadable("what is compared"))
    }
}

fn text_of_form(form: &ReportForm) -> Sketch {
    text_of(&CaseContent::from_form(form))
}

/// The sketch of what a report or a case tells in its own words; product and kind are compared by themselves.
pub(crate) fn text_of(content: &CaseContent) -> Sketch {
    let told = [ContentField::Steps, ContentField::Threat, ContentField::Proof, ContentField::Notes];
    Sketch::of(&told.map(|field| content.get(field)).join("\n"))
}

impl Wanted {
    /// How alike something is: by product and kind alone, or by its text as well, where that says more. The same text about
    /// a product of another name is worth a look, too: one product has many names.
    fn percent(&self, title: &Pairs, text: &Sketch) -> u8 {
        let by_title = u16::from(title.alike(&self.title));
        let with_text = (by_title + u16::from(text.alike(&self.text))) / 2;
        u8::try_from(by_title.max(with_text)).unwrap_or(100)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn percent(a: &str, b: &str) -> u8 {
        Pairs::of(a).alike(&Pairs::of(b))
    }

    #[test]
    fn the_same_product_and_kind_in_other_letters_is_worth_a_look() {
        assert_eq!(percent("みはらしポータル：XSS", "みはらしﾎﾟｰﾀﾙ ＸＳＳ"), 100);
        assert!(percent("Miharashi Portal: XSS", "miharashi portal cross-site scripting (XSS)") >= WORTH_A_LOOK);
    }

    #[test]
    fn the_same_text_about_a_product_of_another_name_is_worth_a_look() {
        let told = |steps: &str| text_of(&CaseContent { steps: steps.into(), ..CaseContent::default() });
        let steps = "検索欄に細工した文字列を入れて送ると、結果の画面でスクリプトが実行されます。";
        let wanted = Wanted { title: Pairs::of("みはらしポータル：XSS"), text: told(steps) };
        assert!(wanted.percent(&Pairs::of("Miharashi Portal: cross-site scripting"), &told(steps)) >= WORTH_A_LOOK);
        let other = told("細工したZIPファイルを展開すると、任意の場所にファイルが書き込まれます。");
        assert!(wanted.percent(&Pairs::of("ともしびCMS：SQLインジェクション"), &other) < WORTH_A_LOOK);
        assert_eq!(
            wanted.percent(&Pairs::of("みはらしポータル：XSS"), &Sketch::default()),
            100,
            "no text takes nothing away"
        );
    }

    #[test]
    fn another_product_is_not() {
        assert!(percent("みはらしポータル：XSS", "ともしびCMS：SQLインジェクション") < WORTH_A_LOOK);
        assert_eq!(percent("", "みはらしポータル"), 0);
    }
}
