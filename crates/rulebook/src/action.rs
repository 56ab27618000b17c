//! Everything that somebody can do, by name. The access matrix is made of these, and so are the buttons of a page.

use crate::clause::Clause;
use crate::coded::coded;
use crate::party::Party;

coded! {
    /// A kind of command.
    pub enum Action {
        /// Type a report that the program could not read.
        TranscribeReport = "transcribe-report",
        /// Accept a report.
        AcceptReport = "accept-report",
        /// Not accept a report.
        RejectReport = "reject-report",
        /// Mark a report as of large influence.
        MarkHighImpact = "mark-high-impact",
        /// Write between finder and desk.
        WriteOnReport = "write-on-report",
        /// Change the finder's consents.
        ChangeConsents = "change-consents",
        /// Take a report, or give it back.
        OwnReport = "own-report",
        /// Note something on a report, for the own side only.
        NoteOnReport = "note-on-report",
        /// Take a case, or give it back.
        OwnCase = "own-case",
        /// Note something on a case, for the own side only.
        NoteOnCase = "note-on-case",
        /// Rate the influence.
        RateInfluence = "rate-influence",
        /// Hand the case over to the coordinator.
        HandOver = "hand-over",
        /// Write between the two bodies.
        WriteBetweenBodies = "write-between-bodies",
        /// Put a developer of the register on the case.
        AddDeveloper = "add-developer",
        /// Log an attempt to reach a developer.
        RecordContactAttempt = "record-contact-attempt",
        /// Send a developer its one-time link.
        SendAnswerLink = "send-answer-link",
        /// Confirm that the developer was reached.
        ConfirmContact = "confirm-contact",
        /// Release the details to a developer.
        ReleaseDetails = "release-details",
        /// Write between coordinator and a developer.
        WriteToDeveloper = "write-to-developer",
        /// State the result of the verification.
        StateVerification = "state-verification",
        /// State the countermeasure.
        StateCountermeasure = "state-countermeasure",
        /// State which products are affected, and what to say to the public.
        StateStatus = "state-status",
        /// Propose or comment on the publication day.
        ProposeDay = "propose-day",
        /// Set or change the publication day.
        SetDay = "set-day",
        /// Begin the advisory.
        StartAdvisory = "start-advisory",
        /// Write on the advisory.
        EditAdvisory = "edit-advisory",
        /// Show the text to the developers.
        SendPreview = "send-preview",
        /// Comment on the text.
        CommentPreview = "comment-preview",
        /// Approve the text.
        ApproveAdvisory = "approve-advisory",
        /// Co-sign the text.
        CoSignAdvisory = "co-sign-advisory",
        /// Publish.
        Publish = "publish",
        /// Say that an attack or a leak was seen.
        ReportSignal = "report-signal",
        /// Judge what was seen.
        AdoptSignal = "adopt-signal",
        /// Join a report to a case that is handled already.
        JoinReport = "join-report",
        /// Open a further case for another vulnerability in a report.
        SplitReport = "split-report",
        /// Handle a report as another form.
        ReclassifyReport = "reclassify-report",
        /// Take a report back.
        WithdrawReport = "withdraw-report",
        /// Ask about a reason to disclose.
        ConsultDisclosure = "consult-disclosure",
        /// Say what one thinks of a reason to disclose.
        AnswerDisclosure = "answer-disclosure",
        /// Ask for release from the non-disclosure request.
        AskRelease = "ask-release",
        /// Explain to the finder why the developer needs time.
        ExplainDelay = "explain-delay",
        /// Withdraw the non-disclosure request.
        ReleaseNonDisclosure = "release-non-disclosure",
        /// Write down that a source of addresses was looked through.
        CheckSource = "check-source",
        /// Have the finder asked for an address.
        AskFinder = "ask-finder",
        /// Write down what became of an attempt.
        NoteAttempt = "note-attempt",
        /// Put a developer on the list of unreachable developers.
        ListName = "list-name",
        /// Publish the product of a listed developer.
        ListProduct = "list-product",
        /// Append the day until which an answer is taken.
        AppendDeadline = "append-deadline",
        /// Look a row over for the next issue of the list.
        UpdateListing = "update-listing",
        /// Take a developer off the list.
        Delist = "delist",
        /// Write down that a listed developer was reached.
        ResumeContact = "resume-contact",
        /// Judge whether the vulnerability can be verified.
        JudgeVerifiability = "judge-verifiability",
        /// Judge whether the case is worth what verifying costs.
        JudgeHandlingValue = "judge-handling-value",
        /// Go another way than the table for unreachable developers.
        ConsiderIndividually = "consider-individually",
        /// Give notice that coordination is impossible.
        NotifyImpossible = "notify-impossible",
        /// Judge whether it is, as the receiving body.
        JudgeImpossible = "judge-impossible",
        /// Ask the coordinator for material for a judgement.
        AskMaterial = "ask-material",
        /// Give the material.
        GiveMaterial = "give-material",
        /// Convene the committee.
        ConveneCommittee = "convene-committee",
        /// Declare a member's interest in the case.
        DeclareConflict = "declare-conflict",
        /// Fill in one of the four conditions.
        AssessCondition = "assess-condition",
        /// Write the secretariat's draft.
        DraftJudgement = "draft-judgement",
        /// Tell the developer that there will be a judgement.
        AnnounceJudgement = "announce-judgement",
        /// Ask somebody else concerned for an opinion.
        InviteOpinion = "invite-opinion",
        /// Give an opinion, or file one.
        GiveOpinion = "give-opinion",
        /// Record an oral hearing.
        HoldHearing = "hold-hearing",
        /// Give the case back to the coordinator after a new report.
        ReturnCase = "return-case",
        /// Mark a point for debate.
        MarkDebate = "mark-debate",
        /// Vote on a condition.
        Vote = "vote",
        /// Record what was judged.
        PassJudgement = "pass-judgement",
        /// Ask the minister to confirm the procedure.
        AskConfirmation = "ask-confirmation",
        /// Record the confirmation.
        RecordConfirmation = "record-confirmation",
        /// Ask the developer for a view to be shown.
        AskView = "ask-view",
        /// Give a view to be shown.
        GiveView = "give-view",
        /// Decide the publication day of a judged case.
        SetJudgedDay = "set-judged-day",
        /// Take coordination up again.
        ResumeCoordination = "resume-coordination",
        /// Drop the publication.
        DropPublication = "drop-publication",
        /// Stop handling.
        StopHandling = "stop-handling",
        /// Take a case up again.
        ResumeHandling = "resume-handling",
        /// Put a developer's refusal on record.
        RecordRefusal = "record-refusal",
        /// State that the support of a product has ended.
        StateEndOfSupport = "state-end-of-support",
        /// Put an NDA on record.
        RecordNda = "record-nda",
        /// Tell somebody outside.
        Disclose = "disclose",
        /// Put the result of an analysis on record.
        RecordAnalysis = "record-analysis",
        /// State the influence on other software and systems.
        AnalyseInfluence = "analyse-influence",
        /// Pass the receiving body's analysis on to the developers.
        PassInfluence = "pass-influence",
        /// Say why a developer is on the case.
        SetInvolvement = "set-involvement",
        /// Plan the day of a wave of developers.
        PlanWave = "plan-wave",
        /// Open a wave of developers.
        OpenWave = "open-wave",
        /// Ask about the site of the report.
        AskSiteInformation = "ask-site-information",
        /// Answer about the site of the report.
        AnswerSiteInformation = "answer-site-information",
        /// Ask to tell users before the publication.
        AskUserNotice = "ask-user-notice",
        /// Allow it or not.
        AnswerUserNotice = "answer-user-notice",
        /// Report that users were told.
        ReportUserNotice = "report-user-notice",
        /// Wish to talk directly.
        WishTalk = "wish-talk",
        /// Pass such a wish on.
        PassTalk = "pass-talk",
        /// Consent to it or not.
        AnswerTalk = "answer-talk",
        /// Write between finder and developer.
        WriteDirectly = "write-directly",
        /// Say that the details arrived.
        AcknowledgeReceipt = "acknowledge-receipt",
        /// Write down an enquiry about a publication.
        RecordEnquiry = "record-enquiry",
        /// Answer it.
        AnswerEnquiry = "answer-enquiry",
        /// Sign that a publication is to be withdrawn.
        ProposeWithdrawal = "propose-withdrawal",
        /// Sign it as the other body.
        CoSignWithdrawal = "co-sign-withdrawal",
        /// Do not sign it, or take it back.
        DeclineWithdrawal = "decline-withdrawal",
        /// Bring a new day from a coordinator overseas.
        BringOverseasDay = "bring-overseas-day",
        /// Keep the day that is set.
        KeepDay = "keep-day",
        /// End a case in another one that proved to be the same.
        MergeCase = "merge-case",
    }
}

impl Action {
    /// Whether it is done on a report; everything else is done on a case.
    #[must_use]
    pub const fn is_on_report(self) -> bool {
        matches!(
            self,
            Action::TranscribeReport
                | Action::AcceptReport
                | Action::RejectReport
                | Action::MarkHighImpact
                | Action::WriteOnReport
                | Action::ChangeConsents
                | Action::OwnReport
                | Action::NoteOnReport
                | Action::JoinReport
                | Action::SplitReport
                | Action::ReclassifyReport
                | Action::WithdrawReport
                | Action::ConsultDisclosure
                | Action::AnswerDisclosure
        )
    }

    /// Whose part it is (Ⅳ章 as a whole): nobody else ever does it.
    #[must_use]
    pub const fn belongs_to(self, party: Party) -> bool {
        match self {
            Action::TranscribeReport
            | Action::AcceptReport
            | Action::RejectReport
            | Action::MarkHighImpact
            | Action::OwnReport
            | Action::NoteOnReport
            | Action::HandOver
            | Action::CoSignAdvisory => matches!(party, Party::ReceivingBody),
            Action::WriteOnReport => matches!(party, Party::ReceivingBody | Party::Finder(_)),
            Action::ChangeConsents => matches!(party, Party::Finder(_)),
            Action::OwnCase | Action::NoteOnCase | Action::RateInfluence | Action::WriteBetweenBodies => {
                party.is_staff()
            }
            Action::AddDeveloper
            | Action::RecordContactAttempt
            | Action::SendAnswerLink
            | Action::ReleaseDetails
            | Action::SetDay
            | Action::StartAdvisory
            | Action::EditAdvisory
            | Action::SendPreview
            | Action::ApproveAdvisory => matches!(party, Party::Coordinator),
            Action::ConfirmContact | Action::WriteToDeveloper => {
                matches!(party, Party::Coordinator | Party::Developer(_))
            }
            Action::StateVerification
            | Action::StateCountermeasure
            | Action::StateStatus
            | Action::ProposeDay
            | Action::CommentPreview => matches!(party, Party::Developer(_)),
            Action::Publish => matches!(party, Party::Coordinator | Party::Program),
            Action::JoinReport
            | Action::SplitReport
            | Action::ReclassifyReport
            | Action::AnswerDisclosure
            | Action::ExplainDelay
            | Action::ReleaseNonDisclosure => matches!(party, Party::ReceivingBody),
            Action::WithdrawReport | Action::ConsultDisclosure | Action::AskRelease => {
                matches!(party, Party::Finder(_))
            }
            Action::ReportSignal => party.is_staff() || matches!(party, Party::Developer(_)),
            Action::AdoptSignal => matches!(party, Party::Coordinator),
            Action::CheckSource => party.is_staff(),
            Action::NotifyImpossible | Action::GiveMaterial | Action::ResumeCoordination => {
                matches!(party, Party::Coordinator)
            }
            Action::DeclareConflict => matches!(party, Party::ReceivingBody | Party::Member(_)),
            Action::GiveOpinion => matches!(party, Party::ReceivingBody | Party::Developer(_)),
            Action::GiveView => matches!(party, Party::Developer(_)),
            Action::MarkDebate | Action::Vote => matches!(party, Party::Member(_)),
            Action::JudgeImpossible
            | Action::AskMaterial
            | Action::ConveneCommittee
            | Action::AssessCondition
            | Action::DraftJudgement
            | Action::AnnounceJudgement
            | Action::InviteOpinion
            | Action::HoldHearing
            | Action::ReturnCase
            | Action::PassJudgement
            | Action::AskConfirmation
            | Action::RecordConfirmation
            | Action::AskView
            | Action::SetJudgedDay => matches!(party, Party::ReceivingBody),
            Action::AskFinder
            | Action::NoteAttempt
            | Action::ListName
            | Action::ListProduct
            | Action::AppendDeadline
            | Action::UpdateListing
            | Action::Delist
            | Action::ResumeContact => matches!(party, Party::Coordinator),
            Action::JudgeVerifiability | Action::JudgeHandlingValue | Action::ConsiderIndividually => {
                matches!(party, Party::ReceivingBody)
            }
            Action::DropPublication => matches!(party, Party::Coordinator),
            Action::StopHandling | Action::AnswerSiteInformation => matches!(party, Party::ReceivingBody),
            Action::RecordNda
            | Action::Disclose
            | Action::RecordAnalysis
            | Action::AnalyseInfluence
            | Action::PassTalk => party.is_staff(),
            Action::PassInfluence
            | Action::SetInvolvement
            | Action::PlanWave
            | Action::OpenWave
            | Action::AnswerUserNotice => matches!(party, Party::Coordinator),
            Action::AskSiteInformation
            | Action::AskUserNotice
            | Action::ReportUserNotice
            | Action::AcknowledgeReceipt => matches!(party, Party::Developer(_)),
            Action::WishTalk | Action::WriteDirectly => matches!(party, Party::Finder(_) | Party::Developer(_)),
            Action::RecordEnquiry
            | Action::AnswerEnquiry
            | Action::ProposeWithdrawal
            | Action::CoSignWithdrawal
            | Action::DeclineWithdrawal => party.is_staff(),
            Action::BringOverseasDay | Action::KeepDay => matches!(party, Party::Coordinator),
            Action::MergeCase => matches!(party, Party::ReceivingBody),
            Action::AnswerTalk => party.is_staff() || matches!(party, Party::Finder(_) | Party::Developer(_)),
            Action::ResumeHandling => party.is_staff(),
            Action::RecordRefusal | Action::StateEndOfSupport => {
                matches!(party, Party::Coordinator | Party::Developer(_))
            }
        }
    }

    /// The clause under which it is done, where one says so.
    #[must_use]
    pub const fn clause(self) -> Option<Clause> {
        let id = match self {
            Action::TranscribeReport => "Ⅳ.3.(1).1",
            Action::AcceptReport | Action::RejectReport => "Ⅳ.3.(1).2",
            Action::MarkHighImpact | Action::HandOver => "Ⅳ.3.(1).4",
            Action::WriteOnReport => "Ⅳ.3.(1).8",
            Action::ChangeConsents => "Ⅳ.2.5.ク",
            Action::RateInfluence => "付録4",
            Action::WriteBetweenBodies => "Ⅳ.3.(1).10",
            Action::AddDeveloper | Action::RecordContactAttempt | Action::SendAnswerLink | Action::ReleaseDetails => {
                "Ⅳ.4.2"
            }
            Action::ConfirmContact => "Ⅳ.5.1",
            Action::WriteToDeveloper => "Ⅳ.5.6",
            Action::StateVerification => "Ⅳ.5.2",
            Action::StateCountermeasure | Action::StateStatus => "Ⅳ.5.7",
            Action::ProposeDay => "Ⅳ.5.3",
            Action::SetDay => "Ⅳ.4.3",
            Action::ReportSignal | Action::AdoptSignal => "Ⅳ.4.3.③",
            Action::JoinReport | Action::SplitReport | Action::ReclassifyReport => "Ⅳ.3.(1).2",
            Action::WithdrawReport => "Ⅳ.2.7",
            Action::ConsultDisclosure | Action::AnswerDisclosure => "Ⅳ.2.4",
            Action::AskRelease => "Ⅳ.2.4.第2段",
            Action::ExplainDelay | Action::ReleaseNonDisclosure => "Ⅳ.3.(1).11",

            Action::CheckSource
            | Action::AskFinder
            | Action::NoteAttempt
            | Action::ListName
            | Action::ResumeContact => "Ⅳ.4.2.第6段.1",
            Action::ListProduct | Action::AppendDeadline => "Ⅳ.4.2.第6段.2",
            Action::UpdateListing | Action::Delist => "付録5.1",
            Action::NotifyImpossible => "Ⅳ.4.10",
            Action::JudgeImpossible => "Ⅳ.3.(2).1",
            Action::ConveneCommittee | Action::DeclareConflict => "Ⅳ.3.(2).1.第4段",
            Action::AskMaterial | Action::GiveMaterial | Action::DraftJudgement => "Ⅳ.3.(2).2",
            Action::AnnounceJudgement => "Ⅳ.3.(2).3",
            Action::ReturnCase => "Ⅳ.3.(2).3.第2段",
            Action::InviteOpinion | Action::GiveOpinion | Action::HoldHearing => "Ⅳ.3.(2).4",
            Action::AssessCondition | Action::MarkDebate | Action::Vote | Action::PassJudgement => "Ⅳ.3.(2).5",
            Action::AskConfirmation | Action::RecordConfirmation => "Ⅳ.3.(2).7.ア.1",
            Action::SetJudgedDay => "Ⅳ.3.(2).7.ア.2",
            Action::AskView | Action::GiveView => "Ⅳ.3.(2).7.ア.3",
            Action::ResumeCoordination => "Ⅳ.4.10.第3段",
            Action::JudgeVerifiability | Action::JudgeHandlingValue | Action::ConsiderIndividually => "Ⅳ.3.(1).7.ア",
            Action::DropPublication => "Ⅳ.4.4.第2段",
            Action::StopHandling => "Ⅳ.3.(1).7",
            Action::RecordRefusal => "Ⅳ.3.(2).1.イ",
            Action::StateEndOfSupport => "Ⅳ.5.7",
            Action::RecordNda => "Ⅳ.4.5.第2段",
            Action::Disclose => "Ⅳ.3.(1).5",
            Action::RecordAnalysis | Action::AnalyseInfluence | Action::PassInfluence => "Ⅳ.3.(1).9",
            Action::SetInvolvement | Action::PlanWave | Action::OpenWave => "Ⅳ.4.2.第3段",
            Action::AskSiteInformation | Action::AnswerSiteInformation => "Ⅳ.5.5",
            Action::AskUserNotice | Action::ReportUserNotice => "Ⅳ.5.9.第2段",
            Action::AnswerUserNotice => "Ⅳ.4.9.第2段",
            Action::WishTalk | Action::PassTalk | Action::AnswerTalk | Action::WriteDirectly => "Ⅳ.2.6",
            Action::AcknowledgeReceipt => "付録6.3",
            Action::RecordEnquiry | Action::AnswerEnquiry => "Ⅳ.4.9.第3段",
            Action::BringOverseasDay | Action::KeepDay => "Ⅳ.4.3.②",
            Action::MergeCase => "Ⅳ.3.(1).2",
            Action::StartAdvisory
            | Action::EditAdvisory
            | Action::SendPreview
            | Action::ApproveAdvisory
            | Action::Publish => "Ⅳ.4.9",
            Action::CommentPreview => "Ⅳ.5.7",
            Action::CoSignAdvisory => "Ⅳ.3.(1).13",
            Action::OwnReport
            | Action::NoteOnReport
            | Action::OwnCase
            | Action::NoteOnCase
            | Action::ResumeHandling
            // Taking a publication down is a rule of this program.
            | Action::ProposeWithdrawal
            | Action::CoSignWithdrawal
            | Action::DeclineWithdrawal => return None,
        };
        Some(Clause::new(id))
    }
}
