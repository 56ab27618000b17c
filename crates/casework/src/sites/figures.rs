//! The figures of websites as of any day (Ⅴ.3.11), replayed from the journal: counts alone leave the cases.

use jiff::civil::Date;
use rulebook::ids::{ReportId, SiteCaseId};
use rulebook::moment::day_of;
use rulebook::party::Party;
use rulebook::report::form::ReportKind;
use rulebook::site::figures::{SiteFact, SiteFigures, fact};
use rulebook::site::{SiteEvent, SiteState};
use store::{CardFilter, CardOrder, Event, StreamId, StreamKind};

use super::SITE;
use crate::error::{Error, Result};
use crate::files::timed;
use crate::lists::read;
use crate::office::{Actor, Office};
use crate::project::ReportCard;

/// Streams that are replayed at once.
const BATCH: usize = 500;

impl Office {
    /// The figures as of a day, for the receiving body.
    ///
    /// # Errors
    /// `NotFound` for everybody else; the store's.
    pub async fn site_figures(&self, actor: Actor, as_of: Date) -> Result<SiteFigures> {
        if actor.party != Party::ReceivingBody {
            return Err(Error::NotFound);
        }
        let mut figures = self.figures_of_sites(&[as_of]).await?;
        figures.pop().ok_or(Error::NotFound)
    }

    /// The figures as of some days, the earliest first: each case is replayed once.
    pub(crate) async fn figures_of_sites(&self, days: &[Date]) -> Result<Vec<SiteFigures>> {
        let mut all: Vec<SiteFigures> = days.iter().copied().map(SiteFigures::new).collect();
        let mut reports = Vec::new();
        for card in self.store().card_page("report", CardFilter::default(), CardOrder::Number).await? {
            if read::<ReportCard>(&card.card)?.kind == Some(ReportKind::Website) {
                reports.push(ReportId(card.id));
            }
        }
        for some in reports.chunks(BATCH) {
            for (report, _) in self.load_reports(some).await? {
                all.iter_mut().for_each(|figures| figures.add_report(&report));
            }
        }
        let cards = self.store().card_page(SITE, CardFilter::default(), CardOrder::Number).await?;
        for some in cards.chunks(BATCH) {
            let streams: Vec<StreamId> = some.iter().map(|card| StreamId::new(StreamKind::Site, card.id)).collect();
            for (stream, events) in self.store().load_many(&streams).await? {
                let facts = self.facts(SiteCaseId(stream.id), &events, days)?;
                all.iter_mut().zip(facts).for_each(|(figures, fact)| fact.iter().for_each(|fact| figures.add(fact)));
            }
        }
        Ok(all)
    }

    /// What is counted of a case on each day; nothing before it was opened.
    fn facts(&self, id: SiteCaseId, events: &[Event], days: &[Date]) -> Result<Vec<Option<SiteFact>>> {
        let events = timed::<SiteEvent>(events)?;
        let mut events = events.iter().peekable();
        let mut state: Option<SiteState> = None;
        let mut facts = Vec::with_capacity(days.len());
        for &day in days {
            let edition = |state: &SiteState| self.rules(&state.edition).edition;
            let zone = |state: Option<&SiteState>| match state {
                Some(state) => edition(state).utc_offset_hours,
                None => self.edition_in_force().utc_offset_hours,
            };
            while let Some((at, event)) = events.next_if(|(at, _)| day_of(*at, zone(state.as_ref())) <= day) {
                match &mut state {
                    Some(state) => state.evolve(*at, event),
                    None => state = SiteState::begin(id, *at, event),
                }
            }
            facts.push(state.as_ref().map(|state| fact(state, edition(state), day)));
        }
        Ok(facts)
    }
}
