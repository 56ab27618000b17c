//! What a website case is after all that has happened to it.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;

use super::content::{SiteContent, site_of};
use super::event::{Classification, SiteEvent, SiteThread};
use super::lists::{FixCheck, OperatorAnswer, OperatorConsent};
use super::record::{
    Alert, AnswerGiven, Check, Closing, Consent, Leak, Lookup, Operator, OperatorContact, SiteAttempt, SiteDetails,
    SiteDisclosure, SiteMessage, SiteNda, SiteTalk,
};
use crate::coded::coded;
use crate::ids::{AccountId, BodyId, CaseId, ReportId, SiteCaseId};
use crate::influence::Rating;
use crate::party::Party;
use crate::report::state::{Attachment, Dated};

coded! {
    /// How far a website case is, named for what has happened.
    pub enum SiteStage {
        /// Accepted.
        Accepted = "accepted",
        /// Somebody tried to reach the operator.
        Notified = "notified",
        /// The operator confirmed itself.
        Confirmed = "confirmed",
        /// The operator has the details.
        DetailsSent = "details-sent",
        /// The operator says that the flaw is gone.
        FixReported = "fix-reported",
        /// Ended.
        Ended = "ended",
    }
}

/// What a website case is after all its events.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SiteState {
    /// Its id.
    pub id: SiteCaseId,
    /// Number shown to people.
    pub number: String,
    /// Its reports, the first one first.
    pub reports: Vec<ReportId>,
    /// Day of acceptance.
    pub accepted_on: Date,
    /// Key of its edition.
    pub edition: String,
    /// What it says, in the desk's words.
    pub content: SiteContent,
    /// Files of its reports.
    pub attachments: Vec<Attachment>,
    /// Marked as of large influence.
    pub high_impact: bool,
    /// Kind, effects and cause, as last decided.
    pub classification: Option<Classification>,
    /// Ratings, oldest first.
    pub ratings: Vec<Dated<Rating>>,
    /// Who runs the site.
    pub operator: Option<Operator>,
    /// Where an address was looked for.
    pub lookups: Vec<Lookup>,
    /// Attempts to reach the operator.
    pub attempts: Vec<SiteAttempt>,
    /// Who answers for it.
    pub contact: Option<OperatorContact>,
    /// What it was given.
    pub details: Option<SiteDetails>,
    /// The day on which it received them: the months of Ⅴ.4.1 run from here.
    pub received_on: Option<Date>,
    /// What it said, oldest first.
    pub answers: Vec<Dated<AnswerGiven>>,
    /// Messages, oldest first.
    pub messages: Vec<Dated<SiteMessage>>,
    /// Consents that were asked for.
    pub consents: Vec<Consent>,
    /// What the desk found, oldest first.
    pub checks: Vec<Dated<Check>>,
    /// A leak of personal data.
    pub leak: Leak,
    /// To whom the operator handed the details on, and when.
    pub forwards: Vec<(Date, String)>,
    /// Since when none of them sees anything any more, because the operator took it back.
    pub taken_back_on: Option<Date>,
    /// Public alerts that cover it.
    pub alerts: Vec<Alert>,
    /// NDAs.
    pub ndas: Vec<SiteNda>,
    /// Who outside was told.
    pub disclosures: Vec<SiteDisclosure>,
    /// The product's case, if it goes on there, and whether the site is named there.
    pub product: Option<(CaseId, bool)>,
    /// Wishes to talk directly.
    pub talks: Vec<SiteTalk>,
    /// The end, while it lasts.
    pub closing: Option<Closing>,
    /// How often it was taken up again, when and why.
    pub reopened: Vec<(Date, String)>,
    /// Who at the desk looks after it.
    pub owner: Option<AccountId>,
    /// Internal notes of the desk.
    pub notes: Vec<Dated<(AccountId, BodyId)>>,
    /// Everything that happened, oldest first.
    pub history: Vec<Dated<SiteEvent>>,
}

impl SiteState {
    /// The state after a case's events, or `None` when the first is not its opening.
    #[must_use]
    pub fn replay<'a>(id: SiteCaseId, events: impl IntoIterator<Item = (Timestamp, &'a SiteEvent)>) -> Option<Self> {
        let mut events = events.into_iter();
        let (at, first) = events.next()?;
        let mut state = SiteState::begin(id, at, first)?;
        for (at, event) in events {
            state.evolve(at, event);
        }
        Some(state)
    }

    /// The state after the opening.
    #[must_use]
    pub fn begin(id: SiteCaseId, at: Timestamp, event: &SiteEvent) -> Option<Self> {
        let SiteEvent::SiteCaseOpened {
            number, report, accepted_on, edition, content, attachments, high_impact, ..
        } = event.clone()
        else {
            return None;
        };
        Some(SiteState {
            id,
            number,
            reports: vec![report],
            accepted_on,
            edition,
            content,
            attachments,
            high_impact,
            classification: None,
            ratings: Vec::new(),
            operator: None,
            lookups: Vec::new(),
            attempts: Vec::new(),
            contact: None,
            details: None,
            received_on: None,
            answers: Vec::new(),
            messages: Vec::new(),
            consents: Vec::new(),
            checks: Vec::new(),
            leak: Leak::default(),
            forwards: Vec::new(),
            taken_back_on: None,
            alerts: Vec::new(),
            ndas: Vec::new(),
            disclosures: Vec::new(),
            product: None,
            talks: Vec::new(),
            closing: None,
            reopened: Vec::new(),
            owner: None,
            notes: Vec::new(),
            history: vec![Dated { at, item: event.clone() }],
        })
    }

    /// Takes in one more event.
    pub fn evolve(&mut self, at: Timestamp, event: &SiteEvent) {
        self.history.push(Dated { at, item: event.clone() });
        self.take(at, event.clone());
    }

    /// How far it is.
    #[must_use]
    pub fn stage(&self) -> SiteStage {
        if self.closing.is_some() {
            return SiteStage::Ended;
        }
        if self.is_fix_reported() {
            return SiteStage::FixReported;
        }
        match (&self.details, &self.contact, self.attempts.is_empty()) {
            (Some(_), ..) => SiteStage::DetailsSent,
            (None, Some(_), _) => SiteStage::Confirmed,
            (None, None, false) => SiteStage::Notified,
            (None, None, true) => SiteStage::Accepted,
        }
    }

    /// The site, as the same one is recognised.
    #[must_use]
    pub fn site(&self) -> String {
        site_of(&self.content.url)
    }

    /// The rating that holds.
    #[must_use]
    pub fn rating(&self) -> Option<&Rating> {
        self.ratings.last().map(|rating| &rating.item)
    }

    /// What the operator said last.
    #[must_use]
    pub fn answer(&self) -> Option<&Dated<AnswerGiven>> {
        self.answers.last()
    }

    /// Whether the operator's newest word is that the flaw is gone, and the desk has not found it since.
    #[must_use]
    pub fn is_fix_reported(&self) -> bool {
        self.answer().is_some_and(|answer| answer.item.answer.is_fix()) && !self.is_still_there()
    }

    /// Whether the desk found the flaw again after the operator's newest answer.
    #[must_use]
    pub fn is_still_there(&self) -> bool {
        let (Some(answer), Some(check)) = (self.answer(), self.checks.last()) else { return false };
        check.at > answer.at && check.item.result == FixCheck::StillThere
    }

    /// Whether the newest look found the flaw gone, and the operator has not said otherwise since.
    #[must_use]
    pub fn is_seen_gone(&self) -> bool {
        let Some(check) = self.checks.last() else { return false };
        let said_since = self.answer().is_some_and(|answer| answer.at > check.at && !answer.item.answer.is_fix());
        check.item.result == FixCheck::Gone && !said_since
    }

    /// The answer to a consent that was asked for, once given; the newest one holds.
    #[must_use]
    pub fn consented(&self, what: OperatorConsent) -> Option<bool> {
        self.consents.iter().rev().find(|consent| consent.what == what)?.answer.map(|(agrees, _)| agrees)
    }

    /// Whether a consent was asked for and waits for its answer.
    #[must_use]
    pub fn is_asked(&self, what: OperatorConsent) -> bool {
        self.consents.iter().any(|consent| consent.what == what && consent.answer.is_none())
    }

    /// The wish of a party that is not answered yet.
    #[must_use]
    pub fn open_talk(&self, wisher: Party) -> Option<&SiteTalk> {
        self.talks.iter().find(|talk| talk.wisher == wisher && talk.agreed.is_none())
    }

    /// The day of the first attempt to reach the operator.
    #[must_use]
    pub fn first_attempt_on(&self) -> Option<Date> {
        self.attempts.iter().map(|attempt| attempt.on).min()
    }

    /// The day of the newest sign of life of the operator: whatever it said or confirmed itself or by the desk's hand.
    #[must_use]
    pub fn last_word_on(&self) -> Option<Date> {
        let own = Party::SiteOperator(self.id);
        let wrote = self.messages.iter().filter(|message| message.item.from == own).map(|message| message.item.on);
        let days = [self.contact.as_ref().map(|contact| contact.on), self.received_on];
        let consented = self.consents.iter().filter_map(|consent| consent.answer).map(|(_, on)| on);
        let answered = self.answers.iter().map(|answer| answer.item.on.max(answer.item.ready_on.unwrap_or(Date::MIN)));
        let public = self.leak.public.as_ref().map(|(_, _, on)| *on);
        days.into_iter().flatten().chain(wrote).chain(consented).chain(answered).chain(public).max()
    }

    /// Whether the operator waits for the desk: it wrote last in their thread, or cannot go on alone.
    #[must_use]
    pub fn operator_waits(&self) -> bool {
        self.unanswered_message() || self.wants_help()
    }

    /// Whether the operator wrote last.
    #[must_use]
    pub fn unanswered_message(&self) -> bool {
        let newest = self.messages.iter().rev().find(|message| message.item.thread == SiteThread::Operator);
        newest.is_some_and(|message| message.item.from == Party::SiteOperator(self.id))
    }

    /// Whether its newest answer asks for help, and the desk has not written since.
    #[must_use]
    pub fn wants_help(&self) -> bool {
        let Some(answer) = self.answer() else { return false };
        answer.item.answer.asks_for_help() && !self.desk_replied_since(answer.at)
    }

    /// Whether the desk wrote to the operator, or told it what it saw, after an instant.
    #[must_use]
    pub fn desk_replied_since(&self, at: Timestamp) -> bool {
        let wrote = |message: &Dated<SiteMessage>| {
            message.at > at && message.item.from == Party::ReceivingBody && message.item.about.is_none()
        };
        self.messages.iter().any(wrote)
            || self.checks.iter().any(|check| check.at > at && check.item.result == FixCheck::StillThere)
    }

    /// Whether the desk asked something that the operator has not answered: by a message, or by an answer to the whole.
    #[must_use]
    pub fn desk_waits(&self) -> bool {
        let own = Party::SiteOperator(self.id);
        let thread = self.messages.iter().rev().filter(|message| message.item.thread == SiteThread::Operator);
        thread.take_while(|message| message.item.from != own).any(|message| message.item.question)
    }

    /// Whether the newest answer proposes an end that the desk has neither taken up nor questioned.
    #[must_use]
    pub fn answer_to_judge(&self) -> Option<OperatorAnswer> {
        let answer = self.answer()?;
        let decides = answer.item.answer.proposes().is_some() && !self.desk_replied_since(answer.at);
        decides.then_some(answer.item.answer)
    }
}
