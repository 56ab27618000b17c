//! What becomes of the case of an unreachable developer: the table of 2019, influence by whether it can be verified.

use super::event::Outcome;
use super::state::Reach;
use crate::case::state::CaseState;
use crate::edition::Influence;

/// The table of the practice from 2019.
#[must_use]
pub const fn outcome(influence: Influence, verifiable: bool) -> Outcome {
    match (influence, verifiable) {
        (Influence::Priority | Influence::Normal, true) => Outcome::Committee,
        (Influence::Priority, false) => Outcome::WeighCost,
        (Influence::Normal, false) | (Influence::Simple, _) => Outcome::End,
    }
}

/// What becomes of this case, as far as it is judged: the individual consideration before the table, and the judged
/// handling value where the cost is to be weighed.
#[must_use]
pub fn course(case: &CaseState) -> Option<Outcome> {
    let Reach { verifiable, worth, individual } = &case.reach;
    if let Some(individual) = individual {
        return Some(individual.what);
    }
    let influence = case.rating()?.influence;
    match (outcome(influence, verifiable.as_ref()?.what), worth) {
        (Outcome::WeighCost, Some(worth)) if worth.what => Some(Outcome::Committee),
        (Outcome::WeighCost, Some(_)) => Some(Outcome::End),
        (by_table, _) => Some(by_table),
    }
}
