//! Telling somebody outside (Ⅴ.3.7): only for one of four reasons, and under an NDA.

use jiff::civil::Date;

use super::content::{SiteContent, SiteField};
use super::event::SiteEvent;
use super::lists::{OperatorAnswer, OperatorCategory, OperatorConsent, SiteDisclosureGround};
use super::silence;
use super::state::SiteState;
use crate::clause::Clause;
use crate::edition::Edition;
use crate::ids::AttachmentId;
use crate::refusal::{Refusal, Why, require};

const OUTSIDE: Clause = Clause::new("Ⅴ.3.7");

/// What somebody outside is told.
pub(super) struct Told {
    pub(super) ground: SiteDisclosureGround,
    pub(super) to: String,
    pub(super) fields: Vec<SiteField>,
    pub(super) attachments: Vec<AttachmentId>,
    pub(super) purpose: String,
}

/// Whether the operator does nothing about the flaw on a day, although somebody tried to reach it: no word at all, a
/// refusal, or a day that it named (or that is aimed at) gone by without a fix.
#[must_use]
pub fn does_nothing(site: &SiteState, edition: &Edition, today: Date) -> bool {
    if site.attempts.is_empty() || site.is_fix_reported() || site.operator_waits() {
        return false;
    }
    let Some(answer) = site.answer().map(|answer| &answer.item) else { return true };
    match answer.answer {
        OperatorAnswer::WillNotAct | OperatorAnswer::NotVulnerability => true,
        OperatorAnswer::KnownAndFixed => site.is_still_there(),
        _ => answer.ready_on.or(silence::aimed_at(site, edition)).is_some_and(|day| day < today),
    }
}

/// Tells somebody outside.
///
/// # Errors
/// The refusal with its clause: the reason does not hold, no NDA with the recipient holds today, the operator has not
/// consented to an analysis, more than a part goes to an office.
pub(super) fn disclose(site: &SiteState, told: Told, edition: &Edition, today: Date) -> Result<SiteEvent, Refusal> {
    let Told { ground, to, fields, attachments, purpose } = told;
    let clause = ground.clause();
    require(!to.trim().is_empty() && !purpose.trim().is_empty(), Refusal::under(clause, Why::TextMissing))?;
    let nda = site.ndas.iter().any(|nda| nda.with.trim() == to.trim() && nda.holds_on(today));
    require(nda, Refusal::under(OUTSIDE, Why::NdaMissing))?;
    let category = site.operator.as_ref().map_or(OperatorCategory::Unknown, |operator| operator.category);
    match ground {
        SiteDisclosureGround::OutsideAnalysis => {
            let consented = site.consented(OperatorConsent::Analysis) == Some(true);
            require(consented, Refusal::under(Clause::new("Ⅴ.3.5"), Why::ConsentMissing))?;
        }
        SiteDisclosureGround::GovernmentSite | SiteDisclosureGround::LocalGovernmentSite => {
            let theirs = category.special_way().is_some_and(|(way, _)| way == ground);
            require(theirs, Refusal::under(clause, Why::OtherOperator))?;
            let part = !fields.contains(&SiteField::Proof) && attachments.is_empty();
            require(part, Refusal::under(clause, Why::BeyondApproved))?;
        }
        SiteDisclosureGround::PersonalDataLeak => {
            require(site.leak.feared.is_some(), Refusal::under(clause, Why::StepMissing))?;
            require(does_nothing(site, edition, today), Refusal::under(clause, Why::OperatorActs))?;
        }
    }
    let content = site.content.only(&fields);
    require(content != SiteContent::default(), Refusal::under(clause, Why::CopyEmpty))?;
    let ours = attachments.iter().all(|id| site.attachments.iter().any(|file| file.id == *id));
    require(ours, Refusal::under(clause, Why::BeyondApproved))?;
    Ok(SiteEvent::SiteDisclosed { ground, to, content, attachments, purpose, on: today })
}
