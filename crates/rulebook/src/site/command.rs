//! What somebody can do in a website case, as commands: an action with what it needs.

use jiff::civil::Date;

use super::action::SiteAction;
use super::content::SiteField;
use super::event::{Classification, OperatorAddress, SiteThread};
use super::lists::{
    FixCheck, LeakItem, OperatorAnswer, OperatorCategory, OperatorConsent, OperatorSource, SiteDisclosureGround,
    SiteEnding,
};
use crate::case::event::{AttemptOutcome, ContactMeans};
use crate::ids::{AccountId, AttachmentId, BodyId, ReportId};
use crate::influence::RangeFactors;
use crate::party::Party;
use crate::report::state::Attachment;

/// What somebody does in a website case. Opening it is [`super::AcceptSite`], joining a report [`super::JoinSite`],
/// going on as a product's [`super::HandToProduct`]: they span streams.
#[derive(Clone, Debug)]
pub enum SiteCommand {
    /// Take the case, or give it back.
    SetOwner(Option<AccountId>),
    /// An internal note.
    AddNote {
        /// The sealed text.
        body: BodyId,
        /// Who writes it.
        by: AccountId,
    },
    /// Decide kind, effects and cause.
    Classify(Classification),
    /// Rate the influence.
    Rate {
        /// CVSS v3 vector.
        vector: String,
        /// Its base score in tenths.
        score_tenths: u8,
        /// What is known about the range.
        factors: RangeFactors,
    },
    /// Write down who runs the site.
    IdentifyOperator {
        /// Its name.
        name: String,
        /// What it is.
        category: OperatorCategory,
        /// Where it may be reached.
        addresses: Vec<OperatorAddress>,
    },
    /// Write down that a place was looked through.
    CheckSource {
        /// Which.
        source: OperatorSource,
        /// Whether an address was found.
        found: bool,
        /// What came of it.
        note: String,
    },
    /// Try to reach the operator.
    ContactOperator {
        /// By what means.
        means: ContactMeans,
        /// Where to.
        to: String,
        /// On which day.
        on: Date,
        /// What came of it.
        outcome: AttemptOutcome,
        /// Whether a one-time link goes along.
        link: bool,
        /// Anything worth keeping.
        note: String,
    },
    /// Write down what became of an attempt.
    NoteAttempt {
        /// 1 for the first.
        attempt: u32,
        /// What came of it.
        outcome: AttemptOutcome,
        /// Anything worth keeping.
        note: String,
    },
    /// Confirm that the operator was reached.
    ConfirmOperator {
        /// Who answers there.
        person: String,
        /// At which address.
        mail: String,
    },
    /// Give the operator the details.
    SendDetails {
        /// Which fields.
        fields: Vec<SiteField>,
        /// What the operator can do, in the desk's words; with the field of that name.
        advice: String,
        /// Which files.
        attachments: Vec<AttachmentId>,
    },
    /// Say that they arrived.
    ReceiveDetails,
    /// Say what was found or done.
    Answer {
        /// What.
        answer: OperatorAnswer,
        /// In words.
        words: String,
        /// The day by which it will be fixed.
        ready_on: Option<Date>,
    },
    /// Write a message.
    Write {
        /// Between whom.
        thread: SiteThread,
        /// The sealed text.
        body: BodyId,
        /// Whether an answer is asked for (desk only).
        question: bool,
        /// Files.
        attachments: Vec<Attachment>,
    },
    /// Ask what may be told to a finder that enquires.
    Consult {
        /// Which finder.
        report: ReportId,
        /// The sealed text.
        body: BodyId,
    },
    /// Ask for a consent.
    AskConsent(OperatorConsent),
    /// Consent or not.
    GiveConsent {
        /// To what.
        what: OperatorConsent,
        /// Whether.
        agrees: bool,
    },
    /// Write down whether the flaw is gone.
    CheckFix {
        /// What was found.
        result: FixCheck,
        /// What was seen, as the operator reads it.
        note: String,
    },
    /// Say whether a leak of personal data is feared.
    SuspectLeak {
        /// Whether.
        suspected: bool,
        /// Why.
        note: String,
    },
    /// Say that a leak was made public.
    PublishLeak {
        /// Where.
        url: String,
        /// What it says there.
        items: Vec<LeakItem>,
    },
    /// Hand the details on to the contractor who looks after the site; it has promised to keep them to itself.
    Forward {
        /// To whom.
        to: String,
    },
    /// Link a public alert that covers the flaw.
    LinkAlert {
        /// Its title.
        title: String,
        /// Where it is.
        url: String,
        /// Since when.
        on: Date,
    },
    /// Put an NDA on record.
    RecordNda {
        /// With whom.
        with: String,
        /// Since when.
        on: Date,
        /// Until when.
        until: Option<Date>,
        /// Where the document is.
        reference: String,
    },
    /// Tell somebody outside.
    Disclose {
        /// Why.
        ground: SiteDisclosureGround,
        /// Whom.
        to: String,
        /// Which fields.
        fields: Vec<SiteField>,
        /// Which files.
        attachments: Vec<AttachmentId>,
        /// What it is asked for.
        purpose: String,
    },
    /// Put on record what came back.
    RecordResult {
        /// 1 for the first disclosure.
        disclosure: u32,
        /// What.
        result: String,
    },
    /// End what the contractor can see and do.
    TakeBack,
    /// Wish to talk directly.
    WishTalk,
    /// Pass a wish on.
    PassTalk {
        /// Whose.
        wisher: Party,
        /// The finder of the talk.
        report: ReportId,
    },
    /// Agree to a wish or not.
    AnswerTalk {
        /// Whose.
        wisher: Party,
        /// Whether.
        agrees: bool,
    },
    /// End the handling.
    Close {
        /// How.
        ending: SiteEnding,
        /// The reason as the finders read it.
        to_finder: BodyId,
        /// The reason as the operator reads it; needed once it was contacted.
        to_operator: Option<BodyId>,
    },
    /// Take it up again.
    Reopen {
        /// Why.
        reason: String,
    },
}

impl SiteCommand {
    /// The action that it is an instance of.
    #[must_use]
    pub const fn action(&self) -> SiteAction {
        match self {
            SiteCommand::SetOwner(_) => SiteAction::Own,
            SiteCommand::AddNote { .. } => SiteAction::Note,
            SiteCommand::Classify(_) => SiteAction::Classify,
            SiteCommand::Rate { .. } => SiteAction::Rate,
            SiteCommand::IdentifyOperator { .. } => SiteAction::IdentifyOperator,
            SiteCommand::CheckSource { .. } => SiteAction::CheckSource,
            SiteCommand::ContactOperator { .. } => SiteAction::ContactOperator,
            SiteCommand::NoteAttempt { .. } => SiteAction::NoteAttempt,
            SiteCommand::ConfirmOperator { .. } => SiteAction::ConfirmOperator,
            SiteCommand::SendDetails { .. } => SiteAction::SendDetails,
            SiteCommand::ReceiveDetails => SiteAction::ReceiveDetails,
            SiteCommand::Answer { .. } => SiteAction::Answer,
            SiteCommand::Write { thread: SiteThread::Operator, .. } => SiteAction::Write,
            SiteCommand::Write { thread: SiteThread::Direct(_), .. } => SiteAction::WriteDirectly,
            SiteCommand::Consult { .. } => SiteAction::Consult,
            SiteCommand::AskConsent(_) => SiteAction::AskConsent,
            SiteCommand::GiveConsent { .. } => SiteAction::GiveConsent,
            SiteCommand::CheckFix { .. } => SiteAction::CheckFix,
            SiteCommand::SuspectLeak { .. } => SiteAction::SuspectLeak,
            SiteCommand::PublishLeak { .. } => SiteAction::PublishLeak,
            SiteCommand::Forward { .. } => SiteAction::Forward,
            SiteCommand::TakeBack => SiteAction::TakeBack,
            SiteCommand::LinkAlert { .. } => SiteAction::LinkAlert,
            SiteCommand::RecordNda { .. } => SiteAction::RecordNda,
            SiteCommand::Disclose { .. } => SiteAction::Disclose,
            SiteCommand::RecordResult { .. } => SiteAction::RecordResult,
            SiteCommand::WishTalk => SiteAction::WishTalk,
            SiteCommand::PassTalk { .. } => SiteAction::PassTalk,
            SiteCommand::AnswerTalk { .. } => SiteAction::AnswerTalk,
            SiteCommand::Close { .. } => SiteAction::Close,
            SiteCommand::Reopen { .. } => SiteAction::Reopen,
        }
    }
}
