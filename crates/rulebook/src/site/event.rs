//! What can happen in a website case, in the past tense.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::content::SiteContent;
use super::lists::{
    FixCheck, LeakItem, OperatorAnswer, OperatorCategory, OperatorConsent, OperatorSource, SiteCause,
    SiteDisclosureGround, SiteEffect, SiteEnding, SiteKind,
};
use crate::case::event::{AttemptOutcome, ContactMeans};
use crate::ids::{AccountId, AttachmentId, BodyId, CaseId, ReportId};
use crate::influence::Rating;
use crate::party::Party;
use crate::report::state::Attachment;
use crate::text::Language;

/// Kind, effects and cause of a flaw, as the figures count them and the endings ask for them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Classification {
    /// Kind.
    pub kind: SiteKind,
    /// Effects, the foremost first; never empty.
    pub effects: Vec<SiteEffect>,
    /// Where it comes from.
    pub cause: SiteCause,
    /// Whether somebody else has to be lured first (受動型, 付録4.2).
    pub passive: bool,
}

/// A way to reach the operator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OperatorAddress {
    /// By what means.
    pub means: ContactMeans,
    /// Where to.
    pub to: String,
}

/// Between whom a message goes inside a website case. Finder and desk talk on the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SiteThread {
    /// Desk and operator.
    Operator,
    /// A finder and the operator, the desk reading along (Ⅴ.2.5, Ⅴ.4.3).
    Direct(ReportId),
}

/// What can happen in a website case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub enum SiteEvent {
    /// Opened by the acceptance of a report (Ⅴ.3.2).
    SiteCaseOpened {
        /// Number shown to people.
        number: String,
        /// The report.
        report: ReportId,
        /// Language of the finder.
        language: Language,
        /// Day of acceptance (受理日).
        accepted_on: Date,
        /// Key of the edition that it is handled by.
        edition: String,
        /// What it says.
        content: SiteContent,
        /// Files of the report.
        attachments: Vec<Attachment>,
        /// Marked as of large influence.
        high_impact: bool,
    },
    /// A further report tells of the same flaw.
    SiteReportJoined {
        /// Which.
        report: ReportId,
        /// Day.
        on: Date,
        /// Its files.
        attachments: Vec<Attachment>,
    },
    /// Somebody at the desk took it, or gave it back.
    SiteOwnerSet {
        /// The account, if any.
        account: Option<AccountId>,
    },
    /// An internal note of the desk.
    SiteNoteAdded {
        /// The sealed text.
        body: BodyId,
        /// Who wrote it.
        by: AccountId,
    },
    /// Kind, effects and cause were decided, or corrected.
    SiteClassified(Classification),
    /// The influence was rated (付録4).
    SiteRated(Rating),
    /// Who runs the site.
    OperatorIdentified {
        /// Its name.
        name: String,
        /// What it is.
        category: OperatorCategory,
        /// Where it may be reached.
        addresses: Vec<OperatorAddress>,
    },
    /// A place was looked through for an address.
    OperatorSourceChecked {
        /// Which.
        source: OperatorSource,
        /// Whether an address was found.
        found: bool,
        /// What was looked at, and what came of it.
        note: String,
        /// Day.
        on: Date,
    },
    /// Somebody tried to reach the operator; such a notice never carries details.
    OperatorContacted {
        /// By what means.
        means: ContactMeans,
        /// Where to.
        to: String,
        /// Day.
        on: Date,
        /// What came of it.
        outcome: AttemptOutcome,
        /// Whether a one-time link went along.
        link: bool,
        /// Anything worth keeping.
        note: String,
    },
    /// What became of an attempt.
    OperatorAttemptNoted {
        /// 1 for the first of the case.
        attempt: u32,
        /// What came of it.
        outcome: AttemptOutcome,
        /// Anything worth keeping.
        note: String,
    },
    /// The operator was reached, by its one-time link and code or as the desk heard it.
    OperatorConfirmed {
        /// Day.
        on: Date,
        /// Who answers there.
        person: String,
        /// At which address.
        mail: String,
        /// Whether the operator did it itself.
        by_operator: bool,
    },
    /// The details were put on the operator's page (Ⅴ.3.5).
    SiteDetailsSent {
        /// Day.
        on: Date,
        /// The copy.
        content: SiteContent,
        /// The files that went along.
        attachments: Vec<AttachmentId>,
        /// Whether the finder is named to the operator.
        finder_named: bool,
    },
    /// The operator received them: the months of Ⅴ.4.1 begin.
    SiteDetailsReceived {
        /// Day.
        on: Date,
        /// Whether the operator did it itself.
        by_operator: bool,
    },
    /// The operator said what it found or did (Ⅴ.4.1).
    OperatorAnswered {
        /// What.
        answer: OperatorAnswer,
        /// In its own words.
        words: String,
        /// The day by which it will be fixed, if it says so.
        ready_on: Option<Date>,
        /// Day.
        on: Date,
        /// Whether the operator did it itself.
        by_operator: bool,
    },
    /// A message.
    SiteMessagePosted {
        /// Between whom.
        thread: SiteThread,
        /// Who wrote it.
        from: Party,
        /// The sealed text.
        body: BodyId,
        /// Whether an answer is asked for.
        question: bool,
        /// Files that came with it.
        attachments: Vec<Attachment>,
        /// Day.
        on: Date,
    },
    /// The desk asks the operator what may be told to a finder that enquires (Ⅴ.3.6).
    OperatorConsulted {
        /// On the answer to which report; the operator is not told.
        report: ReportId,
        /// The sealed text.
        body: BodyId,
        /// Day.
        on: Date,
    },
    /// The operator is asked to consent to something.
    OperatorConsentAsked {
        /// To what.
        what: OperatorConsent,
        /// Day.
        on: Date,
    },
    /// It consented, or did not.
    OperatorConsentAnswered {
        /// To what.
        what: OperatorConsent,
        /// Whether it consents.
        agrees: bool,
        /// Day.
        on: Date,
        /// Whether the operator did it itself.
        by_operator: bool,
    },
    /// The desk looked whether the flaw is gone.
    FixChecked {
        /// What it found.
        result: FixCheck,
        /// What was seen, as the operator reads it.
        note: String,
        /// Day.
        on: Date,
    },
    /// The desk fears, or no longer fears, that personal data leaks (Ⅴ.3.7.エ).
    LeakSuspected {
        /// Whether it does.
        suspected: bool,
        /// Why.
        note: String,
        /// Day.
        on: Date,
    },
    /// The operator made a leak public (Ⅴ.4.5).
    LeakMadePublic {
        /// Where.
        url: String,
        /// What it says there.
        items: Vec<LeakItem>,
        /// Day.
        on: Date,
        /// Whether the operator did it itself.
        by_operator: bool,
    },
    /// The operator handed the details on to the contractor who looks after the site (Ⅴ.4.4.但書).
    SiteForwarded {
        /// To whom.
        to: String,
        /// Day.
        on: Date,
    },
    /// The operator ended what the contractor could see and do: its link and its page.
    SiteTakenBack {
        /// Day.
        on: Date,
    },
    /// A public alert (注意喚起) covers this flaw (Ⅴ.3.4.オ). It ends nothing by itself.
    AlertLinked {
        /// Its title.
        title: String,
        /// Where it is.
        url: String,
        /// Since when.
        on: Date,
    },
    /// An NDA with somebody outside (Ⅴ.3.7).
    SiteNdaRecorded {
        /// With whom.
        with: String,
        /// Since when.
        on: Date,
        /// Until when; none without an end.
        until: Option<Date>,
        /// Where the document is.
        reference: String,
    },
    /// Somebody outside was told (Ⅴ.3.7).
    SiteDisclosed {
        /// Why.
        ground: SiteDisclosureGround,
        /// Whom.
        to: String,
        /// What it was given.
        content: SiteContent,
        /// The files that went along.
        attachments: Vec<AttachmentId>,
        /// What it is asked for.
        purpose: String,
        /// Day.
        on: Date,
    },
    /// What came back.
    SiteResultRecorded {
        /// 1 for the first disclosure of the case.
        disclosure: u32,
        /// What.
        result: String,
        /// Day.
        on: Date,
    },
    /// It goes on as a product's vulnerability (Ⅴ.3.8).
    FoundInProduct {
        /// The case of the product.
        case: CaseId,
        /// Whether the site is named there, with the operator's consent.
        site_named: bool,
        /// Day.
        on: Date,
    },
    /// Finder or operator wishes to talk directly (Ⅴ.2.5, Ⅴ.4.3).
    SiteTalkWished {
        /// Who.
        wisher: Party,
        /// Day.
        on: Date,
    },
    /// The desk passed the wish on.
    SiteTalkPassed {
        /// Whose.
        wisher: Party,
        /// The finder of the talk.
        report: ReportId,
        /// Day.
        on: Date,
    },
    /// The other side, or the desk before it, answered.
    SiteTalkAnswered {
        /// To whose wish.
        wisher: Party,
        /// Who answered.
        by: Party,
        /// Whether it agrees.
        agrees: bool,
        /// Day.
        on: Date,
    },
    /// Handling ended (Ⅴ.3.4, Ⅴ.3.10).
    SiteClosed {
        /// How.
        ending: SiteEnding,
        /// The reason as the finders read it.
        to_finder: BodyId,
        /// The reason as the operator reads it, where it was contacted.
        to_operator: Option<BodyId>,
        /// Day.
        on: Date,
    },
    /// It was taken up again.
    SiteReopened {
        /// Why.
        reason: String,
        /// Day.
        on: Date,
    },
}

impl SiteEvent {
    /// Name of the event in the journal's clear header.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            SiteEvent::SiteCaseOpened { .. } => "SiteCaseOpened",
            SiteEvent::SiteReportJoined { .. } => "SiteReportJoined",
            SiteEvent::SiteOwnerSet { .. } => "SiteOwnerSet",
            SiteEvent::SiteNoteAdded { .. } => "SiteNoteAdded",
            SiteEvent::SiteClassified(_) => "SiteClassified",
            SiteEvent::SiteRated(_) => "SiteRated",
            SiteEvent::OperatorIdentified { .. } => "OperatorIdentified",
            SiteEvent::OperatorSourceChecked { .. } => "OperatorSourceChecked",
            SiteEvent::OperatorContacted { .. } => "OperatorContacted",
            SiteEvent::OperatorAttemptNoted { .. } => "OperatorAttemptNoted",
            SiteEvent::OperatorConfirmed { .. } => "OperatorConfirmed",
            SiteEvent::SiteDetailsSent { .. } => "SiteDetailsSent",
            SiteEvent::SiteDetailsReceived { .. } => "SiteDetailsReceived",
            SiteEvent::OperatorAnswered { .. } => "OperatorAnswered",
            SiteEvent::SiteMessagePosted { .. } => "SiteMessagePosted",
            SiteEvent::OperatorConsulted { .. } => "OperatorConsulted",
            SiteEvent::OperatorConsentAsked { .. } => "OperatorConsentAsked",
            SiteEvent::OperatorConsentAnswered { .. } => "OperatorConsentAnswered",
            SiteEvent::FixChecked { .. } => "FixChecked",
            SiteEvent::LeakSuspected { .. } => "LeakSuspected",
            SiteEvent::LeakMadePublic { .. } => "LeakMadePublic",
            SiteEvent::SiteForwarded { .. } => "SiteForwarded",
            SiteEvent::SiteTakenBack { .. } => "SiteTakenBack",
            SiteEvent::AlertLinked { .. } => "AlertLinked",
            SiteEvent::SiteNdaRecorded { .. } => "SiteNdaRecorded",
            SiteEvent::SiteDisclosed { .. } => "SiteDisclosed",
            SiteEvent::SiteResultRecorded { .. } => "SiteResultRecorded",
            SiteEvent::FoundInProduct { .. } => "FoundInProduct",
            SiteEvent::SiteTalkWished { .. } => "SiteTalkWished",
            SiteEvent::SiteTalkPassed { .. } => "SiteTalkPassed",
            SiteEvent::SiteTalkAnswered { .. } => "SiteTalkAnswered",
            SiteEvent::SiteClosed { .. } => "SiteClosed",
            SiteEvent::SiteReopened { .. } => "SiteReopened",
        }
    }
}
