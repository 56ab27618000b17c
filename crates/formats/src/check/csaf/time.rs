//! Points in time as CSAF writes them (RFC 3339), compared across time zones.

/// Seconds since 1970 and nanoseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Instant {
    pub seconds: i64,
    nanos: u32,
}

impl Instant {
    /// Reads RFC 3339 loosely: lower case `t` and `z`, a space for `T` and leap seconds are accepted.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let number = |from: usize, to: usize| -> Option<i64> {
            let digits = bytes.get(from..to)?;
            let all = digits.iter().all(u8::is_ascii_digit);
            all.then(|| digits.iter().fold(0, |sum, digit| sum * 10 + i64::from(digit - b'0')))
        };
        let is = |index: usize, wanted: &[u8]| bytes.get(index).is_some_and(|byte| wanted.contains(byte));
        let (year, month, day) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
        let (hour, minute, second) = (number(11, 13)?, number(14, 16)?, number(17, 19)?);
        let marks = is(4, b"-") && is(7, b"-") && is(10, b"Tt ") && is(13, b":") && is(16, b":");
        if !marks || hour > 23 || minute > 59 || second > 60 || !(1..=days_in(year, month)?).contains(&day) {
            return None;
        }
        let (nanos, end) = fraction(bytes)?;
        let offset = match *bytes.get(end)? {
            b'Z' | b'z' if bytes.len() == end + 1 => 0,
            sign @ (b'+' | b'-') if bytes.len() == end + 6 && is(end + 3, b":") => {
                let (hours, minutes) = (number(end + 1, end + 3)?, number(end + 4, end + 6)?);
                if hours > 23 || minutes > 59 {
                    return None;
                }
                (hours * 60 + minutes) * if sign == b'-' { -60 } else { 60 }
            }
            _ => return None,
        };
        let seconds = days_since_1970(year, month, day) * 86_400 + hour * 3_600 + minute * 60 + second - offset;
        Some(Instant { seconds, nanos })
    }

    /// So many seconds before.
    pub fn earlier(self, seconds: i64) -> Self {
        Instant { seconds: self.seconds - seconds, ..self }
    }

    pub fn from_seconds(seconds: i64) -> Self {
        Instant { seconds, nanos: 0 }
    }
}

/// Nanoseconds and where the zone begins; digits past the ninth are dropped.
fn fraction(bytes: &[u8]) -> Option<(u32, usize)> {
    if bytes.get(19) != Some(&b'.') {
        return Some((0, 19));
    }
    let digits = bytes[20..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let nanos = (0..9).fold(0, |sum, index| {
        let digit = if index < digits { u32::from(bytes[20 + index] - b'0') } else { 0 };
        sum * 10 + digit
    });
    (digits > 0).then_some((nanos, 20 + digits))
}

/// RFC 3339 as CSAF 2.1 wants it (section 2.3): upper case letters, `T` between day and time, no leap seconds.
pub(super) fn is_strict(text: &str) -> bool {
    let upper = text.as_bytes().get(10) == Some(&b'T') && !text.ends_with('z');
    upper && text.get(17..19) != Some("60") && Instant::parse(text).is_some()
}

fn days_in(year: i64, month: i64) -> Option<i64> {
    Some(match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => return None,
    })
}

/// Howard Hinnant's `days_from_civil`.
fn days_since_1970(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year - era * 400;
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants() {
        let seconds = |text: &str| Instant::parse(text).map(|instant| instant.seconds);
        assert_eq!(seconds("1970-01-01T00:00:00Z"), Some(0));
        assert_eq!(seconds("2000-03-01T12:00:00.5+09:00"), Some(951_879_600));
        assert_eq!(Instant::parse("2024-01-23T10:00:00.000+12:00"), Instant::parse("2024-01-22T22:00:00Z"));
        assert!(Instant::parse("2024-01-21T10:00:00.00010Z") > Instant::parse("2024-01-21T10:00:00.000Z"));
        for bad in ["", "2024-02-30T00:00:00Z", "2024-01-01T00:00:00", "2024-01-01", "2024-01-01T24:00:00Z", "あ"] {
            assert_eq!(seconds(bad), None, "{bad}");
        }
        assert!(is_strict("2024-01-24T10:00:00.000Z") && is_strict("2024-01-24T10:00:00+01:00"));
        for bad in ["2024-01-24 10:00:00.000Z", "2024-01-24T10:00:00z", "2016-12-31T23:59:60Z", "2024-01-24t10:00:00Z"]
        {
            assert!(!is_strict(bad), "{bad}");
        }
    }
}
