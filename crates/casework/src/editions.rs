//! Editions of the guideline and the calendar, read from the files in `editions/`.
//!
//! A file is a whole edition, or it names its `base` and holds only what differs. Whatever an edition takes over
//! from its base counts as unverified, for nobody has read it in the text of that edition.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use rulebook::calendar::{Calendar, MonthDay};
use rulebook::edition::{Edition, Editions};
use serde::Deserialize;
use thiserror::Error;
use toml::{Table, Value};

/// The files that come with the program: name and text.
const FILES: [(&str, &str); 2] = [
    ("2019.toml", include_str!("../../../editions/2019.toml")),
    ("2026.toml", include_str!("../../../editions/2026.toml")),
];
const CALENDAR: &str = include_str!("../../../editions/calendar-jp.toml");

/// Why the editions or the calendar cannot be read.
#[derive(Debug, Error)]
pub enum EditionError {
    /// The text is not TOML, or a value is missing or of the wrong kind.
    #[error("The file {file} cannot be read: {why}")]
    Unreadable {
        /// Name of the file.
        file: String,
        /// What is wrong, with the line.
        why: String,
    },
    /// The edition builds on one that no file before it has.
    #[error("The file {file} builds on the edition {base}, which is not there.")]
    NoBase {
        /// Name of the file.
        file: String,
        /// The edition it names.
        base: String,
    },
    /// There is no file at all.
    #[error("There is no edition of the guideline.")]
    None,
}

/// The editions that come with the program.
///
/// # Errors
/// When a file is broken; a test reads the files that are built in.
pub fn editions() -> Result<Editions, EditionError> {
    read_editions(&FILES)
}

/// The calendar that comes with the program.
///
/// # Errors
/// When the file is broken; a test reads the file that is built in.
pub fn calendar() -> Result<Calendar, EditionError> {
    read_calendar("calendar-jp.toml", CALENDAR)
}

/// Reads editions from files (name and text), each base before those that build on it.
///
/// # Errors
/// When a file is not TOML, lacks a value, or builds on an edition that is not there.
pub fn read_editions(files: &[(&str, &str)]) -> Result<Editions, EditionError> {
    let mut tables: BTreeMap<String, Table> = BTreeMap::new();
    let mut editions = Vec::new();
    for &(file, text) in files {
        let table = whole(file, parse(file, text)?, &tables)?;
        let edition: Edition = table.clone().try_into().map_err(|error| unreadable(file, &error))?;
        tables.insert(edition.key.clone(), table);
        editions.push(edition);
    }
    Editions::new(editions).ok_or(EditionError::None)
}

/// Reads a calendar: holidays by year and day, and the closure around New Year.
///
/// # Errors
/// When the text is not TOML or a day does not exist.
pub fn read_calendar(file: &str, text: &str) -> Result<Calendar, EditionError> {
    let read: CalendarFile = parse(file, text)?.try_into().map_err(|error| unreadable(file, &error))?;
    let mut holidays = BTreeSet::new();
    for (year, days) in &read.holidays {
        for day in days.keys() {
            let date: Date = format!("{year}-{day}").parse().map_err(|error| unreadable(file, &error))?;
            holidays.insert(date);
        }
    }
    Ok(Calendar { holidays, year_end_from: read.year_end.from, year_end_to: read.year_end.to })
}

#[derive(Deserialize)]
struct CalendarFile {
    year_end: YearEnd,
    /// Year → month and day → name.
    holidays: BTreeMap<String, BTreeMap<String, String>>,
}

#[derive(Deserialize)]
struct YearEnd {
    from: MonthDay,
    to: MonthDay,
}

fn parse(file: &str, text: &str) -> Result<Table, EditionError> {
    text.parse().map_err(|error| unreadable(file, &error))
}

fn unreadable(file: &str, why: &impl ToString) -> EditionError {
    EditionError::Unreadable { file: file.to_owned(), why: why.to_string() }
}

/// The table with everything it takes over from its base.
fn whole(file: &str, mut table: Table, known: &BTreeMap<String, Table>) -> Result<Table, EditionError> {
    let Some(Value::String(base)) = table.remove("base") else { return Ok(table) };
    let Some(found) = known.get(&base) else {
        return Err(EditionError::NoBase { file: file.to_owned(), base });
    };
    Ok(merge(unverified(found.clone()), table))
}

/// The base with every difference in its place; a list is replaced as a whole.
fn merge(mut base: Table, differences: Table) -> Table {
    for (key, new) in differences {
        let merged = match (base.remove(&key), new) {
            (Some(Value::Table(old)), Value::Table(new)) => Value::Table(merge(old, new)),
            (_, new) => new,
        };
        base.insert(key, merged);
    }
    base
}

fn unverified(mut table: Table) -> Table {
    for (key, value) in &mut table {
        match value {
            Value::Boolean(verified) if key == "verified" => *verified = false,
            Value::Table(inner) => *inner = unverified(std::mem::take(inner)),
            _ => {}
        }
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use rulebook::edition::{Influence, Range};

    #[test]
    fn the_edition_of_2019_says_what_the_guideline_says() {
        let editions = editions().unwrap();
        let edition = editions.get("2019").unwrap();
        assert_eq!(edition.ordinal, 12);
        assert_eq!(edition.target_days.value, 45);
        assert_eq!(edition.contacts_required.value, 3);
        assert_eq!(edition.unreachable_months.value, 6);
        assert_eq!(edition.release_after_months.value, 12);
        assert_eq!(edition.website_months.value, 3);
        assert_eq!(edition.leak_law_article.value, 42);
        assert!(!edition.product_listing_months.verified);
    }

    #[test]
    fn lists_are_as_long_as_the_guideline_makes_them() {
        let editions = editions().unwrap();
        let lists = &editions.get("2019").unwrap().lists;
        assert_eq!(lists.product_form.value.len(), 9);
        assert_eq!(lists.website_form.value.len(), 8);
        assert_eq!(lists.product_acceptance.value.len(), 5);
        assert_eq!(lists.website_acceptance.value.len(), 5);
        assert_eq!(lists.product_endings.value.len(), 5);
        assert_eq!(lists.publication_drops.value.len(), 5);
        assert_eq!(lists.website_endings.value.len(), 7);
        assert_eq!(lists.committee_conditions.value.len(), 4);
        assert_eq!(lists.leak_notice.value.len(), 6);
        assert_eq!(lists.sectors.value.len(), 14);
    }

    #[test]
    fn the_influence_matrix_is_that_of_appendix_4() {
        use Influence::{Normal, Priority, Simple};
        let editions = editions().unwrap();
        let matrix = &editions.get("2019").unwrap().influence.value;
        let row = |range| [0.0, 3.9, 4.0, 6.9, 7.0, 10.0].map(|score| matrix.influence(score, range).unwrap());
        assert_eq!(row(Range::Wide), [Normal, Normal, Priority, Priority, Priority, Priority]);
        assert_eq!(row(Range::Medium), [Simple, Simple, Normal, Normal, Priority, Priority]);
        assert_eq!(row(Range::Narrow), [Simple, Simple, Simple, Simple, Normal, Normal]);
    }

    #[test]
    fn a_day_has_the_edition_in_force_on_it() {
        let editions = editions().unwrap();
        assert_eq!(editions.in_force(date(2026, 9, 30)).key, "2019");
        assert_eq!(editions.in_force(date(2026, 10, 1)).key, "2026");
        assert_eq!(editions.in_force(date(2010, 1, 1)).key, "2019", "the oldest edition known serves the days before");
    }

    #[test]
    fn what_is_taken_over_from_a_base_is_unverified() {
        let editions = editions().unwrap();
        let edition = editions.get("2026").unwrap();
        assert_eq!(edition.target_days.value, 45);
        assert!(edition.values().iter().all(|value| !value.verified));
        assert_eq!(edition.agency("cyber_office").unwrap().ja, "国家サイバー統括室（NCO）");
        assert_eq!(edition.agency("receiving_body"), editions.get("2019").unwrap().agency("receiving_body"));
        assert_eq!(edition.lists.sectors.value.len(), 15);
    }

    #[test]
    fn the_page_of_rules_shows_every_value_in_the_file() {
        fn names(prefix: &str, table: &Table) -> Vec<String> {
            let mut found = Vec::new();
            for (key, value) in table {
                let Value::Table(inner) = value else { continue };
                let name = format!("{prefix}{key}");
                if inner.contains_key("verified") {
                    found.push(name);
                } else {
                    found.extend(names(&format!("{name}."), inner));
                }
            }
            found
        }
        let mut in_file = names("", &FILES[0].1.parse().unwrap());
        let editions = editions().unwrap();
        let mut shown: Vec<_> = editions.get("2019").unwrap().values().into_iter().map(|value| value.name).collect();
        in_file.sort();
        shown.sort();
        assert_eq!(in_file, shown);
    }

    #[test]
    fn every_value_that_a_rule_names_is_in_the_edition() {
        let editions = editions().unwrap();
        let values = editions.get("2019").unwrap().values();
        for rule in rulebook::clauses::coverage::rules() {
            for name in rule.values {
                assert!(values.iter().any(|value| value.name == *name), "{}: no value {name}", rule.clause);
            }
        }
    }

    #[test]
    fn every_clause_in_the_files_is_a_clause() {
        let editions = editions().unwrap();
        for edition in editions.iter() {
            let of_values = edition.values().into_iter().map(|value| value.clause);
            let of_items = edition.lists.iter().flat_map(|(_, list)| list.value.iter().map(|item| item.clause.clone()));
            for id in of_values.chain(of_items).filter(|id| !id.is_empty()) {
                assert!(rulebook::clauses::find(&id).is_some(), "{} names {id}", edition.key);
            }
        }
    }

    #[test]
    fn every_value_is_explained_in_both_languages() {
        for edition in editions().unwrap().iter() {
            for value in edition.values() {
                assert!(value.label.is_complete() && value.shown.is_complete(), "{}", value.name);
            }
            for (name, list) in edition.lists.iter() {
                let keys: BTreeSet<_> = list.value.iter().map(|item| &item.key).collect();
                assert_eq!(keys.len(), list.value.len(), "a key twice in {name}");
                assert!(list.value.iter().all(|item| !item.ja.is_empty() && !item.en.is_empty()), "{name}");
            }
        }
    }

    #[test]
    fn a_broken_file_is_named() {
        let error = read_editions(&[("x.toml", "key = ")]).unwrap_err();
        assert!(error.to_string().contains("x.toml"));
        let error = read_editions(&[("y.toml", "base = \"1999\"")]).unwrap_err();
        assert!(matches!(error, EditionError::NoBase { base, .. } if base == "1999"));
        assert!(matches!(read_editions(&[]), Err(EditionError::None)));
        let calendar = CALENDAR.replace("[holidays.2004]", "[holidays.2004]\n13-01 = \"?\"");
        assert!(read_calendar("z.toml", &calendar).is_err());
    }

    /// Business days since the partnership began, as the published rates per business day imply them.
    #[test]
    fn business_days_match_the_published_statistics() {
        let counts: [(i16, &[u32]); 6] = [
            (2017, &[3102, 3164, 3226, 3287]),
            (2018, &[3346, 3408, 3470, 3532]),
            (2019, &[3590, 3649, 3711]),
            (2023, &[4558, 4620, 4682, 4743]),
            (2024, &[4801, 4863, 4925, 4987]),
            (2025, &[5044, 5106, 5168, 5228]),
        ];
        let calendar = calendar().unwrap();
        let first = date(2004, 7, 8);
        assert_eq!(calendar.business_days_between(first, date(2016, 12, 31)), 3041);
        for (year, quarters) in counts {
            for (quarter, expected) in [(3, 31), (6, 30), (9, 30), (12, 31)].iter().zip(quarters) {
                let last = date(year, quarter.0, quarter.1);
                assert_eq!(calendar.business_days_between(first, last), *expected, "to {last}");
            }
        }
    }

    #[test]
    fn one_off_holidays_are_there() {
        let calendar = calendar().unwrap();
        let free = [date(2019, 5, 1), date(2019, 10, 22), date(2020, 7, 24), date(2021, 8, 9), date(2026, 9, 22)];
        assert!(free.iter().all(|day| !calendar.is_business_day(*day)));
        let open = [date(2020, 10, 12), date(2021, 10, 11), date(2019, 12, 23)];
        assert!(open.iter().all(|day| calendar.is_business_day(*day)));
    }
}
