//! What somebody can do in a case, as commands: an action with what it needs.

use jiff::civil::Date;

use super::aftercare::AftercareCommand;
use super::content::{CaseContent, ContentField};
use super::ending::EndingCommand;
use super::event::{AttemptOutcome, ContactMeans, Countermeasure, StatusStatement, Thread, Verification};
use super::judgement::JudgementCommand;
use super::non_disclosure::NonDisclosureCommand;
use super::outreach::OutreachCommand;
use super::overseas::OverseasCommand;
use super::reach::ReachCommand;
use super::schedule::{ScheduleCommand, Weighing};
use crate::action::Action;
use crate::advisory::content::AdvisoryContent;
use crate::ids::{AccountId, AdvisoryId, AttachmentId, BodyId, DeveloperId};
use crate::influence::RangeFactors;
use crate::report::state::Attachment;
use crate::text::Localized;

/// What somebody does in a case.
#[derive(Clone, Debug)]
pub enum CaseCommand {
    /// Take the case, or give it back.
    SetOwner(Option<AccountId>),
    /// Note something for the own side.
    AddNote {
        /// The sealed text.
        body: BodyId,
        /// Who writes it.
        by: AccountId,
    },
    /// Rate the influence.
    RateInfluence {
        /// CVSS v3 vector.
        vector: String,
        /// Its base score in tenths.
        score_tenths: u8,
        /// CVSS v4.0, where one was given: kept beside it.
        v4: Option<crate::influence::Version4>,
        /// What is known about the range.
        factors: RangeFactors,
    },
    /// Hand over to the coordinator, as a copy approved field by field.
    HandOver {
        /// The copy.
        content: CaseContent,
        /// The files that go along.
        attachments: Vec<AttachmentId>,
    },
    /// Write a message.
    Write {
        /// Between whom.
        thread: Thread,
        /// The sealed text.
        body: BodyId,
        /// Files that go with it.
        attachments: Vec<Attachment>,
    },
    /// Put a developer of the register on the case.
    AddDeveloper {
        /// The developer.
        developer: DeveloperId,
        /// Its name in the register.
        name: String,
    },
    /// Log an attempt.
    RecordContactAttempt {
        /// The developer.
        developer: DeveloperId,
        /// By what means.
        means: ContactMeans,
        /// Where to.
        to: String,
        /// On which day.
        on: Date,
        /// What came of it.
        outcome: AttemptOutcome,
        /// Anything worth keeping.
        note: String,
    },
    /// Send a one-time link; this is an attempt to reach the developer by mail.
    SendAnswerLink {
        /// The developer.
        developer: DeveloperId,
        /// The address.
        to: String,
    },
    /// Confirm the contact.
    ConfirmContact {
        /// The developer.
        developer: DeveloperId,
        /// Who answers there.
        person: String,
        /// At which address.
        mail: String,
    },
    /// Release the details to a developer.
    ReleaseDetails {
        /// The developer.
        developer: DeveloperId,
        /// Which fields of the copy that the coordinator has.
        fields: Vec<ContentField>,
        /// Which of its files.
        attachments: Vec<AttachmentId>,
    },
    /// State the verification result.
    StateVerification(Verification),
    /// State the countermeasure.
    StateCountermeasure(Countermeasure),
    /// State the response status.
    StateStatus(StatusStatement),
    /// Propose or comment on the day.
    ProposeDay {
        /// The day, if one is named.
        day: Option<Date>,
        /// The reason.
        comment: String,
    },
    /// Set or change the day.
    SetDay {
        /// The day.
        day: Date,
        /// The reason, needed for a change.
        reason: String,
        /// What was weighed.
        weighed: Weighing,
    },
    /// Begin the advisory.
    StartAdvisory {
        /// Its id.
        id: AdvisoryId,
        /// Its number.
        number: String,
        /// The draft made from the case.
        content: Box<AdvisoryContent>,
    },
    /// Change the text.
    EditAdvisory(Box<AdvisoryContent>),
    /// Show the text to the developers.
    SendPreview,
    /// Comment on the text.
    CommentPreview {
        /// Whether the developer agrees with its part.
        agrees: bool,
        /// Its comment.
        comment: String,
    },
    /// Approve the text.
    ApproveAdvisory(AccountId),
    /// Co-sign the text.
    CoSignAdvisory(AccountId),
    /// Publish the text, or the update.
    Publish {
        /// What changed (updates).
        summary: Localized,
    },
    /// About the day: what bears on it from outside.
    Schedule(ScheduleCommand),
    /// About the non-disclosure request.
    NonDisclosure(NonDisclosureCommand),
    /// On the way to a developer.
    Reach(ReachCommand),
    /// About a judgement on publication.
    Judgement(JudgementCommand),
    /// About the end of the case.
    Ending(EndingCommand),
    /// About who else is told, and who talks.
    Outreach(OutreachCommand),
    /// About a new day from overseas.
    Overseas(OverseasCommand),
    /// After the publication.
    Aftercare(AftercareCommand),
}

impl CaseCommand {
    /// The action that it is an instance of.
    #[must_use]
    pub const fn action(&self) -> Action {
        match self {
            CaseCommand::SetOwner(_) => Action::OwnCase,
            CaseCommand::AddNote { .. } => Action::NoteOnCase,
            CaseCommand::RateInfluence { .. } => Action::RateInfluence,
            CaseCommand::HandOver { .. } => Action::HandOver,
            CaseCommand::Write { thread: Thread::Bodies, .. } => Action::WriteBetweenBodies,
            CaseCommand::Write { thread: Thread::Developer(_), .. } => Action::WriteToDeveloper,
            CaseCommand::Write { thread: Thread::Direct { .. }, .. } => Action::WriteDirectly,
            CaseCommand::AddDeveloper { .. } => Action::AddDeveloper,
            CaseCommand::RecordContactAttempt { .. } => Action::RecordContactAttempt,
            CaseCommand::SendAnswerLink { .. } => Action::SendAnswerLink,
            CaseCommand::ConfirmContact { .. } => Action::ConfirmContact,
            CaseCommand::ReleaseDetails { .. } => Action::ReleaseDetails,
            CaseCommand::StateVerification(_) => Action::StateVerification,
            CaseCommand::StateCountermeasure(_) => Action::StateCountermeasure,
            CaseCommand::StateStatus(_) => Action::StateStatus,
            CaseCommand::ProposeDay { .. } => Action::ProposeDay,
            CaseCommand::SetDay { .. } => Action::SetDay,
            CaseCommand::StartAdvisory { .. } => Action::StartAdvisory,
            CaseCommand::EditAdvisory(_) => Action::EditAdvisory,
            CaseCommand::SendPreview => Action::SendPreview,
            CaseCommand::CommentPreview { .. } => Action::CommentPreview,
            CaseCommand::ApproveAdvisory(_) => Action::ApproveAdvisory,
            CaseCommand::CoSignAdvisory(_) => Action::CoSignAdvisory,
            CaseCommand::Publish { .. } => Action::Publish,
            CaseCommand::Schedule(command) => command.action(),
            CaseCommand::NonDisclosure(command) => command.action(),
            CaseCommand::Reach(command) => command.action(),
            CaseCommand::Judgement(command) => command.action(),
            CaseCommand::Ending(command) => command.action(),
            CaseCommand::Outreach(command) => command.action(),
            CaseCommand::Overseas(command) => command.action(),
            CaseCommand::Aftercare(command) => command.action(),
        }
    }

    /// The developer that it is about, where the giver names one.
    #[must_use]
    pub const fn developer(&self) -> Option<DeveloperId> {
        match self {
            CaseCommand::RecordContactAttempt { developer, .. }
            | CaseCommand::SendAnswerLink { developer, .. }
            | CaseCommand::ConfirmContact { developer, .. }
            | CaseCommand::ReleaseDetails { developer, .. }
            | CaseCommand::Write { thread: Thread::Developer(developer), .. } => Some(*developer),
            CaseCommand::Reach(command) => command.developer(),
            CaseCommand::Judgement(command) => command.developer(),
            CaseCommand::Ending(command) => command.developer(),
            CaseCommand::Outreach(command) => command.developer(),
            _ => None,
        }
    }
}
