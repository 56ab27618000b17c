//! Counting what was found: how many advisories each value of a filter would leave.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use formats::Severity;
use formats::document::Affectedness;

use crate::question::Question;

/// Values of a filter with the most advisories that are counted out.
const COUNTED: usize = 12;

/// A filter, as a bit of those that an advisory does not pass. [`REST`] are those whose values are not counted.
pub(crate) const SEVERITY: u8 = 1;
pub(crate) const YEAR: u8 = 2;
pub(crate) const VENDOR: u8 = 4;
pub(crate) const CWE: u8 = 8;
pub(crate) const STATUS: u8 = 16;
pub(crate) const REST: u8 = 32;
pub(crate) const SOURCE: u8 = 64;
/// Nothing, or one of the filters.
const BUT: usize = 8;

/// How many advisories each value of a filter would leave, whatever value of that filter is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// By severity.
    pub severities: BTreeMap<Severity, usize>,
    /// By year of publication, the newest first.
    pub years: BTreeMap<Reverse<i16>, usize>,
    /// By vendor, by place of its name: those with the most, and the one asked for.
    pub vendors: Vec<(u32, usize)>,
    /// By weakness: those with the most, and the one asked for.
    pub cwes: Vec<(String, usize)>,
    /// By what vendors say.
    pub statuses: BTreeMap<Affectedness, usize>,
    /// By source, of those that are not our own; those with the most first.
    pub sources: Vec<(String, usize)>,
}

/// What is counted of every advisory. Many are alike, so a search that finds many reads little memory.
#[derive(Clone, Debug, Default)]
pub(crate) struct Counted {
    /// By the advisories' places; empty places have the order [`NOWHERE`].
    rows: Vec<Row>,
    kinds: Vec<Kind>,
    classes: Vec<Class>,
    /// What the kinds name, one behind the other.
    named: Vec<u32>,
}

/// Where an advisory stands in the order of changes, and its kind.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row {
    pub(crate) order: u32,
    kind: u32,
}

/// What is counted of all advisories that are alike: the place of their class, where their vendors begin, how many there
/// are, and how many weaknesses behind them.
#[derive(Clone, Copy, Debug)]
struct Kind {
    class: u32,
    named: u32,
    vendors: u16,
    cwes: u16,
}

/// The order of an empty place.
const NOWHERE: u32 = u32::MAX;
const EMPTY: Row = Row { order: NOWHERE, kind: 0 };

/// What few values are known of, so that many advisories are alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Class {
    pub(crate) severity: Option<Severity>,
    /// Of publication.
    pub(crate) year: i16,
    pub(crate) source: Option<u32>,
    /// What its vendors say, a bit for each.
    pub(crate) statuses: u8,
}

impl Counted {
    /// Of so many places with advisories in their order: the place of each, what it is, its vendors, its weaknesses.
    pub(crate) fn of(places: usize, advisories: impl Iterator<Item = (u32, Class, Vec<u32>, Vec<u32>)>) -> Self {
        let mut counted = Counted { rows: vec![EMPTY; places], ..Counted::default() };
        let (mut classes, mut kinds) = (HashMap::new(), HashMap::new());
        for (order, (at, class, mut vendors, mut cwes)) in (0..).zip(advisories) {
            vendors.truncate(usize::from(u16::MAX));
            cwes.truncate(usize::from(u16::MAX));
            let class = *classes.entry(class).or_insert_with(|| {
                counted.classes.push(class);
                place(counted.classes.len() - 1)
            });
            let kind = *kinds.entry((class, vendors, cwes)).or_insert_with_key(|(class, vendors, cwes)| {
                let length = |list: &Vec<u32>| u16::try_from(list.len()).unwrap_or(u16::MAX);
                let named = place(counted.named.len());
                counted.named.extend(vendors.iter().chain(cwes));
                counted.kinds.push(Kind { class: *class, named, vendors: length(vendors), cwes: length(cwes) });
                place(counted.kinds.len() - 1)
            });
            counted.rows[at as usize] = Row { order, kind };
        }
        counted
    }

    /// The row of a place where an advisory is.
    pub(crate) fn row(&self, place: u32) -> Option<Row> {
        self.rows.get(place as usize).copied().filter(|row| row.order != NOWHERE)
    }

    /// The vendors of a kind, and its weaknesses.
    fn named(&self, kind: Kind) -> (&[u32], &[u32]) {
        let begin = kind.named as usize;
        let end = begin + usize::from(kind.vendors) + usize::from(kind.cwes);
        self.named[begin..end].split_at(usize::from(kind.vendors))
    }
}

fn place(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// Counts that grow.
pub(crate) struct Tally<'a> {
    counted: &'a Counted,
    /// How many of each class pass all filters; then those that pass all but one, filter by filter.
    classes: Vec<usize>,
    vendors: Vec<usize>,
    cwes: Vec<usize>,
    /// Whether a status is asked for: a vendor then counts where it says so itself.
    is_said: bool,
    /// What the vendor that is asked for says.
    said: Option<[usize; Affectedness::ALL.len()]>,
}

/// What was counted, by places of words.
pub(crate) struct Counting {
    pub(crate) severities: BTreeMap<Severity, usize>,
    pub(crate) years: BTreeMap<Reverse<i16>, usize>,
    pub(crate) vendors: Vec<usize>,
    pub(crate) cwes: Vec<usize>,
    pub(crate) statuses: BTreeMap<Affectedness, usize>,
    pub(crate) sources: Vec<usize>,
}

impl<'a> Tally<'a> {
    /// For a question, and so many vendors' names and weaknesses.
    pub(crate) fn new(counted: &'a Counted, question: &Question, vendors: usize, cwes: usize) -> Self {
        Tally {
            counted,
            classes: vec![0; BUT * counted.classes.len()],
            vendors: vec![0; vendors],
            cwes: vec![0; cwes],
            is_said: question.status.is_some(),
            said: question.vendor.is_some().then_some([0; Affectedness::ALL.len()]),
        }
    }

    /// Counts an advisory for the filter that alone keeps it out, or for all when nothing does.
    pub(crate) fn count(&mut self, row: Row, wrong: u8) {
        if wrong & wrong.wrapping_sub(1) != 0 {
            return;
        }
        let kind = self.counted.kinds[row.kind as usize];
        self.classes[at(wrong) * self.counted.classes.len() + kind.class as usize] += 1;
        let (vendors, cwes) = self.counted.named(kind);
        if wrong & !VENDOR == 0 && !self.is_said {
            vendors.iter().for_each(|&vendor| self.vendors[vendor as usize] += 1);
        }
        if wrong & !CWE == 0 {
            cwes.iter().for_each(|&cwe| self.cwes[cwe as usize] += 1);
        }
    }

    /// Counts the vendors that say of an advisory what is asked for.
    pub(crate) fn count_saying(&mut self, vendors: impl Iterator<Item = u32>) {
        vendors.for_each(|vendor| self.vendors[vendor as usize] += 1);
    }

    /// Counts what the vendor that is asked for says of an advisory, a bit for each.
    pub(crate) fn count_said(&mut self, said: u8) {
        self.said.iter_mut().for_each(|statuses| add_said(statuses, said, 1));
    }

    /// All counts.
    pub(crate) fn done(self, sources: usize) -> Counting {
        let (mut severities, mut years) = (BTreeMap::new(), BTreeMap::new());
        let (mut statuses, mut of_sources) = ([0; Affectedness::ALL.len()], vec![0; sources]);
        for (number, class) in self.counted.classes.iter().enumerate() {
            let of = |but: u8| self.classes[at(but) * self.counted.classes.len() + number];
            let passing = |but: u8| of(0) + of(but);
            if let (Some(severity), 1..) = (class.severity, passing(SEVERITY)) {
                *severities.entry(severity).or_default() += passing(SEVERITY);
            }
            if passing(YEAR) > 0 {
                *years.entry(Reverse(class.year)).or_default() += passing(YEAR);
            }
            class.source.iter().for_each(|&source| of_sources[source as usize] += passing(SOURCE));
            add_said(&mut statuses, class.statuses, passing(STATUS));
        }
        let statuses = Affectedness::ALL.into_iter().zip(self.said.unwrap_or(statuses));
        let statuses = statuses.filter(|(_, count)| *count > 0).collect();
        Counting { severities, years, vendors: self.vendors, cwes: self.cwes, statuses, sources: of_sources }
    }
}

/// Where the counts begin of those that pass all filters but this one, or all.
fn at(but: u8) -> usize {
    if but == 0 { 0 } else { 1 + but.trailing_zeros() as usize }
}

fn add_said(statuses: &mut [usize], said: u8, times: usize) {
    statuses.iter_mut().enumerate().for_each(|(status, count)| *count += times * usize::from(said >> status & 1));
}

/// The places with the highest counts, and one that is always there.
pub(crate) fn most(counts: &[usize], always: Option<u32>) -> Vec<(u32, usize)> {
    let mut found: Vec<(u32, usize)> = (0..).zip(counts.iter().copied()).filter(|(_, count)| *count > 0).collect();
    let by_count = |one: &(u32, usize)| (Reverse(one.1), one.0);
    if found.len() > COUNTED {
        found.select_nth_unstable_by_key(COUNTED, by_count);
        let asked = found[COUNTED..].iter().find(|(place, _)| Some(*place) == always).copied();
        found.truncate(COUNTED);
        found.extend(asked);
    }
    found.sort_unstable_by_key(by_count);
    found
}
