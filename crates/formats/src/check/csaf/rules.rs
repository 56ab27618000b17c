//! The tests of section 6, by what they look at.

use super::finding::{Findings, Level, TestId};
use super::subject::{Subject, Version};

mod dates;
mod document;
mod extension;
mod helper;
mod licence;
mod metrics;
mod profile;
mod prose;
mod ranges;
mod sharing;
mod ssvc;
mod status;
mod tracking;
mod tree;
mod vulnerability;

/// Test 6.1.`n`, 6.2.`n`, 6.3.`n`.
const fn m(number: u8) -> TestId {
    TestId::mandatory(number)
}

const fn o(number: u8) -> TestId {
    TestId::optional(number)
}

const fn i(number: u8) -> TestId {
    TestId::informative(number)
}

/// Runs every test that the version of the document has.
pub(super) fn run(subject: &Subject<'_>, findings: &mut Findings) {
    let both: [fn(&Subject<'_>, &mut Findings); 9] = [
        tree::run,
        helper::run,
        status::run,
        metrics::run,
        tracking::run,
        document::run,
        profile::run,
        vulnerability::run,
        prose::run,
    ];
    let only_2_1: [fn(&Subject<'_>, &mut Findings); 6] =
        [dates::run, extension::run, licence::run, ranges::run, sharing::run, ssvc::run];
    both.iter().for_each(|rule| rule(subject, findings));
    if subject.is_2_1() {
        only_2_1.iter().for_each(|rule| rule(subject, findings));
    } else if findings.wants(Level::Optional) {
        ranges::without_vers(subject, findings);
    }
}

/// Every test of a version. 6.2.10 is obsolete in 2.1.
pub(super) fn all(version: Version) -> Vec<TestId> {
    let of = |count: u8, id: fn(u8) -> TestId, parts: &[(u8, u8)]| {
        let expand = |number: u8| match parts.iter().find(|(own, _)| *own == number) {
            Some((_, count)) => (1..=*count).map(|part| id(number).part(part)).collect(),
            None => vec![id(number)],
        };
        (1..=count).flat_map(expand).collect::<Vec<_>>()
    };
    match version {
        Version::V2_0 => [of(33, m, &[(27, 11)]), of(20, o, &[]), of(11, i, &[])].concat(),
        Version::V2_1 => {
            let recommended = of(54, o, &[(39, 5), (50, 3), (54, 4)]);
            let recommended = recommended.into_iter().filter(|test| *test != o(10)).collect();
            [of(61, m, &[(27, 19), (60, 3)]), recommended, of(22, i, &[(19, 5), (21, 9)])].concat()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The counts of the published index of tests.
    #[test]
    fn every_test_is_named() {
        assert_eq!(all(Version::V2_0).len(), 74);
        assert_eq!(all(Version::V2_1).len(), 177);
    }
}
