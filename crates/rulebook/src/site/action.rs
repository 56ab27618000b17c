//! Everything that somebody can do in a website case, by name.

use crate::clause::Clause;
use crate::coded::coded;
use crate::party::Party;

coded! {
    /// A kind of command in a website case.
    pub enum SiteAction {
        /// Take the case, or give it back.
        Own = "own",
        /// Note something for the own side.
        Note = "note",
        /// Decide kind, effects and cause.
        Classify = "classify",
        /// Rate the influence.
        Rate = "rate",
        /// Join a further report.
        JoinReport = "join-report",
        /// Write down who runs the site.
        IdentifyOperator = "identify-operator",
        /// Write down that a place was looked through.
        CheckSource = "check-source",
        /// Try to reach the operator, without details.
        ContactOperator = "contact-operator",
        /// Write down what became of an attempt.
        NoteAttempt = "note-attempt",
        /// Confirm that the operator was reached.
        ConfirmOperator = "confirm-operator",
        /// Give the operator the details.
        SendDetails = "send-details",
        /// Say that the details arrived.
        ReceiveDetails = "receive-details",
        /// Say what was found or done.
        Answer = "answer",
        /// Write between desk and operator.
        Write = "write",
        /// Ask the operator what may be told to a finder that enquires.
        Consult = "consult",
        /// Ask for a consent.
        AskConsent = "ask-consent",
        /// Consent or not.
        GiveConsent = "give-consent",
        /// Look whether the flaw is gone.
        CheckFix = "check-fix",
        /// Say whether a leak of personal data is feared.
        SuspectLeak = "suspect-leak",
        /// Say that a leak was made public.
        PublishLeak = "publish-leak",
        /// Hand the details on to the contractor who looks after the site.
        Forward = "forward",
        /// End what the contractor can see and do.
        TakeBack = "take-back",
        /// Link a public alert.
        LinkAlert = "link-alert",
        /// Put an NDA on record.
        RecordNda = "record-nda",
        /// Tell somebody outside.
        Disclose = "disclose",
        /// Put on record what came back.
        RecordResult = "record-result",
        /// Hand it over as a product's vulnerability.
        HandToProduct = "hand-to-product",
        /// Wish to talk directly.
        WishTalk = "wish-talk",
        /// Pass such a wish on.
        PassTalk = "pass-talk",
        /// Agree to it or not.
        AnswerTalk = "answer-talk",
        /// Write between finder and operator.
        WriteDirectly = "write-directly",
        /// End the handling.
        Close = "close",
        /// Take it up again.
        Reopen = "reopen",
    }
}

impl SiteAction {
    /// Whose part it is: nobody else ever does it. What an operator says by telephone or letter the desk writes down for
    /// it.
    #[must_use]
    pub const fn belongs_to(self, party: Party) -> bool {
        let desk = matches!(party, Party::ReceivingBody);
        let operator = matches!(party, Party::SiteOperator(_));
        let finder = matches!(party, Party::Finder(_));
        match self {
            SiteAction::ConfirmOperator
            | SiteAction::ReceiveDetails
            | SiteAction::Answer
            | SiteAction::Write
            | SiteAction::GiveConsent
            | SiteAction::PublishLeak => desk || operator,
            SiteAction::Forward | SiteAction::TakeBack => operator,
            SiteAction::AnswerTalk => desk || operator || finder,
            SiteAction::WishTalk | SiteAction::WriteDirectly => operator || finder,
            SiteAction::Own
            | SiteAction::Note
            | SiteAction::Classify
            | SiteAction::Rate
            | SiteAction::JoinReport
            | SiteAction::IdentifyOperator
            | SiteAction::CheckSource
            | SiteAction::ContactOperator
            | SiteAction::NoteAttempt
            | SiteAction::SendDetails
            | SiteAction::Consult
            | SiteAction::AskConsent
            | SiteAction::CheckFix
            | SiteAction::SuspectLeak
            | SiteAction::LinkAlert
            | SiteAction::RecordNda
            | SiteAction::Disclose
            | SiteAction::RecordResult
            | SiteAction::HandToProduct
            | SiteAction::PassTalk
            | SiteAction::Close
            | SiteAction::Reopen => desk,
        }
    }

    /// The clause under which it is done, where one says so.
    #[must_use]
    pub const fn clause(self) -> Option<Clause> {
        let id = match self {
            SiteAction::Own | SiteAction::Note | SiteAction::Reopen => return None,
            SiteAction::Classify => "Ⅴ.3.11",
            SiteAction::Rate => "付録4",
            SiteAction::JoinReport => "Ⅴ.3.2",
            SiteAction::IdentifyOperator
            | SiteAction::CheckSource
            | SiteAction::ContactOperator
            | SiteAction::NoteAttempt
            | SiteAction::ConfirmOperator
            | SiteAction::SendDetails => "Ⅴ.3.5",
            SiteAction::ReceiveDetails | SiteAction::Answer => "Ⅴ.4.1",
            SiteAction::Write => "Ⅴ.4.2",
            SiteAction::Consult => "Ⅴ.3.6",
            SiteAction::AskConsent | SiteAction::GiveConsent => "Ⅴ.3.5",
            SiteAction::CheckFix => "Ⅴ.3.10",
            SiteAction::SuspectLeak => "Ⅴ.3.7.エ",
            SiteAction::PublishLeak => "Ⅴ.4.5",
            SiteAction::Forward | SiteAction::TakeBack => "Ⅴ.4.4.但書",
            SiteAction::LinkAlert => "Ⅴ.3.4.オ",
            SiteAction::RecordNda | SiteAction::Disclose | SiteAction::RecordResult => "Ⅴ.3.7",
            SiteAction::HandToProduct => "Ⅴ.3.8",
            SiteAction::WishTalk | SiteAction::PassTalk | SiteAction::AnswerTalk | SiteAction::WriteDirectly => "Ⅴ.2.5",
            SiteAction::Close => "Ⅴ.3.4",
        };
        Some(Clause::new(id))
    }

    /// Whether it can still be done after the end: figures are corrected, talk goes on, results come in, and a case is
    /// taken up again.
    #[must_use]
    pub const fn outlives_the_end(self) -> bool {
        matches!(
            self,
            SiteAction::Own
                | SiteAction::Note
                | SiteAction::Classify
                | SiteAction::Write
                | SiteAction::TakeBack
                | SiteAction::RecordResult
                | SiteAction::Reopen
        )
    }
}
