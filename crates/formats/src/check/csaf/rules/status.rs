//! Product status, remediations and flags.

use super::super::finding::{Findings, Level};
use super::super::json::Json;
use super::super::subject::{STATUS_GROUPS, Subject, Vulnerability};
use super::{m, o};
use std::collections::{HashMap, HashSet};

const AFFECTED: u8 = 1;
const NOT_AFFECTED: u8 = 2;
const FIXED: u8 = 4;
const INVESTIGATED: u8 = 8;
const UNKNOWN: u8 = 16;

/// Remediation, groups it must not be combined with, groups it should not be combined with (table in 3.2.4.14.1).
const COMBINATIONS: [(&str, u8, u8); 7] = [
    ("workaround", NOT_AFFECTED | FIXED, INVESTIGATED | UNKNOWN),
    ("mitigation", NOT_AFFECTED | FIXED, INVESTIGATED | UNKNOWN),
    ("vendor_fix", NOT_AFFECTED | FIXED, INVESTIGATED | UNKNOWN),
    ("optional_patch", AFFECTED, FIXED),
    ("none_available", NOT_AFFECTED | FIXED, 0),
    ("fix_planned", FIXED, NOT_AFFECTED | INVESTIGATED | UNKNOWN),
    ("no_fix_planned", FIXED, NOT_AFFECTED),
];

/// Remediations that cannot be given together (the other table there).
fn exclude(a: &str, b: &str) -> bool {
    let alone = ["optional_patch", "none_available"];
    let fixes = ["vendor_fix", "fix_planned", "no_fix_planned"];
    a != b && (alone.contains(&a) || alone.contains(&b) || fixes.contains(&a) && fixes.contains(&b))
}

/// The flags that justify in the sense of VEX.
const JUSTIFICATIONS: [&str; 5] = [
    "component_not_present",
    "inline_mitigations_already_exist",
    "vulnerable_code_cannot_be_controlled_by_adversary",
    "vulnerable_code_not_in_execute_path",
    "vulnerable_code_not_present",
];

pub(super) fn run(subject: &Subject<'_>, findings: &mut Findings) {
    for vulnerability in &subject.vulnerabilities {
        let statuses = statuses(subject, vulnerability, findings);
        flags(subject, vulnerability, findings);
        remediations(subject, vulnerability, &statuses, findings);
        if findings.wants(Level::Optional) {
            covered(subject, vulnerability, findings);
        }
    }
}

/// 6.1.6; gives the groups of each product.
fn statuses<'a>(subject: &Subject<'a>, own: &Vulnerability<'a>, findings: &mut Findings) -> HashMap<&'a str, u8> {
    let mut statuses: HashMap<&str, u8> = HashMap::new();
    let groups = if subject.is_2_1() { &STATUS_GROUPS[..] } else { &STATUS_GROUPS[..4] };
    for (group, (name, members)) in groups.iter().enumerate() {
        for status in *members {
            for (index, id) in own.with_status(status) {
                let bits = statuses.entry(id).or_default();
                if let Some(other) = (0..group).find(|other| *bits & (1 << other) != 0) {
                    let path = format!("{}/product_status/{status}/{index}", own.path());
                    findings.add(m(6), path, &[id, groups[other].0, name]);
                }
                *bits |= 1 << group;
            }
        }
    }
    statuses
}

fn names_nobody(item: &Json<'_>) -> bool {
    item.get("product_ids").is_none() && item.get("group_ids").is_none()
}

/// 6.1.32 and 6.1.33.
fn flags(subject: &Subject<'_>, own: &Vulnerability<'_>, findings: &mut Findings) {
    let mut flagged: HashMap<&str, usize> = HashMap::new();
    for (index, flag) in own.json.list("flags").iter().enumerate() {
        let path = || format!("{}/flags/{index}", own.path());
        if names_nobody(flag) {
            findings.add(m(32), path(), &[]);
        }
        if !flag.text("label").is_some_and(|label| JUSTIFICATIONS.contains(&label)) {
            continue;
        }
        let named: HashSet<&str> = subject.named(flag).into_iter().collect();
        let mut again: Vec<&str> = named.iter().copied().filter(|id| flagged.contains_key(id)).collect();
        again.sort_unstable();
        for id in again {
            findings.add(m(33), path(), &[id]);
        }
        for id in named {
            flagged.entry(id).or_insert(index);
        }
    }
}

/// 6.1.29, 6.1.35, 6.1.36, 6.2.27.
fn remediations(subject: &Subject<'_>, own: &Vulnerability<'_>, statuses: &HashMap<&str, u8>, findings: &mut Findings) {
    let mut given: HashMap<&str, Vec<&str>> = HashMap::new();
    for (index, remediation) in own.json.list("remediations").iter().enumerate() {
        let path = || format!("{}/remediations/{index}", own.path());
        if names_nobody(remediation) {
            findings.add(m(29), path(), &[]);
        }
        let Some(category) = remediation.text("category").filter(|_| subject.is_2_1()) else { continue };
        let Some((category, never, hardly)) = COMBINATIONS.iter().find(|(name, ..)| *name == category) else {
            continue;
        };
        let mut named = subject.named(remediation);
        named.sort_unstable();
        named.dedup();
        for id in named {
            let before = given.entry(id).or_default();
            if let Some(other) = before.iter().find(|other| exclude(other, category)) {
                findings.add(m(35), path(), &[id, other, category]);
            }
            if !before.contains(category) {
                before.push(category);
            }
            let status = statuses.get(id).copied().unwrap_or_default();
            for (forbidden, test) in [(*never, m(36)), (*hardly, o(27))] {
                let group = (0..5).find(|group| status & forbidden & (1 << group) != 0);
                if let Some(group) = group {
                    findings.add(test, path(), &[id, category, STATUS_GROUPS[group].0]);
                }
            }
        }
    }
}

/// 6.2.2 and 6.2.3.
fn covered(subject: &Subject<'_>, own: &Vulnerability<'_>, findings: &mut Findings) {
    let affected = ["first_affected", "known_affected", "last_affected"];
    let has = |status: &&str| own.with_status(status).next().is_some();
    if !affected.iter().chain(&["under_investigation"]).any(has) {
        return;
    }
    let remedied: HashSet<&str> = own.json.list("remediations").iter().flat_map(|item| subject.named(item)).collect();
    let measured: HashSet<&str> = own.metrics.iter().flat_map(|metric| metric.products.iter().copied()).collect();
    for status in affected.iter().chain(&["under_investigation"]) {
        for (index, id) in own.with_status(status) {
            let path = || format!("{}/product_status/{status}/{index}", own.path());
            if !remedied.contains(id) {
                findings.add(o(2), path(), &[id]);
            }
            if *status != "under_investigation" && !measured.contains(id) {
                findings.add(o(3), path(), &[id]);
            }
        }
    }
}
