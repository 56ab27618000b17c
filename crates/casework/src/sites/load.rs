//! From streams to a website case.

use std::collections::HashMap;

use rulebook::ids::{ReportId, SiteCaseId};
use rulebook::report::ReportState;
use rulebook::site::{SiteEvent, SiteFile, SiteState};
use store::{Event, StreamId, StreamKind, Subject, Version};

use super::rows::OF_SITE;
use crate::error::{Error, Result};
use crate::files::{replay_report, timed, version};
use crate::office::Office;

/// A website case with the versions of its streams.
pub(crate) struct LoadedSite {
    /// The case.
    pub file: SiteFile,
    versions: HashMap<StreamId, Version>,
}

impl LoadedSite {
    /// Version of one of its streams; 0 when it does not exist yet.
    pub fn version(&self, stream: StreamId) -> Version {
        self.versions.get(&stream).copied().unwrap_or(0)
    }

    /// The same case with another state of one of its reports.
    pub fn with(mut self, report: ReportState) -> Self {
        for known in self.file.reports.iter_mut().filter(|known| known.id == report.id) {
            *known = report.clone();
        }
        self
    }
}

pub(crate) fn replay_site(id: SiteCaseId, events: &[Event]) -> Result<SiteState> {
    let events = timed::<SiteEvent>(events)?;
    let pairs = events.iter().map(|(at, event)| (*at, event));
    SiteState::replay(id, pairs).ok_or(Error::Unreadable("a website case"))
}

impl Office {
    /// A website case, whole: one query.
    pub(crate) async fn load_site(&self, id: SiteCaseId) -> Result<LoadedSite> {
        let mut found = self.store().load_linked(Subject::Id(id.0), &[OF_SITE]).await?;
        let stream = found.keys().copied().find(|stream| stream.kind == StreamKind::Site).ok_or(Error::NotFound)?;
        let events = found.remove(&stream).unwrap_or_default();
        let mut versions = HashMap::from([(stream, version(&events))]);
        let site = replay_site(SiteCaseId(stream.id), &events)?;
        let mut reports: Vec<ReportState> = Vec::with_capacity(site.reports.len());
        for ReportId(id) in site.reports.iter().copied() {
            let stream = StreamId::new(StreamKind::Report, id);
            let events = match found.remove(&stream) {
                Some(events) => events,
                // Links are a projection; the journal says what belongs to a case.
                None => self.store().load(stream).await?,
            };
            if events.is_empty() {
                return Err(Error::Unreadable("a stream of a website case"));
            }
            versions.insert(stream, version(&events));
            reports.push(replay_report(ReportId(id), &events)?);
        }
        Ok(LoadedSite { file: SiteFile { site, reports }, versions })
    }
}
