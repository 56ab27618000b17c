//! What a new report may be the same as. The machine suggests, from product, kind and words; a person decides.

use std::collections::BTreeSet;

use rulebook::ids::ReportId;
use rulebook::party::Party;
use serde::Serialize;
use store::{CardFilter, CardOrder};
use unicode_normalization::UnicodeNormalization;

use crate::error::{Error, Result};
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

/// From where on two titles are worth a look, in percent.
const WORTH_A_LOOK: u8 = 40;

/// How many are suggested at most.
const AT_MOST: usize = 5;

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
        let wanted = grams(&report.title);
        let mut found = Vec::new();
        let (cards, _) = self.store().cards("case", CardFilter::default(), CardOrder::Changed).await?;
        for card in cards {
            let case: CaseCard = crate::lists::read(&card.card)?;
            found.push(likely(true, case.number, case.title, card.state, &wanted));
        }
        let states = ["received", "needs-reading"];
        let filter = CardFilter { states: &states, ..CardFilter::default() };
        let (cards, _) = self.store().cards("report", filter, CardOrder::Changed).await?;
        for card in cards.into_iter().filter(|card| card.id != id.0) {
            let other: ReportCard = crate::lists::read(&card.card)?;
            found.push(likely(false, other.number, other.title, card.state, &wanted));
        }
        found.retain(|one| one.percent >= WORTH_A_LOOK);
        found.sort_by(|a, b| b.percent.cmp(&a.percent).then_with(|| a.number.cmp(&b.number)));
        found.truncate(AT_MOST);
        Ok(found)
    }
}

fn likely(is_case: bool, number: String, title: String, state: String, wanted: &BTreeSet<[char; 2]>) -> Likely {
    let percent = alike(&grams(&title), wanted);
    Likely { is_case, number, title, state, percent }
}

/// Pairs of neighbouring letters, without regard to width, case, spaces and signs: what works for Japanese and English
/// alike.
fn grams(text: &str) -> BTreeSet<[char; 2]> {
    let plain: Vec<char> = text.nfkc().flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric()).collect();
    plain.windows(2).map(|pair| [pair[0], pair[1]]).collect()
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
    fn another_product_is_not() {
        assert!(percent("みはらしポータル：XSS", "ともしびCMS：SQLインジェクション") < WORTH_A_LOOK);
        assert_eq!(percent("", "みはらしポータル"), 0);
    }
}
