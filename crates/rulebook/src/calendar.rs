//! Business days (就業日): Monday to Friday without national holidays and the days around New Year.

use std::collections::BTreeSet;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Serialize};

/// A day of any year, such as 29 December.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct MonthDay {
    /// 1 to 12.
    pub month: i8,
    /// 1 to 31.
    pub day: i8,
}

impl MonthDay {
    fn of(date: Date) -> Self {
        MonthDay { month: date.month(), day: date.day() }
    }
}

/// The days on which the partnership works: intake is open day and night, the work after it is done on business
/// days as a rule (Ⅳ.3.(1).1, Ⅴ.3.1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calendar {
    /// National holidays, with substitute holidays and citizens' holidays.
    pub holidays: BTreeSet<Date>,
    /// First day of the closure around New Year; it runs over the turn of the year.
    pub year_end_from: MonthDay,
    /// Last day of that closure.
    pub year_end_to: MonthDay,
}

impl Calendar {
    /// Whether the bodies work on this day.
    #[must_use]
    pub fn is_business_day(&self, date: Date) -> bool {
        let weekend = matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday);
        !weekend && !self.is_year_end(date) && !self.holidays.contains(&date)
    }

    /// Business days from the first to the last day, both included; 0 when the last is before the first.
    #[must_use]
    pub fn business_days_between(&self, first: Date, last: Date) -> u32 {
        let days = first.series(1.day()).take_while(|day| *day <= last);
        days.filter(|day| self.is_business_day(*day)).map(|_| 1).sum()
    }

    /// The first business day after this day.
    #[must_use]
    pub fn next_business_day(&self, date: Date) -> Date {
        self.add_business_days(date, 1)
    }

    /// The day itself when it is a business day, else the next one.
    #[must_use]
    pub fn business_day_from(&self, date: Date) -> Date {
        if self.is_business_day(date) { date } else { self.next_business_day(date) }
    }

    /// The business day that comes `days` business days after this day; the start day is not counted.
    #[must_use]
    pub fn add_business_days(&self, date: Date, days: u32) -> Date {
        if days == 0 {
            return date;
        }
        let mut later = date.series(1.day()).skip(1).filter(|day| self.is_business_day(*day));
        later.nth(days as usize - 1).unwrap_or(Date::MAX)
    }

    fn is_year_end(&self, date: Date) -> bool {
        let day = MonthDay::of(date);
        day >= self.year_end_from || day <= self.year_end_to
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn golden_week() -> Calendar {
        let holidays = [date(2019, 4, 29), date(2019, 4, 30), date(2019, 5, 1), date(2019, 5, 2), date(2019, 5, 3)];
        Calendar {
            holidays: holidays.into_iter().chain([date(2019, 5, 6)]).collect(),
            year_end_from: MonthDay { month: 12, day: 29 },
            year_end_to: MonthDay { month: 1, day: 3 },
        }
    }

    #[test]
    fn weekends_holidays_and_the_turn_of_the_year_are_free() {
        let calendar = golden_week();
        assert!(calendar.is_business_day(date(2019, 4, 26)));
        assert!(!calendar.is_business_day(date(2019, 4, 27)));
        assert!(!calendar.is_business_day(date(2019, 5, 1)));
        assert!(calendar.is_business_day(date(2018, 12, 28)));
        assert!(!calendar.is_business_day(date(2018, 12, 31)));
        assert!(!calendar.is_business_day(date(2019, 1, 3)));
        assert!(calendar.is_business_day(date(2019, 1, 4)));
    }

    #[test]
    fn the_ten_free_days_of_2019_hold_no_business_day() {
        let calendar = golden_week();
        assert_eq!(calendar.business_days_between(date(2019, 4, 27), date(2019, 5, 6)), 0);
        assert_eq!(calendar.business_days_between(date(2019, 4, 26), date(2019, 5, 7)), 2);
        assert_eq!(calendar.business_days_between(date(2019, 5, 7), date(2019, 4, 26)), 0);
    }

    #[test]
    fn counting_on_skips_free_days() {
        let calendar = golden_week();
        assert_eq!(calendar.next_business_day(date(2019, 4, 26)), date(2019, 5, 7));
        assert_eq!(calendar.business_day_from(date(2019, 4, 26)), date(2019, 4, 26));
        assert_eq!(calendar.business_day_from(date(2019, 4, 27)), date(2019, 5, 7));
        assert_eq!(calendar.add_business_days(date(2019, 4, 26), 0), date(2019, 4, 26));
        assert_eq!(calendar.add_business_days(date(2019, 4, 25), 3), date(2019, 5, 8));
    }
}
