//! What is wanted done with a report, before texts and files have ids.

use rulebook::case::CaseContent;
use rulebook::ids::AccountId;
use rulebook::report::Condition;
use rulebook::report::form::{Consents, ReportForm, ReportKind};
use rulebook::report::problems::Problem;

use crate::reports::ReceivedFile;

/// What somebody wants done with a report, before texts and files have ids.
#[derive(Clone)]
pub enum ReportOrder {
    /// The desk typed a report that the program could not read.
    Transcribe {
        /// The form as typed.
        form: Box<ReportForm>,
        /// What is still missing.
        problems: Vec<Problem>,
    },
    /// Finder or desk writes.
    Write {
        /// The text.
        text: String,
        /// Whether an answer is asked for.
        question: bool,
        /// Files.
        files: Vec<ReceivedFile>,
    },
    /// An internal note.
    AddNote {
        /// The text.
        text: String,
        /// Who writes it.
        by: AccountId,
    },
    /// Not accepted.
    Reject {
        /// Which conditions fail.
        failed: Vec<Condition>,
        /// The reason as sent.
        reason: String,
        /// It is evident that it was obtained illegally.
        illegal: bool,
        /// Where it is published already, or nothing.
        known_at: String,
    },
    /// The finder takes it back.
    Withdraw {
        /// Its reason, or nothing.
        reason: String,
    },
    /// It is handled as another form.
    Reclassify {
        /// Which.
        kind: ReportKind,
        /// The reason, as sent to the finder.
        reason: String,
    },
    /// The finder asks before it discloses.
    ConsultDisclosure(String),
    /// The desk answers that.
    AnswerDisclosure(String),
    /// Of large influence, or not.
    MarkHighImpact(bool),
    /// The finder changes its consents.
    ChangeConsents(Consents),
    /// Somebody takes it.
    SetOwner(Option<AccountId>),
}

/// The desk's acceptance.
#[derive(Clone, Debug)]
pub struct Acceptance {
    /// The conditions that were ticked.
    pub confirmed: Vec<Condition>,
    /// The reason, as sent to the finder.
    pub reason: String,
    /// What the case says.
    pub content: CaseContent,
}
