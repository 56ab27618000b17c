//! What the quarterly figures count of a website case (Ⅴ.3.11): coded facts and days, never the site, its address or its
//! operator.
//!
//! A case as of a day is its state after the events up to that day: replay those, and ask here.

use std::collections::BTreeMap;

use jiff::Span;
use jiff::civil::{Date, date};
use serde::Serialize;

use super::lists::{OperatorAnswer, OperatorCategory, SiteEffect, SiteEnding, SiteKind};
use super::silence;
use super::state::SiteState;
use crate::case::duty::days_between;
use crate::coded::coded;
use crate::edition::Edition;
use crate::report::state::{ReportStage, ReportState};

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

/// The figures of all websites as of a day (図1-3, 1-8 to 1-11): counts alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SiteFigures {
    /// The last day that is counted.
    pub as_of: Date,
    /// Reports received so far.
    pub received: u32,
    /// 不受理.
    pub rejected: u32,
    /// Cases by how they are counted.
    pub status: BTreeMap<SiteStatus, u32>,
    /// Cases by kind; what nobody has decided yet is among the others.
    pub kinds: BTreeMap<SiteKind, u32>,
    /// Cases by their foremost effect.
    pub effects: BTreeMap<SiteEffect, u32>,
    /// Days from the details to the fix by kind, in the columns of [`FIX_COLUMNS`].
    pub days_to_fix: BTreeMap<SiteKind, Vec<u32>>,
    /// Days that cases have been long (長期化) by kind, in the columns of [`PROLONGED_COLUMNS`].
    pub prolonged: BTreeMap<SiteKind, Vec<u32>>,
}

/// The kinds of 図1-11; everything else is among the others.
pub const PROLONGED_KINDS: [SiteKind; 3] = [SiteKind::CrossSiteScripting, SiteKind::SqlInjection, SiteKind::Other];

impl SiteFigures {
    /// Nothing counted yet.
    #[must_use]
    pub fn new(as_of: Date) -> Self {
        SiteFigures {
            as_of,
            received: 0,
            rejected: 0,
            status: SiteStatus::ALL.map(|one| (one, 0)).into(),
            kinds: SiteKind::ALL.map(|one| (one, 0)).into(),
            effects: SiteEffect::ALL.map(|one| (one, 0)).into(),
            days_to_fix: SiteKind::ALL.map(|one| (one, vec![0; FIX_COLUMNS.len()])).into(),
            prolonged: PROLONGED_KINDS.map(|one| (one, vec![0; PROLONGED_COLUMNS.len()])).into(),
        }
    }

    /// Counts a report of a website; one that came or was decided later is not there yet.
    pub fn add_report(&mut self, report: &ReportState) {
        if report.received_on > self.as_of {
            return;
        }
        self.received += 1;
        let rejected = matches!(report.stage, ReportStage::Rejected { on, .. } if on <= self.as_of);
        self.rejected += u32::from(rejected);
    }

    /// Counts a case.
    pub fn add(&mut self, fact: &SiteFact) {
        let kind = fact.kind.unwrap_or(SiteKind::Other);
        *self.status.entry(fact.status).or_default() += 1;
        *self.kinds.entry(kind).or_default() += 1;
        *self.effects.entry(fact.effect.unwrap_or(SiteEffect::Other)).or_default() += 1;
        let fixed = fact.days_to_fix.filter(|_| fact.status.is_fixed());
        raise(self.days_to_fix.get_mut(&kind), &FIX_COLUMNS, fixed);
        let row = if PROLONGED_KINDS.contains(&kind) { kind } else { SiteKind::Other };
        raise(self.prolonged.get_mut(&row), &PROLONGED_COLUMNS, fact.prolonged_days);
    }
}

fn raise(row: Option<&mut Vec<u32>>, columns: &[i32], days: Option<i32>) {
    let place = days.and_then(|days| column(columns, days));
    if let Some(count) = row.zip(place).and_then(|(row, place)| row.get_mut(place)) {
        *count += 1;
    }
}

/// The last day of the quarter before the one that a day is in: the newest one for which figures are whole.
#[must_use]
pub fn last_quarter(today: Date) -> Date {
    let first_month = (today.month() - 1) / 3 * 3 + 1;
    date(today.year(), first_month, 1).saturating_sub(Span::new().days(1))
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
    fn a_quarter_is_whole_from_its_next_day_on() {
        let day = |text: &str| text.parse::<Date>().expect("a day");
        for (today, last) in [
            ("2026-11-21", "2026-09-30"),
            ("2026-10-01", "2026-09-30"),
            ("2026-09-30", "2026-06-30"),
            ("2027-01-01", "2026-12-31"),
            ("2028-04-10", "2028-03-31"),
        ] {
            assert_eq!(last_quarter(day(today)), day(last), "{today}");
        }
    }

    #[test]
    fn cases_are_counted_in_the_tables_of_the_report() {
        let day = |text: &str| text.parse::<Date>().expect("a day");
        let fact = |kind, status, days_to_fix, prolonged_days| SiteFact {
            accepted_on: day("2026-07-01"),
            kind,
            effect: Some(SiteEffect::Cookies),
            category: OperatorCategory::Company,
            status,
            ended_on: None,
            days_to_fix,
            prolonged_days,
        };
        let mut figures = SiteFigures::new(day("2026-09-30"));
        figures.add(&fact(Some(SiteKind::CrossSiteScripting), SiteStatus::ApplicationFixed, Some(5), None));
        figures.add(&fact(Some(SiteKind::DnsSettings), SiteStatus::InHandling, None, Some(200)));
        figures.add(&fact(None, SiteStatus::CannotHandle, Some(3), None));
        assert_eq!(figures.status[&SiteStatus::ApplicationFixed], 1);
        assert_eq!(figures.kinds[&SiteKind::Other], 1, "what is not decided yet");
        assert_eq!(figures.effects[&SiteEffect::Cookies], 3);
        assert_eq!(figures.days_to_fix[&SiteKind::CrossSiteScripting][4], 1, "4–5 days");
        assert_eq!(figures.days_to_fix[&SiteKind::Other].iter().sum::<u32>(), 0, "only what counts as fixed");
        assert_eq!(figures.prolonged[&SiteKind::Other][1], 1, "200–299 days, of a kind without a row of its own");
    }

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
