//! A case with its advisory and its reports: what a decision, a duty and a view are made from.

use jiff::Timestamp;

use super::event::CaseEvent;
use super::state::CaseState;
use crate::advisory::state::{AdvisoryEvent, AdvisoryState};
use crate::ids::AdvisoryId;
use crate::report::state::ReportState;

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
}

impl CaseFile {
    /// Takes in what a decision came to.
    pub fn evolve(&mut self, at: Timestamp, event: &FileEvent) {
        match event {
            FileEvent::Case(event) => self.case.evolve(at, event),
            FileEvent::Advisory(id, event) => match &mut self.advisory {
                Some(advisory) => advisory.evolve(at, event),
                None => self.advisory = AdvisoryState::begin(*id, at, event),
            },
        }
    }
}
