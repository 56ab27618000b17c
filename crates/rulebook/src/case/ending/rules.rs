//! What may be done about the end of a case, and what follows.

use jiff::civil::Date;

use super::event::{DropGround, EndOfSupport, EndingEvent, EndingGround, FixPlan, Refused, StopUsing};
use crate::action::Action;
use crate::case::event::CaseEvent;
use crate::case::file::{CaseFile, FileEvent};
use crate::case::permission::{HAND_OVER, PUBLICATION, own};
use crate::case::state::{CaseState, DeveloperSide};
use crate::case::{Duty, DutyKind};
use crate::clause::Clause;
use crate::edition::{Influence, Rules};
use crate::ids::DeveloperId;
use crate::moment::Moment;
use crate::party::Party;
use crate::refusal::{Refusal, Why, require};

const DROP: Clause = Clause::new("Ⅳ.4.4.第2段");
pub(super) const STOP: Clause = Clause::new("Ⅳ.3.(1).7");
const REFUSAL: Clause = Clause::new("Ⅳ.3.(2).1.イ");
const SUPPORT: Clause = Clause::new("Ⅳ.5.7");

/// What somebody does about the end of a case.
#[derive(Clone, Debug)]
pub enum EndingCommand {
    /// Drop the publication.
    Drop {
        /// Why.
        ground: DropGround,
        /// The developer on whose word it rests; only "known and published" needs none.
        said_by: Option<DeveloperId>,
        /// What it rests on: how it was said, and with what evidence.
        reason: String,
    },
    /// Stop handling.
    Stop {
        /// Why.
        ground: EndingGround,
        /// The reason, as told to the finder.
        reason: String,
    },
    /// Take it up again.
    Resume {
        /// Why.
        reason: String,
    },
    /// Put a developer's refusal on record.
    RecordRefusal {
        /// The developer.
        developer: DeveloperId,
        /// What it refuses.
        what: Refused,
        /// Its words.
        statement: String,
    },
    /// State that the support of a product has ended.
    StateEndOfSupport {
        /// Its developer.
        developer: DeveloperId,
        /// The product.
        product: String,
        /// Since when.
        ended_on: Date,
        /// Whether it is fixed all the same.
        fix: FixPlan,
        /// Whether the developer agrees to "stop using it".
        agrees: StopUsing,
    },
}

impl EndingCommand {
    /// The action that it is an instance of.
    #[must_use]
    pub const fn action(&self) -> Action {
        match self {
            EndingCommand::Drop { .. } => Action::DropPublication,
            EndingCommand::Stop { .. } => Action::StopHandling,
            EndingCommand::Resume { .. } => Action::ResumeHandling,
            EndingCommand::RecordRefusal { .. } => Action::RecordRefusal,
            EndingCommand::StateEndOfSupport { .. } => Action::StateEndOfSupport,
        }
    }

    /// The developer that it is about, where the giver names one.
    #[must_use]
    pub const fn developer(&self) -> Option<DeveloperId> {
        match self {
            EndingCommand::RecordRefusal { developer, .. } | EndingCommand::StateEndOfSupport { developer, .. } => {
                Some(*developer)
            }
            _ => None,
        }
    }
}

/// What a dropped publication keeps from being done.
const fn leads_to_publication(action: Action) -> bool {
    matches!(
        action,
        Action::DropPublication
            | Action::ProposeDay
            | Action::SetDay
            | Action::StartAdvisory
            | Action::EditAdvisory
            | Action::SendPreview
            | Action::CommentPreview
            | Action::ApproveAdvisory
            | Action::CoSignAdvisory
            | Action::Publish
    )
}

/// What goes on in a case that has ended: its talks, what is seen outside, the non-disclosure request (which does not
/// lapse), taking developers off the public list, each side's own notes, and taking it up again.
const fn outlives_the_end(action: Action) -> bool {
    matches!(
        action,
        Action::OwnCase
            | Action::NoteOnCase
            | Action::WriteBetweenBodies
            | Action::WriteToDeveloper
            | Action::WriteDirectly
            | Action::ReportSignal
            | Action::AdoptSignal
            | Action::ResumeHandling
            | Action::AskRelease
            | Action::ExplainDelay
            | Action::ReleaseNonDisclosure
            | Action::Delist
    )
}

/// Whether an end of the case stands against an action.
///
/// # Errors
/// The refusal; it says no more than that the case ended or its publication was dropped, which the party sees.
pub(in crate::case) fn gate(case: &CaseState, action: Action) -> Result<(), Refusal> {
    let ending = &case.ending;
    let goes_on = !ending.is_stopped() || outlives_the_end(action);
    require(goes_on, Refusal::under(STOP, Why::HandlingEnded))?;
    let stands = ending.dropped.is_none() || !leads_to_publication(action);
    require(stands, Refusal::under(DROP, Why::PublicationDropped))
}

/// Whether a party may do something about the end of the case now.
///
/// # Errors
/// The refusal.
pub fn may(
    file: &CaseFile,
    party: Party,
    action: Action,
    about: Option<DeveloperId>,
    _rules: Rules<'_>,
    _now: Moment,
) -> Result<(), Refusal> {
    let case = &file.case;
    let unpublished = || require(case.publications.is_empty(), Refusal::under(PUBLICATION, Why::AlreadyPublished));
    match action {
        Action::DropPublication | Action::StopHandling => unpublished(),
        Action::ResumeHandling => {
            require(case.ending.is_over(), Refusal::plain(Why::NotEnded))?;
            require(case.arrivals.moved.is_none(), Refusal::under(STOP, Why::CaseMoved))
        }
        Action::RecordRefusal => {
            unpublished()?;
            let side = side(case, party, about)?;
            require(!side.attempts.is_empty(), Refusal::under(REFUSAL, Why::NotContacted))
        }
        _ => {
            let side = side(case, party, about)?;
            let informed = own(party).is_none() || side.details.is_some();
            require(informed, Refusal::under(SUPPORT, Why::DetailsNotSent))
        }
    }
}

fn side(case: &CaseState, party: Party, about: Option<DeveloperId>) -> Result<&DeveloperSide, Refusal> {
    let id = own(party).or(about);
    id.and_then(|id| case.developer(id)).ok_or(Refusal::plain(Why::NoSuchDeveloper))
}

/// What follows from a command about the end of the case.
///
/// # Errors
/// The refusal with its clause.
pub(in crate::case) fn decide(
    file: &CaseFile,
    party: Party,
    command: EndingCommand,
    _rules: Rules<'_>,
    now: Moment,
) -> Result<Vec<FileEvent>, Refusal> {
    let on = now.today;
    let by_developer = own(party).is_some();
    let event = match command {
        EndingCommand::Drop { ground, said_by, reason } => drop_publication(&file.case, ground, said_by, reason, on)?,
        EndingCommand::Stop { ground, reason } => {
            check_ground(&file.case, ground)?;
            require(!reason.trim().is_empty(), Refusal::under(STOP, Why::ReasonMissing))?;
            return Ok(vec![stop(ground, reason, on)]);
        }
        EndingCommand::Resume { reason } => {
            require(!reason.trim().is_empty(), Refusal::plain(Why::ReasonMissing))?;
            EndingEvent::HandlingResumed { by: party, reason, on }
        }
        EndingCommand::RecordRefusal { developer, what, statement } => {
            require(!statement.trim().is_empty(), Refusal::under(REFUSAL, Why::TextMissing))?;
            EndingEvent::RefusalRecorded { developer, what, statement, by_developer, on }
        }
        EndingCommand::StateEndOfSupport { developer, product, ended_on, fix, agrees } => {
            require(!product.trim().is_empty(), Refusal::under(SUPPORT, Why::TextMissing))?;
            require(ended_on <= on, Refusal::under(SUPPORT, Why::InTheFuture))?;
            let support = EndOfSupport { product, ended_on, fix, agrees };
            if file.case.ending.support.contains(&(developer, support.clone())) {
                return Ok(vec![]);
            }
            EndingEvent::EndOfSupportStated { developer, support, by_developer, on }
        }
    };
    Ok(vec![FileEvent::Case(CaseEvent::Ending(event))])
}

/// A ground that rests on a developer's word names a developer that was told (通知を行った製品開発者, Ⅳ.4.4.第2段).
fn drop_publication(
    case: &CaseState,
    ground: DropGround,
    said_by: Option<DeveloperId>,
    reason: String,
    on: Date,
) -> Result<EndingEvent, Refusal> {
    let clause = ground.clause();
    let told = |id| case.developer(id).is_some_and(|side| side.details.is_some());
    require(said_by.is_some() || !ground.needs_a_developer(), Refusal::under(clause, Why::NobodySaidSo))?;
    require(said_by.is_none_or(told), Refusal::under(clause, Why::DetailsNotSent))?;
    require(!reason.trim().is_empty(), Refusal::under(DROP, Why::ReasonMissing))?;
    Ok(EndingEvent::PublicationDropped { ground, said_by, reason, on })
}

/// Handling is stopped after the hand-over; only what was evidently obtained by illegal means may be stopped before it
/// (Ⅳ.3.(1).3). Simple handling ends once the developer was told (付録2.図3); "every user is told" once the coordinator
/// has confirmed it, or the developer said so of its own product (Ⅳ.6.1.第2段).
fn check_ground(case: &CaseState, ground: EndingGround) -> Result<(), Refusal> {
    let clause = ground.clause();
    let anywhere = ground == EndingGround::IllegallyAcquired;
    require(anywhere || case.handed_over.is_some(), Refusal::under(HAND_OVER, Why::NotHandedOver))?;
    match ground {
        EndingGround::SimpleHandling => {
            let simple = case.rating().is_some_and(|rating| rating.influence == Influence::Simple);
            require(simple, Refusal::under(clause, Why::NotSimple))?;
            let told = case.developers.iter().any(|side| side.details.is_some());
            require(told, Refusal::under(clause, Why::DetailsNotSent))
        }
        EndingGround::AllUsersTold => {
            let confirmed = case.ending.dropped.as_ref().and_then(|it| it.ground) == Some(DropGround::AllUsersTold);
            require(confirmed || case.is_own_product(), Refusal::under(clause, Why::NotConfirmed))
        }
        EndingGround::JudgedNotToPublish => Err(Refusal::under(clause, Why::NotJudged)),
        EndingGround::MergedIntoAnother => Err(Refusal::under(clause, Why::StepMissing)),
        _ => Ok(()),
    }
}

/// The end of a case, as an event: for the command, and for a judgement that ends it (Ⅳ.3.(2).7.イ).
#[must_use]
pub fn stop(ground: EndingGround, reason: String, on: Date) -> FileEvent {
    FileEvent::Case(CaseEvent::Ending(EndingEvent::HandlingStopped { ground, reason, on }))
}

/// What is owed: after a dropped publication the receiving body stops handling, or takes it up again; in a case that
/// has ended no developer stays on the public list.
#[must_use]
pub fn duties(file: &CaseFile, _rules: Rules<'_>) -> Vec<Duty> {
    let ending = &file.case.ending;
    if !ending.is_stopped() {
        let stop = || Duty::new(Party::ReceivingBody, DutyKind::StopHandling);
        return ending.dropped.iter().map(|_| stop()).collect();
    }
    let listed = file.case.developers.iter().filter(|side| side.reach.listed().is_some());
    listed.map(|side| Duty::new(Party::Coordinator, DutyKind::Delist).about(side.id)).collect()
}
