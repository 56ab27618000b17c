//! The papers of a committee member: what the case says as it was handed over, how the developers were contacted and
//! what they answered, and the file of the judgement. Never who the finder is, nor how a developer can be reached.

use crate::case::duties::duties;
use crate::case::file::CaseFile;
use crate::case::state::{Attempt, Contact, DeveloperSide};
use crate::case::view::{CaseView, DeveloperView, bare};
use crate::edition::Rules;
use crate::ids::AccountId;
use crate::party::Party;

/// The case as a member sees it.
pub(in crate::case) fn papers(file: &CaseFile, member: AccountId, rules: Rules<'_>) -> CaseView {
    let case = &file.case;
    let party = Party::Member(member);
    let copy = case.handed_over.as_ref();
    let given = copy.map(|copy| copy.attachments.as_slice()).unwrap_or_default();
    CaseView {
        day_zero: case.day_zero(),
        details_sent_on: case.details_sent_on(),
        content: copy.map(|copy| copy.content.clone()),
        attachments: case.attachments.iter().filter(|file| given.contains(&file.id)).cloned().collect(),
        ratings: case.ratings.clone(),
        developers: case.developers.iter().map(developer).collect(),
        duties: duties(file, rules).into_iter().filter(|duty| duty.who == party).collect(),
        ..bare(file, party, rules)
    }
}

fn developer(side: &DeveloperSide) -> DeveloperView {
    let attempt = |attempt: &Attempt| Attempt { to: String::new(), ..attempt.clone() };
    let contact = |contact: &Contact| Contact { person: String::new(), mail: String::new(), ..contact.clone() };
    DeveloperView {
        id: side.id,
        name: side.name.clone(),
        attempts: side.attempts.iter().map(attempt).collect(),
        first_attempt_on: side.first_attempt_on(),
        links: Vec::new(),
        contact: side.contact.as_ref().map(contact),
        details: None,
        verification: side.verification.clone(),
        countermeasure: side.countermeasure.clone(),
        status: side.status.clone(),
        proposals: side.proposals.clone(),
    }
}
