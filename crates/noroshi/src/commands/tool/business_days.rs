//! `noroshi tool business-days`: `FROM TO` → how many, both days included.

use jiff::civil::Date;

use crate::failure::Outcome;

/// Counts with the calendar that comes with the program.
pub(super) fn counter() -> Outcome<impl Fn(&str) -> Result<String, String>> {
    let calendar = casework::editions::calendar()?;
    let year = |day: Option<&Date>| day.map_or(0, |day| day.year());
    let known = year(calendar.holidays.first())..=year(calendar.holidays.last());
    Ok(move |line: &str| {
        let [from, to] = line.split([' ', '\t', ',']).filter(|word| !word.is_empty()).collect::<Vec<_>>()[..] else {
            return Err("give two days, such as 2026-04-28 2026-05-07".to_owned());
        };
        let (from, to) = (day(from)?, day(to)?);
        if from > to {
            return Err(format!("{from} is after {to}"));
        }
        if !known.contains(&from.year()) || !known.contains(&to.year()) {
            return Err(format!("holidays are known from {} to {}", known.start(), known.end()));
        }
        Ok(calendar.business_days_between(from, to).to_string())
    })
}

fn day(word: &str) -> Result<Date, String> {
    let is_iso = word.len() == 10 && word.is_ascii();
    word.parse().ok().filter(|_| is_iso).ok_or_else(|| format!("{word} is no day such as 2026-04-28"))
}
