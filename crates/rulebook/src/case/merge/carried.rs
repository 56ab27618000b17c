//! What a developer takes along from a case that proved to be the same as another.

use crate::case::event::CaseEvent;
use crate::case::state::{CaseState, DeveloperSide};
use crate::edition::Rules;
use crate::moment::day_of;
use crate::report::state::Dated;

/// What a developer was told and said in the case that ends, as far as the other one does not know it. The finder of
/// the other case was never named to it, so nobody is named along with what it was told (Ⅳ.3.(1).6).
pub(super) fn carried(side: &DeveloperSide, into: &CaseState, rules: Rules<'_>) -> Vec<CaseEvent> {
    let developer = side.id;
    let known = into.developer(developer);
    let mut events = Vec::new();
    if known.is_none() {
        events.push(CaseEvent::DeveloperAdded { developer, name: side.name.clone() });
    }
    for attempt in side.attempts.iter().filter(|attempt| known.is_none_or(|known| !known.attempts.contains(attempt))) {
        let (means, to, note) = (attempt.means, attempt.to.clone(), attempt.note.clone());
        let (on, outcome) = (attempt.on, attempt.outcome);
        events.push(CaseEvent::ContactAttempted { developer, means, to, on, outcome, note });
    }
    if let (Some(contact), true) = (&side.contact, known.is_none_or(|known| known.contact.is_none())) {
        let (person, mail) = (contact.person.clone(), contact.mail.clone());
        let (on, by_developer) = (contact.on, contact.by_developer);
        events.push(CaseEvent::ContactConfirmed { developer, on, person, mail, by_developer });
    }
    if let (Some(copy), true) = (&side.details, known.is_none_or(|known| known.details.is_none())) {
        let (content, attachments) = (copy.content.clone(), copy.attachments.clone());
        events.push(CaseEvent::DetailsReleased { developer, on: copy.on, content, attachments, finder_named: false });
    }
    events.extend(statements(side, known, rules));
    events
}

fn statements(side: &DeveloperSide, known: Option<&DeveloperSide>, rules: Rules<'_>) -> Vec<CaseEvent> {
    let developer = side.id;
    let mut events = Vec::new();
    let day = |at: jiff::Timestamp| day_of(at, rules.edition.utc_offset_hours);
    if let (Some(Dated { at, item }), true) = (&side.verification, known.is_none_or(|it| it.verification.is_none())) {
        let verification = item.clone();
        events.push(CaseEvent::VerificationStated { developer, verification, on: day(*at) });
    }
    if let (Some(Dated { at, item }), true) = (&side.countermeasure, known.is_none_or(|it| it.countermeasure.is_none()))
    {
        events.push(CaseEvent::CountermeasureStated { developer, countermeasure: item.clone(), on: day(*at) });
    }
    if let (Some(Dated { at, item }), true) = (&side.status, known.is_none_or(|it| it.status.is_none())) {
        events.push(CaseEvent::StatusStated { developer, status: item.clone(), on: day(*at) });
    }
    events
}

/// What it said last about the day, unless it spoke about it where the case goes on. It comes after the day that is
/// taken over, which is no answer to it.
pub(super) fn proposal(side: &DeveloperSide, into: &CaseState) -> Option<CaseEvent> {
    let developer = side.id;
    let known = into.developer(developer).is_some_and(|known| !known.proposals.is_empty());
    let Dated { item, .. } = side.proposals.last().filter(|_| !known)?;
    Some(CaseEvent::DayProposed { developer, day: item.day, comment: item.comment.clone() })
}
