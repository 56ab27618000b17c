//! What is on record of those who are told and those who talk.

use jiff::civil::Date;
use serde::Serialize;

use super::event::{DisclosureGround, Recipient, Tlp};
use crate::case::content::CaseContent;
use crate::ids::{AttachmentId, DeveloperId, ReportId};
use crate::party::Party;

/// An NDA on record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Nda {
    /// 1 for the first of the case.
    pub number: u32,
    /// Which body signed it.
    pub by: Party,
    /// With whom.
    pub with: String,
    /// Since when.
    pub on: Date,
    /// Until when; none without an end.
    pub until: Option<Date>,
    /// Where the document is.
    pub reference: String,
}

impl Nda {
    /// Whether it holds on a day.
    #[must_use]
    pub fn holds_on(&self, day: Date) -> bool {
        self.on <= day && self.until.is_none_or(|until| day <= until)
    }
}

/// Somebody outside who was told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Disclosure {
    /// 1 for the first of the case; 0 where the viewer may not count them.
    pub number: u32,
    /// Which body told it.
    pub by: Party,
    /// Whom.
    pub recipient: Recipient,
    /// For which reason.
    pub ground: DisclosureGround,
    /// What it was given.
    pub content: CaseContent,
    /// The files that went along.
    pub attachments: Vec<AttachmentId>,
    /// The NDA.
    pub nda: Option<u32>,
    /// Who consented, and how.
    pub consent: String,
    /// What for.
    pub purpose: String,
    /// How far it may be passed on.
    pub tlp: Tlp,
    /// Day.
    pub on: Date,
    /// Results that came back.
    pub results: Vec<(Date, String)>,
}

/// An analysis of the influence on other software and systems.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Analysis {
    /// 1 for the first of the case; 0 where the viewer may not count them.
    pub number: u32,
    /// By which body; nobody where the viewer may not know.
    pub by: Option<Party>,
    /// The result.
    pub summary: String,
    /// Day.
    pub on: Date,
    /// When it went to the developers.
    pub passed_on: Option<Date>,
}

/// A developer's question about the site of the report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SiteRequest {
    /// The developer.
    pub developer: DeveloperId,
    /// What it needs, and why.
    pub why: String,
    /// Day.
    pub on: Date,
    /// The answer.
    pub answer: Option<SiteAnswer>,
}

/// An answer about the site of the report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SiteAnswer {
    /// What the operator lets the developer know; nothing where nothing can be given.
    pub information: Option<String>,
    /// How the operator consented (staff).
    pub consent: String,
    /// Day.
    pub on: Date,
}

/// A notice of a developer to its users before the publication.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct UserNotice {
    /// The developer.
    pub developer: DeveloperId,
    /// Whom it wants to tell.
    pub whom: String,
    /// When.
    pub day: Date,
    /// How.
    pub how: String,
    /// When it asked.
    pub on: Date,
    /// The coordinator's answer.
    pub answer: Option<UserNoticeAnswer>,
    /// Whether the developer has told them since.
    pub done: bool,
}

/// The coordinator's answer to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct UserNoticeAnswer {
    /// Whether it is allowed.
    pub allowed: bool,
    /// The request that goes with the notice, or why it is not allowed.
    pub text: String,
    /// Day.
    pub on: Date,
}

/// A developer told its users.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct UsersTold {
    /// The developer.
    pub developer: DeveloperId,
    /// Whether all of them.
    pub all: bool,
    /// How one can see that.
    pub evidence: String,
    /// Day.
    pub on: Date,
}

/// A wish to talk directly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Talk {
    /// Whose wish.
    pub wisher: Party,
    /// When.
    pub on: Date,
    /// Between whom, once it was passed on.
    pub between: Option<(DeveloperId, ReportId)>,
    /// Whether they talk, once that was answered.
    pub agreed: Option<bool>,
}
