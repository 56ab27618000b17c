//! The campaign of contacts (practice from 2019): three to at least the checklist's addresses suffice, the second by
//! post where an address is known, and a new address does not start the count again.
//!
//! Contacts are days on which somebody tried: three mails of one minute are one contact. An answer ends the campaign;
//! what is tried in vain after it begins the next one.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::Serialize;

use super::event::Address;
use crate::case::event::{AttemptOutcome, ContactMeans};
use crate::case::state::{Attempt, DeveloperSide};
use crate::clause::Clause;
use crate::coded::coded;
use crate::edition::Rules;
use crate::moment::day_of;
use crate::refusal::{Refusal, Why, require};

const UNREACHABLE: Clause = Clause::new("Ⅳ.3.(2).1.ア");

/// How far the campaign with one developer is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Campaign {
    /// Days of the contacts that count, oldest first.
    pub contacts: Vec<Date>,
    /// How many suffice.
    pub required: u32,
    /// Addresses of the checklist that nobody tried yet.
    pub untried: Vec<Address>,
    /// The day on which the contacts sufficed in number.
    pub sufficed_on: Option<Date>,
}

impl Campaign {
    /// Whether nothing more has to be tried.
    #[must_use]
    pub fn is_enough(&self) -> bool {
        self.sufficed_on.is_some() && self.untried.is_empty()
    }

    /// The first day on which somebody tried in vain.
    #[must_use]
    pub fn began_on(&self) -> Option<Date> {
        self.contacts.first().copied()
    }
}

coded! {
    /// Why an attempt is proposed as it is.
    pub enum ProposalReason {
        /// It is the first one.
        First = "first",
        /// The second one goes by post, for an address is known.
        SecondByPost = "second-by-post",
        /// The checklist brought up an address that nobody tried.
        Untried = "untried",
        /// The last one did not arrive.
        CameBack = "came-back",
        /// Nothing came back.
        Again = "again",
    }
}

/// What to try next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Proposal {
    /// By what means.
    pub means: ContactMeans,
    /// Where to, when an address is known.
    pub to: Option<String>,
    /// By which day; at once when none.
    pub due: Option<Date>,
    /// Why so.
    pub reason: ProposalReason,
}

/// The newest day on which a developer gave a sign of life, as the case has it.
#[must_use]
pub fn last_heard(side: &DeveloperSide, rules: Rules<'_>) -> Option<Date> {
    let day = |at| day_of(at, rules.edition.utc_offset_hours);
    let answers = |outcome| matches!(outcome, AttemptOutcome::Answered | AttemptOutcome::Refused);
    let said = [
        side.contact.as_ref().map(|contact| contact.on),
        side.verification.as_ref().map(|stated| day(stated.at)),
        side.countermeasure.as_ref().map(|stated| day(stated.at)),
        side.status.as_ref().map(|stated| day(stated.at)),
        side.proposals.last().map(|stated| day(stated.at)),
        side.reach.resumed_on,
    ];
    let tried = side.attempts.iter().filter(|attempt| answers(attempt.outcome)).map(|attempt| attempt.on);
    let noted = side.reach.notes.iter().filter(|note| note.outcome.is_some_and(answers)).map(|note| note.on);
    said.into_iter().flatten().chain(tried).chain(noted).max()
}

/// Attempts in vain since the developer was last heard, oldest first.
fn in_vain<'a>(side: &'a DeveloperSide, rules: Rules<'_>) -> Vec<&'a Attempt> {
    let heard = last_heard(side, rules);
    let silent = |attempt: &&Attempt| {
        matches!(attempt.outcome, AttemptOutcome::Waiting | AttemptOutcome::Undeliverable)
            && heard.is_none_or(|heard| attempt.on > heard)
    };
    let mut attempts: Vec<_> = side.attempts.iter().filter(silent).collect();
    attempts.sort_by_key(|attempt| attempt.on);
    attempts
}

/// Whether an entry only says that an earlier one came back.
fn is_echo(attempt: &Attempt, all: &[&Attempt]) -> bool {
    let same = |other: &&&Attempt| {
        other.outcome == AttemptOutcome::Waiting
            && other.on <= attempt.on
            && (other.means, other.to.as_str()) == (attempt.means, attempt.to.as_str())
    };
    attempt.outcome == AttemptOutcome::Undeliverable && all.iter().any(|other| same(&other))
}

/// How far the campaign with a developer is.
#[must_use]
pub fn campaign(side: &DeveloperSide, rules: Rules<'_>) -> Campaign {
    let tried = in_vain(side, rules);
    let days: BTreeSet<Date> = tried.iter().filter(|one| !is_echo(one, &tried)).map(|one| one.on).collect();
    let required = rules.edition.contacts_required.value;
    let contacts: Vec<Date> = days.into_iter().collect();
    let open = |address: &&Address| !side.attempts.iter().any(|one| address.is(one.means, &one.to));
    Campaign {
        sufficed_on: contacts.get((required as usize).saturating_sub(1)).copied(),
        untried: side.reach.addresses().into_iter().filter(open).cloned().collect(),
        contacts,
        required,
    }
}

/// What to try next; nothing when the developer is reached, or when all was tried.
#[must_use]
pub fn next_contact(side: &DeveloperSide, rules: Rules<'_>) -> Option<Proposal> {
    let campaign = campaign(side, rules);
    let reached = side.contact.is_some() || last_outcome(side) == Some(AttemptOutcome::Answered);
    if campaign.is_enough() || reached && campaign.contacts.is_empty() {
        return None;
    }
    let (address, reason) = whereto(side, &campaign, rules);
    let (means, to) = address.map_or((ContactMeans::Mail, None), |address| (address.means, Some(address.to)));
    let came_back = last_outcome(side) != Some(AttemptOutcome::Waiting);
    let interval = rules.edition.contact_interval_days.value;
    let last = campaign.contacts.last().filter(|_| !came_back);
    let due = last.map(|day| rules.calendar.add_business_days(*day, interval));
    Some(Proposal { means, to, due, reason })
}

fn last_outcome(side: &DeveloperSide) -> Option<AttemptOutcome> {
    side.attempts.last().map(|attempt| attempt.outcome)
}

fn whereto(side: &DeveloperSide, campaign: &Campaign, rules: Rules<'_>) -> (Option<Address>, ProposalReason) {
    let untried = |post: bool| campaign.untried.iter().find(|one| !post || one.means == ContactMeans::Post).cloned();
    if campaign.contacts.is_empty() {
        let known = side.reach.addresses().first().map(|address| (*address).clone());
        return (untried(false).or(known), ProposalReason::First);
    }
    let by_post = untried(true).filter(|_| rules.edition.second_contact_by_post.value);
    if by_post.is_some() {
        return (by_post, ProposalReason::SecondByPost);
    }
    if !campaign.untried.is_empty() {
        return (untried(false), ProposalReason::Untried);
    }
    let came_back = last_outcome(side) == Some(AttemptOutcome::Undeliverable);
    (longest_untried(side), if came_back { ProposalReason::CameBack } else { ProposalReason::Again })
}

/// Of the addresses that did not come back, the one that was left alone for the longest time.
fn longest_untried(side: &DeveloperSide) -> Option<Address> {
    let came_back = |one: &Attempt| {
        let last = side.attempts.iter().rev().find(|other| (other.means, &other.to) == (one.means, &one.to));
        last.is_some_and(|last| last.outcome == AttemptOutcome::Undeliverable)
    };
    let last_on = |one: &Attempt| {
        let same = side.attempts.iter().filter(|other| (other.means, &other.to) == (one.means, &one.to));
        same.map(|other| other.on).max()
    };
    let open = side.attempts.iter().filter(|one| !came_back(one));
    open.min_by_key(|one| last_on(one)).map(|one| Address { means: one.means, to: one.to.clone() })
}

/// Whether a developer counts as unreachable for the committee (Ⅳ.3.(2).1.ア): every means of which an address is
/// known was tried, post included, and there was no contact for the edition's months; a deadline that was published
/// has passed.
///
/// # Errors
/// What is missing.
pub fn is_unreachable(side: &DeveloperSide, rules: Rules<'_>, today: Date) -> Result<(), Refusal> {
    let campaign = campaign(side, rules);
    let no = |why| Refusal::under(UNREACHABLE, why);
    let began = campaign.began_on().ok_or(no(Why::DeveloperAnswered))?;
    require(side.reach.open_sources().is_empty(), no(Why::ChecklistOpen))?;
    require(campaign.is_enough(), no(Why::MeansLeft))?;
    require(months_after(began, rules.edition.unreachable_months.value) <= today, no(Why::TooSoon))?;
    let deadline = side.reach.listed().and_then(|row| row.product.as_ref()).and_then(|notice| notice.deadline);
    require(deadline.is_none_or(|deadline| deadline < today), no(Why::TooSoon))
}

/// The day on which a developer that stays silent counts as unreachable for the committee.
#[must_use]
pub(in crate::case) fn unreachable_from(side: &DeveloperSide, rules: Rules<'_>) -> Option<Date> {
    let campaign = campaign(side, rules);
    let began = campaign.began_on().filter(|_| campaign.is_enough() && side.reach.open_sources().is_empty())?;
    let deadline = side.reach.listed().and_then(|row| row.product.as_ref()).and_then(|notice| notice.deadline);
    let after = deadline.map(|deadline| deadline.saturating_add(jiff::Span::new().days(1)));
    after.into_iter().chain([months_after(began, rules.edition.unreachable_months.value)]).max()
}

/// The day that comes some months after another.
pub(super) fn months_after(day: Date, months: i32) -> Date {
    day.saturating_add(jiff::Span::new().months(months))
}
