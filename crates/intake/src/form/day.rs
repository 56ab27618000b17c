//! A day as people write it: `2026年12月15日`, `2026-12-15`, `2026/12/15`, `令和8年12月15日`, `15 December 2026`.

use jiff::civil::Date;

use crate::plain::{narrow, nfkc};

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The day, and whether the text says nothing else.
#[must_use]
pub fn read(text: &str) -> Option<(Date, bool)> {
    let text = nfkc(text);
    japanese(&text).or_else(|| english(&text))
}

fn japanese(text: &str) -> Option<(Date, bool)> {
    let (era, rest) = match text.strip_prefix("令和") {
        Some(rest) => (2018, rest.trim_start()),
        None => (0, text),
    };
    let (year, rest) = number(rest)?;
    let (month, rest) = number(separator(rest, &['年', '-', '/', '.'])?)?;
    let (day, rest) = number(separator(rest, &['月', '-', '/', '.'])?)?;
    let date = Date::new(i16::try_from(year + era).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    let rest = rest.trim_start_matches('日').trim();
    Some((date, rest.is_empty() || is_weekday(rest)))
}

fn is_weekday(text: &str) -> bool {
    let inner = text.trim_start_matches('(').trim_end_matches(')').trim_end_matches("曜日");
    inner.chars().count() == 1 && "日月火水木金土".contains(inner)
}

fn number(text: &str) -> Option<(i32, &str)> {
    let text = text.trim_start();
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let value = text[..end.min(4)].parse().ok().filter(|_| end <= 4)?;
    Some((value, &text[end..]))
}

fn separator<'t>(text: &'t str, signs: &[char]) -> Option<&'t str> {
    let text = text.trim_start();
    text.strip_prefix(signs)
}

fn english(text: &str) -> Option<(Date, bool)> {
    let words: Vec<&str> =
        text.split(|c: char| c.is_whitespace() || c == ',').filter(|word| !word.is_empty()).collect();
    let [first, second, third] = words[..] else { return None };
    let (day, name) =
        if first.starts_with(|c: char| narrow(c).is_ascii_digit()) { (first, second) } else { (second, first) };
    let short = name.get(..3)?.to_ascii_lowercase();
    let month = MONTHS.iter().position(|month| *month == short)? + 1;
    let day = day.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let date = Date::new(third.parse().ok()?, i8::try_from(month).ok()?, day.parse().ok()?).ok()?;
    Some((date, true))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_in_every_way() {
        let day = date(2026, 12, 15);
        for text in [
            "2026年12月15日",
            "２０２６年１２月１５日（火）",
            "2026-12-15",
            "2026/12/15",
            "2026.12.15",
            "令和8年12月15日",
            "15 December 2026",
            "Dec 15, 2026",
        ] {
            assert_eq!(read(text), Some((day, true)), "{text}");
        }
        assert_eq!(read("2026年12月15日以降"), Some((day, false)));
    }

    #[test]
    fn no_day_is_guessed() {
        for text in ["12月中旬", "2026年12月", "2026-13-40", "未定", "99999年1月1日", "", "令和"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
