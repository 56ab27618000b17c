//! What is counted beside a value of a filter is what somebody finds who asks for that value.

#[path = "../../formats/tests/samples/mod.rs"]
mod samples;

use formats::document::Affectedness;
use formats::{AdvisoryNumber, AdvisorySummary, Localized, Severity};
use jiff::civil::date;
use search::{Engine, Entry, Question, Searched};

const ADVISORIES: u32 = 300;
const YEARS: [i16; 3] = [2024, 2025, 2026];
const VENDORS: [&str; 3] = ["Aoba", "Izumo", "Nagara"];
const CWES: [&str; 3] = ["CWE-79", "CWE-89", "CWE-22"];
const SOURCES: [&str; 2] = ["a.example", "b.example"];

/// An advisory in which everything is another thing than in most others: a mixture of its number by small primes.
fn advisory(number: u32) -> Entry {
    let at = |prime: u32, values: usize| (number / prime % 11) as usize * 7 % values;
    let mut document = samples::one_vendor();
    document.id = AdvisoryNumber::new("JVN", number).expect("a number");
    let day = date(YEARS[at(2, 3)], 1, 2);
    let mut entry = Entry::of(&AdvisorySummary::from(&document), day, None);
    entry.summary.title = Localized::same(if at(17, 2) == 0 { "even" } else { "odd" });
    entry.summary.severity = Severity::ALL.get(at(3, Severity::ALL.len() + 1)).copied();
    entry.summary.cwes = CWES[..at(5, 4)].iter().map(|cwe| (*cwe).to_owned()).collect();
    entry.source = SOURCES.get(at(7, 3)).map(|source| (*source).to_owned());
    let said = |vendor: usize| Affectedness::ALL[(at(13, 5) + vendor) % Affectedness::ALL.len()];
    let one = |vendor: usize| (Localized::same(VENDORS[vendor]), said(vendor));
    // The same vendor may say two things.
    entry.vendors = (0..at(11, 4)).map(one).chain([(Localized::same(VENDORS[0]), said(3))]).collect();
    entry
}

type With = fn(&mut Question, usize) -> bool;

/// Every filter, by the number of a value; says whether there is such a value.
const FILTERS: [With; 6] = [
    |question, at| set(&mut question.severity, Severity::ALL.get(at).copied()),
    |question, at| set(&mut question.year, YEARS.get(at).copied()),
    |question, at| set(&mut question.vendor, VENDORS.get(at).map(|name| (*name).to_owned())),
    |question, at| set(&mut question.cwe, CWES.get(at).map(|name| (*name).to_owned())),
    |question, at| set(&mut question.status, Affectedness::ALL.get(at).copied()),
    |question, at| set(&mut question.source, SOURCES.get(at).map(|name| (*name).to_owned())),
];

fn set<T>(filter: &mut Option<T>, value: Option<T>) -> bool {
    let is_one = value.is_some();
    *filter = value;
    is_one
}

/// How many a question counts beside a value of a filter.
fn counted(searched: &Searched, question: &Question, filter: usize, at: usize) -> usize {
    let counts = searched.find(question).counts;
    let of_name = |list: &[(String, usize)], name: &str| list.iter().find(|one| one.0 == name).map(|one| one.1);
    let vendor = |name: &str| {
        let place = searched.names().vendor(name);
        counts.vendors.iter().find(|one| Some(one.0) == place).map(|one| one.1)
    };
    let count = match filter {
        0 => counts.severities.get(&Severity::ALL[at]).copied(),
        1 => counts.years.get(&std::cmp::Reverse(YEARS[at])).copied(),
        2 => vendor(VENDORS[at]),
        3 => of_name(&counts.cwes, CWES[at]),
        4 => counts.statuses.get(&Affectedness::ALL[at]).copied(),
        _ => of_name(&counts.sources, SOURCES[at]),
    };
    count.unwrap_or(0)
}

/// Without filters, with one, with two, and with words: every value of every filter.
#[test]
fn a_value_leaves_as_many_as_it_says() {
    let engine = Engine::new();
    engine.change((1..=ADVISORIES).map(advisory), []).expect("an index in memory");
    let gone: Vec<AdvisoryNumber> =
        (1..ADVISORIES).step_by(10).map(|number| AdvisoryNumber::new("JVN", number).expect("a number")).collect();
    engine.change([], &gone).expect("an index in memory");
    let searched = engine.current();
    let mut left_some = 0;
    for text in ["", "even"] {
        for (one, other) in (0..FILTERS.len()).flat_map(|one| (0..=one).map(move |other| (one, other))) {
            for value in 0..2 {
                let mut question = Question::new(text);
                // The same one twice is without a filter, one beside its own is with one.
                if one != other {
                    assert!(FILTERS[one](&mut question, value));
                    FILTERS[other](&mut question, value + value * usize::from(other % 2 == 0));
                }
                for (filter, with) in FILTERS.iter().enumerate() {
                    for at in 0.. {
                        let mut asked = question.clone();
                        if !with(&mut asked, at) {
                            break;
                        }
                        let left = searched.find(&asked).len();
                        assert_eq!(counted(&searched, &question, filter, at), left, "{asked:?} beside {question:?}");
                        left_some += usize::from(left > 0);
                    }
                }
            }
        }
    }
    assert!(left_some > 500, "many values leave something: {left_some}");
}
