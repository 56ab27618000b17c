//! What has happened to a report, and what that makes of it.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::form::{Consents, ReportKind};
use super::problems::Problem;
use crate::ids::{AccountId, AttachmentId, BodyId, CaseId, PersonId, ReportId};
use crate::text::Language;

/// The way a report came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// The form on the web.
    WebForm,
    /// A text form.
    TextForm,
    /// An e-mail.
    Mail,
}

/// A sealed file: what it is called, how large it is. The bytes lie in the attachment store.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// Where the bytes are.
    pub id: AttachmentId,
    /// Cleaned file name.
    pub name: String,
    /// Size in bytes.
    pub size: u64,
}

/// One of the five conditions of acceptance (Ⅳ.3.(1).2.ア–オ, Ⅴ.3.2.ア–オ).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    /// ア All items are there.
    Complete,
    /// イ No contradiction.
    Consistent,
    /// ウ Inside the scope (Ⅲ).
    InScope,
    /// エ What is written is, if true, a vulnerability.
    IsVulnerability,
    /// オ Not known already (published; for a site: fixed by the operator).
    NotKnown,
}

impl Condition {
    /// All five, in the order of the clause.
    pub const ALL: [Condition; 5] = [
        Condition::Complete,
        Condition::Consistent,
        Condition::InScope,
        Condition::IsVulnerability,
        Condition::NotKnown,
    ];

    /// Stable word for message keys and inputs.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Condition::Complete => "complete",
            Condition::Consistent => "consistent",
            Condition::InScope => "in_scope",
            Condition::IsVulnerability => "is_vulnerability",
            Condition::NotKnown => "not_known",
        }
    }

    /// The clause of a product report.
    #[must_use]
    pub const fn clause(self) -> crate::clause::Clause {
        crate::clause::Clause::new(match self {
            Condition::Complete => "Ⅳ.3.(1).2.ア",
            Condition::Consistent => "Ⅳ.3.(1).2.イ",
            Condition::InScope => "Ⅳ.3.(1).2.ウ",
            Condition::IsVulnerability => "Ⅳ.3.(1).2.エ",
            Condition::NotKnown => "Ⅳ.3.(1).2.オ",
        })
    }
}

/// Who wrote a message between finder and desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Writer {
    /// The finder.
    Finder,
    /// The desk of the receiving body.
    Desk,
}

/// A message between finder and desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// Who wrote it.
    pub from: Writer,
    /// The sealed text.
    pub body: BodyId,
    /// Whether an answer is asked for.
    pub question: bool,
    /// Files that came with it.
    #[serde(default)]
    pub attachments: Vec<Attachment>,
}

/// What can happen to a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub enum ReportEvent {
    /// It came in, and the non-disclosure request (情報非開示依頼) began.
    ReportReceived {
        /// Number shown to people.
        number: String,
        /// Which form; `None` when it cannot be told yet.
        kind: Option<ReportKind>,
        /// Language of the finder.
        language: Language,
        /// How it came.
        channel: Channel,
        /// Whose data the form is.
        person: PersonId,
        /// The form as taken in, under the person's key.
        form: BodyId,
        /// The bytes as they came, under the person's key (text forms and mails).
        original: Option<BodyId>,
        /// Product or site, and kind.
        title: String,
        /// The three consents.
        consents: Consents,
        /// What is missing or contradictory.
        problems: Vec<Problem>,
        /// Whether a person has to read it first.
        needs_reading: bool,
        /// Files.
        attachments: Vec<Attachment>,
        /// Day of receipt.
        on: Date,
    },
    /// A person read it and typed the form.
    ReportTranscribed {
        /// Which form.
        kind: ReportKind,
        /// The form as typed.
        form: BodyId,
        /// Product or site, and kind.
        title: String,
        /// The consents as read.
        consents: Consents,
        /// What is still missing.
        problems: Vec<Problem>,
    },
    /// The desk marked it as of large influence, or not (Ⅳ.3.(1).4).
    HighImpactMarked {
        /// Whether it is.
        high: bool,
    },
    /// A message between finder and desk.
    MessagePosted(Message),
    /// The finder changed what may be done with its name.
    ConsentsChanged {
        /// The new consents.
        consents: Consents,
    },
    /// Somebody at the desk took it, or gave it back.
    OwnerSet {
        /// The account, if any.
        account: Option<AccountId>,
    },
    /// An internal note of the receiving body.
    NoteAdded {
        /// The sealed text.
        body: BodyId,
        /// Who wrote it.
        by: AccountId,
    },
    /// Accepted (受理); a case was opened.
    ReportAccepted {
        /// Day of acceptance (受理日).
        on: Date,
        /// The case.
        case: CaseId,
        /// The reason as sent.
        reason: BodyId,
    },
    /// Not accepted (不受理).
    ReportRejected {
        /// Day.
        on: Date,
        /// The conditions that fail.
        failed: Vec<Condition>,
        /// The reason as sent.
        reason: BodyId,
        /// It is evident that it was obtained illegally (Ⅳ.3.(1).3).
        #[serde(default)]
        illegal: bool,
        /// Where it is published already, for the finder to read (Ⅳ.3.(1).2.オ).
        #[serde(default)]
        known_at: String,
    },
    /// The finder took it back.
    ReportWithdrawn {
        /// Day.
        on: Date,
        /// Its reason, if it gives one.
        reason: Option<BodyId>,
    },
    /// It belongs to the other track, or to the developers' form.
    ReportReclassified {
        /// Which form it is handled as.
        kind: ReportKind,
        /// The reason, as sent to the finder.
        reason: BodyId,
    },
    /// Another case was opened for another vulnerability or product in it.
    ReportSplit {
        /// Day.
        on: Date,
        /// The further case.
        case: CaseId,
    },
    /// The finder sees a good reason to disclose and asks about it first (Ⅳ.2.4).
    DisclosureConsulted {
        /// The sealed text.
        body: BodyId,
    },
    /// The desk said what it thinks of that reason.
    DisclosureAnswered {
        /// The sealed text.
        body: BodyId,
    },
    /// The finder asks to be released from the non-disclosure request (Ⅳ.2.4.第2段).
    ReleaseAsked {
        /// Day.
        on: Date,
    },
    /// The desk explained why the developer still needs time (Ⅳ.3.(1).11).
    DelayExplained {
        /// The sealed text.
        body: BodyId,
    },
    /// The non-disclosure request was withdrawn (Ⅳ.3.(1).11).
    NonDisclosureReleased {
        /// Day.
        on: Date,
    },
}

impl ReportEvent {
    /// Name of the event in the journal's clear header.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            ReportEvent::ReportReceived { .. } => "ReportReceived",
            ReportEvent::ReportTranscribed { .. } => "ReportTranscribed",
            ReportEvent::HighImpactMarked { .. } => "HighImpactMarked",
            ReportEvent::MessagePosted(_) => "MessagePosted",
            ReportEvent::ConsentsChanged { .. } => "ConsentsChanged",
            ReportEvent::OwnerSet { .. } => "OwnerSet",
            ReportEvent::NoteAdded { .. } => "NoteAdded",
            ReportEvent::ReportAccepted { .. } => "ReportAccepted",
            ReportEvent::ReportRejected { .. } => "ReportRejected",
            ReportEvent::ReportWithdrawn { .. } => "ReportWithdrawn",
            ReportEvent::ReportReclassified { .. } => "ReportReclassified",
            ReportEvent::ReportSplit { .. } => "ReportSplit",
            ReportEvent::DisclosureConsulted { .. } => "DisclosureConsulted",
            ReportEvent::DisclosureAnswered { .. } => "DisclosureAnswered",
            ReportEvent::ReleaseAsked { .. } => "ReleaseAsked",
            ReportEvent::DelayExplained { .. } => "DelayExplained",
            ReportEvent::NonDisclosureReleased { .. } => "NonDisclosureReleased",
        }
    }
}

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
            ReportEvent::DisclosureConsulted { body } => self.say_of_disclosure(at, Writer::Finder, body),
            ReportEvent::DisclosureAnswered { body } | ReportEvent::DelayExplained { body } => {
                self.say_of_disclosure(at, Writer::Desk, body);
            }
            ReportEvent::ReleaseAsked { on } => self.non_disclosure = NonDisclosure::ReleaseAsked { on },
            ReportEvent::NonDisclosureReleased { on } => self.non_disclosure = NonDisclosure::Released { on },
        }
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
        self.disclosure_talk.last().is_some_and(|said| said.item.0 == Writer::Finder)
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

    /// The case, once accepted.
    #[must_use]
    pub fn case(&self) -> Option<CaseId> {
        match self.stage {
            ReportStage::Accepted { case, .. } => Some(case),
            _ => None,
        }
    }
}
