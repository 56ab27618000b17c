//! 謝辞: whether the finder wishes to be named, and with which words, as far as the viewer may know (Ⅳ.2.5.ウ, オ).

use casework::{CasePage, Settings};
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

impl Credit {
    /// Nothing is said of a developer that reported its own product.
    pub(super) fn of(lang: Lang, page: &CasePage, settings: &Settings) -> Option<Self> {
        if page.view.origin == Origin::OwnProduct {
            return None;
        }
        let plain = |tone, words: std::borrow::Cow<'_, str>| Credit { tone, words: words.into_owned(), proposal: None };
        let wishes = page.view.finder_wants_credit?;
        if !wishes {
            return Some(plain(Tone::Warning, lang.t("advisory-credit-no")));
        }
        let Some(finder) = &page.finder else { return Some(plain(Tone::Warning, lang.t("advisory-credit-unknown"))) };
        Some(Credit {
            tone: Tone::Info,
            words: lang.t1("advisory-credit-yes", "name", &finder.credit),
            proposal: Some(proposal(&finder.credit, settings)),
        })
    }
}

/// The usual sentence, in both languages.
fn proposal(name: &str, settings: &Settings) -> Localized {
    let partnership = &settings.partnership;
    let side = |lang: Lang, language: Language| {
        lang.tn(
            "advisory-credit-sentence",
            &[
                ("name", &name),
                ("partnership", &partnership.name.get(language)),
                ("receiving", &partnership.receiving_body.get(language)),
                ("coordinator", &partnership.coordinator.get(language)),
            ],
        )
    };
    Localized::new(side(Lang::Ja, Language::Ja), side(Lang::En, Language::En))
}
