//! The moment at which something is decided: told to the rulebook, never asked by it (decision 5).

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::Offset;
use serde::{Deserialize, Serialize};

/// An instant and the civil day that it is in the partnership's zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    /// The instant, in UTC.
    pub at: Timestamp,
    /// The day in the partnership's zone.
    pub today: Date,
}

impl Moment {
    /// The moment at an instant, in a zone that lies `utc_offset_hours` ahead of UTC.
    #[must_use]
    pub fn new(at: Timestamp, utc_offset_hours: i8) -> Self {
        Moment { at, today: day_of(at, utc_offset_hours) }
    }
}

/// The civil day of an instant in the partnership's zone.
#[must_use]
pub fn day_of(at: Timestamp, utc_offset_hours: i8) -> Date {
    Offset::constant(utc_offset_hours).to_datetime(at).date()
}

/// The instant at which a civil day reaches an hour in the partnership's zone.
///
/// Returns `None` for days outside what an instant can hold.
#[must_use]
pub fn instant_of(day: Date, hour: i8, utc_offset_hours: i8) -> Option<Timestamp> {
    Offset::constant(utc_offset_hours).to_timestamp(day.at(hour, 0, 0, 0)).ok()
}
