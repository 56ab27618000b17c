//! A website case with its reports: what a decision, a duty and a view are made from.

use jiff::Timestamp;

use super::event::SiteEvent;
use super::state::SiteState;
use crate::ids::ReportId;
use crate::party::Party;
use crate::report::state::{ReportEvent, ReportState};

/// A website case, whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteFile {
    /// The case itself.
    pub site: SiteState,
    /// Its reports, in the case's order.
    pub reports: Vec<ReportState>,
}

/// An event of one of the case's streams.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SiteFileEvent {
    /// Of the case.
    Site(SiteEvent),
    /// Of one of its reports.
    Report(ReportId, ReportEvent),
}

impl SiteFile {
    /// Whether the case exists for a party at all (Ⅴ.3.7): the receiving body sees every case, the operator its own from
    /// the first attempt to reach it on, a finder its own. For everybody else there is none.
    #[must_use]
    pub fn is_seen_by(&self, party: Party) -> bool {
        match party {
            Party::ReceivingBody | Party::Program => true,
            Party::SiteOperator(id) => id == self.site.id && !self.site.attempts.is_empty(),
            Party::Finder(report) => self.site.reports.contains(&report),
            Party::Coordinator | Party::Developer(_) | Party::Member(_) => false,
        }
    }

    /// The report of a finder.
    #[must_use]
    pub fn report(&self, id: ReportId) -> Option<&ReportState> {
        self.reports.iter().find(|report| report.id == id)
    }

    /// Whether the finder of the first report lets the operator know its name and contact, as it says now (Ⅴ.2.4.ウ).
    #[must_use]
    pub fn shares_identity(&self) -> bool {
        self.reports.first().is_some_and(|report| report.consents.share_identity.is_yes())
    }

    /// Takes in what a decision came to.
    pub fn evolve(&mut self, at: Timestamp, event: &SiteFileEvent) {
        match event {
            SiteFileEvent::Site(event) => self.site.evolve(at, event),
            SiteFileEvent::Report(id, event) => {
                if let Some(report) = self.reports.iter_mut().find(|report| report.id == *id) {
                    report.evolve(at, event);
                }
            }
        }
    }
}
