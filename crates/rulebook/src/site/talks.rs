//! Direct talk of finder and operator: asked through the desk, with the other side's consent (Ⅴ.2.5, Ⅴ.4.3).

use jiff::civil::Date;

use super::action::SiteAction;
use super::event::SiteEvent;
use super::file::SiteFile;
use super::record::SiteTalk;
use super::state::SiteState;
use crate::case::{Duty, DutyKind};
use crate::clause::Clause;
use crate::ids::ReportId;
use crate::party::Party;
use crate::refusal::{Refusal, Why, require};

const BY_FINDER: Clause = Clause::new("Ⅴ.2.5");
const BY_OPERATOR: Clause = Clause::new("Ⅴ.4.3");

pub(super) const fn clause(wisher: Party) -> Clause {
    if matches!(wisher, Party::Finder(_)) { BY_FINDER } else { BY_OPERATOR }
}

/// The other side of a wish that was passed on.
fn asked(site: &SiteState, talk: &SiteTalk) -> Option<Party> {
    let report = talk.report?;
    Some(if matches!(talk.wisher, Party::Finder(_)) { Party::SiteOperator(site.id) } else { Party::Finder(report) })
}

/// Who may answer a wish now: the other side, and before it was passed on the desk, which only declines.
fn answerer(site: &SiteState, talk: &SiteTalk) -> Option<Party> {
    if talk.agreed.is_some() { None } else { Some(asked(site, talk).unwrap_or(Party::ReceivingBody)) }
}

pub(super) fn may(file: &SiteFile, party: Party, action: SiteAction) -> Result<(), Refusal> {
    let site = &file.site;
    match action {
        SiteAction::WishTalk => {
            if party == Party::SiteOperator(site.id) {
                super::permission::informed(site)?;
            }
            require(site.open_talk(party).is_none(), Refusal::under(clause(party), Why::SaidAlready))
        }
        SiteAction::PassTalk => {
            let open = site.talks.iter().any(|talk| talk.agreed.is_none() && talk.report.is_none());
            require(open, Refusal::under(BY_FINDER, Why::NothingAsked))
        }
        _ => {
            let waits = site.talks.iter().any(|talk| answerer(site, talk) == Some(party));
            require(waits, Refusal::under(BY_FINDER, Why::NothingAsked))
        }
    }
}

/// Passes a wish on, after the desk was consulted by it. A finder that lets operators get in touch (エ) has consented
/// already; an operator must have the details to be asked.
pub(super) fn pass(file: &SiteFile, wisher: Party, report: ReportId, on: Date) -> Result<Vec<SiteEvent>, Refusal> {
    let site = &file.site;
    let clause = clause(wisher);
    let open = site.open_talk(wisher).filter(|talk| talk.report.is_none());
    require(open.is_some(), Refusal::under(clause, Why::NothingAsked))?;
    let by_finder = matches!(wisher, Party::Finder(_));
    let fits = site.reports.contains(&report) && (!by_finder || wisher == Party::Finder(report));
    require(fits, Refusal::under(clause, Why::Unusable))?;
    super::permission::informed(site)?;
    let passed = SiteEvent::SiteTalkPassed { wisher, report, on };
    let consents = file.report(report).map(|report| report.consents);
    let consented = !by_finder && consents.is_some_and(|consents| consents.direct_contact.is_yes());
    let by = Party::Finder(report);
    let agreed = consented.then_some(SiteEvent::SiteTalkAnswered { wisher, by, agrees: true, on });
    Ok([passed].into_iter().chain(agreed).collect())
}

/// The other side consents or not; the desk only declines.
pub(super) fn answer(
    site: &SiteState,
    party: Party,
    wisher: Party,
    agrees: bool,
    on: Date,
) -> Result<SiteEvent, Refusal> {
    let talk = site.open_talk(wisher).filter(|talk| answerer(site, talk) == Some(party));
    require(talk.is_some(), Refusal::under(BY_FINDER, Why::NothingAsked))?;
    require(!agrees || party != Party::ReceivingBody, Refusal::under(clause(wisher), Why::NotYours))?;
    Ok(SiteEvent::SiteTalkAnswered { wisher, by: party, agrees, on })
}

/// Whether a party may write directly: with this finder, or with any where none is named.
pub(super) fn may_write(site: &SiteState, party: Party, with: Option<ReportId>) -> Result<(), Refusal> {
    let agreed = site.talks.iter().filter(|talk| talk.agreed == Some(true)).filter_map(|talk| talk.report);
    let mut own = agreed.filter(|report| {
        let side = party == Party::Finder(*report) || party == Party::SiteOperator(site.id);
        side && with.is_none_or(|with| with == *report)
    });
    require(own.next().is_some(), Refusal::under(clause(party), Why::NotAgreed))
}

/// A wish waits for the desk that passes it on, which needs an operator with details, and then for the other side.
pub(super) fn duties(site: &SiteState) -> impl Iterator<Item = Duty> {
    site.talks.iter().filter(|talk| talk.agreed.is_none()).map(|talk| match asked(site, talk) {
        Some(other) => Duty::new(other, DutyKind::AnswerSiteTalk),
        None => Duty::new(Party::ReceivingBody, DutyKind::PassSiteTalk).waiting(site.details.is_none()),
    })
}
