//! Loading: streams to states.

use std::collections::HashMap;

use jiff::Timestamp;
use rulebook::advisory::{AdvisoryEvent, AdvisoryState};
use rulebook::case::{CaseEvent, CaseFile, CaseState};
use rulebook::developer::{DeveloperEvent, DeveloperState};
use rulebook::ids::{AccountId, AdvisoryId, CaseId, DeveloperId, ReportId};
use rulebook::report::{ReportEvent, ReportState};
use store::{Event, StreamId, StreamKind, Subject, Version};
use uuid::Uuid;

use crate::codec::{Recorded, decode};
use crate::error::{Error, Result};
use crate::office::Office;
use crate::reports::normal_number;

/// A case with the versions of its streams.
pub(crate) struct Loaded {
    /// The case.
    pub file: CaseFile,
    /// Who rated the influence, in the order of the ratings.
    pub raters: Vec<AccountId>,
    versions: HashMap<StreamId, Version>,
}

impl Loaded {
    /// Version of one of its streams; 0 when it does not exist yet.
    pub fn version(&self, stream: StreamId) -> Version {
        self.versions.get(&stream).copied().unwrap_or(0)
    }
}

pub(crate) fn timed<E: Recorded>(events: &[Event]) -> Result<Vec<(Timestamp, E)>> {
    events.iter().map(|event| Ok((event.header.at, decode(event)?))).collect()
}

pub(crate) fn replay_report(id: ReportId, events: &[Event]) -> Result<ReportState> {
    let events = timed::<ReportEvent>(events)?;
    let pairs = events.iter().map(|(at, event)| (*at, event));
    ReportState::replay(id, pairs).ok_or(Error::Unreadable("a report"))
}

pub(crate) fn replay_advisory(id: AdvisoryId, events: &[Event]) -> Result<AdvisoryState> {
    let events = timed::<AdvisoryEvent>(events)?;
    let pairs = events.iter().map(|(at, event)| (*at, event));
    AdvisoryState::replay(id, pairs).ok_or(Error::Unreadable("an advisory"))
}

pub(crate) fn replay_case(id: CaseId, events: &[Event]) -> Result<CaseState> {
    let events = timed::<CaseEvent>(events)?;
    let pairs = events.iter().map(|(at, event)| (*at, event));
    CaseState::replay(id, pairs).ok_or(Error::Unreadable("a case"))
}

pub(crate) fn replay_developer(id: DeveloperId, events: &[Event]) -> Result<DeveloperState> {
    let events = timed::<DeveloperEvent>(events)?;
    let state = DeveloperState::replay(id, events.iter().map(|(_, event)| event));
    state.ok_or(Error::Unreadable("a register entry"))
}

impl Office {
    /// A case, whole: one query.
    pub(crate) async fn load_case(&self, id: CaseId) -> Result<Loaded> {
        self.load_file(Subject::Id(id.0)).await
    }

    /// The same, by its number.
    pub(crate) async fn load_case_numbered(&self, number: &str) -> Result<Loaded> {
        self.load_file(Subject::Number { kind: "case", number: &normal_number(number) }).await
    }

    async fn load_file(&self, subject: Subject<'_>) -> Result<Loaded> {
        let mut found = self.store().load_linked(subject, &["report", "advisory"]).await?;
        let stream = found.keys().copied().find(|stream| stream.kind == StreamKind::Case).ok_or(Error::NotFound)?;
        let events = found.remove(&stream).unwrap_or_default();
        let mut versions = HashMap::from([(stream, version(&events))]);
        let case = replay_case(CaseId(stream.id), &events)?;
        let rated = events.iter().filter(|event| event.header.kind == "InfluenceRated");
        let raters = rated.map(|event| AccountId(event.header.actor)).collect();
        let mut wanted: Vec<StreamId> =
            case.reports.iter().map(|report| StreamId::new(StreamKind::Report, report.0)).collect();
        wanted.extend(case.advisory.iter().map(|(advisory, _)| StreamId::new(StreamKind::Advisory, advisory.0)));
        let (mut reports, mut advisory) = (Vec::new(), None);
        for stream in wanted {
            let events = match found.remove(&stream) {
                Some(events) => events,
                // Links are a projection; the journal says what belongs to a case.
                None => self.store().load(stream).await?,
            };
            if events.is_empty() {
                return Err(Error::Unreadable("a stream of a case"));
            }
            versions.insert(stream, version(&events));
            match stream.kind {
                StreamKind::Report => reports.push(replay_report(ReportId(stream.id), &events)?),
                _ => advisory = Some(replay_advisory(AdvisoryId(stream.id), &events)?),
            }
        }
        Ok(Loaded { file: CaseFile { case, advisory, reports }, raters, versions })
    }

    /// A report with the version of its stream.
    pub(crate) async fn load_report(&self, id: ReportId) -> Result<(ReportState, Version)> {
        let events = self.store().load(StreamId::new(StreamKind::Report, id.0)).await?;
        if events.is_empty() {
            return Err(Error::NotFound);
        }
        Ok((replay_report(id, &events)?, version(&events)))
    }

    /// Reports with the versions of their streams, in the order that was asked for: one query.
    pub(crate) async fn load_reports(&self, ids: &[ReportId]) -> Result<Vec<(ReportState, Version)>> {
        let stream = |id: &ReportId| StreamId::new(StreamKind::Report, id.0);
        let mut found = self.store().load_many(&ids.iter().map(stream).collect::<Vec<_>>()).await?;
        let load = |id: &ReportId| {
            let events = found.remove(&stream(id)).filter(|events| !events.is_empty()).ok_or(Error::NotFound)?;
            Ok((replay_report(*id, &events)?, version(&events)))
        };
        ids.iter().map(load).collect()
    }

    /// An entry of the developer register with the version of its stream.
    pub(crate) async fn load_developer(&self, id: DeveloperId) -> Result<(DeveloperState, Version)> {
        let events = self.store().load(StreamId::new(StreamKind::Developer, id.0)).await?;
        if events.is_empty() {
            return Err(Error::NotFound);
        }
        Ok((replay_developer(id, &events)?, version(&events)))
    }

    /// The id behind a number shown to people.
    pub(crate) async fn by_number(&self, kind: &str, number: &str) -> Result<Uuid> {
        let card = self.store().card_by_number(kind, number).await?;
        card.map(|card| card.id).ok_or(Error::NotFound)
    }
}

/// The version of a stream: the number of its last event.
pub(crate) fn version(events: &[Event]) -> Version {
    events.last().map_or(0, |event| event.header.n)
}
