//! A duty: something that somebody owes, by when, and under which clause.

use jiff::civil::Date;
use serde::Serialize;

use crate::clause::Clause;
use crate::coded::coded;
use crate::ids::DeveloperId;
use crate::party::Party;

coded! {
    /// What is owed.
    pub enum DutyKind {
        /// Read a report that the program could not.
        ReadReport = "read-report",
        /// Decide whether to accept.
        DecideAcceptance = "decide-acceptance",
        /// Answer the finder.
        AnswerFinder = "answer-finder",
        /// Answer the desk's question.
        AnswerDesk = "answer-desk",
        /// Rate the influence.
        RateInfluence = "rate-influence",
        /// Hand over to the coordinator.
        HandOver = "hand-over",
        /// Find out who makes the product.
        FindDeveloper = "find-developer",
        /// Contact a developer.
        ContactDeveloper = "contact-developer",
        /// Confirm that the contact is the right one.
        ConfirmContact = "confirm-contact",
        /// Release the details to a developer.
        ReleaseDetails = "release-details",
        /// Answer the other body.
        AnswerBody = "answer-body",
        /// Answer a developer.
        AnswerDeveloper = "answer-developer",
        /// Answer the coordinator.
        AnswerCoordinator = "answer-coordinator",
        /// Verify, and say what came of it.
        AnswerVerification = "answer-verification",
        /// State the countermeasure.
        StateCountermeasure = "state-countermeasure",
        /// State which products are affected.
        StateStatus = "state-status",
        /// Decide the publication day.
        SetDay = "set-day",
        /// Draft the advisory.
        DraftAdvisory = "draft-advisory",
        /// Show the text to the developers.
        SendPreview = "send-preview",
        /// Look at the text.
        CommentPreview = "comment-preview",
        /// Approve the text.
        ApproveAdvisory = "approve-advisory",
        /// Co-sign the text.
        CoSignAdvisory = "co-sign-advisory",
        /// Publish on the day.
        Publish = "publish",
        /// Publish the update.
        PublishUpdate = "publish-update",
        /// Take a developer's new statement into the advisory, or a name out of it.
        UpdateAdvisory = "update-advisory",
        /// Judge what somebody saw outside: an attack, a leak.
        JudgeSignal = "judge-signal",
        /// Say what one thinks of the finder's reason to disclose.
        AnswerDisclosure = "answer-disclosure",
        /// Withdraw the non-disclosure request as the finder asked.
        ReleaseNonDisclosure = "release-non-disclosure",
        /// Work through the checklist of where an address may be found.
        SearchContact = "search-contact",
        /// Ask the finder whether it knows an address, and pass its answer on.
        AskFinder = "ask-finder",
        /// Put a developer that does not answer on the list.
        ListName = "list-name",
        /// Publish its product as well.
        ListProduct = "list-product",
        /// Append the day until which an answer is taken.
        AppendDeadline = "append-deadline",
        /// Look the row over for the next issue of the list.
        UpdateListing = "update-listing",
        /// Take it off the list.
        Delist = "delist",
        /// Write down that a listed developer was reached.
        ResumeContact = "resume-contact",
        /// Get in touch, as a listed developer.
        AnswerListing = "answer-listing",
        /// Judge whether the vulnerability can be verified.
        JudgeVerifiability = "judge-verifiability",
        /// Judge whether the case is worth what verifying costs.
        JudgeHandlingValue = "judge-handling-value",
        /// Give notice that coordination is impossible.
        NotifyImpossible = "notify-impossible",
        /// Judge whether it is, as the receiving body.
        JudgeImpossible = "judge-impossible",
        /// Ask the coordinator for material.
        AskMaterial = "ask-material",
        /// Give the material.
        GiveMaterial = "give-material",
        /// Convene the committee.
        ConveneCommittee = "convene-committee",
        /// Fill in the checklist of the four conditions.
        AssessConditions = "assess-conditions",
        /// Write the secretariat's draft.
        DraftJudgement = "draft-judgement",
        /// Tell the developer that there will be a judgement.
        AnnounceJudgement = "announce-judgement",
        /// Ask others concerned for their opinion.
        InviteOpinions = "invite-opinions",
        /// Vote on the four conditions.
        VoteOnConditions = "vote-on-conditions",
        /// Record what was judged.
        PassJudgement = "pass-judgement",
        /// Ask the minister to confirm the procedure.
        AskConfirmation = "ask-confirmation",
        /// Record the confirmation.
        RecordConfirmation = "record-confirmation",
        /// Ask the developer for a view to be shown.
        AskView = "ask-view",
        /// Decide the publication day of a judged case.
        SetJudgedDay = "set-judged-day",
        /// Take coordination up again.
        ResumeCoordination = "resume-coordination",
        /// Stop handling after the publication was dropped, or take it up again.
        StopHandling = "stop-handling",
        /// Wait for the result of an analysis and put it on record.
        RecordAnalysis = "record-analysis",
        /// Pass the receiving body's analysis on to the developers.
        PassInfluence = "pass-influence",
        /// Open a wave of developers.
        OpenWave = "open-wave",
        /// Answer a developer about the site of the report.
        AnswerSiteInformation = "answer-site-information",
        /// Say whether a developer may tell its users early.
        AnswerUserNotice = "answer-user-notice",
        /// Say that users were told.
        ReportUserNotice = "report-user-notice",
        /// Pass a wish to talk directly on.
        PassTalk = "pass-talk",
        /// Say whether one talks directly.
        AnswerTalk = "answer-talk",
        /// Say that the details arrived.
        AcknowledgeReceipt = "acknowledge-receipt",
        /// Decide whether to accept a report of a website.
        DecideSiteAcceptance = "decide-site-acceptance",
        /// Decide kind, effects and cause of a website's flaw.
        ClassifySite = "classify-site",
        /// Find out who runs the site and how to reach it.
        FindOperator = "find-operator",
        /// Tell the operator that there is something, without details.
        ContactOperator = "contact-operator",
        /// Confirm that the operator was reached.
        ConfirmOperator = "confirm-operator",
        /// Give the operator the details.
        SendSiteDetails = "send-site-details",
        /// Read the details.
        ReceiveSiteDetails = "receive-site-details",
        /// Verify, and say what came of it.
        AnswerSite = "answer-site",
        /// Fix, and say so.
        FixSite = "fix-site",
        /// Answer the desk's question, as the operator.
        AnswerSiteDesk = "answer-site-desk",
        /// Answer the operator.
        AnswerOperator = "answer-operator",
        /// Help an operator that cannot go on alone.
        HelpOperator = "help-operator",
        /// Judge what the operator said: end the case, or write back.
        JudgeOperatorAnswer = "judge-operator-answer",
        /// Consult the operator before answering a finder.
        ConsultOperator = "consult-operator",
        /// Consent or not.
        GiveSiteConsent = "give-site-consent",
        /// Follow up a site that is not fixed after long.
        FollowUpSite = "follow-up-site",
        /// Judge whether to end for lack of an answer.
        JudgeSilence = "judge-silence",
        /// Make a leak public, or say that there was none.
        PublishLeak = "publish-leak",
        /// Wait for what comes back from outside and put it on record.
        RecordSiteResult = "record-site-result",
        /// Hand it over as a product's vulnerability.
        HandToProduct = "hand-to-product",
        /// End the site's case after the hand-over.
        CloseSite = "close-site",
        /// Pass a wish to talk directly on, of a site's case.
        PassSiteTalk = "pass-site-talk",
        /// Say whether one talks directly, in a site's case.
        AnswerSiteTalk = "answer-site-talk",
        /// Answer an enquiry about a publication.
        AnswerEnquiry = "answer-enquiry",
        /// Sign that a publication is withdrawn, or not.
        CoSignWithdrawal = "co-sign-withdrawal",
        /// Weigh a new day from overseas: set another one, or keep the day.
        WeighOverseasDay = "weigh-overseas-day",
        /// Say what one thinks of a new day from overseas.
        CommentOverseasDay = "comment-overseas-day",
        /// Look at a window for direct reports before it is listed.
        ReviewWindow = "review-window",
    }
}

impl DutyKind {
    /// The clause that asks for it.
    #[must_use]
    pub const fn clause(self) -> Clause {
        Clause::new(match self {
            DutyKind::ReadReport => "Ⅳ.3.(1).1",
            DutyKind::DecideAcceptance => "Ⅳ.3.(1).2",
            DutyKind::AnswerFinder | DutyKind::AnswerDesk => "Ⅳ.3.(1).8",
            DutyKind::RateInfluence => "付録4",
            DutyKind::HandOver => "Ⅳ.3.(1).4",
            DutyKind::FindDeveloper | DutyKind::ContactDeveloper | DutyKind::ReleaseDetails => "Ⅳ.4.2",
            DutyKind::ConfirmContact => "Ⅳ.5.1",
            DutyKind::AnswerBody => "Ⅳ.3.(1).10",
            DutyKind::AnswerDeveloper | DutyKind::SetDay => "Ⅳ.4.3",
            DutyKind::AnswerCoordinator => "Ⅳ.5.6",
            DutyKind::AnswerVerification => "Ⅳ.5.2",
            DutyKind::StateCountermeasure | DutyKind::StateStatus | DutyKind::CommentPreview => "Ⅳ.5.7",
            DutyKind::DraftAdvisory
            | DutyKind::SendPreview
            | DutyKind::ApproveAdvisory
            | DutyKind::Publish
            | DutyKind::PublishUpdate
            | DutyKind::UpdateAdvisory => "Ⅳ.4.9",
            DutyKind::CoSignAdvisory => "Ⅳ.3.(1).13",
            DutyKind::JudgeSignal => "Ⅳ.4.3.③",
            DutyKind::AnswerDisclosure => "Ⅳ.2.4",
            DutyKind::ReleaseNonDisclosure => "Ⅳ.3.(1).11",
            DutyKind::SearchContact | DutyKind::AskFinder | DutyKind::ListName | DutyKind::ResumeContact => {
                "Ⅳ.4.2.第6段.1"
            }
            DutyKind::ListProduct | DutyKind::AppendDeadline => "Ⅳ.4.2.第6段.2",
            DutyKind::UpdateListing | DutyKind::Delist => "付録5.1",
            DutyKind::AnswerListing => "Ⅳ.5.2.第2段",
            DutyKind::NotifyImpossible => "Ⅳ.4.10",
            DutyKind::JudgeImpossible => "Ⅳ.3.(2).1",
            DutyKind::ConveneCommittee => "Ⅳ.3.(2).1.第4段",
            DutyKind::AskMaterial | DutyKind::GiveMaterial | DutyKind::DraftJudgement => "Ⅳ.3.(2).2",
            DutyKind::AnnounceJudgement => "Ⅳ.3.(2).3",
            DutyKind::InviteOpinions => "Ⅳ.3.(2).4",
            DutyKind::AssessConditions | DutyKind::VoteOnConditions | DutyKind::PassJudgement => "Ⅳ.3.(2).5",
            DutyKind::AskConfirmation | DutyKind::RecordConfirmation => "Ⅳ.3.(2).7.ア.1",
            DutyKind::SetJudgedDay => "Ⅳ.3.(2).7.ア.2",
            DutyKind::AskView => "Ⅳ.3.(2).7.ア.3",
            DutyKind::ResumeCoordination => "Ⅳ.4.10.第3段",
            DutyKind::JudgeVerifiability | DutyKind::JudgeHandlingValue => "Ⅳ.3.(1).7.ア",
            DutyKind::StopHandling => "Ⅳ.3.(1).7",
            DutyKind::RecordAnalysis => "Ⅳ.3.(1).5.イ",
            DutyKind::PassInfluence => "Ⅳ.4.6",
            DutyKind::OpenWave => "Ⅳ.4.2.第3段",
            DutyKind::AnswerSiteInformation => "Ⅳ.5.5",
            DutyKind::AnswerUserNotice => "Ⅳ.4.9.第2段",
            DutyKind::ReportUserNotice => "Ⅳ.5.9.第2段",
            DutyKind::PassTalk | DutyKind::AnswerTalk => "Ⅳ.2.6",
            DutyKind::AcknowledgeReceipt => "付録6.3",
            DutyKind::DecideSiteAcceptance => "Ⅴ.3.2",
            DutyKind::ClassifySite | DutyKind::FollowUpSite => "Ⅴ.3.11",
            DutyKind::FindOperator
            | DutyKind::ContactOperator
            | DutyKind::ConfirmOperator
            | DutyKind::SendSiteDetails
            | DutyKind::HelpOperator
            | DutyKind::GiveSiteConsent => "Ⅴ.3.5",
            DutyKind::JudgeSilence => "Ⅴ.3.5.第2段",
            DutyKind::ReceiveSiteDetails | DutyKind::AnswerSite | DutyKind::FixSite => "Ⅴ.4.1",
            DutyKind::AnswerSiteDesk | DutyKind::AnswerOperator => "Ⅴ.4.2",
            DutyKind::JudgeOperatorAnswer | DutyKind::CloseSite => "Ⅴ.3.4",
            DutyKind::ConsultOperator => "Ⅴ.3.6",
            DutyKind::PublishLeak => "Ⅴ.4.5",
            DutyKind::RecordSiteResult => "Ⅴ.3.7",
            DutyKind::HandToProduct => "Ⅴ.3.8",
            DutyKind::PassSiteTalk | DutyKind::AnswerSiteTalk => "Ⅴ.2.5",
            DutyKind::AnswerEnquiry => "Ⅳ.4.9.第3段",
            DutyKind::CoSignWithdrawal => "Ⅳ.4.9",
            DutyKind::WeighOverseasDay => "Ⅳ.4.3.②",
            DutyKind::CommentOverseasDay => "Ⅳ.5.3",
            DutyKind::ReviewWindow => "Ⅳ.4.1.第3段",
        })
    }
}

impl DutyKind {
    /// Whether it is advice alone (付録6, from the international standard): it is shown, and nobody is reminded of it.
    #[must_use]
    pub const fn is_advice(self) -> bool {
        matches!(self, DutyKind::AcknowledgeReceipt)
    }
}

/// Something owed by somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Duty {
    /// Who owes it.
    pub who: Party,
    /// What.
    pub what: DutyKind,
    /// By when; none where the law says "promptly".
    pub due: Option<Date>,
    /// The developer that it is about, where there is one.
    pub about: Option<DeveloperId>,
    /// Whether it waits for somebody else before it can be done.
    pub waits: bool,
}

impl Duty {
    pub(crate) fn new(who: Party, what: DutyKind) -> Self {
        Duty { who, what, due: None, about: None, waits: false }
    }

    pub(crate) fn by(mut self, due: Option<Date>) -> Self {
        self.due = due;
        self
    }

    pub(crate) fn waiting(mut self, waits: bool) -> Self {
        self.waits = waits;
        self
    }

    pub(crate) fn about(mut self, developer: DeveloperId) -> Self {
        self.about = Some(developer);
        self
    }

    /// Calendar days left on a day; negative when overdue.
    #[must_use]
    pub fn days_left(&self, today: Date) -> Option<i32> {
        self.due.map(|due| days_between(today, due))
    }
}

/// Calendar days from one day to another.
#[must_use]
pub fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}
