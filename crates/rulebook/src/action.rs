//! Everything that somebody can do, by name. The access matrix is made of these, and so are the buttons of a page.

use serde::{Deserialize, Serialize};

use crate::clause::Clause;
use crate::party::Party;

/// A kind of command.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// Type a report that the program could not read.
    TranscribeReport,
    /// Accept a report.
    AcceptReport,
    /// Not accept a report.
    RejectReport,
    /// Mark a report as of large influence.
    MarkHighImpact,
    /// Write between finder and desk.
    WriteOnReport,
    /// Change the finder's consents.
    ChangeConsents,
    /// Take a report, or give it back.
    OwnReport,
    /// Note something on a report, for the own side only.
    NoteOnReport,
    /// Take a case, or give it back.
    OwnCase,
    /// Note something on a case, for the own side only.
    NoteOnCase,
    /// Rate the influence.
    RateInfluence,
    /// Hand the case over to the coordinator.
    HandOver,
    /// Write between the two bodies.
    WriteBetweenBodies,
    /// Put a developer of the register on the case.
    AddDeveloper,
    /// Log an attempt to reach a developer.
    RecordContactAttempt,
    /// Send a developer its one-time link.
    SendAnswerLink,
    /// Confirm that the developer was reached.
    ConfirmContact,
    /// Release the details to a developer.
    ReleaseDetails,
    /// Write between coordinator and a developer.
    WriteToDeveloper,
    /// State the result of the verification.
    StateVerification,
    /// State the countermeasure.
    StateCountermeasure,
    /// State which products are affected, and what to say to the public.
    StateStatus,
    /// Propose or comment on the publication day.
    ProposeDay,
    /// Set or change the publication day.
    SetDay,
    /// Begin the advisory.
    StartAdvisory,
    /// Write on the advisory.
    EditAdvisory,
    /// Show the text to the developers.
    SendPreview,
    /// Comment on the text.
    CommentPreview,
    /// Approve the text.
    ApproveAdvisory,
    /// Co-sign the text.
    CoSignAdvisory,
    /// Publish.
    Publish,
}

impl Action {
    /// All of them, in the order of the road.
    pub const ALL: [Action; 31] = [
        Action::TranscribeReport,
        Action::AcceptReport,
        Action::RejectReport,
        Action::MarkHighImpact,
        Action::WriteOnReport,
        Action::ChangeConsents,
        Action::OwnReport,
        Action::NoteOnReport,
        Action::OwnCase,
        Action::NoteOnCase,
        Action::RateInfluence,
        Action::HandOver,
        Action::WriteBetweenBodies,
        Action::AddDeveloper,
        Action::RecordContactAttempt,
        Action::SendAnswerLink,
        Action::ConfirmContact,
        Action::ReleaseDetails,
        Action::WriteToDeveloper,
        Action::StateVerification,
        Action::StateCountermeasure,
        Action::StateStatus,
        Action::ProposeDay,
        Action::SetDay,
        Action::StartAdvisory,
        Action::EditAdvisory,
        Action::SendPreview,
        Action::CommentPreview,
        Action::ApproveAdvisory,
        Action::CoSignAdvisory,
        Action::Publish,
    ];

    /// Whether it is done on a report; everything else is done on a case.
    #[must_use]
    pub const fn is_on_report(self) -> bool {
        matches!(
            self,
            Action::TranscribeReport
                | Action::AcceptReport
                | Action::RejectReport
                | Action::MarkHighImpact
                | Action::WriteOnReport
                | Action::ChangeConsents
                | Action::OwnReport
                | Action::NoteOnReport
        )
    }

    /// Whose part it is (Ⅳ章 as a whole): nobody else ever does it.
    #[must_use]
    pub const fn belongs_to(self, party: Party) -> bool {
        match self {
            Action::TranscribeReport
            | Action::AcceptReport
            | Action::RejectReport
            | Action::MarkHighImpact
            | Action::OwnReport
            | Action::NoteOnReport
            | Action::HandOver
            | Action::CoSignAdvisory => matches!(party, Party::ReceivingBody),
            Action::WriteOnReport => matches!(party, Party::ReceivingBody | Party::Finder(_)),
            Action::ChangeConsents => matches!(party, Party::Finder(_)),
            Action::OwnCase | Action::NoteOnCase | Action::RateInfluence | Action::WriteBetweenBodies => {
                party.is_staff()
            }
            Action::AddDeveloper
            | Action::RecordContactAttempt
            | Action::SendAnswerLink
            | Action::ReleaseDetails
            | Action::SetDay
            | Action::StartAdvisory
            | Action::EditAdvisory
            | Action::SendPreview
            | Action::ApproveAdvisory => matches!(party, Party::Coordinator),
            Action::ConfirmContact | Action::WriteToDeveloper => {
                matches!(party, Party::Coordinator | Party::Developer(_))
            }
            Action::StateVerification
            | Action::StateCountermeasure
            | Action::StateStatus
            | Action::ProposeDay
            | Action::CommentPreview => matches!(party, Party::Developer(_)),
            Action::Publish => matches!(party, Party::Coordinator | Party::Program),
        }
    }

    /// The clause under which it is done, where one says so.
    #[must_use]
    pub const fn clause(self) -> Option<Clause> {
        let id = match self {
            Action::TranscribeReport => "Ⅳ.3.(1).1",
            Action::AcceptReport | Action::RejectReport => "Ⅳ.3.(1).2",
            Action::MarkHighImpact | Action::HandOver => "Ⅳ.3.(1).4",
            Action::WriteOnReport => "Ⅳ.3.(1).8",
            Action::ChangeConsents => "Ⅳ.2.5.ク",
            Action::RateInfluence => "付録4",
            Action::WriteBetweenBodies => "Ⅳ.3.(1).10",
            Action::AddDeveloper | Action::RecordContactAttempt | Action::SendAnswerLink | Action::ReleaseDetails => {
                "Ⅳ.4.2"
            }
            Action::ConfirmContact => "Ⅳ.5.1",
            Action::WriteToDeveloper => "Ⅳ.5.6",
            Action::StateVerification => "Ⅳ.5.2",
            Action::StateCountermeasure | Action::StateStatus => "Ⅳ.5.7",
            Action::ProposeDay => "Ⅳ.5.3",
            Action::SetDay => "Ⅳ.4.3",
            Action::StartAdvisory
            | Action::EditAdvisory
            | Action::SendPreview
            | Action::ApproveAdvisory
            | Action::Publish => "Ⅳ.4.9",
            Action::CommentPreview => "Ⅳ.5.7",
            Action::CoSignAdvisory => "Ⅳ.3.(1).13",
            Action::OwnReport | Action::NoteOnReport | Action::OwnCase | Action::NoteOnCase => return None,
        };
        Some(Clause::new(id))
    }
}
