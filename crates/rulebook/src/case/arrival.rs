//! What else comes in: further reports of the same vulnerability (Ⅳ.3.(1).2), and cases that a coordinator overseas
//! hands to ours with its own number and day (JVNVU#; Ⅳ.4.3.②).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::content::CaseContent;
use super::event::{CaseEvent, Origin};
use super::file::CaseFile;
use super::notices::{Notice, NoticeKind, notice};
use crate::clause::Clause;
use crate::ids::ReportId;
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
    /// A coordinator overseas handed it over, or said a new day.
    OverseasReceived(Overseas),
}

impl ArrivalEvent {
    /// Name of the event in the journal's clear header.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            ArrivalEvent::ReportJoined { .. } => "ReportJoined",
            ArrivalEvent::OverseasReceived(_) => "OverseasReceived",
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

/// The other body hears of it; the finder of a joined report is told on its report, and no developer.
pub(super) fn notices(_before: &CaseFile, event: &ArrivalEvent) -> Vec<Notice> {
    match event {
        ArrivalEvent::ReportJoined { .. } => vec![notice(Party::Coordinator, NoticeKind::HandedOver, "Ⅳ.3.(1).10")],
        ArrivalEvent::OverseasReceived(_) => vec![notice(Party::ReceivingBody, NoticeKind::HandedOver, "Ⅳ.3.(1).10")],
    }
}
