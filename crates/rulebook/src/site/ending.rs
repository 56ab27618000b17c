//! The end of a website case (Ⅴ.3.3, Ⅴ.3.4, Ⅴ.3.8, Ⅴ.3.10), and its being taken up again.

use jiff::civil::Date;

use super::event::SiteEvent;
use super::file::{SiteFile, SiteFileEvent};
use super::lists::{OperatorAnswer, SiteEnding};
use super::silence;
use super::state::SiteState;
use crate::edition::{Edition, Influence, Rules};
use crate::ids::BodyId;
use crate::moment::Moment;
use crate::refusal::{Refusal, Why, require};
use crate::report::state::{NonDisclosure, ReportEvent};

/// Ends the handling: the case, and with it the non-disclosure requests to its finders (Ⅴ.3.4).
///
/// # Errors
/// The refusal with its clause: the ground does not hold, or an operator that was contacted is not told why.
pub(super) fn close(
    file: &SiteFile,
    ending: SiteEnding,
    to_finder: BodyId,
    to_operator: Option<BodyId>,
    rules: Rules<'_>,
    now: Moment,
) -> Result<Vec<SiteFileEvent>, Refusal> {
    check(file, ending, rules.edition, now.today)?;
    let told = file.site.attempts.is_empty() || to_operator.is_some();
    require(told, Refusal::under(super::permission::ENDING, Why::OperatorReasonMissing))?;
    let on = now.today;
    let closed = SiteFileEvent::Site(SiteEvent::SiteClosed { ending, to_finder, to_operator, on });
    let open = file.reports.iter().filter(|report| !matches!(report.non_disclosure, NonDisclosure::Released { .. }));
    let lapsed = open.map(|report| SiteFileEvent::Report(report.id, ReportEvent::NonDisclosureLapsed { on }));
    Ok([closed].into_iter().chain(lapsed).collect())
}

/// Whether a case may end so now; a page shows every ending with this.
///
/// # Errors
/// The refusal with the clause of the ending.
pub fn check(file: &SiteFile, ending: SiteEnding, edition: &Edition, today: Date) -> Result<(), Refusal> {
    let site = &file.site;
    let ground = |holds, why| require(holds, Refusal::under(ending.clause(), why));
    let says = |answer| site.answer().is_some_and(|given| given.item.answer == answer) && !site.is_still_there();
    match ending {
        SiteEnding::NotVulnerabilityInformation | SiteEnding::OutOfScope | SiteEnding::IllegallyAcquired => Ok(()),
        SiteEnding::ApplicationFixed => {
            ground(says(OperatorAnswer::Fixed) || site.is_seen_gone(), Why::OperatorDidNotSaySo)
        }
        SiteEnding::AvoidedByOperation => {
            ground(says(OperatorAnswer::AvoidedByOperation) || site.is_seen_gone(), Why::OperatorDidNotSaySo)
        }
        SiteEnding::PageRemoved => {
            ground(says(OperatorAnswer::PageRemoved) || site.is_seen_gone(), Why::OperatorDidNotSaySo)
        }
        SiteEnding::SmallImpact => {
            ground(site.details.is_some(), Why::DetailsNotSent)?;
            ground(is_small(site, edition), Why::NotSimple)
        }
        SiteEnding::KnownAndFixed => ground(says(OperatorAnswer::KnownAndFixed), Why::OperatorDidNotSaySo),
        SiteEnding::ImproperOperation => {
            let cause = site.classification.as_ref().and_then(|decided| decided.cause.alert_clause());
            ground(cause.is_some(), Why::CauseOpen)?;
            ground(site.alerts.iter().any(|alert| alert.on <= today), Why::AlertMissing)
        }
        SiteEnding::NoProperAnswer => silence::check(site, edition, today),
        SiteEnding::OperatorDeclines => ground(says(OperatorAnswer::WillNotAct), Why::OperatorDidNotSaySo),
        SiteEnding::HandedToProduct => ground(site.product.is_some(), Why::NotHandedToProduct),
        SiteEnding::Withdrawn => {
            ground(site.details.is_none(), Why::DetailsAlreadySent)?;
            ground(file.reports.iter().all(|report| report.withdrawn_on.is_some()), Why::NotWithdrawn)
        }
    }
}

/// Whether the influence is small (付録4): rated for simple handling, or in the cell of the edition in which a passive
/// attack on a website suffices (付録4.2).
#[must_use]
pub fn is_small(site: &SiteState, edition: &Edition) -> bool {
    let Some(rating) = site.rating() else { return false };
    let passive = site.classification.as_ref().is_some_and(|decided| decided.passive);
    let cell = &edition.website_passive.value;
    let score = f64::from(rating.score_tenths) / 10.0;
    let in_cell = rating.range == cell.range && score >= cell.from && score <= cell.to;
    rating.influence == Influence::Simple || (passive && in_cell)
}

/// Takes the case up again: finder and operator are told, and the finders are asked not to disclose again.
///
/// # Errors
/// The refusal: no reason.
pub(super) fn reopen(file: &SiteFile, reason: String, now: Moment) -> Result<Vec<SiteFileEvent>, Refusal> {
    require(!reason.trim().is_empty(), Refusal::plain(Why::ReasonMissing))?;
    let on = now.today;
    let again = |id| SiteFileEvent::Report(id, ReportEvent::NonDisclosureAskedAgain { on });
    let reports = file.reports.iter().map(|report| again(report.id));
    Ok([SiteFileEvent::Site(SiteEvent::SiteReopened { reason, on })].into_iter().chain(reports).collect())
}
