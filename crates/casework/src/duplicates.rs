//! What a new report may be the same as. The machine suggests, from product, kind and text; a person decides.

use std::collections::{BTreeSet, HashMap};

use rulebook::case::{CaseContent, ContentField};
use rulebook::ids::ReportId;
use rulebook::party::Party;
use rulebook::report::form::ReportForm;
use serde::Serialize;
use store::{CardFilter, CardOrder};

use crate::error::{Error, Result};
use crate::likeness::{Sketch, letters};
use crate::office::{Actor, Office};
use crate::project::{CaseCard, ReportCard};

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

/// Undecided reports whose text is opened to be compared, the newest ones.
const OPENED: usize = 30;

/// What is compared of a report.
struct Wanted {
    title: BTreeSet<[char; 2]>,
    text: Sketch,
}

impl Office {
    /// Cases and undecided reports that a report may be the same as, the likeliest first.
    ///
    /// # Errors
    /// `NotFound` for everybody but the receiving body; the store's.
    pub async fn likely_duplicates(&self, id: ReportId, actor: Actor) -> Result<Vec<Likely>> {
        if actor.party != Party::ReceivingBody {
            return Err(Error::NotFound);
        }
        let (report, _) = self.load_report(id).await?;
        let text = self.form_of(&report).await?.map(|form| text_of_form(&form)).unwrap_or_default();
        let (wanted, unread) = (Wanted { title: grams(&report.title), text }, Sketch::default());
        let mut found = Vec::new();
        let (cards, _) = self.store().cards("case", CardFilter::default(), CardOrder::Changed).await?;
        for card in cards {
            let case: CaseCard = crate::lists::read(&card.card)?;
            let percent = wanted.percent(&case.title, &case.sketch);
            found.push(Likely { is_case: true, number: case.number, title: case.title, state: card.state, percent });
        }
        let states = ["received", "needs-reading"];
        let filter = CardFilter { states: &states, ..CardFilter::default() };
        let (cards, _) = self.store().cards("report", filter, CardOrder::Changed).await?;
        let others: Vec<_> = cards.into_iter().filter(|card| card.id != id.0).collect();
        let texts = self.texts_of_reports(others.iter().take(OPENED).map(|card| ReportId(card.id))).await?;
        for card in others {
            let other: ReportCard = crate::lists::read(&card.card)?;
            let text = texts.get(&ReportId(card.id)).unwrap_or(&unread);
            let percent = wanted.percent(&other.title, text);
            found.push(Likely { is_case: false, number: other.number, title: other.title, state: card.state, percent });
        }
        found.retain(|one| one.percent >= WORTH_A_LOOK);
        found.sort_by(|a, b| b.percent.cmp(&a.percent).then_with(|| a.number.cmp(&b.number)));
        found.truncate(AT_MOST);
        Ok(found)
    }

    /// The sketches of some reports' texts, in two queries.
    async fn texts_of_reports(&self, ids: impl Iterator<Item = ReportId>) -> Result<HashMap<ReportId, Sketch>> {
        let reports = self.load_reports(&ids.collect::<Vec<_>>()).await?;
        let forms = self.forms_of(reports.iter().map(|(report, _)| report)).await?;
        Ok(forms.into_iter().map(|(id, form)| (id, text_of_form(&form))).collect())
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
    fn percent(&self, title: &str, text: &Sketch) -> u8 {
        let by_title = u16::from(alike(&grams(title), &self.title));
        let with_text = (by_title + u16::from(text.alike(&self.text))) / 2;
        u8::try_from(by_title.max(with_text)).unwrap_or(100)
    }
}

/// Pairs of neighbouring letters.
fn grams(text: &str) -> BTreeSet<[char; 2]> {
    letters(text).windows(2).map(|pair| [pair[0], pair[1]]).collect()
}

/// Dice's coefficient in percent: twice what is common by what there is.
fn alike(a: &BTreeSet<[char; 2]>, b: &BTreeSet<[char; 2]>) -> u8 {
    let all = a.len() + b.len();
    if all == 0 {
        return 0;
    }
    let common = a.intersection(b).count();
    u8::try_from(200 * common / all).unwrap_or(100)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn percent(a: &str, b: &str) -> u8 {
        alike(&grams(a), &grams(b))
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
        let wanted = Wanted { title: grams("みはらしポータル：XSS"), text: told(steps) };
        assert!(wanted.percent("Miharashi Portal: cross-site scripting", &told(steps)) >= WORTH_A_LOOK);
        let other = told("細工したZIPファイルを展開すると、任意の場所にファイルが書き込まれます。");
        assert!(wanted.percent("ともしびCMS：SQLインジェクション", &other) < WORTH_A_LOOK);
        assert_eq!(wanted.percent("みはらしポータル：XSS", &Sketch::default()), 100, "no text takes nothing away");
    }

    #[test]
    fn another_product_is_not() {
        assert!(percent("みはらしポータル：XSS", "ともしびCMS：SQLインジェクション") < WORTH_A_LOOK);
        assert_eq!(percent("", "みはらしポータル"), 0);
    }
}
