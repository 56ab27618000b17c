//! What can happen when others are told and when parties talk.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::case::content::CaseContent;
use crate::clause::Clause;
use crate::coded::coded;
use crate::ids::{AttachmentId, DeveloperId, ReportId};
use crate::party::Party;

coded! {
    /// The good reason for which somebody outside is told (Ⅳ.3.(1).5.ア–イ, Ⅳ.4.5.ア–ウ).
    pub enum DisclosureGround {
        /// The product is used in other software or on a site.
        ProductInUse = "product-in-use",
        /// An outside body analyses it for the receiving body (under an NDA).
        OutsideAnalysis = "outside-analysis",
        /// A developer needs it to reproduce the flaw; those concerned consent.
        ReproductionData = "reproduction-data",
        /// A foreign product that nobody in Japan stands for (under an NDA).
        NobodyInJapan = "nobody-in-japan",
        /// A large influence overseas (under an NDA).
        LargeInfluenceOverseas = "large-influence-overseas",
        /// It needs a detailed analysis, or the like (under an NDA).
        DetailedAnalysis = "detailed-analysis",
    }
}

impl DisclosureGround {
    /// The clause of this ground.
    #[must_use]
    pub const fn clause(self) -> Clause {
        Clause::new(match self {
            DisclosureGround::ProductInUse => "Ⅳ.3.(1).5.ア",
            DisclosureGround::OutsideAnalysis => "Ⅳ.3.(1).5.イ",
            DisclosureGround::ReproductionData => "Ⅳ.3.(1).5.イ.第2段",
            DisclosureGround::NobodyInJapan => "Ⅳ.4.5.ア",
            DisclosureGround::LargeInfluenceOverseas => "Ⅳ.4.5.イ",
            DisclosureGround::DetailedAnalysis => "Ⅳ.4.5.ウ",
        })
    }

    /// Which of the two bodies may tell others for it.
    #[must_use]
    pub fn belongs_to(self, party: Party) -> bool {
        use DisclosureGround::{OutsideAnalysis, ProductInUse, ReproductionData};
        let receiving = matches!(self, ProductInUse | OutsideAnalysis | ReproductionData);
        party == if receiving { Party::ReceivingBody } else { Party::Coordinator }
    }

    /// Whether an NDA has to be on record: for technical analysis, and for everything that the coordinator passes
    /// outside; who uses the product is told without one.
    #[must_use]
    pub const fn needs_nda(self) -> bool {
        !matches!(self, DisclosureGround::ProductInUse | DisclosureGround::ReproductionData)
    }

    /// Whether an answer is expected.
    #[must_use]
    pub const fn asks_for_analysis(self) -> bool {
        matches!(self, DisclosureGround::OutsideAnalysis | DisclosureGround::DetailedAnalysis)
    }

    /// Who may be told for it.
    #[must_use]
    pub const fn recipients(self) -> &'static [RecipientKind] {
        use RecipientKind as K;
        match self {
            DisclosureGround::ProductInUse => &[K::UsingDeveloper, K::UsingSite],
            DisclosureGround::OutsideAnalysis => &[K::AnalysisBody],
            DisclosureGround::ReproductionData => &[K::CaseDeveloper],
            DisclosureGround::NobodyInJapan | DisclosureGround::LargeInfluenceOverseas => {
                &[K::OverseasCoordinator, K::OutsideBody]
            }
            DisclosureGround::DetailedAnalysis => &[K::AnalysisBody, K::OverseasCoordinator, K::OutsideBody],
        }
    }
}

coded! {
    /// What somebody outside is that is told.
    pub enum RecipientKind {
        /// A developer whose own software uses the product.
        UsingDeveloper = "using-developer",
        /// An operator whose site uses the product.
        UsingSite = "using-site",
        /// A body that analyses it.
        AnalysisBody = "analysis-body",
        /// A coordinator overseas.
        OverseasCoordinator = "overseas-coordinator",
        /// Another outside body.
        OutsideBody = "outside-body",
        /// A developer of the case.
        CaseDeveloper = "case-developer",
    }
}

/// Somebody who is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recipient {
    /// What it is.
    pub kind: RecipientKind,
    /// Its name.
    pub name: String,
    /// Where it is reached.
    pub contact: String,
    /// The developer of the case, where it is one.
    #[serde(default)]
    pub developer: Option<DeveloperId>,
}

coded! {
    /// How far the recipient may pass it on (Traffic Light Protocol 2.0).
    pub enum Tlp {
        /// For the named persons only.
        Red = "red",
        /// Inside the organisation only.
        AmberStrict = "amber-strict",
        /// Inside the organisation and its clients.
        Amber = "amber",
        /// Inside the community.
        Green = "green",
        /// Without limits.
        Clear = "clear",
    }
}

coded! {
    /// Why a developer is on the case (Ⅱ.9, Ⅳ.4.2.第2段, 第3段, 付録6.4).
    pub enum Involvement {
        /// It makes the product.
        Maker = "maker",
        /// It is the community or developer of the open source software.
        OssCommunity = "oss-community",
        /// It builds the software into its own product.
        Embeds = "embeds",
        /// It distributes it.
        Distributor = "distributor",
        /// It provides a service and fixes the specification of the product.
        ServiceProvider = "service-provider",
        /// Its product is in substantial interrelation with the reported one.
        Interrelated = "interrelated",
        /// It makes what is upstream of the product, or stands between upstream and users (中間ベンダ).
        Intermediate = "intermediate",
    }
}

impl Involvement {
    /// The clause under which such a developer is told.
    #[must_use]
    pub const fn clause(self) -> Clause {
        Clause::new(match self {
            Involvement::Maker => "Ⅳ.4.2",
            Involvement::OssCommunity
            | Involvement::Embeds
            | Involvement::Distributor
            | Involvement::ServiceProvider => "Ⅳ.4.2.第3段",
            Involvement::Interrelated => "Ⅳ.4.2.第2段",
            Involvement::Intermediate => "付録6.4",
        })
    }
}

/// What can happen when others are told and when parties talk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type")]
#[expect(clippy::large_enum_variant, reason = "a decision comes to two of them at most, and they are gone when stored")]
pub enum OutreachEvent {
    /// An NDA is on record.
    NdaRecorded {
        /// 1 for the first of the case.
        nda: u32,
        /// Which body signed it.
        by: Party,
        /// With whom.
        with: String,
        /// Since when.
        on: Date,
        /// Until when; none without an end.
        until: Option<Date>,
        /// Where the document is.
        reference: String,
    },
    /// Somebody outside was told (Ⅳ.3.(1).5, Ⅳ.4.5).
    DisclosedTo {
        /// 1 for the first of the case.
        disclosure: u32,
        /// Which body told it.
        by: Party,
        /// Whom.
        recipient: Recipient,
        /// For which reason.
        ground: DisclosureGround,
        /// What it was given, as a copy.
        content: CaseContent,
        /// The files that went along.
        attachments: Vec<AttachmentId>,
        /// The NDA, where one is needed.
        nda: Option<u32>,
        /// Who consented, and how, where that is needed.
        #[serde(default)]
        consent: String,
        /// What for.
        purpose: String,
        /// How far it may be passed on.
        tlp: Tlp,
        /// Day.
        on: Date,
    },
    /// The result of an analysis came back.
    AnalysisReceived {
        /// Of which disclosure.
        disclosure: u32,
        /// The result.
        result: String,
        /// Day.
        on: Date,
    },
    /// The influence on other software and systems was analysed (Ⅳ.3.(1).9, Ⅳ.4.6).
    InfluenceAnalysed {
        /// 1 for the first of the case.
        analysis: u32,
        /// By which body.
        by: Party,
        /// The result, as the developers get it.
        summary: String,
        /// Day.
        on: Date,
    },
    /// The coordinator passed the receiving body's analysis on to the developers (Ⅳ.3.(1).9).
    InfluencePassed {
        /// Which.
        analysis: u32,
        /// Day.
        on: Date,
    },
    /// Why a developer is on the case, and in which wave it is told (Ⅳ.4.2.第2段, 第3段).
    InvolvementSet {
        /// The developer.
        developer: DeveloperId,
        /// Why.
        involvement: Involvement,
        /// 1 for those who are told first.
        wave: u32,
    },
    /// When a wave is to be told.
    WavePlanned {
        /// Which.
        wave: u32,
        /// The day.
        day: Date,
    },
    /// A wave may be told from now on.
    WaveOpened {
        /// Which.
        wave: u32,
        /// Why, where it is before its day.
        reason: String,
        /// Day.
        on: Date,
    },
    /// A developer that cannot reproduce the flaw asks about the site of the report (Ⅳ.5.5).
    SiteInformationAsked {
        /// The developer.
        developer: DeveloperId,
        /// What it needs, and why.
        why: String,
        /// Day.
        on: Date,
    },
    /// The receiving body answered.
    SiteInformationAnswered {
        /// The developer.
        developer: DeveloperId,
        /// What the operator lets it know; nothing where nothing can be given.
        information: Option<String>,
        /// How the operator consented.
        consent: String,
        /// Day.
        on: Date,
    },
    /// A developer wants to tell its users before the publication (Ⅳ.5.9.第2段).
    UserNoticeAsked {
        /// The developer.
        developer: DeveloperId,
        /// Whom.
        whom: String,
        /// When.
        day: Date,
        /// How, directly or through integrators.
        how: String,
        /// Day.
        on: Date,
    },
    /// The coordinator allowed it (Ⅳ.4.9.第2段).
    UserNoticeAllowed {
        /// The developer.
        developer: DeveloperId,
        /// What the developer asks those whom it tells: neither to disclose nor to leak it.
        request: String,
        /// Day.
        on: Date,
    },
    /// The coordinator did not allow it.
    UserNoticeDeclined {
        /// The developer.
        developer: DeveloperId,
        /// Why.
        reason: String,
        /// Day.
        on: Date,
    },
    /// A developer told its users.
    UsersNotified {
        /// The developer.
        developer: DeveloperId,
        /// Whether all of them.
        all: bool,
        /// How one can see that.
        evidence: String,
        /// Day.
        on: Date,
    },
    /// Somebody wishes to talk directly (Ⅳ.2.6, Ⅳ.5.4).
    TalkWished {
        /// The finder or the developer.
        by: Party,
        /// Day.
        on: Date,
    },
    /// A body passed the wish on to the other side.
    TalkPassed {
        /// Whose wish.
        wisher: Party,
        /// The developer of the talk.
        developer: DeveloperId,
        /// The finder of the talk, by its report.
        report: ReportId,
        /// Day.
        on: Date,
    },
    /// The other side consented or not, or a body did not pass it on.
    TalkAnswered {
        /// Whose wish.
        wisher: Party,
        /// Who answered.
        by: Party,
        /// Whether they talk.
        agrees: bool,
        /// Day.
        on: Date,
    },
    /// A developer says that the details arrived (付録6.3).
    ReceiptAcknowledged {
        /// The developer.
        developer: DeveloperId,
        /// Day.
        on: Date,
    },
}

impl OutreachEvent {
    /// Name of the event in the journal's clear header.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            OutreachEvent::NdaRecorded { .. } => "NdaRecorded",
            OutreachEvent::DisclosedTo { .. } => "DisclosedTo",
            OutreachEvent::AnalysisReceived { .. } => "AnalysisReceived",
            OutreachEvent::InfluenceAnalysed { .. } => "InfluenceAnalysed",
            OutreachEvent::InfluencePassed { .. } => "InfluencePassed",
            OutreachEvent::InvolvementSet { .. } => "InvolvementSet",
            OutreachEvent::WavePlanned { .. } => "WavePlanned",
            OutreachEvent::WaveOpened { .. } => "WaveOpened",
            OutreachEvent::SiteInformationAsked { .. } => "SiteInformationAsked",
            OutreachEvent::SiteInformationAnswered { .. } => "SiteInformationAnswered",
            OutreachEvent::UserNoticeAsked { .. } => "UserNoticeAsked",
            OutreachEvent::UserNoticeAllowed { .. } => "UserNoticeAllowed",
            OutreachEvent::UserNoticeDeclined { .. } => "UserNoticeDeclined",
            OutreachEvent::UsersNotified { .. } => "UsersNotified",
            OutreachEvent::TalkWished { .. } => "TalkWished",
            OutreachEvent::TalkPassed { .. } => "TalkPassed",
            OutreachEvent::TalkAnswered { .. } => "TalkAnswered",
            OutreachEvent::ReceiptAcknowledged { .. } => "ReceiptAcknowledged",
        }
    }
}
