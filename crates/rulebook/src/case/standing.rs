//! How a case stands: what follows from its state alone.

use jiff::civil::Date;

use super::event::Origin;
use super::state::{CaseState, DeveloperSide, Stage, target_day};
use crate::edition::Edition;
use crate::ids::DeveloperId;
use crate::influence::Rating;

impl CaseState {
    /// Whether a developer reported its own product (Ⅳ.6).
    #[must_use]
    pub fn is_own_product(&self) -> bool {
        self.origin == Origin::OwnProduct
    }

    /// One developer of the case.
    #[must_use]
    pub fn developer(&self, id: DeveloperId) -> Option<&DeveloperSide> {
        self.developers.iter().find(|side| side.id == id)
    }

    /// Day zero (起算日): the first attempt to reach any developer (Ⅳ.2.4.注4, decision 6).
    #[must_use]
    pub fn day_zero(&self) -> Option<Date> {
        self.developers.iter().filter_map(DeveloperSide::first_attempt_on).min()
    }

    /// The first day on which details went to a developer (詳細情報連絡日).
    #[must_use]
    pub fn details_sent_on(&self) -> Option<Date> {
        self.developers.iter().filter_map(|side| side.details.as_ref().map(|copy| copy.on)).min()
    }

    /// The day aimed at: day zero and the edition's days, the start day not counted (Ⅳ.4.3). An own-product report
    /// aims at the day that its developer wishes (Ⅳ.6.2), one from overseas at the day of its coordinator (Ⅳ.4.3.②).
    #[must_use]
    pub fn target_day(&self, edition: &Edition) -> Option<Date> {
        if self.is_own_product() {
            return self.wished_day;
        }
        if let Some(day) = self.overseas.as_ref().and_then(|overseas| overseas.day) {
            return Some(day);
        }
        target_day(self.day_zero()?, edition)
    }

    /// The publication day that holds.
    #[must_use]
    pub fn day(&self) -> Option<Date> {
        self.days.last().filter(|set| !set.item.dropped).map(|set| set.item.day)
    }

    /// How far it is.
    #[must_use]
    pub fn stage(&self) -> Stage {
        if self.ending.is_stopped() {
            return Stage::Ended;
        }
        if !self.publications.is_empty() {
            return Stage::Published;
        }
        if self.day().is_some() {
            return Stage::DateAgreed;
        }
        if self.developers.iter().any(|side| side.verification.is_some()) {
            return Stage::Verified;
        }
        if self.developers.iter().any(|side| side.details.is_some()) {
            return Stage::DetailsSent;
        }
        if self.day_zero().is_some() {
            return Stage::Contacted;
        }
        if self.handed_over.is_some() { Stage::HandedOver } else { Stage::Accepted }
    }

    /// The newest rating.
    #[must_use]
    pub fn rating(&self) -> Option<&Rating> {
        self.ratings.last().map(|rating| &rating.item)
    }
}
