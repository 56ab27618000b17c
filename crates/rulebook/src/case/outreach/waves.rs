//! Which developers are told when: the first wave at once, the others when the coordinator opens theirs (Ⅳ.4.2.第3段).

use jiff::civil::Date;
use serde::Serialize;

use super::event::{Involvement, OutreachEvent};
use crate::case::state::CaseState;
use crate::case::{Duty, DutyKind};
use crate::clause::Clause;
use crate::ids::DeveloperId;
use crate::moment::Moment;
use crate::party::Party;
use crate::refusal::{Refusal, Why, require};

pub(super) const WAVES: Clause = Clause::new("Ⅳ.4.2.第3段");
/// Nobody needs more waves, and a slip of the hand makes none.
const LAST: u32 = 9;

/// A wave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Wave {
    /// 2 for the second; the first is always open.
    pub number: u32,
    /// The day planned.
    pub day: Option<Date>,
    /// When it was opened, and why before its day.
    pub opened: Option<(Date, String)>,
}

/// Why a developer is on the case, and in which wave it is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct InvolvementView {
    /// The developer.
    pub developer: DeveloperId,
    /// Why.
    pub involvement: Involvement,
    /// The wave.
    pub wave: u32,
    /// Whether details may go to it.
    pub open: bool,
}

fn wave_of(case: &CaseState, developer: DeveloperId) -> u32 {
    case.outreach.involvements.iter().find(|(id, ..)| *id == developer).map_or(1, |(.., wave)| *wave)
}

fn is_open(case: &CaseState, number: u32) -> bool {
    number <= 1 || case.outreach.waves.iter().any(|wave| wave.number == number && wave.opened.is_some())
}

/// Whether details may go to a developer: its wave is open. A developer of which nothing was said is in the first.
#[must_use]
pub fn wave_is_open(case: &CaseState, developer: DeveloperId) -> bool {
    is_open(case, wave_of(case, developer))
}

/// The waves that developers wait in.
fn closed(case: &CaseState) -> Vec<u32> {
    let untold = case.developers.iter().filter(|side| side.details.is_none());
    let mut waves: Vec<u32> = untold.map(|side| wave_of(case, side.id)).filter(|wave| !is_open(case, *wave)).collect();
    waves.sort_unstable();
    waves.dedup();
    waves
}

pub(super) fn involvements(case: &CaseState) -> Vec<InvolvementView> {
    let all = case.outreach.involvements.iter();
    all.map(|&(developer, involvement, wave)| InvolvementView {
        developer,
        involvement,
        wave,
        open: is_open(case, wave),
    })
    .collect()
}

/// Every wave that somebody waits in is opened on its day, or before with a reason.
pub(super) fn duties(case: &CaseState) -> Vec<Duty> {
    let day = |number| case.outreach.waves.iter().find(|wave| wave.number == number).and_then(|wave| wave.day);
    let open = |number| Duty::new(Party::Coordinator, DutyKind::OpenWave).by(day(number));
    closed(case).into_iter().map(open).collect()
}

pub(super) fn may_open(case: &CaseState) -> Result<(), Refusal> {
    require(!closed(case).is_empty(), Refusal::under(WAVES, Why::NothingAsked))
}

pub(super) fn set(
    case: &CaseState,
    developer: DeveloperId,
    involvement: Involvement,
    wave: u32,
) -> Result<Option<OutreachEvent>, Refusal> {
    require((1..=LAST).contains(&wave), Refusal::under(WAVES, Why::Unusable))?;
    if case.outreach.involvements.contains(&(developer, involvement, wave)) {
        return Ok(None);
    }
    Ok(Some(OutreachEvent::InvolvementSet { developer, involvement, wave }))
}

pub(super) fn plan(case: &CaseState, wave: u32, day: Date, now: Moment) -> Result<OutreachEvent, Refusal> {
    require((2..=LAST).contains(&wave) && !is_open(case, wave), Refusal::under(WAVES, Why::Unusable))?;
    require(day >= now.today, Refusal::under(WAVES, Why::DayPast))?;
    Ok(OutreachEvent::WavePlanned { wave, day })
}

/// Before its day a wave is opened with a reason only.
pub(super) fn open(case: &CaseState, number: u32, reason: String, now: Moment) -> Result<OutreachEvent, Refusal> {
    require(closed(case).contains(&number), Refusal::under(WAVES, Why::NothingAsked))?;
    let planned = case.outreach.waves.iter().find(|wave| wave.number == number).and_then(|wave| wave.day);
    let early = planned.is_some_and(|day| now.today < day);
    require(!early || !reason.trim().is_empty(), Refusal::under(WAVES, Why::ReasonMissing))?;
    Ok(OutreachEvent::WaveOpened { wave: number, reason, on: now.today })
}
