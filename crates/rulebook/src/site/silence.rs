//! When an operator counts as one that gives no proper answer (Ⅴ.3.4.カ, Ⅴ.3.5.第2段), and when a case counts as long
//! (長期化).

use jiff::Span;
use jiff::civil::Date;

use super::record::SiteAttempt;
use super::state::SiteState;
use crate::case::event::AttemptOutcome;
use crate::clause::Clause;
use crate::edition::{Edition, Rules};
use crate::refusal::{Refusal, Why, require};

const SILENCE: Clause = Clause::new("Ⅴ.3.5.第2段");

/// Whether everything was tried that the edition asks for: so many attempts, by so many different means; nothing more
/// is asked once the operator confirmed itself, for then it is known how to reach it.
#[must_use]
pub fn is_tried(site: &SiteState, edition: &Edition) -> bool {
    let mut means: Vec<_> = site.attempts.iter().map(|attempt| attempt.means).collect();
    let attempts = means.len();
    means.sort();
    means.dedup();
    let enough = attempts >= edition.operator_contacts.value as usize;
    site.contact.is_some() || (enough && means.len() >= edition.operator_means.value as usize)
}

/// The day from which silence counts: the operator's newest word, else the first attempt to reach it.
#[must_use]
pub fn silent_since(site: &SiteState) -> Option<Date> {
    site.last_word_on().or(site.first_attempt_on())
}

/// The first day on which handling may end for lack of a proper answer; none before anybody tried.
#[must_use]
pub fn ends_from(site: &SiteState, edition: &Edition) -> Option<Date> {
    let months = Span::new().months(edition.operator_silence_months.value);
    silent_since(site)?.checked_add(months).ok()
}

/// Whether handling may end for lack of a proper answer on a day. An operator that waits for the desk is not silent.
pub(super) fn check(site: &SiteState, edition: &Edition, today: Date) -> Result<(), Refusal> {
    let waits = site.operator_waits() || site.answer_to_judge().is_some();
    require(!waits, Refusal::under(SILENCE, Why::OperatorWaits))?;
    require(is_tried(site, edition), Refusal::under(SILENCE, Why::MeansLeft))?;
    let come = ends_from(site, edition).is_some_and(|day| day <= today);
    require(come, Refusal::under(SILENCE, Why::TooSoon))
}

/// The day by which to try again: so many business days after the newest attempt, at once where nothing got through.
#[must_use]
pub fn next_contact(site: &SiteState, rules: Rules<'_>) -> Option<Date> {
    let SiteAttempt { on, outcome, .. } = site.attempts.last()?;
    let waits = matches!(outcome, AttemptOutcome::Waiting);
    Some(if waits { rules.calendar.add_business_days(*on, rules.edition.contact_interval_days.value) } else { *on })
}

/// The last day of the months of Ⅴ.4.1, counted from the day on which the operator received the details.
#[must_use]
pub fn aimed_at(site: &SiteState, edition: &Edition) -> Option<Date> {
    site.received_on?.checked_add(Span::new().months(edition.website_months.value)).ok()
}

/// The day from which the case counts as long (長期化): no word of a fix since the details were sent.
#[must_use]
pub fn prolonged_from(site: &SiteState, edition: &Edition) -> Option<Date> {
    let sent = site.details.as_ref()?.on;
    sent.checked_add(Span::new().days(edition.prolonged_days.value)).ok()
}

/// Whether it counts as long on a day.
#[must_use]
pub fn is_prolonged(site: &SiteState, edition: &Edition, today: Date) -> bool {
    let open = site.closing.is_none() && !site.is_fix_reported();
    open && prolonged_from(site, edition).is_some_and(|day| day <= today)
}
