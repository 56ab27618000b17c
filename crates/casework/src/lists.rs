//! Lists for desks: one query for the page and one for its length, titles from small sealed cards.

use rulebook::ids::DeveloperId;
use rulebook::party::Party;
use serde::de::DeserializeOwned;
use store::{Card, CardFilter, CardOrder};
use uuid::Uuid;

use crate::cases::REACHED;
use crate::error::{Error, Result};
use crate::likeness::Sketch;
use crate::office::{Actor, Office};
use crate::project::{CaseCard, DeveloperCard, DutyCard, ReportCard, StageDays};
use crate::search::{DeskCard, WITH_COORDINATOR};
use crate::sites::{SITE, SiteCard};

/// One line of a list.
#[derive(Clone, Debug)]
pub struct Line<C> {
    /// The id.
    pub id: Uuid,
    /// State word.
    pub state: String,
    /// Who looks after it.
    pub owner: Option<Uuid>,
    /// What the line says.
    pub card: C,
}

/// A page of a list.
#[derive(Clone, Debug)]
pub struct Listing<C> {
    /// The lines.
    pub lines: Vec<Line<C>>,
    /// How many there are in all.
    pub total: u64,
}

/// Something owed, with the case or report that it belongs to.
#[derive(Clone, Debug)]
pub struct OwedLine {
    /// What kind.
    pub kind: String,
    /// By when.
    pub due: Option<jiff::civil::Date>,
    /// How heavy.
    pub weight: i64,
    /// About whom, and whether it waits.
    pub duty: DutyCard,
    /// The case or report.
    pub subject: Subject,
}

/// What a duty belongs to.
#[derive(Clone, Debug)]
pub enum Subject {
    /// A case.
    Case(CaseCard),
    /// An entry of the register.
    Developer(DeveloperId, DeveloperCard),
    /// A report.
    Report(ReportCard),
    /// A website case.
    Site(SiteCard),
}

/// A line of a list whose cards are shown as they are.
pub(crate) fn line<C: DeserializeOwned>(card: Card) -> Result<Line<C>> {
    let read = read(&card.card)?;
    Ok(Line { id: card.id, state: card.state, owner: card.owner, card: read })
}

pub(crate) fn read<C: DeserializeOwned>(bytes: &[u8]) -> Result<C> {
    serde_json::from_slice(bytes).map_err(|_| Error::Unreadable("a card"))
}

impl Office {
    /// Everything that an actor's party owes, heaviest and earliest first.
    ///
    /// # Errors
    /// The store's.
    pub async fn owed(&self, actor: Actor, limit: u32, offset: u32) -> Result<(Vec<OwedLine>, u64)> {
        self.owed_of(actor, None, limit, offset).await
    }

    /// The same, of one kind where one is named.
    ///
    /// # Errors
    /// The store's.
    pub async fn owed_of(
        &self,
        actor: Actor,
        kind: Option<&str>,
        limit: u32,
        offset: u32,
    ) -> Result<(Vec<OwedLine>, u64)> {
        let (rows, total) = self.store().duties_of_kind(&actor.party.key(), kind, limit, offset).await?;
        let mut lines = Vec::with_capacity(rows.len());
        for duty in rows {
            let Some(card) = &duty.card else { continue };
            let subject = match card.kind.as_str() {
                "case" => Subject::Case(self.case_card(actor, read(&card.card)?)),
                "developer" => Subject::Developer(DeveloperId(card.id), read(&card.card)?),
                "report" => Subject::Report(read(&card.card)?),
                SITE => Subject::Site(read(&card.card)?),
                _ => continue,
            };
            let row = &duty.row;
            lines.push(OwedLine {
                kind: row.kind.clone(),
                due: row.due,
                weight: row.weight,
                duty: read(&row.card)?,
                subject,
            });
        }
        Ok((lines, total))
    }

    /// How much an actor's party owes, by kind.
    ///
    /// # Errors
    /// The store's.
    pub async fn owed_counts(&self, actor: Actor) -> Result<Vec<(String, u64)>> {
        Ok(self.store().duty_counts(&actor.party.key()).await?)
    }

    /// Cases as a body or a developer may list them.
    ///
    /// # Errors
    /// `NotFound` for parties that have no list; the store's.
    pub async fn list_cases(
        &self,
        actor: Actor,
        states: &[&str],
        owner: Option<Uuid>,
        order: CardOrder,
        limit: u32,
        offset: u32,
    ) -> Result<Listing<CaseCard>> {
        let mut filter = CardFilter { states, owner, limit: Some(limit), offset, ..CardFilter::default() };
        match actor.party {
            Party::ReceivingBody => {}
            Party::Coordinator if states.is_empty() => filter.states = &WITH_COORDINATOR,
            Party::Coordinator if states.iter().all(|state| WITH_COORDINATOR.contains(state)) => {}
            Party::Developer(id) => return self.list_own(id, states, limit, offset).await,
            _ => return Err(Error::NotFound),
        }
        let (cards, total) = self.store().cards("case", filter, order).await?;
        let mut lines = Vec::with_capacity(cards.len());
        for card in cards {
            lines.push(self.case_line(actor, card)?);
        }
        Ok(Listing { lines, total })
    }

    /// The cases that a developer knows of, by day. What the bodies made of a case does not move it in this list.
    async fn list_own(
        &self,
        developer: DeveloperId,
        states: &[&str],
        limit: u32,
        offset: u32,
    ) -> Result<Listing<CaseCard>> {
        let ids = self.store().linked_to(REACHED, developer.0).await?;
        let filter = CardFilter { states, ids: Some(&ids), ..CardFilter::default() };
        let (mut cards, total) = self.store().cards("case", filter, CardOrder::Number).await?;
        cards.sort_by_key(|card| (card.due.is_none(), card.due));
        let actor = Actor::bearer(Party::Developer(developer));
        let shown = cards.into_iter().skip(offset as usize).take(limit as usize);
        let lines = shown.map(|card| self.case_line(actor, card)).collect::<Result<_>>()?;
        Ok(Listing { lines, total })
    }

    /// A line of a list of cases, as an actor may see it: with the owner of its own side.
    pub(crate) fn case_line(&self, actor: Actor, card: Card) -> Result<Line<CaseCard>> {
        let read: CaseCard = read(&card.card)?;
        let owner = match actor.party {
            Party::ReceivingBody => card.owner,
            Party::Coordinator => read.coordinator_owner.map(|account| account.0),
            _ => None,
        };
        Ok(Line { id: card.id, state: card.state, owner, card: self.case_card(actor, read) })
    }

    /// A card holds only what both bodies may see; of the rest each party gets its own (design 4).
    fn case_card(&self, actor: Actor, card: CaseCard) -> CaseCard {
        match actor.party {
            Party::ReceivingBody => card,
            Party::Coordinator => {
                CaseCard { title: card.copy_title.clone(), report: None, sketch: Sketch::default(), ..card }
            }
            _ => CaseCard {
                title: String::new(),
                copy_title: String::new(),
                influence: None,
                day_zero: None,
                developers: 0,
                turn: None,
                advisory: None,
                report: None,
                developer_names: Vec::new(),
                coordinator_owner: None,
                sketch: Sketch::default(),
                stages: StageDays::default(),
                ..card
            },
        }
    }

    /// Reports or website cases, for the receiving body alone.
    ///
    /// # Errors
    /// `NotFound` for everybody else; the store's.
    pub async fn list_at_desk<C: DeskCard>(
        &self,
        actor: Actor,
        states: &[&str],
        owner: Option<Uuid>,
        order: CardOrder,
        limit: u32,
        offset: u32,
    ) -> Result<Listing<C>> {
        if actor.party != Party::ReceivingBody {
            return Err(Error::NotFound);
        }
        let filter = CardFilter { states, owner, limit: Some(limit), offset, ..CardFilter::default() };
        let (cards, total) = self.store().cards(C::KIND, filter, order).await?;
        Ok(Listing { lines: cards.into_iter().map(line).collect::<Result<_>>()?, total })
    }

    /// Number and stage of the cases of one state, for the tabs of a queue.
    ///
    /// # Errors
    /// The store's.
    pub async fn state_counts(&self, actor: Actor, kind: &str) -> Result<Vec<(String, u64)>> {
        if !actor.party.is_staff() || (kind != "case" && actor.party != Party::ReceivingBody) {
            return Err(Error::NotFound);
        }
        let mut counts = self.store().card_counts(kind).await?;
        if actor.party == Party::Coordinator {
            counts.retain(|(state, _)| state != "accepted");
        }
        Ok(counts)
    }
}
