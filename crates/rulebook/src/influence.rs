//! Rating of influence (影響度, 付録4): severity and range decide how a case is handled.

use serde::{Deserialize, Serialize};

use crate::edition::{Edition, Influence, Range};

/// What is known about the three factors of the range (付録4.1). Unknown is an answer of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RangeFactors {
    /// ① How many use it.
    pub users: Option<Range>,
    /// ② Social influence, such as use in critical infrastructure.
    pub social: Option<Range>,
    /// ③ Whether an attack is published or seen: then the range is wide.
    pub attack_seen: Option<bool>,
}

/// A CVSS v4.0 vector beside the rating: it is shown and kept, and drives nothing (付録4 takes v3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version4 {
    /// The vector.
    pub vector: String,
    /// Its score in tenths.
    pub score_tenths: u8,
}

/// A rating, with everything that it was made from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rating {
    /// CVSS v3 vector.
    pub vector: String,
    /// CVSS v3 base score in tenths: 98 is 9.8.
    pub score_tenths: u8,
    /// CVSS v4.0, where one was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub v4: Option<Version4>,
    /// What was known about the range.
    pub factors: RangeFactors,
    /// The range that follows.
    pub range: Range,
    /// The handling that follows.
    pub influence: Influence,
}

/// The range that follows from the three factors (付録4.1).
///
/// A published or observed attack makes it wide (③); that none is known narrows nothing. Of number of users and social
/// influence the wider one counts. With neither known the range is what the edition says for the unknown: wide. The
/// clause says so where all three are unknown; "no attack seen" alone is no ground to judge more narrowly.
#[must_use]
pub fn range(factors: RangeFactors, edition: &Edition) -> Range {
    if factors.attack_seen == Some(true) {
        return Range::Wide;
    }
    match (factors.users, factors.social) {
        (Some(users), Some(social)) => users.min(social),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => edition.range_when_unknown.value,
    }
}

/// The rating of a vulnerability with a CVSS v3 base score (in tenths) and what is known about its range (付録4).
///
/// `None` when the score is above 10.0 or the edition's matrix has no band for it.
#[must_use]
pub fn rate(vector: String, score_tenths: u8, factors: RangeFactors, edition: &Edition) -> Option<Rating> {
    if score_tenths > 100 {
        return None;
    }
    let range = range(factors, edition);
    let influence = edition.influence.value.influence(f64::from(score_tenths) / 10.0, range)?;
    Some(Rating { vector, score_tenths, v4: None, factors, range, influence })
}
