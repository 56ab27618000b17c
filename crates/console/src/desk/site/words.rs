//! Words of a website case that its desk alone shows: in the edition's words where it has a list, else in ours.

use rulebook::edition::Lists;
use rulebook::party::Party;
use rulebook::site::{
    FixCheck, LeakItem, OperatorAnswer, OperatorConsent, OperatorSource, SiteAction, SiteDisclosureGround,
};
use ui::{Lang, Mark};

use crate::site_names::{of_list, ours};

/// What an action is called at the desk: where it writes down what the operator said, in words of its own.
pub(super) fn action(lang: Lang, action: SiteAction) -> String {
    let own = format!("site-desk-does-{}", action.word());
    lang.find(&own).map_or_else(|| ours(lang, "site-action", action.word()), str::to_owned)
}

pub(super) fn answer(lang: Lang, answer: OperatorAnswer) -> String {
    ours(lang, "site-answer", answer.word())
}

pub(super) fn consent(lang: Lang, consent: OperatorConsent) -> String {
    ours(lang, "site-consent", consent.word())
}

pub(super) fn check(lang: Lang, check: FixCheck) -> String {
    ours(lang, "site-check", check.word())
}

pub(super) const fn check_mark(check: FixCheck) -> Mark {
    match check {
        FixCheck::Gone => Mark::Done,
        FixCheck::StillThere => Mark::Urgent,
        FixCheck::CannotTell => Mark::Waiting,
    }
}

pub(super) fn source(lang: Lang, lists: &Lists, source: OperatorSource) -> String {
    of_list(lang, &lists.operator_sources.value, source.word()).unwrap_or_default()
}

pub(super) fn leak_item(lang: Lang, lists: &Lists, item: LeakItem) -> String {
    of_list(lang, &lists.leak_notice.value, item.word()).unwrap_or_default()
}

pub(super) fn ground(lang: Lang, lists: &Lists, ground: SiteDisclosureGround) -> String {
    of_list(lang, &lists.website_disclosures.value, ground.word()).unwrap_or_default()
}

/// Who speaks in a website case.
pub(super) fn party(lang: Lang, party: Party) -> String {
    crate::names::party(lang, party)
}
