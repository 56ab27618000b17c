//! What the quarterly figures count of a website case (Ⅴ.3.11): coded facts and days, never the site, its address or its
//! operator.
//!
//! A case as of a day is its state after the events up to that day: replay those, and ask here.

use jiff::civil::Date;
use serde::Serialize;

use super::lists::{OperatorAnswer, OperatorCategory, SiteEffect, SiteEnding, SiteKind};
use super::silence;
use super::state::SiteState;
use crate::case::duty::days_between;
use crate::coded::coded;
use crate::edition::Edition;

coded! {
    /// How the figures count a case. Rejected reports never become one.
    pub enum SiteStatus {
        /// 修正完了, application fixed.
        ApplicationFixed = "application_fixed",
        /// 修正完了, avoided by operation.
        AvoidedByOperation = "avoided_by_operation",
        /// 修正完了, page removed.
        PageRemoved = "page_removed",
        /// 注意喚起.
        PublicAlert = "public_alert",
        /// 脆弱性ではない.
        NotVulnerability = "not_vulnerability",
        /// 取扱い中.
        InHandling = "in_handling",
        /// 取扱不能.
        CannotHandle = "cannot_handle",
    }
}

impl SiteStatus {
    /// How an ending is counted. The reports name these rows without saying where the rarer endings go: what the operator
    /// had fixed before counts as fixed, what is outside as no vulnerability, the rest as what could not be handled.
    #[must_use]
    pub const fn of_ending(ending: SiteEnding) -> SiteStatus {
        match ending {
            SiteEnding::ApplicationFixed | SiteEnding::KnownAndFixed => SiteStatus::ApplicationFixed,
            SiteEnding::AvoidedByOperation => SiteStatus::AvoidedByOperation,
            SiteEnding::PageRemoved => SiteStatus::PageRemoved,
            SiteEnding::ImproperOperation => SiteStatus::PublicAlert,
            SiteEnding::NotVulnerabilityInformation | SiteEnding::OutOfScope => SiteStatus::NotVulnerability,
            SiteEnding::SmallImpact
            | SiteEnding::NoProperAnswer
            | SiteEnding::OperatorDeclines
            | SiteEnding::IllegallyAcquired
            | SiteEnding::HandedToProduct
            | SiteEnding::Withdrawn => SiteStatus::CannotHandle,
        }
    }

    /// Whether it is one of the three that count as fixed (修正完了).
    #[must_use]
    pub const fn is_fixed(self) -> bool {
        matches!(self, SiteStatus::ApplicationFixed | SiteStatus::AvoidedByOperation | SiteStatus::PageRemoved)
    }
}

/// What is counted of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SiteFact {
    /// Day of acceptance.
    pub accepted_on: Date,
    /// Kind, once decided.
    pub kind: Option<SiteKind>,
    /// The foremost effect.
    pub effect: Option<SiteEffect>,
    /// Who runs the site.
    pub category: OperatorCategory,
    /// How it is counted.
    pub status: SiteStatus,
    /// Day of the end.
    pub ended_on: Option<Date>,
    /// Days from the details to the operator's word of the fix.
    pub days_to_fix: Option<i32>,
    /// Days since the details of a case that counts as long.
    pub prolonged_days: Option<i32>,
}

/// What is counted of a case on a day.
#[must_use]
pub fn fact(site: &SiteState, edition: &Edition, today: Date) -> SiteFact {
    let status = site.closing.as_ref().map_or(SiteStatus::InHandling, |end| SiteStatus::of_ending(end.ending));
    let sent = site.details.as_ref().map(|details| details.on);
    let fixed_on = fixed_on(site).filter(|_| status.is_fixed());
    SiteFact {
        accepted_on: site.accepted_on,
        kind: site.classification.as_ref().map(|decided| decided.kind),
        effect: site.classification.as_ref().and_then(|decided| decided.effects.first().copied()),
        category: site.operator.as_ref().map_or(OperatorCategory::Unknown, |operator| operator.category),
        status,
        ended_on: site.closing.as_ref().map(|closing| closing.on),
        days_to_fix: sent.zip(fixed_on).map(|(sent, fixed)| days_between(sent, fixed)),
        prolonged_days: sent.filter(|_| silence::is_prolonged(site, edition, today)).map(|on| days_between(on, today)),
    }
}

/// The day of the operator's newest word that it is fixed, else the day on which the desk saw it gone.
fn fixed_on(site: &SiteState) -> Option<Date> {
    let says = |answer: OperatorAnswer| answer.is_fix() || answer == OperatorAnswer::KnownAndFixed;
    let said = site.answer().filter(|answer| says(answer.item.answer)).map(|answer| answer.item.on);
    said.or_else(|| site.checks.last().filter(|_| site.is_seen_gone()).map(|check| check.item.on))
}

/// First days of the columns of figure 1-8, days from details to fix; each column ends before the next begins.
pub const FIX_COLUMNS: [i32; 13] = [0, 1, 2, 3, 4, 6, 11, 21, 31, 51, 91, 201, 301];

/// First days of the columns of figure 1-11, days that a case has been long.
pub const PROLONGED_COLUMNS: [i32; 10] = [90, 200, 300, 400, 500, 600, 700, 800, 900, 1000];

/// The column that a number of days belongs to; none before the first.
#[must_use]
pub fn column(columns: &[i32], days: i32) -> Option<usize> {
    columns.iter().rposition(|first| days >= *first)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Figure 1-8: 0, 1, 2, 3, 4–5, 6–10, 11–20, 21–30, 31–50, 51–90, 91–200, 201–300, 301–.
    #[test]
    fn days_fall_into_the_columns_of_the_report() {
        let expected =
            [(0, 0), (3, 3), (4, 4), (5, 4), (6, 5), (10, 5), (30, 7), (90, 9), (91, 10), (300, 11), (301, 12)];
        for (days, place) in expected {
            assert_eq!(column(&FIX_COLUMNS, days), Some(place), "{days}");
        }
        assert_eq!(column(&FIX_COLUMNS, -1), None);
        let long = [(89, None), (90, Some(0)), (199, Some(0)), (200, Some(1)), (999, Some(8)), (1000, Some(9))];
        for (days, place) in long {
            assert_eq!(column(&PROLONGED_COLUMNS, days), place, "{days}");
        }
    }
}
