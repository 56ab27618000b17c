//! What somebody does about a judgement.

use jiff::civil::Date;

use super::event::{BallotVote, Finding, FourCondition, Ground, Material, Minutes, Verdict};
use crate::action::Action;
use crate::case::event::ContactMeans;
use crate::ids::{AccountId, DeveloperId};
use crate::member::Appointed;
use crate::text::Localized;

/// What somebody does about a judgement.
#[derive(Clone, Debug)]
pub enum JudgementCommand {
    /// Coordinator: give notice that coordination is impossible.
    NotifyImpossible {
        /// With which developer.
        developer: DeveloperId,
        /// Why.
        ground: Ground,
        /// The history.
        reason: String,
    },
    /// Receiving body: judge for itself.
    JudgeImpossible {
        /// Whether it comes to the same.
        accepted: bool,
        /// Why.
        reason: String,
    },
    /// Receiving body: ask the coordinator for its material.
    AskMaterial,
    /// Coordinator: give it.
    GiveMaterial(Material),
    /// Receiving body: convene the committee, or convene it anew.
    Convene {
        /// Name or number of the meeting.
        meeting: String,
        /// Day of the meeting.
        meets_on: Date,
        /// Members, each as appointed.
        members: Vec<Appointed>,
        /// Called for this case alone.
        urgent: bool,
    },
    /// Member of itself, or receiving body: declare an interest.
    DeclareConflict {
        /// The member.
        member: AccountId,
        /// Why.
        reason: String,
    },
    /// Receiving body: fill in one of the four conditions.
    AssessCondition {
        /// Which.
        condition: FourCondition,
        /// What it finds.
        finding: Finding,
        /// On what evidence.
        evidence: String,
    },
    /// Receiving body: propose a decision (事務局案).
    DraftJudgement {
        /// Which.
        verdict: Verdict,
        /// Why.
        reason: String,
        /// The text planned for publication.
        text: String,
    },
    /// Receiving body: tell the developer; the planned text is the draft's.
    AnnounceJudgement {
        /// By what means.
        means: ContactMeans,
        /// Where to.
        to: String,
        /// The vulnerability.
        information: String,
        /// Why it is held to exist.
        grounds: String,
        /// The history of the case.
        history: String,
        /// Where to send an opinion.
        send_to: String,
        /// By when.
        deadline: Date,
    },
    /// Receiving body: ask somebody else concerned, or say that there is nobody else.
    InviteOpinion {
        /// Who.
        whom: Option<String>,
        /// Why, or why nobody.
        note: String,
        /// By when.
        deadline: Option<Date>,
    },
    /// Developer: give its opinion. Receiving body: file one that came on paper.
    GiveOpinion {
        /// Whose, in words; for the developer it is left empty.
        from: String,
        /// What it says.
        text: String,
    },
    /// Receiving body: record an oral hearing.
    HoldHearing {
        /// Of whom.
        whom: String,
        /// What was said, in short.
        summary: String,
    },
    /// Receiving body: give the case back to the coordinator after a new report.
    ReturnCase {
        /// Why.
        reason: String,
    },
    /// Member: mark a point for debate.
    MarkDebate {
        /// Of which condition.
        condition: FourCondition,
        /// What.
        note: String,
    },
    /// Member: vote.
    Vote {
        /// On which condition.
        condition: FourCondition,
        /// How.
        vote: BallotVote,
        /// Why.
        comment: String,
    },
    /// Receiving body: record what was decided.
    PassJudgement {
        /// What.
        verdict: Verdict,
        /// Conditions that the committee found met.
        met: Vec<FourCondition>,
        /// Why.
        reason: String,
        /// For the summary of the minutes.
        minutes: Minutes,
    },
    /// Receiving body: ask the minister to confirm the procedure.
    AskConfirmation {
        /// Reference of the letter.
        reference: String,
    },
    /// Receiving body: record the confirmation.
    RecordConfirmation {
        /// Reference of the answer.
        reference: String,
    },
    /// Receiving body: ask the developer for a view to be shown.
    AskView {
        /// By when.
        deadline: Date,
    },
    /// Developer: give it.
    GiveView {
        /// The view.
        text: Localized,
        /// Whether it is to be shown.
        shown: bool,
    },
    /// Receiving body: decide the publication day, or another one.
    SetJudgedDay {
        /// The day.
        day: Date,
    },
    /// Coordinator: take coordination up again.
    ResumeCoordination,
}

impl JudgementCommand {
    /// The action that it is an instance of.
    #[must_use]
    pub const fn action(&self) -> Action {
        match self {
            JudgementCommand::NotifyImpossible { .. } => Action::NotifyImpossible,
            JudgementCommand::JudgeImpossible { .. } => Action::JudgeImpossible,
            JudgementCommand::AskMaterial => Action::AskMaterial,
            JudgementCommand::GiveMaterial(_) => Action::GiveMaterial,
            JudgementCommand::Convene { .. } => Action::ConveneCommittee,
            JudgementCommand::DeclareConflict { .. } => Action::DeclareConflict,
            JudgementCommand::AssessCondition { .. } => Action::AssessCondition,
            JudgementCommand::DraftJudgement { .. } => Action::DraftJudgement,
            JudgementCommand::AnnounceJudgement { .. } => Action::AnnounceJudgement,
            JudgementCommand::InviteOpinion { .. } => Action::InviteOpinion,
            JudgementCommand::GiveOpinion { .. } => Action::GiveOpinion,
            JudgementCommand::HoldHearing { .. } => Action::HoldHearing,
            JudgementCommand::ReturnCase { .. } => Action::ReturnCase,
            JudgementCommand::MarkDebate { .. } => Action::MarkDebate,
            JudgementCommand::Vote { .. } => Action::Vote,
            JudgementCommand::PassJudgement { .. } => Action::PassJudgement,
            JudgementCommand::AskConfirmation { .. } => Action::AskConfirmation,
            JudgementCommand::RecordConfirmation { .. } => Action::RecordConfirmation,
            JudgementCommand::AskView { .. } => Action::AskView,
            JudgementCommand::GiveView { .. } => Action::GiveView,
            JudgementCommand::SetJudgedDay { .. } => Action::SetJudgedDay,
            JudgementCommand::ResumeCoordination => Action::ResumeCoordination,
        }
    }

    /// The developer that it is about, where the giver names one.
    #[must_use]
    pub const fn developer(&self) -> Option<DeveloperId> {
        match self {
            JudgementCommand::NotifyImpossible { developer, .. } => Some(*developer),
            _ => None,
        }
    }
}
