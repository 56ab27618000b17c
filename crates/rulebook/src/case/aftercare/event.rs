//! What can happen after a publication.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::coded::coded;
use crate::ids::{AccountId, BodyId, PersonId};
use crate::party::Party;
use crate::text::Localized;

coded! {
    /// Who enquires about a publication.
    pub enum Enquirer {
        /// Somebody who uses the product (製品利用者).
        ProductUser = "product-user",
        /// Somebody who builds systems with it (システム構築事業者).
        Integrator = "integrator",
        /// Anybody else.
        Other = "other",
    }
}

/// Name and address of whoever enquires.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Asker {
    /// Sealed under a key of its own, so that it can be erased.
    Sealed {
        /// Whose key.
        person: PersonId,
        /// The sealed text.
        body: BodyId,
    },
    /// In words, as the first version of the event had it.
    Plain(String),
}

coded! {
    /// On which ground a publication is withdrawn.
    pub enum WithdrawalGround {
        /// What it says is wrong.
        WrongAdvisory = "wrong-advisory",
        /// A court or an authority ordered it.
        LegalOrder = "legal-order",
    }
}

/// A withdrawal, as one body signs it and the other is asked to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withdrawal {
    /// Why.
    pub ground: WithdrawalGround,
    /// The reason, as the public reads it in the publication's place.
    pub reason: Localized,
    /// What it rests on, for the two bodies: what is wrong and who found it, or who ordered it under which number.
    pub basis: String,
    /// Which body proposes it.
    pub side: Party,
    /// Who signed it there.
    pub by: AccountId,
    /// Day.
    pub on: Date,
}

/// What can happen after a publication.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub enum AftercareEvent {
    /// Somebody outside enquired about the publication.
    EnquiryReceived {
        /// 1 for the first of the case.
        enquiry: u32,
        /// Who.
        from: Enquirer,
        /// Name and address, to answer to.
        asker: Asker,
        /// What is asked.
        question: String,
        /// The body that got it, and answers.
        by: Party,
        /// Day on which it came.
        on: Date,
    },
    /// It was answered.
    EnquiryAnswered {
        /// Which.
        enquiry: u32,
        /// What was answered.
        answer: String,
        /// Whether its contents go into the publication.
        amend: bool,
        /// Day.
        on: Date,
    },
    /// One body signed that the publication is withdrawn.
    WithdrawalProposed(Withdrawal),
    /// The other one did not, or the first one took it back.
    WithdrawalDeclined {
        /// By which body.
        side: Party,
        /// Why.
        reason: String,
        /// Day.
        on: Date,
    },
    /// Both have signed: the publication is withdrawn.
    PublicationWithdrawn {
        /// The revision that says so in its place.
        revision: u32,
        /// Who signed last.
        by: AccountId,
        /// When.
        at: Timestamp,
        /// Day.
        on: Date,
    },
}

impl AftercareEvent {
    /// Name of the event in the journal's clear header.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            AftercareEvent::EnquiryReceived { .. } => "EnquiryReceived",
            AftercareEvent::EnquiryAnswered { .. } => "EnquiryAnswered",
            AftercareEvent::WithdrawalProposed(_) => "WithdrawalProposed",
            AftercareEvent::WithdrawalDeclined { .. } => "WithdrawalDeclined",
            AftercareEvent::PublicationWithdrawn { .. } => "PublicationWithdrawn",
        }
    }
}
