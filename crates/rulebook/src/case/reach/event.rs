//! What can happen on the way to a developer.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::case::event::{AttemptOutcome, ContactMeans};
use crate::coded::coded;
use crate::ids::DeveloperId;
use crate::report::state::Attachment;

coded! {
    /// Where an address of a developer is looked for: the checklist of 2019, so that the search depends on nobody's
    /// skill.
    pub enum Source {
        /// The report itself.
        Report = "report",
        /// What comes with the product: manual, licence, package.
        Product = "product",
        /// The developer's own site.
        Site = "site",
        /// The developer register.
        Register = "register",
        /// Registries of companies and names, WHOIS.
        Registry = "registry",
        /// Shops and stores that offer the product.
        Store = "store",
        /// A search of the internet.
        Internet = "internet",
        /// Social networks.
        Sns = "sns",
        /// Organisations that have to do with it: sales agents, communities, associations.
        Related = "related",
        /// The finder, asked through the receiving body as fits.
        Finder = "finder",
    }
}

coded! {
    /// To whom a notice about a product speaks (付録5.2).
    pub enum Addressee {
        /// An authority or a company (官庁、法人).
        Organisation = "organisation",
        /// A person or a community (個人、コミュニティ).
        Individual = "individual",
    }
}

coded! {
    /// The four texts of a notice about a product (付録5.2.1–付録5.2.4).
    pub enum Template {
        /// To an authority or a company.
        Organisation = "organisation",
        /// The same with a deadline.
        OrganisationDeadline = "organisation-deadline",
        /// To a person or a community.
        Individual = "individual",
        /// The same with a deadline.
        IndividualDeadline = "individual-deadline",
    }
}

coded! {
    /// Why a developer is taken off the list.
    pub enum DelistReason {
        /// Contact was made.
        ContactMade = "contact-made",
        /// The handling ended.
        HandlingEnded = "handling-ended",
        /// It was published by judgement.
        Published = "published",
        /// It should not have been listed.
        Mistake = "mistake",
    }
}

coded! {
    /// What becomes of the case of an unreachable developer (practice from 2019).
    pub enum Outcome {
        /// The committee judges.
        Committee = "committee",
        /// The cost of verifying is weighed first.
        WeighCost = "weigh-cost",
        /// Handling ends, and the developer is taken off the list.
        End = "end",
    }
}

/// An address by which a developer may be reached.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Address {
    /// By what means.
    pub means: ContactMeans,
    /// Where to.
    pub to: String,
}

/// What can happen on the way to a developer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub enum ReachEvent {
    /// Somebody looked for an address.
    SourceChecked {
        /// The developer.
        developer: DeveloperId,
        /// Where.
        source: Source,
        /// On which day.
        on: Date,
        /// What was found; nothing when empty.
        found: Vec<Address>,
        /// How it was looked for.
        note: String,
    },
    /// The coordinator wants the finder asked whether it knows an address.
    FinderAsked {
        /// The developer.
        developer: DeveloperId,
        /// On which day.
        on: Date,
        /// What to ask.
        note: String,
    },
    /// What became of an attempt later, or what proves it.
    AttemptNoted {
        /// The developer.
        developer: DeveloperId,
        /// Which attempt, 1 for the first.
        attempt: u32,
        /// On which day.
        on: Date,
        /// What came of it, where that is new.
        outcome: Option<AttemptOutcome>,
        /// Reference number of the letter.
        letter: Option<String>,
        /// Files: the letter as it was sent, what proves the attempt.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        files: Vec<Attachment>,
        /// Anything worth keeping.
        note: String,
    },
    /// ① The developer was put on the list of unreachable developers (Ⅳ.4.2.第6段.1, 付録5.1).
    DeveloperListed {
        /// The developer.
        developer: DeveloperId,
        /// 問合せ番号, such as `DID#12345678`.
        number: String,
        /// 開発者名, or nothing.
        name: Option<String>,
        /// 関連情報: a link, or nothing.
        reference: String,
        /// 備考.
        remark: String,
        /// 一覧追加日.
        on: Date,
    },
    /// ② The product was published as well (Ⅳ.4.2.第6段.2, 付録5.2).
    ProductListed {
        /// The developer.
        developer: DeveloperId,
        /// Name of the product.
        product: String,
        /// Its versions.
        versions: String,
        /// To whom the notice speaks.
        addressee: Addressee,
        /// 公開日.
        on: Date,
    },
    /// The day until which an answer is taken was appended.
    DeadlineAppended {
        /// The developer.
        developer: DeveloperId,
        /// The last day.
        deadline: Date,
        /// 更新日.
        on: Date,
    },
    /// The row was looked over for the next issue of the list.
    ListingUpdated {
        /// The developer.
        developer: DeveloperId,
        /// 開発者名, or nothing.
        name: Option<String>,
        /// 関連情報.
        reference: String,
        /// 備考.
        remark: String,
        /// On which day.
        on: Date,
    },
    /// The developer was taken off the list.
    Delisted {
        /// The developer.
        developer: DeveloperId,
        /// Why.
        reason: DelistReason,
        /// Anything worth keeping.
        note: String,
        /// On which day.
        on: Date,
    },
    /// ③ A listed developer was reached: coordination goes on.
    ContactResumed {
        /// The developer.
        developer: DeveloperId,
        /// How.
        note: String,
        /// On which day.
        on: Date,
    },
    /// The receiving body judged whether the vulnerability can be verified.
    VerifiabilityJudged {
        /// Whether it can.
        verifiable: bool,
        /// Why.
        reason: String,
        /// On which day.
        on: Date,
    },
    /// The receiving body judged whether the case is worth what verifying costs (取扱価値).
    HandlingValueJudged {
        /// Whether it is.
        worth: bool,
        /// Why.
        reason: String,
        /// On which day.
        on: Date,
    },
    /// The receiving body goes another way than the table (個別配慮).
    ConsideredIndividually {
        /// Which.
        outcome: Outcome,
        /// Why.
        reason: String,
        /// On which day.
        on: Date,
    },
}

impl ReachEvent {
    /// Name of the event in the journal's clear header.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            ReachEvent::SourceChecked { .. } => "SourceChecked",
            ReachEvent::FinderAsked { .. } => "FinderAsked",
            ReachEvent::AttemptNoted { .. } => "AttemptNoted",
            ReachEvent::DeveloperListed { .. } => "DeveloperListed",
            ReachEvent::ProductListed { .. } => "ProductListed",
            ReachEvent::DeadlineAppended { .. } => "DeadlineAppended",
            ReachEvent::ListingUpdated { .. } => "ListingUpdated",
            ReachEvent::Delisted { .. } => "Delisted",
            ReachEvent::ContactResumed { .. } => "ContactResumed",
            ReachEvent::VerifiabilityJudged { .. } => "VerifiabilityJudged",
            ReachEvent::HandlingValueJudged { .. } => "HandlingValueJudged",
            ReachEvent::ConsideredIndividually { .. } => "ConsideredIndividually",
        }
    }

    /// The developer that it is about; none for what is judged of the whole case.
    #[must_use]
    pub const fn developer(&self) -> Option<DeveloperId> {
        match self {
            ReachEvent::SourceChecked { developer, .. }
            | ReachEvent::FinderAsked { developer, .. }
            | ReachEvent::AttemptNoted { developer, .. }
            | ReachEvent::DeveloperListed { developer, .. }
            | ReachEvent::ProductListed { developer, .. }
            | ReachEvent::DeadlineAppended { developer, .. }
            | ReachEvent::ListingUpdated { developer, .. }
            | ReachEvent::Delisted { developer, .. }
            | ReachEvent::ContactResumed { developer, .. } => Some(*developer),
            ReachEvent::VerifiabilityJudged { .. }
            | ReachEvent::HandlingValueJudged { .. }
            | ReachEvent::ConsideredIndividually { .. } => None,
        }
    }

    /// The day of it.
    #[must_use]
    pub const fn on(&self) -> Date {
        match self {
            ReachEvent::SourceChecked { on, .. }
            | ReachEvent::FinderAsked { on, .. }
            | ReachEvent::AttemptNoted { on, .. }
            | ReachEvent::DeveloperListed { on, .. }
            | ReachEvent::ProductListed { on, .. }
            | ReachEvent::DeadlineAppended { on, .. }
            | ReachEvent::ListingUpdated { on, .. }
            | ReachEvent::Delisted { on, .. }
            | ReachEvent::ContactResumed { on, .. }
            | ReachEvent::VerifiabilityJudged { on, .. }
            | ReachEvent::HandlingValueJudged { on, .. }
            | ReachEvent::ConsideredIndividually { on, .. } => *on,
        }
    }
}
