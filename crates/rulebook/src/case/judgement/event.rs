//! What can happen on the way to a judgement and after it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::case::event::ContactMeans;
use crate::clause::Clause;
use crate::coded::coded;
use crate::ids::{AccountId, DeveloperId};
use crate::text::Localized;

coded! {
    /// Why coordination is impossible (Ⅳ.3.(2).1).
    pub enum Ground {
        /// ア The developer cannot be reached (連絡不能).
        Unreachable = "unreachable",
        /// イ Agreement can no longer reasonably be expected.
        NoAgreement = "no-agreement",
    }
}

impl Ground {
    /// The clause of this ground.
    #[must_use]
    pub const fn clause(self) -> Clause {
        Clause::new(match self {
            Ground::Unreachable => "Ⅳ.3.(2).1.ア",
            Ground::NoAgreement => "Ⅳ.3.(2).1.イ",
        })
    }
}

coded! {
    /// What a member is an expert of (Ⅳ.3.(2).1.第4段).
    pub enum Field {
        /// A person of learning without interest in the case.
        Neutral = "neutral",
        /// Law.
        Law = "law",
        /// Cyber security.
        Security = "security",
        /// The field of the product.
        Product = "product",
    }
}

coded! {
    /// The four conditions, all of which a publication needs (Ⅳ.3.(2).5.ア–エ).
    pub enum FourCondition {
        /// ア Coordination is impossible.
        CannotCoordinate = "cannot-coordinate",
        /// イ The vulnerability is found to exist.
        VulnerabilityExists = "vulnerability-exists",
        /// ウ Some users may have no other way to learn of it.
        UsersUnaware = "users-unaware",
        /// エ Nothing speaks against publication.
        NoReasonAgainst = "no-reason-against",
    }
}

impl FourCondition {
    /// The clause of this condition.
    #[must_use]
    pub const fn clause(self) -> Clause {
        Clause::new(match self {
            FourCondition::CannotCoordinate => "Ⅳ.3.(2).5.ア",
            FourCondition::VulnerabilityExists => "Ⅳ.3.(2).5.イ",
            FourCondition::UsersUnaware => "Ⅳ.3.(2).5.ウ",
            FourCondition::NoReasonAgainst => "Ⅳ.3.(2).5.エ",
        })
    }
}

coded! {
    /// What the secretariat finds of a condition.
    pub enum Finding {
        /// It is met.
        Met = "met",
        /// It is not met.
        NotMet = "not-met",
        /// It is disputed: the committee debates it.
        Disputed = "disputed",
    }
}

coded! {
    /// A member's vote on a condition.
    pub enum BallotVote {
        /// It is met.
        Yes = "yes",
        /// It is not met.
        No = "no",
        /// No vote.
        Abstain = "abstain",
    }
}

coded! {
    /// What is decided (Ⅳ.3.(2).7).
    pub enum Verdict {
        /// ア 公表.
        Publish = "publish",
        /// イ 非公表.
        NotPublish = "not-publish",
        /// ウ 再調整.
        SentBack = "sent-back",
    }
}

/// The five things that the receiving body asks the coordinator for (Ⅳ.3.(2).2).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Material {
    /// How the developer can be reached.
    pub contact: String,
    /// The vulnerability-related information.
    pub information: String,
    /// The developer's verification result.
    pub verification: String,
    /// Its countermeasure.
    pub countermeasure: String,
    /// Its response status.
    pub status: String,
}

/// A member of the committee in this case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seat {
    /// The account.
    pub account: AccountId,
    /// The name.
    pub name: String,
    /// Expert of what.
    pub field: Field,
}

/// What a developer is told of a judgement to come (Ⅳ.3.(2).3.ア), and how.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Announcement {
    /// By what means.
    pub means: ContactMeans,
    /// Where to.
    pub to: String,
    /// The vulnerability.
    pub information: String,
    /// Why it is held to exist.
    pub grounds: String,
    /// The history of the case.
    pub history: String,
    /// The text planned for publication.
    pub draft: String,
    /// Where to send an opinion.
    pub send_to: String,
    /// By when.
    pub deadline: Date,
    /// Day on which it was told.
    pub on: Date,
}

/// What the summary of the minutes (議事概要) is made from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Minutes {
    /// Who took part.
    pub attended: Vec<AccountId>,
    /// What was said, in short; no names.
    pub summary: String,
}

/// What was decided, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ruling {
    /// What.
    pub verdict: Verdict,
    /// Conditions that the committee found met.
    pub met: Vec<FourCondition>,
    /// Why, as told to those who are told.
    pub reason: String,
    /// For the summary of the minutes.
    pub minutes: Minutes,
    /// Day.
    pub on: Date,
}

/// What can happen on the way to a judgement and after it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub enum JudgementEvent {
    /// The coordinator gave notice that coordination is impossible (Ⅳ.4.10).
    ImpossibleNotified {
        /// With which developer.
        developer: DeveloperId,
        /// Why.
        ground: Ground,
        /// The history.
        reason: String,
        /// Day.
        on: Date,
    },
    /// The receiving body judged for itself.
    ImpossibleJudged {
        /// Whether it comes to the same.
        accepted: bool,
        /// Why.
        reason: String,
        /// Day.
        on: Date,
    },
    /// The receiving body asked the coordinator for its material.
    MaterialAsked {
        /// Day.
        on: Date,
    },
    /// The coordinator gave it.
    MaterialGiven {
        /// The five items.
        material: Material,
        /// Day.
        on: Date,
    },
    /// The committee was convened.
    CommitteeConvened {
        /// Name or number of the meeting.
        meeting: String,
        /// Day of the meeting.
        meets_on: Date,
        /// Members.
        members: Vec<Seat>,
        /// Called for this case alone.
        urgent: bool,
        /// Day.
        on: Date,
    },
    /// A member has an interest in the case and is not on it.
    ConflictDeclared {
        /// The member.
        member: AccountId,
        /// Why.
        reason: String,
        /// Day.
        on: Date,
    },
    /// The secretariat filled in one of the four conditions.
    ConditionAssessed {
        /// Which.
        condition: FourCondition,
        /// What it finds.
        finding: Finding,
        /// On what evidence.
        evidence: String,
        /// Day.
        on: Date,
    },
    /// The secretariat proposed a decision (事務局案).
    SecretariatDrafted {
        /// Which.
        verdict: Verdict,
        /// Why.
        reason: String,
        /// The text planned for publication.
        text: String,
        /// Day.
        on: Date,
    },
    /// The developer was told that there will be a judgement.
    JudgementAnnounced(Announcement),
    /// Somebody else concerned was asked for an opinion.
    OpinionInvited {
        /// Who; nobody when there is nobody else.
        whom: Option<String>,
        /// Why, or why nobody.
        note: String,
        /// By when.
        deadline: Option<Date>,
        /// Day.
        on: Date,
    },
    /// An opinion came.
    OpinionGiven {
        /// Whose, when it is the developer's.
        developer: Option<DeveloperId>,
        /// Whose, in words.
        from: String,
        /// What it says.
        text: String,
        /// Day.
        on: Date,
    },
    /// The committee heard somebody.
    HearingHeld {
        /// Whom.
        whom: String,
        /// What was said, in short.
        summary: String,
        /// Day.
        on: Date,
    },
    /// After a new report of the developer the case went back to the coordinator.
    ReturnedToCoordination {
        /// Why.
        reason: String,
        /// Day.
        on: Date,
    },
    /// A member marked a point for debate.
    DebateMarked {
        /// The member.
        member: AccountId,
        /// Which condition.
        condition: FourCondition,
        /// What is to be debated.
        note: String,
        /// Day.
        on: Date,
    },
    /// A member voted.
    MemberVoted {
        /// The member.
        member: AccountId,
        /// On which condition.
        condition: FourCondition,
        /// How.
        vote: BallotVote,
        /// Why.
        comment: String,
        /// Day.
        on: Date,
    },
    /// It was decided.
    JudgementPassed(Ruling),
    /// The minister was asked to confirm the procedure.
    ConfirmationAsked {
        /// Reference of the letter.
        reference: String,
        /// Day.
        on: Date,
    },
    /// The minister confirmed it.
    ProcedureConfirmed {
        /// Reference of the answer.
        reference: String,
        /// Day.
        on: Date,
    },
    /// The developer was asked for a view to be shown beside the publication.
    ViewAsked {
        /// By when.
        deadline: Date,
        /// Day.
        on: Date,
    },
    /// It gave one.
    ViewGiven {
        /// The developer.
        developer: DeveloperId,
        /// The view.
        text: Localized,
        /// Whether it wishes it to be shown.
        shown: bool,
        /// Day.
        on: Date,
    },
    /// The receiving body decided the publication day.
    JudgedDaySet {
        /// The publication day.
        day: Date,
        /// Day of the decision.
        on: Date,
    },
    /// The coordinator took coordination up again.
    CoordinationResumed {
        /// Day.
        on: Date,
    },
}

impl JudgementEvent {
    /// Name of the event in the journal's clear header.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            JudgementEvent::ImpossibleNotified { .. } => "ImpossibleNotified",
            JudgementEvent::ImpossibleJudged { .. } => "ImpossibleJudged",
            JudgementEvent::MaterialAsked { .. } => "MaterialAsked",
            JudgementEvent::MaterialGiven { .. } => "MaterialGiven",
            JudgementEvent::CommitteeConvened { .. } => "CommitteeConvened",
            JudgementEvent::ConflictDeclared { .. } => "ConflictDeclared",
            JudgementEvent::ConditionAssessed { .. } => "ConditionAssessed",
            JudgementEvent::SecretariatDrafted { .. } => "SecretariatDrafted",
            JudgementEvent::JudgementAnnounced(_) => "JudgementAnnounced",
            JudgementEvent::OpinionInvited { .. } => "OpinionInvited",
            JudgementEvent::OpinionGiven { .. } => "OpinionGiven",
            JudgementEvent::HearingHeld { .. } => "HearingHeld",
            JudgementEvent::ReturnedToCoordination { .. } => "ReturnedToCoordination",
            JudgementEvent::DebateMarked { .. } => "DebateMarked",
            JudgementEvent::MemberVoted { .. } => "MemberVoted",
            JudgementEvent::JudgementPassed(_) => "JudgementPassed",
            JudgementEvent::ConfirmationAsked { .. } => "ConfirmationAsked",
            JudgementEvent::ProcedureConfirmed { .. } => "ProcedureConfirmed",
            JudgementEvent::ViewAsked { .. } => "ViewAsked",
            JudgementEvent::ViewGiven { .. } => "ViewGiven",
            JudgementEvent::JudgedDaySet { .. } => "JudgedDaySet",
            JudgementEvent::CoordinationResumed { .. } => "CoordinationResumed",
        }
    }
}
