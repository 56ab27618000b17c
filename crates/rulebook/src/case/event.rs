//! What can happen in a case, in the past tense.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::aftercare::AftercareEvent;
use super::arrival::ArrivalEvent;
use super::content::CaseContent;
use super::ending::EndingEvent;
use super::judgement::JudgementEvent;
use super::outreach::OutreachEvent;
use super::reach::ReachEvent;
use super::schedule::{ScheduleEvent, Weighing};
use crate::coded::coded;
use crate::ids::{AccountId, AdvisoryId, AttachmentId, BodyId, DeveloperId, ReportId};
use crate::influence::Rating;
use crate::party::Party;
use crate::report::form::Consents;
use crate::report::state::Attachment;
use crate::text::{Language, Localized};

/// Where a case comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// A finder's report (Ⅳ.2).
    Finder,
    /// A developer's report on its own product (Ⅳ.6): neither five conditions nor 45 days.
    OwnProduct,
    /// A coordinator overseas, with its number and its day.
    Overseas,
}

coded! {
    /// By what means somebody tried to reach a developer.
    pub enum ContactMeans {
        /// E-mail.
        Mail = "mail",
        /// A letter.
        Post = "post",
        /// Telephone.
        Phone = "phone",
        /// FAX.
        Fax = "fax",
        /// A form on the developer's site.
        WebForm = "web-form",
        /// A social network.
        Sns = "sns",
    }
}

coded! {
    /// What came of an attempt.
    pub enum AttemptOutcome {
        /// Sent or tried; nothing came back yet.
        Waiting = "waiting",
        /// The developer answered.
        Answered = "answered",
        /// It did not arrive.
        Undeliverable = "undeliverable",
        /// The developer does not want to be contacted about it.
        Refused = "refused",
    }
}

coded! {
    /// What a developer found when it verified (Ⅳ.5.2, Ⅳ.4.4.ア–オ, Ⅳ.5.5).
    pub enum VerificationResult {
        /// The product is affected.
        Affected = "affected",
        /// It is not a vulnerability (Ⅳ.4.4.ア).
        NotVulnerability = "not-vulnerability",
        /// There is no influence on the product (Ⅳ.4.4.イ).
        NoInfluence = "no-influence",
        /// The influence is small (Ⅳ.4.4.ウ).
        SmallInfluence = "small-influence",
        /// Known and published already (Ⅳ.4.4.エ).
        KnownAndPublished = "known-and-published",
        /// The developer tells all its users itself (Ⅳ.4.4.オ).
        TellsAllUsers = "tells-all-users",
        /// It lies in somebody else's product (Ⅳ.5.2).
        InOtherProduct = "in-other-product",
        /// It cannot be reproduced.
        CannotReproduce = "cannot-reproduce",
        /// More information is needed (Ⅳ.5.5).
        NeedsMore = "needs-more",
    }
}

impl VerificationResult {
    /// Whether the developer is done verifying, or waits for something.
    #[must_use]
    pub const fn is_final(self) -> bool {
        !matches!(self, VerificationResult::CannotReproduce | VerificationResult::NeedsMore)
    }
}

/// A verification result with what the developer says to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verification {
    /// The result.
    pub result: VerificationResult,
    /// Explanation, reason, or what is needed.
    pub explanation: String,
}

/// What users can do (対策方法): a fix, a workaround, or both.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Countermeasure {
    /// 修正方法.
    pub fix: String,
    /// 回避方法.
    pub workaround: String,
    /// The day on which it is there, if known.
    pub ready_on: Option<Date>,
}

coded! {
    /// Whether a product is affected (JVN's five words).
    pub enum Affectedness {
        /// 該当製品あり.
        Affected = "affected",
        /// 該当製品あり（調査中）.
        AffectedInvestigating = "affected-investigating",
        /// 該当製品なし.
        NotAffected = "not-affected",
        /// 該当製品なし（調査中）.
        NotAffectedInvestigating = "not-affected-investigating",
        /// 不明.
        Unknown = "unknown",
    }
}

#[expect(clippy::derivable_impls, reason = "a coded list derives no default")]
impl Default for Affectedness {
    fn default() -> Self {
        Affectedness::Unknown
    }
}

/// One product of a developer and its versions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ProductStatus {
    /// Name of the product.
    pub product: String,
    /// First version of the range, or all from the beginning when empty.
    pub from: String,
    /// Last version of the range, or the first fixed one when `until_fixed`.
    pub to: String,
    /// Whether `to` itself is no longer affected.
    pub until_fixed: bool,
    /// Whether it is affected.
    pub affected: Affectedness,
}

/// A developer's response status (対応状況) and its words to the public.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct StatusStatement {
    /// As a whole.
    pub affected: Affectedness,
    /// Product by product.
    pub products: Vec<ProductStatus>,
    /// Its own words.
    pub statement: Localized,
    /// Its own advisory.
    pub link: String,
}

/// Between whom a message goes inside a case. Finder and desk talk on the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Thread {
    /// Receiving body and coordinator.
    Bodies,
    /// Coordinator and one developer.
    Developer(DeveloperId),
    /// A finder and a developer, both bodies reading along (Ⅳ.2.6, Ⅳ.5.4).
    Direct {
        /// The developer.
        developer: DeveloperId,
        /// The finder, by its report.
        report: ReportId,
    },
}

/// What can happen in a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub enum CaseEvent {
    /// Opened by the acceptance of a report; the edition is pinned.
    CaseOpened {
        /// Number shown to people.
        number: String,
        /// The report; none where the case came from a coordinator overseas.
        report: Option<ReportId>,
        /// Where it comes from.
        origin: Origin,
        /// Language of the finder.
        language: Language,
        /// Day of acceptance (受理日).
        accepted_on: Date,
        /// Key of the edition that the case is handled by.
        edition: String,
        /// What it says.
        content: CaseContent,
        /// Files of the report.
        attachments: Vec<Attachment>,
        /// Consents as they stood.
        consents: Consents,
        /// Marked as of large influence at the desk.
        high_impact: bool,
        /// The day that the developer wishes (own product).
        wished_day: Option<Date>,
    },
    /// Somebody took it, or gave it back.
    OwnerSet {
        /// Receiving body or coordinator.
        side: Party,
        /// The account, if any.
        account: Option<AccountId>,
    },
    /// An internal note of one side.
    NoteAdded {
        /// Receiving body or coordinator.
        side: Party,
        /// The sealed text.
        body: BodyId,
        /// Who wrote it.
        by: AccountId,
    },
    /// The influence was rated (付録4).
    InfluenceRated(Rating),
    /// Handed over to the coordinator (Ⅳ.3.(1).4), as a copy that the desk approved.
    HandedOver {
        /// Day.
        on: Date,
        /// The copy.
        content: CaseContent,
        /// The files that go along.
        attachments: Vec<AttachmentId>,
        /// Whether the finder's name and contact go along (consent ウ).
        finder_named: bool,
    },
    /// A developer was put on the case.
    DeveloperAdded {
        /// The developer.
        developer: DeveloperId,
        /// Its name in the register.
        name: String,
    },
    /// Somebody tried to reach a developer. The first one of a case is day zero (起算日).
    ContactAttempted {
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
    /// A one-time link went to a developer.
    AnswerLinkSent {
        /// The developer.
        developer: DeveloperId,
        /// The address.
        to: String,
    },
    /// The developer was reached.
    ContactConfirmed {
        /// The developer.
        developer: DeveloperId,
        /// Day.
        on: Date,
        /// Who answers there.
        person: String,
        /// At which address.
        mail: String,
        /// Whether the developer confirmed itself, or the coordinator wrote it down.
        by_developer: bool,
    },
    /// The details went to a developer (詳細情報連絡日).
    DetailsReleased {
        /// The developer.
        developer: DeveloperId,
        /// Day.
        on: Date,
        /// The copy.
        content: CaseContent,
        /// The files that go along.
        attachments: Vec<AttachmentId>,
        /// Whether the finder's name and contact go along.
        finder_named: bool,
    },
    /// A developer stated its verification result.
    VerificationStated {
        /// The developer.
        developer: DeveloperId,
        /// The result.
        verification: Verification,
        /// Day.
        on: Date,
    },
    /// A developer stated its countermeasure.
    CountermeasureStated {
        /// The developer.
        developer: DeveloperId,
        /// The countermeasure.
        countermeasure: Countermeasure,
        /// Day.
        on: Date,
    },
    /// A developer stated its response status.
    StatusStated {
        /// The developer.
        developer: DeveloperId,
        /// The statement.
        status: StatusStatement,
        /// Day.
        on: Date,
    },
    /// A developer proposed or commented on the day.
    DayProposed {
        /// The developer.
        developer: DeveloperId,
        /// The day, if it names one.
        day: Option<Date>,
        /// Its reason.
        comment: String,
    },
    /// The publication day was set or changed (Ⅳ.4.3, Ⅳ.4.4).
    DaySet {
        /// The day.
        day: Date,
        /// The reason of a change.
        reason: String,
        /// What was weighed.
        #[serde(default)]
        weighed: Weighing,
    },
    /// A message inside the case.
    MessagePosted {
        /// Between whom.
        thread: Thread,
        /// Who wrote it.
        from: Party,
        /// The sealed text.
        body: BodyId,
        /// Files that came with it.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        attachments: Vec<Attachment>,
        /// When it was written, where it came along from a case that proved to be the same.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        written_at: Option<Timestamp>,
    },
    /// An advisory was begun.
    AdvisoryStarted {
        /// Its id.
        advisory: AdvisoryId,
        /// Its number in JVN form.
        number: String,
    },
    /// The advisory, or an update of it, was published.
    Published {
        /// Its id.
        advisory: AdvisoryId,
        /// 1 for the first publication.
        revision: u32,
        /// When.
        at: Timestamp,
    },
    // The parts of a case; in the journal their events stand beside the others, by their own names.
    /// About the day: what bears on it from outside.
    #[serde(untagged)]
    Schedule(ScheduleEvent),
    /// About what else came in: further reports, coordinators overseas.
    #[serde(untagged)]
    Arrival(ArrivalEvent),
    /// On the way to a developer.
    #[serde(untagged)]
    Reach(ReachEvent),
    /// About a judgement on publication.
    #[serde(untagged)]
    Judgement(JudgementEvent),
    /// About the end of the case.
    #[serde(untagged)]
    Ending(EndingEvent),
    /// About who else is told, and who talks.
    #[serde(untagged)]
    Outreach(OutreachEvent),
    /// After the publication.
    #[serde(untagged)]
    Aftercare(AftercareEvent),
}

impl CaseEvent {
    /// Name of the event in the journal's clear header.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            CaseEvent::CaseOpened { .. } => "CaseOpened",
            CaseEvent::OwnerSet { .. } => "OwnerSet",
            CaseEvent::NoteAdded { .. } => "NoteAdded",
            CaseEvent::InfluenceRated(_) => "InfluenceRated",
            CaseEvent::HandedOver { .. } => "HandedOver",
            CaseEvent::DeveloperAdded { .. } => "DeveloperAdded",
            CaseEvent::ContactAttempted { .. } => "ContactAttempted",
            CaseEvent::AnswerLinkSent { .. } => "AnswerLinkSent",
            CaseEvent::ContactConfirmed { .. } => "ContactConfirmed",
            CaseEvent::DetailsReleased { .. } => "DetailsReleased",
            CaseEvent::VerificationStated { .. } => "VerificationStated",
            CaseEvent::CountermeasureStated { .. } => "CountermeasureStated",
            CaseEvent::StatusStated { .. } => "StatusStated",
            CaseEvent::DayProposed { .. } => "DayProposed",
            CaseEvent::DaySet { .. } => "DaySet",
            CaseEvent::MessagePosted { .. } => "MessagePosted",
            CaseEvent::AdvisoryStarted { .. } => "AdvisoryStarted",
            CaseEvent::Published { .. } => "Published",
            CaseEvent::Schedule(event) => event.kind(),
            CaseEvent::Arrival(event) => event.kind(),
            CaseEvent::Reach(event) => event.kind(),
            CaseEvent::Judgement(event) => event.kind(),
            CaseEvent::Ending(event) => event.kind(),
            CaseEvent::Outreach(event) => event.kind(),
            CaseEvent::Aftercare(event) => event.kind(),
        }
    }
}
