//! What can happen in a case, in the past tense.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::content::CaseContent;
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
}

/// By what means somebody tried to reach a developer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContactMeans {
    /// E-mail.
    Mail,
    /// A letter.
    Post,
    /// Telephone.
    Phone,
    /// FAX.
    Fax,
    /// A form on the developer's site.
    WebForm,
    /// A social network.
    Sns,
}

impl ContactMeans {
    /// All of them.
    pub const ALL: [ContactMeans; 6] = [
        ContactMeans::Mail,
        ContactMeans::Post,
        ContactMeans::Phone,
        ContactMeans::Fax,
        ContactMeans::WebForm,
        ContactMeans::Sns,
    ];

    /// Stable word for inputs and message keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            ContactMeans::Mail => "mail",
            ContactMeans::Post => "post",
            ContactMeans::Phone => "phone",
            ContactMeans::Fax => "fax",
            ContactMeans::WebForm => "web-form",
            ContactMeans::Sns => "sns",
        }
    }
}

/// What came of an attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AttemptOutcome {
    /// Sent or tried; nothing came back yet.
    Waiting,
    /// The developer answered.
    Answered,
    /// It did not arrive.
    Undeliverable,
    /// The developer does not want to be contacted about it.
    Refused,
}

impl AttemptOutcome {
    /// All of them.
    pub const ALL: [AttemptOutcome; 4] =
        [AttemptOutcome::Waiting, AttemptOutcome::Answered, AttemptOutcome::Undeliverable, AttemptOutcome::Refused];

    /// Stable word for inputs and message keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            AttemptOutcome::Waiting => "waiting",
            AttemptOutcome::Answered => "answered",
            AttemptOutcome::Undeliverable => "undeliverable",
            AttemptOutcome::Refused => "refused",
        }
    }
}

/// What a developer found when it verified (Ⅳ.5.2, Ⅳ.4.4.ア–オ, Ⅳ.5.5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VerificationResult {
    /// The product is affected.
    Affected,
    /// It is not a vulnerability (Ⅳ.4.4.ア).
    NotVulnerability,
    /// There is no influence on the product (Ⅳ.4.4.イ).
    NoInfluence,
    /// The influence is small (Ⅳ.4.4.ウ).
    SmallInfluence,
    /// Known and published already (Ⅳ.4.4.エ).
    KnownAndPublished,
    /// The developer tells all its users itself (Ⅳ.4.4.オ).
    TellsAllUsers,
    /// It lies in somebody else's product (Ⅳ.5.2).
    InOtherProduct,
    /// It cannot be reproduced.
    CannotReproduce,
    /// More information is needed (Ⅳ.5.5).
    NeedsMore,
}

impl VerificationResult {
    /// All of them, the usual one first.
    pub const ALL: [VerificationResult; 9] = [
        VerificationResult::Affected,
        VerificationResult::NotVulnerability,
        VerificationResult::NoInfluence,
        VerificationResult::SmallInfluence,
        VerificationResult::KnownAndPublished,
        VerificationResult::TellsAllUsers,
        VerificationResult::InOtherProduct,
        VerificationResult::CannotReproduce,
        VerificationResult::NeedsMore,
    ];

    /// Stable word for inputs and message keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            VerificationResult::Affected => "affected",
            VerificationResult::NotVulnerability => "not-vulnerability",
            VerificationResult::NoInfluence => "no-influence",
            VerificationResult::SmallInfluence => "small-influence",
            VerificationResult::KnownAndPublished => "known-and-published",
            VerificationResult::TellsAllUsers => "tells-all-users",
            VerificationResult::InOtherProduct => "in-other-product",
            VerificationResult::CannotReproduce => "cannot-reproduce",
            VerificationResult::NeedsMore => "needs-more",
        }
    }

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

/// Whether a product is affected (JVN's five words).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Affectedness {
    /// 該当製品あり.
    Affected,
    /// 該当製品あり（調査中）.
    AffectedInvestigating,
    /// 該当製品なし.
    NotAffected,
    /// 該当製品なし（調査中）.
    NotAffectedInvestigating,
    /// 不明.
    #[default]
    Unknown,
}

impl Affectedness {
    /// All five.
    pub const ALL: [Affectedness; 5] = [
        Affectedness::Affected,
        Affectedness::AffectedInvestigating,
        Affectedness::NotAffected,
        Affectedness::NotAffectedInvestigating,
        Affectedness::Unknown,
    ];

    /// Stable word for inputs and message keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Affectedness::Affected => "affected",
            Affectedness::AffectedInvestigating => "affected-investigating",
            Affectedness::NotAffected => "not-affected",
            Affectedness::NotAffectedInvestigating => "not-affected-investigating",
            Affectedness::Unknown => "unknown",
        }
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
}

/// What can happen in a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub enum CaseEvent {
    /// Opened by the acceptance of a report; the edition is pinned.
    CaseOpened {
        /// Number shown to people.
        number: String,
        /// The report.
        report: ReportId,
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
    },
    /// A message inside the case.
    MessagePosted {
        /// Between whom.
        thread: Thread,
        /// Who wrote it.
        from: Party,
        /// The sealed text.
        body: BodyId,
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
        }
    }
}
