//! Ranges of versions in the product tree (2.1).

use super::super::finding::{Findings, Level, TestId};
use super::super::range::{self, Range};
use super::super::subject::{STATUS_GROUPS, Subject, Vulnerability};
use super::{i, m, o};
use std::collections::HashMap;

/// Most pairs of siblings that are compared, and most constraints of a range that is.
const PAIRS_MAX: usize = 20_000;
const CONSTRAINTS_MAX: usize = 200;

pub(super) fn run(subject: &Subject<'_>, findings: &mut Findings) {
    without_vers(subject, findings);
    for (index, branch) in subject.branches.iter().enumerate() {
        if branch.category == "product_version_range" {
            single(subject, index, findings);
        }
    }
    if findings.wants(Level::Optional) {
        siblings(subject, findings);
    }
}

/// 6.2.18.
pub(super) fn without_vers(subject: &Subject<'_>, findings: &mut Findings) {
    for (index, branch) in subject.branches.iter().enumerate() {
        if branch.category == "product_version_range" && range::split(branch.name).0.is_none() {
            findings.add(o(18), format_args!("{}/name", subject.branch_path(index)), &[branch.name]);
        }
    }
}

/// 6.1.50, 6.1.59, 6.2.49, 6.2.51.
fn single(subject: &Subject<'_>, index: usize, findings: &mut Findings) {
    let name = subject.branches[index].name;
    let path = || format!("{}/name", subject.branch_path(index));
    if let Some(kind) = range::split(name).0.filter(|kind| !range::is_registered(kind)) {
        findings.add(o(51), path(), &[kind]);
    }
    let Some(range) = Range::parse(name) else {
        return findings.add(m(50), path(), &[name]);
    };
    if range.is_single() {
        findings.add(m(59), path(), &[name]);
    }
    if range.is_open() {
        findings.add(o(49), path(), &[name]);
    }
}

/// A branch that holds a range, with the products below it.
struct Ranged<'a> {
    index: usize,
    range: Range<'a>,
    products: Vec<&'a str>,
}

/// 6.2.50 and 6.3.19: ranges against what stands beside them.
fn siblings(subject: &Subject<'_>, findings: &mut Findings) {
    let mut families: HashMap<Option<usize>, Vec<usize>> = HashMap::new();
    for (index, branch) in subject.branches.iter().enumerate() {
        if branch.category.starts_with("product_version") {
            families.entry(branch.parent).or_default().push(index);
        }
    }
    let statuses: Vec<HashMap<&str, u8>> = subject.vulnerabilities.iter().map(groups).collect();
    let mut families: Vec<_> = families.into_values().collect();
    families.sort_unstable();
    let mut pairs = 0;
    for family in families {
        for own in family.iter().filter_map(|index| ranged(subject, *index)) {
            for other in family.iter().filter(|other| **other != own.index) {
                pairs += 1;
                if pairs > PAIRS_MAX {
                    return;
                }
                compare(subject, &own, *other, &statuses, findings);
            }
        }
    }
}

/// The groups of each product as bits; `recommended` is none.
fn groups<'a>(vulnerability: &Vulnerability<'a>) -> HashMap<&'a str, u8> {
    let mut all = HashMap::new();
    for group in 0..STATUS_GROUPS.len() {
        for id in vulnerability.in_group(group) {
            *all.entry(id).or_default() |= 1 << group;
        }
    }
    all
}

fn ranged<'a>(subject: &Subject<'a>, index: usize) -> Option<Ranged<'a>> {
    let branch = &subject.branches[index];
    if branch.category != "product_version_range" {
        return None;
    }
    let range = Range::parse(branch.name).filter(|range| range.constraints.len() <= CONSTRAINTS_MAX)?;
    // Branches are listed depth first: what is below follows at once and is deeper.
    let below = subject.branches[index + 1..].iter().take_while(|below| below.depth > branch.depth);
    let all = std::iter::once(branch).chain(below);
    let products = all.filter_map(|branch| branch.json.at(&["product", "product_id"])?.as_text()).collect();
    Some(Ranged { index, range, products })
}

fn compare(
    subject: &Subject<'_>,
    own: &Ranged<'_>,
    other: usize,
    statuses: &[HashMap<&str, u8>],
    findings: &mut Findings,
) {
    let branch = &subject.branches[other];
    let is_range = branch.category == "product_version_range";
    // Two ranges are compared once.
    if is_range && other < own.index {
        return;
    }
    let theirs = if is_range { Range::parse(branch.name) } else { None };
    let overlaps = match &theirs {
        Some(range) if range.constraints.len() <= CONSTRAINTS_MAX => own.range.overlaps(range),
        Some(_) => false,
        None => !is_range && own.range.contains(branch.name),
    };
    if !overlaps {
        return;
    }
    let path = || format!("{}/name", subject.branch_path(other));
    let Some(product) = branch.json.at(&["product", "product_id"]).and_then(|id| id.as_text()) else {
        if branch.json.get("branches").is_some() {
            let part = if is_range { 4 } else { 5 };
            findings.add(i(19).part(part), path(), &[branch.name, subject.branches[own.index].name]);
        }
        return;
    };
    let vers = theirs.is_some_and(|range| range.kind.is_some());
    let part = match (is_range, vers) {
        (true, true) => 1,
        (true, false) => 2,
        (false, _) => 3,
    };
    for (index, all) in statuses.iter().enumerate() {
        let Some(their) = all.get(product) else { continue };
        for id in &own.products {
            let Some(mine) = all.get(id) else { continue };
            let test: TestId = if mine & their == 0 { o(50).part(part) } else { i(19).part(part) };
            findings.add(test, format!("/vulnerabilities/{index}/product_status"), &[id, product]);
        }
    }
}
