//! What is known after a publication: enquiries, and whether it was withdrawn.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;

use super::event::{AftercareEvent, Asker, Enquirer, Withdrawal};
use crate::ids::AccountId;
use crate::party::Party;

/// The answer to an enquiry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// When.
    pub at: Timestamp,
    /// What was answered.
    pub text: String,
    /// Whether its contents go into the publication.
    pub amend: bool,
    /// Day.
    pub on: Date,
}

/// An enquiry about the publication.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Enquiry {
    /// 1 for the first of the case.
    pub number: u32,
    /// Who enquires.
    pub from: Enquirer,
    /// Name and address.
    pub asker: Asker,
    /// What is asked.
    pub question: String,
    /// The body that got it, and answers.
    pub by: Party,
    /// Day on which it came.
    pub on: Date,
    /// The answer.
    pub answer: Option<Answer>,
}

/// A withdrawal that both bodies signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Withdrawn {
    /// What was signed.
    pub withdrawal: Withdrawal,
    /// Who signed at the other body.
    pub co_signed: AccountId,
    /// The revision that says so.
    pub revision: u32,
    /// When.
    pub at: Timestamp,
}

/// What is known after a publication.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Aftercare {
    /// Enquiries, oldest first.
    pub enquiries: Vec<Enquiry>,
    /// A withdrawal that waits for the other body.
    pub proposed: Option<Withdrawal>,
    /// The last one that was declined or taken back: by which body, and why.
    pub declined: Option<(Party, String, Date)>,
    /// The withdrawal, once both have signed.
    pub withdrawn: Option<Withdrawn>,
}

impl Aftercare {
    /// Takes in one more event.
    pub fn evolve(&mut self, at: Timestamp, event: &AftercareEvent) {
        match event.clone() {
            AftercareEvent::EnquiryReceived { enquiry: number, from, asker, question, by, on } => {
                self.enquiries.push(Enquiry { number, from, asker, question, by, on, answer: None });
            }
            AftercareEvent::EnquiryAnswered { enquiry, answer: text, amend, on } => {
                if let Some(one) = self.enquiries.iter_mut().find(|one| one.number == enquiry) {
                    one.answer = Some(Answer { at, text, amend, on });
                }
            }
            AftercareEvent::WithdrawalProposed(withdrawal) => {
                (self.proposed, self.declined) = (Some(withdrawal), None);
            }
            AftercareEvent::WithdrawalDeclined { side, reason, on } => {
                (self.proposed, self.declined) = (None, Some((side, reason, on)));
            }
            AftercareEvent::PublicationWithdrawn { revision, by: co_signed, at, .. } => {
                let signed = self.proposed.take();
                self.withdrawn = signed.map(|withdrawal| Withdrawn { withdrawal, co_signed, revision, at });
            }
        }
    }

    /// Enquiries that a body got and has not answered.
    pub fn open(&self, by: Party) -> impl Iterator<Item = &Enquiry> {
        self.enquiries.iter().filter(move |enquiry| enquiry.by == by && enquiry.answer.is_none())
    }
}
