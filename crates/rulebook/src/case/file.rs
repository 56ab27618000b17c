//! A case with its advisory and its reports: what a decision, a duty and a view are made from.

use jiff::Timestamp;

use super::event::CaseEvent;
use super::state::CaseState;
use crate::advisory::state::{AdvisoryEvent, AdvisoryState};
use crate::ids::{AdvisoryId, ReportId};
use crate::party::Party;
use crate::report::state::{ReportEvent, ReportState};

/// A case, whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseFile {
    /// The case itself.
    pub case: CaseState,
    /// Its advisory, once begun.
    pub advisory: Option<AdvisoryState>,
    /// Its reports, in the case's order.
    pub reports: Vec<ReportState>,
}

/// An event of one of the case's streams.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileEvent {
    /// Of the case.
    Case(CaseEvent),
    /// Of its advisory.
    Advisory(AdvisoryId, AdvisoryEvent),
    /// Of one of its reports.
    Report(ReportId, ReportEvent),
}

impl CaseFile {
    /// Whether the case exists for a party at all.
    ///
    /// The receiving body sees every case; the coordinator from the hand-over on (Ⅳ.3.(1).4); a developer from the
    /// first attempt to reach it on (Ⅳ.4.2); a finder its own; a committee member what it is seated on.
    #[must_use]
    pub fn is_seen_by(&self, party: Party) -> bool {
        match party {
            Party::ReceivingBody | Party::Program => true,
            Party::Coordinator => self.case.handed_over.is_some(),
            Party::Developer(id) => self.case.developer(id).is_some_and(|side| !side.attempts.is_empty()),
            Party::Finder(report) => self.case.reports.contains(&report),
            Party::Member(member) => self.case.judgement.is_seen_by(member),
            // Of a website case, not of this one.
            Party::SiteOperator(_) => false,
        }
    }

    /// Takes in what a decision came to.
    pub fn evolve(&mut self, at: Timestamp, event: &FileEvent) {
        match event {
            FileEvent::Case(event) => self.case.evolve(at, event),
            FileEvent::Advisory(id, event) => match &mut self.advisory {
                Some(advisory) => advisory.evolve(at, event),
                None => self.advisory = AdvisoryState::begin(*id, at, event),
            },
            FileEvent::Report(id, event) => {
                if let Some(report) = self.reports.iter_mut().find(|report| report.id == *id) {
                    report.evolve(at, event);
                }
            }
        }
    }
}
