//! What is owed to reach a developer.

use super::campaign::{campaign, last_heard, next_contact};
use super::event::Outcome;
use super::ladder::{answered_since, is_silent, name_from, next_issue, product_from};
use super::outcome::course;
use super::rules::owes_resumption;
use super::state::Listing;
use crate::case::file::CaseFile;
use crate::case::state::{CaseState, DeveloperSide};
use crate::case::{Duty, DutyKind};
use crate::edition::Rules;
use crate::party::Party;

/// What is owed: the checklist and the next contact while nothing comes back, then the ladder, step by step.
#[must_use]
pub fn duties(file: &CaseFile, rules: Rules<'_>) -> Vec<Duty> {
    let case = &file.case;
    let mut duties: Vec<Duty> = case.developers.iter().flat_map(|side| of_developer(case, side, rules)).collect();
    duties.extend(judgements(case, rules));
    duties
}

fn of_developer(case: &CaseState, side: &DeveloperSide, rules: Rules<'_>) -> Vec<Duty> {
    let coordinator = |what| Duty::new(Party::Coordinator, what).about(side.id);
    let open = case.publications.is_empty();
    let mut duties = Vec::new();
    if side.reach.finder_asked_on.is_some() && open {
        duties.push(Duty::new(Party::ReceivingBody, DutyKind::AskFinder).about(side.id));
    }
    if open {
        duties.extend(search(side, rules));
    }
    let Some(row) = side.reach.listed() else {
        if open && ladder_is_owed(case) && course(case) != Some(Outcome::End) {
            duties.extend(listing(side, rules));
        }
        return duties;
    };
    if side.contact.is_none() && open {
        duties.push(Duty::new(Party::Developer(side.id), DutyKind::AnswerListing).about(side.id));
    }
    if !open {
        duties.push(coordinator(DutyKind::Delist));
    } else if owes_resumption(side, rules) {
        duties.push(coordinator(DutyKind::ResumeContact));
    } else {
        duties.extend(next_step(case, side, row, rules));
    }
    duties
}

/// The checklist is worked through by the day of the next contact, so that the second one can go by post; a developer
/// that fell silent after its contact is written to again.
fn search(side: &DeveloperSide, rules: Rules<'_>) -> Vec<Duty> {
    let coordinator = |what| Duty::new(Party::Coordinator, what).about(side.id);
    let campaign = campaign(side, rules);
    if campaign.contacts.is_empty() {
        return vec![];
    }
    let next = next_contact(side, rules);
    let due = next.as_ref().and_then(|next| next.due);
    let again = next.is_some() && side.contact.is_some();
    let mut duties: Vec<_> = again.then(|| coordinator(DutyKind::ContactDeveloper).by(due)).into_iter().collect();
    if !side.reach.open_sources().is_empty() {
        duties.push(coordinator(DutyKind::SearchContact).by(due));
    }
    duties
}

/// Developers of a case that has ended come off the list (practice from 2019).
#[must_use]
pub(in crate::case) fn delisting(case: &CaseState) -> Vec<Duty> {
    let listed = case.developers.iter().filter(|side| side.reach.listed().is_some());
    listed.map(|side| Duty::new(Party::Coordinator, DutyKind::Delist).about(side.id)).collect()
}

/// Where another developer answered or a day is set, the case goes on with those who answer (Ⅳ.4.3.第2段).
pub(in crate::case) fn ladder_is_owed(case: &CaseState) -> bool {
    let answered = case.developers.iter().any(|side| side.verification.is_some());
    case.day().is_none() && !answered
}

fn listing(side: &DeveloperSide, rules: Rules<'_>) -> Option<Duty> {
    let ready = campaign(side, rules).is_enough() && side.reach.open_sources().is_empty();
    let duty = Duty::new(Party::Coordinator, DutyKind::ListName).about(side.id);
    ready.then(|| duty.by(name_from(side, rules)))
}

/// What comes next for a row that stands: the product, the deadline, and the next issue of the list.
fn next_step(case: &CaseState, side: &DeveloperSide, row: &Listing, rules: Rules<'_>) -> Option<Duty> {
    let coordinator = |what| Duty::new(Party::Coordinator, what).about(side.id);
    let up = is_silent(side, row, rules) && !answered_since(side, row, rules) && ladder_is_owed(case);
    let issue = next_issue(row, rules);
    Some(match &row.product {
        None if up => coordinator(DutyKind::ListProduct).by(Some(product_from(row, rules))),
        Some(notice) if up && notice.deadline.is_none() => coordinator(DutyKind::AppendDeadline).by(Some(issue)),
        _ => coordinator(DutyKind::UpdateListing).by(Some(issue)),
    })
}

/// Before somebody is listed the receiving body judges what the case is worth (practice from 2019).
fn judgements(case: &CaseState, rules: Rules<'_>) -> Option<Duty> {
    let desk = |what| Duty::new(Party::ReceivingBody, what);
    let silent = |side: &&DeveloperSide| campaign(side, rules).is_enough() && last_heard(side, rules).is_none();
    let due = case.developers.iter().filter(silent).filter_map(|side| name_from(side, rules)).min()?;
    if !case.publications.is_empty() || !ladder_is_owed(case) || course(case) == Some(Outcome::Committee) {
        return None;
    }
    if course(case) == Some(Outcome::End) {
        return Some(desk(DutyKind::StopHandling).by(Some(due)));
    }
    if case.reach.verifiable.is_none() {
        return Some(desk(DutyKind::JudgeVerifiability).by(Some(due)));
    }
    (course(case) == Some(Outcome::WeighCost)).then(|| desk(DutyKind::JudgeHandlingValue).by(Some(due)))
}
