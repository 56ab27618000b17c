//! What a case is after all its events.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;

use super::aftercare::Aftercare;
use super::arrival::{ArrivalEvent, Arrivals, Overseas};
use super::content::CaseContent;
use super::ending::{Ending, EndingEvent};
use super::event::{
    AttemptOutcome, CaseEvent, ContactMeans, Countermeasure, Origin, StatusStatement, Thread, Verification,
};
use super::judgement::Judgement;
use super::outreach::Outreach;
use super::reach::{Reach, ReachEvent, ReachSide};
use super::schedule::{Schedule, Weighing};
use crate::coded::coded;
use crate::edition::Edition;
use crate::ids::{AccountId, AdvisoryId, AttachmentId, BodyId, CaseId, DeveloperId, ReportId};
use crate::influence::Rating;
use crate::party::Party;
use crate::report::form::Consents;
use crate::report::state::{Attachment, Dated};
use crate::text::Language;

coded! {
    /// How far a case is, named for what has happened. Every party may know it (decision 11).
    pub enum Stage {
        /// Accepted (受理).
        Accepted = "accepted",
        /// With the coordinator.
        HandedOver = "handed-over",
        /// A developer was contacted: day zero has begun.
        Contacted = "contacted",
        /// A developer has the details.
        DetailsSent = "details-sent",
        /// A developer stated its result.
        Verified = "verified",
        /// A publication day is set.
        DateAgreed = "date-agreed",
        /// Published.
        Published = "published",
        /// Ended without a publication.
        Ended = "ended",
    }
}

/// A logged attempt to reach a developer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Attempt {
    /// By what means.
    pub means: ContactMeans,
    /// Where to.
    pub to: String,
    /// On which day.
    pub on: Date,
    /// What came of it.
    pub outcome: AttemptOutcome,
    /// Anything worth keeping.
    pub note: String,
}

/// A confirmed contact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Contact {
    /// Day of the confirmation.
    pub on: Date,
    /// Who answers.
    pub person: String,
    /// At which address.
    pub mail: String,
    /// Confirmed by the developer itself.
    pub by_developer: bool,
}

/// The copy that a party was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Copy {
    /// Day.
    pub on: Date,
    /// The text.
    pub content: CaseContent,
    /// The files.
    pub attachments: Vec<AttachmentId>,
    /// Whether the finder's name and contact came along.
    pub finder_named: bool,
}

/// A proposal or comment on the publication day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Proposal {
    /// The day, if it names one.
    pub day: Option<Date>,
    /// Its reason.
    pub comment: String,
}

/// A message inside the case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CaseMessage {
    /// Between whom.
    pub thread: Thread,
    /// Who wrote it.
    pub from: Party,
    /// The sealed text.
    pub body: BodyId,
    /// Files that came with it.
    pub attachments: Vec<Attachment>,
}

/// Everything between the coordinator and one developer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DeveloperSide {
    /// The developer.
    pub id: DeveloperId,
    /// Its name in the register.
    pub name: String,
    /// Attempts to reach it, oldest first.
    pub attempts: Vec<Attempt>,
    /// Addresses to which a one-time link went.
    pub links: Vec<Dated<String>>,
    /// The confirmed contact.
    pub contact: Option<Contact>,
    /// The details that it has.
    pub details: Option<Copy>,
    /// Its newest verification result.
    pub verification: Option<Dated<Verification>>,
    /// Its newest countermeasure.
    pub countermeasure: Option<Dated<Countermeasure>>,
    /// Its newest status.
    pub status: Option<Dated<StatusStatement>>,
    /// Its proposals for the day.
    pub proposals: Vec<Dated<Proposal>>,
    /// Where it was looked for, and where it stands on the list.
    pub reach: ReachSide,
}

impl DeveloperSide {
    fn new(id: DeveloperId, name: String) -> Self {
        DeveloperSide {
            id,
            name,
            attempts: Vec::new(),
            links: Vec::new(),
            contact: None,
            details: None,
            verification: None,
            countermeasure: None,
            status: None,
            proposals: Vec::new(),
            reach: ReachSide::default(),
        }
    }

    /// The day of the first attempt to reach it (decision 6).
    #[must_use]
    pub fn first_attempt_on(&self) -> Option<Date> {
        self.attempts.iter().map(|attempt| attempt.on).min()
    }
}

/// A publication day as set at some time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DaySet {
    /// The day.
    pub day: Date,
    /// The reason of a change.
    pub reason: String,
    /// What was weighed.
    pub weighed: Weighing,
    /// Whether it fell because the publication was dropped.
    pub dropped: bool,
}

/// A publication.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Publication {
    /// 1 for the first.
    pub revision: u32,
    /// When.
    pub at: Timestamp,
}

/// What a case is after all its events.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CaseState {
    /// Its id.
    pub id: CaseId,
    /// Number shown to people.
    pub number: String,
    /// The reports that it handles; one at first.
    pub reports: Vec<ReportId>,
    /// Where it comes from.
    pub origin: Origin,
    /// The coordinator overseas that it came from.
    pub overseas: Option<Overseas>,
    /// Language of the finder.
    pub language: Language,
    /// Day of acceptance.
    pub accepted_on: Date,
    /// Key of its edition.
    pub edition: String,
    /// What the desk approved at acceptance.
    pub content: CaseContent,
    /// Files of the report.
    pub attachments: Vec<Attachment>,
    /// The finder's consents when the case was opened.
    pub consents: Consents,
    /// Marked as of large influence at the desk.
    pub high_impact: bool,
    /// The day that the developer wishes (own product).
    pub wished_day: Option<Date>,
    /// Who at the receiving body looks after it.
    pub receiving_owner: Option<AccountId>,
    /// Who at the coordinator looks after it.
    pub coordinator_owner: Option<AccountId>,
    /// Internal notes, each of one side.
    pub notes: Vec<Dated<(Party, AccountId, BodyId)>>,
    /// Ratings, the newest last.
    pub ratings: Vec<Dated<Rating>>,
    /// The copy that the coordinator has.
    pub handed_over: Option<Copy>,
    /// Developers, in the order in which they came.
    pub developers: Vec<DeveloperSide>,
    /// Publication days as set, the one that holds last.
    pub days: Vec<Dated<DaySet>>,
    /// Messages.
    pub messages: Vec<Dated<CaseMessage>>,
    /// The advisory.
    pub advisory: Option<(AdvisoryId, String)>,
    /// Publications, oldest first.
    pub publications: Vec<Publication>,
    /// What bears on the day from outside.
    pub schedule: Schedule,
    /// What was judged of a case whose developer cannot be reached.
    pub reach: Reach,
    /// Rounds of judgement on publication.
    pub judgement: Judgement,
    /// Whether and how it has ended.
    pub ending: Ending,
    /// Who else is told, and who talks.
    pub outreach: Outreach,
    /// What came in beside further reports.
    pub arrivals: Arrivals,
    /// What comes after the publication.
    pub aftercare: Aftercare,
    /// Everything dated, for the timeline: index into time of what happened.
    pub history: Vec<Dated<CaseEvent>>,
}

impl CaseState {
    /// The state after a case's events, or `None` when the first is not its opening.
    #[must_use]
    pub fn replay<'a>(id: CaseId, events: impl IntoIterator<Item = (Timestamp, &'a CaseEvent)>) -> Option<Self> {
        let mut events = events.into_iter();
        let (at, first) = events.next()?;
        let mut state = CaseState::begin(id, at, first)?;
        for (at, event) in events {
            state.evolve(at, event);
        }
        Some(state)
    }

    /// The state after its opening, or `None` when the event is something else.
    #[must_use]
    pub fn begin(id: CaseId, at: Timestamp, event: &CaseEvent) -> Option<Self> {
        let CaseEvent::CaseOpened {
            number,
            report,
            origin,
            language,
            accepted_on,
            edition,
            content,
            attachments,
            consents,
            high_impact,
            wished_day,
        } = event.clone()
        else {
            return None;
        };
        Some(CaseState {
            id,
            number,
            reports: report.into_iter().collect(),
            overseas: None,
            origin,
            language,
            accepted_on,
            edition,
            content,
            attachments,
            consents,
            high_impact,
            wished_day,
            receiving_owner: None,
            coordinator_owner: None,
            notes: Vec::new(),
            ratings: Vec::new(),
            handed_over: None,
            developers: Vec::new(),
            days: Vec::new(),
            messages: Vec::new(),
            advisory: None,
            publications: Vec::new(),
            schedule: Schedule::default(),
            reach: Reach::default(),
            judgement: Judgement::default(),
            ending: Ending::default(),
            outreach: Outreach::default(),
            arrivals: Arrivals::default(),
            aftercare: Aftercare::default(),
            history: vec![Dated { at, item: event.clone() }],
        })
    }

    /// Takes in one more event. Events about a developer that is not on the case change nothing.
    pub fn evolve(&mut self, at: Timestamp, event: &CaseEvent) {
        self.history.push(Dated { at, item: event.clone() });
        match event.clone() {
            CaseEvent::CaseOpened { .. } => {}
            CaseEvent::OwnerSet { side: Party::ReceivingBody, account } => self.receiving_owner = account,
            CaseEvent::OwnerSet { account, .. } => self.coordinator_owner = account,
            CaseEvent::NoteAdded { side, body, by } => self.notes.push(Dated { at, item: (side, by, body) }),
            CaseEvent::InfluenceRated(item) => self.ratings.push(Dated { at, item }),
            CaseEvent::HandedOver { on, content, attachments, finder_named } => {
                self.handed_over = Some(Copy { on, content, attachments, finder_named });
            }
            CaseEvent::DeveloperAdded { developer, name } => {
                self.developers.push(DeveloperSide::new(developer, name));
            }
            CaseEvent::DaySet { day, reason, weighed } => {
                self.arrivals.day_open = false;
                self.days.push(Dated { at, item: DaySet { day, reason, weighed, dropped: false } });
            }
            CaseEvent::MessagePosted { thread, from, body, attachments, written_at } => {
                let at = written_at.unwrap_or(at);
                self.messages.push(Dated { at, item: CaseMessage { thread, from, body, attachments } });
            }
            CaseEvent::AdvisoryStarted { advisory, number } => self.advisory = Some((advisory, number)),
            CaseEvent::Published { revision, at, .. } => self.publications.push(Publication { revision, at }),
            CaseEvent::Schedule(event) => self.schedule.evolve(at, &event),
            CaseEvent::Arrival(event) => self.take_arrival(event),
            CaseEvent::Reach(event) => self.evolve_reach(&event),
            CaseEvent::Judgement(event) => self.judgement.evolve(at, &event),
            CaseEvent::Ending(event) => self.evolve_ending(&event),
            CaseEvent::Outreach(event) => self.outreach.evolve(&event),
            CaseEvent::Aftercare(event) => self.aftercare.evolve(at, &event),
            other => self.evolve_developer(at, other),
        }
    }

    fn take_arrival(&mut self, event: ArrivalEvent) {
        match event {
            ArrivalEvent::ReportJoined { report, attachments, .. } => {
                self.reports.push(report);
                self.attachments.extend(attachments);
            }
            ArrivalEvent::OverseasReceived(overseas) => self.overseas = Some(overseas),
            ArrivalEvent::OverseasDayBrought(brought) => {
                self.arrivals.day_open = self.day().is_some() && self.day() != brought.day;
                // A case from overseas aims at the day of its coordinator.
                if let Some(overseas) = self.overseas.as_mut().filter(|it| it.coordinator == brought.coordinator) {
                    overseas.day = brought.day;
                }
                self.arrivals.days.push(brought);
            }
            ArrivalEvent::DayKept { .. } => self.arrivals.day_open = false,
            ArrivalEvent::CaseTakenIn(taken) => {
                self.reports.extend(&taken.reports);
                self.attachments.extend(taken.attachments.iter().cloned());
                self.arrivals.taken_in.push(taken);
            }
            ArrivalEvent::CaseMoved(moved) => self.arrivals.moved = Some(moved),
        }
    }

    fn evolve_reach(&mut self, event: &ReachEvent) {
        let Some(id) = event.developer() else { return self.reach.evolve(event) };
        let Some(side) = self.developers.iter_mut().find(|side| side.id == id) else { return };
        if let ReachEvent::AttemptNoted { attempt, outcome: Some(outcome), .. } = event
            && let Some(attempt) = side.attempts.get_mut((*attempt as usize).wrapping_sub(1))
        {
            attempt.outcome = *outcome;
        }
        side.reach.evolve(event);
    }

    /// With a dropped publication its day falls: whoever takes it up again sets a new one.
    fn evolve_ending(&mut self, event: &EndingEvent) {
        if matches!(event, EndingEvent::PublicationDropped { .. }) {
            self.days.iter_mut().for_each(|set| set.item.dropped = true);
        }
        self.ending.evolve(event);
    }

    fn evolve_developer(&mut self, at: Timestamp, event: CaseEvent) {
        let mut with = |id: DeveloperId, change: &dyn Fn(&mut DeveloperSide)| {
            if let Some(side) = self.developers.iter_mut().find(|side| side.id == id) {
                change(side);
            }
        };
        match event {
            CaseEvent::ContactAttempted { developer, means, to, on, outcome, note } => {
                let attempt = Attempt { means, to, on, outcome, note };
                with(developer, &|side| side.attempts.push(attempt.clone()));
            }
            CaseEvent::AnswerLinkSent { developer, to } => {
                with(developer, &|side| side.links.push(Dated { at, item: to.clone() }));
            }
            CaseEvent::ContactConfirmed { developer, on, person, mail, by_developer } => {
                let contact = Contact { on, person, mail, by_developer };
                with(developer, &|side| side.contact = Some(contact.clone()));
            }
            CaseEvent::DetailsReleased { developer, on, content, attachments, finder_named } => {
                let copy = Copy { on, content, attachments, finder_named };
                with(developer, &|side| side.details = Some(copy.clone()));
            }
            CaseEvent::VerificationStated { developer, verification: item, .. } => {
                with(developer, &|side| side.verification = Some(Dated { at, item: item.clone() }));
            }
            CaseEvent::CountermeasureStated { developer, countermeasure: item, .. } => {
                with(developer, &|side| side.countermeasure = Some(Dated { at, item: item.clone() }));
            }
            CaseEvent::StatusStated { developer, status: item, .. } => {
                with(developer, &|side| side.status = Some(Dated { at, item: item.clone() }));
            }
            CaseEvent::DayProposed { developer, day, comment } => {
                let item = Proposal { day, comment };
                with(developer, &|side| side.proposals.push(Dated { at, item: item.clone() }));
            }
            _ => {}
        }
    }
}

/// Day zero and the days of the edition; the start day is not counted (Ⅳ.4.3, decision 5).
///
/// `None` only past the end of the calendar.
#[must_use]
pub fn target_day(day_zero: Date, edition: &Edition) -> Option<Date> {
    day_zero.checked_add(jiff::Span::new().days(edition.target_days.value)).ok()
}
