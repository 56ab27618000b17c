//! Why something is not done: a refusal says what stands against it and which clause asks so.

use serde::Serialize;

use crate::clause::Clause;
use crate::coded::coded;

/// A command that the rules do not allow now. Made of nothing but what its giver may see.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Refusal {
    /// What stands against it.
    pub why: Why,
    /// The clause, where one asks for it.
    pub clause: Option<Clause>,
}

coded! {
    /// What stands against a command.
    pub enum Why {
        /// Somebody else's part: this party never does it.
        NotYours = "not-yours",
        /// The report waits to be read by a person first.
        NeedsReading = "needs-reading",
        /// The report was decided already.
        AlreadyDecided = "already-decided",
        /// It was read already.
        AlreadyRead = "already-read",
        /// All five conditions are to be confirmed before accepting.
        ConditionsOpen = "conditions-open",
        /// A report is not accepted only when a condition fails: say which.
        NoConditionFails = "no-condition-fails",
        /// The reason is sent with the decision: write it.
        ReasonMissing = "reason-missing",
        /// Nothing was written.
        TextMissing = "text-missing",
        /// Longer than can be taken.
        TextTooLong = "text-too-long",
        /// Sites are handled by the website track.
        WebsiteTrack = "website-track",
        /// The case was handed over already.
        AlreadyHandedOver = "already-handed-over",
        /// The case is not handed over to the coordinator yet.
        NotHandedOver = "not-handed-over",
        /// The copy to hand over names no product or says nothing.
        CopyEmpty = "copy-empty",
        /// The developer is on the case already.
        DeveloperThere = "developer-there",
        /// No such developer on this case.
        NoSuchDeveloper = "no-such-developer",
        /// Nobody was contacted yet.
        NobodyContacted = "nobody-contacted",
        /// This developer was not contacted yet.
        NotContacted = "not-contacted",
        /// The contact is confirmed already.
        AlreadyConfirmed = "already-confirmed",
        /// The contact is not confirmed yet: details go only to a confirmed contact.
        ContactNotConfirmed = "contact-not-confirmed",
        /// The details were sent already.
        DetailsAlreadySent = "details-already-sent",
        /// The details were not sent yet.
        DetailsNotSent = "details-not-sent",
        /// More is released than the receiving body approved.
        BeyondApproved = "beyond-approved",
        /// A contact cannot lie in the future.
        InTheFuture = "in-the-future",
        /// A contact cannot lie before the case.
        TooEarly = "too-early",
        /// A publication day cannot lie in the past.
        DayPast = "day-past",
        /// It is that day already.
        SameDay = "same-day",
        /// A changed day needs its reason.
        ChangeWithoutReason = "change-without-reason",
        /// No publication day is set.
        NoDay = "no-day",
        /// The publication day has not come.
        DayNotCome = "day-not-come",
        /// There is an advisory already.
        AdvisoryThere = "advisory-there",
        /// There is no advisory yet.
        NoAdvisory = "no-advisory",
        /// The advisory lacks something that must be said.
        AdvisoryIncomplete = "advisory-incomplete",
        /// The developers have not been shown the text.
        NotPreviewed = "not-previewed",
        /// The coordinator has not approved this text.
        NotApproved = "not-approved",
        /// The coordinator approved this text already.
        AlreadyApproved = "already-approved",
        /// The receiving body has not co-signed this text.
        NotCoSigned = "not-co-signed",
        /// The receiving body co-signed already.
        AlreadyCoSigned = "already-co-signed",
        /// It is published; changes go through an update.
        AlreadyPublished = "already-published",
        /// Nothing changed since the last revision.
        NothingChanged = "nothing-changed",
        /// An update says what changed.
        SummaryMissing = "summary-missing",
        /// Not published yet.
        NotPublished = "not-published",
        /// The consent is missing.
        NoConsent = "no-consent",
        /// The answer is neither yes nor no.
        AnswerUnclear = "answer-unclear",
        /// What is written cannot be used (address, vector, link).
        Unusable = "unusable",
        /// Nothing was seen outside that would press for it.
        NoSignal = "no-signal",
        /// Where only some developers reported, say which similar cases the day rests on.
        BasisMissing = "basis-missing",
        /// The report was not accepted, so there is nothing to split.
        NotAccepted = "not-accepted",
        /// The finder took it back already.
        AlreadyWithdrawn = "already-withdrawn",
        /// The non-disclosure request was withdrawn already.
        AlreadyReleased = "already-released",
        /// Nobody asked for it.
        NothingAsked = "nothing-asked",
        /// It was said already.
        SaidAlready = "said-already",
        /// A year has not passed since day zero.
        ReleaseTooEarly = "release-too-early",
        /// The time that has to pass first has not passed.
        TooSoon = "too-soon",
        /// The checklist of where to look is not worked through.
        ChecklistOpen = "checklist-open",
        /// Not everything that is known was tried often enough.
        MeansLeft = "means-left",
        /// The developer answered, or nobody has tried since.
        DeveloperAnswered = "developer-answered",
        /// The developer is not on the list, or its product is not.
        NotListed = "not-listed",
        /// It is there already.
        AlreadyListed = "already-listed",
        /// The row does not say who is meant.
        NobodyNamed = "nobody-named",
        /// The text would tell of the case.
        TellsOfCase = "tells-of-case",
        /// Nobody asked for it.
        NotAsked = "not-asked",
        /// It was asked already, or there is nobody to ask.
        AlreadyAsked = "already-asked",
        /// There is nothing to weigh by the table.
        NothingToWeigh = "nothing-to-weigh",
        /// The case has ended.
        HandlingEnded = "handling-ended",
        /// The publication was dropped.
        PublicationDropped = "publication-dropped",
        /// Neither the case nor its publication has ended.
        NotEnded = "not-ended",
        /// This ground rests on the word of a developer: say which.
        NobodySaidSo = "nobody-said-so",
        /// The influence is not rated as small.
        NotSimple = "not-simple",
        /// The coordinator has not confirmed that every user is told.
        NotConfirmed = "not-confirmed",
        /// Only a judgement ends a case so.
        NotJudged = "not-judged",
        /// "Stop using it" is for products whose support has ended.
        SupportNotEnded = "support-not-ended",
        /// No judgement is under way in which this could be done.
        NoRound = "no-round",
        /// A step before it is missing.
        StepMissing = "step-missing",
        /// It is done already.
        AlreadyDone = "already-done",
        /// It rests while the committee judges, or follows what was judged.
        AtCommittee = "at-committee",
        /// The developer could not be reached: this is not done.
        NotForUnreachable = "not-for-unreachable",
        /// A member has an interest in the case.
        Conflicted = "conflicted",
        /// Not a member of this committee.
        NotSeated = "not-seated",
        /// The decision does not fit what was found of the four conditions.
        ConditionsUnmet = "conditions-unmet",
        /// The developer has reported nothing new.
        NothingNew = "nothing-new",
        /// No refusal of the developer is on record.
        NoRefusal = "no-refusal",
        /// No NDA with the recipient is on record that holds today.
        NdaMissing = "nda-missing",
        /// Those concerned have not consented: say who did, and how.
        ConsentMissing = "consent-missing",
        /// The wave of this developer is not open yet.
        WaveNotOpen = "wave-not-open",
        /// The two have not agreed to talk directly.
        NotAgreed = "not-agreed",
        /// The report is not one of a website.
        NotWebsite = "not-website",
        /// This ground rests on what the operator said: it has not said so.
        OperatorDidNotSaySo = "operator-did-not-say-so",
        /// The operator waits for an answer first.
        OperatorWaits = "operator-waits",
        /// The kind of flaw and its cause are not decided, or speak against it.
        CauseOpen = "cause-open",
        /// No public alert is on record.
        AlertMissing = "alert-missing",
        /// This ground needs an operator of another kind.
        OtherOperator = "other-operator",
        /// The operator is at work: nothing shows that it does nothing.
        OperatorActs = "operator-acts",
        /// What is handed over would tell which site it is.
        TellsOfSite = "tells-of-site",
        /// The case is not handed over as a product's.
        NotHandedToProduct = "not-handed-to-product",
        /// A finder still stands by its report.
        NotWithdrawn = "not-withdrawn",
        /// The reason for the operator is missing.
        OperatorReasonMissing = "operator-reason-missing",
        /// The publication was withdrawn: its number and its place stay as they are.
        PublicationWithdrawn = "publication-withdrawn",
        /// A withdrawal waits for the other body already.
        WithdrawalProposed = "withdrawal-proposed",
        /// No withdrawal waits for a signature.
        NoWithdrawal = "no-withdrawal",
        /// The other body signs it.
        OwnWithdrawal = "own-withdrawal",
        /// No day from overseas stands against the one that is set.
        NoOverseasDay = "no-overseas-day",
        /// It is the same case.
        SameCase = "same-case",
        /// The other case is farther: merge this way round.
        MergeOtherWay = "merge-other-way",
        /// It is handled as another case.
        CaseMoved = "case-moved",
        /// The term of a member who is called does not hold on the day of the meeting.
        TermOver = "term-over",
        /// The same person signed for the other body.
        SamePerson = "same-person",
    }
}

impl Why {
    /// Message key: `refusal-` and the word.
    #[must_use]
    pub fn key(self) -> String {
        format!("refusal-{}", self.word())
    }
}

impl Refusal {
    /// A refusal with the clause that asks for it.
    #[must_use]
    pub const fn under(clause: Clause, why: Why) -> Self {
        Refusal { why, clause: Some(clause) }
    }

    /// A refusal that follows from how the program works, not from a clause.
    #[must_use]
    pub const fn plain(why: Why) -> Self {
        Refusal { why, clause: None }
    }
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.clause {
            Some(clause) => write!(f, "refused: {} ({clause})", self.why.key()),
            None => write!(f, "refused: {}", self.why.key()),
        }
    }
}

impl std::error::Error for Refusal {}

/// `Err` unless `holds`.
pub(crate) fn require(holds: bool, refusal: Refusal) -> Result<(), Refusal> {
    if holds { Ok(()) } else { Err(refusal) }
}
