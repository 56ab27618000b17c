//! Making all projections again from the journal (idea 4).

use std::collections::BTreeMap;

use rulebook::advisory::AdvisoryState;
use rulebook::case::{CaseFile, CaseState};
use rulebook::developer::DeveloperState;
use rulebook::ids::{AccountId, AdvisoryId, CaseId, DeveloperId, ReportId, SiteCaseId};
use rulebook::report::ReportState;
use rulebook::site::SiteFile;
use store::{CardRow, CellRow, DutyRows, Event, LinkRow, StreamId, StreamKind};
use uuid::Uuid;

use crate::accounts::AccountState;
use crate::cases::REACHED;
use crate::committee::{SEATED, members};
use crate::error::{Error, Result};
use crate::files::{replay_advisory, replay_case, replay_developer, replay_report, version};
use crate::office::Office;
use crate::project::{account_row, case_rows, developer_rows, report_rows};
use crate::reach::listing_rows;
use crate::sites::{replay_site, site_links, site_rows};

const BATCH: u32 = 5_000;

/// What was made again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rebuilt {
    /// Events read.
    pub events: u64,
    /// Cards written.
    pub cards: u64,
    /// Duties written.
    pub duties: u64,
}

/// All streams of the journal, by kind and id.
type Streams = BTreeMap<StreamId, Vec<Event>>;

/// Rows to write.
#[derive(Default)]
struct Rows {
    cards: Vec<CardRow>,
    cells: Vec<CellRow>,
    duties: Vec<DutyRows>,
    links: Vec<LinkRow>,
}

impl Office {
    /// Makes cards, duties and links again from the journal; nobody else may use the folder meanwhile.
    ///
    /// # Errors
    /// The store's; then everything is as before.
    pub async fn rebuild_projections(&self) -> Result<Rebuilt> {
        let mut rebuild = self.store().begin_rebuild().await?;
        let mut streams = Streams::new();
        let mut done = Rebuilt::default();
        let mut seq = 0;
        loop {
            let events = rebuild.events_after(seq, BATCH).await?;
            let Some(last) = events.last() else { break };
            seq = last.header.seq;
            done.events += events.len() as u64;
            for event in events {
                streams.entry(event.header.stream).or_default().push(event);
            }
        }
        let rows = self.rows_of(&streams)?;
        done.cards = rows.cards.len() as u64;
        done.duties = rows.duties.iter().map(|duties| duties.rows.len() as u64).sum();
        rebuild.write(&rows.cards, &rows.duties, &rows.links).await?;
        rebuild.place(&rows.cells).await?;
        rebuild.commit().await?;
        Ok(done)
    }

    fn rows_of(&self, streams: &Streams) -> Result<Rows> {
        let mut rows = Rows::default();
        for (stream, events) in streams {
            let Some(last) = events.last() else { continue };
            let (at, n) = (last.header.at, version(events));
            match stream.kind {
                StreamKind::Report => {
                    let (card, duties) = report_rows(&replay_report(ReportId(stream.id), events)?, at, n);
                    rows.cards.push(card);
                    rows.duties.push(duties);
                }
                StreamKind::Case => {
                    self.rows_of_case(streams, replay_case(CaseId(stream.id), events)?, n, &mut rows)?
                }
                StreamKind::Site => self.rows_of_site(streams, SiteCaseId(stream.id), events, &mut rows)?,
                StreamKind::Developer => {
                    let state: DeveloperState = replay_developer(DeveloperId(stream.id), events)?;
                    let (card, duties) = developer_rows(&state, at, n);
                    rows.cards.push(card);
                    rows.duties.push(duties);
                }
                StreamKind::Account => {
                    let state = AccountState::replay(AccountId(stream.id), events)?;
                    rows.cards.push(account_row(&state, at, n));
                }
                StreamKind::Advisory | StreamKind::Person | StreamKind::Partnership => {}
            }
        }
        Ok(rows)
    }

    fn rows_of_site(&self, streams: &Streams, id: SiteCaseId, events: &[Event], rows: &mut Rows) -> Result<()> {
        let site = replay_site(id, events)?;
        let mut reports: Vec<ReportState> = Vec::new();
        for id in &site.reports {
            let events = streams.get(&StreamId::new(StreamKind::Report, id.0));
            reports.push(replay_report(*id, events.ok_or(Error::Unreadable("a stream of a website case"))?)?);
        }
        let at = events.last().map_or(jiff::Timestamp::UNIX_EPOCH, |event| event.header.at);
        let file = SiteFile { site, reports };
        let (card, cell, duties) = site_rows(self.store(), &file, self.rules(&file.site.edition), at, version(events));
        rows.cards.push(card);
        rows.cells.push(cell);
        rows.duties.push(duties);
        rows.links.extend(site_links(self.store(), &file));
        Ok(())
    }

    fn rows_of_case(&self, streams: &Streams, case: CaseState, n: i64, rows: &mut Rows) -> Result<()> {
        let of = |kind, id| streams.get(&StreamId::new(kind, id)).map(Vec::as_slice);
        let mut reports: Vec<ReportState> = Vec::new();
        for id in &case.reports {
            let events = of(StreamKind::Report, id.0).ok_or(Error::Unreadable("a stream of a case"))?;
            reports.push(replay_report(*id, events)?);
        }
        let advisory: Option<AdvisoryState> = match &case.advisory {
            Some((id, _)) => {
                let events = of(StreamKind::Advisory, id.0).ok_or(Error::Unreadable("a stream of a case"))?;
                Some(replay_advisory(AdvisoryId(id.0), events)?)
            }
            None => None,
        };
        let at = case.history.last().map_or(jiff::Timestamp::UNIX_EPOCH, |step| step.at);
        rows.links.extend(links(&case));
        let file = CaseFile { case, advisory, reports };
        let (card, duties) = case_rows(&file, self.rules(&file.case.edition), at, n);
        rows.cards.push(card);
        rows.cards.extend(listing_rows(&file, at, n));
        rows.duties.push(duties);
        Ok(())
    }
}

/// The links of a case: its reports, its developers, its advisory, the members of the committee who sit on it.
fn links(case: &CaseState) -> Vec<LinkRow> {
    let link = |relation: &str, b: Uuid| LinkRow { a: case.id.0, relation: relation.into(), b };
    let reports = case.reports.iter().map(|id| link("report", id.0));
    let developers = case.developers.iter().map(|side| link("developer", side.id.0));
    let reached = case.developers.iter().filter(|side| !side.attempts.is_empty()).map(|side| link(REACHED, side.id.0));
    let advisory = case.advisory.iter().map(|(id, _)| link("advisory", id.0));
    let members = members(case).into_iter().filter(|id| case.judgement.is_seen_by(*id)).map(|id| link(SEATED, id.0));
    reports.chain(developers).chain(reached).chain(advisory).chain(members).collect()
}
