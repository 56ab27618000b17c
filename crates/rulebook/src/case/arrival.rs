//! What else comes in: further reports of the same vulnerability (Ⅳ.3.(1).2), another case that proves to be the same,
//! and what a coordinator overseas hands to ours: cases with its own number (JVNVU#), and days (Ⅳ.4.3.②).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::content::CaseContent;
use super::event::{CaseEvent, Origin};
use super::file::CaseFile;
use super::notices::{Notice, NoticeKind, informed, notice};
use super::overseas;
use crate::clause::Clause;
use crate::ids::{CaseId, DeveloperId, ReportId};
use crate::moment::Moment;
use crate::party::Party;
use crate::refusal::{Refusal, Why, require};
use crate::report::form::Consents;
use crate::report::state::Attachment;
use crate::text::Language;

/// The coordinator overseas that a case came from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Overseas {
    /// Its name.
    pub coordinator: String,
    /// Its number for the case.
    pub number: String,
    /// The day on which it publishes, once it said one.
    pub day: Option<Date>,
    /// How to reach it.
    pub contact: String,
    /// Day on which it came.
    pub on: Date,
}

/// What can come in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub enum ArrivalEvent {
    /// A further report of the same vulnerability was joined.
    ReportJoined {
        /// The report.
        report: ReportId,
        /// Day.
        on: Date,
        /// Its files.
        attachments: Vec<Attachment>,
    },
    /// A coordinator overseas handed it over.
    OverseasReceived(Overseas),
    /// A coordinator overseas said a new day.
    OverseasDayBrought(OverseasDay),
    /// The day that is set holds all the same.
    DayKept {
        /// Why.
        reason: String,
        /// Day.
        on: Date,
    },
    /// Another case proved to be the same and is handled here from now on.
    CaseTakenIn(TakenIn),
    /// It proved to be the same as another case and is handled there from now on.
    CaseMoved(Moved),
}

/// A day that a coordinator overseas said, after it handed a case over or while it coordinates along with ours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OverseasDay {
    /// Who said it.
    pub coordinator: String,
    /// Its day; none when it names none any more.
    pub day: Option<Date>,
    /// Why, in its words.
    pub reason: String,
    /// Day on which it came.
    pub on: Date,
}

/// A case that proved to be the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakenIn {
    /// The other case.
    pub case: CaseId,
    /// Its number.
    pub number: String,
    /// Its reports.
    pub reports: Vec<ReportId>,
    /// Their files.
    pub attachments: Vec<Attachment>,
    /// Developers that were contacted there: they are told where it goes on.
    pub developers: Vec<DeveloperId>,
    /// Why the two are the same, for the two bodies.
    pub reason: String,
    /// Day.
    pub on: Date,
}

/// Where a case is handled that proved to be the same as another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    /// The other case.
    pub into: CaseId,
    /// Its number.
    pub number: String,
    /// Why the two are the same, for the two bodies.
    pub reason: String,
    /// Day.
    pub on: Date,
}

/// What has come in beside further reports.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Arrivals {
    /// Days that coordinators overseas said, oldest first.
    pub days: Vec<OverseasDay>,
    /// Whether the last one is to be weighed against the day that is set.
    pub day_open: bool,
    /// Cases that proved to be the same.
    pub taken_in: Vec<TakenIn>,
    /// Where it is handled since it proved to be the same as another.
    pub moved: Option<Moved>,
}

impl ArrivalEvent {
    /// Name of the event in the journal's clear header.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            ArrivalEvent::ReportJoined { .. } => "ReportJoined",
            ArrivalEvent::OverseasReceived(_) => "OverseasReceived",
            ArrivalEvent::OverseasDayBrought(_) => "OverseasDayBrought",
            ArrivalEvent::DayKept { .. } => "DayKept",
            ArrivalEvent::CaseTakenIn(_) => "CaseTakenIn",
            ArrivalEvent::CaseMoved(_) => "CaseMoved",
        }
    }
}

/// A case from overseas, as the coordinator takes it in.
#[derive(Clone, Debug)]
pub struct OpenOverseas {
    /// Its number here.
    pub case_number: String,
    /// Who handed it over.
    pub overseas: Overseas,
    /// What it says.
    pub content: CaseContent,
    /// Key of the edition in force.
    pub edition: String,
}

/// Opens a case that came from overseas: the coordinator has it from the beginning, and there is no finder here.
///
/// # Errors
/// The refusal: not the coordinator's part to others, no name or number, or nothing that says what it is about.
pub fn open_overseas(party: Party, command: OpenOverseas, now: Moment) -> Result<Vec<CaseEvent>, Refusal> {
    const CLAUSE: Clause = Clause::new("Ⅳ.4.5");
    require(party == Party::Coordinator, Refusal::plain(Why::NotYours))?;
    let OpenOverseas { case_number: number, overseas, content, edition } = command;
    let named = !overseas.coordinator.trim().is_empty() && !overseas.number.trim().is_empty();
    require(named, Refusal::under(CLAUSE, Why::TextMissing))?;
    let says_something = !content.product.trim().is_empty() && !content.steps.trim().is_empty();
    require(says_something, Refusal::under(CLAUSE, Why::CopyEmpty))?;
    let on = now.today;
    let opened = CaseEvent::CaseOpened {
        number,
        report: None,
        origin: Origin::Overseas,
        language: Language::En,
        accepted_on: on,
        edition,
        content: content.clone(),
        attachments: vec![],
        consents: Consents::default(),
        high_impact: false,
        wished_day: None,
    };
    let received = CaseEvent::Arrival(ArrivalEvent::OverseasReceived(Overseas { on, ..overseas }));
    let copy = CaseEvent::HandedOver { on, content, attachments: vec![], finder_named: false };
    Ok(vec![opened, received, copy])
}

/// The other body hears of it; the finder of a joined report is told on its report, and no developer. A new day from
/// overseas is for everybody who has the details to weigh; of a case that moved its own developers are told.
pub(super) fn notices(before: &CaseFile, event: &ArrivalEvent) -> Vec<Notice> {
    match event {
        ArrivalEvent::ReportJoined { .. } => vec![notice(Party::Coordinator, NoticeKind::HandedOver, "Ⅳ.3.(1).10")],
        ArrivalEvent::OverseasReceived(_) => vec![notice(Party::ReceivingBody, NoticeKind::HandedOver, "Ⅳ.3.(1).10")],
        ArrivalEvent::OverseasDayBrought(_) => {
            let told = informed(before).chain([Party::ReceivingBody]);
            told.map(|party| notice(party, NoticeKind::OverseasDay, "Ⅳ.4.3.②")).collect()
        }
        ArrivalEvent::DayKept { .. } => {
            let told = informed(before).chain([Party::ReceivingBody]);
            told.map(|party| notice(party, NoticeKind::DayKept, "Ⅳ.4.3")).collect()
        }
        ArrivalEvent::CaseTakenIn(taken) => {
            let developers = taken.developers.iter().map(|id| Party::Developer(*id));
            let told = developers.chain(before.case.handed_over.iter().map(|_| Party::Coordinator));
            told.map(|party| notice(party, NoticeKind::CasesMerged, "Ⅳ.3.(1).2")).collect()
        }
        ArrivalEvent::CaseMoved(_) => vec![],
    }
}

/// The day that an event carries, for the timeline of staff.
pub(super) const fn facts(event: &ArrivalEvent) -> Option<Date> {
    match event {
        ArrivalEvent::OverseasReceived(overseas) => overseas.day,
        ArrivalEvent::OverseasDayBrought(brought) => brought.day,
        ArrivalEvent::ReportJoined { .. } => None,
        ArrivalEvent::DayKept { on, .. } => Some(*on),
        ArrivalEvent::CaseTakenIn(taken) => Some(taken.on),
        ArrivalEvent::CaseMoved(moved) => Some(moved.on),
    }
}

/// What a party sees of it: staff all; everybody else that it moved, and where to, without the reason; a developer with
/// details a day from overseas that is being weighed.
pub(super) fn shown(file: &CaseFile, party: Party) -> Arrivals {
    let all = &file.case.arrivals;
    let moved = all.moved.clone().map(|moved| Moved { reason: String::new(), ..moved });
    match party {
        Party::ReceivingBody | Party::Coordinator | Party::Program => all.clone(),
        Party::Developer(id) if file.case.developer(id).is_some_and(|side| side.details.is_some()) => {
            let weighed = all.days.last().filter(|_| overseas::is_open(&file.case));
            let days = weighed.map(|day| OverseasDay { reason: String::new(), ..day.clone() });
            Arrivals { day_open: days.is_some(), days: days.into_iter().collect(), moved, ..Arrivals::default() }
        }
        _ => Arrivals { moved, ..Arrivals::default() },
    }
}
