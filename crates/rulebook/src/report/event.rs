//! What can happen to a report, in the past tense.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::form::{Consents, ReportKind};
use super::problems::Problem;
use crate::ids::{AccountId, AttachmentId, BodyId, CaseId, PersonId, SiteCaseId};
use crate::text::Language;

/// The way a report came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// The form on the web.
    WebForm,
    /// A text form.
    TextForm,
    /// An e-mail.
    Mail,
}

/// A sealed file: what it is called, how large it is. The bytes lie in the attachment store.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// Where the bytes are.
    pub id: AttachmentId,
    /// Cleaned file name.
    pub name: String,
    /// Size in bytes.
    pub size: u64,
}

/// One of the five conditions of acceptance (Ⅳ.3.(1).2.ア–オ, Ⅴ.3.2.ア–オ).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    /// ア All items are there.
    Complete,
    /// イ No contradiction.
    Consistent,
    /// ウ Inside the scope (Ⅲ).
    InScope,
    /// エ What is written is, if true, a vulnerability.
    IsVulnerability,
    /// オ Not known already (published; for a site: fixed by the operator).
    NotKnown,
}

impl Condition {
    /// All five, in the order of the clause.
    pub const ALL: [Condition; 5] = [
        Condition::Complete,
        Condition::Consistent,
        Condition::InScope,
        Condition::IsVulnerability,
        Condition::NotKnown,
    ];

    /// Stable word for message keys and inputs.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Condition::Complete => "complete",
            Condition::Consistent => "consistent",
            Condition::InScope => "in_scope",
            Condition::IsVulnerability => "is_vulnerability",
            Condition::NotKnown => "not_known",
        }
    }

    /// The clause of a product report.
    #[must_use]
    pub const fn clause(self) -> crate::clause::Clause {
        crate::clause::Clause::new(match self {
            Condition::Complete => "Ⅳ.3.(1).2.ア",
            Condition::Consistent => "Ⅳ.3.(1).2.イ",
            Condition::InScope => "Ⅳ.3.(1).2.ウ",
            Condition::IsVulnerability => "Ⅳ.3.(1).2.エ",
            Condition::NotKnown => "Ⅳ.3.(1).2.オ",
        })
    }

    /// The clause of a website report.
    #[must_use]
    pub const fn site_clause(self) -> crate::clause::Clause {
        crate::clause::Clause::new(match self {
            Condition::Complete => "Ⅴ.3.2.ア",
            Condition::Consistent => "Ⅴ.3.2.イ",
            Condition::InScope => "Ⅴ.3.2.ウ",
            Condition::IsVulnerability => "Ⅴ.3.2.エ",
            Condition::NotKnown => "Ⅴ.3.2.オ",
        })
    }
}

/// Who wrote a message between finder and desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Writer {
    /// The finder.
    Finder,
    /// The desk of the receiving body.
    Desk,
}

/// A message between finder and desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// Who wrote it.
    pub from: Writer,
    /// The sealed text.
    pub body: BodyId,
    /// Whether an answer is asked for.
    pub question: bool,
    /// Files that came with it.
    #[serde(default)]
    pub attachments: Vec<Attachment>,
}

/// What can happen to a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub enum ReportEvent {
    /// It came in, and the non-disclosure request (情報非開示依頼) began.
    ReportReceived {
        /// Number shown to people.
        number: String,
        /// Which form; `None` when it cannot be told yet.
        kind: Option<ReportKind>,
        /// Language of the finder.
        language: Language,
        /// How it came.
        channel: Channel,
        /// Whose data the form is.
        person: PersonId,
        /// The form as taken in, under the person's key.
        form: BodyId,
        /// The bytes as they came, under the person's key (text forms and mails).
        original: Option<BodyId>,
        /// Product or site, and kind.
        title: String,
        /// The three consents.
        consents: Consents,
        /// What is missing or contradictory.
        problems: Vec<Problem>,
        /// Whether a person has to read it first.
        needs_reading: bool,
        /// Files.
        attachments: Vec<Attachment>,
        /// Day of receipt.
        on: Date,
    },
    /// A person read it and typed the form.
    ReportTranscribed {
        /// Which form.
        kind: ReportKind,
        /// The form as typed.
        form: BodyId,
        /// Product or site, and kind.
        title: String,
        /// The consents as read.
        consents: Consents,
        /// What is still missing.
        problems: Vec<Problem>,
    },
    /// The desk marked it as of large influence, or not (Ⅳ.3.(1).4).
    HighImpactMarked {
        /// Whether it is.
        high: bool,
    },
    /// A message between finder and desk.
    MessagePosted(Message),
    /// The finder changed what may be done with its name.
    ConsentsChanged {
        /// The new consents.
        consents: Consents,
    },
    /// Somebody at the desk took it, or gave it back.
    OwnerSet {
        /// The account, if any.
        account: Option<AccountId>,
    },
    /// An internal note of the receiving body.
    NoteAdded {
        /// The sealed text.
        body: BodyId,
        /// Who wrote it.
        by: AccountId,
    },
    /// Accepted (受理); a case was opened.
    ReportAccepted {
        /// Day of acceptance (受理日).
        on: Date,
        /// The case.
        case: CaseId,
        /// The reason as sent.
        reason: BodyId,
    },
    /// Not accepted (不受理).
    ReportRejected {
        /// Day.
        on: Date,
        /// The conditions that fail.
        failed: Vec<Condition>,
        /// The reason as sent.
        reason: BodyId,
        /// It is evident that it was obtained illegally (Ⅳ.3.(1).3).
        #[serde(default)]
        illegal: bool,
        /// Where it is published already, for the finder to read (Ⅳ.3.(1).2.オ).
        #[serde(default)]
        known_at: String,
    },
    /// The finder took it back.
    ReportWithdrawn {
        /// Day.
        on: Date,
        /// Its reason, if it gives one.
        reason: Option<BodyId>,
    },
    /// It belongs to the other track, or to the developers' form.
    ReportReclassified {
        /// Which form it is handled as.
        kind: ReportKind,
        /// The reason, as sent to the finder.
        reason: BodyId,
    },
    /// Another case was opened for another vulnerability or product in it.
    ReportSplit {
        /// Day.
        on: Date,
        /// The further case.
        case: CaseId,
    },
    /// Its case proved to be the same as another and goes on there.
    ReportMoved {
        /// Day.
        on: Date,
        /// The case that ended.
        from: CaseId,
        /// The one that goes on.
        case: CaseId,
    },
    /// The finder sees a good reason to disclose and asks about it first (Ⅳ.2.4).
    DisclosureConsulted {
        /// The sealed text.
        body: BodyId,
    },
    /// The desk said what it thinks of that reason.
    DisclosureAnswered {
        /// The sealed text.
        body: BodyId,
    },
    /// The finder asks to be released from the non-disclosure request (Ⅳ.2.4.第2段).
    ReleaseAsked {
        /// Day.
        on: Date,
    },
    /// The desk explained why the developer still needs time (Ⅳ.3.(1).11).
    DelayExplained {
        /// The sealed text.
        body: BodyId,
    },
    /// The non-disclosure request was withdrawn (Ⅳ.3.(1).11).
    NonDisclosureReleased {
        /// Day.
        on: Date,
    },
    /// Accepted as a website's; a website case was opened, or one that tells of the same (Ⅴ.3.2).
    SiteReportAccepted {
        /// Day of acceptance (受理日).
        on: Date,
        /// The website case.
        site: SiteCaseId,
        /// The reason as sent.
        reason: BodyId,
    },
    /// The non-disclosure request lapsed, for the handling of the website ended (Ⅴ.3.4).
    NonDisclosureLapsed {
        /// Day.
        on: Date,
    },
    /// The finder is asked not to disclose again, for the website case was taken up again.
    NonDisclosureAskedAgain {
        /// Day.
        on: Date,
    },
}

impl ReportEvent {
    /// Name of the event in the journal's clear header.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            ReportEvent::ReportReceived { .. } => "ReportReceived",
            ReportEvent::ReportTranscribed { .. } => "ReportTranscribed",
            ReportEvent::HighImpactMarked { .. } => "HighImpactMarked",
            ReportEvent::MessagePosted(_) => "MessagePosted",
            ReportEvent::ConsentsChanged { .. } => "ConsentsChanged",
            ReportEvent::OwnerSet { .. } => "OwnerSet",
            ReportEvent::NoteAdded { .. } => "NoteAdded",
            ReportEvent::ReportAccepted { .. } => "ReportAccepted",
            ReportEvent::ReportRejected { .. } => "ReportRejected",
            ReportEvent::ReportWithdrawn { .. } => "ReportWithdrawn",
            ReportEvent::ReportReclassified { .. } => "ReportReclassified",
            ReportEvent::ReportSplit { .. } => "ReportSplit",
            ReportEvent::ReportMoved { .. } => "ReportMoved",
            ReportEvent::DisclosureConsulted { .. } => "DisclosureConsulted",
            ReportEvent::DisclosureAnswered { .. } => "DisclosureAnswered",
            ReportEvent::ReleaseAsked { .. } => "ReleaseAsked",
            ReportEvent::DelayExplained { .. } => "DelayExplained",
            ReportEvent::NonDisclosureReleased { .. } => "NonDisclosureReleased",
            ReportEvent::SiteReportAccepted { .. } => "SiteReportAccepted",
            ReportEvent::NonDisclosureLapsed { .. } => "NonDisclosureLapsed",
            ReportEvent::NonDisclosureAskedAgain { .. } => "NonDisclosureAskedAgain",
        }
    }
}
