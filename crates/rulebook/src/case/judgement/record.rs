//! What a round of judgement has on record, piece by piece.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;

use super::event::{BallotVote, Finding, FourCondition, Seat, Verdict};
use crate::ids::{AccountId, DeveloperId};
use crate::text::Localized;

/// A meeting of the committee.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Meeting {
    /// Its name or number.
    pub meeting: String,
    /// Its day.
    pub meets_on: Date,
    /// Its members, conflicted ones included.
    pub members: Vec<Seat>,
    /// Called for this case alone.
    pub urgent: bool,
}

/// A member's interest in the case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Conflict {
    /// The member.
    pub member: AccountId,
    /// Why.
    pub reason: String,
    /// Day.
    pub on: Date,
}

/// What the secretariat finds of a condition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Assessment {
    /// Which.
    pub condition: FourCondition,
    /// What.
    pub finding: Finding,
    /// On what evidence.
    pub evidence: String,
    /// Day.
    pub on: Date,
}

/// The secretariat's draft (事務局案).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Draft {
    /// What it proposes.
    pub verdict: Verdict,
    /// Why.
    pub reason: String,
    /// The text planned for publication.
    pub text: String,
    /// Day.
    pub on: Date,
}

/// An opinion that was asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Invitation {
    /// Of whom; nobody when there is nobody else.
    pub whom: Option<String>,
    /// Why, or why nobody.
    pub note: String,
    /// By when.
    pub deadline: Option<Date>,
    /// Day.
    pub on: Date,
}

/// An opinion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Opinion {
    /// Whose, when it is the developer's.
    pub developer: Option<DeveloperId>,
    /// Whose, in words.
    pub from: String,
    /// What it says.
    pub text: String,
    /// Day.
    pub on: Date,
}

/// An oral hearing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Hearing {
    /// Of whom.
    pub whom: String,
    /// What was said, in short.
    pub summary: String,
    /// Day.
    pub on: Date,
}

/// A point that a member wants debated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Mark {
    /// The member.
    pub member: AccountId,
    /// Of which condition.
    pub condition: FourCondition,
    /// What.
    pub note: String,
}

/// A vote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Ballot {
    /// The member.
    pub member: AccountId,
    /// On which condition.
    pub condition: FourCondition,
    /// How.
    pub vote: BallotVote,
    /// Why.
    pub comment: String,
}

/// A developer's view (見解) to be shown beside the publication.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct View {
    /// The view.
    pub text: Localized,
    /// Whether it wishes it to be shown.
    pub shown: bool,
    /// When it was given.
    pub at: Timestamp,
}
