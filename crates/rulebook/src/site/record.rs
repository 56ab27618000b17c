//! What is on record in a website case, piece by piece.

use jiff::civil::Date;
use serde::Serialize;

use super::content::SiteContent;
use super::event::{OperatorAddress, SiteThread};
use super::lists::{
    FixCheck, LeakItem, OperatorAnswer, OperatorCategory, OperatorConsent, OperatorSource, SiteDisclosureGround,
    SiteEnding,
};
use crate::case::event::{AttemptOutcome, ContactMeans};
use crate::ids::{AttachmentId, BodyId, ReportId};
use crate::party::Party;
use crate::report::state::Attachment;

/// Who runs the site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Operator {
    /// Its name.
    pub name: String,
    /// What it is.
    pub category: OperatorCategory,
    /// Where it may be reached.
    pub addresses: Vec<OperatorAddress>,
}

/// A place that was looked through.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Lookup {
    /// Which.
    pub source: OperatorSource,
    /// Whether an address was found.
    pub found: bool,
    /// What came of it.
    pub note: String,
    /// Day.
    pub on: Date,
}

/// An attempt to reach the operator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SiteAttempt {
    /// By what means.
    pub means: ContactMeans,
    /// Where to.
    pub to: String,
    /// Day.
    pub on: Date,
    /// What came of it.
    pub outcome: AttemptOutcome,
    /// Whether a one-time link went along.
    pub link: bool,
    /// Anything worth keeping.
    pub note: String,
}

/// Who answers for the operator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OperatorContact {
    /// Since when.
    pub on: Date,
    /// Who.
    pub person: String,
    /// At which address.
    pub mail: String,
    /// Whether the operator confirmed itself.
    pub by_operator: bool,
}

/// What the operator was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SiteDetails {
    /// Day.
    pub on: Date,
    /// The copy.
    pub content: SiteContent,
    /// The files.
    pub attachments: Vec<AttachmentId>,
    /// Whether the finder is named in it.
    pub finder_named: bool,
}

/// What the operator said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AnswerGiven {
    /// What.
    pub answer: OperatorAnswer,
    /// In its own words.
    pub words: String,
    /// The day by which it will be fixed.
    pub ready_on: Option<Date>,
    /// Day.
    pub on: Date,
    /// Whether the operator did it itself.
    pub by_operator: bool,
}

/// A message of the case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SiteMessage {
    /// Between whom.
    pub thread: SiteThread,
    /// Who wrote it.
    pub from: Party,
    /// The sealed text.
    pub body: BodyId,
    /// Whether an answer is asked for.
    pub question: bool,
    /// Files.
    pub attachments: Vec<Attachment>,
    /// Whether it asks what may be told to a finder (Ⅴ.3.6), and to which: the desk's own knowledge.
    pub about: Option<ReportId>,
    /// Day.
    pub on: Date,
}

/// A consent that was asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Consent {
    /// To what.
    pub what: OperatorConsent,
    /// When it was asked.
    pub asked_on: Date,
    /// The answer, and when.
    pub answer: Option<(bool, Date)>,
}

/// The desk looked whether the flaw is gone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Check {
    /// What it found.
    pub result: FixCheck,
    /// What was seen.
    pub note: String,
    /// Day.
    pub on: Date,
}

/// What is known of a leak of personal data.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Leak {
    /// Since when it is feared, and why.
    pub feared: Option<(Date, String)>,
    /// Where the operator made it public, what it says there, and when.
    pub public: Option<(String, Vec<LeakItem>, Date)>,
}

/// A public alert that covers the flaw.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Alert {
    /// Its title.
    pub title: String,
    /// Where it is.
    pub url: String,
    /// Since when.
    pub on: Date,
}

/// An NDA on record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SiteNda {
    /// With whom.
    pub with: String,
    /// Since when.
    pub on: Date,
    /// Until when.
    pub until: Option<Date>,
    /// Where the document is.
    pub reference: String,
}

impl SiteNda {
    /// Whether it holds on a day.
    #[must_use]
    pub fn holds_on(&self, day: Date) -> bool {
        self.on <= day && self.until.is_none_or(|until| day <= until)
    }
}

/// Somebody outside who was told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SiteDisclosure {
    /// 1 for the first of the case.
    pub number: u32,
    /// Why.
    pub ground: SiteDisclosureGround,
    /// Whom.
    pub to: String,
    /// What it was given.
    pub content: SiteContent,
    /// The files that went along.
    pub attachments: Vec<AttachmentId>,
    /// What it is asked for.
    pub purpose: String,
    /// Day.
    pub on: Date,
    /// What came back.
    pub result: Option<(Date, String)>,
}

/// A wish to talk directly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SiteTalk {
    /// Whose wish.
    pub wisher: Party,
    /// Since when.
    pub wished_on: Date,
    /// The finder of the talk, once the wish was passed on.
    pub report: Option<ReportId>,
    /// Whether it comes about.
    pub agreed: Option<bool>,
}

/// The end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Closing {
    /// How.
    pub ending: SiteEnding,
    /// The reason as the finders read it.
    pub to_finder: BodyId,
    /// The reason as the operator reads it.
    pub to_operator: Option<BodyId>,
    /// Day.
    pub on: Date,
}
