//! A duty: something that somebody owes, by when, and under which clause.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::clause::Clause;
use crate::ids::DeveloperId;
use crate::party::Party;

/// What is owed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DutyKind {
    /// Read a report that the program could not.
    ReadReport,
    /// Decide whether to accept.
    DecideAcceptance,
    /// Answer the finder.
    AnswerFinder,
    /// Answer the desk's question.
    AnswerDesk,
    /// Rate the influence.
    RateInfluence,
    /// Hand over to the coordinator.
    HandOver,
    /// Find out who makes the product.
    FindDeveloper,
    /// Contact a developer.
    ContactDeveloper,
    /// Confirm that the contact is the right one.
    ConfirmContact,
    /// Release the details to a developer.
    ReleaseDetails,
    /// Answer the other body.
    AnswerBody,
    /// Answer a developer.
    AnswerDeveloper,
    /// Answer the coordinator.
    AnswerCoordinator,
    /// Verify, and say what came of it.
    AnswerVerification,
    /// State the countermeasure.
    StateCountermeasure,
    /// State which products are affected.
    StateStatus,
    /// Decide the publication day.
    SetDay,
    /// Draft the advisory.
    DraftAdvisory,
    /// Show the text to the developers.
    SendPreview,
    /// Look at the text.
    CommentPreview,
    /// Approve the text.
    ApproveAdvisory,
    /// Co-sign the text.
    CoSignAdvisory,
    /// Publish on the day.
    Publish,
    /// Publish the update.
    PublishUpdate,
    /// Take a developer's new statement into the advisory, or a name out of it.
    UpdateAdvisory,
}

impl DutyKind {
    /// Stable word for rows and message keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            DutyKind::ReadReport => "read-report",
            DutyKind::DecideAcceptance => "decide-acceptance",
            DutyKind::AnswerFinder => "answer-finder",
            DutyKind::AnswerDesk => "answer-desk",
            DutyKind::RateInfluence => "rate-influence",
            DutyKind::HandOver => "hand-over",
            DutyKind::FindDeveloper => "find-developer",
            DutyKind::ContactDeveloper => "contact-developer",
            DutyKind::ConfirmContact => "confirm-contact",
            DutyKind::ReleaseDetails => "release-details",
            DutyKind::AnswerBody => "answer-body",
            DutyKind::AnswerDeveloper => "answer-developer",
            DutyKind::AnswerCoordinator => "answer-coordinator",
            DutyKind::AnswerVerification => "answer-verification",
            DutyKind::StateCountermeasure => "state-countermeasure",
            DutyKind::StateStatus => "state-status",
            DutyKind::SetDay => "set-day",
            DutyKind::DraftAdvisory => "draft-advisory",
            DutyKind::SendPreview => "send-preview",
            DutyKind::CommentPreview => "comment-preview",
            DutyKind::ApproveAdvisory => "approve-advisory",
            DutyKind::CoSignAdvisory => "co-sign-advisory",
            DutyKind::Publish => "publish",
            DutyKind::PublishUpdate => "publish-update",
            DutyKind::UpdateAdvisory => "update-advisory",
        }
    }

    /// All of them, for tests and texts.
    pub const ALL: [DutyKind; 25] = [
        DutyKind::ReadReport,
        DutyKind::DecideAcceptance,
        DutyKind::AnswerFinder,
        DutyKind::AnswerDesk,
        DutyKind::RateInfluence,
        DutyKind::HandOver,
        DutyKind::FindDeveloper,
        DutyKind::ContactDeveloper,
        DutyKind::ConfirmContact,
        DutyKind::ReleaseDetails,
        DutyKind::AnswerBody,
        DutyKind::AnswerDeveloper,
        DutyKind::AnswerCoordinator,
        DutyKind::AnswerVerification,
        DutyKind::StateCountermeasure,
        DutyKind::StateStatus,
        DutyKind::SetDay,
        DutyKind::DraftAdvisory,
        DutyKind::SendPreview,
        DutyKind::CommentPreview,
        DutyKind::ApproveAdvisory,
        DutyKind::CoSignAdvisory,
        DutyKind::Publish,
        DutyKind::PublishUpdate,
        DutyKind::UpdateAdvisory,
    ];

    /// The clause that asks for it.
    #[must_use]
    pub const fn clause(self) -> Clause {
        Clause::new(match self {
            DutyKind::ReadReport => "Ⅳ.3.(1).1",
            DutyKind::DecideAcceptance => "Ⅳ.3.(1).2",
            DutyKind::AnswerFinder | DutyKind::AnswerDesk => "Ⅳ.3.(1).8",
            DutyKind::RateInfluence => "付録4",
            DutyKind::HandOver => "Ⅳ.3.(1).4",
            DutyKind::FindDeveloper | DutyKind::ContactDeveloper | DutyKind::ReleaseDetails => "Ⅳ.4.2",
            DutyKind::ConfirmContact => "Ⅳ.5.1",
            DutyKind::AnswerBody => "Ⅳ.3.(1).10",
            DutyKind::AnswerDeveloper | DutyKind::SetDay => "Ⅳ.4.3",
            DutyKind::AnswerCoordinator => "Ⅳ.5.6",
            DutyKind::AnswerVerification => "Ⅳ.5.2",
            DutyKind::StateCountermeasure | DutyKind::StateStatus | DutyKind::CommentPreview => "Ⅳ.5.7",
            DutyKind::DraftAdvisory
            | DutyKind::SendPreview
            | DutyKind::ApproveAdvisory
            | DutyKind::Publish
            | DutyKind::PublishUpdate
            | DutyKind::UpdateAdvisory => "Ⅳ.4.9",
            DutyKind::CoSignAdvisory => "Ⅳ.3.(1).13",
        })
    }
}

/// Something owed by somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Duty {
    /// Who owes it.
    pub who: Party,
    /// What.
    pub what: DutyKind,
    /// By when; none where the law says "promptly".
    pub due: Option<Date>,
    /// The developer that it is about, where there is one.
    pub about: Option<DeveloperId>,
    /// Whether it waits for somebody else before it can be done.
    pub waits: bool,
}

impl Duty {
    pub(super) fn new(who: Party, what: DutyKind) -> Self {
        Duty { who, what, due: None, about: None, waits: false }
    }

    pub(super) fn by(mut self, due: Option<Date>) -> Self {
        self.due = due;
        self
    }

    pub(super) fn waiting(mut self, waits: bool) -> Self {
        self.waits = waits;
        self
    }

    pub(super) fn about(mut self, developer: DeveloperId) -> Self {
        self.about = Some(developer);
        self
    }

    /// Calendar days left on a day; negative when overdue.
    #[must_use]
    pub fn days_left(&self, today: Date) -> Option<i32> {
        self.due.map(|due| days_between(today, due))
    }
}

/// Calendar days from one day to another.
#[must_use]
pub fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}
