//! Why something is not done: a refusal says what stands against it and which clause asks so.

use serde::Serialize;

use crate::clause::Clause;

/// A command that the rules do not allow now. Made of nothing but what its giver may see.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Refusal {
    /// What stands against it.
    pub why: Why,
    /// The clause, where one asks for it.
    pub clause: Option<Clause>,
}

/// What stands against a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Somebody else's part: this party never does it.
    NotYours,
    /// The report waits to be read by a person first.
    NeedsReading,
    /// The report was decided already.
    AlreadyDecided,
    /// It was read already.
    AlreadyRead,
    /// All five conditions are to be confirmed before accepting.
    ConditionsOpen,
    /// A report is not accepted only when a condition fails: say which.
    NoConditionFails,
    /// The reason is sent with the decision: write it.
    ReasonMissing,
    /// Nothing was written.
    TextMissing,
    /// Longer than can be taken.
    TextTooLong,
    /// Sites are handled by the website track.
    WebsiteTrack,
    /// The case was handed over already.
    AlreadyHandedOver,
    /// The case is not handed over to the coordinator yet.
    NotHandedOver,
    /// The copy to hand over names no product or says nothing.
    CopyEmpty,
    /// The developer is on the case already.
    DeveloperThere,
    /// No such developer on this case.
    NoSuchDeveloper,
    /// Nobody was contacted yet.
    NobodyContacted,
    /// This developer was not contacted yet.
    NotContacted,
    /// The contact is confirmed already.
    AlreadyConfirmed,
    /// The contact is not confirmed yet: details go only to a confirmed contact.
    ContactNotConfirmed,
    /// The details were sent already.
    DetailsAlreadySent,
    /// The details were not sent yet.
    DetailsNotSent,
    /// More is released than the receiving body approved.
    BeyondApproved,
    /// A contact cannot lie in the future.
    InTheFuture,
    /// A contact cannot lie before the case.
    TooEarly,
    /// A publication day cannot lie in the past.
    DayPast,
    /// It is that day already.
    SameDay,
    /// A changed day needs its reason.
    ChangeWithoutReason,
    /// No publication day is set.
    NoDay,
    /// The publication day has not come.
    DayNotCome,
    /// There is an advisory already.
    AdvisoryThere,
    /// There is no advisory yet.
    NoAdvisory,
    /// The advisory lacks something that must be said.
    AdvisoryIncomplete,
    /// The developers have not been shown the text.
    NotPreviewed,
    /// The coordinator has not approved this text.
    NotApproved,
    /// The coordinator approved this text already.
    AlreadyApproved,
    /// The receiving body has not co-signed this text.
    NotCoSigned,
    /// The receiving body co-signed already.
    AlreadyCoSigned,
    /// It is published; changes go through an update.
    AlreadyPublished,
    /// Nothing changed since the last revision.
    NothingChanged,
    /// An update says what changed.
    SummaryMissing,
    /// Not published yet.
    NotPublished,
    /// The consent is missing.
    NoConsent,
    /// The answer is neither yes nor no.
    AnswerUnclear,
    /// What is written cannot be used (address, vector, link).
    Unusable,
}

impl Why {
    /// All of them, in the order in which they stand above.
    pub const ALL: [Why; 44] = [
        Why::NotYours,
        Why::NeedsReading,
        Why::AlreadyDecided,
        Why::AlreadyRead,
        Why::ConditionsOpen,
        Why::NoConditionFails,
        Why::ReasonMissing,
        Why::TextMissing,
        Why::TextTooLong,
        Why::WebsiteTrack,
        Why::AlreadyHandedOver,
        Why::NotHandedOver,
        Why::CopyEmpty,
        Why::DeveloperThere,
        Why::NoSuchDeveloper,
        Why::NobodyContacted,
        Why::NotContacted,
        Why::AlreadyConfirmed,
        Why::ContactNotConfirmed,
        Why::DetailsAlreadySent,
        Why::DetailsNotSent,
        Why::BeyondApproved,
        Why::InTheFuture,
        Why::TooEarly,
        Why::DayPast,
        Why::SameDay,
        Why::ChangeWithoutReason,
        Why::NoDay,
        Why::DayNotCome,
        Why::AdvisoryThere,
        Why::NoAdvisory,
        Why::AdvisoryIncomplete,
        Why::NotPreviewed,
        Why::NotApproved,
        Why::AlreadyApproved,
        Why::NotCoSigned,
        Why::AlreadyCoSigned,
        Why::AlreadyPublished,
        Why::NothingChanged,
        Why::SummaryMissing,
        Why::NotPublished,
        Why::NoConsent,
        Why::AnswerUnclear,
        Why::Unusable,
    ];

    /// Message key: `refusal-` and the word.
    #[must_use]
    pub fn key(self) -> String {
        let debug = format!("{self:?}");
        let mut key = String::from("refusal");
        for c in debug.chars() {
            if c.is_ascii_uppercase() {
                key.push('-');
            }
            key.push(c.to_ascii_lowercase());
        }
        key
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
