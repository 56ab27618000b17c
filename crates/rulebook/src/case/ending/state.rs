//! Whether and how a case has ended, what was refused, and what every party sees of it.

use jiff::civil::Date;
use serde::Serialize;

use super::event::{DropGround, EndOfSupport, EndingEvent, EndingGround, Refused};
use super::support::{EolCase, eol_case};
use crate::case::event::AttemptOutcome;
use crate::case::file::CaseFile;
use crate::case::state::CaseState;
use crate::ids::DeveloperId;
use crate::party::Party;

/// A publication that was dropped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Dropped {
    /// Why; nothing where the viewer is not told.
    pub ground: Option<DropGround>,
    /// The developer on whose word it rests (staff).
    pub said_by: Option<DeveloperId>,
    /// What it rests on (staff).
    pub reason: String,
    /// Day.
    pub on: Date,
}

/// A handling that was stopped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Stopped {
    /// Why; nothing where the viewer is not told.
    pub ground: Option<EndingGround>,
    /// The reason, as told to the finder; empty for developers.
    pub reason: String,
    /// Day.
    pub on: Date,
}

/// A refusal of a developer, or the end of a product's support, as it was recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RefusalOnRecord {
    /// The developer.
    pub developer: DeveloperId,
    /// What it refused.
    pub what: Refused,
    /// Its words.
    pub statement: String,
    /// Whether it said so here itself.
    pub by_developer: bool,
    /// Day.
    pub on: Date,
}

/// How a case has ended, if it has, and what bears on it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Ending {
    /// The publication was dropped, and this stands.
    pub dropped: Option<Dropped>,
    /// The handling was stopped, and this stands.
    pub stopped: Option<Stopped>,
    /// What developers refused, oldest first.
    pub refusals: Vec<RefusalOnRecord>,
    /// Products whose support has ended, the newest word of each.
    pub support: Vec<(DeveloperId, EndOfSupport)>,
}

impl Ending {
    /// Takes in one more event.
    pub fn evolve(&mut self, event: &EndingEvent) {
        match event.clone() {
            EndingEvent::PublicationDropped { ground, said_by, reason, on } => {
                self.dropped = Some(Dropped { ground: Some(ground), said_by, reason, on });
            }
            EndingEvent::HandlingStopped { ground, reason, on } => {
                self.stopped = Some(Stopped { ground: Some(ground), reason, on });
            }
            EndingEvent::HandlingResumed { .. } => (self.dropped, self.stopped) = (None, None),
            EndingEvent::RefusalRecorded { developer, what, statement, by_developer, on } => {
                self.refusals.push(RefusalOnRecord { developer, what, statement, by_developer, on });
            }
            EndingEvent::EndOfSupportStated { developer, support, .. } => {
                self.support.retain(|(id, known)| (*id, &known.product) != (developer, &support.product));
                self.support.push((developer, support));
            }
        }
    }

    /// Whether the case has ended.
    #[must_use]
    pub const fn is_stopped(&self) -> bool {
        self.stopped.is_some()
    }

    /// Whether nothing leads to a publication any more: dropped, or ended.
    #[must_use]
    pub const fn is_over(&self) -> bool {
        self.stopped.is_some() || self.dropped.is_some()
    }
}

/// Everything that was refused in a case, oldest first: what developers said, and contacts that they refused. The
/// facts on which it is judged whether publication can still be agreed (Ⅳ.3.(2).1.イ).
#[must_use]
pub fn refusals(case: &CaseState) -> Vec<RefusalOnRecord> {
    let contacts = case.developers.iter().flat_map(|side| {
        let refused = side.attempts.iter().filter(|attempt| attempt.outcome == AttemptOutcome::Refused);
        refused.map(|attempt| RefusalOnRecord {
            developer: side.id,
            what: Refused::Contact,
            statement: attempt.note.clone(),
            by_developer: false,
            on: attempt.on,
        })
    });
    let mut all: Vec<RefusalOnRecord> = contacts.chain(case.ending.refusals.iter().cloned()).collect();
    all.sort_by_key(|refusal| refusal.on);
    all
}

/// The grounds that developers' words propose for dropping the publication; the coordinator decides (Ⅳ.4.4.第2段).
#[must_use]
pub fn proposed(case: &CaseState) -> Vec<(DropGround, DeveloperId)> {
    let verified = case.developers.iter().filter_map(|side| {
        let result = side.verification.as_ref()?.item.result;
        Some((DropGround::proposed_by(result)?, side.id))
    });
    let told = case.outreach.users_told.iter().filter(|told| told.all);
    let all: Vec<_> = verified.chain(told.map(|told| (DropGround::AllUsersTold, told.developer))).collect();
    let first = |place: usize| !all[..place].contains(&all[place]);
    (0..all.len()).filter(|place| first(*place)).map(|place| all[place]).collect()
}

/// A product whose support has ended, with the case of the table that it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SupportView {
    /// Its developer.
    pub developer: DeveloperId,
    /// The product.
    pub support: EndOfSupport,
    /// Which case it is (staff).
    pub case: Option<EolCase>,
}

/// What a viewer sees of the end of a case.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct EndingView {
    /// The publication was dropped.
    pub dropped: Option<Dropped>,
    /// The handling was stopped: the case has ended.
    pub stopped: Option<Stopped>,
    /// Grounds for dropping that developers' words propose (staff).
    pub proposed: Vec<(DropGround, DeveloperId)>,
    /// What was refused: all for staff, its own words for a developer.
    pub refusals: Vec<RefusalOnRecord>,
    /// Ended support: all for staff, its own for a developer.
    pub support: Vec<SupportView>,
}

/// What a party sees: staff all; a member of the committee the same without what is proposed, which follows from
/// notices to users that are not in its file; a developer that and on which ground the publication was dropped, that
/// the case has ended, and its own words; a finder how and why the handling was stopped.
pub(in crate::case) fn shown(file: &CaseFile, party: Party) -> EndingView {
    let ending = &file.case.ending;
    match party {
        Party::ReceivingBody | Party::Coordinator | Party::Program | Party::Member(_) => EndingView {
            dropped: ending.dropped.clone(),
            stopped: ending.stopped.clone(),
            proposed: if matches!(party, Party::Member(_)) { Vec::new() } else { proposed(&file.case) },
            refusals: refusals(&file.case),
            support: ending.support.iter().map(|one| support_view(file, one)).collect(),
        },
        Party::Developer(id) => EndingView {
            dropped: ending.dropped.clone().map(|it| Dropped { said_by: None, reason: String::new(), ..it }),
            stopped: ending.stopped.clone().map(|it| Stopped { ground: None, reason: String::new(), ..it }),
            proposed: Vec::new(),
            refusals: ending.refusals.iter().filter(|one| one.developer == id).cloned().collect(),
            support: own_support(ending, id),
        },
        Party::Finder(_) => EndingView { stopped: ending.stopped.clone(), ..EndingView::default() },
        Party::SiteOperator(_) => EndingView::default(),
    }
}

fn support_view(file: &CaseFile, (developer, support): &(DeveloperId, EndOfSupport)) -> SupportView {
    let case = Some(eol_case(&file.case, *developer, support));
    SupportView { developer: *developer, support: support.clone(), case }
}

/// A developer's own products, also where the coordinator wrote down what it had said.
fn own_support(ending: &Ending, id: DeveloperId) -> Vec<SupportView> {
    let own = ending.support.iter().filter(|(developer, _)| *developer == id);
    own.map(|(developer, support)| SupportView { developer: *developer, support: support.clone(), case: None })
        .collect()
}
