//! Days and counts in the two languages.

use crate::letterhead::Language;
use jiff::civil::{Date, Weekday};

/// `2026年11月21日`, `21 November 2026`.
pub(crate) fn day(date: Date, language: Language) -> String {
    match language {
        Language::Japanese => format!("{}年{}月{}日", date.year(), date.month(), date.day()),
        Language::English => format!("{} {} {}", date.day(), month(date.month()), date.year()),
    }
}

/// The same with the day of the week, for days by which something is due.
pub(crate) fn due_day(date: Date, language: Language) -> String {
    match language {
        Language::Japanese => format!("{}（{}）", day(date, language), weekday(date.weekday()).0),
        Language::English => format!("{}, {}", weekday(date.weekday()).1, day(date, language)),
    }
}

fn month(number: i8) -> &'static str {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    NAMES[usize::from(number.unsigned_abs()).clamp(1, 12) - 1]
}

fn weekday(day: Weekday) -> (&'static str, &'static str) {
    match day {
        Weekday::Monday => ("月", "Monday"),
        Weekday::Tuesday => ("火", "Tuesday"),
        Weekday::Wednesday => ("水", "Wednesday"),
        Weekday::Thursday => ("木", "Thursday"),
        Weekday::Friday => ("金", "Friday"),
        Weekday::Saturday => ("土", "Saturday"),
        Weekday::Sunday => ("日", "Sunday"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_are_written_as_people_write_them() {
        let day_ = date(2026, 12, 4);
        assert_eq!(due_day(day_, Language::Japanese), "2026年12月4日（金）");
        assert_eq!(due_day(day_, Language::English), "Friday, 4 December 2026");
    }
}
