//! Products whose support has ended (EoL): the five cases of the report of fiscal 2019, and "stop using it".

use super::event::{EndOfSupport, FixPlan, Refused, StopUsing};
use crate::advisory::content::AdvisoryContent;
use crate::case::state::CaseState;
use crate::clause::Clause;
use crate::coded::coded;
use crate::edition::Influence;
use crate::ids::DeveloperId;
use crate::refusal::{Refusal, Why, require};

coded! {
    /// Which case of ended support it is (2019年度報告書 §4.2.1).
    pub enum EolCase {
        /// The developer was told, and the influence is small.
        A = "a",
        /// The developer makes a fix and agrees to a publication.
        B = "b",
        /// No fix, but it agrees to a publication that asks users to stop using the product.
        C = "c",
        /// No fix, and it refuses the publication.
        D = "d",
        /// It could not be told, or did not answer.
        E = "e",
    }
}

coded! {
    /// What follows from a case of ended support.
    pub enum EolRoad {
        /// The handling may end.
        EndPossible = "end-possible",
        /// The usual publication.
        Publication = "publication",
        /// A publication that asks users to stop using the product.
        StopUsingPublication = "stop-using-publication",
        /// Cannot be coordinated: the committee, and then "stop using it".
        Committee = "committee",
        /// Unreachable: the list, the committee, and then "stop using it".
        UnreachableThenCommittee = "unreachable-then-committee",
    }
}

impl EolCase {
    /// What follows.
    #[must_use]
    pub const fn road(self) -> EolRoad {
        match self {
            EolCase::A => EolRoad::EndPossible,
            EolCase::B => EolRoad::Publication,
            EolCase::C => EolRoad::StopUsingPublication,
            EolCase::D => EolRoad::Committee,
            EolCase::E => EolRoad::UnreachableThenCommittee,
        }
    }
}

/// Which case it is, from what is on record. A developer counts as told once it has the details. One that makes a fix
/// but refuses the publication is treated like one that refuses both.
#[must_use]
pub fn eol_case(case: &CaseState, developer: DeveloperId, support: &EndOfSupport) -> EolCase {
    let told = case.developer(developer).is_some_and(|side| side.details.is_some());
    let small = case.rating().is_some_and(|rating| rating.influence == Influence::Simple);
    let refuses = |one: &super::RefusalOnRecord| one.developer == developer && one.what == Refused::Publication;
    let refused = case.ending.refusals.iter().any(refuses);
    match (support.fix, support.agrees) {
        _ if !told => EolCase::E,
        _ if small => EolCase::A,
        _ if refused => EolCase::D,
        (FixPlan::Planned, _) => EolCase::B,
        (FixPlan::None, StopUsing::Yes) => EolCase::C,
        (FixPlan::None, StopUsing::No) => EolCase::D,
        (FixPlan::None, StopUsing::NoAnswer) => EolCase::E,
    }
}

/// Users are asked to stop using a product only when its support has ended: the case says so of every product that
/// the text names for it.
pub(in crate::case) fn check_stop_using(case: &CaseState, text: &AdvisoryContent) -> Result<(), Refusal> {
    let ended = |product: &String| case.ending.support.iter().any(|(_, support)| support.product == *product);
    require(text.stop_using.iter().all(ended), Refusal::under(Clause::new("Ⅳ.4.9"), Why::SupportNotEnded))
}
