//! Days and instants for people: with the weekday, what is left, and the zone said.
//!
//! Nothing here knows what time it is: today and the zone are parameters.

use std::fmt::{self, Write as _};

use jiff::civil::{Date, Weekday};
use jiff::tz::Offset;
use jiff::{Timestamp, Unit};
use serde::{Deserialize, Serialize};

use crate::text::Lang;

/// The partnership's zone: a fixed offset from UTC and its name in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Zone {
    /// Minutes east of UTC.
    pub minutes: i32,
    /// The name as Japanese pages say it.
    pub ja: String,
    /// The name as English pages say it.
    pub en: String,
}

impl Zone {
    /// Japan Standard Time, nine hours east of UTC, without summer time.
    #[must_use]
    pub fn jst() -> Self {
        Zone { minutes: 540, ja: "日本時間".to_owned(), en: "JST".to_owned() }
    }

    /// The civil day of an instant in this zone.
    #[must_use]
    pub fn day_of(&self, instant: Timestamp) -> Date {
        self.offset().to_datetime(instant).date()
    }

    fn offset(&self) -> Offset {
        Offset::from_seconds(self.minutes * 60).unwrap_or(Offset::UTC)
    }
}

impl Default for Zone {
    fn default() -> Self {
        Zone::jst()
    }
}

/// How urgent a due day is, for order, words and colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Urgency {
    /// The due day has passed.
    Overdue,
    /// Due today.
    Today,
    /// Due within seven days.
    Soon,
    /// Due later, or without a day.
    Later,
}

impl Urgency {
    /// The urgency of a due day as seen today.
    #[must_use]
    pub fn of(due: Date, today: Date) -> Self {
        match days_between(today, due) {
            ..=-1 => Urgency::Overdue,
            0 => Urgency::Today,
            1..=7 => Urgency::Soon,
            _ => Urgency::Later,
        }
    }

    /// The name as in CSS classes.
    #[must_use]
    pub const fn class(self) -> &'static str {
        match self {
            Urgency::Overdue => "overdue",
            Urgency::Today => "today",
            Urgency::Soon => "soon",
            Urgency::Later => "later",
        }
    }
}

/// A day with its weekday: `2026年11月21日（土）`, `Sat 21 Nov 2026`.
#[must_use]
pub fn day(lang: Lang, date: Date) -> String {
    let weekday = weekday(lang, date);
    match lang {
        Lang::Ja => short(format_args!("{}年{}月{}日（{weekday}）", date.year(), date.month(), date.day())),
        Lang::En => short(format_args!("{weekday} {} {} {}", date.day(), month(date), date.year())),
    }
}

/// A day in a narrow column: without its year when that is this year. `11月21日（土）`, `Sat 21 Nov`.
#[must_use]
pub fn day_short(lang: Lang, date: Date, today: Date) -> String {
    if date.year() != today.year() {
        return day(lang, date);
    }
    let weekday = weekday(lang, date);
    match lang {
        Lang::Ja => short(format_args!("{}月{}日（{weekday}）", date.month(), date.day())),
        Lang::En => short(format_args!("{weekday} {} {}", date.day(), month(date))),
    }
}

/// A short text, with room for all of it at once: a table may have hundreds of days.
fn short(text: fmt::Arguments<'_>) -> String {
    const ROOM: usize = 32;
    let mut out = String::with_capacity(ROOM);
    out.write_fmt(text).expect("a string takes all");
    out
}

/// An instant with the zone said: `2026年11月21日（土）12:00（日本時間）`, `Sat 21 Nov 2026, 12:00 JST`.
#[must_use]
pub fn instant(lang: Lang, at: Timestamp, zone: &Zone) -> String {
    let local = zone.offset().to_datetime(at);
    let day = day(lang, local.date());
    match lang {
        Lang::Ja => format!("{day}{:02}:{:02}（{}）", local.hour(), local.minute(), zone.ja),
        Lang::En => format!("{day}, {:02}:{:02} {}", local.hour(), local.minute(), zone.en),
    }
}

/// What is left until a due day: `あと12日`, `今日`, `3日超過`; `12 days left`, `today`, `3 days overdue`.
#[must_use]
pub fn left(lang: Lang, due: Date, today: Date) -> String {
    match days_between(today, due) {
        0 => lang.t("date-today").into_owned(),
        days @ 1.. => lang.t1("date-days-left", "days", days),
        days => lang.t1("date-days-overdue", "days", -days),
    }
}

/// How long ago a day was: `今日`, `昨日`, `3日前`; `today`, `yesterday`, `3 days ago`. A day to come is named.
#[must_use]
pub fn ago(lang: Lang, date: Date, today: Date) -> String {
    match days_between(date, today) {
        0 => lang.t("date-today").into_owned(),
        1 => lang.t("date-yesterday").into_owned(),
        days @ 2.. => lang.t1("date-days-ago", "days", days),
        _ => day(lang, date),
    }
}

/// Calendar days from one day to another; negative when the second is earlier.
#[must_use]
pub fn days_between(from: Date, to: Date) -> i32 {
    from.until((Unit::Day, to)).map_or(0, |span| span.get_days())
}

fn weekday(lang: Lang, date: Date) -> &'static str {
    let (ja, en) = match date.weekday() {
        Weekday::Monday => ("月", "Mon"),
        Weekday::Tuesday => ("火", "Tue"),
        Weekday::Wednesday => ("水", "Wed"),
        Weekday::Thursday => ("木", "Thu"),
        Weekday::Friday => ("金", "Fri"),
        Weekday::Saturday => ("土", "Sat"),
        Weekday::Sunday => ("日", "Sun"),
    };
    lang.pick(ja, en)
}

fn month(date: Date) -> &'static str {
    const NAMES: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    NAMES[usize::from(date.month().unsigned_abs()).saturating_sub(1) % 12]
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn days_carry_their_weekday() {
        assert_eq!(day(Lang::Ja, date(2026, 11, 21)), "2026年11月21日（土）");
        assert_eq!(day(Lang::En, date(2026, 11, 21)), "Sat 21 Nov 2026");
    }

    #[test]
    fn this_year_goes_without_saying_in_narrow_columns() {
        let today = date(2026, 12, 1);
        assert_eq!(day_short(Lang::Ja, date(2026, 11, 21), today), "11月21日（土）");
        assert_eq!(day_short(Lang::En, date(2026, 11, 21), today), "Sat 21 Nov");
        assert_eq!(day_short(Lang::En, date(2027, 1, 4), today), "Mon 4 Jan 2027");
    }

    #[test]
    fn what_is_left_is_said_in_days() {
        let today = date(2026, 11, 21);
        let texts = |due| (left(Lang::Ja, due, today), left(Lang::En, due, today));
        assert_eq!(texts(date(2026, 12, 3)), ("あと12日".into(), "12 days left".into()));
        assert_eq!(texts(date(2026, 11, 22)), ("あと1日".into(), "1 day left".into()));
        assert_eq!(texts(today), ("今日".into(), "today".into()));
        assert_eq!(texts(date(2026, 11, 18)), ("3日超過".into(), "3 days overdue".into()));
        assert_eq!(texts(date(2026, 11, 20)), ("1日超過".into(), "1 day overdue".into()));
    }

    #[test]
    fn the_past_is_counted_back() {
        let today = date(2026, 3, 1);
        assert_eq!(ago(Lang::Ja, date(2026, 2, 26), today), "3日前");
        assert_eq!(ago(Lang::En, date(2026, 2, 28), today), "yesterday");
        assert_eq!(ago(Lang::En, date(2026, 3, 2), today), "Mon 2 Mar 2026");
    }

    #[test]
    fn urgency_changes_at_the_day_itself_and_a_week_before() {
        let today = date(2026, 11, 21);
        assert_eq!(Urgency::of(date(2026, 11, 20), today), Urgency::Overdue);
        assert_eq!(Urgency::of(today, today), Urgency::Today);
        assert_eq!(Urgency::of(date(2026, 11, 28), today), Urgency::Soon);
        assert_eq!(Urgency::of(date(2026, 11, 29), today), Urgency::Later);
    }

    #[test]
    fn instants_are_told_in_the_zone_and_name_it() {
        let noon: Timestamp = "2026-11-21T03:00:00Z".parse().expect("a timestamp");
        assert_eq!(instant(Lang::Ja, noon, &Zone::jst()), "2026年11月21日（土）12:00（日本時間）");
        assert_eq!(instant(Lang::En, noon, &Zone::jst()), "Sat 21 Nov 2026, 12:00 JST");
    }

    #[test]
    fn the_day_of_an_instant_depends_on_the_zone() {
        let evening: Timestamp = "2026-11-21T15:00:00Z".parse().expect("a timestamp");
        assert_eq!(Zone::jst().day_of(evening), date(2026, 11, 22));
    }
}
