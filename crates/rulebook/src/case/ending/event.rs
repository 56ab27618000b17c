//! What can happen at the end of a case.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::case::event::VerificationResult;
use crate::clause::Clause;
use crate::coded::coded;
use crate::ids::DeveloperId;
use crate::party::Party;

coded! {
    /// On which ground the coordinator drops the publication (公表取りやめ, Ⅳ.4.4.ア–オ).
    pub enum DropGround {
        /// ア A developer says that it is no vulnerability.
        NotVulnerability = "not-vulnerability",
        /// イ A developer says that there is no influence.
        NoInfluence = "no-influence",
        /// ウ A developer says that the influence is small.
        SmallInfluence = "small-influence",
        /// エ It is known and published.
        KnownAndPublished = "known-and-published",
        /// オ The developer tells every user, be it through integrators.
        AllUsersTold = "all-users-told",
    }
}

impl DropGround {
    /// The clause of this ground.
    #[must_use]
    pub const fn clause(self) -> Clause {
        Clause::new(match self {
            DropGround::NotVulnerability => "Ⅳ.4.4.ア",
            DropGround::NoInfluence => "Ⅳ.4.4.イ",
            DropGround::SmallInfluence => "Ⅳ.4.4.ウ",
            DropGround::KnownAndPublished => "Ⅳ.4.4.エ",
            DropGround::AllUsersTold => "Ⅳ.4.4.オ",
        })
    }

    /// Whether it rests on the word of a developer that was told.
    #[must_use]
    pub const fn needs_a_developer(self) -> bool {
        !matches!(self, DropGround::KnownAndPublished)
    }

    /// The ground that a verification result proposes, if any.
    #[must_use]
    pub const fn proposed_by(result: VerificationResult) -> Option<DropGround> {
        match result {
            VerificationResult::NotVulnerability => Some(DropGround::NotVulnerability),
            VerificationResult::NoInfluence => Some(DropGround::NoInfluence),
            VerificationResult::SmallInfluence => Some(DropGround::SmallInfluence),
            VerificationResult::KnownAndPublished => Some(DropGround::KnownAndPublished),
            VerificationResult::TellsAllUsers => Some(DropGround::AllUsersTold),
            _ => None,
        }
    }
}

coded! {
    /// On which ground the receiving body stops handling (処理取りやめ), or the handling ends without publication.
    pub enum EndingGround {
        /// ア It is no vulnerability-related information.
        NotVulnerabilityInformation = "not-vulnerability-information",
        /// イ Outside the scope.
        OutOfScope = "out-of-scope",
        /// ウ The influence is small.
        SmallInfluence = "small-influence",
        /// エ Known and published.
        KnownAndPublished = "known-and-published",
        /// オ The developer tells every user; the coordinator has confirmed it.
        AllUsersTold = "all-users-told",
        /// Evidently obtained by illegal means (Ⅳ.3.(1).3).
        IllegallyAcquired = "illegally-acquired",
        /// Of small influence, and the developer was told (簡易な対応, 付録2.図3).
        SimpleHandling = "simple-handling",
        /// Settled with those concerned outside of a publication (個別対応).
        HandledIndividually = "handled-individually",
        /// Judged not to be published (Ⅳ.3.(2).7.イ); never chosen by hand.
        JudgedNotToPublish = "judged-not-to-publish",
        /// The same as another case, in which it goes on (Ⅳ.3.(1).2); never chosen by hand.
        MergedIntoAnother = "merged-into-another",
    }
}

impl EndingGround {
    /// Whether it is one that a body chooses; the others follow from a judgement or a merge.
    #[must_use]
    pub const fn is_chosen(self) -> bool {
        !matches!(self, EndingGround::JudgedNotToPublish | EndingGround::MergedIntoAnother)
    }

    /// The clause of this ground. That something was settled individually has none of its own.
    #[must_use]
    pub const fn clause(self) -> Clause {
        Clause::new(match self {
            EndingGround::NotVulnerabilityInformation => "Ⅳ.3.(1).7.ア",
            EndingGround::OutOfScope => "Ⅳ.3.(1).7.イ",
            EndingGround::SmallInfluence => "Ⅳ.3.(1).7.ウ",
            EndingGround::KnownAndPublished => "Ⅳ.3.(1).7.エ",
            EndingGround::AllUsersTold => "Ⅳ.3.(1).7.オ",
            EndingGround::IllegallyAcquired => "Ⅳ.3.(1).3",
            EndingGround::SimpleHandling => "付録2.図3",
            EndingGround::HandledIndividually => "Ⅳ.3.(1).7",
            EndingGround::JudgedNotToPublish => "Ⅳ.3.(2).7.イ",
            EndingGround::MergedIntoAnother => "Ⅳ.3.(1).2",
        })
    }
}

coded! {
    /// What a developer refuses.
    pub enum Refused {
        /// That it is published (Ⅳ.3.(2).1.イ).
        Publication = "publication",
        /// To fix it.
        Fix = "fix",
        /// To be contacted about it.
        Contact = "contact",
    }
}

coded! {
    /// Whether a product whose support has ended is fixed all the same.
    pub enum FixPlan {
        /// A fix is made.
        Planned = "planned",
        /// No fix is made.
        None = "none",
    }
}

coded! {
    /// Whether a developer agrees that users are asked to stop using the product (利用中止).
    pub enum StopUsing {
        /// It agrees.
        Yes = "yes",
        /// It refuses.
        No = "no",
        /// It did not answer, or could not be reached.
        NoAnswer = "no-answer",
    }
}

/// A product whose support has ended (EoL).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EndOfSupport {
    /// The product.
    pub product: String,
    /// Since when.
    pub ended_on: Date,
    /// Whether it is fixed all the same.
    pub fix: FixPlan,
    /// Whether the developer agrees to "stop using it".
    pub agrees: StopUsing,
}

/// What can happen at the end of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub enum EndingEvent {
    /// The coordinator dropped the publication (公表取りやめ, Ⅳ.4.4.第2段).
    PublicationDropped {
        /// Why.
        ground: DropGround,
        /// The developer on whose word it rests.
        said_by: Option<DeveloperId>,
        /// What it rests on, for the two bodies.
        reason: String,
        /// Day.
        on: Date,
    },
    /// The receiving body stopped handling (処理取りやめ, Ⅳ.3.(1).7): the case has ended.
    HandlingStopped {
        /// Why.
        ground: EndingGround,
        /// The reason, as told to the finder.
        reason: String,
        /// Day.
        on: Date,
    },
    /// It was taken up again.
    HandlingResumed {
        /// By which body.
        by: Party,
        /// Why, for the two bodies.
        reason: String,
        /// Day.
        on: Date,
    },
    /// A developer refuses something (Ⅳ.3.(2).1.イ).
    RefusalRecorded {
        /// The developer.
        developer: DeveloperId,
        /// What.
        what: Refused,
        /// Its words.
        statement: String,
        /// Whether it said so here itself.
        by_developer: bool,
        /// Day.
        on: Date,
    },
    /// The support of a product has ended.
    EndOfSupportStated {
        /// Its developer.
        developer: DeveloperId,
        /// The product, and what becomes of it.
        support: EndOfSupport,
        /// Whether the developer said so here itself.
        by_developer: bool,
        /// Day.
        on: Date,
    },
}

impl EndingEvent {
    /// Name of the event in the journal's clear header.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            EndingEvent::PublicationDropped { .. } => "PublicationDropped",
            EndingEvent::HandlingStopped { .. } => "HandlingStopped",
            EndingEvent::HandlingResumed { .. } => "HandlingResumed",
            EndingEvent::RefusalRecorded { .. } => "RefusalRecorded",
            EndingEvent::EndOfSupportStated { .. } => "EndOfSupportStated",
        }
    }
}
