//! What a report is after all that has happened to it.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::form::{Consents, ReportKind};
use super::problems::Problem;
use crate::ids::{AccountId, BodyId, CaseId, PersonId, ReportId, SiteCaseId};
use crate::text::Language;

pub use super::event::{Attachment, Channel, Condition, Message, ReportEvent, Writer};

/// How far a report is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReportStage {
    /// A person has to read it first.
    NeedsReading,
    /// Waits for the decision.
    Received,
    /// Accepted on that day, as that case.
    Accepted {
        /// Day of acceptance.
        on: Date,
        /// The case.
        case: CaseId,
        /// The reason as sent.
        reason: BodyId,
    },
    /// Not accepted.
    Rejected {
        /// Day.
        on: Date,
        /// The conditions that failed.
        failed: Vec<Condition>,
        /// The reason as sent.
        reason: BodyId,
        /// It was evident that it was obtained illegally.
        illegal: bool,
        /// Where it is published already.
        known_at: String,
    },
    /// Taken back by its finder before it was decided.
    Withdrawn {
        /// Day.
        on: Date,
    },
    /// Accepted on that day, as that website case.
    SiteAccepted {
        /// Day of acceptance.
        on: Date,
        /// The website case.
        site: SiteCaseId,
        /// The reason as sent.
        reason: BodyId,
    },
}

/// The non-disclosure request (情報非開示依頼, Ⅳ.2.4): it begins with the receipt and ends when it is withdrawn, never by
/// itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NonDisclosure {
    /// The finder is asked to keep it to itself.
    #[default]
    InForce,
    /// The finder asked for its withdrawal.
    ReleaseAsked {
        /// On which day.
        on: Date,
    },
    /// Withdrawn: the finder may speak.
    Released {
        /// On which day.
        on: Date,
    },
}

/// A dated message, note or step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Dated<T> {
    /// When.
    pub at: Timestamp,
    /// What.
    pub item: T,
}

/// What a report is after all its events.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReportState {
    /// Its id.
    pub id: ReportId,
    /// Number shown to people.
    pub number: String,
    /// Which form, once known.
    pub kind: Option<ReportKind>,
    /// Language of the finder.
    pub language: Language,
    /// How it came.
    pub channel: Channel,
    /// Whose data it is.
    pub person: PersonId,
    /// The form as it stands.
    pub form: BodyId,
    /// The bytes as they came.
    pub original: Option<BodyId>,
    /// Product or site, and kind.
    pub title: String,
    /// Consents as they stand.
    pub consents: Consents,
    /// What is missing or contradictory.
    pub problems: Vec<Problem>,
    /// Files.
    pub attachments: Vec<Attachment>,
    /// Day of receipt.
    pub received_on: Date,
    /// Instant of receipt.
    pub received_at: Timestamp,
    /// Marked as of large influence.
    pub high_impact: bool,
    /// How far it is.
    pub stage: ReportStage,
    /// Day and instant of acceptance.
    pub accepted: Option<(Date, Timestamp)>,
    /// Further cases, opened for other vulnerabilities or products in it.
    pub further_cases: Vec<CaseId>,
    /// The day on which the finder took it back, whatever has become of it.
    pub withdrawn_on: Option<Date>,
    /// Why the finder took it back, if it said so.
    pub withdrawn_because: Option<BodyId>,
    /// Why it was moved to another form, as sent.
    pub reclassified: Option<BodyId>,
    /// The non-disclosure request.
    pub non_disclosure: NonDisclosure,
    /// What finder and desk said of disclosing it, and of a developer's delay, oldest first.
    pub disclosure_talk: Vec<Dated<(Writer, BodyId)>>,
    /// Whether the finder asked about disclosing it and has no answer yet; a duty of the desk says so.
    pub disclosure_open: bool,
    /// Messages, oldest first.
    pub messages: Vec<Dated<Message>>,
    /// Internal notes of the receiving body.
    pub notes: Vec<Dated<(AccountId, BodyId)>>,
    /// Who at the desk looks after it.
    pub owner: Option<AccountId>,
}

impl ReportState {
    /// The state after a report's events, or `None` when the first is not its receipt.
    #[must_use]
    pub fn replay<'a>(id: ReportId, events: impl IntoIterator<Item = (Timestamp, &'a ReportEvent)>) -> Option<Self> {
        let mut events = events.into_iter();
        let (at, first) = events.next()?;
        let mut state = ReportState::begin(id, at, first)?;
        for (at, event) in events {
            state.evolve(at, event);
        }
        Some(state)
    }

    fn begin(id: ReportId, at: Timestamp, event: &ReportEvent) -> Option<Self> {
        let ReportEvent::ReportReceived {
            number,
            kind,
            language,
            channel,
            person,
            form,
            original,
            title,
            consents,
            problems,
            needs_reading,
            attachments,
            on,
        } = event.clone()
        else {
            return None;
        };
        let stage = if needs_reading { ReportStage::NeedsReading } else { ReportStage::Received };
        Some(ReportState {
            id,
            number,
            kind,
            language,
            channel,
            person,
            form,
            original,
            title,
            consents,
            problems,
            attachments,
            received_on: on,
            received_at: at,
            high_impact: false,
            stage,
            accepted: None,
            further_cases: Vec::new(),
            withdrawn_on: None,
            withdrawn_because: None,
            reclassified: None,
            non_disclosure: NonDisclosure::default(),
            disclosure_talk: Vec::new(),
            disclosure_open: false,
            messages: Vec::new(),
            notes: Vec::new(),
            owner: None,
        })
    }

    /// Takes in one more event.
    pub fn evolve(&mut self, at: Timestamp, event: &ReportEvent) {
        match event.clone() {
            ReportEvent::ReportReceived { .. } => {}
            ReportEvent::ReportTranscribed { kind, form, title, consents, problems } => {
                self.kind = Some(kind);
                self.form = form;
                self.title = title;
                self.consents = consents;
                self.problems = problems;
                self.stage = ReportStage::Received;
            }
            ReportEvent::HighImpactMarked { high } => self.high_impact = high,
            ReportEvent::MessagePosted(item) => self.messages.push(Dated { at, item }),
            ReportEvent::ConsentsChanged { consents } => self.consents = consents,
            ReportEvent::OwnerSet { account } => self.owner = account,
            ReportEvent::NoteAdded { body, by } => self.notes.push(Dated { at, item: (by, body) }),
            ReportEvent::ReportAccepted { on, case, reason } => {
                self.accepted = Some((on, at));
                self.stage = ReportStage::Accepted { on, case, reason };
            }
            ReportEvent::ReportRejected { on, failed, reason, illegal, known_at } => {
                self.stage = ReportStage::Rejected { on, failed, reason, illegal, known_at };
            }
            ReportEvent::ReportWithdrawn { on, reason } => {
                (self.withdrawn_on, self.withdrawn_because) = (Some(on), reason);
                if self.is_undecided() {
                    self.stage = ReportStage::Withdrawn { on };
                }
            }
            ReportEvent::ReportReclassified { kind, reason } => {
                self.kind = Some(kind);
                self.reclassified = Some(reason);
            }
            ReportEvent::ReportSplit { case, .. } => self.further_cases.push(case),
            ReportEvent::ReportMoved { from, case, .. } => self.move_case(from, case),
            ReportEvent::DisclosureConsulted { body } => {
                self.disclosure_open = true;
                self.say_of_disclosure(at, Writer::Finder, body);
            }
            ReportEvent::DisclosureAnswered { body } => {
                self.disclosure_open = false;
                self.say_of_disclosure(at, Writer::Desk, body);
            }
            // Why a developer needs time is no answer to a reason to disclose.
            ReportEvent::DelayExplained { body } => self.say_of_disclosure(at, Writer::Desk, body),
            ReportEvent::ReleaseAsked { on } => self.non_disclosure = NonDisclosure::ReleaseAsked { on },
            ReportEvent::NonDisclosureReleased { on } | ReportEvent::NonDisclosureLapsed { on } => {
                self.non_disclosure = NonDisclosure::Released { on };
            }
            ReportEvent::NonDisclosureAskedAgain { .. } => self.non_disclosure = NonDisclosure::InForce,
            ReportEvent::SiteReportAccepted { on, site, reason } => {
                self.accepted = Some((on, at));
                self.stage = ReportStage::SiteAccepted { on, site, reason };
            }
        }
    }

    fn move_case(&mut self, from: CaseId, to: CaseId) {
        if let ReportStage::Accepted { case, .. } = &mut self.stage
            && *case == from
        {
            *case = to;
        }
        self.further_cases.iter_mut().filter(|case| **case == from).for_each(|case| *case = to);
        let first = self.case();
        let mut seen: Vec<CaseId> = first.into_iter().collect();
        self.further_cases.retain(|case| {
            !seen.contains(case) && {
                seen.push(*case);
                true
            }
        });
    }

    fn say_of_disclosure(&mut self, at: Timestamp, from: Writer, body: BodyId) {
        self.disclosure_talk.push(Dated { at, item: (from, body) });
    }

    /// Whether nothing was decided about it.
    #[must_use]
    pub fn is_undecided(&self) -> bool {
        matches!(self.stage, ReportStage::Received | ReportStage::NeedsReading)
    }

    /// Whether the finder asked about disclosing it and has no answer yet.
    #[must_use]
    pub fn asks_about_disclosure(&self) -> bool {
        self.disclosure_open
    }

    /// Every case that it is handled as, the first one first.
    pub fn cases(&self) -> impl Iterator<Item = CaseId> {
        self.case().into_iter().chain(self.further_cases.iter().copied())
    }

    /// The desk asked something that the finder has not answered.
    #[must_use]
    pub fn waits_for_finder(&self) -> bool {
        let mut since = self.messages.iter().rev().take_while(|m| m.item.from == Writer::Desk);
        since.any(|m| m.item.question)
    }

    /// The finder wrote last.
    #[must_use]
    pub fn waits_for_desk(&self) -> bool {
        self.messages.last().is_some_and(|m| m.item.from == Writer::Finder)
    }

    /// What its finder allows towards a product's developer: what a website's finder said is about the operator
    /// (Ⅴ.2.4.ウ, エ), and nothing of it goes further.
    #[must_use]
    pub fn consents_to_developers(&self) -> Consents {
        if self.kind == Some(ReportKind::Website) { Consents::default() } else { self.consents }
    }

    /// The website case, once accepted as one.
    #[must_use]
    pub fn site(&self) -> Option<SiteCaseId> {
        match self.stage {
            ReportStage::SiteAccepted { site, .. } => Some(site),
            _ => None,
        }
    }

    /// The case, once accepted.
    #[must_use]
    pub fn case(&self) -> Option<CaseId> {
        match self.stage {
            ReportStage::Accepted { case, .. } => Some(case),
            _ => None,
        }
    }
}
