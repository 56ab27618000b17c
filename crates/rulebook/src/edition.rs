//! An edition of the guideline as data: every number, period, list and name that the procedure leaves open.
//!
//! The files are read and merged outside of the rulebook; here are the types and what rules ask them.

use std::collections::BTreeMap;

use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

use crate::calendar::Calendar;
use crate::text::Localized;

mod lists;
mod shown;

pub use lists::{Item, Lists};
pub use shown::EditionValue;

/// What every rule is given: the edition that a case is handled by, and the partnership's calendar.
#[derive(Clone, Copy, Debug)]
pub struct Rules<'a> {
    /// The edition that the case is pinned to.
    pub edition: &'a Edition,
    /// Business days of the partnership.
    pub calendar: &'a Calendar,
}

/// A value with the place it comes from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sourced<T> {
    /// The value itself.
    pub value: T,
    /// Id of the clause that asks for it or leaves it open.
    pub clause: String,
    /// False when the text it comes from was not read, or when no text says it; pages show that.
    pub verified: bool,
    /// What the value is, in Japanese.
    pub ja: String,
    /// What the value is, in English.
    pub en: String,
    /// Where the value was read when the clause itself does not say it.
    #[serde(default)]
    pub source: Localized,
}

/// How fast and how fully a case is handled (影響度, 付録4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Influence {
    /// 優先対応.
    Priority,
    /// 通常の対応.
    Normal,
    /// 簡易な対応.
    Simple,
}

/// How far a vulnerability reaches (影響範囲, 付録4.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Range {
    /// 広; also when nothing is known.
    Wide,
    /// 中.
    Medium,
    /// 狭.
    Narrow,
}

/// One band of severity in the influence matrix.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Band {
    /// The lowest CVSS base score of the band.
    pub from: f64,
    /// Its highest score, with one decimal.
    pub to: f64,
    /// Handling when the range is wide.
    pub wide: Influence,
    /// Handling when the range is medium.
    pub medium: Influence,
    /// Handling when the range is narrow.
    pub narrow: Influence,
}

/// The influence matrix (付録4): severity by range.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct InfluenceMatrix {
    /// Bands from the lowest score to the highest.
    pub bands: Vec<Band>,
}

impl InfluenceMatrix {
    /// The handling that a CVSS base score and a range lead to; none without a band for the score.
    #[must_use]
    pub fn influence(&self, score: f64, range: Range) -> Option<Influence> {
        let band = self.bands.iter().rfind(|band| score >= band.from)?;
        Some(match range {
            Range::Wide => band.wide,
            Range::Medium => band.medium,
            Range::Narrow => band.narrow,
        })
    }
}

/// The cell of the matrix in which a website case with a passive attack may be ended (付録4.2).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PassiveException {
    /// Lowest CVSS base score.
    pub from: f64,
    /// Highest CVSS base score.
    pub to: f64,
    /// The range it needs.
    pub range: Range,
}

/// One edition of the guideline. Periods say their unit in their name; all are calendar days or months.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Edition {
    /// Its short name, by which a case is pinned to it: `2019`.
    pub key: String,
    /// Counted from the first edition of 2004.
    pub ordinal: u32,
    /// Full name.
    pub name: Localized,
    /// First day in force.
    pub in_force: Date,
    /// The document its values were read from.
    pub source: Localized,
    /// What a reader should know about this file.
    #[serde(default)]
    pub note: Localized,
    /// Offset of the partnership's civil days from UTC, in hours.
    pub utc_offset_hours: i8,

    /// Days from day zero to the publication day aimed at; the start day is not counted (Ⅳ.4.3).
    pub target_days: Sourced<i32>,
    /// Contacts that suffice before a developer counts as one that does not answer.
    pub contacts_required: Sourced<u32>,
    /// Business days from one contact to the next one.
    pub contact_interval_days: Sourced<u32>,
    /// Whether the second contact goes by post when an address is known.
    pub second_contact_by_post: Sourced<bool>,
    /// Months without contact before the committee may take the case up (Ⅳ.3.(2).1.ア).
    pub unreachable_months: Sourced<i32>,
    /// Months without any answer before the developer's name is listed (Ⅳ.4.2.第6段.1).
    pub name_listing_months: Sourced<i32>,
    /// Months after the name before the product may be listed as well (Ⅳ.4.2.第6段.2).
    pub product_listing_months: Sourced<i32>,
    /// Months between two issues of the list of unreachable developers.
    pub list_update_months: Sourced<i32>,
    /// Months from day zero after which the finder may ask for release from the non-disclosure request (Ⅳ.2.4.第2段).
    pub release_after_months: Sourced<i32>,
    /// Months for a site operator to answer and fix, from receiving the vulnerability information (Ⅴ.4.1).
    pub website_months: Sourced<i32>,
    /// Attempts to reach an operator before it counts as one that does not answer (Ⅴ.3.5.第2段).
    pub operator_contacts: Sourced<u32>,
    /// Different means among them.
    pub operator_means: Sourced<u32>,
    /// Months without a proper answer after which handling of a website may end (Ⅴ.3.5.第2段).
    pub operator_silence_months: Sourced<i32>,
    /// Days after which an unfixed website counts as prolonged in the statistics.
    pub prolonged_days: Sourced<i32>,
    /// Days within which publication counts as quick in the statistics, from acceptance.
    pub statistic_days: Sourced<i32>,
    /// Days for a developer to acknowledge a report (付録6.3).
    pub acknowledge_days: Sourced<i32>,
    /// Months between two issues of the statistics (Ⅳ.3.(1).14).
    pub statistics_months: Sourced<i32>,
    /// Months of trial before priority provision becomes regular.
    pub priority_trial_months: Sourced<i32>,
    /// Hour of publication when no other is set.
    pub publication_time: Sourced<Time>,
    /// Whether reports are taken in day and night (Ⅳ.3.(1).1).
    pub intake_all_day: Sourced<bool>,
    /// Article of the personal information act for measures after a leak (Ⅴ.3.7.エ).
    pub leak_law_article: Sourced<u32>,
    /// Severity by range (付録4).
    pub influence: Sourced<InfluenceMatrix>,
    /// The range to take when none of the three factors is known (付録4.1).
    pub range_when_unknown: Sourced<Range>,
    /// The exception for passive attacks on websites (付録4.2).
    pub website_passive: Sourced<PassiveException>,
    /// Names of bodies and offices, by their task.
    pub agencies: BTreeMap<String, Sourced<Localized>>,
    /// Everything that is a list.
    pub lists: Lists,
}

impl Edition {
    /// The name of the office with this task, such as `receiving_body`.
    #[must_use]
    pub fn agency(&self, task: &str) -> Option<&Localized> {
        self.agencies.get(task).map(|agency| &agency.value)
    }

    /// Every value with its name, its text, its clause and whether it is verified, for the page of rules.
    #[must_use]
    pub fn values(&self) -> Vec<EditionValue> {
        shown::values(self)
    }
}

/// All editions known, from the oldest to the newest. There is always at least one.
#[derive(Clone, Debug, PartialEq)]
pub struct Editions(Vec<Edition>);

impl Editions {
    /// Orders them by their day in force; none without any edition.
    #[must_use]
    pub fn new(mut editions: Vec<Edition>) -> Option<Self> {
        editions.sort_by_key(|edition| edition.in_force);
        (!editions.is_empty()).then_some(Editions(editions))
    }

    /// The edition in force on a day; for days before the first one known, that first one.
    #[must_use]
    pub fn in_force(&self, day: Date) -> &Edition {
        self.0.iter().rfind(|edition| edition.in_force <= day).unwrap_or(&self.0[0])
    }

    /// The edition of this key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Edition> {
        self.0.iter().find(|edition| edition.key == key)
    }

    /// From the oldest to the newest.
    pub fn iter(&self) -> impl Iterator<Item = &Edition> {
        self.0.iter()
    }
}
