//! Words of the website track: what the edition has a list of is said in the edition's words, the rest in ours.

use rulebook::edition::{Item, Lists};
use rulebook::site::{OperatorCategory, SiteCause, SiteEffect, SiteEnding, SiteField, SiteKind, SiteStage};
use ui::{Lang, Mark};

pub(crate) fn of_list(lang: Lang, items: &[Item], word: &str) -> Option<String> {
    items.iter().find(|item| item.key == word).map(|item| lang.pick(&item.ja, &item.en).to_owned())
}

pub(crate) fn ours(lang: Lang, family: &str, word: &str) -> String {
    lang.t(format!("{family}-{}", word.replace('_', "-"))).into_owned()
}

/// A kind of flaw.
#[must_use]
pub fn kind(lang: Lang, lists: &Lists, kind: SiteKind) -> String {
    of_list(lang, &lists.website_kinds.value, kind.word()).unwrap_or_default()
}

/// An effect.
#[must_use]
pub fn effect(lang: Lang, lists: &Lists, effect: SiteEffect) -> String {
    of_list(lang, &lists.website_effects.value, effect.word()).unwrap_or_default()
}

/// An ending.
#[must_use]
pub fn ending(lang: Lang, lists: &Lists, ending: SiteEnding) -> String {
    let fixes = of_list(lang, &lists.website_fixes.value, ending.word());
    let known = fixes.or_else(|| of_list(lang, &lists.website_endings.value, ending.word()));
    known.unwrap_or_else(|| ours(lang, "site-ending", ending.word()))
}

/// Where a flaw comes from.
#[must_use]
pub fn cause(lang: Lang, cause: SiteCause) -> String {
    ours(lang, "site-cause", cause.word())
}

/// What runs a site.
#[must_use]
pub fn category(lang: Lang, category: OperatorCategory) -> String {
    ours(lang, "site-category", category.word())
}

/// A field of the copy.
#[must_use]
pub fn field(lang: Lang, field: SiteField) -> String {
    ours(lang, "site-field", field.word())
}

/// How far a case is.
#[must_use]
pub fn stage(lang: Lang, stage: SiteStage) -> String {
    ours(lang, "site-stage", stage.word())
}

/// The mark of a stage.
#[must_use]
pub const fn stage_mark(stage: SiteStage) -> Mark {
    match stage {
        SiteStage::Accepted => Mark::Soon,
        SiteStage::Notified | SiteStage::Confirmed => Mark::Waiting,
        SiteStage::DetailsSent => Mark::Active,
        SiteStage::FixReported | SiteStage::Ended => Mark::Done,
    }
}
