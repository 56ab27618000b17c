//! Dates as the JVN family writes them: in Japan Standard Time, nine hours east of UTC.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};

const JST: Offset = jiff::tz::offset(9);

/// The civil day of an instant.
#[must_use]
pub fn day(instant: Timestamp) -> Date {
    JST.to_datetime(instant).date()
}

/// The first instant of a civil day.
#[must_use]
pub fn midnight(day: Date) -> Timestamp {
    let zoned = TimeZone::fixed(JST).to_timestamp(day.to_datetime(jiff::civil::Time::midnight()));
    zoned.unwrap_or(if day.year() < 0 { Timestamp::MIN } else { Timestamp::MAX })
}

/// `2023-10-16T17:18:05+09:00`, as the API writes instants.
#[must_use]
pub fn seconds(instant: Timestamp) -> String {
    format!("{}+09:00", JST.to_datetime(instant).strftime("%Y-%m-%dT%H:%M:%S"))
}

/// `2023-10-16T17:18+09:00`, as feeds write the dates of their items.
#[must_use]
pub fn minutes(instant: Timestamp) -> String {
    format!("{}+09:00", JST.to_datetime(instant).strftime("%Y-%m-%dT%H:%M"))
}

/// `2023/11/02 12:00:18`, as `checksum.txt` writes them.
#[must_use]
pub fn plain(instant: Timestamp) -> String {
    JST.to_datetime(instant).strftime("%Y/%m/%d %H:%M:%S").to_string()
}

/// Reads an instant with or without seconds; it must say its zone.
#[must_use]
pub fn parse(text: &str) -> Option<Timestamp> {
    text.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_three_shapes() {
        let instant: Timestamp = "2023-10-16T08:18:05Z".parse().expect("an instant");
        assert_eq!(seconds(instant), "2023-10-16T17:18:05+09:00");
        assert_eq!(minutes(instant), "2023-10-16T17:18+09:00");
        assert_eq!(plain(instant), "2023/10/16 17:18:05");
        assert_eq!(parse(&seconds(instant)), Some(instant));
        assert_eq!(parse("2023-10-16T17:18+09:00"), "2023-10-16T08:18:00Z".parse().ok());
        assert_eq!(parse("2023-10-16"), None);
        assert_eq!(day("2023-12-31T15:00:00Z".parse().expect("an instant")).year(), 2024);
        assert_eq!(midnight(jiff::civil::date(2024, 1, 1)), "2023-12-31T15:00:00Z".parse().expect("an instant"));
    }
}
