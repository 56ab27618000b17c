//! 謝辞: whether the finder wishes to be named, and with which words, as far as the viewer may know (Ⅳ.2.5.ウ, オ).

use casework::{CasePage, FinderCard, Settings};
use rulebook::case::event::Origin;
use rulebook::text::{Language, Localized};
use ui::{Lang, Tone};

/// What is said about the finder's wish beside the field.
pub(super) struct Credit {
    pub(super) tone: Tone,
    pub(super) words: String,
    /// Words to take over.
    pub(super) proposal: Option<Localized>,
}

/// A finder of the case: whether it wishes to be named, and by which name where the viewer may know it.
type Finder<'a> = (bool, Option<&'a str>);

/// All of them, the first one first. A developer that reported its own product is none.
pub(super) fn finders(page: &CasePage) -> Vec<Finder<'_>> {
    let is_finder = page.view.origin != Origin::OwnProduct;
    let first = page.view.finder_wants_credit.filter(|_| is_finder);
    let first = first.map(|wishes| (wishes, page.finder.as_ref().and_then(name)));
    let later = page.later_finders.iter().map(|one| (one.wants_credit, one.card.as_ref().and_then(name)));
    first.into_iter().chain(later).collect()
}

fn name(card: &FinderCard) -> Option<&str> {
    Some(card.credit.as_str()).filter(|name| !name.is_empty())
}

impl Credit {
    /// Nothing is said where there is no finder.
    pub(super) fn of(lang: Lang, page: &CasePage, settings: &Settings) -> Option<Self> {
        let finders = finders(page);
        let wishing: Vec<_> = finders.iter().filter(|(wishes, _)| *wishes).map(|(_, name)| *name).collect();
        let names: Vec<&str> = wishing.iter().copied().flatten().collect();
        let (unknown, silent) = (names.len() < wishing.len(), wishing.len() < finders.len());
        let mut words: Vec<String> = Vec::new();
        if !names.is_empty() {
            words.push(lang.t1("advisory-credit-yes", "name", names.join(lang.pick("、", ", "))));
        }
        for (said, key) in [
            (unknown && names.is_empty(), "advisory-credit-unknown"),
            (unknown && !names.is_empty(), "advisory-credit-another-unknown"),
            (silent && wishing.is_empty(), "advisory-credit-no"),
            (silent && !wishing.is_empty(), "advisory-credit-others-no"),
        ] {
            if said {
                words.push(lang.t(key).into_owned());
            }
        }
        (!words.is_empty()).then(|| Credit {
            tone: if unknown || wishing.is_empty() { Tone::Warning } else { Tone::Info },
            words: words.join(lang.pick("", " ")),
            proposal: (!names.is_empty()).then(|| proposal(&names, settings)),
        })
    }
}

/// Names one after the other, as a sentence has them.
fn in_a_row(lang: Lang, names: &[&str]) -> String {
    match (lang, names) {
        (Lang::En, [before @ .., last]) if !before.is_empty() => format!("{} and {last}", before.join(", ")),
        _ => names.join(" 氏、"),
    }
}

/// The usual sentence, in both languages.
fn proposal(names: &[&str], settings: &Settings) -> Localized {
    let partnership = &settings.partnership;
    let side = |lang: Lang, language: Language| {
        lang.tn(
            "advisory-credit-sentence",
            &[
                ("name", &in_a_row(lang, names)),
                ("partnership", &partnership.name.get(language)),
                ("receiving", &partnership.receiving_body.get(language)),
                ("coordinator", &partnership.coordinator.get(language)),
            ],
        )
    };
    Localized::new(side(Lang::Ja, Language::Ja), side(Lang::En, Language::En))
}
